/* The certificate the competent body issues for a finding of its own. Its number is given when it is issued and stands on the certificate alone: the finding, which is never
 * changed, has a number of its own only where the paper was there before it. */
import { policeCertificate } from './forms/certificates.ts';

interface Row {
  readonly [field: string]: unknown;
}

/** The certificate in force for a finding, among the papers of the file as they are read. */
export const certificateOf = <Paper extends Row>(
  finding: Row,
  papers: readonly Paper[],
): Paper | undefined =>
  finding.paperKind === 'police_certificate' && !finding.paperNumber
    ? papers.findLast(
        paper =>
          paper.form === policeCertificate.code &&
          paper.office === finding.office &&
          (paper.state === 'issued' || paper.state === 'signed') &&
          (paper.issuedOn as string) >= (finding.assertedOn as string),
      )
    : undefined;
