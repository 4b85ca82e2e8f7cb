/* The journeys of people who never were, as rows. Files of offices that have ended lie with the office that answers for them today; what a body asserted
 * keeps the name of that body. */
import type pg from 'pg';
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../kernel/day.ts';
import { commitmentOf, type LedgerEntry, leafOf } from '../../kernel/ledger/entry.ts';
import { applicationFields, lying } from '../../modules/entitlements/index.ts';
import { declarationVersion } from '../../modules/index.ts';
import { comparePeople, nameKeys } from '../../modules/people/names/index.ts';
import { shareBundles, shelterBundles } from '../../modules/referrals/index.ts';
import { lawOn, silenceOf, verificationFields } from '../../modules/victims/index.ts';
import { rules } from '../../rules/index.ts';
import { findTerm } from '../../server/terms.ts';
import { answerableOn, getOffice, getOfficeById } from './agencies.ts';
import { getOfficer, postsOn } from './cast.ts';
import { nameId } from './ids.ts';
import { copyLines, copyText, type RowWriter } from './rows.ts';
import { type InventedDecision, inventApplication } from './world/entitlements.ts';
import type { PersonJourney, Referral } from './world/types.ts';
import { type Nights, shelterFacility } from './write-facilities.ts';
import { consentEnds, finerConsent, takenBackAt } from './write-said.ts';
import { writeSupport } from './write-support.ts';

/** In whose name the world is entered. */
export const inventor = nameId('officer', 'inventor-of-the-world');

const ledgerColumns =
  'id, kind, name, officer, post, role, agency, office, session, subject_record, subject_id, person_ids, purpose, ground, made_at, received_at, declaration, commitment, leaf';

/** Writes journeys as the rows, the name keys and the entries of the ledger they leave behind. */
export class PeopleWriter {
  readonly #client: pg.Client;
  readonly #writer: RowWriter;
  readonly #today: Day;
  readonly #numbers = new Map<string, number>();
  readonly #byKey = new Map<string, PersonJourney>();
  readonly #answerable = new Map<string, string>();
  /** Who stayed in the shelter from when to when, without names: its places are made to fit. */
  readonly nights: Nights[] = [];
  #keys: string[] = [];
  #closed: string[] = [];
  /** The first closed file, for the review that stands in the invented province. */
  closedFile: { readonly id: string; readonly number: string; readonly office: string } | null = null;
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

