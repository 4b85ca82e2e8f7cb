/*
 * From presumption to identification: whom the office that holds the file asks to verify, what came back, and the paper that proves it. Until 28 February 2025 the
 * district police verify and certify; between March and June 2025, and under the law of 2024, the province does. A request that was under
 * way when an office ended is answered by the office that took over.
 */
import { answerableOn, getOfficeById, type Office } from '../agencies.ts';
import { between, type Chance, happens, idAt, pick, pickWeighted } from '../chance.ts';
import { dayAt, HOUR, officeHours, textOf } from './clock.ts';
import type { Identity } from './person.ts';
import { courtOf, districtOffice, officeOn } from './places.ts';
import { lawOn, officerAt } from './reception.ts';
import { PRESUMED_REASON, QUESTIONS, REPLIES } from './texts.ts';
import type { Assertion, Finding, PaperKind, Screening, Verification } from './types.ts';

export type Outcome = {
  assertions: Assertion[];
  verification: Verification | null;
  presumedAt: number | null;
  /** When it was decided, one way or the other; null while open. */
  decidedAt: number | null;
  finding: Finding | null;
};

export function inventIdentification(
  chance: Chance,
  identity: Identity,
  office: Office,
  screened: { screening: Screening; at: number } | null,
  arrivedAt: number,
  limit: number,
): Outcome {
  const outcome: Outcome = {
    assertions: [],
    verification: null,
    presumedAt: null,
    decidedAt: null,
    finding: null,
  };
  if (screened) {
    const finding = screened.screening.impression === 'no_sign' ? 'not_victim' : 'undetermined';
    const desk = answerableOn(office, dayAt(screened.at))[0]!;
    outcome.assertions.push(assertion(chance, 'screened', finding, screened.at, desk));
  }
  if (!isPresumed(chance, identity, screened)) return outcome;
  const presumedAt = (screened?.at ?? officeHours(chance, arrivedAt, 1)) + between(chance, 1, 3) * HOUR;
  const presuming = answerableOn(office, dayAt(presumedAt))[0]!;
  if (presumedAt >= limit) return outcome;
  const exploitation = identity.truth.exploitation ?? 'other';
  outcome.presumedAt = presumedAt;
  outcome.assertions.push({
    ...assertion(chance, 'presumed', 'victim', presumedAt, presuming),
    purposes: [exploitation],
    reason: PRESUMED_REASON[exploitation],
  });
  // Rescuers and investigators certify from their own evidence; everybody else is verified first.
  const ownEvidence = identity.route === 'rescued' || identity.route === 'criminal_case';
  if (ownEvidence && happens(chance, 0.6)) {
    certify(chance, outcome, identity, officeHours(chance, presumedAt, between(chance, 3, 25)), limit, null);
  } else if (happens(chance, 0.94)) {
    verify(chance, outcome, identity, presuming, presumedAt, limit);
  }
  return outcome;
}

/** A court that convicts the trafficker has found that there was a victim. Months later, and only in some cases. */
export function inventCourtFinding(
  chance: Chance,
  identity: Identity,
  arrivedAt: number,
  limit: number,
): Assertion | null {
  const at = officeHours(chance, arrivedAt, between(chance, 220, 430));
  if (at >= limit || !happens(chance, 0.55)) return null;
  const court = getOfficeById(courtOf(identity.origin.districtCode, dayAt(at)));
  return {
    ...assertion(chance, 'found_by_court', 'victim', at, court),
    purposes: identity.truth.exploitation ? [identity.truth.exploitation] : [],
    paper: {
      paperKind: 'judgment',
      paperNumber: `${between(chance, 9000, 9999)}/${dayAt(at).slice(0, 4)}/HS-ST`,
      paperDate: dayAt(at),
    },
    court: court.id,
  };
}

function isPresumed(
  chance: Chance,
  { route, truth }: Identity,
  screened: { screening: Screening } | null,
): boolean {
  if (route === 'criminal_case') return true;
  switch (screened?.screening.impression) {
    case 'clear_signs':
      return true;
    case 'some_signs':
      return happens(chance, truth.wasTrafficked ? 0.8 : 0.4);
    case 'no_sign':
      return false;
    default:
      return truth.wasTrafficked && happens(chance, 0.5);
  }
}

