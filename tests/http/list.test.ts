/* Filters of a list: what is refused, and that two tests of one field make a range. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let officer: Person;
beforeAll(async () => {
  world = await makeWorld();
  officer = await world.as('phua');
  for (const born of ['1999-12-31', '2000', '2003-05', '2004-01-01'])
    await officer.act('person.register', {
      fullName: `Vàng Thị Mại`,
      born,
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'api',
    });
}, 60_000);
afterAll(() => world?.stop());

const born = (filter: object) => officer.list('person', { filter: { born: filter } });

test('no test, three tests and a test the field does not know are refused', async () => {
  expect((await refusal(born({}))).code).toBe('input.invalid');
  expect((await refusal(born({ from: '2000', to: '2004', is: '2001' }))).code).toBe('input.invalid');
  const wrong = await refusal(born({ from: '2000', in: ['2001'] }));
  expect(wrong.fields).toMatchObject([{ field: 'born', reason: 'filter' }]);
  expect((await refusal(born({ from: '2000', to: 'soon' }))).fields).toMatchObject([
    { field: 'born', reason: 'value' },
  ]);
});

test('from and to make a range whose end is outside', async () => {
  const found = await born({ from: '2000', to: '2004' });
  expect(found.map(row => row.born).sort()).toEqual(['2000', '2003-05']);
});

test('a brief page has the same rows in the same order, with what lists show and nothing else', async () => {
  const asked = { sort: { by: 'born' } };
  const whole = await officer.list('person', asked);
  const brief = await officer.list('person', { ...asked, brief: true });
  expect(brief.map(row => row.id)).toEqual(whole.map(row => row.id));
  for (const [index, row] of brief.entries()) expect(whole[index]).toMatchObject(row);
  expect(whole[0]).toHaveProperty('nationality');
  expect(brief[0]).not.toHaveProperty('nationality');
  expect(brief[0]).toHaveProperty('fullName', 'Vàng Thị Mại');
});

test('a list has every row there is to see: what others did to a file of ours, and a file the glass was broken for', async () => {
  const thang = await world.as('thang');
  const [file] = await officer.list('person', { limit: 1 });
  const { id } = await thang.act(
    'exceptionAccess.begin',
    { person: file.id, reason: 'Chị ấy vừa gọi, đang bị đe dọa ở chợ biên giới' },
    { purpose: 'cứu người' },
  );
  const ids = async (record: string, by: Person, request: object = {}) =>
    (await by.list(record, request)).map(row => row.id);
  // The row lies with Thắng's office; the file it is about with Phừa's.
  expect(await ids('exceptionAccess', officer)).toEqual([id]);
  expect(await ids('exceptionAccess', officer, { brief: true, sort: { by: 'madeAt' } })).toEqual([id]);
  expect(await ids('exceptionAccess', thang)).toEqual([id]);
  expect(await ids('person', thang)).toEqual([file.id]);
  const written = await thang.act('identityPaper.record', {
    person: file.id,
    paperKind: 'cccd',
    paperNumber: '010304005678',
  });
  expect(await ids('identityPaper', officer)).toEqual([written.id]);
  // In turns, so that what the other office wrote stands between and behind our own, on pages that ours alone would fill.
  const papers = [written.id];
  for (const [turn, by] of [officer, officer, thang, officer, thang, officer, officer].entries())
    papers.push(
      (
        await by.act('identityPaper.record', {
          person: file.id,
          paperKind: 'other',
          paperNumber: `GT-${turn}`,
        })
      ).id,
    );
  for (const descending of [true, false])
    for (const limit of [1, 2, 3]) {
      const found: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await officer.ask('/api/list', {
          record: 'identityPaper',
          limit,
          after,
          sort: { by: 'madeAt', descending },
        });
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        found.push(...page.rows.map((row: { id: string }) => row.id));
        after = page.next;
        if (!after) break;
      }
      expect([descending, limit, found]).toEqual([
        descending,
        limit,
        descending ? papers.toReversed() : papers,
      ]);
    }
  const mine = { filter: { office: { is: officer.office } } };
  expect(await ids('identityPaper', officer, mine)).toHaveLength(5);
  await thang.act('exceptionAccess.end', {}, { subject: id });
  expect(await ids('person', thang)).toEqual([]);
});
