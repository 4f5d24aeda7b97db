import { describe, expect, it } from 'vitest';
import { Cast } from '../../server/extract/actors/cast.ts';
import { findNamings } from '../../server/extract/actors/namings.ts';
import { loadModels } from '../../server/extract/load-models.ts';
import { parse } from '../../server/extract/nlp/index.ts';

describe('a short form of a name', () => {
  it('means the person whose name begins with it, where the family stands first', () => {
    const cast = new Cast();
    const lee = cast.person('Lee Jong-sup');
    expect(cast.person('Lee')).toBe(lee);
  });

  it('means nobody named so far when two names begin so, and the surname before a given name', () => {
    const cast = new Cast();
    const named = [cast.person('Lee Jong-sup'), cast.person('Lee Sang-ho')];
    expect(named).not.toContain(cast.person('Lee'));
    const grant = cast.person('Hugh Grant');
    cast.person('Grant Shapps');
    expect(cast.person('Grant')).toBe(grant);
  });

  it('means the one body whose name begins with it', () => {
    const cast = new Cast();
    const company = cast.body('Frontera Energy', null);
    expect(cast.body('Frontera', null)).toBe(company);
    cast.body('Frontera Capital', null);
    const two = new Cast();
    const bodies = [two.body('Alfa Steel', null), two.body('Alfa Bank', null)];
    expect(bodies).not.toContain(two.body('Alfa', null));
  });
});

describe('a given name that the tagger leaves out', () => {
  it('belongs to the name after it', () => {
    const text = "Hungary's Viktor Orban refused to take part. The prime minister left early.";
    const namings = findNamings(parse(text, loadModels()), new Cast());
    expect(namings.map(({ start, end }) => text.slice(start, end))).toContain('Viktor Orban');
  });
});
