/* The legal status of a person on a day, worked out from the dated assertions and the verification requests; it is never kept. A body's latest decided finding is its word,
 * two bodies' words that differ contradict each other and nobody's wins. The status "in the process of identification" exists since the law of 2024 and gives rights of its own. */
import { type Day, dayOf, type Instant } from '../../kernel/day.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import { lawChange, lawOn } from './law.ts';

type Law = ReturnType<typeof lawOn>;

/** A row as it is read, of which these fields count. */
type Read<Name extends string> = Readonly<Record<string, unknown>> & { readonly [name in Name]?: unknown };

/** Rows of `assertion`, `verification` and `settlement` as they are read; only what every share shows of them is used. */
export interface StatusFacts {
  readonly assertions: readonly Read<
    'id' | 'assertionKind' | 'finding' | 'assertedOn' | 'office' | 'court' | 'madeAt'
  >[];
  readonly verifications: readonly Read<
    'state' | 'finding' | 'toOffice' | 'receivedOn' | 'answeredAt' | 'madeAt'
  >[];
  /** How contradicting findings were brought to an end. */
  readonly settlements?: readonly Read<'state' | 'ours' | 'theirs' | 'stands' | 'answeredAt' | 'decidedAt'>[];
  readonly onDay: Day;
  /** Read as though the bodies whose word this is had said nothing: one side of a contradiction by itself. */
  readonly silent?: Word['finding'];
}

export interface LegalStatus {
  readonly status: 'none' | 'in_process' | 'identified' | 'not_victim' | 'contradicted';
  /** The first day of the status; null when there is none. */
  readonly since: Day | null;
  /** Under which law it stands: whoever was identified under the law of 2011 stays under it (article 63 of the law of 2024). */
  readonly law: Law;
  readonly article: string | null;
  readonly reasons: readonly Reason[];
}

/** Where the status and what follows from it are written (facts/law.md C.3 to C.5). */
const articles = {
  identified: {
    '66/2011/QH12': 'Điều 27, Điều 28 Luật 66/2011',
    '53/2024/QH15': 'Điều 32, Điều 33 Luật 53/2024',
  },
  not_victim: { '66/2011/QH12': 'Điều 27 Luật 66/2011', '53/2024/QH15': 'Điều 32 Luật 53/2024' },
} as const;
const inProcessArticle = 'Điều 37 Luật 53/2024';

/** What a competent body said on a day. `proven` is a finding it stands under with a paper, not only an answer to a letter. */
interface Word {
  readonly body: string;
  readonly day: Day;
  /** The moment it was written down, where it is known; it tells what came first on one day. */
  readonly at: string;
  readonly finding: 'victim' | 'not_victim';
  readonly proven: boolean;
  readonly court: boolean;
}

const isDecided = (finding: unknown): finding is Word['finding'] =>
  finding === 'victim' || finding === 'not_victim';

function wordOf({
  assertionKind,
  finding,
  assertedOn,
  office,
  court,
  madeAt,
}: StatusFacts['assertions'][number]): Word[] {
  if ((assertionKind !== 'identified' && assertionKind !== 'found_by_court') || !isDecided(finding))
    return [];
  return [
    {
      body: String(court ?? office),
      day: assertedOn as Day,
      at: String(madeAt ?? ''),
      finding,
      proven: true,
      court: assertionKind === 'found_by_court',
    },
  ];
}

function wordsOf({ assertions, verifications, onDay }: StatusFacts): Word[] {
  const words = assertions.flatMap(wordOf);
  for (const { state, finding, toOffice, answeredAt } of verifications)
    if (state === 'answered' && isDecided(finding) && typeof answeredAt === 'string')
      words.push({
        body: String(toOffice),
        day: dayOf(answeredAt as Instant),
        at: answeredAt,
        finding,
        proven: false,
        court: false,
      });
  return words.filter(word => word.day <= onDay);
}

