/**
 * Three-letter codes (ISO 639-2/T) of languages by their BCP 47 tags. A language of several has the
 * code of all together: Arabic, Chinese and Persian as such.
 */
export const THREE_LETTER_CODES: ReadonlyMap<string, string> = new Map([
  ['ar', 'ara'],
  ['be', 'bel'],
  ['bg', 'bul'],
  ['cs', 'ces'],
  ['de', 'deu'],
  ['en', 'eng'],
  ['es', 'spa'],
  ['fa', 'fas'],
  ['fr', 'fra'],
  ['hi', 'hin'],
  ['hr', 'hrv'],
  ['hu', 'hun'],
  ['id', 'ind'],
  ['it', 'ita'],
  ['ja', 'jpn'],
  ['ko', 'kor'],
  ['lt', 'lit'],
  ['nl', 'nld'],
  ['pl', 'pol'],
  ['pt', 'por'],
  ['ro', 'ron'],
  ['ru', 'rus'],
  ['sr', 'srp'],
  ['sv', 'swe'],
  ['tr', 'tur'],
  ['uk', 'ukr'],
  ['vi', 'vie'],
  ['zh', 'zho'],
]);
