/* Reports of crime are taken by anybody in uniform and seen by who took them, who has to resolve them and the procuracy that supervises. A case is seen by the three bodies that
 * handle it, each in its own seat, and by nobody else: not by administrators, not by whoever cares for a victim. */
import {
  addressedToOurOffice,
  either,
  heldByOurOffice,
  namesMe,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import {
  chargeAccused,
  endMeasure,
  nameAccused,
  orderMeasure,
  recordExtension,
  resumeAccused,
  settleAccused,
} from './accused-acts.ts';
import { applySummary, cancelSummary, decideLateAppeal, receiveLateAppeal } from './beside-acts.ts';
import { assignCase, handOverCase, openCase, takeOverCase } from './case-acts.ts';
import { correctionActs } from './correction-acts.ts';
import { deadline, digest } from './deadline.ts';
import { noteDuty } from './duty-acts.ts';
import { exhibitPolicy } from './exhibit-policy.ts';
import { joinCase, splitCase } from './joining-acts.ts';
import { caseParts, crimeReport, criminalCase, reportDecision, reportDutyDone } from './record.ts';
import { handOverReport, resolveReport, takeReport, takeUpReport } from './report-acts.ts';
import {
  correctDecision,
  correctHandOver,
  correctReceipt,
  correctReportDuty,
  takeBackReportDuty,
} from './report-corrections.ts';
import { cancelSuspension, extendReport, resumeReport, suspendReport } from './report-decisions.ts';
import { noteReportDuty } from './report-duty-acts.ts';
import {
  comesToUs,
  handled,
  inOurSeat,
  liesWithUs,
  supervised,
  supervisedAbove,
  tried,
  triedAbove,
} from './seats-predicates.ts';
import { statementPolicy } from './statement-policy.ts';
import { takeStep } from './step-acts.ts';

const takers = roles('border_officer', 'police_officer', 'investigator');
const investigators = roles('investigator');
const handedToUs = addressedToOurOffice('toOffice', 'to_office');
const passedByUs = addressedToOurOffice('passedBy', 'passed_by');
const ours = addressedToOurOffice('duty', 'duty');
export const bodies = roles('investigator', 'procurator', 'judge_clerk');

/** What is done in a case from whatever seat. */
const inSeat = [
  takeStep,
  assignCase,
  noteDuty,
  orderMeasure,
  endMeasure,
  recordExtension,
  ...correctionActs,
] as const;
/** The second instance sees all of the case from when the file is sent up, and acts in it; what the three agreed about it is not before it. */
const above = (
  [
    ['procurator', supervisedAbove],
    ['judge_clerk', triedAbove],
  ] as const
).flatMap(([role, when]): Sentence[] => [
  ...[criminalCase, ...caseParts, deadline].map(record => roles(role).maySee(record).when(when)),
  ...roles(role)
    .mayAct(...inSeat)
    .when(when),
]);

export const justicePolicy: readonly Sentence[] = [
  takers.maySee(crimeReport).when(either(heldByOurOffice, handedToUs, passedByUs)),
  takers.mayOpen(crimeReport, 'reporter').when(either(heldByOurOffice, handedToUs)),
  roles('procurator').maySee(crimeReport).when(supervised),
  ...takers.mayAct(takeReport).when(heldByOurOffice),
  ...takers.mayAct(handOverReport).when(either(heldByOurOffice, handedToUs)),
  ...takers.mayAct(correctReceipt).when(heldByOurOffice),
  ...takers.mayAct(correctHandOver).when(either(heldByOurOffice, passedByUs)),
  ...roles('investigator', 'procurator').mayAct(correctDecision).when(heldByOurOffice),
  ...investigators.mayAct(takeUpReport).when(either(heldByOurOffice, handedToUs)),
  ...investigators.mayAct(resolveReport, extendReport, suspendReport, resumeReport).when(handedToUs),
  ...roles('procurator').mayAct(extendReport, cancelSuspension).when(supervised),
  investigators.maySee(reportDecision).when(handedToUs),
  roles('procurator').maySee(reportDecision).when(supervised),
  // What was done about it is seen by whose duty it was and by the procuracy; whoever only took the report sees what becomes of it.
  ...takers.mayAct(noteReportDuty).when(liesWithUs),
  ...roles('procurator').mayAct(noteReportDuty).when(supervised),
  takers.maySee(reportDutyDone).when(handedToUs),
  ...takers.mayAct(correctReportDuty, takeBackReportDuty).when(handedToUs),
  ...roles('procurator').mayAct(correctReportDuty, takeBackReportDuty).when(supervised),
  roles('procurator').maySee(reportDutyDone).when(supervised),
  ...[criminalCase, ...caseParts].map(record => bodies.maySee(record).when(either(inOurSeat, comesToUs))),
  // What runs out where: seen by the same three bodies, and by whoever the duty is.
  bodies.maySee(deadline).when(either(ours, inOurSeat, comesToUs)),
  roles('police_officer', 'border_officer').maySee(deadline).when(ours),
  roles('investigator', 'procurator', 'judge_clerk', 'police_officer', 'border_officer')
    .maySee(digest)
    .when(namesMe('toOfficer', 'to_officer')),
  ...investigators.mayAct(openCase).when(heldByOurOffice),
  ...bodies.mayAct(...inSeat).when(inOurSeat),
  ...above,
  ...bodies.mayAct(applySummary, cancelSummary).when(inOurSeat),
  ...roles('judge_clerk').mayAct(receiveLateAppeal, decideLateAppeal).when(tried),
  ...roles('investigator', 'procurator').mayAct(chargeAccused).when(either(handled, supervised)),
  ...investigators.mayAct(nameAccused, handOverCase, settleAccused, resumeAccused).when(handled),
  ...investigators.mayAct(takeOverCase).when(comesToUs),
  ...roles('investigator').mayAct(joinCase, splitCase).when(handled),
  ...roles('procurator').mayAct(joinCase, splitCase).when(supervised),
  ...roles('judge_clerk').mayAct(settleAccused, resumeAccused).when(either(tried, triedAbove)),
  ...exhibitPolicy,
  ...statementPolicy,
];
