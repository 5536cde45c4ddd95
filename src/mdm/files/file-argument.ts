/** What a rule hands to a function over files: an object with bytes, or with source text, whoever made it (mql.md 9.5). */
import { type HostObject, Undetermined, type Value } from "../../mql/value.ts";
import { ModelObject } from "../model-object.ts";
import { types } from "../types/types.ts";
import type { FileContent } from "./file-node.ts";

/** The field of an object of the model, by name; null where its type has none. */
export function fieldOf(object: HostObject, name: string): Value {
  const table: Readonly<Record<string, object>> = types;
  const fields = table[object.type];
  const index = fields === undefined ? -1 : Object.keys(fields).indexOf(name);
  return index < 0 || !(object instanceof ModelObject) ? null : object.read(index);
}

export function isHostObject(value: Value | undefined): value is HostObject {
  return typeof value === "object" && value !== null && "type" in value && !(value instanceof Undetermined);
}

/** Null for a value without content. */
export function contentOf(object: HostObject): FileContent | Undetermined | null {
  const raw = fieldOf(object, "raw");
  if (raw instanceof Undetermined) return raw;
  const bytes =
    raw instanceof Uint8Array
      ? Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
      : typeof raw === "string"
        ? Buffer.from(raw, "utf8")
        : null;
  if (bytes === null) return null;
  const name = fieldOf(object, "file_name");
  const mediaType = fieldOf(object, "content_type");
  return {
    bytes,
    name: typeof name === "string" ? name : null,
    mediaType: typeof mediaType === "string" ? mediaType.toLowerCase() : "",
  };
}
