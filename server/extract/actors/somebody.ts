import { bodyKind, isRole } from './roles.ts';

/** Nouns for people that neither trade nor office lists hold. */
const PEOPLE = new Set(
  (
    'people media press man woman men women official authority source family ally supporter ' +
    'opponent other many some most few human citizen national local relative neighbor ' +
    'neighbour republican democrat conservative liberal progressive westerner power side ' +
    'nation country project city town county municipality government state leadership intelligence elite camp team aide majority ' +
    'mother father brother sister son daughter wife husband widow boy girl child parent ' +
    'grandmother grandfather uncle aunt cousin friend colleague passenger passerby eyewitness ' +
    'protester partner spouse sibling fiance fiancé fiancee fiancée boyfriend girlfriend ' +
    'niece nephew grandson granddaughter teammate classmate successor predecessor employer ' +
    'agent biographer publicist caller buyer victim suspect defendant captive hostage inmate ' +
    'prisoner person rebel saboteur bandit guerrilla militant insurgent jihadi paramilitary executive insider ' +
    'academic intellectual technocrat bureaucrat moderate hawk sceptic skeptic pundit guest ' +
    'host staff staffer crew cleric monk nun elder villager detainee evacuee deportee ' +
    'interviewee returnee landowner peasant pupil youth islamist nationalist separatist ' +
    'manager dealer lender donor regulator auditor inspector investigator forecaster planner ' +
    'supplier manufacturer producer exporter importer mediator broker signatory ambassador ' +
    'watchdog troika trio duo quartet panel jury cabinet presidency palace caucus chamber ' +
    'regime establishment board command faction gang cartel clan crowd clergy diaspora ' +
    'collective partnership trust lobby taskforce consortium syndicate brotherhood synod cook ' +
    'clerk guide mechanic nanny barista chef bride groom teen toddler sailor rider hunter ' +
    'tourist cyclist carpenter butcher baker plumber violinist pianist guitarist dancer ' +
    'painter sculptor photographer filmmaker novelist poet dentist pharmacist hairdresser ' +
    'janitor gardener firefighter paramedic lifeguard bystander onlooker churchgoer shopper ' +
    'commuter motorist pedestrian tenant landlord homeowner'
  ).split(' '),
);

/** Whether a noun can speak: people by trade, office or standing, and bodies; no things. */
export function isSomebody(noun: string, plural: boolean): boolean {
  const key = noun.toLowerCase().replace(/^(?:ex|co|vice|half|then)-/, '');
  const one = plural ? key.replace(/s$/, '') : key;
  if ([key, one].some((word) => isRole(word) || bodyKind(word) !== null || PEOPLE.has(word)))
    return true;
  return plural && AGENT.test(one) && !THINGS.test(one);
}

const AGENT = /(?:er|or|ist|ian|ant|ent|ee|man)$/;

/** Whether a noun is one for a person by what it ends in, or one that people are called by. */
export function isAgent(noun: string): boolean {
  return (AGENT.test(noun) && !THINGS.test(noun)) || EPITHETS.test(noun);
}

/** By what a person of public life is called in place of the name; no office that one alone holds. */
export const EPITHETS =
  /^(?:republican|democrat|conservative|liberal|senator|congressman|congresswoman|lawmaker|legislator|candidate|nominee|frontrunner|front-runner|contender|hopeful|incumbent|businessman|businesswoman|billionaire|millionaire|mogul|tycoon|magnate|politician|executive|donor|expert|analyst|economist|strategist|oligarch|neurosurgeon|activist|dissident|strongman|milblogger|blogger|commentator|historian|researcher|scholar|diplomat|veteran|lady|star|surgeon|autocrat|dictator|despot|native|heir|favou?rite|hero|patriarch|matriarch|statesman|stateswoman|warlord|kingpin|maverick|firebrand|technocrat|aristocrat|celebrity|guru)$/;

/** Nouns for things with the endings of those for people. */
const THINGS =
  /(?:ment|cent|paper|number|letter|matter|order|incident|accident|event|component|current|patent|precedent|extent|tent|corner|answer|offer|barrier|center|sector|factor|corridor|error|restaurant|grant|plant|warrant|tower|river|quarter|shelter|charter|disaster|encounter|transfer|computer|chapter|bunker|tanker|carrier|launcher|helicopter|cluster|crater|howitzer|mortar|reactor|motor|generator|container|missile|water|weather|winter|summer|trigger|manner|banner)$/;
