// Starts the server that was built, with the real data in a store of its own, before the first test; stops it after the last.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const PATIENCE_MS = 120_000;
export const HOME = resolve(import.meta.dirname, '../../..');
export const JAVA = process.env['JAVA_HOME'] === undefined ? 'java' : join(process.env['JAVA_HOME'], 'bin/java');

/** With `PAIRGRAPH_URL`, the tests run against the server that is there instead. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env['PAIRGRAPH_URL'] !== undefined) return async () => {};
  const folder = mkdtempSync(join(tmpdir(), 'pairgraph-web-'));
  const store = join(folder, 's');
  const server = await served(store, '/api/v1/walk?from=area/440000');
  process.env['PAIRGRAPH_URL'] = server.url;
  process.env['PAIRGRAPH_STORE'] = store;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A server of a store, as soon as it answers on a path. */
export async function served(store: string, path: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = spawn(JAVA, ['-jar', join(HOME, 'target/pairgraph.jar'), 'serve', '--port', '0', '--store', store], {
    env: { ...process.env, PAIRGRAPH_HOME: HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stopped = new Promise<void>((done) => server.once('exit', () => done()));
  const url = await new Promise<string>((found, failed) => {
    const timer = setTimeout(() => failed(new Error('The server did not start in time')), PATIENCE_MS);
    createInterface(server.stdout).on('line', (line) => {
      const address = /pairgraph serves (\S+)/.exec(line)?.[1];
      if (address !== undefined) {
        clearTimeout(timer);
        found(address);
      }
    });
    void stopped.then(() => failed(new Error('The server stopped before it served: build it with ./pairgraph --help')));
  });
  await ready(url + path);
  return {
    url,
    stop: async () => {
      server.kill();
      await stopped;
    },
  };
}

/** The network comes into memory a little after the start. */
async function ready(url: string): Promise<void> {
  for (let end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if ((await fetch(url)).ok) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error(`${url} was not answered in time`);
}
