import { stateEndingAt } from '../actors/country.ts';
import type { Token } from '../nlp/index.ts';
import type { Clause } from './clause.ts';
import { inSet } from '../text/in-set.ts';
import type { ClaimContext } from './context.ts';
import { words } from './frames.ts';
import { partiesUnder } from './parties.ts';
import { phrasesOf } from './phrases.ts';
import { found, phrase, type Found } from './told-agreement.ts';

/** Who gets what is ordered, and who gives it: "won | from", "awarded | to". */
const WINS = words('win secure land receive clinch obtain get');
const GIVES = words('award place give grant hand');
const ORDERS = /^(?:contract|order|tender)$/;

/** "Gave orders to the troops" buys nothing. */
const isOrder = ({ lemma, tag }: Token, verb: string) =>
  ORDERS.test(lemma) && !(lemma === 'order' && (tag === 'NNS' || /^(?:give|hand|get)$/.test(verb)));

/**
 * "A shipyard won a contract from Norway", "Norway placed an order with a shipyard", "a contract was
 * awarded to a shipyard by Norway"; null where it names no two parties.
 */
export function awarded(clause: Clause, context: ClaimContext): Found | null {
  const { tree, objects, agents, obliques } = clause;
  const wins = inSet(clause.lemma, WINS);
  if (!wins && !inSet(clause.lemma, GIVES)) return null;
  // "Awarded a firm | a contract", which the parser hung on the firm
  const loose = objects.flatMap((i) => tree.childrenBy(i, 'dep'));
  const noun = [...objects, ...loose].find((i) => isOrder(tree.tokens[i]!, clause.lemma));
  if (noun === undefined) return null;
  // "A contract for ships | to a firm"
  const topics = phrasesOf(tree, tree.childrenBy(noun, 'nmod'));
  const others = (wins ? ['from', 'with'] : ['to', 'with']).flatMap((word) => [
    ...(obliques.get(word) ?? []),
    ...(topics.get(word) ?? []),
  ]);
  const given = wins ? [] : objects.filter((i) => i !== noun);
  const own = partiesUnder(agents, clause, context).parties;
  const partners = partiesUnder([...others, ...given], clause, context).parties;
  const theirs = partners.length > 0 ? partners : capitalsAt(others, clause, context);
  const parties = [...new Set([...own, ...theirs])];
  if (own.length === 0 || theirs.length === 0 || parties.length < 2) return null;
  return found('clause', clause, 'announced', phrase(context.text, tree, noun), parties, [], false);
}

/** "An order | from Oslo": the states whose capitals stand for them, which after "from" are else places. */
const capitalsAt = (heads: readonly number[], { tree }: Clause, { discourse }: ClaimContext) =>
  heads.flatMap((head) => {
    const named = stateEndingAt(tree.tokens, head);
    return named ? [discourse.cast.state(named.state)] : [];
  });
