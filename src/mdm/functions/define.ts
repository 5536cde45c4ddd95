/** How functions of the model are written down. */
import type { HostFunction, Parameter, Type } from "../../mql/types.ts";
import { Undetermined } from "../../mql/value.ts";
import { typeOf } from "../types/type-table.ts";

/** Name and types, as text: `["file", ["Attachment", "File"]]`. A name that ends in `?` may be left out. */
export type ParameterText = readonly [name: string, types: readonly string[] | "any"];

export interface FunctionText {
  readonly name: string;
  readonly positional?: readonly ParameterText[];
  readonly variadic?: boolean;
  readonly keywords?: readonly ParameterText[];
  readonly result: string;
  readonly meaning: string;
  readonly call: HostFunction["call"];
  readonly prepare?: NonNullable<HostFunction["prepare"]>;
}

export function define({
  name,
  positional = [],
  variadic = false,
  keywords = [],
  result,
  meaning,
  call,
  prepare,
}: FunctionText): HostFunction {
  return {
    name,
    positional: positional.map((one) => parameter(one)),
    variadic,
    keywords: new Map(keywords.map((one) => [one[0], { ...parameter(one), optional: true }])),
    result: typeOf(result),
    meaning,
    call,
    ...(prepare === undefined ? {} : { prepare }),
  };
}

/** A function whose capability is not there: it is checked like any other, and answers what is missing. */
export function absent(
  text: Omit<FunctionText, "call" | "meaning">,
  capability: string,
  meaning: string,
): HostFunction {
  const answer = new Undetermined([capability]);
  return define({ ...text, meaning, call: () => answer });
}

function parameter([name, types]: ParameterText): Parameter {
  const parsed: readonly Type[] | "any" = types === "any" ? types : types.map(typeOf);
  return { name: name.replace(/\?$/, ""), types: parsed, optional: name.endsWith("?") };
}
