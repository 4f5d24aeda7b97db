import { createRequire } from 'node:module';
import { Validator } from '@seriousme/openapi-schema-validator';

export interface Verdict {
  readonly valid: boolean;
  /** Of OpenAPI, as the validator read it. */
  readonly version: string | undefined;
  readonly errors?: unknown;
}

/** Checks an OpenAPI document against the official JSON Schema, by somebody else's validator. */
export async function validateSpec(document: Record<string, unknown>): Promise<Verdict> {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(document);
  return { valid, version: validator.version, ...(errors && { errors }) };
}

/** What ajv offers, as far as it is used here. */
interface Ajv {
  addSchema(schema: object, key: string): void;
  compile(schema: object): ((value: unknown) => boolean) & { errors?: unknown };
}

/** The JSON Schema validator on which the other one stands. */
const { Ajv2020 } = createRequire(import.meta.resolve('@seriousme/openapi-schema-validator'))(
  'ajv/dist/2020.js',
) as { Ajv2020: new (options: object) => Ajv };

/** What is wrong with a value by a schema of the document; null when nothing is. */
export type FaultFinder = (pointer: string, value: unknown) => unknown;

/** Checks values by the schemas of a document, e.g. at `#/components/schemas/Problem`. */
export function checkerOf(document: object): FaultFinder {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'api');
  return (pointer, value) => {
    const check = ajv.compile({ $ref: `api${pointer}` });
    return check(value) ? null : check.errors;
  };
}
