import { Field } from '../../ui/field.js';

interface EmailFieldProps {
  email: string;
  onEmail(email: string): void;
  hint?: string;
}

/** The address by which one comes in, with a link or a password. */
export function EmailField({ email, onEmail, hint }: EmailFieldProps) {
  return (
    <Field label="E-mail address" hint={hint}>
      {(control) => (
        <input
          {...control}
          required
          autoFocus
          type="email"
          autoComplete="username"
          value={email}
          onChange={({ target }) => onEmail(target.value)}
        />
      )}
    </Field>
  );
}
