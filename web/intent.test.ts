/* A form says one thing once: what is held, and when a new wish begins. */
import { expect, test } from 'vitest';
import { endOf, type Intention, intentionFor } from './intent.ts';

const note = { input: { text: 'ngủ được' } };
const other = { input: { text: 'ăn được' } };
const refusal = (code: string, status: number) => ({ code, status });
const ended = (one: Intention, end: Intention['end']): Intention => ({ ...one, end });

test('the same words again are the same intention: pressed twice, after a lost answer, after a refusal', () => {
  const first = intentionFor(null, note, 0);
  expect(intentionFor(first, note, 1).id).toBe(first.id);
  for (const end of ['unheard', 'refused', { doneAt: 1000 }] as const)
    expect(intentionFor(ended(first, end), note, 2000).id).toBe(first.id);
});

test('while nobody heard how it ended, changed words still carry the first id, so that the server can say it was kept', () => {
  const first = intentionFor(null, note, 0);
  expect(intentionFor(ended(first, endOf(refusal('connection.lost', 0))), other, 1).id).toBe(first.id);
  expect(intentionFor(ended(first, endOf(refusal('server.unavailable', 503))), other, 1).id).toBe(first.id);
  expect(intentionFor(ended(first, endOf(refusal('act.repeated_differently', 409))), other, 1).id).toBe(
    first.id,
  );
});

test('changed words after an answer, another subject, or the same words much later are a new wish', () => {
  const first = intentionFor(null, note, 0);
  const refused = endOf(refusal('input.invalid', 422));
  expect(intentionFor(ended(first, refused), other, 1).id).not.toBe(first.id);
  expect(intentionFor(ended(first, { doneAt: 0 }), other, 1).id).not.toBe(first.id);
  expect(intentionFor(ended(first, { doneAt: 0 }), note, 60_000).id).not.toBe(first.id);
  expect(intentionFor(first, { ...note, subject: { record: 'note', id: 'a' } }, 1).id).not.toBe(first.id);
});
