/*
 * The sentences react-aria says by itself (mostly to screen readers), in Vietnamese; it ships 30 languages without ours. vite.config.ts puts them in
 * place of its dictionaries. What is missing here is said in English. They stand in code because react-aria wants functions, not ICU messages.
 */
type Said = string | ((said: Record<string, string>) => string);

export const ariaVi: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  autocomplete: { collectionLabel: 'Gợi ý' },
  calendar: {
    previous: 'Trước',
    next: 'Sau',
    selectedDateDescription: said => `Ngày đã chọn: ${said.date}`,
    todayDate: said => `Hôm nay, ${said.date}`,
    todayDateSelected: said => `Hôm nay, ${said.date}, đang chọn`,
    dateSelected: said => `${said.date}, đang chọn`,
    minimumDate: 'Ngày sớm nhất được chọn',
    maximumDate: 'Ngày muộn nhất được chọn',
  },
  combobox: {
    focusAnnouncement: said => `${said.optionText}${String(said.isSelected) === 'true' ? ', đang chọn' : ''}`,
    countAnnouncement: said => `Có ${said.optionCount} mục`,
    selectedAnnouncement: said => `${said.optionText}, đã chọn`,
    buttonLabel: 'Mở gợi ý',
    listboxLabel: 'Gợi ý',
  },
  datepicker: {
    era: 'kỷ nguyên',
    year: 'năm',
    month: 'tháng',
    day: 'ngày',
    hour: 'giờ',
    minute: 'phút',
    second: 'giây',
    dayPeriod: 'sáng hoặc chiều',
    calendar: 'Lịch',
    weekday: 'thứ',
    timeZoneName: 'múi giờ',
    selectedDateDescription: said => `Ngày đã chọn: ${said.date}`,
    selectedTimeDescription: said => `Giờ đã chọn: ${said.time}`,
  },
  menu: { longPressMessage: 'Nhấn giữ hoặc bấm Alt + mũi tên xuống để mở' },
  overlays: { dismiss: 'Đóng' },
  searchfield: { 'Clear search': 'Xóa ô tìm' },
  spinbutton: { Empty: 'Trống' },
  'stately/datepicker': {
    rangeUnderflow: said => `Phải từ ${said.minValue} trở đi.`,
    rangeOverflow: said => `Phải trước hoặc đúng ${said.maxValue}.`,
    unavailableDate: 'Không chọn được ngày này.',
  },
};
