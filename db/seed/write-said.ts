/* What the invented people allowed, took back and said: the finer part of their consents, numbers of feedback for the quarters that are over, a complaint, and a file
 * somebody asked to have erased. Drawn from each person's number and not from chance, so that the journeys stay what they were. */
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../kernel/day.ts';
import { quarterOf } from '../../modules/feedback/index.ts';
import { everydayClasses, explanations } from '../../modules/intake/index.ts';
import { getOffice } from './agencies.ts';
import { getOfficer } from './cast.ts';
import { nameId } from './ids.ts';
import type { RowWriter } from './rows.ts';
import type { Consent, PersonJourney } from './world/types.ts';

/** A number of a person that has nothing to do with her. */
const turnOf = ({ person }: PersonJourney): number => Number.parseInt(person.id.slice(-4), 16);

/** The last day of a consent that is soon over: of every ninth person who is still cared for. */
export const consentEnds = (journey: PersonJourney, today: Day): Day | null =>
  turnOf(journey) % 9 === 0 && journey.referrals.some(one => one.state === 'accepted' && one.until > today)
    ? addDays(today, 10)
    : null;

/** What is written down of a consent beside the answer. */
export function finerConsent(journey: PersonJourney, consent: Consent, today: Day) {
  const key = turnOf(journey);
  const byGuardian = consent.givenBy !== 'herself' && consent.given === 'yes';
  const speaksVietnamese = consent.language === 'vie';
  return {
    dataClasses:
      consent.given === 'yes' && consent.consentPurpose === 'referral'
        ? [...everydayClasses, ...(key % 2 === 0 ? ['contact'] : [])]
        : null,
    explained: Object.fromEntries(
      explanations.map(question => [
        question,
        key % 6 === 0 && question === 'how_long' ? 'not_asked' : 'yes',
      ]),
    ),
    interpreter: speaksVietnamese ? 'no' : 'yes',
    interpreterWho: speaksVietnamese ? null : 'Phiên dịch của hội phụ nữ xã (giả lập)',
    guardianAnswer: byGuardian ? 'yes' : null,
    guardianWho: byGuardian ? 'Người thân (giả lập)' : null,
    guardianInvolved: byGuardian ? (key % 11 === 0 ? 'unknown' : 'no') : null,
    childAssent: byGuardian ? (consent.givenBy === 'guardian' ? 'not_asked' : 'yes') : null,
    until: consent.consentPurpose === 'referral' ? consentEnds(journey, today) : null,
    withdrawnAt: takenBackAt(journey, consent, today),
  };
}

/** When she took a consent back on which nothing rests: of every seventh person, that to be counted. */
export function takenBackAt(journey: PersonJourney, consent: Consent, today: Day): Instant | null {
  if (turnOf(journey) % 7 !== 0 || consent.consentPurpose !== 'statistics' || consent.given !== 'yes')
    return null;
  const day = addDays(dayOf(consent.givenAt), 20);
  return day < today ? startOfDay(day) : null;
}

/** How many people of which office answered in a quarter, and how many of them not well. */
const heard: readonly [office: string, quartersAgo: number, people: number, bad: number][] = [
  ['nhan-ai/nha@2025', 1, 24, 6],
  ['nhan-ai/nha@2025', 2, 16, 5],
  ['bien-phong/ck-lao-cai@2025', 1, 7, 1],
  ['bien-phong/ck-lao-cai@2025', 2, 3, 1],
];

/** Feedback, a complaint, and a file whose owner asked for its erasure (`closed`: a closed file, if the world has one). */
export function writeSaid(
  writer: RowWriter,
  inventor: string,
  today: Day,
  number: (prefix: string, at: string) => string,
  closed: { readonly id: string; readonly number: string; readonly office: string } | null,
): void {
  const inspectorate = getOffice('thanh-tra/tinh@2025').id;
  for (const [office, quartersAgo, people, bad] of heard) {
    let quarter = quarterOf(today);
    for (let index = 0; index < quartersAgo; index++) quarter = quarterOf(addDays(quarter, -1));
    for (let index = 0; index < people; index++) {
      const well = index >= bad ? 'good' : 'bad';
      writer.add(
        'feedback',
        {
          id: nameId('officer', `feedback ${office} ${quarter} ${index}`),
          office: inspectorate,
          madeAt: startOfDay(quarter),
          madeBy: inventor,
        },
        {
          aboutOffice: getOffice(office).id,
          quarterOf: quarter,
          feedbackLanguage: index % 3 === 0 ? 'hmn' : 'vi',
          respected: well,
          understood: index % 4 === 0 ? 'middle' : 'good',
          safe: well,
          chosen: index % 5 === 0 ? 'skipped' : 'good',
          helped: index % 3 === 0 ? 'middle' : 'good',
        },
      );
    }
  }
  const yesterday = startOfDay(addDays(today, -1));
  writer.add(
    'complaint',
    {
      id: nameId('officer', 'complaint of the invented world'),
      office: inspectorate,
      number: number('KN', yesterday),
      madeAt: yesterday,
      madeBy: inventor,
    },
    {
      aboutOffice: getOffice('bien-phong/ck-lao-cai@2025').id,
      complaintKind: 'complaint',
      state: 'open',
      words: 'Tôi phải kể lại chuyện của mình ba lần cho ba người khác nhau.',
      answerBy: addDays(today, 1),
    },
  );
  if (!closed) return;
  writer.add(
    'retentionReview',
    {
      id: nameId('officer', 'review of the invented world'),
      madeAt: yesterday,
      madeBy: getOfficer('hoai-nam').id,
    },
    {
      fileNumber: closed.number,
      filePerson: closed.id,
      fileOffice: closed.office,
      closedOn: addDays(today, -500),
      reviewGround: 'her_request',
      groundArticle: 'Đơn của người đó (giả lập)',
      state: 'proposed',
      decision: 'erase',
      reason: 'Người đó viết đơn xin xóa; không còn vụ án nào cần hồ sơ này (giả lập).',
      proposedBy: getOfficer('hoai-nam').id,
      proposedAt: yesterday,
    },
  );
}
