/* Reading aloud what stands on the tablet, where the machine has a voice of its own for that language. A voice that would send the text over the network is not used. */
import { useEffect, useState } from 'react';
import { Button } from '../../../web/ui/button.tsx';

function findVoice(tag: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null;
  const [language] = tag.split('-');
  return (
    window.speechSynthesis
      .getVoices()
      .find(voice => voice.localService && voice.lang.toLowerCase().startsWith(language!)) ?? null
  );
}

export function Speak({ text, tag, label }: { text: string; tag: string; label: string }) {
  const [voice, setVoice] = useState(() => findVoice(tag));
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const found = () => setVoice(findVoice(tag));
    found();
    window.speechSynthesis.addEventListener('voiceschanged', found);
    return () => {
      window.speechSynthesis.removeEventListener('voiceschanged', found);
      window.speechSynthesis.cancel();
    };
  }, [tag]);
  if (!voice) return null;
  const speak = () => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(said);
  };
  return (
    <Button icon="megaphone" large onPress={speak}>
      {label}
    </Button>
  );
}
