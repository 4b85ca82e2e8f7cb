/* Each role straight in the database, as somebody who got past the application: rows, columns, openings and writes that the sentences give, and no other. */
import { describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/id.ts';
import { groundsToAct } from '../../../kernel/policy/policy.ts';
import { columnOf, indexColumnOf, isProtected, standardColumns } from '../../../kernel/record/record.ts';
import { tableOf } from '../../../kernel/record/sql.ts';
import { roleNames } from '../../../modules/agencies/index.ts';
import { acts, policy, records } from '../../../modules/index.ts';
import { ours, rightOn, seenBy, third } from '../province.ts';
import { asRole, province, reader, receives, refusedWith, rowsOf, world } from './tried.ts';

export function straightInTheDatabase(): void {
  describe.each(roleNames.map(role => [role]))('%s, straight in the database', role => {
    it('finds exactly the rows the sentences give, and of a shared file the row and no more', async () => {
      await asRole(role, async query => {
        for (const record of records) {
          const expected = rowsOf(record).map(row => ({
            id: row.id,
            ...seenBy(province, reader(role), record, row),
          }));
          const sees = policy.some(
            sentence =>
              sentence.verb !== 'act' &&
              sentence.record.name === record.name &&
              sentence.roles.includes(role),
          );
          const table = tableOf(record);
          const mine = rowsOf(record).map(row => row.id);
          if (sees) {
            const found = (await query(`select id from ${table} where id = any ($1::uuid[])`, [mine])).map(
              row => row.id,
            );
            expect([record.name, new Set(found)]).toEqual([
              record.name,
              new Set(expected.filter(row => row.held).map(row => row.id)),
            ]);
          } else
            expect([record.name, await refusedWith(query(`select id from ${table}`))]).toEqual([
              record.name,
              '42501',
            ]);
          if (!isProtected(record)) continue;
          if (receives(role)) {
            const found = (
              await query(`select id from shared.${table} where id = any ($1::uuid[])`, [mine])
            ).map(row => row.id);
            expect([`shared ${record.name}`, new Set(found)]).toEqual([
              `shared ${record.name}`,
              new Set(expected.filter(row => row.shared).map(row => row.id)),
            ]);
          } else
            expect([record.name, await refusedWith(query(`select id from shared.${table}`))]).toEqual([
              record.name,
              '42501',
            ]);
        }
      });
    });

    it('reads, filters and sorts by exactly the fields the sentences give', async () => {
      await asRole(role, async query => {
        for (const record of records)
          for (const name of Object.keys(record.fields)) {
            const [table, column] = [tableOf(record), columnOf(record, name)];
            const right = rightOn(role, record, name);
            const may = right.read || right.opened ? 'done' : '42501';
            const tried = [
              await refusedWith(query(`select ${column} from ${table} limit 1`)),
              await refusedWith(query(`select count(*) from ${table} where ${column} is not null`)),
              await refusedWith(query(`select 1 from ${table} order by ${column} limit 1`)),
            ];
            expect([`${record.name}.${name}`, ...tried]).toEqual([`${record.name}.${name}`, may, may, may]);
            const index = indexColumnOf(record, name);
            if (index)
              expect([
                index,
                await refusedWith(query(`select 1 from ${table} where ${index} = '\\x00'`)),
              ]).toEqual([index, right.opened ? 'done' : '42501']);
          }
      });
    });

    it('of what was shared reads the named fields; the others are empty to a reading, a filter and an order', async () => {
      if (!receives(role)) return;
      await asRole(role, async query => {
        for (const record of records.filter(isProtected)) {
          const visible = rowsOf(record).filter(row => seenBy(province, reader(role), record, row).shared);
          for (const [name, field] of Object.entries(record.fields)) {
            const column = columnOf(record, name);
            const named = field.milestone || province.sharedFields.has(`${record.name}.${name}`);
            const set = visible.filter(row => row.values[name] !== null && row.values[name] !== undefined);
            const found = await query(
              `select id from shared.${tableOf(record)} where ${column} is not null and id = any ($1::uuid[])`,
              [visible.map(row => row.id)],
            );
            expect([`${record.name}.${name}`, found.length]).toEqual([
              `${record.name}.${name}`,
              named ? set.length : 0,
            ]);
          }
        }
      });
    });

    it('changes only columns that an act of its own sets, in rows it reaches, and deletes nothing', async () => {
      await asRole(role, async query => {
        for (const record of records) {
          const table = tableOf(record);
          expect([record.name, await refusedWith(query(`delete from ${table}`))]).toEqual([
            record.name,
            '42501',
          ]);
          expect([record.name, await refusedWith(query(`truncate ${table}`))]).toEqual([
            record.name,
            '42501',
          ]);
          const own = acts.filter(
            act => groundsToAct(policy, role, act.name).length > 0 && act.writes[record.name],
          );
          const settable = new Set(own.flatMap(act => [...(act.writes[record.name]!.update ?? [])]));
          for (const name of [...Object.keys(record.fields)]) {
            const column = columnOf(record, name);
            const outcome = await refusedWith(query(`update ${table} set ${column} = ${column} where false`));
            const right = rightOn(role, record, name);
            // Reading the old value needs a right of its own; a column that may be set but not read is tried without.
            if (settable.has(name) && (right.read || right.opened))
              expect([`${record.name}.${name}`, outcome]).toEqual([`${record.name}.${name}`, 'done']);
            if (!settable.has(name))
              expect([
                `${record.name}.${name}`,
                await refusedWith(query(`update ${table} set ${column} = null where false`)),
              ]).toEqual([`${record.name}.${name}`, '42501']);
          }
          for (const column of ['id', 'office', 'person', 'made_by', 'made_at', 'number', 'province'].filter(
            one => standardColumns(record).includes(one),
          ))
            expect([
              `${record.name}.${column}`,
              await refusedWith(query(`update ${table} set ${column} = ${column} where false`)),
            ]).toEqual([`${record.name}.${column}`, '42501']);
          if (settable.size === 0) continue;
          const out = rowsOf(record)
            .filter(row => !seenBy(province, reader(role), record, row).held)
            .map(row => row.id);
          const changed = await query(
            `update ${table} set version = version where id = any ($1::uuid[]) returning id`,
            [out],
          );
          expect([record.name, changed]).toEqual([record.name, []]);
        }
      });
    });

    it('adds nothing to a file it does not reach, and nothing at all without an act that adds', async () => {
      await asRole(role, async query => {
        // Notices are written by the engine of acts for whoever acts; they name a kind and a record, never a person.
        for (const record of records.filter(one => one.name !== 'notice')) {
          const adds = acts.some(
            act => groundsToAct(policy, role, act.name).length > 0 && act.writes[record.name]?.insert,
          );
          const source = rowsOf(record)[0]!;
          const columns = [
            ...standardColumns(record),
            ...Object.keys(record.fields).map(name => columnOf(record, name)),
          ];
          const insert = (changes: Record<string, string | null>) =>
            // The row is copied by its owner's text, so that nothing but the right to add it can refuse it.
            `insert into ${tableOf(record)} (${columns.join(', ')}) select ${columns.map(column => `r.${column}`).join(', ')} from jsonb_populate_record(null::${tableOf(record)}, '${JSON.stringify({ ...source.values, ...changes }).replaceAll("'", "''")}') r`;
          const whole = await world.owner<{ row: Record<string, unknown> }>(
            `select to_jsonb(r) as row from ${tableOf(record)} r where id = $1`,
            [source.id],
          );
          const place = (office: string | null, person: string | null) => {
            const row = {
              ...whole[0]!.row,
              id: newId(),
              ...(record.held ? { office } : {}),
              ...(record.numbered
                ? { number: `${record.numbered}-1998-${Math.floor(Math.random() * 1e6)}` }
                : {}),
              ...(record.partOf ? { person } : {}),
              ...(record.isFile ? { import_key: null } : {}),
            };
            return insert(row as Record<string, string | null>);
          };
          const tryIt = async (sql: string) => {
            await query('begin');
            const outcome = await refusedWith(query(sql));
            await query('rollback');
            return outcome;
          };
          const other = await tryIt(place(ours, province.files.other));
          const elsewhere = await tryIt(place(third, province.files.own));
          const anywhere = acts.some(
            act =>
              act.writes[record.name]?.insert &&
              groundsToAct(policy, role, act.name).some(ground => ground.name === 'always'),
          );
          if (!adds) expect([record.name, other, elsewhere]).toEqual([record.name, '42501', '42501']);
          else if (record.partOf === 'person' && !anywhere)
            expect([record.name, other, elsewhere]).toEqual([record.name, '42501', '42501']);
          else if (record.held && record.name !== 'post')
            expect([record.name, elsewhere]).toEqual([record.name, '42501']);
        }
      });
    });

    it('does not reach the ledger’s past, signing in, the keys of others, or the system’s own tables', async () => {
      await asRole(role, async query => {
        for (const table of ['ledger.entry', 'ledger.body', 'ledger.chain', 'ledger.checkpoint']) {
          expect([
            table,
            await refusedWith(
              query(
                `update ${table} set ${table === 'ledger.body' ? 'salt = salt' : table.endsWith('entry') ? 'purpose = purpose' : 'hash = hash'} where false`,
              ),
            ),
          ]).toEqual([table, '42501']);
          expect([table, await refusedWith(query(`delete from ${table} where false`))]).toEqual([
            table,
            '42501',
          ]);
          expect([table, await refusedWith(query(`truncate ${table}`))]).toEqual([table, '42501']);
        }
        for (const { tablename } of await world.owner<{ tablename: string }>(
          "select tablename from pg_tables where schemaname = 'auth'",
        ))
          expect([tablename, await refusedWith(query(`select 1 from auth.${tablename}`))]).toEqual([
            tablename,
            '42501',
          ]);
        for (const table of ['ct.office_below', 'ct.installation', 'public.migration'])
          expect([table, await refusedWith(query(`select 1 from ${table}`))]).toEqual([table, '42501']);
        await world.owner(
          "insert into person_key (key, office, person) select 'k:' || p.id, p.office, p.id from person p on conflict do nothing",
        );
        // Somebody who sees no share at all is refused at once, which is as good.
        const keys = await query('select person from person_key').then(
          found => found.map(row => row.person),
          error => (error.code === '42501' ? [province.files.own] : Promise.reject(error)),
        );
        expect(keys).toEqual([province.files.own]);
        for (const file of [province.files.other, province.files.glassOver])
          expect(
            await refusedWith(query("select ct.keep_person_keys($1, array['k:x'], 'ct_system')", [file])),
          ).toBe('42501');
        expect(await refusedWith(query('select ledger.seal(array[]::uuid[])'))).toBe('42501');
        for (const sql of [
          'create table public.mine ()',
          'create schema mine',
          'create temporary table mine ()',
          'alter table person disable row level security',
          'drop policy owner_all on person',
          'set session_replication_role = replica',
          'grant ct_system to ct_secretary',
          "select pg_read_file('/etc/passwd')",
        ])
          expect([sql, await refusedWith(query(sql))]).toEqual([sql, '42501']);
      });
    });

    it('writes the ledger only in its own name, and reads in it only its own acts', async () => {
      await asRole(role, async query => {
        const entry = (officer: string, kind: string) =>
          `insert into ledger.entry (id, kind, name, officer, made_at, received_at, leaf) values ('${newId()}', '${kind}', 'x.y', '${officer}', now(), now(), sha256('x'))`;
        expect(await refusedWith(query(entry(newId(), 'read')))).toBe('42501');
        for (const kind of ['auth', 'system'])
          expect([kind, await refusedWith(query(entry(reader(role).officer, kind)))]).toEqual([
            kind,
            '42501',
          ]);
        const officers = new Set((await query('select officer from ledger.entry')).map(row => row.officer));
        officers.delete(reader(role).officer);
        if (role !== 'auditor') expect([...officers]).toEqual([]);
        else expect(await refusedWith(query('select salt from ledger.body'))).toBe('42501');
        if (role !== 'auditor')
          for (const table of ['ledger.chain', 'ledger.checkpoint'])
            expect([table, await refusedWith(query(`select 1 from ${table}`))]).toEqual([table, '42501']);
      });
    });

    it('gets nothing without a session, with another’s, or with one that has ended', async () => {
      const sees = records.filter(
        record =>
          record.held &&
          record.name !== 'post' &&
          policy.some(
            sentence =>
              sentence.verb === 'see' &&
              sentence.record.name === record.name &&
              sentence.roles.includes(role) &&
              sentence.when.name !== 'always',
          ),
      );
      const forged = [
        null,
        '',
        'ff',
        '00'.repeat(32),
        ...roleNames.filter(other => other !== role).map(other => reader(other).session),
      ];
      for (const session of forged)
        await asRole(
          role,
          async query => {
            for (const record of sees) {
              const rows = await query(`select id from ${tableOf(record)}`).catch(error =>
                error.code === '22023' || error.code === '22P02' ? [] : Promise.reject(error),
              );
              expect([session, record.name, rows]).toEqual([session, record.name, []]);
            }
            if (receives(role))
              expect(await query('select id from shared.person').catch(() => [])).toEqual([]);
          },
          session,
        );
      const stale = await world.owner<{ hash: string }>(
        `insert into auth.session (id, token_hash, officer_id, post_id, role, stage, made_at, last_seen_at, idle_minutes, idle_until, ends_at, device, ended_at, ended_why)
       select gen_random_uuid(), sha256(convert_to($1 || n, 'UTF8')), $2, $3, $1, 'full', now() - interval '1 hour', now() - interval '1 hour', 15,
         case n when 'idle' then now() - interval '1 minute' else now() + interval '5 minutes' end, now() + interval '1 hour', 'thử', case n when 'ended' then now() end, case n when 'ended' then 'signed_out' end
         from unnest(array['idle', 'ended']) n returning encode(token_hash, 'hex') as hash`,
        [role, reader(role).officer, reader(role).post],
      );
      for (const { hash } of stale)
        await asRole(
          role,
          async query => {
            for (const record of sees)
              expect([record.name, await query(`select id from ${tableOf(record)}`)]).toEqual([
                record.name,
                [],
              ]);
          },
          hash,
        );
    });
  });
}
