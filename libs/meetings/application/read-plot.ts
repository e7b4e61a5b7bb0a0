import { badInput, Clock, type Instant, instantOf, MILLISECONDS_PER_DAY, mondayOf, notFound } from '@stanch/kernel';
import { type Actor, seesInternal, WorkspaceSettings } from '@stanch/people';
import { ReadBoard, ReadPainPoints, StageCategory } from '@stanch/remediation';
import { ReadCommitments } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import { boardAt, type CardThen, heldAt, hourlyCostAt, totalsAt } from '../domain/flow.js';
import { ageingPlot } from '../domain/plots/ageing.js';
import { beforeAfterPlot } from '../domain/plots/before-after.js';
import type { MailLanguage } from '../domain/mail-language.js';
import { bleedingPlot } from '../domain/plots/bleeding.js';
import { commitmentsKeptPlot } from '../domain/plots/commitments-kept.js';
import { cumulativeFlowPlot } from '../domain/plots/cumulative-flow.js';
import type { Canvas, Plot } from '../domain/plots/drawing.js';
import { impactEffortPlot } from '../domain/plots/impact-effort.js';
import {
  checkedCanvas,
  checkedChoices,
  momentsOf,
  PlotKind,
  windowOf,
  type Window,
} from '../domain/plots/plot-request.js';
import { timeToFixedPlot } from '../domain/plots/time-to-fixed.js';
import { type Customs, Voice } from '../domain/plots/voice.js';
import type { Slice } from '../domain/slice.js';
import { NO_PACE, stagePaces } from '../domain/stage-pace.js';
import { PlotFacts } from '../persistence/plot-facts.js';
import { type Past, ReadFlow } from './read-flow.js';

/** A plot as somebody asks for it. */
export interface PlotRequest extends Canvas {
  readonly kind: PlotKind;
  /** Default: the default board. */
  readonly boardId?: string | null;
  /** Default: the trailing twelve weeks, the last one among them. */
  readonly from?: Instant | null;
  /** Default: now. */
  readonly to?: Instant | null;
  /** Whose measure; for the plot before and after a win. */
  readonly winId?: string | null;
  /** What can be chosen, in the order of its list: the plot of impact and effort is of these alone, by their numbers. */
  readonly choices?: readonly string[] | null;
  /** In which language, and by the customs of which region; default: as on the screens of the workspace. */
  readonly spoken?: { readonly language: MailLanguage; readonly locale: string };
  /** By whose days; default: those of the workspace. */
  readonly timeZone?: string | undefined;
  /** Of which slice of the board; the commitments kept are of all of it. */
  readonly slice?: Slice | null;
}

/** What every plot is made with. */
interface Making {
  readonly boardId: string;
  readonly past: Past;
  /** Also of what the slice leaves out. */
  readonly whole: Past;
  /** What the slice holds; null: everything. */
  readonly held: ReadonlySet<string> | null;
  readonly choices: readonly string[] | null;
  readonly window: Window;
  readonly canvas: Canvas;
  readonly voice: Voice;
}

const OF_A_SLICE = 'It follows the cards that are in the slice now, also back to when they were not in it yet.';

/** The plots that name cards: where these stood is replayed, what they were called is not. */
const NAMING: readonly PlotKind[] = [PlotKind.TIME_TO_FIXED, PlotKind.AGEING, PlotKind.IMPACT_EFFORT];
const CALLED_AS_NOW = 'Titles are those of now, also of a card that was called something else then.';

