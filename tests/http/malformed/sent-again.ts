/* An act sent again, by the same and by somebody else. */
import { describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/id.ts';
import { callers, file, world } from './sent.ts';

export function sentAgain(): void {
  describe('an act sent again', () => {
    const registration = (name: string) => ({
      fullName: name,
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'api',
    });

    it('ten times at once is done once, and every answer is the same', async () => {
      const phua = callers[0]!.person!;
      const [id, input] = [newId(), registration('Lý Thị Một')];
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => phua.post('/api/act/person.register', { id, input })),
      );
      expect(answers.map(answer => answer.status)).toEqual(Array(10).fill(200));
      for (const answer of answers) expect(answer.body).toEqual(answers[0]!.body);
      expect(
        await world.owner(
          'select (select count(*)::int from person where id = $1) as people, (select count(*)::int from ledger.entry where id = $1) as entries, (select count(*)::int from arrival where person = $1) as arrivals',
          [id],
        ),
      ).toEqual([{ people: 1, entries: 1, arrivals: 1 }]);
    });

    it('an act that tells others tells them once', async () => {
      const phua = callers[0]!.person!;
      const [{ id: office }] = (await phua.ask('/api/offices', { competence: 'identify', text: 'hình sự' }))
        .offices;
      const [id, input] = [newId(), { person: file, toOffice: office, receivedOn: world.today() }];
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => phua.post('/api/act/verification.request', { id, input })),
      );
      expect(answers.map(answer => [answer.status, answer.body.number])).toEqual(
        Array(10).fill([200, answers[0]!.body.number]),
      );
      expect(
        await world.owner(
          'select (select count(*)::int from verification where id = $1) as asked, (select count(*)::int from share where verification = $1) as shares, (select count(*)::int from notice where subject = $2) as notices',
          [id, id],
        ),
      ).toEqual([{ asked: 1, shares: 1, notices: 1 }]);
      const withdraw = newId();
      const again = await Promise.all(
        Array.from({ length: 10 }, () =>
          phua.post('/api/act/verification.withdraw', {
            id: withdraw,
            subject: id,
            input: { reason: 'nhầm' },
          }),
        ),
      );
      expect(again.map(answer => answer.status)).toEqual(Array(10).fill(200));
      // Much later, when the facts are others, the answer is still the one that was given.
      expect(
        (
          await phua.post('/api/act/verification.withdraw', {
            id: withdraw,
            subject: id,
            input: { reason: 'nhầm' },
          })
        ).body,
      ).toEqual(again[0]!.body);
    });

    it('with another body is refused, whoever is quicker', async () => {
      const phua = callers[0]!.person!;
      const id = newId();
      expect(
        (await phua.post('/api/act/person.register', { id, input: registration('Lý Thị Hai') })).status,
      ).toBe(200);
      for (const body of [
        { id, input: registration('Lý Thị Ba') },
        { id, subject: newId(), input: registration('Lý Thị Hai') },
        { id, input: registration('Lý Thị Hai'), purpose: 'khác' },
      ]) {
        const answer = await phua.post('/api/act/person.register', body);
        expect([answer.status, answer.body.code]).toEqual([409, 'act.repeated_differently']);
      }
      expect(
        (
          await phua.post('/api/act/draft.keep', {
            id,
            subject: newId(),
            input: { draftKind: 'intake', body: '{}' },
          })
        ).body.code,
      ).toBe('act.repeated_differently');
    });

    it('by somebody else is a conflict that says nothing of whose it was', async () => {
      const [phua, nhai] = [callers[0]!.person!, callers[1]!.person!];
      const thang = await world.as('thang');
      const id = newId();
      await phua.act('person.register', registration('Lý Thị Bốn'), { id });
      const body = { id, input: registration('Lý Thị Bốn') };
      const [taken, conflict] = [
        await thang.post('/api/act/person.register', body),
        await phua.post('/api/act/person.register', {
          id: newId(),
          subject: id,
          input: registration('Lý Thị Năm'),
        }),
      ];
      expect([taken.status, taken.body]).toEqual([conflict.status, conflict.body]);
      expect(taken.body.code).toBe('record.changed');
      expect((await nhai.post('/api/get', { record: 'person', id })).body.code).toBe('person.not_shared');
    });
  });
}
