import fc from 'fast-check';
import { CATEGORIES, type Category, type Move } from '../domain/net-move.js';
import type { Notice } from '../domain/notice.js';
import { NotificationKind, type Part, RULES } from '../domain/notification-rules.js';
import { renderMail } from './render-mail.js';
import { sayInApp } from './say.js';

const FRAME = { workspace: 'Nordwind & Co', publicUrl: 'https://stanch.example.com' };
const CARD = {
  id: 'c17',
  key: 'P-17',
  title: 'Invoices take three days',
  category: 'TREATING',
  confirmed: false,
} as const;

function move(from: Category, to: Category, confirmed = false): Move {
  const name = (category: Category) => category.charAt(0) + category.slice(1).toLowerCase();
  const [fromName, toName] = [name(from), name(to)];
  return { fromStageId: from, fromName, fromCategory: from, toStageId: to, toName, toCategory: to, confirmed };
}

/** A notice of any kind, with all that it could need. */
function notice(kind: NotificationKind, part: Part, more: Partial<Notice> = {}): Notice {
  return {
    kind,
    part,
    at: '2026-11-23T10:00:00.000Z',
    by: 'Ivo Itman',
    card: ['imported', 'signInLink', 'invited', 'digest', 'bundle'].includes(kind) ? null : CARD,
    move: move('BLEEDING', 'PLANNED'),
    reason: 'The new system comes in March.',
    date: { dueOn: '2026-12-04', fromDueOn: '2026-11-27', firstDueOn: '2026-11-20', reason: 'The supplier is late.' },
    task: 'Order the scanner',
    win: { headline: 'Out the same day', measure: 'Time to invoice', unit: 'hours', before: 72, after: 3.5 },
    comment: 'Which invoice was it?',
    ...(kind === 'merged' ? { into: { key: 'P-3', title: 'Numbers are typed twice' } } : {}),
    ...(kind === 'tookIn' ? { from: { key: 'P-3', title: 'Numbers are typed twice' } } : {}),
    person: 'Nora Newcomer',
    themselves: true,
    ...more,
  };
}

const cells = [
  ...Object.values(RULES).flatMap((row) => Object.entries(row) as [Part, NotificationKind][]),
  ['raiser', NotificationKind.IMPORTED] as [Part, NotificationKind],
  ['visitor', NotificationKind.SIGN_IN_LINK] as [Part, NotificationKind],
  ['visitor', NotificationKind.INVITED] as [Part, NotificationKind],
  ['sponsor', NotificationKind.DIGEST] as [Part, NotificationKind],
  ['sponsor', NotificationKind.BUNDLE] as [Part, NotificationKind],
];

describe('each mail', () => {
  it.each(cells)('to the %s of kind %s says all in both forms', (part, kind) => {
    const given = notice(kind, part);
    const { subject, text, html } = renderMail(given, FRAME);
    const link = given.card === null ? FRAME.publicUrl : `${FRAME.publicUrl}/board/p/P-`;
    expect(subject).toMatch(given.card === null ? /./ : /^\[P-17\] .*Invoices take three days$/);
    for (const form of [text, html, sayInApp(given)]) {
      expect(form).not.toMatch(/undefined|null|NaN|\[object|\[\[|\]\]/);
    }
    expect(text).toContain(link);
    expect(html).toContain(link);
    expect(text.split('\n')[0]?.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/ticket|incident|deploy|backlog|stakeholder/i);
    // Between its tags the HTML says what the text says.
    const words = html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    const first = text.split('\n')[0] as string;
    expect(words.replace(/\s+/g, ' ')).toContain(first);
  });

  it.each(['parked', 'declined'] as const)('%s: the reason first, and no good cheer', (kind) => {
    const { text, html } = renderMail(notice(kind, 'raiser'), FRAME);
    expect(text.startsWith('“The new system comes in March.”')).toBe(true);
    expect(html.indexOf('The new system comes in March.')).toBeLessThan(html.indexOf('For this reason'));
    expect(text).not.toMatch(/congrat|great|good news|thank|happy|pleased|!/i);
  });

  it.each(CATEGORIES.flatMap((from) => CATEGORIES.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'of a move from %s to %s says what it means and shows the step',
    (from, to) => {
      const given = notice('moved', 'sponsor', { move: move(from, to), card: { ...CARD, category: to } });
      const { text, html } = renderMail(given, FRAME);
      expect(text.split('\n')[0]).toMatch(/the pain you stand behind/i);
      expect(text).toContain(`[${given.move?.toName}]`);
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
