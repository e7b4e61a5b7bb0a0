import { Rounds } from './rounds.js';

const LONG = 3_600_000;

/** Rounds whose work is held up until the test lets it go on. */
function heldUp() {
  const errors: unknown[] = [];
  const begun: { end(pause?: number): void; fail(error: Error): void }[] = [];
  const waiting: (() => void)[] = [];
  const rounds = new Rounds(
    () =>
      new Promise((resolve, reject) => {
        begun.push({ end: (pause = LONG) => resolve(pause), fail: reject });
        for (const go of waiting.splice(0)) go();
      }),
    LONG,
    { error: (error: unknown) => void errors.push(error) },
  );
  const next = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { rounds, begun, errors, next };
}

describe('work in rounds', () => {
  it('runs one round at a time, and one more for all who woke it meanwhile', async () => {
    const { rounds, begun, next } = heldUp();
    rounds.wake();
    rounds.wake();
    rounds.wake();
    expect(begun).toHaveLength(1);
    const second = next();
    begun[0]?.end();
    await second;
    begun[1]?.end();
    const third = next();
    const drained = rounds.drain();
    await third;
    begun[2]?.end();
    await drained;
    expect(begun).toHaveLength(3);
    await rounds.close();
  });

  it('comes again by itself when the work said that more is due', async () => {
    const { rounds, begun, next } = heldUp();
    rounds.wake();
    const second = next();
    begun[0]?.end(-5);
    await second;
    begun[1]?.end();
    await rounds.close();
    expect(begun).toHaveLength(2);
  });

  it('goes on after a round that failed, and logs why', async () => {
    const { rounds, begun, errors } = heldUp();
    const drained = rounds.drain();
    begun[0]?.fail(new Error('The disk is full.'));
    await drained;
    expect(errors).toEqual([new Error('The disk is full.')]);
    const again = rounds.drain();
    begun[1]?.end();
    await again;
    expect(begun).toHaveLength(2);
    await rounds.close();
  });

  it('waits at its end for the round under way and begins no other', async () => {
    const { rounds, begun } = heldUp();
    rounds.wake();
    rounds.wake();
    let over = false;
    const closed = rounds.close().then(() => (over = true));
    expect([rounds.closed, over]).toEqual([true, false]);
    begun[0]?.end(0);
    await closed;
    rounds.wake();
    await rounds.drain();
    expect(begun).toHaveLength(1);
  });
});
