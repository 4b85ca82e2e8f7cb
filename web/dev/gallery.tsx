/* Every part of web/ui on one page, as it will be used. Texts stand here in Vietnamese because the page is never shipped. */
import { lazy, Suspense, useState } from 'react';
import type { Day, Instant, PartialDay } from '../../kernel/day.ts';
import { Refusal } from '../datasource.ts';
import { Page } from '../shell/page.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { AnswerButtons, ChoiceList, MultiChoice, SelectInput, Tick } from '../ui/choices.tsx';
import type { Found } from '../ui/combobox.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { NumberInput, TextArea, TextInput } from '../ui/field.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Icon, type IconName, iconNames } from '../ui/icons.tsx';
import { Badge, DueMark, StateMark } from '../ui/marks.tsx';
import { PartialDayInput } from '../ui/partial-day.tsx';
import { EmptyState, LoadingState, RefusedState } from '../ui/states.tsx';
import { Progress, Stepper } from '../ui/steps.tsx';
import { type Sort, Table } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { toast } from '../ui/toast.tsx';
import { type UnitFound, UnitPicker } from '../ui/unit-picker.tsx';

const DayInput = lazy(() => import('../ui/calendar.tsx').then(module => ({ default: module.DayInput })));
const InstantInput = lazy(() =>
  import('../ui/calendar.tsx').then(module => ({ default: module.InstantInput })),
);

const rows = [
  {
    number: 'NN-2026-000131',
    name: 'Sùng Thị Dợ',
    office: 'Đồn Biên phòng Bản Vược',
    state: 'Đang xác minh',
    tone: 'active',
    due: '2026-11-24',
    days: 3,
  },
  {
    number: 'NN-2026-000123',
    name: 'Giàng Thị Mẩy',
    office: 'Nhà Nhân Ái Lào Cai',
    state: 'Được xác định là nạn nhân',
    tone: 'good',
    due: '2026-12-04',
    days: 41,
  },
  {
    number: 'NN-2026-000117',
    name: 'Nguyễn Thị Ngọc Huyền',
    office: 'Công an xã Mường Hum',
    state: 'Chờ đồng ý chia sẻ',
    tone: 'warn',
    due: '2026-11-20',
    days: 12,
  },
  {
    number: 'NN-2025-000411',
    name: '李小妹 (Lý Tiểu Muội)',
    office: 'Phòng Cảnh sát hình sự',
    state: 'Đã về nhà',
    tone: 'neutral',
    due: '2027-05-30',
    days: 388,
  },
] as const;
const units: Omit<UnitFound, 'detail' | 'mark'>[] = [
  { id: 'u1', label: 'Bát Xát', kind: 'district', within: ['tỉnh Lào Cai'], endedOn: '2025-07-01' as Day },
  {
    id: 'u2',
    label: 'Thị trấn Bát Xát',
    kind: 'commune',
    within: ['huyện Bát Xát', 'tỉnh Lào Cai'],
    endedOn: '2025-07-01' as Day,
  },
  { id: 'u3', label: 'Bát Xát', kind: 'commune', within: ['tỉnh Lào Cai'], endedOn: null },
];
const offices: Found[] = [
  { id: 'o1', label: 'Đồn Biên phòng Bản Vược', detail: 'Bộ đội Biên phòng' },
  { id: 'o2', label: 'Nhà Nhân Ái Lào Cai', detail: 'Sở Y tế' },
];

