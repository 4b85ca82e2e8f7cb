import { describe, expect, it } from 'vitest';
import { getInstant, type PartialDay } from '../../../kernel/day.ts';
import { writeCsv } from '../table/csv.ts';
import { readTable } from '../table/read.ts';
import { toPerson } from './domain.ts';
import { read } from './fixtures.ts';
import type { ExchangePerson } from './person.ts';
import { htcdsNames } from './profile.ts';
import { type ExportEntry, exportHtcds } from './sidecar.ts';

const madeAt = getInstant('2026-11-24T07:00:00.000Z');
const nobody = toPerson({ line: 2, values: {}, extensions: {}, unread: {} });
const secret = 'BÍ MẬT';

const mai: ExchangePerson = {
  ...nobody,
  names: [
    { kind: 'official', family: 'Vàng', middle: 'Thị', given: 'Mai' },
    { kind: 'alias', family: null, middle: null, given: 'A Mây' },
  ],
  born: '1998' as PartialDay,
  identityNumber: secret,
  contact: { email: null, homePhone: null, mobilePhone: '+84912345678', mailing: null },
  victim: {
    ...toPerson({ line: 2, values: { vic_AgeWhenTrafficked: '15' }, extensions: {}, unread: {} }).victim!,
    assertions: [
      { status: 'PossibleVictimOfTrafficking', decidedBy: 'NGO' },
      { status: 'ActualVictimOfTrafficking', decidedBy: 'Police' },
    ],
    exploitationTypes: ['ForcedCriminality'],
  },
  referralsOut: [
    {
      organisation: secret,
      caseWorker: null,
      reason: 'Other',
      day: '2026-05-01' as PartialDay,
      details: secret,
    },
    { organisation: secret, caseWorker: null, reason: null, day: '2026-06' as PartialDay, details: null },
  ],
  comments: [secret, secret],
  consent: {
    kind: 'answered',
    answers: {
      interview: 'yes',
      purpose: 'yes',
      useOfData: 'declined',
      research: 'not_asked',
      rightToRequest: 'yes',
      storageTime: 'yes',
      withdrawal: 'yes',
    },
  },
  extensions: { 'x_Ghi chú': secret },
};
const entry = (changes: Partial<ExportEntry> = {}): ExportEntry => ({
  ref: 'r1',
  person: mai,
  withheld: {},
  answerStates: {},
  ...changes,
});

describe('what is withheld', () => {
  const withheld = {
    prs_IdentityNumber: 'sealed',
    cas_ReferredOrganisation: 'no_right',
    cas_OutgoingReferralDetails: 'no_right',
    cco_CaseComment: 'no_consent',
  } as const;

  it('is in neither the table nor the sidecar', () => {
    const { table, sidecar } = exportHtcds([entry({ withheld })], { madeAt });
    expect(JSON.stringify(table)).not.toContain(secret);
    expect(JSON.stringify(sidecar)).not.toContain(secret);
  });

  it('takes its extensions, its answer state and its consent answers with it', () => {
    const all = Object.fromEntries(htcdsNames.map(name => [name, 'no_right' as const]));
    const { rows, sidecar } = exportHtcds(
      [entry({ withheld: all, answerStates: { prs_Gender: 'declined' } })],
      { madeAt },
    );
    expect(rows[0]!.extensions).toEqual({ x_ref: 'r1' });
    expect(Object.values(rows[0]!.values).filter(value => value !== null)).toEqual([]);
    expect(sidecar.rows[0]).toMatchObject({
      further: {},
      partialDays: {},
      extensionCodes: {},
      answerStates: {},
      consentAnswers: null,
    });
  });

  it('is said per row and in sum', () => {
    const { sidecar } = exportHtcds(
      [entry({ withheld }), entry({ ref: 'r2', withheld: { cco_CaseComment: 'sealed' } })],
      { madeAt },
    );
    expect(sidecar.rows[0]!.withheld).toEqual(withheld);
    expect(sidecar.sums.withheld).toEqual({ no_right: 2, no_consent: 1, sealed: 2 });
    expect(sidecar.sums.withheldByField).toMatchObject({ cco_CaseComment: 2, prs_IdentityNumber: 1 });
  });

  it('includes columns of earlier imports unless asked for', () => {
    expect(exportHtcds([entry()], { madeAt }).table[0]).not.toContain('x_Ghi chú');
    expect(exportHtcds([entry()], { madeAt, foreignColumns: true }).table[0]).toContain('x_Ghi chú');
  });
});

