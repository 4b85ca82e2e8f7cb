/* Who may be this person already, asked while she is being asked: the names, the birth date and the place typed so far are what is compared. */
import { type AlikeFound, useAlike } from '../../people/web/alike.tsx';
import { type Answers, answerOf, dayOfAnswer } from './answers.ts';

export function useAlikeOf(answers: Answers): readonly AlikeFound[] {
  const called = answers.calledName.trim();
  return useAlike({
    fullName: answerOf(answers.fullName)?.trim() || called || null,
    otherNames: [
      ...(called ? [{ text: called, kind: 'nickname' }] : []),
      ...answers.otherNames
        .filter(name => name.text.trim())
        .map(({ text, kind }) => ({ text: text.trim(), kind })),
    ],
    born: dayOfAnswer(answers.born),
    sex: answerOf(answers.sex),
    ethnicity: answerOf(answers.ethnicity),
    origin: answerOf(answers.origin)?.id ?? null,
  });
}
