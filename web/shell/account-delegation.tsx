/*
 * Lending the post one is using to a colleague until a day, and taking it back. What is done with a lent post carries the name of whoever did it; a lent post
 * cannot be lent on, and auditors and administrators cannot lend theirs.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addDays, type Day, dayOf, formatDay } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { longestDelegation } from '../../modules/agencies/acts.ts';
import { readClock } from '../clock.ts';
import { api, type SignedIn } from '../datasource.ts';
import { type OfficerFound, titleOf } from '../names.tsx';
import { issuesByField, problemText } from '../problems.ts';
import { useAct } from '../queries.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { DayInput } from '../ui/calendar.tsx';
import { Combobox, type Found } from '../ui/combobox.tsx';
import { TextInput } from '../ui/field.tsx';
import { LoadingState, ProblemState } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

interface Given {
  readonly id: string;
  readonly officerName: string;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly reason: string | null;
}

export function Delegation({ session }: { session: SignedIn }) {
  const t = useText();
  if (['auditor', 'administrator'].includes(session.post.role)) return null;
  return (
    <section className="card stack" aria-labelledby="account-delegation">
      <div>
        <h2 id="account-delegation">{t('agencies.delegation.title')}</h2>
        <p className="soft small">{t('agencies.delegation.text')}</p>
      </div>
      {session.post.delegated ? <p>{t('agencies.delegation.lent_here')}</p> : <Lending />}
    </section>
  );
}

function Lending() {
  const t = useText();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['delegations'],
    queryFn: async () => (await api<{ given: Given[] }>('account/delegations', {})).given,
  });
  const end = useAct('delegation.end');
  const renew = () => client.invalidateQueries({ queryKey: ['delegations'] });
  const today = dayOf(readClock());
  const running = data?.filter(given => given.validTo > today);
  const takeBack = (id: string) =>
    end.mutate(
      { input: {}, subject: { record: 'post', id } },
      {
        onSuccess: () => {
          toast(t('agencies.delegation.ended'));
          void renew();
        },
        onError: failure => toast(problemText(t, failure), 'warn'),
      },
    );
  return (
    <>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !running ? (
        <LoadingState rows={1} />
      ) : running.length === 0 ? (
        <p className="soft">{t('agencies.delegation.none')}</p>
      ) : (
        <ul className="plain-list">
          {running.map(given => (
            <li key={given.id}>
              <div>
                <p>{given.officerName}</p>
                <p className="soft small">
                  {t('agencies.delegation.days', {
                    from: formatDay(given.validFrom, t.lang),
                    to: formatDay(given.validTo, t.lang),
                  })}
                  {given.reason && ` · ${given.reason}`}
                </p>
              </div>
              <Button
                isPending={end.isPending}
                aria-label={`${t('agencies.delegation.end')}: ${given.officerName}`}
                onPress={() => takeBack(given.id)}
              >
                {t('agencies.delegation.end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Lend onDone={() => void renew()} />
    </>
  );
}

function Lend({ onDone }: { onDone: () => void }) {
  const t = useText();
  const today = dayOf(readClock());
  const [to, setTo] = useState<Found | null>(null);
  const [from, setFrom] = useState<Day | null>(today);
  const [until, setUntil] = useState<Day | null>(addDays(today, 7));
  const [reason, setReason] = useState('');
  const [id, setId] = useState(newId);
  const { mutate, error, isPending, reset } = useAct('delegation.give');
  const issues = issuesByField(t, error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(
      { id, input: { toOfficer: to?.id, validFrom: from, validTo: until, reason } },
      {
        onSuccess: () => {
          toast(t('agencies.delegation.given'));
          setTo(null);
          setReason('');
          reset();
          onDone();
        },
        onSettled: () => setId(newId()),
      },
    );
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Combobox<Found>
        name="toOfficer"
        label={t('agencies.delegation.to')}
        required
        error={issues.toOfficer}
        value={to}
        onChange={setTo}
        search={async (text, signal) =>
          (
            await api<{ officers: OfficerFound[] }>('officers', { text, colleagues: true }, signal)
          ).officers.map(officer => ({
            id: officer.id,
            label: officer.name,
            detail: titleOf(officer, t.lang) ?? undefined,
          }))
        }
      />
      <DayInput
        name="validFrom"
        label={t('agencies.delegation.from')}
        required
        error={issues.validFrom}
        value={from}
        onChange={setFrom}
      />
      <DayInput
        name="validTo"
        label={t('agencies.delegation.until')}
        hint={t('agencies.delegation.until_hint', { days: longestDelegation })}
        required
        error={issues.validTo}
        value={until}
        onChange={setUntil}
      />
      <TextInput
        name="reason"
        label={t('agencies.delegation.reason')}
        required
        error={issues.reason}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {error && Object.keys(issues).length === 0 && (
        <p className="refusal" role="alert">
          {problemText(t, error)}
        </p>
      )}
      <div>
        <Button type="submit" icon="people" isPending={isPending}>
          {t('agencies.delegation.give')}
        </Button>
      </div>
    </form>
  );
}
