/** Functions over files that are not there yet: undetermined, each with its capability. */
import type { HostFunction } from "../../mql/types.ts";
import { absent, type ParameterText } from "./define.ts";

const FILE: ParameterText = ["file", ["Attachment", "File", "DownloadedFile"]];

export const fileFunctions: readonly HostFunction[] = [
  absent({ name: "file.parse_eml", positional: [FILE], result: "Message" }, "explode", "An attached message."),
  absent({ name: "file.parse_html", positional: [FILE], result: "HTML" }, "explode", "A file as HTML."),
  absent(
    { name: "file.parse_text", positional: [FILE], keywords: [["encodings", ["[string]"]]], result: "ParseText" },
    "explode",
    "A file as text.",
  ),
  absent({ name: "beta.file.parse_ics", positional: [FILE], result: "ICS" }, "explode", "A calendar file."),
  absent(
    {
      name: "file.explode",
      positional: [["file", ["Attachment", "File", "DownloadedFile", "HTML", "XPathNode", "FinalDOM"]]],
      result: "[Exploded]",
    },
    "explode",
    "A file and all that is in it.",
  ),
  absent(
    { name: "file.expand_archives", positional: [FILE], keywords: [["max_depth", ["int"]]], result: "ExpandArchives" },
    "explode",
    "Files of an archive.",
  ),
  absent(
    { name: "file.oletools", positional: [FILE], result: "Oletools" },
    "oletools",
    "Macros and relationships of an Office file.",
  ),
  absent({ name: "beta.parse_exif", positional: [FILE], result: "ScanExifTool" }, "exif", "Metadata of a file."),
];
