/* An assessment that is being written: kept sealed for whoever writes it and for nobody else, out of reach with the file, over when it became an assessment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../../tests/support/world.ts';

let world: World;
let today: Day;
let dao: Person;
let van: Person;
let my: Person;
const her: Record<string, string> = {};
const body = JSON.stringify({ safetyWords: 'Em sợ nó biết em đã về' });

const keep = (who: Person, draft: string, more: Json = {}) =>
  who.act(
    'draft.keep',
    { draftKind: 'assessment', about: her.file, step: 'safety', body, ...more },
    { subject: draft },
  );

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [dao, van, my] = (await Promise.all(['dao', 'van', 'my'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
  her.file = (
    await dao.act('person.register', {
      fullName: 'Giàng Thị Pà',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    })
  ).id;
});
afterAll(() => world?.stop());

describe('an assessment half written', () => {
  it('is about a file one holds, and an interview is about none', async () => {
    const reasons = async (more: Json) =>
      (await refusal(keep(dao, newId(), more))).fields.map(one => [one.field, one.reason]);
    expect((await refusal(keep(dao, newId(), { about: null }))).code).toBe('person.not_shared');
    expect(await reasons({ draftKind: 'intake' })).toEqual([['about', 'not_known']]);
    expect((await refusal(keep(my, newId()))).code).toBe('person.not_shared');
  });

  it('survives a closed browser, sealed, in the work of whoever wrote it', async () => {
    her.draft = newId();
    await keep(dao, her.draft);
    await keep(dao, her.draft, { step: 'mind' });
    const [row] = await world.owner('select * from draft where id = $1', [her.draft]);
    expect(row).toMatchObject({ person: her.file, state: 'open', step: 'mind' });
    expect(JSON.stringify(row)).not.toContain('Em sợ');
    const later = await world.as('dao');
    expect(await later.list('draft', { filter: { person: { is: her.file } } })).toMatchObject([
      { id: her.draft },
    ]);
    expect(await later.open('draft', her.draft, 'body', 'continue')).toBe(body);
    expect((await later.work()).find(item => item.kind === 'assessment_to_finish')).toMatchObject({
      record: 'person',
      id: her.file,
      caption: expect.stringMatching(/^NN-/),
    });
  });

  it('is nobody else’s, not even her head’s, and cannot be turned into another', async () => {
    expect(await van.list('draft')).toEqual([]);
    expect((await refusal(van.open('draft', her.draft!, 'body'))).code).toBe('record.not_found');
    expect((await refusal(keep(van, her.draft!))).status).toBeGreaterThanOrEqual(403);
    expect((await refusal(keep(dao, her.draft!, { draftKind: 'intake', about: null }))).code).toBe(
      'act.not_yours',
    );
    expect(await dao.open('draft', her.draft!, 'body', 'continue')).toBe(body);
  });

  it('of another office goes out of reach when its share ends', async () => {
    const consent = await dao.act('consent.record', {
      person: her.file,
      consentPurpose: 'services',
      given: 'yes',
      givenBy: 'herself',
    });
    const referral = await dao.act('referral.send', {
      person: her.file,
      toOffice: getOffice('nhan-ai/nha@2025').id,
      referralPurpose: 'services',
      services: ['psychological'],
      sharedFields: ['person.fullName'],
      ground: 'consent',
      consent: consent.id,
      until: addDays(today, 30),
    });
    await my.act('referral.accept', {}, { subject: referral.id });
    const theirs = newId();
    await keep(my, theirs);
    expect((await my.work()).map(item => item.kind)).toContain('assessment_to_finish');
    await dao.act('consent.withdraw', {}, { subject: consent.id });
    expect((await refusal(my.get('draft', theirs))).code).toBe('record.not_found');
    expect((await refusal(my.open('draft', theirs, 'body'))).code).toBe('record.not_found');
    expect((await refusal(keep(my, theirs))).status).toBeGreaterThanOrEqual(403);
    expect((await my.work()).map(item => item.kind)).not.toContain('assessment_to_finish');
  });

  it('is over when it became an assessment: its words are gone, and nothing is kept under it', async () => {
    await dao.act('assessment.record', {
      person: her.file,
      onDay: today,
      factorSet: 'needs.v1',
      safetyWords: 'Em sợ nó biết em đã về',
      riskLevel: 'high',
      riskReasons: 'Người đã đưa đi ở cùng xã',
    });
    expect(await dao.get('draft', her.draft!)).toMatchObject({ state: 'used', body: null });
    expect((await refusal(keep(dao, her.draft!))).code).toBe('act.not_yours');
    expect((await dao.work()).map(item => item.kind)).not.toContain('assessment_to_finish');
  });

  it('cannot be begun on a closed file', async () => {
    const asked = await dao.act(
      'person.close',
      { grounds: 'declined', reason: 'Chị không muốn hỗ trợ nữa' },
      { subject: her.file! },
    );
    await van.act('fileDecision.approve', {}, { subject: asked.decision });
    expect((await refusal(keep(dao, newId()))).code).toBe('person.closed');
  });
});
