/* A file that is erased after two officers looked at it: what is refused, what goes, what stays, and that the ledger verifies before and after, in the database
 * and as the file another agency keeps. The people are invented. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { verifyExport, writeExport } from '../../kernel/ledger/export.ts';
import { isProtected } from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import type { Parameter } from '../../kernel/rule/parameter.ts';
import { records } from '../../modules/index.ts';
import { rules } from '../../rules/index.ts';
import { type Erased, eraseAgain, keepErased, readErased } from '../../server/backup/erased.ts';
import { temporaryFolder } from '../../server/db/testcluster.ts';
import { ledgerOrigin, streamChain, verifyLedger } from '../../server/ledger/verify.ts';
import { eraseDecided, openDueReviews } from '../../server/worker/retention.ts';
import { sweep } from '../../server/worker/sweep.ts';
import {
  asDatabaseRole,
  type Json,
  makeWorld,
  type Person,
  pageHeaders,
  refusal,
  type World,
} from '../support/world.ts';

const shelter = getOffice('nhan-ai/nha@2025').id;
const pc02 = getOffice('cong-an/pc02@2025').id;

let world: World;
let today: Day;
let phua: Person;
let my: Person;
let hang: Person;
let hoaiNam: Person;
const her: Record<string, string> = {};
const name = 'Sùng Thị Xóa';

/** Closing takes two: he asks, the head of his station approves. */
const close = async (file: string) => {
  const asked = await phua.act(
    'person.close',
    { grounds: 'reintegrated', reason: 'Đã về với gia đình' },
    { subject: file },
  );
  const quyet = await world.as('quyet');
  await quyet.act('fileDecision.approve', {}, { subject: asked.decision });
};

const exported = async (bodies: boolean) => {
  const lines: string[] = [];
  for await (const piece of writeExport(streamChain(world.system.door, { bodies }), {
    origin: ledgerOrigin,
    now: world.now(),
  }))
    lines.push(piece);
  return lines.join('');
};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, my, hang, hoaiNam] = (await Promise.all(
    ['phua', 'my', 'hang', 'hoai-nam'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person];
  const arrived = {
    sex: 'female',
    ethnicity: '08',
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'screen',
  };
  const made = await phua.act('person.register', {
    fullName: name,
    born: '2001',
    phone: '0300 111 2222',
    ...arrived,
  });
  her.file = made.id;
  her.number = made.number!;
  const other = await phua.act('person.register', { fullName: 'Sùng Thị Xoa', born: '2001', ...arrived });
  her.other = other.id;
  expect(await phua.list('likeness')).toMatchObject([{ person: other.id, other: made.id }]);
  await phua.act('child.record', { person: her.file, childName: 'Vàng A Thử' });
  await phua.act('child.record', { person: her.other, childName: 'Một em', ownFile: her.file });
  await phua.act('identityPaper.record', {
    person: her.file,
    paperKind: 'passport',
    paperNumber: 'B1234567',
  });
  // She stood on a list handed over and was in a safety plan before she had a file.
  const group = await phua.act('groupArrival.record', {
    handedOverBy: 'Công an huyện Hà Khẩu',
    handedOverCountry: 'CN',
    handedOverAt: world.now(),
    countOnMinutes: 2,
    list: `1\t${name}\t2001\tF\n2\tLý Thị Khác\t2002\tF`,
  });
  her.group = group.id;
  await world.owner(
    "update group_line set file = $1, line_state = 'received', remarks = $2 where group_arrival = $3 and line_number = 1",
    [her.file, `Cô ${name} không có giấy tờ`, group.id],
  );
  const nam = await world.as('nam');
  const rescue = await nam.act('rescueOperation.plan', {
    startsAt: world.now(),
    leader: nam.officer,
    partners: [phua.office],
  });
  her.plan = (
    await nam.act('safetyPlan.write', {
      rescueOperation: rescue.id,
      risks: `Anh trai của ${name} đi tìm`,
      safeWord: 'hoa ban',
    })
  ).id;
  await phua.act('safetyPlan.link', { file: her.file }, { subject: her.plan });
  const consent = await phua.act('consent.record', {
    person: her.file,
    consentPurpose: 'referral',
    given: 'yes',
    givenBy: 'herself',
  });
  const sent = await phua.act('referral.send', {
    person: her.file,
    toOffice: shelter,
    referralPurpose: 'shelter',
    sharedFields: ['person.fullName', 'person.born'],
    ground: 'consent',
    consent: consent.id,
    until: addDays(today, 20),
  });
  await my.act('referral.accept', {}, { subject: sent.id });
  await my.act('note.write', { person: her.file, noteKind: 'talk', onDay: today, text: 'Đã ổn định' });
  await phua.act('verification.request', { person: her.file, toOffice: pc02, receivedOn: today });
  await phua.act('consent.withdraw', {}, { subject: consent.id });
  const { code } = await phua.act('feedback.open', { person: her.file, feedbackLanguage: 'vi' });
  await world.request({
    method: 'POST',
    url: '/api/feedback/give',
    headers: pageHeaders(),
    payload: {
      code,
      answers: {
        respected: 'good',
        understood: 'good',
        safe: 'good',
        chosen: 'good',
        helped: 'good',
        raise: 'complaint',
        allowNumber: true,
      },
    },
  });
  const screening = { draftKind: 'screening', about: her.file, body: '{"note":"Vàng Thị"}' };
  await phua.act('draft.keep', screening, { subject: newId() });
  expect(await phua.search(name)).not.toEqual([]);
  // An officer writes a name where none belongs.
  expect(await phua.open('person', her.file, 'phone', `Gọi cho mẹ của ${name}`)).toBe('0300 111 2222');
}, 60_000);
afterAll(() => world?.stop());

