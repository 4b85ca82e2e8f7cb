/* Documents: what other modules and the server may use of this one. The writers of files are the server's (`server/documents/`). */
export { documentActs, type LookedAt, makeInput, type Renderings } from './acts.ts';
export { certificateOf } from './certificate.ts';
export {
  bold,
  compose,
  type Issued,
  italic,
  line,
  motto,
  placeAndDay,
  plain,
  textOf,
} from './compose.ts';
export {
  type Blank,
  type BlankReason,
  blankReasons,
  childRecord,
  type Filling,
  type OfficeHead,
  seriesOf,
  sources,
  symbolOf,
  withoutBrackets,
} from './facts.ts';
export { type Form, factsOf, inForceOn } from './form.ts';
export { findForm, foreignPaper, formCodes, forms } from './forms/index.ts';
export { type Block, type Line, type Paper, page, type Run, textWidth } from './layout.ts';
export { documentPolicy } from './policy.ts';
export { authorities, document, documentRecords, mostScanBytes, scan, scanTypes } from './record.ts';
