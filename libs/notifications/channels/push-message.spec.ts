import type { Language } from '../domain/language.js';
import type { Notice } from '../domain/notice.js';
import { voiceFor } from '../email/voice.js';
import { pushMessage } from './push-message.js';

const card = { id: 'c', key: 'P-17', title: 'The till freezes', category: 'TREATING', confirmed: false } as const;
const comment: Notice = {
  kind: 'commented',
  part: 'raiser',
  at: '2026-11-23T10:00:00.000Z',
  by: 'Ivo',
  card,
  comment: 'We found it.',
};
const shown = (notice: Notice, painPointId: string | null = 'c', language: Language = 'en') =>
  pushMessage({ id: 'p', notice, painPointId }, voiceFor(language, 'en-GB'));

describe('what a device shows', () => {
  it('is the card, what happened, and where it leads; one place a card', () => {
    expect(shown(comment)).toEqual({
      id: 'p',
      tag: 'c',
      title: 'P-17 The till freezes',
      text: 'Ivo: “We found it.”',
      before: '(and # before)',
      to: '/mine/p/P-17',
    });
  });

  it('says nothing of what is internal: others see a locked screen, too', () => {
    const { title, text } = shown({ ...comment, internal: true, comment: 'The supplier lies.' });
    expect({ title, text }).toEqual({
      title: 'P-17 The till freezes',
      text: 'Something new, for IT alone. Open it to read it.',
    });
  });

  it('leads to the card it lives on in, when it was merged', () => {
    const merged = { ...comment, kind: 'merged', into: { key: 'P-3', title: 'The till is slow' } } as const;
    expect(shown(merged).to).toBe('/mine/p/P-3');
  });

  it('stays small however long the words are, and on one line each', () => {
    const long = 'Donaudampfschifffahrtsgesellschaft\u202e\n'.repeat(500);
    const message = shown({ ...comment, comment: long, card: { ...card, title: long } });
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(1_000);
    expect(message.title + message.text).not.toMatch(/[\n\u202e]/u);
  });

  it('sums up many: the first lines, and how many more, each without what is internal', () => {
    const of = (key: string) => ({ ...comment, card: { ...card, key }, internal: key === 'P-2' });
    const lines = ['P-1', 'P-2', 'P-3', 'P-4', 'P-5'].map((key) => ({ key, title: card.title, notice: of(key) }));
    const digest = { sections: [{ topic: 'changed' as const, lines }] };
    const bundle: Notice = { ...comment, kind: 'bundle', card: null, count: 5, digest };
    expect(shown(bundle, null)).toMatchObject({
      tag: 'bundle',
      title: 'Ivo changed 5 pain points of yours',
      text: 'P-1: Ivo: “We found it.”\nP-2: Something new, for IT alone. Open it to read it.\nP-3: Ivo: “We found it.”\nand 2 more',
      to: '/mine',
    });
  });

  it('is in the language of its reader', () => {
    expect(shown({ ...comment, internal: true }, 'c', 'de')).toMatchObject({
      text: 'Etwas Neues, nur für die IT. Zum Lesen öffnen.',
      before: '(und # davor)',
    });
    expect(shown(comment, 'c', 'fr').text).toBe('Ivo\u00a0: «\u00a0We found it.\u00a0»');
  });
});
