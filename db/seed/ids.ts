/*
 * Name-based ids for everything the seed invents or takes from an official list: the same name gives the same UUID on every machine
 * (version 5, RFC 9562), so a seeded database can be rebuilt and compared. Records born in use get UUIDv7 from `kernel/id.ts` instead.
 */
import { v5 } from 'uuid';
import type { Id } from '../../kernel/id.ts';

/** The namespace of all name-based ids of Chung Tay: v5 of `chungtay.example` in the DNS namespace. Never change it. */
export const CHUNGTAY_NAMESPACE = '1b4fd3f8-8663-58c7-8b99-1e5ee039b8f0';

/**
 * The id of a thing with a name that never changes, by sort of thing.
 * `nameId('unit', '02683@')` and `nameId('unit', '02683@2025-07-01')` are two different units that carry the same code.
 */
export function nameId(sort: 'unit' | 'agency' | 'office' | 'officer' | 'post', name: string): Id {
  return v5(`${sort}:${name}`, CHUNGTAY_NAMESPACE);
}
