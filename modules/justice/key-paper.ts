/* The joint record as blocks (Decree 30/2020): what was asked, each agency's vote with its reasons in its own words, what it came to, and what they agreed besides. A dissent stands
 * like any other vote. The signed copy is the same blocks with one page more; it says which bytes were signed. Always in Vietnamese. */
import { type Day, formatDay, formatInstant, type Instant } from '../../kernel/day.ts';
import {
  type Block,
  bold,
  italic,
  type Line,
  line,
  motto,
  type Paper,
  placeAndDay,
  plain,
} from '../documents/index.ts';
import { type BodySeat, bodySeats } from './seats.ts';

export interface KeyVote {
  readonly seat: BodySeat;
  readonly vote: 'for' | 'against' | 'abstain';
  readonly reasons: string;
  readonly name: string;
  readonly title: string | null;
  readonly at: Instant;
}

export interface KeyPaper {
  readonly number: string;
  readonly turn: number;
  readonly day: Day;
  readonly title: string;
  readonly offices: Readonly<Record<BodySeat, string>>;
  readonly kind: 'recognise' | 'end';
  readonly proposedBy: BodySeat;
  readonly proposedOn: Day;
  readonly grounds: readonly string[];
  readonly endReason: string | null;
  readonly reasons: string;
  readonly votes: readonly KeyVote[];
  /** What had to be reached, in the words of the rule. */
  readonly rule: string;
  readonly outcome: 'agreed' | 'not_agreed';
  /** A code, as those of the votes and of the end. */
  readonly priority: string;
  readonly conclusions: string | null;
}

/** What only the server knows of a paper: where it is made, and how a code of a list is said. */
export interface Said {
  readonly place: string;
  codeOf(list: string, code: string): string;
}

export interface KeySignature {
  readonly seat: BodySeat;
  readonly name: string;
  readonly title: string | null;
  readonly office: string;
  readonly at: Instant;
}

const titles = {
  recognise: 'Thống nhất xác định án trọng điểm',
  end: 'Thống nhất kết thúc theo dõi án trọng điểm',
} as const;

const text = (words: string): Block => ({
  kind: 'text',
  runs: [plain(words)],
  indent: true,
  align: 'justify',
});
const heading = (words: string): Block => ({
  kind: 'text',
  runs: [bold(words)],
  indent: true,
  align: 'left',
  keep: true,
});
/** What somebody wrote in lines stays in lines. */
const paragraphs = (words: string): Block[] =>
  words
    .split(/\n+/)
    .filter(one => one.trim() !== '')
    .map(one => text(one.trim()));

function head({ offices, number, turn, day, kind }: KeyPaper, { place }: Said): Block[] {
  const left: Line[] = [
    ...bodySeats.map(seat => line(12, [bold(offices[seat].toLocaleUpperCase('vi'))])),
    line(13, [plain(`Số: ${number}/BB-${turn}`)], { before: 4 }),
  ];
  const right: Line[] = [...motto, line(13, [italic(placeAndDay(place, day))], { before: 4 })];
  return [
    { kind: 'columns', left, right, leftWidth: 45 },
    { kind: 'line', line: line(14, [bold('BIÊN BẢN')], { before: 18 }) },
    { kind: 'line', line: line(14, [bold(titles[kind])], { rule: 0.2, after: 10 }) },
  ];
}

function opinion(
  { offices }: KeyPaper,
  said: Said,
  { seat, vote, name, title, reasons, at }: KeyVote,
): Block[] {
  const by = [name, title?.toLocaleLowerCase('vi')].filter(Boolean).join(', ');
  return [
    {
      kind: 'text',
      runs: [
        bold(`${offices[seat]}: ${said.codeOf('keyCaseVote', vote)}. `),
        plain(`${by}, ${formatInstant(at, 'vi')}.`),
      ],
      indent: true,
      align: 'left',
      keep: true,
    },
    ...paragraphs(`Lý do: ${reasons}`),
  ];
}

const resultOf = ({ kind, outcome, votes }: KeyPaper): string => {
  const agreeing = votes.filter(({ vote }) => vote === 'for').length;
  const count = `${agreeing}/${bodySeats.length} cơ quan đồng ý`;
  const what = {
    recognise: {
      agreed: 'ba cơ quan xác định vụ án là án trọng điểm',
      not_agreed: 'vụ án chưa được xác định là án trọng điểm',
    },
    end: {
      agreed: 'kết thúc việc theo dõi vụ án là án trọng điểm',
      not_agreed: 'vụ án tiếp tục là án trọng điểm',
    },
  } as const;
  return `Kết quả: ${count}; ${what[kind][outcome]}.`;
};

