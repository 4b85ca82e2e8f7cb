/* Every screen there is, by the officer whose work it is: nothing that axe finds, light or dark, nothing that scrolls sideways at 1280 or 390 px, no error in
 * the console, and a heading. A route without a line here fails: a new screen cannot be forgotten. */
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { shareBundles, shelterBundles } from '../../modules/referrals/index.ts';
import { routes } from '../../web/routes.tsx';
import { opening } from '../support/cases.ts';
import { csv, upload } from '../support/exchange.ts';
import type { Person } from '../support/world.ts';
import { pageHeaders } from '../support/world.ts';
import { expectAccessible, makeSite, narrow, picture, type Site, settled } from './support.ts';

const shelter = getOffice('nhan-ai/nha@2025').id;
const health = getOffice('y-te/so@2025').id;
const pc02 = getOffice('cong-an/pc02@2025').id;
const pcmt = getOffice('bien-phong/pcmt@2025').id;

let site: Site;
/** What stands for `:id` in the addresses of each screen. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  site = await makeSite();
  const { world } = site;
  const today = world.today();
  const [phua, nhai, my, san] = await Promise.all(['phua', 'nhai', 'my', 'san'].map(key => world.as(key)));
  const arrived = {
    fullName: 'Sùng Thị Chở',
    born: '2009',
    sex: 'female',
    ethnicity: '08',
    spoken: ['hmn'],
    phone: '0912 000 111',
    route: 'self_return',
    arrivedAt: world.now(),
    medical: 'yes',
    interpreter: 'yes',
    interpreterLanguages: ['hmn'],
    entry: 'api',
  };
  const person = (await phua!.act('person.register', arrived)).id;
  const double = (await phua!.act('person.register', { ...arrived, fullName: 'Sùng Thị Chợ' })).id;
  await phua!.act('child.record', { person, childName: 'Vàng A Sinh', born: '2023' });
  const consent = await phua!.act('consent.record', {
    person,
    consentPurpose: 'referral',
    given: 'yes',
    givenBy: 'herself',
  });
  await phua!.act('screening.record', {
    person,
    indicatorSet: 'legal_elements.v1',
    signs: {},
    impression: 'clear_signs',
    screenedAt: world.now(),
  });
  const presumed = await phua!.act('assertion.presume', { person, finding: 'victim', assertedOn: today });
  // The presumption above puts her in the process of identification, with rights of that time.
  const applied = await phua!.act('supportApplication.submit', {
    person,
    regimes: ['essentials'],
    toOffice: health,
    appliedOn: today,
    signedBy: 'guardian',
  });
  const asked = await phua!.act('verification.request', { person, toOffice: pc02, receivedOn: today });
  await world.owner(`update verification set remind_on = ct.today() - 1 where id = $1`, [asked.id]);
  await phua!.act('verification.escalate', {}, { subject: asked.id });
  const differing = await nhai!.act('assertion.identify', {
    person,
    finding: 'not_victim',
    assertedOn: today,
  });
  const settlement = await phua!.act('settlement.propose', {
    person,
    ours: presumed.id,
    theirs: differing.id,
    stands: presumed.id,
    reason: 'Lời khai và giấy tờ khớp nhau',
  });
  const [owed] = await (await world.as('kiem')).work();
  expect(owed).toMatchObject({ record: 'owedAnswer' });
  const sent = await phua!.act('referral.send', {
    person,
    toOffice: shelter,
    referralPurpose: 'shelter',
    services: ['safe_house'],
    sharedFields: shelterBundles.flatMap(bundle => shareBundles[bundle] ?? []),
    ground: 'consent',
    consent: consent.id,
    doubtNote: 'Chưa tìm được người giám hộ; em muốn ở nhà tạm lánh',
    until: addDays(today, 30),
  });
  await my!.act('referral.accept', {}, { subject: sent.id });
  await my!.act('note.write', { person, noteKind: 'talk', onDay: today, text: 'Đã ổn định chỗ ở' });
  const statement = await my!.act('statementNotice.send', { person, toOffice: pcmt, available: 'yes' });
  const glass = await san!.act(
    'exceptionAccess.begin',
    { person, reason: 'Gia đình báo có người lạ đón mẹ con ở bến xe' },
    { purpose: 'bảo vệ tính mạng' },
  );
  const draft = newId();
  await phua!.act(
    'draft.keep',
    { draftKind: 'intake', step: 'needs', body: JSON.stringify({ safety: 'yes' }) },
    { subject: draft },
  );
  // What she says on a tablet, and a file somebody asked to have erased.
  const { code } = await phua!.act('feedback.open', { person, feedbackLanguage: 'hmn' });
  const answers = { respected: 'good', understood: 'middle', safe: 'bad', chosen: 'good', helped: 'skipped' };
  await world.request({
    method: 'POST',
    url: '/api/feedback/give',
    headers: pageHeaders(),
    payload: { code, answers: { ...answers, raise: 'not_safe', complaint: 'Có người đứng ngoài cổng' } },
  });
  const closed = await phua!.act('person.register', {
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'api',
  });
  const closing = await phua!.act(
    'person.close',
    { grounds: 'other', reason: 'Mở nhầm hồ sơ' },
    { subject: closed.id },
  );
  const quyet = await world.as('quyet');
  await quyet.act('fileDecision.approve', {}, { subject: closing.decision });
  const hoaiNam = await world.as('hoai-nam');
  const review = await hoaiNam.act('retention.open', {
    fileNumber: closed.number,
    reviewGround: 'opened_in_error',
    groundArticle: 'Biên bản ngày hôm nay',
  });
  await hoaiNam.act('retention.propose', { decision: 'erase', reason: 'Mở nhầm' }, { subject: review.id });
  const { job } = await upload(phua!, csv(['Họ và tên', 'Năm sinh'], ['Lù Thị Thử', '2001']));
  const nam = await world.as('nam');
  const group = await phua!.act('groupArrival.record', {
    handedOverBy: 'Trạm kiểm tra biên phòng Hà Khẩu',
    handedOverCountry: 'CN',
    handedOverAt: world.now(),
    minutesNumber: '17/BBGN',
    countOnMinutes: 3,
    list: '1\t王氏梅\t女\t1998年7月3日\n2\tLI SHI LAN\tF\t2012',
  });
  const operation = await nam.act('rescueOperation.plan', {
    startsAt: world.now(),
    leader: nam.officer,
    placeNote: 'Nhà số 4, ngõ 12',
    partners: [phua!.office],
    expected: 2,
  });
  await nam.act('safetyPlan.write', {
    rescueOperation: operation.id,
    ageGroup: 'unclear',
    safeWord: 'hoa ban',
  });
  const reported = await nam.act('crimeReport.take', {
    reportKind: 'news',
    reportWay: 'phone',
    receivedAt: world.now(),
    summary: 'Có người rủ hai cô gái qua biên giới làm thuê',
    looksSerious: 'yes',
    remotePost: 'no',
  });
  const opened = await nam.act('criminalCase.open', opening(addDays(today, -40)));
  const accused = await nam.act('accused.name', {
    criminalCase: opened.id,
    fullName: 'Vàng Mí Ví Dụ',
    accusedRole: 'organiser',
  });
  const fromDay = addDays(today, -38);
  await nam.act(
    'accused.charge',
    { offence: 'blhs2015.150', clause: 2, point: 'd', fromDay, decisionNumber: '09/QĐ' },
    { subject: accused.id },
  );
  await nam.act('measure.order', {
    accused: accused.id,
    measureKind: 'detention',
    fromAt: `${fromDay}T03:00:00Z`,
    orderNumber: '15/L',
    orderedMonths: 4,
  });
  const proceedings = await betweenCaseAndFile(nam, my!, opened.id, statement.id, world.now());
  const hang = await world.as('hang');
  const [likeness] = await phua!.list('likeness');
  expect(likeness).toMatchObject({ person: double, other: person });
  const { rows: entries } = await hang.ask('/api/ledger', {});
  const support = await supported(phua!, person, today);
  const [complaint] = await hang.list('complaint');
  Object.assign(ids, {
    ...support,
    ...proceedings,
    people: person,
    reports: reported.id,
    cases: opened.id,
    'key-cases': await followedKeyCase(world),
    likeness: likeness!.id,
    verifications: asked.id,
    settlements: settlement.id,
    owed: owed.id,
    lists: 'verification?state=sent&office.in=ours',
    referrals: sent.id,
    statements: statement.id,
    'support-applications': applied.id,
    exceptions: glass.id,
    intake: draft,
    ...(await facilityWithFindings(world)),
    arrivals: group.id,
    rescues: operation.id,
    import: job.id,
    ledger: entries[0].id,
    units: getUnitByCode('02752', '2025-06-01' as Day).id,
    offices: pc02,
    officers: nhai!.officer,
    complaints: complaint!.id,
    retention: review.id,
  });
}, 300_000);
afterAll(() => site?.stop());

/** A key case the court is against, with its joint record signed by one, a day to aim at, a meeting and a week that was told. */
async function followedKeyCase(world: Site['world']): Promise<string> {
  const [khai, chau, luu] = await Promise.all(['khai', 'chau', 'luu'].map(key => world.as(key)));
  const today = world.today();
  const file = await khai!.act(
    'criminalCase.open',
    opening(addDays(today, -30), { title: 'Nhóm đưa người qua cầu Kiều', offence: 'blhs2015.151' }),
  );
  const keyCase = (
    await khai!.act('keyCase.propose', {
      criminalCase: file.id,
      grounds: ['organised', 'victim_under_16'],
      reasons: 'Nhóm nhiều người, có nạn nhân dưới 16 tuổi',
      priority: 'top',
      court: luu!.office,
    })
  ).id;
  const votes = [
    [khai, 'handler', 'for'],
    [chau, 'procuracy', 'for'],
    [luu, 'court', 'against'],
  ] as const;
  for (const [who, seat, vote] of votes)
    await who!.act('keyCase.vote', { seat, vote, reasons: 'Ý kiến của cơ quan' }, { subject: keyCase });
  const paper = await khai!.act('keyCasePaper.make', { keyCase });
  await luu!.act('keyCasePaper.sign', { seat: 'court', signedHash: paper.hash }, { subject: paper.id });
  await khai!.act('keyCaseTarget.set', { keyCase, stepKind: 'concluded', aimOn: addDays(today, 300) });
  await chau!.act('keyCaseMeeting.call', {
    keyCase,
    meetsAt: `${addDays(today, 5)}T02:00:00Z`,
    place: 'Phòng họp Viện kiểm sát tỉnh',
  });
  await khai!.act('keyCaseProgress.report', {
    keyCase,
    weekFrom: today,
    done: 'Hỏi cung hai bị can',
    next: 'Trưng cầu giám định điện thoại',
  });
  return keyCase;
}

