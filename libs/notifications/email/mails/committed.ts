import type { Notice, NoticedDate } from '../../domain/notice.js';
import { yours } from '../languages/english.js';
import { fr, le } from '../languages/french.js';
import { den, der } from '../languages/german.js';
import { mail, oneLine, shortened, withBefore } from '../wording.js';

/** A date was promised. */
export const commitmentMade = mail(
  {
    en: {
      it: 'IT',
      first: (by: string, notice: Notice, day: string) => `${by} promises: ${yours(notice)} will be fixed by ${day}.`,
      line: 'A promise stays on the record. Should the date move, you will hear of it with the reason, before it passes.',
      fixedBy: 'Fixed by',
      promisedBy: 'Promised by',
      action: 'See the promise',
      inApp: (by: string, day: string) => `${by} promises: fixed by ${day}`,
    },
    de: {
      it: 'Die IT',
      first: (by, notice, day) => `${by} sagt zu: Bis ${day} ist ${der(notice, ',')} behoben.`,
      line: 'Eine Zusage bleibt festgehalten. Sollte sich der Termin verschieben, erfahren Sie es mit dem Grund, bevor er verstreicht.',
      fixedBy: 'Behoben bis',
      promisedBy: 'Zugesagt von',
      action: 'Die Zusage ansehen',
      inApp: (by, day) => `${by} sagt zu: behoben bis ${day}`,
    },
    fr: {
      it: 'L’équipe informatique',
      first: (by, notice, day) => fr`${by} s’y engage : ${le(notice)} sera résolu d’ici au ${day}.`,
      line: 'Un engagement reste consigné. Si la date devait changer, vous en connaîtriez la raison avant qu’elle ne passe.',
      fixedBy: 'Résolu d’ici au',
      promisedBy: 'Promis par',
      action: 'Voir l’engagement',
      inApp: (by, day) => fr`${by} s’y engage : résolu d’ici au ${day}`,
    },
  },
  (words, notice, voice) => {
    const by = notice.by ?? words.it;
    const day = voice.day((notice.date as NoticedDate).dueOn);
    return {
      first: words.first(by, notice, day),
      lines: [words.line],
      facts: [
        [words.fixedBy, day],
        [words.promisedBy, by],
      ],
      action: words.action,
      inApp: withBefore(words.inApp(by, day), notice, voice),
    };
  },
);

/** A promised date was moved; the first one is never forgotten. */
export const commitmentMoved = mail(
  {
    en: {
      later: {
        first: (notice: Notice, day: string) => `The promised date for ${yours(notice)} moves to ${day}.`,
        inApp: (day: string) => `Promised date moved to ${day}`,
      },
      sooner: {
        first: (notice: Notice, day: string) => `Sooner than promised: ${yours(notice)} is to be fixed by ${day}.`,
        inApp: (day: string) => `Promised date brought forward to ${day}`,
      },
      line: 'The first date stays on the record.',
      newDate: 'New date',
      before: 'Before',
      firstPromised: 'First promised',
      action: 'See the promise',
    },
    de: {
      later: {
        first: (notice, day) => `Der zugesagte Termin für ${den(notice, ',')} verschiebt sich auf ${day}.`,
        inApp: (day) => `Zugesagter Termin verschoben auf ${day}`,
      },
      sooner: {
        first: (notice, day) => `Früher als zugesagt: Bis ${day} soll ${der(notice, ',')} behoben sein.`,
        inApp: (day) => `Zugesagter Termin vorgezogen auf ${day}`,
      },
      line: 'Der erste Termin bleibt festgehalten.',
      newDate: 'Neuer Termin',
      before: 'Vorher',
      firstPromised: 'Zuerst zugesagt',
      action: 'Die Zusage ansehen',
    },
    fr: {
      later: {
        first: (notice, day) => `La date promise pour ${le(notice)} est repoussée au ${day}.`,
        inApp: (day) => `Date promise repoussée au ${day}`,
      },
      sooner: {
        first: (notice, day) => fr`Plus tôt que promis : ${le(notice)} devrait être résolu d’ici au ${day}.`,
        inApp: (day) => `Date promise avancée au ${day}`,
      },
      line: 'La première date reste consignée.',
      newDate: 'Nouvelle date',
      before: 'Avant',
      firstPromised: 'Première date',
      action: 'Voir l’engagement',
    },
  },
  (words, notice, voice) => {
    const { dueOn, fromDueOn, firstDueOn, reason } = notice.date as NoticedDate;
    const later = fromDueOn === null || dueOn > fromDueOn;
    const { first, inApp } = later ? words.later : words.sooner;
    const facts: [string, string][] = [[words.newDate, voice.day(dueOn)]];
    if (fromDueOn !== null) facts.push([words.before, voice.day(fromDueOn)]);
    if (firstDueOn !== null && firstDueOn !== fromDueOn) facts.push([words.firstPromised, voice.day(firstDueOn)]);
    return {
      first: first(notice, voice.day(dueOn)),
      ...(reason ? { quote: { text: shortened(reason), by: notice.by } } : {}),
      lines: later ? [words.line] : [],
      facts,
      action: words.action,
      inApp: withBefore(inApp(voice.day(dueOn)), notice, voice),
    };
  },
);

