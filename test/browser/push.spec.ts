import type { Page } from 'playwright-core';
import { acts } from '../mail/hearing.js';
import type { Agent } from '../support/agent.js';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { PushedPage, substitutePushService } from '../support/browser-with-push.js';
import { move, raise } from '../support/builders.js';
import { CaughtPushes } from '../support/caught-pushes.js';
import { ServerProcess } from '../support/server-process.js';
import { type Member, PASSWORD, signIn, startWorld, type World } from '../support/world.js';

/** The built server, real Chromium, its own service worker; only the push service of its maker is ours. */
describe('push, from the settings page to the device', () => {
  let service: CaughtPushes;
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let reader: Member;
  let readers = 0;
  let page: Page;

  beforeAll(async () => {
    service = await CaughtPushes.start();
    server = await ServerProcess.start({
      ALLOW_PRIVATE_PUSH: 'true',
      NODE_EXTRA_CA_CERTS: service.certificateFile,
      MAIL_WINDOW_SECONDS: '0',
    });
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
  });
  beforeEach(async () => {
    readers += 1;
    reader = await world.join(`Reader ${'abcdefghijklmnopq'[readers]}`, 'SPONSOR');
    page = await browser.pageOf(server.url, reader);
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
    await service.close();
  });

  const allow = (on = page) => on.context().grantPermissions(['notifications'], { origin: server.url });
  const switchOnIn = (on = page) => on.getByRole('button', { name: 'Switch on in this browser' });
  const devices = (on = page) => on.getByRole('list', { name: 'Devices with push' }).getByRole('listitem');
  const switchedOn = async () => {
    const addresses = [service.browser(), service.browser()];
    await substitutePushService(page, addresses);
    await allow();
    await page.goto('/settings');
    await switchOnIn().click();
    await devices().filter({ hasText: 'this browser' }).waitFor();
    return addresses;
  };
  const devicesOf = async (agent: Agent) =>
    (await agent.ask<{ pushDevices: { signedIn: boolean }[] }>('{ pushDevices { signedIn } }')).pushDevices;
  const lastTo = (endpoint: string) => service.to({ endpoint }).at(-1);

  it('is switched on by a click, tested, and shows what happened; repeats of a card take one place', async () => {
    const [address] = await switchedOn();
    const pushed = await PushedPage.of(page);
    const endpoint = address?.endpoint ?? '';
    await page.getByRole('button', { name: /^Send a test to / }).click();
    await page.getByText(/^Sent to /).waitFor();
    await devices()
      .getByText(/last reached/)
      .waitFor();
    await pushed.deliver(JSON.stringify(lastTo(endpoint)));
    await sees(async () => (await pushed.shown()).map(({ title }) => title), ['It works']);

    const card = await raise(world.it.agent, { title: 'The till freezes', raiserId: reader.id });
    await sees(async () => lastTo(endpoint)?.title, `${card.key} The till freezes`);
    await pushed.deliver(JSON.stringify(lastTo(endpoint)));
    await move(world.it.agent, { id: card.id, toStageId: world.stage('TREATING') });
    await sees(async () => lastTo(endpoint)?.text, 'Work on the pain you raised has begun.');
    await pushed.deliver(JSON.stringify(lastTo(endpoint)));
    // The same once more, as after a crash, is no news.
    await pushed.deliver(JSON.stringify(lastTo(endpoint)));
    await sees(async () => (await pushed.shown()).find(({ tag }) => tag === card.id), {
      title: `${card.key} The till freezes`,
      body: 'Work on the pain you raised has begun.\n(and 1 before)',
      tag: card.id,
    });
  });

  it('opens the card in the page that is open when it is clicked', async () => {
    const [address] = await switchedOn();
    const pushed = await PushedPage.of(page);
    const card = await raise(world.it.agent, { title: 'Nobody answers the phone', raiserId: reader.id });
    await sees(async () => lastTo(address?.endpoint ?? '')?.tag, card.id);
    await pushed.deliver(JSON.stringify(lastTo(address?.endpoint ?? '')));
    await sees(async () => (await pushed.shown()).length, 1);
    await pushed.click(card.id);
    await page.waitForURL(`**/mine/p/${card.key}`);
    await page.getByRole('dialog', { name: `Pain point ${card.key}` }).waitFor();
    await sees(async () => (await pushed.shown()).length, 0);
    await page.keyboard.press('Escape');
    await page.waitForURL('**/settings');
  });

  it('shows something also of what it cannot read, and leads nowhere outside Stanch', async () => {
    await switchedOn();
    const pushed = await PushedPage.of(page);
    await pushed.deliver('no JSON');
    await sees(async () => (await pushed.shown()).map(({ body }) => body), ['Something happened.']);
    await pushed.deliver(
      JSON.stringify({ id: 'x', tag: 'evil', title: 'Evil', text: '', to: 'https://evil.example/' }),
    );
    await sees(async () => (await pushed.shown()).length, 2);
    await pushed.click('evil');
    await sees(async () => (await pushed.shown()).map(({ tag }) => tag), ['news']);
    expect(new URL(page.url()).pathname).toBe('/settings');
  });

  it('takes the new address that the push service gives, by the service worker itself', async () => {
    await switchedOn();
    await PushedPage.of(page);
    const fresh = service.browser();
    const [worker] = page.context().serviceWorkers();
    await worker?.evaluate(({ endpoint, p256dh, auth }) => {
      const newSubscription = { toJSON: () => ({ endpoint, keys: { p256dh, auth } }) };
      const event = new Event('pushsubscriptionchange');
      Object.assign(event, { oldSubscription: null, newSubscription, waitUntil: () => undefined });
      (globalThis as unknown as EventTarget).dispatchEvent(event);
    }, fresh);
    await sees(async () => (await devicesOf(reader.agent)).length, 2);
    const card = await raise(reader.agent);
    await acts.comment(world.it.agent, card.id, 'To the new address', 'SHARED');
    await sees(async () => lastTo(fresh.endpoint)?.text, 'Ivo Itman: “To the new address”');
  });

  it('ends with signing out, comes back with signing in, and is not left to the next person at this browser', async () => {
    await switchedOn();
    const elsewhere = await signIn(server.url, reader.email, PASSWORD);
    const leave = async () => {
      await page.getByRole('button', { name: /theme and signing out/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.waitForURL('**/sign-in');
    };
    const enter = async (email: string) => {
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL('**/mine');
    };
    await leave();
    expect(await devicesOf(elsewhere)).toEqual([{ signedIn: false }]);
    await enter(reader.email);
    await sees(async () => devicesOf(elsewhere), [{ signedIn: true }]);
    await leave();
    await enter(world.otherSponsor.email);
    const isOn = async () =>
      page.evaluate(
        'navigator.serviceWorker.ready.then(async (one) => (await one.pushManager.getSubscription()) !== null)',
      );
    await sees(isOn, false);
    expect(await devicesOf(world.otherSponsor.agent)).toEqual([]);
  });

  it.each([
    ['This address is not secure', "Object.defineProperty(window, 'isSecureContext', { value: false })", {}],
    ['This browser takes no push', 'delete window.PushManager', {}],
    [
      'First put Stanch on the Home Screen',
      'delete window.PushManager',
      { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1' },
    ],
  ])('cannot be switched on, and says so: %s', async (title, before, options) => {
    const other = await browser.pageOf(server.url, reader, options);
    await other.addInitScript(before);
    await other.goto('/settings');
    await other.getByRole('heading', { name: title }).waitFor();
    expect(await switchOnIn(other).count()).toBe(0);
    await other.context().close();
  });

  it('says that notifications are blocked, and goes on when they are allowed; says what the browser could not', async () => {
    await substitutePushService(page, []);
    // To grant one thing is to refuse all others.
    await page.context().grantPermissions(['geolocation'], { origin: server.url });
    await page.goto('/settings');
    await page.getByRole('heading', { name: 'Notifications are blocked in this browser' }).waitFor();
    await allow();
    await page.evaluate("Notification.requestPermission = () => Promise.resolve('default')");
    await switchOnIn().click();
    await page.getByText('The question of the browser was not answered').waitFor();
    await page.evaluate("Notification.requestPermission = () => Promise.resolve('granted')");
    await page.evaluate(
      "PushManager.prototype.subscribe = () => Promise.reject(new DOMException('no service', 'AbortError'))",
    );
    await switchOnIn().click();
    await page.getByText(/got no address to be pushed to \(no service\)/).waitFor();
    expect(await devicesOf(reader.agent)).toEqual([]);
  });

  it('is switched off here, and taken away elsewhere; a device that fails says so', async () => {
    const [address] = await switchedOn();
    service.always = 503;
    await page.getByRole('button', { name: /^Send a test to / }).click();
    await page.getByText(/The test did not get there: The push service of the browser answered 503/).waitFor();
    await devices()
      .getByText(/▲ not reached since/)
      .waitFor();
    service.always = 201;
    const elsewhere = await signIn(server.url, reader.email, PASSWORD);
    await elsewhere.ask('mutation ($input: SwitchPushOnInput!) { switchPushOn(input: $input) { id } }', {
      input: service.browser(),
    });
    await page.reload();
    await page.getByRole('button', { name: 'Take away A browser' }).click();
    await sees(async () => devices().count(), 1);
    await page.getByRole('button', { name: /^Switch off / }).click();
    await switchOnIn().waitFor();
    await sees(async () => devicesOf(reader.agent), []);
    await page.reload();
    await switchOnIn().click();
    await sees(async () => devices().count(), 1);
    expect(service.to(address as { endpoint: string })).toEqual([]);
  });

  it('looks right and can be used by all: light and dark, on a phone, at twice the size', async () => {
    await switchedOn();
    for (const [screen, colorScheme] of [
      [SCREENS.laptop, 'light'],
      [SCREENS.laptop, 'dark'],
      [SCREENS.phone, 'light'],
      // A laptop at twice the size.
      [{ width: 683, height: 384 }, 'light'],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(screen);
      await page.goto('/settings');
      await devices().first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(screen.width);
    }
  });
});
