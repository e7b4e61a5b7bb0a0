import { holidaysOf, type Settings } from '@stanch/people';
import { Patience } from '../domain/silence.js';

const known = new WeakMap<Settings, Patience>();

/** How long sponsors are patient in a workspace; the same as long as its settings are, since it remembers days. */
export function patienceOf(settings: Settings): Patience {
  let patience = known.get(settings);
  if (!patience) {
    patience = new Patience(settings.timeZone, holidaysOf(settings));
    known.set(settings, patience);
  }
  return patience;
}
