/* What three votes come to, the weeks of a year, and what the joint record says: refusals and dissents first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { textOf } from '../documents/index.ts';
import type { CaseClock } from './case-clocks.ts';
import { isoWeek, keyCaseVotes, tallyOf, tellBy, weekOf } from './key-lists.ts';
import { composeKeyPaper, type KeyPaper, withSignatures } from './key-paper.ts';
import { sampleKeyPaper, sampleSignature } from './key-sample.ts';
import { lastDayOf, limitBeside } from './key-together.ts';
import { bodySeats } from './seats.ts';

const votes = (...said: string[]) => said.map(vote => ({ vote }));
const majority = { needed: 'majority', everyone_votes: true } as const;

describe('votes', () => {
  it.each([
    [majority, votes('for', 'for'), 'open'],
    [majority, votes('against', 'against'), 'open'],
    [majority, votes('for', 'for', 'against'), 'agreed'],
    [majority, votes('for', 'abstain', 'abstain'), 'not_agreed'],
    [majority, votes('for', 'against', 'against'), 'not_agreed'],
    [{ needed: 'all', everyone_votes: true }, votes('for', 'for', 'against'), 'not_agreed'],
    [{ needed: 'all', everyone_votes: true }, votes('for', 'for', 'for'), 'agreed'],
    [{ needed: 'all', everyone_votes: false }, votes('against'), 'not_agreed'],
    [{ needed: 'majority', everyone_votes: false }, votes('for', 'for'), 'agreed'],
    [{ needed: 'majority', everyone_votes: false }, votes('for', 'against'), 'open'],
    [{ needed: 'majority', everyone_votes: false }, votes('abstain', 'against'), 'not_agreed'],
  ] as const)('%o %o → %s', (rule, said, tally) => {
    expect(tallyOf(rule, said)).toBe(tally);
  });

  it('the rule in force asks for all three votes and keeps its doubt', () => {
    const [rule] = rules.key_case_agreement;
    expect(rule).toMatchObject({ needed: 'majority', everyone_votes: true, confidence: 'low' });
    expect(rule!.note.vi).toContain('chưa đối chiếu');
  });

  it('with everybody’s vote it is decided one way or the other, in whatever order they come', () => {
    const three = fc.tuple(...bodySeats.map(() => fc.constantFrom(...keyCaseVotes)));
    fc.assert(
      fc.property(three, fc.constantFrom('all', 'majority'), fc.boolean(), (said, needed, everyone_votes) => {
        const rule = { needed, everyone_votes } as const;
        const tally = tallyOf(rule, votes(...said));
        expect(tally).not.toBe('open');
        expect(tallyOf(rule, votes(...said.toReversed()))).toBe(tally);
        // What two votes have settled the third does not unsettle.
        const before = tallyOf(rule, votes(...said.slice(0, 2)));
        if (before !== 'open') expect(tally).toBe(before);
      }),
    );
  });
});

describe('weeks', () => {
  it.each([
    ['2026-01-01', '2026-W01', '2025-12-29'],
    ['2025-12-29', '2026-W01', '2025-12-29'],
    ['2027-01-01', '2026-W53', '2026-12-28'],
    ['2026-11-29', '2026-W48', '2026-11-23'],
  ] as [Day, string, Day][])('%s lies in %s, from %s', (day, week, from) => {
    expect([isoWeek(day), weekOf(day), tellBy(weekOf(day))]).toEqual([week, from, addDays(from, 4)]);
  });
});

const opened = '2026-11-19' as Day;
const said = { place: 'Lào Cai', codeOf: (list: string, code: string) => `${list}.${code}` };
const words = (paper: KeyPaper) => textOf(composeKeyPaper(paper, said)).join('\n');

describe('the joint record', () => {
  it('keeps a dissent in its own words, in the order of the seats whatever order they spoke in', () => {
    const text = words(sampleKeyPaper);
    expect(text).toContain('Lý do: Đã rõ.\nĐề nghị ghi vào biên bản.');
    expect(text).toContain('Ý kiến khác của Tòa án tỉnh được giữ nguyên');
    expect(text).toContain('2/3 cơ quan đồng ý; ba cơ quan xác định vụ án là án trọng điểm');
    expect(text.indexOf('Cần lực lượng')).toBeLessThan(text.indexOf('Cần kiểm sát'));
    expect(text.indexOf('Cần kiểm sát')).toBeLessThan(text.indexOf('Đã rõ'));
    expect(text).toContain('không làm ngắn lại hay kéo dài thời hạn nào');
  });

  it('says no dissent where there is none, no priority where nothing was agreed, and what an end rests on', () => {
    const all = {
      ...sampleKeyPaper,
      votes: sampleKeyPaper.votes.map(one => ({ ...one, vote: 'for' as const })),
    };
    expect(words(all)).not.toContain('Ý kiến khác');
    expect(words({ ...sampleKeyPaper, outcome: 'not_agreed' })).not.toContain('Mức ưu tiên');
    const end = words({ ...sampleKeyPaper, kind: 'end', grounds: [], endReason: 'done' });
    expect(end).toContain('keyCaseEnd.done');
    expect(end).toContain('kết thúc việc theo dõi');
  });

  it('the signed copy is the same paper and one page more', () => {
    const paper = composeKeyPaper(sampleKeyPaper, said);
    const hash = 'a1b2c3d4'.repeat(8);
    const signed = withSignatures(paper, hash, [sampleSignature]);
    expect(signed.blocks.slice(0, paper.blocks.length)).toEqual(paper.blocks);
    expect(textOf(signed).join(' ').replaceAll(' ', '')).toContain(hash);
    expect(textOf(signed)).toContain('Bà Lựu');
  });
});

describe('a target day and the law', () => {
  const clock = (family: string, more: object = {}): CaseClock =>
    ({
      family,
      accused: null,
      start: opened,
      doneOn: null,
      limit: { term: { due: '2027-03-19', advisory: false } },
      ...more,
    }) as unknown as CaseClock;

  it('stands beside the limit that runs for the step, of the case and not of one accused', () => {
    const clocks = [
      clock('investigation.limit', { doneOn: opened }),
      clock('investigation.supplementary_vks'),
      clock('detention.investigation', { accused: 'somebody' }),
    ];
    expect(limitBeside('concluded', clocks)?.family).toBe('investigation.supplementary_vks');
    expect(limitBeside('indicted', clocks)).toBeNull();
    expect(limitBeside('appeal_judged', clocks)).toBeNull();
  });

  it('a limit that only advises has no last day to be past', () => {
    expect(lastDayOf(clock('trial.open'))).toBe('2027-03-19');
    expect(
      lastDayOf(clock('trial.open', { limit: { term: { due: '2027-03-19', advisory: true } } })),
    ).toBeNull();
    expect(lastDayOf(null)).toBeNull();
  });
});
