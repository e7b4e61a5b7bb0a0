/** The live topic of an import. */
export function importTopic(id: string): string {
  return `import:${id}`;
}
