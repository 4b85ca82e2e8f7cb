/* Posts and offices in force on a day, and the kind of agency an office belongs to, as pieces of SQL: who may act and who is told is asked in many places and must be the same in all. */

/** The post `of` on `day`, an expression of a date. A lent post ends with the one it came from: the database sees to it (migration 0034). */
export const postHeld = (of: string, day = 'ct.today()'): string =>
  `${of}.valid_from <= ${day} and (${of}.valid_to is null or ${of}.valid_to > ${day})`;

/** The office `of` on `day`; one without a first day was there before offices were entered. */
export const officeStands = (of: string, day = 'ct.today()'): string =>
  `(${of}.valid_from is null or ${of}.valid_from <= ${day}) and (${of}.valid_to is null or ${of}.valid_to > ${day})`;

/** The kind of agency of the office whose id `office` is: a column with its table's name, or a parameter. */
export const agencyKindOf = (office: string): string =>
  `(select agency_kind from agency where id = (select agency from office where id = ${office}))`;
