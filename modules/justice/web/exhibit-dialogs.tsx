/* What is done with an exhibit, each a dialog that says first what it means: entering it, adding a file, opening one with a purpose, handing it over, confirming that one has it,
 * and the steps whoever holds it takes by herself. */
import { useState } from 'react';
import { api, sendFile } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { Do, useRenew } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { AttachDialog } from '../../../web/ui/attach-dialog.tsx';
import { ChoiceList, Tick } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { PurposeDialog } from '../../../web/ui/purpose-dialog.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { type FileAnswer, save } from '../../exchange/web/asked.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { type CustodyMove, custodyMoves, mostExhibitBytes, movesFrom } from '../exhibit-lists.ts';
import { custodyStep, exhibit } from '../exhibit-record.ts';

export type Doing =
  | { readonly what: 'handOver' | 'confirm' | 'decline' | 'move' | 'attach' }
  | { readonly what: 'open'; readonly file: PartRow };

interface Props {
  row: PartRow;
  onClose: () => void;
}

export function ExhibitDialog({ doing, row, onClose }: Props & { doing: Doing }) {
  const t = useText();
  const subject = { record: 'exhibit', id: row.id };
  switch (doing.what) {
    case 'open':
      return <OpenFile file={doing.file} onClose={onClose} />;
    case 'attach':
      return <AttachFile row={row} onClose={onClose} />;
    case 'move':
      return <Move row={row} onClose={onClose} />;
    case 'handOver':
      return (
        <Do
          act="exhibit.handOver"
          record={{
            ...custodyStep,
            fields: { nextHolder: exhibit.fields.nextHolder, ...custodyStep.fields },
          }}
          names={['nextHolder', 'happenedAt', 'place', 'sealNumber', 'note']}
          subject={subject}
          lead={t('justice.exhibits.hand_over_text')}
          onClose={onClose}
        />
      );
    case 'confirm':
      return (
        <Do
          act="exhibit.confirm"
          record={custodyStep}
          names={['happenedAt', 'place', 'sealNumber', 'note']}
          subject={subject}
          lead={t('justice.exhibits.confirm_text')}
          onClose={onClose}
        />
      );
    case 'decline':
      return (
        <Do
          act="exhibit.decline"
          record={custodyStep}
          names={['happenedAt', 'note']}
          subject={subject}
          onClose={onClose}
        />
      );
  }
}

export function Receive({ criminalCase, onClose }: { criminalCase: string; onClose: () => void }) {
  const t = useText();
  const [isSecret, setSecret] = useState(false);
  const names = isSecret
    ? ['exhibitKind', 'referenceNumber', 'exhibitWay', 'gotAt', 'minutesNumber']
    : ['exhibitKind', 'what', 'exhibitWay', 'gotAt', 'gotPlace', 'minutesNumber', 'fromWhom'];
  return (
    <Do
      act="exhibit.receive"
      record={exhibit}
      names={names}
      fixed={{
        criminalCase,
        classified: isSecret ? 'yes' : 'no',
        ...(isSecret ? { what: null, gotPlace: null, fromWhom: null } : {}),
      }}
      lead={t('justice.exhibits.receive_text')}
      onClose={onClose}
    >
      {(values, change, errors) => (
        <>
          <Tick
            name="classified"
            label={fieldLabel(t, 'exhibit', 'classified')}
            value={isSecret}
            onChange={setSecret}
          />
          <TextInput
            name="sealNumber"
            label={fieldLabel(t, 'custodyStep', 'sealNumber')}
            error={errors.sealNumber}
            maxLength={60}
            autoComplete="off"
            value={(values.sealNumber as string | undefined) ?? ''}
            onChange={sealNumber => change({ sealNumber })}
          />
        </>
      )}
    </Do>
  );
}

/** Only what the chosen step has to tell is asked for. */
function Move({ row, onClose }: Props) {
  const t = useText();
  const kinds = movesFrom(row.state as string);
  const [kind, setKind] = useState<CustodyMove | null>(kinds.length === 1 ? kinds[0]! : null);
  const needs = kind ? custodyMoves[kind].needs : [];
  const names = [
    ...needs,
    'happenedAt',
    ...(needs.some(need => need === 'decisionNumber') ? ['decidedOn'] : []),
    'sealNumber',
    'note',
  ];
  return (
    <Do
      act="exhibit.move"
      record={custodyStep}
      names={kind ? names : []}
      subject={{ record: 'exhibit', id: row.id }}
      fixed={{ custodyKind: kind }}
      onClose={onClose}
    >
      {(_values, _change, errors) => (
        <ChoiceList
          name="custodyKind"
          label={fieldLabel(t, 'custodyStep', 'custodyKind')}
          required
          error={errors.custodyKind}
          value={kind}
          onChange={code => setKind(code as CustodyMove)}
          options={kinds.map(code => ({ code, label: codeLabel(t, 'custodyKind', code) }))}
        />
      )}
    </Do>
  );
}

function AttachFile({ row, onClose }: Props) {
  const t = useText();
  const renew = useRenew();
  const [title, setTitle] = useState('');
  return (
    <AttachDialog
      title={t('justice.exhibits.attach')}
      verb={t('justice.exhibits.attach')}
      lead={t('justice.exhibits.attach_text', { most: mostExhibitBytes / 1_000_000 })}
      file={t('justice.exhibits.file')}
      most={mostExhibitBytes}
      notSecret={t('justice.exhibits.not_secret')}
      labelOf={field => fieldLabel(t, 'exhibitFile', field)}
      onSend={async (file, notSecret) => {
        await sendFile('exhibits/file', file, { exhibit: row.id, title, notSecret });
        await renew();
        toast(t('justice.exhibits.attached'));
        onClose();
      }}
      onClose={onClose}
    >
      {errors => (
        <TextInput
          name="title"
          label={fieldLabel(t, 'exhibitFile', 'title')}
          required
          maxLength={120}
          autoComplete="off"
          error={errors.title}
          value={title}
          onChange={setTitle}
        />
      )}
    </AttachDialog>
  );
}

function OpenFile({ file, onClose }: { file: PartRow; onClose: () => void }) {
  const t = useText();
  const renew = useRenew();
  return (
    <PurposeDialog
      title={t('justice.exhibits.open_title')}
      lead={t('justice.exhibits.open_text')}
      ways={[{ code: 'file', verb: t('justice.exhibits.open') }]}
      onOpen={async purpose => {
        const answer = await api<{ file: FileAnswer }>('exhibits/open', { file: file.id, purpose });
        save(answer.file);
        await renew();
        onClose();
      }}
      onClose={onClose}
    />
  );
}
