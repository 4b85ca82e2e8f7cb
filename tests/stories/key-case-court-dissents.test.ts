/* A key case where the court dissents: Khải of the provincial police proposes it, Châu of the procuracy is for it, Lựu of the court is against it and says why. The rule asks for all
 * three votes and for two in favour; her dissent stands in the joint record that she signs with the others. They meet, set days, report each week and end it; and no limit of the law
 * has moved by any of it. The people are invented. */
import { createHash } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { caseClocks, weekOf } from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import { sweep } from '../../server/worker/sweep.ts';
import { opening } from '../support/cases.ts';
import {
  asDatabaseRole,
  codeOf,
  type Json,
  makeWorld,
  type Person,
  reasonsOf,
  type World,
} from '../support/world.ts';

const procuracy = getOffice('vks/tinh@2025').id;
const court = getOffice('toa-an/tinh@2025').id;
const border = getOffice('bien-phong/pcmt@2025').id;

let world: World;
let khai: Person;
let toan: Person;
let chau: Person;
let luu: Person;
let ha: Person;
let nam: Person;
const it1: Record<string, string> = {};
let today: Day;

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [khai, toan, chau, luu, ha, nam] = (await Promise.all(
    ['khai', 'toan', 'chau', 'luu', 'ha', 'nam'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person];
  const opened = await toan.act(
    'criminalCase.open',
    opening(addDays(today, -30), { title: 'Nhóm đưa người qua cầu Kiều', offence: 'blhs2015.151' }),
  );
  it1.case = opened.id;
});
afterAll(() => world?.stop());

const ofKeyCase = (who: Person, record: string): Promise<Json[]> =>
  who.list(record, { filter: { keyCase: { is: it1.key } } });
const state = async (who: Person): Promise<string> => (await who.get('keyCase', it1.key!)).state;
const onKey = (who: Person, act: string, input: object) => who.act(act, input, { subject: it1.key! });
const vote = (who: Person, seat: string, said: string, reasons = 'Ý kiến của cơ quan') =>
  onKey(who, 'keyCase.vote', { seat, vote: said, reasons });
const kinds = async (who: Person): Promise<string[]> =>
  (await who.work()).filter(item => item.id === it1.key).map(item => item.kind);

/** The limits of the case as the investigators reckon them. */
async function limits(): Promise<unknown[]> {
  const rows = (record: string) => khai.list(record, { filter: { criminalCase: { is: it1.case } } });
  const [file, steps, accused, charges, measures, extensions] = await Promise.all([
    khai.get('criminalCase', it1.case!),
    ...['caseStep', 'accused', 'charge', 'measure', 'limitExtension'].map(rows),
  ]);
  return caseClocks(rules, {
    severity: file.severity,
    steps,
    accused,
    charges,
    measures,
    extensions,
  } as never).map(one => [one.family, one.limit.term.due, one.limit.last]);
}

