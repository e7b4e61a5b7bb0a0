/** What the screens ask the server for: the same fields as the board of the web app (its `PainPointCard`). */
export const CARD = `id key title version rank enteredStageAt confirmed bleedPerWeek quadrant blocked blockedReason
  taskCount tasksDone tells stage { id name category } raiser { id name } businessUnit { id name } owner { id name }
  commitment { id dueOn state deliveredOn }`;

/** How many cards a stage shows at first. */
export const FIRST_CARDS = 30;

/** The board with so many cards a stage. */
export function boardQuery(boardId: string, first: number): string {
  const query = `query Board($id: ID!, $first: Int!) {
    board(id: $id) {
      id name revision currency bleedPerWeek stoppedThisMonth
      stages {
        id name category wipLimit count bleedPerWeek
        painPoints(first: $first) { nodes { ${CARD} } totalCount pageInfo { hasNextPage endCursor } }
      }
    }
  }`;
  return JSON.stringify({ query, variables: { id: boardId, first } });
}

const PLOTS = ['BLEEDING', 'CUMULATIVE_FLOW', 'TIME_TO_FIXED', 'AGEING', 'COMMITMENTS_KEPT', 'IMPACT_EFFORT'];

/** Plots of the last 52 weeks as the desk shows them, with all that explains them. */
export function plotsQuery(boardId: string, kinds = PLOTS): string {
  const from = new Date(Date.now() - 52 * 7 * 86_400_000).toISOString();
  const common = `boardId: "${boardId}", from: "${from}", width: 760, height: 340`;
  const plots = kinds.map((kind) => {
    return `${kind}: plot(input: { kind: ${kind}, ${common} }) { title svg alt how table { columns rows } empty }`;
  });
  return JSON.stringify({ query: `{ ${plots.join(' ')} }` });
}

const MEETING_CARD = `key title words stage category raiser businessUnit owner sponsors bleedPerWeek effortDays score quadrant
  blocked blockedReason daysInStage dueOn firstDueOn`;
const CARDS = `{ count bleedPerWeek cards { ${MEETING_CARD} } }`;
const PROMISE = `{ card { ${MEETING_CARD} } by dueOn newDueOn moves outcome reason }`;

/** All that the meeting which runs shows, in one request. */
export const MEETING = JSON.stringify({
  query: `{ meeting { forecast { words }
    id state revision since nextOn steps { kind minutes secondsSpent } position { step page } attendance { name present }
    stages { name category count bleedPerWeek wipLimit } trust { kept due fixed confirmed }
    sinceLast {
      from to bleedThen bleedNow raised ${CARDS} fixed ${CARDS} confirmed ${CARDS} reopened ${CARDS} returned ${CARDS}
      moved { count moves { card { ${MEETING_CARD} } fromStage toStage } } left { count cards { how reason } }
      kept ${PROMISE} broken ${PROMISE} postponed ${PROMISE}
    }
    wins { headline measure before after givesBackPerWeek wordsBefore wordsAfter done thanks }
    commitments { kept ${PROMISE} broken ${PROMISE} moved ${PROMISE} awaited ${PROMISE} dueNext ${PROMISE} }
    walk { count items { card { ${MEETING_CARD} } reasons daysInStage usualDays nextTask { title } toDecide } }
    candidates { ${MEETING_CARD} } decisions { text by } actions { title assignee dueOn }
  } }`,
});

/** What an open board listens to. */
export const BOARD_CHANGED = `subscription BoardChanged($id: ID!) {
  boardChanged(boardId: $id) { revision kind removedId actor { id name } painPoint { ${CARD} } }
}`;
