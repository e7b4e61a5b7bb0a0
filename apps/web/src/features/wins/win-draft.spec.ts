import { EMPTY_DRAFT, errorsOf, figure, inputOf } from './win-draft.js';

describe('a win as it is typed', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['40', 40],
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['-3', -3],
    ['forty', Number.NaN],
    ['1.2.3', Number.NaN],
  ])('takes %j as the figure %p', (text, value) => {
    expect(figure(text)).toBe(value);
  });

  it.each([
    ['1,200', '.', 1200],
    ['1,200', ',', 1.2],
    ['1.200', ',', 1200],
    ['1.200', '.', 1.2],
    ['1.200,5', ',', 1200.5],
    ['12,345,678.9', '.', 12345678.9],
    ['1 200', '.', 1200],
  ])('takes %j where decimals follow a %j as %p', (text, sign, value) => {
    expect(figure(text, sign)).toBe(value);
  });

  it('needs a headline and nothing else', () => {
    expect(errorsOf(EMPTY_DRAFT)).toEqual({ headline: 'Say in one line what got better.' });
    expect(errorsOf({ ...EMPTY_DRAFT, headline: 'Claims open at once' })).toEqual({});
  });

  it('wants to know what two figures measure', () => {
    const draft = { ...EMPTY_DRAFT, headline: 'Claims open at once', before: '40', after: '2' };
    expect(errorsOf(draft)).toEqual({ measure: 'Say what these figures measure.' });
  });

  it('wants both figures or none', () => {
    const draft = { ...EMPTY_DRAFT, headline: 'Claims open at once', measure: 'Time to open' };
    expect(errorsOf({ ...draft, before: '40' })).toEqual({ after: 'Say how much it is now.' });
    expect(errorsOf({ ...draft, after: '2' })).toEqual({ before: 'Say how much it was before.' });
    expect(errorsOf({ ...draft, before: 'forty', after: '2' })).toEqual({ before: 'Give a figure, like 12 or 2.5.' });
  });

  it('sends what was typed, and nothing for what was left empty', () => {
    const draft = {
      ...EMPTY_DRAFT,
      headline: ' Claims open at once ',
      measure: 'Time to open',
      before: '40',
      after: '2,5',
    };
    expect(inputOf(draft, 'p1', 'k1')).toEqual({
      headline: 'Claims open at once',
      painPointIds: ['p1'],
      measure: 'Time to open',
      unit: null,
      before: 40,
      after: 2.5,
      publish: true,
      idempotencyKey: 'k1',
    });
  });
});
