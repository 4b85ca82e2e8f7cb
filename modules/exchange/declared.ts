/* The declarations alone, for modules/index.ts: without the readers and writers of files, which a browser has no use for. */
export { exchangeActs } from './acts.ts';
export { exchangePolicy } from './policy.ts';
export { exchangeRecords } from './record.ts';
