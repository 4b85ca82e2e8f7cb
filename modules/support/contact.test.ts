/* What breaks the way she allowed to be reached, and what does not. */
import { describe, expect, it } from 'vitest';
import { breachOf, type ContactRules } from './contact.ts';

const rules = (more: Partial<ContactRules> = {}): ContactRules => ({
  contact_after: 'yes',
  ways: ['message', 'home_visit'],
  times: ['morning'],
  has_number: false,
  ...more,
});
const contact = { way: 'home_visit', dayPart: 'morning', numberUsed: null };

describe('a contact is refused', () => {
  it('after closing, unless she said yes: not when she said no, declined, or was never asked', () => {
    for (const answer of ['no', 'declined', 'unknown', 'not_asked', null])
      expect(breachOf(rules({ contact_after: answer }), contact, true)).toBe('closed');
    expect(breachOf(null, contact, true)).toBe('closed');
  });
  it('in a way or at a time of day she did not name', () => {
    expect(breachOf(rules(), { ...contact, way: 'phone_call' }, false)).toBe('way');
    expect(breachOf(rules(), { ...contact, dayPart: 'evening' }, false)).toBe('time');
  });
  it('at another number than hers, and when nobody says which number it was', () => {
    for (const numberUsed of ['other', null])
      expect(breachOf(rules({ has_number: true }), { ...contact, way: 'message', numberUsed }, false)).toBe(
        'number',
      );
  });
});

describe('a contact is let through', () => {
  it('in every way she named, and after closing when she said yes', () => {
    expect(breachOf(rules(), contact, true)).toBeNull();
    const sent = { ...contact, way: 'message', numberUsed: 'agreed' };
    expect(breachOf(rules({ has_number: true }), sent, true)).toBeNull();
  });
  it('where she left it open: while the file is open, silence forbids nothing', () => {
    expect(breachOf(null, { ...contact, way: 'phone_call' }, false)).toBeNull();
    expect(breachOf(rules({ ways: null, times: [] }), { ...contact, dayPart: 'evening' }, false)).toBeNull();
  });
  it('without a number where none is needed', () => {
    expect(breachOf(rules({ has_number: true }), contact, false)).toBeNull();
  });
});
