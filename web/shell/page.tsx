/* The frame of one screen: heading, what it is about, its actions, its content. Every screen uses it, so that headings stand in one place. */
import type { ReactNode } from 'react';

export function Page({
  title,
  lead,
  actions,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="soft">{lead}</p>}
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
