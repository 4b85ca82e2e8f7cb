import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { type StatusFacts, statusOf } from './status.ts';

const said = (
  assertionKind: string,
  finding: string,
  assertedOn: string,
  office = 'police',
  court?: string,
) => ({
  assertionKind,
  finding,
  assertedOn,
  office,
  court: court ?? null,
});
const asked = (receivedOn: string, more: object = {}) => ({
  state: 'sent',
  receivedOn,
  toOffice: 'police',
  finding: null,
  answeredAt: null,
  ...more,
});
const answered = (receivedOn: string, on: string, finding: string, toOffice = 'police') =>
  asked(receivedOn, { state: 'answered', answeredAt: `${on}T03:00:00.000Z`, finding, toOffice });
const on = (
  onDay: string,
  assertions: StatusFacts['assertions'],
  verifications: StatusFacts['verifications'] = [],
) => statusOf({ onDay: onDay as Day, assertions, verifications });
const codes = (status: ReturnType<typeof on>) => status.reasons.map(reason => reason.code);

describe('without a body that says so, there is no status', () => {
  it('nothing said, or only screened with signs', () => {
    expect(on('2026-03-01', [])).toMatchObject({ status: 'none', since: null, article: null });
    const screened = on('2026-03-01', [said('screened', 'undetermined', '2026-02-01')]);
    expect(screened).toMatchObject({ status: 'none', law: '53/2024/QH15' });
    expect(codes(screened)).toEqual(['status_only_screened']);
  });

  it('what was said after the day in question does not count', () => {
    expect(on('2026-01-31', [said('presumed', 'victim', '2026-02-01')]).status).toBe('none');
    expect(on('2026-01-31', [said('identified', 'victim', '2026-02-01')]).status).toBe('none');
    expect(on('2026-01-31', [], [asked('2026-02-01')]).status).toBe('none');
  });

  it('a request taken back, and a presumption the same office gave up, open nothing', () => {
    expect(on('2026-03-01', [], [asked('2026-02-01', { state: 'withdrawn' })]).status).toBe('none');
    const given = [said('presumed', 'victim', '2026-01-01'), said('presumed', 'not_victim', '2026-01-05')];
    expect(on('2026-03-01', given).status).toBe('none');
    expect(on('2026-01-03', given).status).toBe('in_process');
  });
});

describe('in the process of identification', () => {
  it('did not exist under the law of 2011, and says so', () => {
    const status = on('2025-06-30', [said('presumed', 'victim', '2025-06-20')], [asked('2025-06-20')]);
    expect(status).toMatchObject({ status: 'none', since: null, law: '66/2011/QH12', article: null });
    expect(codes(status)).toEqual(['status_presumed', 'status_requested', 'status_unknown_2011']);
  });

  it('begins with the law on 1 July 2025 for whoever was already presumed, not before', () => {
    const status = on('2025-07-01', [said('presumed', 'victim', '2025-06-20')]);
    expect(status).toMatchObject({ status: 'in_process', since: '2025-07-01', law: '53/2024/QH15' });
    expect(codes(status)).toContain('status_from_law');
  });

  it('begins with the first of presumption and request, and carries the article of its rights', () => {
    const status = on('2026-03-01', [said('presumed', 'victim', '2026-02-10')], [asked('2026-02-08')]);
    expect(status).toMatchObject({
      status: 'in_process',
      since: '2026-02-08',
      article: 'Điều 37 Luật 53/2024',
    });
  });

  it('goes on while an answer decides nothing, and while a letter says victim but no paper does', () => {
    const presumed = [said('presumed', 'victim', '2026-02-01')];
    for (const finding of ['undetermined', 'victim'])
      expect(on('2026-03-01', presumed, [answered('2026-02-02', '2026-02-20', finding)]).status).toBe(
        'in_process',
      );
  });

  it('was still running on a day before the answer', () => {
    const request = [answered('2026-02-02', '2026-02-20', 'not_victim')];
    expect(on('2026-02-19', [], request).status).toBe('in_process');
    expect(on('2026-02-20', [], request).status).toBe('not_victim');
  });
});

