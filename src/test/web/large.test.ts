// 1,500 nodes on the canvas: a server of its own with a made-up network, and what the page's own thread spends on each move
// of the reader. It is counted in processor time of that thread, so that a busy machine does not matter, nor how it draws.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { as, expect, test as base, type Page } from './fixture.js';
import { HOME, JAVA, served } from './server.js';

/** Three steps around this province are more than the canvas takes. */
const PROVINCE = 'https://w3id.org/pairgraph/synthetic/1/province/0';
const PAIRINGS = 5000;
const BUILD_MS = 180_000;
/** Milliseconds of script for each move, about three times what a busy machine took when this was written. */
const MOST = { pan: 56, zoom: 56, hover: 22, select: 60, settle: 18, time: 28 };

const test = base.extend<object, { large: string }>({
  large: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'pairgraph-large-'));
      const [network, store] = [join(folder, 'network.ttl'), join(folder, 's')];
      const run = (...words: string[]) => execFileSync(JAVA, ['-jar', join(HOME, 'target/pairgraph.jar'), ...words], { env: { ...process.env, PAIRGRAPH_HOME: HOME }, stdio: 'ignore' });
      run('generate', '--pairings', String(PAIRINGS), '-o', network);
      run('import', network, '--source', 'large', '--store', store);
      const server = await served(store, `/api/v1/walk?${new URLSearchParams({ from: PROVINCE })}`);
      await use(server.url);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: BUILD_MS },
  ],
  baseURL: async ({ large }, use) => use(large),
});

/** Runs a script of the reader's and says how many milliseconds of script each of its moves took. */
async function scriptPerMove(page: Page, moves: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const script = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
  const before = await script();
  for (let index = 0; index < moves; index++) {
    await work(index);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const spent = ((await script()) - before) / moves;
  await session.detach();
  return spent;
}

test('1,500 nodes stay smooth: pan, zoom, hover, select, settle, time', async ({ page }) => {
  test.setTimeout(BUILD_MS);
  await as(page, 'zh');
  await page.goto(`/walk?${new URLSearchParams({ from: PROVINCE, depth: '3' })}`);
  await expect(page.locator('[data-told=sentence]')).toHaveText(/15\d\d 个参与方/, { timeout: BUILD_MS });
  await page.waitForLoadState('networkidle');
  const canvas = page.getByRole('application');
  const { x, y, width, height } = (await canvas.boundingBox())!;
  const spent: Record<string, number> = {};

  await page.mouse.move(x + width / 2, y + 12);
  await page.mouse.down();
  spent['pan'] = await scriptPerMove(page, 20, (index) => page.mouse.move(x + width / 2 + index * 5, y + 12 + index * 5));
  await page.mouse.up();
  spent['zoom'] = await scriptPerMove(page, 12, (index) => page.mouse.wheel(0, index < 6 ? -120 : 120));
  spent['hover'] = await scriptPerMove(page, 40, (index) => page.mouse.move(x + width * (0.2 + 0.015 * index), y + height * (0.3 + ((index * 37) % 40) / 100)));
  await canvas.focus();
  spent['select'] = await scriptPerMove(page, 6, () => page.keyboard.press('ArrowDown'));
  await page.getByRole('button', { name: '自由' }).click();
  spent['settle'] = await scriptPerMove(page, 40, () => Promise.resolve());
  await page.getByRole('button', { name: '两岸' }).click();
  spent['time'] = await scriptPerMove(page, 4, (index) => page.getByRole('slider', { name: '时间' }).fill(String((2018 + index) * 12 + 5)));

  for (const [what, most] of Object.entries(MOST)) expect.soft(spent[what], `milliseconds of script: ${what}`).toBeLessThan(most);
});
