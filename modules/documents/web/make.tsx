/* Making a paper: choose the form, see the paper as it stands, fill what is blank, and keep it as a draft. What the preview shows is filled in by the server
 * under the officer's own rights; every look at it is a reading of the file. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { perform } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useOffice } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { queryClient, usePost } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { SelectInput, Tick } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, RefusedState } from '../../../web/ui/states.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { backToPath } from '../../people/web/path-acts.tsx';
import { may, type Path, part, pathKey } from '../../people/web/path-data.ts';
import { OfPerson, PersonLine } from '../../people/web/path-words.tsx';
import { authorities, type Blank, type Form, findForm, forms, inForceOn } from '../index.ts';
import { factLabel, preview, type Wanted } from './asked.ts';
import { PaperView } from './paper-view.tsx';

export default function MakePaper({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Make path={path} />}</OfPerson>;
}

/** What takes more than a line to say. */
const longHand = new Set(
  'told happened suspects done remarks summary grounds wanted situation rescuedHow giver receiver why'.split(
    ' ',
  ),
);

const signerFields = ['signerTitle', 'signerName'] as const;

function Make({ path }: { path: Path }) {
  const t = useText();
  const replaces = new URLSearchParams(useSearch()).get('replaces');
  const replaced = part(path, 'document').find(row => row.id === replaces);
  const [wanted, setWanted] = useState<Omit<Wanted, 'entered'>>({
    person: path.person.id,
    form: (replaced?.form as string | undefined) ?? '',
    authority: (replaced?.authority as string | null | undefined) ?? 'own',
    onBehalfOf: (replaced?.onBehalfOf as string | null | undefined) ?? null,
    signerTitle: (replaced?.signerTitle as string | null | undefined) ?? null,
    signerName: (replaced?.signerName as string | null | undefined) ?? null,
    withSealed: false,
  });
  const [entered, setEntered] = useState<Record<string, string>>({});
  const [purpose, setPurpose] = useState('');
  const change = (more: Partial<Wanted>) => setWanted(before => ({ ...before, ...more }));
  const whole = (more: Partial<Wanted> = {}): Wanted => ({
    ...wanted,
    entered: JSON.stringify(entered),
    ...more,
  });
  const seeing = useMutation({ mutationFn: (asked: Wanted) => preview(asked, purpose) });
  const keeping = useMutation({
    mutationFn: () =>
      perform(
        'document.make',
        { ...whole(), replaces: replaced?.id ?? null },
        { purpose: purpose || undefined },
      ),
    async onSuccess() {
      await queryClient.invalidateQueries({ queryKey: pathKey(path.person.id) });
      toast(t('documents.saved'));
      backToPath(path.person.id);
    },
  });
  const form = findForm(wanted.form);
  const office = useOffice(usePost()?.office ?? null);
  const isOurs = (one: Form) => !office || one.competence.some(each => office.competence?.includes(each));
  // A replacement begins with the paper as the data stands today.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (replaced) seeing.mutate(whole());
  }, []);
  const choose = (code: string | null) => {
    setEntered({});
    change({ form: code ?? '' });
    if (code) seeing.mutate({ ...wanted, form: code, entered: '{}' });
  };
  if (!may(path.person, 'document.make') || path.person.state === 'closed')
    return (
      <Page title={t('documents.make_title')}>
        <PersonLine path={path} />
        <RefusedState>
          {t(path.person.state === 'closed' ? 'documents.closed' : 'documents.not_yours')}
        </RefusedState>
      </Page>
    );
  const error = keeping.error ?? seeing.error;
  const issues = issuesByField(t, error);
  return (
    <Page title={t('documents.make_title')} lead={t('documents.make_lead')}>
      <PersonLine path={path} />
      {replaced && <p>{t('documents.replaces', { number: replaced.paperNumber as string })}</p>}
      <ErrorSummary error={error} labelOf={field => labelOf(t, field)} />
      <div className="make-paper">
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault();
            keeping.mutate();
          }}
        >
          <SelectInput
            name="form"
            label={t('documents.form')}
            value={wanted.form || null}
            none={t('documents.form_choose')}
            error={issues.form}
            disabled={replaced !== undefined}
            onChange={choose}
            options={forms.map(one => {
              const name = codeLabel(t, 'paperForm', one.code);
              return { code: one.code, label: isOurs(one) ? name : t('documents.not_ours_short', { name }) };
            })}
          />
          {form && !isOurs(form) && <StateMark tone="warn">{t('documents.not_ours')}</StateMark>}
          {form && <AboutForm form={form} today={path.today} />}
          {form?.issuer === 'office' && (
            <fieldset className="field">
              <legend className="label">{t('documents.signer')}</legend>
              <p className="hint">{t('documents.signer_hint')}</p>
              <SelectInput
                name="authority"
                label={fieldLabel(t, 'document', 'authority')}
                value={wanted.authority}
                onChange={authority => change({ authority })}
                options={authorities.map(code => ({ code, label: codeLabel(t, 'signAuthority', code) }))}
              />
              {!['own', 'Q'].includes(wanted.authority ?? 'own') && (
                <TextInput
                  name="onBehalfOf"
                  label={fieldLabel(t, 'document', 'onBehalfOf')}
                  required
                  maxLength={120}
                  error={issues.onBehalfOf}
                  value={wanted.onBehalfOf ?? ''}
                  onChange={onBehalfOf => change({ onBehalfOf })}
                />
              )}
              {signerFields.map(name => (
                <TextInput
                  key={name}
                  name={name}
                  label={fieldLabel(t, 'document', name)}
                  maxLength={120}
                  error={issues[name]}
                  value={wanted[name] ?? ''}
                  onChange={value => change({ [name]: value })}
                />
              ))}
            </fieldset>
          )}
          {form && (
            <>
              <Tick
                name="withSealed"
                label={t('documents.with_sealed')}
                hint={t('documents.with_sealed_hint')}
                value={wanted.withSealed}
                onChange={withSealed => change({ withSealed })}
              />
              {wanted.withSealed && (
                <TextInput
                  name="purpose"
                  label={t('documents.purpose')}
                  hint={t('documents.purpose_hint')}
                  required
                  maxLength={300}
                  error={issues.purpose}
                  value={purpose}
                  onChange={setPurpose}
                />
              )}
            </>
          )}
          {form && seeing.data && (
            <Blanks blanks={seeing.data.blanks} entered={entered} issues={issues} onChange={setEntered} />
          )}
          <div className="row">
            <Button
              type="submit"
              kind="primary"
              isDisabled={!form || !isOurs(form)}
              isPending={keeping.isPending}
            >
              {t('documents.save_draft')}
            </Button>
            <Button isDisabled={!form} isPending={seeing.isPending} onPress={() => seeing.mutate(whole())}>
              {t(seeing.data ? 'documents.preview_again' : 'documents.preview')}
            </Button>
            <LinkButton href={`/people/${path.person.id}`} kind="quiet">
              {t('ui.cancel')}
            </LinkButton>
          </div>
        </form>
        {seeing.data ? (
          <PaperView blocks={seeing.data.blocks} />
        ) : (
          <EmptyState icon="file" title={t('documents.preview_empty')} />
        )}
      </div>
    </Page>
  );
}

