/* Every act with anything in its fields. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { newId } from '../../../kernel/id.ts';
import { acts } from '../../../modules/index.ts';
import { hostile, hostileKeys } from '../../support/hostile.ts';
import { anybody, called, check, file, judge, send } from './sent.ts';

export function actsWithAnything(): void {
  describe('acts', () => {
    it.each(acts.map(act => [act.name, act] as const))(
      '%s',
      async (name, act) => {
        const example = (field: (typeof act.input)[string]) =>
          fc.constantFrom(
            field.kind.example(field.options),
            null,
            undefined,
            ...(field.options.to === 'person' ? [file, file, file] : []),
          );
        const input = fc.record(
          Object.fromEntries(
            Object.entries(act.input).map(([key, field]) => [
              key,
              fc.oneof({ weight: 5, arbitrary: example(field) as fc.Arbitrary<unknown> }, hostile),
            ]),
          ),
          { requiredKeys: [] },
        );
        const body = fc.record(
          {
            id: fc.oneof({ weight: 8, arbitrary: fc.constant('fresh') }, hostile),
            subject: fc.oneof(
              {
                weight: 4,
                arbitrary: fc.constantFrom(newId(), file, undefined, { record: act.record, id: file }),
              },
              hostile,
            ),
            purpose: fc.oneof(fc.constant('kiểm tra'), hostile),
            madeAt: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, hostile),
            input: fc.oneof(
              {
                weight: 10,
                arbitrary: fc
                  .tuple(input, fc.dictionary(fc.constantFrom(...hostileKeys), hostile, { maxKeys: 1 }))
                  .map(([first, second]) => ({ ...first, ...(Object.keys(first).length % 3 ? {} : second) })),
              },
              hostile,
            ),
          },
          { requiredKeys: ['id', 'input'] },
        );
        await check(
          fc.asyncProperty(anybody, body, async (by, draft) => {
            const caller = called(by);
            const whole = { ...draft, id: draft.id === 'fresh' ? newId() : draft.id };
            judge(await send(caller, `/api/act/${name}`, whole), caller, { name, whole });
          }),
          60,
        );
      },
      60_000,
    );
  });
}
