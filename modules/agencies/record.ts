/* Administrative units of both eras, agencies, their offices, the officers and their posts. All have dates of validity (half-open) and successors:
 * a unit is its code and its first day, never its name. A delegation is a post with a giver and an end. */
import {
  choice,
  choices,
  codes,
  day,
  flag,
  office as officeField,
  officer as officerField,
  ref,
  text,
  unit as unitField,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { agencyKinds, roleNames } from './roles.ts';

const open = { tier: 'open', listed: true, milestone: true } as const;
const forGood = { years: null, basis: 'kept for good: old papers name old bodies' };

export const unit = record('unit', {
  held: false,
  retention: forGood,
  caption: ['fullName'],
  indexes: [['code'], ['parent']],
  fields: {
    level: choice('unitLevel', ['province', 'district', 'commune'], { ...open, required: true }),
    code: text({ ...open, required: true, max: 10 }),
    name: text({ ...open, required: true }),
    fullName: text({ ...open, required: true }),
    nameEn: text({ ...open }),
    unitType: text({ ...open }),
    parent: unitField({ ...open }),
    validFrom: day({ ...open }),
    validTo: day({ ...open }),
    pilot: flag({ ...open }),
    pilotSuccessor: flag({ ...open }),
    longitude: text({ ...open, max: 12 }),
    latitude: text({ ...open, max: 12 }),
  },
});

export const unitLineage = record('unitLineage', {
  held: false,
  retention: forGood,
  fields: {
    predecessor: unitField({ ...open, required: true }),
    successor: unitField({ ...open, required: true }),
    change: choice('unitChange', ['merge', 'split', 'rename', 'move', 'dissolve'], {
      ...open,
      required: true,
    }),
    onDay: day({ ...open, required: true }),
  },
});

export const agency = record('agency', {
  held: false,
  retention: forGood,
  caption: ['name'],
  fields: {
    key: text({ ...open, required: true, max: 60 }),
    name: text({ ...open, required: true }),
    nameEn: text({ ...open, required: true }),
    agencyKind: choice('agencyKind', agencyKinds, { ...open, required: true }),
  },
});

export const competences = [
  'receive',
  'rescue',
  'verify',
  'identify',
  'shelter',
  'support',
  'reintegrate',
  'treat',
  'legal_aid',
  'investigate',
  'prosecute',
  'try',
  'inspect',
  'prevent',
  'coordinate',
  'audit',
  'administer',
] as const;

export const office = record('office', {
  held: false,
  retention: forGood,
  caption: ['name'],
  indexes: [['agency'], ['parent'], ['area']],
  fields: {
    agency: ref('agency', { ...open, required: true }),
    name: text({ ...open, required: true }),
    nameEn: text({ ...open, required: true }),
    shortName: text({ ...open, required: true, max: 80 }),
    shortNameEn: text({ ...open, max: 80 }),
    parent: officeField({ ...open }),
    area: unitField({ ...open }),
    level: choice('unitLevel', ['province', 'district', 'commune'], { ...open, required: true }),
    competence: choices('competence', competences, { ...open }),
    successors: codes({ ...open }),
    validFrom: day({ ...open }),
    validTo: day({ ...open }),
  },
});

export const officer = record('officer', {
  held: false,
  caption: ['name'],
  retention: { years: null, basis: 'as long as the ledger names the officer' },
  fields: {
    name: text({ ...open, required: true, max: 120 }),
    title: text({ ...open, max: 120 }),
    titleEn: text({ ...open, max: 120 }),
    email: text({ tier: 'restricted', required: true, max: 200 }),
    lang: choice('language', ['vi', 'en'], { ...open, required: true }),
    castKey: text({ ...open, max: 60 }),
    ended: flag({ ...open }),
  },
});

export const post = record('post', {
  caption: ['role'],
  retention: { years: null, basis: 'as long as the ledger names the post' },
  indexes: [['officer']],
  fields: {
    officer: officerField({ ...open, required: true }),
    role: choice('role', roleNames, { ...open, required: true }),
    /** How far the post reaches: its own office, or the offices below it as well. */
    extent: choice('extent', ['office', 'below'], { ...open, required: true }),
    /** Heads the office or signs for its head: approves what another asked for. */
    head: flag({ ...open }),
    validFrom: day({ ...open, required: true }),
    validTo: day({ ...open }),
    delegatedFrom: ref('post', { ...open }),
    reason: text({ ...open, max: 300 }),
  },
});

export const agencyRecords = [unit, unitLineage, agency, office, officer, post] as const;
