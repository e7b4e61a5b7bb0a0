/** The list with a task at another place. */
export function placed<One extends { id: string }>(tasks: readonly One[], id: string, to: number): One[] {
  const task = tasks.find((one) => one.id === id);
  return task ? tasks.filter((one) => one !== task).toSpliced(to, 0, task) : [...tasks];
}

/** Where something belongs that is held at this height among rows that are seen there. */
export function placeAt(height: number, rows: readonly { top: number; bottom: number }[], from: number): number {
  const above = rows.filter(({ top, bottom }, index) => index !== from && height > (top + bottom) / 2);
  return above.length;
}
