/** Goes through what can be chosen on the page; false when there is nothing more. */
export function chooseBy(body: HTMLElement | null, by: 1 | -1): boolean {
  const choices = [...(body?.querySelectorAll<HTMLElement>('[data-choice]') ?? [])];
  const at = choices.indexOf(document.activeElement as HTMLElement);
  const chosen = at < 0 ? (by === 1 ? choices[0] : choices.at(-1)) : choices[at + by];
  chosen?.focus({ preventScroll: true });
  return chosen !== undefined;
}
