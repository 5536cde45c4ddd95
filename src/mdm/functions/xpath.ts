import { absent } from "./define.ts";

export const xpath = absent(
  {
    name: "html.xpath",
    positional: [
      ["html", ["HTML", "FinalDOM"]],
      ["query", ["string"]],
    ],
    result: "XPathResult",
  },
  "xpath",
  "Nodes of HTML that an XPath 1.0 query names.",
);
