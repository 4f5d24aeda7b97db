import { EDGE_COLUMNS, NODE_COLUMNS, type GraphItems } from './graph-items.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Characters that XML 1.0 cannot hold at all: controls, noncharacters, halves of a pair. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text made safe for XML, in element content and in quoted attributes. */
function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '\u{fffd}')
    .replace(/[&<>"'\n\r\t]/g, (character) => ENTITIES[character] ?? character);
}

type Values = Readonly<Record<string, string | number | null | undefined>>;

function filled(attributes: Values): [string, string][] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value == null ? [] : [[name, escapeXml(String(value))]],
  );
}

/** GEXF 1.3 (https://gexf.net/1.3/), nodes before edges. */
export async function* gexf({ nodes, edges }: GraphItems): AsyncGenerator<string> {
  const declared = (of: string, columns: Readonly<Record<string, string>>) =>
    `<attributes class="${of}">${Object.entries(columns)
      .map(([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>`)
      .join('')}</attributes>\n`;
  const values = (attributes: Values) =>
    `<attvalues>${filled(attributes)
      .map(([name, value]) => `<attvalue for="${name}" value="${value}"/>`)
      .join('')}</attvalues>`;
  yield (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n' +
    '<meta><creator>Onrecord</creator></meta>\n<graph defaultedgetype="directed" mode="static">\n'
  );
  yield declared('node', NODE_COLUMNS) + declared('edge', EDGE_COLUMNS);
  yield '<nodes>\n';
  for (const { id, label, attributes } of nodes)
    yield `<node id="${escapeXml(id)}" label="${escapeXml(label)}">${values(attributes)}</node>\n`;
  yield '</nodes>\n<edges>\n';
  for await (const { id, source, target, attributes } of edges)
    yield `<edge id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}">${values(attributes)}</edge>\n`;
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** GraphML 1.0 (http://graphml.graphdrawing.org/specification.html), nodes before edges. */
export async function* graphml({ nodes, edges }: GraphItems): AsyncGenerator<string> {
  const declared = (of: string, columns: Readonly<Record<string, string>>) =>
    Object.entries(columns)
      .map(([name, type]) => {
        const xsd = type === 'integer' ? 'int' : type;
        return `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${xsd}"/>\n`;
      })
      .join('');
  const data = (of: string, attributes: Values) =>
    filled(attributes)
      .map(([name, value]) => `<data key="${of}-${name}">${value}</data>`)
      .join('');
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield declared('node', { label: 'string', ...NODE_COLUMNS }) + declared('edge', EDGE_COLUMNS);
  yield '<graph id="onrecord" edgedefault="directed">\n';
  for (const { id, label, attributes } of nodes)
    yield `<node id="${escapeXml(id)}">${data('node', { label, ...attributes })}</node>\n`;
  for await (const { id, source, target, attributes } of edges)
    yield `<edge id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}">${data('edge', attributes)}</edge>\n`;
  yield '</graph>\n</graphml>\n';
}
