/* The acts of reception, gathered. */
import { groupActs } from './group-acts.ts';
import { personActs } from './person-acts.ts';
import { linkPlan, rescueActs } from './rescue-acts.ts';

export const receptionActs = [...groupActs, ...rescueActs, linkPlan, ...personActs] as const;