describe('identified', () => {
  it('ends the process; since the earliest finding, under the law of its day', () => {
    const status = on('2026-03-01', [
      said('presumed', 'victim', '2026-02-01'),
      said('identified', 'victim', '2026-02-20'),
      said('found_by_court', 'victim', '2026-02-28', 'police', 'court'),
    ]);
    expect(status).toMatchObject({
      status: 'identified',
      since: '2026-02-20',
      article: 'Điều 32, Điều 33 Luật 53/2024',
    });
  });

  it('before the change of law stays under the law of 2011 after it', () => {
    const status = on('2026-03-01', [said('identified', 'victim', '2025-06-25')]);
    expect(status).toMatchObject({ status: 'identified', law: '66/2011/QH12', since: '2025-06-25' });
    expect(codes(status)).toContain('status_stays_2011');
  });

  it('is not undone by the same body finding nothing to say', () => {
    const rows = [
      said('identified', 'victim', '2026-02-20'),
      said('identified', 'undetermined', '2026-02-25'),
    ];
    expect(on('2026-03-01', rows).status).toBe('identified');
  });
});

describe('found to be no victim', () => {
  it('answers the presumption of whoever met her first', () => {
    const rows = [
      said('presumed', 'victim', '2026-02-01', 'gate'),
      said('identified', 'not_victim', '2026-02-20'),
    ];
    expect(on('2026-03-01', rows)).toMatchObject({ status: 'not_victim', since: '2026-02-20' });
  });

  it('a renewed request opens the process again, and says that it is renewed', () => {
    const status = on('2026-03-05', [said('identified', 'not_victim', '2026-02-20')], [asked('2026-03-01')]);
    expect(status).toMatchObject({ status: 'in_process', since: '2026-03-01' });
    expect(codes(status)[0]).toBe('status_renewed');
  });

  it('a request the body has answered by its finding is not open', () => {
    expect(
      on('2026-03-05', [said('identified', 'not_victim', '2026-02-20')], [asked('2026-02-01')]).status,
    ).toBe('not_victim');
  });

  it('the body’s own later finding takes the place of its earlier one', () => {
    const rows = [said('identified', 'not_victim', '2026-02-20'), said('identified', 'victim', '2026-03-20')];
    expect(on('2026-04-01', rows)).toMatchObject({ status: 'identified', since: '2026-03-20' });
  });
});

describe('two bodies that contradict each other', () => {
  it('stand side by side, since the second of them spoke', () => {
    const rows = [
      said('identified', 'not_victim', '2026-02-20'),
      said('found_by_court', 'victim', '2026-05-02', 'police', 'court'),
    ];
    const status = on('2026-06-01', rows);
    expect(status).toMatchObject({ status: 'contradicted', since: '2026-05-02' });
    expect(codes(status)).toContain('status_nobody_wins');
  });

  it('a letter that says no counts as much as a certificate that says yes', () => {
    const rows = [said('identified', 'victim', '2026-02-20')];
    const letter = [answered('2026-02-25', '2026-03-03', 'not_victim', 'another')];
    expect(on('2026-04-01', rows, letter).status).toBe('contradicted');
  });
});

