import { placeAt, placed } from './task-order.js';

describe('the order of tasks', () => {
  const tasks = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  it.each([
    ['a', 2, 'b c a'],
    ['c', 0, 'c a b'],
    ['b', 1, 'a b c'],
  ])('puts %s at place %i', (id, to, order) => {
    expect(
      placed(tasks, id, to)
        .map((task) => task.id)
        .join(' '),
    ).toBe(order);
  });

  it('finds the place by the middles of the other rows, of whatever height', () => {
    const rows = [
      { top: 0, bottom: 40 },
      { top: 40, bottom: 140 },
      { top: 140, bottom: 180 },
    ];
    expect([5, 80, 95, 170].map((height) => placeAt(height, rows, 0))).toEqual([0, 0, 1, 2]);
    expect([5, 25, 170].map((height) => placeAt(height, rows, 1))).toEqual([0, 1, 2]);
  });
});
