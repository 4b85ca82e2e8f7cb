/* The command line for operators: `npx chungtay COMMAND`. Each command says what it did in the language of the terminal; refusals go to stderr with exit
 * code 1, wrong usage with 2. It works beside a running server, on the same database. */
import { backupCommand, restoreCommand } from './backup.ts';
import { clockCommand } from './clock.ts';
import { evidenceCommand } from './evidence.ts';
import { exportCommand, importCommand } from './exchange.ts';
import { foundCommand } from './found.ts';
import { keysCommand } from './keys.ts';
import { ledgerCommand } from './ledger.ts';
import { lang, refusalOf, say, Usage } from './say.ts';
import { seedCommand } from './seed.ts';

export interface Command {
  readonly usage: string;
  readonly vi: string;
  readonly en: string;
  run(args: readonly string[]): Promise<void>;
}

const commands: Readonly<Record<string, Command>> = {
  found: foundCommand,
  seed: seedCommand,
  ledger: ledgerCommand,
  keys: keysCommand,
  backup: backupCommand,
  restore: restoreCommand,
  import: importCommand,
  export: exportCommand,
  clock: clockCommand,
  evidence: evidenceCommand,
};

function help(): void {
  say(
    'Chung Tay: công cụ dòng lệnh cho người vận hành.\nCách dùng: npx chungtay LỆNH [tham số]\n',
    'Chung Tay: the command line for operators.\nUse: npx chungtay COMMAND [arguments]\n',
  );
  for (const command of Object.values(commands))
    console.log(`  npx chungtay ${command.usage}\n      ${lang === 'vi' ? command.vi : command.en}\n`);
  say(
    'Thư mục dữ liệu: CHUNGTAY_HOME (mặc định .chungtay). Máy chủ PostgreSQL riêng: DATABASE_URL. Ngôn ngữ: LANG=vi hoặc LANG=en.',
    'Data folder: CHUNGTAY_HOME (default .chungtay). A PostgreSQL server of your own: DATABASE_URL. Language: LANG=vi or LANG=en.',
  );
}

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (!name || name === 'help' || name === '--help' || name === '-h') return help();
  const command = commands[name];
  if (!command)
    throw new Usage(
      `Không có lệnh “${name}”. Xem: npx chungtay help`,
      `There is no command “${name}”. See: npx chungtay help`,
    );
  await command.run(args);
}

main(process.argv.slice(2)).then(
  () => process.exit(process.exitCode ?? 0),
  error => {
    const said = refusalOf(error);
    if (said) console.error(lang === 'vi' ? said.vi : said.en);
    else console.error(error instanceof Error ? error.message : error);
    process.exit(error instanceof Usage ? 2 : 1);
  },
);
