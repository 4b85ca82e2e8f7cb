/* A few certificates in the files of people identified lately, made by the same writers as real ones, so that whoever looks in can open a paper. Only a few:
 * each takes as long to render as a hundred people take to write. */
import type pg from 'pg';
import { type Day, dayOf, formatDay, type Instant } from '../../kernel/day.ts';
import {
  type Filling,
  factsOf,
  findForm,
  seriesOf,
  sources,
  symbolOf,
} from '../../modules/documents/index.ts';
import { hashOf } from '../../server/documents/bytes.ts';
import { render } from '../../server/documents/makers.ts';
import { codeName } from '../../server/exchange/in-words.ts';
import { getOfficeById, type Office } from './agencies.ts';
import { getOfficer } from './cast.ts';
import { nameId } from './ids.ts';
import type { RowWriter } from './rows.ts';
import { getUnit } from './units.ts';
import type { PersonJourney } from './world/types.ts';
import { inventor, stillRunning } from './write-people.ts';

const most = 3;
const form = findForm('GXN-24')!;

const findingOf = (journey: PersonJourney) =>
  journey.assertions.find(one => one.assertionKind === 'identified' && one.finding === 'victim');

/** Keeps the last journeys in which somebody still in care was identified this year. */
export class CertificateWriter {
  readonly #today: Day;
  #journeys: PersonJourney[] = [];

  constructor(today: Day) {
    this.#today = today;
  }

  consider(invented: PersonJourney): void {
    const journey = stillRunning(invented, this.#today);
    const finding = findingOf(journey);
    if (!finding || journey.closed || finding.assertedOn.slice(0, 4) !== this.#today.slice(0, 4)) return;
    this.#journeys = [...this.#journeys, journey]
      .toSorted((a, b) => (findingOf(a)!.assertedAt < findingOf(b)!.assertedAt ? -1 : 1))
      .slice(-most);
  }

  /** Writes them in the order of their days, with the numbers their offices would have given. */
  async write(client: pg.Client, writer: RowWriter): Promise<void> {
    const last = new Map<string, number>();
    for (const journey of this.#journeys) {
      const finding = findingOf(journey)!;
      const office = getOfficeById(finding.office);
      const series = seriesOf(form.symbol, symbolOf(office.short.vi));
      const count = (last.get(office.id) ?? 0) + 1;
      last.set(office.id, count);
      const issued = {
        number: `${String(count).padStart(2, '0')}/${series}`,
        day: dayOf(finding.assertedAt as Instant),
      };
      const filling = fillingOf(journey, office);
      const [docx, pdf] = [await render(filling, issued, 'docx'), await render(filling, issued, 'pdf')];
      const maker = finding.officer ? getOfficer(finding.officer).id : inventor;
      writer.add(
        'document',
        {
          id: nameId('officer', `certificate ${journey.key}`),
          office: office.id,
          person: journey.person.id,
          madeAt: finding.assertedAt,
          madeBy: maker,
        },
        {
          form: form.code,
          formVersion: form.version,
          maker,
          state: 'issued',
          paperNumber: issued.number,
          issuedOn: issued.day,
          authority: 'own',
          blanks: filling.blanks.map(blank => blank.fact),
          notShared: [],
          filling: JSON.stringify(filling),
          docx: docx.toString('base64'),
          pdf: pdf.toString('base64'),
          docxHash: hashOf(docx),
          pdfHash: hashOf(pdf),
        },
      );
      await client.query(
        `insert into ct.paper_number (office, year, series, last) values ($1, $2, $3, $4)
         on conflict (office, year, series) do update set last = excluded.last`,
        [office.id, Number(issued.day.slice(0, 4)), series, count],
      );
    }
    await writer.flush();
  }
}

function fillingOf(journey: PersonJourney, office: Office): Filling {
  const { person } = journey;
  const finding = findingOf(journey)!;
  const superior = office.parent ? getOfficeById(office.parent).name.vi : '';
  const name = office.name.vi.replace(/\s*\([^)]*\)$/, '');
  const known: Readonly<Record<string, string | null>> = {
    'law.name': `Luật Phòng, chống mua bán người số ${finding.law}`,
    'law.proof': finding.law === '66/2011/QH12' ? 'Điều 28' : 'Điều 33',
    'identified.office': name,
    'identified.assertedOn': formatDay(finding.assertedOn, 'vi'),
    'person.fullName': person.fullName,
    'person.sex': codeName('sex', person.sex, 'vi'),
    'person.born': person.born ? formatDay(person.born, 'vi') : null,
    'person.ethnicity': person.unanswered.ethnicity ? null : codeName('ethnicity', person.ethnicity, 'vi'),
    'person.nationality': person.nationality ? codeName('country', person.nationality, 'vi') : null,
    'person.origin': person.origin ? getUnit(person.origin).full_name : null,
  };
  const values = Object.fromEntries(
    Object.entries(known).flatMap(([fact, value]) => (value ? [[fact, value]] : [])),
  );
  return {
    form: form.code,
    version: form.version,
    values,
    blanks: factsOf(form)
      .filter(fact => !values[fact] && !fact.startsWith('office.'))
      .map(fact => ({ fact, why: 'nothing' })),
    found: Object.keys(sources),
    children: [],
    office: { superior, name, symbol: symbolOf(office.short.vi), place: 'Lào Cai' },
    signer: { authority: 'own', onBehalfOf: null, title: 'Trưởng phòng', name: null },
  };
}
