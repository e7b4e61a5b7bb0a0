import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { describe, expect, it } from '@jest/globals';
import { TakeBacks } from './take-backs.js';

const refusal = (code: string, message: string) =>
  new CombinedGraphQLErrors({ errors: [{ message, extensions: { code } }] } as never);
const CONFLICT = refusal('CONFLICT', 'This was changed again since.');
const TOO_LATE = refusal('BAD_USER_INPUT', 'It was promised an hour ago.');

describe('what is taken back in a meeting', () => {
  const taken: string[] = [];
  let failing: Record<string, unknown>;
  const part = (name: string) => () => {
    if (failing[name]) return Promise.reject(failing[name] as Error);
    taken.push(name);
    return Promise.resolve();
  };
  const done = () => {
    const all = new TakeBacks();
    all.note('P-1 is in Treating.', [part('move')]);
    all.note('P-2 is chosen.', [part('planned'), part('owner'), part('date')]);
    return all;
  };
  beforeEach(() => {
    taken.length = 0;
    failing = {};
  });

  it('is the latest first, each with all of its parts', async () => {
    const all = done();
    expect((await all.takeLast()).text).toBe('Taken back: “P-2 is chosen.”');
    expect((await all.takeLast()).text).toBe('Taken back: “P-1 is in Treating.”');
    expect(taken).toEqual(['planned', 'owner', 'date', 'move']);
    expect((await all.takeLast()).text).toBe('There is nothing to take back.');
  });

  it('stays the next one to be taken back when that failed, and nothing before it is touched', async () => {
    const all = done();
    failing = { planned: new Error('no line') };
    const failed = {
      text: 'It could not be taken back. Stanch cannot be reached. Check the connection and try again. U tries it again.',
      wrong: true,
    };
    expect(await all.takeLast()).toEqual(failed);
    expect(await all.takeLast()).toEqual(failed);
    expect(taken).toEqual([]);
    failing = {};
    await all.takeLast();
    expect(taken).toEqual(['planned', 'owner', 'date']);
  });

  it('goes on with what is left of an act that was taken back in part', async () => {
    const all = done();
    failing = { owner: CONFLICT };
    expect((await all.takeLast()).text).toBe(
      'Only a part was taken back. This was changed again since. U tries once more, and then lets it stand.',
    );
    failing = {};
    expect((await all.takeLast()).text).toBe('Taken back: “P-2 is chosen.”');
    expect(taken).toEqual(['planned', 'owner', 'date']);
  });

  it('lets stand what somebody else has changed since, once that was said twice, and reaches what was done before', async () => {
    const all = done();
    failing = { owner: CONFLICT };
    await all.takeLast();
    expect(await all.takeLast()).toEqual({
      text: 'Only in part taken back: “P-2 is chosen.” This was changed again since.',
      wrong: true,
    });
    expect((await all.takeLast()).text).toBe('Taken back: “P-1 is in Treating.”');
    expect(taken).toEqual(['planned', 'date', 'move']);
  });

  it('says which part stays for good, and holds up nothing by it', async () => {
    const all = done();
    failing = { date: TOO_LATE };
    expect(await all.takeLast()).toEqual({
      text: 'Only in part taken back: “P-2 is chosen.” It was promised an hour ago.',
      wrong: true,
    });
    expect((await all.takeLast()).text).toBe('Taken back: “P-1 is in Treating.”');
  });

  it('says what comes next after what stays for good', async () => {
    const all = done();
    failing = { planned: TOO_LATE, owner: TOO_LATE, date: TOO_LATE };
    expect((await all.takeLast()).text).toMatch(
      /U would now take back what was done before it: “P-1 is in Treating.”$/,
    );
    expect(taken).toEqual([]);
  });
});
