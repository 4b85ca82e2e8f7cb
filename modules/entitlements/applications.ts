/* Applying: handed in where the law of that day says, sent on step by step in the old era, taken back. The office that holds the file keeps the application and
 * notes where the paper lies; what the receiving office needs of the file it sees by a share that ends with the matter. */
import { act, type Change, type FactSource, type Row } from '../../kernel/act/act.ts';
import { addDays, type Day, dayOf, formatDay, type Instant, startOfDay } from '../../kernel/day.ts';
import { choice, choices, day, office, ref, text } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { countClock } from '../../kernel/rule/clock.ts';
import { isInForce } from '../../kernel/rule/parameter.ts';
import type { Competence, Rules } from '../../rules/schema.ts';
import { isBodyOn, type OfficeOfBody, officeOfBodySql, officeStoodOn } from '../agencies/index.ts';
import { type ApplicationAt, applicationTerm } from './clocks.ts';
import { regimeCodes } from './codes.ts';
import type { EntitlementFacts, Reading } from './entitled.ts';
import { entitlementsOnFile, factsOfFile } from './facts.ts';
import { signers } from './record.ts';

/** What an office needs to see in order to decide on an application. */
export const applicationFields = [
  'person.fullName',
  'person.born',
  'person.sex',
  'person.ethnicity',
  'person.nationality',
  'person.livesHere',
  'person.abroadNow',
  'person.origin',
  'identityPaper.paperKind',
  'identityPaper.paperNumber',
  'identityPaper.issuedOn',
  'identityPaper.issuer',
  'assertion.purposes',
  'assertion.paperKind',
  'assertion.paperNumber',
  'assertion.paperDate',
  'assertion.paperIssuer',
  'hardshipPaper.hardshipKind',
  'hardshipPaper.issuer',
  'hardshipPaper.paperNumber',
  'hardshipPaper.issuedOn',
  'hardshipPaper.validUntil',
  'hardshipPaper.note',
  'hardshipPaper.struckAt',
  'hardshipPaper.struckWhy',
] as const;

/** The line of competence of a day, and the issue that names body and article when another office was meant. */
export const competentFor = (rules: object, family: string, onDay: Day): Competence | undefined =>
  (rules as Rules).competence.find(line => line.family === family && isInForce(line, onDay));

export function bodyIssue(
  field: string,
  line: Competence | undefined,
  onDay: Day,
  lang: 'vi' | 'en',
): FieldIssue {
  return line
    ? {
        field,
        reason: 'not_competent_body',
        params: { day: formatDay(onDay, lang), body: line.title[lang], article: line.article },
      }
    : { field, reason: 'no_competent_body', params: { day: formatDay(onDay, lang) } };
}

export const findOffice = async (source: FactSource, id: unknown): Promise<OfficeOfBody | undefined> =>
  (await source.query<OfficeOfBody>(officeOfBodySql, [id]))[0];

/** Where the application lies, with the term that runs there, as fields of the record. */
export function lying(at: ApplicationAt, rules: object): Readonly<Record<string, unknown>> {
  const asked = applicationTerm(at, rules as Rules);
  const term = asked && countClock(rules as Rules, asked);
  return {
    state: at.state,
    stepOn: at.stepOn,
    rule: term?.parameter ?? null,
    dueOn: term?.due ?? null,
    advisory: !term || term.advisory || term.due === null ? 'yes' : 'no',
  };
}

/** The share an office decides by; none to an office that is ours or has ended. */
function opened(
  id: string,
  person: string,
  toOffice: string,
  now: Instant,
  reach: readonly string[],
  to: OfficeOfBody | undefined,
): Change[] {
  if (reach.includes(toOffice) || !officeStoodOn(to, dayOf(now))) return [];
  return [
    {
      insert: 'share',
      id,
      person,
      values: {
        toOffice,
        sharedFields: applicationFields,
        sharePurpose: 'services',
        ground: 'legal_duty',
        startsAt: now,
        until: startOfDay(addDays(dayOf(now), 366)),
      },
    },
  ];
}

/** The share an application opened, while it is alive: one that ended stays as it ended. */
export const liveShare = (source: FactSource, share: unknown): Promise<{ id: string }[]> =>
  share
    ? source.query<{ id: string }>('select id from share where id = $1 and revoked_at is null', [share])
    : Promise.resolve([]);

