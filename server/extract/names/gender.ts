import { words } from '../../contract/index.ts';
import { isTransliteratedGivenName } from './fold.ts';

/**
 * Which pronoun a person's given name calls for, as far as the name tells. A guess for choosing
 * between bearers of "he" and "she", never a statement about anybody; written for this project from
 * common given names of the world's news.
 */
export type Gender = 'female' | 'male';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Women's names that do not end in "a". */
const FEMALE = set(
  'mary elizabeth margaret susan karen nancy betty helen sharon carol michelle kimberly deborah ' +
    'dorothy amy ruth kathleen shirley judith janet catherine katherine kathryn jean alice judy ' +
    'beverly denise jane lori kelly rachel carolyn heather diane julie joyce janice jacqueline ' +
    'frances ann anne joan evelyn megan hannah cheryl ashley rose jennifer emily abigail sarah ' +
    'elizabeth isabel isabelle claire chloe sophie marie christine nicole brigitte simone ' +
    'agnes ines mercedes pilar dolores carmen soledad beatriz luz consuelo astrid ingrid sigrid ' +
    'birgit kirsten karin kerstin heidi gudrun elke anneliese annegret ursel mette inger ' +
    'marit solveig liv siv agathe odile sylvie valerie nathalie dominique florence clemence ' +
    'charlotte caroline josephine pauline madeleine adele giselle noelle yvonne yvette colette ' +
    'eleanor hillary hilary stacey tracy wendy amber dawn holly ivy joy hope faith grace kay gail ' +
    'april june melanie stephanie jill gwen peggy becky debbie cindy mindy sally molly polly ' +
    'dolly lucy daisy penny jenny kate katie maggie annie connie bonnie carrie laurie leslie ' +
    'meghan lauren kristen kirsten erin shannon allison alison jasmine yasmin shirin fatemeh ' +
    'zeinab zainab maryam miriam esther edith judit agnieszka mei ling xiaoling yuriko ' +
    'akiko keiko naoko yoko tomoko noriko haruko sanae priti sushma smriti ' +
    'mehbooba benazir khadijah aishah amal nour noor manal rasha suad hanan ilham iman siham ' +
    'rim reem ebtihal elif ayse aysel fatos tulay meral sevgi nur gul leyla ' +
    'dilek zeynep gulay tzipi ayelet merav orly ronit galit yael irit nurit limor roz ros ' +
    'angelique ngozi chimamanda thandiwe nkosazana phumzile graca ellen winnie ' +
    'liz ulrike heike antje ' +
    'anke silke imke wiebke frauke dagmar ingeborg hildegard gerlinde irmgard tine lene ' +
    'pernille ane anne-marie mariann marianne juliane christiane liane ariane viviane',
);

/** Men's names that end in "a". */
const MALE_IN_A = set(
  'ilya illia ilia nikita mykola mikola joshua luca andrea sasha sascha danila foma kuzma savva ' +
    'mustafa musa isa raila juma mwai ' +
    'aditya surya ' +
    'yehuda akiva ezra elisha hosea joshua josua ndaba ' +
    'abba moussa issa bola daouda idrissa yaya zakaria murtala ' +
    'santa kenta shota yuta sota ryota kota shinya tetsuya ' +
    'takuya kazuya tatsuya naoya yuya saka nikola luka sava toma mica jova pera sima ' +
    'dusha vanja vanya misha grisha kolya petya vasya seryozha dima gena senya tolya borya kostya ' +
    'volodya lyosha alyosha zhora lova pekka jukka ilkka veikka joona ' +
    'esa juha mika jaska attila bela gyula geza csaba zsiga',
);

