import type { Wording } from '../wording.js';

/** The link by which one comes in without a password. */
export function signInLink(): Wording {
  return {
    subject: 'Your link to sign in',
    first: 'Here is your link to sign in.',
    lines: [
      'It opens a page with a button, counts for 15 minutes and works once. You then stay signed in on that device for 30 days.',
      'You have not asked for it? Then leave this mail alone: nobody comes in without it.',
    ],
    why: 'because somebody asked for it with your address',
    action: 'Sign in',
  };
}
