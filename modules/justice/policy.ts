/* Reports of crime are taken by anybody in uniform and seen by who took them, who has to resolve them and the procuracy that supervises. A case is seen by the three bodies that
 * handle it, each in its own seat, and by nobody else: not by administrators, not by whoever cares for a victim. */
import {
  addressedToOurOffice,
  either,
  heldByOurOffice,
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
import { correctStep, handOverCase, openCase, takeOverCase, takeStep } from './case-acts.ts';
import { caseParts, crimeReport, criminalCase } from './record.ts';
import { handOverReport, resolveReport, takeReport, takeUpReport } from './report-acts.ts';

const takers = roles('border_officer', 'police_officer', 'investigator');
const investigators = roles('investigator');
const handedToUs = addressedToOurOffice('toOffice', 'to_office');
const passedByUs = addressedToOurOffice('passedBy', 'passed_by');
const supervised = addressedToOurOffice('procuracy', 'procuracy');
const handled = addressedToOurOffice('handler', 'handler');
const tried = addressedToOurOffice('court', 'court');
const comesToUs = addressedToOurOffice('nextHandler', 'next_handler');
const inOurSeat = either(handled, supervised, tried);
const bodies = roles('investigator', 'procurator', 'judge_clerk');

export const justicePolicy: readonly Sentence[] = [
  takers.maySee(crimeReport).when(either(heldByOurOffice, handedToUs, passedByUs)),
  takers.mayOpen(crimeReport, 'reporter').when(either(heldByOurOffice, handedToUs)),
  roles('procurator').maySee(crimeReport).when(supervised),
  ...takers.mayAct(takeReport).when(heldByOurOffice),
  ...takers.mayAct(handOverReport).when(either(heldByOurOffice, handedToUs)),
  ...investigators.mayAct(takeUpReport).when(either(heldByOurOffice, handedToUs)),
  ...investigators.mayAct(resolveReport).when(handedToUs),
  ...[criminalCase, ...caseParts].map(record => bodies.maySee(record).when(either(inOurSeat, comesToUs))),
  ...investigators.mayAct(openCase).when(heldByOurOffice),
  ...bodies.mayAct(takeStep, correctStep, orderMeasure, endMeasure, recordExtension).when(inOurSeat),
  ...roles('investigator', 'procurator').mayAct(chargeAccused).when(either(handled, supervised)),
  ...investigators.mayAct(nameAccused, handOverCase, settleAccused, resumeAccused).when(handled),
  ...investigators.mayAct(takeOverCase).when(comesToUs),
  ...roles('judge_clerk').mayAct(settleAccused, resumeAccused).when(tried),
];
