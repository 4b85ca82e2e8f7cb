/* A telephone is seized and goes from hand to hand until the court has it; what is taken out of the system for the defence can be checked by anybody, and a byte, a time or a step
 * that was changed is named. The people are invented. */
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/day.ts';
import type { Manifest } from '../../server/evidence/manifest.ts';
import { verifyEvidence } from '../../server/evidence/verify.ts';
import { opening } from '../support/cases.ts';
import {
  codeOf,
  type Json,
  makeWorld,
  type Person,
  pageHeaders,
  reasonsOf,
  refusal,
  type World,
} from '../support/world.ts';

let world: World;
let [khai, toan, chau, ha, my, nam]: Person[] = [];
const it1: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  [khai, toan, chau, ha, my, nam] = await Promise.all(
    ['khai', 'toan', 'chau', 'ha', 'my', 'nam'].map(key => world.as(key)),
  );
  const opened = await khai!.act('criminalCase.open', opening(addDays(world.today(), -20)));
  it1.case = opened.id;
});
afterAll(() => world?.stop());

/** A form with a file, as the page sends it. */
async function bring(who: Person, bytes: Buffer, input: object): Promise<Json> {
  const border = '----evid';
  const payload = Buffer.concat([
    Buffer.from(
      `--${border}\r\ncontent-disposition: form-data; name="input"\r\n\r\n${JSON.stringify(input)}\r\n--${border}\r\ncontent-disposition: form-data; name="file"; filename="x"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${border}--\r\n`),
  ]);
  return world.request({
    method: 'POST',
    url: '/api/exhibits/file',
    headers: { ...pageHeaders(who.cookie), 'content-type': `multipart/form-data; boundary=${border}` },
    payload,
  });
}

