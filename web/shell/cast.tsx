/* The standing cast of the invented province, grouped by office, found by name, office or task without typing marks. */
import { useState } from 'react';
import { api, type CastMember } from '../datasource.ts';
import { foldedMatch } from '../fold.ts';
import { titleOf } from '../names.tsx';
import { problemText } from '../problems.ts';
import { renewSession } from '../queries.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import { EmptyState } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

export function Cast({ cast, onPassword }: { cast: readonly CastMember[]; onPassword: () => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const [entering, setEntering] = useState<string | null>(null);
  const officeOf = (member: CastMember) =>
    t.lang === 'en' ? (member.officeEn ?? member.office) : member.office;
  const fitting = cast.filter(member =>
    foldedMatch(
      [member.name, titleOf(member, t.lang), officeOf(member), member.who?.[t.lang]].join(' '),
      text,
    ),
  );
  const offices = [...new Set(fitting.map(officeOf))];

  const enter = async (key: string) => {
    setEntering(key);
    try {
      await api('auth/cast', { key });
      await renewSession();
    } catch (error) {
      toast(problemText(t, error), 'warn');
      setEntering(null);
    }
  };

  return (
    <div className="stack">
      <div className="page-head">
        <div>
          <h1>{t('shell.cast.title')}</h1>
          <p className="soft">{t('shell.cast.lead')}</p>
        </div>
        <Button icon="key" onPress={onPassword}>
          {t('shell.cast.password')}
        </Button>
      </div>
      <TextInput
        name="cast"
        type="search"
        label={t('shell.cast.search')}
        width={40}
        autoComplete="off"
        spellCheck={false}
        before={<Icon name="search" />}
        value={text}
        onChange={setText}
      />
      <p className="unseen" role="status">
        {t('shell.cast.count', { count: fitting.length })}
      </p>
      {fitting.length === 0 && <EmptyState icon="people" title={t('shell.cast.none')} />}
      <div className="cast">
        {offices.map(office => (
          <section key={office} className="cast-office">
            <h2>{office}</h2>
            <ul className="cast-list">
              {fitting
                .filter(member => officeOf(member) === office)
                .map(member => (
                  <li key={member.key}>
                    <button
                      type="button"
                      className="cast-member"
                      aria-busy={entering === member.key}
                      disabled={entering !== null}
                      onClick={() => void enter(member.key)}
                    >
                      <span className="cast-name">
                        <b>{member.name}</b>
                        <span className="soft small">{titleOf(member, t.lang)}</span>
                      </span>
                      <span className="cast-who">{member.who?.[t.lang]}</span>
                      <Icon name="right" size={18} />
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
