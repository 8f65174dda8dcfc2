/** Draws lines as the graphics card likes it: all of them at once, by a program that does little for each. */
import type { RenderParams } from 'sigma/types';
import { cornerBytes, cornersOf, trianglesOf, widthSteps, type PlainLine } from './line-mesh.ts';

const vertexShader = /* glsl */ `#version 300 es
in vec2 a_here;
in vec2 a_there;
in vec4 a_colour;
in vec4 a_look; // side, end, dashed, width
uniform mat3 u_matrix;
uniform vec2 u_half; // of the canvas, in its pixels
uniform float u_pixel; // of the canvas, to one of the page
uniform float u_zoom; // by how much things are larger than usual
out vec4 v_colour;
out float v_across;
out float v_width;
out float v_along;
out float v_dashed;

void main() {
  vec2 here = (u_matrix * vec3(a_here, 1.0)).xy * u_half;
  vec2 there = (u_matrix * vec3(a_there, 1.0)).xy * u_half;
  vec2 way = there - here;
  float far = max(length(way), 0.001);
  float side = a_look.x > 0.5 ? 1.0 : -1.0;
  // Never so thin that it cannot be seen; half a pixel more lets it end softly.
  v_width = max(0.5, a_look.w * 255.0 / ${widthSteps.toFixed(1)} * u_zoom) * u_pixel;
  float reach = v_width / 2.0 + 0.5;
  v_across = side * reach;
  v_along = a_look.y > 0.5 ? far : 0.0;
  v_dashed = a_look.z;
  v_colour = a_colour;
  vec2 place = here + vec2(-way.y, way.x) / far * side * reach;
  gl_Position = vec4(place / u_half, 0.0, 1.0);
}`;

const fragmentShader = /* glsl */ `#version 300 es
precision highp float;
in vec4 v_colour;
in float v_across;
in float v_width;
in float v_along;
in float v_dashed;
uniform float u_pixel;
out vec4 colour;

void main() {
  if (v_dashed > 0.5 && mod(v_along / u_pixel, 9.0) > 5.5) discard;
  colour = v_colour * clamp(v_width / 2.0 + 0.5 - abs(v_across), 0.0, min(1.0, v_width));
}`;

/** Name, parts, whether they are floats (or else bytes that stand for 0 to 1), and where in a corner they begin. */
const inputs = [
  ['a_here', 2, true, 0],
  ['a_there', 2, true, 8],
  ['a_colour', 4, false, 16],
  ['a_look', 4, false, 20],
] as const;

export interface LineProgram {
  /** What is drawn from now on. */
  set: (lines: readonly PlainLine[]) => void;
  /** Draws it under what Sigma draws next. */
  draw: (params: RenderParams) => void;
  remove: () => void;
}

export function createLineProgram(gl: WebGL2RenderingContext): LineProgram {
  const program = linked(gl);
  const state = gl.createVertexArray();
  const [corners, triangles] = [gl.createBuffer(), gl.createBuffer()];
  gl.bindVertexArray(state);
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  for (const [name, size, float, offset] of inputs) {
    const at = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(at);
    const type = float ? gl.FLOAT : gl.UNSIGNED_BYTE;
    gl.vertexAttribPointer(at, size, type, !float, cornerBytes, offset);
  }
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, triangles);
  gl.bindVertexArray(null);
  const [matrix, half, pixel, zoom] = ['u_matrix', 'u_half', 'u_pixel', 'u_zoom'].map((name) =>
    gl.getUniformLocation(program, name),
  );
  let drawn = 0;
  return {
    set: (lines) => {
      gl.bindVertexArray(state);
      gl.bindBuffer(gl.ARRAY_BUFFER, corners);
      gl.bufferData(gl.ARRAY_BUFFER, cornersOf(lines), gl.DYNAMIC_DRAW);
      if (lines.length !== drawn)
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, trianglesOf(lines.length), gl.DYNAMIC_DRAW);
      gl.bindVertexArray(null);
      drawn = lines.length;
    },
    draw: ({ matrix: places, width, height, pixelRatio, sizeRatio }) => {
      gl.useProgram(program);
      gl.uniformMatrix3fv(matrix!, false, places);
      gl.uniform2f(half!, (width * pixelRatio) / 2, (height * pixelRatio) / 2);
      gl.uniform1f(pixel!, pixelRatio);
      gl.uniform1f(zoom!, 1 / sizeRatio);
      gl.bindVertexArray(state);
      gl.drawElements(gl.TRIANGLES, drawn * 6, gl.UNSIGNED_INT, 0);
      gl.bindVertexArray(null);
    },
    remove: () => {
      gl.deleteVertexArray(state);
      gl.deleteBuffer(corners);
      gl.deleteBuffer(triangles);
      gl.deleteProgram(program);
    },
  };
}

function linked(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    // It goes with the program.
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  return program;
}
