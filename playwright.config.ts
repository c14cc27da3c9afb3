import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/system.mjs';

export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['line'], ['./test/e2e/reporter.ts']],
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
    viewport: { width: 360, height: 640 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
  },
});
