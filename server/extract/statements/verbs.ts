const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs that report speech or writing when they take a clause. */
export const SAYING = set(
  'say tell announce state claim confirm declare assert add note stress emphasize emphasise argue ' +
    'insist maintain report reveal disclose explain acknowledge admit concede warn reiterate ' +
    'contend allege remark recall testify conclude suggest predict promise vow pledge deny ' +
    'complain caution tweet write estimate respond reply indicate posit',
);

/** Further verbs that report speech where "that" follows. */
export const SAYING_THAT = set(
  'reaffirm reassert affirm aver profess submit opine muse boast brag lament grumble retort counter ' +
    'echo signal specify clarify elaborate underline underscore highlight observe mention recount ' +
    'relate assure reassure remind reckon forecast project calculate assess find determine rule ' +
    'demand recommend propose urge order hold swear guarantee threaten plead post telegraph ' +
    'retweet attest certify proclaim decree verify vouch guess speculate hint imply quip joke ' +
    'inform notify advise repeat acknowledge worry concur charge comment answer',
);

/** Verbs whose object is judged: "dismissed the claim as", "hailed the judgment". */
export const JUDGING = set(
  'salute dismiss reject slam blast denounce criticise criticize condemn decry deride ridicule mock hail ' +
    'praise laud welcome applaud commend describe call label brand dub term characterise ' +
    'characterize regret deplore lambast lambaste rebuff assail castigate congratulate thank ' +
    'liken compare identify fault see view regard portray depict assess dispute rebut refute characterise characterize qualify consider deem',
);

/** Verbs that report a position when a described or named source holds it. */
export const POSITIONS = set(
  'believe doubt suspect fear agree estimate question think predict expect',
);

/** Verbs whose object begins what is said. */
export const BLAMING = set(
  'accuse blame deny warn criticize criticise condemn denounce urge threaten invite',
);

/** Verbs that say what is wished after "for". */
export const ASKING = set('ask call appeal plead push');
