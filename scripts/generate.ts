/* Writes what follows from the declarations: SQL schema, row security, permission matrix, data dictionary, OpenAPI. The files are committed, so that a
 * reviewer sees what a change of a declaration changes; `--check` fails when they are stale. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { openApi } from '../kernel/act/openapi.ts';
import { permissions } from '../kernel/policy/matrix.ts';
import { policiesSql } from '../kernel/policy/sql.ts';
import { dictionary } from '../kernel/record/dictionary.ts';
import { foreignKeysSql, tableSql } from '../kernel/record/sql.ts';
import { roleNames, sharedWithRoles } from '../modules/agencies/index.ts';
import { acts, policy, records } from '../modules/index.ts';
import { shareCounts } from '../modules/referrals/index.ts';
import { described } from '../server/http/described.ts';

const header = '-- Made by `npm run generate` from the declarations in modules/; do not edit.\n';

export function generated(): Record<string, string> {
  const tables = records.map(tableSql).join('\n\n');
  const keys = records.map(foreignKeysSql).filter(Boolean).join('\n');
  return {
    'schema.sql': `${header}\n${tables}\n\n${keys}\n`,
    'policies.sql': `${header}\n${policiesSql({ roles: roleNames, sharedWithRoles, records, acts, sentences: policy, sharedWhen: shareCounts })}`,
    'permissions.md': permissions({ roles: roleNames, records, acts, sentences: policy }),
    'dictionary.md': dictionary(records),
    'openapi.json': `${JSON.stringify(openApi(records, acts, described), null, 1)}\n`,
  };
}

async function main(): Promise<void> {
  const checking = process.argv.includes('--check');
  await mkdir('generated', { recursive: true });
  const stale: string[] = [];
  for (const [name, content] of Object.entries(generated())) {
    const path = `generated/${name}`;
    const before = await readFile(path, 'utf8').catch(() => null);
    if (before === content) continue;
    stale.push(path);
    if (!checking) await writeFile(path, content);
  }
  if (checking && stale.length > 0) {
    console.error(`Stale, run \`npm run generate\`: ${stale.join(', ')}`);
    process.exitCode = 1;
  } else
    console.log(checking ? 'generated files are fresh' : `written: ${stale.join(', ') || 'nothing new'}`);
}

if (import.meta.main) await main();
