import type { Instant } from '@stanch/kernel';
import { Agent } from '../support/agent.js';
import { move } from '../support/builders.js';
import { type Card, type Category, DemoDays } from './demo-days.js';
import { acts } from './hearing.js';

/** Wednesday, four hours after the status meeting of the demo company. */
export const BEGINS = '2026-11-18T14:00:00.000Z';
/** What IT says among itself; nobody of the business may ever read it. */
export const AMONG_IT = 'flibbertigibbet';
/** In her quiet hours nothing comes to Greta, by her clock. */
export const QUIET = { who: 'greta', from: '18:00', to: '08:00' } as const;

/** One believable week: who does what, when. */
export class Week extends DemoDays {
  /** When thirty cards were moved at once. */
  bulkAt: Instant = '';

  async play(): Promise<void> {
    await this.begin();
    await this.choices();
    await this.wednesday();
    await this.thursday();
    await this.friday();
    await this.weekend();
    await this.monday();
    await this.tuesday();
    await this.nextWednesday();
    await this.leave();
  }

  /** How some of them want to be told. */
  private async choices(): Promise<void> {
    const { who, ...quietHours } = QUIET;
    await this.choose(who, { quietHours });
    await this.choose('hugo', { language: 'DE' });
    await this.choose('edith', { language: 'FR' });
    await this.choose('lucia', { cells: [{ event: 'COMMENT', channel: 'MAIL', choice: 'DIGEST' }] });
    await this.choose('pavel', { cells: [{ event: 'MOVED', channel: 'MAIL', choice: 'NEVER' }] });
  }

  private async wednesday(): Promise<void> {
    await this.raises('kwame', 'The label printer prints yesterday’s date', {
      peopleAffected: 12,
      hoursLostPerPersonPerWeek: 1,
    });
    await this.raises('nora', 'The pay slip shows hours that nobody worked', { raiserId: this.id('edith') });
    await this.does('greta', (agent) => acts.join(agent, this.card('The label printer').id));
    await this.does('nora', (agent) => acts.addSponsor(agent, this.card('The label printer').id, this.id('lucia')));
    await this.does('nora', (agent) => acts.own(agent, this.card('The label printer').id, this.id('samir')));
    await this.says('samir', 'The label printer', 'I come to the bakery at four tomorrow and look at it with you.');
    await this.says('samir', 'The label printer', `Between us: the firmware is a ${AMONG_IT}.`, 'INTERNAL');
    await this.moves('samir', 'The price tags are printed', 'CHECKING');
    // In the evening, when Greta wants to hear nothing.
    await this.until('2026-11-18T19:00:00.000Z');
    await this.says('samir', 'Shops without a second till', 'The second till for the station shop is ordered.');
  }

  private async thursday(): Promise<void> {
    await this.until('2026-11-19T08:30:00.000Z');
    // Two moves within the window are one; there and back is none.
    await this.moves('samir', 'The label printer', 'PLANNED', 0);
    await this.moves('samir', 'The label printer', 'TREATING');
    await this.moves('tobias', 'The map thinks', 'PLANNED', 0);
    await this.moves('tobias', 'The map thinks', 'BLEEDING');
    await this.moves('tobias', 'The freezer alarm', 'PLANNED');
    await this.does('samir', (agent) => acts.promise(agent, this.card('The label printer').id, '2026-11-27'));
    await this.does('julia', (agent) => acts.promise(agent, this.card('The freezer alarm').id, '2026-11-20'));
    await this.does('samir', (agent) =>
      acts.offerWorkaround(
        agent,
        this.card('The label printer').id,
        'Press FEED twice before the first label of the day: then it takes the date from the till.',
        { hoursLostPerPersonPerWeek: 0.25 },
      ),
    );
    await this.does('nora', (agent) =>
      acts.close(
        agent,
        this.card('The ovens’ timers').id,
        'PARKED',
        'The clocks change in March; we take it up in February.',
      ),
    );
    await this.does('nora', (agent) =>
      acts.close(
        agent,
        this.card('Fuel cards are checked').id,
        'DECLINED',
        'The fuel company replaces the cards in January; a tool for eight weeks is money thrown away.',
      ),
    );
  }

