/** An article that nobody wrote: invented for these tests, with attributions of several shapes. */
export const ARTICLE = `Harbour ministers trade warnings over the Velin Strait

Foreign Minister Anna Karvonen of Finland said on Tuesday that the new ferry line to Estonia would open in May. "We will keep the strait open to every flag," Karvonen told reporters in Helsinki.

Estonia's Prime Minister Jaan Tamm accused Russia of jamming navigation signals near the islands. "This is not an accident, it is a method," he said.

Russian Foreign Ministry spokeswoman Maria Lazareva denied the accusation. "Russia has never interfered with civilian shipping," Lazareva said, according to TASS.

The European Commission warned that further incidents would lead to sanctions. Commission spokesman Pieter Stanov said the bloc was watching closely.

"Our coast guard will patrol day and night," said Admiral Henrik Lund, the commander of the Finnish Navy. He added that two more ships would arrive in June.

Finland and Estonia signed a memorandum on rescue at sea in Tallinn on 14 March 2023. Tamm called the document "a promise between neighbours".
`;

/** The same wire report in another outlet's words: one utterance told twice, sentences copied. */
export const RETOLD = `Strait stays open, says Karvonen

"We will keep the strait open to every flag," Foreign Minister Anna Karvonen told journalists in Helsinki on Tuesday.

Estonia's Prime Minister Jaan Tamm accused Russia of jamming navigation signals near the islands. "This is not an accident, it is a method," he said.

Russian Foreign Ministry spokeswoman Maria Lazareva denied the accusation. "Russia has never interfered with civilian shipping," Lazareva said, according to TASS.

"Our coast guard will patrol day and night," said Admiral Henrik Lund, the commander of the Finnish Navy. He added that two more ships would arrive in June.
`;

/** As many articles as are asked for, each about people of its own. */
export function manyArticles(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const n = String.fromCharCode(65 + (i % 26)).toLowerCase();
    return ['Karvonen', 'Tamm', 'Lazareva', 'Stanov', 'Lund'].reduce(
      (text, name) => text.replaceAll(name, `${name.slice(0, -1)}${n}${name.slice(-1)}`),
      ARTICLE.replaceAll('Velin', `Velin ${i + 1}`).replaceAll('May', `May, on day ${i + 1}`),
    );
  });
}
