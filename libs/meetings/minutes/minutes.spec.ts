import { Resvg } from '@resvg/resvg-js';
import { getDocumentProxy } from 'unpdf';
import type { CommitmentNews, CountedCards, MeetingCard, Minutes, ShownItem, WalkItem } from '../domain/minutes.js';
import { minutesInMarkdown } from './minutes-in-markdown.js';
import { minutesInPdf } from './minutes-in-pdf.js';
import { tellMinutes } from './tell-minutes.js';

const frame = { locale: 'en-GB', timeZone: 'Europe/Berlin', url: 'https://stanch.example.com/meetings/m1' };

function card(key: string, title: string): MeetingCard {
  return {
    painPointId: `id of ${key}`,
    key,
    title,
    words: 'It hurts.',
    stage: 'Treating',
    category: 'TREATING',
    raiser: 'Greta Olsen',
    businessUnit: 'Bakeries',
    owner: 'Samir Haddad',
    sponsors: 2,
    bleedPerWeek: 840,
    effortDays: 3,
    score: 280,
    quadrant: 'QUICK_WIN',
    blocked: false,
    blockedReason: null,
    raisedAt: '2026-10-01T08:00:00.000Z',
    enteredStageAt: '2026-11-01T08:00:00.000Z',
    daysInStage: 17,
    dueOn: '2026-11-20',
    firstDueOn: '2026-11-13',
  };
}
const routes = card('P-4', 'Drivers wait for the printed route');
const leave = card('P-9', 'Leave requests disappear without an answer');
const counted = (...cards: MeetingCard[]): CountedCards => ({ count: cards.length, bleedPerWeek: 0, cards });

function promised(outcome: CommitmentNews['outcome'], more: Partial<CommitmentNews> = {}): CommitmentNews {
  return {
    commitmentId: outcome,
    card: routes,
    by: 'Samir Haddad',
    dueOn: '2026-11-20',
    firstDueOn: '2026-11-13',
    newDueOn: null,
    moves: 0,
    outcome,
    reason: null,
    missedBefore: false,
    ...more,
  };
}

function meeting(more: Partial<Minutes> = {}): Minutes {
  const none = counted();
  return {
    version: 1,
    board: 'Fernwick Foods',
    startedAt: '2026-11-18T09:00:00.000Z',
    startedBy: 'Nora Lindqvist',
    endedAt: '2026-11-18T09:31:00.000Z',
    endedBy: 'Nora Lindqvist',
    currency: 'EUR',
    nextOn: '2026-11-25',
    steps: [],
    attendance: [],
    stages: [],
    trust: {
      kept: 7,
      due: 9,
      fixed: 14,
      confirmed: 11,
      checked: 18,
      reopened: 2,
      meanRating: 4.2,
      fixedWithinDays: 31,
      fixedCases: 11,
      medianAgeDays: 24,
      medianAnswerHours: 30,
    },
    sinceLast: {
      from: '2026-11-11T09:30:00.000Z',
      to: '2026-11-18T09:31:00.000Z',
      bleedThen: 12_400,
      bleedNow: 11_250,
      effects: { raised: 0, reopened: 0, returned: 0, fixed: -1_150, left: 0, reestimated: 0 },
      raised: counted(routes, leave),
      fixed: none,
      confirmed: none,
      reopened: none,
      returned: none,
      moved: { count: 3, moves: [] },
      left: { count: 0, cards: [] },
      reestimated: { count: 0, cards: [] },
      kept: [promised('KEPT')],
      broken: [],
      postponed: [],
    },
    wins: [],
    commitments: { fellDue: 0, kept: [], broken: [], moved: [], awaited: [], dueNext: [] },
    walk: { count: 0, items: [] },
    candidates: [],
    decisions: [],
    actions: [],
    promised: [],
    shown: [],
    ...more,
  };
}
const decided = (text: string) => ({
  id: text,
  text,
  at: '2026-11-18T09:20:00.000Z',
  by: 'Nora Lindqvist',
  card: null,
});
const asked = (title: string) => ({
  taskId: title,
  title,
  assignee: 'Tobias Wenk',
  dueOn: '2026-11-24',
  state: 'TODO',
  cards: [routes],
});
const markdownOf = (minutes: Minutes) => minutesInMarkdown(tellMinutes(minutes, frame));

