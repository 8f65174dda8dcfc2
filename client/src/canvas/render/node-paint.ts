/** How a node is painted by the graphics card: its shape, score ring, fill and icon, in one layer. */
import {
  sdfCircle,
  sdfDiamond,
  sdfSquare,
  sdfTriangle,
  type FragmentLayer,
  type LayerLifecycleContext,
  type LayerLifecycleHooks,
} from 'sigma/rendering';
import type { CustomNodeShape } from 'sigma/primitives';
import type { Palette } from '../../theme/palette.ts';
import { atlasColumns, drawAtlas } from '../drawn/icon-atlas.ts';

const hexagon: CustomNodeShape = {
  name: 'hexagon',
  inradiusFactor: 0.866,
  glsl: /* glsl */ `
float sdf_hexagon(vec2 p, float size) {
  const vec3 k = vec3(-0.866025404, 0.5, 0.577350269);
  float r = size * 0.866;
  p = abs(p);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);
}`,
};

/** Two bars across each other, and one lying: what came and what went between two runs. */
const plus: CustomNodeShape = {
  name: 'plus',
  inradiusFactor: 0.62,
  glsl: /* glsl */ `
float sdf_plus(vec2 p, float size) {
  vec2 q = abs(p);
  vec2 bar = vec2(1.0, 0.44) * size;
  float lying = max(q.x - bar.x, q.y - bar.y);
  float standing = max(q.x - bar.y, q.y - bar.x);
  return min(lying, standing);
}`,
};
const minus: CustomNodeShape = {
  name: 'minus',
  inradiusFactor: 0.5,
  glsl: /* glsl */ `
float sdf_minus(vec2 p, float size) {
  return max(abs(p.x) - size, abs(p.y) - 0.5 * size);
}`,
};

/** The shapes of `domain/drawing/outlines.ts`, under the same names. */
export const nodeShapes = [
  sdfCircle(),
  sdfSquare({ cornerRadius: 0.22 }),
  sdfDiamond({ cornerRadius: 0.12 }),
  sdfTriangle({ cornerRadius: 0.16 }),
  hexagon,
  plus,
  minus,
];

/** What the style of a node gives the layer below. */
export const nodeVariables = {
  icon: { type: 'number', default: 0 },
  /** Score in [0, 1]; negative for what has none. */
  ring: { type: 'number', default: -1 },
  stub: { type: 'number', default: 0 },
  chosen: { type: 'number', default: 0 },
  /** 1 for a group: a second rim, as of nodes that lie on one another. */
  held: { type: 'number', default: 0 },
  /** 1 for what an analyst added by hand: hollow, with a dashed rim. */
  added: { type: 'number', default: 0 },
} as const;

/** Pixels of the radius of a node. */
const leastWithIcon = '5.0';

const float = 5126; // WebGL's FLOAT and UNSIGNED_BYTE, which exist as names only beside a context.
const unsignedByte = 5121;

