/* What interpreters spoke and translators wrote of the tablet's sentences. An office hears its own newest recording, and where it has none the newest of any office;
 * a sentence may have its voice from one line and its text from another. Read under the system's role: it names no person helped, and the tablet has no other. */
import type { Day } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import { tabletSentences } from '../modules/feedback/index.ts';
import type { Db } from './db/door.ts';
import { openText } from './seal/envelope.ts';
import type { Keyring } from './seal/keyring.ts';

export interface Spoken {
  readonly id: string;
  readonly office: string;
  readonly sentence: string;
  readonly givenOn: Day;
  readonly interpreter: string;
  readonly written: string | null;
  readonly recordingType: string | null;
}

/** One sentence as the tablet has it. */
export interface Said {
  readonly sentence: string;
  readonly written: string | null;
  /** The line with the voice. */
  readonly voice: string | null;
  readonly by: readonly { readonly interpreter: string; readonly givenOn: Day }[];
}

export async function saidIn(db: Db, language: string, office: string): Promise<Said[]> {
  const lines = await db.query<Spoken>(
    `select id, office, sentence, given_on::text as "givenOn", interpreter, written, recording_type as "recordingType" from spoken_sentence
      where feedback_language = $1 and withdrawn_on is null order by (office = $2) desc, given_on desc, made_at desc, id desc`,
    [language, office],
  );
  const of = Map.groupBy(lines, line => line.sentence);
  return tabletSentences.flatMap(sentence => {
    const text = of.get(sentence)?.find(line => line.written);
    const voice = of.get(sentence)?.find(line => line.recordingType);
    const used = [...new Set([text, voice])].filter(line => line !== undefined);
    return used.length === 0
      ? []
      : [
          {
            sentence,
            written: text?.written ?? null,
            voice: voice?.id ?? null,
            by: used.map(({ interpreter, givenOn }) => ({ interpreter, givenOn })),
          },
        ];
  });
}

/** A recording's bytes. @throws Problem when there is none of that id in the language; null: in any. */
export async function voiceOf(
  db: Db,
  keyring: Keyring,
  id: string,
  language: string | null,
): Promise<{ type: string; base64: string }> {
  const [row] = await db.query<{ type: string | null; sealed: Buffer | null }>(
    `select recording_type as type, content_sealed as sealed from spoken_sentence where id = $1 and ($2::text is null or feedback_language = $2 and withdrawn_on is null)`,
    [id, language],
  );
  if (!row?.type || !row.sealed) throw new Problem('record.not_found');
  const place = { table: 'spoken_sentence', column: 'content_sealed', recordId: id };
  return {
    type: `audio/${row.type === 'mp3' ? 'mpeg' : row.type}`,
    base64: openText(keyring, place, row.sealed),
  };
}
