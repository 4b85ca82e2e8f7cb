/* A paper in both shapes, with the hash of each: what is kept of it when it is issued or put before those who sign. The writers are loaded only when somebody does. */
import { createHash } from 'node:crypto';
import type { Paper, Renderings } from '../../modules/documents/index.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function bothShapes(paper: Paper): Promise<Omit<Renderings, 'number' | 'day'>> {
  const docx = await (await import('./docx.ts')).writeDocx(paper);
  const pdf = await (await import('./pdf.ts')).writePdf(paper);
  return {
    docx: docx.toString('base64'),
    pdf: pdf.toString('base64'),
    docxHash: hashOf(docx),
    pdfHash: hashOf(pdf),
  };
}
