import { z } from 'zod';
import { DecisionId, DocumentId, StatementId } from '../../../graph-data/schema/index.ts';
import {
  AnchorReport,
  ConflictList,
  DecisionPage,
  DecisionReply,
  DecisionRequest,
  UndoRequest,
} from '../decisions.ts';
import {
  DocumentHints,
  Job,
  JobPage,
  MAX_TEXT_LENGTH,
  PasteDocument,
  TEXT_BODY_LIMIT,
} from '../jobs.ts';
import { idList, idParam, jobParam, oneOf, paging, share, wordList } from '../params.ts';
import {
  LikenessList,
  PROPOSAL_TYPES,
  ProposalPage,
  QueueAcceptance,
  ReadAgain,
} from '../review.ts';
import { route } from '../route.ts';
import { MOST_IDS } from '../vocabulary.ts';
import { around, graphLevel } from './shared.ts';

/** Codes of an address that takes a JSON body. */
const BODY_ERRORS = ['bad-json', 'bad-value', 'unsupported-type', 'too-large'] as const;

const jobId = jobParam('id of an import');

const importDocuments = route({
  method: 'POST',
  path: '/api/documents',
  summary:
    'Brings documents: one as JSON, or files as multipart/form-data (parts named `file`; fields title, outlet, published, language and url say what is known). Replies with the job that reads them',
  body: PasteDocument,
  bodyLimit: TEXT_BODY_LIMIT,
  form: { part: 'file', fields: DocumentHints },
  status: 202,
  reply: Job,
  errors: BODY_ERRORS,
  example: '/api/documents',
  exampleBody: { text: 'The minister said on Wednesday that the bridge would open in spring.' },
});

const attachText = route({
  method: 'POST',
  path: '/api/documents/:id/text',
  summary:
    'Puts a text under the quotations of a document and reports those that do not fit; a changed text becomes a new version',
  params: { id: idParam(DocumentId, 'doc', 'id of a document') },
  body: z.strictObject({ text: z.string().min(1).max(MAX_TEXT_LENGTH) }),
  bodyLimit: TEXT_BODY_LIMIT,
  reply: AnchorReport,
  errors: ['bad-id', 'not-found', 'conflict', 'other-text', ...BODY_ERRORS],
  example: '/api/documents/{first}/text',
  exampleBody: { text: 'The whole text of the article.' },
});

const removeDocument = route({
  method: 'POST',
  path: '/api/documents/:id/remove',
  summary: 'Removes a document, its reports and what rested on it alone',
  params: { id: idParam(DocumentId, 'doc', 'id of a document') },
  reply: z.object({ removed: z.array(z.string()) }),
  errors: ['bad-id', 'not-found', 'conflict'],
  example: '/api/documents/{first}/remove',
});

const readAgain = route({
  method: 'POST',
  path: '/api/documents/:id/read',
  summary:
    'Reads a held document again, as after an update; every decision stands or is a conflict',
  params: { id: idParam(DocumentId, 'doc', 'id of a document') },
  reply: ReadAgain,
  errors: ['bad-id', 'not-found', 'conflict', 'limit-time', 'limit-memory', 'stopping'],
  example: '/api/documents/{first}/read',
});

const jobs = route({
  method: 'GET',
  path: '/api/jobs',
  summary: 'Imports, newest first',
  // An import tells of each of its files, of which it may have thousands.
  query: paging(100, 20),
  reply: JobPage,
  errors: ['bad-value', 'bad-cursor'],
  example: '/api/jobs',
});

const job = route({
  method: 'GET',
  path: '/api/jobs/:id',
  summary: 'One import: how far each document has come',
  params: { id: jobId },
  reply: Job,
  errors: ['bad-value', 'not-found'],
  example: '/api/jobs/{job}',
});

const jobEvents = route({
  method: 'GET',
  path: '/api/jobs/:id/events',
  summary:
    'The same as server-sent events: a `job` event with the whole import, then `change` events with the files that changed, until it ends',
  params: { id: jobId },
  media: ['text/event-stream'],
  errors: ['bad-value', 'not-found'],
  example: '/api/jobs/{job}/events',
});

