/** Nouns by which frames tell one sense of a verb from another. Lemmas. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Stands for any place named as one, among the nouns of a frame. */
export const PLACE = '<place>';
/** Stands for a weapon by its number alone: "F-16s", "K2s", "MiG-29". */
export const MODEL = '<model>';
/** Stands for anything by a name of its own. */
export const NAME = '<name>';
/** Stands for an international body by its name. */
export const ALLIANCE = '<alliance>';
/** Stands for an armed force by its name: "Wagner members". */
export const ARMY = '<army>';

export const FORCES = set(
  `troop soldier force serviceman servicemen unit jet drone helicopter aircraft plane warplane battalion brigade ship warship vessel presence group contingent deployment fighter bomber reinforcement personnel army monitor observer peacekeeper adviser advisor instructor mission marine paratrooper convoy destroyer frigate submarine carrier fleet squadron regiment division mercenary militiaman battery defence defense column commando contingent detachment garrison platoon legionnaire policeman gunman militant insurgent rebel guerrilla legionary wagnerite cutter gunboat speedboat operative combatant enemy airman airmen sailor gunner artilleryman sapper reservist conscript sniper navy infantry cavalry flotilla subunit ${ARMY}`,
);

export const GOODS = set(
  `ammunition ammo weapon weaponry arm arms munition shell tank truck vehicle system missile equipment aid drone aircraft jet fighter helicopter howitzer launcher artillery rocket gas oil grain fuel loan package assistance supplies vest generator batch shipment consignment carrier mortar rifle bomb interceptor radar ship boat submarine corvette frigate bus wheat vaccine turbine reactor uranium plane warplane gun round load mine electricity chip component tranche medicine tonne ton litre liter barrel crate container truckload car ambulance pickup food flour fertiliser fertilizer ${MODEL}`,
);

/** What is delivered, given or handed over without any goods changing hands. */
export const WORDS = set(
  'speech tirade rant eulogy keynote pitch message note blow verdict statement remark remarks address lecture ultimatum warning letter promise result response answer protest report ruling judgment judgement rebuke sermon protection support guarantee information intelligence detail evidence cover opportunity control power presidency duty authority responsibility command sentence body remains copy petition signal update service training performance victory interview briefing',
);

/** Weapons that hit something by themselves. */
export const BOMBS = set('missile drone rocket shell bomb mortar shahed uav munition');

export const MISSILES = set('missile rocket drone mortar artillery projectile bomb shell munition');

/** What is fired or used at somebody without being a missile. */
export const SHOTS = set('cannon cannons shot flare gas bullet grenade round fire laser gunfire');

export const PLACES = set(
  'headquarters base region city town village settlement territory position ship tanker plant station airfield bridge building island area district depot warehouse facility system tank launcher column convoy post outpost dump grid refinery port airport hospital school camp target house boat substation vehicle capital north south east west hotel market power terminal church mosque pipeline atoll cable trawler vessel freighter hub arsenal hangar patrol palace checkpoint residence compound infrastructure hill shoal reef airspace border embassy waters consulate crossing enclave stronghold dormitory clinic kindergarten mall shelter prison monastery cathedral museum theatre restaurant bus train truck car ambulance barracks bunker dam workshop',
);

export const CRAFT = set(
  'drone missile plane jet helicopter aircraft balloon rocket fighter bomber airliner warplane uav shahed',
);

export const EXERCISES = set(
  'exercise drill training manoeuvre maneuver simulation wargame rehearsal exercises drills patrol inspection',
);

export const TALKS = set(
  'talk talks meeting summit negotiation consultation conversation discussion call conference session round dialogue contact audience luncheon lunch breakfast dinner videoconference teleconference tete-a-tete',
);

export const ATTACKS = set(
  'strike attack invasion counterattack counter-attack counter-offensive cyberattack cyber-attack offensive assault airstrike barrage bombardment raid shelling fire incursion ambush counteroffensive bombing shooting massacre',
);

export const DIPLOMATS = set(
  "ambassador charge chargé d'affaire d'affaires d'affair d'affairs envoy attache attaché diplomat consul representative",
);

/** Those whom foes exchange, and the dead. */
export const CAPTIVES = set(
  'prisoner captive detainee serviceman servicemen soldier hostage pow body',
);

/** People who protest, when what they do is told of: "farmers blocked the crossing". */
export const PROTESTERS = set(
  'protester demonstrator activist supporter farmer trucker driver student worker person resident villager miner union veteran crowd opposition haulier fisherman teacher doctor nurse taxi biker people citizen opponent critic exile dissident trader merchant shopkeeper monk nun mourner inmate prisoner detainee settler islamist tribesman porter pupil apprentice employee cleric neighbour neighbor thousand hundred dozen ten refugee commuter parent mother father wife relative woman man pensioner youth nationalist lawyer journalist migrant conscript',
);

export const ROADS = set(
  'barricade roadblock road crossing border highway motorway bridge street railway entrance port square track checkpoint intersection boulevard traffic access airport',
);

/** Words for people who stand for whoever sends them, beside offices and trades. */
export const DELEGATIONS = set(
  'delegation side team leadership crew group cabinet parliamentarian president-elect troupe squad counterpart colleague',
);
