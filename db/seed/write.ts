/* Puts the invented province into an empty database: units and offices of both eras, the standing cast, and the journeys of people who never were
 * (write-people.ts); or founds a province that is real. */
import type pg from 'pg';
import { type Day, dayOf, type Instant, instantOf } from '../../kernel/day.ts';
import { keyCaseRecords } from '../../modules/justice/index.ts';
import type { Connection } from '../../server/db/embedded.ts';
import { connectAsOwner } from '../../server/db/owner.ts';
import type { Keyring } from '../../server/seal/keyring.ts';
import { AGENCIES, OFFICES } from './agencies.ts';
import { AMOUNT_LINES, BUDGET_SOURCES, inventedCitation, RETENTION_LENGTHS } from './amounts.ts';
import { CAST } from './cast.ts';
import { nameId } from './ids.ts';
import { type ManyCases, writeCases } from './many-cases.ts';
import { nextNumbers, RowWriter } from './rows.ts';
import { LINEAGE, UNITS } from './units.ts';
import type { PersonJourney } from './world/types.ts';
import { DEFAULT_SIZE, inventWorld } from './world.ts';
import { CertificateWriter } from './write-documents.ts';
import { writeFacilities, writeShelterPlaces } from './write-facilities.ts';
import { writeJustice } from './write-justice.ts';
import { inventor, PeopleWriter } from './write-people.ts';
import { writeReception } from './write-reception.ts';
import { writeSaid } from './write-said.ts';

export interface SeedTarget {
  readonly owner: Connection;
  readonly keyring: Keyring;
}

export interface SeedOptions {
  readonly seed?: number;
  readonly size?: number;
  readonly today?: Day;
  /** Criminal cases beside the one of the standing cast; one for fifty people when nothing is said. */
  readonly cases?: Pick<ManyCases, 'count' | 'accused'>;
  readonly say?: (vi: string, en: string) => void;
  readonly onProgress?: (people: number) => void;
}

const province = 'lao_cai';
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
  'withdrawal',
  'screening',
  'assertion',
  'verification',
  'referral',
  'share',
  'note',
  'assessment',
  'supportPlan',
  'planGoal',
  'planAction',
  'safeContact',
  'followUp',
  'fileDecision',
  'likeness',
  'statementNotice',
  'facility',
  'facilityAddress',
  'capacityChange',
  'facilityReview',
  'standardsCheck',
  'improvement',
  'stay',
  'amountLine',
  'budgetSource',
  'supportApplication',
  'supportDecision',
  'payment',
  'groupArrival',
  'groupLine',
  'rescueOperation',
  'safetyPlan',
  'crimeReport',
  'criminalCase',
  'caseStep',
  'accused',
  'charge',
  'measure',
  'limitExtension',
  'dutyDone',
  ...keyCaseRecords.map(record => record.name),
  'exhibit',
  'custodyStep',
  'exhibitFile',
  'reportDecision',
  'reportDutyDone',
  'participation',
  'statementRequest',
  'document',
  'feedback',
  'complaint',
  'retentionReview',
  'retentionLength',
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
    writer.add(
      'officer',
      { id, ...made },
      { name, title: null, titleEn: null, email, lang, castKey: null, ended: false },
    );
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
  writeAmounts(writer, now);
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
  // A province of which nobody is invented has no facilities either: the tests begin with an empty directory.
  const isEmpty = options.size === 0;
  if (!isEmpty) writeFacilities(writer, today, people);
  const certificates = new CertificateWriter(today);
  let count = 0;
  const handedOver: PersonJourney[] = [];
  for (const journey of inventWorld({ seed: options.seed ?? 1, today, size: options.size ?? DEFAULT_SIZE })) {
    people.add(journey);
    if (journey.arrival.route === 'foreign_handover') handedOver.push(journey);
    certificates.consider(journey);
    if (++count % batch === 0) {
      await people.flush();
      options.onProgress?.(count);
    }
  }
  if (!isEmpty) writeShelterPlaces(writer, today, people.nights);
  if (count > 0)
    writeSaid(writer, inventor, today, (prefix, at) => people.number(prefix, at), people.closedFile);
  await people.flush();
  await people.finish();
  await writeReception(client, writer, today, handedOver);
  if (handedOver.length > 0) await writeJustice(client, writer, today);
  const cases = options.cases ?? { count: count < 300 ? 0 : Math.round(count / 50) };
  const numbers = await nextNumbers(client, 'VA', cases.count);
  writeCases(writer, { ...cases, seed: options.seed ?? 1, today, number: index => numbers[index]! });
  await writer.flush();
  await certificates.write(client, writer);
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
      titleEn: null,
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
        titleEn: officer.title.en,
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
          head: post.head,
          validFrom: post.valid_from,
          validTo: post.valid_to,
        },
      );
  }
}

/** Invented amounts, the sources they are paid from, and how long backups are kept. */
function writeAmounts(writer: RowWriter, now: Instant): void {
  const made = { madeAt: now, madeBy: inventor };
  for (const { id, ...line } of AMOUNT_LINES)
    writer.add('amountLine', { id, ...made }, { ...line, citation: inventedCitation });
  for (const { id, ...source } of BUDGET_SOURCES) writer.add('budgetSource', { id, ...made }, source);
  for (const { id, ...length } of RETENTION_LENGTHS)
    writer.add('retentionLength', { id, ...made }, { ...length, citation: inventedCitation });
}
