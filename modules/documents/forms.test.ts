/* The register of forms: nothing in it names a fact that is not there, nor leaves out a form the facts name; and what a paper says is composed as the decree
 * asks. Refusals and blanks first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { compose, fill, placeAndDay, textOf } from './compose.ts';
import { seriesOf, sources, symbolOf } from './facts.ts';
import { factsOf, inForceOn } from './form.ts';
import { findForm, foreignPaper, forms } from './forms/index.ts';
import { empty, full } from './sample.ts';

const day = '2026-02-05' as Day;
const labels = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../locales/vi/documents.json'), 'utf8'),
) as Record<string, string>;

/** The forms of `shared/facts/law/forms.json` that belong to a victim's path. */
const wanted = [
  'TK-TN',
  'TK/NNa',
  'GCN-VN',
  'BBGN',
  'CV-XM',
  'GXN-24',
  'GXN-25',
  'GXN-TT',
  'PL16',
  'M07-162',
  'M01-119',
  'M03-119',
  'HS-QPCTP',
];

test('every form that belongs here is made, the foreign paper is only received', () => {
  expect(forms.map(form => form.code).sort()).toEqual([...wanted].sort());
  expect(foreignPaper).toMatchObject({ code: 'GT-NN', received: true });
  expect(findForm('GT-NN')).toBeUndefined();
});

