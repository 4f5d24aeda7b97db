import type { CommandEntry } from './command.ts';

/**
 * Every command, in the order of `onrecord --help`; its code is loaded when it is named. To add
 * one, add it here and to docs/cli.md.
 */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'search',
    summary: 'statements that match a question',
    load: async () => (await import('./search.ts')).searchCommand,
  },
  {
    name: 'saved',
    summary: 'saved questions, and what is new to each',
    load: async () => (await import('./saved.ts')).savedCommand,
  },
  {
    name: 'path',
    summary: 'how two actors are tied, step by step, with evidence',
    load: async () => (await import('./path.ts')).pathCommand,
  },
  {
    name: 'cypher',
    summary: 'an openCypher query over the record',
    load: async () => (await import('./cypher.ts')).cypherCommand,
  },
  {
    name: 'actors',
    summary: 'actors by name and kind, with counts',
    load: async () => (await import('./actors.ts')).actorsCommand,
  },
  {
    name: 'agreements',
    summary: 'agreements that match: parties, state, day',
    load: async () => (await import('./claims.ts')).agreementsCommand,
  },
  {
    name: 'events',
    summary: 'events that match: who took part, when, where',
    load: async () => (await import('./claims.ts')).eventsCommand,
  },
  {
    name: 'relations',
    summary: 'offices and other ties that match',
    load: async () => (await import('./claims.ts')).relationsCommand,
  },
  {
    name: 'export',
    summary: 'everything that matches, as a file',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'ingest',
    summary: 'bring documents into the record',
    load: async () => (await import('./ingest.ts')).ingestCommand,
  },
  {
    name: 'accept',
    summary: 'accept proposals by their ids, as one decision',
    load: async () => (await import('./decide.ts')).acceptCommand,
  },
  {
    name: 'reject',
    summary: 'reject records by their ids, as one decision',
    load: async () => (await import('./decide.ts')).rejectCommand,
  },
  {
    name: 'undo',
    summary: 'take a decision back',
    load: async () => (await import('./decide.ts')).undoCommand,
  },
  {
    name: 'reread',
    summary: 'read held documents again; decisions stand',
    load: async () => (await import('./reread.ts')).rereadCommand,
  },
  {
    name: 'extract',
    summary: 'what the reader finds in documents, without importing them',
    load: async () => (await import('./extract.ts')).extractCommand,
  },
  {
    name: 'anchor',
    summary: 'check that every quoted passage stands in its document',
    load: async () => (await import('./anchor.ts')).anchorCommand,
  },
  {
    name: 'backup',
    summary: 'copy the whole record into a folder, beside a running server',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
];
