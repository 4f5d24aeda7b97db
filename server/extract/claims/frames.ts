import type { EventKind, Role } from '../../../graph-data/schema/index.ts';

/** What kind of event a verb with its arguments tells of, and who plays which part. */
export interface Frame {
  readonly kind: EventKind;
  readonly verbs: ReadonlySet<string>;
  /** The word right after the verb ("shot | down"); null when it needs none. */
  readonly particle: string | null;
  /** The object's noun must be one of these; null when any object, or none, will do. */
  readonly nouns: ReadonlySet<string> | null;
  /** The prepositions that bring that noun in, or `SUBJECT`; null when it is the object. */
  readonly within: string | null;
  /** The object's noun may be none of these. */
  readonly but: ReadonlySet<string> | null;
  /** The subject's noun must be one of these; null when any will do. */
  readonly agentNouns: ReadonlySet<string> | null;
  readonly agent: Role;
  /** Null when the object is a thing. */
  readonly object: Role | null;
  /** Parts of those that a preposition brings in. */
  readonly obliques: Readonly<Record<string, Role>>;
  /** What somebody must be to be the agent, a body being anybody but a person; null for anybody. */
  readonly agentKind: 'person' | 'body' | null;
  /** What somebody must be to be the object; null when anybody or anything will do. */
  readonly objectKind: 'person' | null;
  /** What those must be whom a preposition brings in; null when anybody will do. */
  readonly partnerKind: 'person' | null;
  /** It takes an actor as its object, two participants, or somebody in this part. */
  readonly needs: 'object' | 'two' | Role | null;
  /** "Is buying" tells of no purchase yet. */
  readonly done: boolean;
  /** It is no participle that describes a noun: "founded a firm", not "a firm founded by". */
  readonly finite: boolean;
  /** It is told in the passive: "was recalled", not "recalled that". */
  readonly passive: boolean;
  /** It takes no object but a time: "rallied in Tunis", not "rallied support". */
  readonly bare: boolean;
  /** One of these prepositions must be there, whoever or whatever it brings in; null for none. */
  readonly toward: readonly string[] | null;
  /** It takes no other verb: "quit", not "quit smoking". */
  readonly plain: boolean;
  /** It takes no infinitive: "called on the king", not "called on the king to go". */
  readonly alone: boolean;
  /** It takes a participle by which those who act demand something: "gathered, demanding". */
  readonly demanding: boolean;
}

/** The noun is the subject: "the first troops arrived". */
export const SUBJECT = 'subject';

/** Words between blanks. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** A frame for verbs between blanks; what it does not say is as in most. */
export function frame(
  kind: EventKind,
  verbs: string,
  rest: Partial<Omit<Frame, 'kind' | 'verbs'>> = {},
): Frame {
  return {
    kind,
    verbs: words(verbs),
    particle: null,
    nouns: null,
    within: null,
    but: null,
    agentNouns: null,
    agent: 'actor',
    object: null,
    obliques: {},
    agentKind: null,
    objectKind: null,
    partnerKind: null,
    needs: null,
    done: false,
    finite: false,
    passive: false,
    bare: false,
    toward: null,
    plain: false,
    alone: false,
    demanding: false,
    ...rest,
  };
}
