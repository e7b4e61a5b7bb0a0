import type { SwitchPushOnInput } from '../../graphql/generated/types.js';

/** What stands between this browser and push. */
export type Obstacle = 'INSECURE' | 'HOME_SCREEN' | 'UNABLE' | 'REFUSED';

const WORKER = '/push-worker.js';

/** What hinders push in this browser now; null: nothing. */
export function obstacleHere(): Obstacle | null {
  if (!window.isSecureContext) return 'INSECURE';
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    return isOnIos() ? 'HOME_SCREEN' : 'UNABLE';
  }
  return Notification.permission === 'denied' ? 'REFUSED' : null;
}

/** Calls whenever somebody has allowed or refused notifications in the browser itself; gives back how to stop. */
export function onPermission(change: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  // Not every browser tells of it; coming back to the page is a moment to look as well.
  document.addEventListener('visibilitychange', change, { signal });
  void navigator.permissions
    ?.query({ name: 'notifications' })
    .then((status) => status.addEventListener('change', change, { signal }))
    .catch(() => undefined);
  return () => stop.abort();
}

/** The address by which this browser is pushed to; null while push is off here. */
export async function subscriptionHere(): Promise<PushSubscription | null> {
  if (obstacleHere() !== null) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Whether an address is bound to this key of the server; to another one nothing could be sent any more. */
export function isBoundTo(subscription: PushSubscription, key: string): boolean {
  const bound = subscription.options.applicationServerKey;
  return bound === null || base64url(bound) === key;
}

/** Asks the browser for an address, bound to the key of the server. Has to be allowed by then. */
export async function subscribeHere(key: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register(WORKER);
  await navigator.serviceWorker.ready;
  const known = await registration.pushManager.getSubscription();
  if (known && isBoundTo(known, key)) return known;
  await known?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** What the server needs to know of it. */
export function inputOf(subscription: PushSubscription, replaces?: string): SwitchPushOnInput {
  const { endpoint = '', keys: { p256dh = '', auth = '' } = {} } = subscription.toJSON();
  return { endpoint, p256dh, auth, ...(replaces === undefined ? {} : { replaces }) };
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** An iPad calls itself a Mac, but no Mac is touched. */
function isOnIos(): boolean {
  return /iPhone|iPad/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
}
