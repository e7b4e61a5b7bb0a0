import { type Instant, instantAfter } from '@stanch/kernel';
import { WriteDigests } from '@stanch/notifications';
import { CreateApiToken, People } from '@stanch/people';
import { TellSilence } from '@stanch/remediation';
import { AskSponsors, AwaitAnswers, KeepCommitments } from '@stanch/sponsorship';
import { staff } from '../../apps/api/src/demo/company.js';
import type { Who } from '../../apps/api/src/demo/story.js';
import { Agent } from '../support/agent.js';
import { move, raise, type RaisedPainPoint } from '../support/builders.js';
import type { CaughtMail, CaughtMails } from '../support/caught-mail.js';
import type { House } from '../support/house.js';
import { acts } from './hearing.js';

/** So far apart is looked at what time alone brings about, as the server does by itself; in milliseconds. */
const STEP = 60 * 60_000;
/** Longer than the window of a mail. */
const A_WHILE = 3 * 60_000;

export type Card = Pick<RaisedPainPoint, 'id' | 'key'>;
export type Category = 'BLEEDING' | 'PLANNED' | 'TREATING' | 'CHECKING' | 'FIXED';

/** A mail with the moment at which it was handed over. */
export interface Handed {
  readonly mail: CaughtMail;
  readonly at: Instant;
}

/** Days of the demo company: its people act by the API, and its clock is moved along with all that time alone brings. */
export abstract class DemoDays {
  /** Every mail that was handed over. */
  readonly handed: Handed[] = [];
  private readonly agents = new Map<Who, Agent>();
  private readonly ids = new Map<Who, string>();
  private readonly cards = new Map<string, Card>();
  private stages: { id: string; category: Category }[] = [];

  constructor(
    protected readonly house: House,
    private readonly mails: CaughtMails,
  ) {}

  id(who: Who): string {
    return known(this.ids, who);
  }

  address(who: Who): string {
    const plain = staff[who].name.normalize('NFD').replace(/\p{M}/gu, '');
    return `${plain.toLowerCase().replace(/[^a-z]+/g, '.')}@fernwick.example`;
  }

  protected async begin(): Promise<void> {
    for (const who of Object.keys(staff) as Who[]) {
      const person = await this.house.get(People).byEmail(this.address(who));
      if (person === null) throw new Error(`${who} is not in the demo company.`);
      const { secret } = await this.house
        .get(CreateApiToken)
        .run({ personId: person.id, role: person.role }, { name: 'A week' });
      this.agents.set(who, new Agent(this.house.url, secret));
      this.ids.set(who, person.id);
    }
    const { board, painPoints } = await this.as('nora').ask<{
      board: { stages: { id: string; category: Category }[] };
      painPoints: { nodes: (Card & { title: string })[] };
    }>(`{
      board { stages { id category } }
      painPoints(first: 100, filter: { includeClosed: true }) { nodes { id key title } }
    }`);
    this.stages = board.stages;
    for (const { title, ...card } of painPoints.nodes) this.cards.set(title, card);
    await this.settled();
  }

  protected async leave(): Promise<void> {
    await Promise.all([...this.agents.values()].map(async (agent) => agent.leave()));
  }

  protected as(who: Who): Agent {
    return known(this.agents, who);
  }

  /** A pain point by the beginning of its title. */
  protected card(beginning: string): Card {
    const found = [...this.cards].find(([title]) => title.startsWith(beginning));
    if (found === undefined) throw new Error(`No pain point begins with "${beginning}".`);
    return found[1];
  }

  protected stage(category: Category): string {
    return this.stages.find((stage) => stage.category === category)?.id ?? '';
  }

  protected async raises(who: Who, title: string, wishes: object, then = A_WHILE): Promise<void> {
    const { id, key } = await raise(this.as(who), { title, ...wishes });
    this.cards.set(title, { id, key });
    await this.pause(then);
  }

  protected async moves(who: Who, beginning: string, category: Category, then = A_WHILE): Promise<void> {
    await move(this.as(who), { id: this.card(beginning).id, toStageId: this.stage(category) });
    await this.pause(then);
  }

  protected async says(who: Who, beginning: string, text: string, visibility: 'SHARED' | 'INTERNAL' = 'SHARED') {
    await this.does(who, (agent) => acts.comment(agent, this.card(beginning).id, text, visibility));
  }

  protected async does(who: Who, act: (agent: Agent) => Promise<unknown>): Promise<void> {
    await act(this.as(who));
    await this.pause();
  }

  protected async choose(who: Who, input: object): Promise<void> {
    await this.as(who).ask(
      'mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { mails } }',
      {
        input,
      },
    );
  }

  /** Answers without signing in, by the link in the last mail that asks. */
  protected async answersByLink(who: Who, beginning: string, fixed: boolean, words: string): Promise<void> {
    const { key } = this.card(beginning);
    const asking = this.mails
      .to(this.address(who))
      .findLast(({ subject }) => subject?.startsWith(`[${key}] Is it fixed?`));
    const token = /\/answer\/([\w.-]+)/.exec(asking?.text ?? '')?.[1];
    await new Agent(this.house.url).ask(
      'mutation ($input: AnswerByLinkInput!) { answerByLink(input: $input) { state } }',
      {
        input: { token, fixed, words, ...(fixed ? { rating: 5 } : {}) },
      },
    );
    await this.pause();
  }

  protected async pause(milliseconds = A_WHILE): Promise<void> {
    await this.settled();
    this.house.clock.advance(milliseconds);
    await this.settled();
  }

  /** Lets time pass, and whatever it alone brings about. */
  protected async until(end: Instant): Promise<void> {
    while (this.house.clock.now() < end) {
      const next = instantAfter(this.house.clock.now(), STEP);
      this.house.clock.set(next < end ? next : end);
      await this.look();
      await this.settled();
    }
  }

  private async look(): Promise<void> {
    await this.house.get(KeepCommitments).breakPast();
    await this.house.get(KeepCommitments).sayNear();
    await this.house.get(AskSponsors).askMissing();
    await this.house.get(AwaitAnswers).remind();
    await this.house.get(AwaitAnswers).timeOut();
    await this.house.get(TellSilence).run();
    await this.house.get(WriteDigests).run();
  }

  private async settled(): Promise<void> {
    await this.house.settled();
    const at = this.house.clock.now();
    for (const mail of this.mails.mails.slice(this.handed.length)) this.handed.push({ mail, at });
  }
}

function known<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The week speaks of "${name}", which is not there.`);
  return value;
}
