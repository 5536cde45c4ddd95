/**
 * Thirty invented pages as publishers write them, each with what a careful reader would take. Written, with their expected values, before the
 * extraction was ever run on them. Names and addresses are reserved ones; they stand for real ones.
 */
export interface UnseenPage {
  /** Its ending says how it is read. */
  readonly path: string;
  readonly text: string;
  /** `type value`, by type and value. */
  readonly expected: readonly string[];
}

const MD5 = "3f1c0b7a9d5e4862b7c1d0e9f8a76543";
const SHA1 = "9b2f4c6d8e0a1b3c5d7e9f0a2b4c6d8e0f1a3b5c";
const SHA256 = "b1946ac92492d2347c6235b4d2611184f0c2a5d9e7b3c8164f5a0d2e9b7c6a31";

const html = (body: string, foot = ""): string =>
  `<!doctype html><html><head><title>Report</title></head><body><main>${body}</main><footer>${foot}</footer></body></html>`;

export const UNSEEN_PAGES: readonly UnseenPage[] = [
  {
    path: "01.txt",
    text: "In March the ministry's staff received messages from press@herald-notes[.]example. The link led to hxxps://herald-notes[.]example/read/1 and from there to 203.0.113[.]17.",
    expected: [
      "email-addr press@herald-notes.example",
      "url https://herald-notes.example/read/1",
      "ipv4-addr 203.0.113.17",
    ],
  },
  {
    path: "02.txt",
    text: `Indicators\n\nDomain\tFirst seen\nmail-check[.]test\t2025-01-02\nportal-check[.]test\t2025-01-09\n\nFile hashes\n${SHA256}\n${MD5}\n`,
    expected: [
      "domain-name mail-check.test",
      "domain-name portal-check.test",
      `file-hash ${SHA256}`,
      `file-hash ${MD5}`,
    ],
  },
  {
    path: "03.md",
    text: `# Paper boats\n\nVersion 2.4.1.0 of the tool was seen, later 3.0.12.7.\n\n| Type | Value |\n| --- | --- |\n| C2 | \`boats[.]example\` |\n| C2 | \`198.51.100[.]4:8443\` |\n| SHA-1 | \`${SHA1}\` |\n`,
    expected: ["domain-name boats.example", "ipv4-addr 198.51.100.4", `file-hash ${SHA1}`],
  },
  {
    path: "04.html",
    text: html(
      "<h1>A quiet lure</h1><p>The page at hxxp://signin.quiet[.]example/owa asked for passwords.</p>",
      '<a href="https://watch.example.org/about">About us</a> <a href="https://watch.example.org/privacy">Privacy</a> mail us: info@watch.example.org',
    ),
    expected: ["url http://signin.quiet.example/owa"],
  },
  {
    path: "05.txt",
    text: "The attachment invoice.pdf.exe wrote report.doc and setup.py to disk; neither README.md nor index.php was touched. It called update-node[.]example once an hour.",
    expected: ["file-name invoice.pdf.exe", "domain-name update-node.example"],
  },
  {
    path: "06.txt",
    text: `The address was broken over two lines: hxxps://long-lines[.]example/a/very/\nlong/path and the hash\n${SHA256.slice(0, 32)}\n${SHA256.slice(32)}\nwas printed in two halves.`,
    expected: [`file-hash ${SHA256}`, "url https://long-lines.example/a/very/long/path"],
  },
  {
    path: "07.txt",
    text: "Operators registered heron-news(.)example, heron-news(dot)test and heron [dot] example through one reseller.",
    expected: ["domain-name heron-news.example", "domain-name heron-news.test", "domain-name heron.example"],
  },
  {
    path: "08.md",
    text: "## Network\n\n- `203.0.113.0/24` belonged to the hosting company\n- beacon every 60 s to `cdn[.]reeds[.]example`\n- IPv6 `2001:db8:17::5`\n",
    expected: ["ipv4-addr 203.0.113.0/24", "domain-name cdn.reeds.example", "ipv6-addr 2001:db8:17::5"],
  },
  {
    path: "09.txt",
    text: "Exploited were CVE-2023-23397 and CVE-2024-21413. The techniques are T1566.002 and T1204.001 of MITRE ATT&CK.",
    expected: [
      "vulnerability CVE-2023-23397",
      "vulnerability CVE-2024-21413",
      "attack-id T1566.002",
      "attack-id T1204.001",
    ],
  },
  {
    path: "10.html",
    text: html(
      `<h2>Appendix A</h2><table><tr><th>Indicator</th><th>Kind</th></tr><tr><td>grey[.]example</td><td>domain</td></tr><tr><td>noreply [at] grey [.] example</td><td>sender</td></tr><tr><td>${MD5}</td><td>MD5</td></tr></table>`,
      "Invented Watch, 12 Harbour Road. watch.example.org",
    ),
    expected: ["domain-name grey.example", "email-addr noreply@grey.example", `file-hash ${MD5}`],
  },
  {
    path: "11.txt",
    text: "Nothing was found. The institute (www.institute.example.org) has published on this before, see its report of 12.03.2021, section 4.2.1.1, page 17.",
    expected: [],
  },
  {
    path: "12.txt",
    text: "The mail pretended to come from support@google.com and linked to drive.google.com before it redirected to drive-share[.]test.",
    expected: ["domain-name drive-share.test"],
  },
  {
    path: "13.txt",
    text: "IOCs: a1[.]reed[.]example; a2[.]reed[.]example; a3[.]reed[.]example, 192.0.2[.]8, 192.0.2[.]9",
    expected: [
      "domain-name a1.reed.example",
      "domain-name a2.reed.example",
      "domain-name a3.reed.example",
      "ipv4-addr 192.0.2.8",
      "ipv4-addr 192.0.2.9",
    ],
  },
  {
    path: "14.md",
    text: "The loader is written in Node.js and talks to Socket.IO; its configuration is `config.json`. ASP.NET pages were used on `asp-pages[.]example`.",
    expected: ["domain-name asp-pages.example"],
  },
  {
    path: "15.txt",
    text: "Server 198.51.100[.]77 announced by AS64500 also hosted 198.51.100[.]78. The kernel was 5.10.0.14 and the firmware 10.2.3.4-build7.",
    expected: ["ipv4-addr 198.51.100.77", "ipv4-addr 198.51.100.78", "autonomous-system AS64500"],
  },
  {
    path: "16.txt",
    text: "From: Press Office <office@council-mail[.]example>\nSubject: Agenda\nReply-To: agenda@council-reply[.]test\n",
    expected: ["email-addr office@council-mail.example", "email-addr agenda@council-reply.test"],
  },
  {
    path: "17.html",
    text: html(
      '<p>Readers were sent to <code>hxxps[:]//vote-count[.]example/?id=%41</code>; the <a href="https://news.example.net/story">newspaper</a> wrote about it.</p>',
    ),
    expected: ["url https://vote-count.example/?id=%41"],
  },
  {
    path: "18.txt",
    text: `SHA256 (client.dll) = ${SHA256}\nMD5 (client.dll) = ${MD5}\n`,
    expected: [`file-hash ${SHA256}`, `file-hash ${MD5}`, "file-name client.dll"],
  },
  {
    path: "19.txt",
    text: "We thank our readers. Contact: team@lab.example.org, PGP key 3F1C 0B7A 9D5E 4862 B7C1 D0E9 F8A7 6543 0011 2233. Follow @invented_lab.",
    expected: [],
  },
  {
    path: "20.txt",
    text: "hxxp://203.0.113[.]200/pixel.gif?u=1 was loaded when the mail was opened, as was hxxp://203.0.113[.]201:8080/p.",
    expected: ["url http://203.0.113.200/pixel.gif?u=1", "url http://203.0.113.201:8080/p"],
  },
  {
    path: "21.md",
    text: "1. `hxxps://one[.]example/login`\n2. `hxxps://two[.]example/login`\n\nBoth are copies of https://login.microsoftonline.com/ in every detail.",
    expected: ["url https://one.example/login", "url https://two.example/login"],
  },
  {
    path: "22.txt",
    text: "The persistence lies under HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run as Heron and in C:\\Users\\Public\\heron.exe, which asks heron-update[.]example.",
    expected: [
      "windows-registry-key HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run",
      "file-path C:\\Users\\Public\\heron.exe",
      "domain-name heron-update.example",
    ],
  },
  {
    path: "23.txt",
    text: "Domains are hyphenated in the report:\nparliament-\nnews[.]example was the first, assembly-news[.]example the second.",
    expected: ["domain-name parliament-news.example", "domain-name assembly-news.example"],
  },
  {
    path: "24.txt",
    text: "On 10.11.12.13 our own sensor sits behind 192.168.1.1; the attacker came from 203.0.113[.]99.",
    expected: ["ipv4-addr 203.0.113.99"],
  },
  {
    path: "25.txt",
    text: "Les courriels venaient de presse[@]bulletin-info[.]example. Le lien menait \u00e0 \u00ab hxxps://bulletin-info[.]example/lire \u00bb.",
    expected: ["email-addr presse@bulletin-info.example", "url https://bulletin-info.example/lire"],
  },
  {
    path: "26.txt",
    text: "Die Adresse post-stelle[punkt]example und post-amt[.]example wurden am selben Tag angemeldet, z.B. vom selben Konto.",
    expected: ["domain-name post-amt.example"],
  },
  {
    path: "27.html",
    text: html(
      "<ul><li>b\u00fccher[.]example</li><li>xn--bcher-kva[.]test</li></ul><p>Both show the same letters.</p>",
      "&copy; 2026 Invented Watch. Terms: https://watch.example.org/terms",
    ),
    expected: ["domain-name xn--bcher-kva.example", "domain-name xn--bcher-kva.test"],
  },
  {
    path: "28.txt",
    text: "References\n[1] https://www.institute.example.org/2020/report.html\n[2] Invented Watch, https://watch.example.org/blog/paper-boats\n",
    expected: [],
  },
  {
    path: "29.md",
    text: `Network IOCs\n\n    relay1[.]boats[.]test\n    relay2[.]boats[.]test\n\nHost IOCs\n\n    ${SHA1}  boats.dll\n    ${MD5}  oar.dll\n`,
    expected: [
      "domain-name relay1.boats.test",
      "domain-name relay2.boats.test",
      `file-hash ${SHA1}`,
      `file-hash ${MD5}`,
      "file-name boats.dll",
      "file-name oar.dll",
    ],
  },
  {
    path: "30.txt",
    text: "The tracker was an image at hxxps://t[.]letters[.]example/o.gif?r=7f3a, 1 by 1 pixel; e.g. the newsletter of 3.5.2024 had it, i.e. before the vote.",
    expected: ["url https://t.letters.example/o.gif?r=7f3a"],
  },
];
