/* The catalogue of problems: everything the system may refuse, with its HTTP status. A problem names a field and a reason, never a person:
 * details hold codes, counts and field names only. The sentence a reader sees is `problem.<code>` in locales/, filled with the details. */

export const problemStatus = {
  'input.invalid': 422,
  'input.malformed': 400,
  'input.too_large': 413,
  'request.unknown': 404,
  'request.method': 405,
  'request.media_type': 415,
  'request.foreign_origin': 403,
  'request.too_many': 429,
  'request.insecure': 403,
  'session.missing': 401,
  'session.ended': 401,
  'session.second_factor': 401,
  'session.stale': 403,
  'session.refused': 401,
  'session.locked': 429,
  'session.no_post': 403,
  'session.last_factor': 409,
  'record.unknown': 404,
  'record.not_found': 404,
  'record.changed': 409,
  'list.not_yours': 403,
  'field.unknown': 422,
  'field.not_yours': 403,
  'act.unknown': 404,
  'act.not_yours': 403,
  'act.wrong_state': 409,
  'act.repeated_differently': 409,
  'act.purpose_missing': 422,
  'officer.ended': 409,
  'post.ended': 409,
  'post.last_administrator': 409,
  'person.closed': 409,
  'person.not_shared': 403,
  'consent.missing': 409,
  'consent.dissent': 409,
  'share.fields_not_covered': 409,
  'share.not_on_consent': 409,
  'feedback.code_unknown': 404,
  'retention.kept': 409,
  'retention.not_due': 409,
  'retention.same_officer': 409,
  'share.fields_not_held': 422,
  'contact.not_allowed': 409,
  'contact.not_shown': 403,
  'plan.already_open': 409,
  'plan.owner_not_shared': 409,
  'closing.already_asked': 409,
  'closing.own_request': 403,
  'closing.still_stays': 409,
  'limit.not_competent': 409,
  'case.not_your_turn': 409,
  'report.not_yours': 409,
  'correction.not_yours': 403,
  'key_case.already': 409,
  'key_case.already_signed': 409,
  'key_case.already_voted': 409,
  'key_case.not_your_seat': 403,
  'key_case.other_paper': 409,
  'exhibit.classified': 409,
  'exhibit.not_holder': 403,
  'exhibit.not_taker': 403,
  'exhibit.altered': 409,
  'evidence.too_large': 413,
  'verification.no_superior': 409,
  'verification.too_early': 409,
  'document.nothing_to_say': 409,
  'exception.reason_too_short': 422,
  'exception.reason_unclear': 422,
  'exception.already_open': 409,
  'exception.still_open': 409,
  'exception.over': 409,
  'exception.reviewed': 409,
  'view_as.no_acts': 403,
  'import.unreadable': 422,
  'import.too_large': 413,
  'import.no_rows': 422,
  'server.unavailable': 503,
  'server.defect': 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;
export type Details = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One field that was refused: the field's path (`names.0.text`), a reason key (`reason.<code>` in locales/), and what fills the sentence. */
export interface FieldIssue {
  readonly field: string;
  readonly reason: string;
  readonly params?: Details;
}

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Details;
  readonly fields: readonly FieldIssue[];

  constructor(code: ProblemCode, details: Details = {}, fields: readonly FieldIssue[] = []) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
    this.fields = fields;
  }

  get status(): number {
    return problemStatus[this.code];
  }
}

/** The problem of input that was understood but is not acceptable. */
export function invalid(...fields: FieldIssue[]): Problem {
  return new Problem('input.invalid', {}, fields);
}
