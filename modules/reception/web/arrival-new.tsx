/* Noting that a group was handed over: the minutes first, then the list. The people on it are received one after the other on the group's own page, because each of them is asked
 * by herself who she is. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { dayOf } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { issuesByField, reasonText } from '../../../web/problems.ts';
import { useAct, usePost } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import type { Values } from '../../../web/shell/fields-dialog.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { RefusedState } from '../../../web/ui/states.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { receivingRoles } from '../../agencies/roles.ts';
import { readGroupList } from '../list-reading.ts';
import { groupArrival } from '../record.ts';
import { tallyOf } from '../tally.ts';
import { ListBox } from './list-box.tsx';
import { Differences } from './tally.tsx';
import './reception.css';

const parts = [
  { name: 'handover', fields: ['handedOverBy', 'handedOverCountry', 'handedOverAt', 'placeNote', 'place'] },
  { name: 'minutes', fields: ['minutesNumber', 'minutesOn', 'countOnMinutes', 'signedThere', 'signedHere'] },
  { name: 'return', fields: ['agreement', 'returnRoute', 'note'] },
] as const;

export default function ArrivalNew(_props: ScreenProps) {
  const t = useText();
  const now = useNow();
  const [, go] = useLocation();
  const post = usePost();
  const [values, setValues] = useState<Values>({ handedOverCountry: 'CN', handedOverAt: now });
  const [list, setList] = useState('');
  const { mutateAsync, error, isPending } = useAct('groupArrival.record');
  const errors = issuesByField(t, error);
  const labelOf = (field: string) =>
    field === 'list' ? t('reception.list.label') : fieldLabel(t, 'groupArrival', field);
  const send = async () => {
    const outcome = await mutateAsync({ input: { ...values, list: list || null } });
    toast(t('reception.new.done'));
    for (const warning of outcome.warnings) toast(reasonText(t, warning), 'warn');
    go(`/arrivals/${outcome.subject.id}`);
  };
  if (post && !(receivingRoles as readonly string[]).includes(post.role))
    return (
      <Page title={t('reception.new.title')}>
        <RefusedState />
      </Page>
    );
  const lines = readGroupList(list).lines.map(() => 'waiting');
  const count = (values.countOnMinutes as number | null) ?? 0;
  return (
    <Page title={t('reception.new.title')} lead={t('reception.new.lead')}>
      <ErrorSummary error={error} labelOf={labelOf} />
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          void send().catch(() => undefined);
        }}
      >
        {parts.map(part => (
          <section key={part.name} className="card stack" aria-labelledby={`group-${part.name}`}>
            <h2 id={`group-${part.name}`}>{t(`reception.new.${part.name}`)}</h2>
            <FieldInputs
              record={groupArrival}
              names={part.fields}
              values={values}
              errors={errors}
              onChange={setValues}
              on={dayOf(now)}
            />
          </section>
        ))}
        <section className="card stack" aria-labelledby="group-list">
          <h2 id="group-list">{t('reception.new.list')}</h2>
          <p className="soft">{t('reception.new.list_text')}</p>
          <ListBox value={list} onChange={setList} error={errors.list} />
          {lines.length > 0 && count > 0 && <Differences tally={tallyOf(count, lines)} />}
        </section>
        <div className="row step-foot">
          <Button type="submit" kind="primary" large isPending={isPending}>
            {t('reception.new.save')}
          </Button>
          <LinkButton href="/arrivals" kind="quiet">
            {t('ui.cancel')}
          </LinkButton>
        </div>
      </form>
    </Page>
  );
}