export function nodeLayer(palette: Palette): FragmentLayer {
  const number = (name: string) => ({ name, size: 1 as const, type: float, source: name });
  return {
    name: 'node',
    uniforms: [{ name: 'u_iconAtlas', type: 'sampler2D' }],
    attributes: [
      { name: 'fill', size: 4, type: unsignedByte, normalized: true, source: 'color' },
      ...Object.keys(nodeVariables).map(number),
    ],
    glsl: /* glsl */ `
vec4 layer_node(vec4 fill, float icon, float ring, float stub, float chosen, float held, float added, sampler2D atlas) {
  // Sigma's "pixel" is half of one on the screen, since its node sizes are radii.
  float depth = -context.sdf / (2.0 * context.pixelToUV); // pixels from the outline inwards
  // Of a small node the rims are thinner, and there is no room for an icon.
  float radius = context.shapeSize / (2.0 * context.pixelToUV);
  float thick = min(1.0, radius / 9.0);
  vec4 ground = ${glsl(palette.ground)};
  float edge = 0.0;
  vec4 colour = vec4(0.0);

  if (chosen > 0.5) {
    colour = ${glsl(palette.selection)};
    edge = 2.0 * thick;
  }
  if (held > 0.5) {
    colour = edge == 0.0 ? fill : mix(colour, fill, smoothstep(edge - 0.5, edge + 0.5, depth));
    edge += 1.6 * thick;
    colour = mix(colour, ground, smoothstep(edge - 0.5, edge + 0.5, depth));
    edge += 1.6 * thick;
  }
  if (ring >= 0.0) {
    float turn = atan(context.uv.x, context.uv.y) / 6.2831853;
    if (turn < 0.0) turn += 1.0;
    vec4 arc = turn <= ring ? ${glsl(palette.ring)} : ${glsl(palette.ringTrack)};
    colour = edge == 0.0 ? arc : mix(colour, arc, smoothstep(edge - 0.5, edge + 0.5, depth));
    edge += 2.4 * thick;
    colour = mix(colour, ground, smoothstep(edge - 0.5, edge + 0.5, depth));
    edge += 1.0 * thick;
  } else if (chosen > 0.5 && held < 0.5) {
    colour = mix(colour, ground, smoothstep(edge - 0.5, edge + 0.5, depth));
    edge += 1.2 * thick;
  }
  float inside = smoothstep(edge - 0.5, edge + 0.5, depth);
  if (edge == 0.0) inside = 1.0;
  colour = mix(colour, fill, inside);
  if (stub > 0.5) colour = mix(colour, ground, smoothstep(edge + 1.3, edge + 2.3, depth));

  if (added > 0.5) {
    float round = fract(atan(context.uv.x, context.uv.y) / 6.2831853 * 9.0);
    vec4 rim = round < 0.62 ? ${glsl(palette.added)} : ground;
    colour = mix(colour, rim, smoothstep(edge - 0.5, edge + 0.5, depth));
    colour = mix(colour, ground, smoothstep(edge + 1.7, edge + 2.7, depth));
  }

  // A triangle's middle is not its centroid, so its icon sits lower and smaller.
  bool pointed = context.inradiusFactor < 0.6;
  vec2 place = context.uv + vec2(0.0, pointed ? 0.12 : 0.0);
  place /= pointed ? 0.36 : (ring >= 0.0 ? 0.5 : 0.3 + 0.32 * context.inradiusFactor);
  if (icon > -0.5 && radius > ${leastWithIcon} && max(abs(place.x), abs(place.y)) < 1.0) {
    vec2 cell = vec2(mod(icon, ${atlasColumns}.0), floor(icon / ${atlasColumns}.0));
    vec2 at = (vec2(place.x, -place.y) * 0.5 + 0.5 + cell) / ${atlasColumns}.0;
    vec4 ink = stub > 0.5 || added > 0.5 ? fill : ${glsl(palette.icon)};
    colour = mix(colour, ink, texture(atlas, at).a);
  }
  return colour;
}`,
    lifecycle: bindAtlas,
  };
}

/** Beyond the texture units that Sigma uses itself. */
const atlasUnit = 10;

function bindAtlas({ gl, getUniformLocation }: LayerLifecycleContext): LayerLifecycleHooks {
  let texture: WebGLTexture | null = null;
  const bind = () => {
    gl.activeTexture(gl.TEXTURE0 + atlasUnit);
    gl.bindTexture(gl.TEXTURE_2D, texture);
  };
  // Sigma binds what it uploads to the active unit, which must not stay this one.
  const leave = () => gl.activeTexture(gl.TEXTURE0);
  return {
    init() {
      texture = gl.createTexture();
      bind();
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawAtlas());
      gl.generateMipmap(gl.TEXTURE_2D);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
      leave();
    },
    beforeRender() {
      bind();
      gl.uniform1i(getUniformLocation('u_iconAtlas'), atlasUnit);
      leave();
    },
    kill() {
      gl.deleteTexture(texture);
    },
  };
}

/** `#rrggbb` as the shader writes it. */
function glsl(colour: string): string {
  const parts = [1, 3, 5].map((at) => (parseInt(colour.slice(at, at + 2), 16) / 255).toFixed(4));
  return `vec4(${parts.join(', ')}, 1.0)`;
}
