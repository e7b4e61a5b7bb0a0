/** A line of a pasted list, as it was understood. */
export interface ListedPerson {
  name: string;
  email: string;
  businessUnit: string | null;
  /** What is wrong with it, and what to do; null when nothing is. */
  fault: string | null;
}

const ADDRESS = /[^\s<>(),;:"[\]]+@[^\s<>(),;:"[\]]+/u;
const MAIL_PROGRAM = /<[^<>]*>\s*[,;]\s*(?=\S)/gu;

/**
 * Reads whom somebody means: a line for each, with name, address and business unit in any usual way (copied from a
 * spreadsheet, separated by commas or semicolons), or the recipients of a mail: `Sara Sponsor <sara@company.com>; …`.
 * A missing name is made of the address.
 */
export function readPeopleList(text: string): ListedPerson[] {
  const lines = text
    .split(/\r?\n/u)
    .flatMap(recipients)
    .map((words) => words.trim())
    .filter((words) => words !== '');
  const seen = new Set<string>();
  return lines.map((words) => {
    const person = readLine(words);
    const again = person.email !== '' && seen.has(person.email);
    seen.add(person.email);
    return again ? { ...person, fault: `${person.email} stands in the list twice. Take one out.` } : person;
  });
}

/** The recipients of a mail stand in one line; anything else is one person a line. */
function recipients(line: string): string[] {
  const words = line.replace(/\bmailto:/giu, '');
  const several = words.match(new RegExp(ADDRESS, 'gu')) ?? [];
  if (several.length < 2) return [words];
  if (words.includes('<')) return words.replace(MAIL_PROGRAM, (end) => `${end.replace(/[,;]\s*$/u, '')}\n`).split('\n');
  return words.split(/[,;\s]+/u);
}

function readLine(words: string): ListedPerson {
  const email = (ADDRESS.exec(words)?.[0] ?? '').toLowerCase();
  const [name, businessUnit] = words.includes('<') ? asInMail(words) : asInSheet(words);
  const fault = email
    ? faultOf(email)
    : `No e-mail address in “${words.slice(0, 40)}”. Add it, such as “Sara Sponsor, sara@company.com, Sales”.`;
  return { name: name ?? nameOf(email), email, businessUnit: businessUnit ?? null, fault };
}

/** What the server would refuse; said while one still types. */
function faultOf(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return /^[^.].*\.[^.]{2,}$/u.test(domain) ? null : `${email} has no domain such as company.com. Complete it.`;
}

function asInSheet(words: string): string[] {
  return words
    .split(/[\t,;]/u)
    .map((part) => bare(part.replace(ADDRESS, '')))
    .filter((part) => part !== '');
}

/** What stands before the address is the name, often with the family name first. */
function asInMail(words: string): (string | undefined)[] {
  const [before = '', after = ''] = words.split(/<[^<>]*>?/u);
  const name = bare(before).replace(/^([^,]+),\s*(.+)$/u, '$2 $1');
  return [name || undefined, bare(after.replace(/^\s*[,;]/u, '')) || undefined];
}

function bare(words: string): string {
  return words.replace(/[<>"()]/gu, '').trim();
}

/** sara.van-dijk@company.com: Sara Van-Dijk. */
function nameOf(email: string): string {
  const [mailbox = ''] = email.split(/[@+]/u);
  return mailbox
    .split(/[._]+/u)
    .map((part) => part.replace(/(^|-)\p{L}/gu, (letter) => letter.toLocaleUpperCase()))
    .join(' ');
}
