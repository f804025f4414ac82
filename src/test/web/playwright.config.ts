// A real browser, Debian's, against a real server with the real data. Nothing is downloaded.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../../target/web-tests',
  globalSetup: './server.ts',
  fullyParallel: true,
  workers: 2,
  maxFailures: process.env['CI'] === 'true' ? 0 : 10,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 180_000,
  // Limits of waiting: a busy machine takes long, and how long things take is measured elsewhere.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./count.ts']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    // Drawing every frame of an animation in software is most of what a test would wait for.
    contextOptions: { reducedMotion: 'reduce' },
    // Of a page as large as the one of the API, the snapshots of a trace take five times as long as the test.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update', '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
