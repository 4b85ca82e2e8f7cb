/* The extensions that were noted in a case, each with who granted it: folded away, for the limits tell them in their reasons. Whoever noted one can set it right. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { limitExtension } from '../record.ts';
import type { Parts } from './case-data.ts';
import { CorrectPart, Was } from './correct.tsx';
import { lengthText } from './justice-words.ts';

const names = ['lengthValue', 'lengthUnit', 'grantedBy', 'decidedOn', 'decisionNumber'];

export function Granted({ parts }: { parts: Parts }) {
  const t = useText();
  const { accused, extensions } = parts;
  if (extensions.length === 0) return null;
  return (
    <details>
      <summary>{t('justice.case.extensions', { count: extensions.length })}</summary>
      <ul className="plain-list">
        {extensions
          .toSorted((a, b) => (b.decidedOn as string).localeCompare(a.decidedOn as string))
          .map(one => {
            const what = [
              codeLabel(t, 'limitFamily', one.limitFamily as string),
              accused.find(({ id }) => id === one.accused)?.fullName as string | undefined,
              `${fieldLabel(t, 'limitExtension', 'turn')} ${one.turn as number}`,
            ];
            return (
              <li key={one.id} className="corrected">
                <span>
                  {what.filter(Boolean).join(' · ')}:{' '}
                  {lengthText(t, {
                    unit: one.lengthUnit as 'day' | 'month',
                    value: one.lengthValue as number,
                  })}
                </span>
                <span className="row">
                  <span className="soft small">
                    {codeLabel(t, 'grantingBody', one.grantedBy as string)} ·{' '}
                    {formatDay(one.decidedOn as Day, t.lang)} · {one.decisionNumber as string}
                  </span>
                  <CorrectPart
                    act="limitExtension.correct"
                    record={limitExtension}
                    row={one}
                    sends={names}
                    of={what.filter(Boolean).join(' · ')}
                  />
                </span>
                <Was record={limitExtension} row={one} />
              </li>
            );
          })}
      </ul>
    </details>
  );
}
