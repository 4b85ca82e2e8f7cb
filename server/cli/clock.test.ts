/* The command as a lawyer uses it: a file in, a line a vector out, and an exit code that says whether all came out as she expected. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../root.ts';

const folder = mkdtempSync(join(tmpdir(), 'clock-'));
afterAll(() => rmSync(folder, { recursive: true }));

function clock(content: unknown) {
  const file = join(folder, 'vectors.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const done = spawnSync(process.execPath, [join(root, 'bin/chungtay.mjs'), 'clock', file], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en' },
  });
  return {
    ...done,
    lines: done.stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
  };
}

const examples = [
  {
    id: 'official-1',
    kind: 'detention',
    input: { custody_days: 3, order_start: '2018-03-04', months: 2 },
    expect: { days: 57, end: '2018-04-29' },
  },
  {
    id: 'day',
    kind: 'day_term',
    input: { start: '2021-05-16', value: 20, unit: 'day' },
    expect: { raw_end: '2021-06-05', end: '2021-06-07' },
  },
  {
    id: 'month',
    kind: 'month_term',
    input: { start: '2021-12-31', value: 2, unit: 'month' },
    expect: { raw_end: '2022-02-28', end: '2022-02-28' },
  },
  {
    id: 'cap',
    kind: 'cap',
    input: { start: '2021-06-15', class_: 'RNT', exts: [4, 4] },
    expect: { ends: ['2021-10-15', '2022-02-15', '2022-06-15'] },
  },
  {
    id: 'heavier',
    kind: 'reclassify',
    input: { from_: 'NT', to: 'DBNT', start: '2018-03-01', change: '2018-04-29' },
    expect: { used_months_30: 2, remaining_detention_months: 2 },
  },
  {
    id: 'custody',
    kind: 'custody',
    input: { start: '2021-07-02T22:15:00+07:00' },
    expect: {
      first: '2021-07-05T22:15:00+07:00',
      ext1: '2021-07-08T22:15:00+07:00',
      ext2: '2021-07-11T22:15:00+07:00',
    },
  },
];

describe('npx chungtay clock', () => {
  it('answers each vector with the fields it expects and with reasons in both languages', () => {
    const { lines, status } = clock({ vectors: examples });
    expect(status).toBe(0);
    expect(lines.map(line => line.id)).toEqual(examples.map(each => each.id));
    for (const [index, line] of lines.entries()) {
      expect(line).toMatchObject({ ...examples[index]!.expect, as_expected: true });
      expect(line.article).toMatch(/Điều/);
      expect(line.reasons.length).toBeGreaterThan(0);
      for (const reason of line.reasons)
        for (const text of [reason.vi, reason.en]) expect(text).not.toMatch(/undefined|[{}]|^rule\./);
    }
  });
  it('takes a bare list, and vectors that expect nothing', () => {
    const { lines, status } = clock([{ ...examples[1], expect: undefined }]);
    expect(status).toBe(0);
    expect(lines[0]).toMatchObject({ end: '2021-06-07' });
    expect(lines[0]).not.toHaveProperty('as_expected');
  });
  it('says which one differs and which field cannot be read, goes on with the rest, and ends with 1', () => {
    const { lines, status } = clock([
      { ...examples[1], expect: { end: '2021-06-06' } },
      { id: 'no-day', kind: 'month_term', input: { start: '2021-02-30', value: 1 } },
      { id: 'what', kind: 'whatever', input: {} },
      examples[0],
    ]);
    expect(status).toBe(1);
    expect(lines[0]).toMatchObject({ as_expected: false, end: '2021-06-07' });
    expect(lines[1]).toMatchObject({ id: 'no-day', error: { field: 'input.start' } });
    expect(lines[2]).toMatchObject({ error: { field: 'kind' } });
    expect(lines[3]).toMatchObject({ as_expected: true });
  });
  it('refuses what is no JSON, and to be called without a file', () => {
    expect(clock('{')).toMatchObject({ status: 1, stdout: '' });
    const bare = spawnSync(process.execPath, [join(root, 'bin/chungtay.mjs'), 'clock'], { encoding: 'utf8' });
    expect(bare.status).toBe(2);
  });
});
