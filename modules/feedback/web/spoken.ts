/* The interpreters' voices on the tablet. All of them are fetched while she reads the first page and kept in its memory, so that the line may break; what did not come is
 * asked for again when it is wanted. Nothing of it stays behind when the page is closed. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../../web/datasource.ts';

/** One sentence as somebody spoke or wrote it. */
export interface Said {
  readonly sentence: string;
  readonly written: string | null;
  /** The line with the voice. */
  readonly voice: string | null;
  readonly by: readonly { readonly interpreter: string; readonly givenOn: string }[];
}

export interface Sound {
  readonly type: string;
  readonly base64: string;
}

/** An address inside this page for a sound that came in an answer. Give it back with `URL.revokeObjectURL`. */
function addressOf({ type, base64 }: Sound): string {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type }));
}

/** Sounds by the line they belong to, each fetched once and given back when the page is closed. `fetchOne` must not change from one drawing to the next. */
export function useSounds(fetchOne: (voice: string) => Promise<Sound>): (voice: string) => Promise<string> {
  const kept = useRef(new Map<string, Promise<string>>());
  const urlOf = useCallback(
    (id: string) => {
      const known = kept.current.get(id);
      if (known) return known;
      const asked = fetchOne(id).then(addressOf);
      kept.current.set(id, asked);
      asked.catch(() => kept.current.delete(id));
      return asked;
    },
    [fetchOne],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came from another source is not to be heard again
  useEffect(() => {
    const all = kept.current;
    return () => {
      for (const one of all.values()) one.then(URL.revokeObjectURL).catch(() => undefined);
      all.clear();
    };
  }, [fetchOne]);
  return urlOf;
}

/** The voices of the tablet with this code, all fetched at once, one after another. */
export function useVoices(code: string | null, said: readonly Said[]): (voice: string) => Promise<string> {
  const hear = useCallback((id: string) => api<Sound>('feedback/hear', { code, id }), [code]);
  const urlOf = useSounds(hear);
  useEffect(() => {
    let left = false;
    void (async () => {
      for (const { voice } of said) if (voice && !left) await urlOf(voice).catch(() => undefined);
    })();
    return () => {
      left = true;
    };
  }, [said, urlOf]);
  return urlOf;
}

/** Plays one voice after another; the one that sounds is named, so that what it says can be marked. Playing again begins anew, and leaving the page stops it. */
export function usePlayer(urlOf: (voice: string) => Promise<string>) {
  const [playing, setPlaying] = useState<string | null>(null);
  const run = useRef<{ audio: HTMLAudioElement | null } | null>(null);
  const stop = useCallback(() => {
    run.current?.audio?.pause();
    run.current = null;
    setPlaying(null);
  }, []);
  useEffect(() => stop, [stop]);
  const play = async (voices: readonly string[]) => {
    stop();
    const mine: { audio: HTMLAudioElement | null } = { audio: null };
    run.current = mine;
    for (const voice of voices) {
      const address = await urlOf(voice).catch(() => null);
      if (run.current !== mine) return;
      if (!address) continue;
      setPlaying(voice);
      await new Promise<void>(done => {
        mine.audio = new Audio(address);
        mine.audio.onended = () => done();
        mine.audio.onerror = () => done();
        mine.audio.onpause = () => done();
        mine.audio.play().catch(() => done());
      });
      if (run.current !== mine) return;
    }
    stop();
  };
  return { playing, play, stop };
}

/** The sentences of a language as this office's tablet has them. */
export function useSentences(language: string | null) {
  return useQuery({
    queryKey: ['sentences', language],
    queryFn: async ({ signal }) =>
      (await api<{ said: Said[] }>('feedback/sentences', { language }, signal)).said,
    enabled: language !== null,
  });
}
