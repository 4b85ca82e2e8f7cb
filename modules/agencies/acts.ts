/* Officers, posts and delegations. An administrator gives and ends posts; an officer lends her own post to another for a time. Ending takes effect at the
 * next statement of the database, because rights are derived from the post when they are used. */
import { act, type FactSource, type Row } from '../../kernel/act/act.ts';
import { addDays, type Day, dayOf } from '../../kernel/day.ts';
import {
  choice,
  day,
  flag,
  office as officeField,
  officer as officerField,
  text,
} from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { isEmail, normalEmail } from './email.ts';
import { officer, post } from './record.ts';
import { type AgencyKind, placesOfRole, type RoleName, separateRoles } from './roles.ts';
import { postHeld } from './standing.ts';

const { castKey: _cast, ended: _ended, ...officerInput } = officer.fields;

export const registerOfficer = act({
  name: 'officer.register',
  record: 'officer',
  creates: true,
  input: officerInput,
  writes: { officer: { insert: true } },
  facts: (source, { input }) =>
    source.query('select id from officer where lower(email) = $1 and ended is not true', [
      normalEmail(input.email ?? ''),
    ]),
  decide({ subject, input }, others) {
    const email = normalEmail(input.email ?? '');
    if (!isEmail(email)) return invalid({ field: 'email', reason: 'email' });
    if (others.length > 0) return invalid({ field: 'email', reason: 'email_taken' });
    return { changes: [{ insert: 'officer', id: subject, values: { ...input, email, ended: false } }] };
  },
});

const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** The day a post ends when it is ended on `day`: one that has not begun yet never does, so that its range is empty and not turned round. */
const endOn = (day: Day, validFrom: Day): Day => later(day, validFrom);

/** Over, or never to begin: its end is history and moves no more. */
const isOver = ({ validFrom, validTo }: { validFrom: Day; validTo: Day | null }, today: Day): boolean =>
  validTo !== null && validTo <= later(today, validFrom);

const daysOf = (row: Row) => ({ validFrom: row.validFrom as Day, validTo: row.validTo as Day | null });

interface Held {
  readonly id: string;
  readonly role: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly delegatedFrom: string | null;
}
const heldColumns = `p.id, p.role, p.valid_from::text as "validFrom", p.valid_to::text as "validTo", p.delegated_from as "delegatedFrom"`;

/** Posts lent from these. */
const loansOf = (source: FactSource, posts: readonly string[]): Promise<Held[]> =>
  source.query<Held>(`select ${heldColumns} from post p where p.delegated_from = any ($1::uuid[])`, [posts]);

/** Administrators' own posts of others who have not left. */
const otherAdministrators = (source: FactSource, officerId: string): Promise<Held[]> =>
  source.query<Held>(
    `select ${heldColumns} from post p join officer f on f.id = p.officer
      where p.role = 'administrator' and p.delegated_from is null and p.officer <> $1 and f.ended is not true`,
    [officerId],
  );

/** Whether nobody would give rights any more for as long as this post would have; the database says the same in `ct.administered_without`. */
function isLastAdministrator(held: Held, end: Day, others: readonly Held[]): boolean {
  if (held.role !== 'administrator' || held.delegatedFrom !== null) return false;
  const lastsAsLong = ({ validFrom, validTo }: Held) =>
    validFrom <= end && (validTo === null || (held.validTo !== null && validTo >= held.validTo));
  return !others.some(lastsAsLong);
}

/** Ends of posts that go on past a day. */
const endsOf = (posts: readonly Held[], day: Day) =>
  posts
    .filter(({ validFrom, validTo }) => validTo === null || validTo > endOn(day, validFrom))
    .map(({ id, validFrom }) => ({ update: 'post', id, set: { validTo: endOn(day, validFrom) } }));

