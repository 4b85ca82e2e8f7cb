/*
 * The sign-in page. With a real province: password and code, or a passkey. In the invented province the standing cast comes first: one press signs in
 * as that officer, and one line says who that is, so that a visitor can walk through a case with the eyes of each agency.
 */
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { SignedOut } from '../datasource.ts';
import { useText } from '../text.ts';
import { useLook } from '../theme.ts';
import { Brocade } from '../ui/brocade.tsx';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';
import { OfflineBar } from '../ui/offline-bar.tsx';
import { Cast } from './cast.tsx';
import { lookGroups, pickLook } from './look.ts';
import { Mark } from './mark.tsx';
import { PasswordForm } from './password-form.tsx';

export function SignIn({ session }: { session: SignedOut }) {
  const t = useText();
  const hasCast = session.invented && (session.cast?.length ?? 0) > 0;
  const [withPassword, setWithPassword] = useState(session.next !== undefined);
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <Brocade kind="cloth" />
        <div className="sign-in-name">
          <Mark size={44} />
          <div>
            <p className="sign-in-title">{t('shell.name')}</p>
            <p>{t('shell.purpose')}</p>
          </div>
          <LookMenu />
        </div>
      </header>
      <OfflineBar />
      <main className={hasCast && !withPassword ? 'sign-in-main sign-in-wide' : 'sign-in-main'} id="main">
        {hasCast && !withPassword ? (
          <Cast cast={session.cast ?? []} onPassword={() => setWithPassword(true)} />
        ) : (
          <PasswordForm session={session} onCast={hasCast ? () => setWithPassword(false) : undefined} />
        )}
      </main>
      <footer className="sign-in-foot soft small">{t('shell.sign_in.foot')}</footer>
    </div>
  );
}

function LookMenu() {
  const t = useText();
  const look = useLook();
  return (
    <Menu
      label={t('shell.look.title')}
      groups={lookGroups(t, look)}
      onPick={(id, group) => pickLook(id, group, false)}
    >
      <AriaButton className="button button-bar">
        <Icon name="globe" />
        <span>{t.lang === 'vi' ? 'Tiếng Việt' : 'English'}</span>
        <span className="unseen">{t('shell.look.title')}</span>
        <Icon name="down" size={14} />
      </AriaButton>
    </Menu>
  );
}
