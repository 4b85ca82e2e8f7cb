/* The papers on financial difficulty that were shown for her: which, from whom, until when. One struck out stays in sight with its reason. */
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { ActDialog, RecordDialog } from '../../people/web/path-dialogs.tsx';
import { RowFacts } from '../../people/web/path-words.tsx';
import { hardshipPaper } from '../record.ts';

const shown = ['issuer', 'paperNumber', 'issuedOn', 'validUntil', 'note'] as const;

export function HardshipPapers({ path }: { path: Path }) {
  const t = useText();
  const [doing, setDoing] = useState<'record' | PartRow | null>(null);
  const rows = part(path, 'hardshipPaper').toReversed();
  const mayRecord = may(path.person, 'hardshipPaper.record') && path.person.state === 'open';
  if (rows.length === 0 && !mayRecord) return null;
  const close = () => setDoing(null);
  return (
    <div className="stack">
      <h3>{t('entitlements.hardship.title')}</h3>
      <p className="soft small">{t('entitlements.hardship.lead')}</p>
      {rows.map(row => (
        <Paper key={row.id} row={row} today={path.today} onStrike={() => setDoing(row)} />
      ))}
      {mayRecord && (
        <div className="row no-print">
          <Button icon="plus" onPress={() => setDoing('record')}>
            {t('path.act.hardshipPaper.record')}
          </Button>
        </div>
      )}
      {doing === 'record' && (
        <RecordDialog
          path={path}
          act="hardshipPaper.record"
          record={hardshipPaper}
          names={['hardshipKind', ...shown]}
          onClose={close}
        />
      )}
      {doing !== null && doing !== 'record' && <Strike path={path} row={doing} onClose={close} />}
    </div>
  );
}

function Paper({ row, today, onStrike }: { row: PartRow; today: Day; onStrike: () => void }) {
  const t = useText();
  const isOver = typeof row.validUntil === 'string' && row.validUntil < today;
  const state = row.struckAt ? 'struck' : isOver ? 'over' : 'holds';
  return (
    <div className="due-line">
      <p className="row">
        <b>{codeLabel(t, 'hardshipKind', (row.hardshipKind as string | undefined) ?? '')}</b>
        <StateMark tone={state === 'holds' ? 'good' : state === 'over' ? 'warn' : 'neutral'}>
          {t(`entitlements.hardship.${state}`)}
        </StateMark>
      </p>
      <RowFacts record={hardshipPaper} row={row} names={[...shown, 'struckWhy']} />
      {!row.struckAt && may(row, 'hardshipPaper.strike') && (
        <div className="row no-print">
          <Button kind="quiet" onPress={onStrike}>
            {t('entitlements.hardship.strike')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Strike({ path, row, onClose }: { path: Path; row: PartRow; onClose: () => void }) {
  const t = useText();
  const [struckWhy, setWhy] = useState('');
  return (
    <ActDialog
      path={path}
      act="hardshipPaper.strike"
      title={t('entitlements.hardship.strike')}
      verb={t('entitlements.hardship.strike')}
      input={{ struckWhy }}
      subject={{ record: 'hardshipPaper', id: row.id }}
      labelOf={field => fieldLabel(t, 'hardshipPaper', field)}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{t('entitlements.hardship.strike_text')}</p>
          <TextInput
            name="struckWhy"
            label={fieldLabel(t, 'hardshipPaper', 'struckWhy')}
            required
            maxLength={300}
            error={errors.struckWhy}
            value={struckWhy}
            onChange={setWhy}
          />
        </>
      )}
    </ActDialog>
  );
}
