/** The rules that ship, compiled once for a test file. */
import { shippedRules } from "../../src/cli/shipped-rules.ts";
import { Conditions } from "../../src/verdict/conditions.ts";

export const conditions = new Conditions(shippedRules());