describe('the proposal', () => {
  const proposal = (more: object = {}) => ({
    criminalCase: it1.case,
    grounds: ['organised', 'victim_under_16', 'cross_border'],
    reasons: 'Nhóm bốn người, đưa hai em dưới 16 tuổi qua biên giới, cần phối hợp với phía bạn',
    priority: 'top',
    court,
    ...more,
  });

  it('rests on grounds of the checklist and is made in a seat of the case; one case is one key case', async () => {
    const propose = (who: Person, more: object = {}) => who.act('keyCase.propose', proposal(more));
    expect(await codeOf(propose(await world.as('dinh')))).toBe('act.not_yours');
    expect(await reasonsOf(propose(nam))).toEqual(['criminalCase no_such_case']);
    expect(await reasonsOf(propose(toan, { grounds: [] }))).toEqual(['grounds too_few_grounds']);
    expect(await reasonsOf(propose(toan, { grounds: ['because'] }))).toEqual(['grounds choice']);
    expect(await reasonsOf(propose(toan, { court: null }))).toEqual(['court required']);
    expect(await reasonsOf(propose(toan, { court: border }))).toEqual(['court office_not_a_court']);
    expect(await reasonsOf(propose(toan, { reasons: null }))).toEqual(['reasons required']);
    const done = await propose(toan);
    it1.key = done.id;
    expect(done.number).toMatch(/^TD-\d{4}-000001$/);
    expect(await codeOf(propose(chau))).toBe('key_case.already');
  });

  it('the other two are told, and each head finds the vote among her work; the clerk does not', async () => {
    expect((await chau.notices())[0]).toMatchObject({ kind: 'key_case_proposed' });
    expect(await kinds(chau)).toEqual(['key_case_to_vote']);
    expect(await kinds(khai)).toEqual(['key_case_to_vote']);
    expect(await kinds(luu)).toEqual(['key_case_to_vote']);
    expect([await kinds(ha), await kinds(toan)]).toEqual([[], []]);
  });

  it('the court reads what the three know of it, and not yet the case', async () => {
    expect(await luu.get('keyCase', it1.key!)).toMatchObject({ title: 'Nhóm đưa người qua cầu Kiều' });
    expect(await codeOf(luu.get('criminalCase', it1.case!))).toBe('record.not_found');
    expect(await luu.list('caseStep', { filter: { criminalCase: { is: it1.case } } })).toEqual([]);
  });
});

describe('the votes', () => {
  it('nobody votes for another agency, nor below the head of her own', async () => {
    expect(await codeOf(vote(chau, 'court', 'for'))).toBe('key_case.not_your_seat');
    expect(await codeOf(vote(khai, 'procuracy', 'for'))).toBe('key_case.not_your_seat');
    expect(await codeOf(vote(ha, 'court', 'for'))).toBe('act.not_yours');
    expect(await codeOf(vote(toan, 'handler', 'for'))).toBe('act.not_yours');
    expect(await codeOf(vote(nam, 'handler', 'for'))).toBe('record.not_found');
    expect(await reasonsOf(onKey(chau, 'keyCase.vote', { seat: 'procuracy', vote: 'for' }))).toEqual([
      'reasons required',
    ]);
  });

  it('not even past the server: the database holds each agency to its seat', async () => {
    const [round] = await ofKeyCase(chau, 'keyCaseRound');
    const attempt = (who: Person, role: string, seat: string, office: string) =>
      asDatabaseRole(world, role, who.cookie, query =>
        query(
          `insert into key_case_vote (id, province, office, made_at, made_by, changed_at, criminal_case, handler, procuracy, court, key_case, round, seat, vote, reasons, voted_by, voted_at)
           values (gen_random_uuid(), 'lao_cai', $1, now(), $2, now(), $3, $4, $5, $6, $7, $8, $9, 'for', 'x', $2, now())`,
          [office, who.officer, it1.case, khai.office, procuracy, court, it1.key, round.id, seat],
        ),
      );
    await expect(attempt(chau, 'ct_procurator', 'court', procuracy)).rejects.toThrow(/not your seat/);
    await expect(attempt(chau, 'ct_procurator', 'court', court)).rejects.toThrow(/not your seat|row-level/);
    await expect(attempt(ha, 'ct_judge_clerk', 'court', court)).rejects.toThrow(/not your seat/);
    await expect(attempt(chau, 'ct_procurator', 'procuracy', procuracy)).resolves.toBeUndefined();
  });

  it('two are for it; nothing is decided before the court has spoken, and its dissent is kept', async () => {
    await vote(khai, 'handler', 'for', 'Cần tập trung lực lượng và phối hợp với phía bạn');
    expect(await codeOf(vote(khai, 'handler', 'against'))).toBe('key_case.already_voted');
    await vote(chau, 'procuracy', 'for', 'Có nạn nhân dưới 16 tuổi, cần kiểm sát ngay từ đầu');
    expect(await state(khai)).toBe('proposed');
    const dissent = 'Chứng cứ đã rõ, xét xử theo thủ tục thông thường là đủ';
    const done = await vote(luu, 'court', 'against', dissent);
    expect(done.tally).toBe('agreed');
    expect(await state(luu)).toBe('agreed');
    expect((await khai.notices())[0]).toMatchObject({ kind: 'key_case_agreed' });
    const votes = await ofKeyCase(chau, 'keyCaseVote');
    expect(votes.map(one => [one.seat, one.vote]).sort()).toEqual([
      ['court', 'against'],
      ['handler', 'for'],
      ['procuracy', 'for'],
    ]);
    expect(votes.find(one => one.seat === 'court')).toMatchObject({ reasons: dissent, office: court });
    expect(await codeOf(vote(luu, 'court', 'for'))).toBe('act.wrong_state');
  });
});

