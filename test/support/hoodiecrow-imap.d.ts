/** The IMAP server that specs fetch from; it comes without types. */
declare module 'hoodiecrow-imap' {
  interface Mailbox {
    messages: { raw: string }[];
  }
  export interface ImapServer {
    server: { address(): unknown };
    listen(port: number, done: () => void): void;
    close(): void;
    appendMessage(mailbox: string, flags: string[], date: string | false, raw: string): void;
  }
  export default function hoodiecrow(options: {
    users: Record<string, { password: string }>;
    storage: Record<string, Mailbox>;
  }): ImapServer;
}
