/**
 * What a rule file may contain. Every file is checked when the program starts: an unknown key, a missing citation or a day that
 * does not exist stops it, because a rule that is silently misread would put wrong dates before people. Pure; no file access.
 */
import { type Day, parseDay } from '../kernel/day.ts';
import { type CalendarYear, HOLIDAYS, type LunarYear } from '../kernel/rule/calendar.ts';
import { type Bilingual, CONFIDENCES, type Confidence, type Parameter } from '../kernel/rule/parameter.ts';
import type { Escalation, Fraction, Granting, Offence } from './schema-justice.ts';
import type { KeyCaseAgreement, KeyCaseGrounds } from './schema-key-cases.ts';

/** Says what is wrong with a value, each issue beginning with the place; empty when it is sound. */
export type Check = (value: unknown, place: string) => string[];

export type Dated = {
  id: string;
  valid_from: Day;
  valid_to: Day | null;
  confidence: Confidence;
  source: string;
};
export type Law = Dated & { title: Bilingual; short: Bilingual };
/** A kind of agency (`police_province`), which modules/agencies resolves to the unit of a place and a day. */
export type Competence = Dated & { family: string; body: string; title: Bilingual; article: string };
export type ProofPaper = Dated & {
  family: string;
  title: Bilingual;
  bodies: string[];
  needs_legalisation: boolean;
  article: string;
};
/** How long a regime may last, as far as it was read; below `high` it is advice. */
export type LongestSupport = {
  value: number;
  unit: 'day' | 'month' | 'school_year';
  confidence: Confidence;
  article: string;
};
export const PROOFS = ['victim_paper', 'financial_difficulty'] as const;
export type Proof = (typeof PROOFS)[number];
export type SupportRegime = {
  code: string;
  point: string | null;
  title: Bilingual;
  article: string;
  /** What must be shown by a paper before it can be had. */
  proof: Proof[];
  /** The form of the application; null where none is known to be needed. */
  form: Bilingual | null;
  /** Family of the term in which an application is decided, and of the one in which it must be handed in. */
  decided_by: string | null;
  apply_within: string | null;
  /** That term is for this part of the regime only; the rest of it has no last day that is known. */
  apply_within_part?: 'vocational';
  longest: LongestSupport | null;
  times: 'once' | null;
  confidence: Confidence;
  note?: Bilingual;
};
export type SupportRegimes = {
  law: string;
  article: string;
  confidence: Confidence;
  source: string;
  chosen_by: { day: 'identification_day'; article: string; confidence: Confidence; source: string };
  regimes: SupportRegime[];
  /** As which kind the law looks at somebody without a nationality; null where nobody has read it. */
  stateless: { living_here: string | null; elsewhere: string | null };
  /** Person kind → regime codes. */
  eligible: Record<string, string[]>;
};
/** The sources a finding may rest on under one law; the letters are the law's own. */
export type EvidenceSources = Dated & {
  law: string;
  article: string;
  points: { code: string; point: string; title: Bilingual }[];
};
export const ELEMENTS = ['act', 'means', 'purpose'] as const;
export type Element = (typeof ELEMENTS)[number];
export const STRENGTHS = ['strong', 'medium', 'weak'] as const;
export type Strength = (typeof STRENGTHS)[number];
type SetHead = {
  id: string;
  version: number;
  title: Bilingual;
  article: string;
  confidence: Confidence;
  source: string;
};
export type LegalElements = SetHead & {
  kind: 'legal_elements';
  standing: 'primary';
  items: { code: string; element: Element; title: Bilingual }[];
};
/** Indicators that support a conversation. `adult` and `child` are strengths; null: not on that list. */
export type SupportIndicators = SetHead & {
  kind: 'support';
  standing: 'secondary';
  dimensions: { code: string; title: Bilingual }[];
  items: {
    code: string;
    dimension: string;
    adult: Strength | null;
    child: Strength | null;
    title: Bilingual;
  }[];
};
export type IndicatorSet = LegalElements | SupportIndicators;
export const FACTOR_LEVELS = ['individual', 'household', 'community', 'structural'] as const;
export type FactorLevel = (typeof FACTOR_LEVELS)[number];
/** What is looked at when needs are assessed. A factor has a level and a side, and no weight: nothing is added up. */
export type AssessmentSet = SetHead & {
  valid_from: Day;
  valid_to: Day | null;
  domains: { code: string; title: Bilingual }[];
  factors: {
    code: string;
    domain: string;
    level: FactorLevel;
    polarity: 'risk' | 'protective';
    title: Bilingual;
  }[];
};
/** Below `limit` years no means are needed to be a victim; below `criminal_limit` none to be one in the Penal Code. */
export type AgeRule = Dated & { family: string; limit: number; criminal_limit: number; article: string };
/** A checklist of standards. `essential`: without it a facility is below the standard, whatever else is there. */
export type Standard = Dated & {
  family: string;
  version: number;
  title: Bilingual;
  article: string;
  domains: { code: string; title: Bilingual }[];
  items: {
    code: string;
    domain: string;
    essential: boolean;
    title: Bilingual;
    article: string;
    confidence: Confidence;
    source: string;
  }[];
};

