import type { Reporter, TestSuiteResult } from '@web/test-runner';

/**
 * Says what failed, and ends with `N passed, N failed`. A file without tests counts as failed, and so does a run with
 * none: the runner itself would call both green.
 */
export function countingReporter(): Reporter {
  let passed = 0;
  let failed = 0;
  const visit = (suite: TestSuiteResult, path: readonly string[], file: string) => {
    for (const test of suite.tests) {
      if (test.skipped) continue;
      if (test.passed) passed++;
      else {
        failed++;
        console.log(
          `✖ ${[...path, test.name].join(' › ')}\n  ${file}\n  ${test.error?.message ?? ''}\n${test.error?.stack ?? ''}`,
        );
        if (test.error?.expected !== undefined)
          console.log(`  expected ${test.error.expected}\n  actual   ${test.error.actual ?? ''}`);
      }
    }
    for (const inner of suite.suites) visit(inner, [...path, inner.name], file);
  };
  return {
    reportTestFileResults({ sessionsForTestFile }) {
      for (const { testFile, testResults, errors, logs, request404s } of sessionsForTestFile) {
        const before = passed + failed;
        for (const error of errors) console.log(`✖ ${testFile}: ${error.message}\n${error.stack ?? ''}`);
        if (testResults !== undefined) visit(testResults, [], testFile);
        if (errors.length > 0 || passed + failed === before) {
          failed++;
          console.log(`✖ ${testFile}: ${errors.length > 0 ? 'could not be run' : 'has no tests'}`);
        }
        for (const line of logs) console.log('  ', ...(line as readonly unknown[]));
        for (const missing of request404s) console.log(`  not found: ${missing}`);
      }
    },
    stop() {
      if (passed + failed === 0) failed++;
      console.log(`${passed} passed, ${failed} failed`);
      if (failed > 0) process.once('exit', () => (process.exitCode = 1));
    },
  };
}
