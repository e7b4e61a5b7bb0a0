import { createECDH } from 'node:crypto';
import { join } from 'node:path';
import { Configuration, ConfigurationError, keptFile } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { z } from 'zod';

const FILE = 'push-keys';
const Keys = z.object({ publicKey: z.string(), privateKey: z.string() });

/**
 * The pair of keys by which push services know that a push is ours (VAPID, RFC 8292): made at the first start and kept
 * beside the database. Each device that was switched on is bound to it.
 */
@Injectable()
export class PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;

  constructor(configuration: Configuration) {
    const kept = pairIn(keptFile(configuration, FILE, () => JSON.stringify(webPush.generateVAPIDKeys())));
    if (kept === null) {
      const file = join(configuration.dataFolder, FILE);
      throw new ConfigurationError(
        `The file ${file} is damaged. Delete it: new keys are made, and each device with push takes them when it next opens Stanch.`,
      );
    }
    this.publicKey = kept.publicKey;
    this.privateKey = kept.privateKey;
  }
}

/** Two keys that belong together; null for anything else. */
function pairIn(text: string): z.infer<typeof Keys> | null {
  try {
    const keys = Keys.parse(JSON.parse(text));
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(keys.privateKey, 'base64url');
    return pair.getPublicKey('base64url') === keys.publicKey ? keys : null;
  } catch {
    return null;
  }
}
