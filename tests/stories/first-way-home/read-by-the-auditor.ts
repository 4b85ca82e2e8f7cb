/* The auditor reads who did what on which ground and nothing of what was in it, and finds what the owner of the server rewrote. */
import { describe, expect, it } from 'vitest';
import { type Json, refusal } from '../../support/world.ts';
import { chuyen, hang, her, my, nhai, phua, san, world } from './woman.ts';

export function readByTheAuditor(): void {
  describe('the auditor', () => {
    let entries: Json[];

    it('reads who did, saw and sent what, on what ground, and not what was in it', async () => {
      entries = [];
      for (let before: number | undefined; ; ) {
        const page = await hang.ask('/api/ledger', { person: her.file, ...(before ? { before } : {}) });
        entries.push(...page.rows);
        if (page.next === null) break;
        before = page.next;
      }
      const by = (officer: string, name: string) =>
        entries.filter(entry => entry.officer === officer && entry.name === name);
      expect(by(phua.officer, 'person.register')).toHaveLength(1);
      expect(by(phua.officer, 'referral.send')).toMatchObject([
        { kind: 'act', ground: 'consent', role: 'border_officer', agency: 'bien-phong' },
      ]);
      expect(by(nhai.officer, 'assertion.identify')).toMatchObject([{ ground: 'legal_duty' }]);
      expect(by(nhai.officer, 'person.open.phone')).toMatchObject([{ kind: 'open', purpose: 'xác minh' }]);
      expect(by(san.officer, 'exceptionAccess.begin')[0]).toMatchObject({
        ground: 'vital_interest',
        purpose: 'bảo vệ tính mạng',
      });
      expect(by(my.officer, 'person.read').length).toBeGreaterThan(0);
      expect(by(my.officer, 'note.write')).toHaveLength(1);
      // She was shown nothing; that she asked is known.
      expect(
        new Set(entries.filter(entry => entry.officer === chuyen.officer).map(entry => entry.name)),
      ).toEqual(new Set(['person.refused']));
      expect(entries.some(entry => entry.name === 'person.alike')).toBe(false);
      for (const trace of ['Vàng', 'Mại', '0300', 'sốt nhẹ', 'bến xe'])
        expect(JSON.stringify(entries)).not.toContain(trace);
    });

    it('only an auditor does', async () => {
      for (const person of [phua, nhai, my, chuyen])
        for (const url of ['/api/ledger', '/api/ledger/verify', '/api/ledger/checkpoint'])
          expect((await refusal(person.ask(url))).code).toBe('act.not_yours');
    });

    it('the chain verifies, and a signed checkpoint can be handed over', async () => {
      const verdict = await hang.ask('/api/ledger/verify');
      expect(verdict).toMatchObject({ ok: true, broken: 0, waiting: 0 });
      expect(verdict.entries).toBeGreaterThan(entries.length);
      const checkpoint = await hang.ask('/api/ledger/checkpoint');
      expect(JSON.stringify(checkpoint)).toContain('chungtay.lao-cai/ledger');
    });

    it('a row that the owner of the server rewrote is named', async () => {
      const target = entries.find(entry => entry.name === 'exceptionAccess.begin')!;
      await expect(
        world.owner("update ledger.entry set purpose = 'việc thường' where id = $1", [target.id]),
      ).rejects.toThrow('the ledger only grows');
      const [was] = await world.owner<Json>('select purpose from ledger.entry where id = $1', [target.id]);
      await world.owner('alter table ledger.entry disable trigger refuse_change');
      await world.owner("update ledger.entry set purpose = 'việc thường' where id = $1", [target.id]);
      await world.owner('alter table ledger.entry enable trigger refuse_change');
      const verdict = await hang.ask('/api/ledger/verify');
      expect(verdict).toMatchObject({ ok: false, firstBroken: { entryId: target.id, why: 'entry' } });
      await world.owner('alter table ledger.entry disable trigger refuse_change');
      await world.owner('update ledger.entry set purpose = $2 where id = $1', [target.id, was.purpose]);
      await world.owner('alter table ledger.entry enable trigger refuse_change');
      expect((await hang.ask('/api/ledger/verify')).ok).toBe(true);
    });
  });
}