export const endOfficer = act({
  name: 'officer.end',
  record: 'officer',
  input: { reason: text({ required: true, max: 300 }) },
  writes: { officer: { update: ['ended'] }, post: { update: ['validTo'] } },
  async facts(source, { subject, now }) {
    const posts = await source.query<Held>(
      `select ${heldColumns} from post p where p.officer = $1 and (p.valid_to is null or p.valid_to > greatest($2::date, p.valid_from))`,
      [subject, dayOf(now)],
    );
    const [loans, others] = await Promise.all([
      loansOf(
        source,
        posts.map(({ id }) => id),
      ),
      otherAdministrators(source, subject),
    ]);
    return { posts, loans, others };
  },
  decide({ row, subject, actor, now }, { posts, loans, others }) {
    if (!row) return new Problem('record.not_found');
    if (subject === actor.officer) return new Problem('act.not_yours');
    if (row.ended === true) return new Problem('officer.ended');
    const today = dayOf(now);
    if (posts.some(held => isLastAdministrator(held, endOn(today, held.validFrom), others)))
      return new Problem('post.last_administrator');
    return {
      changes: [
        { update: 'officer', id: subject, set: { ended: true } },
        ...endsOf([...posts, ...loans], today),
      ],
    };
  },
});

export const givePost = act({
  name: 'post.give',
  record: 'post',
  creates: true,
  input: {
    officer: officerField({ required: true }),
    atOffice: officeField({ required: true }),
    role: choice('role', post.fields.role.options.codes ?? [], { required: true }),
    extent: choice('extent', ['office', 'below'], { required: true }),
    head: flag(),
    validFrom: day({ required: true }),
    validTo: day(),
  },
  writes: { post: { insert: true } },
  facts: async (source, { input }) => ({
    officer: await source.find('officer', input.officer as string),
    office: (
      await source.query<{ kind: AgencyKind; validFrom: Day | null; validTo: Day | null }>(
        'select a.agency_kind as kind, o.valid_from::text as "validFrom", o.valid_to::text as "validTo" from office o join agency a on a.id = o.agency where o.id = $1',
        [input.atOffice],
      )
    )[0],
  }),
  decide({ subject, input, actor }, found) {
    if (input.officer === actor.officer) return new Problem('act.not_yours');
    const [from, to] = [input.validFrom!, input.validTo];
    if (to && to <= from) return invalid({ field: 'validTo', reason: 'before_start' });
    if (!found.officer) return invalid({ field: 'officer', reason: 'reference' });
    if (found.officer.ended === true) return invalid({ field: 'officer', reason: 'officer_ended' });
    if (!found.office) return invalid({ field: 'atOffice', reason: 'reference' });
    const { kind, validFrom, validTo } = found.office;
    if (!placesOfRole[input.role as RoleName].includes(kind))
      return invalid({ field: 'role', reason: 'role_elsewhere' });
    if ((validFrom && validFrom > from) || (validTo && validTo <= from))
      return invalid({ field: 'validFrom', reason: 'office_not_there' });
    const { atOffice, ...values } = input;
    return { changes: [{ insert: 'post', id: subject, office: atOffice as string, values }] };
  },
});

export const endPost = act({
  name: 'post.end',
  record: 'post',
  input: { validTo: day({ required: true }) },
  writes: { post: { update: ['validTo'] } },
  facts: async (source, { row, subject }) => ({
    loans: await loansOf(source, [subject]),
    others: row ? await otherAdministrators(source, row.officer as string) : [],
  }),
  decide({ row, subject, input, actor, now }, { loans, others }) {
    if (!row) return new Problem('record.not_found');
    if (row.officer === actor.officer) return new Problem('act.not_yours');
    const { validFrom, validTo } = daysOf(row);
    const end = input.validTo!;
    if (isOver({ validFrom, validTo }, dayOf(now))) return new Problem('post.ended');
    if (end < validFrom) return invalid({ field: 'validTo', reason: 'before_start' });
    // What was done under the post until now was done under it: an end in the past would make the ledger a liar.
    if (end < dayOf(now)) return invalid({ field: 'validTo', reason: 'in_past' });
    if (validTo && end > validTo) return invalid({ field: 'validTo', reason: 'after_end' });
    if (end !== validTo && isLastAdministrator(row as unknown as Held, end, others))
      return new Problem('post.last_administrator');
    return { changes: [{ update: 'post', id: subject, set: { validTo: end } }, ...endsOf(loans, end)] };
  },
});

