import { readPeopleList } from './read-people-list.js';

const read = (text: string) =>
  readPeopleList(text).map(({ name, email, businessUnit }) => [name, email, businessUnit].join('|'));

describe('a pasted list of people', () => {
  it.each([
    ['commas', 'Sara Sponsor, sara@company.com, Sales'],
    ['semicolons, address first', 'sara@company.com; Sara Sponsor; Sales'],
    ['a spreadsheet', 'Sara Sponsor\tSARA@company.com\tSales'],
    ['quotes', '"Sara Sponsor","sara@company.com","Sales"'],
    ['a mail address and a unit', 'Sara Sponsor <sara@company.com>, Sales'],
    ['an empty column', 'Sara Sponsor,,sara@company.com,Sales'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual(['Sara Sponsor|sara@company.com|Sales']);
  });

  it('is read from the recipients of a mail, in one line', () => {
    expect(read('"Sponsor, Sara" <sara@company.com>; Otto <otto@company.com>, jo@company.com')).toEqual([
      'Sara Sponsor|sara@company.com|',
      'Otto|otto@company.com|',
      'Jo|jo@company.com|',
    ]);
    expect(read('a.b@company.com, c-d@company.com e@company.com')).toEqual([
      'A B|a.b@company.com|',
      'C-D|c-d@company.com|',
      'E|e@company.com|',
    ]);
  });

  it('leaves out empty lines, and makes a missing name of the address', () => {
    expect(read('\n  \nsara.van-dijk+work@company.com\n')).toEqual(['Sara Van-Dijk|sara.van-dijk+work@company.com|']);
  });

  it('takes the marks of a link away, and says which address the server would refuse', () => {
    expect(read('mailto:sara@company.com')).toEqual(['Sara|sara@company.com|']);
    expect(readPeopleList('Sara, sara@nodomain').map(({ fault }) => fault)).toEqual([
      'sara@nodomain has no domain such as company.com. Complete it.',
    ]);
  });

  it('names the line that has no address, and the one that stands there twice', () => {
    const faults = readPeopleList('Sara, sara@company.com\n\nOtto\nSARA@company.com').map(({ fault }) => fault);
    expect(faults).toEqual([
      null,
      expect.stringContaining('No e-mail address in “Otto”'),
      expect.stringContaining('stands in the list twice'),
    ]);
  });
});
