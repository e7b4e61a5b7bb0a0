import { Configuration, SignedLinks } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

const PURPOSE = 'reply';
const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS_PER_DIGIT = 5n;
/** A UUID in base 32. */
const ID_LENGTH = 26;
/** The part of such an address before the domain; nothing else looks like it. */
const CODED = /([^<>\s@+]{1,20})\+[a-z2-7]{30,64}@/giu;

/**
 * The address that an answer to a mail goes to: `stanch+CODE@company.com`, where the code says which mail and is signed.
 * Letters and digits of one case alone, and short: some mail servers change the case, and 64 signs are the most (RFC 5321).
 */
@Injectable()
export class ReplyAddresses {
  constructor(
    private readonly configuration: Configuration,
    private readonly links: SignedLinks,
  ) {}

  /** Where an answer to a mail goes; null when answers are not received. */
  of(mailId: string): string | null {
    const { replyTo } = this.configuration;
    if (replyTo === undefined) return null;
    const at = replyTo.lastIndexOf('@');
    return `${replyTo.slice(0, at)}+${digitsOf(mailId)}${this.links.code(PURPOSE, mailId)}${replyTo.slice(at)}`;
  }

  /** A text without these addresses: whoever has one could answer in somebody else's name. */
  conceal(text: string): string {
    return text.replace(CODED, '$1@');
  }

  /** The mail that one of these addresses belongs to; null when none does. */
  mailIdIn(addresses: readonly string[]): string | null {
    for (const address of addresses) {
      const code = /\+([a-z2-7]+)@/u.exec(address.toLowerCase())?.[1] ?? '';
      const mailId = idOf(code.slice(0, ID_LENGTH));
      if (mailId !== null && this.links.code(PURPOSE, mailId) === code.slice(ID_LENGTH)) return mailId;
    }
    return null;
  }
}

function digitsOf(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '')}`);
  let digits = '';
  for (let count = 0; count < ID_LENGTH; count += 1) {
    digits = DIGITS.charAt(Number(rest & 31n)) + digits;
    rest >>= BITS_PER_DIGIT;
  }
  return digits;
}

function idOf(digits: string): string | null {
  if (digits.length !== ID_LENGTH) return null;
  const value = [...digits].reduce((sum, digit) => (sum << BITS_PER_DIGIT) | BigInt(DIGITS.indexOf(digit)), 0n);
  const hex = value.toString(16).padStart(32, '0');
  return hex.length > 32 ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
