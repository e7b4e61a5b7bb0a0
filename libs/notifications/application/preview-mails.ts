import { WorkspaceSettings } from '@stanch/people';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Mail } from '../domain/mail.js';
import { type RenderedMail, renderMail } from '../email/render-mail.js';

/** Shows a mail as its reader sees it. What is sent comes from here too, so both are the same. */
@Injectable()
export class PreviewMails {
  constructor(
    private readonly settings: WorkspaceSettings,
    private readonly configuration: Configuration,
  ) {}

  async of({ notice }: Pick<Mail, 'notice'>): Promise<RenderedMail> {
    const workspace = (await this.settings.find())?.name ?? 'your company';
    return renderMail(notice, { workspace, publicUrl: this.configuration.publicUrl });
  }
}
