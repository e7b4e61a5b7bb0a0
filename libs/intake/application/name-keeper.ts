import {
  type Actor,
  AddBusinessUnit,
  AddPeople,
  BusinessUnits,
  businessUnitKey,
  type NewSponsor,
  People,
} from '@stanch/people';
import { AddService, serviceKey, Services } from '@stanch/discovery';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { KnownPeople } from '../domain/known-people.js';
import type { PersonInFile, WhoIsWho } from '../domain/who-is-who.js';

/** Turns the names of one import into ids. */
export interface Names {
  /** The unit of a name; it is added when there is none. */
  unitId(name: string | null): Promise<string | null>;
  /** The service of a name; it is added when there is none. */
  serviceId(name: string | null): Promise<string | null>;
  /** The persons whom rows name, in that order; whoever is not known is added as a sponsor. Null for nobody. */
  personIds(named: readonly (PersonInFile | null)[]): Promise<(string | null)[]>;
}

/** Finds whom and what the rows of an import name, and makes known what is not, all in the import's transaction. */
@Injectable()
export class NameKeeper {
  constructor(
    private readonly people: People,
    private readonly businessUnits: BusinessUnits,
    private readonly services: Services,
    private readonly addPeople: AddPeople,
    private readonly addBusinessUnit: AddBusinessUnit,
    private readonly addService: AddService,
  ) {}

  async open({ em }: Transaction, actor: Actor, whoIsWho: WhoIsWho): Promise<Names> {
    const units = new Map((await this.businessUnits.all()).map(({ nameKey, id }) => [nameKey, id]));
    const services = new Map((await this.services.all()).map(({ nameKey, id }) => [nameKey, id]));
    const known = new KnownPeople(await this.people.everybody());
    const idOf = new Map<PersonInFile, string>();

    const find = async (
      ids: Map<string, string>,
      key: string,
      add: () => Promise<{ readonly id: string }>,
    ): Promise<string> => {
      const id = ids.get(key) ?? (await add()).id;
      if (!ids.has(key)) em.clear();
      ids.set(key, id);
      return id;
    };
    const unitId = async (name: string | null) =>
      name === null ? null : find(units, businessUnitKey(name), () => this.addBusinessUnit.run(actor, { name }));

    return {
      unitId,
      serviceId: async (name) =>
        name === null ? null : find(services, serviceKey(name), () => this.addService.run(actor, { name })),
      personIds: async (named) => {
        const people = named.map((person) => person && whoIsWho.whois(person));
        const strangers = new Map<PersonInFile, NewSponsor>();
        for (const person of people) {
          if (person === null || idOf.has(person) || strangers.has(person)) continue;
          const businessUnitId = await unitId(person.unit);
          const id = known.find(person, businessUnitId);
          if (id !== null) idOf.set(person, id);
          else strangers.set(person, { name: person.name, email: person.email, businessUnitId });
        }
        const added = await this.addPeople.run(actor, [...strangers.values()]);
        for (const [at, person] of [...strangers.keys()].entries()) idOf.set(person, added[at]?.id as string);
        return people.map((person) => person && (idOf.get(person) ?? null));
      },
    };
  }
}
