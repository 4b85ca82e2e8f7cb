/*
 * The bar: name of the system, search, post in use, unread notices, the button that blanks the screen, and the account menu with language and look.
 */
import { useState } from 'react';
import { Button as BarButton } from 'react-aria-components/Button';
import { Link, useLocation } from 'wouter';
import type { SignedIn } from '../datasource.ts';
import { api } from '../datasource.ts';
import { officeName, useOffices } from '../names.tsx';
import { problemText } from '../problems.ts';
import { renewSession } from '../queries.ts';
import { useText } from '../text.ts';
import { useLook } from '../theme.ts';
import { Icon } from '../ui/icons.tsx';
import { Menu, type MenuGroup } from '../ui/menu.tsx';
import { hideScreen } from '../ui/privacy.tsx';
import { toast } from '../ui/toast.tsx';
import { openKeys } from './keys.tsx';
import { lookGroups, pickLook } from './look.ts';
import { Mark } from './mark.tsx';
import { maySearch } from './roles.ts';

export function Bar({ session }: { session: SignedIn }) {
  const t = useText();
  return (
    <div className="bar">
      <Link href="/" className="name">
        <Mark />
        <span className="name-text">
          <b>{t('shell.name')}</b>
          <small>{t('shell.place')}</small>
        </span>
      </Link>
      {maySearch(session.post.role) && <SearchBox />}
      <div className="bar-end">
        <PostMenu session={session} />
        <Link href="/notifications" className="button button-bar button-icon bell">
          <Icon name="bell" />
          <span className="unseen">{t('shell.notices.unread', { count: session.unread })}</span>
          {session.unread > 0 && (
            <span className="bell-count" aria-hidden="true">
              {session.unread > 99 ? '99+' : session.unread}
            </span>
          )}
        </Link>
        <button
          type="button"
          className="button button-bar button-icon"
          title={t('shell.hide_key')}
          onClick={hideScreen}
        >
          <Icon name="hide" />
          <span className="unseen">{t('shell.hide')}</span>
        </button>
        <AccountMenu session={session} />
      </div>
    </div>
  );
}

function SearchBox() {
  const t = useText();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  return (
    <search className="bar-search">
      <form
        onSubmit={event => {
          event.preventDefault();
          // The words travel in the page's memory, not in the address: they are names.
          if (text.trim().length >= 2) navigate('/search', { state: { text: text.trim() } });
        }}
      >
        <label className="unseen" htmlFor="bar-search">
          {t('shell.search.title')}
        </label>
        <Icon name="search" size={18} />
        <input
          id="bar-search"
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('shell.search.placeholder')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}

/** One post: plain words. Two or more: a menu, for an officer who serves two agencies or stands in for somebody. */
function PostMenu({ session }: { session: SignedIn }) {
  const t = useText();
  const offices = useOffices(session.posts.length < 2 ? [] : session.posts.map(post => post.office));
  const roleName = (role: string) => (t.has(`list.role.${role}`) ? t(`list.role.${role}`) : undefined);
  const face = (
    <span className="post-text">
      <span>{t.lang === 'en' ? (session.officeNameEn ?? session.officeName) : session.officeName}</span>
      <small>{roleName(session.post.role)}</small>
    </span>
  );
  if (session.posts.length < 2) return <p className="post">{face}</p>;
  const change = async (post: string) => {
    try {
      await api('session/post', { post });
      await renewSession();
    } catch (error) {
      toast(problemText(t, error), 'warn');
    }
  };
  const entries = session.posts.map(post => {
    const office = offices.get(post.office);
    const role = roleName(post.role);
    return {
      id: post.id,
      label: office ? officeName(office, t.lang) : '…',
      detail: post.delegated ? t('shell.post.delegated', { role: role ?? '' }) : role,
    };
  });
  return (
    <Menu
      label={t('shell.post.choose')}
      groups={[{ id: 'posts', title: t('shell.post.choose'), chosen: session.post.id, entries }]}
      onPick={id => void change(id)}
    >
      <BarButton className="post post-button">
        {face}
        <Icon name="down" size={16} />
      </BarButton>
    </Menu>
  );
}

function AccountMenu({ session }: { session: SignedIn }) {
  const t = useText();
  const look = useLook();
  const [, navigate] = useLocation();
  const groups: MenuGroup[] = [
    ...lookGroups(t, look),
    {
      id: 'account',
      title: session.officer.name,
      entries: [
        { id: 'account', label: t('shell.account.title'), icon: 'person' },
        { id: 'keys', label: t('shell.keys.title'), icon: 'keyboard' },
        { id: 'sign-out', label: t('shell.sign_out'), icon: 'leave' },
      ],
    },
  ];
  const pick = (id: string, group: string) => {
    if (group !== 'account') return pickLook(id, group, true);
    if (id === 'account') return navigate('/account');
    if (id === 'keys') return openKeys();
    void signOut();
  };
  return (
    <Menu label={t('shell.account.menu')} groups={groups} onPick={pick}>
      <BarButton className="button button-bar button-icon">
        <Icon name="person" />
        <span className="unseen">{t('shell.account.menu')}</span>
      </BarButton>
    </Menu>
  );
}

/** Forgets everything on this machine even when the server cannot be reached. */
export async function signOut(): Promise<void> {
  await api('auth/sign-out', {}).catch(() => undefined);
  window.location.assign('/');
}
