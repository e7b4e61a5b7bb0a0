import type { Page } from 'playwright-core';
import type { BrowserAddress } from './caught-pushes.js';

/**
 * Lets a page be pushed to although no push service of its maker can be reached: the two methods that ask one are
 * substituted and give these addresses, the next one each time. All else is the browser's own: the permission, the
 * service worker, what is shown.
 */
export async function substitutePushService(page: Page, addresses: readonly BrowserAddress[]): Promise<void> {
  await page.addInitScript((given) => {
    const kept = () => JSON.parse(localStorage.getItem('push of the test') ?? '{"at":0,"on":null}') as Kept;
    const keep = (next: Kept) => localStorage.setItem('push of the test', JSON.stringify(next));
    const subscriptionOf = ({ on }: Kept) => {
      const address = on && given[on.at];
      if (!on || !address) return null;
      const { endpoint, ...keys } = address;
      const key = Uint8Array.from(atob(on.key.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
      return {
        endpoint,
        options: { applicationServerKey: key.buffer, userVisibleOnly: true },
        toJSON: () => ({ endpoint, keys }),
        unsubscribe: async () => {
          keep({ ...kept(), on: null });
          return true;
        },
      };
    };
    const { PushManager } = globalThis as unknown as { PushManager: { prototype: object } };
    Object.assign(PushManager.prototype, {
      getSubscription: async () => subscriptionOf(kept()),
      subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
        const { at } = kept();
        keep({ at: at + 1, on: { at, key: applicationServerKey } });
        return subscriptionOf(kept());
      },
    });
  }, addresses);
}

/** What the page remembers of it over a reload: how many addresses were given, and which one is in use with which key. */
interface Kept {
  at: number;
  on: { at: number; key: string } | null;
}

/** A notification that is shown. */
export interface Shown {
  title: string;
  body: string;
  tag: string;
}

/** The service worker of a page, as the browser itself drives it. */
export class PushedPage {
  private constructor(
    private readonly page: Page,
    private readonly deliverTo: (data: string) => Promise<void>,
  ) {}

  /** Waits until the service worker is there. */
  static async of(page: Page): Promise<PushedPage> {
    const line = await page.context().newCDPSession(page);
    const registration = new Promise<string>((resolve) => {
      line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations;
        if (first) resolve(first.registrationId);
      });
    });
    await line.send('ServiceWorker.enable');
    const [registrationId, { origin }] = [await registration, new URL(page.url())];
    return new PushedPage(page, async (data) => {
      await line.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    });
  }

  /** Delivers what a push service would. */
  async deliver(data: string): Promise<void> {
    await this.deliverTo(data);
  }

  /** What is shown now. */
  async shown(): Promise<Shown[]> {
    return this.page.evaluate(async () => {
      const { serviceWorker } = navigator as unknown as { serviceWorker: { ready: Promise<Registration> } };
      const all = await (await serviceWorker.ready).getNotifications();
      return all.map(({ title, body, tag }) => ({ title, body, tag }));
    });
  }

  /** Clicks what is shown about something, as far as a browser without a screen can: by the event of the click. */
  async click(tag: string): Promise<void> {
    const [worker] = this.page.context().serviceWorkers();
    if (worker === undefined) throw new Error('There is no service worker.');
    await worker.evaluate(async (wanted) => {
      const scope = globalThis as unknown as Scope;
      const [notification] = await scope.registration.getNotifications({ tag: wanted });
      scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
    }, tag);
  }
}

/** What a test needs of a service worker, and of the world in which one lives. */
interface Registration {
  getNotifications(filter?: { tag: string }): Promise<Shown[]>;
}
interface Scope {
  registration: Registration;
  NotificationEvent: new (type: string, init: object) => object;
  dispatchEvent(event: object): void;
}
