/**
 * Which attribute of which element makes a client load something, and how its value is read. Data for RL-01 to RL-31;
 * CSS, `meta`, `link`, `base` and links have code of their own in `element-references.ts`.
 */

/**
 * `url`: one reference · `srcset`: candidates with descriptors · `urls`: several, separated by spaces or commas ·
 * `frame`: a reference whose `data:` document is read as well · `absolute`: counted only when it has a scheme
 */
export type ValueForm = "url" | "srcset" | "urls" | "frame" | "absolute";

export interface LoadingAttribute {
  readonly vector: string;
  readonly form: ValueForm;
  readonly fires: "open" | "click";
}

type Row = readonly [elements: string, attributes: string, form: ValueForm, vector: string, fires?: "click"];

const htmlRows: readonly Row[] = [
  ["img", "src", "frame", "RL-01"],
  ["img", "lowsrc dynsrc", "url", "RL-01"],
  ["img source", "srcset", "srcset", "RL-02"],
  ["img", "attributionsrc", "urls", "RL-01"],
  ["img", "longdesc", "url", "RL-28", "click"],
  ["img", "href xlink:href", "url", "RL-18"],
  ["mglyph", "src", "url", "RL-01"],
  ["input isindex", "src lowsrc dynsrc", "url", "RL-03"],
  ["input button isindex", "formaction", "url", "RL-28", "click"],
  ["form isindex", "action", "url", "RL-28", "click"],
  ["form", "action-xhr verify-xhr", "url", "RL-28", "click"],
  ["video source track", "src", "url", "RL-12"],
  ["video", "poster", "url", "RL-13"],
  ["audio", "src", "url", "RL-14"],
  ["bgsound sound", "src", "url", "RL-15"],
  ["iframe frame portal fencedframe ilayer layer", "src", "frame", "RL-16"],
  ["embed", "src", "frame", "RL-17"],
  ["embed", "code qtsrc", "url", "RL-17"],
  ["model", "src", "url", "RL-17"],
  ["object", "data", "frame", "RL-17"],
  ["object applet", "codebase", "url", "RL-17"],
  ["object", "movie", "url", "RL-17"],
  ["object applet", "archive", "urls", "RL-17"],
  ["applet", "object", "absolute", "RL-17"],
  ["applet object", "code classid", "absolute", "RL-17"],
  ["xml", "src", "url", "RL-17"],
  ["html", "manifest", "url", "RL-24"],
  ["menuitem command", "icon", "url", "RL-24"],
  ["script", "src", "url", "RL-25"],
  ["script", "attributionsrc", "urls", "RL-25"],
  ["import", "implementation", "url", "RL-10"],
  ["a area", "ping attributionsrc", "urls", "RL-28", "click"],
  ["area", "href", "url", "RL-28", "click"],
  // VML without its prefix, as in a default namespace (`<fill xmlns="urn:schemas-microsoft-com:vml">`).
  ["fill stroke imagedata vmlframe background", "src o:href", "url", "RL-27"],
];

const svgRows: readonly Row[] = [
  ["script", "src href xlink:href", "url", "RL-25"],
  ["audio video source", "src", "url", "RL-12"],
];

/** Any element of SVG: image, use, feImage, script, gradients, font-face-uri, tref … */
const svgHref: LoadingAttribute = { vector: "RL-18", form: "frame", fires: "open" };

type AttributeTable = ReadonlyMap<string, LoadingAttribute>;

function tableOf(rows: readonly Row[]): ReadonlyMap<string, AttributeTable> {
  const table = new Map<string, Map<string, LoadingAttribute>>();
  for (const [elements, attributes, form, vector, fires = "open"] of rows) {
    for (const element of elements.split(" ")) {
      const known = table.get(element) ?? new Map<string, LoadingAttribute>();
      for (const attribute of attributes.split(" ")) known.set(attribute, { vector, form, fires });
      table.set(element, known);
    }
  }
  return table;
}

