/* The certificate of a victim, from the finding of the competent body to the signed copy in her file: who may make it, what it may say, that it never changes,
 * and who cannot open it. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import { addDays } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { type Json, makeWorld, type Person, pageHeaders, refusal, type World } from '../support/world.ts';

let world: World;
let phua: Person;
let nhai: Person;
let my: Person;
let person: string;
const her: Record<string, string> = {};
const pc02 = getOffice('cong-an/pc02@2025').id;
const shelter = getOffice('nhan-ai/nha@2025').id;

const signed = {
  authority: 'KT',
  onBehalfOf: 'Trưởng phòng',
  signerTitle: 'Phó Trưởng phòng',
  signerName: 'Lê Xuân Khải',
};
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A form with a file, as a browser sends it. */
async function sendScan(who: Person, bytes: Buffer, input: Json): Promise<Json> {
  const boundary = 'ranh-gioi';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="input"\r\n\r\n${JSON.stringify({ notSecret: true, ...input })}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="Vàng Thị Mại.png"\r\ncontent-type: image/png\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return world.request({
    method: 'POST',
    url: '/api/documents/scan',
    headers: { ...pageHeaders(who.cookie), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
}

const open = async (who: Person, document: string, format = 'pdf', purpose = 'đưa cho chị ấy') =>
  (await who.ask('/api/documents/open', { document, format, purpose })).file as {
    name: string;
    type: string;
    base64: string;
  };
const hashOf = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
const make = (who: Person, input: Json, purpose?: string) =>
  who.act('document.make', { person, form: 'GXN-24', ...signed, ...input }, purpose ? { purpose } : {});

beforeAll(async () => {
  world = await makeWorld();
  [phua, nhai, my] = (await Promise.all(['phua', 'nhai', 'my'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
  const today = world.today();
  person = (
    await phua.act('person.register', {
      fullName: 'Vàng Thị Mại',
      otherNames: [{ text: '王小梅', kind: 'foreign' }],
      born: '2004',
      sex: 'female',
      ethnicity: '08',
      nationality: 'VN',
      origin: getUnitByCode('02701', world.today()).id,
      phone: '0300 123 4567',
      address: 'Ngõ Chim Yến 4711',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    })
  ).id;
  await phua.act('verification.request', { person, toOffice: pc02, receivedOn: today });
  await phua.act('referral.send', {
    person,
    toOffice: shelter,
    referralPurpose: 'shelter',
    sharedFields: ['person.fullName', 'person.born'],
    ground: 'vital_interest',
    groundArticle: 'Điều 37 Luật 53/2024/QH15',
    until: addDays(today, 30),
  });
});
afterAll(() => world?.stop());

describe('before she is identified', () => {
  it('nobody can certify what was not found', async () => {
    expect(await refusal(make(nhai, {}))).toMatchObject({
      code: 'document.nothing_to_say',
      details: { needs: 'identified' },
    });
  });
  it('an office without the competence makes no certificate, whoever asks', async () => {
    expect((await refusal(make(phua, {}))).code).toBe('limit.not_competent');
    expect((await refusal(make(my, {}))).code).toBe('limit.not_competent');
  });
  it('who does not reach the file makes nothing and sees no preview', async () => {
    const [chuyen, thang] = [await world.as('chuyen'), await world.as('thang')];
    expect((await refusal(make(chuyen, {}))).code).toBe('act.not_yours');
    expect((await refusal(make(thang, {}))).code).toBe('person.not_shared');
    expect((await refusal(thang.ask('/api/documents/preview', { person, form: 'GXN-24' }))).code).toBe(
      'person.not_shared',
    );
  });
});

describe('the certificate', () => {
  it('needs a finding that names it; a paper somebody else made has its number already', async () => {
    const identify = (paperKind: string) =>
      nhai.act('assertion.identify', { person, finding: 'victim', assertedOn: world.today(), paperKind });
    expect((await refusal(identify('foreign_paper'))).fields).toMatchObject([
      { field: 'paperNumber', reason: 'paper_needed' },
    ]);
    await identify('police_certificate');
  });

  it('is previewed with its blanks and why each is blank; sealed details need a purpose', async () => {
    const ask = { person, form: 'GXN-24' };
    const shown = await nhai.ask('/api/documents/preview', ask);
    const why = (fact: string) => shown.blanks.find((blank: Json) => blank.fact === fact)?.why;
    expect(why('person.address')).toBe('sealed');
    expect(why('paper.paperNumber')).toBe('nothing');
    expect(why('person.fullName')).toBeUndefined();
    expect(JSON.stringify(shown.blocks)).toContain('Vàng Thị Mại');
    expect(JSON.stringify(shown)).not.toContain('Chim Yến');
    expect((await refusal(nhai.ask('/api/documents/preview', { ...ask, withSealed: true }))).code).toBe(
      'act.purpose_missing',
    );
    const opened = await nhai.ask('/api/documents/preview', {
      ...ask,
      withSealed: true,
      purpose: 'lập giấy xác nhận',
    });
    expect(JSON.stringify(opened.blocks)).toContain('Chim Yến');
  });

  it('of what was not shared says so, and cannot be made to say it by hand', async () => {
    const shown = await my.ask('/api/documents/preview', { person, form: 'M07-162' });
    expect(shown.blanks).toContainEqual({ fact: 'person.phone', why: 'withheld' });
    expect(JSON.stringify(shown.blocks)).toContain('(*)');
    const entered = JSON.stringify({
      'person.phone': '0900 000 000',
      'newApplication.regimes': 'Học nghề may\nVay vốn.\nNhà ở',
    });
    const again = await my.ask('/api/documents/preview', { person, form: 'M07-162', entered });
    expect(JSON.stringify(again.blocks)).not.toContain('0900 000 000');
    expect(JSON.stringify(again.blocks)).toContain('Học nghề may; Vay vốn. Nhà ở');
  });

  it('takes only words for places the form has', async () => {
    for (const entered of [
      '{',
      '[]',
      '{"person.bankAccount":"1"}',
      '{"law.name":"Luật khác"}',
      '{"hand.none":"x"}',
    ])
      expect([entered, (await refusal(make(nhai, { entered }))).status]).toEqual([entered, 422]);
    expect((await refusal(make(nhai, { onBehalfOf: null }))).fields).toMatchObject([
      { field: 'onBehalfOf', reason: 'required' },
    ]);
  });

  it('is a draft first, without number or bytes, and says that it is one', async () => {
    const done = await make(nhai, { withSealed: true }, 'lập giấy xác nhận');
    her.paper = done.id;
    expect(done.blanks.map((blank: Json) => blank.fact)).toContain('paper.paperNumber');
    expect(await nhai.get('document', done.id)).toMatchObject({
      state: 'drafted',
      form: 'GXN-24',
      paperNumber: null,
      docx: null,
      pdf: null,
      filling: { sealed: true },
    });
    const file = await open(nhai, done.id, 'docx', 'xem bản thảo');
    expect(file.name).toBe('du-thao.docx');
    expect((await refusal(phua.act('document.issue', {}, { subject: done.id }))).code).toBe('act.not_yours');
    expect((await refusal(phua.act('document.void', { reason: 'thử' }, { subject: done.id }))).code).toBe(
      'act.not_yours',
    );
  });

  it('gets the office’s next number when it is issued, and its bytes are what the hashes say', async () => {
    const { paperNumber } = await nhai.act('document.issue', {}, { subject: her.paper! });
    expect(paperNumber).toBe('01/GXN-PC02');
    const row = await nhai.get('document', her.paper!);
    expect(row).toMatchObject({ state: 'issued', paperNumber, issuedOn: world.today() });
    const [pdf, docx] = [await open(nhai, her.paper!), await open(nhai, her.paper!, 'docx')];
    expect([pdf.name, docx.name]).toEqual(['01-GXN-PC02.pdf', '01-GXN-PC02.docx']);
    expect([hashOf(pdf.base64), hashOf(docx.base64)]).toEqual([row.pdfHash, row.docxHash]);
    expect(Buffer.from(pdf.base64, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    expect((await refusal(nhai.act('document.issue', {}, { subject: her.paper! }))).code).toBe(
      'act.wrong_state',
    );
    // It is typed nowhere: every later paper of this office cites it from the certificate.
    const request = await nhai.ask('/api/documents/preview', { person, form: 'M07-162' });
    expect(JSON.stringify(request.blocks)).toContain('01/GXN-PC02');
    expect((await refusal(open(nhai, her.paper!, 'pdf', ''))).code).toBe('act.purpose_missing');
    expect((await refusal(open(nhai, her.paper!, 'exe'))).status).toBe(422);
  });

  it('never changes any more: not even past the server, in the office’s own name', async () => {
    for (const set of [
      "paper_number = '99/GXN-PC02'",
      "pdf_hash = repeat('0', 64)",
      "state = 'drafted'",
      "signer_name = 'Ai đó'",
    ])
      await expect(world.owner(`update document set ${set} where id = $1`, [her.paper!])).rejects.toThrow(
        'does not change',
      );
    const [row] = await world.owner<{ found: boolean }>(
      "select position(convert_to('Chim Yến', 'UTF8') in filling_sealed) + position(convert_to('%PDF', 'UTF8') in pdf_sealed) > 0 as found from document where id = $1",
      [her.paper!],
    );
    expect(row!.found).toBe(false);
  });

  it('is signed when a picture of the signed paper is attached, and by nothing else', async () => {
    const input = { person, scanKind: 'signed', document: her.paper };
    const text = await sendScan(nhai, Buffer.from('<html>không phải ảnh</html>'), input);
    expect(text.body).toMatchObject({
      code: 'input.invalid',
      fields: [{ field: 'content', reason: 'not_a_scan' }],
    });
    expect((await sendScan(nhai, png, { ...input, notSecret: false })).body.fields).toMatchObject([
      { field: 'notSecret', reason: 'secret_paper' },
    ]);
    expect((await sendScan(nhai, Buffer.alloc(10_000_001), input)).body.fields).toMatchObject([
      { reason: 'scan_too_large' },
    ]);
    expect((await sendScan(nhai, png, { ...input, document: newId() })).body.fields).toMatchObject([
      { field: 'document' },
    ]);
    const done = await sendScan(nhai, png, input);
    expect([done.status, done.body.code]).toEqual([200, undefined]);
    her.scan = done.body.scan;
    expect(await nhai.get('document', her.paper!)).toMatchObject({
      state: 'signed',
      signedOn: world.today(),
    });
    expect(await nhai.get('scan', her.scan!)).toMatchObject({
      scanType: 'png',
      size: png.length,
      content: { sealed: true },
    });
    const { file } = await nhai.ask('/api/documents/open-scan', {
      scan: her.scan,
      purpose: 'kiểm tra chữ ký',
    });
    expect(file).toMatchObject({
      name: '01-GXN-PC02.png',
      type: 'image/png',
      base64: png.toString('base64'),
    });
  });

  it('with a mistake in it is replaced by another, which voids it', async () => {
    const wrong = await refusal(make(nhai, { form: 'HS-QPCTP', replaces: her.paper }));
    expect(wrong.fields).toMatchObject([{ field: 'replaces' }]);
    her.second = (await make(nhai, { replaces: her.paper, signerName: 'Trần Văn Kiên' })).id;
    expect((await nhai.get('document', her.paper!)).state).toBe('signed');
    expect((await nhai.act('document.issue', {}, { subject: her.second! })).paperNumber).toBe('02/GXN-PC02');
    expect(await nhai.get('document', her.paper!)).toMatchObject({
      state: 'voided',
      voidedWhy: 'replaced',
      paperNumber: '01/GXN-PC02',
    });
    expect((await sendScan(nhai, png, { person, scanKind: 'signed', document: her.paper })).body.code).toBe(
      'act.wrong_state',
    );
  });
});

describe('other papers', () => {
  it('a foreign paper is received, not made', async () => {
    expect((await refusal(make(phua, { form: 'GT-NN' }))).status).toBe(422);
    expect((await sendScan(phua, png, { person, scanKind: 'received' })).body.fields).toMatchObject([
      { field: 'form', reason: 'required' },
    ]);
    const kept = await sendScan(phua, png, {
      person,
      scanKind: 'received',
      form: 'GT-NN',
      receivedFrom: 'Công an Hà Khẩu',
      legalised: 'no',
    });
    expect(kept.status).toBe(200);
    her.foreign = kept.body.scan;
    await phua.act('scan.remove', { reason: 'quét nhầm trang' }, { subject: her.foreign! });
    expect(await phua.get('scan', her.foreign!)).toMatchObject({
      content: null,
      removedWhy: 'quét nhầm trang',
    });
    expect(
      (await refusal(phua.ask('/api/documents/open-scan', { scan: her.foreign, purpose: 'xem lại' }))).code,
    ).toBe('record.not_found');
    expect(
      (await refusal(phua.act('scan.remove', { reason: 'lần nữa' }, { subject: her.foreign! }))).code,
    ).toBe('act.wrong_state');
  });
  it('each office counts each series for itself; a refused issue leaves no gap', async () => {
    const minutes = async () => {
      const { id } = await phua.act('document.make', { person, form: 'BBGN' });
      return (await phua.act('document.issue', {}, { subject: id })).paperNumber;
    };
    expect(await minutes()).toBe('01/BB-ĐBPCKQTLC');
    const draft = (await phua.act('document.make', { person, form: 'BBGN' })).id;
    await phua.act('document.void', { reason: 'lập nhầm' }, { subject: draft });
    expect((await refusal(phua.act('document.issue', {}, { subject: draft }))).code).toBe('act.wrong_state');
    expect(await minutes()).toBe('02/BB-ĐBPCKQTLC');
  });
  it('an issue sent twice is one paper with one number', async () => {
    const id = newId();
    const paper = (await phua.act('document.make', { person, form: 'TK/NNa' })).id;
    const first = await phua.act('document.issue', {}, { subject: paper, id });
    expect((await phua.act('document.issue', {}, { subject: paper, id })).paperNumber).toBe(
      first.paperNumber,
    );
  });
});

describe('who cannot open it', () => {
  it.each<[string, string | undefined, boolean]>([
    ['nhai', undefined, true],
    ['phua', undefined, true],
    ['quyet', undefined, true],
    ['thang', undefined, false],
    ['my', undefined, false],
    ['toan', undefined, false],
    ['khai', undefined, false],
    ['nam', undefined, false],
    ['chuyen', undefined, false],
    ['van', undefined, false],
    ['hang', undefined, false],
    ['hoai-nam', undefined, false],
  ])('%s', async (key, role, may) => {
    const who = await world.as(key, role);
    for (const [url, body] of [
      ['/api/documents/open', { document: her.second, format: 'pdf', purpose: 'xem' }],
      ['/api/documents/open', { document: her.second, format: 'docx', purpose: 'xem' }],
      ['/api/documents/open-scan', { scan: her.scan, purpose: 'xem' }],
      ['/api/open', { record: 'document', id: her.second, field: 'filling', purpose: 'xem' }],
    ] as const) {
      const answer = await who.post(url, body);
      expect([url, answer.status]).toEqual([url, may ? 200 : 403]);
      if (!may) expect(answer.text).not.toMatch(/Vàng|GXN-PC02/);
    }
    const seen = await who.list('document', { filter: { person: { is: person } } }).catch(() => []);
    // The shelter sees the papers it made itself; here it made none.
    expect(seen.length > 0).toBe(may);
  });

  it('breaking the glass opens the file, not the papers', async () => {
    const san = await world.as('san');
    await san.act(
      'exceptionAccess.begin',
      { person, reason: 'Gia đình báo có người lạ đón mẹ con ở bến xe' },
      { purpose: 'bảo vệ tính mạng' },
    );
    expect((await san.path(person)).person.fullName).toBe('Vàng Thị Mại');
    expect((await san.path(person)).parts.document ?? []).toEqual([]);
    expect((await refusal(open(san, her.second!))).code).toBe('person.not_shared');
    expect((await refusal(make(san, { form: 'TK/NNa' }))).status).toBe(403);
  });

  it('every opening is in the ledger with its purpose, and no name is in it', async () => {
    const hang = await world.as('hang');
    const rows: Json[] = [];
    for (let before: number | null | undefined; before !== null; ) {
      const page: Json = await hang.ask('/api/ledger', { person, ...(before ? { before } : {}) });
      rows.push(...page.rows);
      before = page.next;
    }
    const names = rows.map((row: Json) => row.name);
    for (const name of [
      'document.make',
      'document.issue',
      'document.open.pdf',
      'scan.attach',
      'scan.open.content',
      'person.open.address',
    ])
      expect(names).toContain(name);
    expect(rows).toContainEqual(
      expect.objectContaining({
        name: 'document.open.pdf',
        kind: 'open',
        officer: nhai.officer,
        purpose: 'đưa cho chị ấy',
      }),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Vàng|Mại|Chim Yến/);
    expect(JSON.stringify(world.log)).not.toMatch(/Vàng|Mại|Chim Yến|GXN-PC02/);
  });
});
