/* What support adds to the timeline of a person's page: assessments, plans, conferences, follow-ups, and what was decided about the file. */
import { codeLabel } from '../../../web/labels.ts';
import type { Translate } from '../../../web/text.ts';
import { type PartRow, type Path, part } from '../../people/web/path-data.ts';

export interface SupportEvent {
  readonly row: PartRow;
  readonly at: string;
  readonly icon: 'check' | 'book' | 'people' | 'calendar' | 'folder';
  readonly title: string;
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
