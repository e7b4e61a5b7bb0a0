import type { MailLanguage } from '../../graphql/generated/types.js';
import { Field } from '../../ui/field.js';

/** Each by its own name, since whoever looks for it may read no other. */
const NAMES: Record<MailLanguage, readonly [name: string, tag: string]> = {
  EN: ['English', 'en'],
  DE: ['Deutsch', 'de'],
  FR: ['Français', 'fr'],
};

/** The language in which one is written to. */
export function MailLanguageField({
  value,
  onChange,
}: {
  value: MailLanguage;
  onChange(language: MailLanguage): void;
}) {
  return (
    <Field label="Language of mails" hint="Push messages, and what waits to be sent, come in it, too.">
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChange(target.value as MailLanguage)}>
          {Object.entries(NAMES).map(([language, [name, tag]]) => (
            <option key={language} value={language} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