describe('contradicting findings that were settled', () => {
  const rows = [
    { ...said('identified', 'not_victim', '2026-02-20'), id: 'no' },
    { ...said('identified', 'victim', '2026-03-02', 'another'), id: 'yes' },
  ];
  const settled = (more: object) => [
    {
      state: 'agreed',
      ours: 'no',
      theirs: 'yes',
      stands: 'yes',
      answeredAt: '2026-03-10T03:00:00.000Z',
      ...more,
    },
  ];
  const settledOn = (
    settlements: StatusFacts['settlements'],
    onDay = '2026-04-01',
    verifications = [] as object[],
  ) =>
    statusOf({ onDay: onDay as Day, assertions: rows, verifications: verifications as never, settlements });

  it('only proposed, or on a day before the agreement, settles nothing', () => {
    expect(settledOn(settled({ state: 'proposed' })).status).toBe('contradicted');
    expect(settledOn(settled({}), '2026-03-09').status).toBe('contradicted');
  });

  it('the finding that stands is gone by, and the page says that it was settled', () => {
    const status = settledOn(settled({}));
    expect(status).toMatchObject({ status: 'identified', since: '2026-03-02' });
    expect(codes(status)[0]).toBe('status_settled');
    expect(
      settledOn(settled({ state: 'decided', stands: 'no', decidedAt: '2026-03-12T03:00:00.000Z' })).status,
    ).toBe('not_victim');
  });

  it('where neither stands it is verified anew', () => {
    expect(settledOn(settled({ stands: null })).status).toBe('none');
    expect(settledOn(settled({ stands: null }), '2026-04-01', [asked('2026-03-15')]).status).toBe(
      'in_process',
    );
  });

  it('says so where neither stands', () => {
    expect(codes(settledOn(settled({ stands: null })))).toEqual(['status_neither_stands']);
  });

  it('a letter that said the same after the finding goes with it, one that came after the settling does not', () => {
    const letter = (answeredAt: string) => [
      asked('2026-02-10', { state: 'answered', finding: 'not_victim', answeredAt }),
    ];
    expect(settledOn(settled({}), '2026-04-01', letter('2026-02-25T03:00:00.000Z')).status).toBe(
      'identified',
    );
    expect(settledOn(settled({}), '2026-04-01', letter('2026-03-20T03:00:00.000Z')).status).toBe(
      'contradicted',
    );
  });

  it('a presumption that was set aside opens nothing', () => {
    const status = (stands: string | null) =>
      statusOf({
        onDay: '2026-04-01' as Day,
        assertions: [rows[0]!, { ...said('presumed', 'victim', '2026-03-02', 'gate'), id: 'gate' }],
        verifications: [],
        settlements: settled({ theirs: 'gate', stands }),
      }).status;
    expect([status('no'), status('gate'), status(null)]).toEqual(['not_victim', 'in_process', 'none']);
  });

  it('what the body finds anew on the very day it was settled is a new word', () => {
    const day = '2026-03-10';
    const found = (id: string, finding: string, hour: string, body?: string) => ({
      ...said('identified', finding, day, body),
      id,
      madeAt: `${day}T${hour}:00:00.000Z`,
    });
    const status = statusOf({
      onDay: '2026-04-01' as Day,
      assertions: [
        found('no', 'not_victim', '01'),
        found('yes', 'victim', '02', 'another'),
        found('anew', 'victim', '05'),
      ],
      verifications: [],
      settlements: settled({ stands: null }),
    });
    expect(status.status).toBe('identified');
  });

  it('one body read as though it had said nothing stays silent in its earlier words too', () => {
    const earlier = { ...said('identified', 'victim', '2026-02-01'), id: 'first' };
    const facts = {
      onDay: '2026-04-01' as Day,
      assertions: [earlier, ...rows, said('identified', 'not_victim', '2026-03-01', 'third')],
      verifications: [],
      settlements: settled({}),
    };
    expect(statusOf(facts).status).toBe('contradicted');
    expect(statusOf({ ...facts, silent: 'victim' }).status).toBe('not_victim');
    expect(statusOf({ ...facts, silent: 'not_victim' })).toMatchObject({
      status: 'identified',
      since: '2026-03-02',
    });
  });

  it('what the body says later is a new word', () => {
    const later = { ...said('identified', 'not_victim', '2026-03-20'), id: 'again' };
    const status = statusOf({
      onDay: '2026-04-01' as Day,
      assertions: [...rows, later],
      verifications: [],
      settlements: settled({}),
    });
    expect(status.status).toBe('contradicted');
  });
});

it('on one day the moment tells whether a request was before the finding or after it', () => {
  const found = { ...said('identified', 'not_victim', '2026-02-20'), madeAt: '2026-02-20T08:00:00.000Z' };
  const at = (hour: string) => asked('2026-02-20', { madeAt: `2026-02-20T${hour}:00:00.000Z` });
  expect(on('2026-03-01', [found], [at('07')]).status).toBe('not_victim');
  expect(on('2026-03-01', [found], [at('09')]).status).toBe('in_process');
});
