/**
 * Runs the cases of `rules/tests/` (plain sentences a lawyer can read), and holds the rule files to their form: an unknown key, a
 * missing citation or two lines for one day must stop the program. The files as shipped are read by the first line of this file.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Day, dayOf, getDay, getInstant, type Instant, type Lang, parseDay } from '../kernel/day.ts';
import { computeYear } from '../kernel/rule/calendar.ts';
import { extensionsFor, type Granted } from '../kernel/rule/length.ts';
import { isInForce, noneInForce, type Parameter, parameterOn } from '../kernel/rule/parameter.ts';
import { clockState, computeTerm } from '../kernel/rule/term.ts';
import en from '../locales/en/rule.json' with { type: 'json' };
import vi from '../locales/vi/rule.json' with { type: 'json' };
import { sayingBy } from '../tests/support/words.ts';
import { type Answer, readElements, readSupport, rules, rulesForBrowser } from './index.ts';
import { RULES_FOLDER, readRules } from './read.ts';

const messages: Record<Lang, Record<string, string>> = { vi, en };

const say = sayingBy(messages);

type Case = {
  given: string;
  when: string;
  then: string;
  ask: {
    family?: string;
    length?: { unit: Parameter['unit']; value: number } & Partial<Parameter['counting']>;
    start: string;
    line_day?: string;
    kind?: string;
    granted?: Granted[];
    deducted?: number;
    part?: string;
    now?: string;
    done_at?: string;
  };
  answer: {
    parameter?: string | null;
    due?: string | null;
    advisory?: boolean;
    provisional?: boolean;
    state?: string;
    says?: string[];
  };
};

const CASE_KEYS: Record<string, string[]> = {
  case: ['given', 'when', 'then', 'ask', 'answer'],
  ask: ['family', 'length', 'start', 'line_day', 'kind', 'granted', 'deducted', 'part', 'now', 'done_at'],
  answer: ['parameter', 'due', 'advisory', 'provisional', 'state', 'says'],
};

/** The part of a limit in force that day, as the engine takes it. */
function partOn(family: string, day: Day): { of: number; from: number; article: string } | null {
  const line = rules.fractions.find(each => each.family === family && isInForce(each, day))!;
  return line.part && { ...line.part, article: line.article };
}

const pointOf = (text: string): Day | Instant => parseDay(text) ?? getInstant(text);
const dayIn = (point: Day | Instant): Day => parseDay(point) ?? dayOf(point as Instant);

const lineDayOf = (ask: Case['ask']): Day =>
  ask.line_day ? getDay(ask.line_day) : dayIn(pointOf(ask.start));

/** A sure line of law with the length a counting case asks for. */
function bareLine({ unit, value, ...counting }: NonNullable<Case['ask']['length']>): Parameter {
  return {
    ...rules.parameters.find(each => each.id === 'victim2011.verify')!,
    id: 'bare',
    trigger: 'received',
    unit,
    value,
    counting: { start_day_included: false, roll_to_working_day: true, month_as_30_days: false, ...counting },
    counting_article: 'Điều 134 BLTTHS 2015',
    confidence: 'high',
  };
}

const files = readdirSync(join(RULES_FOLDER, 'tests'))
  .filter(name => name.endsWith('.yaml'))
  .map(file => ({
    file,
    cases: parse(readFileSync(join(RULES_FOLDER, 'tests', file), 'utf8')) as Case[],
  }));