const toSign = (said: Said, seat: BodySeat): Line[] => [
  line(13, [bold(`ĐẠI DIỆN ${said.codeOf('keyCaseSeat', seat).toLocaleUpperCase('vi')}`)], { before: 12 }),
  line(12, [italic('(Ký trên hệ thống; dữ liệu chữ ký ở trang cuối)')]),
];

/** The paper that is put before the three to be signed. */
export function composeKeyPaper(paper: KeyPaper, said: Said): Paper {
  const { number, turn, title, kind, offices, grounds, reasons, endReason, rule, conclusions } = paper;
  const dissent = paper.votes.filter(({ vote }) => vote !== 'for');
  const last = text(
    'Biên bản này không làm ngắn lại hay kéo dài thời hạn nào của Bộ luật Tố tụng hình sự. Biên bản được lập trên hệ thống; ba cơ quan ký vào cùng một bản, mỗi cơ quan nhận một bản.',
  );
  return {
    title: `${number}/BB-${turn} ${titles[kind]}`,
    blocks: [
      ...head(paper, said),
      text(`Vụ án: ${title}.`),
      text(
        `${offices[paper.proposedBy]} đề nghị ngày ${formatDay(paper.proposedOn, 'vi')}; ba cơ quan đã cho ý kiến như sau.`,
      ),
      heading(kind === 'recognise' ? '1. Căn cứ và lý do đề nghị' : '1. Lý do đề nghị kết thúc'),
      ...(endReason ? [text(`${said.codeOf('keyCaseEnd', endReason)}.`)] : []),
      ...grounds.map(one => text(`- ${one};`)),
      ...paragraphs(reasons),
      heading('2. Ý kiến của từng cơ quan'),
      ...bodySeats.flatMap(seat =>
        paper.votes.filter(one => one.seat === seat).flatMap(one => opinion(paper, said, one)),
      ),
      heading('3. Kết quả'),
      text(resultOf(paper)),
      ...(dissent.length > 0
        ? [
            text(
              `Ý kiến khác của ${dissent.map(({ seat }) => offices[seat]).join(', ')} được giữ nguyên trong biên bản này.`,
            ),
          ]
        : []),
      text(`Cách thống nhất: ${rule}`),
      ...(kind === 'recognise' && paper.outcome === 'agreed'
        ? [text(`Mức ưu tiên: ${said.codeOf('keyCasePriority', paper.priority).toLocaleLowerCase('vi')}.`)]
        : []),
      ...(conclusions ? [heading('4. Nội dung phối hợp'), ...paragraphs(conclusions)] : []),
      { ...last, keep: true } as Block,
      { kind: 'columns', left: toSign(said, 'handler'), right: toSign(said, 'procuracy'), leftWidth: 50 },
      { kind: 'columns', left: [line(13, [plain('')])], right: toSign(said, 'court'), leftWidth: 50 },
    ],
  };
}

/** Sixty-four letters without a gap run out of a line. */
const inGroups = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ');

/** The same paper with the data of its signatures: who signed, for which office and in which post, when, and the hash of what was signed. */
export const withSignatures = (
  paper: Paper,
  signedHash: string,
  signatures: readonly KeySignature[],
): Paper => ({
  title: paper.title,
  blocks: [
    ...paper.blocks,
    { kind: 'line', line: line(14, [bold('DỮ LIỆU CHỮ KÝ')], { before: 24, after: 8 }) },
    text('Ba người có tên dưới đây đã ký vào bản PDF của biên bản này có mã băm SHA-256:'),
    { kind: 'text', runs: [plain(inGroups(signedHash))], indent: false, align: 'left' },
    {
      kind: 'table',
      titles: ['Cơ quan', 'Người ký', 'Chức vụ', 'Ký lúc'],
      widths: [34, 24, 22, 20],
      rows: bodySeats.flatMap(seat =>
        signatures
          .filter(one => one.seat === seat)
          .map(({ office, name, title, at }) => [office, name, title ?? '', formatInstant(at, 'vi')]),
      ),
    },
    text(
      'Bản đã ký này gồm nội dung trên và trang dữ liệu chữ ký; sửa nội dung thì mã băm khác đi và chữ ký không còn giá trị. Mỗi lần ký có một mục trong nhật ký của hệ thống.',
    ),
  ],
});
