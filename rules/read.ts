/**
 * Reads the rule files from disk and checks them; the only place where rules meet the file system. All that is wrong is said at
 * once, with file and key, and the program does not start: this is a defect of the repository, not of a person's input.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CalendarYear, LunarYear } from '../kernel/rule/calendar.ts';
import { fullLengths, sumOf } from '../kernel/rule/length.ts';
import { type DatedLine, type Length, overlaps, type Parameter } from '../kernel/rule/parameter.ts';
import * as schema from './schema.ts';
import * as justice from './schema-justice.ts';
import * as keyCases from './schema-key-cases.ts';

/** The folder `rules/` itself, wherever the repository lies. */
export const RULES_FOLDER = import.meta.dirname;

/** @throws Error with every issue found, one a line. */
export function readRules(folder: string = RULES_FOLDER): schema.Rules {
  const issues: string[] = [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.yaml'))
    .sort();
  const read = <Content>(pattern: RegExp, check: schema.Check): Content[] =>
    paths
      .filter(path => pattern.test(path))
      .map(path => {
        const content: unknown = parse(readFileSync(join(folder, path), 'utf8'));
        issues.push(...check(content, path));
        return content as Content;
      });

  const years = read<CalendarYear>(/^calendar\/\d+\.yaml$/, schema.calendarYear);
  const rules: schema.Rules = {
    laws: read<schema.Law[]>(/^laws\.yaml$/, schema.list(schema.law)).flat(),
    parameters: read<Parameter[]>(
      /^(parameters\/[^/]+|retention)\/[^/]+\.yaml$/,
      schema.list(schema.parameter),
    ).flat(),
    calendar: {
      years: Object.fromEntries(years.map(each => [String(each?.year), each])),
      lunar: read<Record<string, LunarYear>>(/^calendar\/lunar\.yaml$/, schema.lunar)[0] ?? {},
    },
    competence: read<schema.Competence[]>(/^competence\/[^/]+\.yaml$/, schema.list(schema.competence)).flat(),
    papers: read<schema.ProofPaper[]>(/^papers\/[^/]+\.yaml$/, schema.list(schema.proofPaper)).flat(),
    evidence: read<schema.EvidenceSources>(/^evidence\/[^/]+\.yaml$/, schema.evidenceSources),
    support: read<schema.SupportRegimes>(/^support\/[^/]+\.yaml$/, schema.supportRegimes),
    indicators: read<schema.IndicatorSet>(/^indicators\/[^/]+\.v\d+\.yaml$/, schema.indicatorSet),
    age_rules: read<schema.AgeRule[]>(/^indicators\/age_rules\.yaml$/, schema.list(schema.ageRule)).flat(),
    standards: read<schema.Standard>(/^standards\/[^/]+\.yaml$/, schema.standard),
    granting: read<justice.Granting[]>(/^granting\/[^/]+\.yaml$/, schema.list(justice.granting)).flat(),
    fractions: read<justice.Fraction[]>(/^fractions\/[^/]+\.yaml$/, schema.list(justice.fraction)).flat(),
    escalation: read<justice.Escalation[]>(
      /^escalation\/[^/]+\.yaml$/,
      schema.list(justice.escalation),
    ).flat(),
    offences: read<justice.Offence[]>(/^offences\/[^/]+\.yaml$/, schema.list(justice.offence)).flat(),
    key_case_grounds: read<keyCases.KeyCaseGrounds>(
      /^key-cases\/grounds\.v\d+\.yaml$/,
      keyCases.keyCaseGrounds,
    ),
    key_case_agreement: read<keyCases.KeyCaseAgreement[]>(
      /^key-cases\/agreement\.yaml$/,
      schema.list(keyCases.keyCaseAgreement),
    ).flat(),
    assessments: read<schema.AssessmentSet>(/^assessment\/[^/]+\.v\d+\.yaml$/, schema.assessmentSet),
  };
  if (issues.length === 0) issues.push(...contradictions(rules));
  if (issues.length > 0) throw new Error(`rules cannot be read:\n${issues.join('\n')}`);
  return rules;
}

/** What each file alone cannot show: the same id twice, and two lines of a family for one day. */
function contradictions(rules: schema.Rules): string[] {
  const families: DatedLine[][] = [
    rules.parameters,
    rules.competence,
    rules.papers,
    rules.age_rules,
    rules.standards,
    rules.granting,
    rules.fractions,
    rules.escalation,
    rules.key_case_grounds,
    rules.key_case_agreement,
  ];
  const ids = families.flatMap(lines => lines.map(line => line.id));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const counted = new Set(rules.parameters.map(line => line.family));
  const uncounted = rules.support.flatMap(({ law, regimes }) =>
    regimes.flatMap(({ code, decided_by, apply_within }) =>
      [decided_by, apply_within]
        .filter(family => family !== null && !counted.has(family))
        .map(family => `${law}: ${code} names ${family}, which no line counts`),
    ),
  );
  return [
    ...uncounted,
    ...rules.parameters.flatMap(misfits(counted)),
    ...rules.granting
      .filter(each => !counted.has(each.family))
      .map(each => `${each.id}: grants what no line counts`),
    ...rules.fractions.flatMap(({ id, applies_to }) =>
      applies_to
        .filter(family => !counted.has(family))
        .map(family => `${id}: holds for ${family}, which no line counts`),
    ),
    ...twice.map(id => `${id}: this id is used twice`),
    ...families
      .flatMap(lines => overlaps(lines))
      .map(([one, other]) => `${one.id} and ${other.id}: two lines of one family for the same day`),
  ];
}

/** What does not add up in one line: a sum of the law that is not the sum of its parts, and a line to go on with that is not there. */
const misfits =
  (families: ReadonlySet<string>) =>
  (line: Parameter): string[] => [
    ...Object.entries(line.in_all ?? {})
      .filter(([kind, whole]) => totalOf(fullLengths(line, kind)) !== totalOf([whole]))
      .map(([kind]) => `${line.id}: base and extensions of ${kind} do not make in_all`),
    ...(line.resumed_by && !families.has(line.resumed_by)
      ? [`${line.id}: is resumed by ${line.resumed_by}, which no line counts`]
      : []),
  ];

const totalOf = (lengths: readonly Length[]): string => {
  const { months, days, hours } = sumOf(lengths);
  return `${months} months ${days} days ${hours} hours`;
};
