const WORD_LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';

/** A password to hand over by word of mouth: about 78 bits, in groups, without letters that look alike. */
export function makePassword(): string {
  const pick = (letters: string) => letters[randomBelow(letters.length)] ?? '';
  const group = () => Array.from({ length: 4 }, () => pick(WORD_LETTERS + DIGITS)).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** Every outcome equally likely: a byte beyond the last whole multiple is thrown again. */
function randomBelow(limit: number): number {
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= 256 - (256 % limit));
  return (byte[0] ?? 0) % limit;
}
