/**
 * Parts whose content lies on another server (message/external-body: RFC 2046 5.2.3, RFC 2017; threat-facts RL-60), as references.
 *
 * Pure and total. `start` and `end` are the value of the field that names the place, in the raw message.
 */

import { trimmed } from "../base/trim.ts";
import type { HtmlReference } from "../html/reading.ts";
import { findField } from "../mail/headers.ts";
import type { Entity, Message } from "../mail/message.ts";

export function externalBodies({ entities }: Message): readonly HtmlReference[] {
  const found: HtmlReference[] = [];
  for (const entity of entities) {
    if (entity.mediaType.type !== "message" || entity.mediaType.subtype !== "external-body") continue;
    const url = addressOf(entity.mediaType.parameters);
    if (url === "") continue;
    const { start, end } = findField(entity.headers, "content-type")?.value ?? entity.headers.span;
    const access = (entity.mediaType.parameters.get("access-type") ?? "").toLowerCase().slice(0, 40);
    const why = `a part whose content lies elsewhere (access by ${access || "an unnamed way"})`;
    found.push({ vector: "RL-60", url, why, fires: "open", hidden: false, start, end, width: null, height: null });
  }
  return found;
}

/** Empty where the part names no server: local files, and content that has only an id. */
function addressOf(parameters: Entity["mediaType"]["parameters"]): string {
  const text = (name: string): string => (parameters.get(name) ?? "").trim();
  // RFC 2017 4: a long address is cut by white space.
  const url = text("url").replace(/\s+/g, "");
  const site = text("site");
  const path = [text("directory"), text("name")].map((piece) => trimmed(piece, "/")).filter((piece) => piece !== "");
  switch (text("access-type").toLowerCase()) {
    case "ftp":
    case "anon-ftp":
      return site === "" ? url : `ftp://${site}/${path.join("/")}`;
    case "tftp":
      return site === "" ? url : `tftp://${site}/${path.join("/")}`;
    case "mail-server":
      return text("server") === "" ? url : `mailto:${text("server")}`;
    case "local-file":
    case "afs": {
      const name = text("name");
      if (/^(?:\\\\|file:|\/\/)/i.test(name)) return name;
      // A pattern of machines says where the file can be reached, not a server.
      return site === "" || site.includes("*") ? url : `file://${site}/${path.join("/")}`;
    }
    default:
      return url;
  }
}
