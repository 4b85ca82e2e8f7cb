/* What the tablet says in a language, sentence by sentence: who spoke or wrote it and when, to be listened to and given anew. A later line takes the place of an
 * earlier one, which stays to be heard; one that is wrong is withdrawn with a word why. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { api, type Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useAct, usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { DoingDialog } from '../../../web/shell/act-dialog.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { feedbackLanguages, tabletPages, tabletSentences } from '../index.ts';
import { speakingRoles } from '../speaking.ts';
import { GiveSentence } from './give-sentence.tsx';
import { type Said, type Sound, usePlayer, useSentences, useSounds } from './spoken.ts';
import './feedback.css';

const fetchVoice = (id: string) => api<Sound>('feedback/voice', { id });

export default function Sentences(_props: ScreenProps) {
  const t = useText();
  const speaks = speakingRoles.includes(usePost()?.role ?? '');
  const [language, setLanguage] = useState<string>('hmn');
  const [giving, setGiving] = useState<string | null>(null);
  const [withdrawing, setWithdrawing] = useState<Row | null>(null);
  const [interpreter, setInterpreter] = useState('');
  const { data: said, error, refetch } = useSentences(language);
  const lines = useRecords('spokenSentence', {
    filter: { feedbackLanguage: { is: language } },
    limit: 100,
  });
  const all = lines.data?.pages.flatMap(page => page.rows) ?? [];
  const player = usePlayer(useSounds(fetchVoice));
  const covered = (said ?? []).length;
  return (
    <Page title={t('feedback.sentences.title')} lead={t('feedback.sentences.lead')}>
      <div className="narrow">
        <SelectInput
          name="language"
          label={t('feedback.sentences.language')}
          value={language}
          options={feedbackLanguages.map(code => ({ code, label: codeLabel(t, 'feedbackLanguage', code) }))}
          onChange={next => next && setLanguage(next)}
        />
      </div>
      {error || lines.error ? (
        <ProblemState error={error ?? lines.error} onRetry={() => void refetch()} />
      ) : !said ? (
        <LoadingState rows={8} />
      ) : (
        <>
          <p>{t('feedback.sentences.covered', { covered, all: tabletSentences.length })}</p>
          {Object.entries(tabletPages).map(([page, sentences]) => (
            <section key={page} className="card part" aria-labelledby={`sentences-${page}`}>
              <h2 id={`sentences-${page}`}>{t(`feedback.sentences.page.${page}`)}</h2>
              <ul className="sentences">
                {sentences.map(sentence => (
                  <Sentence
                    key={sentence}
                    sentence={sentence}
                    said={said.find(one => one.sentence === sentence)}
                    lines={all.filter(row => row.sentence === sentence)}
                    player={player}
                    onGive={speaks ? () => setGiving(sentence) : null}
                    onWithdraw={setWithdrawing}
                  />
                ))}
              </ul>
            </section>
          ))}
          {lines.hasNextPage && (
            <Button onPress={() => void lines.fetchNextPage()}>{t('ui.table.more')}</Button>
          )}
          {all.length > 0 && (
            <ExportList record="spokenSentence" filter={{ feedbackLanguage: { is: language } }} />
          )}
        </>
      )}
      {giving && (
        <GiveSentence
          language={language}
          sentence={giving}
          interpreter={interpreter}
          onGiven={setInterpreter}
          onClose={() => setGiving(null)}
        />
      )}
      {withdrawing && (
        <Withdraw row={withdrawing} onDone={() => void refetch()} onClose={() => setWithdrawing(null)} />
      )}
    </Page>
  );
}

function Sentence({
  sentence,
  said,
  lines,
  player: { playing, play, stop },
  onGive,
  onWithdraw,
}: {
  sentence: string;
  said: Said | undefined;
  lines: readonly Row[];
  player: ReturnType<typeof usePlayer>;
  onGive: (() => void) | null;
  onWithdraw: (row: Row) => void;
}) {
  const t = useText();
  const listen = (id: string) => (playing === id ? stop() : void play([id]));
  const listenButton = (id: string) => (
    <Button icon={playing === id ? 'stop' : 'megaphone'} onPress={() => listen(id)}>
      {t(playing === id ? 'feedback.sentences.stop' : 'feedback.sentences.listen')}
    </Button>
  );
  return (
    <li className="sentence">
      <p lang="vi">
        <b>{t(`feedback.tablet.${sentence}`)}</b>
      </p>
      {said ? (
        <>
          {said.written && <p>{said.written}</p>}
          <p className="soft small">
            {said.by.map(one => `${one.interpreter}, ${formatDay(one.givenOn as Day, t.lang)}`).join(' · ')}
          </p>
        </>
      ) : (
        <p>
          <StateMark tone="neutral">{t('feedback.sentences.missing')}</StateMark>
        </p>
      )}
      <div className="row">
        {said?.voice && listenButton(said.voice)}
        {onGive && (
          <Button icon="plus" onPress={onGive}>
            {t('feedback.sentences.give')}
          </Button>
        )}
      </div>
      {lines.length > 0 && (
        <details className="small">
          <summary>{t('feedback.sentences.lines', { count: lines.length })}</summary>
          <ul className="plain-list">
            {lines.map(line => (
              <li key={line.id}>
                <span>
                  {formatDay(line.givenOn as Day, t.lang)} · {line.interpreter as string} ·{' '}
                  <OfficeName id={line.office as string} short />
                  {line.written ? ` · ${line.written as string}` : ''}
                </span>
                {line.withdrawnOn ? (
                  <span className="soft">
                    {t('feedback.sentences.withdrawn', {
                      day: formatDay(line.withdrawnOn as Day, t.lang),
                      why: line.withdrawnWhy as string,
                    })}
                  </span>
                ) : (
                  <span className="row">
                    {Boolean(line.recordingType) && listenButton(line.id)}
                    {line.abilities?.includes('spokenSentence.withdraw') && (
                      <Button kind="quiet" onPress={() => onWithdraw(line)}>
                        {t('feedback.sentences.withdraw')}
                      </Button>
                    )}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Withdraw({ row, onDone, onClose }: { row: Row; onDone: () => void; onClose: () => void }) {
  const t = useText();
  const [why, setWhy] = useState('');
  const { mutateAsync, error, isPending } = useAct('spokenSentence.withdraw');
  const label = fieldLabel(t, 'spokenSentence', 'withdrawnWhy');
  return (
    <DoingDialog
      doing={{ error, isPending, act: (input, subject) => mutateAsync({ input, subject }) }}
      done={t('feedback.sentences.withdrawn_done')}
      title={t('feedback.sentences.withdraw')}
      verb={t('feedback.sentences.withdraw')}
      danger
      input={{ withdrawnWhy: why }}
      subject={{ record: 'spokenSentence', id: row.id }}
      labelOf={() => label}
      onDone={onDone}
      onClose={onClose}
    >
      {errors => (
        <>
          <p>{t('feedback.sentences.withdraw_text')}</p>
          <TextInput
            name="withdrawnWhy"
            label={label}
            required
            maxLength={300}
            error={errors.withdrawnWhy}
            value={why}
            onChange={setWhy}
          />
        </>
      )}
    </DoingDialog>
  );
}
