/** How a relation is painted: solid when a row states it, dashed when it is inferred, dotted when an analyst added it. */
import { extremityArrow, pathCurved, pathLine, type EdgeLayer } from 'sigma/rendering';

const lineVariables = { dashed: { type: 'number', default: 0 } } as const;

const float = 5126;

const lineLayer: EdgeLayer = {
  name: 'relation',
  uniforms: [],
  attributes: [{ name: 'dashed', size: 1, type: float, source: 'dashed' }],
  glsl: /* glsl */ `
vec4 layer_relation(EdgeContext ctx) {
  bool body = v_zone > 0.5 && v_zone < 1.5;
  if (v_dashed < 0.5 || !body) return v_color;
  float pixel = u_correctionRatio / u_sizeRatio;
  bool dotted = v_dashed > 1.5;
  float along = mod(ctx.distanceFromSource / pixel, dotted ? 5.5 : 9.0);
  return vec4(v_color.rgb, along < (dotted ? 2.5 : 5.5) ? v_color.a : 0.0);
}`,
};

export const lineDrawing = {
  paths: [pathLine(), pathCurved({ curvature: 0.18 })],
  extremities: [extremityArrow({ lengthRatio: 5, widthRatio: 4 })],
  variables: lineVariables,
  layers: [lineLayer],
};

/** Where Sigma draws no line: what it would not use takes long to be made ready. It insists on a path and a layer. */
export const noLines = {
  paths: [pathLine()],
  extremities: [],
  variables: lineVariables,
  layers: [
    {
      name: 'none',
      uniforms: [],
      attributes: [],
      glsl: 'vec4 layer_none(EdgeContext ctx) { return v_color; }',
    } satisfies EdgeLayer,
  ],
};
