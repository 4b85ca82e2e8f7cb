/* Countries as people write them: `VN`, `VNM`, `Viet Nam`, `Việt Nam`, `Vietnamese`. HTCDS wants ISO 3166 alpha-2, CTDC writes alpha-3, offices write
 * names. The codes are data (`data/htcds/iso_3166_1.json`); names in both languages come from the runtime's own tables, with the few that differ here. */
import codes from '../../../data/htcds/iso_3166_1.json' with { type: 'json' };
import { stateless } from '../../people/index.ts';
import { foldCode } from '../text.ts';

const otherNames: Record<string, string[]> = {
  VN: ['Viet Nam', 'Vietnamese', 'S.R. Viet Nam', 'CHXHCN Việt Nam'],
  CN: ['PR China', 'P.R.C.', 'Chinese', 'CHND Trung Hoa', 'TQ'],
  LA: ['Lao PDR', 'Lao', 'Laotian', "Lao People's Democratic Republic", 'CHDCND Lào'],
  KH: ['Cambodian', 'Khmer', 'CPC'],
  TH: ['Thai'],
  MM: ['Burma', 'Burmese', 'Miến Điện'],
  PH: ['Filipino', 'Phi-líp-pin'],
  MY: ['Malaysian', 'Ma-lai-xi-a'],
  KR: ['South Korea', 'Republic of Korea', 'Hàn Quốc'],
  KP: ['North Korea', 'Bắc Triều Tiên'],
  TW: ['Taiwan', 'Đài Loan'],
  RU: ['Russia', 'Russian Federation', 'Nga'],
  US: ['USA', 'United States of America', 'Mỹ'],
  GB: ['UK', 'United Kingdom', 'Anh'],
};

const countries = new Map<string, string>();
for (const language of ['en', 'vi']) {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  for (const alpha2 of Object.keys(codes)) countries.set(foldCode(names.of(alpha2) ?? alpha2), alpha2);
}
for (const [alpha2, names] of Object.entries(otherNames)) {
  for (const name of names) countries.set(foldCode(name), alpha2);
}
// Codes last: they win over every name.
for (const [alpha2, alpha3] of Object.entries(codes)) {
  countries.set(foldCode(alpha3), alpha2);
  countries.set(foldCode(alpha2), alpha2);
}

const nobodys = new Set([stateless, 'Stateless', 'Không quốc tịch', 'Vô quốc tịch'].map(foldCode));

/** As `findCountry`; of somebody who is nobody's citizen the sign of passports, for which ISO 3166 has none. */
export const findCitizenship = (text: string): string | null =>
  nobodys.has(foldCode(text)) ? stateless : findCountry(text);

/** ISO 3166 alpha-2, or null when the text names no country for certain. */
export function findCountry(text: string): string | null {
  return Object.hasOwn(codes, text) ? text : (countries.get(foldCode(text)) ?? null);
}
