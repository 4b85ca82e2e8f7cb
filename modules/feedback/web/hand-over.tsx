/*
 * Handing a tablet over. On this tablet the officer is signed out first, on the server as well: from the feedback there is no way back to the file but signing in
 * again. Or the code is typed on another one.
 */
import { useEffect, useState } from 'react';
import { api } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { queryClient, useAct } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { feedbackLanguages, tabletSentences } from '../index.ts';
import { keepCode } from './kept-code.ts';
import { useSentences } from './spoken.ts';
import { wordsOf } from './words/index.ts';
import './feedback.css';

export default function HandOver({ params }: ScreenProps) {
  const t = useText();
  const person = params.id ?? '';
  const [language, choose] = useState<string | null>('vi');
  const [code, setCode] = useState<string | null>(null);
  const { data: said } = useSentences(language);
  const { mutateAsync, error, isPending } = useAct('feedback.open');
  // A page the browser kept in its memory would show the file again when somebody goes back.
  useEffect(() => {
    const renew = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    window.addEventListener('pageshow', renew);
    return () => window.removeEventListener('pageshow', renew);
  }, []);
  const open = async () => {
    const outcome = await mutateAsync({ input: { person, feedbackLanguage: language } });
    setCode((outcome as unknown as { code: string }).code);
  };
  return (
    <Page title={t('feedback.hand.title')} lead={t('feedback.hand.lead')}>
      <section className="card part">
        <ul className="bulleted">
          {['unseen', 'numbers', 'elsewhere', 'free'].map(what => (
            <li key={what}>{t(`feedback.hand.${what}`)}</li>
          ))}
        </ul>
      </section>
      <ErrorSummary error={error} labelOf={() => t('feedback.hand.language')} />
      {code === null ? (
        <>
          <ChoiceList
            name="feedbackLanguage"
            label={t('feedback.hand.language')}
            required
            value={language}
            onChange={choose}
            options={feedbackLanguages.map(one => ({
              code: one,
              label: codeLabel(t, 'feedbackLanguage', one),
              hint:
                wordsOf(one).checkedBy === null
                  ? t(`feedback.hand.${wordsOf(one).texts ? 'unchecked' : 'missing'}`)
                  : undefined,
            }))}
          />
          {said && said.length > 0 && (
            <p>{t('feedback.hand.spoken', { covered: said.length, all: tabletSentences.length })}</p>
          )}
          <div className="row">
            <Button kind="primary" isPending={isPending} onPress={() => void open().catch(() => undefined)}>
              {t('feedback.hand.open')}
            </Button>
            <LinkButton href={`/people/${person}`}>{t('ui.cancel')}</LinkButton>
          </div>
        </>
      ) : (
        <Ready code={code} />
      )}
    </Page>
  );
}

function Ready({ code }: { code: string }) {
  const t = useText();
  const [leaving, leave] = useState(false);
  const here = async () => {
    leave(true);
    await api('auth/sign-out', {});
    queryClient.clear();
    keepCode(code);
    window.location.replace('/feedback');
  };
  return (
    <div className="hand-ways">
      <section className="card part" aria-labelledby="hand-here">
        <h2 id="hand-here">{t('feedback.hand.here')}</h2>
        <p>{t('feedback.hand.here_text')}</p>
        <div>
          <Button
            kind="primary"
            large
            isPending={leaving}
            onPress={() => void here().catch(() => leave(false))}
          >
            {t('feedback.hand.here_do')}
          </Button>
        </div>
      </section>
      <section className="card part" aria-labelledby="hand-there">
        <h2 id="hand-there">{t('feedback.hand.there')}</h2>
        <p>{t('feedback.hand.there_text', { address: `${window.location.host}/feedback` })}</p>
        <p className="hand-code">
          {code.slice(0, 4)} {code.slice(4)}
        </p>
      </section>
    </div>
  );
}