const open = (input: object = {}) =>
  hoaiNam.act('retention.open', {
    fileNumber: her.number,
    reviewGround: 'her_request',
    groundArticle: 'Đơn của chị ngày hôm nay',
    ...input,
  });

describe('what is refused', () => {
  it('nothing falls due while nobody has decided how long a file is kept', async () => {
    expect(rules.parameters.filter(line => line.family === 'retention.file' && line.value !== null)).toEqual(
      [],
    );
    expect((await sweep(world.system.door, world.now())).reviewsDue).toBe(0);
  });

  it('a file that is open, a number that is none, a ground without its article, a period that is not over', async () => {
    expect((await refusal(open())).code).toBe('act.wrong_state');
    await close(her.file!);
    expect((await refusal(open({ fileNumber: 'NN-1999-000001' }))).fields).toMatchObject([
      { field: 'fileNumber' },
    ]);
    expect((await refusal(open({ groundArticle: null }))).fields).toMatchObject([{ field: 'groundArticle' }]);
    expect((await refusal(open({ reviewGround: 'period_over' }))).code).toBe('retention.not_due');
  });

  it('anybody but an administrator; and she sees a number, an office and days, never whose file it is', async () => {
    for (const person of [phua, my, hang, await world.as('vinh')])
      expect(
        (
          await refusal(
            person.act('retention.open', {
              fileNumber: her.number,
              reviewGround: 'her_request',
              groundArticle: 'x',
            }),
          )
        ).code,
      ).toBe('act.not_yours');
    her.review = (await open()).id;
    expect((await refusal(open())).code).toBe('record.changed');
    const seen = await hoaiNam.get('retentionReview', her.review);
    expect(seen).toMatchObject({ fileNumber: her.number, state: 'due', closedOn: today });
    expect(JSON.stringify(await hoaiNam.list('retentionReview'))).not.toContain('Vàng');
    expect((await refusal(hoaiNam.path(her.file!))).code).toBe('person.not_shared');
    expect((await hoaiNam.work()).map(one => one.kind)).toContain('review_due');
  });

  it('to keep without a day, to approve what one proposed oneself', async () => {
    const propose = (input: object) => hoaiNam.act('retention.propose', input, { subject: her.review! });
    expect((await refusal(propose({ decision: 'keep', reason: 'Còn vụ án' }))).fields).toMatchObject([
      { field: 'keepUntil' },
    ]);
    expect(
      (await refusal(propose({ decision: 'keep', keepUntil: today, reason: 'Còn vụ án' }))).fields,
    ).toMatchObject([{ field: 'keepUntil' }]);
    expect((await refusal(propose({ decision: 'erase' }))).fields).toMatchObject([{ field: 'reason' }]);
    await propose({ decision: 'erase', reason: 'Chị yêu cầu xóa' });
    expect((await refusal(hoaiNam.act('retention.approve', {}, { subject: her.review! }))).code).toBe(
      'retention.same_officer',
    );
    expect((await hang.work()).map(one => one.kind)).toContain('review_to_approve');
    expect((await phua.work()).map(one => one.kind)).not.toContain('review_to_approve');
  });

  it('the database itself: no role erases, and not the system either without two officers', async () => {
    for (const [role, cookie] of [
      ['ct_administrator', hoaiNam.cookie],
      ['ct_border_officer', phua.cookie],
    ] as const)
      await asDatabaseRole(world, role, cookie, async query => {
        await expect(query('select ct.erase_file($1)', [her.review])).rejects.toMatchObject({
          code: '42501',
        });
      });
    await asDatabaseRole(world, 'ct_system', null, async query => {
      await expect(query('select ct.erase_file($1)', [her.review])).rejects.toMatchObject({ code: '42501' });
    });
    await asDatabaseRole(world, 'ct_border_officer', phua.cookie, async query => {
      await expect(query('select ct.file_for_review($1)', [her.number])).rejects.toMatchObject({
        code: '42501',
      });
    });
  });

  it('before the waiting time is over nothing goes, and it can be stopped and proposed again', async () => {
    await hang.act('retention.approve', {}, { subject: her.review! });
    expect(await eraseDecided(world.system.door, world.now())).toBe(0);
    expect((await phua.notices())[0]).toMatchObject({ kind: 'erasure_planned' });
    // The office that holds the file sees which one it is, and may stop it; others see nothing of it.
    expect(await phua.get('retentionReview', her.review!)).toMatchObject({
      fileNumber: her.number,
      state: 'approved',
    });
    await expect(my.get('retentionReview', her.review!)).rejects.toThrow();
    expect((await refusal(phua.act('retention.approve', {}, { subject: her.review! }))).code).toBe(
      'act.not_yours',
    );
    expect(
      (await refusal(my.act('retention.refuse', { decidedNote: 'x' }, { subject: her.review! }))).status,
    ).toBe(404);
    await phua.act('retention.refuse', { decidedNote: 'Còn cần cho chị' }, { subject: her.review! });
    expect(await hang.get('retentionReview', her.review!)).toMatchObject({ state: 'due', eraseOn: null });
    expect((await phua.notices()).map(one => one.kind)).not.toContain('erasure_planned');
    await hoaiNam.act(
      'retention.propose',
      { decision: 'erase', reason: 'Chị yêu cầu xóa' },
      { subject: her.review! },
    );
    await hang.act('retention.approve', {}, { subject: her.review! });
    await hang.act('retention.refuse', { decidedNote: 'Xem lại một lần' }, { subject: her.review! });
    world.shift(8 * 24 * 60);
    expect(await eraseDecided(world.system.door, world.now())).toBe(0);
    world.shift(0);
    await hoaiNam.act(
      'retention.propose',
      { decision: 'erase', reason: 'Chị yêu cầu xóa' },
      { subject: her.review! },
    );
    await hang.act('retention.approve', {}, { subject: her.review! });
    expect(await hang.get('retentionReview', her.review!)).toMatchObject({
      state: 'approved',
      eraseOn: addDays(today, 7),
    });
  });

  it('a file that was opened again: it stays whole, and the review says that it failed', async () => {
    await phua.act('person.reopen', { reason: 'Chị quay lại' }, { subject: her.file! });
    const later = new Date(Date.parse(world.now()) + 8 * 86_400_000).toISOString() as never;
    expect(await eraseDecided(world.system.door, later)).toBe(0);
    expect((await phua.path(her.file!)).person.fullName).toBe(name);
    expect(await hang.get('retentionReview', her.review!)).toMatchObject({
      state: 'approved',
      failedWhy: '55000',
    });
    await close(her.file!);
    await hang.act('retention.refuse', { decidedNote: 'Hồ sơ đã mở lại' }, { subject: her.review! });
    await hoaiNam.act(
      'retention.propose',
      { decision: 'erase', reason: 'Chị yêu cầu xóa' },
      { subject: her.review! },
    );
    await hang.act('retention.approve', {}, { subject: her.review! });
  });
});

