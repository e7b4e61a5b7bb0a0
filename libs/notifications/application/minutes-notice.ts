import type { ToldMinutes } from '@stanch/meetings';
import type { Instant } from '@stanch/kernel';
import type { DigestLine, DigestSection, Notice } from '../domain/notice.js';

/** What the minutes of a meeting say by mail: what was decided, who does what, what is promised, what got better. */
export function minutesNotice({ meetingId, boardId, day, nextTime, minutes }: ToldMinutes, at: Instant): Notice {
  const sections: DigestSection[] = [
    { topic: 'decided', lines: minutes.decisions.map(({ text, card }) => ({ ...named(card), text })) },
    {
      topic: 'toDo',
      lines: minutes.actions.map(({ title, assignee, dueOn, cards }) => ({
        ...named(cards[0] ?? null),
        text: assignee === null ? title : `${title} (${assignee})`,
        ...(dueOn === null ? {} : { dueOn }),
      })),
    },
    { topic: 'promised', lines: promisedNext(minutes).map(({ card, dueOn }) => ({ ...named(card), dueOn })) },
    {
      topic: 'better',
      lines: minutes.wins.map(({ headline, cards }) => ({ ...named(cards[0] ?? null), text: headline })),
    },
  ];
  const { sinceLast, trust, currency } = minutes;
  return {
    kind: 'minutes',
    part: 'sponsor',
    at,
    by: minutes.endedBy,
    card: null,
    meeting: { id: meetingId, day, next: { day: minutes.nextOn, time: nextTime } },
    plot: { boardId, until: minutes.endedAt },
    digest: {
      sections: sections.filter(({ lines }) => lines.length > 0),
      figures: {
        currency,
        kept: trust.kept,
        due: trust.due,
        bleeds: sinceLast.bleedNow,
        bleedsNew: sinceLast.raised.bleedPerWeek,
        bleedStopped: sinceLast.fixed.bleedPerWeek,
        fixed: trust.fixed,
        confirmed: trust.confirmed,
        withinDays: trust.fixedWithinDays,
        cases: trust.fixedCases,
        answerHours: trust.medianAnswerHours,
      },
    },
  };
}

/** What falls due by the next meeting, and what was promised in this one: each once, the earliest date first. */
function promisedNext({ commitments, promised }: ToldMinutes['minutes']) {
  const all = [...commitments.dueNext, ...promised].map((one) => [one.commitmentId, one] as const);
  return [...new Map(all).values()].toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

function named(card: { readonly key: string; readonly title: string } | null): Pick<DigestLine, 'key' | 'title'> {
  return card === null ? { key: null, title: '' } : { key: card.key, title: card.title };
}