/** An exhibit on its way with a file that was opened, one of which only a number is kept, and a statement that was asked for. */
async function betweenCaseAndFile(
  nam: Person,
  my: Person,
  criminalCase: string,
  statementNotice: string,
  now: string,
): Promise<Record<string, string>> {
  const got = { criminalCase, exhibitWay: 'seized', gotAt: now };
  const exhibits = (
    await nam.act('exhibit.receive', {
      ...got,
      exhibitKind: 'device',
      classified: 'no',
      what: 'Điện thoại màu đen, vỡ góc màn hình',
      fromWhom: 'Vàng Mí Ví Dụ',
    })
  ).id;
  await nam.act('exhibit.receive', {
    ...got,
    exhibitKind: 'document',
    classified: 'yes',
    referenceNumber: 'M-07/2026',
  });
  const linking = { criminalCase, statementNotice, participantRole: 'victim', why: 'Là bị hại trong vụ án' };
  const participations = (await nam.act('participation.ask', linking)).id;
  await my.act('participation.accept', {}, { subject: participations });
  const asked = await nam.act('statementRequest.ask', {
    participation: participations,
    statementAsked: 'account_kept',
    whatFor: 'Làm rõ ai đã hứa việc làm',
    statementGround: 'bltths2015.188',
  });
  return { exhibits, participations, 'statement-requests': asked.id };
}