for (const { file, cases } of files)
  describe(`cases in ${file}`, () => {
    it.each(cases.map(each => [`${each.given} ${each.when} ${each.then}`, each] as const))(
      '%s',
      (_, each) => {
        for (const [part, value] of [
          ['case', each],
          ['ask', each.ask],
          ['answer', each.answer],
        ] as const)
          expect(Object.keys(value).filter(key => !CASE_KEYS[part]!.includes(key))).toEqual([]);
        const { ask, answer } = each;
        const start = pointOf(ask.start);
        const lineDay = lineDayOf(ask);
        const parameter = ask.length
          ? bareLine(ask.length)
          : parameterOn(rules.parameters, ask.family!, lineDay);
        if ('parameter' in answer) expect(parameter?.id ?? null).toBe(answer.parameter);
        if (!parameter) {
          expect(say(noneInForce(ask.family!, lineDay), 'vi')).toContain('không có quy định nào');
          return;
        }
        expect(parameter.line_chosen_by === 'identification_day').toBe(ask.line_day !== undefined);
        const { kind, granted, deducted } = ask;
        const part = ask.part ? partOn(ask.part, lineDay) : null;
        const term = computeTerm(parameter, start, rules.calendar, { kind, granted, deducted, part });
        const explanation = term.steps.map(step => say(step, 'vi')).join('; ');
        if ('due' in answer) expect(term.due).toBe(answer.due);
        if ('advisory' in answer) expect(term.advisory).toBe(answer.advisory);
        if ('provisional' in answer) expect(term.provisional).toBe(answer.provisional);
        if (answer.state)
          expect(
            clockState(term, getInstant(ask.now!), ask.done_at === undefined ? null : pointOf(ask.done_at)),
          ).toBe(answer.state);
        for (const piece of answer.says ?? []) expect(explanation).toContain(piece);
        for (const step of term.steps) expect(say(step, 'en')).not.toMatch(/undefined|\{/);
      },
    );
  });

describe('a rule file that is wrong stops the program', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const withChange = (path: string, change: (text: string) => string) => () => {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    folders.push(folder);
    cpSync(RULES_FOLDER, folder, { recursive: true });
    writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
    return readRules(folder);
  };
  const support = 'parameters/luat-53-2024/support.yaml';
  const identification = 'parameters/luat-53-2024/identification.yaml';

  it.each([
    ['an unknown key', support, (text: string) => `${text}  severity: 3\n`, /unknown key severity/],
    ['no article', support, (text: string) => text.replace(/ {2}article: .*\n/, ''), /article is missing/],
    ['no source', support, (text: string) => text.replace(/ {2}source: .*\n/, ''), /source is missing/],
    [
      'no confidence',
      support,
      (text: string) => text.replace(/ {2}confidence: .*\n/, ''),
      /confidence is missing/,
    ],
    [
      'no valid_from',
      support,
      (text: string) => text.replace(/ {2}valid_from: .*\n/, ''),
      /valid_from is missing/,
    ],
    [
      'an empty article',
      support,
      (text: string) => text.replace(/ {2}article: .*/, "  article: ''"),
      /a text is needed/,
    ],
    [
      'a confidence of its own',
      support,
      (text: string) => text.replace('confidence: high', 'confidence: sure'),
      /one of high/,
    ],
    [
      'a day that does not exist',
      support,
      (text: string) => text.replace('2025-07-01', '2025-06-31'),
      /a day like/,
    ],
    [
      'an end before its start',
      support,
      (text: string) => text.replace('valid_to: null', 'valid_to: 2025-07-01'),
      /valid_to must lie after/,
    ],
    [
      'a value without a unit',
      support,
      (text: string) => text.replace('unit: working_day', 'unit: null'),
      /known together/,
    ],
    [
      'a null length without a word why',
      identification,
      (text: string) => text.replace(/ {2}note:(\n {4}.*)*.*\n/, ''),
      /needs a note/,
    ],
    [
      'a check without a name',
      support,
      (text: string) => `${text}  verified_at: 2026-01-01\n`,
      /who and when/,
    ],
    [
      'two lines of a family for one day',
      identification,
      (text: string) => text.replace('family: victim.verify', 'family: victim.initial_check'),
      /two lines of one family/,
    ],
    [
      'an id used twice',
      support,
      (text: string) => text.replace('victim2024.support_decide', 'victim2024.verify'),
      /used twice/,
    ],
    [
      'a regime nobody declared',
      'support/luat-53-2024.yaml',
      (text: string) => text.replace('code: travel', 'code: taxi'),
      /no regime of this law/,
    ],
    [
      'a part of a limit nobody counts',
      'fractions/under-18.yaml',
      (text: string) => text.replace('- detention.investigation', '- detention.nowhere'),
      /which no line counts/,
    ],
    [
      'a sum that is not the sum of its parts',
      'parameters/bltths-2015/prosecution.yaml',
      (text: string) => text.replace('RNT: { unit: day, value: 45 }', 'RNT: { unit: day, value: 46 }'),
      /extensions of RNT do not make in_all/,
    ],
    [
      'a holiday of its own',
      'calendar/2026.yaml',
      (text: string) => text.replace('2026-01-01: new_year', '2026-01-01: party'),
      /one of new_year/,
    ],
    [
      'a ground of a key case twice',
      'key-cases/grounds.v1.yaml',
      (text: string) => text.replace('code: organised', 'code: serious'),
      /serious appears twice/,
    ],
    [
      'more grounds needed than there are',
      'key-cases/grounds.v1.yaml',
      (text: string) => text.replace('needed: 1', 'needed: 20'),
      /more grounds are needed/,
    ],
    [
      'a way to agree that nobody knows',
      'key-cases/agreement.yaml',
      (text: string) => text.replace('needed: majority', 'needed: most'),
      /one of all, majority/,
    ],
  ])('%s', (_, path, change, complaint) => {
    expect(withChange(path, change)).toThrow(complaint);
  });
  it('the copy is read when nothing is wrong', () => {
    expect(withChange(support, text => text)()).toEqual(rules);
  });
});

