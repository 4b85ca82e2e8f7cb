/* Recording one sentence on the tablet itself: begin, stop, listen. The sound stays in the page until it is sent; a minute ends it by itself. Where the machine has no
 * microphone, or does not let us have it, a file can be chosen instead. */
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';

const longestSeconds = 60;
/** What browsers record, best first: the last is an iPad's. */
const kinds = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
const endings: Readonly<Record<string, string>> = {
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
};

export function Recorder({ onRecorded }: { onRecorded: (file: File) => void }) {
  const t = useText();
  const running = useRef<MediaRecorder | null>(null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [refused, setRefused] = useState(false);
  const canRecord = typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices);
  useEffect(() => () => running.current?.stop(), []);
  useEffect(() => {
    if (seconds === null) return;
    if (seconds >= longestSeconds) {
      running.current?.stop();
      return;
    }
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  const begin = async () => {
    setRefused(false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = kinds.find(kind => MediaRecorder.isTypeSupported(kind));
      const recorder = new MediaRecorder(stream, {
        ...(mimeType ? { mimeType } : {}),
        audioBitsPerSecond: 32_000,
      });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        running.current = null;
        setSeconds(null);
        const type = recorder.mimeType.split(';')[0] ?? '';
        onRecorded(new File(parts, `recording.${endings[type] ?? 'webm'}`, { type }));
      };
      running.current = recorder;
      recorder.start();
      setSeconds(0);
    } catch {
      setRefused(true);
    }
  };
  if (!canRecord || refused)
    return (
      <p className="soft" role={refused ? 'alert' : undefined}>
        {t('feedback.sentences.no_microphone')}
      </p>
    );
  return (
    <div className="recorder">
      {seconds === null ? (
        <Button icon="megaphone" onPress={() => void begin()}>
          {t('feedback.sentences.record')}
        </Button>
      ) : (
        <>
          <Button kind="danger" icon="stop" onPress={() => running.current?.stop()}>
            {t('feedback.sentences.stop')}
          </Button>
          <span role="timer">{t('feedback.sentences.seconds', { seconds })}</span>
        </>
      )}
    </div>
  );
}
