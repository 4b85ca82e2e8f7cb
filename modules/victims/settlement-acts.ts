/* Two bodies found differently about one person. Neither finding is changed: one side proposes which of them the offices go by, the other agrees or objects,
 * and then a superior decides. What a court found is never set aside here. */
import { act, type FactSource, type Row } from '../../kernel/act/act.ts';
import { dayOf } from '../../kernel/day.ts';
import { longText, office, ref } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';

/** The two assertions of a settlement as the actor may see them. */
async function pair(source: FactSource, ours: unknown, theirs: unknown) {
  return {
    ours: await source.find('assertion', ours as string),
    theirs: await source.find('assertion', theirs as string),
  };
}

/** Why one of the two cannot be gone by: it is neither of them, or a court found otherwise. */
function refuseStanding(stands: string | null, ours: Row, theirs: Row): Problem | null {
  if (stands !== null && stands !== ours.id && stands !== theirs.id)
    return invalid({ field: 'stands', reason: 'reference' });
  const courts = [ours, theirs].find(one => one.assertionKind === 'found_by_court');
  return courts && stands !== courts.id ? invalid({ field: 'stands', reason: 'court_stands' }) : null;
}

export const proposeSettlement = act({
  name: 'settlement.propose',
  record: 'settlement',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    ours: ref('assertion', { required: true }),
    theirs: ref('assertion', { required: true }),
    stands: ref('assertion', {}),
    reason: longText({ required: true, max: 2000 }),
  },
  writes: { settlement: { insert: true } },
  async facts(source, { input }) {
    const open = await source.query<{ id: string }>(
      `select id from settlement where person = $1 and state in ('proposed', 'with_superior')
         and array[ours, theirs] <@ array[$2, $3]::uuid[]`,
      [input.person, input.ours, input.theirs],
    );
    return { ...(await pair(source, input.ours, input.theirs)), open: open.length > 0 };
  },
  decide({ subject, input, now, actor }, { ours, theirs, open }) {
    if (!ours || ours.person !== input.person) return invalid({ field: 'ours', reason: 'reference' });
    if (!theirs || theirs.person !== input.person) return invalid({ field: 'theirs', reason: 'reference' });
    if (!actor.reach.includes(ours.office)) return invalid({ field: 'ours', reason: 'not_our_finding' });
    if (theirs.office === ours.office) return invalid({ field: 'theirs', reason: 'own_office' });
    if ([ours, theirs].some(one => one.assertionKind === 'screened') || ours.finding === theirs.finding)
      return invalid({ field: 'theirs', reason: 'no_contradiction' });
    if (open) return invalid({ field: 'theirs', reason: 'already_proposed' });
    const refused = refuseStanding(input.stands, ours, theirs);
    if (refused) return refused;
    const { person, ...values } = input;
    return {
      changes: [
        {
          insert: 'settlement',
          id: subject,
          person: person as string,
          values: { ...values, toOffice: theirs.office, state: 'proposed', proposedOn: dayOf(now) },
        },
      ],
      notices: [{ kind: 'settlement_proposed', office: theirs.office, record: 'settlement', subject }],
      persons: [person as string],
      ground: 'legal_duty',
    };
  },
});

export const agreeSettlement = act({
  name: 'settlement.agree',
  record: 'settlement',
  states: ['proposed'],
  input: { answer: longText({ max: 2000 }) },
  writes: { settlement: { update: ['state', 'answeredAt', 'answer'] } },
  decide: ({ row, subject, input, now }) =>
    row
      ? {
          changes: [
            {
              update: 'settlement',
              id: subject,
              set: { ...input, state: 'agreed', answeredAt: now },
              version: row.version,
            },
          ],
          notices: [{ kind: 'settlement_agreed', office: row.office, record: 'settlement', subject }],
          persons: [row.person as string],
          ground: 'legal_duty',
        }
      : new Problem('record.not_found'),
});

/** Whether $1 stands above one of the offices $2, however far, or coordinates the agencies. */
const isAbove = `with recursive line (id) as (
    select parent from office where id = any ($2::uuid[])
    union select o.parent from line join office o on o.id = line.id where o.parent is not null
  ) select exists (select from line where line.id = $1) or 'coordinate' = any (o.competence) as above
    from office o where o.id = $1 and (o.valid_to is null or o.valid_to > ct.today())`;

export const objectSettlement = act({
  name: 'settlement.object',
  record: 'settlement',
  states: ['proposed'],
  input: { answer: longText({ required: true, max: 2000 }), superior: office({ required: true }) },
  writes: { settlement: { update: ['state', 'answeredAt', 'answer', 'superior'] } },
  async facts(source, { row, input }) {
    const [found] = await source.query<{ above: boolean | null }>(isAbove, [
      input.superior,
      [row?.office, row?.toOffice],
    ]);
    return found?.above === true;
  },
  decide({ row, subject, input, now }, above) {
    if (!row) return new Problem('record.not_found');
    if (!above || input.superior === row.toOffice || input.superior === row.office)
      return invalid({ field: 'superior', reason: 'not_a_superior' });
    return {
      changes: [
        {
          update: 'settlement',
          id: subject,
          set: { ...input, state: 'with_superior', answeredAt: now },
          version: row.version,
        },
      ],
      notices: [
        {
          kind: 'settlement_to_decide',
          office: input.superior as string,
          record: 'settlement',
          subject,
        },
        { kind: 'settlement_objected', office: row.office, record: 'settlement', subject },
      ],
      persons: [row.person as string],
      ground: 'legal_duty',
    };
  },
});

export const decideSettlement = act({
  name: 'settlement.decide',
  record: 'settlement',
  states: ['with_superior'],
  input: { stands: ref('assertion', {}), decision: longText({ required: true, max: 2000 }) },
  writes: { settlement: { update: ['state', 'stands', 'decidedAt', 'decision'] } },
  facts: (source, { row }) => pair(source, row?.ours, row?.theirs),
  decide({ row, subject, input, now }, { ours, theirs }) {
    if (!row || !ours || !theirs) return new Problem('record.not_found');
    const refused = refuseStanding(input.stands, ours, theirs);
    if (refused) return refused;
    return {
      changes: [
        {
          update: 'settlement',
          id: subject,
          set: { ...input, state: 'decided', decidedAt: now },
          version: row.version,
        },
      ],
      notices: [row.office, row.toOffice as string].map(to => ({
        kind: 'settlement_decided',
        office: to,
        record: 'settlement',
        subject,
      })),
      persons: [row.person as string],
      ground: 'legal_duty',
    };
  },
});

export const settlementActs = [
  proposeSettlement,
  agreeSettlement,
  objectSettlement,
  decideSettlement,
] as const;
