/* Retention: what other modules and the server may use of this one. */
export { retentionActs } from './acts.ts';
export { type EnteredLength, enteredLengthsSql, withEntered } from './lengths.ts';
export { retentionPolicy } from './policy.ts';
export {
  keptThings,
  retentionLength,
  retentionRecords,
  retentionReview,
  reviewGrounds,
  tombstone,
} from './record.ts';
export { retentionWork } from './work.ts';
