/** What rules may name: our model of a message, and patterns that run in linear time. */
import { mailSchema } from "../mdm/schema.ts";
import { patternError } from "../mql/patterns.ts";
import type { RuleWorld } from "../rules/load-rules.ts";

export const ruleWorld: RuleWorld = { schema: mailSchema, problemOf: patternError };
