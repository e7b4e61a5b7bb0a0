import styles from './silence-mark.module.css';

/** A speech bubble with nothing in it: its sponsors hear no word. */
export function SilenceMark() {
  return (
    <svg viewBox="0 0 16 14" width="15" height="13" className={styles['mark']} aria-hidden="true">
      <path
        d="M2.5 1h11A1.5 1.5 0 0 1 15 2.5v6a1.5 1.5 0 0 1-1.5 1.5H7l-3.5 3v-3h-1A1.5 1.5 0 0 1 1 8.500v-6A1.5 1.5 0 0 1 2.500 1Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.6 1.8"
        strokeLinejoin="round"
      />
    </svg>
  );
}
