import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Person } from '../domain/person.js';
import { type Role, seesInternal } from '../domain/role.js';
import type { Actor } from '../domain/visitor.js';
import { Invitations } from '../persistence/invitations.js';
import { People } from '../persistence/people.js';

export interface FindPeopleInput {
  text?: string | null;
  roles?: Role[] | null;
  first: number;
  after?: string | null;
  /** Also those who may no longer come in. */
  includeInactive?: boolean;
  /** Only who was invited and has not come yet. */
  waiting?: boolean;
  /** Whether the count of all is asked for; it costs a query of its own. */
  wantsTotal?: boolean;
}

/** Finds people by a part of their name, in the order of names. Who sees addresses also finds by address. */
@Injectable()
export class FindPeople {
  constructor(
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  async run(actor: Actor, input: FindPeopleInput): Promise<Page<Person>> {
    const first = pageSize(input.first);
    const wanted = {
      text: input.text?.trim().toLowerCase() || null,
      inAddresses: seesInternal(actor.role),
      roles: input.roles ?? null,
      includeInactive: input.includeInactive ?? false,
      ids: input.waiting ? await this.invitations.waitingIds() : null,
    };
    const rows = await this.people.search(wanted, { limit: first + 1, after: placeOf(input.after) });
    const count = input.wantsTotal === false ? 0 : await this.people.countOf(wanted);
    return pageOf(rows, first, count, (person) => encodeCursor([person.nameKey, person.id]));
  }
}

function placeOf(after: string | null | undefined): { nameKey: string; id: string } | null {
  if (!after) return null;
  const [nameKey, id] = decodeCursor(after, 2);
  return { nameKey: String(nameKey), id: String(id) };
}
