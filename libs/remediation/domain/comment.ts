import { type Instant, requiredText } from '@stanch/kernel';
import type { Visibility } from './visibility.js';

const LONGEST_COMMENT = 10_000;

/** What someone says about a pain point: among IT, or so that its sponsors read it. */
export class Comment {
  id!: string;
  painPointId!: string;
  authorId!: string;
  text!: string;
  visibility!: Visibility;
  at!: Instant;

  static write(data: {
    id: string;
    painPointId: string;
    authorId: string;
    text: string;
    visibility: Visibility;
    at: Instant;
  }): Comment {
    const text = requiredText('text', 'The comment', data.text, LONGEST_COMMENT);
    return Object.assign(new Comment(), data, { text });
  }
}
