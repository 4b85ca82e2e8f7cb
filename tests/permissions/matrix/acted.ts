/* Each role by the API, acting: what is hers on whose rows, and the refusals of everything else. */
import { describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/id.ts';
import { groundsToAct } from '../../../kernel/policy/policy.ts';
import { columnOf } from '../../../kernel/record/record.ts';
import { tableOf } from '../../../kernel/record/sql.ts';
import { roleNames } from '../../../modules/agencies/index.ts';
import { acts, policy, records } from '../../../modules/index.ts';
import { type Answer, pageHeaders } from '../../support/world.ts';
import { holds, type ModelRow, ours, seenBy, standings, third } from '../province.ts';
import { province, reader, rowsOf, sessionFor, versions, world } from './tried.ts';

export function actedByTheApi(): void {
  describe.each(roleNames.map((role, turn) => [role, turn] as const))('%s', (role, turn) => {
    let sent = 0;
    const send = (url: string, body: object): Promise<Answer> =>
      world.request({
        method: 'POST',
        url,
        headers: pageHeaders(sessionFor(role, sent)),
        remoteAddress: `10.${turn}.${128 + (++sent >> 8)}.1`,
        payload: body,
      });

    it('does the acts the sentences give, on the rows they give, and no others', async () => {
      const denied = ['person.not_shared', 'record.not_found', 'act.not_yours'];
      // Giving up an exception comes last: it takes away what the others are tried with.
      for (const act of [...acts].sort(
        (a, b) => Number(a.name === 'exceptionAccess.end') - Number(b.name === 'exceptionAccess.end'),
      )) {
        const record = records.find(one => one.name === act.record)!;
        const grounds = groundsToAct(policy, role, act.name);
        const inputFor = (file: string) =>
          Object.fromEntries(
            Object.entries(act.input).map(([name, field]) => [
              name,
              name === 'person'
                ? file
                : !field.required
                  ? null
                  : field.options.min && field.kind.name !== 'whole'
                    ? 'một lý do đủ rõ ràng '.repeat(Math.ceil(field.options.min / 20))
                    : name === 'toOffice'
                      ? third
                      : ['record', 'unit', 'office', 'officer'].includes(field.kind.name)
                        ? newId()
                        : field.kind.example(field.options),
            ]),
          );
        const subjects: { row: ModelRow | null; file: string }[] = act.creates
          ? act.input.person
            ? standings.map(standing => ({
                row: province.rows.find(row => row.id === province.files[standing])!,
                file: province.files[standing],
              }))
            : [{ row: null, file: '' }]
          : rowsOf(record).map(row => ({ row, file: '' }));
        for (const { row, file } of grounds.length === 0 ? subjects.slice(0, 1) : subjects) {
          const answer = await send(`/api/act/${act.name}`, {
            id: newId(),
            subject: act.creates ? newId() : row!.id,
            purpose: 'thử quyền',
            input: inputFor(file),
          });
          const what = `${act.name} ${row?.file ?? row?.office ?? ''}`;
          const about = act.creates ? records.find(one => one.isFile)! : record;
          const visible =
            row !== null && Object.values(seenBy(province, reader(role), about, row)).some(Boolean);
          const may = grounds.some(
            ground =>
              row === null || ground.name === 'always' || (visible && holds(ground.name, row, reader(role))),
          );
          if (answer.status === 200 && row && !act.creates) {
            const [changed] = await world.owner<{ version: number }>(
              `select version from ${tableOf(record)} where id = $1`,
              [row.id],
            );
            versions.set(row.id, changed!.version);
            // Whoever is tried next finds it where it was: the act may have given it into other hands.
            const moved = (act.writes[record.name]?.update ?? []).filter(
              name => record.fields[name]?.kind.name === 'office',
            );
            if (moved.length > 0)
              await world.owner(
                `update ${tableOf(record)} set ${moved.map((name, index) => `${columnOf(record, name)} = $${index + 2}`).join(', ')} where id = $1`,
                [
                  row.id,
                  ...moved.map(name => row.values[name] && (row.values[name] === ours ? ours : third)),
                ],
              );
          }
          if (may) {
            // What an act finds wrong beyond its right is the act's own business; some acts have narrower rights of their own.
            if (denied.includes(answer.body.code))
              expect([what, answer.body.code, ownRule.has(act.name)]).toEqual([what, answer.body.code, true]);
          } else {
            expect([what, answer.status >= 400 && answer.status < 500]).toEqual([what, true]);
            if (!visible)
              expect([what, [...denied, 'session.no_post'].includes(answer.body.code)]).toEqual([what, true]);
            else if (row && !act.creates) {
              // Seen but not his to change: whatever it was refused for, the row stands as it stood.
              const [stands] = await world.owner<{ version: number }>(
                `select version from ${tableOf(record)} where id = $1`,
                [row.id],
              );
              expect([what, stands!.version]).toEqual([what, versions.get(row.id) ?? 1]);
            }
          }
        }
      }
    }, 120_000);

    /** Acts that refuse with `act.not_yours` on grounds of their own: one's own post, one's own exception, a draft of somebody else, a paper on a file that only the glass opened, an insert the database refuses. */
    const ownRule = new Set([
      'post.give',
      'delegation.give',
      'delegation.end',
      'exceptionAccess.review',
      'draft.keep',
      // A row of ours about a file that is not: the file is not there to be closed, reached or spoken of.
      'fileDecision.approve',
      'document.make',
      'scan.attach',
      // Why it was taken back goes into the file, and is refused where the file is out of reach.
      'referral.revoke',
    ]);
  });
}
