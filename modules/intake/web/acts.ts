/* Turns a finished interview into acts: the file with her arrival and needs in one, then each paper, each child and each consent by itself, then the draft is
 * put away. Every act has an id made beforehand, so the whole may be sent again after a broken line without anything standing twice. */
import type { Id } from '../../../kernel/id.ts';
import type { Subject } from '../../../web/datasource.ts';
import { stateless } from '../../people/lists.ts';
import { consentPurposes } from '../record.ts';
import { answeredTo, consentInput } from './agreed.ts';
import { type Answers, answerOf, type Need, needNames, type Said, stateOf } from './answers.ts';

export interface PlannedAct {
  /** Which part of the interview it saves: `person`, `paper.0`, `child.1`, `consent.services`, `draft`. */
  readonly part: string;
  readonly act: string;
  readonly id: Id;
  readonly subject: Subject;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Names of all parts an interview has, in the order they are saved; `person` and `draft` always stand. */
export function partsOf(answers: Answers): string[] {
  return [
    'person',
    ...answers.papers.flatMap((paper, index) => (paper.kind ? [`paper.${index}`] : [])),
    ...answers.children.map((_, index) => `child.${index}`),
    ...consentPurposes
      .filter(purpose => answeredTo(answers, purpose) !== null)
      .map(purpose => `consent.${purpose}`),
    'draft',
  ];
}

/** The answers with an id for every act and every new row, those already made kept. */
export function withIds(answers: Answers, newId: () => Id): Answers {
  const ids: Record<string, Id> = { ...answers.ids };
  for (const part of partsOf(answers)) {
    ids[part] ??= newId();
    ids[`act ${part}`] ??= newId();
  }
  return { ...answers, ids };
}

/** The acts in order. `answers` come from `withIds`. */
export function plannedActs(answers: Answers, draft: Id): PlannedAct[] {
  const person = answers.ids.person!;
  const planned = (part: string, act: string, record: string, input: PlannedAct['input']): PlannedAct => ({
    part,
    act,
    id: answers.ids[`act ${part}`]!,
    subject: { record, id: part === 'draft' ? draft : answers.ids[part]! },
    input,
  });
  return partsOf(answers).map(part => {
    const [kind, which] = part.split('.') as [string, string];
    if (kind === 'person') return planned(part, 'person.register', 'person', registerInput(answers));
    if (kind === 'paper')
      return planned(
        part,
        'identityPaper.record',
        'identityPaper',
        paperInput(answers, Number(which), person),
      );
    if (kind === 'child')
      return planned(part, 'child.record', 'child', childInput(answers, Number(which), person));
    if (kind === 'consent')
      return planned(part, 'consent.record', 'consent', consentInput(answers, which, person));
    return planned(part, 'draft.discard', 'draft', { used: 'yes' });
  });
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** An interview answer as the server wants it: the value, or why there is none. */
function sent<V, S = V>(
  said: Said<V> | undefined,
  of: (value: V) => S = value => value as unknown as S,
): S | { unanswered: string } {
  const value = answerOf(said);
  return value === null ? { unanswered: stateOf(said) ?? 'not_asked' } : of(value);
}

export function registerInput(answers: Answers): Record<string, unknown> {
  const names = [
    ...(orNull(answers.calledName) ? [{ text: answers.calledName.trim(), kind: 'nickname' }] : []),
    ...answers.otherNames
      .filter(name => orNull(name.text))
      .map(({ text, kind }) => ({ text: text.trim(), kind })),
  ];
  const needs = Object.fromEntries(needNames.map(need => [need, answers.needs[need] ?? 'not_asked']));
  return {
    entry: 'screen',
    fullName: sent(answers.fullName),
    otherNames: names.length > 0 ? names : { unanswered: answers.otherNamesState ?? 'not_asked' },
    born: sent(answers.born),
    sex: sent(answers.sex),
    ethnicity: sent(answers.ethnicity),
    nationality: sent(answers.nationality),
    livesHere: answerOf(answers.nationality) === stateless ? (answers.livesHere ?? 'not_asked') : null,
    spoken: sent(answers.spoken),
    origin: sent(answers.origin, unit => unit.id),
    originNote: orNull(answers.originNote),
    phone: sent(answers.phone),
    address: sent(answers.homeAddress),
    bankAccount: { unanswered: 'not_asked' },
    ...needs,
    medicalNote: orNull(answers.medicalNote),
    interpreterLanguages: answers.interpreterLanguages,
    met: answers.met.filter(need => answers.needs[need as Need] === 'yes'),
    keepFrom: orNull(answers.keepFrom),
    route: answers.route,
    arrivedAt: sent(answers.arrivedAt),
    place: sent(answers.place, unit => unit.id),
    placeNote: orNull(answers.placeNote),
    handedOverBy: orNull(answers.handedOverBy),
    fromCountry: sent(answers.fromCountry),
    fromArea: sent(answers.fromArea),
    leftHome: sent(answers.leftHome),
    childrenWithHer: sent(answers.childrenCount),
    herAccount: sent(answers.account),
  };
}

function paperInput(answers: Answers, index: number, person: Id): Record<string, unknown> {
  const paper = answers.papers[index]!;
  return {
    person,
    paperKind: paper.kind,
    paperNumber: orNull(paper.number),
    issuedOn: paper.issuedOn,
    issuer: orNull(paper.issuer),
  };
}

function childInput(answers: Answers, index: number, person: Id): Record<string, unknown> {
  const child = answers.children[index]!;
  return {
    person,
    childName: sent(child.name),
    born: sent(child.born),
    sex: sent(child.sex),
    relation: sent(child.relation),
  };
}
