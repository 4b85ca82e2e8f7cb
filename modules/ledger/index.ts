/* The ledger has no record of its own: the server writes it with every act. What others may use of this module. */
export { authNames, type EntryName, entryNames } from './names.ts';
