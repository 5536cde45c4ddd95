/** What stands around a candidate, as far as it tells whether the writer meant it as an indicator. */
import type { Block, DocumentLink, PublishedDocument } from "../../case/document.ts";
import { isPublicSuffix } from "../../url/registrable-domain.ts";
import { fileEndings } from "./known-names.ts";
import type { PlainView, ViewChange } from "./plain-view.ts";
import type { Section } from "./sections.ts";

export interface Surroundings {
  readonly block: Block;
  readonly section: Section;
  readonly change: ViewChange;
  /** It was put together from several lines. */
  readonly isJoined: boolean;
  /** Alone in its line, and beside no line of that kind: a list of values, or a link that was given a line. */
  readonly isAlone: boolean;
  /** In a table, a list of values or under a heading that announces them: there a value needs no defanging. */
  readonly isListed: boolean;
  /** The page makes it a link that can be clicked. */
  readonly isLink: boolean;
  /** A numbered note, as at the foot of a page. */
  readonly isNote: boolean;
  /** The line above or below is a host's name that no file could bear. */
  readonly isAmongHosts: boolean;
  /** The line above or below is a file's name that no host could bear. */
  readonly isAmongFiles: boolean;
  /** `Reference:`, `See` or the like stands before it. */
  readonly isReference: boolean;
  /** The sentence says that the name is somebody's own, or what another one was made to look like. */
  readonly isNamedSound: boolean;
  /** At most `NEAR_CHARS` of the view on both sides, of the same block. */
  readonly before: string;
  readonly behind: string;
}

export const NEAR_CHARS = 80;
const BULLET = /^[\s>|\u2022\u00b7\u25cf\u25aa\u2013*+-]*(?:\(?\d{1,4}[.):][ \t]+)?/;
/** `C2:`, `Domain -`, a cell before this one. */
const LABEL = /^(?:[^.!?:|]{0,40}(?:[:=|\t]|[-\u2013\u2014] | {2}))?[\s"'`(\u201c]*$/;
const CELL_BEFORE = /(?:[|\t;,]|[ ]{2})[\s"'`(]*$/;
const END_OF_ITEM = /^["'`)\u201d*_]*\s*(?:$|[|\t;,]|[ ]{2}|[-\u2013\u2014(:[#]|\/\/)/;

const REFERENCE_BEFORE =
  /(?:^|\W)(?:ref|reference|source|see|see also|read|read more|more|via|credit|link|report|article|blog)s?\s{0,2}:[\s("'`<[]{0,4}$/i;
const SOUND_BEFORE =
  /\b(?:legitimate|benign|genuine|imitat\w+|mimic\w*|spoof(?:ed|s|ing)?|impersonat\w+|resembl\w+|similar to|masquerad\w+ as|posing as|disguised as|redirect\w* to)(?: [^\s.;:]+){0,4}[\s("'`\u201c]+$/i;
const SOUND_BEHIND =
  /^["'`)\u201d]*,? (?:(?:which|that) )?(?:is|was) (?:an? |the )?(?:legitimate|benign|genuine|official)\b/i;

export function surroundingsOf(
  view: PlainView,
  range: { readonly start: number; readonly end: number },
  where: { readonly block: Block; readonly section: Section; readonly isLink: boolean },
): Surroundings {
  const { text } = view;
  const { start, end } = range;
  const before = text.slice(Math.max(0, start - NEAR_CHARS), start);
  const behind = text.slice(end, end + NEAR_CHARS);
  const { block, section } = where;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const isWholeLine = line.length < NEAR_CHARS || before.includes("\n");
  const rest = behind.split("\n", 1)[0] ?? "";
  return {
    ...where,
    ...view.changesIn(start, end),
    isAlone: block.kind !== "cell" && section.kind !== "indicators" && !hasNeighbour(before, behind),
    isAmongHosts: linesBeside(before, behind).some(isHostAlone),
    isAmongFiles: linesBeside(before, behind).some(isFileAlone) && !linesBeside(before, behind).some(isHostAlone),
    isReference: (section.kind === "indicators" ? /\breferences?\s{0,2}:\s{0,2}$/i : REFERENCE_BEFORE).test(line),
    isNamedSound: SOUND_BEFORE.test(before) || SOUND_BEHIND.test(behind),
    isNote:
      isWholeLine && /^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]?|[*\u2020\u2021^]+\d*)\s+(?:\S+ ){0,2}$/.test(line),
    isListed:
      section.kind !== "references" &&
      (section.kind === "indicators"
        ? isItem(line, rest, isWholeLine) || block.kind !== "paragraph"
        : (block.kind === "cell" || isWholeLine) &&
          isItem(line, rest, isWholeLine) &&
          !isProse(block, before, behind, rest)),
    before,
    behind,
  };
}

function isItem(line: string, rest: string, isWholeLine: boolean): boolean {
  if (!END_OF_ITEM.test(rest)) return false;
  return (isWholeLine && LABEL.test(line.replace(BULLET, ""))) || CELL_BEFORE.test(line);
}

const SINGLE_VALUE = /^[^\p{L}\p{N}]{0,8}\S{0,80}(?:[\p{L}\p{N}][[({]?\.[\])}]?[\p{L}\p{N}]|:\/\/)\S{0,80}$/u;

/** The line above or below is a single value too. */
function hasNeighbour(before: string, behind: string): boolean {
  return linesBeside(before, behind).some((line) => SINGLE_VALUE.test(line));
}

/** The line above and the one below, as far as they are near. */
function linesBeside(before: string, behind: string): readonly string[] {
  const above =
    before
      .slice(0, Math.max(0, before.lastIndexOf("\n")))
      .split("\n")
      .at(-1) ?? "";
  return [above.trim(), (behind.split("\n")[1] ?? "").trim()];
}

function isFileAlone(line: string): boolean {
  const ending = /^[^\p{L}\p{N}/]{0,8}[\p{L}\p{N}_.-]{1,80}\.([A-Za-z0-9]{2,8})$/u.exec(line)?.[1]?.toLowerCase() ?? "";
  return fileEndings.has(ending) && !isPublicSuffix(ending);
}

function isHostAlone(line: string): boolean {
  const host = /^[^\p{L}\p{N}]{0,8}((?:[\p{L}\p{N}-]{1,63}\.){1,8}[a-z]{2,24})$/u.exec(line)?.[1] ?? "";
  return host !== "" && isPublicSuffix(host) && !fileEndings.has(host.slice(host.lastIndexOf(".") + 1));
}

/** The line is the rest of a sentence that was broken there. */
function isProse(block: Block, before: string, behind: string, rest: string): boolean {
  if (block.kind === "cell" || block.kind === "code") return false;
  if (/^[)"'\u201d]*,\s+\p{Ll}/u.test(rest)) return true;
  const above = before.slice(0, before.lastIndexOf("\n")).split("\n").at(-1) ?? "";
  const below = behind.split("\n")[1] ?? "";
  const isSentence = (line: string, end: RegExp): boolean =>
    line.trim().split(/\s+/).length > 4 && !end.test(line.trim());
  return isSentence(above, /[:.!?]$/) || (rest.trim() === "" && isSentence(below, /^[A-Z]/));
}

/** Asks whether a place of the text is shown as a link; places must be asked in order. */
export function linkedPlaces(document: PublishedDocument): (start: number, end: number) => boolean {
  const links: readonly DocumentLink[] = [...document.links].sort((one, other) => one.span.start - other.span.start);
  let at = 0;
  return (start, end) => {
    while (at < links.length && (links[at]?.span.end ?? 0) <= start) at += 1;
    const link = links[at];
    return link !== undefined && link.span.start < end;
  };
}
