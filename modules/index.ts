/* All declarations in one place: what the generators, the server and the tests walk over. A new module adds its three lists here and nowhere else. */
import type { Act } from '../kernel/act/act.ts';
import type { Sentence } from '../kernel/policy/policy.ts';
import { Problem } from '../kernel/problem.ts';
import type { RecordDeclaration } from '../kernel/record/record.ts';
import type { WorkSource } from '../kernel/record/work.ts';
import type { ClockSource } from '../kernel/rule/clock.ts';
import { agencyActs, agencyPolicy, agencyRecords } from './agencies/index.ts';
import { documentActs, documentPolicy, documentRecords } from './documents/index.ts';
import {
  applicationClocks,
  entitlementActs,
  entitlementPolicy,
  entitlementRecords,
  entitlementWork,
} from './entitlements/index.ts';
import { exchangeActs, exchangePolicy, exchangeRecords } from './exchange/declared.ts';
import { facilityActs, facilityPolicy, facilityRecords, facilityWork } from './facilities/index.ts';
import { feedbackActs, feedbackPolicy, feedbackRecords, feedbackWork } from './feedback/index.ts';
import { intakeActs, intakePolicy, intakeRecords, intakeWork } from './intake/index.ts';
import {
  accusedActs,
  besideActs,
  caseActs,
  correctionActs,
  custodyActs,
  dutyActs,
  exhibitActs,
  joiningActs,
  justicePolicy,
  justiceRecords,
  justiceWork,
  keyCaseActs,
  keyCasePolicy,
  keyCaseRecords,
  keyCaseWork,
  participationActs,
  reportActs,
  reportCorrectionActs,
  reportDecisionActs,
  reportDutyActs,
  statementActs,
} from './justice/index.ts';
import { noticeActs, noticePolicy, noticeRecords } from './notices/index.ts';
import { peopleActs, peoplePolicy, peopleRecords, peopleWork } from './people/index.ts';
import { receptionActs, receptionPolicy, receptionRecords, receptionWork } from './reception/index.ts';
import { referralActs, referralPolicy, referralRecords, referralWork } from './referrals/index.ts';
import { retentionActs, retentionPolicy, retentionRecords, retentionWork } from './retention/index.ts';
import { supportActs, supportPolicy, supportRecords, supportWork } from './support/index.ts';
import { verificationClocks, victimActs, victimPolicy, victimRecords, victimWork } from './victims/index.ts';

/** Raised with every change of a declaration, so that the ledger says by which one an act was read. */
export const declarationVersion = 1;

export const records: readonly RecordDeclaration[] = [
  ...agencyRecords,
  ...peopleRecords,
  ...intakeRecords,
  ...receptionRecords,
  ...victimRecords,
  ...supportRecords,
  ...entitlementRecords,
  ...referralRecords,
  ...facilityRecords,
  ...documentRecords,
  ...noticeRecords,
  ...exchangeRecords,
  ...feedbackRecords,
  ...retentionRecords,
  ...justiceRecords,
  ...keyCaseRecords,
];

export const acts = [
  ...agencyActs,
  ...peopleActs,
  ...intakeActs,
  ...receptionActs,
  ...victimActs,
  ...supportActs,
  ...entitlementActs,
  ...referralActs,
  ...facilityActs,
  ...documentActs,
  ...noticeActs,
  ...exchangeActs,
  ...feedbackActs,
  ...retentionActs,
  ...reportActs,
  ...reportDecisionActs,
  ...reportDutyActs,
  ...caseActs,
  ...besideActs,
  ...accusedActs,
  ...correctionActs,
  ...reportCorrectionActs,
  ...dutyActs,
  ...keyCaseActs,
  ...exhibitActs,
  ...custodyActs,
  ...joiningActs,
  ...participationActs,
  ...statementActs,
] as unknown as readonly Act[];

export const policy: readonly Sentence[] = [
  ...agencyPolicy,
  ...peoplePolicy,
  ...intakePolicy,
  ...receptionPolicy,
  ...victimPolicy,
  ...supportPolicy,
  ...entitlementPolicy,
  ...referralPolicy,
  ...facilityPolicy,
  ...documentPolicy,
  ...noticePolicy,
  ...exchangePolicy,
  ...feedbackPolicy,
  ...retentionPolicy,
  ...justicePolicy,
  ...keyCasePolicy,
];

/** Which terms run for a row of a person's file. */
export const clockSources: readonly ClockSource[] = [verificationClocks, applicationClocks];

/** What waits for whom. */
export const workSources: readonly WorkSource[] = [
  ...peopleWork,
  ...victimWork,
  ...referralWork,
  ...entitlementWork,
  ...supportWork,
  ...receptionWork,
  ...feedbackWork,
  ...retentionWork,
  ...facilityWork,
  ...intakeWork,
  ...justiceWork,
  ...keyCaseWork,
];

const recordsByName = new Map(records.map(record => [record.name, record]));
const actsByName = new Map(acts.map(act => [act.name, act]));

export function getRecord(name: string): RecordDeclaration {
  const found = recordsByName.get(name);
  if (!found) throw new Problem('record.unknown');
  return found;
}

export function getAct(name: string): Act {
  const found = actsByName.get(name);
  if (!found) throw new Problem('act.unknown');
  return found;
}
