/** A document → its statements and the description that is made of them. Pure and total. */
import type { DocumentStatements } from "../case/assertion.ts";
import type { PublishedDocument } from "../case/document.ts";
import type { HuntingProfile } from "../case/hunting-profile.ts";
import { NO_WATCH, type ReadingWatch } from "../documents/reading-watch.ts";
import { readStatements } from "../statements/read-statements.ts";
import { profileOf } from "./profile/profile-of.ts";
import { partsUnder, type ReportPart } from "./report-parts.ts";

export interface Stated {
  readonly statements: DocumentStatements;
  /** Null where it describes nothing that mail could show. */
  readonly profile: HuntingProfile | null;
  readonly dear: readonly ReportPart[];
}

const NO_STATEMENTS: DocumentStatements = {
  assertions: [],
  notRead: null,
  techniques: [],
  quantities: [],
  actors: [],
  targets: [],
  unread: [],
};

export function statedIn(document: PublishedDocument, watch: ReadingWatch = NO_WATCH): Stated {
  const { within, dear } = partsUnder(watch);
  const statements = within("statements", () => readStatements(document), NO_STATEMENTS);
  // Made here, since the document's text is at hand only when it is read.
  const profile = within("description", () => profileOf(document, statements), null);
  return { statements, profile, dear };
}
