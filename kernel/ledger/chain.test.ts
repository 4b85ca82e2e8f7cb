/* Whatever is done to a log, at whatever place, is found and the first broken entry is named. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Break, type ChainItem, GENESIS, link, verifyChain } from './chain.ts';
import { commitmentOf, type LedgerEntry, leafOf } from './entry.ts';
import { idOf, sampleEntry, sampleLog } from './sample.ts';

const headOf = (log: readonly ChainItem[]) => {
  const last = log.at(-1)!;
  return { seq: Number(last.link.seq), hash: Buffer.from(last.link.hash) };
};

const flip = (bytes: Uint8Array, bit: number) => {
  const copy = Buffer.from(bytes);
  copy[(bit >> 3) % copy.length]! ^= 1 << (bit & 7);
  return copy;
};

/** Every field of an entry, each changed into something else the column could hold. */
const changes: readonly ((entry: LedgerEntry, bit: number) => Partial<LedgerEntry>)[] = [
  entry => ({ id: idOf(`${entry.id}x`) }),
  entry => ({ kind: entry.kind === 'act' ? 'read' : 'act' }),
  entry => ({ name: `${entry.name}x` }),
  entry => ({ officer: entry.officer ? null : idOf('x') }),
  entry => ({ post: idOf(`${entry.post}x`) }),
  entry => ({ role: `${entry.role} ` }),
  entry => ({ agency: entry.agency ? null : 'x' }),
  entry => ({ office: entry.office ? null : idOf('x') }),
  entry => ({ session: idOf(`${entry.session}x`) }),
  () => ({ subject_record: 'person' }),
  entry => ({ subject_id: idOf(`${entry.subject_id}x`) }),
  entry => ({ person_ids: [...entry.person_ids!, idOf('x')] }),
  entry => ({ person_ids: entry.person_ids!.length ? entry.person_ids!.slice(1) : null }),
  entry => ({ purpose: entry.purpose === null ? '' : null }),
  () => ({ ground: 'art. 1' }),
  entry => ({ made_at: `${String(entry.made_at).slice(0, 23)}001Z` }),
  () => ({ received_at: '2020-01-01 00:00:00+07' }),
  entry => ({ received_at: entry.made_at }),
  entry => ({ declaration: entry.declaration! + 1 }),
  (entry, bit) => ({ commitment: entry.commitment ? flip(entry.commitment, bit) : Buffer.alloc(32) }),
  () => ({ made_at: 'infinity' }),
];

type Tamper = (
  log: ChainItem[],
  at: number,
  other: number,
  bit: number,
) => { log: ChainItem[]; seq: number; why: Break[] };
const put = (log: ChainItem[], at: number, part: Partial<ChainItem>) =>
  log.with(at, { ...log[at]!, ...part });

