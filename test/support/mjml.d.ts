declare module 'mjml' {
  /** Compiles MJML; it comes without types of its own. */
  export default function mjml(
    source: string,
    options: { validationLevel: 'strict'; fonts: Record<string, string> },
  ): Promise<{ html: string; errors: unknown[] }>;
}
