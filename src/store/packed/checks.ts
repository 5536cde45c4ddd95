/** The checks of `src/base/checks.ts`, under the name that stored forms know them by. */
export {
  type Check,
  checked,
  isAbsentOr,
  isArrayOf,
  isBoolean,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isString,
  isTrue,
} from "../../base/checks.ts";
