import { Interview, Quote, Rating } from './interview.js';
import { Service, ServiceUse, serviceKey } from './service.js';

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

describe('a service', () => {
  it('is the same under another capitalisation or spacing of its name', () => {
    expect(serviceKey('  Claims   System ')).toBe(serviceKey('claims system'));
  });

  it('says which field is wrong', () => {
    const make = () => new Service({ id: 's', name: ' ', createdAt: '2026-11-01T00:00:00.000Z' });
    expect(make).toThrow(expect.objectContaining({ details: { field: 'name' } }) as Error);
  });

  it('gives nobody more than the whole of its cost', () => {
    expect(() => new ServiceUse({ serviceId: 's', businessUnitId: 'u', share: 1.1, uses: true })).toThrow();
  });
});
