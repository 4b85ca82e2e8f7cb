/* How a paper writes what a screen shows otherwise: moments, places, lists. Always Vietnamese, whatever language the maker reads. */
import { formatInstant, type Instant } from '../../kernel/day.ts';

/** Where one of them has a comma of its own a semicolon parts them. */
export const listed = (words: readonly string[]): string =>
  words.join(words.some(word => word.includes(',')) ? '; ' : ', ');

/** "xã Y Tý, tỉnh Lào Cai": the kind of a place is written small, but not before a number and not of the city that bears it as a name (Decree 30/2020, appendix II). */
export const placeOnPaper = (name: string): string =>
  name.replace(
    /(?<=^|, )(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Thị trấn|Xã|Phường|Đặc khu)(?= (?!\d|Hồ Chí Minh))/gu,
    kind => kind.toLocaleLowerCase('vi'),
  );

/** "16 giờ 02 phút ngày 18/01/2025". */
export function timeOnPaper(instant: Instant): string {
  const [clock = '', day = ''] = formatInstant(instant, 'vi').split(' ');
  const [hour = '', minute = ''] = clock.split(':');
  return `${hour} giờ ${minute} phút ngày ${day}`;
}
