/** What a person may do in the workspace. The API's enum has the same values. */
export const Role = {
  VIEWER: 'VIEWER',
  SPONSOR: 'SPONSOR',
  IT: 'IT',
  LEAD: 'LEAD',
  ADMIN: 'ADMIN',
} as const;
export type Role = (typeof Role)[keyof typeof Role];

/** All roles, the lowest first: whoever stands later may do all that the earlier ones may. */
export const ROLES_BY_RANK: readonly Role[] = [Role.VIEWER, Role.SPONSOR, Role.IT, Role.LEAD, Role.ADMIN];

/** Whether a role is `lowest` or ranks above it. */
export function atLeast(role: Role, lowest: Role): boolean {
  return ROLES_BY_RANK.indexOf(role) >= ROLES_BY_RANK.indexOf(lowest);
}

/** Whether a role sees what is internal to IT: comments and tasks that are not shared, and addresses of others. */
export function seesInternal(role: Role): boolean {
  return atLeast(role, Role.IT);
}

/** The roles that are `lowest` or rank above it. */
export function rolesFrom(lowest: Role): Role[] {
  return ROLES_BY_RANK.filter((role) => atLeast(role, lowest));
}

/** Whether someone of one role may give a role to a person: a lead any up to their own, IT only SPONSOR. */
export function mayGrant(granter: Role, role: Role): boolean {
  if (atLeast(granter, Role.LEAD)) return atLeast(granter, role);
  return granter === Role.IT && role === Role.SPONSOR;
}
