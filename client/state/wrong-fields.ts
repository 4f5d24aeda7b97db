import { signal } from '@preact/signals';

/** A field in which something stands that cannot be sent. */
export interface WrongField {
  /** Of the element that is to be mended. */
  readonly id: string;
  /** What the field is called on screen. */
  readonly label: string;
  /** What is wrong, as a sentence. */
  readonly fault: string;
}

/** The fields on screen in which something wrong stands: what they belong to waits for them. */
export function createWrongFields() {
  const fields = signal<readonly WrongField[]>([]);
  const right = (id: string) => {
    if (fields.peek().some((field) => field.id === id))
      fields.value = fields.peek().filter((field) => field.id !== id);
  };
  return {
    /** The one that was found wrong first; null when none is. */
    first: (): WrongField | null => fields.peek()[0] ?? null,
    faultOf: (id: string): string | null =>
      fields.value.find((field) => field.id === id)?.fault ?? null,
    wrong(field: WrongField): void {
      fields.value = [...fields.peek().filter(({ id }) => id !== field.id), field];
    },
    right,
  };
}
