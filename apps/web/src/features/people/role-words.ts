import { atLeast, type Role } from '../../app/session.js';

/** What each role is called on the screen, and what it may do, the lowest first. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  VIEWER: { name: 'Viewer', may: 'reads what is shared' },
  SPONSOR: { name: 'Sponsor', may: 'raises, joins and comments on pain points, and says whether they are fixed' },
  IT: { name: 'IT', may: 'moves cards, plans tasks, makes promises' },
  LEAD: { name: 'Lead', may: 'runs the programme: people, imports, stages and the outbox too' },
  ADMIN: { name: 'Admin', may: 'may do all, and makes other admins' },
};

export const ROLES = Object.keys(ROLE_WORDS) as Role[];

/** The roles that somebody may give: a lead any up to their own, IT only sponsors. */
export function rolesToGive(giver: Role): Role[] {
  if (atLeast(giver, 'LEAD')) return ROLES.filter((role) => atLeast(giver, role));
  return ['SPONSOR'];
}
