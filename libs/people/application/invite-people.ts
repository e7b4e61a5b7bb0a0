import { badInput, Clock, Ids, notFound } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { BusinessUnit, businessUnitKey } from '../domain/business-unit.js';
import { assertSignInAddress, emailAddress } from '../domain/email-address.js';
import { Invitation } from '../domain/invitation.js';
import { Person } from '../domain/person.js';
import { mayGrant, Role } from '../domain/role.js';
import type { Actor } from '../domain/visitor.js';
import { Credentials } from '../persistence/credentials.js';
import { Invitations } from '../persistence/invitations.js';
import { People } from '../persistence/people.js';
import { PERSON_ADDED } from './add-person.js';
import { IdentifyVisitor } from './identify-visitor.js';

/** The event that somebody was invited, or invited again. */
export const PERSON_INVITED = 'PersonInvited';

export interface PersonInvited {
  personId: string;
  /** Where they are led when they come in; null: to their first page. */
  next: string | null;
}

/** One line of a list. */
export interface InvitedPerson {
  name: string;
  email: string;
  /** By its name; a new name makes a new unit. */
  businessUnit?: string | null;
  role?: Role | null;
}

export interface InvitePeopleInput {
  people: InvitedPerson[];
  words?: string | null;
}

/** A longer list is better brought in by an import first. */
const MOST_AT_ONCE = 200;

