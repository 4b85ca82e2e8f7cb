/* What the journey needs of support: the notes a shelter or a social-work centre keeps. They stay with the office that wrote them; nothing shares them by default. */
import { choice, day, longText } from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';

export const note = record('note', {
  partOf: 'person',
  caption: ['noteKind', 'onDay'],
  retention: { years: null, basis: 'with the file' },
  indexes: [['office', 'onDay']],
  fields: {
    noteKind: choice('noteKind', ['talk', 'health', 'family', 'school_work', 'safety', 'other'], {
      required: true,
      listed: true,
    }),
    onDay: day({ required: true, listed: true }),
    text: longText({ required: true }),
  },
});

export const supportRecords = [note] as const;
