// 1,500 nodes on the canvas, and everything still answers. How fast: bench/run web.
import { expect } from './fixture.js';
import { BUILD_MS, opened, test } from './large.js';

test('1,500 nodes are drawn, panned, selected, laid out freely and taken back in time', async ({ page }) => {
  test.setTimeout(2 * BUILD_MS);
  await opened(page);
  const canvas = page.getByRole('application');
  const { x, y, width } = (await canvas.boundingBox())!;

  const whole = page.url();
  await page.mouse.move(x + width / 2, y + 12);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 150, y + 90, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.url()).not.toBe(whole);

  await canvas.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/select=/);

  await page.getByRole('button', { name: '自由' }).click();
  await page.getByRole('button', { name: '两岸' }).click();
  const sentence = page.locator('[data-told=sentence]');
  const told = await sentence.textContent();
  await page.getByRole('slider', { name: '时间' }).fill(String(2015 * 12 + 5));
  await expect(sentence).not.toHaveText(told!);
});

test('ties are drawn anew the moment the picture rests', async ({ page }) => {
  test.setTimeout(2 * BUILD_MS);
  await opened(page);
  const { x, y, width } = (await page.getByRole('application').boundingBox())!;
  const ties = page.locator('canvas.sigma-edges');
  const transforms = await ties.evaluateHandle((canvas) => {
    const seen = new Set<string>();
    new MutationObserver(() => seen.add(canvas.style.transform)).observe(canvas, { attributeFilter: ['style'] });
    return seen;
  });
  await page.mouse.move(x + width / 2, y + 12);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 80, y + 92, { steps: 16 });
  await page.mouse.up();
  // Drawn in software they take so long that they are moved as a picture, until it rests.
  expect(await transforms.evaluate((seen) => [...seen].some((transform) => transform.startsWith('translate(')))).toBe(true);
  await expect.poll(() => ties.evaluate((canvas) => canvas.style.transform)).toBe('');
});
