import { badInput } from './domain-error.js';

/** Checks a required line of text: trimmed, not empty and at most `most` characters; otherwise refuses, naming the field. */
export function requiredText(field: string, label: string, value: string, most: number): string {
  const text = value.trim();
  if (text === '') throw badInput(field, `${label} is missing. Please fill it in.`);
  return limitedText(field, label, text, most);
}

/** Checks a text that may be empty: trimmed, at most `most` characters; otherwise refuses, naming the field. */
export function limitedText(field: string, label: string, value: string, most: number): string {
  const text = value.trim();
  if (text.length > most) {
    throw badInput(field, `${label} has ${text.length} characters; at most ${most} fit. Please shorten it.`);
  }
  return text;
}

/** Checks a number that must not be negative or beyond a bound; otherwise refuses, naming the field. */
export function boundedNumber(field: string, label: string, value: number, most: number): number {
  if (!Number.isFinite(value) || value < 0 || value > most) {
    throw badInput(field, `${label} must be a number from 0 to ${most}.`);
  }
  return value;
}
