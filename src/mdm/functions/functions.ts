/** The functions that need mail. What is part of the language itself is in `mql/`. */
import type { HostFunction } from "../../mql/types.ts";
import { fileTools } from "../file-tools.ts";
import { fileFunctions } from "../files/functions.ts";
import { absentFunctions } from "./absent.ts";
import { ipIn } from "./ip-in.ts";
import { parseFunctions } from "./parse.ts";
import { profileFunctions } from "./profile.ts";
import { sensitiveInformation } from "./sensitive.ts";
import { whois } from "./whois.ts";
import { nluClassifier } from "./wordings.ts";
import { xpath } from "./xpath.ts";

export const functions: readonly HostFunction[] = [
  ...parseFunctions,
  xpath,
  ipIn,
  ...profileFunctions,
  ...fileFunctions(fileTools),
  whois,
  nluClassifier,
  sensitiveInformation,
  ...absentFunctions,
];
