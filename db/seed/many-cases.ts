/* Criminal cases by the thousand, for the invented province and for benches: each is somewhere on its way, with its accused, their charges, custody and detention, and what was
 * extended. Case n depends on the seed, today and n alone. The people in them are nobody. */
import { addDays, addHours, type Day, daysBetween, startOfDay } from '../../kernel/day.ts';
import { steps as stepRules } from '../../modules/justice/lists.ts';
import { getOffice } from './agencies.ts';
import { getOfficer } from './cast.ts';
import { between, type Chance, chanceOf, happens, pick, pickWeighted } from './chance.ts';
import { nameId } from './ids.ts';
import { inventName } from './names.ts';
import type { RowWriter } from './rows.ts';

const courts = ['toa-an/tinh@2025', 'toa-an/khu-vuc-1@2025'] as const;
const officers = {
  'cong-an/pc02@2025': ['toan', 'khai'],
  'vks/tinh@2025': ['chau'],
  'vks/khu-vuc-3@2025': ['binh'],
  'toa-an/tinh@2025': ['ha'],
  'toa-an/khu-vuc-1@2025': ['tuyen'],
} as const;
type OfficeKey = keyof typeof officers;

const titles = [
  'Nhóm đưa người qua suối',
  'Đường dây môi giới kết hôn',
  'Nhóm dụ việc nhẹ lương cao',
  'Vụ chợ tình cuối tuần',
  'Nhóm chở người đêm',
  'Đường dây tuyển lao động qua mạng',
  'Vụ trạm dừng chân',
] as const;
const classes = [
  { clause: 1, severity: 'RNT', months: 4 },
  { clause: 2, severity: 'RNT', months: 4 },
  { clause: 3, severity: 'DBNT', months: 4 },
] as const;
/** How far a case has come, and the state it is in then. */
const ways = [
  [[], 62],
  [['concluded', 'procuracy_received'], 14],
  [['concluded', 'procuracy_received', 'indicted', 'court_accepted'], 12],
  [['concluded', 'procuracy_received', 'indicted', 'court_accepted', 'trial_ordered'], 6],
  [['concluded', 'procuracy_received', 'indicted', 'court_accepted', 'trial_ordered', 'judged'], 6],
] as const;
type Later = 'concluded' | 'procuracy_received' | 'indicted' | 'court_accepted' | 'trial_ordered' | 'judged';
/** Days a step comes after the one before it, at least and at most. */
const pause: Readonly<Record<Later, readonly [number, number]>> = {
  concluded: [60, 150],
  procuracy_received: [0, 2],
  indicted: [10, 28],
  court_accepted: [1, 4],
  trial_ordered: [20, 50],
  judged: [8, 16],
};

/** What goes with a step, and within how many days it is mostly done. */
const sent: Readonly<Record<Later | 'initiated', readonly (readonly [string, number])[]>> = {
  initiated: [['case.send_vks', 1]],
  concluded: [['investigation.conclusion_send', 2]],
  procuracy_received: [],
  indicted: [
    ['prosecution.to_court', 3],
    ['prosecution.deliver', 3],
  ],
  court_accepted: [['trial.assign', 3]],
  trial_ordered: [['trial.send_vks', 2]],
  judged: [['judgment.deliver', 10]],
};

export interface ManyCases {
  readonly seed?: number;
  readonly today: Day;
  readonly count: number;
  /** How many accused a case has, at least and at most. */
  readonly accused?: readonly [number, number];
  readonly number: (index: number) => string;
}

export function writeCases(
  writer: RowWriter,
  { seed = 1, today, count, accused = [1, 4], number }: ManyCases,
): void {
  for (let n = 0; n < count; n += 1)
    writeCase(writer, { chance: chanceOf(seed, n, 77), n, today, accused, number: number(n) });
}

interface One {
  readonly chance: Chance;
  readonly n: number;
  readonly today: Day;
  readonly accused: readonly [number, number];
  readonly number: string;
}

