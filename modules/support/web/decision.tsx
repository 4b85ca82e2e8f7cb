/* A request to close a file, or a file that was opened again, before the head of the office: who asked, on which grounds, and what the head says to it. */
import { useState } from 'react';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, type ButtonKind, LinkButton } from '../../../web/ui/button.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type PartRow, type Path, usePath, usePathAct } from '../../people/web/path-data.ts';
import { Facts, PersonLine, RowFacts } from '../../people/web/path-words.tsx';
import { fileDecision } from '../index.ts';
import { BeforeClosing } from './before-closing.tsx';

const tones: Readonly<Record<string, Tone>> = {
  asked: 'active',
  approved: 'good',
  refused: 'warn',
  withdrawn: 'neutral',
};

export default function Decision({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="fileDecision" id={params.id} title={t('support.closing.title')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const { data: path } = usePath(row.person as string);
  const state = row.state as string;
  return (
    <Page
      title={codeLabel(t, 'fileChange', row.change as string)}
      lead={<OfficeName id={row.office} />}
      actions={
        <StateMark tone={tones[state] ?? 'neutral'}>{codeLabel(t, 'fileDecisionState', state)}</StateMark>
      }
    >
      {path && <PersonLine path={path} />}
      <section className="card part" aria-labelledby="decision-what">
        <h2 id="decision-what">{t('support.closing.asked')}</h2>
        <RowFacts record={fileDecision} row={row} names={['grounds', 'reason']} />
        <Facts>
          {[
            [
              fieldLabel(t, 'fileDecision', 'askedBy'),
              <OfficerName key="asker" id={row.askedBy as string} />,
            ],
            [fieldLabel(t, 'any', 'madeAt'), formatInstant(row.madeAt, t.lang)],
            typeof row.decidedBy === 'string' && [
              fieldLabel(t, 'fileDecision', 'decidedBy'),
              <OfficerName key="head" id={row.decidedBy} />,
            ],
            typeof row.decidedAt === 'string' && [
              fieldLabel(t, 'fileDecision', 'decidedAt'),
              formatInstant(row.decidedAt as Instant, t.lang),
            ],
          ]}
        </Facts>
        <RowFacts record={fileDecision} row={row} names={['decisionNote']} />
        <div>
          <LinkButton href={`/people/${row.person as string}`} icon="folder">
            {t('support.closing.open_file')}
          </LinkButton>
        </div>
      </section>
      <Decide row={row} path={path ?? null} />
    </Page>
  );
}

const ways: readonly { act: string; kind: ButtonKind }[] = [
  { act: 'fileDecision.approve', kind: 'primary' },
  { act: 'fileDecision.refuse', kind: 'plain' },
  { act: 'fileDecision.withdraw', kind: 'quiet' },
];

function Decide({ row, path }: { row: PartRow; path: Path | null }) {
  const t = useText();
  const [note, setNote] = useState('');
  const doing = {
    'fileDecision.approve': usePathAct('fileDecision.approve', row.person as string),
    'fileDecision.refuse': usePathAct('fileDecision.refuse', row.person as string),
    'fileDecision.withdraw': usePathAct('fileDecision.withdraw', row.person as string),
  };
  const offered = ways.filter(
    ({ act }) => may(row, act) && (row.change === 'close' || act === 'fileDecision.approve'),
  );
  if (offered.length === 0)
    return row.state === 'asked' ? <p className="soft">{t('support.closing.waits')}</p> : null;
  const error = Object.values(doing).find(one => one.error)?.error ?? null;
  const run = async (act: keyof typeof doing) => {
    for (const one of Object.values(doing)) one.reset();
    await doing[act].act({ decisionNote: note || null }, { record: 'fileDecision', id: row.id });
    toast(t('path.done'));
  };
  return (
    <section className="card part no-print" aria-labelledby="decision-say">
      <h2 id="decision-say">{t('support.closing.decide')}</h2>
      <p>{t(row.change === 'close' ? 'support.closing.decide_text' : 'support.closing.confirm_text')}</p>
      {path && row.change === 'close' && <BeforeClosing path={path} />}
      <ErrorSummary error={error} labelOf={field => fieldLabel(t, 'fileDecision', field)} />
      <TextArea
        name="decisionNote"
        label={fieldLabel(t, 'fileDecision', 'decisionNote')}
        error={issuesByField(t, error).decisionNote}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <div className="row">
        {offered.map(({ act, kind }) => (
          <Button
            key={act}
            kind={kind}
            isPending={doing[act as keyof typeof doing].isPending}
            onPress={() => void run(act as keyof typeof doing).catch(() => undefined)}
          >
            {t(`support.closing.${act.split('.')[1]}.${row.change}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
