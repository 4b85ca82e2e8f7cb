/* A case conference talks about her, so it needs the same grounds as a share: her consent, or a law that does without. Minutes stay with the file; who sat in it is
 * noted by office and name; what was decided becomes actions, which their owners' offices see and nothing more. */
import { act } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { ref } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { caseConference, conferenceAttendee } from './record.ts';

const person = ref('person', { required: true });
const { fileNumber: _number, ...held } = caseConference.fields;

interface ConsentRow {
  readonly given: string;
  readonly consent_purpose: string;
  readonly until: string | null;
  readonly withdrawn_at: string | null;
}

export const holdConference = act({
  name: 'caseConference.hold',
  record: 'caseConference',
  creates: true,
  input: { person, ...held },
  writes: { caseConference: { insert: true } },
  async facts(source, { input }) {
    const [consent] = input.consent
      ? await source.query<ConsentRow>(
          'select given, consent_purpose, until::text, withdrawn_at::text from consent where id = $1 and person = $2',
          [input.consent, input.person],
        )
      : [];
    return { consent, file: await source.find('person', input.person as string) };
  },
  decide({ subject, input, unanswered, now }, { consent, file }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const today = dayOf(now);
    if (input.heldOn! > today) return invalid({ field: 'heldOn', reason: 'in_future' });
    if (input.ground === 'consent') {
      const covers =
        consent?.given === 'yes' &&
        consent.withdrawn_at === null &&
        (consent.until === null || consent.until > today) &&
        ['services', 'referral'].includes(consent.consent_purpose);
      if (!covers) return new Problem('consent.missing');
    } else if (input.ground && !input.groundArticle)
      return invalid({ field: 'groundArticle', reason: 'required' });
    const { person: whose, ...values } = input;
    return {
      changes: [
        {
          insert: 'caseConference',
          id: subject,
          person: whose as string,
          values: { ...values, fileNumber: file.number },
          unanswered,
        },
      ],
      persons: [whose as string],
      ...(input.ground ? { ground: input.ground } : {}),
    };
  },
});

export const addAttendee = act({
  name: 'conferenceAttendee.add',
  record: 'conferenceAttendee',
  creates: true,
  input: { person, ...conferenceAttendee.fields },
  writes: { conferenceAttendee: { insert: true } },
  facts: (source, { input }) => source.find('caseConference', input.conference as string),
  decide({ subject, input, actor }, conference) {
    const { person: whose, ...values } = input;
    if (!conference || conference.person !== whose)
      return invalid({ field: 'conference', reason: 'reference' });
    // Talking about her with another office is sharing, whether or not it is on paper.
    if (!actor.reach.includes(input.attending as string) && !conference.ground)
      return new Problem('consent.missing');
    return {
      changes: [{ insert: 'conferenceAttendee', id: subject, person: whose as string, values }],
      persons: [whose as string],
    };
  },
});

export const conferenceActs = [holdConference, addAttendee] as const;
