/* Invented logs for the tests and the bench of the ledger: a seed gives the same log again. */
import { createHash } from 'node:crypto';
import { type ChainItem, GENESIS, link } from './chain.ts';
import { commitmentOf, type EntryKind, type LedgerEntry, leafOf } from './entry.ts';

const KINDS: readonly EntryKind[] = ['act', 'read', 'list', 'open', 'auth', 'system'];

function bytesOf(seed: string): Buffer {
  return createHash('sha256').update(seed).digest();
}

/** A stable, well-formed id from a text. */
export function idOf(seed: string): string {
  const hex = bytesOf(seed).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One entry with its body (every third has none), not yet in a chain. */
export function sampleEntry(seed: string, number: number): { entry: LedgerEntry; body: ChainItem['body'] } {
  const hasBody = number % 3 !== 0;
  const salt = bytesOf(`${seed}/salt/${number}`);
  const body = {
    note: `Ghi chú số ${number} “H’Mông”`,
    count: number,
    ratio: 0.1,
    parts: [null, true, { b: 1, a: 'ắ' }],
  };
  const second = String(number % 60).padStart(2, '0');
  return {
    entry: {
      id: idOf(`${seed}/entry/${number}`),
      kind: KINDS[number % KINDS.length]!,
      name: hasBody ? 'referral.send' : 'person.read',
      officer: idOf(`${seed}/officer/${number % 7}`),
      post: idOf(`${seed}/post/${number % 7}`),
      role: 'duty officer',
      agency: 'border-guard',
      office: number % 5 === 0 ? null : idOf(`${seed}/office/${number % 3}`),
      session: idOf(`${seed}/session`),
      subject_record: 'referral',
      subject_id: idOf(`${seed}/subject/${number}`),
      person_ids: Array.from({ length: number % 4 }, (_, index) => idOf(`${seed}/person/${number + index}`)),
      purpose: number % 2 ? 'protection' : null,
      ground: null,
      made_at: `2026-11-24T01:02:${second}.120Z`,
      received_at: `2026-11-24T01:03:${second}.456Z`,
      declaration: 3,
      commitment: hasBody ? commitmentOf(salt, body) : null,
    },
    body: hasBody ? { salt, body } : null,
  };
}

/** A sound chain of `length` entries. */
export function sampleLog(seed: string, length: number): ChainItem[] {
  const items: ChainItem[] = [];
  let head = GENESIS.hash;
  for (let seq = 1; seq <= length; seq++) {
    const { entry, body } = sampleEntry(seed, seq);
    const leaf = leafOf(entry);
    head = link(head, leaf, seq);
    items.push({ entry, leaf, body, link: { seq, entry_id: entry.id, hash: head } });
  }
  return items;
}
