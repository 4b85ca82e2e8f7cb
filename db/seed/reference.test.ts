/* The reference lists: complete, in agreement with each other, and keeping apart what looks alike. */
import { expect, test } from 'vitest';
import countries from '../../data/reference/countries.json' with { type: 'json' };
import groups from '../../data/reference/ethnic-groups.json' with { type: 'json' };
import areas from '../../data/reference/foreign-areas.json' with { type: 'json' };
import languages from '../../data/reference/languages.json' with { type: 'json' };
import { buildCountries, buildEthnicGroups, buildLanguages } from './build/reference.ts';

test('the 1979 codes, not those of the later censuses: 04 is Hoa and 06 is Mường', () => {
  const name = (code: string) => groups.find(group => group.code === code)!.vi;
  expect(['01', '04', '06', '08', '14', '55'].map(name)).toEqual([
    'Kinh',
    'Hoa',
    'Mường',
    'Hmông',
    'Xơ-đăng',
    'Người nước ngoài',
  ]);
  expect(groups.map(group => group.code)).toEqual(
    Array.from({ length: 55 }, (_, n) => String(n + 1).padStart(2, '0')),
  );
  expect(new Set(groups.map(group => group.list_id))).toEqual(new Set(['QĐ 121-TCTK/PPCĐ 02/3/1979']));
});

test('every language a group speaks is in the list, and every group of Lào Cai has one', () => {
  const codes = new Set(languages.map(language => language.code));
  for (const group of groups) {
    for (const code of group.languages) expect(codes, `${group.vi}: ${code}`).toContain(code);
    if (group.in_lao_cai) expect(group.languages.length, group.vi).toBeGreaterThan(0);
  }
  expect(codes.size).toBe(languages.length);
});

test('249 countries with two codes and two names', () => {
  expect(countries.length).toBe(249);
  for (const { alpha2, alpha3, vi, en } of countries) {
    expect([alpha2, alpha3].join(' ')).toMatch(/^[A-Z]{2} [A-Z]{3}$/);
    expect(vi === alpha2 || en === alpha2, alpha2).toBe(false);
  }
  expect(countries.find(country => country.alpha2 === 'VN')).toEqual({
    alpha2: 'VN',
    alpha3: 'VNM',
    vi: 'Việt Nam',
    en: 'Vietnam',
  });
});

test('an area lies in a listed country and in its parent', () => {
  const keys = new Set(areas.map(area => area.key));
  for (const area of areas) {
    expect(countries.some(country => country.alpha2 === area.country)).toBe(true);
    if (area.parent) expect(keys).toContain(area.parent);
    if (area.parent) expect(area.key.startsWith(area.parent)).toBe(true);
  }
});

test('the committed lists are what the sources make (country names depend on the Node that made them and are left out)', () => {
  expect(groups).toEqual(buildEthnicGroups());
  expect(languages).toEqual(buildLanguages());
  const codes = (rows: { alpha2: string; alpha3: string }[]) => rows.map(row => row.alpha2 + row.alpha3);
  expect(codes(countries)).toEqual(codes(buildCountries()));
});
