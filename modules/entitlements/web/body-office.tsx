/* Choosing an office of the kind the law of a day names: only such offices are offered, and where there is only one it stands there already. The hint says which body and
 * by which article. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { isInForce } from '../../../kernel/rule/parameter.ts';
import { api } from '../../../web/datasource.ts';
import { type OfficeFound, officeName } from '../../../web/names.tsx';
import { useRules } from '../../../web/rules.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { Combobox, type Found } from '../../../web/ui/combobox.tsx';
import { kindOfBody } from '../../agencies/index.ts';

const asFound = (t: Translate, office: OfficeFound): Found => ({
  id: office.id,
  label: officeName(office, t.lang),
  detail: officeName(office, t.lang, true),
});

async function officesOf(body: string, on: Day, text: string, signal?: AbortSignal): Promise<OfficeFound[]> {
  const kind = kindOfBody(body);
  if (!kind) return [];
  const { agencyKind, level } = kind;
  return (await api<{ offices: OfficeFound[] }>('offices', { text, on, agencyKind, level }, signal)).offices;
}

/** The line of competence of a family on a day; undefined while the rules are on their way, or where none is known. */
export function useCompetence(family: string, on: Day) {
  const { data: rules } = useRules();
  return rules?.competence.find(line => line.family === family && isInForce(line, on));
}

export function BodyOffice({
  family,
  on,
  name,
  label,
  error,
  value,
  onChange,
}: {
  family: string;
  on: Day;
  name: string;
  label: string;
  error?: string;
  value: Found | null;
  onChange: (office: Found | null) => void;
}) {
  const t = useText();
  const line = useCompetence(family, on);
  const body = line?.body ?? '';
  const { data: first } = useQuery({
    queryKey: ['body-office', body, on],
    queryFn: ({ signal }) => officesOf(body, on, '', signal),
    enabled: body !== '',
    staleTime: 300_000,
  });
  const chosen = useRef('');
  useEffect(() => {
    // Once for a body and day: whoever empties the field is not contradicted.
    if (!first || chosen.current === `${body} ${on}`) return;
    chosen.current = `${body} ${on}`;
    onChange(first.length === 1 ? asFound(t, first[0]!) : null);
  }, [first, body, on, onChange, t]);
  return (
    <Combobox
      key={`${body} ${on}`}
      name={name}
      label={label}
      hint={
        line
          ? t('entitlements.body', {
              day: formatDay(on, t.lang),
              body: line.title[t.lang],
              article: line.article,
            })
          : undefined
      }
      required
      error={error}
      value={value}
      onChange={onChange}
      search={async (text, signal) => (await officesOf(body, on, text, signal)).map(one => asFound(t, one))}
    />
  );
}
