/* The kinds of entry, apart from the hashing so that a browser may know them. */
export const entryKinds = ['act', 'read', 'list', 'open', 'auth', 'system'] as const;
export type EntryKind = (typeof entryKinds)[number];
