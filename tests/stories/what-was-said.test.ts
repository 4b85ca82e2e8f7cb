/* What was said is kept as it was said: what contradicts itself or has not come yet is refused by name, what nobody could say stands open with its word, who must
 * not learn of her goes to nobody unasked, and why something was taken back stays with those who took it back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, addHours } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { shareBundles, shelterBundles } from '../../modules/referrals/index.ts';
import { makeWorld, type Person, refusal, type World } from '../support/world.ts';

const shelter = getOffice('nhan-ai/nha@2025').id;
let world: World;
let phua: Person;
let my: Person;
let auditor: Person;
let her: string;

const said = () => ({ route: 'self_return', arrivedAt: world.now(), entry: 'api' });
const issues = async (promise: Promise<unknown>) =>
  (await refusal(promise)).fields.map(({ field, reason }: Record<string, string>) => [field, reason]);
const usual = shelterBundles.flatMap(name => shareBundles[name]!);
const refer = (sharedFields: readonly string[]) =>
  phua.act('referral.send', {
    person: her,
    toOffice: shelter,
    referralPurpose: 'shelter',
    sharedFields,
    ground: 'vital_interest',
    groundArticle: 'Điều 38',
    until: addDays(world.today(), 30),
  });

beforeAll(async () => {
  world = await makeWorld();
  [phua, my, auditor] = (await Promise.all(['phua', 'my', 'son'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
});
afterAll(() => world?.stop());

describe('at the gate', () => {
  it('every answer that cannot be true is refused, all of them at once', async () => {
    expect(
      await issues(
        phua.act('person.register', {
          ...said(),
          arrivedAt: addHours(world.now(), 48),
          born: '3000',
          leftHome: addDays(world.today(), 3),
          safety: 'no',
          met: ['safety'],
        }),
      ),
    ).toEqual([
      ['born', 'in_future'],
      ['leftHome', 'in_future'],
      ['arrivedAt', 'in_future'],
      ['met', 'contradicts'],
    ]);
    expect(await issues(phua.act('person.register', { ...said(), born: '2004-02-31' }))).toEqual([
      ['born', 'partialDay'],
    ]);
  });

  it('when and where she arrived may stand open, with the word why', async () => {
    her = (
      await phua.act('person.register', {
        route: 'self_return',
        entry: 'api',
        arrivedAt: { unanswered: 'unknown' },
        place: { unanswered: 'declined' },
        fullName: 'Giàng Thị Pằng',
        safety: 'yes',
        met: ['safety'],
        keepFrom: 'người anh họ ở bản bên',
      })
    ).id;
    const { parts } = await phua.path(her);
    expect(parts.arrival[0]).toMatchObject({
      arrivedAt: null,
      place: null,
      unanswered: { arrivedAt: 'unknown', place: 'declined' },
    });
    expect(parts.needs[0]).toMatchObject({ keepFrom: 'người anh họ ở bản bên', met: ['safety'] });
  });

  it('neither she nor a child with her was born tomorrow', async () => {
    const born = addDays(world.today(), 1);
    expect(await issues(phua.act('child.record', { person: her, born }))).toEqual([['born', 'in_future']]);
    expect(
      await issues(
        phua.act('person.correct', { fullName: 'Giàng Thị Pằng', born, reason: 'x' }, { subject: her }),
      ),
    ).toEqual([['born', 'in_future']]);
  });
});

describe('while a name is typed', () => {
  const alike = async (more: object) =>
    (await phua.ask('/api/alike', { otherNames: [], ...more })).alike.map(
      ({ person, level, reasons }: { person: string; level: string; reasons: { code: string }[] }) => [
        person,
        level,
        reasons.map(one => one.code),
      ],
    );

  it('the whole name alone is said to be possible, and noted nowhere', async () => {
    expect(await alike({ fullName: 'Giàng Thị Pằng' })).toEqual([[her, 'possible', ['name.same']]]);
    const { id, warnings } = await phua.act('person.register', { ...said(), fullName: 'Giàng Thị Pằng' });
    expect(warnings).toEqual([]);
    expect((await phua.path(id)).parts.likeness).toEqual([]);
  });

  it('and is not said of a name that differs, or of somebody known to be another', async () => {
    expect(await alike({ fullName: 'Giàng Thị Pằng Xa' })).toEqual([]);
    await phua.act('person.register', { ...said(), fullName: 'Thào A Chu', sex: 'male' });
    expect(await alike({ fullName: 'Thào A Chu', sex: 'female' })).toEqual([]);
  });
});

describe('an officer', () => {
  it('is named with her rank and work in both languages', async () => {
    const { officers } = await phua.ask('/api/officers', { ids: [phua.officer] });
    expect(officers).toMatchObject([{ title: 'Trung úy, trực ban', titleEn: 'Lieutenant, duty officer' }]);
  });
});

describe('the auditor', () => {
  const entries = async (about: object) => (await auditor.ask('/api/ledger', about)).rows;

  it('reads what was sent to whom, on which ground, which fields and until when, and nothing that stands in them', async () => {
    const { id, number } = await refer(['person.fullName', 'needs.food']);
    const [entry] = await entries({ name: 'referral.send' });
    const { sent } = await auditor.ask('/api/ledger/entry', { id: entry.id });
    expect(sent).toMatchObject([
      {
        number,
        toOffice: shelter,
        sharePurpose: 'shelter',
        ground: 'vital_interest',
        groundArticle: 'Điều 38',
        sharedFields: expect.arrayContaining(['person.fullName', 'needs.food']),
        revokedAt: null,
      },
    ]);
    expect(JSON.stringify(sent)).not.toContain('Pằng');
    expect((await refusal(auditor.path(her))).status).toBe(403);
    expect(await auditor.get('referral', id)).not.toHaveProperty('message');
    expect(await auditor.work()).toEqual([]);
    await phua.act('referral.revoke', { reason: 'gửi thử' }, { subject: id });
  });

  it('reads by which right a file was seen', async () => {
    await phua.path(her);
    const [entry] = await entries({ name: 'person.read', person: her });
    expect(entry.ground).toBe('kept');
  });

  it('reads who was refused a file, though the one refused cannot tell whether there is one', async () => {
    const mo = await world.as('mo');
    const [there, nowhere] = await Promise.all([refusal(mo.path(her)), refusal(mo.path(newId()))]);
    expect(there).toEqual(nowhere);
    const refused = () => entries({ name: 'person.refused', officer: mo.officer });
    await expect.poll(async () => (await refused()).length).toBe(1);
    expect((await refused())[0]).toMatchObject({ officer: mo.officer, persons: [her] });
  });
});

describe('what waits and what was told', () => {
  it('carries the number of its file, its request or its referral, as far as the reader may see it', async () => {
    const ours = {
      ...said(),
      fullName: 'Sùng Thị Vá',
      born: '2001-03-04',
      sex: 'female',
      ethnicity: '08',
    };
    const { number } = await phua.act('person.register', ours);
    await phua.act('person.register', ours);
    const doubles = (await phua.work()).filter(item => item.kind === 'likeness_to_decide');
    expect(doubles.map(item => item.file)).not.toContain(null);
    expect(doubles.map(item => item.file)).not.toContain(number);
  });
});

describe('sent on and taken back', () => {
  it('who must not learn of her is in nothing a shelter is usually sent, and in the file once the sender adds it', async () => {
    expect(usual).not.toContain('needs.keepFrom');
    const { id } = await refer(usual);
    const [seen] = (await my.path(her)).parts.needs;
    expect(seen.withheld).toContain('keepFrom');
    expect(JSON.stringify(seen)).not.toContain('anh họ');
    await phua.act('referral.revoke', { reason: 'gửi nhầm nơi' }, { subject: id });
    await refer([...usual, 'needs.keepFrom']);
    expect((await my.path(her)).parts.needs[0].keepFrom).toBe('người anh họ ở bản bên');
  });

  it('why it was taken back is read by the sender; the receiver learns only that it was', async () => {
    const { revocation: all } = (await phua.path(her)).parts;
    const revocation = all.find((one: { reason: string }) => one.reason === 'gửi nhầm nơi');
    const referral = await my.get('referral', revocation.referral);
    expect(referral.state).toBe('revoked');
    expect((await my.notices())[0]).toMatchObject({ kind: 'referral_sent' });
    expect((await my.notices()).map(notice => notice.number)).toContain(referral.number);
    for (const answer of [referral, await my.path(her), await my.list('share'), await my.list('revocation')])
      expect(JSON.stringify(answer)).not.toContain('nhầm');
    expect((await refusal(my.get('revocation', revocation.id))).status).toBe(403);
  });
});
