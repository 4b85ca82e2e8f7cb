/*
 * Help that was asked for on her consent, and what came of it: referrals with their answers, nights in the shelter, notes, and the end of
 * the path. The office that received her, or whoever took over from it, holds the file and sends every referral. No referral stands without a consent that was given before it; a revoked one says when the consent was taken back.
 */
import { addDays } from '../../../kernel/day.ts';
import { answerableOn, type Office } from '../agencies.ts';
import { between, type Chance, happens, idAt, pick, pickWeighted } from '../chance.ts';
import { DAY, dayAt, MINUTE, officeHours, textOf } from './clock.ts';
import type { Outcome } from './identification.ts';
import type { Identity } from './person.ts';
import { communeOffice, districtOffice, officeOn } from './places.ts';
import { officerAt } from './reception.ts';
import { NOTES } from './texts.ts';
import type { Consent, Note, NoteKind, PersonJourney, Referral, Service, Stay } from './types.ts';

export type Support = { referrals: Referral[]; extraConsents: Consent[]; stays: Stay[]; notes: Note[] };

type Wish = {
  likely: number;
  /** Days after the presumption. */
  after: [number, number];
  services: Service[];
  purpose: Referral['referralPurpose'];
  to: (identity: Identity, at: number) => Office | null;
  onlyIdentified?: true;
};

const toCommune = (agency: string) => (identity: Identity, at: number) =>
  communeOffice(agency, identity.origin.unit, identity.origin.districtCode, dayAt(at)) ??
  districtOffice(agency, identity.origin.districtCode, dayAt(at));

const WISHES: Wish[] = [
  {
    likely: 0.55,
    after: [0, 2],
    services: ['safe_house'],
    purpose: 'shelter',
    to: (_, at) => officeOn('nhan-ai', 'nha', dayAt(at)),
  },
  {
    likely: 0.38,
    after: [0, 4],
    services: ['medical'],
    purpose: 'services',
    to: (_, at) => officeOn('benh-vien', 'tinh', dayAt(at)),
  },
  {
    likely: 0.3,
    after: [1, 9],
    services: ['psychological'],
    purpose: 'services',
    to: (_, at) => officeOn('ctxh', 'trung-tam', dayAt(at)),
  },
  {
    likely: 0.22,
    after: [3, 40],
    services: ['legal_aid'],
    purpose: 'services',
    to: (_, at) => officeOn('tu-phap', 'tgpl', dayAt(at)),
  },
  {
    likely: 0.6,
    after: [10, 60],
    services: ['family', 'travel'],
    purpose: 'reintegration',
    to: toCommune('phu-nu'),
  },
  {
    likely: 0.45,
    after: [15, 80],
    services: ['livelihood', 'vocational'],
    purpose: 'reintegration',
    to: toCommune('ubnd'),
    onlyIdentified: true,
  },
];

export function inventSupport(
  chance: Chance,
  identity: Identity,
  outcome: Outcome,
  consents: readonly Consent[],
  holder: Office,
  limit: number,
): Support {
  const support: Support = { referrals: [], extraConsents: [], stays: [], notes: [] };
  const consent = consents.find(row => row.consentPurpose === 'referral' && row.given === 'yes');
  const start = outcome.presumedAt;
  if (!consent || start === null) return support;
  for (const wish of WISHES) {
    if (!happens(chance, wish.likely) || (wish.onlyIdentified && outcome.finding !== 'victim')) continue;
    const sentAt = Math.max(
      officeHours(chance, start, between(chance, ...wish.after)),
      Date.parse(consent.givenAt) + 10 * MINUTE,
    );
    if (sentAt >= limit || (wish.onlyIdentified && sentAt < (outcome.decidedAt ?? limit))) continue;
    const to = wish.to(identity, sentAt);
    if (!to) continue;
    const services: Service[] =
      identity.age < 18 && wish.purpose === 'reintegration' ? ['schooling', 'family'] : wish.services;
    const from = answerableOn(holder, dayAt(sentAt))[0]!;
    if (to.id === from.id) continue;
    const referral = inventReferral(
      chance,
      { from, to, services, purpose: wish.purpose, consent, sentAt, limit },
      support,
    );
    support.referrals.push(referral);
    follow(chance, identity, referral, to, support, limit);
  }
  support.notes.sort((a, b) => (a.at < b.at ? -1 : 1));
  return support;
}

type Asked = {
  from: Office;
  to: Office;
  services: Service[];
  purpose: Referral['referralPurpose'];
  consent: Consent;
  sentAt: number;
  limit: number;
};

