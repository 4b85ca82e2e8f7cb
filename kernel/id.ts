/* Ids. UUIDv7: made where a record is born (a tablet, an import, the server), sortable by time, and never reused as a human number.
 * The random half makes ids unguessable enough to be opaque handles; they carry no personal data. */
import { v7, validate } from 'uuid';

export type Id = string;

/** A fresh UUIDv7 in lower case. */
export function newId(): Id {
  return v7();
}

/** True for any well-formed UUID in lower case: seeds and units use name-based ids, so the version is not checked. */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && value.length === 36 && validate(value) && value === value.toLowerCase();
}
