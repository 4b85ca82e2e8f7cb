/* Bodies of the outline each address describes, with anything in their places. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import openapi from '../../../generated/openapi.json' with { type: 'json' };
import { newId } from '../../../kernel/id.ts';
import { acts, records } from '../../../modules/index.ts';
import { hostile, hostileKeys } from '../../support/hostile.ts';
import { anybody, called, callerFor, callers, check, file, judge, send, signing } from './sent.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every address with a body of its own, as it is described; acts and lists have tests of their own below, and the form of an upload its own file. */
const described = Object.entries(openapi.paths).flatMap(
  ([url, methods]): [string, Record<string, Schema>][] => {
    const content = (methods as { post?: { requestBody?: { content: Record<string, { schema: Schema }> } } })
      .post?.requestBody?.content;
    const schema = content?.['application/json']?.schema;
    return schema && !url.startsWith('/api/act/') && url !== '/api/list'
      ? [[url, { ...schema.properties }]]
      : [];
  },
);

/** Where each try is dear: a password is hashed, the chain is read to its end, a worker unpacks a file. */
const costly = new Set([
  '/api/auth/password',
  '/api/auth/password/change',
  '/api/auth/reset',
  '/api/auth/passkey',
  '/api/auth/passkey/new',
  '/api/ledger/verify',
  '/api/ledger/checkpoint',
  '/api/export',
]);

/** A value the description allows, so that nonsense in one place is met with sense in the others. */
function fitting({ type, format, enum: codes, properties, items }: Schema): fc.Arbitrary<unknown> | null {
  if (codes) return fc.constantFrom(...codes);
  if (format === 'uuid') return fc.nat().map(() => newId());
  if (format === 'date') return fc.constantFrom('2025-06-30', '2026-01-01');
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.nat(50);
  if (type === 'array') return fc.array(fc.oneof(fitting(items ?? {}) ?? hostile, hostile), { maxLength: 3 });
  if (properties)
    return fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([key, inner]) => [key, fc.oneof(fitting(inner) ?? hostile, hostile)]),
      ),
      { requiredKeys: [] },
    );
  return type === 'string' ? fc.constant('kiểm tra') : null;
}

export function outlinedBodies(): void {
  describe('bodies of the right outline with anything in them', () => {
    it.each(described)(
      '%s',
      async (url, properties) => {
        const keys = Object.keys(properties);
        const record = fc.constantFrom(...records.map(one => one.name));
        const valid: Record<string, fc.Arbitrary<unknown>> = {
          record,
          act: fc.constantFrom(...acts.map(one => one.name)),
          id: fc.constantFrom(newId(), file),
          subject: fc.constantFrom(newId(), file),
          person: fc.constantFrom(newId(), file),
          field: fc.constantFrom('phone', 'fullName', 'paperNumber', 'body'),
          purpose: fc.constant('kiểm tra'),
          role: fc.constantFrom('auditor', 'border_officer'),
          name: fc.constantFrom('person.read', 'khóa'),
          fullName: fc.constant('Vàng Thị Mại'),
        };
        const value = (key: string) => {
          const right = valid[key] ?? fitting(properties[key]!);
          return right ? fc.oneof({ weight: 2, arbitrary: right }, hostile) : hostile;
        };
        const body = fc
          .tuple(
            fc.record(Object.fromEntries(keys.map(key => [key, value(key)])), { requiredKeys: [] }),
            fc.dictionary(fc.constantFrom(...hostileKeys), hostile, { maxKeys: 2 }),
          )
          .map(([first, second]) => ({ ...first, ...second }));
        await check(
          fc.asyncProperty(anybody, body, async (name, input) => {
            const caller = called(name);
            const by = signing(url) ? callerFor(url, JSON.stringify(input).length) : caller;
            judge(await send(by, url, input), by, { url, input });
          }),
          keys.length === 0 ? 15 : costly.has(url) ? 30 : 60,
        );
      },
      90_000,
    );

    it('/api/list: filters, orders and places to go on from', async () => {
      const known = [...new Set(records.flatMap(record => Object.keys(record.fields)))];
      const request = fc.record(
        {
          record: fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...records.map(record => record.name)) },
            hostile,
          ),
          filter: fc.oneof(
            {
              weight: 6,
              arbitrary: fc.dictionary(
                fc.constantFrom(...known, ...hostileKeys),
                fc.oneof(
                  {
                    weight: 4,
                    arbitrary: fc.dictionary(
                      fc.constantFrom('is', 'in', 'from', 'to', 'starts', 'has', 'constructor'),
                      fc.oneof(hostile, fc.array(hostile, { maxLength: 3 })),
                      { maxKeys: 1 },
                    ),
                  },
                  hostile,
                ),
                { maxKeys: 2 },
              ),
            },
            hostile,
          ),
          sort: fc.oneof(
            {
              weight: 4,
              arbitrary: fc.record(
                {
                  by: fc.oneof(fc.constantFrom(...known, 'madeAt', ...hostileKeys), hostile),
                  descending: hostile,
                },
                { requiredKeys: [] },
              ),
            },
            hostile,
          ),
          after: fc.oneof(
            {
              weight: 3,
              arbitrary: fc
                .tuple(hostile, fc.oneof(fc.constant(newId()), hostile))
                .map(place => Buffer.from(JSON.stringify(place)).toString('base64url')),
            },
            hostile,
          ),
          limit: fc.oneof(fc.integer({ min: 1, max: 100 }), hostile),
        },
        { requiredKeys: ['record'] },
      );
      await check(
        fc.asyncProperty(anybody, request, async (name, input) =>
          judge(await send(called(name), '/api/list', input), called(name), input),
        ),
        1500,
      );
    }, 120_000);

    it('/api/list: each filter and order of each record with each hostile value, one at a time', async () => {
      const values = ['a\u0000b', '\ud800', '2025-02-30', '-'.repeat(36), 5, newId(), { toString: 1 }];
      let turn = 0;
      for (const record of records)
        for (const name of [
          ...Object.keys(record.fields),
          'office',
          'person',
          'number',
          'madeAt',
          'constructor',
          'toString',
        ])
          for (const value of values) {
            const caller = callers[turn++ % (callers.length - 2)]!;
            const operator = ['is', 'in', 'from', 'to', 'has', 'starts'][turn % 6]!;
            const input =
              turn % 3 === 0
                ? {
                    record: record.name,
                    sort: { by: name },
                    after: Buffer.from(JSON.stringify([value, newId()])).toString('base64url'),
                  }
                : {
                    record: record.name,
                    filter: { [name]: { [operator]: operator === 'in' ? [value] : value } },
                  };
            judge(await send(caller, '/api/list', input), caller, input);
          }
    }, 120_000);
  });
}
