import type { Notice } from '../../domain/notice.js';
import type { Part } from '../../domain/notification-rules.js';
import { capital } from '../wording.js';

const YOURS: Record<Part, string> = {
  asked: 'the pain that hurts you',
  raiser: 'the pain you raised',
  newcomer: 'the pain you stand behind',
  sponsor: 'the pain you stand behind',
  owner: 'the pain point in your care',
  assignee: 'the pain point you work on',
  lead: 'a pain point',
  visitor: 'a pain point',
};

/** How the reader knows the pain point: "the pain you raised". */
export function yours({ part }: Notice): string {
  return YOURS[part];
}

/** The same at the beginning of a sentence. */
export function Yours(notice: Notice): string {
  return capital(yours(notice));
}
