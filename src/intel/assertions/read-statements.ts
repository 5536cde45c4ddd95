/** What a document says: statements with their quotes. Total, and the same text gives the same statements. */
import type { DocumentStatements } from "../../case/assertion.ts";
import type { PublishedDocument } from "../../case/document.ts";

export function readStatements(_document: PublishedDocument): DocumentStatements {
  return { assertions: [], techniques: [], quantities: [], actors: [], targets: [], unread: [], notRead: null };
}
