/** Every object type that rules may name, by name. */
import { attachmentTypes } from "./attachments.ts";
import { authenticationTypes } from "./authentication.ts";
import { bodyTypes } from "./body.ts";
import { farTypes } from "./far.ts";
import { fileTypes } from "./files.ts";
import { headerTypes } from "./headers.ts";
import { linkTypes } from "./links.ts";
import { messageTypes } from "./message.ts";
import { ownTypes } from "./own.ts";
import { ownFileTypes } from "./own-files.ts";
import { peopleTypes } from "./people.ts";
import { pictureTypes } from "./pictures.ts";
import { resultTypes } from "./results.ts";
import { subjectTypes } from "./subject.ts";
import { triageTypes } from "./triage.ts";

export const types = {
  ...messageTypes,
  ...peopleTypes,
  ...subjectTypes,
  ...headerTypes,
  ...authenticationTypes,
  ...bodyTypes,
  ...linkTypes,
  ...attachmentTypes,
  ...resultTypes,
  ...fileTypes,
  ...pictureTypes,
  ...farTypes,
  ...triageTypes,
  ...ownTypes,
  ...ownFileTypes,
} as const;

export type TypeName = keyof typeof types;
export type FieldName<Name extends TypeName> = keyof (typeof types)[Name] & string;
