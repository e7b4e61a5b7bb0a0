import type { Page } from 'playwright-core';

/** The smallest letters for a viewer at so many image heights, in pixels of a picture that is 1080 high. */
const SMALLEST = { 4: 28, 6: 42, 8: 56 } as const;
export type RoomSize = keyof typeof SMALLEST;

/**
 * Runs in the page: what cannot be read of the slide that is shown. Letters below the smallest of the room, contrasts
 * below 7:1 in the light and in the dark, words, signs and boxes outside of the safe area, cut at the edge of their page
 * or sticking out of their box, what stands over a word, and anything that would have to be scrolled.
 */
const FAULTS = `((smallest) => {
  const faults = new Set();
  const sheet = document.querySelector('[data-room]');
  const unit = Math.min(innerWidth / 1920, innerHeight / 1080);
  const safe = {
    left: (innerWidth - 1728 * unit) / 2, right: (innerWidth + 1728 * unit) / 2,
    top: (innerHeight - 972 * unit) / 2, bottom: (innerHeight + 972 * unit) / 2,
  };
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).slice(0, 3).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
    return (more + 0.05) / (less + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (channels(colour).length === 3 || channels(colour)[3] === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const outside = (rect, box, slack) =>
    rect.left < box.left - slack || rect.right > box.right + slack ||
    rect.top < box.top - slack || rect.bottom > box.bottom + slack;
  const shown = [];
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (node.data.trim() === '' || element.closest('.unseen, title, desc, style')) continue;
    const style = getComputedStyle(element);
    const box = element.closest('[data-window]')?.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      if (box && (rect.left >= box.right - 1 || rect.right <= box.left + 1)) continue;
      const words = node.data.trim().slice(0, 40);
      const svg = element.closest('svg');
      const size = parseFloat(style.fontSize) * (svg ? element.getScreenCTM().a : 1);
      if (size < smallest * unit - 0.06) faults.add(words + ': letters of ' + (size / unit).toFixed(1));
      const slack = 0.3 * size;
      if (outside(rect, safe, slack)) faults.add(words + ': outside of the safe area');
      if (box && outside(rect, box, slack)) faults.add(words + ': cut at the edge of its page');
      shown.push({ element, words, colour: svg ? 'fill' : 'color' });
      const inPicture = svg?.hasAttribute('font-size');
      const top = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
      const modal = sheet.querySelector('[role=dialog]');
      const apart = top && !top.contains(element) && !element.contains(top) && !modal?.contains(top);
      if (!inPicture && apart && sheet.contains(top)) faults.add(words + ': covered');
    }
  }
  // The signs and the buttons that are drawn, and the boxes around what is pressed or ticked.
  const isShown = (element) => {
    const rect = element.getBoundingClientRect();
    const box = element.closest('[data-window]')?.getBoundingClientRect();
    return rect.width > 0 && !element.closest('.unseen') && !(box && (rect.left >= box.right - 1 || rect.right <= box.left + 1));
  };
  for (const element of sheet.querySelectorAll('svg:not([font-size]), button, kbd, a, input, span, li')) {
    if (!isShown(element) || element.closest('svg[font-size]')) continue;
    const style = getComputedStyle(element);
    const drawn = element.tagName === 'svg' && !element.querySelector('rect[class]');
    const box = ['Top', 'Right', 'Bottom', 'Left'].every((side) => parseFloat(style['border' + side + 'Width']) > 0);
    if (!drawn && !box) continue;
    const words = (element.closest('[aria-label]')?.getAttribute('aria-label') ?? element.parentElement.textContent).trim().slice(0, 40);
    if (outside(element.getBoundingClientRect(), safe, 2)) faults.add(words + ': a sign or box outside of the safe area');
    if (drawn) shown.push({ element, words: words + ' (sign)', colour: 'color' });
    if (box) shown.push({ element, words: words + ' (box)', colour: 'borderTopColor' });
  }
  for (const picture of sheet.querySelectorAll('[data-window] svg')) {
    const rect = picture.getBoundingClientRect();
    const box = picture.closest('[data-window]').getBoundingClientRect();
    const elsewhere = rect.left >= box.right - 1 || rect.right <= box.left + 1;
    if (rect.height > 0 && !elsewhere && outside(rect, box, 2)) faults.add('a picture is cut at the edge of its page');
  }
  const was = sheet.dataset.light;
  for (const theme of ['light', 'dark']) {
    sheet.dataset.light = theme;
    for (const { element, words, colour } of shown) {
      const reached = contrast(getComputedStyle(element)[colour], ground(colour === 'borderTopColor' ? element.parentElement : element));
      if (reached < 7) faults.add(words + ': contrast of ' + reached.toFixed(2) + ' in the ' + theme);
    }
  }
  sheet.dataset.light = was;
  for (const element of [document.documentElement, ...sheet.querySelectorAll('*')]) {
    const { overflowX, overflowY, textOverflow, display } = getComputedStyle(element);
    const name = element.tagName + ' ' + element.className;
    if (textOverflow === 'ellipsis') faults.add(name + ': words are left out');
    const scrolls = element === document.documentElement || /auto|scroll/.test(overflowX + overflowY);
    const wider = element.scrollWidth - element.clientWidth;
    if (scrolls && element.tagName !== 'TEXTAREA' && (wider > 1 || element.scrollHeight - element.clientHeight > 1)) {
      faults.add(name + ': has to be scrolled');
    }
    const page = element.closest('[data-window]');
    const inside = page && !element.closest('svg') && !element.hasAttribute('data-window') && element.parentElement !== page;
    if (inside && element.clientWidth > 0 && display !== 'inline' && overflowX === 'visible' && wider > 2) {
      faults.add(name + ': sticks out of its box');
    }
  }
  return [...faults];
})`;

/** What cannot be read from the last row of such a room; nothing, if all is well. */
export async function faultsFromAfar(page: Page, room: RoomSize): Promise<string[]> {
  await page.evaluate('document.fonts.ready.then(() => new Promise(requestAnimationFrame))');
  return page.evaluate<string[]>(`${FAULTS}(${SMALLEST[room]})`);
}