const tampers: Record<string, Tamper> = {
  'a field changed': (log, at, _, bit) => {
    const entry = log[at]!.entry!;
    const change = changes[bit % changes.length]!(entry, bit);
    return { log: put(log, at, { entry: { ...entry, ...change } }), seq: at + 1, why: ['entry'] };
  },
  'a field changed, its leaf made to fit': (log, at, _, bit) => {
    const entry = { ...log[at]!.entry!, ...changes[bit % 20]!(log[at]!.entry!, bit) };
    return { log: put(log, at, { entry, leaf: leafOf(entry) }), seq: at + 1, why: ['link'] };
  },
  'the stored leaf changed': (log, at, _, bit) => ({
    log: put(log, at, { leaf: flip(log[at]!.leaf!, bit) }),
    seq: at + 1,
    why: ['entry'],
  }),
  'the hash changed': (log, at, _, bit) => ({
    log: put(log, at, { link: { ...log[at]!.link, hash: flip(log[at]!.link.hash, bit) } }),
    seq: at + 1,
    why: ['link'],
  }),
  'the link points elsewhere': (log, at) => ({
    log: put(log, at, { link: { ...log[at]!.link, entry_id: idOf('elsewhere') } }),
    seq: at + 1,
    why: ['order'],
  }),
  'the number changed': (log, at) => ({
    log: put(log, at, { link: { ...log[at]!.link, seq: at + 2 } }),
    seq: at + 1,
    why: ['order'],
  }),
  'the body changed': (log, at) => ({
    log: put(log, at, { body: { salt: log[at]!.body?.salt ?? Buffer.alloc(32), body: { note: 'forged' } } }),
    seq: at + 1,
    why: ['body'],
  }),
  'the row gone, the link left': (log, at) => ({
    log: put(log, at, { entry: null, leaf: null }),
    seq: at + 1,
    why: ['missing'],
  }),
  'cut out': (log, at) => ({
    log: log.toSpliced(at, 1),
    seq: at + 1,
    why: at === log.length - 1 ? ['short'] : ['order'],
  }),
  'cut out and renumbered': (log, at) => ({
    log: log.toSpliced(at, 1).map((item, index) => ({ ...item, link: { ...item.link, seq: index + 1 } })),
    seq: at + 1,
    why: at === log.length - 1 ? ['short'] : ['link'],
  }),
  'the rest cut off': (log, at) => ({ log: log.slice(0, at), seq: at + 1, why: ['short'] }),
  repeated: (log, at) => ({ log: log.toSpliced(at, 0, log[at]!), seq: at + 2, why: ['order'] }),
  'repeated under the next number': (log, at) => {
    const copy = { ...log[at]!, link: { ...log[at]!.link, seq: at + 2 } };
    const rest = log
      .slice(at + 1)
      .map(item => ({ ...item, link: { ...item.link, seq: Number(item.link.seq) + 1 } }));
    return { log: [...log.slice(0, at + 1), copy, ...rest], seq: at + 2, why: ['link'] };
  },
  'put in between': (log, at) => {
    const { entry, body } = sampleEntry('forger', 1);
    const leaf = leafOf(entry);
    const forged = { entry, body, leaf, link: { seq: at + 1, entry_id: entry.id, hash: leaf } };
    return { log: log.toSpliced(at, 0, forged), seq: at + 1, why: ['link'] };
  },
  'two swapped': (log, at, other) => {
    const [from, to] = at < other ? [at, other] : [other, at];
    return { log: log.with(from, log[to]!).with(to, log[from]!), seq: from + 1, why: ['order'] };
  },
  'two swapped under each other’s numbers': (log, at, other) => {
    const [from, to] = at < other ? [at, other] : [other, at];
    const swapped = put(put(log, from, { ...log[to]!, link: log[from]!.link }), to, {
      ...log[from]!,
      link: log[to]!.link,
    });
    return { log: swapped, seq: from + 1, why: ['link'] };
  },
  'rewritten from here to the end': (log, at) => {
    let hash = at === 0 ? GENESIS.hash : Buffer.from(log[at - 1]!.link.hash);
    const rewritten = log.slice(at).map((item, index) => {
      const entry = index === 0 ? { ...item.entry!, name: 'nothing.happened' } : item.entry!;
      const leaf = leafOf(entry);
      hash = link(hash, leaf, at + index + 1);
      return { ...item, entry, leaf, link: { ...item.link, hash } };
    });
    return { log: [...log.slice(0, at), ...rewritten], seq: log.length, why: ['checkpoint'] };
  },
};

