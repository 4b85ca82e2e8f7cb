/* Who she is, as far as she wants to say. Names first the one she wants to hear. Numbers, phone and address are sealed, and the screen says so where they are
 * typed; the form of a number is looked at, never insisted on. */
import { dayOf } from '../../../kernel/day.ts';
import { nameKinds } from '../../../kernel/fields/kinds.ts';
import { newId } from '../../../kernel/id.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { ChoiceList, SelectInput } from '../../../web/ui/choices.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { PartialDayInput } from '../../../web/ui/partial-day.tsx';
import { UnitPicker } from '../../../web/ui/unit-picker.tsx';
import { ethnicityCodes, languageCodes, nationalityCodes, stateless } from '../../people/lists.ts';
import { normalisePhone } from '../../people/names/papers.ts';
import { checkPaper } from '../../people/papers.ts';
import { identityPaper } from '../../people/record.ts';
import { findUnits } from '../../people/web/find-units.ts';
import { paperWords } from '../../people/web/reason-words.ts';
import { AnimalYears } from './animal-years.tsx';
import { answerOf, dayOfAnswer, mapDay, type PaperSaid, saidText, stateOf } from './answers.ts';
import { PickMany, PickOne, type QuestionProps, Unsaid, YesNo } from './parts.tsx';
import { usualLanguages } from './questions-needs.tsx';

/** Groups one meets in Lào Cai, by how many live there. */
const usualGroups = ['08', '02', '09', '01', '25', '07', '40', '35', '06', '03'] as const;
const usualCountries = ['VN', 'CN', 'LA', 'MM', stateless] as const;
const paperKinds = identityPaper.fields.paperKind.options.codes!;

export function NameQuestion({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <TextInput
        name="calledName"
        label={t('intake.q.name.called')}
        hint={t('intake.q.name.called_hint')}
        large
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={answers.calledName}
        onChange={calledName => change({ calledName })}
      />
      <TextInput
        name="fullName"
        label={fieldLabel(t, 'person', 'fullName')}
        hint={t('intake.q.name.full_hint')}
        large
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={answerOf(answers.fullName) ?? ''}
        onChange={text => change({ fullName: saidText(text) })}
      />
      <Unsaid
        name="fullName"
        said={stateOf(answers.fullName)}
        onChange={unanswered => change({ fullName: { unanswered } })}
      />
    </>
  );
}

