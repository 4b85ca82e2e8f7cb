/* A group of nine handed over at the bridge, with its minutes and a list in Chinese: each person is received by herself, one was not there, one does not want to, and one is a boy who
 * came with his mother. Read it from top to bottom. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, addHours, type Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { writeXlsx } from '../../modules/exchange/index.ts';
import { shareBundles } from '../../modules/referrals/index.ts';
import { query } from '../../server/db/testcluster.ts';
import { csv, uploadRaw } from '../support/exchange.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

const pc02 = getOffice('cong-an/pc02@2025').id;
const shelter = getOffice('nhan-ai/nha@2025').id;

let world: World;
let today: Day;
let phua: Person;
let quyet: Person;
let thang: Person;
let nhai: Person;
let my: Person;
let nam: Person;
const ids: Record<string, string> = {};
let lines: Json[] = [];

const list = [
  '序号\t姓名\t性别\t出生日期\t备注',
  '1\t王氏梅\t女\t1998年7月3日\t无证件',
  '2\tLI SHI LAN\t女\t2001\t',
  '3\t黄氏秋\t女\t1995.11\t带一名男孩',
  '4\t黄文明\t男\t2016\t3号之子',
  '5\tTAO SHI SHENG\t女\t2010\t',
  '6\t李氏草\t女\t1989\t',
  '7\t张文海\t男\t1992-02-30\t',
  '8\t陈丽丽\t女\t1990\t自称中国人',
].join('\n');

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, quyet, thang, nhai, my, nam] = (await Promise.all(
    ['phua', 'quyet', 'thang', 'nhai', 'my', 'nam'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person];
});
afterAll(() => world?.stop());

const minutes = () => ({
  handedOverBy: 'Trạm kiểm tra biên phòng Hà Khẩu',
  handedOverCountry: 'CN',
  handedOverAt: addHours(world.now(), -2),
  placeNote: 'Giữa cầu Hồ Kiều',
  minutesNumber: '17/BBGN',
  minutesOn: today,
  signedThere: 'Vương Kiến Quốc, trạm phó',
  signedHere: 'Nguyễn Hữu Quyết, đồn trưởng',
  countOnMinutes: 9,
});
const linesOf = async (who: Person): Promise<Json[]> =>
  (
    await who.list('groupLine', { filter: { groupArrival: { is: ids.group } }, sort: { by: 'lineNumber' } })
  ).sort((a: Json, b: Json) => a.lineNumber - b.lineNumber);
const line = (number: number): Json => lines.find(one => one.lineNumber === number);
const receive = (number: number, more: object = {}) =>
  phua.act('groupArrival.receive', { line: line(number).id, ...more }, { subject: ids.group! });

describe('the minutes and the list', () => {
  it('what cannot be is refused, field by field', async () => {
    expect(
      (await refusal(phua.act('groupArrival.record', { ...minutes(), countOnMinutes: 0 }))).fields,
    ).toMatchObject([{ field: 'countOnMinutes', reason: 'between' }]);
    expect(
      (await refusal(phua.act('groupArrival.record', { ...minutes(), minutesOn: addDays(today, 1) }))).fields,
    ).toMatchObject([{ field: 'minutesOn', reason: 'in_future' }]);
    const unread = await refusal(
      phua.act('groupArrival.record', { ...minutes(), list: '1\t王氏梅\n1\t李氏兰\n3\t' }),
    );
    expect(unread.fields).toMatchObject([
      { field: 'list', reason: 'list_number_twice', params: { line: 2 } },
      { field: 'list', reason: 'list_no_name', params: { line: 3 } },
    ]);
    expect(await phua.list('groupArrival')).toEqual([]);
    expect((await refusal(my.act('groupArrival.record', minutes()))).code).toBe('act.not_yours');
  });

  it('nine on the minutes and eight on the list: the difference is said at once', async () => {
    const group = await phua.act('groupArrival.record', { ...minutes(), list });
    ids.group = group.id;
    expect(group.number).toMatch(/^BG-\d{4}-\d{6}$/);
    expect(group.warnings).toMatchObject([{ reason: 'group_list_short', params: { missing: 1 } }]);
    lines = await linesOf(phua);
    expect(lines.map(one => [one.lineNumber, one.lineState])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map(number => [number, 'waiting']),
    );
    expect(line(1)).toMatchObject({
      nameWritten: '王氏梅',
      bornWritten: '1998年7月3日',
      sex: 'female',
      remarks: '无证件',
    });
  });

  it('the ninth is typed by hand; a number that is taken is refused', async () => {
    expect(
      (await refusal(phua.act('groupArrival.addLines', { list: '8\t某某' }, { subject: ids.group! }))).fields,
    ).toMatchObject([{ field: 'list', reason: 'list_number_taken', params: { number: 8 } }]);
    await phua.act('groupArrival.addLines', { list: '9\tMA SHI HUA\tF' }, { subject: ids.group! });
    lines = await linesOf(phua);
    expect(line(9)).toMatchObject({ nameWritten: 'MA SHI HUA', sex: 'female', lineState: 'waiting' });
  });

  it('a list that came as a spreadsheet is read and given back, and kept nowhere', async () => {
    const sheet = [
      ['STT', 'Họ và tên', 'Giới tính'],
      ['1', '王氏梅', '女'],
    ];
    const read = async (who: Person, bytes: Uint8Array, name: string) =>
      uploadRaw(who, bytes, name, '/api/imports/rows');
    const file = await writeXlsx([{ name: 'Danh sách', rows: sheet }]);
    expect((await read(phua, file, 'danh-sach.xlsx')).body).toEqual({ rows: sheet });
    expect((await read(phua, csv(...sheet), 'danh-sach.csv')).body).toEqual({ rows: sheet });
    expect((await read(my, file, 'danh-sach.xlsx')).body.code).toBe('act.not_yours');
    expect((await read(phua, Buffer.from('%PDF-1.7'), 'danh-sach.pdf')).body.code).toBe('import.unreadable');
    expect((await read(phua, Buffer.alloc(2_000_001, 'a'), 'to.csv')).status).toBe(413);
    expect(await world.owner('select id from import_job')).toEqual([]);
  });

  it('waits in the work of the whole post, and of no other', async () => {
    const waiting = (items: Json[]) =>
      items.filter(item => item.kind === 'group_waiting').map(item => item.id);
    expect(waiting(await quyet.work())).toEqual([ids.group]);
    expect(waiting(await thang.work())).toEqual([]);
  });
});

describe('each is received by herself, whole or not at all', () => {
  it('somebody of her name is already known at Pha Long', async () => {
    const earlier = await thang.act('person.register', {
      fullName: 'Vương Thị Mai',
      born: '1998-07-03',
      sex: 'female',
      route: 'self_return',
      arrivedAt: addHours(world.now(), -24 * 30),
      entry: 'screen',
    });
    ids.earlier = earlier.id;
  });

  it('the first says her name in Vietnamese; a likely double is told with its reasons and nothing is merged', async () => {
    const first = await receive(1, { fullName: 'Vương Thị Mai', nationality: 'VN', spoken: ['vie'] });
    ids.first = first.file;
    expect(first.warnings).toMatchObject([{ field: 'fullName', reason: 'likely_double' }]);
    expect(first.alike[0]).toMatchObject({ person: ids.earlier, reasons: expect.any(Array) });
    const { person, parts } = await phua.path(ids.first!);
    expect(person).toMatchObject({
      fullName: 'Vương Thị Mai',
      otherNames: [{ text: '王氏梅', kind: 'foreign' }],
      born: '1998-07-03',
      sex: 'female',
      nationality: 'VN',
      state: 'open',
    });
    expect(parts.arrival).toMatchObject([
      {
        route: 'foreign_handover',
        fromCountry: 'CN',
        handedOverBy: 'Trạm kiểm tra biên phòng Hà Khẩu',
        placeNote: 'Giữa cầu Hồ Kiều',
      },
    ]);
    expect(parts.likeness).toMatchObject([{ other: ids.earlier, verdict: 'open' }]);
    expect(await phua.search('Vương Thị Mai')).not.toEqual([]);
  });

  it('a refused line leaves nothing behind and the others go on', async () => {
    const before = (await phua.list('person')).length;
    expect((await refusal(receive(2, { sex: 'lady' }))).code).toBe('input.invalid');
    expect((await phua.list('person')).length).toBe(before);
    expect((await linesOf(phua)).find(one => one.lineNumber === 2)?.lineState).toBe('waiting');
    // In one go: one act for each line, so that each has a report of its own.
    const report: [number, string][] = [];
    for (const number of [1, 2, 3, 4, 5]) {
      try {
        const done = await receive(number);
        ids[`line ${number}`] = done.file;
        report.push([number, 'received']);
      } catch (error) {
        report.push([number, (error as { code: string }).code]);
      }
    }
    expect(report).toEqual([
      [1, 'act.wrong_state'],
      [2, 'received'],
      [3, 'received'],
      [4, 'received'],
      [5, 'received'],
    ]);
  });

  it('the same act sent twice opens one file', async () => {
    const id = newId();
    const once = await phua.act('groupArrival.receive', { line: line(6).id }, { subject: ids.group!, id });
    const again = await phua.act('groupArrival.receive', { line: line(6).id }, { subject: ids.group!, id });
    expect(again.file).toBe(once.file);
    expect((await phua.search('李氏草')).length).toBe(1);
  });

  it('a line of another group is nobody here', async () => {
    const other = await thang.act('groupArrival.record', {
      ...minutes(),
      countOnMinutes: 1,
      list: '1\t无名氏',
    });
    const [theirs] = await thang.list('groupLine', { filter: { groupArrival: { is: other.id } } });
    expect(
      (await refusal(phua.act('groupArrival.receive', { line: theirs.id }, { subject: ids.group! }))).fields,
    ).toMatchObject([{ field: 'line', reason: 'reference' }]);
    expect(
      (await refusal(phua.act('groupArrival.receive', { line: line(7).id }, { subject: other.id }))).status,
    ).toBe(404);
  });

  it('one was not there, one says she is Chinese, one does not want to: each with a reason, and each can come back', async () => {
    const aside = (number: number, input: object) =>
      phua.act('groupLine.setAside', input, { subject: line(number).id });
    expect((await refusal(aside(7, { lineState: 'not_present' }))).fields).toMatchObject([
      { field: 'asideWhy', reason: 'required' },
    ]);
    expect((await refusal(aside(7, { lineState: 'received', asideWhy: 'x' }))).code).toBe('input.invalid');
    await aside(7, { lineState: 'not_present', asideWhy: 'Bên giao nói đang ở bệnh viện Hà Khẩu' });
    await aside(8, { lineState: 'not_vietnamese', asideWhy: 'Tự nói là người Trung Quốc' });
    await aside(9, { lineState: 'refuses', asideWhy: 'Muốn tự về, chưa muốn nói chuyện' });
    expect((await refusal(receive(9))).code).toBe('act.wrong_state');
    await phua.act('groupLine.takeBack', {}, { subject: line(9).id });
    const ninth = await receive(9, { fullName: 'Mã Thị Hoa', nationality: { unanswered: 'declined' } });
    ids.ninth = ninth.file;
    expect((await phua.path(ids.ninth!)).person.unanswered).toMatchObject({ nationality: 'declined' });
    expect((await refusal(aside(9, { lineState: 'refuses', asideWhy: 'x' }))).code).toBe('act.wrong_state');
  });
});

describe('the counts', () => {
  it('a group with a difference is not closed without saying why', async () => {
    const refused = await refusal(phua.act('groupArrival.close', {}, { subject: ids.group! }));
    expect(refused.fields).toMatchObject([{ field: 'difference', reason: 'difference_needs_reason' }]);
    await quyet.act(
      'groupArrival.close',
      { difference: 'Một người nằm viện ở Hà Khẩu, bên giao hẹn giao sau' },
      { subject: ids.group! },
    );
    expect(await phua.get('groupArrival', ids.group!)).toMatchObject({ state: 'closed' });
    expect((await refusal(phua.act('groupLine.takeBack', {}, { subject: line(7).id }))).code).toBe(
      'act.wrong_state',
    );
  });

  it('he comes three days later: the group is opened again', async () => {
    await phua.act(
      'groupArrival.reopen',
      { reason: 'Bên giao đưa người nằm viện sang' },
      { subject: ids.group! },
    );
    await phua.act('groupLine.takeBack', {}, { subject: line(7).id });
    const seventh = await receive(7, { fullName: 'Trương Văn Hải' });
    // 30 February is no day: the birth stays on the list as it was written, and the file does not guess.
    expect((await phua.path(seventh.file)).person.born).toBeNull();
    // Nine on the minutes, nine on the list, everybody was there after all: nothing is left to explain.
    await phua.act('groupArrival.close', {}, { subject: ids.group! });
    expect(await phua.get('groupArrival', ids.group!)).toMatchObject({ state: 'closed', difference: null });
  });
});

describe('the boy who came with his mother', () => {
  it('is a child whose steps are asked for; an adult has none', async () => {
    ids.mother = ids['line 3']!;
    ids.boy = ids['line 4']!;
    const step = (person: string, input: object) =>
      phua.act('bestInterests.record', { person, doneOn: today, ...input });
    expect(
      (await refusal(step(ids.mother!, { interestStep: 'guardian', outcome: 'guardian_none' }))).fields,
    ).toMatchObject([{ field: 'person', reason: 'not_a_child' }]);
    expect(
      (await refusal(step(ids.boy!, { interestStep: 'guardian', outcome: 'place_family' }))).fields,
    ).toMatchObject([
      { field: 'outcome', reason: 'choice' },
      { field: 'byWhom', reason: 'required' },
    ]);
    const placed = {
      interestStep: 'decision',
      outcome: 'place_family',
      byWhom: 'Nguyễn Hữu Quyết, đồn trưởng',
      reasons: 'Ở cùng mẹ',
      reviewOn: addDays(today, 30),
    };
    expect((await refusal(step(ids.boy!, placed))).fields).toMatchObject([
      { field: 'outcome', reason: 'family_not_assessed' },
    ]);
    await step(ids.boy!, { interestStep: 'view', outcome: 'view_heard', heardBy: ['drawing'] });
    await step(ids.boy!, {
      interestStep: 'family_safety',
      outcome: 'return_safe',
      reasons: 'Mẹ chăm sóc tốt, ông bà ngoại đã gặp',
    });
    const decided = await step(ids.boy!, placed);
    expect(decided.warnings).toMatchObject([{ reason: 'steps_open', params: { count: 2 } }]);
    const due = (await quyet.work()).find(item => item.kind === 'interests_to_review');
    expect(due).toMatchObject({ person: ids.boy, due: addDays(today, 30), state: 'running' });
  });

  it('the shelter that takes mother and son in learns what was decided for him, and what was interpreted by whom only when that is shared too', async () => {
    const interpreter = {
      person: ids.boy,
      interpreterName: 'Giàng A Của',
      language: 'hmn',
      mode: 'in_person',
      interpretingFor: 'reception',
      onDay: today,
    };
    await phua.act('interpreterEngagement.record', interpreter);
    const send = (...bundles: string[]) =>
      phua.act('referral.send', {
        person: ids.boy,
        toOffice: shelter,
        referralPurpose: 'shelter',
        sharedFields: bundles.flatMap(name => shareBundles[name]!),
        ground: 'vital_interest',
        groundArticle: 'Điều 1',
        until: addDays(today, 5),
      });
    const { id } = await send('who', 'interests');
    const first = (await my.path(ids.boy!)).parts;
    expect(first.bestInterests.map((row: Json) => row.outcome)).toEqual([
      'view_heard',
      'return_safe',
      'place_family',
    ]);
    expect(first.bestInterests[2]).toMatchObject({ byWhom: 'Nguyễn Hữu Quyết, đồn trưởng' });
    expect(first.interpreterEngagement ?? []).toEqual([]);
    await phua.act('referral.revoke', { reason: 'Gửi lại' }, { subject: id });
    await send('who', 'interpreters');
    const second = (await my.path(ids.boy!)).parts;
    expect(second.interpreterEngagement).toMatchObject([{ interpreterName: 'Giàng A Của' }]);
    expect(second.bestInterests ?? []).toEqual([]);
  });

  it('a child noted as a line gets a file of its own when she wishes so, linked to her', async () => {
    const noted = await phua.act('child.record', {
      person: ids.first,
      childName: 'Lý A Páo',
      born: '2020',
      sex: 'male',
    });
    expect((await refusal(my.act('child.openFile', {}, { subject: noted.id }))).status).toBe(403);
    const opened = await phua.act('child.openFile', { nationality: 'VN' }, { subject: noted.id });
    const { person, parts } = await phua.path(opened.file);
    expect(person).toMatchObject({ fullName: 'Lý A Páo', born: '2020', sex: 'male', nationality: 'VN' });
    expect(parts.arrival).toMatchObject([{ route: 'foreign_handover' }]);
    expect(await phua.get('child', noted.id)).toMatchObject({ ownFile: opened.file });
    expect((await refusal(phua.act('child.openFile', {}, { subject: noted.id }))).code).toBe(
      'act.wrong_state',
    );
  });
});

describe('in the end, what each of them can and cannot see', () => {
  it('the competent body sees the one whose verification was asked for, and neither the list nor the others', async () => {
    await phua.act('verification.request', { person: ids.first, toOffice: pc02, receivedOn: today });
    expect((await nhai.path(ids.first!)).person.fullName).toBe('Vương Thị Mai');
    expect((await refusal(nhai.path(ids.mother!))).code).toBe('person.not_shared');
    expect((await refusal(nhai.get('groupArrival', ids.group!))).code).toBe('record.not_found');
  });

  const counts = ['groups', 'lines', 'files', 'interests'] as const;
  it.each<[string, ...number[]]>([
    // the post at the bridge, its commander; another post; the competent body; the shelter; an investigator; an auditor
    ['phua', 1, 9, 9, 3],
    ['quyet', 1, 9, 9, 3],
    ['thang', 0, 0, 0, 0],
    ['nhai', 0, 0, 1, 0],
    ['my', 0, 0, 1, 0],
    ['nam', 0, 0, 0, 0],
    ['hang', 0, 0, 0, 0],
  ])('%s', async (key, ...expected) => {
    const who = await world.as(key);
    const rows = (record: string, more: object = {}): Promise<Json[]> =>
      who.list(record, more).catch(error => (error.status < 500 ? [] : Promise.reject(error)));
    const inGroup = { filter: { groupArrival: { is: ids.group } } };
    const seen = [
      (await rows('groupArrival')).filter(row => row.id === ids.group).length,
      (await rows('groupLine', inGroup)).length,
      (await rows('person')).filter(row => row.id !== ids.earlier).length,
      (await rows('bestInterests', { filter: { person: { is: ids.boy } } })).length,
    ];
    expect(Object.fromEntries(counts.map((name, at) => [name, seen[at]]))).toEqual(
      Object.fromEntries(counts.map((name, at) => [name, expected[at]])),
    );
  });

  it('when a file is erased, the line that led to it keeps a number and no name', async () => {
    // In one transaction that is never ended, so that nothing of it stays.
    const gone = async (role: string) => {
      const [row] = await query(
        world.connection,
        'begin',
        `set local role ${role}`,
        `update group_line set file = null where file = '${ids['line 5']}'`,
        `select line_number, name_written, born_written from group_line where id = '${line(5).id}'`,
      );
      return row;
    };
    expect(await gone('ct_system')).toMatchObject({ line_number: 5, name_written: '—', born_written: null });
    expect(await gone('chungtay_owner')).toMatchObject({
      name_written: 'TAO SHI SHENG',
      born_written: '2010',
    });
  });

  it('everybody’s work can be asked for, whatever they may see', async () => {
    for (const key of ['phua', 'nhai', 'my', 'nam', 'khai', 'lien', 'hang', 'vinh', 'ha', 'binh'])
      expect(Array.isArray(await (await world.as(key)).work())).toBe(true);
  });

  it('nothing was told in a notice, and the log names nobody', async () => {
    for (const who of [phua, thang, nhai, my, nam])
      expect(JSON.stringify(await who.notices())).not.toMatch(/Vương|王氏梅|BG-/);
    expect(JSON.stringify(world.log)).not.toMatch(/Vương|王氏梅|Páo/);
  });
});
