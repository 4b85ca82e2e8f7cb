/* Who can help at once: the numbers one can call from any telephone, and the offices by what they do. Stands beside every question and before the first. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { type OfficeFound, officeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import './intake.css';

const lines = ['111', '113', '115'] as const;
const helping = ['shelter', 'support', 'treat', 'legal_aid', 'identify', 'reintegrate'] as const;

export function Services() {
  const t = useText();
  const [what, setWhat] = useState<string>('shelter');
  const { data, error, refetch } = useQuery({
    queryKey: ['offices', what],
    queryFn: async ({ signal }) =>
      (await api<{ offices: OfficeFound[] }>('offices', { competence: what }, signal)).offices,
    staleTime: 300_000,
  });
  return (
    <div className="stack">
      <ul className="calls">
        {lines.map(line => (
          <li key={line}>
            <a href={`tel:${line}`} className="call">
              <b>{line}</b>
              <span>{t(`intake.services.line.${line}`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <SelectInput
        name="competence"
        label={t('intake.services.what')}
        value={what}
        onChange={code => code && setWhat(code)}
        options={helping.map(code => ({ code, label: codeLabel(t, 'competence', code) }))}
      />
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={3} />
      ) : (
        <ul className="plain-list card" aria-live="polite">
          {data.length === 0 && <li>{t('intake.services.none')}</li>}
          {data.map(office => (
            <li key={office.id}>
              <b>{officeName(office, t.lang)}</b>
              <span className="soft small">{codeLabel(t, 'unitLevel', office.level)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
