import { assertSharesFit, Service, ServiceUse, serviceKey } from './service.js';

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

  it('is shared out among its units, never beyond the whole', () => {
    const third = { share: 1 / 3 };
    expect(() => assertSharesFit([third, third, third])).not.toThrow();
    expect(() => assertSharesFit([{ share: 0.6 }, { share: 0.41 }])).toThrow(/more than all of its cost/);
  });
});
