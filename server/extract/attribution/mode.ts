import type { Labelled } from './found.ts';
import { isContent } from './proposal.ts';
import type { Attribution } from './types.ts';

/** Whether the content's words are all in quotation marks, none, or some. */
export function modeOf(parts: readonly Labelled[]): Attribution['mode'] {
  let [inside, outside] = [0, 0];
  for (const { passage, labels } of parts)
    for (let i = 0; i < labels.length; i++) {
      if (!isContent(labels[i]!) || !/[\p{L}\p{N}]/u.test(passage.words[i]!)) continue;
      if (passage.quotation[i]! >= 0) inside++;
      else outside++;
    }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
