/** A title is read at a glance: about so many letters. */
const LONGEST_TITLE = 120;

/** What was said becomes a title and, when there is more to it than a title holds, the whole of it in the speaker's words. */
export function titleOfWords(said: string): { title: string; description?: string } {
  const words = said.trim();
  const line = words.replace(/\s+/g, ' ');
  if (line.length <= LONGEST_TITLE && !words.includes('\n')) return { title: line };
  const first = (words.split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
  const sentence = /^.{12,}?[.!?…](?=\s|$)/.exec(first)?.[0] ?? first;
  const title = sentence.length <= LONGEST_TITLE ? sentence.replace(/\.$/, '') : cut(sentence);
  return { title, description: words };
}

/** Ends at a word, and says that it goes on. */
function cut(text: string): string {
  const start = text.slice(0, LONGEST_TITLE - 2);
  const at = start.lastIndexOf(' ');
  return `${at > LONGEST_TITLE / 2 ? start.slice(0, at) : start} …`;
}
