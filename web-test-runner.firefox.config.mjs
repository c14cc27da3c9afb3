/** The tests of the scanners in Firefox, whose key events and input methods differ from Chromium's. */
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findFirefox } from './scripts/system.mjs';
import config from './web-test-runner.config.mjs';

export default {
  ...config,
  files: ['test/scanner/**/*.test.ts'],
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: findFirefox() ?? undefined },
      concurrency: 1,
    }),
  ],
};
