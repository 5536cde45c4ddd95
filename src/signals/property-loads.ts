/**
 * Properties of Outlook items that make Outlook contact a server, as references (threat-facts RL-66 and RL-31; HM-167): the sound of a
 * reminder, for which Windows signs in to the share by itself when the reminder is due (CVE-2023-23397), and paths to shares
 * in other properties, as that of an attachment which is kept elsewhere.
 *
 * Pure and total. Web addresses in other properties are no loads: Outlook shows or stores them and asks nobody.
 */
import type { HtmlReference } from "../html/reading.ts";
import { namesShare, type Observable } from "../mail/outlook/observables.ts";
import { classifyReference } from "../url/resolve.ts";

/** `start` and `end` are the property's place in the list. */
export function propertyReferences(properties: readonly Observable[]): readonly HtmlReference[] {
  return properties.flatMap((property, place) => {
    const reference = referenceOf(property);
    return reference === null ? [] : [{ ...NEVER_SHOWN, ...reference, start: place, end: place + 1 }];
  });
}

const NEVER_SHOWN = { hidden: true, width: null, height: null } as const;

function referenceOf(property: Observable): Pick<HtmlReference, "vector" | "url" | "why" | "fires"> | null {
  const url = asWindowsReads(property.value);
  const { kind } = classifyReference(url);
  if (property.name.endsWith("reminder-file")) {
    // A name alone or a path on the reader's own disk is what Outlook writes itself.
    return kind === "unc" || kind === "remote" || kind === "other"
      ? {
          vector: "RL-66",
          url,
          why: "the sound of a reminder: asked for when it is due, without opening the mail",
          fires: "open",
        }
      : null;
  }
  if (kind !== "unc" || !namesShare({ ...property, value: url })) return null;
  const what = property.name.startsWith("attachment/") ? "of an attachment " : "";
  return {
    vector: "RL-31",
    url,
    why: `a path in a property ${what}that the mail program does not show`,
    fires: "click",
  };
}

/**
 * Two slashes of either kind begin a share, and `\\.\UNC\` and `\\?\UNC\` do, with any number of slashes behind (a way around the
 * repair of CVE-2023-23397: CVE-2023-29324).
 */
function asWindowsReads(value: string): string {
  const path = value.trim();
  if (!/^[\\/]{2}/.test(path)) return path;
  return path.replace(/^[\\/]{2}(?:[.?][\\/]+UNC[\\/]+)?/i, "\\\\");
}
