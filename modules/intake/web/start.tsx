/* Where an interview begins, and where one that was broken off is found again. Before anything is asked: who can help at once, and how to speak. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal, type Row } from '../../../web/datasource.ts';
import { problemText } from '../../../web/problems.ts';
import { useAct, useRecords, useSignedIn } from '../../../web/queries.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ConfirmDialog } from '../../../web/ui/dialog.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { ProblemState, RefusedState } from '../../../web/ui/states.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { receivingRoles } from '../../agencies/roles.ts';
import { emptyAnswers, type Pronoun, pronouns } from './answers.ts';
import { beginDraft, forgetDraft } from './draft.ts';
import './intake.css';
import { ReadAloud } from './parts.tsx';
import { hasStep, stepTitle } from './step-title.ts';

export default function Start() {
  const t = useText();
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const [pronoun, setPronoun] = useState<Pronoun>('chi');
  if (!me) return null;
  if (!(receivingRoles as readonly string[]).includes(me.post.role))
    return (
      <Page title={t('intake.title')}>
        <RefusedState>{t('intake.start.not_yours')}</RefusedState>
      </Page>
    );
  const begin = () => {
    const id = newId();
    beginDraft(id, me.officer.id, { ...emptyAnswers(), pronoun });
    navigate(`/intake/${id}`);
  };
  return (
    <Page
      title={t('intake.title')}
      lead={t('intake.start.lead')}
      actions={
        <LinkButton href="/services" icon="shield">
          {t('intake.services.short')}
        </LinkButton>
      }
    >
      <div className="interview start">
        <Drafts />
        <section className="card stack">
          <ChoiceList
            name="pronoun"
            label={t('intake.pronoun')}
            large
            value={pronoun}
            onChange={code => setPronoun(code as Pronoun)}
            options={pronouns.map(code => ({ code, label: t(`intake.pronoun.${code}`) }))}
          />
          <ReadAloud>{t('intake.start.say', { you: t(`intake.you.${pronoun}`) })}</ReadAloud>
          <Button kind="primary" large icon="right" onPress={begin}>
            {t('intake.start.begin')}
          </Button>
        </section>
        <section className="card stack">
          <h2>{t('intake.start.how')}</h2>
          <ul className="start-list">
            {(['place', 'first', 'why', 'stop'] as const).map(care => (
              <li key={care}>
                <Icon name="check" size={18} />
                <span>{t(`intake.start.care.${care}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

/** Interviews that are not finished, without a word of whom they are about. */
function Drafts() {
  const t = useText();
  const { data, error } = useRecords('draft', {
    filter: { state: { is: 'open' }, draftKind: { is: 'intake' } },
    limit: 25,
  });
  const [leaving, setLeaving] = useState<Row | null>(null);
  const discard = useAct('draft.discard');
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  if (error) return error instanceof Refusal && error.status === 404 ? null : <ProblemState error={error} />;
  if (rows.length === 0) return null;
  return (
    <section className="heap" aria-labelledby="drafts">
      <h2 id="drafts" className="heap-title">
        {t('intake.start.drafts')}
        <span className="count">{rows.length}</span>
      </h2>
      <ul className="work-list">
        {rows.map(row => (
          <li key={row.id} className="draft">
            <span>
              <b>{t('intake.start.kept', { at: formatInstant(row.changedAt as Instant, t.lang) })}</b>
              {row.step && hasStep(t, row.step as string) ? (
                <small className="soft">
                  {t('intake.start.at_step', { step: stepTitle(t, row.step as string) })}
                </small>
              ) : null}
            </span>
            <span className="row">
              <LinkButton href={`/intake/${row.id}`} kind="primary">
                {t('intake.start.continue')}
              </LinkButton>
              <Button kind="quiet" onPress={() => setLeaving(row)}>
                {t('intake.start.discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        title={t('intake.start.discard_title')}
        verb={t('intake.start.discard')}
        danger
        open={leaving !== null}
        pending={discard.isPending}
        onClose={() => setLeaving(null)}
        onConfirm={() =>
          discard.mutate(
            { subject: { record: 'draft', id: leaving!.id }, input: { used: 'no' } },
            {
              onSuccess: () => {
                forgetDraft(leaving!.id);
                setLeaving(null);
              },
              onError: refusal => toast(problemText(t, refusal), 'warn'),
            },
          )
        }
      >
        {t('intake.start.discard_text')}
      </ConfirmDialog>
    </section>
  );
}