describe('the joint record', () => {
  const make = (who: Person, more: object = {}) =>
    who.act('keyCasePaper.make', {
      keyCase: it1.key,
      conclusions: 'Kiểm sát viên tham gia hỏi cung ngay từ đầu.\nTòa án cử Thẩm phán theo dõi.',
      ...more,
    });
  const sign = (who: Person, seat: string, signedHash: string, paper = it1.paper!) =>
    who.act('keyCasePaper.sign', { seat, signedHash }, { subject: paper });
  const textOf = async (base64: string | null): Promise<string> => {
    const document = await getDocumentProxy(new Uint8Array(Buffer.from(base64!, 'base64')));
    return (await extractText(document, { mergePages: true })).text.replace(/\s+/g, ' ');
  };
  const sha256 = (base64: string | null) =>
    createHash('sha256').update(Buffer.from(base64!, 'base64')).digest('hex');

  it('says what each agency said, the dissent in its own words, and the rule it was decided by', async () => {
    expect(await reasonsOf(make(nam))).toEqual(['keyCase reference']);
    const first = await make(toan);
    it1.paper = first.id;
    const row = await luu.get('keyCasePaper', it1.paper);
    expect(row).toMatchObject({ state: 'awaiting', turn: 1, pdfHash: first.hash });
    const pdf = await luu.open('keyCasePaper', it1.paper, 'pdf', 'đọc trước khi ký');
    expect(sha256(pdf)).toBe(row.pdfHash);
    const words = await textOf(pdf);
    for (const said of [
      'Có nạn nhân dưới 16 tuổi',
      'Tòa án nhân dân tỉnh',
      'Không đồng ý',
      'Chứng cứ đã rõ, xét xử theo thủ tục thông thường là đủ',
      'Ý kiến khác của Tòa án',
      '2/3 cơ quan đồng ý',
      'Mức ưu tiên: cao nhất',
      'Tòa án cử Thẩm phán theo dõi',
      'không làm ngắn lại hay kéo dài thời hạn nào',
    ])
      expect(words).toContain(said);
  });

  it('is signed by the head of each, in her own seat, by the hash of exactly this paper', async () => {
    const { pdfHash } = await luu.get('keyCasePaper', it1.paper!);
    expect(await kinds(luu)).toContain('key_case_to_sign');
    expect(await codeOf(sign(ha, 'court', pdfHash))).toBe('act.not_yours');
    expect(await codeOf(sign(luu, 'procuracy', pdfHash))).toBe('key_case.not_your_seat');
    expect(await codeOf(sign(luu, 'court', '0'.repeat(64)))).toBe('key_case.other_paper');
    await sign(luu, 'court', pdfHash);
    expect(await codeOf(sign(luu, 'court', pdfHash))).toBe('key_case.already_signed');
    expect(await kinds(luu)).not.toContain('key_case_to_sign');
  });

  it('made again it is another paper: the one before is void, and the signature on it', async () => {
    expect(await reasonsOf(make(chau))).toEqual(['voidedWhy required']);
    const second = await make(chau, { voidedWhy: 'Bổ sung phân công Kiểm sát viên' });
    const before = await luu.get('keyCasePaper', it1.paper!);
    expect(before).toMatchObject({ state: 'void', voidedWhy: 'Bổ sung phân công Kiểm sát viên' });
    expect((await ofKeyCase(luu, 'keyCaseSignature')).map(one => one.voidedAt)).toEqual([expect.any(String)]);
    expect(await codeOf(sign(khai, 'handler', before.pdfHash))).toBe('act.wrong_state');
    it1.paper = second.id;
    expect(await codeOf(sign(luu, 'court', before.pdfHash))).toBe('key_case.other_paper');
  });

  it('with the third signature there is a copy that says who signed what, and when', async () => {
    const { pdfHash } = await luu.get('keyCasePaper', it1.paper!);
    await sign(khai, 'handler', pdfHash);
    await sign(luu, 'court', pdfHash);
    expect(await luu.get('keyCasePaper', it1.paper!)).toMatchObject({ state: 'awaiting' });
    await sign(chau, 'procuracy', pdfHash);
    const row = await luu.get('keyCasePaper', it1.paper!);
    expect(row).toMatchObject({ state: 'signed', pdfHash });
    const copy = await khai.open('keyCasePaper', it1.paper!, 'signedPdf', 'lưu hồ sơ');
    expect(sha256(copy)).toBe(row.signedPdfHash);
    const words = await textOf(copy);
    for (const said of ['DỮ LIỆU CHỮ KÝ', 'Lê Xuân Khải', 'Ngô Minh Châu', 'Mai Thị Lựu', 'Phó Chánh án'])
      expect(words).toContain(said);
    expect(words.replaceAll(' ', '')).toContain(pdfHash);
    const signed = (await ofKeyCase(khai, 'keyCaseSignature')).filter(one => one.paper === it1.paper);
    expect(signed.map(one => [one.seat, one.signedHash, one.office]).sort()).toEqual(
      [
        ['court', pdfHash, court],
        ['handler', pdfHash, khai.office],
        ['procuracy', pdfHash, procuracy],
      ].sort(),
    );
    expect(await codeOf(sign(chau, 'procuracy', pdfHash))).toBe('act.wrong_state');
  });
});

