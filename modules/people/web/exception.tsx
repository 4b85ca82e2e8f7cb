/* Looking into a file that is not ours, in an emergency: with a reason in words, for a purpose, for four hours, and never unseen. What it costs is said
 * before it is done, not after. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { newId } from '../../../kernel/id.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import './people.css';

const purposes = ['danger', 'health', 'child', 'travelling', 'double'] as const;
/** The server asks the same; here it is only said while typing. */
const leastReason = 20;

export default function Exception({ params }: ScreenProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const person = params.id!;
  const [id] = useState(newId);
  const [reason, setReason] = useState('');
  const [purpose, setPurpose] = useState<string | null>(null);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const begin = useAct('exceptionAccess.begin');
  const refused = issuesByField(t, begin.error);
  const left = leastReason - reason.trim().length;
  const go = () => {
    const open = {
      ...(purpose === null ? { purpose: t('people.exception.purpose_missing') } : {}),
      ...(left > 0 ? { reason: t('people.exception.reason_short', { left }) } : {}),
    };
    setMissing(open);
    if (Object.keys(open).length > 0) {
      document.getElementById(purpose === null ? 'field-purpose' : 'field-reason')?.focus();
      return;
    }
    begin.mutate(
      { id, input: { person, reason }, purpose: t(`people.exception.purpose.${purpose}`) },
      {
        onSuccess: () => {
          client.removeQueries({ queryKey: ['get', 'person', person] });
          void client.invalidateQueries({ predicate: query => query.queryKey.includes(person) });
          toast(t('people.exception.begun'));
          navigate(subjectHref({ record: 'person', id: person }), { replace: true });
        },
      },
    );
  };
  return (
    <Page title={t('people.exception.title')} lead={t('people.exception.lead')}>
      <form
        className="form"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          go();
        }}
      >
        <ErrorSummary error={begin.error} labelOf={field => fieldLabel(t, 'exceptionAccess', field)} />
        <ul className="plain-list card">
          {(['told', 'hours', 'reviewed'] as const).map(fact => (
            <li key={fact}>
              <span className="row">
                <Icon name={fact === 'told' ? 'bell' : fact === 'hours' ? 'clock' : 'shield'} />
                {t(`people.exception.fact.${fact}`)}
              </span>
            </li>
          ))}
        </ul>
        <ChoiceList
          name="purpose"
          label={t('people.exception.purpose')}
          error={purpose === null ? missing.purpose : undefined}
          value={purpose}
          onChange={setPurpose}
          options={purposes.map(code => ({ code, label: t(`people.exception.purpose.${code}`) }))}
        />
        <TextArea
          name="reason"
          label={t('people.exception.reason')}
          hint={t('people.exception.reason_hint', { least: leastReason })}
          error={refused.reason ?? (left > 0 ? missing.reason : undefined)}
          required
          rows={4}
          maxLength={1000}
          value={reason}
          onChange={setReason}
        />
        <div className="row">
          <Button kind="primary" type="submit" icon="lock" isPending={begin.isPending}>
            {t('people.exception.go')}
          </Button>
          <Button onPress={() => window.history.back()}>{t('people.exception.ask_instead')}</Button>
        </div>
      </form>
    </Page>
  );
}
