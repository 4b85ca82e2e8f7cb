/* What the invented province shows of justice: one case that is being investigated, with two accused, a report whose time was extended, and one that nobody has taken up yet. */
import type pg from 'pg';
import { addDays, addHours, type Day, startOfDay } from '../../kernel/day.ts';
import { getOffice } from './agencies.ts';
import { getOfficer } from './cast.ts';
import { nameId } from './ids.ts';
import { nextNumber, type RowWriter } from './rows.ts';
import { writeEvidence } from './write-evidence.ts';
import { writeKeyCases } from './write-key-cases.ts';

const id = (key: string): string => nameId('officer', `justice ${key}`);

export async function writeJustice(client: pg.Client, writer: RowWriter, today: Day): Promise<void> {
  const handler = getOffice('cong-an/pc02@2025').id;
  const procuracy = getOffice('vks/tinh@2025').id;
  const seats = { handler, procuracy };
  const begun = addDays(today, -95);
  const post = getOffice('cong-an/xa-02761@2025').id;
  const took = { office: post, madeAt: addHours(startOfDay(begun), 9), madeBy: getOfficer('dinh').id };
  const reports = [
    {
      id: id('report'),
      ...took,
      state: 'resolved',
      summary:
        'Một phụ nữ trong bản báo em gái bị người lạ rủ sang bên kia biên giới làm thuê, mất liên lạc.',
      takenUpOn: addDays(begun, 1),
      procuracy,
      reportOutcome: 'prosecute',
      resolvedOn: addDays(begun, 15),
      decisionNumber: '21/QĐ-PC02',
    },
    {
      id: id('new report'),
      ...took,
      madeAt: addHours(startOfDay(addDays(today, -1)), 8),
      state: 'handed_over',
      summary: 'Hai thanh niên được hứa việc nhẹ lương cao qua mạng, gia đình không gọi được.',
    },
    {
      id: id('long report'),
      ...took,
      madeAt: addHours(startOfDay(addDays(today, -40)), 8),
      state: 'taken_up',
      summary: 'Ba người trong bản đi làm thuê đã hai tháng không có tin.',
      takenUpOn: addDays(today, -38),
      procuracy,
    },
  ];
  for (const { id: key, office, madeAt, madeBy, ...values } of reports)
    writer.add(
      'crimeReport',
      { id: key, office, madeAt, madeBy, number: await nextNumber(client, 'TB') },
      {
        reportKind: 'denunciation',
        reportWay: 'in_person',
        receivedAt: madeAt,
        looksSerious: 'yes',
        remotePost: 'yes',
        takenByCommune: 'yes',
        toOffice: handler,
        handedAt: addHours(madeAt, 5),
        handedMinutes: '03/BB',
        ...values,
      },
    );
  /** What goes with a report was done in time; of the one nobody has taken up all of it is still to be done. */
  const told = (report: string, limitFamily: string, ofRow: string, doneOn: Day) =>
    writer.add(
      'reportDutyDone',
      {
        id: id(`${report} ${limitFamily}`),
        office: handler,
        madeAt: addHours(startOfDay(doneOn), 15),
        madeBy: getOfficer('khai').id,
      },
      {
        crimeReport: id(report),
        toOffice: handler,
        procuracy,
        limitFamily,
        ofRow,
        doneOn,
        decisionNumber: '11/SGN',
      },
    );
  const receipts = [
    ['report', begun],
    ['long report', addDays(today, -40)],
  ] as const;
  for (const [report, receivedOn] of receipts)
    for (const family of ['report.notify_vks', 'report.notify_reporter'])
      told(report, family, handler, addDays(receivedOn, 1));
  told('report', 'report.result_notify', id('report'), addDays(begun, 16));
  const extendedOn = addDays(today, -25);
  writer.add(
    'reportDecision',
    {
      id: id('extension'),
      office: handler,
      madeAt: addHours(startOfDay(extendedOn), 9),
      madeBy: getOfficer('khai').id,
    },
    {
      crimeReport: id('long report'),
      toOffice: handler,
      procuracy,
      decisionKind: 'extended',
      decidedOn: extendedOn,
      decisionNumber: '17/QĐ-PC02',
      turn: 1,
      lengthUnit: 'month',
      lengthValue: 2,
      grantedBy: 'investigation_head',
    },
  );
  const by = {
    office: handler,
    madeAt: addHours(startOfDay(addDays(begun, 15)), 9),
    madeBy: getOfficer('khai').id,
  };
  const openedOn = addDays(begun, 15);
  const title = 'Nhóm môi giới chợ phiên';
  writer.add(
    'criminalCase',
    { id: id('case'), ...by, number: await nextNumber(client, 'VA') },
    {
      title,
      crimeReport: id('report'),
      caseLevel: 'province',
      openedOn,
      openedDecision: '22/QĐ-PC02',
      severity: 'RNT',
      state: 'investigation',
      ...seats,
      inCharge: getOfficer('khai').id,
    },
  );
  const inCase = { criminalCase: id('case'), ...seats };
  writer.add(
    'caseStep',
    { id: id('initiated'), ...by },
    { ...inCase, stepKind: 'initiated', onDay: openedOn, decisionNumber: '22/QĐ-PC02' },
  );
  const done = (limitFamily: string, ofRow: string, on: Day) =>
    writer.add(
      'dutyDone',
      { id: id(`${limitFamily} ${ofRow}`), ...by },
      { ...inCase, limitFamily, ofRow, doneOn: on, decisionNumber: '14/SGN' },
    );
  done('case.send_vks', id('initiated'), openedOn);
  const people = [
    ['first', 'Vàng Seo Ví Dụ', 'organiser', 2, 'detention'],
    ['second', 'Lý Thị Ví Dụ', 'helper', 1, 'residence_ban'],
  ] as const;
  for (const [key, fullName, accusedRole, clause, measureKind] of people) {
    const chargedOn = addDays(openedOn, 3);
    writer.add(
      'accused',
      { id: id(key), ...by },
      {
        ...inCase,
        fullName,
        accusedRole,
        born: '1989',
        state: 'accused',
        chargedOn,
        chargedDecision: '25/QĐ-PC02',
      },
    );
    writer.add(
      'charge',
      { id: id(`charge ${key}`), ...by },
      {
        ...inCase,
        accused: id(key),
        offence: 'blhs2015.150',
        clause,
        severity: 'RNT',
        fromDay: chargedOn,
        decisionNumber: '25/QĐ-PC02',
      },
    );
    done('accused.send_vks', id(`charge ${key}`), chargedOn);
    done('accused.vks_ratify', id(`charge ${key}`), addDays(chargedOn, 2));
    writer.add(
      'measure',
      { id: id(`measure ${key}`), ...by },
      {
        ...inCase,
        accused: id(key),
        measureKind,
        fromAt: addHours(startOfDay(chargedOn), 10),
        orderNumber: '26/L-PC02',
        orderedMonths: measureKind === 'detention' ? 4 : 3,
      },
    );
    if (measureKind === 'detention') done('detention.vks_ratify', id(`measure ${key}`), chargedOn);
  }
  await writeKeyCases(client, writer, today, { criminalCase: id('case'), title });
  await writeEvidence(client, writer, { criminalCase: id('case'), handler, procuracy, openedOn });
}
