/* From a form and what it was filled in with to the blocks of a paper. Pure; the number and the day come last, because a draft has neither. A blank is dots a
 * pen can write on; one that is blank because the maker may not see the value carries a mark, and the paper says at its foot what the mark means. */
import { type Day, formatDay } from '../../kernel/day.ts';
import type { Filling } from './facts.ts';
import { type Form, type Part, placeholder, type Signing } from './form.ts';
import type { Block, Line, Paper, Run } from './layout.ts';

export interface Issued {
  readonly number: string;
  readonly day: Day;
}

const mark = '(*)';

/* Widths in letters of middling width: a line of body text holds 75, its first line five less. Good enough for dots that a pen writes on. */
const lineWidth = 75;
const dot = 2.17;
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter === '…' ? dot : letter === ' ' ? 0.55 : 1), 0);
const shortBlank = '…'.repeat(8);

/** Dots to the end of the line that the text before them is on, or a few on the next; a line of them where the blank is all there is. */
function longBlank(before: string): string {
  if (before === '') return '…'.repeat(32);
  const left = lineWidth - ((5 + widthOf(before)) % lineWidth) - 4;
  return '…'.repeat(left < 14 ? 12 : Math.floor(left / dot));
}

export const plain = (text: string): Run => ({ text });
export const bold = (text: string): Run => ({ text, bold: true });
export const italic = (text: string): Run => ({ text, italic: true });
export const line = (size: number, runs: readonly Run[], more: Partial<Line> = {}): Line => ({
  runs,
  size,
  ...more,
});
const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** "Lào Cai, ngày 05 tháng 02 năm 2026": days under ten and the months January and February with a nought (the decree's way). */
export function placeAndDay(place: string, day: Day | null): string {
  if (!day) return `${place}, ngày …… tháng …… năm ………`;
  const [year, month, date] = day.split('-') as [string, string, string];
  return `${place}, ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** A template's text with the facts put in. */
export function fill(text: string, filling: Filling): Run[] {
  const runs: Run[] = [];
  let at = 0;
  const before = () => runs.map(run => run.text).join('');
  for (const found of text.matchAll(placeholder)) {
    if (found.index > at) runs.push(plain(text.slice(at, found.index)));
    at = found.index + found[0].length;
    const value = factOf(found[1]!, filling);
    // A sentence the officer wrote ends with a stop; so does the form's.
    if (value) runs.push(plain(text[at] === '.' || text[at] === ',' ? value.replace(/\.+$/, '') : value));
    else runs.push(blankOf(found[1]!, filling, at >= text.length ? longBlank(before()) : shortBlank));
  }
  if (at < text.length) runs.push(plain(text.slice(at)));
  return bound(runs.map(run => ({ ...run, text: run.text.normalize('NFC') })));
}

const counted = '(?:ngày|tháng|năm|số|điều|khoản|điểm|mục)';
const withinText = new RegExp(`(?<!\\p{L})(${counted}) (?=\\d)`, 'giu');
const atItsEnd = new RegExp(`(?<!\\p{L})(${counted}) $`, 'iu');

/** "ngày 05", "Điều 28", "số 53/2024/QH15" are not torn apart at the end of a line, also where the number comes from the data. */
function bound(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    const text = run.text.replace(withinText, '$1\u00a0');
    return {
      ...run,
      text: /^\d/.test(runs[index + 1]?.text ?? '') ? text.replace(atItsEnd, '$1\u00a0') : text,
    };
  });
}

function blankOf(fact: string, filling: Filling, room: string): Run {
  const withheld = filling.blanks.some(blank => blank.fact === fact && blank.why === 'withheld');
  return withheld ? { text: `${room} ${mark}`, blank: 'withheld' } : { text: room, blank: 'blank' };
}

const factOf = (fact: string, filling: Filling): string | undefined =>
  fact === 'office.name'
    ? filling.office.name
    : fact === 'office.place'
      ? filling.office.place
      : filling.values[fact];

export const motto: readonly Line[] = [
  line(12, [bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')]),
  line(13, [bold('Độc lập - Tự do - Hạnh phúc')], { rule: 0.52 }),
];

function head(form: Form, filling: Filling, issued: Issued | null): Block[] {
  const day = line(13, [italic(placeAndDay(filling.office.place, issued?.day ?? null))], { before: 4 });
  if (form.issuer === 'person')
    return [motto[0]!, { ...motto[1]!, rule: 0.31 }, { ...day, before: 10 }].map(one => ({
      kind: 'line' as const,
      line: one,
    }));
  const number = issued ? `Số: ${issued.number}` : `Số: ………/${seriesShown(form, filling)}`;
  const left: Line[] = [
    line(12, [plain(upper(filling.office.superior))]),
    line(12, [bold(upper(filling.office.name))], { rule: 0.4 }),
    line(13, [plain(number)], { before: 4 }),
    ...(form.title === '' && form.summary ? [line(12, [plain(form.summary)], { before: 2 })] : []),
  ];
  const right = form.issuer === 'minutes' ? [...motto] : [...motto, day];
  return [{ kind: 'columns', left: left.filter(one => one.runs[0]!.text !== ''), right, leftWidth: 40 }];
}

const seriesShown = (form: Form, { office }: Filling): string =>
  form.symbol ? `${form.symbol}-${office.symbol}` : office.symbol;

function title(form: Form): Block[] {
  if (form.title === '') return [];
  return [
    {
      kind: 'line',
      line: line(14, [bold(upper(form.title))], {
        before: 18,
        ...(form.summary ? {} : { rule: 0.2, after: 10 }),
      }),
    },
    ...(form.summary
      ? [{ kind: 'line' as const, line: line(14, [bold(form.summary)], { rule: 0.2, after: 10 }) }]
      : []),
  ];
}

function bodyBlocks(part: Part, filling: Filling): Block[] {
  if (typeof part === 'string') {
    const runs = fill(part, filling);
    // Lines of items stay on the left: justified, the gaps between two items on a line would tear.
    const items = /^\d+\. |: \{|: …/.test(part) || part.includes('     ');
    const block = { kind: 'text', runs, indent: true, align: items ? 'left' : 'justify' } as const;
    // Room for an account: three lines of dots, each a paragraph, because dots do not break like words.
    return runs.length === 1 && runs[0]!.blank ? [block, block, block] : [block];
  }
  if ('heading' in part) return [{ kind: 'text', runs: [bold(part.heading)], indent: true, align: 'left' }];
  if ('basis' in part)
    return [
      {
        kind: 'text',
        runs: fill(part.basis, filling).map(run => ({ ...run, italic: true as const })),
        indent: true,
        align: 'justify',
      },
    ];
  if ('to' in part)
    return [
      {
        kind: 'line',
        line: line(13, fill(part.to, filling), { before: 12, after: 8 }),
      },
    ];
  if (filling.children.length === 0)
    return [{ kind: 'text', runs: [plain('Không có trong hồ sơ.')], indent: true, align: 'left' }];
  return [
    {
      kind: 'table',
      titles: part.children.map(([name]) => name),
      widths: part.children.map(([, , width]) => width),
      rows: filling.children.map(row => part.children.map(([, field]) => row[field] ?? '')),
    },
  ];
}

/** The last paragraph goes with the signatures. */
const withFoot = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, index) =>
    index === blocks.length - 1 && block.kind === 'text' ? { ...block, keep: true } : block,
  );

/** TM., KT., TL., TUQ., Q.: who signs, and for whom. */
function authorityLines({ signer }: Filling): Line[] {
  const own = upper(signer.title ?? '');
  if (signer.authority === 'own') return [line(13, [bold(own)])];
  if (signer.authority === 'Q') return [line(13, [bold(`Q. ${own}`)])];
  return [line(13, [bold(`${signer.authority}. ${upper(signer.onBehalfOf ?? '')}`)]), line(13, [bold(own)])];
}

function foot(form: Form, filling: Filling): Block[] {
  if (form.issuer === 'office') {
    const left = [
      line(12, [{ text: 'Nơi nhận:', bold: true, italic: true }], { align: 'left' }),
      ...(form.recipients ?? []).map(one => line(11, [plain(`- ${one}`)], { align: 'left' })),
    ];
    const right = [...authorityLines(filling), line(13, [bold(filling.signer.name ?? '')], { before: 76 })];
    return [{ kind: 'columns', left, right, leftWidth: 45 }];
  }
  const [left, right] = form.signing ?? [null, null];
  const side = (signing: Signing | null): Line[] =>
    signing
      ? [
          line(13, [bold(signing.title)]),
          line(12, [italic(signing.note)]),
          line(13, [bold((signing.name && filling.values[signing.name]) ?? '')], { before: 64 }),
        ]
      : [];
  return [{ kind: 'columns', left: side(left), right: side(right), leftWidth: 50 }];
}

/** Blanks that stand on the paper because the maker may not see the value, and where a declaration is registered. */
function notes(form: Form, filling: Filling, issued: Issued | null): Block[] {
  const said: Block[] = [];
  const note = (text: string) =>
    said.push({ kind: 'line', line: line(11, [italic(text)], { align: 'left', before: 8 }) });
  if (filling.blanks.some(blank => blank.why === 'withheld'))
    note(
      `${mark} Có trong hồ sơ, nhưng cơ quan lập giấy này không được chia sẻ; người có thẩm quyền ghi tay nếu cần.`,
    );
  if (form.issuer === 'person' && issued)
    note(`Số đăng ký tại ${filling.office.name}: ${issued.number}, ngày ${formatDay(issued.day, 'vi')}.`);
  return said;
}

/** The paper of a form: a draft without number and day, an issued one with both. */
export function compose(form: Form, filling: Filling, issued: Issued | null): Paper {
  const name = [form.title, form.summary].filter(Boolean).join(' – ');
  return {
    title: issued ? `${issued.number} ${name}` : name,
    blocks: [
      ...(issued
        ? []
        : [{ kind: 'line' as const, line: line(12, [bold('DỰ THẢO')], { align: 'left', after: 8 }) }]),
      ...head(form, filling, issued),
      ...title(form),
      ...withFoot(form.body.flatMap(part => bodyBlocks(part, filling))),
      ...foot(form, filling),
      ...notes(form, filling, issued),
    ],
  };
}

/** Every word of a paper in reading order, for searching it and for tests. */
export function textOf(paper: Paper): string[] {
  const ofLine = (one: Line) => one.runs.map(run => run.text).join('');
  return paper.blocks
    .flatMap(block =>
      block.kind === 'columns'
        ? [...block.left, ...block.right].map(ofLine)
        : block.kind === 'line'
          ? [ofLine(block.line)]
          : block.kind === 'text'
            ? [block.runs.map(run => run.text).join('')]
            : [...block.titles, ...block.rows.flat()],
    )
    .filter(Boolean);
}
