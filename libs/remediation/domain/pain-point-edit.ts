import { badInput, boundedNumber, limitedText, requiredText } from '@stanch/kernel';

const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 20_000;
const LONGEST_REASON = 2_000;
const MOST_TAGS = 20;
const LONGEST_TAG = 40;
const HIGHEST_PEOPLE = 1_000_000;
const HOURS_IN_A_WEEK = 168;
const HIGHEST_COST = 1_000_000_000;
const HIGHEST_EFFORT = 10_000;

/** The fields that `edit` takes; a field that is missing stays as it is. */
export interface PainPointEdit {
  title?: string;
  description?: string;
  ownerId?: string | null;
  businessUnitId?: string | null;
  serviceId?: string | null;
  tags?: string[];
  peopleAffected?: number;
  hoursLostPerPersonPerWeek?: number;
  directCostPerWeek?: number;
  effortDays?: number | null;
  blocked?: boolean;
  blockedReason?: string | null;
}

export type EditableField = keyof PainPointEdit;

/** One field that an edit changed. */
export interface FieldChange {
  readonly field: EditableField;
  readonly from: unknown;
  readonly to: unknown;
}

/** An edit after its check; what blocks a pain point is kept only while it is blocked. */
export function checkedEdit(edit: PainPointEdit, isBlocked: boolean): PainPointEdit {
  const wanted: PainPointEdit = {};
  if (edit.title !== undefined) wanted.title = requiredText('title', 'The title', edit.title, LONGEST_TITLE);
  if (edit.description !== undefined) {
    wanted.description = limitedText('description', 'The description', edit.description, LONGEST_DESCRIPTION);
  }
  for (const field of ['ownerId', 'businessUnitId', 'serviceId'] as const) {
    if (edit[field] !== undefined) wanted[field] = edit[field];
  }
  if (edit.tags !== undefined) wanted.tags = checkedTags(edit.tags);
  if (edit.peopleAffected !== undefined) {
    const people = boundedNumber('peopleAffected', 'The people affected', edit.peopleAffected, HIGHEST_PEOPLE);
    if (!Number.isInteger(people)) throw badInput('peopleAffected', 'The people affected must be a whole number.');
    wanted.peopleAffected = people;
  }
  if (edit.hoursLostPerPersonPerWeek !== undefined) {
    wanted.hoursLostPerPersonPerWeek = boundedNumber(
      'hoursLostPerPersonPerWeek',
      'The hours each person loses a week',
      edit.hoursLostPerPersonPerWeek,
      HOURS_IN_A_WEEK,
    );
  }
  if (edit.directCostPerWeek !== undefined) {
    wanted.directCostPerWeek = boundedNumber(
      'directCostPerWeek',
      'The direct cost a week',
      edit.directCostPerWeek,
      HIGHEST_COST,
    );
  }
  if (edit.effortDays !== undefined) {
    wanted.effortDays =
      edit.effortDays === null
        ? null
        : boundedNumber('effortDays', 'The effort in days', edit.effortDays, HIGHEST_EFFORT);
  }
  if (edit.blocked !== undefined) {
    wanted.blocked = edit.blocked;
    if (!edit.blocked) wanted.blockedReason = null;
  }
  if (edit.blockedReason !== undefined && (edit.blocked ?? isBlocked)) {
    const reason = edit.blockedReason === null ? '' : edit.blockedReason;
    const text = limitedText('blockedReason', 'What blocks it', reason, LONGEST_REASON);
    wanted.blockedReason = text === '' ? null : text;
  }
  return wanted;
}

function checkedTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) {
    const text = limitedText('tags', 'A tag', tag, LONGEST_TAG);
    if (text !== '' && !seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), text);
  }
  if (seen.size > MOST_TAGS) throw badInput('tags', `A pain point takes up to ${MOST_TAGS} tags.`);
  return [...seen.values()];
}