describe('working on it together', () => {
  it('a day they aim at moves no limit of the law; one past the limit is warned of', async () => {
    const before = await limits();
    const set = (who: Person, aimOn: Day) =>
      who.act('keyCaseTarget.set', { keyCase: it1.key, stepKind: 'concluded', aimOn });
    expect(await reasonsOf(set(khai, addDays(today, -1)))).toEqual(['aimOn in_past']);
    const late = await set(khai, addDays(today, 400));
    expect(late.warnings).toMatchObject([{ field: 'aimOn', reason: 'target_after_limit' }]);
    expect(late.warnings[0]!.params.article).toContain('Điều 172');
    expect((await set(chau, addDays(today, 40))).warnings).toEqual([]);
    expect((await ofKeyCase(luu, 'keyCaseTarget')).map(one => one.state).sort()).toEqual([
      'replaced',
      'standing',
    ]);
    expect(await kinds(khai)).not.toContain('key_case_target');
    await set(toan, addDays(today, 10));
    const [near] = (await khai.work()).filter(item => item.kind === 'key_case_target');
    expect(near).toMatchObject({ id: it1.key, due: addDays(today, 10), state: 'running' });
    expect(await limits()).toEqual(before);
    expect(before.length).toBe(1);
  });

  it('meets with minutes that are not written beforehand, and the others are told', async () => {
    const call = (meetsAt: string) =>
      chau.act('keyCaseMeeting.call', { keyCase: it1.key, meetsAt, place: 'Phòng họp Viện kiểm sát tỉnh' });
    const minutes = {
      attendees: 'Ông Khải (PC02); bà Châu (VKS); bà Lựu (TAND)',
      minutes: 'Ba cơ quan nghe điều tra viên báo cáo.',
      decisions: 'Kết luận điều tra trước ngày đã thống nhất.',
    };
    const soon = (await call(`${addDays(today, 3)}T02:00:00Z`)).id;
    expect((await luu.notices())[0]).toMatchObject({ kind: 'key_case_meeting' });
    expect(await reasonsOf(toan.act('keyCaseMeeting.minutes', minutes, { subject: soon }))).toEqual([
      'minutes not_yet_held',
    ]);
    await chau.act('keyCaseMeeting.cancel', { cancelledWhy: 'Trùng lịch xét xử' }, { subject: soon });
    const held = (await call(`${addDays(today, -1)}T02:00:00Z`)).id;
    expect(await kinds(chau)).toContain('key_case_minutes');
    await toan.act('keyCaseMeeting.minutes', minutes, { subject: held });
    expect(await luu.get('keyCaseMeeting', held)).toMatchObject({ state: 'held', ...minutes });
  });

  it('whose turn it is reports each week, is brought to mind once when none did, and is never late', async () => {
    const lastWeek = addDays(weekOf(today), -7);
    await world.owner('update key_case set agreed_on = $2 where id = $1', [it1.key, addDays(lastWeek, -7)]);
    const [due] = (await khai.work()).filter(item => item.kind === 'key_case_week');
    expect(due).toMatchObject({ id: it1.key, due: addDays(weekOf(today), 4) });
    expect(due.state).not.toBe('overdue');
    expect(await kinds(chau)).not.toContain('key_case_week');
    const remind = async () => {
      await sweep(world.system.door, world.now());
      return (await khai.notices()).filter(one => one.kind === 'key_case_week_missing').length;
    };
    expect([await remind(), await remind()]).toEqual([1, 1]);
    const report = (who: Person, weekFrom: Day) =>
      who.act('keyCaseProgress.report', {
        keyCase: it1.key,
        weekFrom,
        done: 'Hỏi cung bị can, lấy lời khai hai người làm chứng',
        next: 'Trưng cầu giám định điện thoại',
        obstacle: 'Chưa có phiên dịch tiếng Hmông',
      });
    expect(await reasonsOf(report(toan, addDays(today, 7)))).toEqual(['weekFrom in_future']);
    expect(await reasonsOf(report(toan, addDays(lastWeek, -14)))).toEqual(['weekFrom before_agreed']);
    await report(toan, today);
    expect(await reasonsOf(report(khai, weekOf(today)))).toEqual(['weekFrom week_told']);
    await report(chau, today);
    expect(await kinds(khai)).not.toContain('key_case_week');
    expect((await ofKeyCase(luu, 'keyCaseProgress')).map(one => one.weekFrom)).toEqual([
      weekOf(today),
      weekOf(today),
    ]);
  });

  it('a week that was told wrongly is set right by the office that told it; both versions stay, and the ledger tells', async () => {
    const theirs = (await ofKeyCase(luu, 'keyCaseProgress')).find(one => one.seat === 'procuracy');
    const told = { done: 'Kiểm sát hai buổi hỏi cung', next: theirs.next, obstacle: null };
    const set = (who: Person, input: object, id = theirs.id) =>
      who.act(
        'keyCaseProgress.correct',
        { correctedWhy: 'Chép nhầm báo cáo của điều tra', ...input },
        { subject: id },
      );
    expect(await codeOf(set(luu, told))).toBe('act.not_yours');
    expect(await codeOf(set(khai, told))).toBe('act.not_yours');
    expect(await reasonsOf(set(chau, { ...told, correctedWhy: null }))).toEqual(['correctedWhy required']);
    expect(await reasonsOf(set(chau, { ...told, done: theirs.done, obstacle: theirs.obstacle }))).toEqual([
      'done nothing_corrected',
    ]);
    await set(chau, told);
    expect(await khai.get('keyCaseProgress', theirs.id)).toMatchObject({
      done: told.done,
      obstacle: null,
      corrections: [
        {
          by: chau.officer,
          why: 'Chép nhầm báo cáo của điều tra',
          was: { done: theirs.done, obstacle: theirs.obstacle },
        },
      ],
    });
    expect((await khai.notices())[0]).toMatchObject({ kind: 'key_case_progress_corrected' });
    // Told by one officer, set right by another of the same office.
    const ours = (await ofKeyCase(luu, 'keyCaseProgress')).find(one => one.seat === 'handler');
    await set(khai, { done: ours.done, next: 'Trưng cầu giám định ba điện thoại', obstacle: null }, ours.id);
    const [entry] = await world.owner(
      `select officer from ledger.entry where name = 'keyCaseProgress.correct' and subject_id = $1`,
      [theirs.id],
    );
    expect(entry).toEqual({ officer: chau.officer });
  });

  it('ends as it began: asked for with a reason, voted on by all three', async () => {
    const end = { endReason: 'grounds_gone', reasons: 'Đã bắt đủ đối tượng, vụ án không còn phức tạp' };
    await onKey(khai, 'keyCase.askEnd', end);
    await vote(luu, 'court', 'for');
    await vote(khai, 'handler', 'for');
    await vote(chau, 'procuracy', 'against', 'Còn một bị can bỏ trốn');
    expect(await state(chau)).toBe('ended');
    const rounds = await ofKeyCase(luu, 'keyCaseRound');
    expect(rounds.map(one => [one.turn, one.roundKind, one.outcome]).sort()).toEqual([
      [1, 'recognise', 'agreed'],
      [2, 'end', 'agreed'],
    ]);
    expect((await luu.get('keyCasePaper', it1.paper!)).state).toBe('signed');
    expect(
      await codeOf(khai.act('keyCaseTarget.set', { keyCase: it1.key, stepKind: 'judged', aimOn: today })),
    ).toBe('act.wrong_state');
    const week = (await ofKeyCase(chau, 'keyCaseProgress')).find(one => one.seat === 'procuracy');
    const told = { done: 'Khác', next: week.next, obstacle: null, correctedWhy: 'Nhầm' };
    expect(await codeOf(chau.act('keyCaseProgress.correct', told, { subject: week.id }))).toBe(
      'act.wrong_state',
    );
  });
});

