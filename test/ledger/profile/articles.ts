/**
 * Invented articles without an indicator, in the shapes that such texts have: press, court, agency, interview, list, letter. Each
 * with the signs that a careful reader finds; written before the vocabulary was looked at. `may` is what one can read into it.
 */

export interface LabelledArticle {
  readonly name: string;
  readonly text: string;
  /** As `signKey` of the test writes them. */
  readonly must: readonly string[];
  readonly may: readonly string[];
}

export const ARTICLES: readonly LabelledArticle[] = [
  {
    name: "wire report",
    text: `VELDORIA CITY, 14 May 2022 - Hackers working for the Ostrian security service sent thousands of emails to lawmakers and journalists in Veldoria between March 2019 and January 2021, officials said on Saturday. The messages looked like news stories from a well-known daily. Merely opening them was enough to tell the senders where the reader was and which device they used, through an invisible tracking image. Ostria rejected the claim.`,
    must: ["target:legislature", "target:journalism", "lure:news", "opening", "time"],
    may: ["technique:T1598", "technique:T1566", "target:government"],
  },
  {
    name: "court text",
    text: `From at least in or around June 2015 through on or about September 2018, the defendants and their co-conspirators sent spearphishing emails to employees of defense contractors and of law firms. The emails purported to come from prominent reporters and contained links to news articles. If a recipient activated the link by opening the email, the recipient's location and internet protocol address were transmitted to a server controlled by the defendants. The defendants also targeted the spouses of officials at their private email accounts.`,
    must: [
      "target:defence",
      "target:law",
      "target:family",
      "target:government",
      "lure:news",
      "opening",
      "personal-accounts",
      "time",
      "technique:T1566",
    ],
    may: ["technique:T1566.002", "technique:T1598", "technique:T1598.003"],
  },
  {
    name: "agency advisory on log-in pages",
    text: `The actor creates webmail accounts in the names of real academics and invites the target to a conference or an online interview. Once trust is built, the target receives a link to a page that mimics the sign-in page of the target's mail provider. Passwords and session cookies are taken. Since 2019 the actor has gone after universities, think tanks, non-governmental organisations and former ministers. Messages often arrive at personal mailboxes rather than at work addresses.`,
    must: [
      "lure:invitation",
      "lure:login",
      "target:research",
      "target:advocacy",
      "target:government",
      "personal-accounts",
      "time",
    ],
    may: [
      "technique:T1566.002",
      "technique:T1566",
      "technique:T1598.003",
      "technique:T1598",
      "technique:T1585.002",
      "technique:T1586.002",
      "technique:T1539",
      "technique:T1557",
      "technique:T1585",
    ],
  },
  {
    name: "story about documents",
    text: `In the autumn of 2020 staff at three banks in Norland opened what seemed to be an invoice. The Word file attached to the mail asked them to enable macros; those who did installed a program that watched their keyboards. The central bank's security chief said the gang had mailed some 400 people.`,
    must: ["lure:document", "target:finance", "technique:T1566.001"],
    may: [
      "time",
      "technique:T1566",
      "technique:T1204.002",
      "technique:T1204",
      "technique:T1056.001",
      "technique:T1137",
      "technique:T1059.005",
    ],
  },
  {
    name: "interview",
    text: `Q: How did you notice? A: I did not. I am a correspondent, I get two hundred mails a day. One came from somebody who said she was a student and asked me for a comment on a draft. I wrote back. We exchanged mails for weeks, and then she sent me a file through a cloud drive. Q: Were others written to? A: Yes, colleagues in the newsroom, and dissidents in exile. It was in 2021, I think from April until July.`,
    must: ["lure:appeal", "target:journalism", "target:advocacy", "lure:document", "time"],
    may: ["technique:T1566", "technique:T1566.002", "technique:T1566.003", "target:research"],
  },
  {
    name: "bulk mailing service",
    text: `Researchers say that the group took over an account at a commercial mass-mailing provider used by an aid agency and, on 25 May 2021, wrote from it to around 3,000 addresses at more than 150 organisations, among them human rights bodies and embassies. The mails carried a link to a disk image with malware.`,
    must: ["bulk-service", "target:advocacy", "target:government", "time", "lure:document"],
    may: [
      "technique:T1566.002",
      "technique:T1566",
      "technique:T1586.002",
      "technique:T1586",
      "technique:T1204.001",
      "technique:T1204.002",
      "technique:T1553.005",
      "technique:T1078",
      "technique:T1027.006",
    ],
  },
  {
    name: "nothing about mail",
    text: `The ministry said on Monday that an intruder used a flaw in a firewall to enter the network of the electoral commission in August 2021 and copied the register of voters. Parliament will debate the matter. No emails were sent to staff, and there is no sign of phishing. Banks were not affected.`,
    must: [],
    may: [],
  },
  {
    name: "negations",
    text: `Contrary to early reports, the mails did not target journalists, the agency said. They went to energy companies in the north and to one operator of a power grid. There were no attachments; each mail led to a copy of the company's own login page, where staff typed their passwords.`,
    must: ["target:energy", "lure:login"],
    may: ["technique:T1566.002", "technique:T1566", "technique:T1598.003", "technique:T1598", "technique:T1056.003"],
  },
  {
    name: "sanctions notice",
    text: `The Foreign Secretary today announced sanctions against two officers of the Ostrian service for a spear-phishing campaign against members of parliament from several parties, in 2015 and again through the general election of 2019, and against those who run civil society organisations. The emails were tailored to each recipient.`,
    must: ["target:legislature", "target:advocacy", "technique:T1566", "time"],
    may: ["technique:T1598", "target:campaigning", "target:elections"],
  },
  {
    name: "blog, list form",
    text: `What we saw\n\n- Emails with calendar invitations to a summit that does not exist\n- A PDF that shows a blurred page and a "sign in to view" button\n- Sender names copied from editors and from a think tank\n\nWho got them\n\n- Diplomats\n- People who work on sanctions at law firms\n- Semiconductor makers\n\nWhen\n\nFebruary 2023 to November 2023`,
    must: ["lure:invitation", "lure:login", "target:government", "target:law", "target:technology", "time"],
    may: [
      "lure:document",
      "technique:T1566.001",
      "technique:T1566.002",
      "technique:T1566",
      "technique:T1598",
      "technique:T1598.003",
      "technique:T1598.002",
    ],
  },
  {
    name: "letter to staff",
    text: `Dear colleagues, over the past weeks some of you have had mails at your home addresses that pretend to come from our IT desk and warn that your mailbox is full. The button in them opens a form that asks for your password. Please do not answer. If you are on the campaign team or work for a candidate, assume that you are on their list.`,
    must: ["lure:login", "personal-accounts", "target:campaigning"],
    may: ["technique:T1566", "technique:T1566.002", "technique:T1598.003", "technique:T1598"],
  },
  {
    name: "web beacon, technical",
    text: `Each message embedded a one-pixel image whose address carried an identifier for the recipient. When the mail client fetched it, the operators learned the time, the IP address, the browser and the operating system. We call this reconnaissance: nobody has to click. The mails copied the look of newsletters by news outlets, and were sent with an email marketing platform. Recipients were critics of the government abroad and their relatives.`,
    must: ["opening", "lure:news", "bulk-service", "target:advocacy", "target:family"],
    may: [
      "technique:T1598",
      "technique:T1566",
      "technique:T1598.003",
      "technique:T1592",
      "technique:T1590.005",
      "technique:T1592.004",
      "technique:T1592.002",
    ],
  },
  {
    name: "opinion piece",
    text: `We have been too calm about this. For ten years a foreign power has read what our scientists write to one another. The press has shrugged, the courts are slow, and the treasury will not pay. A minister told me that the answer is training. I doubt it: no training helps against a letter that asks you, by name and politely, to review a paper.`,
    must: ["lure:appeal", "target:research"],
    may: ["time"],
  },
  {
    name: "telecoms intrusion with one mail",
    text: `The intrusion at the mobile operator began with a phishing email to an administrator in late 2017, with a malicious attachment. From there the attackers moved through the network for two years, stole call records and cleared their logs. Manufacturers and shipping firms in the region report the same.`,
    must: ["technique:T1566.001", "lure:document", "target:telecommunications"],
    may: ["time", "target:trade", "technique:T1566", "target:technology", "technique:T1204.002"],
  },
  {
    name: "vendor digest",
    text: `TIN HERON (also tracked as Grey Lapwing) is a group that we assess with moderate confidence to act for a state. Between 2018 and 2020 it mailed journalists, parliamentary staff and election officials in five countries. Its lures are invitations to interviews, fake breaking-news alerts and shared documents behind a fake log-on screen. It registers look-alike domains and uses compromised accounts of real organisations.`,
    must: [
      "target:journalism",
      "target:legislature",
      "target:elections",
      "lure:invitation",
      "lure:news",
      "lure:login",
      "time",
    ],
    may: [
      "lure:document",
      "technique:T1583.001",
      "technique:T1586.002",
      "technique:T1566",
      "technique:T1566.002",
      "technique:T1598.003",
      "technique:T1586",
      "technique:T1056",
    ],
  },
];

