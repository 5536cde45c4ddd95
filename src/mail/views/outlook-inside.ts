/**
 * What Outlook shows of a leaf that is a container of its own kind, `winmail.dat` or `.msg` (hostile-mail HM-167, 168): its
 * bodies and attachments, and the leaves of the messages inside. Other programs show a file.
 *
 * Told by content, not by name or type. Total; the reading of one container is bounded by its own budget
 * (`src/mail/outlook/item-budget.ts`).
 */
import { decodeBody } from "../body.ts";
import { toBuffer } from "../bytes.ts";
import { decodeCharset } from "../charset.ts";
import { isCompoundFile } from "../outlook/compound-file.ts";
import { msgObjects, type OutlookObject, tnefObjects } from "../outlook-objects.ts";
import { parseMessage } from "../parse.ts";
import { isTnef } from "../tnef.ts";
import type { FoundObject } from "./found-objects.ts";

export interface OutlookInside {
  readonly objects: readonly FoundObject[];
  /** `outlook-container`; `odd-outlook-container` for damage and lies; `unc-path` for a property that names a share. */
  readonly flags: readonly string[];
  /** Codes of the limits that stopped the reading of the container; empty for none. */
  readonly limits: readonly string[];
}

/** Every property of an Outlook item is called so; other compound files (Word, Excel, installers) have none. */
const PROPERTY_STREAM = Buffer.from("__substg1.0_", "utf16le");
const IN_STREAM = "in winmail.dat";
const IN_FILE = "in .msg";
/** After the end; mailers and gateways add line ends. */
const HARMLESS = "tnef.trailing-bytes";
const SHARE = /^(?:\\\\|\/\/|file:)/i;

export function isOutlookContainer(bytes: Uint8Array): boolean {
  return isTnef(bytes) || (isCompoundFile(bytes) && toBuffer(bytes).includes(PROPERTY_STREAM));
}

/** True for what Outlook shows out of a container, in whatever other reading it is found too. */
export function isInOutlook({ views }: FoundObject): boolean {
  return views.some((view) => view.startsWith(IN_STREAM) || view.startsWith(IN_FILE));
}

/** For what `isOutlookContainer` says yes to. Spans are those of the container. */
export function outlookInside(container: FoundObject): OutlookInside {
  const isStream = isTnef(container.bytes);
  const { objects, observables, problems } = isStream ? tnefObjects(container.bytes) : msgObjects(container.bytes);
  const flags = ["outlook-container"];
  if (problems.some(({ code }) => code !== HARMLESS)) flags.push("odd-outlook-container");
  if (observables.some(({ name, value }) => name === "reminder-file" || SHARE.test(value))) flags.push("unc-path");
  const kind = isStream ? IN_STREAM : IN_FILE;
  const outer = container.views[0] ?? "";
  const views = [
    outer === "" || outer === "strict" ? kind : `${kind}${outer.startsWith("in ") ? "" : " inside"} ${outer}`,
  ];
  const codes = new Set(problems.map(({ code }) => code));
  const found = objects.flatMap((object) => [...inUtf8(object), ...leavesOf(object, codes)]);
  const limits = [...codes].filter((code) => code.startsWith("limit."));
  return { objects: found.map((object) => ({ ...object, span: container.span, views })), flags, limits };
}

type Content = Pick<FoundObject, "mediaType" | "names" | "bytes">;

/** As it stands, and decoded by the charset that is claimed for it: later readers know no other than UTF-8. */
function inUtf8({ mediaType, charset, names, bytes }: OutlookObject): readonly Content[] {
  const plain = { mediaType, names, bytes };
  if (charset === "" || !mediaType.startsWith("text/")) return [plain];
  const text = Buffer.from(decodeCharset(bytes, charset).text);
  return text.equals(bytes) ? [plain] : [plain, { ...plain, bytes: text }];
}

/** Leaves of a message inside; it stands among the objects itself too. Its problems are added to `codes`. */
function leavesOf({ mediaType, bytes }: OutlookObject, codes: Set<string>): readonly Content[] {
  if (!mediaType.startsWith("message/")) return [];
  const message = parseMessage(bytes);
  for (const { code } of message.problems) codes.add(code);
  return message.entities
    .filter(({ children }) => children.length === 0)
    .flatMap((leaf) => {
      const { type, subtype, parameters } = leaf.mediaType;
      const names = [leaf.disposition?.parameters.get("filename"), parameters.get("name")];
      return inUtf8({
        mediaType: `${type}/${subtype}`,
        charset: parameters.get("charset") ?? "",
        names: [...new Set(names.filter((name) => name !== undefined))],
        bytes: decodeBody(message, leaf).bytes,
      });
    });
}