export function OtherNames({ answers, change }: QuestionProps) {
  const t = useText();
  const set = (id: string, part: { text?: string; kind?: string }) =>
    change({
      otherNamesState: undefined,
      otherNames: answers.otherNames.map(name =>
        name.id === id ? ({ ...name, ...part } as typeof name) : name,
      ),
    });
  const add = (kind: (typeof nameKinds)[number]) =>
    change({
      otherNamesState: undefined,
      otherNames: [...answers.otherNames, { id: newId(), text: '', kind }],
    });
  return (
    <>
      {answers.otherNames.length > 0 && (
        <ul className="entries">
          {answers.otherNames.map((name, index) => (
            <li key={name.id} className="entry">
              <TextInput
                name={`otherNames.${index}.text`}
                label={t('intake.q.otherNames.one', { place: index + 1 })}
                large
                autoFocus={name.text === ''}
                autoComplete="off"
                spellCheck={false}
                maxLength={120}
                value={name.text}
                onChange={text => set(name.id, { text })}
              />
              <SelectInput
                name={`otherNames.${index}.kind`}
                label={t('intake.q.otherNames.kind')}
                value={name.kind}
                onChange={kind => kind && set(name.id, { kind })}
                options={nameKinds.map(code => ({ code, label: codeLabel(t, 'nameKind', code) }))}
              />
              <Button
                kind="quiet"
                icon="close"
                onPress={() =>
                  change({ otherNames: answers.otherNames.filter(other => other.id !== name.id) })
                }
              >
                {t('intake.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {answers.otherNames.length < 11 && (
        <div className="adders">
          {(['alias', 'foreign', 'official'] as const).map(kind => (
            <Button key={kind} large icon="plus" onPress={() => add(kind)}>
              {codeLabel(t, 'nameKind', kind)}
            </Button>
          ))}
        </div>
      )}
      <Unsaid
        name="otherNames"
        said={answers.otherNamesState ?? null}
        onChange={otherNamesState => change({ otherNamesState, otherNames: [] })}
      />
    </>
  );
}

export function Born({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <PartialDayInput
        name="born"
        label={<span className="unseen">{t('intake.q.born.title')}</span>}
        large
        most={dayOf(readClock())}
        value={answerOf(answers.born)}
        onChange={value => change({ born: value === null ? undefined : { value } })}
      />
      <AnimalYears value={dayOfAnswer(answers.born)} onChange={value => change({ born: { value } })} />
      <Unsaid
        name="born"
        said={stateOf(answers.born)}
        onChange={unanswered => change({ born: { unanswered } })}
      />
    </>
  );
}

export function Sex({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <ChoiceList
        name="sex"
        label={<span className="unseen">{t('intake.q.sex.title')}</span>}
        large
        value={answerOf(answers.sex)}
        onChange={value => change({ sex: { value } })}
        options={['female', 'male', 'other'].map(code => ({ code, label: codeLabel(t, 'sex', code) }))}
      />
      <Unsaid
        name="sex"
        said={stateOf(answers.sex)}
        onChange={unanswered => change({ sex: { unanswered } })}
      />
    </>
  );
}

export function Ethnicity({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <PickOne
      name="ethnicity"
      label={t('intake.q.ethnicity.title')}
      labels="ethnicity"
      usual={usualGroups}
      all={ethnicityCodes}
      rest={t('intake.q.ethnicity.other')}
      said={answers.ethnicity}
      onChange={ethnicity => change({ ethnicity })}
    />
  );
}

export function Nationality({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <PickOne
        name="nationality"
        label={t('intake.q.nationality.title')}
        labels="country"
        usual={usualCountries}
        all={nationalityCodes}
        rest={t('intake.other_country')}
        said={answers.nationality}
        onChange={nationality => change({ nationality })}
      />
      {answerOf(answers.nationality) === stateless && (
        <>
          <h2>{t('intake.q.livesHere.title')}</h2>
          <p className="soft">{t('intake.q.livesHere.why')}</p>
          <YesNo
            name="livesHere"
            label={t('intake.q.livesHere.title')}
            value={answers.livesHere}
            onChange={livesHere => change({ livesHere })}
          />
        </>
      )}
    </>
  );
}

export function Spoken({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <PickMany
        name="spoken"
        label={t('intake.q.spoken.title')}
        labels="spoken"
        usual={['vie', ...usualLanguages]}
        all={languageCodes}
        rest={t('intake.other_language')}
        value={answerOf(answers.spoken) ?? []}
        onChange={value => change({ spoken: value.length === 0 ? undefined : { value } })}
      />
      <Unsaid
        name="spoken"
        said={stateOf(answers.spoken)}
        onChange={unanswered => change({ spoken: { unanswered } })}
      />
    </>
  );
}

export function LeftHome({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <PartialDayInput
        name="leftHome"
        label={<span className="unseen">{t('intake.q.leftHome.title')}</span>}
        large
        most={dayOf(readClock())}
        value={answerOf(answers.leftHome)}
        onChange={value =>
          change({
            leftHome: value === null ? undefined : { value },
            // She left after the map changed: the new names are the likelier ones.
            ...(value !== null && value >= '2025-07' ? { era: 'new' as const } : {}),
          })
        }
      />
      <Unsaid
        name="leftHome"
        said={stateOf(answers.leftHome)}
        onChange={unanswered => change({ leftHome: { unanswered } })}
      />
    </>
  );
}

export function Origin({ answers, change }: QuestionProps) {
  const t = useText();
  const picked = answerOf(answers.origin);
  return (
    <>
      <ChoiceList
        name="era"
        label={t('intake.q.origin.map')}
        inline
        value={answers.era}
        onChange={era => change({ era: era as 'old' | 'new' })}
        options={(['old', 'new'] as const).map(code => ({ code, label: t(`intake.q.origin.map_${code}`) }))}
      />
      <UnitPicker
        name="origin"
        label={t('intake.q.origin.unit')}
        on={mapDay(answers, dayOf(readClock()))}
        search={findUnits}
        value={picked && { id: picked.id, label: picked.label, kind: 'commune', within: [], endedOn: null }}
        onChange={unit =>
          change({
            origin:
              unit === null
                ? undefined
                : {
                    value: { id: unit.id, label: unit.label, path: [unit.label, ...unit.within].join(', ') },
                  },
          })
        }
      />
      {picked && <p className="picked">{picked.path}</p>}
      <TextInput
        name="originNote"
        label={t('intake.q.origin.note')}
        hint={t('intake.q.origin.note_hint')}
        maxLength={200}
        autoComplete="off"
        value={answers.originNote}
        onChange={originNote => change({ originNote })}
      />
      <Unsaid
        name="origin"
        said={stateOf(answers.origin)}
        onChange={unanswered => change({ origin: { unanswered } })}
      />
    </>
  );
}

export function Phone({ answers, change }: QuestionProps) {
  const t = useText();
  const typed = answerOf(answers.phone) ?? '';
  const advice = typed.length >= 6 ? paperWords(normalisePhone(typed).warnings, t.lang) : '';
  return (
    <>
      <TextInput
        name="phone"
        label={fieldLabel(t, 'person', 'phone')}
        large
        width={20}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        maxLength={40}
        before={<Icon name="lock" size={18} />}
        value={typed}
        onChange={text => change({ phone: saidText(text) })}
      />
      <Sealed />
      <Advice words={advice} />
      <Unsaid
        name="phone"
        said={stateOf(answers.phone)}
        onChange={unanswered => change({ phone: { unanswered } })}
      />
    </>
  );
}

export function HomeAddress({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <TextArea
        name="address"
        label={fieldLabel(t, 'person', 'address')}
        hint={t('intake.q.homeAddress.field_hint')}
        rows={2}
        maxLength={300}
        value={answerOf(answers.homeAddress) ?? ''}
        onChange={text => change({ homeAddress: saidText(text) })}
      />
      <Sealed />
      <Unsaid
        name="address"
        said={stateOf(answers.homeAddress)}
        onChange={unanswered => change({ homeAddress: { unanswered } })}
      />
    </>
  );
}

export function Papers({ answers, change }: QuestionProps) {
  const t = useText();
  const set = (id: string, part: Partial<PaperSaid>) =>
    change({ papers: answers.papers.map(paper => (paper.id === id ? { ...paper, ...part } : paper)) });
  const add = (kind: string) =>
    change({
      papersState: undefined,
      papers: [...answers.papers, { id: newId(), kind, number: '', issuedOn: null, issuer: '' }],
    });
  return (
    <>
      {answers.papers.length > 0 && (
        <ul className="entries">
          {answers.papers.map((paper, index) => (
            <li key={paper.id} className="entry">
              <h2>{codeLabel(t, 'identityPaperKind', paper.kind ?? 'other')}</h2>
              <PaperNumber
                answers={answers}
                paper={paper}
                index={index}
                onChange={number => set(paper.id, { number })}
              />
              <details
                className="more"
                open={paper.issuedOn !== null || paper.issuer !== '' ? true : undefined}
              >
                <summary>{t('intake.q.papers.more')}</summary>
                <DayInput
                  name={`papers.${index}.issuedOn`}
                  label={fieldLabel(t, 'identityPaper', 'issuedOn')}
                  value={paper.issuedOn}
                  onChange={issuedOn => set(paper.id, { issuedOn })}
                />
                <TextInput
                  name={`papers.${index}.issuer`}
                  label={fieldLabel(t, 'identityPaper', 'issuer')}
                  autoComplete="off"
                  maxLength={200}
                  value={paper.issuer}
                  onChange={issuer => set(paper.id, { issuer })}
                />
              </details>
              <Button
                kind="quiet"
                icon="close"
                onPress={() => change({ papers: answers.papers.filter(other => other.id !== paper.id) })}
              >
                {t('intake.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {answers.papers.length < 6 && (
        <fieldset className="field">
          <legend className="label">{t('intake.q.papers.add')}</legend>
          <div className="adders">
            {paperKinds.map(kind => (
              <Button key={kind} large icon="plus" onPress={() => add(kind)}>
                {codeLabel(t, 'identityPaperKind', kind)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      <Sealed />
      <Unsaid
        name="papers"
        said={answers.papersState ?? null}
        onChange={papersState => change({ papersState, papers: [] })}
      />
    </>
  );
}

function PaperNumber({
  answers,
  paper,
  index,
  onChange,
}: {
  answers: QuestionProps['answers'];
  paper: PaperSaid;
  index: number;
  onChange: (number: string) => void;
}) {
  const t = useText();
  const known = { sex: answerOf(answers.sex), born: dayOfAnswer(answers.born), today: dayOf(readClock()) };
  const advice =
    paper.number.length >= 5 ? paperWords(checkPaper(paper.kind, paper.number, known), t.lang) : '';
  return (
    <>
      <TextInput
        name={`papers.${index}.number`}
        label={fieldLabel(t, 'identityPaper', 'paperNumber')}
        large
        width={20}
        autoFocus={paper.number === ''}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        inputMode={paper.kind === 'cccd' || paper.kind === 'cmnd' ? 'numeric' : 'text'}
        before={<Icon name="lock" size={18} />}
        value={paper.number}
        onChange={onChange}
      />
      <Advice words={advice} />
    </>
  );
}

/** Looked at again, never refused. */
function Advice({ words }: { words: string }) {
  const t = useText();
  return (
    <div role="status">
      {words !== '' && (
        <p className="advice">
          <Icon name="info" size={18} />
          <span>{t('intake.paper_advice', { words })}</span>
        </p>
      )}
    </div>
  );
}

function Sealed() {
  const t = useText();
  return (
    <p className="sealed-note soft">
      <Icon name="lock" size={16} />
      {t('intake.sealed')}
    </p>
  );
}
