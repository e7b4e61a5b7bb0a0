import { badInput } from '@stanch/kernel';
import { z } from 'zod';

const MOST = 254;

/**
 * An e-mail address as we store and compare it: trimmed and in lower case. The form is checked loosely, since only a
 * mail that arrives proves an address; line breaks and angle brackets, with which headers are forged, are refused.
 */
export function emailAddress(field: string, value: string): string {
  const address = normalisedEmail(value);
  if (address.length > MOST || !/^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+$/u.test(address)) {
    throw badInput(field, `"${value.trim().slice(0, 60)}" is not an e-mail address. It looks like name@company.com.`);
  }
  return address;
}

/** The form in which addresses are compared, without a check. */
export function normalisedEmail(value: string): string {
  return value.trim().normalize('NFC').toLowerCase();
}

/** Refuses an address that the sign-in form would not take: there the usual signs and a domain with a dot are needed. */
export function assertSignInAddress(field: string, address: string | null): void {
  if (address === null) throw badInput(field, 'Someone who signs in with a password needs an e-mail address.');
  if (!z.email().safeParse(address).success) {
    throw badInput(field, `Nobody can sign in as ${address}: the address needs a domain such as company.com.`);
  }
}
