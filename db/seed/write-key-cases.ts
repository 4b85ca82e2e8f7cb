/* What the invented province shows of key cases: one that was agreed although the court is of another mind, whose joint record waits for two signatures, and one that waits for the
 * vote of the procuracy. */
import type pg from 'pg';
import { addDays, addHours, type Day, startOfDay } from '../../kernel/day.ts';
import { withoutBrackets } from '../../modules/documents/index.ts';
import {
  type BodySeat,
  bodySeats,
  composeKeyPaper,
  type KeyPaper,
  weekOf,
} from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import { bothShapes } from '../../server/documents/bytes.ts';
import { codeName } from '../../server/exchange/in-words.ts';
import { getOffice } from './agencies.ts';
import { getOfficer } from './cast.ts';
import { nameId } from './ids.ts';
import { nextNumber, type RowWriter } from './rows.ts';

const id = (key: string): string => nameId('officer', `key case ${key}`);
const offices = {
  handler: getOffice('cong-an/pc02@2025'),
  procuracy: getOffice('vks/tinh@2025'),
  court: getOffice('toa-an/tinh@2025'),
};
const heads = { handler: getOfficer('khai'), procuracy: getOfficer('chau'), court: getOfficer('luu') };
const seats = { handler: offices.handler.id, procuracy: offices.procuracy.id, court: offices.court.id };
const at = (day: Day, hour: number) => addHours(startOfDay(day), hour);
const by = (seat: BodySeat, day: Day, hour = 9) => ({
  office: seats[seat],
  madeAt: at(day, hour),
  madeBy: heads[seat].id,
});

type Vote = readonly [seat: BodySeat, vote: 'for' | 'against', reasons: string];

interface Asked {
  readonly key: string;
  readonly criminalCase: string;
  readonly title: string;
  readonly proposedOn: Day;
  readonly priority: string;
  readonly grounds: readonly string[];
  readonly reasons: string;
  readonly votes: readonly Vote[];
}

/** A key case with its first round and what was voted so far: agreed with the third vote, a day after it was proposed. */
async function addKeyCase(client: pg.Client, writer: RowWriter, asked: Asked): Promise<string> {
  const { key, criminalCase, title, proposedOn, votes } = asked;
  const agreedOn = votes.length === bodySeats.length ? addDays(proposedOn, 1) : null;
  const number = await nextNumber(client, 'TD');
  writer.add(
    'keyCase',
    { id: id(key), ...by('handler', proposedOn), number },
    {
      criminalCase,
      ...seats,
      title,
      state: agreedOn ? 'agreed' : 'proposed',
      priority: asked.priority,
      proposedOn,
      rounds: 1,
      votesCast: votes.length,
      agreedOn,
    },
  );
  const inKey = { keyCase: id(key), criminalCase, ...seats };
  writer.add(
    'keyCaseRound',
    { id: id(`${key} round`), ...by('handler', proposedOn) },
    {
      ...inKey,
      turn: 1,
      roundKind: 'recognise',
      proposedBy: 'handler',
      proposer: heads.handler.id,
      proposedOn,
      checklist: 'key_case.grounds.v1',
      grounds: asked.grounds,
      reasons: asked.reasons,
      agreement: 'key_case.agreement.v1',
      outcome: agreedOn ? 'agreed' : 'open',
      decidedOn: agreedOn,
    },
  );
  for (const [seat, vote, reasons] of votes)
    writer.add(
      'keyCaseVote',
      { id: id(`${key} vote ${seat}`), ...by(seat, addDays(proposedOn, 1), 10) },
      {
        ...inKey,
        round: id(`${key} round`),
        seat,
        vote,
        reasons,
        votedBy: heads[seat].id,
        votedAt: at(addDays(proposedOn, 1), 10),
      },
    );
  return number;
}

export async function writeKeyCases(
  client: pg.Client,
  writer: RowWriter,
  today: Day,
  followed: { readonly criminalCase: string; readonly title: string },
): Promise<void> {
  const proposedOn = addDays(weekOf(today), -20);
  const agreed: Asked = {
    key: 'followed',
    ...followed,
    proposedOn,
    priority: 'top',
    grounds: ['serious', 'organised', 'cross_border'],
    reasons: 'Nhóm nhiều người, hoạt động hai bên biên giới; cần phối hợp với phía bạn để truy bắt.',
    votes: [
      ['handler', 'for', 'Cần tập trung điều tra viên và phối hợp với phía bạn.'],
      ['procuracy', 'for', 'Cần kiểm sát chặt chẽ ngay từ đầu.'],
      ['court', 'against', 'Tình tiết đã rõ; giải quyết theo thủ tục thông thường là đủ.'],
    ],
  };
  const number = await addKeyCase(client, writer, agreed);
  await addPaper(writer, agreed, number);
  addWork(writer, agreed, today);
  const openedOn = addDays(today, -20);
  const waiting = id('waiting case');
  const title = 'Đường dây môi giới hôn nhân qua lối mở';
  const opened = by('handler', openedOn);
  writer.add(
    'criminalCase',
    { id: waiting, ...opened, number: await nextNumber(client, 'VA') },
    {
      title,
      caseLevel: 'province',
      openedOn,
      openedDecision: '41/QĐ-PC02',
      severity: 'DBNT',
      state: 'investigation',
      ...seats,
      court: null,
      inCharge: heads.handler.id,
    },
  );
  writer.add(
    'caseStep',
    { id: id('waiting initiated'), ...opened },
    {
      criminalCase: waiting,
      ...seats,
      court: null,
      stepKind: 'initiated',
      onDay: openedOn,
      decisionNumber: '41/QĐ-PC02',
    },
  );
  await addKeyCase(client, writer, {
    key: 'waiting',
    criminalCase: waiting,
    title,
    proposedOn: addDays(today, -3),
    priority: 'high',
    grounds: ['victim_under_16', 'public_concern'],
    reasons: 'Có nạn nhân dưới 16 tuổi; dư luận trong xã rất quan tâm.',
    votes: [
      ['handler', 'for', 'Cần ba cơ quan cùng theo dõi.'],
      ['court', 'for', 'Nhất trí, đề nghị bảo vệ trẻ em trong suốt quá trình.'],
    ],
  });
}

