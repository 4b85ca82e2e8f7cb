/* How the legs count: what must never happen is a red leg that counts as no failure. */
import { expect, test } from 'vitest';
import { countOf, sum } from './legs.ts';

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const unreadFile = { status: 'failed', assertionResults: [] };

test('a bad end without a failed test is a failure', () => {
  expect(countOf(report, false)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that cannot be read as tests is a failure beside the failed tests', () => {
  const withUnread = {
    ...report,
    numFailedTests: 2,
    testResults: [unreadFile, { status: 'failed', assertionResults: [1] }],
  };
  expect(countOf(withUnread, false).failed).toBe(3);
});

test('a right leg counts its tests', () => {
  expect(countOf(report, true)).toEqual({ passed: 3, failed: 0, skipped: 2 });
  const one = { passed: 1, failed: 1, skipped: 0 };
  expect(sum([one, countOf(report, true), one])).toEqual({ passed: 5, failed: 2, skipped: 2 });
});
