/** The exposure scale 0 to 6 as a drawing: how far a message got with one person. */
import type { Exposure } from "../case/judgement.ts";
import { levelWords } from "./exposure-words.ts";
import { type Html, html } from "./html.ts";

const LEVELS = [0, 1, 2, 3, 4, 5, 6] as const;
const WIDTH = 308;
const STEP = WIDTH / LEVELS.length;

/** `id` must be unique in the page. Level and likelihood are also in its title, so the drawing holds nothing alone. */
export function exposureScale({ level, likelihood }: Pick<Exposure, "level" | "likelihood">, id: string): Html {
  return html`<svg class="scale ${likelihood}" viewBox="0 0 ${WIDTH} 40" role="img" aria-labelledby="${id}"><title id="${id}">Level ${level} of 6, ${likelihood}: ${levelWords(level).name}</title>${LEVELS.map((step) => segment(step, level))}</svg>`;
}

function segment(step: Exposure["level"], level: Exposure["level"]): Html {
  const x = step * STEP;
  const current = step === level;
  const state = current ? "current" : step < level ? "passed" : "ahead";
  return html`<rect class="${state}" x="${x + 1}" y="${current ? 4 : 9}" width="${STEP - 2}" height="${current ? 20 : 10}" rx="2"/><text class="${state}" x="${x + STEP / 2}" y="36" text-anchor="middle">${String(step)}</text>`;
}
