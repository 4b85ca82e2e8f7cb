/* What the invented province shows of reception: one group of nine handed over at the bridge two days ago, of whom one was received, and one rescue operation that is being prepared.
 * Written only where there are people; an empty test province stays empty. */
import type pg from 'pg';
import { addDays, addHours, type Day, dayOf, type Instant, startOfDay } from '../../kernel/day.ts';
import { getOffice } from './agencies.ts';
import { getOfficer } from './cast.ts';
import { nameId } from './ids.ts';
import { nextNumber, type RowWriter } from './rows.ts';
import type { PersonJourney } from './world/types.ts';

/** As the other side wrote them: characters, pinyin, and dates in their own way. Nobody of these names is meant. */
const onTheList = [
  ['王氏梅', '1998年7月3日', 'female', '无证件', 'waiting', null],
  ['LI SHI LAN', '2001', 'female', null, 'waiting', null],
  ['黄氏秋', '1995年11月', 'female', '带一名男孩', 'waiting', null],
  ['黄文明', '2016', 'male', '3号之子', 'waiting', null],
  ['TAO SHI SHENG', '2010', 'female', null, 'waiting', null],
  ['李氏草', '1989', 'female', null, 'refuses', 'Muốn tự về, đã cầm số điện thoại 111'],
  ['张文海', null, 'male', '住院', 'not_present', 'Bên giao nói đang nằm viện ở Hà Khẩu, hẹn giao sau'],
  ['MA SHI HUA', '1992', 'female', null, 'waiting', null],
] as const;

const id = (key: string): string => nameId('officer', `reception ${key}`);
/** Names on such lists come without accents and in capitals. */
const asWritten = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toUpperCase();

export async function writeReception(
  client: pg.Client,
  writer: RowWriter,
  today: Day,
  journeys: readonly PersonJourney[],
): Promise<void> {
  const gate = getOffice('bien-phong/ck-lao-cai@2025').id;
  const received = journeys
    .filter(
      one => one.arrival.route === 'foreign_handover' && one.arrival.office === gate && one.person.fullName,
    )
    .toSorted((a, b) => a.arrival.arrivedAt.localeCompare(b.arrival.arrivedAt))
    .at(-1);
  if (!received) return;
  const at: Instant = addHours(startOfDay(addDays(today, -2)), 15);
  const by = { office: gate, madeAt: at, madeBy: getOfficer('quyet').id };
  writer.add(
    'groupArrival',
    { id: id('group'), ...by, number: await nextNumber(client, 'BG') },
    {
      handedOverBy: 'Trạm kiểm tra biên phòng Hà Khẩu',
      handedOverCountry: 'CN',
      handedOverAt: at,
      placeNote: 'Giữa cầu Hồ Kiều',
      minutesNumber: '17/BBGN',
      minutesOn: dayOf(at),
      signedThere: 'Vương Kiến Quốc, trạm phó',
      signedHere: 'Nguyễn Hữu Quyết, đồn trưởng',
      countOnMinutes: 9,
      returnRoute: 'Từ huyện Hà Khẩu qua cầu Hồ Kiều',
      state: 'open',
    },
  );
  const lines = [
    ...onTheList,
    [
      asWritten(received.person.fullName!),
      received.person.born?.slice(0, 4) ?? null,
      received.person.sex,
      null,
      'received',
      null,
    ] as const,
  ];
  for (const [index, [nameWritten, bornWritten, sex, remarks, lineState, asideWhy]] of lines.entries())
    writer.add(
      'groupLine',
      { id: id(`line ${index}`), ...by },
      {
        groupArrival: id('group'),
        lineNumber: index + 1,
        nameWritten,
        bornWritten,
        sex,
        remarks,
        lineState,
        asideWhy,
        file: lineState === 'received' ? received.person.id : null,
        settledAt: lineState === 'waiting' ? null : addHours(at, 1),
      },
    );
  await writeRescue(writer, today, gate, await nextNumber(client, 'GC'));
}

async function writeRescue(writer: RowWriter, today: Day, gate: string, number: string): Promise<void> {
  const leads = getOffice('bien-phong/pcmt@2025').id;
  const leader = getOfficer('nam').id;
  const shelter = getOffice('nhan-ai/nha@2025').id;
  const by = { office: leads, madeAt: addHours(startOfDay(addDays(today, -1)), 9), madeBy: leader };
  const partners = [gate, shelter];
  const startsAt = addHours(startOfDay(addDays(today, 2)), 4);
  writer.add(
    'rescueOperation',
    { id: id('rescue'), ...by, number },
    {
      state: 'planned',
      startsAt,
      endsAt: addHours(startsAt, 6),
      placeNote: 'Dãy trọ cuối ngõ, cổng xanh',
      leader,
      partners,
      aim: 'Đưa hai người ra khỏi dãy trọ, không ai bị thương, không để lộ ai đã báo',
      expected: 2,
    },
  );
  const plans = [
    {
      ageGroup: 'unclear',
      sex: 'female',
      risks: 'Người giữ thường về trước 5 giờ; điện thoại bị thu',
      mustNotLearn: 'Người môi giới ở chợ phiên',
      safeWord: 'hoa ban',
      whereTo: 'Nhà Nhân Ái',
      transport: 'Xe dân sự, cán bộ nữ đi cùng',
      medical: 'Có thể đang mang thai',
      spoken: ['hmn'],
    },
    {
      ageGroup: 'adult',
      sex: 'female',
      risks: 'Có con nhỏ trong nhà',
      whereTo: 'Nhà Nhân Ái',
      childrenWithHer: 1,
      spoken: ['lao'],
    },
  ];
  for (const [index, plan] of plans.entries())
    writer.add(
      'safetyPlan',
      { id: id(`plan ${index}`), ...by },
      {
        rescueOperation: id('rescue'),
        planNumber: index + 1,
        foundState: 'expected',
        partners,
        ...plan,
      },
    );
}
