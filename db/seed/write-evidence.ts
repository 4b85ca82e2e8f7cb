/* What belongs to the invented case beside its limits: three exhibits (one on its way to the procuracy, one of which only a number is kept), a case that was joined into it, and two
 * files whose holders were asked. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { addDays, addHours, type Day, startOfDay } from '../../kernel/day.ts';
import { getOfficer } from './cast.ts';
import { nameId } from './ids.ts';
import { nextNumber, type RowWriter } from './rows.ts';

const id = (key: string): string => nameId('officer', `evidence ${key}`);
/** One grey point. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export interface CaseOfEvidence {
  readonly criminalCase: string;
  readonly handler: string;
  readonly procuracy: string;
  readonly openedOn: Day;
}

interface Step {
  readonly kind: string;
  readonly day: number;
  readonly holder: string;
  readonly giver?: string;
  readonly more?: Readonly<Record<string, string>>;
}

export async function writeEvidence(
  client: pg.Client,
  writer: RowWriter,
  file: CaseOfEvidence,
): Promise<void> {
  const { criminalCase, handler, procuracy, openedOn } = file;
  const seats = { criminalCase, handler, procuracy };
  const [khai, toan, chau] = ['khai', 'toan', 'chau'].map(key => getOfficer(key).id) as [
    string,
    string,
    string,
  ];
  const at = (days: number, hour = 9) => addHours(startOfDay(addDays(openedOn, days)), hour);
  const by = (days: number) => ({ office: handler, madeAt: at(days, 10), madeBy: khai });

  const exhibit = async (
    key: string,
    values: Readonly<Record<string, string>>,
    steps: readonly Step[],
    state = 'held',
    nextHolder: string | null = null,
  ) => {
    const last = steps.at(-1)!;
    writer.add(
      'exhibit',
      { id: id(key), ...by(steps[0]!.day), number: await nextNumber(client, 'VC') },
      {
        ...seats,
        classified: 'no',
        exhibitWay: 'seized',
        gotAt: at(steps[0]!.day),
        ...values,
        state,
        holder: last.holder,
        holderOffice: handler,
        nextHolder,
        lastTurn: steps.length,
        lastAt: at(last.day),
      },
    );
    for (const [index, { kind, day, holder, giver, more }] of steps.entries())
      writer.add(
        'custodyStep',
        { id: id(`${key} ${index + 1}`), ...by(day), madeBy: holder },
        {
          ...seats,
          exhibit: id(key),
          turn: index + 1,
          custodyKind: kind,
          happenedAt: at(day),
          giver,
          holder,
          holderOffice: handler,
          ...more,
        },
      );
  };
  await exhibit(
    'phone',
    {
      exhibitKind: 'device',
      what: 'Điện thoại màu đen, vỡ góc màn hình',
      gotPlace: 'Phòng trọ gần chợ phiên',
      minutesNumber: '31/BB-PC02',
      fromWhom: 'Vàng Seo Ví Dụ',
    },
    [
      { kind: 'received', day: 3, holder: khai, more: { sealNumber: '0417' } },
      { kind: 'handed_over', day: 5, giver: khai, holder: khai },
      { kind: 'taken_over', day: 5, giver: khai, holder: toan, more: { place: 'Kho vật chứng PC02' } },
    ],
  );
  const bytes = Buffer.from(picture, 'base64');
  writer.add(
    'exhibitFile',
    { id: id('file'), ...by(6), madeBy: toan },
    {
      ...seats,
      exhibit: id('phone'),
      title: 'Ảnh chụp màn hình tin nhắn',
      mediaType: 'png',
      size: bytes.length,
      hash: createHash('sha256').update(bytes).digest('hex'),
      broughtBy: toan,
      content: picture,
    },
  );
  await exhibit(
    'secret',
    {
      exhibitKind: 'document',
      classified: 'yes',
      referenceNumber: 'M-07/PC02',
      exhibitWay: 'from_other_body',
    },
    [{ kind: 'received', day: 8, holder: khai }],
  );
  await exhibit(
    'notebook',
    { exhibitKind: 'document', what: 'Sổ tay ghi số tiền và tên bến xe', exhibitWay: 'handed_in' },
    [
      { kind: 'received', day: 9, holder: khai },
      { kind: 'handed_over', day: 12, giver: khai, holder: khai },
    ],
    'handing_over',
    chau,
  );
  await joinedCase(client, writer, file);
  await participants(client, writer, file);
}

/** A case that was opened later and turned out to be the same. */
async function joinedCase(client: pg.Client, writer: RowWriter, file: CaseOfEvidence): Promise<void> {
  const { criminalCase, handler, procuracy } = file;
  const [opened, joined] = [addDays(file.openedOn, 10), addDays(file.openedOn, 20)];
  const by = (day: Day) => ({
    office: handler,
    madeAt: addHours(startOfDay(day), 9),
    madeBy: getOfficer('khai').id,
  });
  const other = id('joined case');
  writer.add(
    'criminalCase',
    { id: other, ...by(opened), number: await nextNumber(client, 'VA') },
    {
      title: 'Nhóm ở bến xe',
      caseLevel: 'province',
      openedOn: opened,
      openedDecision: '34/QĐ-PC02',
      severity: 'RNT',
      state: 'joined',
      handler,
      procuracy,
    },
  );
  const decided = { decisionNumber: '41/QĐ-PC02', joiningGround: 'several_accused' };
  const begun = { stepKind: 'initiated', onDay: opened, decisionNumber: '34/QĐ-PC02' };
  const steps = [
    [other, opened, begun],
    [other, joined, { stepKind: 'joined_into', onDay: joined, otherCase: criminalCase, ...decided }],
    [criminalCase, joined, { ...begun, otherCase: other }],
    [criminalCase, joined, { stepKind: 'joined', onDay: joined, otherCase: other, ...decided }],
  ] as const;
  for (const [index, [where, day, values]] of steps.entries())
    writer.add(
      'caseStep',
      { id: id(`joining ${index}`), ...by(day) },
      { criminalCase: where, handler, procuracy, ...values },
    );
}

