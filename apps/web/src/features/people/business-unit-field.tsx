import { useQuery } from '@apollo/client/react';
import { Field } from '../../ui/field.js';
import { PickOrType } from '../../ui/pick-one.js';
import { BUSINESS_UNITS } from './people.graphql.js';

interface BusinessUnitFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange(name: string): void;
  error?: string | undefined;
}

/** The name of a business unit: one that there is, or a new one. */
export function BusinessUnitField({ label, hint, value, onChange, error }: BusinessUnitFieldProps) {
  const { data } = useQuery(BUSINESS_UNITS);
  return (
    <Field label={label} text={value} longest={120} hint={hint} error={error}>
      {(control) => (
        <PickOrType
          control={control}
          value={value}
          onChange={onChange}
          known={data?.businessUnits.map(({ name }) => name) ?? []}
        />
      )}
    </Field>
  );
}
