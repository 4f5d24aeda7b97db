/** English lemmas by rule: irregular forms from a list, regular endings undone. */

const IRREGULAR = new Map(
  (
    'said:say says:say saying:say told:tell tells:tell thought:think knew:know known:know ' +
    'wrote:write written:write spoke:speak spoken:speak felt:feel found:find heard:hear saw:see ' +
    'seen:see read:read held:hold made:make gave:give given:give took:take taken:take went:go ' +
    'gone:go came:come got:get gotten:get put:put let:let set:set meant:mean led:lead left:leave ' +
    'kept:keep brought:bring bought:buy sought:seek taught:teach caught:catch swore:swear ' +
    'sworn:swear sang:sing began:begin begun:begin ran:run understood:understand ' +
    'foresaw:foresee forgot:forget forgotten:forget forbade:forbid chose:choose chosen:choose ' +
    'showed:show shown:show was:be were:be is:be are:be been:be am:be being:be ' +
    "'s:be 're:be 'm:be has:have had:have having:have 've:have did:do does:do done:do n't:not " +
    'ca:can wo:will denied:deny replied:reply implied:imply testified:testify tried:try ' +
    'cried:cry worried:worry lied:lie lying:lie tweeted:tweet quoted:quote quit:quit shot:shoot ' +
    'hit:hit met:meet paid:pay lost:lose won:win sent:send spent:spend built:build stood:stand ' +
    'sat:sit fell:fall grew:grow rose:rise drew:draw threw:throw broke:break laid:lay bore:bear ' +
    'warned:warn spokespeople:spokesperson people:person men:man women:woman children:child'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Stems that lost a final e before -ed ("accus", "believ"), and those that look so but did not. */
const LOST_E = /(?:[^aeiou][aeiou]t|[cgsvuz]|[aiou][nrlkmtdp]|[bdgptz]l|at|bl|iz|ir|ur|ar|os|as)$/;
const LOST_E_ING = /(?:[cgsvuz]|[aiou][nrlkmtdp]|[bdgptz]l|at)$/;
const KEPT =
  /(?:ain|ear|eal|oin|ook|alk|ail|oad|ead|eed|oot|it|et|er|en|al|el|on|or|ow|ss|au?nt|ress)$/;

function withoutEnding(stem: string, doubled: RegExp, lostE: RegExp): string {
  if (doubled.test(stem) && !/(?:ll|ss)$/.test(stem)) return stem.slice(0, -1);
  return lostE.test(stem) && !KEPT.test(stem) ? `${stem}e` : stem;
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** The dictionary form of a word with a Penn tag; lower case. */
export function lemmaOf(word: string, tag: string): string {
  const lower = word.replaceAll('’', "'").toLowerCase();
  const irregular = /^(?:VB|NNS|MD|RB)/.test(tag) ? IRREGULAR.get(lower) : undefined;
  if (irregular) return irregular;
  if (/^VB[DN]$/.test(tag) && lower.endsWith('ied')) return `${lower.slice(0, -3)}y`;
  if (/^VB[DN]$/.test(tag) && lower.endsWith('ed'))
    return withoutEnding(lower.slice(0, -2), /([bdgklmnprt])\1$/, LOST_E);
  if (tag === 'VBG' && lower.endsWith('ing') && lower.length > 5)
    return withoutEnding(lower.slice(0, -3), /([bdgmnprt])\1$/, LOST_E_ING);
  const plural = tag === 'VBZ' || tag === 'NNS';
  return plural && lower.endsWith('s') && lower.length > 3 ? singular(lower) : lower;
}
