const PLACE = 'stanch-address';

/** The address of whoever was signed in on this device last, so that the next time is one click. */
export function lastAddress(): string {
  return localStorage.getItem(PLACE) ?? '';
}

export function rememberAddress(email: string): void {
  localStorage.setItem(PLACE, email.trim());
}

/** Whoever signs out leaves nothing of themselves on the device. */
export function forgetAddress(): void {
  localStorage.removeItem(PLACE);
}
