import { notFound } from '@stanch/kernel';
import { type Actor, seesInternal } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { RemediationTask } from '../domain/remediation-task.js';
import type { Win } from '../domain/win.js';
import { taskOf, winOf } from './find-or-refuse.js';

/** Reads a single task or win. */
@Injectable()
export class ReadWork {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async task(id: string): Promise<RemediationTask> {
    return this.unitOfWork.read((em) => taskOf({ em }, id));
  }

  /** A win; of one that is not published a sponsor knows nothing. */
  async win(id: string, viewer: Actor): Promise<Win> {
    const win = await this.unitOfWork.read((em) => winOf({ em }, id));
    if (!win.published && !seesInternal(viewer.role)) throw notFound('win');
    return win;
  }
}
