import { Autocomplete, HeadlessMantineProvider, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './pick-one.module.css';

interface Control {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface PickOneProps {
  control: Control;
  value: string;
  onChange(value: string): void;
}

const CLASSES = {
  wrapper: styles['wrapper'],
  section: styles['section'],
  input: styles['input'],
  dropdown: styles['dropdown'],
  options: styles['options'],
  option: styles['option'],
  empty: styles['empty'],
} as const;

/** What ties the control to its label and hint; its looks it has of its own. */
function attributesOf({ id, 'aria-describedby': describedBy, 'aria-invalid': invalid }: Control): Control {
  return { id, ...(describedBy && { 'aria-describedby': describedBy }), ...(invalid && { 'aria-invalid': invalid }) };
}

const ARROW = (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="m4.5 6.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
  </svg>
);

/** Its behaviour for keys and screen readers comes from the library; its looks are ours alone. */
function Behaviour({ children }: { children: ReactNode }) {
  return (
    <HeadlessMantineProvider>
      <div>{children}</div>
    </HeadlessMantineProvider>
  );
}

/** Chooses one of many: a list that narrows while one types. */
export function PickOne({
  control,
  value,
  onChange,
  options,
}: PickOneProps & { options: readonly { value: string; label: string }[] }) {
  return (
    <Behaviour>
      <Select
        {...attributesOf(control)}
        classNames={CLASSES}
        data={options}
        value={value}
        onChange={(next) => next !== null && onChange(next)}
        searchable
        allowDeselect={false}
        selectFirstOptionOnChange
        nothingFoundMessage="Nothing like that"
        maxDropdownHeight={260}
        limit={200}
        withCheckIcon={false}
        rightSection={ARROW}
        comboboxProps={{ withinPortal: false, position: 'bottom-start' }}
      />
    </Behaviour>
  );
}

/** Takes any text, and offers those that are known while one types. */
export function PickOrType({ control, value, onChange, known }: PickOneProps & { known: readonly string[] }) {
  return (
    <Behaviour>
      <Autocomplete
        {...attributesOf(control)}
        classNames={CLASSES}
        data={known}
        value={value}
        onChange={onChange}
        limit={50}
        rightSection={known.length > 0 ? ARROW : null}
        maxDropdownHeight={220}
        comboboxProps={{ withinPortal: false, position: 'bottom-start' }}
      />
    </Behaviour>
  );
}
