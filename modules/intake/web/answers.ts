/* What an interview holds while it is not finished, as plain data: it is sealed on the server as JSON and opened again, so every part must survive that. A
 * question that was not answered keeps why (not known, declined, not asked); one nobody reached is simply missing, and is sent as "not asked". */
import type { Day, Instant, PartialDay } from '../../../kernel/day.ts';
import { isUnder18, parsePartialDay } from '../../../kernel/day.ts';
import type { Unanswered } from '../../../kernel/fields/kind.ts';
import type { Answer, PersonName } from '../../../kernel/fields/kinds.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Scope } from './agreed.ts';

export type Said<V> = { readonly value: V } | { readonly unanswered: Unanswered };

/** How the officer speaks to her; the sentences to read aloud take it up. */
export const pronouns = ['chi', 'em', 'co', 'anh', 'chau', 'ban'] as const;
export type Pronoun = (typeof pronouns)[number];

export const needNames = ['safety', 'medical', 'food', 'clothing', 'rest', 'interpreter'] as const;
export type Need = (typeof needNames)[number];

/** A unit as it was picked: the words are kept so that a draft opens without asking for them. */
export interface UnitSaid {
  readonly id: Id;
  readonly label: string;
  readonly path: string;
}
export interface OtherName extends PersonName {
  readonly id: Id;
}
export interface PaperSaid {
  readonly id: Id;
  readonly kind: string | null;
  readonly number: string;
  readonly issuedOn: Day | null;
  readonly issuer: string;
}
export interface ChildSaid {
  readonly id: Id;
  readonly name?: Said<string>;
  readonly born?: Said<PartialDay>;
  readonly sex?: Said<string>;
  readonly relation?: Said<string>;
}

export interface Answers {
  readonly pronoun: Pronoun;
  readonly needs: Partial<Record<Need, Answer>>;
  readonly medicalNote: string;
  readonly interpreterLanguages: readonly string[];
  readonly met: readonly string[];
  /** Who must not learn that she is here. */
  readonly keepFrom: string;
  readonly calledName: string;
  readonly fullName?: Said<string>;
  readonly otherNames: readonly OtherName[];
  readonly otherNamesState?: Unanswered;
  readonly born?: Said<PartialDay>;
  readonly sex?: Said<string>;
  readonly ethnicity?: Said<string>;
  readonly nationality?: Said<string>;
  /** Of somebody without a nationality: whether she lives in Viet Nam for good. */
  readonly livesHere?: Answer;
  readonly spoken?: Said<readonly string[]>;
  readonly leftHome?: Said<PartialDay>;
  readonly era: 'old' | 'new';
  readonly origin?: Said<UnitSaid>;
  readonly originNote: string;
  readonly phone?: Said<string>;
  readonly homeAddress?: Said<string>;
  readonly papers: readonly PaperSaid[];
  readonly papersState?: Unanswered;
  readonly route: string | null;
  readonly arrivedAt?: Said<Instant>;
  readonly place?: Said<UnitSaid>;
  readonly placeNote: string;
  readonly handedOverBy: string;
  readonly fromCountry?: Said<string>;
  readonly fromArea?: Said<string>;
  readonly childrenCount?: Said<number>;
  readonly children: readonly ChildSaid[];
  readonly explained: readonly string[];
  readonly consentLanguage: string | null;
  readonly givenBy: string | null;
  /** Her own answers, by purpose. */
  readonly consents: Readonly<Record<string, Answer>>;
  /** A guardian's, apart from hers. */
  readonly guardianConsents: Readonly<Record<string, Answer>>;
  readonly guardianWho: string;
  readonly guardianInvolved: Answer | null;
  readonly consentInterpreter: Answer | null;
  readonly consentInterpreterWho: string;
  /** Parts, receiver and end of a "yes", where they were asked. */
  readonly scopes: Readonly<Record<string, Scope>>;
  readonly account?: Said<string>;
  /** Ids of the acts that will save it, made once: a second try after a broken line says the same and is counted once. */
  readonly ids: Readonly<Record<string, Id>>;
  /** Saving began and its end was not heard; from then on nothing may be changed before it is known. */
  readonly saving: boolean;
}

export function emptyAnswers(): Answers {
  return {
    pronoun: 'chi',
    needs: {},
    medicalNote: '',
    interpreterLanguages: [],
    met: [],
    keepFrom: '',
    calledName: '',
    otherNames: [],
    era: 'old',
    originNote: '',
    papers: [],
    route: null,
    placeNote: '',
    handedOverBy: '',
    children: [],
    explained: [],
    consentLanguage: null,
    givenBy: null,
    consents: {},
    guardianConsents: {},
    guardianWho: '',
    guardianInvolved: null,
    consentInterpreter: null,
    consentInterpreterWho: '',
    scopes: {},
    ids: {},
    saving: false,
  };
}

/** A draft of an earlier version of this screen may lack what was added since. */
export function readAnswers(body: string | null): Answers {
  const kept: unknown = body ? JSON.parse(body) : {};
  return { ...emptyAnswers(), ...(kept as Partial<Answers>), ...anew(kept as Earlier) };
}

/** How the hour and the place of arrival once stood: bare, the hour begun with that of the interview. */
interface Earlier {
  readonly arrivedAt?: Said<Instant> | Instant;
  readonly place?: Said<UnitSaid> | UnitSaid | null;
}
function anew({ arrivedAt, place }: Earlier): Pick<Answers, 'arrivedAt' | 'place'> {
  return {
    ...(typeof arrivedAt === 'string' && { arrivedAt: { value: arrivedAt } }),
    ...(place === null && { place: undefined }),
    ...(place && 'id' in place && { place: { value: place } }),
  };
}

export function answerOf<V>(said: Said<V> | undefined): V | null {
  return said && 'value' in said ? said.value : null;
}
export function stateOf(said: Said<unknown> | undefined): Unanswered | null {
  return said && 'unanswered' in said ? said.unanswered : null;
}
/** A typed text as an answer; an emptied box is a question not asked. */
export function saidText(text: string): Said<string> | undefined {
  return text === '' ? undefined : { value: text };
}

/** The half-known day, when what was typed is one. */
export function dayOfAnswer(said: Said<PartialDay> | undefined): PartialDay | null {
  return parsePartialDay(answerOf(said));
}

/** In doubt a person is a child: the guardian's part in a consent is then asked for. */
export function mayBeChild(answers: Answers, today: Day): boolean {
  const born = dayOfAnswer(answers.born);
  return born !== null && isUnder18(born, today) !== 'no';
}

const oldMapEnds = '2025-07-01' as Day;

/** The day whose map a place is looked up on: when she left home, if that was under the map of old; the last day of that map; or today. */
export function mapDay(answers: Answers, today: Day): Day {
  if (answers.era === 'new') return today;
  const left = dayOfAnswer(answers.leftHome);
  if (left === null) return '2025-06-30' as Day;
  const day = (left.length === 4 ? `${left}-01-01` : left.length === 7 ? `${left}-01` : left) as Day;
  return day < oldMapEnds ? day : ('2025-06-30' as Day);
}