describe('the sidecar', () => {
  const { sidecar, table } = exportHtcds(
    [entry({ answerStates: { prs_MaritalStatus: 'not_asked', prs_Gender: 'declined' } })],
    { madeAt },
  );

  it('says whose layout it is, the standard, the licence and the order of names', () => {
    expect(sidecar.layout.note).toContain('not by IOM');
    expect(sidecar.standard).toMatchObject({ name: 'HTCDS', version: '2.0' });
    expect(sidecar.standard.licence).toMatch(/CC BY 4\.0.*does not endorse/);
    expect(sidecar.notes[0]).toMatch(/prs_FirstName is the given name, prs_SecondName the family name/);
    expect(sidecar.madeAt).toBe(madeAt);
  });

  it('holds what the row has no place for, under HTCDS names', () => {
    expect(sidecar.rows[0]).toMatchObject({ line: 2, ref: 'r1' });
    expect(sidecar.rows[0]!.further).toEqual({
      names: [{ prs_FirstName: 'A Mây', x_prs_NameKind: 'alias' }],
      assertions: [
        {
          vic_TraffickingStatus: 'PossibleVictimOfTrafficking',
          vic_TraffickingStatusDecisionMakingOrg: 'NGO',
        },
      ],
      referralsOut: [
        {
          cas_ReferredOrganisation: secret,
          cas_ReasonForOutgoingReferral: 'Other',
          cas_OutgoingReferralDate: '2026-05-01',
          cas_OutgoingReferralDetails: secret,
        },
      ],
      comments: [{ cco_CaseComment: secret }],
    });
  });

  it('names half-known dates, our codes, answer states and the seven answers', () => {
    expect(sidecar.rows[0]).toMatchObject({
      partialDays: { prs_Birthdate: '1998', cas_OutgoingReferralDate: '2026-06' },
      extensionCodes: { vic_TypeOfExploitation: ['ForcedCriminality'] },
      answerStates: { prs_MaritalStatus: 'not_asked', prs_Gender: 'declined' },
      consentAnswers: { x_con_UseOfData: 'declined', x_con_Research: 'not_asked' },
    });
    expect(sidecar.sums).toMatchObject({
      rows: 1,
      further: { names: 1, assertions: 1, referralsIn: 0, referralsOut: 1, comments: 1 },
      partialDays: 2,
      extensionCodes: { ForcedCriminality: 1 },
      answerStates: { unknown: 0, declined: 1, not_asked: 1 },
    });
  });

  it('goes with a table of 84 columns that reads back, the last of everything in it', async () => {
    expect(table[0]!.slice(0, 84)).toEqual(htcdsNames);
    const result = await readTable(writeCsv(table), 'export.csv');
    if (result.refused) throw new Error(result.refused.code);
    const back = toPerson(read(result).rows[0]!);
    expect(back.extensions).toEqual({ x_ref: 'r1' });
    expect(back.consent).toEqual(mai.consent);
    expect(back.born).toBe('1998');
    expect(back.victim!.exploitationTypes).toEqual(['ForcedCriminality']);
    expect(back.victim!.assertions).toEqual([{ status: 'ActualVictimOfTrafficking', decidedBy: 'Police' }]);
  });

  it('can keep to the 38 live core fields', () => {
    const core = exportHtcds([entry()], { madeAt, columns: 'core' }).table[0]!;
    expect(core.filter(name => !name.startsWith('x_'))).toHaveLength(38);
    expect(core).not.toContain('vic_Vulnerabilities');
  });
});
