/** Everything that rules may name about mail: the types of the model, the functions that need mail, the lists. */
import type { HostFunction, ObjectType, Schema } from "../mql/types.ts";
import { functions } from "./functions/functions.ts";
import { listTypes } from "./lists/names.ts";
import { objectType } from "./model-object.ts";
import { types } from "./types/types.ts";

export const mailSchema: Schema = {
  root: "Message",
  objects: objects(),
  functions: new Map<string, HostFunction>(functions.map((one) => [one.name, one])),
  lists: listTypes,
};

function objects(): ReadonlyMap<string, ObjectType> {
  return new Map((Object.keys(types) as (keyof typeof types)[]).map((name) => [name, objectType(name)]));
}
