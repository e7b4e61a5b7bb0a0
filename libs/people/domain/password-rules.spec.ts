import fc from 'fast-check';
import { checkedPassword } from './password-rules.js';

const owner = { email: 'ada.lovelace@example.com', name: 'Ada Lovelace' };
const check = (password: string) => checkedPassword('password', password, owner);

describe('a new password', () => {
  it.each([
    ['short', /at least 10/],
    ['x'.repeat(201), /at most 200/],
    ['aaaaaaaaaaaa', /first that others would try/],
    ['abababababab', /first that others would try/],
    ['1234567890', /first that others would try/],
    ['qwertyuiop', /first that others would try/],
    ['Password123!', /first that others would try/],
    ['Welcome2026!', /first that others would try/],
    ['ada.lovelace@example.com', /must not be the name/],
    ['Ada.Lovelace1', /must not be the name/],
    ['adalovelace2026', /must not be the name/],
  ])('is refused when it is %s', (password, reason) => {
    expect(() => check(password)).toThrow(reason);
  });

  it.each(['correct horse battery', 'Tr0ub4dor&3x', 'åäö åäö åäö', '口令口令很长很长口令'])('may be %s', (password) => {
    expect(check(password)).toBe(password.normalize('NFKC'));
  });

  it('is the same however the keyboard composes its letters', () => {
    const composed = 'caf\u00e9 au lait, two';
    expect(check(composed.normalize('NFD'))).toBe(check(composed.normalize('NFC')));
  });

  it('is either refused or taken whole: nothing is cut off', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 220, unit: 'grapheme' }), (password) => {
        try {
          expect(check(password)).toBe(password.normalize('NFKC'));
        } catch (refusal) {
          expect(refusal).toHaveProperty('details', { field: 'password' });
        }
      }),
    );
  });
});
