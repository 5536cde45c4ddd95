/** Everything that rules may name about mail: the types of the model, the functions that need mail, the lists. */
import type { HostFunction, ObjectType, Schema } from "../mql/types.ts";
import { functions } from "./functions/functions.ts";
import { listTypes } from "./lists/names.ts";
import { objectType } from "./model-object.ts";
import { types } from "./types/types.ts";
import { callWeights } from "./types/weights.ts";

export const mailSchema: Schema = {
  root: "Message",
  objects: objects(),
  functions: new Map<string, HostFunction>(functions.map((one) => [one.name, weighed(one)])),
  lists: listTypes,
};

function weighed(called: HostFunction): HostFunction {
  const weight = callWeights.get(called.name);
  return weight === undefined ? called : { ...called, weight };
}

function objects(): ReadonlyMap<string, ObjectType> {
  return new Map((Object.keys(types) as (keyof typeof types)[]).map((name) => [name, objectType(name)]));
}
