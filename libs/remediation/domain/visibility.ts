/** Who may see a comment, a task or a line of the history: IT alone, or the sponsors too. */
export const Visibility = { INTERNAL: 'INTERNAL', SHARED: 'SHARED' } as const;
export type Visibility = (typeof Visibility)[keyof typeof Visibility];
