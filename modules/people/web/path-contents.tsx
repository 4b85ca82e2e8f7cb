/* What is on the person's page, as a list of ways to it: the page is long because it is the whole way, and whoever opens it at night wants one part of it. Each
 * part says itself that it is there; one that is empty for this reader is in no list. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useText } from '../../../web/text.ts';

interface Entry {
  readonly name: string;
  readonly title: string;
  readonly count: number | undefined;
}

interface Contents {
  readonly entries: readonly Entry[];
  add(entry: Entry): () => void;
}

const Shared = createContext<Contents>({ entries: [], add: () => () => undefined });

/** Around the page: parts inside it tell it that they are there. */
export function WithContents({ children }: { children: ReactNode }) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const contents = useMemo(
    (): Contents => ({
      entries,
      add(entry) {
        setEntries(before => [...before.filter(one => one.name !== entry.name), entry]);
        return () => setEntries(before => before.filter(one => one.name !== entry.name));
      },
    }),
    [entries],
  );
  return <Shared value={contents}>{children}</Shared>;
}

/** Says that a part is on the page. */
export function useInContents(name: string, title: string, count: number | undefined): void {
  const { add } = useContext(Shared);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `add` is new with every entry; what is said changes with the part alone
  useEffect(() => add({ name, title, count }), [name, title, count]);
}

export function Contents() {
  const t = useText();
  const { entries } = useContext(Shared);
  // In the order of the page: parts that come late would otherwise stand last.
  const placed = entries.toSorted((a, b) => place(a.name) - place(b.name));
  if (placed.length < 3) return null;
  return (
    <nav className="path-contents no-print" aria-label={t('path.contents')}>
      <ul>
        {placed.map(({ name, title, count }) => (
          <li key={name}>
            <a href={`#part-${name}`} onClick={event => goTo(event, name)}>
              {title}
              {count !== undefined && count > 0 && <span className="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const place = (name: string): number =>
  document.getElementById(`part-${name}`)?.getBoundingClientRect().top ?? 0;

/** Moves the page and the keyboard there, and leaves the address alone. */
function goTo(event: { preventDefault(): void }, name: string): void {
  const heading = document.getElementById(`part-${name}`);
  if (!heading) return;
  event.preventDefault();
  heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}
