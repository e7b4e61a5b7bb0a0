import { CATEGORIES, type Move } from '../../domain/net-move.js';
import type { Notice } from '../../domain/notice.js';
import { by, quoted, type Wording, Yours, yours } from '../wording.js';

/** A card stands in another stage than before. */
export function moved(notice: Notice): Wording {
  const move = notice.move as Move;
  const way = `${by(notice)} moved it from ${quoted(move.fromName)} to ${quoted(move.toName)}.`;
  return {
    first: whatItMeans(notice, move),
    lines: [...whatComes(notice, move), ...(notice.by === null ? [] : [way])],
    action: 'See where it stands',
  };
}

function whatItMeans(notice: Notice, move: Move): string {
  const back = CATEGORIES.indexOf(move.toCategory) < CATEGORIES.indexOf(move.fromCategory);
  if (move.toCategory === move.fromCategory) return `${Yours(notice)} moved on: it is now in ${quoted(move.toName)}.`;
  switch (move.toCategory) {
    case 'BLEEDING':
      return `${Yours(notice)} is back among those that wait: nobody works on it for now.`;
    case 'PLANNED':
      return back
        ? `${Yours(notice)} has to wait: it is planned again, but nobody works on it for now.`
        : `${Yours(notice)} is planned: it was heard, and it will be worked on.`;
    case 'TREATING':
      return back
        ? `${Yours(notice)} is not fixed yet: it is being worked on again.`
        : `Work on ${yours(notice)} has begun.`;
    case 'CHECKING':
      return `IT believes that ${yours(notice)} is fixed, and asks whoever raised it.`;
    case 'FIXED':
      if (!move.confirmed && notice.by === null) {
        return `Nobody has said whether ${yours(notice)} is fixed, so it counts as fixed, unconfirmed.`;
      }
      return move.confirmed
        ? `${Yours(notice)} is fixed, and confirmed by those whom it hurt.`
        : `IT holds ${yours(notice)} for fixed, and asks whoever raised it.`;
  }
}

function whatComes({ part }: Notice, move: Move): string[] {
  if (part !== 'raiser' && part !== 'sponsor') return [];
  if (move.toCategory === 'PLANNED') return ['You will hear when work on it begins.'];
  if (move.toCategory === 'TREATING' && move.fromCategory !== 'CHECKING' && move.fromCategory !== 'FIXED') {
    return ['When IT believes that it is fixed, the word of those whom it hurts decides.'];
  }
  if (move.toCategory === 'FIXED' && !move.confirmed) return ['Your word still counts: open it and say so.'];
  if (move.toCategory === 'FIXED') return ['Thank you for telling us where it hurt.'];
  return [];
}
