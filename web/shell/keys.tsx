/*
 * The keys of the shell: Ctrl+K or / for the palette, ? for this help, g then a letter for the common screens. They stay silent while somebody types.
 * The palette's code comes with its first use.
 */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Route } from '../routes.tsx';
import { useText } from '../text.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { Command } from '../ui/palette.tsx';
import { hideScreen } from '../ui/privacy.tsx';

const KeyboardPalette = lazy(() => import('../ui/palette.tsx'));
const HELP = 'chungtay:keys';
const SECOND_KEY_WITHIN = 1200;
const GO: Record<string, string> = { w: '/', s: '/search', n: '/notifications', a: '/account' };

/** Opens the help from a menu. */
export function openKeys(): void {
  window.dispatchEvent(new Event(HELP));
}

export function Keys({ navigation }: { navigation: readonly Route[] }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [shown, show] = useState<'palette' | 'help' | null>(null);
  const [used, setUsed] = useState(false);
  useEffect(() => {
    // Fetched when the page is quiet: what is typed right after the key must not be lost to a download.
    const timer = setTimeout(() => void import('../ui/palette.tsx').catch(() => undefined), 3000);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    let goAt = -SECOND_KEY_WITHIN;
    const open = (part: 'palette' | 'help') => {
      setUsed(true);
      show(part);
    };
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        return open('palette');
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        return open('palette');
      }
      if (event.key === '?') return open('help');
      if (event.key === 'g') {
        goAt = event.timeStamp;
        return;
      }
      const path = GO[event.key];
      if (path && event.timeStamp - goAt < SECOND_KEY_WITHIN) navigate(path);
      goAt = -SECOND_KEY_WITHIN;
    };
    const help = () => open('help');
    window.addEventListener('keydown', press);
    window.addEventListener(HELP, help);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener(HELP, help);
    };
  }, [navigate]);

  if (!used) return null;
  const commands: Command[] = [
    ...navigation.map(route => ({
      id: route.path,
      label: t(route.titleKey),
      icon: route.nav?.icon,
      run: () => navigate(route.path),
    })),
    {
      id: 'notices',
      label: t('shell.notices.title'),
      icon: 'bell',
      detail: 'g n',
      run: () => navigate('/notifications'),
    },
    {
      id: 'account',
      label: t('shell.account.title'),
      icon: 'person',
      detail: 'g a',
      run: () => navigate('/account'),
    },
    { id: 'keys', label: t('shell.keys.title'), icon: 'keyboard', detail: '?', run: () => show('help') },
    { id: 'hide', label: t('shell.hide'), icon: 'hide', detail: 'Esc Esc', run: hideScreen },
  ];
  return (
    <Suspense>
      <KeyboardPalette
        open={shown === 'palette'}
        onClose={() => show(null)}
        commands={commands}
        onSearch={text => navigate('/search', { state: { text } })}
      />
      <KeyHelp open={shown === 'help'} onClose={() => show(null)} />
    </Suspense>
  );
}

function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText();
  const keys: [string, string][] = [
    ['Ctrl K · /', t('shell.keys.palette')],
    ['Esc Esc', t('shell.keys.hide')],
    ['g w', t('shell.work.title')],
    ['g s', t('shell.search.title')],
    ['g n', t('shell.notices.title')],
    ['g a', t('shell.account.title')],
    ['?', t('shell.keys.title')],
    ['Tab · Shift Tab', t('shell.keys.tab')],
  ];
  return (
    <Dialog title={t('shell.keys.title')} open={open} onClose={onClose}>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
