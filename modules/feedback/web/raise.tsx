/* "I want to complain", "I am not safe": large, at the end of the questions, with who will hear it, and whether they may know how to find her. */
import { TextArea } from '../../../web/ui/field.tsx';
import { Icon, type IconName } from '../../../web/ui/icons.tsx';
import { type Listening, soundsNow } from './sheet.tsx';
import type { Told } from './tablet.tsx';

const choices: readonly { code: string | null; icon: IconName; key: string }[] = [
  { code: null, icon: 'check', key: 'raise.none' },
  { code: 'complaint', icon: 'megaphone', key: 'raise.complaint' },
  { code: 'not_safe', icon: 'alert', key: 'raise.not_safe' },
];

export function Raise({
  listening,
  told,
  onChange,
}: {
  listening: Listening;
  told: Told;
  onChange: (told: Told) => void;
}) {
  const { say } = listening;
  const pick = (name: 'raise' | 'allowNumber', value: string | boolean | null) =>
    onChange({ ...told, [name]: value });
  return (
    <>
      <div className="tablet-faces">
        {choices.map(({ code, icon, key }) => (
          <button
            key={key}
            type="button"
            className="tablet-answer"
            aria-pressed={told.raise === code}
            data-sounds={soundsNow(listening, key)}
            lang={say.langOf(key)}
            onClick={() => pick('raise', code)}
          >
            <Icon name={icon} size={48} />
            {say(key)}
          </button>
        ))}
      </div>
      {told.raise !== null && (
        <>
          <p className="tablet-text">{say('raise.who')}</p>
          <TextArea
            name="complaint"
            label={say('raise.text')}
            rows={3}
            maxLength={1000}
            value={told.complaint}
            onChange={complaint => onChange({ ...told, complaint })}
          />
          <p className="tablet-text">{say('raise.number')}</p>
          <div className="tablet-row">
            {[true, false].map(yes => (
              <button
                key={String(yes)}
                type="button"
                className="tablet-answer tablet-small"
                aria-pressed={told.allowNumber === yes}
                onClick={() => pick('allowNumber', yes)}
              >
                {say(yes ? 'raise.number_yes' : 'raise.number_no')}
              </button>
            ))}
          </div>
        </>
      )}
    </>
  );
}
