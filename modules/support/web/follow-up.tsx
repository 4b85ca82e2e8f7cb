/* One follow-up: how she allowed to be reached stands first and stays in sight; then what was done. A contact against her word is refused, and the page says which
 * of her wishes it breaks. */
import { useState } from 'react';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField, reasonText } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type PartRow, type Path, usePathAct } from '../../people/web/path-data.ts';
import { OfPerson, PersonLine, RowFacts } from '../../people/web/path-words.tsx';
import { cancelFollowUp, recordFollowUp } from '../followup-acts.ts';
import { byNumber, followUp } from '../index.ts';
import { ContactFirst } from './contact-first.tsx';
import { asked, InputDialog } from './input-dialog.tsx';
import { NextDue } from './next-due.tsx';
import './support.css';
import { whyText } from './why.ts';

export default function FollowUp({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="followUp" id={params.id} title={t('support.follow.one')}>
      {row => <OfPerson id={row.person as string}>{path => <One row={row} path={path} />}</OfPerson>}
    </OfRecord>
  );
}

function One({ row, path }: { row: PartRow; path: Path }) {
  const t = useText();
  const [cancelling, cancel] = useState(false);
  const state = row.state as string;
  return (
    <Page
      title={t('support.follow.one')}
      lead={<OfficeName id={row.toOffice as string} />}
      actions={
        <StateMark tone={state === 'planned' ? 'active' : state === 'done' ? 'good' : 'neutral'}>
          {codeLabel(t, 'followUpState', state)}
        </StateMark>
      }
    >
      <PersonLine path={path} />
      <section className="card part contact-card" aria-labelledby="contact-first">
        <h2 id="contact-first">{t('support.contact.before')}</h2>
        {path.person.state === 'closed' && <p>{t('support.contact.closed')}</p>}
        <ContactFirst path={path} />
      </section>
      {state === 'planned' && <NextDue due={row.dueOn} rule={row.rule} from={row.plannedFrom} />}
      {state !== 'planned' && (
        <section className="card part" aria-labelledby="follow-what">
          <h2 id="follow-what">{t('support.follow.what')}</h2>
          <RowFacts
            record={followUp}
            row={row}
            names={['onDay', 'way', 'dayPart', 'numberUsed', 'outcome', 'howSheIs', 'needsHelp']}
          />
          {typeof row.cancelledWhy === 'string' && <p>{whyText(t, row.cancelledWhy)}</p>}
        </section>
      )}
      {may(row, 'followUp.record') && <Made row={row} path={path} />}
      {may(row, 'followUp.cancel') && (
        <div className="no-print">
          <Button kind="quiet" icon="stop" onPress={() => cancel(true)}>
            {t('path.act.followUp.cancel')}
          </Button>
        </div>
      )}
      {cancelling && (
        <InputDialog
          path={path}
          act={cancelFollowUp}
          record={followUp}
          names={['cancelledWhy']}
          subject={row.id}
          onClose={() => cancel(false)}
        />
      )}
    </Page>
  );
}

function Made({ row, path }: { row: PartRow; path: Path }) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({ onDay: path.today });
  const { act, error, isPending } = usePathAct('followUp.record', path.person.id);
  const needsNumber = byNumber.has(values.way as string);
  const run = async () => {
    const outcome = await act(needsNumber ? values : { ...values, numberUsed: null }, {
      record: 'followUp',
      id: row.id,
    });
    toast(t('path.done'));
    for (const warning of outcome.warnings) toast(reasonText(t, warning), 'warn');
  };
  return (
    <form
      className="step card part"
      aria-labelledby="follow-made"
      onSubmit={event => {
        event.preventDefault();
        void run().catch(() => undefined);
      }}
    >
      <h2 id="follow-made">{t('support.follow.record')}</h2>
      <ErrorSummary
        error={error}
        labelOf={field =>
          field === 'nextOn' ? t('support.follow.next_on') : fieldLabel(t, 'followUp', field)
        }
      />
      <FieldInputs
        record={asked(followUp, recordFollowUp)}
        names={[
          'onDay',
          'way',
          'dayPart',
          ...(needsNumber ? ['numberUsed'] : []),
          'outcome',
          'howSheIs',
          'needsHelp',
        ]}
        values={values}
        errors={issuesByField(t, error)}
        onChange={setValues}
        on={path.today}
      />
      <p className="soft small">{t('support.follow.next_text')}</p>
      <div className="row step-foot">
        <Button type="submit" kind="primary" large isPending={isPending}>
          {t('path.save')}
        </Button>
      </div>
    </form>
  );
}
