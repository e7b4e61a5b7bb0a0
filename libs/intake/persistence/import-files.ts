import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badInput, Refusal } from '@stanch/kernel';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Encoding, EncodingDetector, whyNotText } from '../domain/encoding.js';

/** A piece is dealt with in one go, and meanwhile nobody is answered; so it is small. */
const PIECE = 16 * 1024;

/** Staged values are read while others wait, so in larger pieces. */
const STAGED_PIECE = 256 * 1024;

const MEGABYTE = 1024 * 1024;

/** The files on their way into the programme, in a folder beside the database. Read and written piece by piece. */
@Injectable()
export class ImportFiles {
  private readonly folder: string;
  private readonly limit: number;

  constructor({ dataFolder, importLimitBytes }: Configuration) {
    this.folder = join(dataFolder, 'imports');
    this.limit = importLimitBytes;
  }

  /** Keeps a file and says in which encoding it is; refuses what is too large or no table. */
  async keep(id: string, content: Readable): Promise<Encoding> {
    await mkdir(this.folder, { recursive: true });
    const detector = new EncodingDetector();
    let size = 0;
    const { limit } = this;
    await pipeline(
      // A refusal must leave the content open: a request that is destroyed cannot be answered.
      async function* () {
        for await (const piece of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
          if (size === 0) refuseUnlessText(piece);
          size += piece.length;
          if (size > limit) throw tooLarge(limit);
          detector.add(piece);
          yield piece;
        }
      },
      createWriteStream(this.pathOf(id)),
    );
    if (size === 0) throw badInput('file', 'The file is empty.');
    return detector.finish();
  }

  /** The text of a kept file, piece by piece. */
  async *texts(id: string, encoding: string): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding.toLowerCase());
    const pieces = createReadStream(this.pathOf(id), { highWaterMark: PIECE });
    try {
      for await (const piece of pieces) yield decoder.decode(piece as Buffer, { stream: true });
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
      throw new Refusal('NOT_FOUND', 'The file is no longer kept here. Please choose it again.');
    }
    yield decoder.decode();
  }

  /** Keeps values beside the file, one a line, for reading them again in the same order. */
  async stage<Value>(id: string, packs: AsyncIterable<readonly Value[]>): Promise<void> {
    const lines = async function* () {
      for await (const pack of packs) yield pack.map((value) => `${JSON.stringify(value)}\n`).join('');
    };
    await pipeline(lines(), createWriteStream(this.stagedPathOf(id)));
  }

  /** The values that were staged, in packs. */
  async *staged<Value>(id: string, size: number): AsyncGenerator<Value[]> {
    let pack: Value[] = [];
    const input = createReadStream(this.stagedPathOf(id), { highWaterMark: STAGED_PIECE });
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      pack.push(JSON.parse(line) as Value);
      if (pack.length < size) continue;
      yield pack;
      pack = [];
    }
    if (pack.length > 0) yield pack;
  }

  /** Forgets the staged values; the file stays. */
  async unstage(id: string): Promise<void> {
    await rm(this.stagedPathOf(id), { force: true });
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await this.unstage(id);
  }

  /** Refuses before anything was read when the sender says that it is too much. */
  refuseBeyondLimit(bytes: number): void {
    if (bytes > this.limit) throw tooLarge(this.limit);
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}.csv`);
  }

  private stagedPathOf(id: string): string {
    return join(this.folder, `${id}.rows`);
  }
}

function refuseUnlessText(head: Uint8Array): void {
  const why = whyNotText(head);
  if (why) throw badInput('file', why);
}

function tooLarge(limit: number): Refusal {
  return badInput(
    'file',
    `The file is larger than ${Math.round(limit / MEGABYTE)} MB, which is the most that can be imported. ` +
      'Cut it into several files, or raise IMPORT_LIMIT_MB.',
  );
}
