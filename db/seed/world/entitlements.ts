/* Applications, decisions and payments of people who never were. Two in three of those identified applied; of the old era the paper went from the commune by the district
 * office to the chair, of the new to the health department. Draws come from a stream of their own, so that the rest of the world stays what it was. */
import { addDays, type Day, weekday } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { lawChange } from '../../../modules/victims/index.ts';
import { getOffice } from '../agencies.ts';
import { AMOUNT_LINES, BUDGET_SOURCES, type SeededLine } from '../amounts.ts';
import { between, chanceOf, happens, pick, pickWeighted } from '../chance.ts';
import { formerDistrict, getUnit } from '../units.ts';
import { districtOffice } from './places.ts';
import type { PersonJourney } from './types.ts';

export type InventedPayment = {
  key: string;
  form: 'cash' | 'transfer' | 'in_kind';
  amount: number | null;
  inKind: string | null;
  budgetSource: Id;
  on: Day;
  receipt: string;
  signedBy: 'person' | 'guardian';
  /** A wrong entry: taken back on that day, and entered again. */
  takenBackOn: Day | null;
};
export type InventedDecision = {
  key: string;
  regime: string;
  granted: boolean;
  on: Day;
  number: string;
  line: SeededLine | null;
  quantity: number | null;
  amount: number | null;
  inKind: string | null;
  reason: string | null;
  article: string | null;
  payments: InventedPayment[];
};
export type InventedApplication = {
  law: '66/2011/QH12' | '53/2024/QH15';
  identifiedOn: Day;
  appliedOn: Day;
  /** When it came to whoever decides. */
  stepOn: Day;
  /** Keys of offices: who decides, by the law of the day. */
  decidedBy: Id;
  regimes: string[];
  minor: boolean;
  decisions: InventedDecision[];
};

const wanted = {
  '66/2011/QH12': ['essentials_and_travel', 'schooling_and_vocational', 'hardship_and_loan'],
  '53/2024/QH15': ['essentials', 'schooling', 'hardship_and_loan'],
} as const;
const articles = {
  '66/2011/QH12': 'Điều 23 Nghị định 09/2013/NĐ-CP',
  '53/2024/QH15': 'Điều 24 Nghị định 162/2025/NĐ-CP',
} as const;
const refusals = ['Đã hưởng chế độ này ở tỉnh khác', 'Chưa có giấy xác nhận nhập học'];

/** Offices are open from Monday to Friday. */
const onWorkday = (day: Day): Day => (weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day);

/** What somebody applied for and got; null for who was not identified, or never applied. Nothing is dated on or after `today`. */
export function inventApplication(journey: PersonJourney, today: Day): InventedApplication | null {
  const found = journey.assertions.find(
    one => one.assertionKind === 'identified' && one.finding === 'victim',
  );
  const chance = chanceOf(14, Number(journey.key.slice(1)), 14);
  if (!found || !happens(chance, 0.67)) return null;
  const identifiedOn = found.assertedOn;
  const law = identifiedOn < lawChange ? '66/2011/QH12' : '53/2024/QH15';
  // Some apply late, and their papers lie on the desk today. A closed file has nothing open any more.
  const isOpen = journey.closed === null;
  const late =
    isOpen && law === '53/2024/QH15' && happens(chance, 0.5) ? addDays(today, -between(chance, 2, 16)) : null;
  const applied = late && late > identifiedOn ? late : addDays(identifiedOn, between(chance, 5, 60));
  const appliedOn = onWorkday(applied);
  // What the old law's people applied for after the change is left out: nobody has read who decides then.
  if (appliedOn >= today || (law === '66/2011/QH12' && addDays(appliedOn, 20) >= lawChange)) return null;
  const stepOn = law === '66/2011/QH12' ? onWorkday(addDays(appliedOn, between(chance, 6, 12))) : appliedOn;
  if (stepOn >= today) return null;
  const regimes = wanted[law].filter(() => happens(chance, 0.75));
  if (regimes.length === 0) return null;
  const minor =
    journey.person.born !== null &&
    Number(journey.person.born.slice(0, 4)) > Number(appliedOn.slice(0, 4)) - 18;
  const decidedOn = onWorkday(addDays(stepOn, between(chance, 2, law === '66/2011/QH12' ? 5 : 14)));
  const decisions =
    decidedOn < today && applied !== late
      ? regimes.map(regime =>
          inventDecision(chance, journey.key, law, regime, decidedOn, minor, isOpen, today),
        )
      : [];
  return {
    law,
    identifiedOn,
    appliedOn,
    stepOn,
    decidedBy: deciderOn(journey, stepOn),
    regimes: [...regimes],
    minor,
    decisions,
  };
}

