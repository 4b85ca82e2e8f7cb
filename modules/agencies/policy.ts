/* Who may do what with agencies and the people who work there: everybody signed in sees units, agencies, offices and who holds which post; only an
 * administrator changes them; anybody may lend her own post. E-mail addresses are for administrators. */
import { always, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { endDelegation, endOfficer, endPost, giveDelegation, givePost, registerOfficer } from './acts.ts';
import { agency, office, officer, post, unit, unitLineage } from './record.ts';
import { roleNames } from './roles.ts';

const everybody = roles(...roleNames);
const lenders = roles(...roleNames.filter(role => role !== 'administrator' && role !== 'auditor'));

export const agencyPolicy: readonly Sentence[] = [
  ...[unit, unitLineage, agency, office, post].map(record => everybody.maySee(record).when(always)),
  everybody.maySee(officer, ['name', 'title', 'titleEn', 'lang', 'castKey', 'ended']).when(always),
  roles('administrator').maySee(officer).when(always),
  ...roles('administrator').mayAct(registerOfficer, endOfficer, givePost, endPost).when(always),
  ...lenders.mayAct(giveDelegation, endDelegation).when(always),
];
