import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends the run with the line `N passed, N failed`. A file that cannot be read counts as one failure. What could not be tried
 * on this machine is named before it, with why.
 */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      const before = failed;
      for (const test of module.children.allTests()) {
        const result = test.result();
        const { state } = result;
        if (result.state === 'skipped' && result.note !== undefined)
          process.stdout.write(`\nNot tried: ${test.fullName}: ${result.note}\n`);
        if (state === 'passed') passed++;
        if (state === 'failed') failed++;
      }
      if (module.state() === 'failed' && failed === before) failed++;
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
