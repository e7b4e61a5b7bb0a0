import fc from 'fast-check';
import { atLeast, mayGrant, Role, ROLES_BY_RANK, rolesFrom, seesInternal } from './role.js';

const role = fc.constantFrom(...ROLES_BY_RANK);

describe('roles', () => {
  it('are ranked: of two roles one is at least the other, and both only when they are the same', () => {
    fc.assert(
      fc.property(role, role, (one, other) => {
        expect(atLeast(one, other) || atLeast(other, one)).toBe(true);
        expect(atLeast(one, other) && atLeast(other, one)).toBe(one === other);
      }),
    );
  });

  it('never grant more than they are', () => {
    fc.assert(fc.property(role, role, (granter, given) => !mayGrant(granter, given) || atLeast(granter, given)));
  });

  it.each([
    [Role.VIEWER, []],
    [Role.SPONSOR, []],
    [Role.IT, [Role.SPONSOR]],
    [Role.LEAD, [Role.VIEWER, Role.SPONSOR, Role.IT, Role.LEAD]],
    [Role.ADMIN, [...ROLES_BY_RANK]],
  ])('%s grants %j', (granter, granted) => {
    expect(ROLES_BY_RANK.filter((given) => mayGrant(granter, given))).toEqual(granted);
  });

  it('see what is internal from IT on', () => {
    expect(ROLES_BY_RANK.filter(seesInternal)).toEqual(rolesFrom(Role.IT));
  });
});
