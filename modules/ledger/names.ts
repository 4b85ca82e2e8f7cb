/* Every name an entry of the ledger can have, from the declarations: acts, readings of what is protected, opened fields, signing in, and what the server
 * does by itself. The auditor filters by them, and a test holds that each has words in both languages. */
import type { Act } from '../../kernel/act/act.ts';
import type { EntryKind } from '../../kernel/ledger/kinds.ts';
import { isProtected, type RecordDeclaration } from '../../kernel/record/record.ts';

export interface EntryName {
  readonly kind: EntryKind;
  readonly name: string;
}

/** Events of signing in; a test in server/ holds this list to the type there. */
export const authNames = [
  'password.accepted',
  'password.refused',
  'password.locked',
  'password.changed',
  'reset.started',
  'reset.used',
  'reset.refused',
  'second_factor.accepted',
  'second_factor.refused',
  'second_factor.locked',
  'second_factor.ended',
  'recovery_code.used',
  'recovery_codes.made',
  'totp.added',
  'passkey.added',
  'passkey.accepted',
  'passkey.refused',
  'passkey.ended',
  'cast.entered',
  'session.opened',
  'session.post_changed',
  'session.stepped_up',
  'session.ended',
] as const;

/** What an officer does to her own account beside signing in. */
const ofAccount = ['calendar.made', 'calendar.ended'] as const;

/** What is looked up beside plain readings of a record. */
const lookups = [
  'person.search',
  'person.alike',
  'person.import.known',
  'person.refused',
  'work.export',
  'ledger.file',
  'ledger.export',
  'exhibit.export',
] as const;
const readings: readonly string[] = ['ledger.export', 'person.refused'];
const bySystem = [
  'share.run_out',
  'referral.remind',
  'verification.remind',
  'keyCase.remind',
  'verification.escalated',
  'office.hand_over',
  'world.invent',
  'ledger.erase',
  'consent.run_out',
  'referral.end_with_consent',
  'feedback.give',
  'complaint.raise',
  'retention.fall_due',
  'person.erase',
  'deadline.tell',
] as const;

export function entryNames(
  records: readonly RecordDeclaration[],
  acts: readonly Pick<Act, 'name'>[],
): EntryName[] {
  const guarded = records.filter(isProtected);
  return [
    ...acts.map((one): EntryName => ({ kind: 'act', name: one.name })),
    ...records
      .filter(record => isProtected(record) || record.readingEntered)
      .map((record): EntryName => ({ kind: 'read', name: `${record.name}.read` })),
    ...guarded.map((record): EntryName => ({ kind: 'list', name: `${record.name}.list` })),
    ...guarded.map((record): EntryName => ({ kind: 'list', name: `${record.name}.export` })),
    ...guarded.map((record): EntryName => ({ kind: 'open', name: `${record.name}.export.sealed` })),
    ...lookups.map((name): EntryName => ({ kind: readings.includes(name) ? 'read' : 'list', name })),
    ...records.flatMap(record =>
      Object.entries(record.fields).flatMap(([field, { tier }]): EntryName[] =>
        tier === 'sealed' ? [{ kind: 'open', name: `${record.name}.open.${field}` }] : [],
      ),
    ),
    ...[...authNames, ...ofAccount].map((name): EntryName => ({ kind: 'auth', name })),
    ...bySystem.map((name): EntryName => ({ kind: 'system', name })),
  ];
}
