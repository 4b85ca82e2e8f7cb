/* A case conference talks about her, so it needs the same grounds as a share: her consent, or a law that does without. Minutes stay with the file; who sat in it is
 * noted by office and name; what was decided becomes actions, which their owners' offices see and nothing more. */
import { act } from '../../kernel/act/act.ts';
import { dayOf, type PartialDay } from '../../kernel/day.ts';
import { ref } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { type OfficeOfBody, officeOfBodySql } from '../agencies/index.ts';
import { coveredBy, findAnswers, findTakenBack, standingOf } from '../intake/index.ts';
import { caseConference, conferenceAttendee } from './record.ts';

const person = ref('person', { required: true });
const { fileNumber: _number, ...held } = caseConference.fields;

/** A conference is for helping her: of this purpose its consent must speak. */
const purpose = 'services';
const spoken = ['services', 'referral'];

export const holdConference = act({
  name: 'caseConference.hold',
  record: 'caseConference',
  creates: true,
  input: { person, ...held },
  writes: { caseConference: { insert: true } },
  async facts(source, { input }) {
    const consent = input.consent ? await source.find('consent', input.consent) : null;
    return { consent, file: await source.find('person', input.person as string) };
  },
  decide({ subject, input, unanswered, now }, { consent, file }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const today = dayOf(now);
    if (input.heldOn! > today) return invalid({ field: 'heldOn', reason: 'in_future' });
    if (input.ground === 'consent') {
      const covers =
        consent?.person === input.person &&
        standingOf(consent, today) === 'in_force' &&
        spoken.includes(consent.consentPurpose as string);
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
  async facts(source, { input }) {
    const conference = await source.find('caseConference', input.conference as string);
    const [consent, takenBack, answers, file, office] = await Promise.all([
      conference?.consent ? source.find('consent', conference.consent as string) : null,
      findTakenBack(source, conference?.consent ?? null),
      findAnswers(source, input.person),
      source.find('person', input.person as string),
      source.query<OfficeOfBody>(officeOfBodySql, [input.attending]),
    ]);
    const born = (file?.born ?? null) as PartialDay | null;
    return { conference, consent, takenBack, about: { answers, born, kind: office[0]?.agency_kind ?? null } };
  },
  decide({ subject, input, actor, now }, { conference, consent, takenBack, about }) {
    const { person: whose, ...values } = input;
    if (!conference || conference.person !== whose)
      return invalid({ field: 'conference', reason: 'reference' });
    // Talking about her with another office is sharing, whether or not it is on paper.
    if (!actor.reach.includes(input.attending as string)) {
      if (!conference.ground) return new Problem('consent.missing');
      const wanted = { purpose, office: input.attending, ...about };
      const gap =
        conference.ground !== 'consent'
          ? null
          : consent
            ? coveredBy(consent, takenBack, wanted, dayOf(now))
            : 'not_in_force';
      if (gap) return new Problem(gap === 'dissent' ? 'consent.dissent' : 'consent.missing');
    }
    return {
      changes: [{ insert: 'conferenceAttendee', id: subject, person: whose as string, values }],
      persons: [whose as string],
    };
  },
});

export const conferenceActs = [holdConference, addAttendee] as const;
