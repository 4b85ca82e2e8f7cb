/* Puts the invented province into an empty database: units and offices of both eras, the standing cast, and the journeys of people who never were. Files of
 * offices that have ended lie with the office that answers for them today; what a body asserted keeps the name of that body. */
import type pg from 'pg';
import { addDays, type Day, dayOf, type Instant, instantOf, startOfDay } from '../../kernel/day.ts';
import { commitmentOf, type LedgerEntry, leafOf } from '../../kernel/ledger/entry.ts';
import { declarationVersion } from '../../modules/index.ts';
import { comparePeople, nameKeys } from '../../modules/people/names/index.ts';
import { shareBundles, shelterBundles } from '../../modules/referrals/index.ts';
import { lawOn, verificationFields } from '../../modules/victims/index.ts';
import type { Connection } from '../../server/db/embedded.ts';
import { connectAsOwner } from '../../server/db/owner.ts';
import type { Keyring } from '../../server/seal/keyring.ts';
import { findTerm } from '../../server/terms.ts';
import { AGENCIES, answerableOn, getOfficeById, OFFICES } from './agencies.ts';
import { CAST, getOfficer, postsOn } from './cast.ts';
import { nameId } from './ids.ts';
import { copyLines, copyText, RowWriter } from './rows.ts';
import { LINEAGE, UNITS } from './units.ts';
import type { PersonJourney, Referral } from './world/types.ts';
import { DEFAULT_SIZE, inventWorld } from './world.ts';

export interface SeedTarget {
  readonly owner: Connection;
  readonly keyring: Keyring;
}

export interface SeedOptions {
  readonly seed?: number;
  readonly size?: number;
  readonly today?: Day;
  readonly say?: (vi: string, en: string) => void;
  readonly onProgress?: (people: number) => void;
}

const province = 'lao_cai';
const inventor = nameId('officer', 'inventor-of-the-world');
const order = [
  'unit',
  'unitLineage',
  'agency',
  'office',
  'officer',
  'post',
  'person',
  'arrival',
  'needs',
  'child',
  'identityPaper',
  'consent',
  'screening',
  'assertion',
  'verification',
  'referral',
  'share',
  'note',
  'likeness',
  'statementNotice',
];
const batch = 500;

/** @returns true when the world was written now, false when there was one already. */
export async function seedIfEmpty(target: SeedTarget, options: SeedOptions = {}): Promise<boolean> {
  const client = await connectAsOwner(target.owner, 'chungtay seed');
  try {
    const { rows } = await client.query('select exists (select from officer) as there');
    if (rows[0].there) return false;
    options.say?.(
      'Đang dựng tỉnh giả lập (người và sự việc đều do máy bịa ra)…',
      'Making the invented province (nobody in it is real)…',
    );
    await client.query('begin');
    await writeWorld(client, target.keyring, options);
    await client.query('commit');
    await client.query('analyze');
    return true;
  } finally {
    await client.end();
  }
}

export interface FirstAdministrator {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly lang: 'vi' | 'en';
}

/** Who stands behind what was entered before anybody could sign in. */
export const founderId: string = inventor;

/**
 * Begins a real province in an empty database: the units and offices of both eras, and one administrator, who names everybody else. Nothing invented but
 * what the offices say of themselves (see data/agencies). @returns false when there are officers already.
 */
export async function foundProvince(target: SeedTarget, administrator: FirstAdministrator): Promise<boolean> {
  const client = await connectAsOwner(target.owner, 'chungtay found');
  try {
    const { rows } = await client.query('select exists (select from officer) as there');
    if (rows[0].there) return false;
    const now = instantOf(Date.now());
    const today = dayOf(now);
    const { id, name, email, lang } = administrator;
    const office = OFFICES.find(
      one =>
        one.competences.includes('administer') &&
        (!one.valid_to || one.valid_to > today) &&
        (!one.valid_from || one.valid_from <= today),
    );
    if (!office) throw new Error('no office administers the system today');
    const made = { madeAt: now, madeBy: inventor };
    await client.query('begin');
    const writer = new RowWriter(client, target.keyring, province, order);
    writeGround(writer, now, 'Người lập hệ thống');
    writer.add('officer', { id, ...made }, { name, title: null, email, lang, castKey: null, ended: false });
    writer.add(
      'post',
      { id: nameId('post', `founding ${id}`), office: office.id, ...made },
      { officer: id, role: 'administrator', extent: 'office', validFrom: today, validTo: null },
    );
    await writer.flush();
    await client.query("insert into ct.installation (name, value) values ('world', 'real')");
    await client.query('commit');
    return true;
  } finally {
    await client.end();
  }
}

