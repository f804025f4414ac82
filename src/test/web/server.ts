// Starts the server that was built, with the real data in a store of its own, before the first test; stops it after the last.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const PATIENCE_MS = 120_000;

/** With `PAIRGRAPH_URL`, the tests run against the server that is there instead. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env['PAIRGRAPH_URL'] !== undefined) return async () => {};
  const home = resolve(import.meta.dirname, '../../..');
  const store = mkdtempSync(join(tmpdir(), 'pairgraph-web-'));
  const java = join(process.env['JAVA_HOME'] ?? '', 'bin/java');
  const server = spawn(process.env['JAVA_HOME'] === undefined ? 'java' : java, ['-jar', join(home, 'target/pairgraph.jar'), 'serve', '--port', '0', '--store', join(store, 's')], {
    env: { ...process.env, PAIRGRAPH_HOME: home },
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
  process.env['PAIRGRAPH_URL'] = url;
  process.env['PAIRGRAPH_STORE'] = join(store, 's');
  await ready(`${url}/api/v1/walk?from=area/440000`);
  return async () => {
    server.kill();
    await stopped;
    rmSync(store, { recursive: true, force: true });
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
