import type {
  Actor,
  ActorKind,
  Document,
  Evidence,
  Selector,
} from '../../graph-data/schema/index.ts';
import type { Claim } from '../graph/projection.ts';
import type { RecordReader, StoredStatement } from '../store/store.ts';
import { Met } from './met.ts';
import type { Selection } from './selection.ts';

/**
 * Terms: schema.org for what has a term there, the W3C Web Annotation vocabulary for passages,
 * `onrecord` for the rest. Our ids are compact IRIs, so that they stay as they are.
 */
const CONTEXT = {
  schema: 'https://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  onrecord: 'urn:onrecord:term:',
  actor: 'urn:onrecord:actor:',
  doc: 'urn:onrecord:doc:',
  stmt: 'urn:onrecord:stmt:',
  agr: 'urn:onrecord:agr:',
  evt: 'urn:onrecord:evt:',
  rel: 'urn:onrecord:rel:',
};

const ACTOR_TYPES: Readonly<Record<ActorKind, string>> = {
  person: 'schema:Person',
  state: 'schema:Country',
  'government-body': 'schema:GovernmentOrganization',
  'armed-force': 'schema:Organization',
  'international-organisation': 'schema:Organization',
  'think-tank': 'schema:ResearchOrganization',
  media: 'schema:NewsMediaOrganization',
  company: 'schema:Corporation',
  group: 'onrecord:Group',
};

const ref = (id: string) => ({ '@id': id });
const refs = (ids: readonly string[]) => ids.map(ref);
const date = (edtf: string | null) =>
  edtf === null ? undefined : { '@type': 'edtf:EDTF', '@value': edtf };

/** JSON-LD 1.1 as one document: statements and claims, their passages, documents and actors. */
export async function* jsonld(selection: Selection): AsyncGenerator<string> {
  let separator = '';
  const lines = (items: readonly object[]) =>
    items
      .map((item) => {
        const line = separator + JSON.stringify(item);
        separator = ',\n';
        return line;
      })
      .join('');
  const met = new Met();
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n`;
  for await (const batch of selection.statements())
    yield lines(batch.flatMap((statement) => statementItems(statement, met)));
  for await (const claim of selection.claims()) yield lines(claimItems(claim, met));
  for await (const items of metItems(selection.reader, met)) yield lines(items);
  yield '\n]}\n';
}

function statementItems(statement: StoredStatement, met: Met): object[] {
  const { id, speaker, text, about, addressees, reports, said, mode, act, status } = statement;
  const carriers = reports.flatMap(({ via }) => via);
  met.add(
    [speaker, ...about, ...addressees, ...carriers],
    reports.map((it) => it.document),
  );
  const quotation = {
    '@id': id,
    '@type': 'schema:Quotation',
    'schema:text': text,
    'schema:spokenByCharacter': ref(speaker),
    'schema:about': refs(about),
    'schema:recipient': refs(addressees),
    'schema:dateCreated': date(said),
    'onrecord:mode': mode,
    'onrecord:act': act,
    'onrecord:status': status,
  };
  const annotations = reports.map(({ document, content, via, origin }, i) => ({
    ...annotation(`${id}#report-${i + 1}`, id, document, content),
    'onrecord:via': refs(via),
    'onrecord:origin': origin,
  }));
  return [quotation, ...annotations];
}

/** W3C Web Annotation: the body is the record, the targets are the passages it rests on. */
function annotation(id: string, body: string, document: string, selectors: readonly Selector[]) {
  return {
    '@id': id,
    '@type': 'oa:Annotation',
    'oa:hasBody': ref(body),
    'oa:hasTarget': selectors.map(({ exact, prefix, suffix, start, end }) => ({
      '@type': 'oa:SpecificResource',
      'oa:hasSource': ref(document),
      'oa:hasSelector': [
        {
          '@type': 'oa:TextQuoteSelector',
          'oa:exact': exact,
          'oa:prefix': prefix,
          'oa:suffix': suffix,
        },
        { '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end },
      ],
    })),
  };
}

function claimItems(claim: Claim, met: Met): object[] {
  const { record } = claim;
  const item = claimItem(claim, met);
  met.add(
    [],
    record.evidence.map(({ document }) => document),
  );
  const annotations = record.evidence.map(({ document, selectors }: Evidence, i) =>
    annotation(`${record.id}#evidence-${i + 1}`, record.id, document, selectors),
  );
  return [{ ...item, 'onrecord:status': record.status }, ...annotations];
}

function claimItem(claim: Claim, met: Met): object {
  switch (claim.type) {
    case 'agreement': {
      const { id, name, summary, parties, signatories, date: when, place, state } = claim.record;
      met.add([...parties, ...signatories], []);
      return {
        '@id': id,
        '@type': 'onrecord:Agreement',
        'schema:name': name,
        'schema:description': summary,
        'onrecord:party': refs(parties),
        'onrecord:signatory': refs(signatories),
        'schema:dateCreated': date(when),
        'schema:location': place ?? undefined,
        'onrecord:state': state,
      };
    }
    case 'event': {
      const { id, name, kind, participants, date: when, place } = claim.record;
      met.add(
        participants.map(({ actor }) => actor),
        [],
      );
      return {
        '@id': id,
        '@type': 'schema:Event',
        'schema:name': name,
        'onrecord:kind': kind,
        'onrecord:participation': participants.map(({ actor, role }) => ({
          'onrecord:actor': ref(actor),
          'onrecord:role': role,
        })),
        'schema:startDate': date(when),
        'schema:location': place ?? undefined,
      };
    }
    case 'relation': {
      const { id, kind, from, to, title, valid } = claim.record;
      met.add([from, to], []);
      return {
        '@id': id,
        '@type': 'onrecord:Relation',
        'onrecord:kind': kind,
        'onrecord:from': ref(from),
        'onrecord:to': ref(to),
        'schema:roleName': title ?? undefined,
        'onrecord:valid': date(valid),
      };
    }
  }
}

async function* metItems(reader: RecordReader, met: Met): AsyncGenerator<object[]> {
  for await (const { documents, actors } of met.read(reader))
    yield [...documents.map(documentItem), ...actors.map(actorItem)];
}

function documentItem({ id, title, outlet, authors, published, language, url, sha256 }: Document) {
  return {
    '@id': id,
    '@type': 'schema:NewsArticle',
    'schema:headline': title,
    'schema:publisher': outlet === null ? undefined : ref(outlet),
    'schema:author': authors,
    'schema:datePublished': date(published),
    'schema:inLanguage': language,
    'schema:url': url ?? undefined,
    'schema:sha256': sha256,
  };
}

function actorItem({ id, kind, name, aliases, wikidata, note }: Actor) {
  return {
    '@id': id,
    '@type': ACTOR_TYPES[kind],
    'schema:name': name,
    'schema:alternateName': aliases,
    'schema:sameAs':
      wikidata === null ? undefined : ref(`http://www.wikidata.org/entity/${wikidata}`),
    'schema:disambiguatingDescription': note === '' ? undefined : note,
  };
}
