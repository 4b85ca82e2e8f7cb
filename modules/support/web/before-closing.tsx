/* What a closing will end and what stands in its way, said before anybody asks for it or approves it. */
import { reasonText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { type Path, part } from '../../people/web/path-data.ts';
import { standingIssues } from '../closing.ts';
import { supportPurposes } from '../lists.ts';

export function BeforeClosing({ path }: { path: Path }) {
  const t = useText();
  const issues = standingIssues({
    actions: part(path, 'planAction').filter(one => one.state === 'open').length,
    shares: part(path, 'referral').filter(
      one =>
        ['sent', 'accepted'].includes(one.state as string) &&
        supportPurposes.includes(one.referralPurpose as string) &&
        (one.until as string) >= path.today,
    ).length,
    stays: part(path, 'stay').filter(one => one.state === 'staying').length,
  });
  if (issues.length === 0) return null;
  return (
    <ul className="small">
      {issues.map(issue => (
        <li key={issue.reason}>{reasonText(t, issue)}</li>
      ))}
    </ul>
  );
}