export async function writeWorld(client: pg.Client, keyring: Keyring, options: SeedOptions): Promise<void> {
  const now = instantOf(Date.now());
  const today = options.today ?? dayOf(now);
  const writer = new RowWriter(client, keyring, province, order);
  writeGround(writer, now, 'Người dựng tỉnh giả lập');
  writeCast(writer, now);
  await writer.flush();
  // Invented rows fit each other by construction; where the role may, they go in without a check for each (a third of the time).
  await client.query('savepoint quick');
  await client
    .query('set local session_replication_role = replica')
    .catch(() => client.query('rollback to savepoint quick'));
  await client.query("insert into ct.installation (name, value) values ('world', 'invented'), ('seed', $1)", [
    String(options.seed ?? 1),
  ]);
  await client.query("insert into ct.installation (name, value) values ('cast', $1)", [
    JSON.stringify(Object.fromEntries(CAST.map(officer => [officer.key, officer.who]))),
  ]);
  const people = new PeopleWriter(client, writer, today);
  let count = 0;
  for (const journey of inventWorld({ seed: options.seed ?? 1, today, size: options.size ?? DEFAULT_SIZE })) {
    people.add(journey);
    if (++count % batch === 0) {
      await people.flush();
      options.onProgress?.(count);
    }
  }
  await people.flush();
  await people.finish();
  options.onProgress?.(count);
}

/** Units, lineage, agencies, offices, and the one in whose name they were entered. */
function writeGround(writer: RowWriter, now: Instant, founder: string): void {
  const made = { madeAt: now, madeBy: inventor };
  for (const unit of UNITS)
    writer.add(
      'unit',
      { id: unit.id, ...made },
      {
        level: unit.level,
        code: unit.code,
        name: unit.name,
        fullName: unit.full_name,
        nameEn: unit.name_en,
        unitType: unit.unit_type,
        parent: unit.parent,
        validFrom: unit.valid_from,
        validTo: unit.valid_to,
        pilot: unit.pilot,
        pilotSuccessor: unit.pilot_successor,
        longitude: unit.point?.[0] === undefined ? null : String(unit.point[0]),
        latitude: unit.point?.[1] === undefined ? null : String(unit.point[1]),
      },
    );
  for (const [index, move] of LINEAGE.entries())
    writer.add(
      'unitLineage',
      { id: nameId('unit', `lineage ${index} ${move.predecessor} ${move.successor}`), ...made },
      {
        predecessor: move.predecessor,
        successor: move.successor,
        change: move.kind,
        onDay: move.on,
      },
    );
  for (const agency of AGENCIES)
    writer.add(
      'agency',
      { id: agency.id, ...made },
      { key: agency.key, name: agency.name.vi, nameEn: agency.name.en, agencyKind: agency.kind },
    );
  const agencyIds = new Map(AGENCIES.map(agency => [agency.key, agency.id]));
  for (const office of OFFICES)
    writer.add(
      'office',
      { id: office.id, ...made },
      {
        agency: agencyIds.get(office.agency)!,
        name: office.name.vi,
        nameEn: office.name.en,
        shortName: office.short.vi,
        shortNameEn: office.short.en,
        parent: office.parent,
        area: office.unit,
        level: office.level,
        competence: office.competences,
        successors: OFFICES.filter(other => other.successor_of.includes(office.id)).map(other => other.id),
        validFrom: office.valid_from,
        validTo: office.valid_to,
      },
    );
  writer.add(
    'officer',
    { id: inventor, ...made },
    {
      name: founder,
      title: null,
      email: 'nobody@chungtay.example',
      lang: 'vi',
      castKey: null,
      ended: true,
    },
  );
}

