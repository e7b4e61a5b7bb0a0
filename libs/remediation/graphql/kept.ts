import { badInput } from '@stanch/kernel';

/** A field that can be changed but not taken away: null is refused, absent leaves it as it is. */
export function kept<Value>(field: string, value: Value | null | undefined): Value | undefined {
  if (value === null) throw badInput(field, `The ${field} cannot be empty.`);
  return value;
}
