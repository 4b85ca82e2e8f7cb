/* One titled part of the person's page. */
import type { ReactNode } from 'react';
import { useInContents } from './path-contents.tsx';

/** A titled part of the page; `count` after the title. */
export function Part({
  name,
  title,
  count,
  lead,
  children,
}: {
  name: string;
  title: string;
  count?: number;
  lead?: ReactNode;
  children: ReactNode;
}) {
  useInContents(name, title, count);
  return (
    <section className="card part" aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`}>
        {title}
        {count !== undefined && <span className="count">{count}</span>}
      </h2>
      {lead && <p className="soft small">{lead}</p>}
      {children}
    </section>
  );
}