/** A shelter with places, a visit under way and one thing to put right. */
async function facilityWithFindings(world: Site['world']): Promise<Record<string, string>> {
  const [my, van] = await Promise.all(['my', 'van'].map(key => world.as(key)));
  const today = world.today();
  const facilities = (
    await my!.act('facility.register', {
      name: 'Nhà Nhân ái',
      facilityKind: 'shelter',
      services: ['safe_house'],
      servedSex: ['female'],
      withChildren: 'yes',
      servedNationality: 'anyone',
      languages: ['vie', 'hmn'],
      unit: getUnitByCode('02647', '2025-07-02' as Day).id,
      secretPlace: 'yes',
      opening: 'Cả ngày đêm',
      roundTheClock: 'yes',
      contactOffice: shelter,
    })
  ).id;
  await my!.act('capacityChange.record', {
    facility: facilities,
    fromDay: addDays(today, -9),
    places: 4,
    capacityReason: 'first_entry',
  });
  const visit = { facility: facilities, reviewKind: 'regular', visitedOn: today, announced: 'no' };
  const review = (await van!.act('facilityReview.begin', visit)).id;
  const finding = 'Một phòng tắm không khóa được';
  await van!.act('standardsCheck.note', { review, item: 'wash', answer: 'partly', finding });
  const improvements = (
    await van!.act('improvement.require', {
      review,
      item: 'wash',
      finding,
      measure: 'Thay khóa',
      owner: shelter,
      dueOn: addDays(today, 20),
    })
  ).id;
  return { facilities, 'facility-reviews': review, improvements };
}

