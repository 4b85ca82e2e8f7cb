/*
 * An answer that comes line by line: the server tells how far a long piece of work is, and its result last. Throws `Refusal` like `api()`; an answer that
 * breaks off is a lost connection.
 */
import { Refusal } from './datasource.ts';

export interface Step {
  readonly done: number;
  readonly of: number;
}

export async function apiInSteps<T>(
  path: string,
  body: unknown,
  onStep: (step: Step) => void,
  signal?: AbortSignal,
): Promise<T> {
  const lost = () => {
    if (signal?.aborted) throw signal.reason;
    throw new Refusal('connection.lost', 0);
  };
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    headers: { 'x-chungtay': '1', 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    signal,
  }).catch(lost);
  if (!response.ok || !response.body) {
    const {
      code = 'server.unavailable',
      details,
      fields,
    } = (await response.json().catch(() => ({}))) as Partial<Refusal>;
    throw new Refusal(code, response.status, details, fields);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value = '' } = await reader.read().catch(lost);
    if (done) return lost();
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line) as Step | { readonly result: T };
      if ('result' in said) return said.result;
      onStep(said);
    }
  }
}
