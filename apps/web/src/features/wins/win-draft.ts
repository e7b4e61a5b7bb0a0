import type { RecordWinInput } from '../../graphql/generated/types.js';

/** What stands in the fields of the win dialog, as it was typed. */
export interface WinDraft {
  headline: string;
  measure: string;
  unit: string;
  before: string;
  after: string;
  publish: boolean;
}

export const EMPTY_DRAFT: WinDraft = { headline: '', measure: '', unit: '', before: '', after: '', publish: true };

export type DraftErrors = Partial<Record<keyof WinDraft, string>>;

/** The sign before the decimals where this browser is. */
const LOCAL_SIGN = (1.5).toLocaleString().includes(',') ? ',' : '.';

/**
 * A figure as people type it: "2.5", "2,5" and "1 200"; null when empty, NaN when it is none. Only "2,500" can mean two
 * things: it is read as the reader's language writes it.
 */
export function figure(text: string, decimalSign = LOCAL_SIGN): number | null {
  const typed = text.replace(/[\s'’]/g, '');
  if (typed === '') return null;
  const grouping = decimalSign === ',' ? '.' : ',';
  const grouped = new RegExp(`^-?\\d{1,3}(\\${grouping}\\d{3})+(\\${decimalSign}\\d+)?$`);
  const plain = grouped.test(typed) ? typed.replaceAll(grouping, '') : typed;
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
}

/** What is missing or wrong, field by field; empty when it can be recorded. */
export function errorsOf(draft: WinDraft): DraftErrors {
  const errors: DraftErrors = {};
  if (draft.headline.trim() === '') errors.headline = 'Say in one line what got better.';
  const [before, after] = [figure(draft.before), figure(draft.after)];
  if (Number.isNaN(before)) errors.before = 'Give a figure, like 12 or 2.5.';
  if (Number.isNaN(after)) errors.after = 'Give a figure, like 12 or 2.5.';
  const measured = before !== null || after !== null;
  if (measured && draft.measure.trim() === '') errors.measure = 'Say what these figures measure.';
  if (measured && before === null) errors.before ??= 'Say how much it was before.';
  if (measured && after === null) errors.after ??= 'Say how much it is now.';
  return errors;
}

/** What is sent; only call it for a draft without errors. */
export function inputOf(draft: WinDraft, painPointId: string, idempotencyKey: string): RecordWinInput {
  const said = (text: string) => text.trim() || null;
  return {
    headline: draft.headline.trim(),
    painPointIds: [painPointId],
    measure: said(draft.measure),
    unit: said(draft.unit),
    before: figure(draft.before),
    after: figure(draft.after),
    publish: draft.publish,
    idempotencyKey,
  };
}
