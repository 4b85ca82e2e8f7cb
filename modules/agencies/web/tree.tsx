/* An indented list whose branches are fetched when they are opened. The same for offices and for units: what is there on the chosen day, and, greyed below it,
 * what has ended with an arrow to who took over. */
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { useText } from '../../../web/text.ts';
import { Icon } from '../../../web/ui/icons.tsx';
import { type DayChoice, type Presence, presenceOn } from './day-choice.tsx';

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly below: boolean;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly marks?: ReactNode;
  /** Who took over, shown when it has ended on the day. */
  readonly successors?: ReactNode;
}

/** `branch` draws what hangs below a node. */
export function Nodes({
  nodes,
  choice,
  branch,
  empty,
  found,
}: {
  nodes: readonly Node[];
  choice: DayChoice;
  branch?: (id: string) => ReactNode;
  empty: ReactNode;
  /** What a search found is shown whether it is there on the day or not. */
  found?: boolean;
}) {
  const shown = nodes
    .map(node => ({ node, presence: presenceOn(choice.on, node) }))
    .filter(({ presence }) => found || presence === 'there' || (choice.showEnded && presence === 'ended'))
    .sort((a, b) => Number(a.presence !== 'there') - Number(b.presence !== 'there'));
  if (shown.length === 0) return <p className="soft small tree-empty">{empty}</p>;
  return (
    <ul className="tree">
      {shown.map(({ node, presence }) => (
        <Branch key={node.id} node={node} presence={presence} branch={branch} />
      ))}
    </ul>
  );
}

function Branch({
  node,
  presence,
  branch,
}: {
  node: Node;
  presence: Presence;
  branch?: (id: string) => ReactNode;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const opens = node.below && branch;
  return (
    <li data-ended={presence === 'there' ? undefined : ''}>
      <div className="tree-row">
        {opens ? (
          <button
            type="button"
            className="tree-toggle"
            aria-expanded={open}
            aria-label={t(open ? 'agencies.node.close' : 'agencies.node.open', { name: node.name })}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'down' : 'right'} size={18} />
          </button>
        ) : (
          <span className="tree-toggle" aria-hidden="true" />
        )}
        <span className="tree-words">
          <Link href={node.href}>{node.name}</Link> {node.marks}
          {presence === 'later' && node.validFrom && (
            <small className="soft tree-ended">
              {t('agencies.node.begins', { day: formatDay(node.validFrom, t.lang) })}
            </small>
          )}
          {presence === 'ended' && node.validTo && (
            <small className="soft tree-ended">
              {t('agencies.node.ended', { day: formatDay(node.validTo, t.lang) })} {node.successors}
            </small>
          )}
        </span>
      </div>
      {open && opens && branch(node.id)}
    </li>
  );
}
