/* A page for one step on the path that needs thought: about whom, what is done, what the server refused, and the way back. Once done it leads to the file. */
import type { ReactNode } from 'react';
import type { Id } from '../../../kernel/id.ts';
import type { Drafts } from '../../../web/drafts.ts';
import { reasonText } from '../../../web/problems.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { RefusedState } from '../../../web/ui/states.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { backToPath } from '../../people/web/path-acts.tsx';
import { may, type Path, usePathAct } from '../../people/web/path-data.ts';
import { PersonLine } from '../../people/web/path-words.tsx';
import './victims.css';

export interface Step {
  readonly act: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly take: (input: Readonly<Record<string, unknown>>) => void;
}

/**
 * A step on somebody's path: taken, said to be done, and back to the file. What the server refused stays on the page.
 * @param written the drafts and the draft it is made of, where it is long to write: used up by the act, and forgotten here.
 */
export function useStep(
  path: Path,
  act: string,
  done: string,
  written?: readonly [drafts: Pick<Drafts<never>, 'keepNow' | 'forgetDraft'>, id: Id],
): Step {
  const t = useText();
  const doing = usePathAct(act, path.person.id);
  const settle = async () => {
    if (!written) return;
    const [drafts, id] = written;
    // What is still on its way would come back as a draft after it was used; what cannot be kept may still be recorded.
    await drafts.keepNow(id).catch(() => undefined);
  };
  return {
    act,
    error: doing.error,
    pending: doing.isPending,
    take: input =>
      void settle()
        .then(() => doing.act({ person: path.person.id, ...input }))
        .then(({ warnings }) => {
          toast(done);
          written?.[0].forgetDraft(written[1]);
          for (const warning of warnings) toast(reasonText(t, warning), 'warn');
          backToPath(path.person.id);
        })
        .catch(() => undefined),
  };
}

export function StepPage({
  path,
  step: { act, error, pending, take },
  input,
  title,
  lead,
  verb,
  labelOf,
  aside,
  onward,
  back,
  children,
}: {
  path: Path;
  /** Without its ability the page says so instead of offering a form that would be refused. */
  step: Step;
  /** What the act is done with, beside the person. */
  input: Readonly<Record<string, unknown>>;
  title: string;
  lead?: ReactNode;
  verb: string;
  labelOf: (field: string) => string;
  aside?: ReactNode;
  /** There is something to see or to answer before it is taken: what the button does then. */
  onward?: () => void;
  back?: () => void;
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
          if (onward) onward();
          else take(input);
        }}
      >
        <div className="step-form">
          {children}
          <div className="row step-foot">
            {back && (
              <Button large icon="left" onPress={back}>
                {t('victims.step.back')}
              </Button>
            )}
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
