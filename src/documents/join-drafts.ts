/** Several drafts as one text, one behind the other: the body of a mail and the documents attached to it. Pure; bounded as a draft is. */
import { limits } from "../base/limits.ts";
import type { Block, DocumentLink } from "../case/document.ts";
import type { DocumentDraft } from "./draft.ts";

type Joined = Pick<DocumentDraft, "text" | "blocks" | "links" | "problems" | "isPartial">;

const GAP = "\n\n";

export function joinedDrafts(drafts: readonly DocumentDraft[]): Joined {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const links: DocumentLink[] = [];
  const problems = new Set<string>();
  let at = 0;
  let tables = 0;
  let isPartial = false;
  for (const draft of drafts) {
    for (const problem of draft.problems) problems.add(problem);
    isPartial ||= draft.isPartial;
    if (draft.text === "") continue;
    const isFull =
      at + draft.text.length > limits.documentCharsMax ||
      blocks.length + draft.blocks.length > limits.documentBlocksMax;
    if (isFull) {
      problems.add("It is too long together with what is attached; not all of that was read.");
      isPartial = true;
      continue;
    }
    if (at > 0) texts.push(GAP);
    at += at > 0 ? GAP.length : 0;
    const moved = ({ start, end }: { readonly start: number; readonly end: number }) => ({
      start: start + at,
      end: end + at,
    });
    let most = 0;
    for (const block of draft.blocks) {
      most = Math.max(most, (block.table ?? -1) + 1);
      blocks.push({ ...block, span: moved(block.span), table: block.table === null ? null : block.table + tables });
    }
    for (const link of draft.links.slice(0, limits.documentLinksMax - links.length))
      links.push({ ...link, span: moved(link.span) });
    tables += most;
    texts.push(draft.text);
    at += draft.text.length;
  }
  return { text: texts.join(""), blocks, links, problems: [...problems], isPartial };
}
