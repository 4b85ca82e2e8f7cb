/* What support adds to the timeline of a person's page: assessments, plans and what came of them, conferences, how she
 * may be reached, follow-ups, and what was decided about the file. */
import { codeLabel } from '../../../web/labels.ts';
import type { Translate } from '../../../web/text.ts';
import { type PartRow, type Path, part } from '../../people/web/path-data.ts';

export interface SupportEvent {
  readonly row: PartRow;
  readonly at: string;
  readonly icon: 'check' | 'book' | 'people' | 'calendar' | 'folder' | 'shield' | 'stop';
  readonly title: string;
  /** False where the row does not say who did it. */
  readonly officer?: boolean;
}

export function supportEvents(t: Translate, path: Path): SupportEvent[] {
  const on = (value: unknown, row: PartRow) => (typeof value === 'string' ? value : row.madeAt);
  const label = (list: string, code: unknown) => codeLabel(t, list, String(code));
  return [
    ...part(path, 'assessment').map(
      (row): SupportEvent => ({
        row,
        at: on(row.onDay, row),
        icon: 'check',
        title:
          typeof row.riskLevel === 'string'
            ? t('support.events.assessment', { level: label('riskLevel', row.riskLevel).toLowerCase() })
            : t('path.act.assessment.record'),
      }),
    ),
    ...part(path, 'supportPlan').map(
      (row): SupportEvent => ({
        row,
        at: on(row.openedOn, row),
        icon: 'book',
        title: t('path.act.supportPlan.open'),
      }),
    ),
    ...part(path, 'supportPlan')
      .filter(row => typeof row.endedOn === 'string')
      .map(
        (row): SupportEvent => ({
          row: { ...row, id: `${row.id} ended` },
          officer: false,
          at: String(row.endedOn),
          icon: 'stop',
          title: t('support.events.plan_ended', { why: label('planEnd', row.endReason).toLowerCase() }),
        }),
      ),
    ...part(path, 'planAction')
      .filter(row => typeof row.reportedAt === 'string')
      .map(
        (row): SupportEvent => ({
          row: { ...row, office: row.toOffice as string, madeBy: row.reportedBy as string },
          officer: typeof row.reportedBy === 'string',
          at: String(row.reportedAt),
          icon: row.state === 'done' ? 'check' : 'stop',
          title: t('support.events.action', {
            what: typeof row.what === 'string' ? row.what : t('support.action.title'),
            state: label('actionState', row.state).toLowerCase(),
          }),
        }),
      ),
    ...part(path, 'safeContact').map(
      (row): SupportEvent => ({
        row,
        at: on(row.givenOn, row),
        icon: 'shield',
        title: t('support.events.safe_contact'),
      }),
    ),
    ...part(path, 'caseConference').map(
      (row): SupportEvent => ({
        row,
        at: on(row.heldOn, row),
        icon: 'people',
        title: t('support.conference.title'),
      }),
    ),
    ...part(path, 'followUp')
      .filter(row => row.state === 'done')
      .map(
        (row): SupportEvent => ({
          row,
          at: on(row.onDay, row),
          icon: 'calendar',
          title:
            typeof row.outcome === 'string'
              ? t('support.events.follow_up', {
                  outcome: label('followUpOutcome', row.outcome).toLowerCase(),
                })
              : t('support.follow.one'),
        }),
      ),
    ...part(path, 'fileDecision').map(
      (row): SupportEvent => ({
        row,
        at: row.madeAt,
        icon: 'folder',
        title: t('support.events.decision', {
          change: label('fileChange', row.change),
          state: label('fileDecisionState', row.state).toLowerCase(),
        }),
      }),
    ),
  ];
}