/** Written after the vocabulary was, and never used to mend it: what it does on texts that it has not seen. */
export const HELD_OUT: readonly LabelledArticle[] = [
  {
    name: "regional paper",
    text: `Staff at the Lower Marsh town hall have been told to change their passwords after dozens of them clicked on a message that appeared to be from the council's own IT service. "It took you to what looked just like our webmail sign-in," said one. The mayor's office and two councillors were affected. The mails arrived in the first week of March 2020.`,
    must: ["lure:login", "target:government", "time"],
    may: ["technique:T1566", "technique:T1566.002", "technique:T1598.003", "technique:T1598", "target:technology"],
  },
  {
    name: "parliamentary question",
    text: `To ask the Minister what steps have been taken since hostile actors emailed Members of Parliament in 2021. Answer: In 2021 a foreign state-affiliated group sent reconnaissance emails to parliamentarians, most of whom had been outspoken about it. No accounts were compromised. The emails contained a link to an image that reports back when the message is displayed.`,
    must: ["target:legislature", "opening", "time"],
    may: ["technique:T1598", "technique:T1598.003", "technique:T1566", "technique:T1566.002"],
  },
  {
    name: "human rights report",
    text: `Between May and October 2018 we received forty suspicious emails from defenders and from reporters in exile. Many copied the security alerts of large mail providers and led to a counterfeit login page, where even the second factor was asked for. Others promised a petition and asked the reader to sign. Lawyers who represented detainees were written to at private addresses.`,
    must: [
      "lure:login",
      "lure:appeal",
      "target:law",
      "target:advocacy",
      "target:journalism",
      "personal-accounts",
      "time",
    ],
    may: ["technique:T1566", "technique:T1566.002", "technique:T1598.003", "technique:T1111", "technique:T1557"],
  },
  {
    name: "vendor blog with macros",
    text: `The chain starts with an email to the finance department of a bank or an insurer. Attached is a password-protected archive with a shortcut; once opened it drops a backdoor. We first saw it in November 2022. Manufacturers are targeted as well. The group does not go after private persons.`,
    must: ["lure:document", "target:finance", "target:trade", "technique:T1566.001", "time"],
    may: ["technique:T1566", "technique:T1204.002", "technique:T1027", "technique:T1547.009", "technique:T1204"],
  },
  {
    name: "broadcast transcript",
    text: `Good evening. Universities across the country are on alert tonight. Professors who work on Arctic policy say they were invited to a workshop that never took place. The invitations came by email, from what seemed to be a colleague at a think tank. Our correspondent has the story. The interior ministry would not comment.`,
    must: ["lure:invitation", "target:research"],
    may: ["technique:T1566", "technique:T1566.002"],
  },
  {
    name: "power cut, no mail",
    text: `The operator of the grid said a fault in its control software was to blame. Energy companies and the ministry met in the afternoon; journalists were not admitted. Customers will be told by email when supply returns.`,
    must: [],
    may: [],
  },
  {
    name: "indictment summary",
    text: `The indictment alleges that the conspirators used an online bulk email platform to send more than 10,000 messages to officials of the treasury, to senators of both parties and to campaign staff. Each posed as a well-known columnist. When a recipient opened the email, a hidden link told the conspirators the recipient's approximate location. The conduct ran from 2012 until 2019.`,
    must: [
      "bulk-service",
      "target:government",
      "target:legislature",
      "target:campaigning",
      "lure:news",
      "opening",
      "time",
    ],
    may: ["technique:T1598", "technique:T1598.003", "technique:T1566", "technique:T1566.002"],
  },
];
