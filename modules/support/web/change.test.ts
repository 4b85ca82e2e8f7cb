/* What may be said about a change, and what may not. */
import { expect, it } from 'vitest';
import { changeOf } from './change.ts';

it('cannot be said with one assessment, or when the last one does not know', () => {
  expect(changeOf([])).toBe('unclear');
  expect(changeOf(['urgent'])).toBe('unclear');
  expect(changeOf(['urgent', 'not_known'])).toBe('unclear');
  expect(changeOf(['some', null])).toBe('unclear');
});

it('looks past a time at which nobody knew', () => {
  expect(changeOf(['urgent', 'not_known', 'some'])).toBe('less');
  expect(changeOf(['none', undefined, 'some'])).toBe('more');
});

it('compares the last two that are known, and not the first', () => {
  expect(changeOf(['urgent', 'none', 'some'])).toBe('more');
  expect(changeOf(['none', 'some', 'some'])).toBe('same');
});
