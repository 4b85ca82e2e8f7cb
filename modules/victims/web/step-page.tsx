/* A page for one step on the path that needs thought: about whom, what is done, what the server refused, and the way back. Once done it leads to the file. */
import type { ReactNode } from 'react';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { RefusedState } from '../../../web/ui/states.tsx';
import { may, type Path } from '../../people/web/path-data.ts';
import { PersonLine } from '../../people/web/path-words.tsx';
import './victims.css';

export function StepPage({
  path,
  act,
  title,
  lead,
  verb,
  error,
  pending,
  labelOf,
  onDo,
  aside,
  children,
}: {
  path: Path;
  /** Without this ability the page says so instead of offering a form that would be refused. */
  act: string;
  title: string;
  lead?: ReactNode;
  verb: string;
  error: unknown;
  pending: boolean;
  labelOf: (field: string) => string;
  onDo: () => void;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const t = useText();
  if (!may(path.person, act) || path.person.state === 'closed')
    return (
      <Page title={title}>
        <PersonLine path={path} />
        <RefusedState>
          {t(path.person.state === 'closed' ? 'victims.step.closed' : 'victims.step.not_yours')}
        </RefusedState>
      </Page>
    );
  return (
    <Page title={title} lead={lead}>
      <PersonLine path={path} />
      <ErrorSummary error={error} labelOf={labelOf} />
      <form
        className={aside ? 'step step-wide' : 'step'}
        onSubmit={event => {
          event.preventDefault();
          onDo();
        }}
      >
        <div className="step-form">
          {children}
          <div className="row step-foot">
            <Button type="submit" kind="primary" large isPending={pending}>
              {verb}
            </Button>
            <LinkButton href={`/people/${path.person.id}`} kind="quiet">
              {t('ui.cancel')}
            </LinkButton>
          </div>
        </div>
        {aside}
      </form>
    </Page>
  );
}

/** What stands beside the form; it scrolls by itself, so the keyboard must be able to reach it. */
export function Beside({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard
    <section className="reading card" aria-labelledby={name} tabIndex={0}>
      <h2 id={name}>{title}</h2>
      {children}
    </section>
  );
}
