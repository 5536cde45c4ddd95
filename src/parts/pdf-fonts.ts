/**
 * Whether the fonts of a PDF say what their codes mean (ISO 32000-1, 9.10), so that the text that is read of it is the text that it shows. A font may lie
 * about it; so may any that makes a letter look like another. Pure; linear in the objects.
 */

/** By number. */
type Objects = ReadonlyMap<string, string>;

const NAMED = /\/([\w+.-]{1,60})\s+(\d{1,10})\s+\d{1,5}\s+R\b/g;
const FONT = /\/(?:BaseFont|CharProcs)\b/;
const STANDARD = /\/Encoding\s*\/(?:WinAnsi|MacRoman|Standard)Encoding\b|\/BaseFont\s*\/(?:Helvetica|Times|Courier)\b/;

export function areFontsTold(objects: Objects): boolean {
  const fonts = new Set([...objects].filter(([, text]) => FONT.test(text)).map(([number]) => number));
  for (const number of fonts) if (!isTold(objects.get(number) ?? "")) return false;
  // Text is read by the names that pages give to fonts, so that a name has to mean one of them.
  const targets = new Map<string, string>();
  for (const text of objects.values()) {
    for (const [, name = "", number = ""] of text.matchAll(NAMED)) {
      if (!fonts.has(number) || DESCENDANTS.has(name)) continue;
      if ((targets.get(name) ?? number) !== number) return false;
      targets.set(name, number);
    }
  }
  return true;
}

const DESCENDANTS: ReadonlySet<string> = new Set(["DescendantFonts"]);

function isTold(font: string): boolean {
  // Several in one object are not told apart.
  if ((font.match(/\/BaseFont\b/g) ?? []).length > 1 || /\/CharProcs\b/.test(font)) return false;
  const subtype = /\/Subtype\s*\/(\w{1,20})/.exec(font)?.[1] ?? "";
  // Its parent tells.
  if (subtype.startsWith("CIDFont")) return true;
  if (/\/ToUnicode\s+\d/.test(font)) return true;
  return subtype !== "Type0" && STANDARD.test(font);
}
