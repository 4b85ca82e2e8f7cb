/*
 * What may be done on this file now, by this officer: only what the server named in `abilities`. The next step of the journey comes first; pages of their own
 * are for the steps that need thought, dialogs for the rest.
 */
import { type ReactNode, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import type { IconName } from '../../../web/ui/icons.tsx';
import { Menu } from '../../../web/ui/menu.tsx';
import { InterpreterDialog } from '../../reception/web/path-interpreters.tsx';
import { CloseDialog, ReopenDialog } from '../../support/web/closing-dialogs.tsx';
import { NoteDialog } from '../../support/web/note-dialog.tsx';
import { StatementDialog } from '../../victims/web/statement-dialog.tsx';
import { may, type Path, part } from './path-data.ts';
import { ChildDialog, ConsentDialog, CorrectDialog, PaperDialog } from './path-dialogs.tsx';

interface Doing {
  readonly act: string;
  readonly icon: IconName;
  /** A page of its own, after `/people/:id/`; without it a dialog. */
  readonly page?: string;
}
/** The steps that find out whether she is a victim; once that is found they stand behind. */
const finding: readonly Doing[] = [
  { act: 'screening.record', icon: 'search', page: 'screen' },
  { act: 'assertion.presume', icon: 'shield', page: 'presume' },
  { act: 'verification.request', icon: 'inspect', page: 'verify' },
  { act: 'assertion.identify', icon: 'check', page: 'identify' },
];
const helping: readonly Doing[] = [
  { act: 'assessment.record', icon: 'check', page: 'assess' },
  { act: 'supportPlan.open', icon: 'book', page: 'plan' },
  { act: 'referral.send', icon: 'right', page: 'refer' },
];
const additions: readonly Doing[] = [
  { act: 'consent.record', icon: 'person' },
  { act: 'identityPaper.record', icon: 'file' },
  { act: 'child.record', icon: 'people' },
  { act: 'interpreterEngagement.record', icon: 'megaphone' },
  { act: 'note.write', icon: 'book' },
  { act: 'caseConference.hold', icon: 'people', page: 'conference' },
  { act: 'feedback.open', icon: 'chart', page: 'feedback' },
  { act: 'statementNotice.send', icon: 'megaphone' },
  { act: 'assertion.noteJudgment', icon: 'scales', page: 'judgment' },
];
const ofFile: readonly Doing[] = [
  { act: 'person.correct', icon: 'folder' },
  { act: 'person.close', icon: 'stop' },
  { act: 'person.reopen', icon: 'folder' },
];

const dialogs: Readonly<Record<string, (props: { path: Path; onClose: () => void }) => ReactNode>> = {
  'consent.record': ConsentDialog,
  'identityPaper.record': PaperDialog,
  'child.record': ChildDialog,
  'interpreterEngagement.record': InterpreterDialog,
  'note.write': NoteDialog,
  'statementNotice.send': StatementDialog,
  'person.correct': CorrectDialog,
  'person.close': CloseDialog,
  'person.reopen': ReopenDialog,
};

export function PathActs({ path }: { path: Path }) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const { person } = path;
  const isClosed = person.state === 'closed';
  // A closed file takes no new steps until it is opened again.
  const offered = (list: readonly Doing[]) =>
    list.filter(
      ({ act }) => may(person, act) && (!isClosed || act === 'person.reopen' || act === 'note.write'),
    );
  const next = nextStep(path);
  const isFound = part(path, 'assertion').some(row => row.assertionKind === 'identified');
  const onSteps = offered(isFound ? helping : [...finding, ...helping]);
  const rest = [
    { id: 'finding', title: t('path.acts.finding'), entries: isFound ? offered(finding) : [] },
    { id: 'add', title: t('path.acts.add'), entries: offered(additions) },
    { id: 'file', title: t('path.acts.file'), entries: offered(ofFile) },
  ].filter(({ entries }) => entries.length > 0);
  const Dialog = open ? dialogs[open] : undefined;
  if (onSteps.length === 0 && rest.length === 0) return null;
  return (
    <div className="row path-acts">
      {onSteps.map(({ act, icon, page }) => (
        <LinkButton
          key={act}
          href={`/people/${person.id}/${page}`}
          icon={icon}
          kind={act === next ? 'primary' : 'plain'}
        >
          {t(`path.act.${act}`)}
        </LinkButton>
      ))}
      {rest.length > 0 && (
        <Menu
          label={t('path.acts.more')}
          groups={rest.map(({ id, title, entries }) => ({
            id,
            title,
            entries: entries.map(({ act, icon }) => ({ id: act, icon, label: t(`path.act.${act}`) })),
          }))}
          onPick={act => {
            const page = [...finding, ...additions].find(one => one.act === act)?.page;
            if (page) navigate(`/people/${person.id}/${page}`);
            else setOpen(act);
          }}
        >
          <Button icon="plus">{t('path.acts.more')}</Button>
        </Menu>
      )}
      {Dialog && <Dialog path={path} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** The step the journey usually takes next: a hint in colour, nothing else. */
function nextStep(path: Path): string | null {
  const kinds = new Set(part(path, 'assertion').map(row => row.assertionKind));
  if (path.person.state === 'closed') return null;
  if (!kinds.has('screened')) return 'screening.record';
  if (kinds.has('identified')) return nextHelp(path);
  if (may(path.person, 'assertion.identify')) return 'assertion.identify';
  if (!kinds.has('presumed')) return 'assertion.presume';
  return part(path, 'verification').length === 0 ? 'verification.request' : 'referral.send';
}

/** Once she is found to be a victim: how she is, then her plan, then whoever else is to help. */
function nextHelp(path: Path): string | null {
  const missing: Readonly<Record<string, boolean>> = {
    'assessment.record': part(path, 'assessment').length === 0,
    'supportPlan.open': !part(path, 'supportPlan').some(row => row.state === 'open'),
    'referral.send': part(path, 'referral').length === 0,
  };
  return helping.find(({ act }) => missing[act] && may(path.person, act))?.act ?? null;
}

/** After a step of the journey: back to the file. */
export const backToPath = (person: string): void => navigate(`/people/${person}`);
