/* A case as the provincial police open one, for tests that are about what comes after; and many cases at once, as they stand after years: each went some way through its steps, some with
 * extensions, some returned, some still running. The many are written past the acts, by the owner. */
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day, startOfDay } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { SEVERITIES } from '../../rules/schema-justice.ts';
import type { World } from './world.ts';

/** What opening a case asks. */
export const opening = (openedOn: string, more: object = {}) => ({
  title: 'Nhóm môi giới chợ phiên',
  caseLevel: 'province',
  openedOn,
  openedDecision: '08/QĐ-PC02',
  procuracy: getOffice('vks/tinh@2025').id,
  offence: 'blhs2015.150',
  clause: 2,
  ...more,
});

const ways = [
  ['concluded', 'indicted', 'court_accepted', 'trial_ordered', 'judged', 'judgment_in_force'],
  [
    'concluded',
    'returned_by_procuracy',
    'concluded',
    'indicted',
    'court_accepted',
    'trial_ordered',
    'judged',
  ],
  ['concluded', 'indicted', 'court_accepted', 'returned_by_court', 'returned_by_procuracy', 'concluded'],
  ['investigation_suspended', 'investigation_resumed', 'concluded', 'indicted'],
  ['concluded', 'indicted', 'court_accepted', 'trial_ordered', 'judged', 'appealed', 'appeal_judged'],
  ['closed'],
] as const;
const stateAfter: Readonly<Record<string, string>> = {
  initiated: 'investigation',
  concluded: 'prosecution',
  returned_by_procuracy: 'investigation',
  returned_by_court: 'prosecution',
  investigation_suspended: 'investigation_suspended',
  investigation_resumed: 'investigation',
  indicted: 'trial',
  court_accepted: 'trial_preparing',
  trial_ordered: 'hearing',
  judged: 'judged',
  appealed: 'appeal',
  appeal_judged: 'in_force',
  judgment_in_force: 'in_force',
  closed: 'ended',
};

/** The same cases every time. */
export async function fillCases(world: World, count: number): Promise<void> {
  let seed = 7;
  const chance = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const today = world.today();
  const seats = {
    handler: getOffice('cong-an/pc02@2025').id,
    procuracy: getOffice('vks/tinh@2025').id,
    court: getOffice('toa-an/tinh@2025').id,
  };
  const rows: Record<string, Record<string, unknown>[]> = {
    criminal_case: [],
    case_step: [],
    accused: [],
    limit_extension: [],
  };
  const add = (table: string, openedOn: Day, values: Record<string, unknown>) =>
    rows[table]!.push({
      id: newId(),
      province: 'lao-cai',
      office: seats.handler,
      made_at: startOfDay(openedOn),
      made_by: newId(),
      changed_at: startOfDay(openedOn),
      version: 1,
      ...seats,
      ...values,
    });
  for (let turn = 0; turn < count; turn += 1) {
    const id = newId();
    const openedOn = addDays(today, -chance(1400));
    let [day, last] = [openedOn, 'initiated'];
    const step = (step_kind: string) =>
      add('case_step', openedOn, { criminal_case: id, step_kind, on_day: day });
    step('initiated');
    for (const kind of ways[chance(ways.length)]!) {
      day = addDays(day, 5 + chance(120));
      if (day > today || chance(8) === 0) break;
      step(kind);
      last = kind;
    }
    add('criminal_case', openedOn, {
      id,
      number: `VA-T-${turn}`,
      title: `Vụ thử ${turn}`,
      case_level: 'province',
      opened_on: openedOn,
      opened_decision: `${turn}/QĐ`,
      severity: SEVERITIES[chance(4)],
      state: stateAfter[last],
    });
    for (let person = chance(4); person > 0; person -= 1)
      add('accused', openedOn, {
        criminal_case: id,
        full_name: 'Vàng Mí Ví Dụ',
        accused_role: 'helper',
        state: 'accused',
        charged_on: openedOn,
      });
    for (let granted = Math.max(0, chance(6) - 2); granted > 0; granted -= 1)
      add('limit_extension', openedOn, {
        criminal_case: id,
        limit_family: 'investigation.limit',
        turn: granted,
        length_unit: 'month',
        length_value: 2,
        granted_by: 'procuracy_province',
        decided_on: addDays(openedOn, 60 * granted),
        decision_number: `${turn}-${granted}`,
      });
  }
  for (const [table, all] of Object.entries(rows))
    for (let from = 0; from < all.length; from += 2000) {
      const columns = Object.keys(all[0]!).join(', ');
      await world.owner(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(all.slice(from, from + 2000))],
      );
    }
  await world.owner('analyze criminal_case, case_step, accused, limit_extension');
}