describe('the telephone', () => {
  const telephone = {
    exhibitKind: 'device',
    classified: 'no',
    what: 'Điện thoại màu đen, vỡ góc màn hình',
    exhibitWay: 'seized',
    gotPlace: 'Phòng trọ số 4',
    minutesNumber: '12/BB-PC02',
    fromWhom: 'Vàng Mí Ví Dụ',
    sealNumber: '0417',
  };
  const receive = (who: Person, more: object = {}) =>
    who.act('exhibit.receive', {
      criminalCase: it1.case,
      ...telephone,
      gotAt: `${addDays(world.today(), -10)}T02:00:00Z`,
      ...more,
    });

  it('is entered by those who handle the case and by nobody else; of a state secret only the number', async () => {
    expect(await codeOf(receive(my!))).toBe('act.not_yours');
    expect(await reasonsOf(receive(nam!))).toEqual(['criminalCase no_such_case']);
    expect(await reasonsOf(receive(khai!, { what: null }))).toEqual(['what required']);
    expect(await reasonsOf(receive(khai!, { classified: 'yes' }))).toEqual([
      'referenceNumber required',
      'what secret_exhibit',
      'gotPlace secret_exhibit',
      'fromWhom secret_exhibit',
    ]);
    const done = await receive(khai!);
    expect(done.number).toMatch(/^VC-/);
    it1.phone = done.id;
    it1.secret = (
      await receive(khai!, {
        classified: 'yes',
        referenceNumber: 'M-07/2026',
        what: null,
        gotPlace: null,
        fromWhom: null,
      })
    ).id;
    const secret = await bring(khai!, Buffer.from('mật'), {
      exhibit: it1.secret,
      title: 'Bản chụp',
      notSecret: true,
    });
    expect(secret.body.code).toBe('exhibit.classified');
  });

  it('gets its files hashed by the server when they come in', async () => {
    const bytes = Buffer.from('ảnh chụp màn hình, tin nhắn hẹn ở chợ phiên');
    const given = { exhibit: it1.phone, title: 'Ảnh chụp tin nhắn', notSecret: true };
    expect((await bring(khai!, bytes, { ...given, notSecret: false })).body.fields).toMatchObject([
      { field: 'notSecret', reason: 'secret_paper' },
    ]);
    expect((await bring(my!, bytes, given)).body.code).toBe('act.not_yours');
    const done = await bring(khai!, bytes, given);
    expect(done.status).toBe(200);
    it1.file = done.body.file;
    expect(await chau!.get('exhibitFile', it1.file!)).toMatchObject({
      size: bytes.length,
      mediaType: 'other',
      hash: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('goes only from whoever holds it, and is another’s only when she says so herself', async () => {
    const at = (hour: number) => `${addDays(world.today(), -5)}T0${hour}:00:00Z`;
    const hand = (who: Person, nextHolder: string, happenedAt = at(1)) =>
      who.act('exhibit.handOver', { nextHolder, happenedAt, sealNumber: '0417' }, { subject: it1.phone! });
    const confirm = (who: Person, happenedAt: string) =>
      who.act('exhibit.confirm', { happenedAt }, { subject: it1.phone! });
    expect(await codeOf(hand(toan!, chau!.officer))).toBe('act.not_yours');
    expect(await reasonsOf(hand(khai!, my!.officer))).toEqual(['nextHolder not_in_a_seat']);
    expect(await reasonsOf(hand(khai!, toan!.officer, `${addDays(world.today(), -11)}T01:00:00Z`))).toEqual([
      'happenedAt before_custody_step',
    ]);
    await hand(khai!, toan!.officer);
    expect((await toan!.work()).find(item => item.kind === 'exhibit_to_confirm')).toMatchObject({
      id: it1.phone,
    });
    expect(await codeOf(confirm(khai!, at(2)))).toBe('act.not_yours');
    expect(await khai!.get('exhibit', it1.phone!)).toMatchObject({
      state: 'handing_over',
      holder: khai!.officer,
    });
    // The seal is broken: it stays with who gave it until somebody looks at it together.
    await toan!.act(
      'exhibit.decline',
      { happenedAt: at(2), note: 'Niêm phong bị rách' },
      { subject: it1.phone! },
    );
    await hand(khai!, toan!.officer, at(3));
    await confirm(toan!, at(4));
    const move = (who: Person, more: object) =>
      who.act('exhibit.move', { happenedAt: at(5), ...more }, { subject: it1.phone! });
    expect(await reasonsOf(move(toan!, { custodyKind: 'sent_to_examination' }))).toEqual([
      'toBody required',
      'decisionNumber required',
    ]);
    expect(await codeOf(move(toan!, { custodyKind: 'returned' }))).toBe('act.wrong_state');
    await move(toan!, {
      custodyKind: 'sent_to_examination',
      toBody: 'Phòng Kỹ thuật hình sự',
      decisionNumber: '30/QĐ-TCGĐ',
    });
    await move(toan!, { custodyKind: 'returned', happenedAt: at(6) });
    await hand(toan!, chau!.officer, at(7));
    await confirm(chau!, at(8));
    const chain = await chau!.list('custodyStep', { filter: { exhibit: { is: it1.phone } } });
    expect(chain.toSorted((a, b) => a.turn - b.turn).map(step => [step.custodyKind, step.holder])).toEqual([
      ['received', khai!.officer],
      ['handed_over', khai!.officer],
      ['not_taken', khai!.officer],
      ['handed_over', khai!.officer],
      ['taken_over', toan!.officer],
      ['sent_to_examination', toan!.officer],
      ['returned', toan!.officer],
      ['handed_over', toan!.officer],
      ['taken_over', chau!.officer],
    ]);
  });

  it('is opened with a purpose; who opened it, when and why is there for all who handle the case', async () => {
    const open = (who: Person, purpose: string) => who.ask('/api/exhibits/open', { file: it1.file, purpose });
    expect(await codeOf(open(chau!, ''))).toBe('act.purpose_missing');
    expect(await codeOf(open(my!, 'xem thử'))).toBe('record.not_found');
    expect(await codeOf(open(ha!, 'xem thử'))).toBe('record.not_found');
    const { file } = await open(chau!, 'Đối chiếu với lời khai');
    expect(Buffer.from(file.base64, 'base64').toString('utf8')).toContain('chợ phiên');
    const { openings } = await khai!.ask('/api/exhibits/openings', { criminalCase: it1.case });
    expect(openings).toMatchObject([
      { file: it1.file, officer: chau!.officer, purpose: 'Đối chiếu với lời khai' },
    ]);
    expect(await codeOf(my!.ask('/api/exhibits/openings', { criminalCase: it1.case }))).toBe(
      'record.not_found',
    );
  });
});

describe('what is taken out', () => {
  let files: Record<string, Uint8Array>;
  let key: string;
  const manifest = (): Manifest => JSON.parse(strFromU8(files['manifest.json']!));
  /** The package with its manifest changed. */
  const forged = (change: (manifest: Json) => void) => {
    const copy = manifest();
    change(copy);
    return { ...files, 'manifest.json': strToU8(JSON.stringify(copy, null, 1)) };
  };
  const step = (copy: Json, turn: number) =>
    copy.custody.find((one: Json) => one.values.exhibit === it1.phone && one.values.turn === turn);

  it('leaves with a purpose, for those who handle the case', async () => {
    const take = (who: Person, purpose: string | null) =>
      who.ask('/api/exhibits/export', { criminalCase: it1.case, purpose });
    expect(await codeOf(take(khai!, null))).toBe('act.purpose_missing');
    expect(await codeOf(take(my!, 'gửi luật sư'))).toBe('record.not_found');
    const answer = await take(khai!, 'Gửi người bào chữa');
    files = unzipSync(Buffer.from(answer.files[0].base64, 'base64'));
    key = answer.verifierKey;
    expect(Object.keys(files).toSorted()).toEqual([
      'README.txt',
      expect.stringMatching(/^files\/VC-.*-1\.bin$/),
      'manifest.json',
      'manifest.note',
    ]);
    // Nothing sealed leaves in it.
    expect(strFromU8(files['manifest.json']!)).not.toContain('Vàng Mí');
  });

  it('verifies without our database, the openings of the export itself among the rest', async () => {
    expect(await verifyEvidence(files)).toMatchObject({ flaw: null, unproven: 0, signedBy: null });
    expect(await verifyEvidence(files, [key])).toMatchObject({ flaw: null, signedBy: ['chungtay.lao-cai'] });
    expect(manifest().openings.map(opening => opening.purpose)).toEqual([
      'Đối chiếu với lời khai',
      'Gửi người bào chữa',
    ]);
  });

  it('a byte, a time, a step, a name, an opening: what was changed is named', async () => {
    const flawOf = async (changed: Record<string, Uint8Array>) => (await verifyEvidence(changed)).flaw;
    const path = Object.keys(files).find(name => name.startsWith('files/'))!;
    const flipped = Uint8Array.from(files[path]!);
    flipped[3]! ^= 1;
    const number = manifest().exhibits.find(one => one.id === it1.phone)!.number;
    expect(await flawOf({ ...files, [path]: flipped })).toEqual({ part: 'file', name: path, why: 'hash' });
    expect(await flawOf({ ...files, 'more.txt': strToU8('x') })).toMatchObject({ why: 'unlisted' });
    expect(
      await flawOf(
        forged(copy => {
          copy.custody = copy.custody.filter((one: Json) => one !== step(copy, 3));
        }),
      ),
    ).toEqual({ part: 'custody', name: `${number} 3`, why: 'gap' });
    // The last step is no gap, but the ledger knows of it.
    expect(
      await flawOf(
        forged(copy => {
          copy.custody = copy.custody.filter((one: Json) => one !== step(copy, 9));
        }),
      ),
    ).toMatchObject({ part: 'entry', why: 'not_told' });
    const later = forged(copy => {
      step(copy, 5).values.happenedAt = step(copy, 6).values.happenedAt;
    });
    expect(await flawOf(later)).toEqual({ part: 'custody', name: `${number} 5`, why: 'not_as_entered' });
    // Changed in the entry's body as well: then it is not what the entry was bound to.
    const both = forged(copy => {
      const time = step(copy, 6).values.happenedAt;
      const { entry } = step(copy, 5);
      step(copy, 5).values.happenedAt = time;
      const { body } = copy.entries.find((one: Json) => one.entry.id === entry);
      for (const change of body.body.changes)
        if (change.insert === 'custodyStep') change.values.happenedAt = time;
    });
    expect(await flawOf(both)).toMatchObject({ part: 'entry', why: 'chain' });
    expect(
      await flawOf(
        forged(copy => {
          copy.openings[0].purpose = 'Khác';
        }),
      ),
    ).toMatchObject({ part: 'opening', why: 'not_as_entered' });
    expect(
      await flawOf(
        forged(copy => {
          copy.names[khai!.officer] = 'Người khác';
        }),
      ),
    ).toEqual({ part: 'manifest', name: 'manifest.json', why: 'changed' });
  });

  it('signed by another key it is not ours', async () => {
    const { signerOf } = await import('../../kernel/ledger/checkpoint.ts');
    const other = signerOf(Buffer.alloc(32, 7), 'chungtay.lao-cai').verifierKey;
    expect((await verifyEvidence(files, [other])).flaw).toMatchObject({ part: 'signature', why: 'key' });
  });

  it('a file that was changed behind the back of the system is neither opened nor taken out', async () => {
    await world.owner('update exhibit_file set hash = $2 where id = $1', [it1.file, 'f'.repeat(64)]);
    expect(await codeOf(khai!.ask('/api/exhibits/open', { file: it1.file, purpose: 'xem lại' }))).toBe(
      'exhibit.altered',
    );
    expect(
      await codeOf(khai!.ask('/api/exhibits/export', { criminalCase: it1.case, purpose: 'xem lại' })),
    ).toBe('exhibit.altered');
  });
});

describe('the woman it happened to', () => {
  let van: Person;
  let phua: Person;
  const she: Record<string, string> = {};
  const ask = (who: Person, more: object = {}) =>
    who.act('participation.ask', {
      criminalCase: it1.case,
      statementNotice: she.notice,
      participantRole: 'victim',
      why: 'Chị là bị hại trong vụ án',
      ...more,
    });
  const linkAsSeen = async (who: Person) => (await who.list('participation'))[0];

  beforeAll(async () => {
    [van, phua] = (await Promise.all(['van', 'phua'].map(key => world.as(key)))) as [Person, Person];
    const file = await van.act('person.register', {
      fullName: 'Lù Thị Ví Dụ',
      born: '2010',
      sex: 'female',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    she.file = file.id;
    she.number = file.number!;
    she.notice = (
      await van.act('statementNotice.send', { person: she.file, toOffice: khai!.office, available: 'yes' })
    ).id;
  });

  it('is linked to the case by nobody who was not told of her, and only when whoever holds her file agrees', async () => {
    expect(await codeOf(ask(van))).toBe('act.not_yours');
    expect(await reasonsOf(ask(nam!))).toEqual(['criminalCase no_such_case']);
    expect(await codeOf(ask(chau!))).toBe('act.not_yours');
    expect(await reasonsOf(ask(khai!, { statementNotice: null, sharedFile: she.file }))).toEqual([
      'statementNotice no_such_notice',
    ]);
    she.link = (await ask(khai!)).id;
    expect(await reasonsOf(ask(toan!))).toEqual(['statementNotice already_linked']);
    expect((await van.work()).find(item => item.kind === 'participation_asked')).toMatchObject({
      id: she.link,
    });
    const answer = (who: Person) => who.act('participation.accept', {}, { subject: she.link! });
    for (const who of [khai!, phua, my!, ha!]) expect((await refusal(answer(who))).status).not.toBe(200);
    const statement = { participation: she.link, statementAsked: 'account_kept' };
    expect(
      await reasonsOf(
        khai!.act('statementRequest.ask', {
          ...statement,
          whatFor: 'Làm rõ thủ đoạn',
          statementGround: 'bltths2015.188',
        }),
      ),
    ).toEqual(['participation not_linked']);
    // Not agreed yet: nothing of the case is known to whoever holds her file.
    expect(await linkAsSeen(van)).toMatchObject({ state: 'asked', caseStage: null, handler: khai!.office });
    await answer(van);
  });

  it('her worker sees how far the case has come, and not which case it is or who is accused', async () => {
    const seen = await linkAsSeen(van);
    expect(seen).toMatchObject({
      state: 'accepted',
      caseStage: 'investigation',
      stageOn: addDays(world.today(), -20),
      initiatedOn: addDays(world.today(), -20),
    });
    for (const name of ['criminalCase', 'procuracy', 'nextHandler']) expect(seen).not.toHaveProperty(name);
    expect(await codeOf(van.get('criminalCase', it1.case!))).toBe('record.not_found');
    expect(await codeOf(van.list('accused'))).toBe('record.not_found');
    expect(
      (await refusal(van.list('participation', { filter: { criminalCase: { is: it1.case } } }))).status,
    ).toBeGreaterThan(400);
  });

  it('a witness’s holder is told of no stage', async () => {
    const other = await van.act('person.register', {
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'api',
    });
    const notice = await van.act('statementNotice.send', {
      person: other.id,
      toOffice: khai!.office,
      available: 'yes',
    });
    const link = await ask(khai!, { statementNotice: notice.id, participantRole: 'witness' });
    await van.act('participation.accept', {}, { subject: link.id });
    expect(await van.get('participation', link.id)).toMatchObject({ state: 'accepted', caseStage: null });
    await khai!.act('participation.end', { answerWhy: 'Không cần nữa' }, { subject: link.id });
  });

  it('her statement is asked for with a purpose and an article, and her file stays closed', async () => {
    const asked = {
      participation: she.link,
      statementAsked: 'account_kept',
      whatFor: 'Làm rõ ai đã hứa việc làm',
      statementGround: 'bltths2015.188',
    };
    expect(await reasonsOf(khai!.act('statementRequest.ask', { ...asked, whatFor: null }))).toEqual([
      'whatFor required',
    ]);
    expect(await codeOf(van.act('statementRequest.ask', asked))).toBe('act.not_yours');
    she.request = (await khai!.act('statementRequest.ask', asked)).id;
    expect(await reasonsOf(toan!.act('statementRequest.ask', asked))).toEqual([
      'participation already_asked',
    ]);
    expect(await codeOf(khai!.path(she.file!))).toBe('person.not_shared');
    expect(await khai!.list('person')).toEqual([]);
    expect((await van.work()).find(item => item.kind === 'statement_asked')).toMatchObject({
      id: she.request,
    });
  });

  it('may be put off and asked again; a girl is not heard without somebody who stands for her', async () => {
    const answer = (how: string, input: object, who = van) =>
      who.act(`statementRequest.${how}`, input, { subject: she.request! });
    expect(
      await reasonsOf(answer('delay', { answerWhy: 'Em chưa sẵn sàng', askAgainOn: world.today() })),
    ).toEqual(['askAgainOn in_past']);
    await answer('delay', { answerWhy: 'Em chưa sẵn sàng', askAgainOn: addDays(world.today(), 7) });
    expect(await khai!.get('statementRequest', she.request!)).toMatchObject({
      state: 'not_yet',
      answerWhy: 'Em chưa sẵn sàng',
    });
    const given = {
      statement: 'Một người tên Sếnh hứa tìm việc ở nhà hàng, lấy điện thoại của em ở bến xe.',
      givenGround: 'consent',
    };
    expect(await reasonsOf(answer('give', given))).toEqual(['withRepresentative needs_representative']);
    const stood = { ...given, withRepresentative: 'yes', withSupportPerson: 'yes' };
    expect(await codeOf(answer('give', stood))).toBe('consent.missing');
    const consent = (more: object) =>
      van.act('consent.record', {
        person: she.file,
        given: 'yes',
        givenBy: 'herself_and_guardian',
        childAssent: 'yes',
        guardianAnswer: 'yes',
        recipient: khai!.office,
        dataClasses: ['who', 'herAccount'],
        ...more,
      });
    const other = await consent({ consentPurpose: 'services' });
    expect(await codeOf(answer('give', { ...stood, consent: other.id }))).toBe('consent.missing');
    const hers = await consent({ consentPurpose: 'criminal_proceedings' });
    expect((await refusal(answer('give', { ...stood, consent: hers.id }, phua))).status).toBeGreaterThan(400);
    expect(await reasonsOf(answer('give', { ...stood, givenGround: 'criminal_procedure' }))).toEqual([
      'answerWhy required',
    ]);
    await answer('give', { ...stood, consent: hers.id });
    expect((await khai!.notices())[0]).toMatchObject({ kind: 'statement_answered' });
    expect(await khai!.open('statementRequest', she.request!, 'statement', 'lập hồ sơ')).toContain('Sếnh');
    expect(await chau!.open('statementRequest', she.request!, 'statement', 'kiểm sát')).toContain('Sếnh');
  });

  it('the case goes on to the procuracy and her worker sees it, with the day', async () => {
    await khai!.act(
      'criminalCase.step',
      { stepKind: 'concluded', onDay: world.today(), decisionNumber: '40/KLĐT' },
      { subject: it1.case! },
    );
    expect(await van.get('participation', she.link!)).toMatchObject({
      caseStage: 'procuracy',
      stageOn: world.today(),
    });
  });

  it('ends with what each of them can and cannot see', async () => {
    const sees = async (who: Person) => {
      const count = async (record: string) => {
        const answer = await who.post('/api/list', { record });
        return answer.status === 200 ? answer.body.rows.length : 'closed';
      };
      return [
        await count('criminalCase'),
        await count('exhibit'),
        await count('participation'),
        await count('statementRequest'),
        await count('person'),
      ];
    };
    expect(await sees(khai!)).toEqual([1, 2, 2, 1, 0]);
    expect(await sees(chau!)).toEqual([1, 2, 2, 1, 'closed']);
    expect(await sees(van)).toEqual(['closed', 'closed', 2, 1, 2]);
    // Another investigator, another post, a shelter, the court that has no indictment yet, those who run the system.
    expect(await sees(nam!)).toEqual([0, 0, 0, 0, 0]);
    for (const who of [phua, my!]) expect((await sees(who)).slice(0, 4)).toEqual(['closed', 'closed', 0, 0]);
    expect((await sees(ha!)).slice(0, 4)).toEqual([0, 0, 'closed', 'closed']);
    for (const key of ['hang', 'hoai-nam', 'vinh'])
      expect((await sees(await world.as(key))).slice(0, 4)).toEqual(Array(4).fill('closed'));
  });
});
