import type { Block, Item, MinutesDocument } from './minutes-document.js';

/** The minutes as Markdown (CommonMark), for a wiki or a repository. */
export function minutesInMarkdown({ title, subtitle, url, sections, foot }: MinutesDocument): string {
  const parts = [
    `# ${plain(title)}`,
    plain(subtitle),
    ...sections.flatMap((section) => [`## ${plain(section.title)}`, ...section.blocks.map(block)]),
    `---\n\n${plain(foot)} <${url}>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(one: Block): string {
  switch (one.kind) {
    case 'text':
      return plain(one.text);
    case 'facts':
      return one.facts.map(([label, text]) => `- ${plain(label)}: ${plain(text)}`).join('\n');
    case 'figures':
      return one.figures
        .map(({ name, value, more }) => `- ${plain(name)}: **${plain(value)}**${more ? ` (${plain(more)})` : ''}`)
        .join('\n');
    case 'list':
      return one.items.map((item, at) => `${one.numbered ? `${at + 1}.` : '-'} ${line(item)}`).join('\n');
  }
}

function line({ lead, text, more }: Item): string {
  const said = [`**${plain(lead)}**`, ...(text ? [plain(text)] : [])].join(': ');
  return more ? `${said} (${plain(more)})` : said;
}

/** What a person typed stays what it is: no sign of it becomes a mark, a link or a line of its own. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&]/gu, (sign) => `\\${sign}`)
    .replace(/^([-+=])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}
