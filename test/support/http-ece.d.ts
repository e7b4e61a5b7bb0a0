declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  /** Reads what was encrypted for the owner of a key (RFC 8188 with the keys of RFC 8291). */
  export function decrypt(
    content: Buffer,
    parameters: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string },
  ): Buffer;
}
