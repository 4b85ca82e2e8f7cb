/* How she is, told as the work of named people: a girl of fifteen comes back with a child. Her needs are looked at twice, a plan is made in her words, offices sit
 * together about her, she is asked after as she allowed, her file is closed by two, opened again at once, and at the end it says what each of them can see. Invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { shareBundles } from '../../modules/referrals/index.ts';
import { assessment, supportRecords } from '../../modules/support/index.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
const shelter = getOffice('nhan-ai/nha@2025').id;
const health = getOffice('y-te/so@2025').id;

let dao: Person;
let van: Person;
let my: Person;
let si: Person;
let dinh: Person;
let nam: Person;
let vinh: Person;
let hang: Person;
const her: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [dao, van, my, si, dinh, nam, vinh, hang] = (await Promise.all(
    ['dao', 'van', 'my', 'si', 'dinh', 'nam', 'vinh', 'hang'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person, Person, Person];
  her.file = (
    await dao.act('person.register', {
      fullName: 'Giàng Thị Pà',
      born: String(Number(today.slice(0, 4)) - 15),
      sex: 'female',
      ethnicity: '08',
      spoken: ['hmn'],
      phone: '0300 555 0101',
      route: 'self_return',
      arrivedAt: world.now(),
      childrenWithHer: 1,
      entry: 'screen',
    })
  ).id;
  await dao.act('child.record', { person: her.file, childName: 'Giàng A Sử', relation: 'own_child' });
});
afterAll(() => world?.stop());

const assess = (more: object = {}) => ({
  person: her.file,
  onDay: today,
  factorSet: 'needs.v1',
  riskLevel: 'high',
  riskReasons: 'Người đã đưa đi ở cùng xã, con chưa khai sinh',
  ...more,
});

describe('Đào looks at how she is', () => {
  it('not without a reason for the risk, not in days to come, not with another domain’s answers', async () => {
    expect(
      (await refusal(dao.act('assessment.record', assess({ riskReasons: 'cao' })))).fields,
    ).toMatchObject([{ field: 'riskReasons', reason: 'too_short' }]);
    expect(
      (await refusal(dao.act('assessment.record', assess({ onDay: addDays(today, 1) })))).fields,
    ).toMatchObject([{ field: 'onDay', reason: 'in_future' }]);
    const stray = assess({ healthFactors: { 'safety.threatened': 'yes' } });
    expect((await refusal(dao.act('assessment.record', stray))).fields).toMatchObject([
      { field: 'healthFactors', reason: 'not_known' },
    ]);
    for (const stranger of [my, si, dinh, nam, vinh, hang])
      expect((await refusal(stranger.act('assessment.record', assess()))).status).toBe(403);
  });

  it('each domain by itself, in her words; what she does not say stays unsaid, and nothing is added up', async () => {
    const done = await dao.act(
      'assessment.record',
      assess({
        onDay: addDays(today, -60),
        safetyNeed: 'urgent',
        safetyWords: 'Em sợ nó biết em đã về',
        safetyFactors: { 'safety.recruiter_near': 'yes', 'safety.threatened': 'declined' },
        childrenNeed: 'urgent',
        childrenFactors: { 'children.child_unregistered': 'yes' },
        educationNeed: 'some',
      }),
    );
    her.first = done.id;
    expect(done.next).toMatchObject({ rule: 'practice.reassess_high', from: addDays(today, -60) });
    const row = await dao.get('assessment', her.first);
    expect(row).toMatchObject({
      safetyNeed: 'urgent',
      healthNeed: 'not_known',
      healthWords: null,
      riskLevel: 'high',
    });
    expect(row.safetyFactors).toEqual({ 'safety.recruiter_near': 'yes', 'safety.threatened': 'declined' });
    expect(Object.keys(assessment.fields).filter(name => /score|sum|total|points/i.test(name))).toEqual([]);
    for (const record of supportRecords)
      for (const [name, field] of Object.entries(record.fields))
        expect([record.name, name, field.kind.name]).not.toEqual([record.name, name, 'whole']);
  });

  it('finds in her work that it is time to look again: reminded, never late', async () => {
    const items = (await dao.work()).filter(item => item.person === her.file);
    expect(items.find(item => item.kind === 'assessment_due')).toMatchObject({
      record: 'person',
      id: her.file,
      state: 'advisory',
      rule: 'practice.reassess_high',
    });
    expect(items.find(item => item.kind === 'follow_up_due')).toMatchObject({
      state: 'advisory',
      rule: 'practice.followup_high',
    });
    expect(items.map(item => item.state)).not.toContain('overdue');
  });

  it('looks again; both stand beside each other, and the newer one sets the next day', async () => {
    const done = await dao.act(
      'assessment.record',
      assess({
        safetyNeed: 'some',
        childrenNeed: 'none',
        educationNeed: 'some',
        educationWords: 'Em muốn học lại lớp 8',
        educationFactors: { 'education.wants_to_learn': 'yes' },
        riskLevel: 'medium',
        riskReasons: 'Công an xã biết và giữ liên lạc; con đã khai sinh',
      }),
    );
    her.second = done.id;
    const { parts } = await dao.path(her.file!);
    expect(parts.assessment.map((one: Json) => [one.safetyNeed, one.riskLevel, one.state])).toEqual([
      ['urgent', 'high', 'earlier'],
      ['some', 'medium', 'current'],
    ]);
    expect(parts.assessment[1].nextDue > addDays(today, 80)).toBe(true);
    expect(parts.followUp).toHaveLength(1);
    expect((await dao.work()).map(item => item.kind)).not.toContain('assessment_due');
  });
});

describe('the plan is hers', () => {
  it('is opened once; a girl of fifteen does not agree alone without a word about her guardian', async () => {
    const plan = { person: her.file, openedOn: today, agreedBy: 'herself', agreedOn: today };
    expect((await refusal(dao.act('supportPlan.open', { ...plan, agreedOn: null }))).fields).toMatchObject([
      { field: 'agreedOn', reason: 'required' },
    ]);
    const done = await dao.act('supportPlan.open', plan);
    expect(done.warnings).toEqual([{ field: 'agreedBy', reason: 'guardian_to_agree' }]);
    her.plan = done.id;
    expect((await refusal(dao.act('supportPlan.open', plan))).code).toBe('plan.already_open');
    const agreed = await dao.act(
      'supportPlan.agree',
      { agreedBy: 'herself_and_guardian', agreedOn: today },
      { subject: her.plan },
    );
    expect(agreed.warnings).toEqual([]);
    expect(await dao.get('supportPlan', her.plan)).toMatchObject({
      agreedBy: 'herself_and_guardian',
      rule: 'practice.plan_review',
    });
  });

  it('has goals in her own words, or says that she did not want to put it into words', async () => {
    const goal = { person: her.file, plan: her.plan, domain: 'education', goal: 'Đi học lại' };
    her.goal = (
      await dao.act('planGoal.add', { ...goal, herWords: 'Em muốn học lại lớp 8 cùng các bạn' })
    ).id;
    const other = await dao.act('planGoal.add', {
      ...goal,
      domain: 'safety',
      goal: 'Ở yên tại nhà cậu',
      herWords: { unanswered: 'declined' },
    });
    expect((await dao.get('planGoal', other.id)).unanswered).toEqual({ herWords: 'declined' });
    expect((await refusal(dao.act('planGoal.add', { ...goal, plan: her.first }))).fields).toMatchObject([
      { field: 'plan', reason: 'reference' },
    ]);
  });

  const action = (more: object = {}) => ({
    person: her.file,
    goal: her.goal,
    what: 'Làm việc với trường để nhận lại',
    toOffice: health,
    dueOn: addDays(today, 10),
    ...more,
  });

  it('gives nothing to do to an office that does not know of her', async () => {
    expect((await refusal(dao.act('planAction.add', action({ toOffice: shelter })))).code).toBe(
      'plan.owner_not_shared',
    );
    expect(
      (await refusal(dao.act('planAction.add', action({ dueOn: addDays(today, -1) })))).fields,
    ).toMatchObject([{ field: 'dueOn', reason: 'in_past' }]);
    expect((await refusal(dao.act('planAction.add', action({ goal: null })))).fields).toMatchObject([
      { field: 'goal', reason: 'required' },
    ]);
    await dao.act('planAction.add', action());
    expect((await dao.work()).find(item => item.kind === 'action_due')).toMatchObject({
      due: addDays(today, 10),
    });
  });

  it('is shared by field with the shelter, which then may be given something to do', async () => {
    const consent = await dao.act('consent.record', {
      person: her.file,
      consentPurpose: 'services',
      given: 'yes',
      givenBy: 'herself_and_guardian',
      guardianInvolved: 'no',
      dataClasses: ['who', 'assessment', 'safeContact'],
    });
    her.consent = consent.id;
    her.referral = (
      await dao.act('referral.send', {
        person: her.file,
        toOffice: shelter,
        referralPurpose: 'services',
        services: ['psychological'],
        sharedFields: [
          'person.fullName',
          'person.spoken',
          'assessment.mindNeed',
          'assessment.mindWords',
          'assessment.educationNeed',
          ...shareBundles.safeContact!,
        ],
        ground: 'consent',
        consent: consent.id,
        until: addDays(today, 60),
      })
    ).id;
    await my.act('referral.accept', {}, { subject: her.referral });
    her.action = (
      await dao.act(
        'planAction.add',
        action({ what: 'Tư vấn tâm lý mỗi tuần', toOffice: shelter, referral: her.referral }),
      )
    ).id;
    const { parts } = await my.path(her.file!);
    expect(parts.assessment).toHaveLength(2);
    expect(parts.assessment[1]).toMatchObject({ educationNeed: 'some', mindNeed: 'not_known' });
    for (const hidden of ['safetyNeed', 'educationWords', 'riskLevel', 'riskReasons'])
      expect(parts.assessment[1]).not.toHaveProperty(hidden);
    expect(parts.planGoal).toEqual([]);
    expect((await my.notices()).map(one => one.kind)).toContain('action_given');
  });

  it('its owner says what became of it: not done needs a reason, and is told to whoever asked', async () => {
    const report = (input: object) => my.act('planAction.report', input, { subject: her.action! });
    expect((await refusal(report({ state: 'not_done' }))).fields).toMatchObject([
      { field: 'whyNot', reason: 'required' },
    ]);
    await report({ state: 'not_done', whyNot: 'Chưa có người nói tiếng H’Mông trong tháng này' });
    expect((await refusal(report({ state: 'done' }))).code).toBe('act.wrong_state');
    expect((await dao.notices()).map(one => one.kind)).toContain('action_reported');
    expect(await dao.get('planAction', her.action!)).toMatchObject({
      state: 'not_done',
      reportedBy: my.officer,
    });
  });
});

describe('how she may be reached', () => {
  it('is kept as she said it; the numbers are sealed, and the shelter does not open them', async () => {
    const rules = {
      person: her.file,
      givenOn: today,
      givenBy: 'herself_and_guardian',
      contactAfter: 'yes',
      ways: ['home_visit', 'message'],
      times: ['morning', 'midday'],
      words: 'Nói là người của trường, không nói tên cơ quan',
      callNumber: '0300 555 0102',
      neverCall: '0300 555 0199',
      warning: 'Chồng cũ nghe máy số kia',
    };
    expect(
      (await refusal(dao.act('safeContact.keep', { ...rules, ways: ['through_person'] }))).fields,
    ).toMatchObject([{ field: 'throughWhom', reason: 'required' }]);
    her.rules = (await dao.act('safeContact.keep', rules)).id;
    expect(await dao.get('safeContact', her.rules)).toMatchObject({
      callNumber: { sealed: true },
      neverCall: { sealed: true },
    });
    expect(await dao.open('safeContact', her.rules, 'neverCall')).toBe('0300 555 0199');
    const [seen] = (await my.path(her.file!)).parts.safeContact;
    expect(seen).toMatchObject({ ways: ['home_visit', 'message'], words: rules.words });
    expect((await refusal(my.open('safeContact', her.rules, 'neverCall'))).code).toBe('field.not_yours');
  });

  it('a contact that breaks it is refused with its reason, and nothing is written', async () => {
    const [planned] = await dao.list('followUp');
    her.followUp = planned!.id;
    const contact = (more: object) =>
      dao.act(
        'followUp.record',
        {
          onDay: today,
          way: 'message',
          dayPart: 'morning',
          numberUsed: 'agreed',
          outcome: 'contact_made',
          ...more,
        },
        { subject: her.followUp! },
      );
    const why = async (more: object) => {
      const refused = await refusal(contact(more));
      expect(refused.code).toBe('contact.not_allowed');
      return refused.details.why;
    };
    expect(await why({ way: 'phone_call' })).toBe('way');
    expect(await why({ dayPart: 'evening' })).toBe('time');
    expect(await why({ numberUsed: 'other' })).toBe('number');
    expect((await dao.get('followUp', her.followUp!)).state).toBe('planned');
    const done = await contact({ howSheIs: 'Đã đi học được một tuần', needsHelp: 'no' });
    expect(done.next).toMatchObject({ on: expect.any(String), rule: 'practice.followup_medium' });
    const rows = await dao.list('followUp', { sort: { by: 'dueOn' } });
    expect(rows.map(row => row.state).sort()).toEqual(['done', 'planned']);
    her.next = rows.find(row => row.state === 'planned')!.id;
  });

  it('another office asks after her only when it can read what she said', async () => {
    const plan = () =>
      dao.act('followUp.plan', { person: her.file, dueOn: addDays(today, 5), toOffice: si.office });
    expect((await refusal(plan())).code).toBe('contact.not_shown');
    await dao.act('referral.send', {
      person: her.file,
      toOffice: si.office,
      referralPurpose: 'reintegration',
      services: ['family'],
      sharedFields: ['person.fullName', 'person.origin', ...shareBundles.safeContact!],
      ground: 'consent',
      consent: her.consent,
      until: addDays(today, 200),
    });
    her.visit = (await plan()).id;
    expect((await si.work()).find(item => item.kind === 'follow_up_due')).toMatchObject({ id: her.visit });
    expect((await si.path(her.file!)).parts.safeContact[0]).toMatchObject({
      ways: ['home_visit', 'message'],
    });
    const visit = { onDay: today, way: 'home_visit', outcome: 'not_reached' };
    const record = (dayPart: string) =>
      si.act('followUp.record', { ...visit, dayPart }, { subject: her.visit! });
    expect((await refusal(record('evening'))).details).toEqual({ why: 'time' });
    await record('morning');
    expect((await dao.get('followUp', her.visit!)).outcome).toBe('not_reached');
  });
});

describe('a conference about her', () => {
  it('needs a ground before another office sits in it, and says what her part was', async () => {
    const held = {
      person: her.file,
      heldOn: today,
      herPart: 'supporter_spoke',
      herWords: 'Em không muốn công an đến nhà',
      minutes: 'Bàn việc bảo vệ kín đáo tại xã và việc học',
    };
    const bare = await dao.act('caseConference.hold', held);
    const attends = (conference: string, attending: string, officerName: string) =>
      dao.act('conferenceAttendee.add', { person: her.file, conference, attending, officerName });
    expect((await refusal(attends(bare.id, dinh.office, 'Thào A Dình'))).code).toBe('consent.missing');
    expect((await refusal(dao.act('caseConference.hold', { ...held, ground: 'consent' }))).code).toBe(
      'consent.missing',
    );
    her.conference = (
      await dao.act('caseConference.hold', { ...held, ground: 'consent', consent: her.consent })
    ).id;
    await attends(her.conference, health, 'Lương Thị Đào');
    await attends(her.conference, dinh.office, 'Thào A Dình');
  });

  it('each office sees what was given to it to do, and nothing of the minutes or the file', async () => {
    her.decision = (
      await dao.act('planAction.add', {
        person: her.file,
        conference: her.conference,
        what: 'Đi qua xóm mỗi tuần, không vào nhà, không mặc sắc phục',
        toOffice: dinh.office,
        dueOn: addDays(today, 7),
      })
    ).id;
    expect(await dinh.get('planAction', her.decision)).toMatchObject({ state: 'open' });
    expect((await dinh.list('planAction')).map(row => row.id)).toEqual([her.decision]);
    expect((await refusal(dinh.path(her.file!))).code).toBe('person.not_shared');
    expect((await refusal(dinh.get('caseConference', her.conference!))).code).toBe('person.not_shared');
    expect(await dinh.list('conferenceAttendee')).toEqual([]);
    expect((await my.path(her.file!)).parts.caseConference).toEqual([]);
    await dinh.act('planAction.report', { state: 'done' }, { subject: her.decision });
  });
});

/** How many rows of each part somebody sees; null when the file is not hers to see. */
const seen = async (person: Person) => {
  const names = [
    'assessment',
    'supportPlan',
    'planGoal',
    'planAction',
    'caseConference',
    'safeContact',
    'followUp',
    'fileDecision',
  ];
  try {
    const { parts } = await person.path(her.file!);
    return Object.fromEntries(names.map(name => [name, (parts[name] ?? []).length]));
  } catch {
    return null;
  }
};

