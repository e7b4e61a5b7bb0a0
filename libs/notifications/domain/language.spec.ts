import { type Language, languageOf, localeOf } from './language.js';

it.each([
  ['en-GB', 'en'],
  ['de-AT', 'de'],
  ['de', 'de'],
  ['fr-CA', 'fr'],
  ['nl-NL', 'en'],
  ['zh-Hant-TW', 'en'],
])('whoever chose none in a workspace of %s reads %s', (workspace, language) => {
  expect(languageOf(workspace)).toBe(language);
});

it.each<[Language, string, string]>([
  ['de', 'de-AT', 'de-AT'],
  ['en', 'en-DE', 'en-DE'],
  ['fr', 'de-CH', 'fr-CH'],
  ['de', 'en-CH', 'de-CH'],
  ['en', 'de-DE', 'en-GB'],
  ['en', 'fr-CA', 'en-CA'],
  ['fr', 'en-US', 'fr-FR'],
  ['de', 'de', 'de-DE'],
  ['en', 'en', 'en-US'],
  ['fr', 'pt', 'fr-FR'],
])('%s in a workspace of %s follows the customs of %s', (language, workspace, locale) => {
  expect(localeOf(language, workspace)).toBe(locale);
});
