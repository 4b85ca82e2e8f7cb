/* How she came back: the way, the hour and the place, from where, and the children with her. Coming back by oneself is the commonest and stands first. */

import areas from '../../../data/reference/foreign-areas.json' with { type: 'json' };
import { addHours, dayOf, type Instant } from '../../../kernel/day.ts';
import { newId } from '../../../kernel/id.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { InstantInput } from '../../../web/ui/calendar.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { NumberInput, TextInput } from '../../../web/ui/field.tsx';
import { PartialDayInput } from '../../../web/ui/partial-day.tsx';
import { UnitPicker } from '../../../web/ui/unit-picker.tsx';
import { countryCodes } from '../../people/lists.ts';
import { findUnits } from '../../people/web/find-units.ts';
import { child, routes } from '../record.ts';
import { answerOf, type ChildSaid, saidText, stateOf } from './answers.ts';
import { PickOne, type QuestionProps, Unsaid } from './parts.tsx';

const usualCountries = ['CN', 'LA', 'KH', 'MM', 'TH', 'VN'] as const;
/** Ways on which somebody brought or sent her. */
export const broughtRoutes: readonly string[] = [
  'foreign_handover',
  'rescued',
  'hotline_111',
  'referred',
  'criminal_case',
];

export function Route({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <ChoiceList
      name="route"
      label={<span className="unseen">{t('intake.q.route.title')}</span>}
      large
      value={answers.route}
      onChange={route => change({ route })}
      options={routes.map(code => ({ code, label: codeLabel(t, 'route', code) }))}
    />
  );
}

export function Arrival({ answers, change }: QuestionProps) {
  const t = useText();
  const now = readClock();
  const at = answerOf(answers.arrivedAt);
  const place = answerOf(answers.place);
  return (
    <>
      <InstantInput
        name="arrivedAt"
        label={t('intake.q.arrival.when')}
        fault={isAhead(at, now) ? t('reason.in_future') : undefined}
        value={at}
        onChange={value => change({ arrivedAt: value === null ? undefined : { value } })}
      />
      {at === null && (
        <div>
          <Button icon="clock" onPress={() => change({ arrivedAt: { value: now } })}>
            {t('intake.q.arrival.now')}
          </Button>
        </div>
      )}
      <Unsaid
        name="arrivedAt"
        large={false}
        said={stateOf(answers.arrivedAt)}
        onChange={unanswered => change({ arrivedAt: { unanswered } })}
      />
      <UnitPicker
        name="place"
        label={t('intake.q.arrival.where')}
        hint={t('intake.q.arrival.where_hint')}
        on={dayOf(at ?? now)}
        search={findUnits}
        value={place && { id: place.id, label: place.label, kind: 'commune', within: [], endedOn: null }}
        onChange={unit =>
          change({
            place: unit
              ? { value: { id: unit.id, label: unit.label, path: [unit.label, ...unit.within].join(', ') } }
              : undefined,
          })
        }
      />
      <Unsaid
        name="place"
        large={false}
        said={stateOf(answers.place)}
        onChange={unanswered => change({ place: { unanswered } })}
      />
      <TextInput
        name="placeNote"
        label={t('intake.q.arrival.note')}
        hint={t('intake.q.arrival.note_hint')}
        maxLength={200}
        autoComplete="off"
        value={answers.placeNote}
        onChange={placeNote => change({ placeNote })}
      />
    </>
  );
}

/** Later than the server believes: its clock and the tablet's may differ by as much. */
export const isAhead = (at: Instant | null, now: Instant): boolean => at !== null && at > addHours(now, 1);

export function Handover({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <TextInput
      name="handedOverBy"
      label={fieldLabel(t, 'arrival', 'handedOverBy')}
      hint={t('intake.q.handover.field_hint')}
      large
      maxLength={200}
      autoComplete="off"
      value={answers.handedOverBy}
      onChange={handedOverBy => change({ handedOverBy })}
    />
  );
}

export function FromCountry({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <PickOne
      name="fromCountry"
      label={t('intake.q.fromCountry.title')}
      labels="country"
      usual={usualCountries}
      all={countryCodes}
      rest={t('intake.other_country')}
      said={answers.fromCountry}
      onChange={fromCountry => change({ fromCountry })}
    />
  );
}

export function FromArea({ answers, change }: QuestionProps) {
  const t = useText();
  const country = answerOf(answers.fromCountry);
  const known = areas.filter(area => area.country === country && area.level !== 'county');
  const typed = answerOf(answers.fromArea);
  return (
    <>
      {known.length > 0 && (
        <ChoiceList
          name="fromArea.known"
          label={<span className="unseen">{t('intake.q.fromArea.title')}</span>}
          large
          value={known.find(area => area.vi === typed)?.key ?? null}
          onChange={key => change({ fromArea: { value: known.find(area => area.key === key)!.vi } })}
          options={known.map(area => ({ code: area.key, label: area[t.lang] }))}
        />
      )}
      <TextInput
        name="fromArea"
        label={t('intake.q.fromArea.field')}
        hint={t('intake.q.fromArea.field_hint')}
        large
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? ''}
        onChange={text => change({ fromArea: saidText(text) })}
      />
      <Unsaid
        name="fromArea"
        said={stateOf(answers.fromArea)}
        onChange={unanswered => change({ fromArea: { unanswered } })}
      />
    </>
  );
}