const labelOf = (t: ReturnType<typeof useText>, field: string): string =>
  field.includes('.')
    ? factLabel(t, field)
    : field === 'purpose'
      ? t('documents.purpose')
      : fieldLabel(t, 'document', field);

/** What the form rests on, and how sure its wording is. */
function AboutForm({ form, today }: { form: Form; today: string }) {
  const t = useText();
  return (
    <div className="small">
      <p>{t('documents.basis', { basis: form.basis })}</p>
      <p className="soft">{t(`documents.seen.${form.seen}`)}</p>
      {!inForceOn(form, today) && <p>{t('documents.old_law')}</p>}
    </div>
  );
}

/** The blanks of the paper, each with why it is blank; what was withheld stays blank. What was filled stays to be changed. */
function Blanks({
  blanks,
  entered,
  issues,
  onChange,
}: {
  blanks: readonly Blank[];
  entered: Readonly<Record<string, string>>;
  issues: Readonly<Record<string, string>>;
  onChange: (entered: Record<string, string>) => void;
}) {
  const t = useText();
  const filled = Object.keys(entered).filter(fact => !blanks.some(blank => blank.fact === fact));
  const open = [
    ...blanks.filter(blank => blank.why !== 'withheld'),
    ...filled.map(fact => ({ fact, why: null })),
  ];
  const withheld = blanks.filter(blank => blank.why === 'withheld');
  return (
    <fieldset className="field">
      <legend className="label">{t('documents.blanks', { count: blanks.length })}</legend>
      {open.length > 0 && <p className="hint">{t('documents.blanks_lead')}</p>}
      {open
        .toSorted((a, b) => Number(b.fact.startsWith('hand.')) - Number(a.fact.startsWith('hand.')))
        .map(({ fact, why }) => {
          const Input = fact.startsWith('hand.') && longHand.has(fact.slice(5)) ? TextArea : TextInput;
          return (
            <Input
              key={fact}
              name={fact}
              label={factLabel(t, fact)}
              hint={why && why !== 'by_hand' ? t(`documents.why.${why}`) : undefined}
              maxLength={3000}
              error={issues[fact]}
              value={entered[fact] ?? ''}
              onChange={value => onChange({ ...entered, [fact]: value })}
            />
          );
        })}
      {withheld.length > 0 && (
        <ul className="plain-list">
          {withheld.map(({ fact }) => (
            <li key={fact}>
              {factLabel(t, fact)}: <span className="blank-why">{t('documents.why.withheld')}</span>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
