/** Everything about one pain point, shown in a sheet over the screen it was opened from. */
export function PainPointPanel({ painPointKey }: { painPointKey: string; onClose(): void }) {
  return <h2>{painPointKey}</h2>;
}
