/* Bringing a table of people in and taking people out, over HTTP as a browser does it: what the tests of import and export share. */
import { readTable, writeCsv } from '../../modules/exchange/index.ts';
import { type Answer, type Json, type Person, Refused, type World } from './world.ts';

export async function uploadRaw(
  person: Person,
  bytes: Uint8Array,
  fileName: string,
  url = '/api/imports/upload',
): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
  const made = new Response(form);
  return person.post(url, Buffer.from(await made.arrayBuffer()), {
    'content-type': made.headers.get('content-type')!,
  });
}

export async function upload(person: Person, bytes: Uint8Array, fileName = 'so-theo-doi.csv'): Promise<Json> {
  const answer = await uploadRaw(person, bytes, fileName);
  if (answer.status !== 200) throw new Refused('/api/imports/upload', answer);
  return answer.body;
}

export const csv = (...rows: string[][]) => writeCsv(rows);

export async function finished(person: Person, id: string): Promise<Json> {
  for (let tries = 0; tries < 400; tries++) {
    const { job } = await person.ask('/api/imports/get', { id });
    if (job.state !== 'running') return job;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  throw new Error('the job did not come to an end');
}

/** The whole way with nothing asked but how they came: no. */
export async function bringIn(
  person: Person,
  bytes: Uint8Array,
  plan: Json = {},
  fileName = 'so-theo-doi.csv',
): Promise<{ job: Json; lines: Json[] }> {
  const { job } = await upload(person, bytes, fileName);
  await person.ask('/api/imports/plan', { id: job.id, plan: { arrival: null, ...plan } });
  await person.ask('/api/imports/start', { id: job.id });
  const done = await finished(person, job.id);
  return { job: done, lines: (await person.ask('/api/imports/report', { id: job.id })).lines };
}
export async function take(
  person: Person,
  request: Json,
): Promise<{ table: Record<string, string>; rows: string[][]; sidecar: Json; answer: Json }> {
  const answer = await person.ask('/api/export', {
    record: 'person',
    profile: 'htcds',
    format: 'csv',
    purpose: 'chuyển cho IOM',
    ...request,
  });
  const read = await readTable(Buffer.from(answer.files[0].base64, 'base64'), answer.files[0].name);
  if (read.refused) throw new Error(read.refused.code);
  const rows = read.sheets[0]!.rows;
  const table = Object.fromEntries(rows[0]!.map((name, at) => [name, rows[1]?.[at] ?? '']));
  return {
    table,
    rows,
    sidecar: JSON.parse(Buffer.from(answer.files[1].base64, 'base64').toString()),
    answer,
  };
}

/** As the owner of the database counts them. */
export const countRows = async (world: World, table: string): Promise<number> =>
  Number((await world.owner<{ n: string }>(`select count(*) as n from ${table}`))[0]!.n);
