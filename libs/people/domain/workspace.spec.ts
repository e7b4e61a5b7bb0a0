import { BusinessUnit, businessUnitKey } from './business-unit.js';
import { Workspace } from './workspace.js';

const start = {
  id: 'w',
  name: 'Testing Ltd',
  currency: 'eur',
  hourlyCost: 60,
  locale: 'en-gb',
  timeZone: 'Europe/Berlin',
  createdAt: '2026-11-23T09:00:00.000Z',
};

describe('a workspace', () => {
  it('writes currency and language as their standards do', () => {
    expect(new Workspace(start)).toMatchObject({ currency: 'EUR', locale: 'en-GB', singleton: 1 });
  });

  it.each([
    ['name', ' '],
    ['currency', 'EURO'],
    ['currency', 'ABC'],
    ['hourlyCost', -1],
    ['hourlyCost', Number.NaN],
    ['locale', 'not a locale'],
    ['timeZone', 'Europe/Atlantis'],
    ['meetingWeekday', 8],
    ['meetingTime', '25:00'],
    ['holidays', [{ day: '2026-02-30', name: 'Never' }]],
    ['holidays', [{ day: '2026-12-25', name: ' ' }]],
  ])('refuses the %s %j and says which field it was', (field, value) => {
    expect(() => new Workspace({ ...start, [field]: value })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field } }),
    );
  });

  it('changes as a whole or not at all', () => {
    const workspace = new Workspace(start);
    expect(() => workspace.settle({ name: 'New name', currency: 'nothing' })).toThrow();
    expect(workspace.name).toBe('Testing Ltd');
    workspace.settle({ hourlyCost: 75, locale: null });
    expect(workspace).toMatchObject({ hourlyCost: 75, locale: 'en-GB' });
  });
});

describe('a business unit', () => {
  it('is known by its name, whatever its capitals and spaces', () => {
    const unit = new BusinessUnit({ id: 'u', name: ' Field   Sales ', createdAt: start.createdAt });
    expect(unit.name).toBe('Field Sales');
    expect(unit.nameKey).toBe(businessUnitKey('FIELD sales'));
  });

  it('keeps each holiday once, in order, and the time of the meeting as a clock shows it', () => {
    const workspace = new Workspace(start);
    const [christmas, newYear] = [
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2027-01-01', name: 'New Year' },
    ];
    workspace.settle({ meetingTime: '9:30', holidays: [newYear, christmas, christmas] });
    expect(workspace).toMatchObject({ meetingTime: '09:30', holidays: [christmas, newYear] });
  });
});
