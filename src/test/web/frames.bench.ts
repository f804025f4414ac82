// What the page's own thread spends on each move of the reader at 1,500 nodes, and the time from frame to frame. Script is
// counted in processor time of that thread, so that a busy machine does not matter, nor how it draws; frames are what the
// reader of this machine sees, which has to draw in software.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page } from './fixture.js';
import { BUILD_MS, opened, test } from './large.js';
import { HOME } from './server.js';

interface Cost { readonly script: number; readonly frames: readonly number[] }

/** Runs the moves of a reader; milliseconds of script for each, and from frame to frame. */
async function costOf(page: Page, moves: number, work: (index: number) => Promise<unknown>): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const script = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
  const before = await script();
  const frames: number[] = [];
  for (let index = 0; index < moves; index++) {
    await work(index);
    frames.push(await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame((first) => requestAnimationFrame((second) => done(second - first))))));
  }
  const spent = ((await script()) - before) / moves;
  await session.detach();
  return { script: spent, frames: frames.sort((a, b) => a - b) };
}

const row = (what: string, { script, frames }: Cost): string =>
  `| ${what} | ${script.toFixed(1)} | ${frames[Math.floor(frames.length / 2)]!.toFixed(0)} | ${frames[Math.floor(frames.length * 0.95)]!.toFixed(0)} |`;

test('frames at 1,500 nodes', async ({ page }) => {
  test.setTimeout(2 * BUILD_MS);
  await opened(page);
  const canvas = page.getByRole('application');
  const { x, y, width, height } = (await canvas.boundingBox())!;
  const rows: string[] = [];
  const measure = async (what: string, moves: number, work: (index: number) => Promise<unknown>) => rows.push(row(what, await costOf(page, moves, work)));

  await page.mouse.move(x + width / 2, y + 12);
  await page.mouse.down();
  await measure('pan', 40, (index) => page.mouse.move(x + width / 2 + index * 5, y + 12 + index * 5));
  await page.mouse.up();
  await measure('zoom', 24, (index) => page.mouse.wheel(0, index < 12 ? -120 : 120));
  await measure('hover', 40, (index) => page.mouse.move(x + width * (0.2 + 0.015 * index), y + height * (0.3 + ((index * 37) % 40) / 100)));
  await canvas.focus();
  await measure('select', 20, () => page.keyboard.press('ArrowDown'));
  await page.getByRole('button', { name: '自由' }).click();
  await measure('settle (layout in its worker)', 60, () => Promise.resolve());
  await page.getByRole('button', { name: '两岸' }).click();
  await measure('time slider', 8, (index) => page.getByRole('slider', { name: '时间' }).fill(String((2012 + index) * 12 + 5)));

  const table = ['| move | script, ms | frame p50, ms | frame p95, ms |', '|---|---|---|---|', ...rows, ''].join('\n');
  mkdirSync(join(HOME, 'target/bench'), { recursive: true });
  writeFileSync(join(HOME, 'target/bench/web.md'), table);
});