/** What was done for her: looked at twice, a plan with a goal and an action, a conference, how she may be reached, and closing asked for. */
async function supported(by: Person, person: string, today: Day): Promise<Record<string, string>> {
  const looked = (onDay: Day, more: object) =>
    by.act('assessment.record', {
      person,
      onDay,
      factorSet: 'needs.v1',
      riskLevel: 'medium',
      riskReasons: 'Công an xã biết, gia đình đón về',
      ...more,
    });
  await looked(addDays(today, -40), { safetyNeed: 'urgent', educationNeed: 'some', riskLevel: 'high' });
  await looked(today, {
    safetyNeed: 'some',
    healthNeed: 'none',
    educationNeed: 'some',
    educationWords: 'Em muốn học lại',
  });
  const plan = (
    await by.act('supportPlan.open', {
      person,
      openedOn: today,
      agreedBy: 'herself_and_guardian',
      agreedOn: today,
    })
  ).id;
  const goal = (
    await by.act('planGoal.add', {
      person,
      plan,
      domain: 'education',
      goal: 'Đi học lại',
      herWords: 'Em muốn học lại cùng các bạn',
    })
  ).id;
  const action = {
    person,
    goal,
    what: 'Gặp thầy hiệu trưởng',
    toOffice: by.office,
    dueOn: addDays(today, 5),
  };
  await by.act('safeContact.keep', {
    person,
    givenOn: today,
    givenBy: 'herself',
    contactAfter: 'yes',
    ways: ['home_visit'],
    times: ['morning'],
    neverCall: '0912 000 111',
  });
  await by.act('caseConference.hold', {
    person,
    heldOn: today,
    herPart: 'words_read',
    minutes: 'Bàn việc học và chỗ ở',
  });
  const [planned] = await by.list('followUp');
  const asked = await by.act(
    'person.close',
    { grounds: 'moved', reason: 'Về ở với cậu' },
    { subject: person },
  );
  return {
    'plan-actions': (await by.act('planAction.add', action)).id,
    'follow-ups': planned!.id,
    'file-decisions': asked.decision,
  };
}

