/** An Outlook item whatever it lay in: properties, recipients, attachments. What `.msg`, PST and TNEF are read into. */
import type { PropertyBag } from "./properties.ts";

export interface OutlookItem {
  readonly properties: PropertyBag;
  /** In the order of the container. */
  readonly recipients: readonly PropertyBag[];
  readonly attachments: readonly OutlookAttachment[];
}

export interface OutlookAttachment {
  readonly properties: PropertyBag;
  readonly content: AttachmentContent;
}

/** `file`: bytes, read in chunks, once · `item`: another item · `parts`: files of an OLE object · `none`: nothing kept here. */
export type AttachmentContent =
  | { readonly kind: "file"; readonly chunks: () => Iterable<Uint8Array> }
  | { readonly kind: "item"; readonly item: () => OutlookItem | null }
  | { readonly kind: "parts"; readonly parts: readonly AttachmentPart[] }
  | { readonly kind: "none" };

export interface AttachmentPart {
  readonly name: string;
  readonly chunks: () => Iterable<Uint8Array>;
}
