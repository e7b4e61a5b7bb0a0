const PLACE = 'stanch-address';

/** The address with which somebody asked to come in on this device last, so that the next time is one click. */
export function lastAddress(): string {
  return localStorage.getItem(PLACE) ?? '';
}

export function rememberAddress(email: string): void {
  localStorage.setItem(PLACE, email.trim());
}