/** A lead asks people to come in: all of a list, or, when a line of it is wrong, nobody. */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly credentials: Credentials,
    private readonly identifyVisitor: IdentifyVisitor,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Those who were invited; who has come in before is left alone. */
  async run(actor: Actor, { people, words }: InvitePeopleInput): Promise<Person[]> {
    if (people.length === 0) throw badInput('people', 'Name at least one person to invite.');
    if (people.length > MOST_AT_ONCE) throw badInput('people', `At most ${MOST_AT_ONCE} people are invited at once.`);
    const lines = people.map((line, index) => checkedLine(actor, line, index));
    const twice = lines.findIndex(({ email }, index) => lines.findIndex((one) => one.email === email) < index);
    if (twice >= 0) throw badInput('people', `Line ${twice + 1}: ${lines[twice]?.email} stands in the list twice.`);
    return this.unitOfWork.run(async (transaction) => {
      const invited: Person[] = [];
      for (const [index, line] of lines.entries()) {
        const person = await this.personOf(transaction, actor, line, index);
        if (await this.invite(transaction, actor, person, words)) invited.push(person);
      }
      return invited;
    });
  }

  /** Sends the mail of somebody once more who has not come yet. */
  async again(actor: Actor, personId: string): Promise<Person> {
    return this.unitOfWork.run(async (transaction) => {
      const person = await transaction.em.findOne(Person, { id: personId });
      if (!person) throw notFound('person');
      if (person.email === null) throw badInput('personId', `${person.name} has no e-mail address. Add one first.`);
      assertSignInAddress('personId', person.email);
      this.refuseBeyond(actor, person);
      if (!(await this.invite(transaction, actor, person, null))) {
        throw badInput('personId', `${person.name} has come in already.`);
      }
      return person;
    });
  }

  /** Takes an invitation back: the link counts no more, and the person may not come in. */
  async withdraw(actor: Actor, personId: string): Promise<Person> {
    return this.unitOfWork.run(async (transaction) => {
      const person = await transaction.em.findOne(Person, { id: personId });
      if (!person) throw notFound('person');
      this.refuseBeyond(actor, person);
      const invitation = await this.invitations.within(transaction, personId);
      if (invitation?.open !== true) {
        throw badInput('personId', `${person.name} has no invitation that could be taken back.`);
      }
      invitation.withdraw(this.clock.now());
      person.deactivate(this.clock.now());
      await this.credentials.endSessions(personId);
      transaction.afterCommit(() => this.identifyVisitor.forget(personId));
      return person;
    });
  }

  /**
   * Somebody who is no lead invites a colleague to look at something. Only addresses of the company: of a domain that
   * somebody of IT has as well.
   */
  async colleague(transaction: Transaction, actor: Actor, email: string, words: string, next: string): Promise<void> {
    const address = emailAddress('email', email);
    assertSignInAddress('email', address);
    const domain = domainOf(address);
    const ours = (await this.people.withRole(Role.IT)).map((person) => person.email && domainOf(person.email));
    if (!ours.includes(domain)) {
      throw badInput('email', `${domain} is no address of the company. A lead can invite somebody from outside.`);
    }
    const colleague = { name: nameOf(address), email: address, role: Role.SPONSOR, businessUnitId: null };
    const person = await this.add(transaction, actor, colleague);
    await this.invite(transaction, actor, person, words, next);
  }

  private refuseBeyond(actor: Actor, person: Person): void {
    if (!mayGrant(actor.role, person.role))
      throw badInput('personId', `You may not invite someone who is ${person.role}.`);
  }

  /** False for somebody who has come in before. */
  private async invite(
    transaction: Transaction,
    actor: Actor,
    person: Person,
    words: string | null | undefined,
    next: string | null = null,
  ): Promise<boolean> {
    const { em } = transaction;
    const known = await this.invitations.within(transaction, person.id);
    if (known?.acceptedAt != null || (await this.credentials.hasComeIn(person.id))) return false;
    const sentAt = this.clock.now();
    if (known) known.sendAgain(actor.personId, sentAt, words);
    else em.persist(new Invitation({ personId: person.id, invitedById: actor.personId, sentAt, words }));
    person.reactivate();
    await em.flush();
    const data: PersonInvited = { personId: person.id, next };
    await transaction.record({ type: PERSON_INVITED, data, actorId: actor.personId });
    return true;
  }

  private async personOf(transaction: Transaction, actor: Actor, line: CheckedLine, index: number): Promise<Person> {
    const { em } = transaction;
    const businessUnitId = await this.unitOf(transaction, line.businessUnit);
    const known = await em.findOne(Person, { email: line.email });
    if (known) {
      if (!mayGrant(actor.role, known.role)) {
        throw badInput('people', `Line ${index + 1}: you may not invite someone who is ${known.role}.`);
      }
      known.businessUnitId ??= businessUnitId;
      return known;
    }
    const { name, email, role } = line;
    return this.add(transaction, actor, { name, email, role, businessUnitId });
  }

  private async add(
    transaction: Transaction,
    actor: Actor,
    somebody: Pick<Person, 'name' | 'email' | 'role' | 'businessUnitId'>,
  ): Promise<Person> {
    const person = new Person({ ...somebody, id: this.ids.next(), createdAt: this.clock.now() });
    transaction.em.persist(person);
    await transaction.em.flush();
    await transaction.record({ type: PERSON_ADDED, data: { personId: person.id }, actorId: actor.personId });
    return person;
  }

  private async unitOf({ em }: Transaction, name: string | null): Promise<string | null> {
    if (name === null) return null;
    const known = await em.findOne(BusinessUnit, { nameKey: businessUnitKey(name) });
    if (known) return known.id;
    const unit = new BusinessUnit({ id: this.ids.next(), name, createdAt: this.clock.now() });
    em.persist(unit);
    await em.flush();
    return unit.id;
  }
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** sara.van-dijk@company.com: Sara Van-Dijk, until they say otherwise. */
function nameOf(email: string): string {
  const [mailbox = email] = email.split(/[@+]/u);
  const parts = mailbox.split(/[._]+/u).filter((part) => part !== '');
  return parts.map((part) => part.replace(/(^|-)\p{L}/gu, (letter) => letter.toUpperCase())).join(' ') || email;
}

interface CheckedLine {
  readonly name: string;
  readonly email: string;
  readonly businessUnit: string | null;
  readonly role: Role;
}

/** A line that can be worked with; otherwise it says which line is wrong, and what about it. */
function checkedLine(actor: Actor, line: InvitedPerson, index: number): CheckedLine {
  try {
    const email = emailAddress('people', line.email);
    assertSignInAddress('people', email);
    const role = line.role ?? Role.SPONSOR;
    const { name } = new Person({ id: '', name: line.name, email, role, createdAt: '' });
    const businessUnit = line.businessUnit?.trim() || null;
    if (businessUnit !== null) new BusinessUnit({ id: '', name: businessUnit, createdAt: '' });
    if (!mayGrant(actor.role, role)) throw badInput('people', 'you may not give a role above your own.');
    return { name, email, businessUnit, role };
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    throw badInput('people', `Line ${index + 1}: ${words}`);
  }
}
