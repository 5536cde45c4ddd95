/**
 * Names of attached files that hide what opening them does (hostile-mail HM-110, 111): a program that is shown as a document.
 *
 * The extension that counts is the one that some system acts on: Windows drops full stops, spaces and a stream's name at the
 * end; the file system stops at NUL; mail programs drop what nobody sees, and show what follows an override backwards. Names
 * of programs that say so are no disguise, and neither is a document of any name. Pure; linear in the name.
 */

/** What runs by a double click or leads to what runs, on Windows, macOS or Linux. */
const PROGRAMS: ReadonlySet<string> = new Set([
  ...[
    "exe",
    "com",
    "scr",
    "pif",
    "bat",
    "cmd",
    "cpl",
    "msi",
    "msp",
    "msc",
    "hta",
    "js",
    "jse",
    "vbs",
    "vbe",
    "wsf",
    "wsh",
  ],
  ...[
    "ps1",
    "psm1",
    "lnk",
    "url",
    "scf",
    "inf",
    "reg",
    "dll",
    "ocx",
    "xll",
    "chm",
    "jar",
    "jnlp",
    "gadget",
    "application",
  ],
  ...[
    "appref-ms",
    "settingcontent-ms",
    "library-ms",
    "search-ms",
    "iso",
    "img",
    "vhd",
    "vhdx",
    "one",
    "iqy",
    "slk",
    "rdp",
  ],
  ...["app", "command", "pkg", "dmg", "workflow", "scpt", "sh", "desktop", "appimage", "run", "deb", "rpm", "py"],
]);

/** Extensions that a reader takes for a document, a picture or a page. */
const DECOY =
  /\.(?:pdf|docx?|xlsx?|pptx?|rtf|txt|csv|od[tsp]|pages|jpe?g|png|gif|bmp|tiff?|webp|heic|mp[34]|avi|mov|wav|html?|xml|eml|zip|rar|7z)$/;

const NAME_CHARS_MAX = 4_096;
/** White space before an extension that is more than a typist's slip. */
const GAP_CHARS_MIN = 3;

const OVERRIDE = /[\u202d\u202e]/;
/** Embeddings and isolates of the other direction, which names in scripts of that direction may need. */
const RIGHT_TO_LEFT = /[\u202b\u2067]/;
const RIGHT_TO_LEFT_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}]+/gu;
/** Full-width, small, ideographic full stop, one-dot leader: some systems store a full stop for them. */
const DOTS = /[\uff0e\ufe52\u3002\uff61\u2024]/g;

/** One name that is a trick, or several names for one file of which some are a program's and some are not. */
export function isDisguised(names: readonly string[]): boolean {
  const cut = names.map((name) => name.slice(-NAME_CHARS_MAX));
  if (cut.some(isTrick)) return true;
  const programs = cut.filter((name) => PROGRAMS.has(actingExtension(name))).length;
  return programs > 0 && programs < cut.filter((name) => actingExtension(name) !== "").length;
}

function isTrick(name: string): boolean {
  if (name.includes("\0") || OVERRIDE.test(name)) return true;
  if (RIGHT_TO_LEFT.test(name) && !RIGHT_TO_LEFT_LETTER.test(name)) return true;
  const extension = actingExtension(name);
  if (!PROGRAMS.has(extension)) return false;
  if (!name.toLowerCase().endsWith(`.${extension}`)) return true;
  const stem = name.slice(0, -extension.length - 1);
  const text = stem.trimEnd();
  const gap = stem.slice(text.length);
  return gap.length >= GAP_CHARS_MIN || /[^ ]/.test(gap) || DECOY.test(text.toLowerCase());
}

/** In lower case; empty for none. */
function actingExtension(name: string): string {
  const plain = withoutTail(
    name
      .replace(/::?\$data\s*$/i, "")
      .replace(UNSEEN, "")
      .replace(DOTS, "."),
  );
  const dot = plain.lastIndexOf(".");
  return dot < 0 ? "" : plain.slice(dot + 1).toLowerCase();
}

/** Without white space and full stops at the end, which systems drop. A pattern would look at each run of them once for each in it. */
function withoutTail(name: string): string {
  let end = name.length;
  while (end > 0 && /[\s.]/.test(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}
