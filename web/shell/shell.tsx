/*
 * What stands around every screen: the woven band, the bar, the navigation by role, and on a narrow screen a bottom bar with a drawer. Everything in the
 * bar is reachable by keyboard; `?` shows the keys.
 */
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SignedIn } from '../datasource.ts';
import { navigationFor, type Route } from '../routes.tsx';
import { useText } from '../text.ts';
import { Brocade } from '../ui/brocade.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { OfflineBar } from '../ui/offline-bar.tsx';
import { Bar } from './bar.tsx';
import { Keys } from './keys.tsx';

export function Shell({ session, children }: { session: SignedIn; children: ReactNode }) {
  const t = useText();
  const [drawer, setDrawer] = useState(false);
  const navigation = navigationFor(session.post.role);
  const bottom = navigation
    .flatMap(({ routes }) => routes)
    .filter(route => route.nav?.bottom)
    .slice(0, 4);
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="top">
        <Brocade />
        <Bar session={session} />
        {session.invented && <p className="notice-strip notice-invented">{t('shell.invented')}</p>}
        <OfflineBar />
      </header>
      <nav className="side" aria-label={t('shell.navigation')}>
        <Navigation navigation={navigation} />
      </nav>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <nav className="bottom" aria-label={t('shell.navigation_short')}>
        {bottom.map(route => (
          <NavigationLink key={route.path} route={route} />
        ))}
        <button
          type="button"
          className="nav-link"
          aria-haspopup="dialog"
          aria-expanded={drawer}
          onClick={() => setDrawer(true)}
        >
          <Icon name="menu" />
          <span>{t('shell.more')}</span>
        </button>
      </nav>
      <Dialog drawer title={t('shell.navigation')} open={drawer} onClose={() => setDrawer(false)}>
        <Navigation navigation={navigation} onGo={() => setDrawer(false)} />
      </Dialog>
      <Keys navigation={navigation.flatMap(({ routes }) => routes)} />
    </div>
  );
}

function Navigation({
  navigation,
  onGo,
}: {
  navigation: ReturnType<typeof navigationFor>;
  onGo?: () => void;
}) {
  const t = useText();
  return navigation.map(({ group, routes }) => (
    <section key={group} className="nav-group">
      {group !== 'work' && <h2 className="nav-title">{t(`shell.group.${group}`)}</h2>}
      <ul className="nav-list">
        {routes.map(route => (
          <li key={route.path}>
            <NavigationLink route={route} onGo={onGo} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function NavigationLink({ route, onGo }: { route: Route; onGo?: () => void }) {
  const t = useText();
  const [path] = useLocation();
  const isHere = route.path === '/' ? path === '/' : path === route.path || path.startsWith(`${route.path}/`);
  return (
    <Link href={route.path} className="nav-link" aria-current={isHere ? 'page' : undefined} onClick={onGo}>
      <Icon name={route.nav!.icon} />
      <span>{t(route.titleKey)}</span>
    </Link>
  );
}
