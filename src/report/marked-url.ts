/** A URL as dead text with one part of it marked, short enough to lie above another: what differs stays in sight. */
import type { Span } from "../base/span.ts";
import { defangUrl } from "./defang.ts";

export interface MarkedUrl {
  readonly before: string;
  /** The marked part; empty where none is, or it could not be told from the rest. */
  readonly value: string;
  readonly after: string;
}

/** Characters of each part that are shown; the host at the beginning stays. */
const HEAD_CHARS = 70;
const NEAR_CHARS = 40;
const VALUE_CHARS = 160;
const AFTER_CHARS = 60;

/** Stand in no URL that a client resolved. */
const OPEN = "\ue000";
const CLOSE = "\ue001";

/** `span`: UTF-16 offsets into `url`. */
export function markedUrl(url: string, { start, end }: Span): MarkedUrl {
  const whole: MarkedUrl = { before: clipped(defangUrl(url)), value: "", after: "" };
  if (start < 0 || end <= start || end > url.length || url.includes(OPEN) || url.includes(CLOSE)) return whole;
  const head = url.slice(0, start);
  const value = url.slice(start, end);
  const dead = defangUrl(`${head}${OPEN}${value}${CLOSE}${url.slice(end)}`);
  const [before = "", rest = ""] = dead.split(OPEN);
  const [marked = "", after = ""] = rest.split(CLOSE);
  // A mark inside a scheme would keep it from being made dead.
  if (before + marked + after !== defangUrl(url)) return whole;
  return { before: clipped(before), value: middle(marked, VALUE_CHARS), after: cutEnd(after, AFTER_CHARS) };
}

/** The beginning with the host, and what stands right before the mark. */
function clipped(text: string): string {
  const isLong = text.length > HEAD_CHARS + NEAR_CHARS + 1;
  return isLong ? `${text.slice(0, HEAD_CHARS)}…${text.slice(-NEAR_CHARS)}` : text;
}

function middle(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 20)}…${text.slice(-19)}`;
}

function cutEnd(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max)}…`;
}
