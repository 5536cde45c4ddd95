/** Every row of the hostile-mail catalogue that one message can show, and the files they expand to. */
import { createRandom } from "../../src/demo/random.ts";
import type { Row } from "./compose.ts";
import type { HostileFile } from "./file.ts";
import { addressRows } from "./rows-addresses.ts";
import { charsetRows } from "./rows-charsets.ts";
import { encodingRows } from "./rows-encodings.ts";
import { foundRows } from "./rows-found.ts";
import { framingRows } from "./rows-framing.ts";
import { headerRows } from "./rows-headers.ts";
import { bodyRows, nameRows } from "./rows-names.ts";
import { nestingRows } from "./rows-nesting.ts";
import { resourceRows } from "./rows-resources.ts";
import { structureRows } from "./rows-structure.ts";

export const catalogue: readonly Row[] = [
  ...framingRows,
  ...headerRows,
  ...addressRows,
  ...structureRows,
  ...nestingRows,
  ...encodingRows,
  ...charsetRows,
  ...nameRows,
  ...resourceRows,
  ...bodyRows,
  ...foundRows,
];

/** The files of one row; the same seed and size give the same bytes everywhere. */
export function filesOf(
  row: Row,
  { seed, size }: { readonly seed: string; readonly size: number },
): readonly HostileFile[] {
  return row.make({ random: createRandom(`${seed}/${row.id}`), size });
}
