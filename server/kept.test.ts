/* What is counted is shared by those who are shown the same and by nobody else; what failed is not kept. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Caller } from './actor.ts';
import { keeping } from './kept.ts';

const who = (role: string, ...reach: string[]) => ({ actor: { role, reach } }) as unknown as Caller;
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('another role or other offices are never shown what was counted for somebody else', async () => {
  const count = vi.fn(async ({ actor }: Caller) => `${actor.role} ${actor.reach}`);
  const answer = keeping(count, { fresh: 1000, tooOld: 1000, most: 5 });
  expect(await answer(who('procurator', 'a'))).toBe('procurator a');
  expect(await answer(who('judge_clerk', 'a'))).toBe('judge_clerk a');
  expect(await answer(who('procurator', 'b'))).toBe('procurator b');
  expect(await answer(who('procurator', 'a', 'b'))).toBe('procurator a,b');
  expect(await answer(who('procurator', 'b', 'a'))).toBe('procurator a,b');
  expect(count).toHaveBeenCalledTimes(4);
});

test('what failed is counted again by whoever comes next', async () => {
  let turn = 0;
  const answer = keeping(
    async () => {
      turn += 1;
      if (turn === 1) throw new Error('no');
      return turn;
    },
    { fresh: 1000, tooOld: 1000, most: 5 },
  );
  await expect(answer(who('procurator', 'a'))).rejects.toThrow('no');
  expect(await answer(who('procurator', 'a'))).toBe(2);
});

test('it is shown while fresh, counted anew after, and an old one meanwhile only as long as it may be', async () => {
  let turn = 0;
  const answer = keeping(async () => ++turn, { fresh: 1000, tooOld: 3000, most: 5 });
  const ask = () => answer(who('procurator', 'a'));
  expect([await ask(), await ask()]).toEqual([1, 1]);
  vi.advanceTimersByTime(1500);
  expect(await ask()).toBe(1);
  expect(await ask()).toBe(2);
  vi.advanceTimersByTime(5000);
  expect(await ask()).toBe(3);
});

test('what was forgotten is counted anew, and a count begun before does not come back', async () => {
  let turn = 0;
  const answer = keeping(async () => ++turn, { fresh: 1000, tooOld: 1000, most: 5 });
  const ask = () => answer(who('procurator', 'a'));
  expect(await ask()).toBe(1);
  answer.forget();
  const before = ask();
  answer.forget();
  expect(await before).toBe(2);
  expect(await ask()).toBe(3);
  expect(await ask()).toBe(3);
});