export const fail = (place: string, wanted: string) => [`${place}: ${wanted}`];
export const text: Check = (value, place) =>
  typeof value === 'string' && value.trim() !== '' ? [] : fail(place, 'a text is needed');
const day: Check = (value, place) => (parseDay(value) ? [] : fail(place, 'a day like 2025-07-01 is needed'));
export const truth: Check = (value, place) =>
  typeof value === 'boolean' ? [] : fail(place, 'true or false');
export const natural: Check = (value, place) =>
  Number.isSafeInteger(value) && (value as number) > 0 ? [] : fail(place, 'a whole number above 0 is needed');
export const orNull =
  (check: Check): Check =>
  (value, place) =>
    value === null ? [] : check(value, place);
export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, place) =>
    allowed.includes(value as string) ? [] : fail(place, `one of ${allowed.join(', ')}`);
export const list =
  (check: Check): Check =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => check(each, `${place}[${index}]`))
      : fail(place, 'a list is needed');
export const mapOf =
  (key: Check, check: Check): Check =>
  (value, place) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => [
          ...key(name, place),
          ...check(each, `${place}.${name}`),
        ])
      : fail(place, 'a map is needed');

/** Exactly these keys, the optional ones at will; anything else is refused. */
export function shape(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, place) => {
    if (!isObject(value)) return fail(place, 'a map is needed');
    const unknown = Object.keys(value).filter(key => !(key in required) && !(key in optional));
    return [
      ...unknown.map(key => `${place}: unknown key ${key}`),
      ...Object.entries(required).flatMap(([key, check]) =>
        key in value ? check(value[key], `${place}.${key}`) : fail(place, `${key} is missing`),
      ),
      ...Object.entries(optional).flatMap(([key, check]) =>
        key in value ? check(value[key], `${place}.${key}`) : [],
      ),
    ];
  };
}

export const bilingual = shape({ vi: text, en: text });
export const confidence = oneOf(...CONFIDENCES);
const unit = oneOf('hour', 'day', 'working_day', 'month');
const length = shape({ unit, value: natural });
const lengths = mapOf(text, length);
export const dated = { id: text, valid_from: day, valid_to: orNull(day), confidence, source: text };

export const also =
  (check: Check, further: (value: Record<string, unknown>) => string | null): Check =>
  (value, place) => {
    const issues = check(value, place);
    if (issues.length > 0) return issues;
    const issue = further(value as Record<string, unknown>);
    return issue === null ? [] : fail(place, issue);
  };

export const endsAfterItStarts = (value: Record<string, unknown>) =>
  value.valid_to !== null && (value.valid_to as Day) <= (value.valid_from as Day)
    ? 'valid_to must lie after valid_from'
    : null;

