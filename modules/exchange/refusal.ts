/* What exchange says when it cannot or will not read something. A refusal carries a code and numbers or column names, never a cell's content: rows are
 * about victims, and refusals end up in logs. The caller turns a refusal into a `Problem` (`import.unreadable` or `import.too_large`). */

/** Texts are `exchange.refused.<code>` in locales/. */
export const refusalCodes = [
  'file_empty',
  'file_too_large',
  'not_a_table',
  'old_excel_or_password',
  'opendocument',
  'text_damaged',
  'nul_in_cell',
  'csv_quote_open',
  'xlsx_damaged',
  'xlsx_encrypted',
  'zip_bomb',
  'too_many_rows',
  'too_many_columns',
  'too_many_cells',
  'cell_too_long',
  'row_too_long',
  'not_htcds',
  'htcds_survey_definition',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type Refusal = { code: RefusalCode; params: Record<string, string | number> };
/** `if (result.refused) …` tells a refusal from a result. */
export type Refused = { refused: Refusal };

export function refuse(code: RefusalCode, params: Refusal['params'] = {}): Refused {
  return { refused: { code, params } };
}