function writeCase(writer: RowWriter, { chance, n, today, accused, number }: One): void {
  const id = (what: string) => nameId('officer', `case ${n} ${what}`);
  const way = pickWeighted(chance, ways as never as [readonly Later[], number][]);
  const local = happens(chance, 0.4);
  const handlerKey: OfficeKey = 'cong-an/pc02@2025';
  const procuracyKey: OfficeKey = local ? 'vks/khu-vuc-3@2025' : 'vks/tinh@2025';
  const courtKey = local ? courts[1] : courts[0];
  // Back from today, so that nothing lies in the future: the last step, the one before it, and at the beginning the decision to open the case.
  const days: Day[] = [addDays(today, -between(chance, 2, way.length === 0 ? 150 : 25))];
  for (const kind of [...way].reverse()) days.unshift(addDays(days[0]!, -between(chance, ...pause[kind])));
  const openedOn = days[0]!;
  const inCourt = way.includes('indicted');
  const concludedOn = way.includes('concluded') ? days[1]! : null;
  const who = (key: OfficeKey) => getOfficer(pick(chance, officers[key])).id;
  const [inCharge, procurator, judge] = [
    who(handlerKey),
    happens(chance, 0.8) ? who(procuracyKey) : null,
    inCourt ? who(courtKey) : null,
  ];
  const handler = getOffice(handlerKey).id;
  const procuracy = getOffice(procuracyKey).id;
  const seats = { handler, procuracy, court: inCourt ? getOffice(courtKey).id : null };
  const at = (day: Day) => addHours(startOfDay(day), 9);
  const by = (day: Day) => ({ office: handler, madeAt: at(day), madeBy: inCharge });
  /** Nearly everything that goes with a step was done in time. */
  const done = (limitFamily: string, ofRow: string, from: Day, within: number) => {
    const on = addDays(from, between(chance, 0, within));
    if (on > today || happens(chance, 0.01)) return;
    writer.add(
      'dutyDone',
      { id: id(`${limitFamily} ${ofRow}`), ...by(on) },
      { ...inCase, limitFamily, ofRow, doneOn: on, decisionNumber: `${between(chance, 10, 900)}/SGN` },
    );
  };
  const people = between(chance, ...accused);
  const heaviest = pick(chance, classes);
  const last = way.at(-1);
  writer.add(
    'criminalCase',
    { id: id('file'), ...by(openedOn), number },
    {
      title: `${pick(chance, titles)} ${n + 1}`,
      caseLevel: local ? 'region' : 'province',
      openedOn,
      openedDecision: `${between(chance, 10, 900)}/QĐ`,
      severity: heaviest.severity,
      state: last ? stepRules[last].to : 'investigation',
      ...seats,
      inCharge,
      procurator,
      judge,
    },
  );
  const inCase = { criminalCase: id('file'), ...seats };
  for (const [index, stepKind] of ['initiated', ...way].entries())
    writer.add(
      'caseStep',
      { id: id(`step ${index}`), ...by(days[index]!) },
      { ...inCase, stepKind, onDay: days[index], decisionNumber: `${between(chance, 10, 900)}/QĐ` },
    );
  for (const [index, kind] of ['initiated', ...way].entries())
    for (const [limitFamily, within] of sent[kind as Later | 'initiated'])
      done(limitFamily, id(`step ${index}`), days[index]!, within);
  for (let k = 0; k < people; k += 1) {
    const takenOn = addDays(openedOn, between(chance, 0, 3));
    const own = k === 0 ? heaviest : pick(chance, classes.slice(0, classes.indexOf(heaviest) + 1));
    const custodyDays = 3 * between(chance, 1, 3);
    const detainedOn = addDays(takenOn, custodyDays);
    const isHeld = k === 0 || accused[0] > 4 || happens(chance, 0.6);
    const personId = id(`accused ${k}`);
    writer.add(
      'accused',
      { id: personId, ...by(takenOn) },
      {
        ...inCase,
        fullName: inventName(chance, pick(chance, ['01', '02', '08', '09', '25']), k % 3 ? 'male' : 'female'),
        born: String(between(chance, 1965, 2003)),
        accusedRole: k === 0 ? 'organiser' : pick(chance, ['perpetrator', 'helper', 'not_clear'] as const),
        state: 'accused',
        chargedOn: takenOn,
        chargedDecision: `${between(chance, 10, 900)}/QĐ`,
      },
    );
    writer.add(
      'charge',
      { id: id(`charge ${k}`), ...by(takenOn) },
      {
        ...inCase,
        accused: personId,
        offence: 'blhs2015.150',
        clause: own.clause,
        severity: own.severity,
        fromDay: takenOn,
        decisionNumber: `${between(chance, 10, 900)}/QĐ`,
      },
    );
    done('accused.send_vks', id(`charge ${k}`), takenOn, 1);
    done('accused.vks_ratify', id(`charge ${k}`), addDays(takenOn, 1), 2);
    if (!isHeld) {
      writer.add(
        'measure',
        { id: id(`ban ${k}`), ...by(takenOn) },
        { ...inCase, accused: personId, measureKind: 'residence_ban', fromAt: at(takenOn), orderedMonths: 3 },
      );
      continue;
    }
    const held = daysBetween(detainedOn, today) >= 0;
    writer.add(
      'measure',
      { id: id(`custody ${k}`), ...by(takenOn) },
      {
        ...inCase,
        accused: personId,
        measureKind: 'custody',
        fromAt: at(takenOn),
        orderedDays: 3,
        endedOn: held ? detainedOn : null,
        endedWhy: held ? 'Chuyển tạm giam' : null,
      },
    );
    done('custody.send_vks', id(`custody ${k}`), takenOn, 0);
    for (let turn = 1; turn < custodyDays / 3 && addDays(takenOn, 3 * turn) <= today; turn += 1)
      writer.add(
        'limitExtension',
        { id: id(`custody more ${k} ${turn}`), ...by(addDays(takenOn, 3 * turn)) },
        {
          ...inCase,
          accused: personId,
          limitFamily: 'custody.tam_giu',
          turn,
          lengthUnit: 'day',
          lengthValue: 3,
          grantedBy: 'custody_issuer',
          decidedOn: addDays(takenOn, 3 * turn),
          decisionNumber: `${between(chance, 10, 900)}/QĐ`,
        },
      );
    if (!held) continue;
    writer.add(
      'measure',
      { id: id(`detention ${k}`), ...by(detainedOn) },
      {
        ...inCase,
        accused: personId,
        measureKind: 'detention',
        fromAt: at(detainedOn),
        orderedMonths: own.months,
        endedOn: concludedOn,
        endedWhy: concludedOn ? 'Viện kiểm sát ra lệnh tạm giam mới' : null,
      },
    );
    done('detention.vks_ratify', id(`detention ${k}`), detainedOn, 1);
    if (concludedOn)
      writer.add(
        'measure',
        { id: id(`detention again ${k}`), ...by(concludedOn) },
        {
          ...inCase,
          accused: personId,
          measureKind: 'detention',
          fromAt: at(addDays(concludedOn, 1)),
          orderedMonths: 2,
        },
      );
    // Who is held longer than the first term was held on by a decision; now and then nobody saw to it.
    else if (daysBetween(detainedOn, today) > 100 && happens(chance, 0.97))
      writer.add(
        'limitExtension',
        { id: id(`detention more ${k}`), ...by(addDays(detainedOn, 98)) },
        {
          ...inCase,
          accused: personId,
          limitFamily: 'detention.investigation',
          turn: 1,
          lengthUnit: 'month',
          lengthValue: 3,
          grantedBy: 'procuracy_province',
          decidedOn: addDays(detainedOn, 98),
          decisionNumber: `${between(chance, 10, 900)}/QĐ-VKS`,
        },
      );
  }
  // Whoever investigates longer than the first limit was granted more.
  const end = days[1] ?? today;
  if (daysBetween(openedOn, end) > 115)
    writer.add(
      'limitExtension',
      { id: id('more'), ...by(addDays(openedOn, 105)) },
      {
        ...inCase,
        limitFamily: 'investigation.limit',
        turn: 1,
        lengthUnit: 'month',
        lengthValue: 4,
        grantedBy: 'procuracy_province',
        decidedOn: addDays(openedOn, 105),
        decisionNumber: `${between(chance, 10, 900)}/QĐ-VKS`,
      },
    );
}
