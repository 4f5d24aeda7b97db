/** States of the United States, with the short forms of datelines and letters. */
const AMERICAN =
  'Alabama Ala. AL|Alaska AK|Arizona Ariz. AZ|Arkansas Ark. AR|California Calif. CA|Colorado Colo. CO|' +
  'Connecticut Conn. CT|Delaware Del. DE|Florida Fla. FL|Georgia Ga. GA|Hawaii HI|Idaho ID|Illinois Ill. IL|' +
  'Indiana Ind. IN|Iowa IA|Kansas Kan. KS|Kentucky Ky. KY|Louisiana La. LA|Maine ME|Maryland Md. MD|' +
  'Massachusetts Mass. MA|Michigan Mich. MI|Minnesota Minn. MN|Mississippi Miss. MS|Missouri Mo. MO|' +
  'Montana Mont. MT|Nebraska Neb. NE|Nevada Nev. NV|New_Hampshire N.H. NH|New_Jersey N.J. NJ|' +
  'New_Mexico N.M. NM|New_York N.Y. NY|North_Carolina N.C. NC|North_Dakota N.D. ND|Ohio OH|' +
  'Oklahoma Okla. OK|Oregon Ore. OR|Pennsylvania Pa. PA|Rhode_Island R.I. RI|South_Carolina S.C. SC|' +
  'South_Dakota S.D. SD|Tennessee Tenn. TN|Texas TX|Utah UT|Vermont Vt. VT|Virginia Va. VA|' +
  'Washington Wash. WA|West_Virginia W.Va. WV|Wisconsin Wis. WI|Wyoming Wyo. WY|D.C. DC';

/** Provinces and territories of Canada. */
const CANADIAN =
  'Alberta Alta.|British_Columbia B.C.|Manitoba Man.|New_Brunswick N.B.|Newfoundland N.L.|' +
  'Newfoundland_and_Labrador|Northwest_Territories|Nova_Scotia N.S.|Nunavut|Ontario Ont.|' +
  'Prince_Edward_Island P.E.I.|Quebec Que.|Saskatchewan Sask.|Yukon';

const namesOf = (regions: string) =>
  regions.split('|').map((region) => region.split(' ').map((name) => name.replaceAll('_', ' ')));

const STATE_OF_REGION: ReadonlyMap<string, string> = new Map([
  ...namesOf(AMERICAN).flatMap((names) => names.map((name) => [name, 'US'] as const)),
  ...namesOf(CANADIAN).flatMap((names) => names.map((name) => [name, 'CA'] as const)),
]);

/** ISO code of the state that a region written behind a town's name is part of; null for others. */
export function stateOfRegion(name: string): string | null {
  return STATE_OF_REGION.get(name) ?? null;
}

/** Names of American states in full, without those that name another state or a town of the world's news, too. */
export const AMERICAN_STATES: readonly string[] = namesOf(AMERICAN)
  .map(([name]) => name!)
  .filter((name) => !/^(?:Georgia|New York|Washington|D\.C\.)$/.test(name));

/** Regions with a government of their own, by their adjective. */
export const REGION_OF: Readonly<Record<string, string>> = {
  Abkhaz: 'Abkhazia',
  Abkhazian: 'Abkhazia',
  Basque: 'Basque Country',
  Bavarian: 'Bavaria',
  Catalan: 'Catalonia',
  Chechen: 'Chechnya',
  Crimean: 'Crimea',
  Faroese: 'Faroe Islands',
  Flemish: 'Flanders',
  Gagauz: 'Gagauzia',
  Gagauzian: 'Gagauzia',
  Greenlandic: 'Greenland',
  Scottish: 'Scotland',
  Transnistrian: 'Transnistria',
  Welsh: 'Wales',
  Zanzibari: 'Zanzibar',
};
