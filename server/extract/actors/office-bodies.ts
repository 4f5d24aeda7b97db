import { formKey, lookUp } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import {
  ARMED_FORCES,
  INSTITUTIONS,
  institutionOf,
  institutionWith,
  ministryOf,
} from './institutions.ts';
import { isCounterpart, isEnvoy, STATE_OFFICES } from './offices.ts';
import type { Post, Referent } from './referent.ts';
import { OFFICES } from './roles.ts';
import { stateOfTitle } from './told-state.ts';
import type { Description } from './description.ts';

/** Whose an office is. What a "counterpart" holds depends on what the document named last. */
export class OfficeBodies {
  readonly #cast: Cast;
  /** The post stated last, which a "counterpart" holds in another state. */
  lastPost: Post | null = null;
  /** The office named last, whether or not its state was told: what a "counterpart" holds. */
  lastOffice: { readonly lemma: string; readonly title: string } | null = null;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** Gives somebody a post, from then on the one stated last. */
  hold(referent: Referent, post: Post): void {
    referent.posts.push(post);
    referent.country ??= post.of.country;
    this.lastPost = post;
  }

  /** "The U.S. ambassador to the OSCE": whose envoy somebody is, not where. */
  senderOf(
    tokens: readonly Token[],
    found: Description,
    lemma: string,
    owner: string | null,
  ): Referent | null {
    const special = /^Special$/i.test(tokens[found.noun - 1]?.word ?? '');
    const toBody =
      lemma === 'representative' &&
      (special ? /^(?:to|at|for|on)$/ : /^(?:to|at)$/).test(tokens[found.noun + 1]?.word ?? '');
    // "Ghana's High Commissioner to Kenya"
    const high =
      lemma === 'commissioner' &&
      tokens[found.noun - 1]?.word === 'High' &&
      /^(?:to|in)$/.test(tokens[found.noun + 1]?.word ?? '');
    if (isForeignPolicyChief(tokens, found.noun)) return this.#union();
    // "A UNICEF goodwill ambassador", "a brand ambassador"
    const forShow = /^(?:goodwill|brand)$/i.test(tokens[found.noun - 1]?.word ?? '');
    if (forShow) return null;
    const sender = isEnvoy(lemma) || toBody || high ? (stateOfTitle(tokens, found) ?? owner) : null;
    return sender === null ? null : this.#cast.state(sender);
  }

  /** The European Union, or null where no list has it. */
  #union(): Referent | null {
    const entry = lookUp('European Union').find(({ type }) => type === 'organisation');
    return entry?.type === 'organisation' ? this.#cast.organisation(entry.organisation) : null;
  }

  /**
   * A ministry from the title's own words, or from the counterpart's.
   * @param country ISO code of the state whose office it is; null gives null
   */
  bodyOf(title: string, lemma: string, country: string | null): Referent | null {
    if (!country) return null;
    const ministry = ministryOf(title);
    if (ministry) return this.#cast.institution(ministry, country);
    if (lemma === 'commander-in-chief') return this.#cast.institution(ARMED_FORCES, country);
    const within = institutionOf(title);
    if (within) return this.#cast.institution(within, country);
    return isCounterpart(lemma) ? this.#counterpartBody(country) : null;
  }

  /** "Belarus's deputy head of the | Security Council": a body that every state has, of the title's. */
  ofState(body: Referent | null, country: string | null): Referent | null {
    if (!body?.key.startsWith('body:') || body.country !== null || country === null) return body;
    const institution = INSTITUTIONS.get(body.name.split(' ').map(formKey).join(' '));
    return institution ? this.#cast.institution(institution, country) : body;
  }

  /** What of this state answers to the office, or else the post, that was named last. */
  #counterpartBody(country: string): Referent | null {
    const office = this.lastOffice && ministryOf(this.lastOffice.title);
    if (office) return this.#cast.institution(office, country);
    if (this.lastOffice && STATE_OFFICES.has(this.lastOffice.lemma))
      return this.#cast.state(country);
    if (this.lastOffice && LEADS_GOVERNMENT.test(this.lastOffice.title))
      return this.#cast.government(country);
    const last = this.lastPost;
    if (!last) return null;
    if (last.of.kind === 'state') return this.#cast.state(country);
    const same = institutionWith(last.of.key.slice(0, -':XX'.length));
    if (same) return this.#cast.institution(same, country);
    const named = ministryOf(last.title);
    return named ? this.#cast.institution(named, country) : null;
  }

  /** The state that has such an office, or its government; null for ranks and unknown states. */
  stateOf(lemma: string, country: string | null): Referent | null {
    if (!country || !OFFICES.has(lemma) || isCounterpart(lemma) || RANK.test(lemma)) return null;
    if (OF_A_BODY.test(lemma)) return null;
    // A state has no governor, but its bank.
    if (lemma === 'governor') return null;
    return STATE_OFFICES.has(lemma) ? this.#cast.state(country) : this.#cast.government(country);
  }
}

/** "High Representative for Foreign Affairs and Security Policy": only one union has any. */
const isForeignPolicyChief = (tokens: readonly Token[], noun: number) =>
  tokens[noun]!.lemma.toLowerCase() === 'representative' &&
  tokens[noun - 1]?.word === 'High' &&
  tokens.slice(noun, noun + LONGEST_UNION).some(({ word }) => word === 'Foreign');

/** In tokens, "of the Union for" included. */
const LONGEST_UNION = 7;

/** "The Polish director X", "the French judge Y": posts that bodies give, films, courts and parliaments among them. */
const OF_A_BODY =
  /^(?:director|manager|founder|co-founder|owner|editor|editor-in-chief|dean|rector|ceo|chair|chairman|chairwoman|chairperson|judge|justice|curator|mayor|lawmaker|mp|mep|senator|deputy|legislator|parliamentarian)$/;

const LEADS_GOVERNMENT = /^(?:prime minister|premier|chancellor)$/i;

/** Ranks, which are no offices of a government. */
const RANK = /^(?:general|admiral|colonel|marshal|brigadier|commodore)$/;
