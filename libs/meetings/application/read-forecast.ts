import { Clock, dayIn, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { Quadrant, quadrantOf, ReadBoard, StageCategory } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import { type Forecast, forecast, seeded } from '../domain/forecast.js';
import { boardAt, fixesPerWeek } from '../domain/flow.js';
import { listed, Voice } from '../domain/plots/voice.js';
import { ReadFlow } from './read-flow.js';

/** A forecast in words. */
export interface ToldForecast extends Forecast {
  readonly words: string;
  readonly how: string;
}

/** Nobody works on these yet. */
const WAITING: readonly StageCategory[] = [StageCategory.BLEEDING, StageCategory.PLANNED];

/** When the open quick wins will be done, by the board's own pace; the same for everybody who asks on a day, also later. */
@Injectable()
export class ReadForecast {
  constructor(
    private readonly flow: ReadFlow,
    private readonly board: ReadBoard,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  async run(boardId: string | null, now = this.clock.now()): Promise<ToldForecast> {
    const { id } = await this.board.board(boardId);
    const settings = await this.settings.current();
    const { history, stages, hourlyCosts } = await this.flow.past(id);
    const { cards, hourlyCost } = boardAt(history, stages, hourlyCosts, now);
    const open = cards.filter(
      ({ category, bleedPerWeek, effortDays }) =>
        category !== StageCategory.FIXED && quadrantOf(bleedPerWeek, effortDays, hourlyCost) === Quadrant.QUICK_WIN,
    );
    const waiting = open.filter(({ category }) => WAITING.includes(category)).length;
    const today = dayIn(now, settings.timeZone);
    const perWeek = fixesPerWeek(history, Date.parse(now), 7 * MILLISECONDS_PER_DAY);
    const told = forecast({ perWeek, open: open.length, today }, seeded(`${id} ${today}`));
    const voice = new Voice(settings);
    return { ...told, words: wordsOf(told, voice), how: howOf(told, waiting, voice) };
  }
}

function wordsOf({ why, by, percent, open }: Forecast, voice: Voice): string {
  if (by === null) return why ?? '';
  const wins = open === 1 ? 'the one open quick win' : `the ${voice.number(open)} open quick wins`;
  return `${percent} of 100 runs finish ${wins} by ${voice.wholeDay(by)}.`;
}

function howOf({ open, weeks, finished, runs, halfBy }: Forecast, waiting: number, voice: Voice): string {
  const fixed = `${voice.count(finished, 'pain point was', 'pain points were')} fixed in the last ${voice.count(weeks, 'whole week')}`;
  const pace = weeks === 0 ? '' : ` ${fixed}, confirmed or not; what came back is not counted.`;
  const parts = [
    ...(waiting > 0 ? [`${voice.number(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`] : []),
    ...(open > waiting ? [`${voice.number(open - waiting)} ${open - waiting === 1 ? 'is' : 'are'} under way`] : []),
  ];
  const which = open === 0 ? '' : ` Of the ${voice.number(open)}, ${listed(parts)}.`;
  const drawn =
    runs === 0
      ? ''
      : ` Each of ${voice.number(runs)} runs draws one of these weeks by chance again and again until all are done; half of the runs are done by ${voice.wholeDay(halfBy ?? '')}.`;
  return (
    `An open quick win bleeds much for little effort (see the plot of impact and effort) and is not fixed yet.${which}` +
    `${pace}${drawn} It is taken that quick wins are treated first and that no more are found.`
  );
}
