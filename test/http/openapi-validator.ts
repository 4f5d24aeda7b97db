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
