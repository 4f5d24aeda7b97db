import type { TypeName } from '../value.ts';

/** What is known of a value before running: `ANY` for nothing, `NUMBER` for either number. */
export type StaticName = TypeName | 'ANY' | 'NUMBER';

export interface StaticType {
  readonly name: StaticName;
  /** The type of a list's elements; null for other types. */
  readonly element: StaticType | null;
}

export function typed(name: StaticName): StaticType {
  return { name, element: null };
}

export const any = typed('ANY');

export function listOf(element: StaticType): StaticType {
  return { name: 'LIST', element };
}

/** The type that covers all of these; nulls fit anywhere. */
export function common(types: readonly StaticType[]): StaticType {
  const known = types.filter(({ name }) => name !== 'NULL');
  const [first] = known;
  if (!first) return any;
  if (!known.every(({ name }) => name === first.name)) {
    return known.every(isNumeric) ? typed('NUMBER') : any;
  }
  if (first.name !== 'LIST') return first;
  return listOf(common(known.map(({ element }) => element ?? any)));
}

function isNumeric({ name }: StaticType): boolean {
  return name === 'INTEGER' || name === 'FLOAT' || name === 'NUMBER';
}

/** Whether a value of this type might be of one of the names: unknown and null always might. */
export function mayBe(type: StaticType, ...names: readonly StaticName[]): boolean {
  if (type.name === 'ANY' || type.name === 'NULL') return true;
  if (names.includes(type.name)) return true;
  return names.includes('NUMBER') ? isNumeric(type) : type.name === 'NUMBER' && names.some(numeric);
}

function numeric(name: StaticName): boolean {
  return name === 'INTEGER' || name === 'FLOAT';
}
