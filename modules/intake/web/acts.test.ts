/* What an interview becomes when it is saved: what was left open stays apart from "no", ids are made once, and every act fits what the server parses. */
import { expect, test } from 'vitest';
import { type Day, getInstant, type PartialDay } from '../../../kernel/day.ts';
import { parseFields } from '../../../kernel/fields/shape.ts';
import { newId } from '../../../kernel/id.ts';
import { getAct } from '../../index.ts';
import { plannedActs, registerInput, withIds } from './acts.ts';
import { type Answers, emptyAnswers, mapDay, mayBeChild, readAnswers } from './answers.ts';

const now = getInstant('2026-11-24T19:10:00.000Z');
const today = '2026-11-25' as Day;
const empty: Answers = { ...emptyAnswers(), route: 'self_return' };

test('a question nobody reached is "not asked", never "no"', () => {
  expect(registerInput(empty)).toMatchObject({
    safety: 'not_asked',
    fullName: { unanswered: 'not_asked' },
    otherNames: { unanswered: 'not_asked' },
    childrenWithHer: { unanswered: 'not_asked' },
  });
  expect(registerInput({ ...empty, fullName: { unanswered: 'declined' } }).fullName).toEqual({
    unanswered: 'declined',
  });
});

test('where she lives is asked of a stateless person only, and an answer to it goes with another nationality', () => {
  const of = (nationality: string, livesHere?: 'yes' | 'declined') =>
    registerInput({ ...empty, nationality: { value: nationality }, livesHere }).livesHere;
  expect([of('VN'), of('CN', 'yes')]).toEqual([null, null]);
  expect([of('XXA'), of('XXA', 'yes'), of('XXA', 'declined')]).toEqual(['not_asked', 'yes', 'declined']);
});

test('the name she wants to hear is kept as a name of its own', () => {
  const said = registerInput({ ...empty, calledName: ' Mảy ', fullName: { value: 'Lý Lở Mẩy' } });
  expect(said).toMatchObject({ fullName: 'Lý Lở Mẩy', otherNames: [{ text: 'Mảy', kind: 'nickname' }] });
});

test('the hour and the place of arrival are what was answered, never the hour of the form', () => {
  expect(registerInput(empty)).toMatchObject({
    arrivedAt: { unanswered: 'not_asked' },
    place: { unanswered: 'not_asked' },
  });
  expect(registerInput({ ...empty, arrivedAt: { unanswered: 'unknown' } }).arrivedAt).toEqual({
    unanswered: 'unknown',
  });
  expect(registerInput({ ...empty, arrivedAt: { value: now } }).arrivedAt).toBe(now);
});

test('what is not needed was not taken care of, and a day that is none is sent as it was typed, to be refused', () => {
  const said: Answers = {
    ...empty,
    needs: { safety: 'no', food: 'yes' },
    met: ['safety', 'food'],
    born: { value: '2004-2-31' as PartialDay },
  };
  expect(registerInput(said)).toMatchObject({ met: ['food'], born: '2004-2-31' });
  expect(() => parseFields(getAct('person.register').input, registerInput(said))).toThrow();
  expect(mayBeChild(said, today)).toBe(false);
});

test('acts have the same ids at every try, and stand in the order in which they can be done', () => {
  const answers: Answers = {
    ...empty,
    papers: [{ id: newId(), kind: 'cccd', number: '01', issuedOn: null, issuer: '' }],
    children: [{ id: newId(), name: { value: 'Bảo' } }],
    consents: { services: 'yes', media: 'not_asked', referral: 'declined' },
  };
  const once = withIds(answers, newId);
  const planned = plannedActs(once, newId());
  expect(planned.map(act => act.act)).toEqual([
    'person.register',
    'identityPaper.record',
    'child.record',
    'consent.record',
    'consent.record',
    'draft.discard',
  ]);
  expect(plannedActs(withIds(once, newId), planned.at(-1)!.subject.id)).toEqual(planned);
  for (const { act, input } of planned)
    expect(() => parseFields(getAct(act).input, input), act).not.toThrow();
});

test('a draft survives being written down, and one of an older screen gets what it lacks', () => {
  expect(readAnswers(JSON.stringify(empty))).toEqual(empty);
  expect(readAnswers('{"calledName":"Mảy"}')).toEqual({ ...emptyAnswers(), calledName: 'Mảy' });
  expect(readAnswers(JSON.stringify({ arrivedAt: now, place: null }))).toMatchObject({
    arrivedAt: { value: now },
    place: undefined,
  });
});

