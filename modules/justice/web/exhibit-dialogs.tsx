/* What is done with an exhibit, each a dialog that says first what it means: entering it, adding a file, opening one with a purpose, handing it over, confirming that one has it,
 * and the steps whoever holds it takes by herself. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, Tick } from '../../../web/ui/choices.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { FileDrop } from '../../../web/ui/file-drop.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { type FileAnswer, save } from '../../exchange/web/asked.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { type CustodyMove, custodyMoves, mostExhibitBytes, movesFrom } from '../exhibit-lists.ts';
import { custodyStep, exhibit } from '../exhibit-record.ts';
import { Do } from './do.tsx';

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

function useRenew() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => ['list', 'get'].includes(String(queryKey[0])),
    });
}

function AttachFile({ row, onClose }: Props) {
  const t = useText();
  const renew = useRenew();
  const [files, setFiles] = useState<File[]>([]);
  const [title, setTitle] = useState('');
  const [notSecret, setNotSecret] = useState(false);
  const sending = useMutation({
    mutationFn: () => {
      const form = new FormData();
      form.append('input', JSON.stringify({ exhibit: row.id, title, notSecret }));
      form.append('file', files[0]!);
      return api('exhibits/file', form);
    },
    async onSuccess() {
      await renew();
      toast(t('justice.exhibits.attached'));
      onClose();
    },
  });
  const errors = issuesByField(t, sending.error);
  return (
    <Dialog
      open
      firm
      title={t('justice.exhibits.attach')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={files.length === 0 || !notSecret}
            isPending={sending.isPending}
            onPress={() => sending.mutate()}
          >
            {t('justice.exhibits.attach')}
          </Button>
        </>
      }
    >
      <ErrorSummary
        error={sending.error}
        labelOf={field =>
          field === 'notSecret' ? t('justice.exhibits.not_secret') : fieldLabel(t, 'exhibitFile', field)
        }
      />
      <p>{t('justice.exhibits.attach_text', { most: mostExhibitBytes / 1_000_000 })}</p>
      <FileDrop
        name="content"
        label={t('justice.exhibits.file')}
        required
        most={mostExhibitBytes}
        files={files}
        error={errors.content}
        onChange={setFiles}
      />
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
      <Tick
        name="notSecret"
        label={t('justice.exhibits.not_secret')}
        value={notSecret}
        onChange={setNotSecret}
      />
    </Dialog>
  );
}

/** The purpose is in the ledger before the bytes leave the server. */
function OpenFile({ file, onClose }: { file: PartRow; onClose: () => void }) {
  const t = useText();
  const renew = useRenew();
  const [purpose, setPurpose] = useState('');
  const opening = useMutation({
    mutationFn: () => api<{ file: FileAnswer }>('exhibits/open', { file: file.id, purpose: purpose.trim() }),
    async onSuccess({ file: answer }) {
      save(answer);
      await renew();
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={t('justice.exhibits.open_title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={purpose.trim().length < 3}
            isPending={opening.isPending}
            onPress={() => opening.mutate()}
          >
            {t('justice.exhibits.open')}
          </Button>
        </>
      }
    >
      <ErrorSummary error={opening.error} labelOf={() => t('justice.exhibits.purpose')} />
      <p>{t('justice.exhibits.open_text')}</p>
      <TextInput
        name="purpose"
        label={t('justice.exhibits.purpose')}
        required
        maxLength={300}
        autoComplete="off"
        value={purpose}
        onChange={setPurpose}
      />
    </Dialog>
  );
}
