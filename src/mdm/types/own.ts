/** What Letterlock itself found out about a message, under `letterlock`. */
import { signFieldTypes, signTypes } from "./signs.ts";
import type { TypeTable } from "./type-table.ts";

export const ownTypes = {
  Letterlock: {
    loads: ["[Load]", "Everything in the message that makes a mail client contact a server."],
    load_count: ["int", "How many loads there are, also where not all of them are listed."],
    anomalies: [
      "[string]",
      "What is odd about the shape of the message, by the flags of docs/formats/case.md, sorted.",
    ],
    problems: ["[string]", "Codes of what could not be read or is damaged, each once, sorted."],
    is_partial: ["bool", "Some part of the message could not be read."],
    receipts: ["[Load]", "The loads that ask for a receipt to be sent by mail."],
    signing_domains: ["[string]", "Signing domain of each DKIM signature, lower case; nobody has checked them."],
    senders_shown: ["[string]", "Addresses that some mail client shows as the sender, lower case."],
    news_persona: ["string", "Words by which the sender reads like a news outlet; null where it does not."],
    text_print: [
      "string",
      "Hash of the visible text without digits, addresses and URLs: equal for copies of one lure.",
    ],
    offers_exit: ["bool", "It offers a way to unsubscribe, in its header or its text."],
    is_answer: ["bool", "It says that it answers a message."],
    list_id: ["string", "List-Id of a mailing list; null without one."],
    tracking: ["Tracking", "How the message tracks its reader; known when all mail was compared."],
    copies: ["Copies", "Other readers' copies of the same lure; known when all mail was compared."],
    history: ["OwnHistory", "What was there from this sender before; known when all mail was compared."],
    source: ["Source", "Who the sender is to the owner, over all mail; known when all mail was compared."],
    account: [
      "Account",
      "The mail service it came by, and the sender's account there; known when all mail was compared.",
    ],
    notice: ["Notice", "It warns of state attackers in a provider's name; null where it does not. Known when judged."],
    bounces: ["Bounces", "Of the day of a bounce; null for other mail. Known when all mail was compared."],
    ...signFieldTypes,
  },
  ...signTypes,
  Load: {
    vector: ["string", "Kind of the load, RL-01 and so on, as docs/formats/case.md lists them."],
    url: ["URL", "What is loaded, gateways' wrappers undone; null where it is no URL that can be resolved."],
    host: ["string", "Host in lower case; the mail domain of a receipt address."],
    domain: ["string", "Registrable domain of the host, or the host itself."],
    hidden: ["bool", "A reader does not see it."],
    why: ["string", "Why it is taken for hidden or shown, in words."],
    fires: ["string", "What sets it off: 'open', 'click', 'receipt', 'attachment' or 'delivery'."],
    view: [
      "string",
      "How the text it stands in was come by, where that is not the usual reading; empty for the usual one.",
    ],
    token: ["Token", "What in it tells its reader apart."],
    resolved: ["string", "The address that is contacted, as text; empty where it cannot be told."],
    is_inside: ["bool", "The host is a name or an address that nobody outside its own network reaches."],
    tracks: [
      "bool",
      "It fires when the mail is displayed and may tell its reader apart; known when all mail was compared.",
    ],
    is_personal: [
      "bool",
      "Its token is proven, or holds the address of the very reader; known when all mail was compared.",
    ],
    said: ["string", "The load in one sentence; known when all mail was compared."],
    open_question: [
      "string",
      "What comparison leaves open about it; null for nothing. Known when all mail was compared.",
    ],
  },
  Token: {
    kind: [
      "string",
      "'decoded' (the reader's address is inside), 'likely' (opaque and long), 'none'; 'proven' only when copies were compared.",
    ],
    value: ["string", "The field of the URL as written; empty for none."],
    detail: ["string", "In words what the value is."],
    address: ["string", "The reader's address found inside; null where none was."],
  },
  Tracking: {
    class: ["string", "'none', 'commercial', 'unexplained' or 'covert'."],
    proven: ["bool", "Copies show that a value is different for each reader and nothing else explains it."],
    reasons: ["[string]", "Why it is of this class, in sentences."],
    is_for_owner: ["bool", "What the owner's own mail loads reports to the owner."],
    topic: ["string", "A word of politics and rights in the subject; null where there is none."],
    lure: ["[string]", "What makes the reader open it, in sentences."],
    simulation_claim: ["string", "What calls it an ordered phishing test, which anybody can write; null for nothing."],
    is_chosen_approach: [
      "bool",
      "A stranger's personal loads, hidden or proven, within weeks, on politics, to several of the owner's people.",
    ],
  },
  Source: {
    is_own: ["bool", "The owner sent it, and nothing recorded at receipt speaks against it."],
    is_forged_own: ["bool", "It names the owner as its sender, and the server that took it saw no pass."],
    is_of_house: [
      "bool",
      "From is at the domain of an owner, or of one to whom the receiver's servers delivered it; of a reader whom it only names where no server took it.",
    ],
    domain: ["string", "Registrable domain of From; null without one."],
    is_stranger: ["bool", "Nobody the owner writes to, and no steady sender."],
    is_related: [
      "bool",
      "The owner wrote to it before that day, or it is steady, its mail was not checked in vain, and less than half of it is doubtful by itself.",
    ],
    is_steady: ["bool", "Has written for long and often."],
    is_new_address: [
      "bool",
      "Strangers share the domain or many people write from it, and this address wrote for the first time within the last weeks, and was not written to before that; null where the archive begins less than 30 days before.",
    ],
    is_reply_to_new: [
      "bool",
      "Answers go to another address, which nobody wrote from or to until some weeks ago; null where the archive begins less than 30 days before.",
    ],
    is_out_of_habit: ["bool", "The sender's mail passes authentication by habit, and this one did not."],
    is_burst: ["bool", "All its mail lies within some weeks."],
    is_written_to: [
      "bool",
      "The owner wrote to it before it ever wrote, or, unless it poses as news, before this message; where a hidden load is proven, by more than an answer.",
    ],
    passes: ["bool", "Received results hold a pass that is aligned with From."],
    has_results: ["bool", "Results of authentication were recorded at all."],
    authentication: ["string", "What was recorded, in a sentence."],
    plays: [
      "PlayedCorrespondent",
      "Whose name the sender bears at a new address: somebody known for long. Null for nobody, and where the archive begins less than 30 days before.",
    ],
    resembles: [
      "ResembledDomain",
      "The domain of the owner or of somebody the owner wrote to that a new domain of From or Reply-To is made to be taken for; null for none, and as above.",
    ],
    registered_as: [
      "[string]",
      "Registered senders whose name it bears, and its address wrote under aligned passes for half a year before: their domain too.",
    ],
    reasons: ["[string]", "Why it is a stranger, in sentences."],
  },
  Account: {
    service: ["string", "Name of the service; null where the service is not recognised."],
    kind: ["string", "'bulk', 'advocacy', 'sales', 'helpdesk', 'meeting', 'simulation', 'transactional' or 'bounces'."],
    is_sure: ["bool", "Two independent signs name the service."],
    is_verified: ["bool", "The service's own authentication passed at receipt."],
    evidence: ["string", "The signs, in one line."],
    has_several_names: ["bool", "The account writes under several names."],
    reasons: ["[string]", "What is known of the account, in sentences."],
  },
  Notice: {
    provider: ["string", "Whose warning it is or poses as."],
    is_from_provider: ["bool", "From is at a domain that the provider warns from."],
  },
  Bounces: {
    count: ["int", "Bounces of that day."],
    written_to: ["int", "Addresses that the owner's mail, as far as it was read, went to then."],
    came: ["string", "The first number as a sentence."],
    told: ["string", "The second number as a sentence."],
  },
  Copies: {
    readers: ["int", "Readers who got one."],
  },
  OwnHistory: {
    messages: ["int", "Earlier messages from this sender."],
    months: ["int", "Months in which there were any."],
    days: ["int", "Days between the first and the latest of them."],
    written_to: ["bool", "The owner wrote to this sender before."],
    is_first_contact: [
      "bool",
      "Until 12 hours before, nobody at this address wrote or was written to; null where the archive begins less than 30 days before.",
    ],
    is_new_sender: ["bool", "As is_first_contact, of the sender's domain where strangers do not share it."],
    is_solicited: [
      "bool",
      "Until 12 hours before, the owner wrote to the address, or to its domain where strangers do not share it.",
    ],
    is_unusual_hour: [
      "bool",
      "The address never wrote within an hour of this time of day; null where it has no habit yet.",
    ],
    is_unusual_mailer: ["bool", "The address never wrote with this program; null where it has no habit yet."],
    per_month: ["float", "Messages in 30 days from the address; null where it has no habit yet."],
    thread: [
      "string",
      "What it says it answers: 'none' (says no such thing), 'known' (an id that is here), 'subject' (passed between these people before), 'unknown-ids', 'bare' ('Re:' alone, nothing before); null where it cannot be told.",
    ],
    theme: [
      "string",
      "A word of the subject that several new senders shared on this day and the day before; null for none.",
    ],
    theme_senders: ["int", "How many they were, counted to 64; 0 for no theme."],
  },
  PlayedCorrespondent: {
    address: ["string", "The known address."],
    name: ["string", "The name as it was known."],
    is_written_to: ["bool", "The owner wrote to the known address."],
    is_included: ["bool", "The known address stands in To, Cc or Reply-To, or it was delivered there."],
  },
  ResembledDomain: {
    host: ["string", "The new one, as the address has it."],
    domain: ["string", "The real one."],
    how: [
      "string",
      "'homograph' (looks the same), 'typo' (one letter), 'other-suffix', 'lure-word' (with a word like login), 'added-word', 'subdomain' (the real one as labels below another), 'subdomain-label'.",
    ],
    is_slip: ["bool", "Of a typo: letters beside each other on a keyboard, exchanged or doubled."],
    is_own: ["bool", "The real one is the owner's."],
  },
} as const satisfies TypeTable;
