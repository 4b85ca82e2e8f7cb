/* One sentence in one language: who says or writes it, on which day; spoken into the tablet or brought as a file, or written. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { newId } from '../../../kernel/id.ts';
import { readClock } from '../../../web/clock.ts';
import { perform, sendFile } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import { FileDrop } from '../../../web/ui/file-drop.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { mostRecordingBytes } from '../index.ts';
import { Recorder } from './recorder.tsx';

export function GiveSentence({
  language,
  sentence,
  interpreter: known,
  onGiven,
  onClose,
}: {
  language: string;
  sentence: string;
  /** Whoever spoke the sentence before: most often the same. */
  interpreter: string;
  onGiven: (interpreter: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const client = useQueryClient();
  const today = dayOf(readClock());
  const [id] = useState(newId);
  const [interpreter, setInterpreter] = useState(known);
  const [givenOn, setGivenOn] = useState<Day | null>(today);
  const [written, setWritten] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const sending = useMutation({
    mutationFn: async () => {
      const input = { feedbackLanguage: language, sentence, givenOn, interpreter, written: written || null };
      return file
        ? sendFile('feedback/sentence', file, input, id)
        : perform('spokenSentence.give', input, { id });
    },
    async onSuccess() {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['list', 'spokenSentence'] }),
        client.invalidateQueries({ queryKey: ['sentences'] }),
      ]);
      toast(t('feedback.sentences.given'));
      onGiven(interpreter);
      onClose();
    },
  });
  const errors = issuesByField(t, sending.error);
  const label = (name: string) => fieldLabel(t, 'spokenSentence', name);
  return (
    <Dialog
      open
      firm
      title={t('feedback.sentences.give')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={sending.isPending} onPress={() => sending.mutate()}>
            {t('feedback.sentences.keep')}
          </Button>
        </>
      }
    >
      <ErrorSummary error={sending.error} labelOf={label} />
      <p className="soft">{codeLabel(t, 'feedbackLanguage', language)}</p>
      <p lang="vi">
        <b>{t(`feedback.tablet.${sentence}`)}</b>
      </p>
      <TextInput
        name="interpreter"
        label={label('interpreter')}
        hint={t('feedback.sentences.interpreter_hint')}
        required
        maxLength={120}
        error={errors.interpreter}
        value={interpreter}
        onChange={setInterpreter}
      />
      <DayInput
        name="givenOn"
        label={label('givenOn')}
        required
        most={today}
        error={errors.givenOn}
        value={givenOn}
        onChange={setGivenOn}
      />
      <Recorder onRecorded={setFile} />
      {file && <Listen file={file} />}
      <FileDrop
        name="content"
        label={t('feedback.sentences.file')}
        hint={t('feedback.sentences.file_hint')}
        accept=".webm,.ogg,.oga,.opus,.mp4,.m4a,.mp3,.wav"
        most={mostRecordingBytes}
        files={file ? [file] : []}
        error={errors.content}
        onChange={([one]) => setFile(one ?? null)}
      />
      {language !== 'vi' && (
        <TextArea
          name="written"
          label={label('written')}
          hint={t('feedback.sentences.written_hint')}
          rows={3}
          maxLength={1000}
          error={errors.written}
          value={written}
          onChange={setWritten}
        />
      )}
    </Dialog>
  );
}

function Listen({ file }: { file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <div className="recorder">
      {/* biome-ignore lint/a11y/useMediaCaption: the sentence stands above it */}
      <audio controls src={address} />
    </div>
  );
}
