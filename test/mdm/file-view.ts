/** Reads what rules read of a file, by path: `scan.zip.encrypted`, undetermined values as `?` and their reasons. */
import { explode, rootNode } from "../../src/mdm/files/explode.ts";
import { contentOf, fieldOf, isHostObject } from "../../src/mdm/files/file-argument.ts";
import { FileSession } from "../../src/mdm/files/file-session.ts";
import { fileFunctions } from "../../src/mdm/files/functions.ts";
import type { FileTools } from "../../src/mdm/files/tools.ts";
import { valueObject } from "../../src/mdm/model-object.ts";
import type { Host } from "../../src/mql/types.ts";
import { type HostObject, Undetermined, type Value } from "../../src/mql/value.ts";
import type { PictureReader } from "../../src/ports/picture-reader.ts";

/** Texts in place of the model's objects. */
export const plainTools: FileTools = {
  url: (text) => (/^(?:[a-z][\w+.-]*:|www\.|\\\\)/i.test(text) ? text : null),
  link: (href, display) => `${href} | ${display ?? ""}`,
  mailbox: (name, address) => `${name} <${address}>`,
  message: (bytes) => `message of ${bytes.length}`,
  html: (source) => source(),
};

/** Plain values; objects by `read` of a path alone. */
export type Plain = null | boolean | number | string | readonly Plain[];

export function plain(value: Value): Plain {
  if (value instanceof Undetermined) return `?${value.reasons.join()}`;
  if (Array.isArray(value)) return value.map((one: Value) => plain(one));
  if (isHostObject(value)) return `<${value.type}>`;
  if (value instanceof Uint8Array) return `bytes of ${value.length}`;
  return value === null || typeof value !== "object" ? (value as Plain) : "?";
}

/** Over lists, of each element. */
export function read(value: Value, path: string): Value {
  const [first = "", ...rest] = path.split(".");
  if (path === "" || value === null || value instanceof Undetermined) return value;
  if (Array.isArray(value)) return value.map((one: Value) => read(one, path));
  return isHostObject(value) ? read(fieldOf(value, first), rest.join(".")) : null;
}

export function fileOf(
  bytes: Buffer | string,
  name: string | null = null,
  mediaType = "application/octet-stream",
): HostObject {
  return valueObject("Attachment", { raw: Buffer.from(bytes), file_name: name, content_type: mediaType });
}

const root = valueObject("Message", {});
const none: Host["list"] = () => new Undetermined(["list.static"]);
const functions = new Map(fileFunctions(plainTools).map((one) => [one.name, one]));

export function call(
  name: string,
  args: readonly Value[],
  {
    keywords = {},
    message = root,
    pictures,
  }: {
    readonly keywords?: Readonly<Record<string, Value>>;
    readonly message?: HostObject;
    /** Reads text in pictures. */
    readonly pictures?: PictureReader;
  } = {},
): Value {
  const found = functions.get(name);
  if (found === undefined) throw new Error(`no function ${name}`);
  const given = pictures === undefined ? {} : { knowledge: { given: { pictures } } };
  return found.call({ root: message, list: none, ...given }, args, new Map(Object.entries(keywords)));
}

/** `path` of every file in it. */
export function exploded(bytes: Buffer | string, path: string, name: string | null = null): readonly Plain[] {
  const list = call("file.explode", [fileOf(bytes, name)], { message: valueObject("Message", {}) });
  return plain(read(list, path)) as readonly Plain[];
}

export { contentOf, explode, FileSession, rootNode };
