/* Support: what other modules and the server may use of this one. */
export { supportActs } from './acts.ts';
export { supportPolicy } from './policy.ts';
export { note, supportRecords } from './record.ts';
