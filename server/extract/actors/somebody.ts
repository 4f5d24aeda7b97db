import { bodyKind, isRole } from './roles.ts';

/** Plural nouns for people that neither trade nor office lists hold. */
const PEOPLE =
  /^(?:people|media|press|man|woman|men|women|official|authority|source|family|ally|supporter|opponent|other|many|some|most|few|human|citizen|local|relative|neighbor|neighbour|republican|democrat|conservative|liberal|progressive|westerner|power|side|nation|country|government|state|leadership|intelligence|elite|camp|team|aide|majority|mother|father|brother|sister|son|daughter|wife|husband|widow|boy|girl|child|parent|grandmother|grandfather|uncle|aunt|cousin|friend|colleague|passenger|passerby|eyewitness|protester|partner|spouse|sibling|fianc[ée]e?|boyfriend|girlfriend|niece|nephew|grandson|granddaughter|teammate|classmate|successor|predecessor|employer|agent|biographer|publicist|caller|buyer|victim|suspect|defendant|captive|hostage|inmate|prisoner|person|rebel|guerrilla|militant|insurgent|jihadi|paramilitary|executive|insider|academic|intellectual|technocrat|bureaucrat|moderate|hawk|sceptic|skeptic|pundit|guest|host|staff|staffer|crew|cleric|monk|nun|elder|villager|detainee|evacuee|deportee|interviewee|returnee|landowner|peasant|pupil|youth|islamist|nationalist|separatist|manager|dealer|lender|donor|regulator|auditor|inspector|investigator|forecaster|planner|supplier|manufacturer|producer|exporter|importer|mediator|broker|signatory|ambassador)$/;

/** Whether a noun can speak: people by trade, office or standing, and bodies; no things. */
export function isSomebody(noun: string, plural: boolean): boolean {
  if (isRole(noun) || bodyKind(noun) !== null || PEOPLE.test(noun)) return true;
  return plural && /(?:er|or|ist|ian|ant|ent|ee|man)$/.test(noun) && !THINGS.test(noun);
}

/** Nouns for things with the endings of those for people. */
const THINGS =
  /(?:ment|cent|paper|number|letter|matter|order|incident|accident|event|component|current|patent|precedent|extent|tent|corner|answer|offer|barrier|center|sector|factor|corridor|error|restaurant|grant|plant|warrant|tower|river|quarter|shelter|charter|disaster|encounter|transfer|computer|chapter|bunker|tanker|carrier|launcher|helicopter|cluster|crater|howitzer|mortar|reactor|motor|generator|container|missile|water|weather|winter|summer|trigger|manner|banner)$/;
