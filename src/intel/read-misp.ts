/**
 * Indicators of MISP events: attributes that are meant for detection (`to_ids`), also those of objects. Those that are not, that were deleted,
 * or that mail cannot show are told with the reason; remarks and references are no indicators and are left to the event (`misp/event.ts`).
 */
import type { Beside, Collector } from "./collector.ts";
import type { MispAttribute, MispClaim, MispEvent } from "./misp/event.ts";

const VALUE_TYPES: ReadonlySet<string> = new Set([
  ...["domain", "hostname", "url", "uri", "link", "ip-src", "ip-dst", "md5", "sha1", "sha256", "sha512"],
  ...["email", "email-src", "email-dst", "email-reply-to", "domain|ip", "ip-dst|port", "ip-src|port", "hostname|port"],
]);

/** Of these, what no remark or reference is written as. */
const SHOWN_TYPES: ReadonlySet<string> = new Set(
  [...VALUE_TYPES, "email-subject", "filename"].filter((type) => type !== "link"),
);

/** What a pattern over mail tells, by what it asks. */
const HEADER_TYPES: ReadonlyMap<string, string> = new Map([
  ["email-message-id", "email-message:message_id"],
  ["email-x-mailer", "email-message:additional_header_fields.'X-Mailer'"],
]);

/** Galaxies whose clusters are worth telling beside a value: groups, campaigns and malware. */
const GROUP_KINDS =
  /actor|intrusion-set|group|campaign|malware|ransomware|tool|backdoor|rat$|botnet|stealer|banker|vendor/;

function isGroup({ by, kind }: MispClaim): boolean {
  return GROUP_KINDS.test(kind) || (by === "galaxy" && kind === "");
}

export function readMisp(event: MispEvent, collector: Collector): void {
  const groups = event.claims.filter(isGroup).map(({ name }) => name);
  // Some publishers never set the flag: then all values of kinds that mail shows are taken.
  const isFlagged = event.attributes.some(({ isForDetection }) => isForDetection === true);
  for (const attribute of event.attributes) {
    const beside = besideOf(attribute, groups);
    const isShown = SHOWN_TYPES.has(attribute.type) || attribute.type.startsWith("filename|");
    if (attribute.isDeleted) {
      if (isShown) collector.reject(attribute.value, beside.place, "its source has deleted it");
    } else if (attribute.isForDetection === true || (!isFlagged && isShown))
      takeAttribute(attribute, beside, collector);
    else if (isShown) collector.reject(attribute.value, beside.place, "its source does not mean it for detection");
  }
}

function besideOf({ uuid, comment, claims }: MispAttribute, ofEvent: readonly string[]): Beside {
  const own = claims.filter(isGroup).map(({ name }) => name);
  return {
    place: uuid === "" ? "an attribute without id" : uuid,
    name: comment.slice(0, 200),
    groups: own.length === 0 ? ofEvent : [...new Set([...own, ...ofEvent])],
  };
}

function takeAttribute({ type, value }: MispAttribute, beside: Beside, collector: Collector): void {
  const path = HEADER_TYPES.get(type);
  if (path !== undefined) collector.add("pattern", `[${path} = '${value.replace(/[\\']/g, "\\$&")}']`, beside);
  else if (type === "email-subject") collector.add("email-subject", value, beside);
  else if (type === "filename") collector.add("file-name", value, beside);
  else if (type.startsWith("filename|")) collector.written(value.slice(value.lastIndexOf("|") + 1), beside);
  else if (type === "domain|ip") for (const one of value.split("|", 2)) collector.written(one, beside);
  else if (VALUE_TYPES.has(type)) collector.written(value.split("|")[0] ?? "", beside);
  else collector.reject(value, beside.place, `mail does not show values of the type ${type.slice(0, 40)}`);
}
