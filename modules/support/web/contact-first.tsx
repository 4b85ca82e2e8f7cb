/* How she allowed to be reached, shown before anybody reaches her: the ways, the times, the words, and the number that is never called. Her newest word counts;
 * earlier ones stay in the file. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import { latest, type PartRow, type Path } from '../../people/web/path-data.ts';
import { Sealed } from '../../people/web/path-sealed.tsx';
import { Facts, RowFacts } from '../../people/web/path-words.tsx';
import { contactWays, safeContact } from '../index.ts';
import './support.css';

/** Her newest word about contact, as far as we may see it. */
export const contactRulesOf = (path: Path): PartRow | null => latest(path, 'safeContact');

export function ContactFirst({ path }: { path: Path }) {
  const t = useText();
  const rules = contactRulesOf(path);
  if (!rules)
    return (
      <p className="contact-none">
        <StateMark tone="warn">
          {t(path.shared ? 'support.contact.not_shared' : 'support.contact.not_asked')}
        </StateMark>
      </p>
    );
  const allowed = (rules.ways as readonly string[] | null | undefined) ?? [];
  const isSealed = (name: string) => (rules[name] as { sealed?: true } | null)?.sealed === true;
  return (
    <div className="contact-first">
      <ul className="plain-list contact-ways">
        {contactWays.map(way => (
          <li key={way}>
            <StateMark tone={allowed.includes(way) ? 'good' : allowed.length > 0 ? 'bad' : 'neutral'}>
              {codeLabel(t, 'contactWay', way)}:{' '}
              {t(
                allowed.includes(way)
                  ? 'support.contact.allowed'
                  : allowed.length > 0
                    ? 'support.contact.forbidden'
                    : 'support.contact.left_open',
              )}
            </StateMark>
          </li>
        ))}
      </ul>
      <RowFacts
        record={safeContact}
        row={rules}
        names={['times', 'timesNote', 'words', 'throughWhom', 'warning', 'contactAfter']}
        always={['contactAfter']}
      />
      {isSealed('callNumber') && (
        <Facts>
          {[
            [
              t('field.safeContact.callNumber'),
              <Sealed key="call" record={safeContact} row={rules} name="callNumber" />,
            ],
          ]}
        </Facts>
      )}
      {isSealed('neverCall') && (
        <div className="never-call">
          <b>{t('field.safeContact.neverCall')}</b>
          <Sealed record={safeContact} row={rules} name="neverCall" />
        </div>
      )}
      <p className="soft small">
        {t('support.contact.said', {
          day: formatDay(rules.givenOn as Day, t.lang),
        })}
      </p>
    </div>
  );
}
