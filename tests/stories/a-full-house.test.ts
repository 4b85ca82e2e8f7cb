/* A full house: the shelter enters itself in the directory, takes people in until no place is left and takes one more whose life is in danger; the department comes and
 * finds it below the standard; whoever refers is warned; the house mends what it must. Who sees names, who sees numbers. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { asDatabaseRole, type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
const shelter = getOffice('nhan-ai/nha@2025').id;
const centre = getOffice('ctxh/trung-tam@2025').id;
const place = getUnitByCode('02647', '2025-07-02' as Day).id;

let phua: Person;
let my: Person;
let van: Person;
let head: Person;
let vinh: Person;
let nhai: Person;
let chau: Person;
const ids: Record<string, string> = {};
const entry: Json = {
  name: 'Nhà Nhân ái',
  facilityKind: 'shelter',
  services: ['safe_house', 'psychological'],
  servedSex: ['female'],
  ageFrom: 10,
  withChildren: 'yes',
  servedNationality: 'anyone',
  languages: ['vie', 'hmn'],
  unit: place,
  secretPlace: 'yes',
  opening: 'Cả ngày đêm',
  roundTheClock: 'yes',
  contactOffice: centre,
};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, my, van, vinh, nhai, chau] = (await Promise.all(
    ['phua', 'my', 'van', 'vinh', 'nhai', 'chau'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person];
  head = await world.as('lan-anh', 'social_worker');
}, 120_000);
afterAll(() => world?.stop());

async function woman(fullName: string, more: Json = {}): Promise<{ file: string; consent: string }> {
  const file = await phua.act('person.register', {
    fullName,
    born: '2001',
    sex: 'female',
    spoken: ['hmn'],
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'screen',
    ...more,
  });
  const consent = await phua.act('consent.record', {
    person: file.id,
    consentPurpose: 'referral',
    given: 'yes',
    givenBy: 'herself',
  });
  return { file: file.id, consent: consent.id };
}

const refer = ({ file, consent }: { file: string; consent: string }, more: Json = {}) =>
  phua.act('referral.send', {
    person: file,
    toOffice: shelter,
    referralPurpose: 'shelter',
    services: ['safe_house'],
    sharedFields: ['person.fullName', 'person.sex', 'person.born', 'person.state'],
    ground: 'consent',
    consent,
    until: addDays(today, 30),
    ...more,
  });

const admit = (file: string, more: Json = {}) =>
  my.act('stay.admit', { person: file, facility: ids.house, admittedOn: today, places: 1, ...more });

const reasonsOf = (found: { fields: Json[] }) => found.fields.map(one => `${one.field} ${one.reason}`);
const board = async (reader: Person, more: Json = {}) =>
  (await reader.ask('/api/facilities', more)).facilities.find((one: Json) => one.id === ids.house);

describe('the directory', () => {
  it('refuses a secret place that is told, ages the wrong way round, and an entry for an office of others', async () => {
    const wrong = { ...entry, publicPlace: 'Cạnh chợ', ageTo: 5 };
    expect(reasonsOf(await refusal(my.act('facility.register', wrong)))).toEqual([
      'ageTo age_order',
      'publicPlace secret_place',
    ]);
    expect(reasonsOf(await refusal(my.act('facility.register', { ...entry, runBy: centre })))).toEqual([
      'runBy not_our_office',
    ]);
    expect((await refusal(phua.act('facility.register', entry))).code).toBe('act.not_yours');
  });

  it('has the house once it is entered; everybody who refers finds it, nobody else its address', async () => {
    const done = await my.act('facility.register', entry);
    ids.house = done.id;
    expect(done.number).toMatch(/^CS-/);
    for (const reader of [phua, nhai, vinh, van])
      expect(await reader.get('facility', done.id)).toMatchObject({ name: 'Nhà Nhân ái', unit: place });
    const line = { facility: done.id, fromDay: today, address: 'Số 9, ngõ bịa đặt' };
    expect(reasonsOf(await refusal(van.act('facilityAddress.record', line)))).toEqual([
      'facility not_our_office',
    ]);
    ids.address = (await my.act('facilityAddress.record', line)).id;
    expect(await my.open('facilityAddress', ids.address, 'address', 'đưa người đến')).toBe(
      'Số 9, ngõ bịa đặt',
    );
    for (const reader of [phua, van, vinh, nhai]) {
      const code = (await refusal(reader.open('facilityAddress', ids.address, 'address'))).code;
      expect(code).toBe(reader === van ? 'record.not_found' : 'field.not_yours');
      expect(JSON.stringify(await reader.ask('/api/facilities', {}))).not.toContain('bịa đặt');
    }
    expect((await refusal(chau.get('facility', done.id))).code).toBe('record.not_found');
    expect((await refusal(chau.ask('/api/facilities', {}))).code).toBe('record.not_found');
  });

  it('is corrected by its office only, with a reason', async () => {
    const corrected = { ...entry, opening: '24/24', reason: 'Đổi giờ' };
    expect((await refusal(van.act('facility.revise', corrected, { subject: ids.house }))).code).toBe(
      'act.not_yours',
    );
    expect(
      reasonsOf(
        await refusal(my.act('facility.revise', { ...corrected, reason: null }, { subject: ids.house })),
      ),
    ).toEqual(['reason required']);
    await my.act('facility.revise', corrected, { subject: ids.house });
    expect(await phua.get('facility', ids.house!)).toMatchObject({ opening: '24/24' });
  });

  it('counts places by dated lines', async () => {
    const two = {
      facility: ids.house,
      fromDay: addDays(today, -10),
      places: 2,
      capacityReason: 'first_entry',
    };
    expect(reasonsOf(await refusal(van.act('capacityChange.record', two)))).toEqual([
      'facility not_our_office',
    ]);
    await my.act('capacityChange.record', two);
    await my.act('capacityChange.record', {
      ...two,
      fromDay: addDays(today, 5),
      places: 3,
      capacityReason: 'enlarged',
    });
    const found = await board(phua, { days: 14 });
    expect(found).toMatchObject({ places: 2, taken: 0, free: 2, standing: 'not_reviewed' });
    expect(found.days).toHaveLength(14);
    const placesOn = (day: Day) => found.days.find((one: Json) => one.day === day)?.places;
    expect([placesOn(today), placesOn(addDays(today, 5))]).toEqual([2, 3]);
  });

  it('finds by service, language, whom it is for and how far it is, and says the way is a straight line', async () => {
    const names = async (asked: Json) =>
      (await phua.ask('/api/facilities', asked)).facilities.map((one: Json) => one.name);
    expect(await names({ service: 'legal_aid' })).toEqual([]);
    expect(await names({ service: 'safe_house', language: 'hmn', sex: 'female', age: 17 })).toEqual([
      'Nhà Nhân ái',
    ]);
    expect(await names({ sex: 'male' })).toEqual([]);
    expect(await names({ age: 7 })).toEqual([]);
    const near = await board(phua, { from: place });
    expect(near.kilometres).toBe(0);
    const far = await board(phua, { from: getUnitByCode('02752', '2025-06-01' as Day).id });
    expect(far.kilometres).toBeGreaterThan(30);
    expect(reasonsOf(await refusal(phua.ask('/api/facilities', { service: 'gold' })))).toEqual([
      'service choice',
    ]);
  });

  it('leaves as a spreadsheet for whoever reads it, and for nobody else', async () => {
    const taken = await phua.ask('/api/export', { record: 'facility', profile: 'list', ids: [ids.house] });
    expect(taken.rows).toBe(1);
    const refused = await refusal(chau.ask('/api/export', { record: 'facility', ids: [ids.house] }));
    expect(refused.code).toBe('record.not_found');
  });
});

describe('taking in', () => {
  it('needs a referral that was accepted, and a day that is not ahead', async () => {
    const first = await woman('Giàng Thị Một');
    ids.first = first.file;
    expect((await refusal(admit(first.file))).code).toBe('person.not_shared');
    const sent = await refer(first);
    expect(sent.warnings).toEqual([]);
    expect(reasonsOf(await refusal(admit(first.file)))).toEqual(['facility referral_needed']);
    await my.act('referral.accept', {}, { subject: sent.id });
    expect(reasonsOf(await refusal(admit(first.file, { admittedOn: addDays(today, 1) })))).toEqual([
      'admittedOn in_future',
    ]);
    expect(
      (
        await refusal(
          van.act('stay.admit', { person: first.file, facility: ids.house, admittedOn: today, places: 1 }),
        )
      ).code,
    ).toBe('person.not_shared');
    expect(reasonsOf(await refusal(admit(first.file, { places: 0 })))).toEqual(['places between']);
    ids.stay = (await admit(first.file, { admittedOn: addDays(today, -2), places: 2 })).id;
    expect(reasonsOf(await refusal(admit(first.file, { overFull: 'vital_interest' })))).toEqual([
      'facility already_stays',
    ]);
  });

  it('shows the stay to the house and to whoever holds the file, and to others a number', async () => {
    expect(await my.list('stay')).toMatchObject([{ id: ids.stay, person: ids.first, places: 2 }]);
    expect((await phua.path(ids.first!)).parts.stay).toMatchObject([{ id: ids.stay, state: 'staying' }]);
    expect((await phua.notices()).map(one => one.kind)).toContain('stay_begun');
    expect(await van.list('stay')).toEqual([]);
    expect((await refusal(vinh.list('stay'))).code).toBe('list.not_yours');
    expect(await board(vinh)).toMatchObject({ places: 2, taken: 2, free: 0 });
    const { stays } = await my.ask('/api/facilities/stays', { facility: ids.house });
    expect(stays).toMatchObject([{ fullName: 'Giàng Thị Một', admittedOn: addDays(today, -2) }]);
    expect((await van.ask('/api/facilities/stays', { facility: ids.house })).stays).toEqual([]);
    expect((await refusal(vinh.ask('/api/facilities/stays', { facility: ids.house }))).code).toBe(
      'person.not_shared',
    );
    await asDatabaseRole(world, 'ct_secretary', vinh.cookie, async query => {
      await expect(query('select person from stay')).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('a sender is warned that the house is full; the referral goes all the same', async () => {
    const second = await woman('Giàng Thị Hai');
    ids.second = second.file;
    const sent = await refer(second);
    expect(sent.warnings).toEqual([{ field: 'toOffice', reason: 'no_free_place' }]);
    await my.act('referral.accept', {}, { subject: sent.id });
    const man = await woman('Giàng A Ba', { sex: 'male', spoken: ['lao'] });
    expect((await refer(man)).warnings.map(one => one.reason)).toEqual([
      'no_free_place',
      'unfit_sex',
      'unfit_language',
    ]);
  });

  it('a full house asks for a reason and never stands in the way of a life', async () => {
    expect((await refusal(admit(ids.second!))).fields).toMatchObject([
      { field: 'overFull', reason: 'facility_full', params: { taken: 2, places: 2 } },
    ]);
    expect(reasonsOf(await refusal(admit(ids.second!, { overFull: 'other' })))).toEqual([
      'overFullNote required',
    ]);
    const done = await admit(ids.second!, { overFull: 'vital_interest' });
    ids.more = done.id;
    expect(done.warnings).toMatchObject([{ field: 'facility', reason: 'facility_full' }]);
    const [entered] = await world.owner(
      'select ground from ledger.entry where subject_id = $1 and kind = $2',
      [done.id, 'act'],
    );
    expect(entered).toEqual({ ground: 'vital_interest' });
    expect(await board(phua)).toMatchObject({ places: 2, taken: 3, free: 0 });
  });

  it('fewer places than people need words, and a house with people in it is not closed', async () => {
    const less = { facility: ids.house, fromDay: today, places: 1, capacityReason: 'repair' };
    expect(reasonsOf(await refusal(my.act('capacityChange.record', less)))).toEqual(['note below_taken']);
    const done = await my.act('capacityChange.record', { ...less, note: 'Hai mẹ con sang phòng trực' });
    expect(done.warnings).toMatchObject([{ reason: 'below_taken' }]);
    expect(
      reasonsOf(await refusal(my.act('facility.close', { stateReason: 'Hết hạn' }, { subject: ids.house }))),
    ).toEqual(['stateReason still_stay']);
  });

  it('nobody leaves before she came; who left without a word is told to whoever holds the file', async () => {
    const leave = (input: Json) => my.act('stay.leave', input, { subject: ids.stay });
    expect(reasonsOf(await refusal(leave({ leftOn: addDays(today, -3), leaveReason: 'went_home' })))).toEqual(
      ['leftOn before_admission'],
    );
    expect(reasonsOf(await refusal(leave({ leftOn: addDays(today, 1), leaveReason: 'went_home' })))).toEqual([
      'leftOn in_future',
    ]);
    expect(reasonsOf(await refusal(leave({ leftOn: today, leaveReason: 'mistake' })))).toEqual([
      'leaveNote required',
    ]);
    expect(
      (
        await refusal(
          phua.act('stay.leave', { leftOn: today, leaveReason: 'went_home' }, { subject: ids.stay }),
        )
      ).code,
    ).toBe('act.not_yours');
    await leave({ leftOn: today, leaveReason: 'no_notice' });
    expect((await phua.notices()).map(one => one.kind)).toContain('stay_left_unsaid');
    expect((await refusal(leave({ leftOn: today, leaveReason: 'went_home' }))).code).toBe('act.wrong_state');
    const found = await board(vinh, { days: 3, since: addDays(today, -2) });
    expect(found.days.map((one: Json) => one.taken)).toEqual([2, 2, 1]);
  });

  it('what was entered by mistake took no place on any day', async () => {
    await my.act(
      'stay.leave',
      { leftOn: today, leaveReason: 'mistake', leaveNote: 'Ghi nhầm người' },
      { subject: ids.more },
    );
    expect((await board(vinh)).taken).toBe(0);
  });
});

describe('closing the file of somebody who stays there', () => {
  let quyet: Person;
  let her: { file: string; consent: string };
  const asked: Record<string, string> = {};
  const approve = () => quyet.act('fileDecision.approve', {}, { subject: asked.decision! });

  it('is warned of when it is asked for, and the house is told to enter her departure', async () => {
    quyet = await world.as('quyet');
    her = await woman('Giàng Thị Bốn');
    asked.referral = (await refer(her)).id;
    await my.act('referral.accept', {}, { subject: asked.referral });
    asked.stay = (await admit(her.file)).id;
    const done = await phua.act(
      'person.close',
      { grounds: 'declined', reason: 'Chị không muốn hỗ trợ nữa' },
      { subject: her.file },
    );
    asked.decision = done.decision;
    expect(done.warnings.slice(0, 2)).toEqual([
      { field: 'grounds', reason: 'stay_open' },
      { field: 'grounds', reason: 'shares_open', params: { count: 1 } },
    ]);
    expect((await my.notices()).find(one => one.kind === 'closing_needs_departure')).toMatchObject({
      subject: { record: 'stay', id: asked.stay },
    });
  });

  it('is refused while she stays, by the act and by the database', async () => {
    const found = await refusal(approve());
    expect([found.status, found.code]).toEqual([409, 'closing.still_stays']);
    await asDatabaseRole(world, 'ct_border_officer', quyet.cookie, async query => {
      await expect(
        query("update person set state = 'closed' where id = $1", [her.file]),
      ).rejects.toMatchObject({ code: '40001' });
    });
    expect((await my.path(her.file)).person.state).toBe('open');
  });

  it('ends what was shared for her support once she left; the house is told, and what it was asked to verify goes on', async () => {
    const police = await phua.act('verification.request', {
      person: her.file,
      toOffice: nhai.office,
      receivedOn: today,
    });
    await my.act('stay.leave', { leftOn: today, leaveReason: 'went_home' }, { subject: asked.stay! });
    await approve();
    expect((await refusal(my.path(her.file))).code).toBe('person.not_shared');
    expect((await my.notices()).find(one => one.kind === 'share_ended_with_file')).toMatchObject({
      subject: { record: 'referral', id: asked.referral },
    });
    const { person, parts } = await phua.path(her.file);
    expect(person.state).toBe('closed');
    expect(parts.referral).toMatchObject([{ id: asked.referral, state: 'revoked' }]);
    expect(parts.share.find((one: Json) => one.referral === asked.referral)).toMatchObject({
      revokedWhy: 'file_closed',
      revokedAt: expect.any(String),
    });
    expect(parts.share.find((one: Json) => one.verification === police.id)).toMatchObject({
      revokedAt: null,
    });
    expect((await nhai.path(her.file)).person.id).toBe(her.file);
  });
});

describe('the visit', () => {
  it('is not made by the house, nor by whoever works there in another post, nor by an office without the task', async () => {
    const visit = { facility: ids.house, reviewKind: 'regular', visitedOn: today, announced: 'no' };
    expect((await refusal(my.act('facilityReview.begin', visit))).code).toBe('act.not_yours');
    expect(reasonsOf(await refusal(head.act('facilityReview.begin', visit)))).toEqual([
      'facility own_facility',
    ]);
    expect(
      reasonsOf(await refusal(van.act('facilityReview.begin', { ...visit, visitedOn: addDays(today, 1) }))),
    ).toEqual(['visitedOn in_future']);
    const begun = await van.act('facilityReview.begin', visit);
    ids.review = begun.id;
    expect((await van.get('facilityReview', begun.id)).standard).toBe('facility.residential.v1');
    expect((await van.work()).map(item => item.kind)).toContain('review_to_finish');
  });

  it('answers line by line; what is not met says what was seen; it ends when no line is left', async () => {
    const note = (item: string, answer: string, finding: string | null = null) =>
      van.act('standardsCheck.note', { review: ids.review, item, answer, finding });
    expect(reasonsOf(await refusal(note('no_such_line', 'met')))).toEqual(['item choice']);
    expect(reasonsOf(await refusal(note('women_at_night', 'not_met')))).toEqual(['finding required']);
    const list = rules.standards.find(one => one.id === 'facility.residential.v1')!;
    for (const { code } of list.items.slice(1)) await note(code, 'met');
    const finish = () =>
      van.act(
        'facilityReview.finish',
        { summary: 'Nhà sạch, thiếu người trực đêm' },
        { subject: ids.review },
      );
    expect(reasonsOf(await refusal(finish()))).toEqual(['summary unanswered_items']);
    await note('address_secret', 'not_seen');
    // Answered again: the last word counts.
    await note('women_at_night', 'not_met', 'Ba đêm trong tuần không có nhân viên nữ');
    await finish();
    expect((await van.get('facilityReview', ids.review!)).result).toBe('below');
    expect(reasonsOf(await refusal(note('fire', 'met')))).toEqual(['review review_finished']);
    expect((await my.notices()).map(one => one.kind)).toContain('facility_reviewed');
  });

  it('everybody who refers learns that it is below the standard; why stays with those who mend and watch', async () => {
    expect(await board(phua)).toMatchObject({ standing: 'below', reviewedOn: today });
    expect(await board(phua)).not.toHaveProperty('openImprovements');
    const third = await woman('Giàng Thị Bốn');
    expect((await refer(third)).warnings.map(one => one.reason)).toContain('facility_below');
    expect((await refusal(phua.list('facilityReview'))).code).toBe('record.not_found');
    expect((await refusal(phua.list('standardsCheck'))).code).toBe('record.not_found');
    for (const reader of [my, vinh, van])
      expect(await reader.list('facilityReview', { filter: { facility: { is: ids.house } } })).toHaveLength(
        1,
      );
  });

  it('asks for an improvement, which waits as work for its owner and is overdue when its day is over', async () => {
    const ask = (more: Json = {}) =>
      van.act('improvement.require', {
        review: ids.review,
        item: 'women_at_night',
        finding: 'Ba đêm trong tuần không có nhân viên nữ',
        measure: 'Xếp lịch để đêm nào cũng có một nhân viên nữ',
        owner: shelter,
        dueOn: addDays(today, 3),
        ...more,
      });
    expect(reasonsOf(await refusal(ask({ dueOn: addDays(today, -1) })))).toEqual(['dueOn in_past']);
    ids.improvement = (await ask()).id;
    const waiting = async () => (await my.work()).find(item => item.kind === 'improvement_due');
    expect(await waiting()).toMatchObject({ id: ids.improvement, state: 'running', person: null });
    expect(await board(vinh)).toMatchObject({ openImprovements: 1, overdueImprovements: 0 });
    await world.owner('update improvement set due_on = ct.today() - 1 where id = $1', [ids.improvement]);
    expect((await waiting())!.state).toBe('overdue');
    expect(await board(vinh)).toMatchObject({ overdueImprovements: 1 });
  });

  it('is mended: reported with evidence by its owner, verified by another, and the house is sound again', async () => {
    const done = { doneOn: today, evidence: 'Lịch trực tháng này, có ký tên' };
    const report = (by: Person, input: Json) =>
      by.act('improvement.report', input, { subject: ids.improvement });
    expect(reasonsOf(await refusal(report(my, { doneOn: today })))).toEqual(['evidence required']);
    expect((await refusal(report(van, done))).code).toBe('act.not_yours');
    await report(my, done);
    const verify = (verified: string, verifyNote: string | null = null) =>
      van.act('improvement.verify', { verified, verifyNote }, { subject: ids.improvement });
    expect(reasonsOf(await refusal(verify('no')))).toEqual(['verifyNote required']);
    await verify('no', 'Đêm thứ bảy vẫn trống');
    expect((await my.get('improvement', ids.improvement!)).state).toBe('open');
    await report(my, done);
    expect((await van.work()).map(item => item.kind)).toContain('improvement_to_verify');
    expect(
      (await refusal(my.act('improvement.verify', { verified: 'yes' }, { subject: ids.improvement }))).code,
    ).toBe('act.not_yours');
    await verify('yes');
    expect(await board(phua)).toMatchObject({ standing: 'meets' });
    expect(await board(vinh)).toMatchObject({ openImprovements: 0, overdueImprovements: 0 });
  });
});
