/*
 * After a refused form: every field with its reason on top, each a link that brings the reader to the field (GOV.UK's pattern). It takes the focus when
 * it appears, so that a screen reader and a keyboard are where the trouble is.
 */
import { useEffect, useRef } from 'react';
import { Refusal } from '../datasource.ts';
import { problemText, reasonText } from '../problems.ts';
import { useText } from '../text.ts';
import { fieldId } from './field.tsx';
import { Icon } from './icons.tsx';

/** `labelOf` turns a field path into the words the form uses. Shows nothing without an error. */
export function ErrorSummary({ error, labelOf }: { error: unknown; labelOf: (field: string) => string }) {
  const t = useText();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const issues = error instanceof Refusal ? error.fields : [];
  return (
    <section ref={box} className="summary" role="alert" tabIndex={-1}>
      <h2>
        <Icon name="alert" />
        {issues.length > 0 ? t('ui.summary.title', { count: issues.length }) : problemText(t, error)}
      </h2>
      {issues.length > 0 && (
        <ul>
          {issues.map(issue => (
            <li key={`${issue.field} ${issue.reason}`}>
              <a href={`#${fieldId(issue.field)}`} onClick={event => focusField(event, issue.field)}>
                {labelOf(issue.field)}
              </a>
              {': '}
              {reasonText(t, issue)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function focusField(event: { preventDefault(): void }, field: string): void {
  event.preventDefault();
  const element = document.getElementById(fieldId(field));
  element?.scrollIntoView({ block: 'center' });
  const target = element?.matches('input, textarea, select, button')
    ? element
    : element?.querySelector<HTMLElement>('input, textarea, select, button, [tabindex]');
  target?.focus();
}
