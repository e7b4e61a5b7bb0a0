import { badInput, Refusal } from '@stanch/kernel';
import { ImportFiles, ReceiveFile } from '@stanch/intake';
import { IdentifyVisitor, type Visitor } from '@stanch/people';
import { Controller, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { policy } from './access-policy.js';

/**
 * What a table may be sent as. Forms, plain text and what says nothing of its kind can be sent by any page that a
 * signed-in lead happens to visit; these here a browser sends to another site only after asking it.
 */
const TABLES = [
  'text/csv',
  'text/tab-separated-values',
  'application/csv',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

/** Takes a spreadsheet in, as the raw body of a request, without ever holding it whole. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly receive: ReceiveFile,
    private readonly files: ImportFiles,
    private readonly identify: IdentifyVisitor,
  ) {}

  @Post()
  async take(@Query('name') name: unknown, @Req() request: Request): Promise<{ id: string }> {
    try {
      const visitor = await this.visitorOf(request);
      assertTable(request.headers['content-type'] ?? '');
      this.files.refuseBeyondLimit(Number(request.headers['content-length'] ?? 0));
      const { id } = await this.receive.run(visitor, typeof name === 'string' ? name : '', request);
      return { id };
    } catch (reason) {
      // A browser reads the answer only after it has sent all; what still comes is let pass.
      request.resume();
      if (reason instanceof Refusal || !request.destroyed) throw reason;
      throw badInput('file', 'The file did not arrive whole. Please send it again.');
    }
  }

  private async visitorOf(request: Request): Promise<Visitor> {
    const visitor = await this.identify.run(this.identify.proofOf(request.headers));
    const refusal = policy.check('POST /imports', visitor);
    if (refusal) throw refusal;
    return visitor as Visitor;
  }
}

function assertTable(contentType: string): void {
  const kind = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!TABLES.includes(kind)) {
    throw badInput(
      'content-type',
      `Send the file as the body of the request with "Content-Type: text/csv", not ${kind || 'without one'}.`,
    );
  }
}
