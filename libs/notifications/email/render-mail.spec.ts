import fc from 'fast-check';
import { CATEGORIES } from '../domain/net-move.js';
import { CARD, EVERY_MAIL_IN_EACH_LANGUAGE, frameFor, move, notice } from './every-mail.fixture.js';
import { renderMail } from './render-mail.js';
import { sayInApp } from './say.js';
import { STEPS } from './vocabulary.js';

const FRAME = frameFor('en');

describe('each mail', () => {
  it.each(EVERY_MAIL_IN_EACH_LANGUAGE)('in %s to the %s of kind %s says all in both forms', (language, part, kind) => {
    const given = notice(kind, part);
    const frame = frameFor(language);
    const { subject, text, html } = renderMail(given, frame);
    const page = ['owner', 'assignee', 'lead'].includes(part) ? 'board' : 'mine';
    const link = given.card === null ? FRAME.publicUrl : `${FRAME.publicUrl}/${page}/p/P-`;
    expect(subject).toMatch(given.card === null ? /./ : /^\[P-17\] .*Laskut viipyvät kolme päivää$/);
    for (const form of [text, html, sayInApp(given, frame.voice)]) {
      expect(form).not.toMatch(/undefined|null|NaN|\[object|\[\[|\]\]/);
    }
    expect(text).toContain(link);
    expect(html).toContain(link);
    expect(html).toContain(`<html lang="${language}"`);
    expect(text.split('\n')[0]?.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/ticket|incident|deploy|backlog|stakeholder/i);
    // Between its tags the HTML says what the text says.
    const words = html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    const first = text.split('\n')[0] as string;
    expect(words.replace(/[ \n]+/g, ' ')).toContain(first);
  });

  it.each(['parked', 'declined'] as const)('%s: the reason first, and no good cheer', (kind) => {
    const { text, html } = renderMail(notice(kind, 'raiser'), FRAME);
    expect(text.startsWith('“Uusi järjestelmä tulee maaliskuussa.”')).toBe(true);
    expect(html.indexOf('Uusi järjestelmä tulee maaliskuussa.')).toBeLessThan(html.indexOf('For this reason'));
    expect(text).not.toMatch(/congrat|great|good news|thank|happy|pleased|!/i);
  });

  it.each(CATEGORIES.flatMap((from) => CATEGORIES.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'of a move from %s to %s says what it means and shows the step',
    (from, to) => {
      const given = notice('moved', 'sponsor', { move: move(from, to), card: { ...CARD, category: to } });
      const { text, html } = renderMail(given, FRAME);
      expect(text.split('\n')[0]).toMatch(/the pain you stand behind/i);
      expect(text).toContain(`[${STEPS.en[to]}]`);
      expect(html).toContain(`step ${CATEGORIES.indexOf(to) + 1} of 5`);
      if (to !== 'FIXED') expect(text).not.toMatch(/thank|confirmed/i);
    },
  );

  it('says green only of what is confirmed', () => {
    const fixed = (confirmed: boolean) => {
      const card = { ...CARD, category: 'FIXED', confirmed } as const;
      return renderMail(notice('moved', 'sponsor', { move: move('CHECKING', 'FIXED', confirmed), card }), FRAME).html;
    };
    expect(fixed(true)).toContain('class="green"');
    expect(fixed(false)).not.toContain('class="green"');
  });

  it('makes whatever people type harmless', () => {
    const nasty = fc.stringMatching(/^[<>"'&[\]{}$`a-z\r\n /=:;!-]{1,60}$/);
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, reason, name) => {
        const plain = renderMail(
          notice('parked', 'raiser', { reason: 'x', by: 'x', card: { ...CARD, title: 'x' } }),
          FRAME,
        );
        const typed = renderMail(notice('parked', 'raiser', { reason, by: name, card: { ...CARD, title } }), FRAME);
        const tags = (html: string) => html.match(/<[a-z!/][^>]*>/gi)?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
        expect(tags(typed.html.replace(/<br>/g, ''))).toEqual(tags(plain.html));
        expect(typed.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('never reads what was typed as a place to fill in', () => {
    const card = { ...CARD, title: '[[link]] [[if card]] $& $1' };
    const { html, text } = renderMail(notice('commented', 'raiser', { card, comment: '[[why]] $&' }), FRAME);
    expect(html).toContain('[[link]] [[if card]] $&amp; $1');
    expect(html).toContain('[[why]] $&amp;');
    expect(text).toContain('[[why]] $&');
  });

  it('takes away what turns the reading direction', () => {
    const { text } = renderMail(notice('commented', 'raiser', { comment: 'pay \u202etxt.exe\u0007 now' }), FRAME);
    expect(text).toContain('pay txt.exe now');
  });

  it('costs next to nothing', () => {
    const given = notice('asked', 'raiser');
    renderMail(given, FRAME);
    const from = performance.now();
    for (let count = 0; count < 100; count += 1) renderMail(given, FRAME);
    expect((performance.now() - from) / 100).toBeLessThan(10);
  });
});
