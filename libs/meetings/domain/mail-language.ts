/** The languages of mails: what goes along with one, as a plot or a calendar file does, speaks each of them. */
export type MailLanguage = 'en' | 'de' | 'fr';