/** Whose work each screen is. */
const whose: Record<string, string> = {
  '/': 'phua',
  '/search': 'phua',
  '/board': 'phua',
  '/lists/:record': 'phua',
  '/notifications': 'phua',
  '/account': 'lan-anh',
  '/limits': 'nam',
  '/days-off': 'nam',
  '/administration': 'vinh',
  '/units': 'hoai-nam',
  '/units/:id': 'hoai-nam',
  '/offices/:id': 'hoai-nam',
  '/officers': 'hoai-nam',
  '/officers/:id': 'hoai-nam',
  '/permissions': 'hang',
  '/view-as': 'hoai-nam',
  '/import': 'phua',
  '/import/:id': 'phua',
  '/export': 'phua',
  '/facilities': 'phua',
  '/facilities/:id': 'my',
  '/facility-reviews/:id': 'van',
  '/improvements': 'vinh',
  '/improvements/:id': 'my',
  '/intake': 'phua',
  '/intake/:id': 'phua',
  '/services': 'phua',
  '/arrivals': 'phua',
  '/arrivals/new': 'phua',
  '/arrivals/:id': 'phua',
  '/rescues': 'nam',
  '/rescues/:id': 'nam',
  '/reports': 'nam',
  '/reports/:id': 'nam',
  '/deadlines': 'nam',
  '/flow': 'nam',
  '/flow/list': 'nam',
  '/cases': 'nam',
  '/cases/:id': 'nam',
  '/key-cases': 'khai',
  '/key-cases/:id': 'khai',
  '/exhibits/:id': 'nam',
  '/participations/:id': 'my',
  '/statement-requests/:id': 'my',
  '/ledger': 'hang',
  '/ledger/:id': 'hang',
  '/proof': 'hang',
  '/exceptions': 'hang',
  '/exceptions/:id': 'hang',
  '/people': 'phua',
  '/people/:id': 'phua',
  '/people/:id/exception': 'mo',
  '/people/:id/refer': 'phua',
  '/people/:id/screen': 'phua',
  '/people/:id/presume': 'phua',
  '/people/:id/verify': 'phua',
  '/people/:id/identify': 'nhai',
  '/people/:id/judgment': 'nhai',
  '/people/:id/apply': 'phua',
  '/people/:id/account': 'van',
  '/support-applications/:id': 'van',
  '/support-accounts': 'van',
  '/amounts': 'hoai-nam',
  '/people/:id/assess': 'phua',
  '/people/:id/plan': 'phua',
  '/people/:id/conference': 'phua',
  '/support': 'phua',
  '/plan-actions/:id': 'phua',
  '/follow-ups/:id': 'phua',
  '/file-decisions/:id': 'quyet',
  '/people/:id/settle': 'nhai',
  '/settlements/:id': 'nhai',
  '/owed/:id': 'kiem',
  '/people/:id/paper': 'phua',
  '/likeness/:id': 'phua',
  '/referrals': 'my',
  '/referrals/:id': 'my',
  '/verifications': 'nhai',
  '/verifications/:id': 'nhai',
  '/statements': 'nam',
  '/statements/:id': 'nam',
  '/people/:id/feedback': 'phua',
  '/feedback/counts': 'phua',
  '/feedback/sentences': 'my',
  '/feedback/received': 'hang',
  '/complaints': 'hang',
  '/complaints/:id': 'hang',
  '/retention': 'hoai-nam',
  '/retention/:id': 'hang',
};

test('no screen is forgotten', () => {
  expect(routes.map(route => route.path).sort()).toEqual(Object.keys(whose).sort());
});

/** One browser for all that an officer does, as she has it: what a screen loaded is there for the next. */
const contexts = new Map<string, BrowserContext>();
async function contextOf(key: string): Promise<BrowserContext> {
  const open = contexts.get(key);
  if (open) return open;
  const { page, context } = await site.open(key, '/');
  await page.close();
  contexts.set(key, context);
  return context;
}

test.each(Object.entries(whose))('%s, for %s', async (path, key) => {
  const said: string[] = [];
  const address = path.replace(/:\w+/, ids[path.split('/')[1]!] ?? '');
  const { page } = await site.another(await contextOf(key), address, one => {
    one.on('pageerror', error => said.push(error.message));
    one.on('console', message => message.type() === 'error' && said.push(message.text()));
  });
  await page.locator('main h1').first().waitFor();
  await settled(page);
  const name = path.replaceAll(/[/:]+/g, '-').replaceAll(/^-|-$/g, '') || 'work';
  await picture(page, `${name}-1280`, false);
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await picture(page, `${name}-390`);
  await expectAccessible(page);
  expect(await page.locator('main h1').first().textContent()).not.toBe('');
  expect(said).toEqual([]);
  await page.close();
});