/** A promise was noted by mistake and is taken back; the date before it, if there was one, stands again. */
export const commitmentWithdrawn = mail(
  {
    en: {
      it: 'IT',
      first: (by: string, notice: Notice, day: string) =>
        `${by} takes a promise back: that ${yours(notice)} is fixed by ${day} was noted by mistake.`,
      again: (day: string) => `What was promised before stands: fixed by ${day}.`,
      none: 'As soon as there is a date that holds, you will hear of it.',
      action: 'See where it stands',
      inApp: (by: string, day: string) => `${by} takes the promise of ${day} back: it was noted by mistake`,
    },
    de: {
      it: 'Die IT',
      first: (by, notice, day) =>
        `${by} nimmt eine Zusage zurück: Dass ${der(notice, ',')} bis ${day} behoben ist, war ein Versehen.`,
      again: (day) => `Es gilt, was vorher zugesagt war: behoben bis ${day}.`,
      none: 'Sobald es einen Termin gibt, der hält, erfahren Sie ihn.',
      action: 'Den Stand ansehen',
      inApp: (by, day) => `${by} nimmt die Zusage bis ${day} zurück: Sie war ein Versehen`,
    },
    fr: {
      it: 'L’équipe informatique',
      first: (by, notice, day) =>
        fr`${by} retire un engagement : que ${le(notice)} soit résolu d’ici au ${day} avait été noté par erreur.`,
      again: (day) => fr`Ce qui était promis auparavant reste valable : résolu d’ici au ${day}.`,
      none: 'Dès qu’il y aura une date qui tienne, vous la connaîtrez.',
      action: 'Voir où ça en est',
      inApp: (by, day) => fr`${by} retire l’engagement du ${day} : il avait été noté par erreur`,
    },
  },
  (words, notice, voice) => {
    const { dueOn, fromDueOn } = notice.date as NoticedDate;
    const [by, day] = [notice.by ?? words.it, voice.day(dueOn)];
    return {
      first: words.first(by, notice, day),
      lines: [fromDueOn === null ? words.none : words.again(voice.day(fromDueOn))],
      action: words.action,
      inApp: withBefore(words.inApp(by, day), notice, voice),
    };
  },
);