/** The standing cast and their posts, through both eras. */
function writeCast(writer: RowWriter, now: Instant): void {
  const made = { madeAt: now, madeBy: inventor };
  for (const officer of CAST) {
    writer.add(
      'officer',
      { id: officer.id, ...made },
      {
        name: officer.name,
        title: officer.title.vi,
        email: officer.email,
        lang: officer.language,
        castKey: officer.key,
        ended: false,
      },
    );
    for (const post of officer.posts)
      writer.add(
        'post',
        { id: post.id, office: post.office, ...made },
        {
          officer: officer.id,
          role: post.role,
          extent: post.extent,
          validFrom: post.valid_from,
          validTo: post.valid_to,
        },
      );
  }
}

const ledgerColumns =
  'id, kind, name, officer, post, role, agency, office, session, subject_record, subject_id, person_ids, purpose, ground, made_at, received_at, declaration, commitment, leaf';

class PeopleWriter {
  readonly #client: pg.Client;
  readonly #writer: RowWriter;
  readonly #today: Day;
  readonly #numbers = new Map<string, number>();
  readonly #byKey = new Map<string, PersonJourney>();
  readonly #answerable = new Map<string, string>();
  #keys: string[] = [];
  #entries: string[] = [];
  #bodies: string[] = [];

  constructor(client: pg.Client, writer: RowWriter, today: Day) {
    this.#client = client;
    this.#writer = writer;
    this.#today = today;
  }

  /** The office that answers today for what this one held. */
  #now(office: string): string {
    let known = this.#answerable.get(office);
    if (!known) {
      known = answerableOn(getOfficeById(office), this.#today)[0]?.id ?? office;
      this.#answerable.set(office, known);
    }
    return known;
  }

  #number(prefix: string, at: string): string {
    const year = dayOf(at as Instant).slice(0, 4);
    const next = (this.#numbers.get(`${prefix}-${year}`) ?? 0) + 1;
    this.#numbers.set(`${prefix}-${year}`, next);
    return `${prefix}-${year}-${String(next).padStart(6, '0')}`;
  }

