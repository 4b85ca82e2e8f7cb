/* One page of the tablet: a picture, a sentence, and a large button that says it and what can be answered, by the interpreter's voice, else by a voice of the machine. */
import type { ReactNode } from 'react';
import { Icon } from '../../../web/ui/icons.tsx';
import type { Saying } from './saying.ts';
import { Speak } from './speak.tsx';

export interface Listening {
  readonly say: Saying;
  /** The voice that sounds now. */
  readonly playing: string | null;
  readonly play: (voices: readonly string[]) => void;
  readonly stop: () => void;
}

export function Sheet({
  listening,
  title,
  text,
  also = [],
  picture,
  children,
}: {
  listening: Listening;
  title: string;
  text?: string;
  /** What else is said aloud: the answers. */
  also?: readonly string[];
  picture?: ReactNode;
  children: ReactNode;
}) {
  const { say, playing, play, stop } = listening;
  const shown = text ? [title, text] : [title];
  const voices = [...shown, ...also].flatMap(key => say.voiceOf(key) ?? []);
  return (
    <div className="tablet-page">
      {picture}
      <h1 lang={say.langOf(title)}>{say(title)}</h1>
      {text && (
        <p className="tablet-text" lang={say.langOf(text)}>
          {say(text)}
        </p>
      )}
      {voices.length > 0 ? (
        <button
          type="button"
          className="tablet-listen"
          aria-pressed={playing !== null}
          onClick={() => (playing === null ? play(voices) : stop())}
        >
          <Icon name={playing === null ? 'megaphone' : 'stop'} size={48} />
          {say('listen')}
        </button>
      ) : (
        <Speak text={shown.map(say).join('. ')} tag={say.langOf(title)} label={say('listen')} />
      )}
      {children}
    </div>
  );
}

/** Marks what is being said just now. */
export const soundsNow = ({ say, playing }: Listening, key: string): '' | undefined =>
  playing !== null && playing === say.voiceOf(key) ? '' : undefined;