export const closed = (shares: readonly { id: string }[], now: Instant, why: string): Change[] =>
  shares.map(({ id }) => ({ update: 'share', id, set: { revokedAt: now, revokedWhy: why } }));

/** What a file says of what the rules ask, under the rights of whoever asks. */
async function factsFrom(source: FactSource, person: Row): Promise<EntitlementFacts> {
  const rows = (sql: string) => source.query<Record<string, unknown>>(sql, [person.id]);
  const [assertions, verifications, settlements, applications, hardship] = await Promise.all([
    rows(
      'select id, assertion_kind as "assertionKind", finding, asserted_on::text as "assertedOn", office, court, made_at as "madeAt", paper_kind as "paperKind", paper_date::text as "paperDate" from assertion where person = $1',
    ),
    rows(
      'select state, finding, to_office as "toOffice", received_on::text as "receivedOn", answered_at as "answeredAt", made_at as "madeAt" from verification where person = $1',
    ),
    rows(
      'select state, ours, theirs, stands, answered_at as "answeredAt", decided_at as "decidedAt" from settlement where person = $1',
    ),
    rows('select state, regimes, applied_on::text as "appliedOn" from support_application where person = $1'),
    rows(
      'select issued_on::text as "issuedOn", valid_until::text as "validUntil", struck_at as "struckAt" from hardship_paper where person = $1',
    ),
  ]);
  return factsOfFile({
    person,
    assertions,
    verifications,
    settlements,
    applications,
    hardship,
    payments: [],
  });
}

export const submitApplication = act({
  name: 'supportApplication.submit',
  record: 'supportApplication',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    regimes: choices('regime', regimeCodes, { required: true }),
    toOffice: office({ required: true }),
    appliedOn: day({ required: true }),
    signedBy: choice('signedBy', signers, { required: true }),
  },
  writes: { supportApplication: { insert: true }, share: { insert: true } },
  async facts(source, { input }) {
    const file = await source.find('person', input.person as string);
    const [line] = await source.query<{ person: string }>(
      'select person from child where own_file = $1 order by made_at limit 1',
      [input.person],
    );
    const her = line ? await source.find('person', line.person) : null;
    return {
      file,
      own: file && (await factsFrom(source, file)),
      hers: her && (await factsFrom(source, her)),
      to: await findOffice(source, input.toOffice),
      rules: source.rules as Rules,
    };
  },
  decide({ subject, input, now, newId, actor }, { file, own, hers, to, rules }) {
    if (!file || !own || file.via === 'share') return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const appliedOn = input.appliedOn as Day;
    if (appliedOn > dayOf(now)) return invalid({ field: 'appliedOn', reason: 'in_future' });
    const { readings } = entitlementsOnFile(rules, own, hers, appliedOn);
    const reading = readings.find(one => one.eligibleAs !== null) ?? readings[0]!;
    const refused = input.regimes!.filter(code => !isGiven(reading, code));
    if (refused.length > 0) {
      const regime = reading.regimes.find(one => one.code === refused[0]);
      const support = rules.support.find(each => each.regimes.some(one => one.code === refused[0]));
      const article = regime?.why.find(reason => reason.article)?.article ?? support?.article ?? '';
      return invalid({
        field: 'regimes',
        reason: regime ? 'not_entitled' : 'not_in_this_law',
        params: { article, law: reading.law },
      });
    }
    const receiving = competentFor(rules, 'victim.support_receive', appliedOn);
    if (!receiving || !isBodyOn(receiving.body, to, appliedOn))
      return invalid(bodyIssue('toOffice', receiving, appliedOn, actor.lang));
    const decidesToo = competentFor(rules, 'victim.support_decide', appliedOn)?.body === receiving.body;
    const at: ApplicationAt = {
      state: decidesToo ? 'to_decide' : 'with_commune',
      law: reading.law,
      regimes: input.regimes!,
      identifiedOn: reading.identifiedOn,
      stepOn: appliedOn,
    };
    const share = opened(newId(), file.id, input.toOffice!, now, actor.reach, to);
    const { person: _person, ...values } = input;
    const asked = reading.regimes.filter(one => input.regimes!.includes(one.code));
    const missing = asked.some(one => one.missing.length > 0);
    const unclear = asked.some(one => one.state === 'unclear');
    return {
      changes: [
        ...share,
        {
          insert: 'supportApplication',
          id: subject,
          person: file.id,
          values: {
            ...values,
            ...lying(at, rules),
            law: reading.law,
            eligibleAs: reading.eligibleAs,
            identifiedOn: reading.identifiedOn,
            contested: readings.length > 1 ? 'yes' : 'no',
            share: share[0]?.id ?? null,
          },
        },
      ],
      notices: [
        {
          kind: 'application_received',
          office: input.toOffice as string,
          record: 'supportApplication',
          subject,
        },
      ],
      warnings: [
        ...(readings.length > 1 ? [{ field: 'regimes', reason: 'contested' }] : []),
        ...(missing ? [{ field: 'regimes', reason: 'paper_missing' }] : []),
        ...(unclear ? [{ field: 'regimes', reason: 'right_unclear' }] : []),
      ],
      persons: [file.id],
      ground: 'legal_duty',
    };
  },
});

