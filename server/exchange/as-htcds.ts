/* Files of people as a table of HTCDS, with a sheet beside it that names what was withheld from each and which uses she refused. */
import type { Actor, Row } from '../../kernel/act/act.ts';
import { dayOf, type Instant, type PartialDay } from '../../kernel/day.ts';
import { fieldsOpenedBy } from '../../kernel/policy/policy.ts';
import {
  type AnswerState,
  composePerson,
  type ExportEntry,
  exportHtcds,
  type HtcdsName,
  htcdsNames,
  type OurFile,
  type Sidecar,
  saidBy,
  sealedNames,
  type WithheldReason,
} from '../../modules/exchange/index.ts';
import { getRecord, policy } from '../../modules/index.ts';
import { nameParts } from '../../modules/people/names/index.ts';
import type { Db } from '../db/door.ts';
import { readingsOf } from '../rows.ts';
import type { Keyring } from '../seal/keyring.ts';
import { refusedUses } from './allowed-uses.ts';
import type { Exported, ExportRequest } from './export.ts';
import { byPerson, openAll, readRows, sharedFields } from './export-rows.ts';
import { type OfficeName, officeNames } from './in-words.ts';

const partNames = ['arrival', 'assertion', 'referral', 'identityPaper', 'imported'] as const;

export async function asHtcds(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  now: Instant,
  request: ExportRequest,
  rows: readonly Row[],
  consents: ReadonlyMap<string, readonly Row[]>,
): Promise<Omit<Exported, 'rows' | 'leftOut'>> {
  const ids = rows.map(row => row.id);
  const held = rows.filter(row => row.via !== 'share').map(row => row.id);
  const shared = await sharedFields(
    db,
    actor,
    rows.filter(row => row.via === 'share').map(row => row.id),
  );
  const parts = Object.fromEntries(
    await Promise.all(
      partNames.map(
        async name =>
          [
            name,
            byPerson(ids.length > 0 ? await readRows(db, actor, getRecord(name), 'person', ids) : []),
          ] as const,
      ),
    ),
  ) as Record<(typeof partNames)[number], Map<string, Row[]>>;
  const offices = await officeNames(db, [
    ...[...parts.assertion.values()].flat().map(row => row.office),
    ...[...parts.referral.values()].flat().map(row => row.toOffice as string),
  ]);
  const opened = request.withSealed
    ? await openFiles(db, keyring, actor, held, parts)
    : new Map<string, NonNullable<OurFile['opened']>>();
  const mayOpen = fieldsOpenedBy(policy, actor.role, getRecord('person')).length > 0;
  const refused: { ref: string; purposes: string[] }[] = [];
  const entries = rows.map((row, index): ExportEntry => {
    const ref = `R${String(index + 1).padStart(5, '0')}`;
    const own = {
      consents: consents.get(row.id) ?? [],
      arrivals: parts.arrival.get(row.id) ?? [],
      assertions: parts.assertion.get(row.id) ?? [],
      referrals: parts.referral.get(row.id) ?? [],
      imported: parts.imported.get(row.id) ?? [],
    };
    const uses = refusedUses(own.consents);
    if (uses.length > 0) refused.push({ ref, purposes: uses });
    const names = row.via === 'share' ? (shared.get(row.id) ?? new Set<string>()) : null;
    const withheld = withheldOf(actor, names, opened.has(row.id), mayOpen && row.via !== 'share');
    return {
      ref,
      person: composePerson(fileOf(row, own, offices, opened.get(row.id) ?? null), splitName),
      withheld,
      answerStates: answerStates(row),
    };
  });
  const { table, sidecar } = exportHtcds(entries, { madeAt: now, columns: request.columns ?? 'all' });
  return {
    table,
    sidecar: withConsentNote(sidecar, request, refused),
    withheld: sidecar.sums.withheldByField,
    consentRefused: refused.length,
  };
}

function withConsentNote(sidecar: Sidecar, request: ExportRequest, refused: readonly object[]): object {
  return {
    ...sidecar,
    export: {
      purpose: request.purpose,
      sealedFieldsOpened: request.withSealed,
      onlyAllowed: request.onlyAllowed ?? null,
    },
    consent: {
      note: 'These people said no to, or withdrew, the uses named. Nothing here may be used for them. con_Consent alone is no permission for a new use.',
      refused,
    },
  };
}

type Own = {
  readonly consents: readonly Row[];
  readonly arrivals: readonly Row[];
  readonly assertions: readonly Row[];
  readonly referrals: readonly Row[];
  readonly imported: readonly Row[];
};

