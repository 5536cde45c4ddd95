/** Where in its document a quote stands, for a person. Pure. */
import type { Quote } from "../case/document.ts";

/** `page 3, line 12`, `line 12`. */
export function placeOf({ page, line }: Pick<Quote, "page" | "line">): string {
  return page > 0 ? `page ${page}, line ${line}` : `line ${line}`;
}
