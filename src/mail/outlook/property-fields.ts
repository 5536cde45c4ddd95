/**
 * Properties that a rebuilt message names in its `Mapi-Property` fields, its own and those of items inside (written by
 * `header-block.ts`). Only for bytes that were rebuilt here: in other mail anybody can write such a field.
 */
import type { Span } from "../../base/span.ts";
import { displayText, fieldsNamed } from "../headers.ts";
import type { Message } from "../message.ts";
import type { Observable } from "./observables.ts";

export interface PropertyField extends Observable {
  /** Of the field's value. */
  readonly span: Span;
}

const KEY = "mapi-property";

/** In the order of the message. */
export function propertyFields(message: Message): readonly PropertyField[] {
  return message.entities.flatMap(({ headers }) =>
    fieldsNamed(headers, KEY).flatMap((field) => {
      const text = displayText(message.bytes, field);
      const end = text.indexOf(" ");
      return end < 0 ? [] : [{ name: text.slice(0, end), value: text.slice(end + 1), span: field.value }];
    }),
  );
}