/** A finding the offices no longer go by, and since when. */
interface SetAside {
  readonly row: StatusFacts['assertions'][number];
  readonly settledAt: Instant;
  readonly neither: boolean;
}

/** Contradicting findings were settled, by agreement or by the superior: those that do not stand. Where neither stands, both go, and it is to be verified anew. */
function setAside({ assertions, settlements = [], onDay }: StatusFacts): SetAside[] {
  return settlements.flatMap(({ state, ours, theirs, stands, answeredAt, decidedAt }) => {
    const settledAt = (decidedAt ?? answeredAt) as Instant | null | undefined;
    if ((state !== 'agreed' && state !== 'decided') || !settledAt || dayOf(settledAt) > onDay) return [];
    return [ours, theirs]
      .filter(id => id !== stands)
      .flatMap(id => assertions.filter(row => row.id === id))
      .map(row => ({ row, settledAt, neither: !stands }));
  });
}

/** What the same body had said until its finding goes with it, and so does what it repeated, a letter for one, until it was settled. */
const goesWith =
  (word: Word) =>
  ({ row, settledAt }: SetAside): boolean =>
    word.body === String(row.court ?? row.office) &&
    (word.at ? word.at <= settledAt : word.day <= dayOf(settledAt)) &&
    (word.day <= (row.assertedOn as Day) || word.finding === row.finding);

/** What was said and not set aside by that day: what the offices go by, and whose papers prove something. */
export function standingFindings<Row extends StatusFacts['assertions'][number]>(
  facts: Omit<StatusFacts, 'assertions'> & { readonly assertions: readonly Row[] },
): Row[] {
  const aside = setAside(facts);
  return facts.assertions.filter(
    row => !aside.some(one => one.row.id === row.id || wordOf(row).some(word => goesWith(word)(one))),
  );
}

/** The latest word of each body; on one day the proven one is the later. */
function lastWords(words: readonly Word[]): Word[] {
  const byBody = new Map<string, Word>();
  for (const word of words.toSorted(
    (a, b) => a.day.localeCompare(b.day) || Number(a.proven) - Number(b.proven),
  ))
    byBody.set(word.body, word);
  return [...byBody.values()];
}

const earliest = (days: readonly Day[]): Day => days.toSorted()[0]!;

/**
 * Since when somebody answers for presuming her a victim, or a request about her runs; null when neither is so. A presumption older than the last refusal has been
 * answered by it; a request to a body that spoke since is no longer open.
 */
function processOn(
  { assertions, verifications, onDay }: StatusFacts,
  aside: readonly SetAside[],
  last: readonly Word[],
  lastRefusal: Day | null,
): { since: Day; reasons: Reason[] } | null {
  const presumed = new Map<unknown, { id: unknown; day: Day; finding: unknown }>();
  for (const { id, assertionKind, assertedOn, office, finding } of assertions) {
    const day = assertedOn as Day;
    if (assertionKind === 'presumed' && day <= onDay && day >= (presumed.get(office)?.day ?? day))
      presumed.set(office, { id, day, finding });
  }
  const presumptions = [...presumed.values()]
    .filter(({ day, finding }) => finding === 'victim' && (lastRefusal === null || day > lastRefusal))
    .filter(({ id }) => !aside.some(({ row }) => row.id === id))
    .map(({ day }) => day);
  const requests = verifications
    .filter(
      ({ state, answeredAt }) =>
        state === 'sent' || (state === 'answered' && dayOf(answeredAt as Instant) > onDay),
    )
    .filter(
      ({ toOffice, receivedOn, madeAt }) =>
        !last.some(
          ({ body, day, at }) =>
            body === toOffice &&
            (day > (receivedOn as Day) || (day === receivedOn && at > String(madeAt ?? '\uffff'))),
        ),
    )
    .map(({ receivedOn }) => receivedOn as Day)
    .filter(day => day <= onDay);
  const opened = [...presumptions, ...requests];
  if (opened.length === 0) return null;
  const step = (code: string, days: readonly Day[]): Reason[] =>
    days.length > 0 ? [{ code, params: { day: earliest(days) } }] : [];
  return {
    since: earliest(opened),
    reasons: [...step('status_presumed', presumptions), ...step('status_requested', requests)],
  };
}

