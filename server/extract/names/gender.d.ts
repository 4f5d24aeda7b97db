/**
 * Which pronoun a person's given name calls for, as far as the name tells. A guess for choosing
 * between bearers of "he" and "she", never a statement about anybody; written for this project from
 * common given names of the world's news.
 */
export type Gender = 'female' | 'male';
/** The pronoun's gender that a full name calls for; null when the name does not tell. */
export declare function genderOfName(name: string): Gender | null;
