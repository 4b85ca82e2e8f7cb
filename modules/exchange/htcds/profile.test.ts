import { describe, expect, it } from 'vitest';
import { foldCode } from '../text.ts';
import { extensionCodes, findCode, getHtcdsField, htcdsFields, htcdsNames } from './profile.ts';

describe('the standard as data', () => {
  it('knows no code that it was not given', () => {
    expect(findCode('vic_MethodsOfControl', 'Hypnosis')).toBeNull();
    expect(findCode('prs_FirstName', 'Feminine')).toBeNull();
  });

  it('has 84 fields, 40 of them core, 3 deprecated, 21 value sets', () => {
    expect(htcdsFields).toHaveLength(84);
    expect(new Set(htcdsNames).size).toBe(84);
    expect(htcdsFields.filter(field => field.core)).toHaveLength(40);
    expect(htcdsFields.filter(field => field.deprecated).map(field => field.name)).toEqual([
      'vic_AgreementToManagePersonalData',
      'vic_Vulnerabilities',
      'vic_DetailsOfVulnerabilities',
    ]);
    expect(htcdsFields.filter(field => field.options.length > 0)).toHaveLength(21);
  });

  it('has names that stay different when underscores and case go', () => {
    expect(new Set(htcdsNames.map(foldCode)).size).toBe(84);
  });

  it('gives options to every code field and to no other', () => {
    for (const field of htcdsFields) {
      expect([field.name, field.options.length > 0]).toEqual([
        field.name,
        field.type === 'code' || field.type === 'codes',
      ]);
    }
  });

  it('finds every value by its name and by its label', () => {
    for (const { name, options } of htcdsFields) {
      for (const option of options) {
        expect(findCode(name, option.name)).toBe(option.name);
        expect(findCode(name, option.label.toUpperCase())).toBe(option.name);
      }
    }
  });

  it('has no extension code that the standard has too', () => {
    for (const [name, codes] of Object.entries(extensionCodes)) {
      const names = getHtcdsField(name as 'prs_Gender').options.map(option => option.name);
      expect(codes.filter(code => names.includes(code))).toEqual([]);
    }
  });
});
