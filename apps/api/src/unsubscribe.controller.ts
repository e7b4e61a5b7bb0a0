import { LeaveMails, LeaveScope } from '@stanch/notifications';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';

/**
 * What a mail program calls when its reader presses "unsubscribe" (RFC 8058): no sign-in, no question, and as often as
 * it likes. It ends all mails and pushes; the page behind the same address lets one end less, and come back.
 */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly leaves: LeaveMails) {}

  @Post(':token')
  @HttpCode(200)
  async leave(@Param('token') token: string): Promise<string> {
    await this.leaves.run(token, LeaveScope.ALL, false);
    return 'No more mails come, and nothing is pushed. Open the same address in a browser to get them again.';
  }
}
