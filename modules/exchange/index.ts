/* Exchange: tables in and out, columns onto any act's input, and the IOM case data standard (HTCDS) both ways. Pure functions: bytes and data in, data
 * out. Who may import or export what, and writing it down, is the caller's. */
export * from './acts.ts';
export * from './carry.ts';
export * from './compose.ts';
export * from './htcds/columns.ts';
export * from './htcds/domain.ts';
export * from './htcds/person.ts';
export * from './htcds/profile.ts';
export * from './htcds/read.ts';
export * from './htcds/row.ts';
export * from './htcds/sidecar.ts';
export type { DayOrder, HtcdsValue, NoteCode, Severity } from './htcds/values.ts';
export * from './mapping.ts';
export { exchangePolicy } from './policy.ts';
export * from './record.ts';
export * from './refusal.ts';
export { writeCsv } from './table/csv.ts';
export * from './table/read.ts';
export * from './table/table.ts';
export { writeXlsx } from './table/xlsx.ts';
