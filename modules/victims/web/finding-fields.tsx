/* What an assertion says: the finding, its day, the purposes of exploitation, the paper that proves it and the ground. Presuming and identifying ask the same,
 * but only identification needs a paper for a finding of "victim"; one's own certificate gets its number when it is issued, and it is not asked for here. */
import { useState } from 'react';
import { formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { ChoiceList, Tick } from '../../../web/ui/choices.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { assertion } from '../index.ts';
import { lawOn } from '../law.ts';

export type Finding = Record<string, unknown>;

export function FindingFields({
  path,
  values,
  errors,
  onChange,
  withPaper,
  dayLabel,
}: {
  path: Path;
  values: Finding;
  errors: Record<string, string>;
  onChange: (values: Finding) => void;
  withPaper?: boolean;
  /** What the day is called here. */
  dayLabel?: string;
}) {
  const t = useText();
  const isOwn = values.paperKind === 'police_certificate';
  const [isThere, setThere] = useState(Boolean(values.paperNumber));
  const day = values.assertedOn as Parameters<typeof lawOn>[0] | null;
  return (
    <>
      <ChoiceList
        large
        name="finding"
        label={fieldLabel(t, 'assertion', 'finding')}
        required
        error={errors.finding}
        value={(values.finding as string) ?? null}
        onChange={code => onChange({ ...values, finding: code })}
        options={(assertion.fields.finding.options.codes ?? []).map(code => ({
          code,
          label: codeLabel(t, 'finding', code),
        }))}
      />
      <DayInput
        name="assertedOn"
        label={dayLabel ?? t('victims.finding.day')}
        hint={day ? t('victims.finding.law', { law: lawOn(day), day: formatDay(day, t.lang) }) : undefined}
        required
        error={errors.assertedOn}
        most={path.today}
        value={day}
        onChange={value => onChange({ ...values, assertedOn: value })}
      />
      <FieldInputs
        record={assertion}
        names={['purposes']}
        values={values}
        errors={errors}
        onChange={onChange}
        on={path.today}
      />
      {withPaper && (
        <section className="signs" aria-labelledby="paper">
          <h2 id="paper">{t('victims.finding.paper')}</h2>
          <p className="soft">
            {t(values.finding === 'victim' ? 'victims.finding.paper_needed' : 'victims.finding.paper_may')}
          </p>
          <FieldInputs
            record={assertion}
            names={['paperKind']}
            values={values}
            errors={errors}
            onChange={onChange}
            on={path.today}
          />
          {isOwn && (
            <Tick
              name="isThere"
              label={t('victims.finding.paper_there')}
              hint={t('victims.finding.paper_number')}
              value={isThere}
              onChange={there => {
                setThere(there);
                if (!there) onChange({ ...values, paperNumber: null, paperDate: null });
              }}
            />
          )}
          {(!isOwn || isThere) && (
            <FieldInputs
              record={assertion}
              names={['paperNumber', 'paperDate', 'paperIssuer']}
              values={values}
              errors={errors}
              onChange={onChange}
              on={path.today}
            />
          )}
        </section>
      )}
      <FieldInputs
        record={assertion}
        names={['reason']}
        values={values}
        errors={errors}
        onChange={onChange}
        on={path.today}
      />
    </>
  );
}
