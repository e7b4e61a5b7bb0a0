import { Refusal, type RefusalCode } from '@stanch/kernel';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';

const STATUS: Record<RefusalCode, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
};

/** A refusal is an answer, not a fault: it is told to the caller and not written into the log as an error. */
@Catch(Refusal)
export class RefusalFilter implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): Refusal | void {
    if (host.getType<string>() === 'graphql') return refusal;
    const { code, message, details } = refusal;
    host
      .switchToHttp()
      .getResponse<Response>()
      .status(STATUS[code])
      .json({ code, message, ...details });
  }
}
