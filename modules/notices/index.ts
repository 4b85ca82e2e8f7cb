/* Notices: that something waits for an office or an officer. A notice names a kind and a record, never a person, so that a bell or a phone may show it. */
import { act } from '../../kernel/act/act.ts';
import { instant, office, officer, text } from '../../kernel/fields/kinds.ts';
import { either, namesMe, type Predicate, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { record } from '../../kernel/record/record.ts';
import { roleNames } from '../agencies/index.ts';

export const notice = record('notice', {
  held: false,
  caption: ['noticeKind'],
  retention: { years: 1, basis: 'practice: the ledger keeps what happened' },
  indexes: [
    ['toOffice', 'readAt'],
    ['toOfficer', 'readAt'],
    // Of the kinds that stay work until they are done.
    { fields: ['toOffice'], where: "notice_kind = 'consent_of_age'" },
  ],
  fields: {
    noticeKind: text({ required: true, tier: 'open', listed: true, max: 60 }),
    toOffice: office({ tier: 'open' }),
    toOfficer: officer({ tier: 'open' }),
    about: text({ required: true, tier: 'open', listed: true, max: 60 }),
    subject: text({ required: true, tier: 'open', max: 36 }),
    readAt: instant({ tier: 'open', listed: true }),
    readBy: officer({ tier: 'open' }),
  },
});

const toOurOffice: Predicate = {
  name: 'toOurOffice',
  columns: ['to_office'],
  sql: (alias, { reach }) => `${alias}.to_office = any (${reach})`,
  test: (row, actor) => actor.reach.includes(row.toOffice as string),
};

export const readNotice = act({
  name: 'notice.read',
  record: 'notice',
  input: {},
  writes: { notice: { update: ['readAt', 'readBy'] } },
  decide: ({ row, subject, actor, now }) =>
    row
      ? { changes: [{ update: 'notice', id: subject, set: { readAt: now, readBy: actor.officer } }] }
      : new Problem('record.not_found'),
});

const everybody = roles(...roleNames);
const ours = either(toOurOffice, namesMe('toOfficer', 'to_officer'));

export const noticeRecords = [notice] as const;
export const noticeActs = [readNotice] as const;
export const noticePolicy: readonly Sentence[] = [
  everybody.maySee(notice).when(ours),
  ...everybody.mayAct(readNotice).when(ours),
];
