import { createHash } from 'node:crypto';
import EmailReplyParser from 'email-reply-parser';
import type { AddressObject, HeaderValue, ParsedMail } from 'mailparser';

/** What a mail server says of a mail that it could not deliver (RFC 3464). */
export interface DeliveryReport {
  /** It will never arrive, rather than later. */
  readonly permanent: boolean;
  readonly reason: string;
}

/** A mail that came in, as far as it matters. */
export interface IncomingMail {
  /** The same for the same mail, however often it is fetched. */
  readonly key: string;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  /** What its writer says now: without what they quote and without their signature. */
  readonly said: string;
  /** All of its text. */
  readonly whole: string;
  /** What files came with it by name; the pictures of a signature are none. */
  readonly attachments: readonly string[];
  /** A machine wrote it: an out-of-office answer, a list, a loop. */
  readonly automatic: boolean;
  readonly report: DeliveryReport | null;
}

const LONGEST_REASON = 500;
/** So many lines at the most stand between the begin of "On Monday … wrote" and the address at its end. */
const LINES_OF_ATTRIBUTION = 3;
/** How mail programs begin the line above what they quote, in the languages of Europe's mail programs. */
const ATTRIBUTION = /^\s*(?:on|am|le|el|il|em|op|den|dne|w dniu|pe|på)\b/iu;
/** What answering machines write before the subject when they send none of the headers that say so. */
const MACHINE_SUBJECT =
  /^\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheits(?:notiz|meldung|nachricht)|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord)\b/iu;

/**
 * Reads a mail as it came over the wire; `envelope` has the addresses it was handed over for, when they are known.
 * `conceal` takes out of a text what lets somebody answer in the writer's name: mail programs quote our address.
 */
export async function readIncoming(
  raw: Buffer,
  envelope: readonly string[] = [],
  conceal: (text: string) => string = (text) => text,
): Promise<IncomingMail> {
  // Loaded with the first mail only: it is large, and most servers receive none.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true, keepDeliveryStatus: true });
  const whole = conceal((mail.text ?? '').trim());
  return {
    key: mail.messageId ?? createHash('sha256').update(raw).digest('hex'),
    from: mail.from?.value[0]?.address?.toLowerCase() ?? '',
    recipients: [...envelope, ...addressesOf(mail)],
    subject: mail.subject ?? '',
    said: new EmailReplyParser().parseReply(inOneLine(whole)).trim(),
    whole,
    attachments: filesOf(mail),
    automatic: isAutomatic(mail),
    report: reportOf(mail),
  };
}

/** Long attributions are broken into lines, mostly before the address; whole they are known for what they are. */
function inOneLine(text: string): string {
  const lines = text.split(/\r?\n/u);
  for (let end = 1; end < lines.length; end += 1) {
    if (!/<[^<>\s]+@[^<>\s]+>\s*:\s*$/u.test(lines[end] ?? '')) continue;
    const earliest = Math.max(0, end - LINES_OF_ATTRIBUTION);
    const begin = lines.findLastIndex((line, at) => at >= earliest && at < end && ATTRIBUTION.test(line));
    if (begin < 0 || lines.slice(begin, end).some((line) => line.trim() === '')) continue;
    const joined = lines
      .slice(begin, end + 1)
      .map((line) => line.trim())
      .join(' ');
    lines.splice(begin, end - begin + 1, joined);
    end = begin + 1;
  }
  return lines.join('\n');
}

function filesOf({ attachments }: ParsedMail): string[] {
  return attachments
    .filter(({ related, contentDisposition }) => !related && contentDisposition !== 'inline')
    .map(({ filename, contentType }) => filename ?? contentType);
}

function addressesOf({ to, cc, headers }: ParsedMail): string[] {
  const named = [to, cc].flat().flatMap((list: AddressObject | undefined) => list?.value ?? []);
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => textsOf(headers.get(name)));
  return [...named.flatMap(({ address }) => (address === undefined ? [] : [address])), ...delivered];
}

function textsOf(value: HeaderValue | undefined): string[] {
  const all = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return all.flatMap((one) =>
    typeof one === 'string' ? [one] : 'text' in one && typeof one.text === 'string' ? [one.text] : [],
  );
}

/** RFC 3834, and what came before it; a mail of a list (RFC 2919) is not an answer of a person either. */
function isAutomatic({ headers, from, subject }: ParsedMail): boolean {
  const auto = textsOf(headers.get('auto-submitted')).join().toLowerCase();
  if (auto !== '' && auto !== 'no') return true;
  if (/bulk|junk|list|auto_reply/iu.test(textsOf(headers.get('precedence')).join())) return true;
  if (['x-autoreply', 'x-autorespond', 'x-stanch', 'list'].some((name) => headers.has(name))) return true;
  if (MACHINE_SUBJECT.test(subject ?? '')) return true;
  const sender = from?.value[0]?.address ?? '';
  return sender === '' || /^(mailer-daemon|postmaster|no-?reply)@/iu.test(sender);
}

function reportOf({ attachments, headers }: ParsedMail): DeliveryReport | null {
  const status = attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  const type = headers.get('content-type');
  const isReport = typeof type === 'object' && 'value' in type && type.value === 'multipart/report';
  if (status === undefined || !isReport) return null;
  const text = status.content.toString('utf8');
  const code = /^Status:\s*(\d\.\d+\.\d+)/imu.exec(text)?.[1] ?? '';
  const failed = /^Action:\s*failed/imu.test(text);
  const said = /^Diagnostic-Code:\s*(?:smtp;\s*)?(.+(?:\r?\n[ \t].+)*)/imu.exec(text)?.[1] ?? code;
  return {
    permanent: failed && !code.startsWith('4'),
    reason: said.replace(/\s+/gu, ' ').slice(0, LONGEST_REASON),
  };
}
