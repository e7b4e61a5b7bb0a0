/** The encodings in which spreadsheets are saved. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/** Bytes looked at for signs of UTF-16; more add nothing. */
const HEAD = 4_096;

/** Says in which encoding a text is, fed with all of its bytes, piece by piece. */
export class EncodingDetector {
  private head = new Uint8Array(0);
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private validUtf8 = true;

  add(bytes: Uint8Array): void {
    if (this.head.length < HEAD) this.head = Buffer.concat([this.head, bytes.subarray(0, HEAD - this.head.length)]);
    if (this.validUtf8) this.validUtf8 = this.decodes(bytes, true);
  }

  /** The encoding; call it when all bytes were added. */
  finish(): Encoding {
    const utf16 = utf16Of(this.head);
    if (utf16) return utf16;
    return this.validUtf8 && this.decodes(new Uint8Array(0), false) ? 'UTF-8' : 'Windows-1252';
  }

  private decodes(bytes: Uint8Array, stream: boolean): boolean {
    try {
      this.utf8.decode(bytes, { stream });
      return true;
    } catch {
      return false;
    }
  }
}

/** The sign that programs put first, or zeros where Latin text has them in UTF-16. */
function utf16Of(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16LE';
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16BE';
  let even = 0;
  let odd = 0;
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > 4 * even) return 'UTF-16LE';
  if (even > 4 * odd) return 'UTF-16BE';
  return null;
}

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly says: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], says: 'This is an Excel or OpenDocument workbook.' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], says: 'This is an old Excel workbook.' },
  { bytes: [0x25, 0x50, 0x44, 0x46], says: 'This is a PDF document.' },
];

/** Why the first bytes of a file cannot be those of a table in text form; null when they can. */
export function whyNotText(head: Uint8Array): string | null {
  if (head.length === 0) return 'The file is empty.';
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (known) return `${known.says} Save it as CSV (in Excel: Save as, CSV UTF-8) and choose that file.`;
  const zeros = head.subarray(0, HEAD).filter((byte) => byte === 0).length;
  if (zeros > 0 && utf16Of(head.subarray(0, HEAD)) === null) {
    return 'This is not a table in text form. Save the spreadsheet as CSV and choose that file.';
  }
  return null;
}