/** The last two the investigators were told of: one linked, with a statement asked for, one that waits. */
async function participants(client: pg.Client, writer: RowWriter, file: CaseOfEvidence): Promise<void> {
  const { criminalCase, handler, procuracy, openedOn } = file;
  const { rows } = await client.query<{ person: string; number: string; office: string }>(
    `select s.person, p.number, p.office from statement_notice s join person p on p.id = s.person
      where s.to_office = $1 and p.office <> $1 and p.state = 'open' order by s.made_at desc, s.id limit 2`,
    [handler],
  );
  const by = {
    office: handler,
    madeAt: addHours(startOfDay(addDays(openedOn, 25)), 9),
    madeBy: getOfficer('khai').id,
  };
  for (const [index, { person, number, office }] of rows.entries()) {
    const between = { criminalCase, handler, procuracy, person, fileNumber: number, toOffice: office };
    const isLinked = index === 0;
    writer.add(
      'participation',
      { id: id(`link ${index}`), ...by },
      {
        ...between,
        participantRole: 'victim',
        why: 'Được nhắc đến trong lời khai của bị can',
        state: isLinked ? 'accepted' : 'asked',
        ...(isLinked
          ? {
              answeredAt: addHours(by.madeAt, 30),
              caseStage: 'investigation',
              stageOn: openedOn,
              initiatedOn: openedOn,
            }
          : {}),
      },
    );
    if (isLinked)
      writer.add(
        'statementRequest',
        { id: id('statement'), ...by },
        {
          participation: id(`link ${index}`),
          ...between,
          statementAsked: 'account_kept',
          whatFor: 'Làm rõ ai đã hứa việc làm và đưa đi',
          statementGround: 'bltths2015.188',
          state: 'asked',
        },
      );
  }
}