describe('what is not agreed', () => {
  it('may be proposed again with what has changed, or taken back by whoever proposed it, and by nobody else', async () => {
    const second = await khai.act('keyCase.propose', {
      criminalCase: it1.case,
      grounds: ['complex'],
      reasons: 'Bị can bỏ trốn sang bên kia biên giới',
      priority: 'high',
      court,
    });
    it1.key = second.id;
    await vote(khai, 'handler', 'for');
    await vote(chau, 'procuracy', 'against');
    expect((await vote(luu, 'court', 'abstain')).tally).toBe('not_agreed');
    await onKey(chau, 'keyCase.proposeAgain', { grounds: ['cross_border'], reasons: 'Phía bạn đã trả lời' });
    const take = (who: Person) => onKey(who, 'keyCase.withdraw', { withdrawnWhy: 'Đã dẫn giải về nước' });
    expect(await codeOf(take(khai))).toBe('key_case.not_your_seat');
    await take(chau);
    expect(await state(luu)).toBe('withdrawn');
    const votes = await ofKeyCase(luu, 'keyCaseVote');
    expect(votes.length).toBe(3);
  });

  it('goes with the case to another unit, which sees it once it is named and acts when it sits in the seat', async () => {
    const hand = (who: Person, nextHandler: string) =>
      who.act('criminalCase.handOver', { nextHandler }, { subject: it1.case! });
    const take = (who: Person) =>
      who.act('criminalCase.takeOver', { procuracy, caseLevel: 'province' }, { subject: it1.case! });
    const propose = (who: Person) =>
      who.act('keyCase.propose', {
        criminalCase: it1.case,
        grounds: ['complex'],
        reasons: 'Thử',
        priority: 'usual',
        court,
      });
    await hand(khai, border);
    expect((await ofKeyCase(nam, 'keyCaseVote')).length).toBe(3);
    expect(await codeOf(propose(nam))).toBe('act.not_yours');
    expect(await nam.open('keyCasePaper', it1.paper!, 'signedPdf', 'chuẩn bị tiếp nhận')).not.toBeNull();
    await take(nam);
    expect(await codeOf(khai.get('keyCase', it1.key!))).toBe('record.not_found');
    expect((await nam.get('keyCasePaper', it1.paper!)).state).toBe('signed');
    await hand(nam, khai.office);
    await take(khai);
    expect(await codeOf(nam.get('keyCase', it1.key!))).toBe('record.not_found');
  });

  it('the indictment brings the case itself before the court, and the key case goes with its seats', async () => {
    const step = (who: Person, stepKind: string, more: object = {}) =>
      who.act(
        'criminalCase.step',
        { stepKind, onDay: today, decisionNumber: '40', ...more },
        { subject: it1.case! },
      );
    await step(khai, 'concluded');
    await step(chau, 'indicted', { court: getOffice('toa-an/khu-vuc-1@2025').id });
    const tuyen = await world.as('tuyen');
    expect(await tuyen.get('keyCase', it1.key!)).toMatchObject({ state: 'withdrawn' });
    // The court that was asked before is not the court of the case: its votes stay where they were given.
    expect(await codeOf(ha.get('keyCase', it1.key!))).toBe('record.not_found');
    expect((await ofKeyCase(khai, 'keyCaseVote')).filter(one => one.office === court).length).toBe(1);
  });
});