describe('the rules as shipped', () => {
  it('survive JSON and are not shared', () => {
    const copy = rulesForBrowser();
    expect(copy).toEqual(rules);
    expect(copy.parameters).not.toBe(rules.parameters);
  });
  it('have every reason and trigger in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const { trigger } of rules.parameters)
      for (const lang of ['vi', 'en'] as const)
        expect(messages[lang]).toHaveProperty([`rule.trigger.${trigger}`]);
    for (const lang of ['vi', 'en'] as const)
      for (const text of Object.values(messages[lang]))
        expect(() => new IntlMessageFormat(text, lang)).not.toThrow();
  });
  it('can say everything the indicators give as a reason', () => {
    const elements = rules.indicators.find(each => each.kind === 'legal_elements')!;
    const support = rules.indicators.find(each => each.kind === 'support')!;
    const everything = (answer: Answer, codes: { code: string }[]) =>
      Object.fromEntries(codes.map(each => [each.code, answer]));
    const reasons = [null, { least: 15, most: 15 }, { least: 17, most: 17 }, { least: 30, most: 30 }].flatMap(
      age =>
        (['yes', 'no', 'declined'] as const).flatMap(answer => [
          ...rules.age_rules.flatMap(
            rule => readElements(elements, rule, everything(answer, elements.items), age).reasons,
          ),
          ...readSupport(support, everything(answer, support.items), age).reasons,
        ]),
    );
    for (const reason of reasons)
      for (const lang of ['vi', 'en'] as const) expect(say(reason, lang)).not.toMatch(/undefined|[{}]/);
    expect(new Set(reasons.map(each => each.code)).size).toBe(13);
  });
  it('are each asked by a case', () => {
    const asked = files.flatMap(({ cases }) =>
      cases.map(({ ask }) => parameterOn(rules.parameters, ask.family ?? '', lineDayOf(ask))?.id),
    );
    expect(rules.parameters.map(each => each.id).filter(id => !asked.includes(id))).toEqual([]);
  });
  it('name who grants each extension, and nobody for one that does not exist', () => {
    for (const { family, valid_from, by_level } of rules.granting) {
      const line = parameterOn(rules.parameters, family, valid_from)!;
      const most = Math.max(
        ...['any', ...Object.keys(line.lengths ?? {})].map(kind => extensionsFor(line, kind).length),
      );
      for (const [level, bodies] of Object.entries(by_level))
        for (const [kind, inTurn] of Object.entries(bodies))
          expect([family, level, kind, inTurn.length]).toEqual([
            family,
            level,
            kind,
            kind === 'any' ? most : extensionsFor(line, kind).length,
          ]);
    }
  });
  it('refuse nothing by a table of who grants that was only assumed', () => {
    const after = rules.granting.filter(each => isInForce(each, getDay('2026-06-01')));
    expect(after.filter(each => each.source.startsWith('assumed')).map(each => each.confidence)).toEqual(
      Array(5).fill('low'),
    );
  });
  it('give each clause of an offence the class of its longest punishment', () => {
    const classOf = (years: number, life: boolean) =>
      life || years > 15 ? 'DBNT' : years > 7 ? 'RNT' : years > 3 ? 'NT' : 'INT';
    for (const { id, clauses } of rules.offences)
      for (const { clause, max_years, life, severity } of clauses)
        expect([id, clause, severity]).toEqual([id, clause, classOf(max_years, life)]);
  });
  it('never reuse the 20 days of 2011 for identification under the law of 2024', () => {
    const line = parameterOn(rules.parameters, 'victim.verify', getDay('2026-01-01'))!;
    expect([line.value, line.unit, line.extensions]).toEqual([null, null, undefined]);
  });
  it('hand over from law to law without a gap where both laws answer', () => {
    const [lastOld, firstNew] = [getDay('2025-06-30'), getDay('2025-07-01')];
    for (const family of ['victim.commune_notify', 'victim.verify', 'victim.support_decide']) {
      expect(parameterOn(rules.parameters, family, lastOld)?.id).toMatch(/^victim2011/);
      expect(parameterOn(rules.parameters, family, firstNew)?.id).toMatch(/^victim2024/);
    }
  });
  it('know one competent body for every task on every day since 2013', () => {
    for (const family of new Set(rules.competence.map(each => each.family)))
      for (const day of [
        '2013-03-01',
        '2021-06-01',
        '2025-02-28',
        '2025-03-01',
        '2025-06-30',
        '2025-07-01',
        '2030-01-01',
      ])
        expect(
          rules.competence.filter(each => each.family === family && isInForce(each, getDay(day))),
        ).toHaveLength(1);
  });
  it('have the competent police of the day identify a victim', () => {
    const bodyOn = (day: string) =>
      rules.competence.find(each => each.family === 'victim.identify' && isInForce(each, getDay(day)))?.body;
    expect(bodyOn('2021-06-01')).toBe('police_district');
    expect(bodyOn('2026-06-01')).toBe('police_province');
  });
  it('give who is still being identified less than a victim, and abroad least', () => {
    const { eligible } = rules.support.find(each => each.law === 'luat-53-2024')!;
    expect(eligible.in_process_in_vn).not.toContain('schooling');
    expect(eligible.in_process_abroad).not.toContain('legal_aid');
    expect(eligible.victim_vn_or_stateless_resident).toHaveLength(10);
  });
  it('hold 67 indicators for adults and 65 for children, none of them deciding', () => {
    const ilo = rules.indicators.find(each => each.kind === 'support')!;
    expect(ilo.standing).toBe('secondary');
    expect(ilo.items.filter(each => each.adult)).toHaveLength(67);
    expect(ilo.items.filter(each => each.child)).toHaveLength(65);
  });
});

describe('the calendar as shipped', () => {
  const years = Object.values(rules.calendar.years);
  it('lists days in their own year, free weekdays and worked Saturdays only', () => {
    for (const year of years) {
      for (const day of Object.keys({ ...year.days_off, ...year.provisional_days }))
        expect(day.startsWith(String(year.year))).toBe(true);
      for (const [saturday, free] of Object.entries(year.working_saturdays)) {
        expect(new Date(saturday).getUTCDay()).toBe(6);
        expect(year.days_off[free]).toBe('swapped');
      }
      for (const day of Object.keys(year.days_off)) expect([0, 6]).not.toContain(new Date(day).getUTCDay());
    }
  });
  it('is what the law computes, but for the working days the government moved', () => {
    for (const year of years) {
      const computed = computeYear(year.year, rules.calendar.lunar[String(year.year)] ?? null);
      const unmoved = Object.keys(year.days_off).filter(day => year.days_off[day] !== 'swapped');
      expect(unmoved).toEqual(Object.keys(computed.days_off));
      if (year.status === 'computed') expect(year).toEqual({ ...computed, sources: year.sources });
    }
  });
});
