import { type Language } from '../domain/language.js';
import { voiceFor } from './voice.js';

const SPACES = /[\u00a0\u202f]/gu;

it.each<[Language, string, string, string, string]>([
  ['en', 'en-GB', 'Friday, 4 December 2026', '1,234.5', '€12,345'],
  ['en', 'en-US', 'Friday, December 4, 2026', '1,234.5', '€12,345'],
  ['en', 'en-IE', 'Friday, 4 December 2026', '1,234.5', '€12,345'],
  ['de', 'de-DE', 'Freitag, 4. Dezember 2026', '1.234,5', '12.345 €'],
  ['de', 'fr-CH', 'Freitag, 4. Dezember 2026', '1’234.5', 'EUR 12’345'],
  ['fr', 'en-GB', 'vendredi 4 décembre 2026', '1 234,5', '12 345 €'],
  ['fr', 'de-CH', 'vendredi 4 décembre 2026', '1’234,5', '12’345 €'],
])(
  'says days, numbers and money in %s by the customs of the region of %s',
  (language, workspace, day, number, money) => {
    const voice = voiceFor(language, workspace);
    const said = [voice.day('2026-12-04'), voice.number(1_234.5), voice.money(12_345.4, 'EUR')];
    expect(said.map((words) => words.replace(SPACES, ' ').replace(/'/gu, '’'))).toEqual([day, number, money]);
  },
);

it('says the first of a month as French does', () => {
  expect(voiceFor('fr', 'fr-FR').day('2027-01-01')).toBe('vendredi 1er janvier 2027');
  expect(voiceFor('fr', 'fr-CH').day('2027-01-11')).toBe('lundi 11 janvier 2027');
});

it.each<[Language, number, string]>([
  ['en', 0, '0 days'],
  ['en', 1, '1 day'],
  ['de', 1, '1 day'],
  ['fr', 0, '0 day'],
  ['fr', 1, '1 day'],
  ['fr', 2, '2 days'],
])('counts in %s: %d', (language, count, said) => {
  expect(voiceFor(language, 'en-GB').counted(count, 'day', 'days')).toBe(said);
});

it('quotes in the marks of the language, which no line breaks away from its words', () => {
  const quoted = (['en', 'de', 'fr'] as const).map((language) => voiceFor(language, 'en-GB').quoted('me too'));
  expect(quoted).toEqual(['“me too”', '„me too“', '«\u00a0me too\u00a0»']);
});
