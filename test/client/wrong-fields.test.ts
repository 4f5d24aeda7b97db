import { describe, expect, it } from 'vitest';
import { createWrongFields } from '../../client/state/wrong-fields.ts';

const said = { id: 'added-said', label: 'Said', fault: 'No such date.' };
const name = { id: 'claim-name', label: 'Name', fault: 'It cannot be left empty.' };

describe('wrong fields', () => {
  it('are each told once, the first found first, until they are right', () => {
    const fields = createWrongFields();
    expect(fields.first()).toBeNull();
    fields.wrong(said);
    fields.wrong(name);
    expect(fields.first()).toEqual(said);
    expect(fields.faultOf('claim-name')).toBe(name.fault);
    fields.wrong({ ...name, fault: 'Otherwise wrong.' });
    fields.right('added-said');
    expect(fields.first()).toEqual({ ...name, fault: 'Otherwise wrong.' });
    fields.right('claim-name');
    expect(fields.first()).toBeNull();
  });
});
