/* Amounts and budget sources of the invented province. No amount the law lays down was ever read, so every figure here is plainly invented (a row of the same digit)
 * and its citation says so; some regimes have none, as in life before somebody enters them. */
import type { Day } from '../../kernel/day.ts';
import { nameId } from './ids.ts';
import { MERGER } from './units.ts';

/** Said where a real province would cite the text. */
export const inventedCitation = 'số liệu giả lập';

/** How long a backup is kept in the invented province; how long files are kept it has not decided, like every real one so far. */
export const RETENTION_LENGTHS = [
  {
    id: nameId('office', 'kept backup'),
    keptThing: 'backup',
    years: 1,
    validFrom: '2022-01-01' as Day,
    validTo: null,
  },
] as const;

export interface SeededLine {
  readonly id: string;
  readonly law: '66/2011/QH12' | '53/2024/QH15';
  readonly regime: string;
  readonly amountUnit: string;
  readonly amount: number | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}
const law2011 = '66/2011/QH12';
const law2024 = '53/2024/QH15';
const raised = '2022-01-01' as Day;
const old = '2013-03-01' as Day;

const line = (
  law: SeededLine['law'],
  regime: string,
  amountUnit: string,
  amount: number | null,
  validFrom: Day,
  validTo: Day | null = null,
): SeededLine => ({
  id: nameId('office', `amount ${law} ${regime} ${amountUnit} ${validFrom}`),
  law,
  regime,
  amountUnit,
  amount,
  validFrom,
  validTo,
});

export const AMOUNT_LINES: readonly SeededLine[] = [
  line(law2011, 'essentials_and_travel', 'per_day', 44_444, old, raised),
  line(law2011, 'essentials_and_travel', 'per_day', 55_555, raised),
  line(law2011, 'schooling_and_vocational', 'per_course', 2_222_222, old),
  line(law2011, 'hardship_and_loan', 'once', 888_888, old, raised),
  line(law2011, 'hardship_and_loan', 'once', 1_111_111, raised),
  line(law2024, 'essentials', 'per_day', 66_666, MERGER),
  line(law2024, 'schooling', 'per_school_year', 3_333_333, MERGER),
  line(law2024, 'vocational', 'per_course', null, MERGER),
  line(law2024, 'hardship_and_loan', 'once', 2_222_222, MERGER),
];

const source = (slug: string, sourceName: string, budgetKind: string) => ({
  id: nameId('office', `budget ${slug}`),
  sourceName,
  budgetKind,
  validFrom: '2012-01-01' as Day,
});

export const BUDGET_SOURCES = [
  source('central', 'Ngân sách trung ương (giả lập)', 'central'),
  source('provincial', 'Ngân sách tỉnh (giả lập)', 'provincial'),
  source('fund', 'Quỹ phòng, chống tội phạm (giả lập)', 'fund'),
  source('donor', 'Nhà tài trợ Bàn Tay Ấm (giả lập)', 'donor'),
] as const;
