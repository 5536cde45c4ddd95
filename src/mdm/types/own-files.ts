/** What Letterlock itself found out about a file or about markup, beside what mdm.md has. */
import type { TypeTable } from "./type-table.ts";

export const ownFileTypes = {
  FileSigns: {
    file_type: ["string", "Type by content, of the closed list of Attachment.file_type."],
    encrypted: ["bool", "A password is needed for the file or for something in it."],
    external_relationships: [
      "[OleObjRelationship]",
      "What a document points to outside itself, without ordinary links.",
    ],
    remote_template: ["bool", "A document loads its template from elsewhere."],
    dde: ["[string]", "Fields and formulas of a document that start a program."],
    embedded_objects: ["int", "Objects embedded in a document."],
    has_macros: ["bool", "A document holds macros."],
    pdf_actions: [
      "[string]",
      "What a PDF does or can do, by the names of its standard: OpenAction, JavaScript, Launch, EmbeddedFile.",
    ],
    pdf_launches: ["[string]", "Files and commands that a launch action of a PDF names."],
    shortcut_arguments: ["string", "Arguments of a Windows shortcut; null for other files."],
    smuggling: [
      "bool",
      "A page that builds a file in the reader's browser: a large encoded body, a way to decode it, a way to hand it over.",
    ],
    smuggling_signs: ["[string]", "Which signs of that there are; each alone is ordinary."],
    qr_urls: ["[URL]", "Addresses in QR codes of the picture."],
  },
  MarkupSigns: {
    active: ["[ActiveMarkup]", "What would run in a webmail that did not take it out, in the order of the text."],
  },
  ActiveMarkup: {
    kind: [
      "string",
      "'script', 'handler' (of an event), 'address' (a program as an address), 'animation' (sets one), 'style' (a program in CSS), 'frame' (a document in an attribute that holds such), 'refresh' (goes elsewhere by itself), 'hidden' (such markup written where a reader of markup sees text).",
    ],
    element: ["string", "Element it stands on, lower case."],
    attribute: ["string", "Attribute it stands in, lower case; null for none."],
    foreign: ["bool", "The element is SVG or MathML, or stands in such."],
    runs_by_itself: ["bool", "The reader need not touch anything."],
    reaches_out: [
      "bool",
      "The code contacts somebody, reads or writes the page around it, or is put together so that nobody can read it.",
    ],
    code: ["string", "The program, its beginning at least."],
  },
} as const satisfies TypeTable;
