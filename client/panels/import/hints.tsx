import { DocumentHints } from '../../../server/contract/jobs.ts';

const FIELDS = [
  { name: 'title', label: 'Title', placeholder: 'as the document says' },
  { name: 'outlet', label: 'Outlet', placeholder: 'who published it' },
  { name: 'published', label: 'Published', placeholder: '2022-12-07' },
  { name: 'language', label: 'Language', placeholder: 'en' },
  { name: 'url', label: 'Address', placeholder: 'https://…' },
] as const;

const ADVICE: Readonly<Record<string, string>> = {
  published: 'A date such as 2022-12-07, 2022-12 or 2022.',
  language: 'A language code such as en, ru or pt-BR.',
  url: 'An address that begins with https:// or http://.',
};

/** What was filled in, and what of it cannot be: by field, with what to do. */
export function readHints(filled: Readonly<Record<string, string>>): {
  hints: DocumentHints;
  wrong: Readonly<Record<string, string>>;
} {
  const given = FIELDS.flatMap(({ name }) => {
    const value = (filled[name] ?? '').trim();
    return value === '' ? [] : [[name, value] as const];
  });
  const parsed = DocumentHints.safeParse(Object.fromEntries(given));
  if (parsed.success) return { hints: parsed.data, wrong: {} };
  const wrong = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? '');
    return [field, ADVICE[field] ?? message] as const;
  });
  return { hints: {}, wrong: Object.fromEntries(wrong) };
}

/** What the person knows of the document; it overrides what the document says of itself. */
export function HintFields({
  given,
  wrong,
  onGive,
}: {
  given: Readonly<Record<string, string>>;
  wrong: Readonly<Record<string, string>>;
  onGive: (name: string, value: string) => void;
}) {
  return (
    <details class="hints" open={Object.keys(wrong).length > 0}>
      <summary>What you know of it (optional)</summary>
      <div class="hint-fields">
        {FIELDS.map(({ name, label, placeholder }) => (
          <label key={name}>
            {label}
            <input
              name={name}
              value={given[name] ?? ''}
              onInput={(event) => onGive(name, event.currentTarget.value)}
              placeholder={placeholder}
              autocomplete="off"
              aria-invalid={wrong[name] !== undefined}
              aria-describedby={wrong[name] === undefined ? undefined : `hint-${name}`}
            />
            {wrong[name] !== undefined && (
              <small id={`hint-${name}`} class="fault">
                {wrong[name]}
              </small>
            )}
          </label>
        ))}
      </div>
    </details>
  );
}
