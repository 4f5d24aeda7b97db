import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { createNodeBorderProgram } from '@sigma/node-border';
import type { EdgeLook, NodeLook, SceneGraph } from './build.ts';
import { edgeColor, type Emphasis } from './emphasis.ts';
import type { Palette } from './palette.ts';
import type { Renderer } from './seen.ts';

/** Programs, settings and reducers of the one Sigma renderer. */

const disc = createNodeBorderProgram<NodeLook, EdgeLook>({
  borders: [
    { size: { value: 0.1 }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
});

const ARROW = {
  extremity: 'target' as const,
  lengthToThicknessRatio: 3.4,
  widenessToThicknessRatio: 2.4,
};

const SETTINGS = {
  defaultNodeType: 'disc',
  nodeProgramClasses: { disc },
  nodeHoverProgramClasses: { disc },
  edgeProgramClasses: {
    arrow: createEdgeCurveProgram<NodeLook, EdgeLook>({ arrowHead: ARROW }),
    line: createEdgeCurveProgram<NodeLook, EdgeLook>({}),
  },
  renderLabels: false,
  renderEdgeLabels: false,
  zIndex: true,
  stagePadding: 36,
  minEdgeThickness: 1.2,
  minCameraRatio: 0.08,
  maxCameraRatio: 3,
  defaultDrawNodeHover: () => {},
};

/** What the reducers look up at each refresh. */
export interface Mood {
  readonly emphasis: Emphasis;
  readonly palette: Palette;
}

export function createRenderer(container: HTMLElement, mood: () => Mood): Renderer {
  const nothing: SceneGraph = new MultiDirectedGraph<NodeLook, EdgeLook>();
  const sigma = new Sigma<NodeLook, EdgeLook>(nothing, container, {
    ...SETTINGS,
    nodeReducer: (node, look) => reduceNode(node, look, mood()),
    edgeReducer: (edge, look) => reduceEdge(edge, look, mood()),
  });
  sigma.createCanvasContext('annotations', { style: { pointerEvents: 'none' } });
  sigma.resize(true);
  return sigma;
}

function reduceNode(node: string, look: NodeLook, { emphasis, palette }: Mood) {
  if (emphasis.strength === 'none') return look;
  if (emphasis.nodes.has(node)) return { ...look, zIndex: 2 };
  if (emphasis.strength === 'soft') return look;
  const record = look.shape !== 'actor';
  return { ...look, color: record ? look.color : palette.fadedNode, zIndex: 0, hidden: record };
}

const INVISIBLE = '#00000000';

function reduceEdge(edge: string, look: EdgeLook, { emphasis, palette }: Mood) {
  if (look.proposed) return { ...look, color: INVISIBLE };
  if (emphasis.strength === 'none') return look;
  const color = edgeColor(edge, look, emphasis, palette);
  return { ...look, color, zIndex: emphasis.edges.has(edge) ? 5 : 0 };
}
