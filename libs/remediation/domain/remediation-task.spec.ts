import { RemediationTask } from './remediation-task.js';

const NOW = '2026-11-23T10:00:00.000Z';
const LATER = '2026-11-24T10:00:00.000Z';
const task = () =>
  RemediationTask.make({ id: 't', createdAt: NOW, visibility: 'INTERNAL', details: { title: 'Ring the supplier' } });

describe('a remediation task', () => {
  it('is done since it was done, and not once it is taken up again', () => {
    const one = task();
    expect(one.edit({ state: 'DONE' }, LATER)).toEqual(['state']);
    expect(one.doneAt).toBe(LATER);
    one.edit({ state: 'DOING' }, LATER);
    expect(one.doneAt).toBeNull();
  });

  it('has a reason why it is blocked only while it is', () => {
    const one = task();
    one.edit({ blockedReason: 'No part.' }, NOW);
    expect(one.blockedReason).toBeNull();
    one.edit({ blocked: true, blockedReason: 'No part.' }, NOW);
    one.edit({ blocked: false }, NOW);
    expect(one).toMatchObject({ blocked: false, blockedReason: null });
  });

  it.each(['javascript:alert(1)', 'data:text/html,<b>', 'ftp://example.com/', 'example.com', 'http://'])(
    'takes no link that is not a web address: %s',
    (url) => {
      expect(() => task().edit({ url }, NOW)).toThrow(/begins with http/);
    },
  );

  it('knows which fields were changed since a version, so that others can be merged', () => {
    const one = task();
    one.edit({ title: 'Ring them again' }, NOW);
    one.countChange(['title']);
    expect(one.version).toBe(2);
    expect(one.changedSince(1, ['title', 'state'])).toEqual(['title']);
    expect(one.changedSince(2, ['title', 'state'])).toEqual([]);
  });
});
