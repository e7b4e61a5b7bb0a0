import { randomUUID } from 'node:crypto';
import { move, raise } from '../support/builders.js';
import type { CaughtMails } from '../support/caught-mail.js';
import type { Member, World } from '../support/world.js';
import { acts } from '../mail/hearing.js';

/** What can happen to a pain point on its way round the loop. */
export const ACTS = [
  'raised',
  'joined',
  'planned',
  'promised',
  'commented',
  'checking',
  'bleeding',
  'fixed',
  'merged',
] as const;
export type Act = (typeof ACTS)[number];

/** So long an answer waits for its link to come by mail, in milliseconds; later it is given in the app. */
const PATIENCE = 300;

/** What the server said yes to, and what it was asked when the lights went out. */
export class Ledger {
  /** How often each act was acknowledged, by the title of the pain point. */
  readonly said = new Map<string, Map<Act, number>>();
  readonly ids = new Map<string, string>();
  /** Asked for and never answered: the same may be asked once more, by the same key. */
  readonly unanswered: { title: string; key: string }[] = [];
  /** Somebody new each round, with a pain point that has moved: their digest is due when the server starts again. */
  readonly readers: string[] = [];

  yes(title: string, act: Act): void {
    const known = this.said.get(title) ?? new Map<Act, number>();
    this.said.set(title, known.set(act, (known.get(act) ?? 0) + 1));
  }

  get acknowledged(): number {
    return [...this.said.values()].flatMap((counts) => [...counts.values()]).reduce((sum, count) => sum + count, 0);
  }
}

/** The whole way of pain points, from raised on somebody's behalf to their word, as often as the lights allow. */
export class SponsorsLoop {
  private count = 0;

  constructor(
    private readonly world: World,
    private readonly mails: CaughtMails,
    private readonly watcher: Member,
    private readonly ledger: Ledger,
  ) {}

  /** One pain point all the way; throws as soon as the server does not answer. */
  async once(name: string): Promise<void> {
    this.count += 1;
    const title = `${name}, the ${this.count}.`;
    const { it: itman, sponsor } = this.world;
    const id = await this.raise(title);
    await this.does(title, 'joined', () => acts.addSponsor(itman.agent, id, this.watcher.id));
    await this.does(title, 'planned', () => this.to(id, 'PLANNED'));
    await this.does(title, 'promised', () => acts.promise(itman.agent, id, '2099-01-01'));
    await this.does(title, 'commented', () => acts.comment(itman.agent, id, 'We look at it on Tuesday.', 'SHARED'));
    if (this.count % 4 === 0) {
      const into = await this.raise(`${title} It lives on here.`);
      await this.does(title, 'merged', () => acts.merge(itman.agent, id, into));
      return;
    }
    await this.does(title, 'checking', () => this.to(id, 'CHECKING'));
    await this.does(title, 'bleeding', () => acts.answer(sponsor.agent, id, false, 'It still drips.'));
    await this.does(title, 'checking', () => this.to(id, 'CHECKING'));
    const token = await this.tokenFor(title);
    await this.does(title, 'fixed', () =>
      token === undefined
        ? acts.answer(sponsor.agent, id, true, 'Dry at last.')
        : this.world.anyone.ask('mutation ($input: AnswerByLinkInput!) { answerByLink(input: $input) { state } }', {
            input: { token, fixed: true, words: 'Dry at last.' },
          }),
    );
  }

  /** Asks again for what was never answered, as a program does that saw the line go dead. */
  async askAgain(): Promise<void> {
    for (const { title, key } of this.ledger.unanswered.splice(0)) {
      const { id } = await raise(this.world.it.agent, { title, raiserId: this.world.sponsor.id, idempotencyKey: key });
      this.ledger.ids.set(title, id);
      this.ledger.yes(title, 'raised');
    }
  }

  /** Brings in somebody whose digest is due at once, and stands them behind a pain point that has moved. */
  async newReader(name: string): Promise<void> {
    const moved = [...this.ledger.said].findLast(([, counts]) => counts.has('planned') && !counts.has('merged'));
    const id = moved && this.ledger.ids.get(moved[0]);
    if (id === undefined) return;
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
    const { addPerson } = await this.world.lead.agent.ask<{ addPerson: { id: string } }>(
      'mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }',
      { input: { name, email, role: 'SPONSOR' } },
    );
    await acts.addSponsor(this.world.it.agent, id, addPerson.id);
    this.ledger.readers.push(email);
  }

  private async raise(title: string): Promise<string> {
    const key = randomUUID();
    this.ledger.unanswered.push({ title, key });
    const { id } = await raise(this.world.it.agent, { title, raiserId: this.world.sponsor.id, idempotencyKey: key });
    this.ledger.unanswered.splice(
      this.ledger.unanswered.findIndex((one) => one.key === key),
      1,
    );
    this.ledger.ids.set(title, id);
    this.ledger.yes(title, 'raised');
    return id;
  }

  private async does(title: string, act: Act, work: () => Promise<unknown>): Promise<void> {
    await work();
    this.ledger.yes(title, act);
  }

  private to(id: string, category: 'PLANNED' | 'CHECKING') {
    return move(this.world.it.agent, { id, toStageId: this.world.stage(category) });
  }

  /** The link in the last mail that asks about it, when it comes soon enough. */
  private async tokenFor(title: string): Promise<string | undefined> {
    const until = Date.now() + PATIENCE;
    do {
      const asking = this.mails.to(this.world.sponsor.email).findLast(({ subject }) => {
        return subject?.includes('Is it fixed?') && subject.endsWith(title);
      });
      const token = /\/answer\/([\w.-]+)/.exec(asking?.text ?? '')?.[1];
      if (token !== undefined) return token;
      await new Promise((resolve) => setTimeout(resolve, 10));
    } while (Date.now() < until);
    return undefined;
  }
}