/** The chair of the district she is from until 30 June 2025, the health department afterwards. */
function deciderOn({ person }: PersonJourney, on: Day): Id {
  const health = getOffice('y-te/so@2025').id;
  if (on >= lawChange) return health;
  const home = person.origin === null ? null : getUnit(person.origin);
  const district = home?.level === 'commune' ? formerDistrict(home).code : '082';
  return districtOffice('ubnd', district, on)?.id ?? health;
}

function inventDecision(
  chance: ReturnType<typeof chanceOf>,
  key: string,
  law: InventedApplication['law'],
  regime: string,
  on: Day,
  minor: boolean,
  isOpen: boolean,
  today: Day,
): InventedDecision {
  const line =
    AMOUNT_LINES.find(
      one =>
        one.law === law &&
        one.regime === regime &&
        one.validFrom <= on &&
        (one.validTo === null || one.validTo > on),
    ) ?? null;
  const base = { key: `${key} ${regime}`, regime, on, number: `${between(chance, 9000, 9999)}/QĐ-HT` };
  if (happens(chance, 0.08))
    return {
      ...base,
      granted: false,
      line: null,
      quantity: null,
      amount: null,
      inKind: null,
      reason: pick(chance, refusals),
      article: articles[law],
      payments: [],
    };
  const quantity = line?.amountUnit === 'per_day' ? between(chance, 5, 60) : 1;
  const amount = line?.amount ? line.amount * quantity : null;
  const decision = {
    ...base,
    granted: true,
    line,
    quantity: amount === null ? null : quantity,
    amount,
    inKind: amount === null ? 'Học nghề theo lớp của trung tâm' : null,
    reason: null,
    article: null,
  };
  return { ...decision, payments: inventPayments(chance, decision, minor, isOpen, today) };
}

function inventPayments(
  chance: ReturnType<typeof chanceOf>,
  { key, amount, inKind, on }: Omit<InventedDecision, 'payments'>,
  minor: boolean,
  isOpen: boolean,
  today: Day,
): InventedPayment[] {
  if (isOpen && happens(chance, 0.25)) return [];
  const parts =
    amount !== null && happens(chance, 0.2) ? [Math.floor(amount / 2), Math.ceil(amount / 2)] : [amount];
  return parts.flatMap((part, index) => {
    const paidOn = onWorkday(addDays(on, between(chance, 3, 20) + index * 30));
    if (paidOn >= today) return [];
    const back = onWorkday(addDays(paidOn, between(chance, 1, 6)));
    return [
      {
        key: `${key} ${index}`,
        form: part === null ? 'in_kind' : happens(chance, 0.7) ? 'cash' : 'transfer',
        amount: part,
        inKind: part === null ? inKind : null,
        budgetSource: pickWeighted(chance, [
          [BUDGET_SOURCES[0].id, 30],
          [BUDGET_SOURCES[1].id, 50],
          [BUDGET_SOURCES[2].id, 12],
          [BUDGET_SOURCES[3].id, 8],
        ]),
        on: paidOn,
        receipt: `PC-${between(chance, 9000, 9999)}`,
        signedBy: minor ? 'guardian' : 'person',
        takenBackOn: index === 0 && back < today && happens(chance, 0.04) ? back : null,
      },
    ];
  });
}
