/** From offsets in a (nested) document to offsets in the text that was given to `readHtml`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * `shift`: the document is a slice of the text, moved by that much · `fixed`: the document was decoded out of an
 * attribute, and everything in it points to that attribute · `removed`: the document is the text without the characters
 * at these offsets (sorted, in the text).
 */
export interface Place {
  readonly shift: number;
  readonly fixed: Range | null;
  readonly removed: ArrayLike<number>;
}

export const samePlace: Place = { shift: 0, fixed: null, removed: [] };

export function placed(place: Place, range: Range): Range {
  if (place.fixed !== null) return place.fixed;
  const start = range.start + place.shift;
  const end = range.end + place.shift;
  if (place.removed.length === 0) return { start, end };
  // The end is exclusive: what was removed right after the last character is no part of the range.
  return {
    start: restored(place.removed, start),
    end: end > start ? restored(place.removed, end - 1) + 1 : restored(place.removed, end),
  };
}

/** The place of a slice of a document, or of what follows a shift within it. */
export function shifted(place: Place, by: number): Place {
  return { ...place, shift: place.shift + by };
}

/** The offset in the text of an offset in the text without `removed`: the largest that has as many kept characters before it. */
function restored(removed: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = removed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // Of the characters before the removed one, `middle` were removed too.
    if ((removed[middle] ?? 0) - middle <= offset) low = middle + 1;
    else high = middle;
  }
  return offset + low;
}

/**
 * Where the value of an attribute that stands at `attribute` stands in the source, quotes not included. Cost: linear in
 * the attribute; nothing is looked for behind it, since every attribute of an odd tag asks (HM-122).
 */
export function valueRange(source: string, attribute: Range): Range {
  const { end } = attribute;
  let equals = attribute.start + 1;
  while (equals < end && source.charCodeAt(equals) !== EQUALS) equals++;
  if (equals >= end) return { start: attribute.start, end };
  let start = equals + 1;
  while (start < end && source.charCodeAt(start) <= 0x20) start++;
  const quote = source.charAt(start);
  if (quote !== '"' && quote !== "'") return { start, end };
  let close = start + 1;
  while (close < end && source.charAt(close) !== quote) close++;
  return { start: start + 1, end: close };
}

const EQUALS = 0x3d;

/** Where an attribute's value stands, and whether the source spells it literally, so that parts of it have exact places. */
export interface ValuePlace extends Range {
  readonly literal: boolean;
}

export function valuePlace(source: string, range: Range, value: string): ValuePlace {
  return { ...range, literal: range.end - range.start === value.length && source.startsWith(value, range.start) };
}

/** A part of a value: exact where the source spells the value literally, else the whole value. */
export function partRange(place: ValuePlace, start: number, end: number): Range {
  return place.literal ? { start: place.start + start, end: place.start + end } : place;
}