  private async friday(): Promise<void> {
    await this.until('2026-11-20T09:00:00.000Z');
    await this.does('samir', async (agent) => {
      const task = await acts.task(
        agent,
        this.card('The label printer').id,
        'New firmware on all twelve printers',
        this.id('tobias'),
        'SHARED',
      );
      await acts.finish(agent, task);
    });
    await this.does('samir', async (agent) => {
      await acts.finish(agent, await acts.task(agent, this.card('The label printer').id, `Return the ${AMONG_IT}`));
    });
    await this.moves('samir', 'The label printer', 'CHECKING');
    await this.does('nora', (agent) =>
      agent.ask('mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }', {
        input: {
          headline: 'The tills no longer freeze at ten past seven',
          painPointIds: [this.card('Every till freezes').id],
          measure: 'Frozen tills a week',
          unit: 'tills',
          before: 31,
          after: 1,
          publish: true,
          thanksIds: [this.id('samir')],
        },
      }),
    );
    await this.does('amina', (agent) =>
      agent.ask(
        'mutation ($id: ID!, $email: String!, $words: String) { sharePainPoint(id: $id, email: $email, words: $words) }',
        {
          id: this.card('The freezer alarm').id,
          email: this.address('edith'),
          words: 'Does it ring at yours too?',
        },
      ),
    );
    await this.does('nora', (agent) =>
      agent.ask('mutation ($input: InvitePeopleInput!) { invitePeople(input: $input) { id } }', {
        input: {
          people: [{ name: 'Ines Duarte', email: 'ines.duarte@fernwick.example' }],
          words: 'You know the night shift best. Please tell us what costs you time.',
        },
      }),
    );
  }

  private async weekend(): Promise<void> {
    // The promise for Friday is broken as Saturday begins.
    await this.until('2026-11-22T10:00:00.000Z');
    await this.does('hugo', () =>
      new Agent(this.house.url).ask('mutation ($email: String!) { askForSignInLink(email: $email) }', {
        email: this.address('hugo'),
      }),
    );
  }

  private async monday(): Promise<void> {
    await this.until('2026-11-23T08:00:00.000Z');
    await this.answersByLink('kwame', 'The label printer', false, 'Seven of twelve still print Sunday.');
    await this.does('julia', async (agent) => {
      const { painPoint } = await agent.ask<{ painPoint: { commitment: { id: string } } }>(
        'query ($id: ID!) { painPoint(id: $id) { commitment { id } } }',
        { id: this.card('The freezer alarm').id },
      );
      const reason = 'The electrician was ill, and I noticed too late that nobody could stand in.';
      await acts.explain(agent, painPoint.commitment.id, reason);
    });
    await this.does('nora', (agent) =>
      acts.merge(agent, this.card('Two of us always edit').id, this.card('Recipes are in a folder').id),
    );
    await this.does('nora', (agent) =>
      agent.ask('mutation ($input: ConfirmFixedForInput!) { confirmFixedFor(input: $input) { id } }', {
        input: {
          painPointId: this.card('Meeting links open').id,
          personId: this.id('hugo'),
          fixed: true,
          words: 'The links work now.',
          howKnown: 'He said so on the phone this morning.',
        },
      }),
    );
    await this.moves('samir', 'The label printer', 'CHECKING');
    await this.answersByLink('kwame', 'The label printer', true, 'Today’s date, in all twelve shops. Thank you!');
    await this.does('nora', (agent) =>
      acts.reopen(agent, this.card('A robot that counts').id, 'The shop at the station counts by hand again.'),
    );
  }

  private async tuesday(): Promise<void> {
    await this.until('2026-11-24T09:00:00.000Z');
    await this.does('tobias', (agent) =>
      acts.promise(
        agent,
        this.card('Tachograph files').id,
        '2026-12-11',
        'The reader of the cards comes a week later than ordered.',
      ),
    );
    await this.does('julia', (agent) =>
      acts.endWorkaround(
        agent,
        this.card('The delivery note and the invoice').id,
        'The folder is empty since Sunday: the driver’s phone sends nothing.',
      ),
    );
    // At three in the afternoon the digest comes.
    await this.until('2026-11-24T17:30:00.000Z');
  }

  /** The morning before the meeting: the board is put in order, thirty cards at once. */
  private async nextWednesday(): Promise<void> {
    await this.until('2026-11-25T08:00:00.000Z');
    for (const at of Array.from({ length: 12 }, (_, index) => index + 1)) {
      await this.raises(
        'ruth',
        `Found while cleaning the board, the ${at}.`,
        { raiserId: this.id(at % 2 === 0 ? 'kwame' : 'hugo') },
        0,
      );
    }
    await this.pause();
    const { painPoints } = await this.as('nora').ask<{
      painPoints: { nodes: (Card & { stage: { category: Category } })[] };
    }>(
      '{ painPoints(first: 100, filter: { categories: [BLEEDING, PLANNED, TREATING] }) { nodes { id key stage { category } } } }',
    );
    for (const { id, stage } of painPoints.nodes.slice(0, 30)) {
      await move(this.as('nora'), { id, toStageId: this.stage(stage.category === 'PLANNED' ? 'TREATING' : 'PLANNED') });
    }
    this.bulkAt = this.house.clock.now();
    await this.until('2026-11-25T09:30:00.000Z');
  }
}
