/* Telling a browser how far a long piece of work is, as lines of JSON. Two people who ask for the same work share one run: verifying a large ledger keeps a
 * core busy, and pressing the button again must not start it twice. */

export type Run<T> = (onProgress: (done: number) => void) => Promise<T>;

/** Whoever asks while the work runs hears of that run and gets its result. */
export function shareRun<T>(run: Run<T>): Run<T> {
  let running: Promise<T> | null = null;
  const hearers = new Set<(done: number) => void>();
  return onProgress => {
    hearers.add(onProgress);
    running ??= run(done => {
      for (const hear of hearers) hear(done);
    }).finally(() => {
      running = null;
      hearers.clear();
    });
    return running;
  };
}

/** `{done, of}` whenever there is news, then `{result}`. Throws what the work throws, which breaks the answer off. */
export async function* tellProgress<T>(run: Run<T>, of: number): AsyncGenerator<string> {
  let done = 0;
  let ended = false;
  let wake = (): void => undefined;
  const result = run(now => {
    done = now;
    wake();
  });
  const end = () => {
    ended = true;
    wake();
  };
  result.then(end, end);
  while (!ended) {
    yield `${JSON.stringify({ done, of })}\n`;
    if (!ended) await new Promise<void>(resolve => (wake = resolve));
  }
  yield `${JSON.stringify({ result: await result })}\n`;
}