/** Draws the plots, from the recorded history: as it was at their end, whatever happened later. */
@Injectable()
export class ReadPlot {
  constructor(
    private readonly flow: ReadFlow,
    private readonly board: ReadBoard,
    private readonly painPoints: ReadPainPoints,
    private readonly commitments: ReadCommitments,
    private readonly facts: PlotFacts,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  async run(actor: Pick<Actor, 'role'>, request: PlotRequest): Promise<Plot> {
    const { width, height, textSize, margin, kind } = request;
    const canvas = checkedCanvas({ width, height, textSize, margin }, kind);
    const { id: boardId } = await this.board.board(request.boardId);
    const customs = await this.customs(request);
    if (kind === PlotKind.BEFORE_AFTER) {
      return this.beforeAfter(actor, request.winId ?? null, canvas, new Voice(customs));
    }
    const whole = await this.flow.past(boardId);
    // In the money of the day that it shows last.
    const { currency } = heldAt(whole.hourlyCosts, request.to ?? this.clock.now()) ?? customs;
    const voice = new Voice({ ...customs, currency });
    const { slice } = request;
    const held = slice ? await this.painPoints.idsWithin(slice.byId, slice.filter) : null;
    const past = held ? { ...whole, history: whole.history.only(held) } : whole;
    const choices = checkedChoices(request.choices ?? null);
    const asked = { from: request.from ?? undefined, to: request.to ?? undefined };
    const now = this.clock.now();
    const window = windowOf(asked, now, beginOf(whole), voice);
    const plot = await this.draw(kind, { boardId, past, whole, held, choices, window, canvas, voice });
    const how = [
      plot.how,
      ...(window.to < now && NAMING.includes(kind) ? [CALLED_AS_NOW] : []),
      ...(held && kind !== PlotKind.COMMITMENTS_KEPT ? [OF_A_SLICE] : []),
    ];
    return { ...plot, how: how.join(' ') };
  }

  private async customs({ spoken, timeZone }: PlotRequest): Promise<Customs> {
    const settings = await this.settings.current();
    const { locale, currency } = settings;
    return { locale, currency, timeZone: timeZone ?? settings.timeZone, ...spoken };
  }

  private async draw(kind: Exclude<PlotKind, 'BEFORE_AFTER'>, making: Making): Promise<Plot> {
    switch (kind) {
      case PlotKind.BLEEDING:
        return this.bleeding(making);
      case PlotKind.CUMULATIVE_FLOW:
        return this.cumulativeFlow(making);
      case PlotKind.TIME_TO_FIXED:
        return this.timeToFixed(making);
      case PlotKind.AGEING:
        return this.ageing(making);
      case PlotKind.COMMITMENTS_KEPT:
        return this.commitmentsKept(making);
      case PlotKind.IMPACT_EFFORT:
        return this.impactEffort(making);
    }
  }

  private async bleeding({ boardId, past, held, window, canvas, voice }: Making): Promise<Plot> {
    const { history, stages, hourlyCosts } = past;
    const totals = totalsAt(history, stages, hourlyCosts, momentsOf(window, voice));
    const wins = await this.facts.winsTold(boardId, window.from, window.to, held);
    return bleedingPlot({ totals, wins, hourlyCost: hourlyCostAt(hourlyCosts, window.to) }, canvas, voice);
  }

  private cumulativeFlow({ past, window, canvas, voice }: Making): Plot {
    const { history, stages, hourlyCosts } = past;
    const totals = totalsAt(history, stages, hourlyCosts, momentsOf(window, voice));
    const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
    const within = (time: number | null | undefined) => time != null && time > from && time <= to;
    let [came, fixed] = [0, 0];
    for (const journey of history.journeys) {
      const began = journey.stands[0]?.from;
      if (within(began)) came += 1;
      const stand = journey.at(to);
      // What came in as fixed was not fixed here.
      if (stand?.onBoard && within(stand.fixedAt) && (stand.fixedAt ?? 0) > (began ?? 0)) fixed += 1;
    }
    return cumulativeFlowPlot({ totals, came, fixed }, canvas, voice);
  }

  private async timeToFixed({ boardId, past, window, canvas, voice }: Making): Promise<Plot> {
    const { from, to } = window;
    const cases = [];
    for (const journey of past.history.journeys) {
      const confirmedAt = journey.at(Date.parse(to))?.confirmedAt ?? null;
      if (confirmedAt === null || confirmedAt < Date.parse(from)) continue;
      const days = Math.ceil(Math.max(0, confirmedAt - Date.parse(journey.card.raisedAt)) / MILLISECONDS_PER_DAY);
      cases.push({ id: journey.card.painPointId, confirmedAt: instantOf(confirmedAt), days });
    }
    const names = await this.facts.names(
      boardId,
      cases.map(({ id }) => id),
    );
    const named = cases
      .map(({ id, ...one }) => ({ ...one, ...(names.get(id) ?? { key: '', title: '' }) }))
      .toSorted((one, other) => (one.confirmedAt < other.confirmedAt ? -1 : 1));
    return timeToFixedPlot({ from, to, cases: named }, canvas, voice);
  }

  private async ageing({ boardId, past, whole, window, canvas, voice }: Making): Promise<Plot> {
    const at = window.to;
    const board = boardAt(past.history, past.stages, past.hourlyCosts, at);
    const open = board.cards.filter(({ category }) => category !== StageCategory.FIXED);
    const names = await this.facts.names(
      boardId,
      open.map(({ painPointId }) => painPointId),
    );
    const paces = stagePaces(whole.history, Date.parse(at));
    const byStage = Map.groupBy(open, ({ stageId }) => stageId);
    const aged = ({ painPointId, since }: CardThen) => ({
      ...(names.get(painPointId) ?? { key: '', title: '' }),
      days: Math.max(0, Date.parse(at) - Date.parse(since)) / MILLISECONDS_PER_DAY,
    });
    const stages = board.stages
      .filter(({ category }) => category !== StageCategory.FIXED)
      .map((stage) => ({
        stage,
        pace: paces.get(stage.id) ?? NO_PACE,
        cards: (byStage.get(stage.id) ?? []).map(aged).toSorted((one, other) => other.days - one.days),
      }));
    return ageingPlot({ at, stages }, canvas, voice);
  }

  private async commitmentsKept({ window, canvas, voice }: Making): Promise<Plot> {
    const weeks = await this.commitments.weeks(mondayOf(voice.dayOf(window.from)), voice.dayOf(window.to));
    return commitmentsKeptPlot(weeks, canvas, voice);
  }

  private async impactEffort({ boardId, past, choices, window, canvas, voice }: Making): Promise<Plot> {
    const { cards, hourlyCost } = boardAt(past.history, past.stages, past.hourlyCosts, window.to);
    const numbers = choices && new Map(choices.map((id, at) => [id, at + 1]));
    // What is planned waits, too, but it has been chosen.
    const waiting = cards.filter(({ category, painPointId }) =>
      numbers
        ? category === StageCategory.BLEEDING && numbers.has(painPointId)
        : category === StageCategory.BLEEDING || category === StageCategory.PLANNED,
    );
    const names = await this.facts.names(
      boardId,
      waiting.map(({ painPointId }) => painPointId),
    );
    const candidates = waiting.map(({ painPointId, bleedPerWeek, effortDays }) => ({
      ...(names.get(painPointId) ?? { key: '', title: '' }),
      bleedPerWeek,
      effortDays,
      number: numbers?.get(painPointId),
    }));
    return impactEffortPlot({ candidates, hourlyCost, fromList: numbers !== null }, canvas, voice);
  }

  private async beforeAfter(
    { role }: Pick<Actor, 'role'>,
    winId: string | null,
    canvas: Canvas,
    voice: Voice,
  ): Promise<Plot> {
    if (winId === null) throw badInput('winId', 'Name the win whose measure is to be drawn.');
    const win = await this.facts.win(winId);
    // A win that its sponsors were not told yet is internal.
    if (!win || (!win.published && !seesInternal(role))) throw notFound('win');
    return beforeAfterPlot(win, canvas, voice);
  }
}

/** When the first card came to the board; null while there is none. */
function beginOf({ history }: Past): Instant | null {
  let first = Infinity;
  for (const { stands } of history.journeys) first = Math.min(first, stands[0]?.from ?? Infinity);
  return Number.isFinite(first) ? instantOf(first) : null;
}
