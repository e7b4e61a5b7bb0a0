import { dayIn, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import type { Locator, Page } from 'playwright-core';

/** The panel of a pain point as somebody sees it: parts are found by their headings, controls by their labels. */
export class PanelOnScreen {
  constructor(readonly page: Page) {}

  /** Opens it at its own address. */
  async open(key: string, below = '/board'): Promise<void> {
    await this.page.goto(`${below}/p/${key}`);
    await this.title.waitFor();
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog', { name: /^Pain point/ });
  }

  get title(): Locator {
    return this.sheet.getByRole('heading', { level: 2 }).first();
  }

  part(name: string | RegExp): Locator {
    return this.sheet.getByRole('region', { name });
  }

  button(name: string | RegExp): Locator {
    return this.sheet.getByRole('button', { name });
  }

  field(name: string | RegExp): Locator {
    return this.sheet.getByLabel(name);
  }

  /** The titles of the tasks, from top to bottom. */
  async tasks(): Promise<string[]> {
    return this.page.evaluate<string[]>(
      `[...document.querySelectorAll('dialog [data-task] input[type=checkbox]')].map((box) => box.ariaLabel.replace(/: done$/, ''))`,
    );
  }

  async addTask(title: string): Promise<void> {
    await this.field('Add a task').fill(title);
    await this.field('Add a task').press('Enter');
  }

  /** Moves it by the menu of its stage. */
  async moveTo(stage: string): Promise<void> {
    await this.button(/move to another stage/).click();
    await this.page.getByRole('menuitem', { name: new RegExp(`^${stage}`) }).click();
  }

  /** One of the things to do with the whole of it. */
  async choose(name: RegExp): Promise<void> {
    await this.button(/^More to do with/).click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  /** A sentence at the foot of the screen. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('[role="status"] li', { hasText: text });
  }
}

/** A day so many days from now where the browser of the tests is, as a date field takes it. */
export function dayFromNow(days: number): string {
  return dayIn(new Date(Date.now() + days * MILLISECONDS_PER_DAY).toISOString(), 'Europe/Berlin');
}
