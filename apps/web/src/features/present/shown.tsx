import { DueNext, DueSince } from './commitments.js';
import { Decided, End, type Somebody } from './decisions.js';
import type { Meeting, StepKind } from './meeting.graphql.js';
import type { Slide } from './place.js';
import { ViewSlide } from './plot-slides.js';
import { viewOf } from './plots.js';
import { QuickWins } from './quick-wins.js';
import { BehindFigure, SinceLast } from './since-last.js';
import type { PageOfSlide } from './slide.js';
import { type FigureName, FIGURES } from './slides.js';
import { WalkCard, WalkMap } from './walk.js';
import { NoWins, WinSlide } from './wins.js';

interface ShownProps extends PageOfSlide {
  meeting: Meeting;
  kind: StepKind;
  slide: Slide;
  deep: boolean;
  roomy: boolean;
  people: readonly Somebody[];
  open(figure: FigureName): void;
  plan: ((painPointId: string) => void) | undefined;
  mark: ((personId: string, present: boolean | null) => void) | undefined;
  end: (() => void) | undefined;
}

/** The slide of a step that is shown. */
export function Shown({ kind, slide, roomy, people, open, plan, mark, end, ...rest }: ShownProps) {
  const { meeting } = rest;
  const view = viewOf(slide.id);
  if (view) return <ViewSlide {...rest} {...view} />;
  switch (kind) {
    case 'SINCE_LAST': {
      const figure = FIGURES.find((one) => one === slide.id);
      return figure ? <BehindFigure {...rest} figure={figure} /> : <SinceLast {...rest} open={open} />;
    }
    case 'WINS': {
      const win = meeting.wins.find(({ winId }) => winId === slide.winId);
      return win ? <WinSlide {...rest} roomy={roomy} win={win} /> : <NoWins {...rest} />;
    }
    case 'COMMITMENTS':
      return slide.id === 'next' ? <DueNext {...rest} /> : <DueSince {...rest} />;
    case 'WALK': {
      const item = meeting.walk.items.find(({ card }) => card.painPointId === slide.painPointId);
      return item ? <WalkCard {...rest} item={item} /> : <WalkMap {...rest} />;
    }
    case 'QUICK_WINS':
      return slide.id === 'plot' ? (
        <ViewSlide {...rest} view="IMPACT_EFFORT" asTable={false} />
      ) : (
        <QuickWins {...rest} plan={plan} />
      );
    case 'DECISIONS':
      return slide.id === 'end' ? <End {...rest} people={people} mark={mark} end={end} /> : <Decided {...rest} />;
  }
}
