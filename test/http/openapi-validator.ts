import { Validator } from '@seriousme/openapi-schema-validator';

/** Checks an OpenAPI document against the official JSON Schema, by somebody else's validator. */
export async function validateSpec(document: unknown) {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(document as object);
  return { valid, version: validator.version, ...(errors && { errors }) };
}
