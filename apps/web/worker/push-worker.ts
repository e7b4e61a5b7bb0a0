/**
 * The service worker: it shows what is pushed while no page of Stanch is open, and does nothing else. It answers no
 * request and keeps nothing, so that each visit gets the page as it is now. One file without imports, as all browsers
 * take it.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** What the server pushes; `PushMessage` there. */
interface Message {
  id: string;
  tag: string;
  title: string;
  text: string;
  before: string;
  to: string;
}

/** What stays with a notification while it is shown. */
interface Shown {
  id: string;
  to: string;
  /** How many came before it in the same place, and were not looked at. */
  before: number;
}

/** Said when a push carries nothing that can be read, since browsers want something to be shown. */
const UNREADABLE: Message = { id: '', tag: 'news', title: 'Stanch', text: 'Something happened.', before: '', to: '/' };

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('push', (event) => event.waitUntil(show(messageIn(event.data))));
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open((event.notification.data as Shown).to));
});
worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

function messageIn(data: PushMessageData | null): Message {
  try {
    return data === null ? UNREADABLE : { ...UNREADABLE, ...(data.json() as Partial<Message>) };
  } catch {
    return UNREADABLE;
  }
}

/** In the place of the one before about the same card, which it counts; the same once more is no news. */
async function show({ id, tag, title, text, before: words, to }: Message): Promise<void> {
  const [earlier] = await worker.registration.getNotifications({ tag });
  const shown = earlier?.data as Shown | undefined;
  const again = shown !== undefined && shown.id === id && id !== '';
  const before = shown === undefined ? 0 : shown.before + (again ? 0 : 1);
  const data: Shown = { id, to, before };
  await worker.registration.showNotification(title, {
    body: before === 0 ? text : `${text}\n${words.replace('#', String(before))}`,
    tag,
    data,
    icon: '/icon-192.png',
    badge: '/badge-96.png',
    // Not yet known to TypeScript: whether it makes itself heard although it only takes the place of another.
    ...{ renotify: !again },
  });
}

/** To where it leads, in a page of Stanch that is open, or else in a new one. */
async function open(to: string): Promise<void> {
  const address = new URL(to, worker.location.origin);
  if (address.origin !== worker.location.origin) return;
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ url }) => url === address.href) ?? pages[0];
  if (page === undefined) {
    await worker.clients.openWindow(address);
    return;
  }
  // The page goes there by itself: to load it anew would lose what somebody types in it.
  page.postMessage({ open: address.pathname + address.search });
  await page.focus();
}

/** The push service gave this browser another address: the server hears of it, as long as one is signed in. */
async function renew({ oldSubscription, newSubscription }: PushSubscriptionChangeEvent): Promise<void> {
  const { pushKey } = await ask<{ pushKey: string }>('{ pushKey }');
  const subscription =
    newSubscription ??
    (await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey }));
  const { endpoint, keys: { p256dh, auth } = {} } = subscription.toJSON();
  const input = { endpoint, p256dh, auth, replaces: oldSubscription?.endpoint };
  await ask('mutation ($input: SwitchPushOnInput!) { switchPushOn(input: $input) { id } }', { input });
}

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors[0]?.message);
  return data;
}

export {};
