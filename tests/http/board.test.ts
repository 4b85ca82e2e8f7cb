/* The board: nobody is shown a number of what she may not see, and every number is as long as the list it opens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { boardCells } from '../../modules/board/index.ts';
import { type Json, makeWorld, type Person, pageHeaders, refusal, type World } from '../support/world.ts';

let world: World;
const pc02 = getOffice('cong-an/pc02@2025').id;
const shelter = getOffice('nhan-ai/nha@2025').id;
const board = async (who: Person): Promise<Map<string, Json>> =>
  new Map((await who.ask('/api/board', {})).cells.map((cell: Json) => [cell.key, cell]));

beforeAll(async () => {
  world = await makeWorld();
  const phua = await world.as('phua');
  for (const name of ['Giàng Thị Sua', 'Lý Thị Máy']) {
    const { id: person } = await phua.act('person.register', {
      fullName: name,
      sex: 'female',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    await phua.act('verification.request', { person, toOffice: pc02, receivedOn: world.today() });
    await phua.act('referral.send', {
      person,
      toOffice: shelter,
      referralPurpose: 'shelter',
      sharedFields: ['person.fullName'],
      ground: 'vital_interest',
      groundArticle: 'Điều 25',
      until: '2027-06-01',
    });
  }
});
afterAll(() => world?.stop());

describe('who sees no file sees no number', () => {
  it.each(['hang', 'vinh', 'hoai-nam'])('%s', async key => {
    expect([...(await board(await world.as(key))).keys()]).toEqual([]);
  });
  it('nor anybody without a session', async () => {
    const answer = await world.request({
      method: 'POST',
      url: '/api/board',
      headers: pageHeaders(),
      payload: {},
    });
    expect(answer.status).toBe(401);
  });
});

describe('a number', () => {
  it('counts what is ours to answer, and not what others were asked', async () => {
    const [phua, nhai, my, thang] = await Promise.all(
      ['phua', 'nhai', 'my', 'thang'].map(key => world.as(key)),
    );
    expect((await board(phua!)).get('files_open').count).toBe(2);
    expect((await board(phua!)).get('verifications_waiting').count).toBe(2);
    expect((await board(phua!)).get('verifications_to_answer').count).toBe(0);
    expect((await board(nhai!)).get('verifications_to_answer').count).toBe(2);
    expect((await board(my!)).get('referrals_to_answer').count).toBe(2);
    expect((await board(thang!)).get('files_open').count).toBe(0);
  });

  it('is as long as the list it opens, for everybody', async () => {
    for (const key of ['phua', 'quyet', 'nhai', 'my', 'san', 'thang', 'dao', 'pao', 'lan-anh']) {
      const who = await world.as(key);
      for (const cell of (await board(who)).values()) {
        const rows = await who.list(cell.record, { filter: cell.filter, limit: 100 });
        expect(rows.length, `${key} ${cell.key}`).toBe(cell.count);
      }
    }
  });

  it('is known to somebody', async () => {
    const people = await Promise.all(['phua', 'nhai', 'my'].map(key => world.as(key)));
    const seen = new Set((await Promise.all(people.map(board))).flatMap(cells => [...cells.keys()]));
    expect([...seen].sort()).toEqual(boardCells.map(cell => cell.key).sort());
  });
});

describe('the list behind it as a spreadsheet', () => {
  const take = (who: Person, more: object) =>
    who.ask('/api/export', { record: 'referral', profile: 'list', format: 'xlsx', ...more });

  it('is not handed to who may not see it, nor without a purpose', async () => {
    const [vinh, my] = await Promise.all(['vinh', 'my'].map(key => world.as(key)));
    expect((await refusal(take(vinh!, { purpose: 'thử' }))).status).toBe(403);
    expect((await refusal(take(my!, {}))).code).toBe('act.purpose_missing');
  });

  it('holds the rows of the list and what the reader may see of them', async () => {
    const my = await world.as('my');
    const cell = (await board(my)).get('referrals_to_answer');
    const { rows, files } = await take(my, { filter: cell.filter, purpose: 'họp giao ban' });
    expect(rows).toBe(cell.count);
    expect(Buffer.from(files[0].base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });
});