  /** The next human number of that kind in the year of a moment; `finish` lets the database go on from there. */
  number(prefix: string, at: string): string {
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
    const number = this.number('NN', arrival.recordedAt);
    if (journey.closed) {
      this.#closed.push([person.id, dayOf(journey.closed.at)].map(copyText).join('\t'));
      this.closedFile ??= { id: person.id, number, office: holder };
    }
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
        ...finerConsent(journey, consent, this.#today),
      });
    this.#addWithdrawals(journey, part);
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
        court: assertion.court,
        reason: assertion.reason,
      });
    this.#addVerification(journey, holder, part);
    this.#addReferrals(journey, part);
    this.#addStays(journey, part);
    for (const note of journey.notes)
      writer.add('note', part(note.id, this.#now(note.office), note.at, note.officer), {
        noteKind: note.noteKind,
        onDay: note.onDay,
        text: note.text,
      });
    writeSupport(writer, {
      journey,
      holder,
      number,
      today: this.#today,
      inventor,
      now: office => this.#now(office),
      part,
    });
    for (const key of nameKeys([person.fullName, ...person.otherNames], person.born))
      this.#keys.push([key, holder, person.id, person.born?.slice(0, 4) ?? null].map(copyText).join('\t'));
    this.#addLikeness(journey, holder, part);
    this.#addStatementNotice(journey, holder, number, part);
    this.#addApplication(journey, holder, part);
    this.#tell(journey);
  }

  #addWithdrawals(
    journey: PersonJourney,
    part: (id: string, office: string, at: string, officer: string | null) => object,
  ): void {
    for (const consent of journey.consents) {
      const at = takenBackAt(journey, consent, this.#today);
      if (!at) continue;
      this.#writer.add(
        'withdrawal',
        part(
          nameId('officer', `withdrawal ${consent.id}`),
          this.#now(consent.office),
          at,
          consent.officer,
        ) as never,
        { consent: consent.id, whole: 'yes', saidBy: 'herself', sharesEnded: 0 },
      );
    }
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
        number: this.number('XM', verification.sentAt),
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
        ...silenceOf(findTerm, term, verification.receivedOn),
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
        ...keptValues(journey),
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
          number: this.number('CG', referral.sentAt),
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
            endsBy(startOfDay(addDays(referral.until, 1)), consentEnds(journey, this.#today)),
            open ? null : { at: referral.endedAt ?? referral.answeredAt, why: `referral_${referral.state}` },
            this.#today,
          ),
          ...keptValues(journey),
        },
      );
    }
  }

  /** Nights in the shelter, on the referral that led there. */
  #addStays(
    journey: PersonJourney,
    part: (id: string, office: string, at: string, officer: string | null) => object,
  ): void {
    for (const one of journey.stays) {
      const referral = journey.referrals.find(
        ({ referralPurpose, toOffice }) => referralPurpose === 'shelter' && toOffice === one.office,
      );
      const places = 1 + journey.children.length;
      this.nights.push({ from: one.from, to: one.to, places });
      this.#writer.add('stay', part(one.id, this.#now(one.office), startOfDay(one.from), 'my') as never, {
        facility: shelterFacility,
        state: one.to ? 'left' : 'staying',
        admittedOn: one.from,
        places,
        referral: referral?.id,
        leftOn: one.to,
        leaveReason: one.to ? leavingOf(journey) : null,
      });
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

  /** What was applied for lies with the health department today, whoever decided on it then. */
  #addApplication(
    journey: PersonJourney,
    holder: string,
    part: (id: string, office: string, at: string, officer: string | null) => object,
  ): void {
    const applied = inventApplication(journey, this.#today);
    if (!applied) return;
    const { decisions, minor, decidedBy, ...application } = applied;
    const id = nameId('officer', `application ${journey.key}`);
    const last = decisions.at(-1);
    const keeper = getOffice('y-te/so@2025').id;
    const at = startOfDay(application.appliedOn);
    // What an office decides on today it sees by a share, unless it holds the file.
    const share = application.law === '53/2024/QH15' && holder !== keeper ? shareId(id) : null;
    if (share)
      this.#writer.add('share', part(share, holder, at, null) as never, {
        toOffice: keeper,
        sharedFields: [...applicationFields],
        sharePurpose: 'services',
        ground: 'legal_duty',
        startsAt: at,
        ...ending(startOfDay(addDays(application.appliedOn, 366)), null, this.#today),
        ...keptValues(journey),
      });
    this.#writer.add(
      'supportApplication',
      { ...part(id, holder, at, null), number: this.number('HT', at) } as never,
      {
        ...application,
        ...lying({ ...application, state: 'to_decide' }, rules),
        state: last ? 'decided' : 'to_decide',
        toOffice: last ? decidedBy : keeper,
        eligibleAs: 'victim_vn_or_stateless_resident',
        contested: 'no',
        share,
        signedBy: minor ? 'guardian' : 'person',
        decidedOn: last?.on ?? null,
      },
    );
    for (const decision of decisions)
      this.#addDecision(decision, { application: id, law: application.law, decidedBy }, keeper, part);
  }

  #addDecision(
    decision: InventedDecision,
    of: { readonly application: string; readonly law: string; readonly decidedBy: string },
    keeper: string,
    part: (id: string, office: string, at: string, officer: string | null) => object,
  ): void {
    const { key, granted, on, number, line, payments, ...content } = decision;
    const id = nameId('officer', `decision ${key}`);
    this.#writer.add('supportDecision', part(id, keeper, startOfDay(on), null) as never, {
      ...content,
      ...of,
      decisionOutcome: granted ? 'granted' : 'refused',
      decidedOn: on,
      decisionNumber: number,
      amountLine: line?.amount ? line.id : null,
      paid: payments.reduce((sum, one) => sum + (one.amount ?? 0), 0),
      handedOver: payments.length,
    });
    const { application: _application, decidedBy: _decidedBy, ...same } = of;
    for (const { key: paymentKey, form, on: paidOn, receipt, takenBackOn, ...paid } of payments) {
      const values = { ...paid, ...same, decision: id, regime: decision.regime, paymentForm: form };
      const add = (name: string, day: Day, more: object) => {
        const row = nameId('officer', `payment ${name}`);
        const at = startOfDay(day);
        this.#writer.add(
          'payment',
          { ...part(row, keeper, at, null), number: this.number('CT', at) } as never,
          { ...values, paidOn: day, ...more } as never,
        );
        return row;
      };
      if (takenBackOn) {
        // Entered twice, and the first taken back: what stands is one payment.
        const reverses = add(`${paymentKey} wrong`, paidOn, { receiptNumber: receipt });
        add(`${paymentKey} back`, takenBackOn, {
          receiptNumber: receipt,
          reverses,
          reason: 'Ghi trùng một lần chi',
        });
      }
      add(paymentKey, paidOn, { receiptNumber: receipt });
    }
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
    // What a trigger keeps elsewhere: here rows may go in without any.
    await copyLines(this.#client, 'copy ct.file_closed (person, closed_on) from stdin', this.#closed);
    this.#closed = [];
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
export function stillRunning(journey: PersonJourney, today: Day): PersonJourney {
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
    // Who is still cared for in the shelter is still there.
    stays: journey.stays.map(one =>
      arrived >= addDays(today, -STILL_THERE) && stillCaredFor(journey, one.office)
        ? { ...one, to: null }
        : one,
    ),
    referrals: journey.referrals.map(referral =>
      referral.state === 'completed'
        ? { ...referral, state: 'accepted', endedAt: null, outcome: null, until: addDays(today, 90) }
        : referral,
    ),
  };
}

