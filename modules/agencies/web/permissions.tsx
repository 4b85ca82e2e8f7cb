/* The permission matrix, one role at a time: what it sees and when, what it may open, what it may do. It is the policy itself, read by the server. */
import { useState } from 'react';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { usePost } from '../../../web/queries.ts';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { roleNames } from '../roles.ts';
import './agencies.css';
import { ExportMade } from '../../exchange/web/export-list.tsx';
import { actWords, isTouched, type RecordRight, useRights, whenWords } from './rights.ts';

export default function Permissions() {
  const t = useText();
  const isAdministrator = usePost()?.role === 'administrator';
  const [role, setRole] = useState<string>(roleNames[0]);
  const { data, error, refetch } = useRights(role);
  const recordWords = (record: string) => (t.has(`record.${record}`) ? t(`record.${record}`) : record);
  return (
    <Page
      title={t('agencies.permissions.title')}
      lead={t('agencies.permissions.lead')}
      actions={
        isAdministrator && (
          <LinkButton href="/view-as" icon="person">
            {t('agencies.view_as.title')}
          </LinkButton>
        )
      }
    >
      <div className="narrow">
        <SelectInput
          name="role"
          label={t('agencies.permissions.role')}
          value={role}
          options={roleNames.map(code => ({ code, label: codeLabel(t, 'role', code) }))}
          onChange={next => next && setRole(next)}
        />
      </div>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={8} />
      ) : (
        <>
          <Table
            caption={t('agencies.permissions.table', { role: codeLabel(t, 'role', role) })}
            showCaption
            rows={data.filter(isTouched)}
            keyOf={right => right.record}
            foot={<ExportMade list="permissions" asked={{ role }} />}
            columns={[
              {
                name: 'record',
                title: t('agencies.permissions.record'),
                lead: true,
                cell: right => <b>{recordWords(right.record)}</b>,
              },
              { name: 'sees', title: t('agencies.permissions.sees'), cell: right => seesWords(t, right) },
              {
                name: 'when',
                title: t('agencies.permissions.when'),
                cell: right => whenWords(t, right.when),
              },
              {
                name: 'opens',
                title: t('agencies.permissions.opens'),
                cell: right =>
                  right.fields
                    .filter(field => field.opened)
                    .map(field => fieldLabel(t, right.record, field.name))
                    .join(', '),
              },
              {
                name: 'acts',
                title: t('agencies.permissions.acts'),
                cell: right => right.acts.map(act => actWords(t, act)).join('; '),
              },
            ]}
          />
          <p className="soft">
            {t('agencies.permissions.unseen')}{' '}
            {data
              .filter(right => !isTouched(right))
              .map(right => recordWords(right.record))
              .join(', ')}
          </p>
        </>
      )}
    </Page>
  );
}

function seesWords(t: Translate, { record, fields }: RecordRight): string {
  const open = fields.filter(field => field.tier !== 'sealed');
  const seen = open.filter(field => field.seen);
  if (seen.length === 0) return t('agencies.permissions.nothing');
  if (seen.length === open.length) return t('agencies.permissions.all');
  return t('agencies.permissions.some', {
    seen: seen.length,
    of: open.length,
    names: seen.map(field => fieldLabel(t, record, field.name)).join(', '),
  });
}
