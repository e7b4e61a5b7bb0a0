import { pageSize, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { findAlike } from '../domain/likeness.js';
import type { ReadPainPoint } from '../persistence/read-rows.js';
import type { RemediationTables } from '../persistence/tables.js';
import { ReadPainPoints } from './read-pain-points.js';

/** Of a long text so much is enough to know what it is about. */
const READ_OF_A_TITLE = 200;

/** Finds what stands on the board and may say the same, so that somebody joins it instead of raising it again. */
@Injectable()
export class FindSimilar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly painPoints: ReadPainPoints,
  ) {}

  async run(title: string, first: number): Promise<ReadPainPoint[]> {
    const most = pageSize(first);
    const said = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .select(['id', 'title as text'])
        .where('closed_at', 'is', null)
        .execute(),
    );
    const ids = findAlike(title.slice(0, READ_OF_A_TITLE), said, most);
    const found = new Map((await this.painPoints.byIds(ids)).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id)).filter((one) => one !== undefined);
  }
}
