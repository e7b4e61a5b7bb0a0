import fc from 'fast-check';
import { emailAddress } from './email-address.js';
import { watchOver } from './in-charge.js';
import { Person } from './person.js';
import { Role } from './role.js';

const person = (wishes: Partial<ConstructorParameters<typeof Person>[0]> = {}) =>
  new Person({ id: 'p', name: 'Ada', role: Role.LEAD, createdAt: '2026-11-23T09:00:00.000Z', ...wishes });

describe('a person', () => {
  it('has a tidy name and an address in lower case', () => {
    const ada = person({ name: '  Ada \n  Lovelace ', email: ' Ada@Example.COM ' });
    expect(ada).toMatchObject({ name: 'Ada Lovelace', nameKey: 'ada lovelace', email: 'ada@example.com' });
  });

  it('may be known without an address', () => {
    expect(person({ email: '  ' }).email).toBeNull();
  });

  it.each(['ada', 'ada@', '@example.com', 'ada@@example.com', 'a b@example.com', 'Ada <ada@example.com>'])(
    'is not reached at %s',
    (email) => {
      expect(() => person({ email })).toThrow(expect.objectContaining({ details: { field: 'email' } }));
    },
  );

  it('has an address that cannot carry a second header into a mail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          expect(emailAddress('email', text)).not.toMatch(/[\s<>,;]/u);
        } catch (refusal) {
          expect(refusal).toHaveProperty('code', 'BAD_USER_INPUT');
        }
      }),
    );
  });

  it('keeps the time of the first deactivation', () => {
    const ada = person();
    ada.deactivate('2026-11-24T09:00:00.000Z');
    ada.deactivate('2026-11-25T09:00:00.000Z');
    expect(ada.deactivatedAt).toBe('2026-11-24T09:00:00.000Z');
  });
});

describe('those in charge', () => {
  it('always have a lead left', () => {
    const ada = person();
    const check = watchOver([ada]);
    expect(check).not.toThrow();
    ada.role = Role.IT;
    expect(check).toThrow(/last lead/);
  });

  it('always have an admin left where there was one', () => {
    const ada = person({ role: Role.ADMIN });
    const check = watchOver([ada, person()]);
    ada.deactivate('2026-11-24T09:00:00.000Z');
    expect(check).toThrow(/last admin/);
  });
});
