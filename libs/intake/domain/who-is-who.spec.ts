import { KnownPeople } from './known-people.js';
import { personInFile, type PersonInFile, WhoIsWho } from './who-is-who.js';

const person = (name: string, email: string | null, unit: string | null) =>
  personInFile(name, email, unit) as PersonInFile;

describe('who is who in a file', () => {
  it('knows by the name in the same unit who has an address in another row, before or after', () => {
    const who = new WhoIsWho();
    const rows = [
      person('Ines Albrecht', null, 'Claims'),
      person('Ines Albrecht', 'ines@example.com', 'Claims'),
      person('ines  albrecht', null, 'claims'),
      person('Ines Albrecht', null, 'Finance'),
    ];
    for (const row of rows) who.note(row);
    expect(rows.map((row) => who.whois(row).email)).toEqual([
      'ines@example.com',
      'ines@example.com',
      'ines@example.com',
      null,
    ]);
    expect(who.everybody()).toHaveLength(2);
  });

  it.each([
    ["O'Neill, Siobhán", 'x@example.com', 'HR', "Siobhán O'Neill"],
    ['(IT stakeholder)', 'ops@example.com', 'IT operations', 'IT stakeholder (IT operations)'],
    ['', 'tomas.ruiz@example.com', 'Finance', 'Tomas Ruiz'],
    ['', 'office@example.com', 'Management', 'Management'],
    ['', 'office@example.com', null, 'office@example.com'],
  ])('names %p with %s of %s as %s', (name, email, unit, shown) => {
    expect(person(name, email, unit).name).toBe(shown);
  });
});

describe('among those who are known', () => {
  const known = new KnownPeople([
    { id: '1', name: 'Eva Klein', email: 'eva@example.com', businessUnitId: 'sales' },
    { id: '2', name: 'Eva Klein', email: null, businessUnitId: 'finance' },
    { id: '3', name: 'Ida Groß', email: null, businessUnitId: null },
  ]);

  it('finds a person by the address, whatever the name', () => {
    expect(known.find(person('E. Klein', 'eva@example.com', 'Legal'), 'legal')).toBe('1');
  });

  it('finds a person by the name in the unit', () => {
    expect(known.find(person('eva klein', null, 'Finance'), 'finance')).toBe('2');
    expect(known.find(person('Ida Gross', null, 'Legal'), 'legal')).toBe('3');
  });

  it('takes nobody for somebody else: another address or another unit is another person', () => {
    expect(known.find(person('Eva Klein', 'e.klein@example.com', 'Sales'), 'sales')).toBeNull();
    expect(known.find(person('Eva Klein', null, 'Legal'), 'legal')).toBeNull();
    expect(known.find(person('Eva Klein', null, null), null)).toBeNull();
  });
});
