import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import type { Found } from './found.ts';

/** Last words of many outlets' names; one alone names the outlet that the document named in full. */
const SHARED =
  /^(?:Times|Post|Journal|Herald|Tribune|Star|Mail|Telegraph|Observer|Independent|Standard|Globe|Review|News|Sun|Mirror|Express|Chronicle|Gazette|Courier)$/;

/** "The Times said" for The New York Times, named before; nobody where no outlet, or more than one, is called so. */
export function shortOutlets(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word }, i): Found[] => {
    const article = tokens[i - 1]?.word ?? '';
    if (!SHARED.test(word) || !/^the$/i.test(article) || isCapitalised(tokens[i + 1])) return [];
    const outlet = cast.outletCalled(word);
    if (outlet === null) return [];
    return [{ from: article === 'The' ? i - 1 : i, to: i + 1, referent: () => outlet }];
  });
}

/** "The Post | Office", "the Times | Square": the name goes on. */
const isCapitalised = (token: Token | undefined) => /^\p{Lu}/u.test(token?.word ?? '');
