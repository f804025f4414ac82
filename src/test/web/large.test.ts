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
  await page.mouse.move(x + width / 2, y + 12);
  await page.mouse.down();
  const moved = new Set<string>();
  for (let step = 1; step <= 16; step++) {
    await page.mouse.move(x + width / 2 + step * 5, y + 12 + step * 5);
    moved.add(await ties.evaluate((canvas) => new Promise<string>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(canvas.style.transform))))));
  }
  await page.mouse.up();
  // Drawn in software they take so long that they are moved as a picture, until it rests.
  expect([...moved].some((transform) => transform.startsWith('translate('))).toBe(true);
  await expect.poll(() => ties.evaluate((canvas) => canvas.style.transform)).toBe('');
});
