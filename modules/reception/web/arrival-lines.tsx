/* Everybody on the list, in the order of the list. Receiving asks how she says her own name; setting aside asks why, and can be taken back. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { PartialDay } from '../../../kernel/day.ts';
import { dayOf } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { childOn } from '../child.ts';
import { readBirth } from '../list-reading.ts';
import { AsideDialog, ReceiveDialog, TakeBackDialog } from './line-dialogs.tsx';
import { ReceiveAll } from './receive-all.tsx';

export const lineTones: Readonly<Record<string, Tone>> = {
  waiting: 'active',
  received: 'good',
  not_present: 'warn',
  not_vietnamese: 'neutral',
  refuses: 'warn',
};

const dialogs = { receive: ReceiveDialog, aside: AsideDialog, back: TakeBackDialog } as const;

export function GroupLines({
  group,
  lines,
  loading,
  error,
  onMore,
}: {
  group: PartRow;
  lines: readonly PartRow[];
  loading: boolean;
  error: unknown;
  onMore?: () => void;
}) {
  const t = useText();
  const today = dayOf(useNow());
  const [doing, setDoing] = useState<{ what: keyof typeof dialogs; line: PartRow } | null>(null);
  const receives = may(group, 'groupArrival.receive');
  const title = (name: string) => fieldLabel(t, 'groupLine', name);
  const columns: Column<PartRow>[] = [
    {
      name: 'lineNumber',
      title: t('reception.line.number'),
      align: 'end',
      cell: line => line.lineNumber as number,
    },
    {
      name: 'nameWritten',
      title: title('nameWritten'),
      lead: true,
      cell: line => <b>{line.nameWritten as string}</b>,
    },
    {
      name: 'sex',
      title: title('sex'),
      cell: line => (line.sex ? codeLabel(t, 'sex', line.sex as string) : '—'),
    },
    { name: 'bornWritten', title: title('bornWritten'), cell: line => <Born line={line} today={today} /> },
    { name: 'remarks', title: title('remarks'), cell: line => (line.remarks as string | null) ?? '—' },
    {
      name: 'lineState',
      title: title('lineState'),
      cell: line => (
        <span className="stack-tight">
          <StateMark tone={lineTones[line.lineState as string] ?? 'neutral'}>
            {codeLabel(t, 'lineState', line.lineState as string)}
          </StateMark>
          {typeof line.asideWhy === 'string' && <span className="soft small">{line.asideWhy}</span>}
          {typeof line.file === 'string' && (
            <Link href={`/people/${line.file}`}>{t('reception.line.file')}</Link>
          )}
        </span>
      ),
    },
    {
      name: 'acts',
      title: t('reception.line.acts'),
      cell: line => {
        const offer = (what: keyof typeof dialogs, label: string) => (
          <Button kind="quiet" onPress={() => setDoing({ what, line })}>
            {label}
            <span className="unseen"> {line.nameWritten as string}</span>
          </Button>
        );
        if (group.state !== 'open') return null;
        return (
          <span className="line-acts no-print">
            {line.lineState === 'waiting' && receives && offer('receive', t('reception.line.receive'))}
            {may(line, 'groupLine.setAside') && offer('aside', t('reception.line.aside'))}
            {may(line, 'groupLine.takeBack') && offer('back', t('reception.line.back'))}
          </span>
        );
      },
    },
  ];
  const waiting = lines.filter(line => line.lineState === 'waiting');
  const Doing = doing ? dialogs[doing.what] : null;
  return (
    <section className="part" aria-labelledby="group-lines">
      <div className="row part-head">
        <h2 id="group-lines">{t('reception.group.lines')}</h2>
        {receives && <ReceiveAll group={group} waiting={waiting} />}
      </div>
      {error ? (
        <ProblemState error={error} />
      ) : (
        <Table
          caption={t('reception.group.lines')}
          columns={columns}
          rows={lines}
          keyOf={line => line.id}
          loading={loading}
          empty={
            <EmptyState icon="people" title={t('reception.group.no_lines')}>
              {t('reception.group.no_lines_text')}
            </EmptyState>
          }
          onMore={onMore}
          foot={<ExportList record="groupLine" filter={{ groupArrival: { is: group.id } }} />}
        />
      )}
      {doing && Doing && <Doing group={group} line={doing.line} onClose={() => setDoing(null)} />}
    </section>
  );
}

/** The birth as written; who may be a child stands out, because a child is not received as one of nine. */
function Born({ line, today }: { line: PartRow; today: PartialDay }) {
  const t = useText();
  const written = line.bornWritten as string | null;
  const born = readBirth(written);
  return (
    <span className="stack-tight">
      <span>{written ?? '—'}</span>
      {born && childOn(born, today as never) !== 'no' && (
        <StateMark tone="warn">{t('reception.line.child')}</StateMark>
      )}
    </span>
  );
}
