/* A word beside her telephone number: how she may be reached was asked, and is to be read before anybody calls. */
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { contactRulesOf } from './contact-first.tsx';

export function ContactReminder({ path }: { path: Path }) {
  const t = useText();
  const rules = contactRulesOf(path);
  if (!rules) return null;
  const never = (rules.neverCall as { sealed?: true } | null | undefined)?.sealed === true;
  return (
    <a href="#part-follow-ups" className="small">
      <StateMark tone={never ? 'bad' : 'warn'}>
        {t(never ? 'support.contact.never_first' : 'support.contact.read_first')}
      </StateMark>
    </a>
  );
}
