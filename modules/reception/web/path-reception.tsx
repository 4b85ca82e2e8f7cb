/* What reception leaves on a person's own page: by which group or operation she came, the interpreters, the steps in a child's own interest, and those for a foreign person. Each part shows
 * only where it is about something. */
import { Link } from 'wouter';
import { usePost, useRecords } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { receivingRoles } from '../../agencies/roles.ts';
import { type Path, part, useLineOf } from '../../people/web/path-data.ts';
import { childOn } from '../child.ts';
import { ForeignSteps } from './path-foreign.tsx';
import { Interests } from './path-interests.tsx';
import { Interpreters } from './path-interpreters.tsx';
import './reception.css';

const planRoles = [
  'border_officer',
  'police_officer',
  'investigator',
  'identifier',
  'social_worker',
  'shelter_worker',
  'womens_union_officer',
];

export function Reception({ path }: { path: Path }) {
  return (
    <>
      <Interests path={path} />
      <ForeignSteps path={path} />
      <Interpreters path={path} />
      <CameBy path={path} />
    </>
  );
}

function CameBy({ path }: { path: Path }) {
  const role = usePost()?.role ?? '';
  const id = path.person.id;
  const isReceiver = (receivingRoles as readonly string[]).includes(role);
  const mayBeChild = childOn(path.person.born, path.today) !== 'no';
  return (
    <div className="card came-by">
      {isReceiver && <FromGroup file={id} />}
      {planRoles.includes(role) && <FromRescue file={id} />}
      {mayBeChild && part(path, 'arrival').length > 0 && <WithWhom file={id} />}
    </div>
  );
}

function FromGroup({ file }: { file: string }) {
  const t = useText();
  const { data } = useRecords('groupLine', { filter: { file: { is: file } }, limit: 2 });
  const line = data?.pages[0]?.rows[0];
  if (!line) return null;
  return (
    <p>
      <Link href={`/arrivals/${line.groupArrival as string}`}>
        {t('reception.came.group', { number: line.lineNumber as number })}
      </Link>
    </p>
  );
}

function FromRescue({ file }: { file: string }) {
  const t = useText();
  const { data } = useRecords('safetyPlan', { filter: { file: { is: file } }, limit: 2 });
  const plan = data?.pages[0]?.rows[0];
  if (!plan) return null;
  return (
    <p>
      <Link href={`/rescues/${plan.rescueOperation as string}`}>
        {t('reception.came.rescue', { number: plan.planNumber as number })}
      </Link>
    </p>
  );
}

function WithWhom({ file }: { file: string }) {
  const t = useText();
  const line = useLineOf(file);
  if (!line) return null;
  return (
    <p>
      <Link href={`/people/${line.person as string}`}>{t('reception.came.with')}</Link>
    </p>
  );
}
