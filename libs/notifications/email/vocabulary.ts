import type { InEachLanguage } from '../domain/language.js';
import type { Category } from '../domain/net-move.js';

/** A word of the product as the mails say it, and what else it might be called but never is. */
type Term = InEachLanguage<{ readonly said: string; readonly never: RegExp }>;

/** The words of the product in each language: who reads several mails meets one thing under one name. */
export const VOCABULARY: Readonly<Record<string, Term>> = {
  painPoint: {
    en: { said: 'pain point', never: /ticket|incident|problem|issue/iu },
    de: { said: 'Schmerzpunkt', never: /ticket|störung|problem|anliegen|vorgang/iu },
    fr: { said: 'point de douleur', never: /ticket|incident|problème|irritant/iu },
  },
  sponsors: {
    en: { said: 'sponsors', never: /stakeholder|customer/iu },
    de: { said: 'Betroffenen', never: /sponsor|stakeholder|kund(?:e|in)\b/iu },
    fr: { said: 'personnes concernées', never: /sponsor|client|partie prenante/iu },
  },
  promise: {
    en: { said: 'promise', never: /deadline|commitment/iu },
    de: { said: 'Zusage', never: /deadline|frist|versprech|commitment/iu },
    fr: { said: 'engagement', never: /deadline|échéance|promesse/iu },
  },
  it: {
    en: { said: 'IT', never: /help ?desk|I\.T\./iu },
    de: { said: 'die IT', never: /EDV|help ?desk/iu },
    fr: { said: 'équipe informatique', never: /\bDSI\b|service informatique|\bIT\b/u },
  },
  statusMeeting: {
    en: { said: 'status meeting', never: /jour fixe|stand-?up/iu },
    de: { said: 'Statusbesprechung', never: /meeting|jour fixe/iu },
    fr: { said: 'réunion de suivi', never: /meeting|point d’étape/iu },
  },
  fixed: {
    en: { said: 'fixed', never: /resolved|solved/iu },
    de: { said: 'behoben', never: /gelöst|gefixt|repariert/iu },
    fr: { said: 'résolu', never: /réparé|corrigé\b|réglé/iu },
  },
  unconfirmed: {
    en: { said: '“fixed, unconfirmed”', never: /not confirmed/iu },
    de: { said: '„behoben, unbestätigt“', never: /nicht bestätigt/iu },
    fr: { said: '«\u00a0résolu, non confirmé\u00a0»', never: /pas confirmé/iu },
  },
  stillBleeding: {
    en: { said: 'still bleeding', never: /re-?opened|not ok/iu },
    de: { said: 'blutet noch', never: /nicht okay|immer noch kaputt/iu },
    fr: { said: 'ça saigne encore', never: /toujours en panne/iu },
  },
  parked: {
    en: { said: 'parked', never: /on hold|postponed/iu },
    de: { said: 'zurückgestellt', never: /geparkt|vertagt/iu },
    fr: { said: 'mis en attente', never: /reporté|suspendu/iu },
  },
  declined: {
    en: { said: 'declined', never: /rejected|refused/iu },
    de: { said: 'abgelehnt', never: /zurückgewiesen|verworfen/iu },
    fr: { said: 'refusé', never: /rejeté|écarté/iu },
  },
};

/** The five steps that a pain point goes. */
export const STEPS: InEachLanguage<Readonly<Record<Category, string>>> = {
  en: { BLEEDING: 'Bleeding', PLANNED: 'Planned', TREATING: 'Treating', CHECKING: 'Checking', FIXED: 'Fixed' },
  de: {
    BLEEDING: 'Blutet',
    PLANNED: 'Geplant',
    TREATING: 'In Arbeit',
    CHECKING: 'In Prüfung',
    FIXED: 'Behoben',
  },
  fr: {
    BLEEDING: 'Ça saigne',
    PLANNED: 'Planifié',
    TREATING: 'En cours',
    CHECKING: 'À vérifier',
    FIXED: 'Résolu',
  },
};

/** The two answers to "is it fixed?", of equal weight. */
export const ANSWERS: InEachLanguage<{ readonly fixed: string; readonly bleeding: string }> = {
  en: { fixed: 'It is fixed', bleeding: 'Still bleeding' },
  de: { fixed: 'Es ist behoben', bleeding: 'Es blutet noch' },
  fr: { fixed: 'C’est résolu', bleeding: 'Ça saigne encore' },
};
