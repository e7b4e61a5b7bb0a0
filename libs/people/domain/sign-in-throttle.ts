import { isIPv6 } from 'node:net';
import { type Clock, Refusal } from '@stanch/kernel';
import { normalisedEmail } from './email-address.js';

/** How many wrong tries are free, and how many seconds each further one costs. */
interface Patience {
  readonly tries: number;
  readonly secondsPerTry: number;
}

/** One address tried from one network. */
const FOR_ADDRESS: Patience = { tries: 8, secondsPerTry: 60 };
/** Everything tried from one network; a whole office may share it. */
const FOR_NETWORK: Patience = { tries: 100, secondsPerTry: 3 };

/** More counters than this are not kept; the ones that have waited longest go first. */
const MOST_COUNTERS = 50_000;

/** A try under way. It counts as failed from the start, so that many tries at once are no way around the count. */
export interface Try {
  /** Takes the try off the count and forgives the earlier ones of this address from here. */
  succeeded(): void;
}

/**
 * Slows down whoever guesses passwords, by address and network together. There is no lock on an address alone: it
 * would let anyone shut out a person by failing in their name. Kept in memory; a restart forgives.
 */
export class SignInThrottle {
  /** Counter to the moment (milliseconds) at which all its tries are forgotten. */
  private readonly counters = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Begins a try; refuses when there were too many. */
  begin(email: string, ip: string): Try {
    const network = networkOf(ip);
    const address = `${network} ${normalisedEmail(email)}`;
    this.refuseBeyond(address, FOR_ADDRESS);
    this.refuseBeyond(network, FOR_NETWORK);
    this.count(address, FOR_ADDRESS, 1);
    this.count(network, FOR_NETWORK, 1);
    return {
      succeeded: () => {
        this.counters.delete(address);
        this.count(network, FOR_NETWORK, -1);
      },
    };
  }

  private refuseBeyond(counter: string, patience: Patience): void {
    const ahead = (this.counters.get(counter) ?? 0) - this.now();
    const over = ahead - (patience.tries - 1) * patience.secondsPerTry * 1000;
    if (over <= 0) return;
    const retryAfterSeconds = Math.ceil(over / 1000);
    throw new Refusal('TOO_MANY_REQUESTS', `Too many tries. Please wait ${waitInWords(retryAfterSeconds)}.`, {
      retryAfterSeconds,
    });
  }

  private count(counter: string, patience: Patience, tries: number): void {
    const from = Math.max(this.counters.get(counter) ?? 0, this.now());
    const until = from + tries * patience.secondsPerTry * 1000;
    this.counters.delete(counter);
    if (until <= this.now()) return;
    if (this.counters.size >= MOST_COUNTERS) this.makeRoom();
    this.counters.set(counter, until);
  }

  private makeRoom(): void {
    const now = this.now();
    for (const [counter, until] of this.counters) if (until <= now) this.counters.delete(counter);
    for (const counter of this.counters.keys()) {
      if (this.counters.size < MOST_COUNTERS) return;
      this.counters.delete(counter);
    }
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}

/** Whoever has one IPv6 address usually has the whole /64. */
function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter((group) => group !== '').length;
  return [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':')].slice(0, 4).join(':');
}

function waitInWords(seconds: number): string {
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
