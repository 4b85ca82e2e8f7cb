/* What of a file can be shared with another office, in the bundles an officer thinks in. A shelter's notes, minutes of
 * conferences, decisions on files, doubles and exceptions are in none of them. The names are the same the database masks by: `record.field`. */
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import { sharedFieldName } from '../../kernel/record/sql.ts';
import { hardshipPaper } from '../entitlements/index.ts';
import { arrival, child, consent, needs } from '../intake/index.ts';
import { identityPaper, person } from '../people/index.ts';
import { bestInterests, foreignStep, interpreterEngagement } from '../reception/index.ts';
import { assessment, followUp, planAction, planGoal, safeContact, supportPlan } from '../support/index.ts';
import { assertion, screening, settlement, verification } from '../victims/index.ts';

const all = (record: RecordDeclaration, without: readonly string[] = []): string[] =>
  Object.keys(record.fields)
    .filter(name => !without.includes(name))
    .map(name => sharedFieldName(record, name));

const contact = ['phone', 'address', 'bankAccount'];

export const shareBundles: Readonly<Record<string, readonly string[]>> = {
  who: all(person, [...contact, 'importKey', 'exchange', 'entry']),
  contact: contact.map(name => sharedFieldName(person, name)),
  papers: all(identityPaper),
  hardship: all(hardshipPaper),
  arrival: all(arrival, ['herAccount']),
  herAccount: ['arrival.herAccount'],
  needs: all(needs, ['keepFrom']),
  keepFrom: ['needs.keepFrom'],
  children: all(child),
  screening: all(screening),
  // Without the settlements findings that were settled would still contradict each other for the receiver; what the offices wrote to each other stays with them.
  status: [...all(assertion), ...all(verification), ...all(settlement, ['reason', 'answer', 'decision'])],
  interests: all(bestInterests),
  interpreters: all(interpreterEngagement),
  foreign: all(foreignStep),
  consents: all(consent),
  assessment: all(assessment),
  plan: [...all(supportPlan), ...all(planGoal), ...all(planAction)],
  followUps: all(followUp),
  safeContact: all(safeContact, ['callNumber', 'neverCall']),
  safeNumbers: ['callNumber', 'neverCall'].map(name => sharedFieldName(safeContact, name)),
};

/** The classes of data a field belongs to. */
export const classesOfField = (name: string): string[] =>
  Object.entries(shareBundles).flatMap(([bundle, fields]) => (fields.includes(name) ? [bundle] : []));

/** Whether whoever is shown these fields has a file to open at all: without one of the person's own there is none. */
export const opensFile = (fields: readonly string[]): boolean =>
  fields.some(name => name.startsWith(`${person.name}.`));

export const shareableFields: ReadonlySet<string> = new Set(Object.values(shareBundles).flat());

/** What a shelter needs on the first evening, and how she may be reached, so that nobody calls a number that betrays her; the sender may take away or add. */
export const shelterBundles = [
  'who',
  'arrival',
  'needs',
  'children',
  'status',
  'consents',
  'safeContact',
] as const;
