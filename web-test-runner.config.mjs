import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { chromiumArguments, findChromium } from './scripts/system.mjs';
import { countingReporter } from './scripts/wtr-reporter.ts';

/** Hosts' bundlers set this; here nobody else does. */
const setProduction = {
  name: 'set-production',
  transform: ({ path, body }) =>
    path.includes('@tanstack') ? String(body).replaceAll('process.env.NODE_ENV', '"production"') : undefined,
};

export default {
  files: ['test/**/*.test.ts', '!test/{reference-host,architecture,package,faults,gs1-vectors,model}/**'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 2,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: process.env.CHROME_PATH ?? findChromium() ?? undefined,
        args: chromiumArguments(),
      },
      // Focus is what many of these tests are about: each page is to have it.
      concurrency: 1,
    }),
  ],
  // What never comes about ends here, on a slow machine too.
  browserStartTimeout: 180_000,
  testsStartTimeout: 180_000,
  testsFinishTimeout: 900_000,
  testFramework: { config: { timeout: 60_000 } },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2021', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
    setProduction,
  ],
  reporters: [countingReporter()],
};
