import type { Locator, Page } from 'playwright-core';

/** Runs in the page: the ids of the cards of a column, by where they are drawn. */
const idsFromTop = (stageId: string) => `[...document.querySelectorAll('[data-stage="${stageId}"] [data-pain-point]')]
  .map((card) => ({ id: card.dataset.painPoint, top: card.getBoundingClientRect().top }))
  .sort((one, other) => one.top - other.top)
  .map(({ id }) => id)`;

/** The board as somebody sees it: cards and columns are found as a person would, or by the id they carry. */
export class BoardOnScreen {
  constructor(readonly page: Page) {}

  async open(address = '/board'): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('[data-stage]').first().waitFor();
  }

  column(stageId: string): Locator {
    return this.page.locator(`[data-stage="${stageId}"]`);
  }

  /** The card in its column; the picture of a held card that follows the pointer is not it. */
  card(id: string): Locator {
    return this.page.locator(`[data-stage] [data-pain-point="${id}"]`);
  }

  /** The title of a card: it opens it, and Space on it picks the card up. */
  title(id: string): Locator {
    return this.card(id).getByRole('link');
  }

  /** The ids of the cards that a column shows, from top to bottom. */
  async order(stageId: string): Promise<string[]> {
    return this.page.evaluate<string[]>(idsFromTop(stageId));
  }

  /** Takes a card by the mouse and holds it over a place, without letting it go. */
  async hold(cardId: string, over: { x: number; y: number }): Promise<void> {
    const box = await this.boxOf(this.card(cardId));
    const from = { x: box.x + box.width / 2, y: box.y + Math.min(20, box.height / 2) };
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
    await this.page.mouse.move(over.x, over.y, { steps: 12 });
    await this.page.mouse.move(over.x, over.y + 1);
    await this.placeIsFound();
  }

  /** Waits until a card is in the hand. */
  async holds(): Promise<void> {
    await this.page.locator('[data-held]').waitFor();
  }

  /** Waits until the board has looked, with its next frames, what the place of the pointer means. */
  async placeIsFound(): Promise<void> {
    for (let frame = 0; frame < 3; frame += 1) await this.frames();
  }

  /** The place just above or below a card. */
  async beside(cardId: string, where: 'above' | 'below'): Promise<{ x: number; y: number }> {
    const box = await this.boxOf(this.card(cardId));
    return { x: box.x + box.width / 2, y: where === 'above' ? box.y + 6 : box.y + box.height - 4 };
  }

  /** The place below all cards of a column. */
  async endOf(stageId: string): Promise<{ x: number; y: number }> {
    const column = await this.boxOf(this.column(stageId));
    return { x: column.x + column.width / 2, y: column.y + column.height - 40 };
  }

  async letGo(): Promise<void> {
    await this.page.mouse.up();
  }

  /** All that is being said to a screen reader now. */
  async announced(): Promise<string> {
    const regions = this.page.locator('[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]');
    return (await regions.allTextContents()).map((text) => text.trim()).join(' | ');
  }

  /** Where something is drawn, once it has come to rest: a card that still glides to its place is not where it was. */
  private async boxOf(found: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    await found.scrollIntoViewIfNeeded();
    let before = '';
    for (;;) {
      const box = await found.boundingBox();
      if (!box) throw new Error(`Nothing is drawn of ${String(found)}`);
      const now = JSON.stringify(box);
      if (now === before) return box;
      before = now;
      await this.frames();
    }
  }

  private async frames(): Promise<void> {
    await this.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }
}
