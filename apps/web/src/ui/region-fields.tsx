import { Field } from './field.js';
import { PickOne } from './pick-one.js';
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
        <PickOne
          control={control}
          value={value}
          onChange={onChange}
          options={currencies().map((code) => ({ value: code, label: currencyName(code) }))}
        />
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
        <PickOne
          control={control}
          value={value}
          onChange={onChange}
          options={timeZones(value).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      )}
    </Field>
  );
}
