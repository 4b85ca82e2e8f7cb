/*
 * The tablet in her hands: one question a page, pictures first, every one may be left out, and a way to stop at any time. Nobody is signed in here; the page knows
 * a code and forgets it when it is closed. It has no link into the system but the sign-in page.
 */
import { useEffect, useState } from 'react';
import { api } from '../../../web/datasource.ts';
import { problemText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Brocade } from '../../../web/ui/brocade.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import { feedbackQuestions } from '../index.ts';
import { takeCode } from './kept-code.ts';
import { Face, QuestionPicture } from './pictures.tsx';
import { Raise } from './raise.tsx';
import { useSaying } from './saying.ts';
import { type Listening, Sheet, soundsNow } from './sheet.tsx';
import { type Said, usePlayer, useVoices } from './spoken.ts';
import './feedback.css';

export interface Told {
  readonly words: string;
  readonly raise: string | null;
  readonly complaint: string;
  readonly allowNumber: boolean | null;
}
const nothing: readonly Said[] = [];
const silent: Told = { words: '', raise: null, complaint: '', allowNumber: null };

export default function Tablet() {
  const t = useText();
  const [code, setCode] = useState<string | null>(() => takeCode());
  const [language, setLanguage] = useState<string | null>(null);
  const [said, setSaid] = useState<readonly Said[]>(nothing);
  const [error, setError] = useState<unknown>(null);
  const say = useSaying(language ?? 'vi', said);
  const player = usePlayer(useVoices(code, said));
  useEffect(() => {
    document.title = t('feedback.tablet.welcome.title');
  }, [t]);
  const enter = async (typed: string) => {
    setError(null);
    try {
      const { language: asked } = await api<{ language: string }>('feedback/enter', { code: typed });
      // Without what interpreters spoke there are still the pictures and Vietnamese.
      const spoken = await api<{ said: Said[] }>('feedback/said', { code: typed }).catch(() => null);
      if (spoken) setSaid(spoken.said);
      setCode(typed);
      setLanguage(asked);
    } catch (refused) {
      setCode(null);
      setError(refused);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the code that came along
  useEffect(() => {
    if (code && !language) void enter(code);
  }, []);
  return (
    <>
      <Brocade />
      <main id="main" className="tablet" lang={say.tag}>
        {language && code ? (
          <Asking code={code} listening={{ say, ...player }} />
        ) : (
          <CodeForm error={error} onEnter={typed => void enter(typed)} />
        )}
      </main>
    </>
  );
}

function CodeForm({ error, onEnter }: { error: unknown; onEnter: (code: string) => void }) {
  const t = useText();
  const [typed, type] = useState('');
  return (
    <form
      className="tablet-page"
      onSubmit={event => {
        event.preventDefault();
        onEnter(typed);
      }}
    >
      <h1>{t('feedback.tablet.code.title')}</h1>
      <TextInput
        large
        name="code"
        label={t('feedback.tablet.code.label')}
        hint={t('feedback.tablet.code.hint')}
        fault={error ? problemText(t, error) : undefined}
        maxLength={12}
        value={typed}
        onChange={type}
      />
      <Button type="submit" kind="primary" large>
        {t('feedback.tablet.next')}
      </Button>
    </form>
  );
}

type Page = 'welcome' | 'words' | 'raise' | 'done' | 'left' | number;

function Asking({ code, listening }: { code: string; listening: Listening }) {
  const t = useText();
  const { say } = listening;
  const [page, setPage] = useState<Page>('welcome');
  const turn = (next: Page) => {
    listening.stop();
    setPage(next);
  };
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState<Told>(silent);
  const [sent, setSent] = useState<{ raised: boolean; error: unknown; busy: boolean }>({
    raised: false,
    error: null,
    busy: false,
  });
  const give = async () => {
    setSent({ ...sent, busy: true, error: null });
    const all = Object.fromEntries(feedbackQuestions.map(name => [name, answers[name] ?? 'skipped']));
    try {
      const { raised } = await api<{ raised: boolean }>('feedback/give', {
        code,
        answers: { ...all, ...told },
      });
      setSent({ raised, error: null, busy: false });
      setAnswers({});
      setTold(silent);
      turn('done');
    } catch (error) {
      setSent({ ...sent, busy: false, error });
    }
  };
  if (page === 'welcome')
    return (
      <Sheet
        listening={listening}
        title="welcome.title"
        text="welcome.text"
        also={['start', 'refuse']}
        picture={<QuestionPicture name="understood" />}
      >
        {say.reach !== 'all' && (
          <p className="tablet-note">
            {t(`feedback.tablet.${say.reach === 'none' ? 'not_written' : 'partly'}`)}
          </p>
        )}
        {say.reach === 'all' && !say.isChecked && (
          <p className="tablet-note">{t('feedback.tablet.unchecked')}</p>
        )}
        {say.by && <p className="tablet-note">{t('feedback.tablet.by', { people: say.by })}</p>}
        <div className="tablet-row">
          <Button kind="primary" large onPress={() => turn(0)}>
            {say('start')}
          </Button>
          <Button large onPress={() => turn('left')}>
            {say('refuse')}
          </Button>
        </div>
      </Sheet>
    );
  if (typeof page === 'number') {
    const name = feedbackQuestions[page]!;
    const next = (answer: string) => {
      setAnswers({ ...answers, [name]: answer });
      turn(page + 1 < feedbackQuestions.length ? page + 1 : 'words');
    };
    return (
      <Sheet
        listening={listening}
        title={`q.${name}`}
        also={['a.good', 'a.middle', 'a.bad']}
        picture={<QuestionPicture name={name} />}
      >
        <p className="unseen">{t('feedback.tablet.of', { n: page + 1, all: feedbackQuestions.length })}</p>
        <div className="tablet-faces">
          {['good', 'middle', 'bad'].map(answer => (
            <button
              key={answer}
              type="button"
              className="tablet-answer"
              data-answer={answer}
              data-sounds={soundsNow(listening, `a.${answer}`)}
              lang={say.langOf(`a.${answer}`)}
              aria-pressed={answers[name] === answer}
              onClick={() => next(answer)}
            >
              <Face answer={answer} />
              {say(`a.${answer}`)}
            </button>
          ))}
        </div>
        <div className="tablet-row">
          <Button large onPress={() => turn(page === 0 ? 'welcome' : page - 1)}>
            {say('back')}
          </Button>
          <Button large onPress={() => next('skipped')}>
            {say('skip')}
          </Button>
        </div>
      </Sheet>
    );
  }
  if (page === 'words')
    return (
      <Sheet listening={listening} title="words.title" also={['words.hint']}>
        <TextArea
          name="words"
          label={say('words.title')}
          hint={say('words.hint')}
          rows={4}
          maxLength={1000}
          value={told.words}
          onChange={words => setTold({ ...told, words })}
        />
        <div className="tablet-row">
          <Button large onPress={() => turn(feedbackQuestions.length - 1)}>
            {say('back')}
          </Button>
          <Button kind="primary" large onPress={() => turn('raise')}>
            {say('next')}
          </Button>
        </div>
      </Sheet>
    );
  if (page === 'raise')
    return (
      <Sheet
        listening={listening}
        title="raise.title"
        also={[
          ...['raise.none', 'raise.complaint', 'raise.not_safe'],
          ...(told.raise === null ? [] : ['raise.who', 'raise.text', 'raise.number']),
        ]}
      >
        <Raise listening={listening} told={told} onChange={setTold} />
        {sent.error !== null && (
          <p className="error-text" role="alert">
            {problemText(t, sent.error)}
          </p>
        )}
        <div className="tablet-row">
          <Button large onPress={() => turn('words')}>
            {say('back')}
          </Button>
          <Button kind="primary" large isPending={sent.busy} onPress={() => void give()}>
            {say('send')}
          </Button>
        </div>
      </Sheet>
    );
  return (
    <Sheet listening={listening} title={`${page}.title`} text={sent.raised ? 'done.raised' : `${page}.text`}>
      <p className="tablet-staff">
        <a href="/">{t('feedback.tablet.staff')}</a>
      </p>
    </Sheet>
  );
}