/** Days after an arrival for which the shelter may still be home. */
const STILL_THERE = 300;

const stillCaredFor = (journey: PersonJourney, office: string): boolean =>
  journey.referrals.some(
    ({ referralPurpose, toOffice, state }) =>
      referralPurpose === 'shelter' && toOffice === office && (state === 'completed' || state === 'accepted'),
  );

/** Where a stay led, as far as the journey says. */
const leavingOf = ({ referrals, person }: PersonJourney): string =>
  referrals.some(one => one.state === 'revoked')
    ? 'own_wish'
    : referrals.some(one => one.referralPurpose === 'reintegration') || person.origin
      ? 'went_home'
      : 'own_place';

/** Nobody leaves a referral open for years: what was never answered was taken back, what was taken on came to an end when its time was over. */
function settled(referral: Referral, today: Day): Referral {
  const { state, sentAt, until } = referral;
  if (state === 'sent' && dayOf(sentAt) < addDays(today, -240))
    return { ...referral, state: 'revoked', endedAt: startOfDay(addDays(dayOf(sentAt), 45)) };
  if (state === 'accepted' && until < today)
    return { ...referral, state: 'completed', endedAt: startOfDay(until), outcome: 'moved_on' };
  return referral;
}

/** The earlier of a moment and the day a consent is over. */
const endsBy = (until: Instant, consentUntil: Day | null): Instant =>
  consentUntil && startOfDay(consentUntil) < until ? startOfDay(consentUntil) : until;

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

/** What the database keeps with a share so that shared files can be listed in order and filtered. */
const keptValues = ({ person, arrival, closed }: PersonJourney) => ({
  fileName: person.fullName,
  fileBorn: person.born,
  fileMadeAt: arrival.recordedAt,
  fileSex: person.sex,
  fileEthnicity: person.ethnicity,
  fileState: closed ? 'closed' : 'open',
});

const shareId = (of: string): string => nameId('officer', `share ${of}`);
