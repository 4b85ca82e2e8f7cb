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
import { assignCase, handOverCase, openCase, takeOverCase, takeStep } from './case-acts.ts';
import { correctionActs } from './correction-acts.ts';
import { deadline, digest } from './deadline.ts';
import { noteDuty } from './duty-acts.ts';
import { exhibitPolicy } from './exhibit-policy.ts';
import { joinCase, splitCase } from './joining-acts.ts';
import { caseParts, crimeReport, criminalCase, reportDecision } from './record.ts';
import { handOverReport, resolveReport, takeReport, takeUpReport } from './report-acts.ts';
import { correctDecision, correctHandOver, correctReceipt } from './report-corrections.ts';
import { cancelSuspension, extendReport, resumeReport, suspendReport } from './report-decisions.ts';
import { comesToUs, handled, inOurSeat, supervised, tried } from './seats-predicates.ts';
import { statementPolicy } from './statement-policy.ts';

const takers = roles('border_officer', 'police_officer', 'investigator');
const investigators = roles('investigator');
const handedToUs = addressedToOurOffice('toOffice', 'to_office');
const passedByUs = addressedToOurOffice('passedBy', 'passed_by');
const ours = addressedToOurOffice('duty', 'duty');
export const bodies = roles('investigator', 'procurator', 'judge_clerk');

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
  ...[criminalCase, ...caseParts].map(record => bodies.maySee(record).when(either(inOurSeat, comesToUs))),
  // What runs out where: seen by the same three bodies, and by whoever the duty is.
  bodies.maySee(deadline).when(either(ours, inOurSeat, comesToUs)),
  bodies.maySee(digest).when(namesMe('toOfficer', 'to_officer')),
  ...investigators.mayAct(openCase).when(heldByOurOffice),
  ...bodies
    .mayAct(takeStep, assignCase, noteDuty, orderMeasure, endMeasure, recordExtension, ...correctionActs)
    .when(inOurSeat),
  ...roles('investigator', 'procurator').mayAct(chargeAccused).when(either(handled, supervised)),
  ...investigators.mayAct(nameAccused, handOverCase, settleAccused, resumeAccused).when(handled),
  ...investigators.mayAct(takeOverCase).when(comesToUs),
  ...roles('investigator').mayAct(joinCase, splitCase).when(handled),
  ...roles('procurator').mayAct(joinCase, splitCase).when(supervised),
  ...roles('judge_clerk').mayAct(settleAccused, resumeAccused).when(tried),
  ...exhibitPolicy,
  ...statementPolicy,
];
