import type { Facet } from '../../../server/contract/replies.ts';
import type { GraphReply } from '../../../server/contract/replies.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { RecordLink, ShapeIcon } from '../kit.tsx';

function Top({ title, facet, verb }: { title: string; facet: Facet | undefined; verb: string }) {
  if (facet === undefined || facet.values.length === 0) return null;
  return (
    <section>
      <h3 class="section">{title}</h3>
      <ol class="plain pad tight">
        {facet.values.slice(0, 6).map(({ value, label, count: n }) => (
          <li key={value}>
            <RecordLink id={value}>{label}</RecordLink>{' '}
            <span class="quiet">{`${verb} ${n.toLocaleString('en')}`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Busiest({ reply }: { reply: GraphReply }) {
  const { screen } = useApp();
  const names = new Map(reply.nodes.map((node) => [node.key as string, node.attributes.label]));
  const pairs = reply.edges
    .filter((edge) => edge.attributes.type === 'says')
    .sort((a, b) => b.attributes.records.length - a.attributes.records.length)
    .slice(0, 6);
  if (pairs.length === 0) return null;
  return (
    <section>
      <h3 class="section">Who speaks most about whom</h3>
      <ol class="plain pad tight">
        {pairs.map(({ key, source, target, attributes }) => (
          <li key={key}>
            <button type="button" class="link" onClick={() => screen.openPair(source, target)}>
              {names.get(source)} → {names.get(target)}
            </button>{' '}
            <span class="quiet">{attributes.records.length.toLocaleString('en')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Agreements({ reply }: { reply: GraphReply }) {
  const agreements = reply.nodes.filter((node) => node.attributes.type === 'agreement');
  if (agreements.length === 0) return null;
  return (
    <section>
      <h3 class="section">Agreements</h3>
      <ul class="plain pad tight">
        {agreements.slice(0, 8).map((node) => (
          <li key={node.key}>
            <RecordLink id={node.key}>
              <ShapeIcon shape="agreement" />
              {node.attributes.label}
            </RecordLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What there is to see, while nothing is open. */
export function Overview() {
  const { data } = useApp();
  const page = data.list.value.value.data;
  const reply = data.graph.value.value.data;
  return (
    <>
      <header class="head">
        <p class="kicker">On record</p>
        <h2>Who said what to whom about whom</h2>
        <p class="sub">
          {page ? `${count(page.total, 'statement')} within what is shown. ` : ''}
          Click an actor or an edge, or press <kbd>/</kbd> to search. <kbd>?</kbd> lists every key.
        </p>
      </header>
      {reply && <Busiest reply={reply} />}
      <Top title="Most often speaking" facet={page?.facets?.speaker} verb="said" />
      <Top title="Most often spoken of" facet={page?.facets?.about} verb="in" />
      {reply && <Agreements reply={reply} />}
    </>
  );
}
