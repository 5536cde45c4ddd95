/**
 * What Outlook shows of a leaf that is a container of its own kind, `winmail.dat` or `.msg` (hostile-mail HM-167, 168): its
 * bodies and attachments, and the leaves of the messages inside. Other programs show a file.
 *
 * Told by content, not by name or type. Total; the reading of one container is bounded by its own budget
 * (`src/mail/outlook/item-budget.ts`).
 */
import type { Problem } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { decodeBody } from "../body.ts";
import { toBuffer } from "../bytes.ts";
import { decodeCharset } from "../charset.ts";
import type { Message } from "../message.ts";
import { isCompoundFile } from "../outlook/compound-file.ts";
import { namesShare, type Observable } from "../outlook/observables.ts";
import { propertyFields } from "../outlook/property-fields.ts";
import { isOtherDocument, msgObjects, type OutlookObject, tnefObjects } from "../outlook-objects.ts";
import { parseMessage } from "../parse.ts";
import { isTnef } from "../tnef.ts";
import type { FoundObject } from "./found-objects.ts";

/** A property of an item in a container that points to a server or a share. */
export interface FoundProperty extends Observable {
  /** Of the container. */
  readonly span: Span;
  readonly view: string;
}

export interface OutlookInside {
  readonly objects: readonly FoundObject[];
  /**
   * `outlook-container` for one that does not look like one by type and name; `odd-outlook-container` for damage and lies;
   * `unc-path` for a property that names a share; `type-mismatch` for another program's document that is called an item.
   */
  readonly flags: readonly string[];
  /** What was met while it was read; some say that a part was not (`isUnread` in `problem.ts`). */
  readonly problems: readonly Problem[];
  readonly properties: readonly FoundProperty[];
}

const NOTHING: OutlookInside = { objects: [], flags: [], problems: [], properties: [] };
const MISNAMED: OutlookInside = { ...NOTHING, flags: ["type-mismatch"] };
/** Every property of an Outlook item is called so; other compound files (Word, Excel, installers) have none. */
const PROPERTY_STREAM = Buffer.from("__substg1.0_", "utf16le");
const IN_STREAM = "in winmail.dat";
const IN_FILE = "in .msg";
/** After the end; mailers and gateways add line ends. */
const HARMLESS = "tnef.trailing-bytes";
/** How senders declare the two; gateways rename `winmail.dat` and leave its ending. */
const STREAM_TYPE = /^application\/(?:vnd\.)?ms-tnef$/;
const STREAM_NAME = /\.(?:dat|tnef)$/i;
const FILE_TYPE = /^application\/(?:vnd\.ms-outlook|msoutlook|x-msg)$/;
const FILE_NAME = /\.(?:msg|oft)$/i;

export function isOutlookContainer({ bytes, mediaType, names }: Omit<FoundObject, "span" | "views">): boolean {
  if (isTnef(bytes)) return true;
  return isCompoundFile(bytes) && (isCalledItem({ mediaType, names }) || toBuffer(bytes).includes(PROPERTY_STREAM));
}

/** True for what Outlook shows out of a container, in whatever other reading it is found too. */
export function isInOutlook({ views }: FoundObject): boolean {
  return views.some((view) => view.startsWith(IN_STREAM) || view.startsWith(IN_FILE));
}

/** For what `isOutlookContainer` says yes to. Spans are those of the container. */
export function outlookInside(container: FoundObject): OutlookInside {
  const { bytes, span } = container;
  const isStream = isTnef(bytes);
  const { objects, observables, problems } = isStream ? tnefObjects(bytes) : msgObjects(bytes);
  const codes = new Set(problems.map(({ code }) => code));
  // Documents with a message inside have such properties too and are no item themselves; some are called one.
  const isCalled = isCalledItem(container);
  const isNone = !isStream && objects.length === 0 && codes.size === 0;
  if (isNone && isCalled && isOtherDocument(bytes)) return MISNAMED;
  if (isNone && !isCalled) return NOTHING;
  const isLost = !isStream && objects.length === 0;
  if (isLost) codes.add("outlook.no-item");
  const kind = isStream ? IN_STREAM : IN_FILE;
  const outer = container.views[0] ?? "";
  const view =
    outer === "" || outer === "strict" ? kind : `${kind}${outer.startsWith("in ") ? "" : " inside"} ${outer}`;
  const properties = [...observables];
  const found: Content[] = [];
  for (const object of objects) {
    found.push(...inUtf8(object));
    if (!object.mediaType.startsWith("message/")) continue;
    const message = parseMessage(object.bytes);
    for (const { code } of message.problems) if (code.startsWith("limit.")) codes.add(code);
    if (object.isRebuilt) properties.push(...propertyFields(message));
    found.push(...leavesOf(message));
  }
  const flags: string[] = [];
  if (!isOrdinary(container, isStream)) flags.push("outlook-container");
  if ([...codes].some((code) => code !== HARMLESS)) flags.push("odd-outlook-container");
  if (properties.some(namesShare)) flags.push("unc-path");
  return {
    objects: found.map((object) => ({ ...object, span, views: [view] })),
    flags,
    problems: [...codes].map((code) => ({ code, span })),
    properties: properties.map(({ name, value }) => ({ name, value, span, view })),
  };
}

function isOrdinary({ mediaType, names }: FoundObject, isStream: boolean): boolean {
  return isStream
    ? STREAM_TYPE.test(mediaType) || names.some((name) => STREAM_NAME.test(name))
    : isCalledItem({ mediaType, names });
}

function isCalledItem({ mediaType, names }: Pick<FoundObject, "mediaType" | "names">): boolean {
  return FILE_TYPE.test(mediaType) || names.some((name) => FILE_NAME.test(name));
}

type Content = Pick<FoundObject, "mediaType" | "names" | "bytes">;

/** As it stands, and decoded by the charset that is claimed for it: later readers know no other than UTF-8. */
function inUtf8({ mediaType, charset, names, bytes }: Omit<OutlookObject, "isRebuilt">): readonly Content[] {
  const plain = { mediaType, names, bytes };
  if (charset === "" || !mediaType.startsWith("text/")) return [plain];
  const text = Buffer.from(decodeCharset(bytes, charset).text);
  return text.equals(bytes) ? [plain] : [plain, { ...plain, bytes: text }];
}

/** Leaves of a message inside; it stands among the objects itself too. */
function leavesOf(message: Message): readonly Content[] {
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