describe('minutes as Markdown', () => {
  it('begin with what was decided and who does what until when', () => {
    const told = markdownOf(
      meeting({ decisions: [decided('The printers go.')], actions: [asked('Order six phones')] }),
    );
    expect(told).toContain('# Status meeting of 18 November 2026');
    expect(told).toContain('1. **The printers go.** (Nora Lindqvist)');
    expect(told).toContain('- **Order six phones**: Tobias Wenk, by 24 November 2026 (P-4 Drivers wait for');
    expect(told.indexOf('Decisions')).toBeLessThan(told.indexOf('Since the last meeting'));
  });

  it('say so when nothing was decided and nobody was asked to do anything', () => {
    expect(markdownOf(meeting())).toContain('Nothing was decided.');
    expect(markdownOf(meeting())).toContain('Nobody was asked to do anything.');
  });

  it('tell what became of promises: the broken first, with the reason', () => {
    const broken = promised('BROKEN', { reason: 'The supplier sent the wrong ones.' });
    const moved = promised('MOVED', { newDueOn: '2026-12-01' });
    const commitments = {
      fellDue: 3,
      kept: [promised('KEPT')],
      broken: [broken],
      moved: [moved],
      awaited: [],
      dueNext: [],
    };
    const told = markdownOf(meeting({ commitments }));
    expect(told).toContain('was due 20 November 2026 (The supplier sent the wrong ones.)');
    expect(told).toContain('from 20 November 2026 to 1 December 2026');
    expect(told.indexOf('Broken')).toBeLessThan(told.indexOf('Kept'));
    expect(told).toContain('- promises kept: **1 of 3**');
  });

  it('tell what was talked about in its order, also what was settled in the room and beyond what the walk lists', () => {
    const look = (of: MeetingCard, more: Partial<ShownItem> = {}): ShownItem => ({
      step: 'WALK',
      what: `${of.key} ${of.title}`,
      painPointId: of.painPointId,
      winId: null,
      seconds: 60,
      card: of,
      ...more,
    });
    const open: WalkItem = {
      card: leave,
      reasons: ['BLOCKED'],
      daysInStage: 17,
      usualDays: 9,
      usualCases: 12,
      usualIsFallback: false,
      nextTask: null,
      toDecide: 'Who unblocks it?',
    };
    const settled = { ...routes, stage: 'Checking', owner: null };
    const old = look(card('P-3', 'From before'), { card: null });
    const step = { step: 'WALK', what: null, painPointId: null, winId: null, seconds: 9 } as const;
    const told = markdownOf(
      meeting({ walk: { count: 140, items: [open] }, shown: [step, look(settled), look(leave), look(settled), old] }),
    );
    expect(told.split('## What was talked about')[1]?.split('##')[0]?.trim().split('\n')).toEqual([
      '- **P-4 Drivers wait for the printed route**: Now in Checking. (nobody has it yet)',
      '- **P-9 Leave requests disappear without an answer**: Who unblocks it? (Samir Haddad)',
      '- **P-3 From before**',
    ]);
  });

  it('keep what a person typed as it is, whatever signs are in it', () => {
    const told = markdownOf(meeting({ decisions: [decided('# Stop\n\n- [here](javascript:x) *now* <b>1</b>')] }));
    expect(told).toContain('**\\# Stop - \\[here\\](javascript:x) \\*now\\* \\<b\\>1\\</b\\>**');
    expect(markdownOf(meeting({ decisions: [decided('1. first')] }))).toContain('**1\\. first**');
  });
});

describe('minutes as a PDF', () => {
  it('have real text, in the language and with the title that readers are told', async () => {
    const minutes = meeting({ decisions: [decided('Олена decides für Łódź: ½ price')] });
    const { bytes, pages } = await minutesInPdf(minutes, frame);
    const { text, info, marked } = await read(bytes);
    expect(pages).toBe(1);
    expect(text).toContain('Status meeting of 18 November 2026');
    expect(text).toContain('Олена decides für Łódź: ½ price');
    expect(info).toMatchObject({ Title: 'Status meeting of 18 November 2026', Language: 'en' });
    expect(marked).toBe(true);
  });

  it('say so where something was typed that they cannot print', async () => {
    const told = async (text: string) =>
      (await read((await minutesInPdf(meeting({ decisions: [decided(text)] }), frame)).bytes)).text;
    expect(await told('Ça va: ½ €, “Ωμέγα” № 7 → done ✓')).not.toContain('cannot be printed here');
    for (const text of ['会议决定', 'قرار', 'Well done 🎉'])
      expect(await told(text)).toContain('cannot be printed here');
  });

  it('fit two pages also after the fullest meeting, and lose no decision and no action item', async () => {
    const many = <Made>(count: number, make: (at: number) => Made) =>
      Array.from({ length: count }, (_, at) => make(at));
    const long = 'A title as long as a title can be, since somebody put everything into it. '.repeat(3).slice(0, 200);
    const items = many(40, (at) => ({
      card: card(`P-${at}`, long),
      reasons: ['BLOCKED' as const],
      daysInStage: 17,
      usualDays: 12,
      usualCases: 14,
      usualIsFallback: false,
      nextTask: null,
      toDecide: 'What stops it, and who removes that?',
    }));
    const full = meeting({
      decisions: many(8, (at) => decided(`Decision ${at} is this`)),
      actions: many(8, (at) => asked(`Action ${at} to take`)),
      walk: { count: 40, items },
      shown: items.map(({ card: { painPointId, key } }) => ({
        step: 'WALK' as const,
        what: `${key} ${long}`,
        painPointId,
        winId: null,
        seconds: 9,
      })),
      commitments: {
        fellDue: 60,
        kept: many(30, () => promised('KEPT')),
        broken: many(30, () => promised('BROKEN', { reason: long })),
        moved: [],
        awaited: [],
        dueNext: [],
      },
    });
    const png = new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="760" height="236"/>').render().asPng();
    const told = await minutesInPdf(full, frame, { png, alt: 'It bleeds less.', how: 'Added up, day by day.' });
    expect(told.pages).toBe(2);
    const { text } = await read(told.bytes);
    for (let at = 0; at < 8; at += 1) expect(text).toContain(`Decision ${at} is this`);
    for (let at = 0; at < 8; at += 1) expect(text).toContain(`Action ${at} to take`);
    expect(text).toContain('more, which stand in Stanch');
    expect(text).toContain('Added up, day by day.');
    expect(text).toContain('2 of 2');
  });

  it('are the same bytes for the same minutes', async () => {
    const [one, other] = [await minutesInPdf(meeting(), frame), await minutesInPdf(meeting(), frame)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });
});

async function read(bytes: Buffer): Promise<{ text: string; info: unknown; marked: boolean | undefined }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items),
  );
  const text = pages.flat().map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''));
  const { info } = await pdf.getMetadata();
  return { text: text.join(''), info, marked: (await pdf.getMarkInfo())?.Marked };
}
