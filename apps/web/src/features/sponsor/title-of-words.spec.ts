import fc from 'fast-check';
import { titleOfWords } from './title-of-words.js';

describe('what a sponsor says', () => {
  it('is the title as it was said when it is short', () => {
    expect(titleOfWords('  The scanner eats every third page ')).toEqual({
      title: 'The scanner eats every third page',
    });
    expect(titleOfWords('Why?')).toEqual({ title: 'Why?' });
  });

  it('gives its first sentence as the title when it is long, and is kept word for word', () => {
    const said =
      'The till freezes. Every Saturday when the shop is full we stand there for ten minutes, and people leave their baskets and go.';
    expect(titleOfWords(said)).toEqual({ title: 'The till freezes', description: said });
  });

  it('gives its first line as the title when it has several', () => {
    expect(titleOfWords('Leave is asked for on paper\nand lost on the way')).toEqual({
      title: 'Leave is asked for on paper',
      description: 'Leave is asked for on paper\nand lost on the way',
    });
  });

  it('always has a title of at most 120 letters that begins as it began, and loses no word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 }).filter((text) => text.trim() !== ''),
        (said) => {
          const { title, description } = titleOfWords(said);
          expect(title.length).toBeGreaterThan(0);
          expect(title.length).toBeLessThanOrEqual(120);
          expect((description ?? title).replace(/\s+/g, ' ')).toBe(said.trim().replace(/\s+/g, ' '));
        },
      ),
    );
  });
});