export function Children({ answers, change }: QuestionProps) {
  const t = useText();
  const count = answerOf(answers.childrenCount);
  const set = (id: string, part: Partial<ChildSaid>) =>
    change({ children: answers.children.map(one => (one.id === id ? { ...one, ...part } : one)) });
  // Entries with nothing in them go by themselves; what was said of a child is taken away by the officer, never by a number.
  const setCount = (value: number | null) => {
    const spoken = answers.children.filter(isSpokenOf);
    change({
      childrenCount: value === null ? undefined : { value: Math.min(value, 30) },
      children: value === null || value >= answers.children.length ? answers.children : spoken,
    });
  };
  const add = () =>
    change({
      children: [...answers.children, { id: newId() }],
      childrenCount: { value: Math.max(count ?? 0, answers.children.length + 1) },
    });
  return (
    <>
      <ChoiceList
        name="childrenCount"
        label={<span className="unseen">{t('intake.q.children.title')}</span>}
        large
        value={count === null ? null : count > 3 ? 'more' : String(count)}
        onChange={code => setCount(code === 'more' ? 4 : Number(code))}
        fault={
          tooManyChildren(answers)
            ? t('reason.children_spoken_of', { spoken: answers.children.length })
            : undefined
        }
        options={['0', '1', '2', '3', 'more'].map(code => ({
          code,
          label: t(`intake.q.children.count.${code}`),
        }))}
      />
      {count !== null && count > 3 && (
        <NumberInput
          name="childrenWithHer"
          label={fieldLabel(t, 'arrival', 'childrenWithHer')}
          large
          value={count}
          onChange={setCount}
        />
      )}
      {answers.children.map((one, index) => (
        <ChildEntry
          key={one.id}
          one={one}
          index={index}
          onChange={part => set(one.id, part)}
          onRemove={() => change({ children: answers.children.filter(other => other.id !== one.id) })}
        />
      ))}
      {count !== 0 && count !== null && answers.children.length < Math.max(count, 1) && (
        <div className="adders">
          <Button large icon="plus" onPress={add}>
            {t('intake.q.children.add', { place: answers.children.length + 1 })}
          </Button>
        </div>
      )}
      <Unsaid
        name="childrenCount"
        said={stateOf(answers.childrenCount)}
        onChange={unanswered =>
          change({ childrenCount: { unanswered }, children: answers.children.filter(isSpokenOf) })
        }
      />
    </>
  );
}

const isSpokenOf = ({ id: _id, ...said }: ChildSaid): boolean =>
  Object.values(said).some(one => one !== undefined);

/** More children were spoken of than the number says: one of the two is wrong. */
export function tooManyChildren({ childrenCount, children }: QuestionProps['answers']): boolean {
  const count = stateOf(childrenCount) ? 0 : answerOf(childrenCount);
  return count !== null && children.length > count;
}

function ChildEntry({
  one,
  index,
  onChange,
  onRemove,
}: {
  one: ChildSaid;
  index: number;
  onChange: (part: Partial<ChildSaid>) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const path = `children.${index}`;
  const codes = (field: 'sex' | 'relation') => child.fields[field].options.codes!;
  return (
    <section className="entry" aria-label={t('intake.q.children.one', { place: index + 1 })}>
      <h2>{t('intake.q.children.one', { place: index + 1 })}</h2>
      <TextInput
        name={`${path}.name`}
        label={fieldLabel(t, 'child', 'childName')}
        large
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={answerOf(one.name) ?? ''}
        onChange={text => onChange({ name: saidText(text) })}
      />
      <Unsaid
        name={`${path}.name`}
        large={false}
        said={stateOf(one.name)}
        onChange={unanswered => onChange({ name: { unanswered } })}
      />
      <PartialDayInput
        name={`${path}.born`}
        label={fieldLabel(t, 'child', 'born')}
        most={dayOf(readClock())}
        value={answerOf(one.born)}
        onChange={value => onChange({ born: value === null ? undefined : { value } })}
      />
      <Unsaid
        name={`${path}.born`}
        large={false}
        said={stateOf(one.born)}
        onChange={unanswered => onChange({ born: { unanswered } })}
      />
      {(['sex', 'relation'] as const).map(field => (
        <div key={field} className="stack">
          <ChoiceList
            name={`${path}.${field}`}
            label={fieldLabel(t, 'child', field)}
            inline
            value={answerOf(one[field])}
            onChange={value => onChange({ [field]: { value } })}
            options={codes(field).map(code => ({
              code,
              label: codeLabel(t, field === 'sex' ? 'sex' : 'childRelation', code),
            }))}
          />
          <Unsaid
            name={`${path}.${field}`}
            large={false}
            said={stateOf(one[field])}
            onChange={unanswered => onChange({ [field]: { unanswered } })}
          />
        </div>
      ))}
      <Button kind="quiet" icon="close" onPress={onRemove}>
        {t('intake.remove')}
      </Button>
    </section>
  );
}