const isGiven = ({ regimes }: Reading, code: string): boolean =>
  regimes.some(one => one.code === code && one.state !== 'not');

/** What comes after a step of the old era, and whose it is. */
const after: Readonly<Record<string, { readonly state: string; readonly family: string }>> = {
  with_commune: { state: 'with_district', family: 'victim.support_lead' },
  with_district: { state: 'to_decide', family: 'victim.support_decide' },
};

export const forwardApplication = act({
  name: 'supportApplication.forward',
  record: 'supportApplication',
  states: ['with_commune', 'with_district'],
  input: { toOffice: office({ required: true }), stepOn: day({ required: true }) },
  writes: {
    supportApplication: { update: ['state', 'toOffice', 'stepOn', 'rule', 'dueOn', 'advisory', 'share'] },
    share: { insert: true, update: ['revokedAt', 'revokedWhy'] },
  },
  facts: async (source, { input, row }) => ({
    to: await findOffice(source, input.toOffice),
    earlier: await liveShare(source, row?.share),
    rules: source.rules as Rules,
  }),
  decide({ row, subject, input, now, newId, actor }, { to, earlier, rules }) {
    if (!row) return new Problem('record.not_found');
    const stepOn = input.stepOn as Day;
    if (stepOn > dayOf(now)) return invalid({ field: 'stepOn', reason: 'in_future' });
    if (stepOn < (row.stepOn as Day)) return invalid({ field: 'stepOn', reason: 'before_last_step' });
    const next = after[row.state as string]!;
    const line = competentFor(rules, next.family, stepOn);
    if (!line || !isBodyOn(line.body, to, stepOn))
      return invalid(bodyIssue('toOffice', line, stepOn, actor.lang));
    const decidesToo = competentFor(rules, 'victim.support_decide', stepOn)?.body === line.body;
    const state = decidesToo ? 'to_decide' : next.state;
    const person = row.person as string;
    const share = opened(newId(), person, input.toOffice!, now, actor.reach, to);
    const at = { ...row, state, stepOn } as unknown as ApplicationAt;
    return {
      changes: [
        ...closed(earlier, now, 'application_forwarded'),
        ...share,
        {
          update: 'supportApplication',
          id: subject,
          set: { toOffice: input.toOffice, ...lying(at, rules), share: share[0]?.id ?? null },
          version: row.version,
        },
      ],
      notices: [
        {
          kind: 'application_received',
          office: input.toOffice as string,
          record: 'supportApplication',
          subject,
        },
      ],
      persons: [person],
      ground: 'legal_duty',
    };
  },
});

export const withdrawApplication = act({
  name: 'supportApplication.withdraw',
  record: 'supportApplication',
  states: ['with_commune', 'with_district', 'to_decide'],
  input: { withdrawnWhy: text({ required: true, max: 300 }) },
  writes: {
    supportApplication: { update: ['state', 'withdrawnWhy'] },
    share: { update: ['revokedAt', 'revokedWhy'] },
  },
  facts: (source, { row }) => liveShare(source, row?.share),
  decide({ row, subject, input, now }, shares) {
    if (!row) return new Problem('record.not_found');
    return {
      changes: [
        {
          update: 'supportApplication',
          id: subject,
          set: { ...input, state: 'withdrawn' },
          version: row.version,
        },
        ...closed(shares, now, 'application_withdrawn'),
      ],
      notices: [
        {
          kind: 'application_withdrawn',
          office: row.toOffice as string,
          record: 'supportApplication',
          subject,
        },
      ],
      persons: [row.person as string],
    };
  },
});

export const applicationActs = [submitApplication, forwardApplication, withdrawApplication] as const;
