/* Who she is, as far as she wanted to say. A half-known birth date gives a range of ages; an interpreter stands out, because without one nothing else here
 * is worth much; what is sealed opens one field at a time and says why. */
import { Fragment, type ReactNode } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { FieldCell } from '../../../web/ui/cells.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { ContactReminder } from '../../support/web/contact-reminder.tsx';
import { person as personRecord } from '../index.ts';
import { latest, type Path } from './path-data.ts';
import { Sealed } from './path-sealed.tsx';
import { ageText, Facts, nameOf } from './path-words.tsx';

export function Header({ path, acts, children }: { path: Path; acts: ReactNode; children: ReactNode }) {
  const t = useText();
  const { person } = path;
  const isOpen = person.state === 'open';
  const cell = (name: string) => <FieldCell record={personRecord} row={person} name={name} />;
  const label = (name: string) => fieldLabel(t, 'person', name);
  const others = (person.otherNames as readonly { text: string; kind: string }[] | null) ?? [];
  return (
    <header className="card who">
      <div className="who-head">
        <div>
          <p className="who-number">
            <span className="number">{person.number as string}</span>
            <StateMark tone={isOpen ? 'active' : 'neutral'}>
              {codeLabel(t, 'fileState', person.state as string)}
            </StateMark>
          </p>
          <h1>{nameOf(t, person)}</h1>
          {others.length > 0 && (
            <p className="soft">{t('path.also', { names: others.map(name => name.text).join(' · ') })}</p>
          )}
        </div>
        <Interpreter path={path} />
      </div>
      {children}
      <div className="no-print">{acts}</div>
      <Facts>
        {[
          [t('path.age_label'), <Age key="age" path={path} />],
          [label('sex'), cell('sex')],
          [label('ethnicity'), cell('ethnicity')],
          [label('nationality'), cell('nationality')],
          [label('spoken'), cell('spoken')],
          [
            label('origin'),
            <>
              {(typeof person.origin === 'string' || typeof person.originNote !== 'string') && cell('origin')}
              {typeof person.originNote === 'string' && <span className="soft"> {person.originNote}</span>}
            </>,
          ],
          ...['phone', 'address', 'bankAccount'].map(
            name =>
              [
                label(name),
                <Fragment key={name}>
                  <Sealed record={personRecord} row={person} name={name} />
                  {name === 'phone' && <ContactReminder path={path} />}
                </Fragment>,
              ] as const,
          ),
        ]}
      </Facts>
    </header>
  );
}

function Age({ path }: { path: Path }) {
  const t = useText();
  const age = ageText(t, path.person.born, path.today as Day);
  if (!age) return <FieldCell record={personRecord} row={path.person} name="born" />;
  return (
    <>
      {age}{' '}
      <span className="soft nowrap">
        ({t('path.born')} <FieldCell record={personRecord} row={path.person} name="born" />)
      </span>
    </>
  );
}

function Interpreter({ path }: { path: Path }) {
  const t = useText();
  const needs = latest(path, 'needs');
  if (needs?.interpreter !== 'yes') return null;
  const languages = (needs.interpreterLanguages as readonly string[] | null) ?? [];
  return (
    <Badge tone="warn">
      {languages.length > 0
        ? t('path.interpreter_in', {
            languages: languages.map(code => codeLabel(t, 'spoken', code)).join(', '),
          })
        : t('path.interpreter')}
    </Badge>
  );
}
