/* What a consent covers and what gives doubt: the cases in which it does not, first. */
import { describe, expect, it } from 'vitest';
import type { Day, PartialDay } from '../../kernel/day.ts';
import { shareBundles } from '../referrals/index.ts';
import {
  classesOf,
  coveredBy,
  dataClasses,
  doubtsOf,
  everydayClasses,
  isChild,
  standingOf,
  takenBackBy,
} from './cover.ts';
import { explanations } from './record.ts';

const today = '2026-11-28' as Day;
const yes = { given: 'yes', consentPurpose: 'referral', givenBy: 'herself' };
const to = { purpose: 'shelter', office: 'a', kind: 'shelter' };
const told = Object.fromEntries(explanations.map(question => [question, 'yes']));

it('classes of data and bundles that can be shared have the same names: a new bundle needs its class', () => {
  expect(Object.keys(shareBundles).sort()).toEqual([...dataClasses].sort());
});

describe('a consent does not cover', () => {
  it.each([
    ['nothing given', { ...yes, given: 'no' }, [], to, 'not_in_force'],
    ['her silence', { ...yes, given: 'declined' }, [], to, 'not_in_force'],
    ['after it was taken back', { ...yes, withdrawnAt: '2026-11-01' }, [], to, 'not_in_force'],
    ['from its last day on', { ...yes, until: today }, [], to, 'not_in_force'],
    ['another purpose', { ...yes, consentPurpose: 'statistics' }, [], to, 'purpose'],
    ['an investigation', yes, [], { ...to, purpose: 'investigation' }, 'purpose'],
    ['another office', { ...yes, recipient: 'b' }, [], to, 'recipient'],
    ['another kind of agency', { ...yes, recipientKind: 'health' }, [], to, 'recipient'],
    ['an office she took out', yes, [{ recipients: ['a'] }], to, 'recipient'],
    [
      'what she said no to later, for this kind of agency',
      { ...yes, madeAt: '2026-11-01T00:00:00.000Z' },
      [],
      {
        ...to,
        answers: [
          { ...yes, given: 'declined', recipientKind: 'shelter', madeAt: '2026-11-02T00:00:00.000Z' },
        ],
      },
      'overruled',
    ],
    [
      'somebody grown for whom a guardian answered',
      { ...yes, givenBy: 'guardian' },
      [],
      { ...to, born: '2008-11-28' as PartialDay },
      'own_answer',
    ],
    ['a child who says no', { ...yes, givenBy: 'guardian', childAssent: 'no' }, [], to, 'dissent'],
  ] as const)('%s', (_what, consent, takenBack, wanted, gap) => {
    expect(coveredBy(consent, takenBack, wanted, today)).toBe(gap);
  });
});

it('covers the office, the kind and the purpose it names, until the day before its end', () => {
  const no = { ...yes, given: 'no', madeAt: '2026-11-02T00:00:00.000Z' };
  const late = { ...yes, madeAt: '2026-11-03T00:00:00.000Z' };
  const answers = [no, { ...no, recipient: 'b', madeAt: '2026-11-04T00:00:00.000Z' }];
  expect(coveredBy(late, [], { ...to, answers }, today)).toBeNull();
  const young = { ...to, born: '2008-11-29' as PartialDay };
  expect(coveredBy({ ...yes, givenBy: 'guardian' }, [], young, today)).toBeNull();
  for (const consent of [yes, { ...yes, recipient: 'a' }, { ...yes, recipientKind: 'shelter' }])
    expect(coveredBy(consent, [{ recipients: ['c'] }], to, today)).toBeNull();
  expect(standingOf({ ...yes, until: '2026-11-29' }, today)).toBe('in_force');
});

it('names no class: the everyday ones, never contact, papers, her account or the screening', () => {
  expect(classesOf(yes, [])).toEqual([...everydayClasses]);
  expect(classesOf({ ...yes, dataClasses: ['contact'] }, [])).toEqual(['contact']);
  expect(classesOf({ ...yes, dataClasses: ['who', 'contact'] }, [{ dataClasses: ['contact'] }])).toEqual([
    'who',
  ]);
});

describe('a later no takes back of an earlier yes', () => {
  const no = { ...yes, given: 'no' };
  it.each([
    ['to all', no, { ...yes, recipient: 'a' }, 'whole'],
    ['to the same office', { ...no, recipient: 'a' }, { ...yes, recipient: 'a' }, 'whole'],
    ['to another office', { ...no, recipient: 'b' }, { ...yes, recipient: 'a' }, []],
    ['to one office, of a yes to all', { ...no, recipient: 'a' }, yes, ['a']],
    [
      'to a kind, of a yes to an office of it',
      { ...no, recipientKind: 'health' },
      { ...yes, recipient: 'a', kind: 'health' },
      'whole',
    ],
    [
      'to a kind, of a yes to another',
      { ...no, recipientKind: 'health' },
      { ...yes, recipient: 'a', kind: 'police' },
      [],
    ],
    ['to a kind, of a yes to all', { ...no, recipientKind: 'health' }, { ...yes, live: ['h'] }, ['h']],
  ] as const)('%s', (_what, one, earlier, gone) => {
    expect(takenBackBy(one, earlier)).toEqual(gone);
  });
});

describe('doubt', () => {
  const doubts = (more: object, child = true) =>
    doubtsOf({ ...yes, explained: told, ...more }, child).join(' ');
  it('none about a grown woman to whom all was explained; none about a no', () => {
    expect(doubts({}, false)).toBe('');
    expect(doubts({ given: 'no', explained: {} })).toBe('');
  });
  it('what was not explained is named', () => {
    expect(doubts({ explained: { ...told, how_long: 'no' } }, false)).toBe('explained_partly');
  });
  it('a guardian’s yes is not the child’s', () => {
    expect(doubts({ givenBy: 'guardian' })).toBe('assent_missing');
    expect(doubts({ givenBy: 'guardian', childAssent: 'declined' })).toBe('assent_missing');
    expect(doubts({ givenBy: 'guardian', childAssent: 'no' })).toBe('assent_refused');
    expect(doubts({ givenBy: 'guardian', childAssent: 'yes' })).toBe('');
  });
  it('a child alone, and a guardian who may have had a part in it', () => {
    expect(doubts({})).toBe('guardian_missing');
    expect(doubts({ guardianAnswer: 'no' })).toBe('guardian_refused');
    expect(doubts({ guardianAnswer: 'no' }, false)).toBe('');
    for (const guardianInvolved of ['yes', 'unknown'])
      expect(doubts({ givenBy: 'herself_and_guardian', guardianInvolved })).toBe('guardian_involved');
    expect(doubts({ givenBy: 'herself_and_guardian', guardianInvolved: 'no' })).toBe('');
  });
  it('where the year of birth allows both, a person is a child', () => {
    expect(isChild('2008' as PartialDay, today, yes)).toBe(true);
    expect(isChild('2007' as PartialDay, today, yes)).toBe(false);
    expect(isChild(null, today, yes)).toBe(false);
    expect(isChild(null, today, { ...yes, givenBy: 'guardian' })).toBe(true);
  });
});
