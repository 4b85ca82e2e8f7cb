/* Which fields open a file for whoever is shown them. */
import { expect, it } from 'vitest';
import { verificationFields } from '../victims/verification-acts.ts';
import { opensFile, shareBundles } from './shareable.ts';

it('nothing of her own opens no file, however much of its parts is named', () => {
  const { who: _who, contact: _contact, ...parts } = shareBundles;
  expect(opensFile([])).toBe(false);
  expect(opensFile(Object.values(parts).flat())).toBe(false);
});

it('one field of her own does, and what a verification shares always does', () => {
  expect(opensFile(['needs.food', 'person.born'])).toBe(true);
  expect(opensFile(verificationFields)).toBe(true);
});