describe('who can and cannot see it', () => {
  const sight = async (key: string, role?: string) => {
    const who = await world.as(key, role);
    const can = (promise: Promise<unknown>) =>
      promise.then(
        found => (Array.isArray(found) ? found.length : 1),
        () => 'refused',
      );
    return [
      await can(who.get('keyCase', it1.key!)),
      await can(ofKeyCase(who, 'keyCaseVote')),
      await can(who.open('keyCasePaper', it1.paper!, 'signedPdf', 'xem')),
    ];
  };
  it.each([
    ['khai', [1, 3, 1]],
    ['toan', [1, 3, 1]],
    ['chau', [1, 3, 1]],
    ['tuyen', [1, 3, 1]],
    // Head of the court above the one that tries it; the clerk of that court reached it while it sat in the seat, and no longer does.
    ['luu', [1, 3, 1]],
    ['ha', ['refused', 0, 'refused']],
    // Investigators and procurators of other offices.
    ['nam', ['refused', 0, 'refused']],
    ['binh', ['refused', 0, 'refused']],
    // Nobody outside the three agencies: not who identifies victims, not the shelter, not the committee, not the auditor, not the administrator.
    ['dinh', ['refused', 'refused', 'refused']],
    ['nhai', ['refused', 'refused', 'refused']],
    ['my', ['refused', 'refused', 'refused']],
    ['lien', ['refused', 'refused', 'refused']],
    ['vinh', ['refused', 'refused', 'refused']],
    ['hang', ['refused', 'refused', 'refused']],
    ['hoai-nam', ['refused', 'refused', 'refused']],
  ])('%s', async (key, seen) => {
    expect(await sight(key)).toEqual(seen);
  });

  it('the ledger has every vote and signature with the hash that was signed, and the chain holds', async () => {
    const signed = await world.owner<{ hash: string }>(
      `select b.body #>> '{changes,0,values,signedHash}' as hash from ledger.entry e join ledger.body b on b.entry_id = e.id where e.name = 'keyCasePaper.sign'`,
    );
    expect(signed.length).toBe(4);
    expect(signed.every(one => /^[0-9a-f]{64}$/.test(one.hash))).toBe(true);
    const hang = await world.as('hang');
    expect(await hang.ask('/api/ledger/verify')).toMatchObject({ ok: true, broken: 0 });
  });

  it('nothing that was written stands in a log', () => {
    const logged = JSON.stringify(world.log);
    for (const word of ['cầu Kiều', 'Chứng cứ đã rõ', 'bỏ trốn']) expect(logged).not.toContain(word);
  });
});