function inventReferral(chance: Chance, asked: Asked, support: Support): Referral {
  const { from, to, sentAt, limit } = asked;
  const day = dayAt(sentAt);
  const fate = pickWeighted<Referral['state']>(chance, [
    ['completed', 70],
    ['returned', 12],
    ['accepted', 8],
    ['sent', 6],
    ['revoked', 4],
  ]);
  const answeredAt = officeHours(chance, sentAt, between(chance, 0, asked.purpose === 'shelter' ? 1 : 8));
  const endedAt = officeHours(chance, answeredAt, between(chance, 7, 90));
  const isAnswered = fate !== 'sent' && answeredAt < limit;
  const isEnded =
    isAnswered && (fate === 'returned' || ((fate === 'completed' || fate === 'revoked') && endedAt < limit));
  const referral: Referral = {
    id: idAt(chance, sentAt),
    office: from.id,
    officer: officerAt(from.id, day, 'receives'),
    toOffice: to.id,
    state: isEnded ? fate : isAnswered ? 'accepted' : 'sent',
    referralPurpose: asked.purpose,
    services: asked.services,
    ground: 'consent',
    consent: asked.consent.id,
    sentAt: textOf(sentAt),
    until: addDays(day, between(chance, 60, 300)),
    answeredAt: isAnswered ? textOf(answeredAt) : null,
    returnReason:
      isEnded && fate === 'returned'
        ? pick(chance, ['no_place', 'not_our_task', 'cannot_serve_need', 'she_does_not_want'])
        : null,
    endedAt: isEnded ? textOf(fate === 'returned' ? answeredAt : endedAt) : null,
    outcome:
      isEnded && fate === 'completed'
        ? pickWeighted(chance, [
            ['service_given', 80],
            ['partly_given', 12],
            ['she_declined', 5],
            ['moved_on', 3],
          ])
        : null,
  };
  if (referral.state === 'revoked') {
    // Taken back for this one receiver: a consent of its own, so that the others stay as they are.
    const own: Consent = {
      ...asked.consent,
      id: idAt(chance, sentAt),
      recipient: to.id,
      withdrawnAt: referral.endedAt,
      withdrawnWhy: 'Không muốn cơ quan này liên hệ nữa.',
    };
    referral.consent = own.id;
    support.extraConsents.push(own);
  }
  return referral;
}

/** What an accepted referral leads to: nights in the shelter with its notes, or visits at home with theirs. */
function follow(
  chance: Chance,
  identity: Identity,
  referral: Referral,
  to: Office,
  support: Support,
  limit: number,
): void {
  if (referral.answeredAt === null || referral.state === 'returned') return;
  const start = Date.parse(referral.answeredAt);
  if (referral.referralPurpose === 'shelter') {
    const nights = identity.age < 18 ? between(chance, 10, 150) : between(chance, 4, 60);
    const end = start + nights * DAY;
    support.stays.push({
      id: idAt(chance, start),
      office: to.id,
      from: dayAt(start),
      to: end < limit ? dayAt(end) : null,
    });
    write(chance, identity, support, start, Math.min(nights, 40), between(chance, 1, 5), limit, at =>
      officeOn('nhan-ai', 'nha', dayAt(at)),
    );
  } else if (referral.referralPurpose === 'reintegration') {
    write(chance, identity, support, start, 150, between(chance, 0, 3), limit, at =>
      toCommune('phu-nu')(identity, at),
    );
  }
}

const NOTE_KINDS = Object.keys(NOTES) as NoteKind[];

function write(
  chance: Chance,
  identity: Identity,
  support: Support,
  from: number,
  within: number,
  count: number,
  limit: number,
  officeAt: (at: number) => Office | null,
): void {
  for (let n = 0; n < count; n++) {
    const at = officeHours(chance, from, between(chance, 1, within));
    const office = at < limit ? officeAt(at) : null;
    if (!office) continue;
    const onDay = dayAt(at);
    const noteKind = pick(chance, NOTE_KINDS);
    const text = addressed(pick(chance, NOTES[noteKind]), identity);
    support.notes.push({
      id: idAt(chance, at),
      office: office.id,
      officer: officerAt(office.id, onDay, 'notes'),
      at: textOf(at),
      onDay,
      noteKind,
      text,
    });
  }
}

/** The notes speak of `chị`; a man is `anh`, a child `em`. */
function addressed(text: string, { person, age }: Identity): string {
  if (age >= 18 && person.sex === 'female') return text;
  const word = age < 18 ? 'em' : 'anh';
  return text
    .replace(/(?<!\p{L})chị(?!\p{L})/gu, word)
    .replace(/(?<!\p{L})Chị(?!\p{L})/gu, word[0]!.toUpperCase() + word.slice(1));
}

/** When the path came to an end, or null. Those found to be no victims end soon, the others after months. */
export function inventClosing(
  chance: Chance,
  outcome: Outcome,
  support: Support,
  arrivedAt: number,
  limit: number,
): PersonJourney['closed'] {
  if (outcome.presumedAt === null || outcome.finding === 'not_victim') {
    const at = officeHours(chance, outcome.decidedAt ?? arrivedAt, between(chance, 4, 30));
    return at < limit && happens(chance, 0.85) ? { at: textOf(at), reason: 'no_sign' } : null;
  }
  if (
    outcome.finding !== 'victim' ||
    support.referrals.some(row => row.state === 'sent' || row.state === 'accepted')
  )
    return null;
  const lastNote = support.notes.length > 0 ? Date.parse(support.notes.at(-1)!.at) : 0;
  const lastEnd = Math.max(
    lastNote,
    outcome.decidedAt ?? 0,
    ...support.referrals.map(row => Date.parse(row.endedAt!)),
    ...support.stays.map(row => Date.parse(row.to ?? '2999-01-01')),
  );
  const at = officeHours(chance, lastEnd, between(chance, 60, 400));
  if (at >= limit || !happens(chance, 0.75)) return null;
  return {
    at: textOf(at),
    reason: pickWeighted(chance, [
      ['goals_met', 68],
      ['moved_away', 12],
      ['lost_contact', 12],
      ['own_wish', 8],
    ]),
  };
}