/** Longest time a post may be lent, in days; the database says the same in `ct.may_lend`. */
export const longestDelegation = 60;

export const giveDelegation = act({
  name: 'delegation.give',
  record: 'post',
  creates: true,
  input: {
    toOfficer: officerField({ required: true }),
    validFrom: day({ required: true }),
    validTo: day({ required: true }),
    reason: text({ required: true, max: 300 }),
  },
  writes: { post: { insert: true } },
  facts: async (source, { actor, input }) => {
    const own = await source.find('post', actor.post);
    // The borrower's own posts on the first day. Near: in the lender's office, or, when hers reaches the offices below, in one of the same agency.
    const posts = await source.query<{ role: RoleName; near: boolean }>(
      `select p.role, p.office = $3 or ($4 and o.agency = (select agency from office where id = $3)) as near
         from post p join office o on o.id = p.office join officer f on f.id = p.officer
        where p.officer = $1 and f.ended is not true and p.delegated_from is null and ${postHeld('p', '$2')}`,
      [input.toOfficer, input.validFrom, actor.office, own?.extent === 'below'],
    );
    return { own, posts };
  },
  decide({ subject, input, actor, now }, { own, posts }) {
    if (!own || own.delegatedFrom) return new Problem('act.not_yours');
    if (input.toOfficer === actor.officer) return invalid({ field: 'toOfficer', reason: 'yourself' });
    const from = input.validFrom!;
    if (from < dayOf(now)) return invalid({ field: 'validFrom', reason: 'in_past' });
    if (input.validTo! <= from) return invalid({ field: 'validTo', reason: 'before_start' });
    if (input.validTo! > addDays(from, longestDelegation))
      return invalid({ field: 'validTo', reason: 'too_far', params: { days: longestDelegation } });
    if (own.validTo && input.validTo! > (own.validTo as Day))
      return invalid({ field: 'validTo', reason: 'after_own_post' });
    if (posts.some(held => separateRoles.includes(held.role) && held.role !== own.role))
      return invalid({ field: 'toOfficer', reason: 'separate_role' });
    if (!posts.some(held => held.near)) return invalid({ field: 'toOfficer', reason: 'not_a_colleague' });
    return {
      changes: [
        {
          insert: 'post',
          id: subject,
          office: actor.office,
          values: {
            officer: input.toOfficer,
            role: own.role,
            extent: own.extent,
            head: own.head,
            validFrom: from,
            validTo: input.validTo,
            delegatedFrom: actor.post,
            reason: input.reason,
          },
        },
      ],
      notices: [{ kind: 'delegation_given', officer: input.toOfficer as string, record: 'post', subject }],
    };
  },
});

export const endDelegation = act({
  name: 'delegation.end',
  record: 'post',
  input: {},
  writes: { post: { update: ['validTo'] } },
  decide({ row, subject, actor, now }) {
    if (!row) return new Problem('record.not_found');
    if (row.delegatedFrom !== actor.post) return new Problem('act.not_yours');
    const { validFrom, validTo } = daysOf(row);
    if (isOver({ validFrom, validTo }, dayOf(now))) return new Problem('post.ended');
    return { changes: [{ update: 'post', id: subject, set: { validTo: endOn(dayOf(now), validFrom) } }] };
  },
});

export const agencyActs = [
  registerOfficer,
  endOfficer,
  givePost,
  endPost,
  giveDelegation,
  endDelegation,
] as const;
