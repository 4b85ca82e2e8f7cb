/*
 * Finds the screen for the address, waits for its code and for the modules' texts, and catches what breaks inside it, so that a defect in one screen
 * leaves the shell standing.
 */
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { matchRoute, useLocation, useRouter } from 'wouter';
import { type Route, routes, type ScreenProps } from '../routes.tsx';
import { loadTexts, useText } from '../text.ts';
import { LoadingState, ProblemState } from '../ui/states.tsx';
import { NotFound } from './not-found.tsx';

const screens = new Map<Route, ComponentType<ScreenProps>>();

export function Screens() {
  const t = useText();
  const [path] = useLocation();
  const { parser } = useRouter();
  const found = findRoute(path, (pattern, at) => matchRoute(parser, pattern, at));
  const title = t(found ? found.route.titleKey : 'shell.not_found.title');
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`;
  }, [title, t]);
  useTopOnChange(path);

  if (!found) return <NotFound />;
  const Screen = screenOf(found.route, t.lang);
  return (
    <Catch key={path}>
      <Suspense fallback={<LoadingState rows={6} />}>
        <Screen params={found.params} />
      </Suspense>
    </Catch>
  );
}

type Match = (
  pattern: string,
  path: string,
) => readonly [boolean, ScreenProps['params'] | null, ...unknown[]];

function findRoute(path: string, match: Match): { route: Route; params: ScreenProps['params'] } | null {
  for (const route of routes) {
    const [fits, params] = match(route.path, path);
    if (fits) return { route, params: params ?? {} };
  }
  return null;
}

function screenOf(route: Route, lang: 'vi' | 'en'): ComponentType<ScreenProps> {
  const known = screens.get(route);
  if (known) return known;
  const screen = lazy(async () => {
    const [module] = await Promise.all([route.load(), route.early ? undefined : loadTexts(lang, 'rest')]);
    return module;
  });
  screens.set(route, screen);
  return screen;
}

/** A new screen starts at its top, and a screen reader starts reading it at its heading. */
function useTopOnChange(path: string): void {
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}

class Catch extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <ProblemState error={this.state.error} onRetry={() => window.location.reload()} />;
  }
}
