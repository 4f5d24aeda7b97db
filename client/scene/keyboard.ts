import type { App } from '../state/app.ts';
import { finishPath } from '../state/go-to.ts';
import { count } from '../state/words.ts';
import type { Adapter } from './adapter.ts';
import type { SceneGraph } from './build.ts';
import { nearestIn, type Direction } from './geometry.ts';

/** What the keys do in the graph. Every deed speaks through the live region. */
interface Board {
  readonly app: App;
  readonly adapter: Adapter;
  readonly graph: () => SceneGraph;
  /** Nodes the cursor came from, last last. */
  readonly trail: string[];
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function createKeyboard(board: Board): (event: KeyboardEvent) => boolean {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) return step(board, direction);
    if (event.key === '[' || event.key === ']')
      return cycleEdges(board, event.key === ']' ? 1 : -1);
    const deed = DEEDS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    return deed?.(board) ?? false;
  };
}

const DEEDS: Readonly<Record<string, (board: Board) => boolean>> = {
  Enter: openCursor,
  ' ': openCursor,
  Backspace: goBack,
  b: describeNeighbours,
  p: pathFromHere,
  l: ({ app }) => {
    app.screen.setView('table');
    return true;
  },
  '0': ({ adapter }) => {
    adapter.fit();
    return true;
  },
  '+': ({ adapter }) => {
    adapter.zoom(1.5);
    return true;
  },
  '-': ({ adapter }) => {
    adapter.zoom(1 / 1.5);
    return true;
  },
  '1': (board) => narrow(board, 1),
  '2': (board) => narrow(board, 2),
  '3': (board) => narrow(board, 3),
};

function say(board: Board, node: string): string {
  const look = board.graph().getNodeAttributes(node);
  const kind = look.kind ?? look.shape;
  return `${look.label}, ${kind.replaceAll('-', ' ')}, ${count(board.graph().neighbors(node).length, 'neighbour')}`;
}

function moveTo(board: Board, node: string, remember = true): boolean {
  const { focus } = board.app;
  const before = focus.cursor.peek();
  if (remember && before !== null && before !== node) board.trail.push(before);
  focus.cursor.value = node;
  focus.edgeCursor.value = null;
  board.adapter.reveal(node);
  focus.announce(say(board, node));
  return true;
}

/** The most connected node: where the cursor starts. */
function hub(graph: SceneGraph): string | null {
  let best: string | null = null;
  graph.forEachNode((node) => {
    if (best === null || graph.degree(node) > graph.degree(best)) best = node;
  });
  return best;
}

function cursorOf(board: Board): string | null {
  const cursor = board.app.focus.cursor.peek();
  return cursor !== null && board.graph().hasNode(cursor) ? cursor : null;
}

function step(board: Board, direction: Direction): boolean {
  const cursor = cursorOf(board);
  if (cursor === null) {
    const start = hub(board.graph());
    return start === null ? true : moveTo(board, start);
  }
  const positions = board.adapter.positions();
  const from = positions.get(cursor);
  const next = from === undefined ? null : nearestIn(from, positions, direction);
  if (next === null) {
    board.app.focus.announce(`Nothing further ${direction}`);
    return true;
  }
  return moveTo(board, next);
}

/** Edges of a node, the strongest first. */
function edgesOf(graph: SceneGraph, node: string): string[] {
  return graph
    .edges(node)
    .sort((a, b) => graph.getEdgeAttribute(b, 'count') - graph.getEdgeAttribute(a, 'count'));
}

function sayEdge(graph: SceneGraph, edge: string): string {
  const look = graph.getEdgeAttributes(edge);
  const [from, to] = graph.extremities(edge).map((node) => graph.getNodeAttribute(node, 'label'));
  const tie =
    look.tie === 'says'
      ? `${count(look.count, 'statement')}, mostly ${look.family}`
      : look.tie.replaceAll('-', ' ');
  return `${from} to ${to}: ${tie}`;
}

function cycleEdges(board: Board, by: number): boolean {
  const { focus } = board.app;
  const cursor = cursorOf(board);
  if (cursor === null) return true;
  const edges = edgesOf(board.graph(), cursor);
  const at = edges.indexOf(focus.edgeCursor.peek() ?? '');
  const next = at < 0 ? (by > 0 ? 0 : edges.length - 1) : (at + by + edges.length) % edges.length;
  const edge = edges[next];
  focus.edgeCursor.value = edge ?? null;
  focus.announce(
    edge === undefined
      ? 'No edges here'
      : `Edge ${next + 1} of ${edges.length}. ${sayEdge(board.graph(), edge)}`,
  );
  return true;
}

function openCursor(board: Board): boolean {
  const { focus, screen } = board.app;
  const edge = focus.edgeCursor.peek();
  if (edge !== null && board.graph().hasEdge(edge)) {
    openEdge(board.app, board.graph(), edge);
    return true;
  }
  const cursor = cursorOf(board);
  if (cursor === null) return true;
  const from = focus.pathFrom.peek();
  if (from !== null && from !== cursor) finishPath(board.app, cursor);
  else screen.openRecord(cursor);
  focus.announce(`${board.graph().getNodeAttribute(cursor, 'label')} opened in the evidence panel`);
  return true;
}

/** Opens what stands behind an edge: the pair, or the one record that it stems from. */
export function openEdge({ screen }: App, graph: SceneGraph, edge: string): void {
  const { tie, statement } = graph.getEdgeAttributes(edge);
  const [from, to] = graph.extremities(edge);
  if (statement !== null) screen.mark(statement);
  else if (tie === 'says') screen.openPair(from, to);
  else screen.openRecord(tie === 'relation' ? edge : to);
}

function goBack(board: Board): boolean {
  const last = board.trail.pop();
  return last !== undefined && board.graph().hasNode(last) ? moveTo(board, last, false) : true;
}

function describeNeighbours(board: Board): boolean {
  const cursor = cursorOf(board);
  if (cursor === null) return true;
  const graph = board.graph();
  const names = graph.neighbors(cursor).map((node) => graph.getNodeAttribute(node, 'label'));
  const shown = names.slice(0, 12);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  board.app.focus.announce(`Neighbours: ${shown.join(', ')}${more}`);
  return true;
}

function pathFromHere(board: Board): boolean {
  const { focus } = board.app;
  const cursor = cursorOf(board);
  if (cursor === null || board.graph().getNodeAttribute(cursor, 'shape') !== 'actor') return true;
  if (focus.pathFrom.peek() !== null && focus.pathFrom.peek() !== cursor)
    finishPath(board.app, cursor);
  else {
    focus.pathFrom.value = cursor;
    focus.announce(
      `Path from ${board.graph().getNodeAttribute(cursor, 'label')}: go to another actor and press P`,
    );
  }
  return true;
}

function narrow(board: Board, hops: 1 | 2 | 3): boolean {
  const cursor = cursorOf(board);
  if (cursor === null || board.graph().getNodeAttribute(cursor, 'shape') !== 'actor') return true;
  board.app.screen.setEgo({ of: cursor, hops });
  board.app.focus.announce(
    `Graph narrowed to ${count(hops, 'step')} around ${board.graph().getNodeAttribute(cursor, 'label')}`,
  );
  return true;
}
