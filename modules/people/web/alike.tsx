/* The warning that somebody may already have a file: which office holds it and why it looks so. It stands beside what is being done, never in its way, and
 * nothing is joined by it. While names are typed the question goes to the server after a pause; answers that come too late are dropped. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import { api } from '../../../web/datasource.ts';
import { OfficeName } from '../../../web/names.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { Icon } from '../../../web/ui/icons.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import './people.css';
import { type ReasonGiven, reasonWords } from './reason-words.ts';

export interface AlikeFound {
  readonly person: string;
  readonly office: string;
  readonly level: 'same' | 'likely' | 'possible';
  readonly reasons: readonly ReasonGiven[];
  /** Held by one of our offices: it can be opened. */
  readonly ours?: boolean;
}
export interface Candidate {
  readonly fullName: string | null;
  readonly otherNames: readonly { readonly text: string; readonly kind: string }[];
  readonly born: string | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly origin: string | null;
}

const PAUSE = 600;

/** Who may be the same person, asked once per pause. Empty while there is no name, and when the question failed: a warning must not become an error. */
export function useAlike(candidate: Candidate): readonly AlikeFound[] {
  const asked = useSettled(candidate);
  const named = [asked.fullName ?? '', ...asked.otherNames.map(name => name.text)].some(
    name => name.trim().length >= 2,
  );
  const { data } = useQuery({
    queryKey: ['alike', asked],
    queryFn: async ({ signal }) => (await api<{ alike: AlikeFound[] }>('alike', asked, signal)).alike,
    enabled: named,
    staleTime: 60_000,
    placeholderData: previous => previous,
  });
  return named ? (data ?? []) : [];
}

function useSettled(candidate: Candidate): Candidate {
  const text = JSON.stringify(candidate);
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as Candidate;
}

/** The card; nothing at all when nobody was found. `except` is the file it stands in. */
export function AlikeCard({
  found,
  except,
  id,
}: {
  found: readonly AlikeFound[];
  except?: string;
  id?: string;
}) {
  const t = useText();
  const heading = useId();
  const others = found.filter(one => one.person !== except);
  return (
    <div role="status" id={id}>
      {others.length > 0 && (
        <section className="alike" aria-labelledby={heading}>
          <h2 id={heading}>
            <Icon name="people" />
            {t('people.alike.title', { count: others.length })}
          </h2>
          <ul className="alike-list">
            {others.map(one => (
              <li key={one.person}>
                <p className="alike-line">
                  <Badge tone={one.level === 'same' ? 'warn' : 'neutral'}>
                    {t(`list.likenessLevel.${one.level}`)}
                  </Badge>
                  <span>{reasonWords(one.reasons, t.lang)}</span>
                </p>
                <p className="alike-line">
                  <span className="soft">{t(one.ours ? 'people.alike.ours' : 'people.alike.theirs')}</span>
                  <b>
                    <OfficeName id={one.office} short />
                  </b>
                  {one.ours ? (
                    <Link href={subjectHref({ record: 'person', id: one.person })}>
                      {t('people.alike.open')}
                    </Link>
                  ) : (
                    <Link href={`/people/${one.person}/exception`}>{t('people.alike.urgent')}</Link>
                  )}
                </p>
              </li>
            ))}
          </ul>
          <p className="soft small">{t('people.alike.foot')}</p>
        </section>
      )}
    </div>
  );
}
