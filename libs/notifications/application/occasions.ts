import type { Move } from '../domain/net-move.js';
import { occasionOf } from '../domain/net-move.js';
import type { Notice } from '../domain/notice.js';
import type { Happening } from '../domain/notification-rules.js';
import type { HeardEvent } from './heard-events.js';

/** What names and texts a notice needs besides those of its card; filled in when they have been read. */
export interface Wanted {
  /** Whose act it is told as; otherwise the actor's. */
  readonly byId?: string;
  readonly personId?: string;
  readonly commentId?: string;
  readonly winId?: string;
  readonly intoId?: string;
  readonly fromId?: string;
}

/** An event as those who are told see it. */
export interface OccasionOfEvent {
  readonly event: HeardEvent;
  readonly painPointIds: readonly string[];
  readonly happening: Happening;
  readonly facts: Partial<Notice>;
  readonly wanted: Wanted;
}

/**
 * What an event means to people, the nearest first: who hears of it by one occasion hears nothing by the next. None when
 * nobody needs to hear of it, or not in this way.
 */
export function occasionsOfEvent(
  event: HeardEvent,
  isConfirmed: (painPointId: string) => boolean,
): readonly OccasionOfEvent[] {
  const { actorId } = event;
  const only = (
    occasion: Happening['occasion'],
    painPointIds: readonly string[],
    more: { happening?: Partial<Happening>; facts?: Partial<Notice>; wanted?: Wanted } = {},
  ): OccasionOfEvent => ({
    event,
    painPointIds,
    happening: { occasion, actorId, ...more.happening },
    facts: more.facts ?? {},
    wanted: more.wanted ?? {},
  });
  const tell = (...said: Parameters<typeof only>) => [only(...said)];

  switch (event.type) {
    case 'PainPointRaised': {
      const { painPointId, raiserId } = event.data;
      return tell('raised', [painPointId], { wanted: { personId: raiserId } });
    }
    case 'PainPointMoved': {
      const { painPointId, fromStageId, fromStageName, fromCategory, toStageId, toStageName, toCategory } = event.data;
      const from = { fromStageId, fromName: fromStageName, fromCategory };
      const to = { toStageId, toName: toStageName, toCategory };
      const move: Move = { ...from, ...to, confirmed: isConfirmed(painPointId) };
      return tell(occasionOf(move), [painPointId], { facts: { move } });
    }
    case 'PainPointClosed': {
      const { painPointId, as, reason } = event.data;
      return tell(as === 'PARKED' ? 'parked' : 'declined', [painPointId], { facts: { reason } });
    }
    case 'PainPointReopened': {
      const { painPointId, reason, bledAgain } = event.data;
      return tell('reopened', [painPointId], { facts: { reason, bledAgain } });
    }
    case 'PainPointMerged':
      return [
        only('merged', [event.data.painPointId], { wanted: { intoId: event.data.intoId } }),
        only('tookIn', [event.data.intoId], { wanted: { fromId: event.data.painPointId } }),
      ];
    case 'WorkaroundOffered': {
      const { painPointId, ...workaround } = event.data;
      return tell('workaroundOffered', [painPointId], { facts: { workaround } });
    }
    case 'WorkaroundEnded':
      return tell('workaroundEnded', [event.data.painPointId], { facts: { reason: event.data.reason } });
    case 'TaskDone': {
      const { painPointIds, title, visibility } = event.data;
      return tell('taskDone', painPointIds, {
        happening: { internal: visibility === 'INTERNAL' },
        facts: { task: title },
      });
    }
    case 'WinPublished': {
      const { painPointIds, winId, headline } = event.data;
      const win = { headline, measure: null, unit: null, before: null, after: null };
      return tell('winPublished', painPointIds, { facts: { win }, wanted: { winId } });
    }
    case 'CommentAdded': {
      const { painPointId, commentId, visibility } = event.data;
      return tell('commented', [painPointId], {
        happening: { internal: visibility === 'INTERNAL' },
        wanted: { commentId },
      });
    }
    case 'SponsorJoined': {
      const { painPointId, personId, reason, addedById } = event.data;
      // Who raised it, or came with a merge, is told by that event.
      if (reason !== 'JOINED' && reason !== 'ADDED') return [];
      const themselves = addedById === personId;
      return tell('joined', [painPointId], {
        happening: { newcomerId: personId },
        facts: { themselves },
        wanted: { personId },
      });
    }
    case 'PainPointShared': {
      const { painPointId, personId, words } = event.data;
      return tell('shared', [painPointId], {
        happening: { newcomerId: personId },
        facts: { words },
        wanted: { personId },
      });
    }
    case 'WinShared': {
      const { winId, painPointIds, personId, words } = event.data;
      return tell('shared', painPointIds, {
        happening: { newcomerId: personId },
        facts: { words },
        wanted: { personId, winId },
      });
    }
    case 'SponsorAsked':
      return tell('askedToo', [event.data.painPointId], { happening: { askedId: event.data.personId } });
    case 'SponsorReminded':
      return tell('reminded', [event.data.painPointId], { happening: { askedId: event.data.personId } });
    case 'CommitmentMade': {
      const { painPointId, byId, dueOn } = event.data;
      const date = { dueOn, fromDueOn: null, firstDueOn: null, reason: null };
      return tell('commitmentMade', [painPointId], { facts: { date }, wanted: { byId } });
    }
    case 'CommitmentMoved': {
      const { painPointId, byId, dueOn, fromDueOn, firstDueOn, reason } = event.data;
      const date = { dueOn, fromDueOn, firstDueOn, reason };
      return tell('commitmentMoved', [painPointId], { facts: { date }, wanted: { byId } });
    }
    case 'CommitmentWithdrawn': {
      const { painPointId, dueOn, standsOn } = event.data;
      const date = { dueOn, fromDueOn: standsOn, firstDueOn: null, reason: null };
      return tell('commitmentWithdrawn', [painPointId], { facts: { date } });
    }
    case 'CommitmentBroken': {
      const { painPointId, dueOn } = event.data;
      const date = { dueOn, fromDueOn: null, firstDueOn: null, reason: null };
      return tell('commitmentBroken', [painPointId], { facts: { date } });
    }
    case 'CommitmentExplained': {
      const { painPointId, dueOn, reason } = event.data;
      const date = { dueOn, fromDueOn: null, firstDueOn: null, reason };
      return tell('commitmentExplained', [painPointId], { facts: { date } });
    }
    case 'CommitmentNear': {
      const { painPointId, byId, dueOn, firstDueOn } = event.data;
      const date = { dueOn, fromDueOn: null, firstDueOn, reason: null };
      return tell('commitmentNear', [painPointId], {
        happening: { inCareOfId: byId },
        facts: { date },
        wanted: { personId: byId },
      });
    }
    case 'FixConfirmed': {
      const { painPointId, personId, words, howKnown } = event.data;
      // A sponsor's own yes is told by the move that it causes.
      if (howKnown === null) return [];
      return tell('spokenFor', [painPointId], {
        happening: { askedId: personId },
        facts: { spokenFor: { fixed: true, words, howKnown } },
      });
    }
    case 'StillBleeding': {
      const { painPointId, personId, words, howKnown } = event.data;
      const told = only('stillBleeding', [painPointId], { facts: { reason: words }, wanted: { byId: personId } });
      if (howKnown === null) return [told];
      const spokenFor = { fixed: false, words, howKnown };
      return [only('spokenFor', [painPointId], { happening: { askedId: personId }, facts: { spokenFor } }), told];
    }
    case 'PainPointSilent': {
      const { painPointId, to, why, since, ownerId, ownerToldOn } = event.data;
      const knowsId = ownerToldOn === null ? undefined : (ownerId ?? undefined);
      return tell(to === 'OWNER' ? 'silent' : 'stillSilent', [painPointId], {
        happening: { knowsId },
        facts: { silence: { why, since, ownerToldOn } },
        wanted: { personId: ownerId ?? undefined },
      });
    }
    case 'PainPointsImported':
    case 'MeetingEnded':
      return [];
  }
}
