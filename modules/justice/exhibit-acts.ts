/* An exhibit comes in, and gets its files. Of one that holds a state secret nothing is told but its number, and no file is taken. */
import { act } from '../../kernel/act/act.ts';
import { flag, sealed } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { findCase, seatsOf } from './case-rows.ts';
import { type mediaTypes, mostExhibitBytes } from './exhibit-lists.ts';
import { custodyStep, exhibit, exhibitFile } from './exhibit-record.ts';

const of = exhibit.fields;
const step = custodyStep.fields;

export const receiveExhibit = act({
  name: 'exhibit.receive',
  record: 'exhibit',
  creates: true,
  input: {
    criminalCase: of.criminalCase,
    exhibitKind: of.exhibitKind,
    classified: of.classified,
    referenceNumber: of.referenceNumber,
    what: of.what,
    exhibitWay: of.exhibitWay,
    gotAt: of.gotAt,
    gotPlace: of.gotPlace,
    minutesNumber: of.minutesNumber,
    fromWhom: of.fromWhom,
    sealNumber: step.sealNumber,
  },
  writes: { exhibit: { insert: true }, custodyStep: { insert: true } },
  facts: (source, { input }) => findCase(source, input.criminalCase),
  decide({ subject, input, now, newId, actor }, file) {
    if (!file) return invalid({ field: 'criminalCase', reason: 'no_such_case' });
    const isClassified = input.classified === 'yes';
    const issues: FieldIssue[] = [];
    if (input.gotAt! > now) issues.push({ field: 'gotAt', reason: 'in_future' });
    if (isClassified && !input.referenceNumber) issues.push({ field: 'referenceNumber', reason: 'required' });
    // Of a state secret nothing is told here but its number, not even what it is or from whom.
    for (const field of ['what', 'gotPlace', 'fromWhom'] as const)
      if (isClassified && input[field]) issues.push({ field, reason: 'secret_exhibit' });
    if (!isClassified && !input.what) issues.push({ field: 'what', reason: 'required' });
    if (issues.length > 0) return invalid(...issues);
    const { sealNumber, ...values } = input;
    const holding = { holder: actor.officer, holderOffice: actor.office };
    const seats = seatsOf(file);
    return {
      changes: [
        {
          insert: 'exhibit',
          id: subject,
          values: { ...values, ...seats, ...holding, state: 'held', lastTurn: 1, lastAt: input.gotAt },
        },
        {
          insert: 'custodyStep',
          id: newId(),
          values: {
            criminalCase: file.id,
            ...seats,
            exhibit: subject,
            turn: 1,
            custodyKind: 'received',
            happenedAt: input.gotAt,
            ...holding,
            sealNumber,
          },
        },
      ],
    };
  },
});

/** What the server found when it looked at the bytes. */
export interface LookedAtExhibit {
  readonly type: (typeof mediaTypes)[number];
  readonly size: number;
  readonly hash: string;
}

export const attachExhibitFile = act({
  name: 'exhibitFile.attach',
  record: 'exhibitFile',
  creates: true,
  input: {
    exhibit: exhibitFile.fields.exhibit,
    title: exhibitFile.fields.title,
    content: sealed({ required: true, max: exhibitFile.fields.content.options.max }),
    /** Who brings a file says that it bears no mark of secrecy. */
    notSecret: flag({}),
  },
  writes: { exhibitFile: { insert: true } },
  facts: async (source, { input }) => ({
    of: await source.find('exhibit', input.exhibit as string),
    looked: await source.make<LookedAtExhibit>('exhibit.look', { content: input.content }),
  }),
  decide({ subject, input, actor }, { of: to, looked }) {
    if (!to) return invalid({ field: 'exhibit', reason: 'no_such_exhibit' });
    if (to.classified === 'yes') return new Problem('exhibit.classified');
    if (to.state === 'released' || to.state === 'destroyed')
      return new Problem('act.wrong_state', { state: to.state });
    if (!input.notSecret) return invalid({ field: 'notSecret', reason: 'secret_paper' });
    if (looked.size === 0) return invalid({ field: 'content', reason: 'required' });
    if (looked.size > mostExhibitBytes)
      return invalid({
        field: 'content',
        reason: 'exhibit_too_large',
        params: { max: mostExhibitBytes / 1_000_000 },
      });
    return {
      changes: [
        {
          insert: 'exhibitFile',
          id: subject,
          values: {
            criminalCase: to.criminalCase,
            ...seatsOf(to),
            exhibit: to.id,
            title: input.title,
            mediaType: looked.type,
            size: looked.size,
            hash: looked.hash,
            broughtBy: actor.officer,
            content: input.content,
          },
        },
      ],
    };
  },
});

export const exhibitActs = [receiveExhibit, attachExhibitFile] as const;
