/* The figures of flow: for the three bodies over the cases in their seats and for nobody else; every number is as long as the list it opens, and both can be taken out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { fillCases } from '../support/cases.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

const procuracy = getOffice('vks/tinh@2025').id;
let world: World;
const flow = (who: Person): Promise<Json> => who.ask('/api/flow', {});
const behind = (who: Person, where: object, skip = 0): Promise<Json> =>
  who.ask('/api/flow/list', { where, skip });

beforeAll(async () => {
  world = await makeWorld();
  await fillCases(world, 120);
  const dinh = await world.as('dinh');
  const khai = await world.as('khai');
  for (const taken of ['2026-03-02', '2026-05-04', '2025-07-07']) {
    const { id } = await dinh.act('crimeReport.take', {
      reportKind: 'news',
      reportWay: 'in_person',
      receivedAt: `${taken}T02:00:00Z`,
      summary: 'Người lạ rủ đi làm xa',
      looksSerious: 'no',
      remotePost: 'no',
    });
    await dinh.act(
      'crimeReport.handOver',
      { toOffice: khai.office, handedAt: `${taken}T08:00:00Z` },
      { subject: id },
    );
    if (taken > '2026-04') continue;
    await khai.act('crimeReport.takeUp', { takenUpOn: taken, procuracy }, { subject: id });
    await khai.act(
      'crimeReport.resolve',
      { reportOutcome: 'prosecute', resolvedOn: taken, decisionNumber: '1/QĐ' },
      { subject: id },
    );
  }
}, 120_000);
afterAll(() => world?.stop());

describe('refused', () => {
  it.each(['dinh', 'nhai', 'my', 'vinh', 'hang', 'hoai-nam', 'phua'])('to %s', async key => {
    const who = await world.as(key);
    expect((await refusal(flow(who))).code).toBe('list.not_yours');
    expect((await refusal(behind(who, { of: 'age' }))).code).toBe('list.not_yours');
    for (const list of ['flow', 'flowBehind'])
      expect(
        (await refusal(who.ask('/api/export/list', { list, asked: { where: { of: 'age' } } }))).code,
      ).toBe('list.not_yours');
  });

  it('what is no number of it', async () => {
    const khai = await world.as('khai');
    const reasons = async (body: object) =>
      (await refusal(khai.ask('/api/flow/list', body))).fields.map(
        ({ field, reason }: Json) => `${field} ${reason}`,
      );
    expect(await reasons({})).toEqual(['where value']);
    expect(await reasons({ where: { stage: 'trial' } })).toEqual(['of required']);
    expect(await reasons({ where: { of: 'age', title: 'a' } })).toEqual(['title not_known']);
    expect(await reasons({ where: { of: "age' or true" } })).toEqual(['of value']);
    expect(await reasons({ where: { of: 'age' }, skip: -1 })).toEqual(['skip whole']);
  });
});

const countsIn = (value: Json): { n: number; where: object }[] =>
  typeof value !== 'object' || value === null
    ? []
    : 'where' in value
      ? [value]
      : Object.values(value).flatMap(countsIn);

describe('each of the three', () => {
  it('every number is as long as the list it opens', async () => {
    for (const key of ['khai', 'chau', 'ha']) {
      const who = await world.as(key);
      const counts = countsIn(await flow(who));
      expect(counts.length).toBeGreaterThan(80);
      for (const { n, where } of counts) {
        const { total, rows } = await behind(who, where);
        expect([key, where, total, rows.length]).toEqual([key, where, n, Math.min(n, 50)]);
      }
    }
  }, 120_000);

  it('over the cases in its seats: another investigator counts none', async () => {
    const [khai, nam, ha] = await Promise.all(['khai', 'nam', 'ha'].map(key => world.as(key)));
    const opened = (all: Json) =>
      all.years.reduce((sum: number, year: Json) => sum + year.steps[0].reached.n, 0);
    expect(opened(await flow(khai!))).toBe(120);
    expect((await khai!.list('criminalCase', { limit: 100 })).length).toBe(100);
    expect((await flow(nam!)).stages).toEqual([]);
    // The court sees no reports.
    expect((await flow(ha!)).stages.map((one: Json) => one.stage)).not.toContain('report');
    const [report] = (await flow(khai!)).stages;
    expect(report).toMatchObject({
      stage: 'report',
      whole: { all: { n: 3 }, done: { n: 2 }, running: { n: 1 }, median: null },
    });
  });

  it('a list goes on where the page ended, and shows no row twice', async () => {
    const khai = await world.as('khai');
    const where = { of: 'stage', stage: 'investigation' };
    const first = await behind(khai, where);
    const next = await behind(khai, where, 50);
    const seen = [...first.rows, ...next.rows].map((row: Json) => row.id);
    expect(new Set(seen).size).toBe(100);
    expect(first.rows[0]).toMatchObject({ record: 'criminalCase', number: expect.stringContaining('VA-T-') });
  });

  it('nothing of it is entered in the ledger, and nobody’s name is in it', async () => {
    const khai = await world.as('khai');
    const count = async () => (await world.owner<Json>('select count(*)::int as n from ledger.entry'))[0].n;
    const before = await count();
    const said = JSON.stringify([await flow(khai), await behind(khai, { of: 'accused', year: '2026' })]);
    expect(said).not.toContain('Ví Dụ');
    expect(await count()).toBe(before);
  });

  it('the figures and a list are taken out as sheets', async () => {
    const khai = await world.as('khai');
    const take = (list: string, asked: object) => khai.ask('/api/export/list', { list, asked });
    const figures = await take('flow', {});
    expect(Buffer.from(figures.files[0].base64, 'base64').subarray(0, 2).toString()).toBe('PK');
    expect(figures.rows).toBeGreaterThan(20);
    const { ages } = await flow(khai);
    const rows = await take('flowBehind', { where: ages[0].all.where });
    expect(rows.rows).toBe(ages[0].all.n);
  });
});
