import type { DateMention } from '../dates/index.ts';
import type { Span } from '../nlp/index.ts';
import type { StatementContext } from '../statements/records.ts';
import type { Told } from '../statements/told.ts';
import type { Clause } from './clause.ts';

/** What claims are read from, beside what statements are. */
export interface ClaimContext extends StatementContext {
  readonly dates: readonly DateMention[];
  readonly told: readonly Told[];
  readonly headline: Span | null;
  /** What the article below its headline states as happened, in text order. */
  readonly clauses: readonly Clause[];
}