const stopJob = route({
  method: 'POST',
  path: '/api/jobs/:id/stop',
  summary: 'Stops an import after the document under way; what was imported stays',
  params: { id: jobId },
  reply: Job,
  errors: ['bad-value', 'not-found'],
  example: '/api/jobs/{job}/stop',
});

/** What a queue is narrowed to besides the filters. */
const queueOf = {
  type: wordList(PROPOSAL_TYPES, 'comma-separated; all when left out').optional(),
  min: share(0, 'least confidence'),
  max: share(1, 'most confidence'),
  ...around,
  level: graphLevel,
};

const proposals = route({
  method: 'GET',
  path: '/api/suggestions',
  summary: 'The review queue: undecided proposals that match the filters, by document and place',
  filters: true,
  query: {
    ...queueOf,
    sort: oneOf(
      ['place', '-confidence', 'confidence'],
      'place',
      'by document and place, or by confidence',
    ),
    candidates: oneOf(['false', 'true'], 'false', 'with who else each speaker could be'),
    ...paging(),
  },
  reply: ProposalPage,
  errors: ['bad-value', 'bad-date', 'bad-cursor', 'bad-query', 'not-found'],
  example: '/api/suggestions?speaker=Lukashenko&min=0.9',
});

const acceptProposals = route({
  method: 'POST',
  path: '/api/suggestions/accept',
  summary:
    'Accepts every proposal of the queue with the same filters, as one decision that one undo takes back',
  filters: true,
  query: queueOf,
  body: QueueAcceptance,
  reply: DecisionReply,
  errors: ['not-found', 'conflict', 'bad-date', 'bad-query', ...BODY_ERRORS],
  example: '/api/suggestions/accept?min=0.5',
  exampleBody: { note: 'One in ten was looked at.' },
});

const likenesses = route({
  method: 'GET',
  path: '/api/likenesses',
  summary:
    'Records that may be one: utterances told twice, copies, actors under two names; with `of` those of some statements, with how many documents tell them alike, how many of these copy one text and which was first; of very many records the latest are compared, and it is said',
  query: {
    of: idList(
      StatementId,
      'stmt',
      MOST_IDS,
      'only likenesses of these statements; else of everything',
    ).optional(),
  },
  reply: LikenessList,
  errors: ['bad-id', 'busy', 'stopping', 'limit-time'],
  example: '/api/likenesses',
});

const decisions = route({
  method: 'GET',
  path: '/api/decisions',
  summary: 'The log of decisions, newest first',
  query: { ...paging() },
  reply: DecisionPage,
  errors: ['bad-value', 'bad-cursor'],
  example: '/api/decisions',
});

const decide = route({
  method: 'POST',
  path: '/api/decisions',
  summary:
    'One act of a person: accept, reject, add what the reader missed, edit, re-attribute, merge, split, link, share an origin, undo',
  body: DecisionRequest,
  reply: DecisionReply,
  errors: ['not-found', 'invalid-decision', 'conflict', ...BODY_ERRORS],
  example: '/api/decisions',
  exampleBody: { action: { kind: 'accept', records: ['stmt:an-id-of-a-statement'] }, note: '' },
});

const undoDecision = route({
  method: 'POST',
  path: '/api/decisions/:id/undo',
  summary: 'Takes a decision back',
  params: { id: idParam(DecisionId, 'dec', 'id of a decision') },
  body: UndoRequest,
  reply: DecisionReply,
  errors: ['bad-id', 'not-found', 'invalid-decision', 'conflict', ...BODY_ERRORS],
  example: '/api/decisions/{first}/undo',
  exampleBody: { note: '' },
});

const conflicts = route({
  method: 'GET',
  path: '/api/conflicts',
  summary: 'Decisions that the record has moved away from',
  reply: ConflictList,
  errors: [],
  example: '/api/conflicts',
});

/** Bringing documents, and deciding what the reader made of them. */
export const REVIEW_ROUTES = {
  proposals,
  acceptProposals,
  importDocuments,
  attachText,
  readAgain,
  removeDocument,
  jobs,
  job,
  jobEvents,
  stopJob,
  likenesses,
  decisions,
  decide,
  undoDecision,
  conflicts,
} as const;
