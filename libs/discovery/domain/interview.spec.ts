import { Interview, Quote, Rating } from './interview.js';

describe('an interview', () => {
  it('refuses a day that no calendar has', () => {
    expect(() => new Interview({ id: 'i', heldOn: '2026-09-31' })).toThrow(/must be a date/);
  });

  it('keeps a quote word for word, line breaks included', () => {
    const text = 'Letters come out two floors down.\nSomebody reads them before we do.';
    expect(new Quote({ id: 'q', interviewId: 'i', text }).text).toBe(text);
  });

  it.each([0, 6, 2.5, Number.NaN])('refuses the rating %d', (score) => {
    expect(() => new Rating({ id: 'r', interviewId: 'i', serviceId: 's', score })).toThrow(/from 1 to 5/);
  });
});
