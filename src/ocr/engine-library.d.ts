/** The part of `tesseract-wasm` that is called; its own types ask for those of a browser. */
declare module "tesseract-wasm" {
  export interface TextItem {
    readonly rect: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
    readonly flags: number;
    /** 0 to 1. */
    readonly confidence: number;
    readonly text: string;
  }
  export interface OCREngine {
    loadModel(model: Uint8Array): void;
    /** Four bytes a pixel. */
    loadImage(image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }): void;
    clearImage(): void;
    getBoundingBoxes(unit: "line" | "word"): readonly Omit<TextItem, "confidence" | "text">[];
    getTextBoxes(unit: "line" | "word"): readonly TextItem[];
    destroy(): void;
  }
  /** Without the module's bytes the library would fetch them. */
  export function createOCREngine(options: { readonly wasmBinary: Uint8Array }): Promise<OCREngine>;
  export const layoutFlags: { readonly StartOfLine: number; readonly EndOfLine: number };
}
