import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/system.mjs';

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/setup.ts',
  fullyParallel: false,
  workers: 2,
  // What never comes about ends here; how fast it comes is no test's business but where its title says so.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [['line'], ['./test/e2e/reporter.ts']],
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments() },
    viewport: { width: 360, height: 640 },
    locale: 'en-GB',
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
});