function verify(
  chance: Chance,
  outcome: Outcome,
  identity: Identity,
  office: Office,
  presumedAt: number,
  limit: number,
): void {
  const sentAt = officeHours(chance, presumedAt, between(chance, 1, 3));
  if (sentAt >= limit) return;
  const day = dayAt(sentAt);
  const { districtCode } = identity.origin;
  const police = districtOffice('cong-an', districtCode, day) ?? officeOn('cong-an', 'pc02', day);
  const asker = answerableOn(office, day)[0]!;
  const handedOver = identity.route === 'foreign_handover' && office.agency === 'bien-phong';
  const wanted = handedOver && happens(chance, 0.4) ? officeOn('cong-an', 'pa08', day) : police;
  const to = wanted.id === asker.id ? officeOn('cong-an', 'tinh', day) : wanted;
  const complex = happens(chance, 0.25);
  const verification: Verification = {
    id: idAt(chance, sentAt),
    office: asker.id,
    officer: officerAt(asker.id, day, 'receives'),
    toOffice: to.id,
    sentAt: textOf(sentAt),
    receivedOn: day,
    question: pick(chance, QUESTIONS),
    complex,
    law: lawOn(day),
    answer: null,
  };
  outcome.verification = verification;
  if (happens(chance, 0.06)) return;
  const answeredAt = officeHours(chance, sentAt, answerDays(chance, complex, verification.law));
  if (answeredAt >= limit) return;
  const finding = pickWeighted<Finding>(
    chance,
    identity.truth.wasTrafficked
      ? [
          ['victim', 62],
          ['undetermined', 24],
          ['not_victim', 14],
        ]
      : [
          ['not_victim', 65],
          ['undetermined', 35],
        ],
  );
  const answering = answerableOn(to, dayAt(answeredAt))[0]!;
  verification.answer = {
    office: answering.id,
    officer: officerAt(answering.id, dayAt(answeredAt), 'verifies'),
    answeredAt: textOf(answeredAt),
    finding,
    reply: pick(chance, REPLIES[finding]),
  };
  if (finding === 'victim')
    certify(chance, outcome, identity, officeHours(chance, answeredAt, between(chance, 1, 5)), limit, to);
  else if (finding === 'not_victim')
    deny(chance, outcome, answeredAt, officeHours(chance, answeredAt, between(chance, 1, 7)), limit, to);
  else outcome.finding = 'undetermined';
}

/** Law 2011: 20 days, two months when complex, and sometimes late. Law 2024: quicker at first; nobody has read a total limit. */
function answerDays(chance: Chance, complex: boolean, law: Verification['law']): number {
  if (law === '53/2024/QH15') return complex ? between(chance, 5, 40) : between(chance, 1, 9);
  if (happens(chance, 0.1)) return between(chance, 25, 90);
  return complex ? between(chance, 12, 60) : between(chance, 3, 20);
}

function certify(
  chance: Chance,
  outcome: Outcome,
  identity: Identity,
  at: number,
  limit: number,
  verifiedBy: Office | null,
): void {
  if (at >= limit) return;
  const day = dayAt(at);
  const by = competentOn(verifiedBy, identity, at);
  const paperKind: PaperKind =
    verifiedBy !== null
      ? 'police_certificate'
      : identity.route === 'rescued'
        ? 'rescuer_certificate'
        : 'prosecution_certificate';
  outcome.decidedAt = at;
  outcome.finding = 'victim';
  outcome.assertions.push({
    ...assertion(chance, 'identified', 'victim', at, by),
    purposes: identity.truth.exploitation ? [identity.truth.exploitation] : ['other'],
    // Numbers of invented papers begin with 9: no office of the province issues 9,000 in a year.
    paper: {
      paperKind,
      paperNumber: `${between(chance, 9000, 9999)}/GXN-${by.short.vi.replace(/^CA /, 'CA')}`.replace(
        / /g,
        '',
      ),
      paperDate: day,
      paperIssuer: by.name.vi,
    },
  });
}

function deny(
  chance: Chance,
  outcome: Outcome,
  answeredAt: number,
  at: number,
  limit: number,
  verifiedBy: Office,
): void {
  if (Math.max(at, answeredAt) >= limit) return;
  const by = competentOn(verifiedBy, null, at);
  outcome.decidedAt = at;
  outcome.finding = 'not_victim';
  outcome.assertions.push(assertion(chance, 'identified', 'not_victim', at, by));
}

/** The body that may decide on that day: the one that verified if it may, otherwise the criminal police of the province. */
function competentOn(verifiedBy: Office | null, identity: Identity | null, at: number): Office {
  const day = dayAt(at);
  const candidates = verifiedBy ? answerableOn(verifiedBy, day) : [];
  const district = identity ? districtOffice('cong-an', identity.origin.districtCode, day) : null;
  return (
    candidates.find(office => office.competences.includes('identify')) ??
    district ??
    officeOn('cong-an', 'pc02', day)
  );
}

function assertion(
  chance: Chance,
  assertionKind: Assertion['assertionKind'],
  finding: Finding,
  at: number,
  office: Office,
): Assertion {
  const day = dayAt(at);
  return {
    id: idAt(chance, at),
    assertionKind,
    finding,
    assertedAt: textOf(at),
    assertedOn: day,
    office: office.id,
    officer: officerAt(office.id, day, assertionKind === 'identified' ? 'identifies' : 'receives'),
    law: lawOn(day),
    purposes: [],
    paper: null,
    court: null,
    reason: null,
  };
}