describe('it is erased', () => {
  let before: Json;
  let file: string;
  it('the ledger verifies before, also as a file', async () => {
    before = await verifyLedger(world.system.door);
    expect(before).toMatchObject({ ok: true, broken: 0, bodiesShredded: 0, waiting: 0 });
    file = await exported(true);
    expect(file).toContain('Đã ổn định');
    expect(await verifyExport([file])).toMatchObject({ ok: true, entries: before.entries });
  });

  it('until then the auditor reads what it was opened for, also in the name of nobody else', async () => {
    const { rows } = await hang.ask('/api/ledger', { person: her.file });
    expect(rows.find((row: Json) => row.name === 'person.open.phone').purpose).toBe(`Gọi cho mẹ của ${name}`);
    expect(file).toContain(`Gọi cho mẹ của ${name}`);
  });

  it('no row of it is left in any table, nothing finds it, other files stay', async () => {
    const later = new Date(Date.parse(world.now()) + 8 * 86_400_000).toISOString() as never;
    expect((await phua.notices()).map(one => one.kind)).toContain('erasure_planned');
    expect(await eraseDecided(world.system.door, later)).toBe(1);
    expect((await phua.notices()).map(one => one.kind)).not.toContain('erasure_planned');
    expect(await eraseDecided(world.system.door, later)).toBe(0);
    for (const record of records.filter(isProtected)) {
      const column = record.isFile ? 'id' : 'person';
      const left = await world.owner(`select id from ${tableOf(record)} where ${column} = $1`, [her.file]);
      expect([record.name, left]).toEqual([record.name, []]);
    }
    expect(await world.owner('select from person_key where person = $1', [her.file])).toEqual([]);
    expect(await phua.search(name)).not.toMatchObject([{ id: her.file }]);
    expect((await refusal(phua.path(her.file!))).code).toBe('person.not_shared');
    const { parts } = await phua.path(her.other!);
    expect(parts.likeness).toEqual([]);
    expect(parts.child).toMatchObject([{ childName: 'Một em', ownFile: null }]);
    const [complaint] = await hang.list('complaint');
    expect((await hang.get('complaint', complaint.id)).fileNumber).toBeNull();
  });

  it('the list keeps its numbers and the plan its own, and neither says anything of her', async () => {
    const lines = await phua.list('groupLine', { filter: { groupArrival: { is: her.group } } });
    expect(lines.map(one => [one.lineNumber, one.nameWritten, one.file]).toSorted()).toEqual([
      [1, '—', null],
      [2, 'Lý Thị Khác', null],
    ]);
    expect(await phua.get('safetyPlan', her.plan!)).toMatchObject({
      planNumber: 1,
      foundState: 'found',
      file: null,
      risks: null,
      safeWord: null,
    });
  });

  it('no text of the whole database has her name any more', async () => {
    const tables = await world.owner<{ place: string }>(
      "select c.oid::regclass::text as place from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'ledger', 'ct')",
    );
    for (const { place } of tables)
      expect([
        place,
        await world.owner(`select 1 from ${place} r where r::text like '%Thị Xóa%' limit 1`),
      ]).toEqual([place, []]);
  });

  it('a tombstone says when, on what ground, and by whom', async () => {
    for (const reader of [hoaiNam, hang]) {
      const [stone] = await reader.list('tombstone');
      const whole = await reader.get('tombstone', stone.id);
      expect(whole).toMatchObject({
        fileNumber: her.number,
        filePerson: her.file,
        reviewGround: 'her_request',
        groundArticle: 'Đơn của chị ngày hôm nay',
        proposedBy: hoaiNam.officer,
        approvedBy: hang.officer,
      });
      expect(JSON.parse(whole.rowsErased)).toMatchObject({
        person: 1,
        consent: 1,
        referral: 1,
        note: 1,
        child: 1,
        draft: 1,
      });
    }
    expect(await hoaiNam.get('retentionReview', her.review!)).toMatchObject({ state: 'erased' });
    await expect(phua.list('tombstone')).rejects.toThrow();
  });

  it('the ledger verifies after: the same chain, longer; every body that is gone is explained; also as a file', async () => {
    const after: Json = await verifyLedger(world.system.door);
    expect(after).toMatchObject({ ok: true, broken: 0, waiting: 0, shreddedWithoutRecord: [] });
    expect(after.bodiesShredded).toBeGreaterThan(8);
    expect(after.entries).toBeGreaterThan(before.entries);
    const now = await exported(true);
    expect(now).not.toContain('Đã ổn định');
    expect(await verifyExport([now])).toMatchObject({ ok: true, shreddedWithoutRecord: [] });
    expect(await verifyExport([await exported(false)])).toMatchObject({ ok: true });
    // The file that was handed over before still stands, link by link, in the one of after.
    const hashes = (text: string) =>
      [...text.matchAll(/"seq":(\d+),"hash":"([0-9a-f]{64})"/g)].map(match => match[0]);
    expect(hashes(now).slice(0, before.entries)).toEqual(hashes(file).slice(0, before.entries));
    const entry = (await hang.ask('/api/ledger', { person: her.file })).rows;
    expect(entry.map((row: Json) => row.name)).toContain('person.erase');
  });
});

