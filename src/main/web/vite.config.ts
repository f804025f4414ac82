// How the application is built: hashed files in assets/, each beside itself with gzip, and files.txt with all names.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

const api = process.env['PAIRGRAPH_URL'] ?? 'http://127.0.0.1:7070';

export default defineConfig({
  plugins: [vue(), filesForTheServer()],
  build: { rolldownOptions: { input: ['index.html', 'docs/index.html'] }, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
  worker: { format: 'es' },
  server: { proxy: Object.fromEntries(['/api', '/sparql', '/openapi.yaml', '/health'].map((path) => [path, api])) },
});

function filesForTheServer(): Plugin {
  let out = '';
  return {
    name: 'files-for-the-server',
    apply: 'build',
    configResolved: (config) => void (out = resolve(config.root, config.build.outDir)),
    closeBundle() {
      const names = filesBelow(out).map((file) => relative(out, file)).sort();
      for (const name of names) {
        const bytes = readFileSync(join(out, name));
        const zipped = gzipSync(bytes, { level: 9 });
        if (zipped.length < bytes.length * 0.95) writeFileSync(join(out, `${name}.gz`), zipped);
      }
      writeFileSync(join(out, 'files.txt'), `${names.join('\n')}\n`);
    },
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
