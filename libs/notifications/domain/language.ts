/** The languages that mails are written in. The API's enum has the same names. */
export const Language = { EN: 'en', DE: 'de', FR: 'fr' } as const;
export type Language = (typeof Language)[keyof typeof Language];

/** What is said in each of them: one that is left out does not compile. */
export type InEachLanguage<Said> = Readonly<Record<Language, Said>>;

/** Where each is at home, by the codes of ISO 3166; the first counts where the workspace is at home elsewhere. */
const REGIONS: InEachLanguage<readonly string[]> = {
  en: ['GB', 'AU', 'CA', 'IE', 'IN', 'NZ', 'SG', 'US', 'ZA'],
  de: ['DE', 'AT', 'BE', 'CH', 'LI', 'LU'],
  fr: ['FR', 'BE', 'CA', 'CH', 'LU', 'MC'],
};

/** The language of the mails of whoever chose none: the workspace's, when mails are written in it, or else English. */
export function languageOf(workspaceLocale: string): Language {
  const { language } = new Intl.Locale(workspaceLocale);
  return Object.values(Language).find((one) => one === language) ?? Language.EN;
}

/** By the customs of which region days, numbers and money are written: of the workspace's, where the language is at home. */
export function localeOf(language: Language, workspaceLocale: string): string {
  const workspace = new Intl.Locale(workspaceLocale);
  if (workspace.language === language && workspace.region !== undefined) return workspaceLocale;
  const { region = '' } = workspace.maximize();
  const regions = REGIONS[language];
  return `${language}-${regions.includes(region) ? region : regions[0]}`;
}
