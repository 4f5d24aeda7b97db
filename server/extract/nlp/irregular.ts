/** English forms that no rule undoes: "form:lemma", apart for verbs and for nouns. */

const mapOf = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(/\s+/).map((pair) => pair.split(':') as [string, string]));

export const IRREGULAR_VERBS = mapOf(
  'was:be were:be is:be are:be been:be am:be being:be ' +
    "'s:be 're:be 'm:be has:have had:have having:have 've:have did:do does:do done:do n't:not " +
    'ca:can wo:will said:say says:say saying:say told:tell tells:tell thought:think knew:know ' +
    'known:know wrote:write written:write spoke:speak spoken:speak felt:feel found:find ' +
    'heard:hear saw:see seen:see read:read held:hold made:make gave:give given:give took:take ' +
    'taken:take went:go gone:go came:come became:become overcame:overcome got:get gotten:get ' +
    'put:put let:let set:set meant:mean led:lead misled:mislead left:leave kept:keep ' +
    'brought:bring bought:buy sought:seek taught:teach caught:catch fought:fight swore:swear ' +
    'sworn:swear sang:sing sung:sing began:begin begun:begin ran:run understood:understand ' +
    'misunderstood:misunderstand foresaw:foresee foreseen:foresee oversaw:oversee ' +
    'overseen:oversee forgot:forget forgotten:forget forbade:forbid forbidden:forbid ' +
    'chose:choose chosen:choose shown:show quit:quit shot:shoot hit:hit met:meet paid:pay ' +
    'lost:lose won:win sent:send spent:spend lent:lend bent:bend built:build stood:stand ' +
    'withstood:withstand sat:sit fell:fall fallen:fall grew:grow grown:grow rose:rise risen:rise ' +
    'arose:arise arisen:arise drew:draw drawn:draw withdrew:withdraw withdrawn:withdraw ' +
    'threw:throw thrown:throw flew:fly flown:fly blew:blow blown:blow broke:break broken:break ' +
    'laid:lay bore:bear born:bear borne:bear wore:wear worn:wear tore:tear torn:tear beaten:beat ' +
    'ate:eat eaten:eat drove:drive driven:drive rode:ride ridden:ride strode:stride ' +
    'struck:strike stricken:strike stuck:stick shook:shake shaken:shake stole:steal stolen:steal ' +
    'froze:freeze frozen:freeze hid:hide hidden:hide bit:bite bitten:bite sold:sell bound:bind ' +
    'wound:wind hung:hang swung:swing clung:cling flung:fling sprang:spring sprung:spring ' +
    'rang:ring rung:ring sank:sink sunk:sink drank:drink drunk:drink shrank:shrink ' +
    'shrunk:shrink swam:swim dealt:deal dreamt:dream leapt:leap learnt:learn burnt:burn ' +
    'slept:sleep swept:sweep wept:weep crept:creep fled:flee sped:speed bled:bleed bred:breed ' +
    'fed:feed lit:light slid:slide slain:slay slew:slay dug:dig shone:shine proven:prove ' +
    'woke:wake awoke:awake awoken:awake upheld:uphold withheld:withhold undertook:undertake ' +
    'undertaken:undertake mistook:mistake mistaken:mistake underwent:undergo undergone:undergo ' +
    'forgave:forgive forgiven:forgive rewrote:rewrite rewritten:rewrite rebuilt:rebuild ' +
    'overthrew:overthrow overthrown:overthrow died:die lied:lie tied:tie vied:vie untied:untie ' +
    'belied:belie lying:lie dying:die tying:tie vying:vie dies:die lies:lie ties:tie vies:vie ' +
    'belies:belie owed:owe owing:owe dyed:dye eyed:eye eyeing:eye biased:bias canvassed:canvass ' +
    'focused:focus focusing:focus focuses:focus caucused:caucus caucusing:caucus ' +
    'caucuses:caucus created:create creating:create recreated:recreate guided:guide ' +
    'guiding:guide combated:combat combating:combat debuted:debut debuting:debut ' +
    'murmured:murmur ruined:ruin ruining:ruin',
);

export const IRREGULAR_NOUNS = mapOf(
  'people:person spokespeople:spokesperson men:man women:woman children:child ' +
    'grandchildren:grandchild feet:foot teeth:tooth geese:goose mice:mouse lives:life ' +
    'wives:wife knives:knife shelves:shelf halves:half wolves:wolf thieves:thief selves:self ' +
    'loaves:loaf calves:calf crises:crisis analyses:analysis theses:thesis ' +
    'hypotheses:hypothesis diagnoses:diagnosis emphases:emphasis bases:base criteria:criterion ' +
    'phenomena:phenomenon focuses:focus caucuses:caucus campuses:campus bonuses:bonus ' +
    'viruses:virus statuses:status censuses:census buses:bus biases:bias gases:gas ' +
    'surpluses:surplus quizzes:quiz aches:ache headaches:headache ties:tie lies:lie pies:pie ' +
    'movies:movie cookies:cookie calories:calorie zombies:zombie rookies:rookie ' +
    'selfies:selfie series:series species:species news:news means:means thanks:thanks ' +
    'odds:odds clothes:clothes politics:politics economics:economics dynamics:dynamics ' +
    'logistics:logistics ethics:ethics physics:physics mathematics:mathematics shoes:shoe ' +
    'toes:toe foes:foe woes:woe',
);
