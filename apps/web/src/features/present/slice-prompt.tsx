import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FILTER_CHOICES } from '../board/board.graphql.js';
import { addressOf, type FilterName } from '../board/board-filter.js';
import type { Meeting } from './meeting.graphql.js';
import { Prompt } from './prompt.js';
import type { Option } from './questions.js';

interface SlicePromptProps {
  /** What is shown now. */
  slice: Meeting['slice'];
  /** Whether it is for this screen alone. */
  alone: boolean;
  /** What was done a moment ago. */
  told: ReactNode;
  room: number;
  choose(name: FilterName, value: string): void;
  whole(): void;
  onClose(): void;
}

/** What the board's own filter can be set to by a word. */
const TOGGLES: [FilterName, string][] = [
  ['blocked', 'blocked'],
  ['silent', 'silent'],
  ['due', 'due soon or overdue'],
  ['quick', 'quick wins'],
];

/** Chooses which slice of the board is shown, by a few letters of its name. */
export function SlicePrompt({ slice, alone, told, room, choose, whole, onClose }: SlicePromptProps) {
  const { data } = useQuery(FILTER_CHOICES);
  const now = slice ? addressOf(slice) : new URLSearchParams();
  const option = (name: FilterName, value: string, label: string): Option => ({
    id: `${name} ${value}`,
    label,
    ...(now.get(name) === value && { now: true }),
  });
  const named = (name: FilterName, word: string, all: readonly { id: string; name: string }[] = []) =>
    all.map(({ id, name: label }) => option(name, id, `${word}${label}`));
  return (
    <Prompt
      place="present-slice"
      questions={[
        {
          name: 'slice',
          asks: alone ? 'Which part of the board, on this screen?' : 'Which part of the board?',
          kind: 'pick',
          options: [
            ...(slice ? [{ id: WHOLE, label: 'the whole board' }] : []),
            ...named('unit', '', data?.businessUnits),
            ...named('owner', 'owned by ', data?.people.nodes),
            ...(data?.tags ?? []).map((tag) => option('tag', tag, `tagged ${tag}`)),
            ...named('service', 'service ', data?.services),
            ...TOGGLES.map(([name, label]) => option(name, '1', label)),
          ],
        },
      ]}
      tells=""
      told={told}
      room={room}
      onClose={onClose}
      onDone={({ slice: chosen = '' }) => {
        if (chosen === WHOLE) return whole();
        const at = chosen.indexOf(' ');
        choose(chosen.slice(0, at) as FilterName, chosen.slice(at + 1));
      }}
    />
  );
}

const WHOLE = 'whole';
