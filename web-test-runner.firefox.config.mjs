/** The tests of scanners that type, in Firefox, whose key events and input methods differ from Chromium's. */
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findFirefox } from './scripts/system.mjs';
import config from './web-test-runner.config.mjs';

export default {
  ...config,
  // Scanners that type: HID and serial devices Firefox has none of.
  files: ['test/scanner/{*,wedge/*}.test.ts'],
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: findFirefox() ?? undefined },
      concurrency: 1,
    }),
  ],
};