const htmlTable = tableOf(htmlRows);
const svgTable = tableOf(svgRows);

/** Elements with a prefix (`v:fill`, `o:OLEObject`, `w:…`) are Office markup. */
const officeTable: AttributeTable = new Map(
  ["src", "o:href", "o:src", "o:althref", "althref", "r:href"].map((name) => [
    name,
    { vector: "RL-27", form: "url", fires: "open" },
  ]),
);

/** SVG with the prefix that is usual in XHTML. */
const prefixedSvgTable: AttributeTable = new Map(
  ["href", "xlink:href"].map((name) => [name, { vector: "RL-18", form: "frame", fires: "open" }]),
);

const ampTable: AttributeTable = new Map<string, LoadingAttribute>([
  ["src", { vector: "RL-30", form: "url", fires: "open" }],
  ["srcset", { vector: "RL-30", form: "srcset", fires: "open" }],
  ["poster", { vector: "RL-30", form: "url", fires: "open" }],
  ["config", { vector: "RL-30", form: "absolute", fires: "open" }],
]);

/** Every attribute that may load something on an element of HTML or Office, or link: others need no look. */
export const loadingAttributeNames: ReadonlySet<string> = new Set([
  ...htmlRows.flatMap(([, attributes]) => attributes.split(" ")),
  ...officeTable.keys(),
  ...ampTable.keys(),
  ...["background", "srcdoc", "href", "xlink:href"],
]);

/** The loading attributes of an HTML element; `null` for none. `background` and `style` count on every element. */
export function loadingAttributes(tag: string): AttributeTable | null {
  const known = htmlTable.get(tag);
  if (known !== undefined) return known;
  if (tag.startsWith("amp-")) return ampTable;
  if (!tag.includes(":")) return null;
  return tag.startsWith("svg:") && tag !== "svg:a" ? prefixedSvgTable : officeTable;
}

/** What an attribute of an SVG element loads; `href` under any prefix counts, as XML lets it have any. */
export function svgLoadingAttribute(tag: string, attribute: string): LoadingAttribute | null {
  const known = svgTable.get(tag)?.get(attribute);
  if (known !== undefined) return known;
  return tag !== "a" && (attribute === "href" || attribute.endsWith(":href")) ? svgHref : null;
}

/** SVG presentation attributes that take `url(…)` (SVG 2, 6.6). */
export const svgStyleAttributes: ReadonlySet<string> = new Set(
  "fill stroke mask filter clip-path cursor marker marker-start marker-mid marker-end color-profile src".split(" "),
);

/** Attributes of SVG animation that may set an href (SMIL, SVG 2 19.2). */
export const svgAnimatedValues: ReadonlySet<string> = new Set(["to", "from", "by", "values"]);

/** Names of `<param>` whose value plug-ins load. */
export const loadingParameters: ReadonlySet<string> = new Set(
  "movie src url data dataurl filename href file source base codebase archive".split(" "),
);

/** `link rel` token → vector; a token that is not here loads nothing (canonical, author, license …). */
export const linkVectors: ReadonlyMap<string, string> = new Map(
  (
    [
      ["RL-08", "stylesheet"],
      ["RL-21", "prefetch preload modulepreload prerender subresource import next compression-dictionary"],
      ["RL-22", "dns-prefetch preconnect"],
      // Files that Word keeps beside a page; in mail they are named by `cid:` or not at all.
      ["RL-27", "file-list edit-time-data ole-object-data themedata colorschememapping datastoreitem"],
      [
        "RL-24",
        "icon shortcut apple-touch-icon apple-touch-icon-precomposed apple-touch-startup-image mask-icon fluid-icon " +
          "manifest alternate search pingback feedurl sidebar offline p3pv1 chrome-webstore-item",
      ],
    ] as const
  ).flatMap(([vector, names]) => names.split(" ").map((name) => [name, vector] as const)),
);
