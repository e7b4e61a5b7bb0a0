import type { Holidays } from '@stanch/kernel';
import type { Settings } from './workspace-settings.js';

const known = new WeakMap<Settings, Holidays>();

/** The days on which nobody works in a workspace; the same set as long as its settings are the same. */
export function holidaysOf(settings: Settings): Holidays {
  let holidays = known.get(settings);
  if (!holidays) known.set(settings, (holidays = new Set(settings.holidays.map(({ day }) => day))));
  return holidays;
}
