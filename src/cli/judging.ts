/** Judging by the rules that ship: a module of its own, since it is loaded while the mail is read. */
import { Conditions } from "../verdict/conditions.ts";
import { shippedRules } from "./shipped-rules.ts";

export { judge } from "../pipeline/judge.ts";

export const conditions = new Conditions(shippedRules());
