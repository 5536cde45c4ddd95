/** What is used of the library `xpath`: its own types leave this out. */
declare module "xpath/xpath.js" {
  /** A set of nodes, in document order; numbers, texts and truth values have no such method. */
  interface Found {
    readonly toArray?: () => readonly object[];
  }
  /** Nodes are the host's; of a browser's they have what XPath 1.0 asks for. */
  export function parse(query: string): {
    evaluate(options: { readonly node: object; readonly isHtml: boolean }): Found;
  };
}