function decided(
  status: 'identified' | 'not_victim',
  words: readonly Word[],
  settled: readonly Reason[],
): LegalStatus {
  const first = words.toSorted((a, b) => a.day.localeCompare(b.day))[0]!;
  const law = lawOn(first.day);
  return {
    status,
    since: first.day,
    law,
    article: articles[status][law],
    reasons: [
      ...settled,
      {
        code: `status_${status}${first.court ? '_court' : ''}`,
        params: { day: first.day },
        article: articles[status][law],
      },
      ...(status === 'identified' && first.day < lawChange
        ? [{ code: 'status_stays_2011', params: { day: lawChange }, article: 'Điều 63 Luật 53/2024' }]
        : []),
    ],
  };
}

/** The status of a person on a day, with its article and how it came about. Pure; `reasons` are said with `rule.reason.<code>`. */
export function statusOf(facts: StatusFacts): LegalStatus {
  const { assertions, onDay } = facts;
  const law = lawOn(onDay);
  const words = wordsOf(facts);
  const aside = setAside(facts);
  const gone = words.filter(word => aside.some(goesWith(word)));
  const last = lastWords(words.filter(word => !gone.includes(word))).filter(
    word => word.finding !== facts.silent,
  );
  const settled: Reason[] = [true, false]
    .filter(neither => gone.some(word => aside.some(one => one.neither === neither && goesWith(word)(one))))
    .map(neither => ({ code: neither ? 'status_neither_stands' : 'status_settled', params: {} }));
  const victims = last.filter(word => word.finding === 'victim' && word.proven);
  const refusals = last.filter(word => word.finding === 'not_victim');
  if (victims.length > 0 && refusals.length > 0) {
    const since = [
      earliest(victims.map(word => word.day)),
      earliest(refusals.map(word => word.day)),
    ].toSorted()[1]!;
    return {
      status: 'contradicted',
      since,
      law: lawOn(since),
      article: articles.identified[lawOn(since)],
      reasons: [
        ...settled,
        { code: 'status_word_victim', params: { count: victims.length } },
        { code: 'status_word_not_victim', params: { count: refusals.length } },
        { code: 'status_nobody_wins', params: {} },
      ],
    };
  }
  if (victims.length > 0) return decided('identified', victims, settled);
  const lastRefusal =
    refusals
      .map(word => word.day)
      .toSorted()
      .at(-1) ?? null;
  const process = processOn(facts, aside, last, lastRefusal);
  if (process && onDay >= lawChange) {
    const since = [process.since, lawChange].toSorted()[1]!;
    return {
      status: 'in_process',
      since,
      law,
      article: inProcessArticle,
      reasons: [
        ...settled,
        ...(lastRefusal ? [{ code: 'status_renewed', params: { day: lastRefusal } }] : []),
        ...process.reasons,
        ...(process.since < lawChange ? [{ code: 'status_from_law', params: { day: lawChange } }] : []),
        { code: 'status_rights', params: {}, article: inProcessArticle },
      ],
    };
  }
  if (refusals.length > 0) return decided('not_victim', refusals, settled);
  const screened = assertions.some(
    row => row.assertionKind === 'screened' && (row.assertedOn as Day) <= onDay,
  );
  return {
    status: 'none',
    since: null,
    law,
    article: null,
    reasons: process
      ? [...settled, ...process.reasons, { code: 'status_unknown_2011', params: { day: lawChange } }]
      : settled.length > 0
        ? settled
        : [{ code: screened ? 'status_only_screened' : 'status_nothing', params: {} }],
  };
}
