import { useSyncExternalStore } from 'react';

/** How far the farthest viewer sits, in image heights. */
export const ROOMS = [4, 6, 8] as const;
export type Room = (typeof ROOMS)[number];

export type Light = 'light' | 'dark';

/** What was chosen for the room, on this device: the next meeting begins with it. */
export interface RoomChoices {
  room: Room;
  light: Light;
}

const PLACE = 'stanch-present';
const listeners = new Set<() => void>();
let known: RoomChoices | undefined;

/** What was kept, read with care: anything else that lies there counts as nothing. */
export function readChoices(kept: string | null): RoomChoices {
  const [room, light] = (kept ?? '').split(' ');
  return {
    room: ROOMS.find((one) => String(one) === room) ?? 6,
    // Rooms are bright more often than dark.
    light: light === 'dark' ? 'dark' : 'light',
  };
}

function choices(): RoomChoices {
  return (known ??= readChoices(localStorage.getItem(PLACE)));
}

function choose(next: Partial<RoomChoices>): void {
  known = { ...choices(), ...next };
  localStorage.setItem(PLACE, `${known.room} ${known.light}`);
  for (const listener of listeners) listener();
}

/** A key by which somebody sets the screen before them, and no other. A browser that refuses the full screen stays as it is. */
export function setOnDevice(command: 'full' | 'dark' | 'room'): void {
  const { room, light } = choices();
  if (command === 'dark') choose({ light: light === 'dark' ? 'light' : 'dark' });
  else if (command === 'room') choose({ room: ROOMS[(ROOMS.indexOf(room) + 1) % ROOMS.length] ?? 6 });
  else if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen().catch(() => undefined);
}

/** What was chosen for the room on this device. */
export function useRoomChoices(): RoomChoices {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, choices);
}

/** A screen on which one scrolls: a phone in the hand, not a wall. The styles know it by the same words. */
const NARROW = '(max-width: 48rem), (max-aspect-ratio: 1)';

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(NARROW).matches,
  );
}
