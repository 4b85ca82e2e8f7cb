/* What a closing will end and what stands in its way, said before anybody asks for it or approves it. */
import { reasonText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { type Path, part } from '../../people/web/path-data.ts';
import { standingIssues, standingOn } from '../closing.ts';

export function BeforeClosing({ path }: { path: Path }) {
  const t = useText();
  const rows = {
    actions: part(path, 'planAction'),
    referrals: part(path, 'referral'),
    stays: part(path, 'stay'),
  };
  const issues = standingIssues(standingOn(rows, path.today));
  if (issues.length === 0) return null;
  return (
    <ul className="bulleted">
      {issues.map(issue => (
        <li key={issue.reason}>{reasonText(t, issue)}</li>
      ))}
    </ul>
  );
}
