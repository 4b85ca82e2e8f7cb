/* The cast: plainly invented, never in an office that was not there, and every role played on every day. */
import { describe, expect, test } from 'vitest';
import groups from '../../data/reference/ethnic-groups.json' with { type: 'json' };
import languages from '../../data/reference/languages.json' with { type: 'json' };
import { addDays, getDay } from '../../kernel/day.ts';
import { getAgency, getOffice, getOfficeById } from './agencies.ts';
import { CAST, castAt, getOfficer, postsOn, type Role } from './cast.ts';

const ROLES: Role[] = [
  'border_officer',
  'police_officer',
  'identifier',
  'investigator',
  'procurator',
  'judge_clerk',
  'social_worker',
  'shelter_worker',
  'womens_union_officer',
  'commune_officer',
  'secretary',
  'auditor',
  'administrator',
];
const days = ['2020-01-01', '2021-09-15', '2025-03-01', '2025-06-30', '2025-07-01', '2026-11-24'].map(getDay);

describe('refused', () => {
  test('nobody who is not in the cast', () => {
    expect(() => getOfficer('somebody')).toThrow();
  });

  test('no address outside the reserved domain, no name of a known office-holder of the province', () => {
    for (const officer of CAST)
      expect(officer.email).toMatch(/^[a-z]+(\.[a-z]+)+@[a-z0-9]+\.laocai\.example$/);
    const real = ['Trịnh Xuân Trường', 'Đặng Xuân Phong', 'Vũ Xuân Cường', 'Giàng Seo Vần', 'Giàng Thị Dung'];
    expect(CAST.filter(officer => real.includes(officer.name))).toEqual([]);
  });
});

test('nobody holds a post before the office began or after it ended', () => {
  for (const officer of CAST) {
    for (const post of officer.posts) {
      const office = getOfficeById(post.office);
      expect((office.valid_from ?? '') <= post.valid_from, `${officer.key} ${office.key}`).toBe(true);
      expect((post.valid_to ?? '9999') <= (office.valid_to ?? '9999'), `${officer.key} ${office.key}`).toBe(
        true,
      );
    }
  }
});

test('everybody has a post on every day, and exactly two hold two at once', () => {
  for (const day of days) {
    const held = CAST.map(officer => postsOn(officer, day).length);
    expect(held.filter(count => count === 0)).toEqual([]);
    expect(held.filter(count => count === 2).length).toBe(2);
    expect(held.filter(count => count > 2)).toEqual([]);
  }
});

test('posts in a row leave no day without one', () => {
  for (const officer of CAST) {
    for (const post of officer.posts) {
      if (post.valid_to)
        expect(postsOn(officer, post.valid_to).length).toBe(
          postsOn(officer, addDays(post.valid_to, -1)).length,
        );
    }
  }
});

test('every role is played on every day; two auditors, one administrator', () => {
  for (const day of days) {
    const roles = CAST.flatMap(officer => postsOn(officer, day).map(post => post.role));
    const missing = ROLES.filter(role => !roles.includes(role));
    expect(missing, day).toEqual([]);
    expect(roles.filter(role => role === 'auditor').length).toBe(2);
    expect(roles.filter(role => role === 'administrator').length).toBe(1);
  }
});

test('a role is played in an agency where it makes sense', () => {
  const kinds: Record<Role, string[]> = {
    border_officer: ['border_guard'],
    police_officer: ['police'],
    identifier: ['police'],
    investigator: ['police', 'border_guard'],
    procurator: ['procuracy'],
    judge_clerk: ['court'],
    social_worker: ['social_affairs', 'health', 'social_work_centre'],
    shelter_worker: ['shelter'],
    womens_union_officer: ['womens_union'],
    commune_officer: ['committee'],
    secretary: ['secretariat'],
    auditor: ['inspectorate'],
    administrator: ['information_technology'],
  };
  for (const officer of CAST) {
    for (const post of officer.posts) {
      expect(kinds[post.role]).toContain(getAgency(getOfficeById(post.office).agency).kind);
      if (post.role === 'identifier') expect(getOfficeById(post.office).competences).toContain('identify');
    }
  }
});

test('those the stories need: the night duty officer, the shelter, another district', () => {
  const today = getDay('2026-11-24');
  expect(castAt(getOffice('bien-phong/ck-lao-cai@2025'), today).map(officer => officer.key)).toEqual([
    'phua',
    'quyet',
  ]);
  expect(getOfficer('phua').email).toBe('giang.seo.phua@bienphong.laocai.example');
  expect(castAt(getOffice('nhan-ai/nha@old'), getDay('2021-09-15'))[0]!.key).toBe('my');
  expect(postsOn(getOfficer('chuyen'), getDay('2021-09-15'))[0]!.office_key).toBe('phu-nu/huyen-089@old');
});

test('names, addresses and ids are unique; groups and languages are listed; both languages tell who it is', () => {
  for (const of of ['key', 'id', 'name', 'email'] as const) {
    expect(new Set(CAST.map(officer => officer[of])).size).toBe(CAST.length);
  }
  expect(new Set(CAST.map(officer => officer.ethnicity)).size).toBeGreaterThanOrEqual(7);
  for (const officer of CAST) {
    expect(groups.some(group => group.code === officer.ethnicity)).toBe(true);
    for (const code of officer.speaks)
      expect(
        languages.some(language => language.code === code),
        code,
      ).toBe(true);
    expect(officer.name.normalize('NFC')).toBe(officer.name);
    expect(Math.min(officer.who.vi.length, officer.who.en.length)).toBeGreaterThan(40);
  }
});
