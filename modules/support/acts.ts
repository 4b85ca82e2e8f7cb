/* Writing a note, and all that support does besides, gathered. A note is kept by the office that wrote it; the person's other offices do not see it. */
import { act } from '../../kernel/act/act.ts';
import { ref } from '../../kernel/fields/kinds.ts';
import { assessmentActs } from './assessment-acts.ts';
import { closingActs } from './closing-acts.ts';
import { conferenceActs } from './conference-acts.ts';
import { followUpActs } from './followup-acts.ts';
import { planActs } from './plan-acts.ts';
import { note } from './record.ts';

export const writeNote = act({
  name: 'note.write',
  record: 'note',
  creates: true,
  input: { person: ref('person', { required: true }), ...note.fields },
  writes: { note: { insert: true } },
  decide({ subject, input }) {
    const { person, ...values } = input;
    return {
      changes: [{ insert: 'note', id: subject, person: person as string, values }],
      persons: [person as string],
    };
  },
});

export const supportActs = [
  writeNote,
  ...assessmentActs,
  ...planActs,
  ...conferenceActs,
  ...followUpActs,
  ...closingActs,
] as const;
