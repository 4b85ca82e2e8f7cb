import { expect, test } from 'vitest';
import type { Instant } from '../../kernel/day.ts';
import { listed, placeOnPaper, timeOnPaper } from './words.ts';

test.each([
  ['Xã Y Tý, Tỉnh Lào Cai', 'xã Y Tý, tỉnh Lào Cai'],
  ['Thị trấn Bát Xát, Huyện Bát Xát, Tỉnh Lào Cai', 'thị trấn Bát Xát, huyện Bát Xát, tỉnh Lào Cai'],
  ['Phường Lào Cai, Thành phố Lào Cai', 'phường Lào Cai, thành phố Lào Cai'],
  ['Phường 1, Quận 3, Thành phố Hồ Chí Minh', 'Phường 1, Quận 3, Thành phố Hồ Chí Minh'],
  ['Xã Xã Tắc', 'xã Xã Tắc'],
  ['', ''],
])('%s → %s', (place, written) => expect(placeOnPaper(place)).toBe(written));

test('a moment in Vietnamese time', () => {
  expect(timeOnPaper('2025-01-18T09:02:00.000Z' as Instant)).toBe('16 giờ 02 phút ngày 18/01/2025');
  expect(timeOnPaper('2025-06-30T17:00:00.000Z' as Instant)).toBe('00 giờ 00 phút ngày 01/07/2025');
});

test('words with commas are parted by semicolons', () => {
  expect(listed(['Y tế', 'Tâm lý'])).toBe('Y tế, Tâm lý');
  expect(listed(['Học văn hóa, học nghề', 'Y tế'])).toBe('Học văn hóa, học nghề; Y tế');
  expect(listed([])).toBe('');
});
