/* One consent of an interview, from what she said and what a guardian said: who is put down as having answered, and with what. Her own answer and a guardian's stay
 * apart; whoever was not asked stands as not asked, and a guardian's "yes" never becomes hers. */
import type { Answer } from '../../../kernel/fields/kinds.ts';
import { explanations } from '../record.ts';
import type { Answers } from './answers.ts';

/** An answer that says something, if only that she did not want to. */
const isPut = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer !== 'not_asked';

/** Whether a guardian answers as well: then a question has two answers. */
export const withGuardian = (answers: Answers): boolean =>
  answers.givenBy === 'guardian' || answers.givenBy === 'herself_and_guardian';

interface Answered {
  readonly given: Answer;
  readonly givenBy: 'herself' | 'guardian' | 'herself_and_guardian';
  readonly childAssent: Answer | null;
  readonly guardianAnswer: Answer | null;
}

/** What was answered about a purpose; null when nobody was asked. */
export function answeredTo(answers: Answers, purpose: string): Answered | null {
  const own = answers.consents[purpose];
  const guardian = withGuardian(answers) ? answers.guardianConsents[purpose] : undefined;
  if (!isPut(guardian)) {
    if (!isPut(own)) return null;
    return withGuardian(answers)
      ? { given: own, givenBy: 'herself', childAssent: own, guardianAnswer: 'not_asked' }
      : { given: own, givenBy: 'herself', childAssent: null, guardianAnswer: null };
  }
  const both = { childAssent: own ?? 'not_asked', guardianAnswer: guardian } as const;
  if (!isPut(own)) return { given: guardian, givenBy: 'guardian', ...both };
  // Her "yes" against a guardian's "no" stands as hers; whether anything rests on it, somebody must answer in words.
  if (own === 'yes' && guardian !== 'yes') return { given: own, givenBy: 'herself', ...both };
  return { given: own, givenBy: 'herself_and_guardian', ...both };
}

/** The parts of the file, the receiver and the end of a "yes"; none of them asked: the everyday parts, anybody who helps, until she takes it back. */
export interface Scope {
  readonly dataClasses?: readonly string[];
  readonly recipient?: string | null;
  readonly recipientKind?: string | null;
  readonly until?: string | null;
}

export const scopeOf = (answers: Answers, purpose: string): Scope => answers.scopes[purpose] ?? {};

/** Purposes of which nothing that names her goes out, and no part need be named. */
export const withoutParts: readonly string[] = ['statistics'];

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function consentInput(answers: Answers, purpose: string, person: string): Record<string, unknown> {
  const answered = answeredTo(answers, purpose)!;
  const scope = answered.given === 'yes' && !withoutParts.includes(purpose) ? scopeOf(answers, purpose) : {};
  const guarded = withGuardian(answers);
  return {
    person,
    consentPurpose: purpose,
    ...answered,
    guardianWho: guarded ? orNull(answers.guardianWho) : null,
    guardianInvolved: guarded ? answers.guardianInvolved : null,
    explained: Object.fromEntries(
      explanations.map(code => [code, answers.explained.includes(code) ? 'yes' : 'not_asked']),
    ),
    language: answers.consentLanguage,
    interpreter: answers.consentInterpreter,
    interpreterWho: answers.consentInterpreter === 'yes' ? orNull(answers.consentInterpreterWho) : null,
    dataClasses: scope.dataClasses?.length ? scope.dataClasses : null,
    recipient: scope.recipient ?? null,
    recipientKind: scope.recipient ? null : (scope.recipientKind ?? null),
    until: scope.until ?? null,
  };
}
