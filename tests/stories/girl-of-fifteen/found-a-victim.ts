/* Screening, presuming, and the competent body that finds her a victim and issues the paper; what the law gives her, and what it gives her child. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addHours, ageOn, dayOf } from '../../../kernel/day.ts';
import { entitlementsOf, factsOfChild } from '../../../modules/entitlements/index.ts';
import { readElements, rules } from '../../../rules/index.ts';
import type { LegalElements } from '../../../rules/schema.ts';
import { type Person, reasonsOf, refusal } from '../../support/world.ts';
import {
  atNight,
  baby,
  born,
  chuyen,
  factsHere,
  her,
  my,
  nam,
  nhai,
  pc02,
  phua,
  shelter,
  statusNow,
  today,
  warned,
  world,
} from './girl.ts';

export function foundAVictim(): void {
  describe('screening', () => {
    const signs = {
      'act.recruit': 'yes',
      'act.transport': 'yes',
      'means.deceit': 'declined',
      'purpose.forced_marriage': 'yes',
      'purpose.childbearing': 'unknown',
    } as const;
    const legal = rules.indicators.find(set => set.kind === 'legal_elements') as LegalElements;
    const read = (onDay: string, years: { least: number; most: number }) => {
      const rule = rules.age_rules.find(
        one => one.valid_from <= onDay && (one.valid_to === null || onDay < one.valid_to),
      )!;
      const { means_needed, elements, missing, reasons } = readElements(legal, rule, signs, years);
      const means = elements.find(one => one.element === 'means')!.state;
      return { means_needed, means, missing, codes: reasons.map(one => one.code) };
    };

    it('asks of a girl of fifteen for no means, under either law nor in the Penal Code; at seventeen the Penal Code still would', () => {
      const age = ageOn(born, today);
      expect(age).toEqual({ least: 15, most: 15 });
      const now = read(today, age);
      expect(now).toMatchObject({ means_needed: 'no', means: 'not_required', missing: [] });
      expect(now.codes).toContain('means_not_needed');
      expect(now.codes).not.toContain('means_needed_in_penal_code');
      expect(read('2025-06-30', age)).toMatchObject({ means_needed: 'no', missing: [] });
      const older = read(today, { least: 17, most: 17 });
      expect(older).toMatchObject({ means_needed: 'no', means: 'not_required' });
      expect(older.codes).toContain('means_needed_in_penal_code');
      expect(read('2025-06-30', { least: 17, most: 17 })).toMatchObject({
        means_needed: 'yes',
        missing: ['means'],
      });
    });

    it('is the officer’s impression and gives no status; presuming her a victim gives one, with rights of its own', async () => {
      const screening = {
        person: her.file,
        indicatorSet: 'legal_elements.v1',
        signs,
        impression: 'clear_signs',
      };
      expect(
        await reasonsOf(phua.act('screening.record', { ...screening, screenedAt: addHours(world.now(), 3) })),
      ).toEqual(['screenedAt in_future']);
      expect(
        (await refusal(chuyen.act('screening.record', { ...screening, screenedAt: atNight }))).status,
      ).toBe(403);
      await phua.act('screening.record', { ...screening, screenedAt: atNight });
      expect(statusNow(await phua.path(her.file!))).toMatchObject({ status: 'none', article: null });
      await phua.act('assertion.presume', {
        person: her.file,
        finding: 'victim',
        assertedOn: dayOf(atNight),
        purposes: ['forced_marriage'],
      });
      const path = await phua.path(her.file!);
      expect(statusNow(path)).toMatchObject({ status: 'in_process', article: 'Điều 37 Luật 53/2024' });
      const hers = factsHere(path);
      const given = (facts: typeof hers, state: string) =>
        entitlementsOf(rules, facts, today).readings[0]!.regimes.filter(one => one.state === state).length;
      expect(given(hers, 'in_process')).toBe(7);
      // Nobody has read what a child with somebody in the process may have: it is said so, and not guessed.
      expect(given(factsOfChild(hers, path.parts.child[0]), 'unclear')).toBe(10);
    });
  });

  describe('found to be a victim, with a paper', () => {
    it('the competent body is asked on the ground of the law, whatever she or a guardian said, with a clock that calls nobody late', async () => {
      const ask = (toOffice: string) =>
        phua.act('verification.request', { person: her.file, toOffice, receivedOn: today });
      expect((await refusal(ask(shelter))).code).toBe('limit.not_competent');
      const asked = await ask(pc02);
      her.verification = asked.id;
      expect(asked.term).toMatchObject({ rule: 'victim2024.initial_check', advisory: true });
      const item = (await nhai.work()).find(one => one.kind === 'verification_to_answer')!;
      expect(item).toMatchObject({ id: asked.id, person: her.file });
      expect(item.state).not.toBe('overdue');
      const { parts } = await nhai.path(her.file!);
      for (const part of ['needs', 'child', 'consent', 'bestInterests', 'interpreterEngagement'])
        expect([part, parts[part] ?? []]).toEqual([part, []]);
      expect((await refusal(nhai.path(baby.file!))).code).toBe('person.not_shared');
    });

    it('is identified by nobody else; the certificate gets its number and its hash when it is issued', async () => {
      const found = {
        person: her.file,
        finding: 'victim',
        assertedOn: today,
        verification: her.verification,
        evidence: { herself_or_kin: 'yes' },
      };
      const make = (who: Person) =>
        who.act('document.make', {
          person: her.file,
          form: 'GXN-24',
          authority: 'KT',
          onBehalfOf: 'Trưởng phòng',
          signerTitle: 'Phó Trưởng phòng',
          signerName: 'Lê Xuân Khải',
        });
      expect((await refusal(phua.act('assertion.identify', found))).code).toBe('act.not_yours');
      expect((await refusal(make(nhai))).code).toBe('document.nothing_to_say');
      expect(
        warned(await nhai.act('assertion.identify', { ...found, paperKind: 'police_certificate' })),
      ).toEqual([]);
      her.paper = (await make(nhai)).id;
      const { paperNumber } = await nhai.act('document.issue', {}, { subject: her.paper });
      expect(paperNumber).toBe('01/GXN-PC02');
      const { pdfHash, state } = await phua.get('document', her.paper);
      expect(state).toBe('issued');
      const open = async (who: Person) =>
        (
          await who.ask('/api/documents/open', {
            document: her.paper,
            format: 'pdf',
            purpose: 'đưa cho em ấy',
          })
        ).file;
      const bytes = Buffer.from((await open(phua)).base64, 'base64');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(pdfHash);
      for (const stranger of [my, nam, chuyen])
        expect((await refusal(open(stranger))).code).toBe('person.not_shared');
    });

    it('she has what the law gives a victim, her child what it gives a child who came along', async () => {
      const path = await phua.path(her.file!);
      expect(statusNow(path)).toMatchObject({ status: 'identified', since: today });
      const hers = factsHere(path);
      const given = (facts: typeof hers) =>
        entitlementsOf(rules, facts, today).readings[0]!.regimes.flatMap(one =>
          one.state === 'entitled' ? [one.code] : [],
        );
      expect(given(hers)).toHaveLength(10);
      const child = given(factsOfChild(hers, path.parts.child[0]));
      expect(child).toContain('schooling');
      expect(given(hers).filter(code => !child.includes(code))).toEqual(['vocational', 'hardship_and_loan']);
    });
  });
}
