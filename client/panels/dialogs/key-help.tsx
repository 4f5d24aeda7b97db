import { CloseButton, Dialog } from './dialog.tsx';

/** Keys and what they do, by section. */
export type KeySections = readonly (readonly [
  section: string,
  rows: readonly (readonly [key: string, deed: string])[],
])[];

/** A dialog that lists keys. */
export function KeyHelp({
  label,
  title,
  sections,
}: {
  label: string;
  title: string;
  sections: KeySections;
}) {
  return (
    <Dialog label={label}>
      <h1>{title}</h1>
      <div class="keys" tabIndex={0} role="region" aria-label="List of keys">
        {sections.map(([section, rows]) => (
          <section key={section}>
            <h2>{section}</h2>
            <dl>
              {rows.map(([key, deed]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{deed}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <CloseButton />
    </Dialog>
  );
}
