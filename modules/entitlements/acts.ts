/* Everything that may be done about what the law gives: amounts and sources, applying, deciding, paying out. */
import { amountActs } from './amounts.ts';
import { applicationActs } from './applications.ts';
import { makeDecision } from './decisions.ts';
import { hardshipActs } from './hardship.ts';
import { paymentActs } from './payments.ts';

export const entitlementActs = [
  ...amountActs,
  ...hardshipActs,
  ...applicationActs,
  makeDecision,
  ...paymentActs,
] as const;
