/**
 * Text of `format=flowed` with `delsp=yes` (RFC 3676): lines that end with a space go on in the next one, and the space is not
 * part of the text. So a URL may stand on several lines (hostile-mail HM-087). Total, linear.
 */

/** The text with its flowed lines joined; quote marks and stuffing are taken off joined lines. */
export function joinFlowed(text: string): string {
  const joined: string[] = [];
  let open: FlowedLine | null = null;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const line = flowedLine(raw);
    if (open !== null && open.depth === line.depth && line.text !== SIGNATURE) {
      open = { depth: open.depth, text: open.text.slice(0, -1) + line.text };
    } else {
      if (open !== null) joined.push(quoted(open));
      open = line;
    }
    if (!isFlowed(line)) {
      joined.push(quoted(open));
      open = null;
    }
  }
  if (open !== null) joined.push(quoted(open));
  return joined.join("\n");
}

interface FlowedLine {
  /** Quote marks before it. */
  readonly depth: number;
  readonly text: string;
}

/** RFC 3676 4.3: its space makes no line flow. */
const SIGNATURE = "-- ";

function flowedLine(raw: string): FlowedLine {
  let depth = 0;
  while (raw.charCodeAt(depth) === 0x3e) depth += 1;
  const text = raw.slice(depth);
  return { depth, text: text.startsWith(" ") ? text.slice(1) : text };
}

function isFlowed({ text }: FlowedLine): boolean {
  return text.endsWith(" ") && text !== SIGNATURE;
}

function quoted({ depth, text }: FlowedLine): string {
  return depth === 0 ? text : `${">".repeat(depth)} ${text}`;
}
