/** The two small entries of css-tree that are used; its main entry loads data that takes 100 ms, and its types name no other. */
declare module "css-tree/tokenizer" {
  export const tokenTypes: {
    readonly Ident: 1;
    readonly Function: 2;
    readonly AtKeyword: 3;
    readonly Hash: 4;
    readonly String: 5;
    readonly BadString: 6;
    readonly Url: 7;
    readonly BadUrl: 8;
    readonly Delim: 9;
    readonly WhiteSpace: 13;
    readonly CDO: 14;
    readonly CDC: 15;
    readonly Colon: 16;
    readonly Semicolon: 17;
    readonly Comma: 18;
    readonly LeftParenthesis: 21;
    readonly RightParenthesis: 22;
    readonly LeftCurlyBracket: 23;
    readonly RightCurlyBracket: 24;
    readonly Comment: 25;
  };
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
}
declare module "css-tree/utils" {
  export const ident: { decode(text: string): string };
  export const string: { decode(text: string): string };
  export const url: { decode(text: string): string };
}
