import type { MailLanguage } from '../domain/mail-language.js';

/** What the calendar file says of the weekly meeting. */
interface CalendarWords {
  readonly calendar: (workspace: string) => string;
  readonly meeting: (board: string) => string;
  readonly about: (url: string) => string;
}

/** It goes along with mails and calls things as they do. */
export const CALENDAR_WORDS: Readonly<Record<MailLanguage, CalendarWords>> = {
  en: {
    calendar: (workspace) => `${workspace}: status meeting`,
    meeting: (board) => `Status meeting: ${board}`,
    about: (url) => `What hurts, what got better, what is promised. Follow it on your own screen: ${url}`,
  },
  de: {
    calendar: (workspace) => `${workspace}: Statusbesprechung`,
    meeting: (board) => `Statusbesprechung: ${board}`,
    about: (url) => `Was wehtut, was besser wurde, was zugesagt ist. Folgen Sie ihr auf Ihrem Bildschirm: ${url}`,
  },
  fr: {
    calendar: (workspace) => `${workspace}\u00a0: réunion de suivi`,
    meeting: (board) => `Réunion de suivi\u00a0: ${board}`,
    about: (url) => `Ce qui fait mal, ce qui va mieux, les engagements pris. Suivez-la sur votre écran\u00a0: ${url}`,
  },
};
