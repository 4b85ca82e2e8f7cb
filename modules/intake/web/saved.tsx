/* After saving: the number of the file, what is worth a second look, and the next step. */
import { useEffect, useRef } from 'react';
import type { FieldIssue } from '../../../kernel/problem.ts';
import { problemText } from '../../../web/problems.ts';
import { useSession } from '../../../web/queries.ts';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { AlikeCard, type AlikeFound } from '../../people/web/alike.tsx';
import { paperWords } from '../../people/web/reason-words.ts';

export interface SavedFile {
  readonly person: string;
  readonly number: string | null;
  readonly alike: readonly AlikeFound[];
  readonly warnings: readonly FieldIssue[];
  /** Parts the server refused for themselves. */
  readonly unsaved: readonly { readonly part: string; readonly error: unknown }[];
}

export function Saved({ file }: { file: SavedFile }) {
  const t = useText();
  const { data: session } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  const office = session && !session.signedOut ? session.post.office : null;
  const advice = paperWords(
    file.warnings.map(({ reason, params }) => ({ code: reason, params })),
    t.lang,
  );
  return (
    <div className="page interview">
      <div className="question">
        <h1 ref={heading} id="question" tabIndex={-1} className="saved-title">
          <Icon name="check" size={28} />
          {t('intake.saved.title')}
        </h1>
        {file.number && (
          <p className="saved-number">
            <span className="soft">{t('intake.saved.number')}</span> <b className="number">{file.number}</b>
          </p>
        )}
        <p>{t('intake.saved.text')}</p>
        {file.unsaved.length > 0 && (
          <section className="summary" role="alert">
            <h2>
              <Icon name="alert" />
              {t('intake.saved.unsaved', { count: file.unsaved.length })}
            </h2>
            <ul>
              {file.unsaved.map(({ part, error }) => (
                <li key={part}>
                  {t(`intake.part.${part.split('.')[0]}`)}: {problemText(t, error)}
                </li>
              ))}
            </ul>
          </section>
        )}
        <AlikeCard found={file.alike.map(one => ({ ...one, ours: one.ours ?? one.office === office }))} />
        {advice && (
          <p className="advice">
            <Icon name="info" size={18} />
            <span>{t('intake.paper_advice', { words: advice })}</span>
          </p>
        )}
        <div className="question-foot">
          <LinkButton href="/intake" large>
            {t('intake.saved.another')}
          </LinkButton>
          <LinkButton
            href={subjectHref({ record: 'person', id: file.person })}
            kind="primary"
            large
            icon="folder"
          >
            {t('intake.saved.open')}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