export default function Gallery() {
  const [name, setName] = useState('Nguyễn Thị Ngọc Huyền ẨỖỆỮ');
  const [story, setStory] = useState('');
  const [age, setAge] = useState<number | null>(16);
  const [answer, setAnswer] = useState<'yes' | 'no' | 'unknown' | 'declined' | 'not_asked' | null>(
    'declined',
  );
  const [one, setOne] = useState<string | null>('hmong');
  const [many, setMany] = useState<readonly string[]>(['food']);
  const [born, setBorn] = useState<PartialDay | null>('2009-07' as PartialDay);
  const [day, setDay] = useState<Day | null>('2026-11-24' as Day);
  const [moment, setMoment] = useState<Instant | null>('2026-11-23T19:10:00.000Z' as Instant);
  const [unit, setUnit] = useState<UnitFound | null>(null);
  const [office, setOffice] = useState<Found | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [sort, setSort] = useState<Sort>({ by: 'number', descending: true });
  const [open, setOpen] = useState(false);
  const refused = new Refusal('input.invalid', 422, {}, [
    { field: 'name', reason: 'too_long', params: { max: 120 } },
    { field: 'born', reason: 'partialDay' },
  ]);
  return (
    <Page
      title="Bộ thành phần"
      lead="Mọi thành phần của giao diện, như khi dùng thật."
      actions={
        <Button kind="primary" icon="plus">
          Tiếp nhận người mới
        </Button>
      }
    >
      <ErrorSummary error={refused} labelOf={field => (field === 'name' ? 'Họ và tên' : 'Ngày sinh')} />
      <div className="columns">
        <section className="card stack">
          <h2>Nút</h2>
          <div className="row">
            <Button kind="primary">Gửi chuyển tuyến</Button>
            <Button icon="print">In phiếu</Button>
            <Button kind="quiet">Thôi</Button>
            <Button kind="danger">Rút lại đồng ý</Button>
            <Button isDisabled>Chưa được</Button>
            <Button isPending>Đang gửi</Button>
            <LinkButton href="/search" icon="search">
              Tìm kiếm
            </LinkButton>
          </div>
          <Button kind="primary" large icon="intake">
            Bắt đầu tiếp nhận
          </Button>
          <div className="row">
            <Button onPress={() => toast('Đã gửi chuyển tuyến')}>Báo ngắn</Button>
            <Button onPress={() => setOpen(true)}>Mở hộp thoại</Button>
          </div>
          <h2>Dấu</h2>
          <div className="row">
            <Badge>Mở</Badge>
            <Badge tone="active">Đang làm</Badge>
            <Badge tone="good">Đồng ý</Badge>
            <Badge tone="warn">Chờ</Badge>
            <Badge tone="bad">Từ chối</Badge>
          </div>
          <div className="row">
            <StateMark tone="neutral">Chưa bắt đầu</StateMark>
            <StateMark tone="active">Đang xác minh</StateMark>
            <StateMark tone="good">Xác định là nạn nhân</StateMark>
            <StateMark tone="warn">Chờ bổ sung</StateMark>
            <StateMark tone="bad">Bị từ chối</StateMark>
          </div>
          <div className="row">
            <DueMark due={'2026-11-20' as Day} />
            <DueMark due={'2099-01-01' as Day} />
            <DueMark due={'2026-11-20' as Day} state="met" />
            <DueMark due={'2026-11-20' as Day} state="stopped" />
          </div>
          <h2>Ký hiệu</h2>
          <div className="row">
            {iconNames.map((icon: IconName) => (
              <Icon key={icon} name={icon} />
            ))}
          </div>
        </section>
        <section className="card stack">
          <h2>Ô nhập</h2>
          <TextInput
            name="name"
            label="Họ và tên"
            hint="Ghi như người đó nói; tên khác ghi bên dưới."
            error="Dài quá 120 ký tự."
            required
            value={name}
            onChange={setName}
          />
          <NumberInput name="age" label="Tuổi (nếu không rõ ngày sinh)" value={age} onChange={setAge} />
          <PartialDayInput name="born" label="Ngày sinh" value={born} onChange={setBorn} />
          <TextArea
            name="story"
            label="Người đó kể gì"
            hint="Không bắt buộc. Không hỏi dồn."
            maxLength={400}
            value={story}
            onChange={setStory}
          />
          <Suspense fallback={<LoadingState rows={2} />}>
            <DayInput name="day" label="Ngày tiếp nhận" value={day} onChange={setDay} />
            <InstantInput name="moment" label="Lúc gặp người đó" value={moment} onChange={setMoment} />
          </Suspense>
          <UnitPicker
            name="birthplace"
            label="Nơi sinh"
            on={'2009-07-01' as Day}
            value={unit}
            onChange={setUnit}
            search={async text => units.filter(found => text === '' || found.label.length > 0)}
          />
          <Combobox
            name="office"
            label="Chuyển đến"
            value={office}
            onChange={setOffice}
            search={async () => offices}
          />
          <SelectInput
            name="filter"
            label="Trạng thái"
            none="Tất cả"
            value={null}
            onChange={() => undefined}
            options={[{ code: 'a', label: 'Đang xác minh' }]}
          />
          <FileDrop
            name="file"
            label="Giấy tờ kèm theo"
            files={files}
            onChange={setFiles}
            accept=".pdf"
            multiple
          />
        </section>
        <section className="card stack">
          <h2>Câu trả lời</h2>
          <AnswerButtons
            name="threat"
            label="Có ai đe dọa người đó hoặc gia đình không?"
            hint="Hỏi khi chỉ có hai người."
            value={answer}
            onChange={setAnswer}
          />
          <AnswerButtons
            large
            name="hurt"
            label="Người đó có đau ở đâu không?"
            value="yes"
            onChange={() => undefined}
          />
          <ChoiceList
            name="language"
            label="Người đó nói tiếng gì"
            value={one}
            onChange={setOne}
            options={[
              { code: 'vi', label: 'Tiếng Việt' },
              { code: 'hmong', label: 'Tiếng Mông', hint: 'Có người dịch ở đồn, gọi được ban đêm.' },
              { code: 'dao', label: 'Tiếng Dao' },
              { code: 'other', label: 'Tiếng khác', disabled: true },
            ]}
          />
          <MultiChoice
            name="needs"
            label="Cần ngay"
            inline
            value={many}
            onChange={setMany}
            options={[
              { code: 'food', label: 'Ăn uống' },
              { code: 'doctor', label: 'Khám bệnh' },
              { code: 'clothes', label: 'Quần áo' },
              { code: 'call', label: 'Gọi về nhà' },
            ]}
          />
          <Tick name="alone" label="Đã hỏi ở chỗ kín, không có người khác" value onChange={() => undefined} />
        </section>
        <section className="card stack">
          <h2>Diễn biến</h2>
          <Timeline
            label="Diễn biến hồ sơ"
            moments={[
              {
                id: '1',
                at: '2026-11-23T19:10:00.000Z' as Instant,
                title: 'Tiếp nhận tại đồn',
                by: 'Đồn Biên phòng Bản Vược',
                icon: 'intake',
              },
              {
                id: '2',
                at: '2026-11-24T01:30:00.000Z' as Instant,
                title: 'Chuyển đến Nhà Nhân Ái',
                by: 'Đồn Biên phòng Bản Vược',
                icon: 'right',
                body: <p>Đi cùng nữ cán bộ, có đồng ý của người đó.</p>,
              },
              {
                id: '3',
                at: '2026-11-27' as Day,
                title: 'Trả lời kết quả xác minh',
                by: 'Phòng Cảnh sát hình sự',
                icon: 'clock',
                expected: true,
              },
            ]}
          />
          <Stepper
            label="Các bước tiếp nhận"
            onOpen={() => undefined}
            steps={[
              { id: '1', title: 'An toàn', state: 'done' },
              { id: '2', title: 'Danh tính', state: 'refused' },
              { id: '3', title: 'Sự việc', state: 'current' },
              { id: '4', title: 'Chuyển đi', state: 'open' },
            ]}
          />
          <Progress label="Xã đã gửi khảo sát" done={97} of={152} />
        </section>
      </div>
      <Table
        caption="Người được giúp"
        columns={[
          {
            name: 'number',
            title: 'Số hồ sơ',
            cell: row => <span className="number">{row.number}</span>,
            sortable: true,
          },
          { name: 'name', title: 'Họ và tên', cell: row => row.name, sortable: true, lead: true },
          { name: 'office', title: 'Cơ quan giữ', cell: row => row.office },
          {
            name: 'state',
            title: 'Tình trạng',
            cell: row => <StateMark tone={row.tone}>{row.state}</StateMark>,
          },
          { name: 'days', title: 'Số ngày', cell: row => row.days, align: 'end', sortable: true },
          { name: 'due', title: 'Hạn tiếp theo', cell: row => <DueMark due={row.due as Day} /> },
        ]}
        rows={rows}
        keyOf={row => row.number}
        hrefOf={row => `/people/${row.number}`}
        sort={sort}
        onSort={setSort}
        total={152}
        onMore={() => undefined}
      />
      <Tabs
        label="Phần của hồ sơ"
        parts={[
          { id: 'path', title: 'Đường đi', content: <p>Con đường của người được giúp.</p> },
          { id: 'consent', title: 'Đồng ý', count: 3, content: <p>Ba lần đồng ý.</p> },
          { id: 'log', title: 'Ai đã xem', content: <p>Sổ ghi.</p> },
        ]}
      />
      <div className="columns">
        <EmptyState
          icon="people"
          title="Chưa có ai trong danh sách"
          action={<Button icon="plus">Tiếp nhận</Button>}
        >
          Người vừa tiếp nhận sẽ hiện ở đây.
        </EmptyState>
        <RefusedState />
        <LoadingState rows={3} />
      </div>
      <ConfirmDialog
        title="Rút lại đồng ý chia sẻ"
        verb="Rút lại đồng ý"
        danger
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={() => setOpen(false)}
      >
        <p>
          Từ bây giờ Công an xã Mường Hum không xem được phần sức khỏe. Những gì họ đã xem thì sổ ghi vẫn giữ.
        </p>
      </ConfirmDialog>
    </Page>
  );
}
