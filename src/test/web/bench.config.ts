// The measurements instead of the tests, one at a time: bench/run web.
import config from './playwright.config.js';

export default { ...config, testMatch: '*.bench.ts', workers: 1, globalSetup: [], reporter: [['line']] };