  add(invented: PersonJourney): void {
    const journey = stillRunning(invented, this.#today);
    const { person, arrival } = journey;
    const holder = this.#now(arrival.office);
    const by = (key: string | null) => (key ? getOfficer(key).id : inventor);
    const part = (id: string, office: string, at: string, officer: string | null) => ({
      id,
      person: person.id,
      office,
      madeAt: at,
      madeBy: by(officer),
    });
    const writer = this.#writer;
    const number = this.#number('NN', arrival.recordedAt);
    writer.add(
      'person',
      {
        id: person.id,
        office: holder,
        number,
        madeAt: arrival.recordedAt,
        madeBy: by(arrival.officer),
        unanswered: person.unanswered,
      },
      {
        fullName: person.fullName,
        otherNames:
          person.otherNames.length > 0 ? person.otherNames.map(text => ({ text, kind: 'alias' })) : null,
        born: person.born,
        sex: person.sex,
        ethnicity: person.unanswered.ethnicity ? null : person.ethnicity,
        nationality: person.nationality,
        spoken: person.spoken,
        origin: person.origin,
        originNote: person.originNote,
        state: journey.closed ? 'closed' : 'open',
        entry: 'seed',
        phone: person.phone,
      },
    );
    writer.add('arrival', part(arrival.id, holder, arrival.recordedAt, arrival.officer), {
      route: arrival.route,
      arrivedAt: arrival.arrivedAt,
      fromCountry: arrival.fromCountry,
      fromArea: arrival.fromArea,
      leftHome: arrival.leftHome,
      handedOverBy: arrival.handedOverBy,
      childrenWithHer: journey.children.length,
    });
    const { id: needsId, met, interpreterLanguages, ...answers } = journey.needs;
    writer.add('needs', part(needsId, holder, arrival.recordedAt, arrival.officer), {
      ...answers,
      met,
      interpreterLanguages,
    });
    for (const child of journey.children)
      writer.add('child', part(child.id, holder, arrival.recordedAt, arrival.officer), {
        childName: child.childName,
        born: child.born,
        sex: child.sex,
        relation: child.relation,
      });
    for (const paper of person.papers)
      writer.add('identityPaper', part(paper.id, holder, arrival.recordedAt, arrival.officer), {
        paperKind: paper.paperKind,
        paperNumber: paper.paperNumber,
      });
    for (const consent of journey.consents)
      writer.add('consent', part(consent.id, this.#now(consent.office), consent.givenAt, consent.officer), {
        consentPurpose: consent.consentPurpose,
        given: consent.given,
        recipient: consent.recipient ? this.#now(consent.recipient) : null,
        language: consent.language,
        givenBy: consent.givenBy,
        withdrawnAt: consent.withdrawnAt,
        withdrawnWhy: consent.withdrawnWhy,
      });
    if (journey.screening) {
      const { id, office, officer, ...screening } = journey.screening;
      writer.add('screening', part(id, office, screening.screenedAt, officer), screening);
    }
    for (const assertion of journey.assertions)
      writer.add('assertion', part(assertion.id, assertion.office, assertion.assertedAt, assertion.officer), {
        assertionKind: assertion.assertionKind,
        finding: assertion.finding,
        assertedOn: assertion.assertedOn,
        law: assertion.law,
        purposes: assertion.purposes.length > 0 ? assertion.purposes : null,
        ...(assertion.paper ?? {}),
        reason: assertion.reason,
      });
    this.#addVerification(journey, holder, part);
    this.#addReferrals(journey, part);
    for (const note of journey.notes)
      writer.add('note', part(note.id, this.#now(note.office), note.at, note.officer), {
        noteKind: note.noteKind,
        onDay: note.onDay,
        text: note.text,
      });
    for (const key of nameKeys([person.fullName, ...person.otherNames], person.born))
      this.#keys.push([key, holder, person.id, person.born?.slice(0, 4) ?? null].map(copyText).join('\t'));
    this.#addLikeness(journey, holder, part);
    this.#addStatementNotice(journey, holder, number, part);
    this.#tell(journey);
  }

  #addVerification(
    journey: PersonJourney,
    holder: string,
    part: (id: string, office: string, at: string, officer: string | null) => object,
  ): void {
    const verification = journey.verification;
    if (!verification) return;
    const term =
      findTerm('victim.initial_check', verification.receivedOn) ??
      findTerm('victim.verify', verification.receivedOn);
    const toOffice = this.#now(verification.toOffice);
    const forgotten = !verification.answer && verification.receivedOn < addDays(this.#today, -180);
    this.#writer.add(
      'verification',
      {
        ...part(verification.id, holder, verification.sentAt, verification.officer),
        number: this.#number('XM', verification.sentAt),
      } as never,
      {
        toOffice,
        state: verification.answer ? 'answered' : forgotten ? 'withdrawn' : 'sent',
        law: lawOn(verification.receivedOn),
        receivedOn: verification.receivedOn,
        question: verification.question,
        rule: term?.rule ?? null,
        dueOn: term?.due ?? null,
        advisory: !term || term.advisory || !term.due ? 'yes' : 'no',
        complex: verification.complex ? 'yes' : 'no',
        answeredAt: verification.answer?.answeredAt,
        finding: verification.answer?.finding,
        reply: verification.answer?.reply,
      },
    );
    this.#writer.add(
      'share',
      part(shareId(verification.id), holder, verification.sentAt, verification.officer) as never,
      {
        toOffice,
        verification: verification.id,
        sharedFields: [...verificationFields],
        sharePurpose: 'verification',
        ground: 'legal_duty',
        startsAt: verification.sentAt,
        ...ending(
          startOfDay(addDays(dayOf(verification.sentAt), 365)),
          forgotten
            ? { at: startOfDay(addDays(verification.receivedOn, 180)), why: 'request_withdrawn' }
            : null,
          this.#today,
        ),
        ...sortValues(journey),
      },
    );
  }

  #addReferrals(
    journey: PersonJourney,
    part: (id: string, office: string, at: string, officer: string | null) => object,
  ): void {
    const sharedFields = shelterBundles.flatMap(bundle => shareBundles[bundle] ?? []);
    for (const one of journey.referrals) {
      const referral = settled(one, this.#today);
      const toOffice = this.#now(referral.toOffice);
      const open = referral.state === 'sent' || referral.state === 'accepted';
      const office = this.#now(referral.office);
      this.#writer.add(
        'referral',
        {
          ...part(referral.id, office, referral.sentAt, referral.officer),
          number: this.#number('CG', referral.sentAt),
        } as never,
        {
          toOffice,
          state: referral.state,
          referralPurpose: referral.referralPurpose,
          services: referral.services,
          sharedFields,
          ground: referral.ground,
          consent: referral.consent,
          until: referral.until,
          sentAt: referral.sentAt,
          remindOn: findTerm('practice.referral_silence', dayOf(referral.sentAt))?.due,
          answeredAt: referral.answeredAt,
          returnReason: referral.returnReason,
          endedAt: referral.endedAt,
          outcome: referral.outcome,
        },
      );
      this.#writer.add(
        'share',
        part(shareId(referral.id), office, referral.sentAt, referral.officer) as never,
        {
          toOffice,
          referral: referral.id,
          sharedFields,
          sharePurpose: referral.referralPurpose,
          ground: 'consent',
          consent: referral.consent,
          startsAt: referral.sentAt,
          ...ending(
            startOfDay(addDays(referral.until, 1)),
            open ? null : { at: referral.endedAt ?? referral.answeredAt, why: `referral_${referral.state}` },
            this.#today,
          ),
          ...sortValues(journey),
        },
      );
    }
  }

  /** In the criminal cases of the last two years the investigators know that a victim may give a statement, and whom to ask. */
  #addStatementNotice(
    journey: PersonJourney,
    holder: string,
    fileNumber: string,
    part: (id: string, office: string, at: string, officer: string | null) => object,
  ): void {
    const identified = journey.assertions.find(
      one => one.assertionKind === 'identified' && one.finding === 'victim',
    );
    if (!journey.caseKey || !identified || identified.assertedOn < addDays(this.#today, -730)) return;
    const investigators = postsOn(getOfficer('khai'), this.#today)[0];
    if (!investigators) return;
    this.#writer.add(
      'statementNotice',
      part(
        nameId('officer', `statement ${journey.key}`),
        holder,
        identified.assertedAt,
        journey.arrival.officer,
      ) as never,
      {
        toOffice: investigators.office,
        fileNumber,
        available: 'yes',
        contact: holder,
        fromDay: identified.assertedOn,
        withSupportPerson: 'yes',
      },
    );
  }

  #addLikeness(
    journey: PersonJourney,
    holder: string,
    part: (id: string, office: string, at: string, officer: string | null) => object,
  ): void {
    if (this.#byKey.size < 20_000) this.#byKey.set(journey.key, journey);
    const original = journey.duplicateOf ? this.#byKey.get(journey.duplicateOf.key) : undefined;
    if (!original) return;
    const comparable = ({ person }: PersonJourney) => ({
      names: [person.fullName, ...person.otherNames].map(text => ({ text, kind: 'official' as const })),
      born: person.born,
      sex: person.sex,
      ethnicity: person.ethnicity,
    });
    const compared = comparePeople(comparable(journey), comparable(original));
    if (compared.level === 'none') return;
    this.#writer.add(
      'likeness',
      part(
        nameId('officer', `likeness ${journey.key}`),
        holder,
        journey.arrival.recordedAt,
        journey.arrival.officer,
      ) as never,
      {
        other: original.person.id,
        level: compared.level,
        bits: Math.max(0, Math.round(compared.bits)),
        reasons: JSON.stringify(compared.reasons.map(reason => ({ code: reason.code, params: {} }))),
        verdict: 'open',
      },
    );
  }

  /** One entry a person: that the world was invented, so that nobody takes it for something that was done. */
  #tell(journey: PersonJourney): void {
    const salt = Buffer.alloc(32, journey.key);
    const body = { invented: journey.key };
    const entry: LedgerEntry = {
      id: nameId('officer', `entry ${journey.key}`),
      kind: 'system',
      name: 'world.invent',
      officer: null,
      post: null,
      role: null,
      agency: null,
      office: null,
      session: null,
      subject_record: 'person',
      subject_id: journey.person.id,
      person_ids: [journey.person.id],
      purpose: null,
      ground: null,
      made_at: journey.arrival.recordedAt,
      received_at: journey.arrival.recordedAt,
      declaration: declarationVersion,
      commitment: commitmentOf(salt, body),
    };
    const cells = ledgerColumns
      .split(', ')
      .map(column => (column === 'leaf' ? leafOf(entry) : entry[column as keyof LedgerEntry]));
    this.#entries.push(cells.map(cell => copyText(cell as never)).join('\t'));
    this.#bodies.push([entry.id, salt, body].map(cell => copyText(cell as never)).join('\t'));
  }

  async flush(): Promise<void> {
    await this.#writer.flush();
    await copyLines(this.#client, 'copy person_key (key, office, person, year) from stdin', this.#keys);
    await copyLines(this.#client, `copy ledger.entry (${ledgerColumns}) from stdin`, this.#entries);
    await copyLines(this.#client, 'copy ledger.body (entry_id, salt, body) from stdin', this.#bodies);
    [this.#keys, this.#entries, this.#bodies] = [[], [], []];
  }

  /** Human numbers go on where the world stopped; who was shared can be found by those it was shared with. */
  async finish(): Promise<void> {
    await this.#client.query('analyze share, person_key');
    await this.#client.query(
      `insert into person_key (key, office, person, share, year)
         select k.key, s.to_office, k.person, s.id, k.year from share s join person_key k on k.person = s.person and k.share is null
          where s.revoked_at is null and s.shared_fields @> array['person.fullName']`,
    );
    for (const [name, last] of this.#numbers) {
      const sequence = `ct.number_${name.toLowerCase().replace('-', '_')}`;
      await this.#client.query(`create sequence if not exists ${sequence}`);
      await this.#client.query(`alter sequence ${sequence} owner to chungtay_owner`);
      await this.#client.query('select setval($1, $2)', [sequence, last]);
    }
  }
}

/**
 * So that everybody who looks in finds work waiting: what began in the last weeks has not been decided yet, and shelters still care for people who came this year.
 */
function stillRunning(journey: PersonJourney, today: Day): PersonJourney {
  const arrived = dayOf(journey.arrival.arrivedAt);
  if (arrived < addDays(today, -300)) return journey;
  const undecided = arrived >= addDays(today, -100) && journey.verification !== null;
  return {
    ...journey,
    closed: null,
    verification:
      undecided && journey.verification ? { ...journey.verification, answer: null } : journey.verification,
    assertions: undecided
      ? journey.assertions.filter(one => one.assertionKind !== 'identified')
      : journey.assertions,
    referrals: journey.referrals.map(referral =>
      referral.state === 'completed'
        ? { ...referral, state: 'accepted', endedAt: null, outcome: null, until: addDays(today, 90) }
        : referral,
    ),
  };
}

/** Nobody leaves a referral open for years: what was never answered was taken back, what was taken on came to an end when its time was over. */
function settled(referral: Referral, today: Day): Referral {
  const { state, sentAt, until } = referral;
  if (state === 'sent' && dayOf(sentAt) < addDays(today, -240))
    return { ...referral, state: 'revoked', endedAt: startOfDay(addDays(dayOf(sentAt), 45)) };
  if (state === 'accepted' && until < today)
    return { ...referral, state: 'completed', endedAt: startOfDay(until), outcome: 'moved_on' };
  return referral;
}

/** When a share ends or ended: what ran out by itself is closed, as the nightly sweep closes it. */
function ending(
  until: Instant,
  closed: { readonly at: string | null; readonly why: string } | null,
  today: Day,
) {
  const ranOut = until <= startOfDay(today);
  return {
    until,
    revokedAt: closed?.at ?? (ranOut ? until : null),
    revokedWhy: closed ? closed.why : ranOut ? 'ran_out' : null,
  };
}

/** What the database keeps with a share so that shared files can be listed in order. */
const sortValues = ({ person, arrival }: PersonJourney) => ({
  fileName: person.fullName,
  fileBorn: person.born,
  fileMadeAt: arrival.recordedAt,
});

const shareId = (of: string): string => nameId('officer', `share ${of}`);
