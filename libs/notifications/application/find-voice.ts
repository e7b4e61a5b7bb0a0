import { WorkspaceSettings } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Language } from '../domain/language.js';
import { type Voice, voiceFor } from '../email/voice.js';
import { StoredChoices } from '../persistence/stored-choices.js';

/** What is written before there is a workspace, as in a spec, is written so. */
const NOWHERE = 'en-GB';

/** Finds the language in which somebody, or everybody, is written to. */
@Injectable()
export class FindVoice {
  constructor(
    private readonly settings: WorkspaceSettings,
    private readonly choices: StoredChoices,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** For one person: what they chose, or else the workspace's. */
  async of(personId: string): Promise<Voice> {
    const { language } = await this.unitOfWork.read((em) => this.choices.settingsOf({ em }, personId));
    return this.in(language);
  }

  /** For whoever reads along in a channel of a team: the workspace's. */
  async ofWorkspace(): Promise<Voice> {
    return this.in(null);
  }

  /** In a language, by the customs of the workspace's region. */
  async in(language: Language | null): Promise<Voice> {
    return voiceFor(language, (await this.settings.find())?.locale ?? NOWHERE);
  }
}
