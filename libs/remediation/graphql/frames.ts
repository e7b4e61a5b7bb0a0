import { Clock } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { Injectable } from '@nestjs/common';
import { patienceOf } from '../application/patience-of.js';
import type { RemediationTask } from '../domain/remediation-task.js';
import type { Win } from '../domain/win.js';
import type { ReadPainPoint } from '../persistence/read-rows.js';
import type { Frame } from './frame.js';
import { PainPointType } from './pain-point.type.js';
import { RemediationTaskType } from './remediation-task.type.js';
import { WinType } from './win.type.js';

/** Gives what was read the frame that its calculated fields need: hourly cost, currency and the time. */
@Injectable()
export class Frames {
  constructor(
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** The frame of an answer given now. */
  async now(): Promise<Frame> {
    const settings = await this.settings.current();
    const { hourlyCost, currency } = settings;
    return { hourlyCost, currency, now: this.clock.now(), patience: patienceOf(settings) };
  }

  async painPoint(painPoint: ReadPainPoint): Promise<PainPointType> {
    return PainPointType.of(painPoint, await this.now());
  }

  async task(task: RemediationTask): Promise<RemediationTaskType> {
    return RemediationTaskType.of(task, await this.now());
  }

  async win(win: Win): Promise<WinType> {
    return WinType.of(win, await this.now());
  }
}
