/*
 * One's own account: where one is signed in, passkeys, the code app, the password, language and look. Changes of these ask for a fresh second factor;
 * the server refuses with `session.stale` and the sentence says what to do.
 */
import { useSession } from '../queries.ts';
import { useText } from '../text.ts';
import { useLook } from '../theme.ts';
import { ChoiceList } from '../ui/choices.tsx';
import { Delegation } from './account-delegation.tsx';
import { CodeApp, Passkeys, PasswordChange } from './account-factors.tsx';
import { Sessions } from './account-sessions.tsx';
import { lookGroups, pickLook } from './look.ts';
import { Page } from './page.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export default function Account() {
  const t = useText();
  const { data: session } = useSession();
  return (
    <Page title={t('shell.account.title')} lead={t('shell.account.lead')}>
      <div className="columns">
        <Sessions />
        <Passkeys />
        <CodeApp />
        <RecoveryCodes />
        <PasswordChange />
        {session && !session.signedOut && <Delegation session={session} />}
        <Look />
      </div>
    </Page>
  );
}

function Look() {
  const t = useText();
  const look = useLook();
  return (
    <section className="card stack" aria-labelledby="account-look">
      <h2 id="account-look">{t('shell.look.title')}</h2>
      {lookGroups(t, look).map(group => (
        <ChoiceList
          key={group.id}
          name={group.id}
          label={group.title}
          inline
          value={group.chosen ?? null}
          onChange={id => pickLook(id, group.id, true)}
          options={group.entries.map(entry => ({ code: entry.id, label: entry.label }))}
        />
      ))}
    </section>
  );
}
