import { Field } from './field.js';
import { currencies, currencyName, timeZones } from './regions.js';

interface RegionFieldProps {
  value: string;
  onChange(value: string): void;
  /** What the server said against it. */
  error?: string | undefined;
}

/** All currencies, the common ones first. */
export function CurrencyField({ value, onChange, error }: RegionFieldProps) {
  return (
    <Field label="Currency" error={error}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          {currencies().map((code) => (
            <option key={code} value={code}>
              {currencyName(code)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The figure in an hourly cost as people type it; not a number when there is none. */
export function hourlyCostOf(typed: string): number {
  return typed.trim() === '' ? NaN : Number(typed.trim().replace(',', '.'));
}

/** What turns lost hours into money. */
export function HourlyCostField({ value, onChange, error }: RegionFieldProps) {
  const wrong = Number.isFinite(hourlyCostOf(value)) ? undefined : 'Please write a number, such as 50.';
  return (
    <Field
      label="What an hour of work costs"
      hint="On average, with all costs. It turns lost hours into money."
      error={error ?? wrong}
    >
      {(control) => (
        <input
          {...control}
          required
          inputMode="decimal"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** Every time zone that the browser knows. */
export function TimeZoneField({ value, onChange, error }: RegionFieldProps) {
  return (
    <Field label="Time zone" error={error}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          {timeZones(value).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
