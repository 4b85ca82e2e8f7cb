/* Asking after her, on her page: first how she allowed to be reached, then what is planned, then what was. */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { may, type Path, part } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { keepSafeContact, planFollowUp } from '../followup-acts.ts';
import { followUp, safeContact } from '../index.ts';
import { ContactFirst } from './contact-first.tsx';
import { InputDialog } from './input-dialog.tsx';
import { NextDue } from './next-due.tsx';

export const followUpTones: Readonly<Record<string, Tone>> = {
  contact_made: 'good',
  not_reached: 'warn',
  she_declined: 'neutral',
};
const contactFields = Object.keys(safeContact.fields);

export function FollowUps({ path }: { path: Path }) {
  const t = useText();
  const [asking, ask] = useState<'contact' | 'plan' | null>(null);
  const rows = part(path, 'followUp').toSorted((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)));
  const planned = rows.filter(row => row.state === 'planned');
  const past = rows.filter(row => row.state === 'done').toReversed();
  const mayKeep = may(path.person, 'safeContact.keep');
  if (!path.parts.followUp && !path.parts.safeContact) return null;
  if (path.shared && rows.length === 0 && part(path, 'safeContact').length === 0) return null;
  return (
    <Part name="follow-ups" title={t('support.follow.title')} count={rows.length}>
      <h3>{t('support.contact.title')}</h3>
      <ContactFirst path={path} />
      {planned.map(row => (
        <p key={row.id} className="row">
          <Link href={`/follow-ups/${row.id}`}>
            <b>{t('support.follow.next')}</b>
          </Link>
          <NextDue due={row.dueOn} rule={row.rule} from={row.plannedFrom} />
          <span className="soft small">
            <OfficeName id={row.toOffice as string} short />
          </span>
        </p>
      ))}
      {past.map(row => (
        <div key={row.id} className="note">
          <p className="small row">
            {typeof row.onDay === 'string' && formatDay(row.onDay as Day, t.lang)}
            {typeof row.way === 'string' && (
              <span className="soft">{codeLabel(t, 'contactWay', row.way)}</span>
            )}
            {typeof row.outcome === 'string' && (
              <StateMark tone={followUpTones[row.outcome] ?? 'neutral'}>
                {codeLabel(t, 'followUpOutcome', row.outcome)}
              </StateMark>
            )}
          </p>
          {typeof row.howSheIs === 'string' && <p className="long-text">{row.howSheIs}</p>}
        </div>
      ))}
      <div className="row no-print">
        {mayKeep && (
          <Button icon="shield" onPress={() => ask('contact')}>
            {t('path.act.safeContact.keep')}
          </Button>
        )}
        {may(path.person, 'followUp.plan') && (
          <Button icon="calendar" onPress={() => ask('plan')}>
            {t('path.act.followUp.plan')}
          </Button>
        )}
      </div>
      {asking === 'contact' && (
        <InputDialog
          path={path}
          act={keepSafeContact}
          record={safeContact}
          names={contactFields}
          first={{ givenOn: path.today, givenBy: 'herself' }}
          lead={t('support.contact.lead')}
          onClose={() => ask(null)}
        />
      )}
      {asking === 'plan' && (
        <InputDialog
          path={path}
          act={planFollowUp}
          record={followUp}
          names={['dueOn', 'toOffice']}
          lead={t('support.follow.plan_lead')}
          onClose={() => ask(null)}
        />
      )}
    </Part>
  );
}
