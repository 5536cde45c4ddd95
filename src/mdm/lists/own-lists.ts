/** Lists that are made of what is known of the owner and of earlier mail (mql.md, section 11): `list.org` and `list.history`. */
import type { List } from "../../mql/value.ts";
import { domainFacts } from "../domains.ts";
import type { Knowledge, Owner } from "../knowledge.ts";
import { valueObject } from "../model-object.ts";
import { once } from "../once.ts";
import { listOf } from "./list.ts";

/** Null for lists of another kind, and for those that nothing is known for. */
export function ownLists({ owner, history }: Knowledge): (name: string) => List | null {
  const made = owner === null ? null : once(() => ofOwner(owner));
  return (name) => {
    switch (name) {
      case "recipient_emails":
        return history?.recipients ?? null;
      case "recipient_domains":
        return history?.recipientDomains ?? null;
      case "sender_emails":
        return history?.senders ?? null;
      case "sender_domains":
        return history?.senderDomains ?? null;
      default:
        return made?.().get(name) ?? null;
    }
  };
}

function ofOwner({ domains, vips }: Owner): ReadonlyMap<string, List> {
  const slds = domains.map((domain) => domainFacts(domain).sld).filter((sld) => sld !== null);
  const lists = new Map([
    ["org_domains", listOf(domains)],
    ["org_slds", listOf([...new Set(slds)])],
  ]);
  if (vips !== null) {
    lists.set("org_display_names", listOf(vips.map(({ displayName }) => displayName)));
    lists.set("org_vips", vipList(vips));
  }
  return lists;
}

function vipList(vips: NonNullable<Owner["vips"]>): List {
  const values = vips.map(({ displayName, email }) => valueObject("Vip", { display_name: displayName, email }));
  return { values, has: () => false, hasFolded: () => false };
}
