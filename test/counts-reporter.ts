import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends the run with the line `N passed, N failed`, after the names of the tests that passed only at a second attempt.
 * A file that cannot be read counts as one failure.
 */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandled.length;
    const flaky: string[] = [];
    for (const module of modules) {
      const before = failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        if (state === 'failed') failed++;
        if (test.diagnostic()?.flaky) flaky.push(`${module.relativeModuleId} > ${test.fullName}`);
      }
      if (module.state() === 'failed' && failed === before) failed++;
    }
    for (const name of flaky) process.stdout.write(`passed at the second attempt: ${name}\n`);
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
