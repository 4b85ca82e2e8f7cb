/* A form with one file, the act's fields beside it as one JSON value, and the id of the act. */
import type { FastifyRequest } from 'fastify';
import { isId, newId } from '../../kernel/id.ts';
import { invalid, Problem } from '../../kernel/problem.ts';

/** Limits of the multipart plugin for such a form. */
export const formLimits = (fileSize: number) => ({
  fileSize,
  files: 1,
  fields: 12,
  parts: 13,
  fieldSize: 3000,
  headerPairs: 50,
});

/** What a broken form throws is the sender's fault, whatever it is. @throws Problem; `tooLarge` fills the issue of a file above the limit. */
export async function fileForm(
  request: FastifyRequest,
  tooLarge: { readonly reason: string; readonly params: { readonly max: number } },
): Promise<{ bytes: Buffer; input: Record<string, unknown>; id: string }> {
  if (!request.isMultipart()) throw new Problem('request.media_type');
  try {
    let bytes: Buffer | null = null;
    let input: unknown = {};
    let id = newId();
    for await (const part of request.parts())
      if (part.type === 'file') bytes = await part.toBuffer();
      else if (part.fieldname === 'input') input = JSON.parse(String(part.value));
      else if (part.fieldname === 'id' && isId(part.value)) id = part.value;
    if (!bytes) throw invalid({ field: 'content', reason: 'required' });
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      throw new Problem('input.malformed');
    return { bytes, input: input as Record<string, unknown>, id };
  } catch (error) {
    if (error instanceof Problem) throw error;
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw invalid({ field: 'content', ...tooLarge });
    throw new Problem('input.malformed');
  }
}
