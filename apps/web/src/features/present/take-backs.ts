import { codeOf, isForGood, sayError } from '../../graphql/say-error.js';
import { keyOf } from './keys.js';

/** One request that takes something back. */
export type TakeBack = () => Promise<unknown>;

/** What a try to take something back came to, in a sentence. */
interface Told {
  text: string;
  wrong: boolean;
}

/** What it refuses as long as somebody else's later change stands; it is tried once more, and then left. */
const WHILE_IT_STANDS = 'CONFLICT';

/**
 * What was done here, the latest last, each with all of its parts. It is forgotten once it is taken back, so that the key
 * never reaches past what could not be, and finishes first what was left over.
 */
export class TakeBacks {
  private done: { says: string; left: TakeBack[]; refused?: TakeBack }[] = [];

  note(says: string, parts: readonly TakeBack[]): void {
    if (parts.length > 0) this.done.push({ says, left: [...parts] });
  }

  forget(): void {
    this.done = [];
  }

  /** Takes back what was done last, or what is left of it. */
  async takeLast(): Promise<Told> {
    const last = this.done.at(-1);
    if (!last) return { text: 'There is nothing to take back.', wrong: false };
    const many = last.left.length;
    const refused: string[] = [];
    for (let part = last.left[0]; part; part = last.left[0]) {
      try {
        await part();
      } catch (error) {
        const isLeft = isForGood(error) || (codeOf(error) === WHILE_IT_STANDS && last.refused === part);
        if (!isLeft) {
          last.refused = part;
          return { text: sayLeft(error, last.left.length < many), wrong: true };
        }
        refused.push(sayError(error));
      }
      last.left.shift();
    }
    this.done.pop();
    if (refused.length === 0) return { text: `Taken back: “${last.says}”`, wrong: false };
    const why = refused.join(' ');
    if (refused.length < many) return { text: `Only in part taken back: “${last.says}” ${why}`, wrong: true };
    const before = this.done.at(-1);
    const next = before ? ` ${KEY} would now take back what was done before it: “${before.says}”` : '';
    return { text: `It could not be taken back. ${why}${next}`, wrong: true };
  }
}

const KEY = keyOf('undo').toUpperCase();

function sayLeft(error: unknown, some: boolean): string {
  const why = sayError(error);
  if (codeOf(error) === WHILE_IT_STANDS) {
    return `${some ? 'Only a part was' : 'It could not be'} taken back. ${why} ${KEY} tries once more, and then lets it stand.`;
  }
  return some
    ? `Only a part was taken back. ${why} ${KEY} goes on with the rest.`
    : `It could not be taken back. ${why} ${KEY} tries it again.`;
}