function fileOf(
  row: Row,
  own: Own,
  offices: ReadonlyMap<string, OfficeName>,
  opened: OurFile['opened'],
): OurFile {
  return {
    person: row as unknown as OurFile['person'],
    arrivals: own.arrivals.map(arrival => ({
      route: arrival.route as string,
      arrivedDay: arrival.arrivedAt ? (dayOf(arrival.arrivedAt as Instant) as PartialDay) : null,
      handedOverBy: (arrival.handedOverBy as string | null) ?? null,
    })),
    assertions: own.assertions.map(assertion => ({
      id: assertion.id,
      assertionKind: assertion.assertionKind as string,
      finding: assertion.finding as string,
      purposes: (assertion.purposes as string[] | null) ?? null,
      agencyKind: offices.get(assertion.office)?.kind ?? null,
    })),
    consents: own.consents.map(consent => ({
      id: consent.id,
      given: consent.given as string,
      explained: (consent.explained as Record<string, string> | null) ?? null,
      withdrawn: Boolean(consent.withdrawnAt),
    })),
    referrals: own.referrals.map(referral => ({
      to: offices.get(referral.toOffice as string)?.name ?? null,
      day: referral.sentAt ? (dayOf(referral.sentAt as Instant) as PartialDay) : null,
    })),
    madeRows: own.imported.flatMap(one => (one.madeRows as string[] | null) ?? []),
    opened,
  };
}

async function openFiles(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  held: readonly string[],
  parts: Record<'identityPaper' | 'imported', Map<string, Row[]>>,
): Promise<Map<string, NonNullable<OurFile['opened']>>> {
  const lastPaper = new Map(
    held.flatMap(id => {
      const paper = parts.identityPaper.get(id)?.at(-1);
      return paper ? [[id, paper.id] as const] : [];
    }),
  );
  const lastRest = new Map(
    held.flatMap(id => {
      const rest = parts.imported.get(id)?.at(-1);
      return rest ? [[id, rest.id] as const] : [];
    }),
  );
  const person = await openAll(db, keyring, actor, getRecord('person'), held);
  const paper = await openAll(db, keyring, actor, getRecord('identityPaper'), [...lastPaper.values()]);
  const rest = await openAll(db, keyring, actor, getRecord('imported'), [...lastRest.values()]);
  return new Map(
    held.flatMap(id => {
      const own = person.get(id);
      if (!own) return [];
      return [
        [
          id,
          {
            phone: own.phone ?? null,
            address: own.address ?? null,
            paperNumber: paper.get(lastPaper.get(id) ?? '')?.paperNumber ?? null,
            sealedRest: rest.get(lastRest.get(id) ?? '')?.sealedRest ?? null,
          },
        ] as const,
      ];
    }),
  );
}

/** What of a file does not leave, and why. Listed whether or not there is a value, or the silence would tell. `names`: what was shared, null for one's own file. */
function withheldOf(
  actor: Actor,
  names: ReadonlySet<string> | null,
  isOpened: boolean,
  mayOpen: boolean,
): ExportEntry['withheld'] {
  const withheld: Partial<Record<HtcdsName, WithheldReason>> = {};
  if (!isOpened) for (const name of sealedNames) withheld[name] = mayOpen ? 'sealed' : 'no_right';
  if (!names) {
    for (const [path, fields] of Object.entries(saidBy)) {
      const [name = '', field = ''] = path.split('.');
      const record = getRecord(name);
      if (record.fields[field]?.tier === 'sealed') continue;
      if (
        !readingsOf(record, actor.role).some(reading => reading.arm === 'held' && reading.fields.has(field))
      )
        for (const one of fields) withheld[one] = 'no_right';
    }
    return withheld;
  }
  const open = new Set<string>();
  for (const [path, fields] of Object.entries(saidBy)) {
    const [name = '', field = ''] = path.split('.');
    if (names.has(path) || getRecord(name).fields[field]?.milestone) for (const one of fields) open.add(one);
  }
  for (const name of htcdsNames)
    if (!open.has(name) || sealedNames.includes(name)) withheld[name] = 'no_right';
  return withheld;
}

function answerStates(row: Row): ExportEntry['answerStates'] {
  const states: Partial<Record<HtcdsName, AnswerState>> = {};
  for (const [field, state] of Object.entries(row.unanswered ?? {}))
    for (const name of saidBy[`person.${field}`] ?? []) states[name] = state;
  return states;
}

function splitName(text: string): { family: string | null; middle: string | null; given: string | null } {
  const words = text.split(/\s+/).filter(Boolean);
  const parts = nameParts(text);
  const family = parts.family ? parts.family.marked.split(' ').length : 0;
  if (parts.order === 'given-first' || words.length < 2 || family + parts.middle.length + 1 !== words.length)
    return words.length < 2
      ? { family: null, middle: null, given: text }
      : { family: words[0]!, middle: words.slice(1, -1).join(' ') || null, given: words.at(-1)! };
  return {
    family: words.slice(0, family).join(' ') || null,
    middle: words.slice(family, -1).join(' ') || null,
    given: words.at(-1)!,
  };
}
