/*
 * The person's page: the whole way so far on one screen. What is hers to decide (consents), what the law asks of us (clocks), who holds what, and everything
 * in order of time. What others did not share is named as withheld, so that an empty line is never taken for "nothing happened".
 */
import type { Instant } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { PapersMade } from '../../documents/web/papers.tsx';
import { Entitled } from '../../entitlements/web/path-entitlements.tsx';
import { ExportMade } from '../../exchange/web/export-list.tsx';
import { Stays } from '../../facilities/web/path-stays.tsx';
import { Proceedings } from '../../justice/web/path-proceedings.tsx';
import { Reception } from '../../reception/web/path-reception.tsx';
import { FollowUps } from '../../support/web/follow-up-part.tsx';
import { HowSheIs } from '../../support/web/how-she-is.tsx';
import { PlanPart } from '../../support/web/plan-part.tsx';
import { StatusOf } from '../../victims/web/status.tsx';
import { PathActs } from './path-acts.tsx';
import { Assertions } from './path-assertions.tsx';
import { Banners } from './path-banners.tsx';
import { Consents } from './path-consents.tsx';
import { Contents, WithContents } from './path-contents.tsx';
import { type Path, part } from './path-data.ts';
import { DueNow } from './path-due.tsx';
import { Header } from './path-header.tsx';
import { Children, Needs, Papers } from './path-needs.tsx';
import { Notes } from './path-notes.tsx';
import { Now } from './path-now.tsx';
import { Shares } from './path-shares.tsx';
import { Events } from './path-timeline.tsx';
import { OfPerson } from './path-words.tsx';

export default function PersonPath({ params }: ScreenProps) {
  return (
    <OfPerson id={params.id ?? ''}>
      {path => (
        <WithContents>
          <WholeWay path={path} />
        </WithContents>
      )}
    </OfPerson>
  );
}

function WholeWay({ path }: { path: Path }) {
  const now: Instant = useNow();
  return (
    <article className="page path">
      <Banners path={path} now={now} />
      <Header path={path} acts={<PathActs path={path} />}>
        {/* Without an assertion that was shared nothing is known of it, which is not the same as none. */}
        {(!path.shared || part(path, 'assertion').length > 0) && <StatusOf path={path} />}
        <Now path={path} now={now} />
      </Header>
      <Contents />
      <Assertions path={path} />
      <DueNow path={path} />
      <Entitled path={path} />
      <div className="path-parts">
        <div className="path-side">
          <Needs path={path} />
          <Children path={path} />
          <Papers path={path} />
        </div>
        <div className="path-main">
          <Stays path={path} />
          <HowSheIs path={path} />
          <PlanPart path={path} />
          <FollowUps path={path} />
          <Shares path={path} now={now} />
          <Consents path={path} />
          <Notes path={path} />
          <Reception path={path} />
          <Proceedings path={path} />
          <PapersMade path={path} />
        </div>
      </div>
      <Events path={path} />
      {path.person.via !== 'exception' && <ExportMade list="path" asked={{ person: path.person.id }} names />}
    </article>
  );
}
