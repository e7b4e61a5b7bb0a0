/** The mark: a drop with a bandage drawn tight across it. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path d="M16 2.5c4.6 6 9 10.6 9 16.3a9 9 0 0 1-18 0C7 13.1 11.4 8.5 16 2.5Z" fill="var(--accent)" />
      <path
        d="M3.5 21.9 27 14.2l1.7 5L5.2 26.9Z"
        fill="var(--paper)"
        stroke="var(--accent)"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
    </svg>
  );
}
