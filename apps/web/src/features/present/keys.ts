/** What a key or its button does in the projected view. */
export type Command =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'up'
  | 'down'
  | 'close'
  | 'keys'
  | 'black'
  | 'full'
  | 'dark'
  | 'room'
  | 'lead'
  | 'follow'
  | 'leave'
  | 'phone'
  | 'plots'
  | 'table'
  | 'slice'
  | 'whole'
  | 'hold'
  | 'acts'
  | 'undo'
  | Act
  | `step ${number}`;

/** What is done to the card that is shown, or noted for the minutes. */
export type Act = 'move' | 'owner' | 'promise' | 'block' | 'decision' | 'action';

/** The keys of each command; the first one is shown. A clicker sends the page keys, some of them also the full stop. */
const KEYS: readonly (readonly [Exclude<Command, `step ${number}`>, readonly string[]])[] = [
  ['next', ['→', 'ArrowRight', 'PageDown', ' ']],
  ['back', ['←', 'ArrowLeft', 'PageUp']],
  ['first', ['Home']],
  ['last', ['End']],
  ['up', ['↑', 'ArrowUp']],
  ['down', ['↓', 'ArrowDown']],
  ['close', ['Esc', 'Escape']],
  ['keys', ['?']],
  ['black', ['b', '.']],
  ['full', ['f']],
  ['dark', ['d']],
  ['room', ['r']],
  ['lead', ['i']],
  ['follow', ['g']],
  ['leave', ['q']],
  ['phone', ['h']],
  ['plots', ['v']],
  ['table', ['t']],
  ['slice', ['s']],
  ['whole', ['w']],
  // Only where nobody presents: elsewhere it goes on.
  ['hold', ['Space']],
  ['acts', ['k', '/']],
  ['undo', ['u']],
  ['move', ['m']],
  ['owner', ['o']],
  ['promise', ['p']],
  ['block', ['x']],
  ['decision', ['c']],
  ['action', ['a']],
];

/** The key that is shown for a command. */
export function keyOf(command: Command): string {
  if (command.startsWith('step ')) return command.slice('step '.length);
  return KEYS.find(([one]) => one === command)?.[1][0] ?? '';
}

/** What a pressed key asks for. */
export function commandOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Command | undefined {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (/^[1-9]$/.test(key)) return `step ${Number(key)}`;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return KEYS.find(([, keys]) => keys.includes(pressed))?.[0];
}
