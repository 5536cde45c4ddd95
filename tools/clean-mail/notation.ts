/**
 * The notation that texts of kinds are written in: the subject, then a block a line.
 *
 *   ^ preheader    # heading    - point    | a | b  row    > quoted    ~ small print    ![alt] picture
 *   [Label](/path)  by itself a button, within a line a link; `/path` at the sender's site, `other:/path` at another organisation's
 */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly to: string };

export interface Block {
  readonly kind: "preheader" | "heading" | "point" | "row" | "quoted" | "small" | "picture" | "button" | "paragraph";
  readonly cells: readonly (readonly Inline[])[];
}

export interface Text {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

const LINK = /\[([^\]]*)\]\(([^)\s]*)\)/g;
const KINDS: Readonly<Record<string, Block["kind"]>> = {
  "^": "preheader",
  "#": "heading",
  "-": "point",
  "|": "row",
  ">": "quoted",
  "~": "small",
};

export function parseText(notation: string): Text {
  const [subject = "", ...lines] = notation.trim().split("\n");
  return { subject, blocks: lines.filter((line) => line.trim() !== "").map(blockOf) };
}

function blockOf(line: string): Block {
  const picture = /^!\[([^\]]*)\]$/.exec(line);
  if (picture !== null) return { kind: "picture", cells: [[{ kind: "text", text: picture[1] ?? "" }]] };
  const kind = KINDS[line.slice(0, 1)];
  if (kind !== undefined && line.startsWith(" ", 1)) {
    const rest = line.slice(2);
    return { kind, cells: kind === "row" ? rest.split(" | ").map(inlinesOf) : [inlinesOf(rest)] };
  }
  const inlines = inlinesOf(line);
  return { kind: inlines.length === 1 && inlines[0]?.kind === "link" ? "button" : "paragraph", cells: [inlines] };
}

function inlinesOf(line: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of line.matchAll(LINK)) {
    if (match.index > end) inlines.push({ kind: "text", text: line.slice(end, match.index) });
    inlines.push({ kind: "link", text: match[1] ?? "", to: match[2] ?? "/" });
    end = match.index + match[0].length;
  }
  if (end < line.length) inlines.push({ kind: "text", text: line.slice(end) });
  return inlines;
}