export const parameter: Check = also(
  shape(
    {
      ...dated,
      family: text,
      article: text,
      title: bilingual,
      holder: bilingual,
      trigger: text,
      unit: orNull(unit),
      value: orNull(natural),
      counting: shape(
        { start_day_included: truth, roll_to_working_day: truth, month_as_30_days: truth },
        { to_the_hour: truth },
      ),
      counting_article: text,
      line_chosen_by: oneOf('trigger_day', 'identification_day'),
    },
    {
      verified_by: text,
      verified_at: day,
      differs_by: oneOf('severity', 'level', 'circumstance', 'protester'),
      lengths,
      before: truth,
      extensions: list(
        also(
          shape({ condition: orNull(bilingual) }, { add: lengths, to_total: lengths, special: truth }),
          value => ('add' in value === 'to_total' in value ? 'an extension has add or to_total' : null),
        ),
      ),
      ask_before: length,
      in_all: lengths,
      times: bilingual,
      most_times: mapOf(text, natural),
      resumed_by: text,
      note: bilingual,
    },
  ),
  value => {
    if ((value.unit === null) !== (value.value === null))
      return 'unit and value are known together or not at all';
    if (value.lengths && value.value !== null) return 'a line has one length or several';
    if ('lengths' in value !== 'differs_by' in value) return 'lengths that differ say by what';
    if (value.value === null && !value.lengths && !value.note)
      return 'a line without a length needs a note that says why';
    if ('verified_by' in value !== 'verified_at' in value) return 'a check needs both who and when';
    return endsAfterItStarts(value);
  },
);

export const law: Check = also(shape({ ...dated, title: bilingual, short: bilingual }), endsAfterItStarts);
export const competence: Check = also(
  shape({ ...dated, family: text, body: text, title: bilingual, article: text }),
  endsAfterItStarts,
);
export const proofPaper: Check = also(
  shape({
    ...dated,
    family: text,
    title: bilingual,
    bodies: list(text),
    needs_legalisation: truth,
    article: text,
  }),
  endsAfterItStarts,
);
export const ageRule: Check = also(
  shape({ ...dated, family: text, limit: natural, criminal_limit: natural, article: text }),
  endsAfterItStarts,
);

export const evidenceSources: Check = also(
  shape({
    ...dated,
    law: text,
    article: text,
    points: list(shape({ code: text, point: text, title: bilingual })),
  }),
  endsAfterItStarts,
);

export const standard: Check = also(
  shape({
    ...dated,
    family: text,
    version: natural,
    title: bilingual,
    article: text,
    domains: list(shape({ code: text, title: bilingual })),
    items: list(
      shape({
        code: text,
        domain: text,
        essential: truth,
        title: bilingual,
        article: text,
        confidence,
        source: text,
      }),
    ),
  }),
  value => {
    const { domains, items } = value as unknown as Standard;
    const codes = items.map(each => each.code);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice) return `${twice} appears twice`;
    const stray = items.find(each => !domains.some(one => one.code === each.domain));
    return stray ? `${stray.code} belongs to no domain` : endsAfterItStarts(value);
  },
);

const supportRegime: Check = also(
  shape(
    {
      code: text,
      point: orNull(text),
      title: bilingual,
      article: text,
      proof: list(oneOf(...PROOFS)),
      form: orNull(bilingual),
      decided_by: orNull(text),
      apply_within: orNull(text),
      longest: orNull(
        shape({ value: natural, unit: oneOf('day', 'month', 'school_year'), confidence, article: text }),
      ),
      times: orNull(oneOf('once')),
      confidence,
    },
    { note: bilingual, apply_within_part: oneOf('vocational') },
  ),
  value =>
    (value.longest === null || value.times === null) && !value.note
      ? 'a regime of which something is not known needs a note that says so'
      : null,
);

