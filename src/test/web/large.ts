// 1,500 nodes on the canvas: a server of its own with a made-up network.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrived, as, expect, test as base, type Page } from './fixture.js';
import { HOME, JAVA, served } from './server.js';

/** Three steps around this province are more than the canvas takes. */
const PROVINCE = 'https://w3id.org/pairgraph/synthetic/1/province/0';
const PAIRINGS = 5000;
export const BUILD_MS = 180_000;

export const test = base.extend<object, { large: string }>({
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

/** Opens the walk with all of them drawn. */
export async function opened(page: Page): Promise<void> {
  await as(page, 'zh');
  await page.goto(`/walk?${new URLSearchParams({ from: PROVINCE, depth: '3' })}`);
  await expect(page.locator('[data-told=sentence]')).toHaveText(/15\d\d 个参与方/, { timeout: BUILD_MS });
  await arrived(page);
}
