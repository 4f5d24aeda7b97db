import { describe, expect, it } from 'vitest';
import { read } from './retold.ts';

/** Acts as news of armies and ministries words them; sentences of our own, see docs/decisions/0153. */

const actOf = (text: string) => read(text).said[0]?.act;

describe('no accusation', () => {
  it.each([
    ['Petrov said there were no signs that Norway was preparing provocations.', 'assertion'],
    ['Petrov said there is no direct threat from Norway.', 'assertion'],
    ['Petrov said the threat of missile strikes from Norway will remain.', 'assessment'],
    ['“We do not rule out provocations by the guards,” Petrov said.', 'assertion'],
  ])('%s: %s', (text, act) => expect(actOf(text)).toBe(act));
});

describe('an accusation by what it says of another', () => {
  it.each([
    'Petrov said Norway is preparing for a full-scale war.',
    'Petrov said the move was cynical.',
    'Petrov said Norway keeps to a policy of double standards.',
    'Petrov said Norwegian propagandists spread such stories.',
    'Petrov said that Norway continues to make unfounded accusations.',
  ])('%s', (text) => expect(actOf(text)).toBe('accusation'));
});

describe('what a speaker feels, takes on or asks for', () => {
  it.each([
    ['“We are deeply concerned by reports of a raid,” Petrov said.', 'other'],
    ['“I remain convinced that the talks go well,” Petrov said.', 'assessment'],
    ['The ministry reaffirmed its support for the talks.', 'other'],
    ['The ministry reaffirmed its commitment to the treaty.', 'promise'],
    ['The minister expressed surprise at the delay.', 'other'],
    ['“Why are they here? What do they want?” Petrov said.', 'other'],
    ['“We will not be intimidated,” Petrov said.', 'promise'],
    ['Norwegian Prime Minister Anna Vrba said the country will not invoke the treaty.', 'promise'],
    ['Anna Vrba said she would like the EU to send more guards.', 'request'],
    ['Petrov said it is necessary to build a new bridge.', 'request'],
    ['“I must state with regret that the guards left,” Petrov said.', 'assertion'],
    ['Norwegian Defence Minister Anna Vrba said Norway did not deploy troops there.', 'denial'],
    ['The ministry contested the claim that it had fired first.', 'denial'],
    ['Petrov said the threat of an attack from the north is growing.', 'warning'],
    ['“It was a long day,” an official said during a press briefing.', 'assertion'],
  ])('%s: %s', (text, act) => expect(actOf(text)).toBe(act));
});