/** The joint record, signed so far by who proposed it. */
async function addPaper(writer: RowWriter, asked: Asked, number: string): Promise<void> {
  const { key, criminalCase, title, proposedOn, grounds, reasons, votes, priority } = asked;
  const day = addDays(proposedOn, 2);
  const list = rules.key_case_grounds.find(one => one.id === 'key_case.grounds.v1')!;
  const rule = rules.key_case_agreement.find(one => one.id === 'key_case.agreement.v1')!;
  const nameOf = (seat: BodySeat) => withoutBrackets(offices[seat].name.vi);
  const content: KeyPaper = {
    number,
    turn: 1,
    day,
    title,
    offices: { handler: nameOf('handler'), procuracy: nameOf('procuracy'), court: nameOf('court') },
    kind: 'recognise',
    proposedBy: 'handler',
    proposedOn,
    grounds: list.items.filter(one => grounds.includes(one.code)).map(one => one.title.vi),
    endReason: null,
    reasons,
    votes: votes.map(([seat, vote, why]) => ({
      seat,
      vote,
      reasons: why,
      name: heads[seat].name,
      title: heads[seat].title.vi,
      at: at(addDays(proposedOn, 1), 10),
    })),
    rule: rule.says.vi,
    outcome: 'agreed',
    priority,
    conclusions: 'Kiểm sát viên tham gia các buổi hỏi cung quan trọng.\nBa cơ quan họp mỗi tháng một lần.',
  };
  const paper = composeKeyPaper(content, {
    place: 'Lào Cai',
    codeOf: (labels, code) => codeName(labels, code, 'vi'),
  });
  const bytes = await bothShapes(paper);
  const inKey = { keyCase: id(key), criminalCase, ...seats };
  writer.add(
    'keyCasePaper',
    { id: id(`${key} paper`), ...by('handler', day) },
    {
      ...inKey,
      round: id(`${key} round`),
      turn: 1,
      state: 'awaiting',
      madeOn: day,
      conclusions: content.conclusions,
      blocks: JSON.stringify(paper),
      ...bytes,
    },
  );
  writer.add(
    'keyCaseSignature',
    { id: id(`${key} signature`), ...by('handler', day, 11) },
    {
      ...inKey,
      paper: id(`${key} paper`),
      seat: 'handler',
      signedHash: bytes.pdfHash,
      signer: heads.handler.id,
      signerName: heads.handler.name,
      signerTitle: heads.handler.title.vi,
      officeName: nameOf('handler'),
      signedAt: at(day, 11),
    },
  );
}

/** A meeting that was held and one to come, a day to aim at, and two weeks that were told; this week's is still to come. */
function addWork(writer: RowWriter, { key, criminalCase, proposedOn }: Asked, today: Day): void {
  const inKey = { keyCase: id(key), criminalCase, ...seats };
  const place = 'Phòng họp Viện kiểm sát nhân dân tỉnh';
  writer.add(
    'keyCaseMeeting',
    { id: id('first meeting'), ...by('procuracy', addDays(proposedOn, 3)) },
    {
      ...inKey,
      state: 'held',
      meetsAt: at(addDays(proposedOn, 7), 8),
      place,
      agenda: 'Rà soát chứng cứ, phân công',
      attendees: 'Công an: Trưởng phòng Khải. Viện kiểm sát: Kiểm sát viên Châu. Tòa án: Phó Chánh án Lựu.',
      minutes: 'Điều tra viên báo cáo kết quả; ba cơ quan trao đổi về chứng cứ còn thiếu.',
      decisions: 'Bổ sung giám định điện thoại trước khi kết luận điều tra.',
    },
  );
  writer.add(
    'keyCaseMeeting',
    { id: id('next meeting'), ...by('procuracy', addDays(today, -2)) },
    { ...inKey, state: 'planned', meetsAt: at(addDays(today, 8), 8), place, agenda: 'Kết quả giám định' },
  );
  writer.add(
    'keyCaseTarget',
    { id: id('target'), ...by('handler', addDays(proposedOn, 7)) },
    {
      ...inKey,
      stepKind: 'concluded',
      aimOn: addDays(today, 24),
      state: 'standing',
      note: 'Thống nhất tại cuộc họp đầu',
    },
  );
  for (const back of [2, 1]) {
    const weekFrom = addDays(weekOf(today), -7 * back);
    writer.add(
      'keyCaseProgress',
      { id: id(`week ${back}`), ...by('handler', addDays(weekFrom, 4), 16) },
      {
        ...inKey,
        weekFrom,
        seat: 'handler',
        done:
          back === 2 ? 'Hỏi cung hai bị can, thu giữ hai điện thoại.' : 'Lấy lời khai ba người làm chứng.',
        next: back === 2 ? 'Trưng cầu giám định điện thoại.' : 'Đối chiếu dữ liệu với phía bạn.',
        obstacle: back === 2 ? null : 'Chưa có phiên dịch tiếng Hmông cho một người làm chứng.',
      },
    );
  }
}
