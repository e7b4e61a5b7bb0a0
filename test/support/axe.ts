import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong on a page by WCAG 2.2 AA and its own best practice, each with where it stands. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n')}`);
}

/** Waits until nothing glides or fades any more: what is half faded in has another contrast. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(`Promise.allSettled(
    document.getAnimations()
      .filter((motion) => motion.effect.getComputedTiming().endTime !== Infinity)
      .map(({ finished }) => finished),
  )`);
}
