/** Metadata of files (`ScanExifTool`), under the names that rules know from metadata readers. Fields that are not read are undetermined. */
import type { HostObject, Value } from "../../mql/value.ts";
import { MoreItems, Undetermined } from "../../mql/value.ts";
import { decodeXmlText } from "../../parts/xml-references.ts";
import { valueObject } from "../model-object.ts";
import type { FileNode } from "./file-node.ts";

const EXIF = new Undetermined(["exif"]);

interface Metadata {
  readonly fields: ReadonlyMap<string, string>;
  /** There are metadata that were not read. */
  readonly hasMore: boolean;
  readonly values: Readonly<Record<string, Value>>;
}

/** Null for a file that has none by its nature; undetermined for one whose format is not read. */
export function metadataOf(node: FileNode): Value {
  const found = read(node);
  return found === null || found instanceof Undetermined ? found : toObject(node, found);
}

function toObject(node: FileNode, { fields, hasMore, values }: Metadata): HostObject {
  const text = (...names: readonly string[]): Value => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined) return value;
    }
    return hasMore ? EXIF : null;
  };
  const list: Value[] = [...fields].map(([key, value]) => valueObject("ScanKeyVal", { key, value }));
  return valueObject("ScanExifTool", {
    author: text("Author", "Artist"),
    creator: text("Creator"),
    producer: text("Producer"),
    title: text("Title"),
    create_date: timeOf(fields.get("CreateDate") ?? fields.get("CreationDate") ?? fields.get("DateTimeOriginal")),
    modify_date: timeOf(fields.get("ModifyDate") ?? fields.get("ModDate")),
    file_type: node.kind().type.toUpperCase(),
    file_type_extension: node.kind().type,
    source_file: node.content.name,
    // What is not listed may still be there.
    fields: hasMore ? [...list, new MoreItems(["exif"])] : list,
    ...values,
  });
}

function read(node: FileNode): Metadata | Undetermined | null {
  const { type, mime, flavors } = node.kind();
  const picture = node.picture();
  if (picture !== null) {
    const { width, height } = picture;
    const fields = new Map([...picture.fields, ["ImageWidth", String(width)], ["ImageHeight", String(height)]]);
    const isSized = width > 0 && height > 0;
    return {
      fields,
      hasMore: picture.hasMore,
      values: isSized ? { image_width: width, image_height: height } : { image_width: EXIF, image_height: EXIF },
    };
  }
  if (type === "pdf") return pdfMetadata(node);
  const office = node.office();
  if (office !== null && type !== "rtf") {
    const pages = Number(office.metadata.get("Pages"));
    const author = office.metadata.get("Creator") ?? office.metadata.get("Author");
    return {
      fields: office.metadata,
      hasMore: office.isEncrypted,
      values: { page_count: Number.isInteger(pages) ? pages : null, author: author ?? null },
    };
  }
  if (node.link() !== null) return linkMetadata(node);
  if (flavors.includes("zip_file")) return zipMetadata(node);
  if (type === "html") return pageMetadata(node);
  const isText = /^text\/|xml$|json$|javascript$/.test(mime) && type !== "rtf";
  if (isText || mime === "message/rfc822") return null;
  return mime === "application/octet-stream" && node.text() === null && type === "unknown" ? null : EXIF;
}

function pdfMetadata(node: FileNode): Metadata | null {
  const pdf = node.pdf();
  if (pdf === null) return null;
  const fields = new Map(pdf.metadata);
  if (pdf.version !== "") fields.set("PDFVersion", pdf.version);
  if (pdf.encryption !== "") fields.set("Encryption", pdf.encryption);
  if (pdf.pageCount > 0) fields.set("PageCount", String(pdf.pageCount));
  fields.set("Linearized", pdf.isLinearized ? "Yes" : "No");
  return {
    fields,
    hasMore: pdf.isEncrypted,
    values: {
      page_count: pdf.pageCount > 0 ? pdf.pageCount : EXIF,
      pdf_version: pdf.version,
      linearized: pdf.isLinearized ? "Yes" : "No",
    },
  };
}

function linkMetadata(node: FileNode): Metadata | null {
  const link = node.link();
  if (link === null) return null;
  const named: readonly (readonly [string, string])[] = [
    ["CommandLineArguments", link.commandLineArguments],
    ["LocalBasePath", link.localBasePath],
    ["RelativePath", link.relativePath],
    ["WorkingDirectory", link.workingFolder],
    ["IconFileName", link.iconLocation],
    ["Description", link.name],
    ["VolumeLabel", link.volumeLabel],
    ["DriveSerialNumber", link.driveSerial],
    ["MachineID", link.machineId],
  ];
  const windows: ReadonlyMap<number, string> = new Map([
    [1, "Normal"],
    [3, "Maximized"],
    [7, "Minimized"],
  ]);
  return {
    fields: new Map(named.filter(([, value]) => value !== "")),
    hasMore: false,
    values: {
      command_line_arguments: link.commandLineArguments || null,
      local_base_path: link.localBasePath || null,
      relative_path: link.relativePath || null,
      run_window: windows.get(link.showCommand) ?? null,
    },
  };
}

function zipMetadata(node: FileNode): Metadata | null {
  const [first] = node.zip() ?? [];
  if (first === undefined) return { fields: new Map(), hasMore: false, values: {} };
  return {
    fields: new Map([
      ["ZipFileName", first.name],
      ["ZipUncompressedSize", String(first.unpackedBytes)],
      ["ZipCompressedSize", String(first.packedBytes)],
    ]),
    hasMore: false,
    values: {
      zip_file_name: first.name,
      zip_uncompressed_size: first.unpackedBytes,
      zip_compressed_size: first.packedBytes,
      zip_bit_flag: first.isEncrypted ? 1 : 0,
      zip_modify_date: EXIF,
    },
  };
}

function pageMetadata(node: FileNode): Metadata | null {
  const text = node.text()?.text ?? "";
  const fields = new Map<string, string>();
  const title = node.page()?.title ?? "";
  if (title !== "") fields.set("Title", title);
  for (const [tag] of text.matchAll(/<meta\s[^<>]{1,2048}>/gi)) {
    const name = /\bname\s*=\s*["']([^"']{1,60})/i.exec(tag)?.[1];
    const content = /\bcontent\s*=\s*(?:"([^"]{1,2048})"|'([^']{1,2048})')/i.exec(tag);
    if (name === undefined || content === null || fields.size > 200) continue;
    const key = name.slice(0, 1).toUpperCase() + name.slice(1);
    if (!fields.has(key)) fields.set(key, decodeXmlText(content[1] ?? content[2] ?? ""));
  }
  return { fields, hasMore: false, values: {} };
}

/** Of PDF (7.9.4), EXIF and XMP; null for what is none. Without a zone the time is taken for UTC. */
function timeOf(text: string | undefined): number | null {
  const match =
    /^(?:D:)?(\d{4})[-:]?(\d\d)[-:]?(\d\d)[T ]?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d{1,9})?(?:(Z)|([+-])(\d\d)'?:?(\d\d)?)?/.exec(
      text ?? "",
    );
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const zone =
    match[8] === undefined ? 0 : (match[8] === "-" ? -1 : 1) * (Number(match[9]) * 60 + Number(match[10] ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second) - zone * 60_000;
  return Number.isFinite(time) ? time : null;
}
