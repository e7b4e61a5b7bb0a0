/** A board of pain points. */
export class Board {
  id!: string;
  name!: string;
  /** Before the number in a key: `P` in `P-17`. */
  keyPrefix!: string;
  /** The number that the next pain point gets. */
  nextNumber!: number;
  /** Counts every change that the board shows; a browser that knows it knows what it missed. */
  revision!: number;
  isDefault!: boolean;

  static make(data: { id: string; name: string; keyPrefix: string; isDefault: boolean }): Board {
    return Object.assign(new Board(), data, { nextNumber: 1, revision: 0 });
  }
}
