/**
 * The catalogue of remote loads that HTML can hold: threat-facts 2.3, RL-01 to RL-31, as data.
 *
 * `seen` says whether what it loads can be seen by a reader; the others are hidden by their nature. RL-29 (link preview
 * cards) is made by clients and chat bridges from ordinary links: there is nothing in the mail to find, so nothing here
 * emits it.
 */
export interface Vector {
  readonly id: string;
  readonly title: string;
  readonly fires: "open" | "click";
  readonly seen: boolean;
}

// biome-ignore format: a table reads by column
export const vectors: readonly Vector[] = [
  { id: "RL-01", title: "image",                                          fires: "open",  seen: true },
  { id: "RL-02", title: "image variants (srcset, picture)",               fires: "open",  seen: true },
  { id: "RL-03", title: "image button",                                   fires: "open",  seen: true },
  { id: "RL-04", title: "background attribute",                           fires: "open",  seen: true },
  { id: "RL-05", title: "CSS background",                                 fires: "open",  seen: true },
  { id: "RL-06", title: "CSS image of another property",                  fires: "open",  seen: true },
  { id: "RL-07", title: "CSS @import",                                    fires: "open",  seen: false },
  { id: "RL-08", title: "linked style sheet",                             fires: "open",  seen: false },
  { id: "RL-09", title: "CSS font",                                       fires: "open",  seen: false },
  { id: "RL-10", title: "CSS behavior or binding",                        fires: "open",  seen: false },
  { id: "RL-11", title: "CSS variant by media query or image-set",        fires: "open",  seen: true },
  { id: "RL-12", title: "video, its sources and tracks",                  fires: "open",  seen: true },
  { id: "RL-13", title: "video poster",                                   fires: "open",  seen: true },
  { id: "RL-14", title: "audio",                                          fires: "open",  seen: false },
  { id: "RL-15", title: "background sound",                               fires: "open",  seen: false },
  { id: "RL-16", title: "frame or document inside the document",          fires: "open",  seen: true },
  { id: "RL-17", title: "object, embed or applet",                        fires: "open",  seen: true },
  { id: "RL-18", title: "inline SVG",                                     fires: "open",  seen: true },
  { id: "RL-19", title: "SVG attachment",                                 fires: "open",  seen: true },
  { id: "RL-20", title: "meta refresh",                                   fires: "open",  seen: false },
  { id: "RL-21", title: "link prefetch or preload",                       fires: "open",  seen: false },
  { id: "RL-22", title: "link dns-prefetch or preconnect",                fires: "open",  seen: false },
  { id: "RL-23", title: "DNS prefetch of ordinary links",                 fires: "open",  seen: false },
  { id: "RL-24", title: "icon, manifest, feed or search link",            fires: "open",  seen: false },
  { id: "RL-25", title: "script",                                         fires: "open",  seen: false },
  { id: "RL-26", title: "base address (no load: resolves others)",        fires: "open",  seen: false },
  { id: "RL-27", title: "VML, Office markup, conditional comment",        fires: "open",  seen: true },
  { id: "RL-28", title: "form, ping or image map",                        fires: "click", seen: true },
  { id: "RL-29", title: "link preview card (made by clients)",            fires: "open",  seen: true },
  { id: "RL-30", title: "AMP element",                                    fires: "open",  seen: true },
  { id: "RL-31", title: "odd scheme or Windows share",                    fires: "open",  seen: true },
];

const byId: ReadonlyMap<string, Vector> = new Map(vectors.map((vector) => [vector.id, vector]));

/** False for loads that show nothing: style sheets, fonts, scripts, look-ups. */
export function isSeenVector(id: string): boolean {
  return byId.get(id)?.seen ?? true;
}
