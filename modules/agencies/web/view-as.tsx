/* Looking as a role without looking at anybody: the parts it is offered, and each record with the fields it sees, opens or never sees, filled with values that
 * are plainly invented. Nothing is asked of any record, so nothing real can appear here. */
import { useState } from 'react';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { navigationFor } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Cell } from '../../../web/ui/cells.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { getRecord } from '../../index.ts';
import { type RoleName, roleNames } from '../roles.ts';
import './agencies.css';
import { Card } from './facts.tsx';
import { actWords, type FieldRight, isTouched, type RecordRight, useRights, whenWords } from './rights.ts';

export default function ViewAs() {
  const t = useText();
  const [role, setRole] = useState<RoleName>(roleNames[0]);
  const { data, error, refetch } = useRights(role);
  return (
    <Page title={t('agencies.view_as.title')} lead={t('agencies.view_as.lead')}>
      <div className="narrow">
        <SelectInput
          name="role"
          label={t('agencies.permissions.role')}
          value={role}
          options={roleNames.map(code => ({ code, label: codeLabel(t, 'role', code) }))}
          onChange={next => next && setRole(next as RoleName)}
        />
      </div>
      <p className="pretence" role="status">
        <Icon name="info" />
        {t('agencies.view_as.banner', { role: codeLabel(t, 'role', role) })}
      </p>
      <Card id="preview-navigation" title={t('agencies.view_as.navigation')}>
        <ul className="preview-nav">
          {navigationFor(role)
            .flatMap(({ routes }) => routes)
            .map(route => (
              <li key={route.path}>
                <Icon name={route.nav!.icon} size={18} />
                {t(route.titleKey)}
              </li>
            ))}
        </ul>
      </Card>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={8} />
      ) : (
        <Card id="preview-records" title={t('agencies.view_as.records')}>
          <div>
            {data.map(right => (
              <Preview key={right.record} right={right} />
            ))}
          </div>
        </Card>
      )}
    </Page>
  );
}

function Preview({ right }: { right: RecordRight }) {
  const t = useText();
  const { record, fields, acts, when } = right;
  const seen = fields.filter(field => field.seen).length;
  const opened = fields.filter(field => field.opened).length;
  const title = t.has(`record.${record}`) ? t(`record.${record}`) : record;
  return (
    <details className="preview">
      <summary>
        <b>{title}</b>
        <span className="soft small">
          {t('agencies.view_as.fields_counts', { seen, opened, hidden: fields.length - seen - opened })}
        </span>
        {when.length > 0 && <span className="soft small">{whenWords(t, when)}</span>}
      </summary>
      <Table
        caption={`${title}: ${t('agencies.view_as.sample')}`}
        rows={fields}
        keyOf={field => field.name}
        columns={[
          {
            name: 'field',
            title: t('agencies.view_as.field'),
            lead: true,
            cell: field => fieldLabel(t, record, field.name),
          },
          {
            name: 'value',
            title: t('agencies.view_as.value'),
            cell: field => <Sample record={record} field={field} />,
          },
          {
            name: 'access',
            title: t('agencies.view_as.access'),
            cell: field => <Access t={t} field={field} />,
          },
        ]}
      />
      <p className="small">
        <b>{t('agencies.view_as.acts')}:</b>{' '}
        {acts.length === 0 ? (
          <span className="soft">{t('agencies.view_as.no_acts')}</span>
        ) : (
          acts.map(act => actWords(t, act)).join('; ')
        )}
      </p>
      {!isTouched(right) && <p className="soft small">{t('agencies.permissions.nothing')}</p>}
    </details>
  );
}

const named = ['unit', 'office', 'offices', 'officer', 'record'];

function Sample({ record, field }: { record: string; field: FieldRight }) {
  const t = useText();
  if (field.tier === 'sealed')
    return <span className="soft">{field.opened ? `•••• (${t('agencies.view_as.sealed')})` : '—'}</span>;
  if (!field.seen) return <span className="soft">—</span>;
  // An invented id has no name to look up, and a real one must not stand here.
  if (named.includes(field.kind)) return <>{t(`agencies.view_as.example.${field.kind}`)}</>;
  const declared = getRecord(record).fields[field.name];
  return declared ? <Cell field={declared} value={field.example} /> : null;
}

function Access({ t, field }: { t: Translate; field: FieldRight }) {
  if (field.opened) return <StateMark tone="warn">{t('agencies.view_as.opened')}</StateMark>;
  return field.seen ? (
    <StateMark tone="good">{t('agencies.view_as.seen')}</StateMark>
  ) : (
    <StateMark tone="neutral">{t('agencies.view_as.hidden')}</StateMark>
  );
}