describe('closing takes two', () => {
  const ask = () =>
    dao.act(
      'person.close',
      { grounds: 'reintegrated', reason: 'Đã đi học, ở với cậu, con khai sinh' },
      { subject: her.file! },
    );
  it('Đào asks; she cannot approve, and asks once', async () => {
    const asked = await ask();
    her.closing = asked.decision;
    expect(asked.warnings).toEqual([
      { field: 'grounds', reason: 'shares_open', params: { count: 2 } },
      { field: 'grounds', reason: 'actions_open', params: { count: 1 } },
    ]);
    expect((await dao.get('person', her.file!)).state).toBe('open');
    expect((await refusal(ask())).code).toBe('closing.already_asked');
    expect((await refusal(dao.act('fileDecision.approve', {}, { subject: her.closing! }))).code).toBe(
      'act.not_yours',
    );
    expect((await dao.get('fileDecision', her.closing!)).abilities).toEqual(['fileDecision.withdraw']);
    expect((await dao.work()).map(item => item.kind)).not.toContain('closing_to_approve');
  });

  it('the head sends it back with a word, and approves the next one', async () => {
    expect((await van.work()).find(item => item.kind === 'closing_to_approve')).toMatchObject({
      id: her.closing,
    });
    expect(
      (await refusal(van.act('fileDecision.refuse', {}, { subject: her.closing! }))).fields,
    ).toMatchObject([{ field: 'decisionNote', reason: 'required' }]);
    await van.act('fileDecision.refuse', { decisionNote: 'Hỏi lại trường đã' }, { subject: her.closing! });
    await dao.act('followUp.plan', {
      person: her.file,
      dueOn: addDays(today, 1),
      toOffice: si.office,
    });
    const again = await ask();
    expect(await seen(my)).toMatchObject({
      assessment: 2,
      supportPlan: 0,
      planGoal: 0,
      planAction: 1,
      caseConference: 0,
      safeContact: 1,
      followUp: 0,
      fileDecision: 0,
    });
    await van.act('fileDecision.approve', {}, { subject: again.decision });
    expect(await seen(my)).toBeNull();
    expect((await my.notices()).map(one => one.kind)).toContain('share_ended_with_file');
    // She is to be asked after by somebody who reads how she may be reached.
    expect(await seen(si)).toMatchObject({ assessment: 0, planAction: 0, safeContact: 1 });
    const { person, parts } = await dao.path(her.file!);
    expect(person.state).toBe('closed');
    expect(parts.fileDecision.map((one: Json) => [one.state, one.askedBy, one.decidedBy])).toEqual([
      ['refused', dao.officer, van.officer],
      ['approved', dao.officer, van.officer],
    ]);
    expect(parts.supportPlan).toMatchObject([{ state: 'ended', endReason: 'file_closed' }]);
    expect(parts.planAction.map((one: Json) => [one.state, one.whyNot])).toEqual([
      ['dropped', 'file_closed'],
      ['not_done', expect.any(String)],
      ['done', null],
    ]);
    expect((await dao.work()).map(item => item.kind)).not.toContain('action_due');
    expect(parts.assessment.map((one: Json) => one.nextDue)).toEqual([null, null]);
    const planned = parts.followUp.filter((one: Json) => one.state === 'planned');
    expect(planned).toMatchObject([{ rule: 'practice.followup_after_closing' }]);
    her.after = planned[0].id;
    expect((await dao.notices()).map(one => one.kind)).toContain('closing_decided');
  });

  it('no head approves what she asked for herself', async () => {
    const other = await van.act('person.register', {
      fullName: 'Lù Thị Thử',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    const asked = await van.act(
      'person.close',
      { grounds: 'declined', reason: 'Chị không muốn hỗ trợ' },
      { subject: other.id },
    );
    expect(asked.warnings.map((one: Json) => one.reason)).toEqual([
      'assess_before_closing',
      'safe_contact_before_closing',
    ]);
    expect((await refusal(van.act('fileDecision.approve', {}, { subject: asked.decision }))).code).toBe(
      'closing.own_request',
    );
  });
});

describe('after closing', () => {
  it('she is asked after as she allowed; she needs help, and the answer says to open the file', async () => {
    const contact = (person: Person, more: object) =>
      person.act(
        'followUp.record',
        { onDay: today, dayPart: 'morning', way: 'home_visit', outcome: 'contact_made', ...more },
        { subject: her.after! },
      );
    const holder = (await dao.get('followUp', her.after!)).toOffice === health ? dao : si;
    expect((await refusal(contact(holder, { dayPart: 'evening' }))).code).toBe('contact.not_allowed');
    const done = await contact(holder, { needsHelp: 'yes', howSheIs: 'Người cũ đã tìm đến trường' });
    expect(done.warnings.map((one: Json) => one.reason)).toEqual(['needs_help_after_closing']);
    expect(done.next).toMatchObject({ rule: 'practice.followup_after_closing' });
  });

  it('the file opens at once, without waiting for anybody; the head confirms it afterwards', async () => {
    const opened = await dao.act(
      'person.reopen',
      { reason: 'Người cũ đã tìm đến trường' },
      { subject: her.file! },
    );
    expect((await dao.get('person', her.file!)).state).toBe('open');
    const { parts } = await dao.path(her.file!);
    expect(parts.assessment[1]).toMatchObject({ state: 'current', rule: 'practice.reassess_reopened' });
    expect(
      (await refusal(van.act('fileDecision.refuse', { decisionNote: 'x' }, { subject: opened.decision })))
        .code,
    ).toBe('act.wrong_state');
    expect((await van.work()).find(item => item.kind === 'reopening_to_confirm')).toMatchObject({
      id: opened.decision,
    });
    await van.act('fileDecision.approve', {}, { subject: opened.decision });
    expect((await dao.get('person', her.file!)).state).toBe('open');
  });

  it('she says no more contact: once closed again, nobody asks after her', async () => {
    await dao.act('safeContact.keep', {
      person: her.file,
      givenOn: today,
      givenBy: 'herself',
      contactAfter: 'no',
    });
    const asked = await dao.act(
      'person.close',
      { grounds: 'declined', reason: 'Em không muốn ai hỏi nữa' },
      { subject: her.file! },
    );
    await van.act('fileDecision.approve', {}, { subject: asked.decision });
    const { parts } = await dao.path(her.file!);
    expect(parts.followUp.filter((one: Json) => one.state === 'planned')).toEqual([]);
    const refused = await refusal(dao.act('followUp.plan', { person: her.file, dueOn: addDays(today, 3) }));
    expect([refused.code, refused.details.why]).toEqual(['contact.not_allowed', 'closed']);
  });

  it('she may say so after it was closed, and it counts from then on', async () => {
    const kept = (contactAfter: string) =>
      dao.act('safeContact.keep', { person: her.file, givenOn: today, givenBy: 'herself', contactAfter });
    await kept('yes');
    const late = await dao.act('followUp.plan', { person: her.file, dueOn: addDays(today, 3) });
    await kept('declined');
    expect(await dao.get('followUp', late.id)).toMatchObject({
      state: 'cancelled',
      cancelledWhy: 'she_said_no',
    });
    expect((await dao.work()).filter(item => item.person === her.file)).toEqual([]);
  });
});

describe('what each of them can see in the end', () => {
  it('Đào and her head see all of it; each other exactly what was given to her', async () => {
    const all = await seen(dao);
    expect(all).toEqual({
      assessment: 2,
      supportPlan: 1,
      planGoal: 2,
      planAction: 3,
      caseConference: 2,
      safeContact: 4,
      followUp: expect.any(Number),
      fileDecision: 4,
    });
    expect(await seen(van)).toEqual(all);
    for (const nobody of [my, si, dinh, nam, vinh, hang]) expect(await seen(nobody)).toBeNull();
    expect(await dinh.list('planAction')).toHaveLength(1);
    for (const record of ['assessment', 'safeContact', 'caseConference'])
      expect((await refusal(nam.list(record)).catch(() => ({ code: 'empty' }))).code).toMatch(
        /not_shared|empty/,
      );
  });
});
