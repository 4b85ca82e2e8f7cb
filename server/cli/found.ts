/* `found`: begins a real province in an empty database: its units and offices, and the first administrator, who gets a one-time code to choose a password. */
import { founderId, foundProvince } from '../../db/seed/write.ts';
import { instantOf } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { isEmail, normalEmail } from '../../modules/agencies/index.ts';
import { passwordReset } from '../auth/index.ts';
import { openDoor } from '../db/door.ts';
import { authDeps } from '../system.ts';
import type { Command } from './main.ts';
import { lang, readOptions, say, Usage, withBase } from './say.ts';

export const foundCommand: Command = {
  usage: 'found --name "HỌ TÊN" --email ADDRESS',
  vi: 'Lập hệ thống thật trong cơ sở dữ liệu trống: đơn vị, cơ quan và quản trị viên đầu tiên (nhận mã dùng một lần, có hạn một giờ).',
  en: 'Begins a real province in an empty database: units, offices and the first administrator (who gets a one-time code, good for an hour).',
  async run(args) {
    const { flags } = readOptions(args, ['name', 'email']);
    const { name } = flags;
    const email = normalEmail(flags.email ?? '');
    if (!name || !email) throw new Usage('Cần --name và --email.', '--name and --email are needed.');
    if (!isEmail(email))
      throw new Usage('--email không phải là địa chỉ thư điện tử.', '--email is not an e-mail address.');
    await withBase(async base => {
      const id = newId();
      if (!(await foundProvince(base, { id, name, email, lang })))
        throw new Usage(
          'Cơ sở dữ liệu đã có người; không lập lại.',
          'The database has officers already; nothing was done.',
        );
      const door = openDoor(base.app, { most: 1 });
      try {
        const deps = authDeps(door, base.keyring, () => instantOf(Date.now()), false);
        const { code } = await deps.asAuth(db =>
          passwordReset.start(deps, db, { officer: id, by: founderId }),
        );
        say(
          `Đã lập. Quản trị viên đặt mật khẩu ở trang đăng nhập bằng mã: ${code}`,
          `Done. The administrator chooses a password on the sign-in page with the code: ${code}`,
        );
      } finally {
        await door.close();
      }
    });
  },
};