/** A promised date has passed without the fix: said plainly, before the sponsor has to find out. */
export const commitmentBroken = mail(
  {
    en: {
      first: (notice: Notice, day: string) =>
        `A promise was not kept: ${yours(notice)} was to be fixed by ${day}, and is not.`,
      toWorkers: {
        line: 'Its sponsors have been told. What they need now is a reason and a new date that holds.',
        action: 'Give the reason and a new date',
      },
      toSponsors: {
        line: 'We are sorry. It stays on the record, and you are owed a reason and a new date.',
        action: 'See where it stands',
      },
      inApp: (day: string) => `Not kept: it was promised for ${day}`,
    },
    de: {
      first: (notice, day) =>
        `Eine Zusage wurde nicht gehalten: Bis ${day} sollte ${der(notice, ',')} behoben sein, und das ist nicht geschehen.`,
      toWorkers: {
        line: 'Die Betroffenen wissen es. Was sie jetzt brauchen, ist ein Grund und ein neuer Termin, der hält.',
        action: 'Den Grund und einen neuen Termin nennen',
      },
      toSponsors: {
        line: 'Das tut uns leid. Es bleibt festgehalten, und wir schulden Ihnen einen Grund und einen neuen Termin.',
        action: 'Den Stand ansehen',
      },
      inApp: (day) => `Nicht gehalten: Zugesagt war ${day}`,
    },
    fr: {
      first: (notice, day) =>
        fr`Un engagement n’a pas été tenu : ${le(notice)} devait être résolu d’ici au ${day}, et ne l’est pas.`,
      toWorkers: {
        line: 'Les personnes concernées le savent. Il leur faut maintenant une raison, et une nouvelle date qui tienne.',
        action: 'Donner la raison et une nouvelle date',
      },
      toSponsors: {
        line: 'Nous en sommes désolés. Cela reste consigné, et nous vous devons une raison et une nouvelle date.',
        action: 'Voir où ça en est',
      },
      inApp: (day) => fr`Non tenu : c’était promis pour le ${day}`,
    },
  },
  (words, notice, voice) => {
    const { part, date } = notice;
    const day = voice.day((date as NoticedDate).dueOn);
    const { line, action } = part === 'owner' || part === 'assignee' ? words.toWorkers : words.toSponsors;
    const inApp = withBefore(words.inApp(day), notice, voice);
    return { first: words.first(notice, day), lines: [line], action, inApp };
  },
);

/** Why a promise was not kept, said to those who were told that it was not. */
export const commitmentExplained = mail(
  {
    en: {
      it: 'IT',
      first: (by: string, notice: Notice, day: string) =>
        `${by} says why ${yours(notice)} was not fixed by ${day}, as it was promised.`,
      line: 'That the date was missed stays on the record, and now also why.',
      action: 'See where it stands',
      inApp: (reason: string) => `Why the promise was not kept: ${reason}`,
    },
    de: {
      it: 'Die IT',
      first: (by, notice, day) => `${by} sagt, warum ${der(notice, ',')} nicht wie zugesagt bis ${day} behoben war.`,
      line: 'Dass der Termin nicht gehalten wurde, bleibt festgehalten, und jetzt auch der Grund.',
      action: 'Den Stand ansehen',
      inApp: (reason) => `Warum die Zusage nicht gehalten wurde: ${reason}`,
    },
    fr: {
      it: 'L’équipe informatique',
      first: (by, notice, day) =>
        `${by} explique pourquoi ${le(notice)} n’était pas résolu le ${day}, comme cela avait été promis.`,
      line: 'Il reste consigné que la date n’a pas été tenue, et maintenant aussi pourquoi.',
      action: 'Voir où ça en est',
      inApp: (reason) => fr`Pourquoi l’engagement n’a pas été tenu : ${reason}`,
    },
  },
  (words, notice, voice) => {
    const { dueOn, reason } = notice.date as NoticedDate;
    return {
      first: words.first(notice.by ?? words.it, notice, voice.day(dueOn)),
      quote: { text: shortened(reason ?? ''), by: notice.by },
      lines: [words.line],
      action: words.action,
      inApp: words.inApp(voice.quoted(oneLine(reason ?? ''))),
    };
  },
);