describe('tampering', () => {
  test.each(Object.entries(tampers))('%s: found and named', async (_, tamper) => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.string(),
          length: fc.integer({ min: 2, max: 25 }),
          at: fc.nat(),
          step: fc.nat(),
          bit: fc.nat(10_000),
        }),
        async ({ seed, length, at, step, bit }) => {
          const log = sampleLog(seed, length);
          const place = at % length;
          const other = (place + 1 + (step % (length - 1))) % length;
          const { log: forged, seq, why } = tamper(log, place, other, bit);
          const verdict = await verifyChain(forged, { held: [headOf(log)] });
          expect(verdict.ok).toBe(false);
          expect(verdict.firstBroken?.seq).toBe(seq);
          expect(why).toContain(verdict.firstBroken?.why);
          if (!['short', 'checkpoint'].includes(verdict.firstBroken!.why))
            expect(verdict.firstBroken?.entryId).toBe(
              forged[seq - 1]!.entry?.id ?? forged[seq - 1]!.link.entry_id,
            );
        },
      ),
      { numRuns: 150 },
    );
  });

  test('every field at every place of one log', async () => {
    const log = sampleLog('all', 12);
    for (let at = 0; at < log.length; at++)
      for (const change of changes) {
        const entry = { ...log[at]!.entry!, ...change(log[at]!.entry!, 3) };
        const verdict = await verifyChain(put(log, at, { entry }));
        expect(verdict.firstBroken).toEqual({ seq: at + 1, entryId: entry.id, why: 'entry' });
        // Only one entry was touched, so the walk goes on and says so.
        expect(verdict).toMatchObject({ broken: 1, entries: log.length });
      }
  });

  test('a salt moved into the body', async () => {
    const salt = Buffer.alloc(32, 1);
    const entry = { ...sampleEntry('s', 1).entry, commitment: commitmentOf(salt, 12) };
    const leaf = leafOf(entry);
    const item = { entry, leaf, link: { seq: 1, entry_id: entry.id, hash: link(GENESIS.hash, leaf, 1) } };
    expect((await verifyChain([{ ...item, body: { salt, body: 12 } }])).ok).toBe(true);
    const longer = Buffer.concat([salt, Buffer.from('1')]);
    expect((await verifyChain([{ ...item, body: { salt: longer, body: 2 } }])).firstBroken?.why).toBe('body');
  });
});

describe('a sound log', () => {
  test('an empty one stands at the beginning', async () => {
    expect(await verifyChain([])).toMatchObject({ ok: true, entries: 0, head: GENESIS });
  });

  test('verifies as rows come from PostgreSQL: seq as text, times in the session’s zone', async () => {
    const log = sampleLog('rows', 30).map(item => ({
      ...item,
      link: { ...item.link, seq: String(item.link.seq) },
      entry: {
        ...item.entry!,
        received_at: String(item.entry!.received_at).replace('T01', ' 08').replace('Z', '+07'),
      },
    }));
    expect(await verifyChain(log)).toMatchObject({
      ok: true,
      entries: 30,
      bodiesVerified: 20,
      bodiesShredded: 0,
    });
  });

  test('a shredded body leaves the chain valid, and is asked after unless an act records it', async () => {
    const log = sampleLog('shred', 7);
    const shredded = put(log, 3, { body: null });
    const gone = log[3]!.entry!.id;
    expect(await verifyChain(shredded)).toMatchObject({
      ok: true,
      bodiesShredded: 1,
      shreddedWithoutRecord: [gone],
    });
    const entry = { ...sampleEntry('shred', 9).entry, name: 'ledger.erase', subject_id: gone };
    const leaf = leafOf(entry);
    const head = headOf(log);
    const record = { entry, leaf, link: { seq: 8, entry_id: entry.id, hash: link(head.hash, leaf, 8) } };
    expect(await verifyChain([...shredded, record])).toMatchObject({
      ok: true,
      bodiesShredded: 1,
      shreddedWithoutRecord: [],
    });
  });

  test('may be verified onwards from a checkpoint', async () => {
    const log = sampleLog('from', 20);
    expect(
      (await verifyChain(log.slice(12), { from: headOf(log.slice(0, 12)), held: [headOf(log)] })).ok,
    ).toBe(true);
    expect((await verifyChain(log.slice(12), { from: headOf(log.slice(0, 11)) })).firstBroken?.why).toBe(
      'order',
    );
  });
});