describe('a backup made before is put back', () => {
  it('the list beside the keys knows of it, by number and never by name; it only grows', async () => {
    const list = join(await temporaryFolder('erased'), 'erased.json');
    await keepErased(world.system.door, list);
    const [one] = readErased(list);
    expect(one).toMatchObject({
      fileNumber: her.number,
      person: her.file,
      review: her.review,
      proposedBy: hoaiNam.officer,
      approvedBy: hang.officer,
    });
    expect(JSON.stringify(one)).not.toContain('Xóa');
    writeFileSync(list, JSON.stringify([{ ...one, person: her.other, review: newId() }]));
    expect(await keepErased(world.system.door, list)).toBe(1);
    expect(await keepErased(world.system.door, list)).toBe(0);
    expect(readErased(list)).toHaveLength(2);
  });

  it('what is on the list and there again goes again, also when it was open in that backup; nothing else does', async () => {
    const back = await phua.act('person.register', {
      fullName: 'Sùng Thị Trở Lại',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    const stone: Erased = {
      fileNumber: back.number!,
      person: back.id,
      review: newId(),
      ground: 'her_request',
      article: 'Đơn của chị',
      proposedBy: hoaiNam.officer,
      approvedBy: hang.officer,
      erasedAt: world.now(),
    };
    const client = {
      query: async (sql: string, values: unknown[]) => ({ rows: await world.owner(sql, values) }),
    };
    expect(
      await eraseAgain(client as never, [{ ...stone, person: newId(), review: newId() }], world.now()),
    ).toBe(0);
    expect(await eraseAgain(client as never, [stone], world.now())).toBe(1);
    await vi.waitFor(async () => {
      await eraseDecided(world.system.door, world.now());
      expect((await refusal(phua.path(back.id))).code).toBe('person.not_shared');
    });
    expect((await phua.path(her.other!)).person.id).toBe(her.other);
    expect(await verifyLedger(world.system.door)).toMatchObject({ ok: true, shreddedWithoutRecord: [] });
  });
});

describe('a period the rules name', () => {
  const line = {
    ...rules.parameters.find(one => one.family === 'retention.file')!,
    id: 'retention.file.test',
    unit: 'month',
    value: 12,
    confidence: 'high',
  } as Parameter;
  const due = (parameters: Parameter[], at = world.now()) =>
    world.system.door.as({ system: 'ct_system' }, db => openDueReviews(db, at, parameters));

  it('is not over too early, nor where nobody confirmed the line', async () => {
    await close(her.other!);
    expect(await due([line])).toBe(0);
    await world.owner('update ct.file_closed set closed_on = closed_on - 400 where person = $1', [her.other]);
    expect(await due([{ ...line, confidence: 'medium' } as Parameter])).toBe(0);
  });

  it('opens a review once; kept, it comes back only after its day', async () => {
    expect(await due([line])).toBe(1);
    expect(await due([line])).toBe(0);
    const [review] = await hoaiNam.list('retentionReview', { filter: { state: { is: 'due' } } });
    expect(review).toMatchObject({ reviewGround: 'period_over' });
    await hoaiNam.act(
      'retention.propose',
      { decision: 'keep', keepUntil: addDays(today, 100), reason: 'Vụ án chưa xong' },
      { subject: review.id },
    );
    await hang.act('retention.approve', {}, { subject: review.id });
    expect(await hang.get('retentionReview', review.id)).toMatchObject({ state: 'kept' });
    expect(await due([line])).toBe(0);
    expect((await phua.path(her.other!)).person.state).toBe('closed');
  });

  it('what two decided to keep is not reviewed before its day, whoever asks, but on an order', async () => {
    const { number } = (await phua.path(her.other!)).person;
    const refused = await refusal(open({ fileNumber: number }));
    expect([refused.code, refused.details]).toEqual(['retention.kept', { day: addDays(today, 100) }]);
    const ordered = await open({
      fileNumber: number,
      reviewGround: 'court_order',
      groundArticle: 'Quyết định',
    });
    expect(await hoaiNam.get('retentionReview', ordered.id)).toMatchObject({ state: 'due' });
  });
});

describe('a length an administrator enters with its text', () => {
  const length = { keptThing: 'file', years: 1, citation: 'Điều 9 văn bản đã đọc', validFrom: '2020-01-01' };
  const add = (more: object = {}, who = hoaiNam) => who.act('retentionLength.add', { ...length, ...more });
  const end = (id: string, validTo: string) =>
    hoaiNam.act('retentionLength.end', { validTo }, { subject: id });
  const due = () => world.system.door.as({ system: 'ct_system' }, db => openDueReviews(db, world.now()));
  let late: Json;

  it('is entered by administrators alone, with its text, and never twice for one day', async () => {
    for (const who of [phua, my, hang]) expect((await refusal(add({}, who))).code).toBe('act.not_yours');
    expect((await refusal(add({ citation: ' ' }))).fields).toMatchObject([{ field: 'citation' }]);
    expect((await refusal(add({ years: 0 }))).fields).toMatchObject([{ field: 'years' }]);
    expect((await refusal(add({ validTo: '2020-01-01' }))).fields).toMatchObject([
      { field: 'validTo', reason: 'before_start' },
    ]);
    expect((await refusal(phua.list('retentionLength'))).code).toBe('record.not_found');
  });

  it('until then nothing is due, however long ago a file was closed', async () => {
    late = await phua.act('person.register', {
      fullName: 'Vàng Thị Muộn',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    await close(late.id);
    await world.owner('update ct.file_closed set closed_on = closed_on - 4000 where person = $1', [late.id]);
    expect(await due()).toBe(0);
    expect((await refusal(open({ fileNumber: late.number, reviewGround: 'period_over' }))).code).toBe(
      'retention.not_due',
    );
  });

  it('one of another thing, of another day or taken back as a mistake makes nothing due', async () => {
    await add({ keptThing: 'feedback' });
    const mistaken = await add({ validFrom: '2001-01-01' });
    expect((await refusal(add({ validFrom: '2012-01-01' }))).fields).toMatchObject([
      { field: 'validFrom', reason: 'line_overlaps' },
    ]);
    expect((await refusal(end(mistaken.id, '2000-12-31'))).fields).toMatchObject([
      { field: 'validTo', reason: 'before_start' },
    ]);
    await end(mistaken.id, '2001-01-01');
    expect((await refusal(end(mistaken.id, '2001-01-01'))).fields).toMatchObject([{ reason: 'line_ended' }]);
    await add({ validFrom: today });
    expect(await due()).toBe(0);
  });

  it('one that held on the day it was closed opens a review that names the text; two officers still decide', async () => {
    await add({ validFrom: '2001-01-01', validTo: today, years: 5 });
    expect(await due()).toBe(1);
    const [review] = await hoaiNam.list('retentionReview', { filter: { fileNumber: { is: late.number } } });
    expect(review).toMatchObject({ state: 'due', reviewGround: 'period_over' });
    expect(await hoaiNam.get('retentionReview', review!.id)).toMatchObject({
      groundArticle: length.citation,
    });
    expect((await phua.path(late.id)).person.state).toBe('closed');
  });
});
