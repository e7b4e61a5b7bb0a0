export function findChromium(): Promise<string | undefined>;
export function getChromium(node: string, root: string): Promise<string | undefined>;
