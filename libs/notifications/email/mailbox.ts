/** Fetches the unseen mails of a mailbox, each marked as seen once it was taken. `imaps://user:password@host/Folder`. */
export async function fetchMailbox(url: string, take: (raw: Buffer) => Promise<void>): Promise<void> {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  // Loaded where a mailbox is fetched only: it is large, and most servers have none.
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    host: hostname,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
  });
  // Without a listener a connection that breaks off would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || 'INBOX');
    const unseen = await client.search({ seen: false }, { uid: true });
    for (const uid of unseen || []) {
      const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
      if (mail === false || mail.source === undefined) continue;
      await take(mail.source);
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}
