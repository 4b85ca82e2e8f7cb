/* After saving: the number of the file, what is worth a second look, and the next step. It is plain data and stands in the history of the page, so that loading the
 * page anew shows it again; it names nobody. */
import { useEffect, useRef } from 'react';
import type { FieldIssue } from '../../../kernel/problem.ts';
import { Refusal } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { problemText } from '../../../web/problems.ts';
import { usePost } from '../../../web/queries.ts';
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
  readonly warnings: readonly (FieldIssue & {
    /** The kind of the paper it is about. */
    readonly paper: string | null;
  })[];
  /** Parts the server refused for themselves, and what it said. */
  readonly unsaved: readonly {
    readonly part: string;
    readonly error: Pick<Refusal, 'code' | 'status' | 'details' | 'fields'>;
  }[];
}

export function Saved({ file }: { file: SavedFile }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  const office = usePost()?.office ?? null;
  const advice = [...Map.groupBy(file.warnings, warning => warning.paper)]
    .map(([paper, warnings]) => {
      const words = paperWords(
        warnings.map(({ reason, params }) => ({ code: reason, params })),
        t.lang,
      );
      return words && (paper ? `${codeLabel(t, 'identityPaperKind', paper)}: ${words}` : words);
    })
    .filter(Boolean)
    .join('; ');
  const doubts = [...new Set(file.warnings.map(warning => warning.reason))].filter(reason =>
    t.has(`path.consents.doubt.${reason}`),
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
                  {t(`intake.part.${part.split('.')[0]}`)}:{' '}
                  {problemText(t, new Refusal(error.code, error.status, error.details, error.fields))}
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
        {doubts.length > 0 && (
          <div className="advice">
            <Icon name="info" size={18} />
            <div>
              <p>{t('intake.saved.consents')}</p>
              <ul className="bulleted">
                {doubts.map(doubt => (
                  <li key={doubt}>{t(`reason.${doubt}`)}</li>
                ))}
              </ul>
            </div>
          </div>
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
