// The closing line: how many tests there were, and how they went.
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class Count implements Reporter {
  private readonly outcomes = new Map<string, TestResult['status']>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.outcomes.set(test.id, result.status);
  }

  onEnd(result: FullResult): void {
    const count = (status: TestResult['status']) => [...this.outcomes.values()].filter((outcome) => outcome === status).length;
    const failed = this.outcomes.size - count('passed') - count('skipped');
    console.log(`Browser tests run: ${this.outcomes.size}, passed: ${count('passed')}, failed: ${failed}, skipped: ${count('skipped')} (${result.status})`);
  }
}