test('a place is looked up on the map of the day she left, and in doubt she is a child', () => {
  expect(mapDay(empty, today)).toBe('2025-06-30');
  expect(mapDay({ ...empty, leftHome: { value: '2021-03' as Day } }, today)).toBe('2021-03-01');
  expect(mapDay({ ...empty, era: 'new' }, today)).toBe(today);
  expect(mayBeChild({ ...empty, born: { value: '2008' as Day } }, today)).toBe(true);
  expect(mayBeChild({ ...empty, born: { value: '2007' as Day } }, today)).toBe(false);
  expect(mayBeChild(empty, today)).toBe(false);
});

const about = (said: Partial<Answers>) =>
  plannedActs(withIds({ ...empty, ...said }, newId), newId()).find(one => one.part === 'consent.referral')
    ?.input;

test('her answer and a guardian’s stay apart, and whoever was not asked stands as not asked', () => {
  const guarded: Partial<Answers> = {
    givenBy: 'herself_and_guardian',
    guardianWho: ' Mẹ ',
    guardianInvolved: 'no',
  };
  const both = (own?: 'yes' | 'no' | 'not_asked', guardian?: 'yes' | 'no' | 'not_asked') =>
    about({
      ...guarded,
      consents: own ? { referral: own } : {},
      guardianConsents: guardian ? { referral: guardian } : {},
    });
  expect(both()).toBeUndefined();
  expect(both('not_asked', 'not_asked')).toBeUndefined();
  expect(both('yes', 'yes')).toMatchObject({
    given: 'yes',
    givenBy: 'herself_and_guardian',
    childAssent: 'yes',
    guardianAnswer: 'yes',
    guardianWho: 'Mẹ',
    guardianInvolved: 'no',
  });
  expect(both(undefined, 'yes')).toMatchObject({
    given: 'yes',
    givenBy: 'guardian',
    childAssent: 'not_asked',
    guardianAnswer: 'yes',
  });
  expect(both('yes')).toMatchObject({ given: 'yes', givenBy: 'herself', guardianAnswer: 'not_asked' });
  expect(both('no', 'yes')).toMatchObject({ given: 'no', childAssent: 'no', guardianAnswer: 'yes' });
  expect(both('yes', 'no')).toMatchObject({ given: 'yes', givenBy: 'herself', guardianAnswer: 'no' });
  // A guardian who was asked and then turned out not to answer says nothing.
  expect(
    about({
      ...guarded,
      givenBy: 'herself',
      consents: { referral: 'yes' },
      guardianConsents: { referral: 'no' },
    }),
  ).toMatchObject({ given: 'yes', guardianAnswer: null, guardianWho: null, guardianInvolved: null });
});

test('parts, receiver and end go with a yes only; none of them asked, none is sent', () => {
  const scopes = {
    referral: { dataClasses: ['who', 'contact'], recipientKind: 'shelter', until: '2027-01-31' },
  };
  expect(about({ consents: { referral: 'yes' }, scopes })).toMatchObject({
    dataClasses: ['who', 'contact'],
    recipient: null,
    recipientKind: 'shelter',
    until: '2027-01-31',
  });
  for (const said of [
    { consents: { referral: 'no' as const }, scopes },
    { consents: { referral: 'yes' as const } },
  ])
    expect(about(said)).toMatchObject({
      dataClasses: null,
      recipient: null,
      recipientKind: null,
      until: null,
    });
  expect(about({ consents: { referral: 'yes' } })).toMatchObject({ interpreter: null, interpreterWho: null });
  expect(
    about({
      consents: { referral: 'yes' },
      explained: ['purpose'],
      consentLanguage: 'ium',
      consentInterpreter: 'yes',
      consentInterpreterWho: 'Chị Tẩn',
    }),
  ).toMatchObject({
    language: 'ium',
    interpreter: 'yes',
    interpreterWho: 'Chị Tẩn',
    explained: { purpose: 'yes', how_long: 'not_asked' },
  });
  for (const input of [about({ consents: { referral: 'yes' }, scopes })])
    expect(() => parseFields(getAct('consent.record').input, input!)).not.toThrow();
});