/** Men's names whose ending alone would not tell, the commoner ones of the news. */
const MALE = set(
  'james john robert michael william david richard joseph thomas charles christopher daniel ' +
    'matthew anthony mark donald steven paul andrew kenneth kevin brian george edward ronald ' +
    'timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott ' +
    'brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron ' +
    'jose henry adam douglas nathan peter zachary kyle walter ethan jeremy harold keith christian ' +
    'roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy ' +
    'bruce albert willie gabriel alan juan wayne roy ralph randy eugene vincent russell elijah ' +
    'louis bobby philip johnny bill bob jim tom tim dan ben sam mike steve joe nick rick greg jeff ' +
    'vladimir sergei sergey dmitry dmitri alexei aleksei andrei nikolai mikhail ivan igor oleg ' +
    'viktor yuri boris anatoly pavel maxim roman denis kirill konstantin vitaly yevgeny ' +
    'volodymyr serhiy dmytro andriy oleksandr oleksii mykhailo ihor oleh vasyl taras bohdan petro ' +
    'emmanuel francois jean-luc nicolas pierre philippe jacques michel laurent bruno gerard ' +
    'olaf angelo friedrich helmut gerhard wolfgang hans klaus jens jurgen karl heinz dieter ' +
    'giuseppe mario silvio matteo sergio paolo romano giorgio pedro pablo carlos luis jorge ' +
    'manuel miguel rafael fernando alberto andres diego javier enrique felipe santiago rodrigo ' +
    'recep hakan mevlut ahmet mehmet mustafa binali devlet suleyman ali hassan hussein ahmed ' +
    'mohammed mohammad muhammad mahmoud ibrahim abdullah abdel bashar omar khalid salman faisal ' +
    'nasser yasser ismail yahya javad hossein mahdi qassem benjamin naftali yair isaac ehud ' +
    'benny yoav narendra rahul amit rajnath imran shehbaz nawaz asif jinping shinzo ' +
    'fumio yoshihide taro joko ferdinand rodrigo mahathir anwar ' +
    'alyaksandr aliaksandr uladzimir dzmitry zmitser siarhei siarhey syarhey mikalai mikalay vadzim ' +
    'vadim yahor ihar aleh anatol leanid leonid viktar viachaslau viacheslav vyacheslav valery valeriy ' +
    'valerii pavlo kyrylo yevhen yevhenii serhii andrii dmytro oleksiy oleksandr mykola artem artyom ' +
    'arseniy anton stanislav stanislau vladislav uladzislau gennady henadz grigory hryhoriy filipp ' +
    'philipp fyodor semyon timur ruslan rustam ramzan aslan eduard arkady yevgeny evgeny vasily ' +
    'zbigniew mariusz mateusz andrzej jaroslaw krzysztof tomasz wojciech piotr pawel radoslaw jacek ' +
    'marcin grzegorz lukasz rafal donald edgars krisjanis janis arturs egils gitanas arvydas ' +
    'laurynas gintaras alar urmas juri hanno margus aleksandar milos ivica nebojsa zoran goran ' +
    'dragan kassym-jomart shavkat sadyr zheenbek emomali rustam gurbanguly ilham nikol ararat suren ' +
    'irakli giorgi mikheil bidzina maksim bogdan bohdan franak zianon ales dzianis kastus maksym',
);

/** The pronoun's gender that a full name calls for; null when the name does not tell. */
export function genderOfName(name: string): Gender | null {
  const parts = words(name);
  const [given] = parts;
  if (given === undefined || parts.length < 2) return null;
  const [female, male] = [FEMALE.has(given), MALE.has(given) || MALE_IN_A.has(given)];
  if (female !== male) return female ? 'female' : 'male';
  const told = genderOfSurname(parts.at(-1)!);
  if (told !== null || female) return told;
  return given.length > 2 && given.endsWith('a') ? 'female' : null;
}

/** Slavic surnames, which men and women have in different forms: "Aliyev", "Zakharova"; null for others. */
function genderOfSurname(surname: string): Gender | null {
  if (/(?:[oe]va|skaya|skaia)$/.test(surname)) return 'female';
  return /(?:[oe]v|skiy|skyi?)$/.test(surname) ? 'male' : null;
}

/** Whether a word is a given name that the lists hold. */
export function isGivenName(word: string): boolean {
  const name = word.toLowerCase();
  const listed = FEMALE.has(name) || MALE.has(name) || MALE_IN_A.has(name) || GIVEN_IN_A.has(name);
  return listed || (name !== 'roman' && isTransliteratedGivenName(word));
}

/** Commoner women's names in "a", which need no list to tell their gender. */
const GIVEN_IN_A = set(
  'anna maria natalia nataliya natallia natalya olga volha tatiana tatsiana tetiana iryna irina ' +
    'svetlana sviatlana svyatlana oksana olena elena alena yelena yulia yuliya iuliia julia kateryna ' +
    'katsiaryna ekaterina yekaterina anastasia hanna halyna galina larysa larisa liudmyla lyudmila ' +
    'valentina nadezhda nadiya vera vira daria darya dariya maryna marina alina polina ksenia kseniya ' +
    'victoria viktoria viktoriya sofia zuzana ursula kaja ingrida maia salome dalia evika viola ' +
    'magdalena barbara ewa joanna malgorzata beata agata barbora laura emma sanna angela claudia ' +
    'annalena giorgia roberta silvia eva jana petra lucia monica veronica paula sara',
);