export const supportRegimes: Check = also(
  shape({
    law: text,
    article: text,
    confidence,
    source: text,
    chosen_by: shape({ day: oneOf('identification_day'), article: text, confidence, source: text }),
    regimes: list(supportRegime),
    stateless: shape({ living_here: orNull(text), elsewhere: orNull(text) }),
    eligible: mapOf(text, list(text)),
  }),
  value => {
    const { regimes, eligible, stateless } = value as unknown as SupportRegimes;
    const nobody = Object.values(stateless).find(kind => kind !== null && !(kind in eligible));
    if (nobody) return `stateless names ${nobody}, to whom this law gives nothing`;
    const known = regimes.map(each => each.code);
    const stray = Object.values(eligible)
      .flat()
      .find(code => !known.includes(code));
    return stray ? `eligible names ${stray}, which is no regime of this law` : null;
  },
);

const setHead = { id: text, version: natural, title: bilingual, article: text, confidence, source: text };
const legalElements = shape({
  ...setHead,
  kind: oneOf('legal_elements'),
  standing: oneOf('primary'),
  items: list(shape({ code: text, element: oneOf(...ELEMENTS), title: bilingual })),
});
const strength = orNull(oneOf(...STRENGTHS));
const supportIndicators = shape({
  ...setHead,
  kind: oneOf('support'),
  standing: oneOf('secondary'),
  dimensions: list(shape({ code: text, title: bilingual })),
  items: list(shape({ code: text, dimension: text, adult: strength, child: strength, title: bilingual })),
});

export const indicatorSet: Check = also(
  (value, place) =>
    (isObject(value) && value.kind === 'support' ? supportIndicators : legalElements)(value, place),
  value => {
    const codes = (value.items as { code: string }[]).map(each => each.code);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice) return `${twice} appears twice`;
    const dimensions = (value as Partial<SupportIndicators>).dimensions;
    const stray = dimensions
      ? (value as SupportIndicators).items.find(each => !dimensions.some(one => one.code === each.dimension))
      : undefined;
    return stray ? `${stray.code} belongs to no dimension` : null;
  },
);

export const assessmentSet: Check = also(
  shape({
    ...setHead,
    valid_from: day,
    valid_to: orNull(day),
    domains: list(shape({ code: text, title: bilingual })),
    factors: list(
      shape({
        code: text,
        domain: text,
        level: oneOf(...FACTOR_LEVELS),
        polarity: oneOf('risk', 'protective'),
        title: bilingual,
      }),
    ),
  }),
  value => {
    const { domains, factors } = value as unknown as AssessmentSet;
    const codes = factors.map(each => each.code);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice) return `${twice} appears twice`;
    // The record keeps a domain's answers under the domain's own name, and knows them by it.
    const stray = factors.find(
      each => !domains.some(one => one.code === each.domain) || !each.code.startsWith(`${each.domain}.`),
    );
    return stray ? `${stray.code} belongs to no domain` : endsAfterItStarts(value);
  },
);

export const calendarYear: Check = shape({
  year: natural,
  status: oneOf('announced', 'computed'),
  days_off: mapOf(day, oneOf(...HOLIDAYS)),
  working_saturdays: mapOf(day, day),
  provisional_days: mapOf(day, oneOf(...HOLIDAYS)),
  sources: list(text),
});
export const lunar: Check = mapOf(text, shape({ tet: day, hung_kings: day }));

/** Everything under `rules/`, as plain JSON. */
export type Rules = {
  laws: Law[];
  parameters: Parameter[];
  calendar: { years: Record<string, CalendarYear>; lunar: Record<string, LunarYear> };
  competence: Competence[];
  papers: ProofPaper[];
  evidence: EvidenceSources[];
  support: SupportRegimes[];
  indicators: IndicatorSet[];
  age_rules: AgeRule[];
  standards: Standard[];
  assessments: AssessmentSet[];
  granting: Granting[];
  fractions: Fraction[];
  escalation: Escalation[];
  offences: Offence[];
  key_case_grounds: KeyCaseGrounds[];
  key_case_agreement: KeyCaseAgreement[];
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