describe.each(forms.map(form => [form.code, form] as const))('%s', (_code, form) => {
  test('asks for nothing the file has no field for, and each blank for the pen has a word', () => {
    for (const fact of factsOf(form)) {
      const [source = '', field = ''] = fact.split('.');
      if (source === 'office') expect(['name', 'place']).toContain(field);
      else if (source === 'law') expect(['name', 'proof']).toContain(field);
      else if (source === 'hand') {
        expect(form.hand).toContain(field);
        expect([field, typeof labels[`documents.hand.${field}`]]).toEqual([field, 'string']);
      } else {
        const known = [...Object.keys(sources[source]?.record.fields ?? {}), 'office', 'number'];
        expect([fact, known.includes(field)]).toEqual([fact, true]);
      }
    }
    for (const name of form.hand) expect(factsOf(form)).toContain(`hand.${name}`);
  });

  test('says what it rests on and how much of the official template was seen', () => {
    expect(form.basis.length).toBeGreaterThan(10);
    if (form.seen === 'name') expect(form.confidence).not.toBe('high');
    expect(form.issuer === 'office' ? form.recipients : form.signing).toBeDefined();
  });

  test('of nobody leaves dots and no name of a field; of somebody no dots', () => {
    const blank = textOf(compose(form, empty(form), null));
    expect(blank).toContain('DỰ THẢO');
    expect(blank.join(' ')).not.toMatch(/\{|undefined|null/);
    expect(blank.join(' ')).toContain('………');
    const whole = textOf(compose(form, full(form), { number: '12/X', day })).join('\n');
    expect(whole).not.toMatch(/\{|…|undefined|DỰ THẢO/);
    expect(whole).toBe(whole.normalize('NFC'));
  });
});

describe('blanks', () => {
  const form = findForm('TK-TN')!;
  test('what was not shared is marked, and the paper says what the mark means', () => {
    const said = textOf(compose(form, empty(form), null));
    expect(said.find(text => text.startsWith('Điện thoại'))).toMatch(/…\s\(\*\)$/);
    expect(said.find(text => text.startsWith('2. Tên gọi khác'))).not.toContain('(*)');
    expect(said.at(-1)).toMatch(/^\(\*\) Có trong hồ sơ/);
    expect(textOf(compose(form, full(form), null)).join(' ')).not.toContain('(*)');
  });
  test('a sentence that ends with a stop gets no second one', () => {
    const filling = { ...full(form), values: { 'hand.occupation': 'Làm nương.' } };
    expect(
      fill('Nghề: {hand.occupation}.', filling)
        .map(run => run.text)
        .join(''),
    ).toBe('Nghề: Làm nương.');
  });
});

describe('at the end of a line', () => {
  const said = (text: string, values: Record<string, string>) =>
    fill(text, { ...full(findForm('TK-TN')!), values })
      .map(run => run.text)
      .join('');
  test('a day, an article, a number stay with their word, also where they come from the data', () => {
    expect(
      said('cấp ngày {paper.issuedOn}, số {paper.paperNumber}', {
        'paper.issuedOn': '05/07/2025',
        'paper.paperNumber': '12/GXN',
      }),
    ).toBe('cấp ngày\u00a005/07/2025, số\u00a012/GXN');
    expect(said('khoản 4 Điều 5 Thông tư số 29/2026, ngày 05 tháng 7 năm 2025', {})).toBe(
      'khoản\u00a04 Điều\u00a05 Thông tư số\u00a029/2026, ngày\u00a005 tháng\u00a07 năm\u00a02025',
    );
  });
  test('nothing else is held together', () => {
    expect(said('hai ngày sau, dân số 5 người', {})).toBe('hai ngày sau, dân số\u00a05 người');
    expect(said('nơi cấp {paper.issuer}', { 'paper.issuer': 'Công an' })).toBe('nơi cấp Công an');
    expect(said('Căn cứ vào 3 bản', {})).toBe('Căn cứ vào 3 bản');
  });
});

test.each(forms.map(form => [form.code, form] as const))(
  '%s: the last paragraph is kept with the signatures, and it alone',
  (_code, form) => {
    const { blocks } = compose(form, full(form), null);
    const kept = blocks.flatMap((block, index) => (block.kind === 'text' && block.keep ? [index] : []));
    expect(kept).toHaveLength(1);
    expect(blocks[kept[0]! + 1]!.kind).toBe('columns');
  },
);

test('an application says what she applied for under its own law, and not what she took back', () => {
  const row = (id: string, law: string, state: string) => ({ id, law, state, regimes: ['medical'] });
  const rows = [
    row('old', '66/2011/QH12', 'decided'),
    row('new', '53/2024/QH15', 'to_decide'),
    row('taken back', '53/2024/QH15', 'withdrawn'),
  ];
  const picked = (source: string, found: readonly object[]) =>
    sources[source]!.pick({}, { supportApplication: found as never })?.id;
  expect([picked('oldApplication', rows), picked('newApplication', rows)]).toEqual(['old', 'new']);
  expect([picked('newApplication', rows.slice(2)), picked('newApplication', [])]).toEqual([
    undefined,
    undefined,
  ]);
  expect(factsOf(findForm('PL16')!)).toContain('oldApplication.regimes');
  expect(factsOf(findForm('M07-162')!)).toContain('newApplication.regimes');
});

describe('as Decree 30/2020 asks', () => {
  const form = findForm('GXN-24')!;
  test('days under ten and the first two months with a nought, other months without', () => {
    expect(placeAndDay('Lào Cai', day)).toBe('Lào Cai, ngày 05 tháng 02 năm 2026');
    expect(placeAndDay('Lào Cai', '2026-11-28' as Day)).toBe('Lào Cai, ngày 28 tháng 11 năm 2026');
    expect(placeAndDay('Lào Cai', '2026-07-01' as Day)).toBe('Lào Cai, ngày 01 tháng 7 năm 2026');
  });
  test('number, motto, title, recipients, authority', () => {
    const said = textOf(compose(form, full(form), { number: '12/GXN-PC02', day }));
    for (const one of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'CÔNG AN TỈNH LÀO CAI',
      'PHÒNG CẢNH SÁT HÌNH SỰ',
      'Số: 12/GXN-PC02',
      'GIẤY XÁC NHẬN',
      'Nơi nhận:',
      'KT. TRƯỞNG PHÒNG',
      'PHÓ TRƯỞNG PHÒNG',
      'Lê Xuân Khải',
    ])
      expect(said).toContain(one);
  });
  test.each([
    ['own', null, ['TRƯỞNG PHÒNG']],
    ['Q', null, ['Q. TRƯỞNG PHÒNG']],
    ['TM', 'Ban Chỉ huy', ['TM. BAN CHỈ HUY', 'TRƯỞNG PHÒNG']],
    ['TL', 'Giám đốc', ['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
    ['TUQ', 'Giám đốc', ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
  ])('%s', (authority, onBehalfOf, lines) => {
    const signer = { authority, onBehalfOf, title: 'Trưởng phòng', name: 'A' };
    const said = textOf(compose(form, { ...full(form), signer }, null));
    const at = said.indexOf(lines[0]!);
    expect(said.slice(at, at + lines.length)).toEqual(lines);
  });
  test('an office’s sign in its numbers', () => {
    expect(symbolOf('PC02')).toBe('PC02');
    expect(symbolOf('ĐBP CKQT Lào Cai')).toBe('ĐBPCKQTLC');
    expect(symbolOf('Nhà Nhân ái')).toBe('NNÁ');
    expect(seriesOf('GXN', 'PC02')).toBe('GXN-PC02');
    expect(seriesOf(null, 'PC02')).toBe('PC02');
  });
  test('the application of the old law ends where that of the new one begins', () => {
    const [old, fresh] = [findForm('PL16')!, findForm('M07-162')!];
    for (const [date, which] of [
      ['2025-06-30', old],
      ['2025-07-01', fresh],
    ] as const)
      expect([old, fresh].filter(one => inForceOn(one, date))).toEqual([which]);
  });
});
