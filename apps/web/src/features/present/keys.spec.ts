import { describe, expect, it } from '@jest/globals';
import { commandOf, keyOf } from './keys.js';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('the keys of the projected view', () => {
  it.each([
    ['PageDown', 'next'],
    ['PageUp', 'back'],
    ['ArrowRight', 'next'],
    ['.', 'black'],
    ['b', 'black'],
    ['B', 'black'],
    ['4', 'step 4'],
    ['/', 'acts'],
    ['?', 'keys'],
  ])('%s is %s, also from a clicker or with the shift key', (key, command) => {
    expect(press(key)).toBe(command);
  });

  it('leaves the shortcuts of the browser alone', () => {
    expect(press('r', { ctrlKey: true })).toBeUndefined();
    expect(press('f', { metaKey: true })).toBeUndefined();
  });

  it('shows one key for each command', () => {
    expect(keyOf('step 3')).toBe('3');
    expect(keyOf('next')).toBe('→');
    expect(keyOf('undo')).toBe('u');
  });
});
