import type { Referent } from './referent.ts';
import { isRole, OFFICES } from './roles.ts';

const MILITARY =
  'commander general officer colonel admiral chief major marshal captain soldier brigadier lieutenant sergeant commodore commandant veteran';

/** Nouns that one person may be called by in turn, as news varies them: of each line any for any. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  MILITARY,
  'expert analyst researcher scholar fellow professor lecturer scientist economist historian sociologist political-scientist psychologist academic specialist commentator author strategist consultant adviser advisor observer head director',
  'official minister vice-minister secretary undersecretary deputy commissioner governor administrator spokesman spokeswoman spokesperson ambassador envoy consul diplomat adviser advisor head director chief commander',
  'diplomat ambassador envoy consul attache attaché representative negotiator',
  'executive ceo founder co-founder owner chairman chairwoman chairperson chair president businessman businesswoman entrepreneur billionaire millionaire tycoon magnate mogul oligarch investor banker financier boss manager director head chief',
  'lawmaker legislator senator congressman congresswoman representative mp mep deputy delegate member politician republican democrat conservative liberal leader',
  'politician candidate nominee contender hopeful front-runner frontrunner challenger incumbent senator congressman congresswoman governor mayor minister president premier chancellor leader businessman mogul tycoon',
  'journalist reporter correspondent columnist editor writer author blogger milblogger commentator host',
  'activist campaigner dissident advocate organizer organiser volunteer critic',
  'lawyer attorney barrister solicitor advocate',
  'doctor physician surgeon neurosurgeon',
  'leader ruler strongman dictator despot autocrat president chancellor king emperor',
].map((nouns) => new Set(nouns.split(' ')));

/** Whether the text calls somebody anything beside the name. */
export function isCalled({ descriptors, posts }: Referent): boolean {
  return descriptors.size > 0 || posts.length > 0;
}

/**
 * Whether somebody whom the text calls one thing may be called by this noun as well.
 * @param otherwise for a noun that nothing is known to go with
 */
export function isCalledAlike({ descriptors }: Referent, noun: string, otherwise = false): boolean {
  const families = FAMILIES.filter((family) => family.has(noun));
  if (families.length === 0) return otherwise || descriptors.has(noun);
  return [...descriptors].some((one) => families.some((family) => family.has(one)));
}

/** Whether a noun may mean anybody of whom the text tells nothing: a trade, no office that few hold. */
export function isOpenCalling(noun: string): boolean {
  return (
    /^(?:official|politician|lawmaker|executive|ruler|dictator|strongman|autocrat)$/.test(noun) ||
    (isRole(noun) && !OFFICES.has(noun))
  );
}

export function isMilitary(noun: string): boolean {
  return FAMILIES[0]!.has(noun);
}
