/** The entries of css-tree that are used; its main entry loads data that takes 100 ms, and its types name no other. */
declare module "css-tree/tokenizer" {
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
}
declare module "css-tree/utils" {
  export const ident: { decode(text: string): string };
  export const string: { decode(text: string): string };
  export const url: { decode(text: string): string };
}
