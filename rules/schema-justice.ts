/** What the rule files of criminal procedure may contain beside terms: who grants an extension, what part of a limit holds, which offences there are. */
import type { Bilingual } from '../kernel/rule/parameter.ts';
import {
  also,
  bilingual,
  type Check,
  type Dated,
  dated,
  endsAfterItStarts,
  fail,
  list,
  mapOf,
  natural,
  oneOf,
  orNull,
  shape,
  text,
  truth,
} from './schema.ts';

/** Which body grants the extensions of a family, in turn, by the level that handles the case and the kind of limit; `any` stands for all others. */
export type Granting = Dated & {
  family: string;
  article: string;
  by_level: Record<string, Record<string, string[]>>;
};
export const granting: Check = also(
  shape({
    ...dated,
    family: text,
    article: text,
    by_level: mapOf(text, mapOf(text, list(text))),
  }),
  endsAfterItStarts,
);

/** What part of a limit holds for somebody: `of`/`from`, or null where nobody has read it. */
export type Fraction = Dated & {
  family: string;
  article: string;
  title: Bilingual;
  applies_to: string[];
  part: { of: number; from: number } | null;
  note?: Bilingual;
};
export const fraction: Check = also(
  shape(
    {
      ...dated,
      family: text,
      article: text,
      title: bilingual,
      applies_to: list(text),
      part: orNull(shape({ of: natural, from: natural })),
    },
    { note: bilingual },
  ),
  value =>
    value.part === null && !value.note
      ? 'a part nobody has read needs a note that says so'
      : endsAfterItStarts(value),
);

/** An offence with its clauses. `severity` follows from the longest punishment of the clause (article 9 of the Penal Code). */
export const SEVERITIES = ['INT', 'NT', 'RNT', 'DBNT'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** The letters points go by; `dd` stands for đ. */
export const OFFENCE_POINTS = ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h', 'i', 'k'] as const;
export type OffencePoint = (typeof OFFENCE_POINTS)[number];
export type Offence = Dated & {
  article: string;
  title: Bilingual;
  /** Years of imprisonment; none where the clauses were not extracted. */
  clauses: {
    clause: number;
    min_years: number;
    max_years: number;
    life: boolean;
    severity: Severity;
    conditions: Bilingual | null;
    /** Its points in plain words, by their letters; null where nobody has read which it has. */
    points: Partial<Record<OffencePoint, Bilingual>> | null;
    /** What of it was written from memory and compared with no text: its points, then any other is only warned of; its class, then limits that differ by it only advise. */
    unread?: ('points' | 'class')[];
  }[];
  note?: Bilingual;
};
const years: Check = (value, place) =>
  typeof value === 'number' && value >= 0 && value <= 30 ? [] : fail(place, 'years from 0 to 30 are needed');
export const offence: Check = also(
  shape(
    {
      ...dated,
      article: text,
      title: bilingual,
      clauses: list(
        shape(
          {
            clause: natural,
            min_years: years,
            max_years: years,
            life: truth,
            severity: oneOf(...SEVERITIES),
            conditions: orNull(bilingual),
            points: orNull(mapOf(oneOf(...OFFENCE_POINTS), bilingual)),
          },
          { unread: list(oneOf('points', 'class')) },
        ),
      ),
    },
    { note: bilingual },
  ),
  value =>
    (value.clauses as unknown[]).length === 0 && !value.note
      ? 'an offence without clauses needs a note that says why'
      : endsAfterItStarts(value),
);

/** Who is told of a limit, in turn: so long before (minus) or after its last day, or its hour. */
export const RUNGS = ['officer', 'head', 'superior', 'committee'] as const;
export type Rung = {
  to: (typeof RUNGS)[number];
  days: number;
  hours: number;
  /** Counts from the day by which an extension must be asked for, where that is nearer. */
  asks?: true;
};
export type Escalation = Dated & {
  family: string;
  title: Bilingual;
  rungs: Rung[];
  /** Times of day here, as 21:00. */
  quiet: { from: string; to: string };
  digest_at: string;
};
const offset: Check = (value, place) =>
  Number.isSafeInteger(value) ? [] : fail(place, 'a whole number is needed');
const timeOfDay: Check = (value, place) =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
    ? []
    : fail(place, 'a time of day like 07:00 is needed');
/** Whether a time of day lies in hours that may go on past midnight. */
export const isWithin = ({ from, to }: Escalation['quiet'], time: string): boolean =>
  from <= to ? from <= time && time < to : from <= time || time < to;

export const escalation: Check = also(
  shape({
    ...dated,
    family: text,
    title: bilingual,
    rungs: list(shape({ to: oneOf(...RUNGS), days: offset, hours: offset }, { asks: truth })),
    quiet: shape({ from: timeOfDay, to: timeOfDay }),
    digest_at: timeOfDay,
  }),
  value => {
    const rungs = value.rungs as Rung[];
    const falls = rungs.some(
      (rung, index) =>
        index > 0 && (rung.days <= rungs[index - 1]!.days || rung.hours <= rungs[index - 1]!.hours),
    );
    if (rungs.length === 0 || rungs.length > 9) return 'a ladder has one to nine rungs';
    if (isWithin(value.quiet as Escalation['quiet'], value.digest_at as string))
      return 'the morning count falls into the quiet hours';
    return falls ? 'each rung comes after the one before it' : endsAfterItStarts(value);
  },
);
