import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends with `N passed, N failed`; a run without tests has failed. */
export default class CountingReporter implements Reporter {
  private readonly outcomes = new Map<string, boolean>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.outcomes.set(test.id, result.status === test.expectedStatus);
  }

  async onEnd(): Promise<{ status?: FullResult['status'] }> {
    const all = [...this.outcomes.values()];
    const passed = all.filter(Boolean).length;
    const failed = all.length === 0 ? 1 : all.length - passed;
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed > 0 ? { status: 'failed' } : {};
  }

  printsToStdio(): boolean {
    return true;
  }
}
