/**
 * The report's style sheet. It loads nothing (no `url()`, no `@import`), follows the reader's light or dark scheme, and has
 * a print form in which folded parts are unfolded. Text colours hold at least 4.5:1 on their grounds (WCAG AA; a test counts).
 */

const LIGHT = `
  --paper: #faf8f4; --card: #ffffff; --ink: #1f1d1a; --soft: #5c574f; --line: #ddd7cc; --faint: #efebe3;
  --hostile: #a6192e; --suspicious: #8f5400; --calm: #20613f; --link: #1f4f82; --code: #f1ede5;
  --bar-hostile: #b3203a; --bar-suspicious: #e09a2d; --bar-commercial: #b7bdc4; --strip: #cfc9bd;`;

const DARK = `
  --paper: #15171b; --card: #1c1f25; --ink: #ece9e3; --soft: #a9a59c; --line: #353943; --faint: #23272e;
  --hostile: #ff8a90; --suspicious: #f2b456; --calm: #7fcfa2; --link: #93c0f0; --code: #262a32;
  --bar-hostile: #f0606e; --bar-suspicious: #e5a541; --bar-commercial: #59626e; --strip: #454b56;`;

const BASE = `
*, *::before, *::after { box-sizing: border-box; }
:root { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; ${LIGHT}
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Charter, "Liberation Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.58 var(--sans); }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
time, .n, .value, .span { font-variant-numeric: tabular-nums; }
/* A day is one word: it goes to the next line whole, and breaks at its hyphens only where it is wider than that. */
time { display: inline-block; }
code { font: .86em/1.5 var(--mono); background: var(--code); padding: .08em .32em; border-radius: 3px; overflow-wrap: anywhere; }
bdi { overflow-wrap: anywhere; }
.small { font-size: .875rem; color: var(--soft); }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
.note { margin-top: 1rem; font-size: .9375rem; color: var(--soft); }
.alarm { margin-top: .75rem; padding: .75rem 1rem; border-left: 4px solid var(--hostile); background: var(--card); }
`;

const FRAME = `
.top, main, footer { width: min(75rem, 100% - 3rem); margin-inline: auto; }
.top { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; align-items: baseline; justify-content: space-between; padding: 1.75rem 0 1.25rem; }
.brand { font: 600 1.125rem/1 var(--serif); letter-spacing: .01em; }
.brand span { color: var(--soft); font-weight: 400; font-style: italic; }
.top dl { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; font-size: .8125rem; color: var(--soft); }
.top dl div { display: flex; gap: .4rem; }
.top dd { color: var(--ink); } .top dt { white-space: nowrap; }
footer { padding: 2rem 0 4rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--soft); }
main > section { padding: 3.25rem 0; border-top: 1px solid var(--line); }
main > section:not(.answer) { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); gap: 0 3.5rem; }
.rail { position: sticky; top: 1.5rem; align-self: start; }
.rail h2 { font: 600 1.5rem/1.2 var(--serif); letter-spacing: -.005em; }
.rail .number { font: italic 1rem/1 var(--serif); color: var(--soft); margin-bottom: .5rem; }
.rail .aside { margin-top: .6rem; font-size: .875rem; line-height: 1.5; color: var(--soft); }
.body > p, .body > ul, .glossary { max-width: 42rem; }
.body > p + p, .body > p + ul { margin-top: .75rem; }
.body h3 { font: 600 1.25rem/1.3 var(--serif); }
.body > h3 { margin-top: 2.25rem; margin-bottom: .5rem; }
.body h4, .body .evidence h3 { margin: 1.35rem 0 .4rem; font: 600 .8125rem/1.4 var(--sans); color: var(--soft); }
ul { padding-left: 1.15rem; }
li + li { margin-top: .3rem; }
ul.plain, ul.facts, ul.findings, ul.loads, ul.ties, ul.legend, ul.figures { list-style: none; padding: 0; }
.more { color: var(--soft); }
ul.reasons { padding-left: 1.15rem; }
ul.reasons li::marker { content: "–  "; color: var(--soft); }
ul.reasons li + li { margin-top: .1rem; }
nav { padding: 1.1rem 0; border-top: 1px solid var(--line); }
nav ol { display: flex; flex-wrap: wrap; gap: .35rem 1.75rem; list-style: none; counter-reset: part; font-size: .9375rem; }
nav li { margin: 0; counter-increment: part; }
nav li::before { content: counter(part); margin-right: .45rem; font: italic .9375rem/1 var(--serif); color: var(--soft); }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
`;

const ANSWER = `
main > .answer { border-top: 6px solid var(--tone); padding: 2.75rem 0 2.5rem; }
.answer.yes { --tone: var(--hostile); } .answer.possible, .answer.unfinished, .answer.none { --tone: var(--suspicious); } .answer.no { --tone: var(--calm); }
.answer h1 { font: 500 clamp(2rem, 1.2rem + 3.3vw, 3.5rem)/1.1 var(--serif); letter-spacing: -.018em; max-width: 30ch; text-wrap: balance; }
.answer .word { color: var(--tone); font-weight: 600; }
.lead { margin-top: 1.25rem; max-width: 56rem; font-size: 1.125rem; color: var(--soft); }
.figures { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); margin: 2.5rem 0; border-block: 1px solid var(--line); }
.figures li { margin: 0; padding: 1.1rem 1rem 1.15rem; border-left: 1px solid var(--line); }
.figures li:first-child { border-left: 0; padding-left: 0; }
.figures .value { display: block; font: 500 clamp(1.5rem, 1rem + 1.4vw, 2.25rem)/1.1 var(--serif); letter-spacing: -.01em; }
.figures .label { display: block; margin-top: .35rem; font-size: .875rem; line-height: 1.35; color: var(--soft); }
.figures .loud .value { color: var(--tone); }
.figures .muted .value { color: var(--soft); }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem 2.5rem; align-items: start; }
.card { padding: 1.4rem 1.6rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
.card h2 { font: 600 1.25rem/1.3 var(--serif); margin-bottom: .6rem; }
.card p + p, .card li + li { margin-top: .65rem; }
.card.act, .card.calm { border-top: 3px solid var(--tone); }
.empty { padding: 1.75rem 2rem; border: 1px dashed var(--line); border-radius: 6px; color: var(--soft); }
.empty-title { font: 600 1.25rem/1.3 var(--serif); color: var(--ink); }
`;

const PICTURES = `
.timeline svg { display: block; width: 100%; height: auto; overflow: visible; }
.timeline svg.narrow { display: none; }
.timeline figcaption { margin-top: .9rem; font-size: .875rem; color: var(--soft); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-bottom: .75rem; font-size: .875rem; }
.legend li { margin: 0; display: flex; align-items: center; gap: .45rem; }
.key { width: .8rem; height: .8rem; border-radius: 2px; }
.key.hostile { background: var(--bar-hostile); } .key.suspicious { background: var(--bar-suspicious); }
.key.commercial { background: var(--bar-commercial); } .key.gap { border: 1px dashed var(--soft); }
svg text { font: 12px var(--sans); fill: var(--soft); font-variant-numeric: tabular-nums; }
svg .spans text { fill: var(--ink); }
svg .panel { font-size: 12px; }
svg .quiet { font: italic 17px var(--serif); }
svg .years line { stroke: var(--line); stroke-width: 1; }
svg .tick { stroke: var(--line); stroke-dasharray: 2 3; }
svg .base { stroke: var(--soft); }
svg rect.hostile { fill: var(--bar-hostile); } svg rect.suspicious { fill: var(--bar-suspicious); }
svg rect.commercial { fill: var(--bar-commercial); } svg rect.clear, svg rect.tracked { fill: var(--soft); }
svg .strip .full { fill: var(--strip); } svg .strip .gap { fill: none; stroke: var(--soft); stroke-dasharray: 2 2; }
svg.bars { display: block; } svg.bars rect.gap { fill: var(--line); }
svg.scale { display: block; width: min(21rem, 100%); height: auto; }
.scale rect.ahead { fill: var(--faint); stroke: var(--line); } .scale rect.passed { fill: var(--strip); } .scale rect.current { fill: var(--bar-hostile); }
.scale.possible rect.current { fill: none; stroke: var(--bar-hostile); stroke-width: 2; stroke-dasharray: 4 3; }
.scale.probable rect.current { fill-opacity: .82; }
.scale text.current { fill: var(--ink); font-weight: 700; }
`;

const ENTRIES = `
.chip { display: inline-block; padding: .05rem .55rem; border: 1px solid currentColor; border-radius: 99px; font: 600 .75rem/1.5 var(--sans); white-space: nowrap; vertical-align: .12em; color: var(--soft); }
.chip.hostile { color: var(--hostile); } .chip.suspicious { color: var(--suspicious); }
.campaign, .group { padding: 1.6rem 1.8rem 1.75rem; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
.campaign + .campaign, .group + .group { margin-top: 1.25rem; }
.campaign.hostile { border-top: 3px solid var(--bar-hostile); } .campaign.suspicious { border-top: 3px solid var(--bar-suspicious); }
.campaign h3, .group h3 { font-size: 1.4375rem; }
.extent { margin-top: .2rem; color: var(--soft); }
.facts { margin: 1rem 0 1.1rem; }
.facts li { position: relative; padding-left: 1.3rem; max-width: 44rem; font-size: 1.0625rem; }
.facts li::before { content: ""; position: absolute; left: .1rem; top: .62em; width: .5rem; height: 2px; background: var(--ink); }
dl div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: .26rem 0; font-size: .9375rem; }
.top dl div { display: flex; padding: 0; font-size: inherit; }
dt { color: var(--soft); }
.glossary div { grid-template-columns: 11rem minmax(0, 1fr); padding: .6rem 0; border-top: 1px solid var(--line); }
.glossary { margin-top: 1.25rem; }
.glossary dt { font: 600 1rem/1.5 var(--serif); color: var(--ink); }
.ties li + li { margin-top: .9rem; }
.ties p { max-width: 46rem; }
.hashes { line-height: 2; font-size: .9375rem; }
details.data, .campaign details { margin-top: 1.1rem; }
summary { cursor: pointer; color: var(--link); }
.person { margin-top: 1.35rem; padding-top: 1.2rem; border-top: 1px solid var(--line); }
.body h4.name { margin: 0 0 .3rem; font: 600 1.125rem/1.35 var(--sans); color: var(--ink); }
.role { margin-left: .35rem; font-weight: 400; color: var(--soft); }
.level { display: grid; grid-template-columns: 19rem minmax(0, 1fr); gap: .5rem 1.75rem; align-items: center; margin-bottom: .4rem; }
.likelihood { color: var(--soft); }
.person dl { margin-top: .6rem; }
.message { border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 4px; background: var(--card); }
.message + .message { margin-top: .5rem; }
.message.hostile { border-left-color: var(--bar-hostile); } .message.suspicious { border-left-color: var(--bar-suspicious); }
.message summary { padding: .7rem 1.1rem; color: var(--ink); }
.message summary time { color: var(--soft); margin-right: .4rem; }
.message .subject { font-weight: 600; }
.message .to { display: inline-block; color: var(--soft); font-size: .875rem; }
.evidence { padding: .1rem 1.4rem 1.5rem; border-top: 1px solid var(--line); }
.evidence .class { margin: 1rem 0 .3rem; font: 600 1.125rem/1.4 var(--serif); }
.findings > li, .loads > li { padding: .65rem 0 .7rem; border-top: 1px solid var(--faint); }
.findings > li:first-child, .loads > li:first-child { border-top: 0; padding-top: .1rem; }
.findings > li + li, .loads > li + li { margin: 0; }
.severity { margin-left: .3rem; font-size: .8125rem; color: var(--hostile); }
.token { font-size: .9375rem; }
.token .kind { font-weight: 600; }
.token.decoded .kind, .token.proven .kind { color: var(--hostile); } .token.likely .kind { color: var(--suspicious); }
.token.none { color: var(--soft); }
.url { display: inline-block; max-width: 100%; }
.proof { margin: .5rem 0 .2rem; padding: .7rem .9rem .5rem; border-left: 3px solid var(--bar-hostile); background: var(--faint); font-size: .9375rem; }
.proof dl div { display: block; padding: .35rem 0; } .proof dt { font-size: .8125rem; }
mark { background: var(--bar-suspicious); color: #1b1b1b; padding: 0 .1em; border-radius: 2px; }
.scroll { overflow-x: auto; margin-top: 1rem; }
.scroll + p { margin-top: 1.6rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; padding-bottom: .4rem; font: 600 .8125rem/1.4 var(--sans); color: var(--soft); }
th, td { text-align: left; vertical-align: top; padding: .4rem 1rem .4rem 0; border-top: 1px solid var(--line); }
thead th { font-weight: 600; font-size: .8125rem; color: var(--soft); border-top: 0; white-space: nowrap; }
tbody th { font-weight: 400; }
.n { text-align: right; }
th:last-child, td:last-child { padding-right: 0; }
.sum { display: flex; flex-wrap: wrap; gap: .3rem .9rem; align-items: baseline; max-width: none; }
.sum b { display: block; font: 500 1.625rem/1.15 var(--serif); font-variant-numeric: tabular-nums; }
.sum .term { font-size: .875rem; color: var(--soft); } .sum .term b { color: var(--ink); }
.sum .op { font: 400 1.5rem/1 var(--serif); color: var(--soft); }
.body > .sum + p { margin-top: 1rem; }
.incomplete li + li { margin-top: .7rem; }
`;

const PAGES = `
.campaign h4 + p, .campaign h4 + figure, .campaign h4 + .scroll { margin-top: 0; }
.soft { color: var(--soft); }
.assessment { margin-top: 1.9rem; padding-top: 1.4rem; border-top: 1px solid var(--line); }
.assessment > h4, .when > h4 { margin-top: 0; }
.conclusion { max-width: 44rem; font: 500 1.1875rem/1.4 var(--serif); }
.assessment > p, .assessment > ul.reasons { max-width: 46rem; margin-top: .5rem; }
ul.explanations { list-style: none; padding: 0; margin: 1.1rem 0; border-top: 1px solid var(--faint); }
.explanations > li { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); gap: .25rem 1.25rem; margin: 0; padding: .7rem 0; border-bottom: 1px solid var(--faint); }
.estimate .words { font-size: .875rem; color: var(--soft); }
svg.bar { display: block; margin-top: .35rem; max-width: 100%; }
svg.bar .range { fill: var(--strip); fill-opacity: .55; } svg.bar .here { fill: var(--ink); }
.matrix table { table-layout: fixed; } .matrix thead th { white-space: normal; vertical-align: bottom; padding-inline: .15rem; font-size: .75rem; }
.matrix thead th:first-child { width: 36%; }
.mark { font-weight: 700; white-space: nowrap; } td.mark { font-size: 1.0625rem; }
.mark.against { color: var(--hostile); } .mark.fits { color: var(--calm); } .mark.none { color: var(--soft); }
.body h5 { margin: .9rem 0 .2rem; font: 600 .875rem/1.4 var(--sans); }
.when { margin-top: 1.4rem; }
.when svg.waves { display: block; width: 100%; height: auto; } .when svg.narrow { display: none; } .when figcaption { font-size: .875rem; color: var(--soft); }
.event line { stroke: var(--ink); stroke-dasharray: 3 2; } svg .event text { fill: var(--ink); font-weight: 700; }
.hours { display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); gap: .5rem 1.5rem; align-items: center; margin-top: .9rem; }
svg.clock { display: block; max-width: 100%; height: auto; } svg.clock .gap { fill: var(--line); }
.lures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .8rem; }
.lure { margin: 0; padding: .8rem 1rem .85rem; background: var(--faint); border-left: 3px solid var(--line); border-radius: 3px; font-size: .9375rem; }
.lure p + p { margin-top: .25rem; }
.nofault { max-width: 42rem; font: italic 500 1.1875rem/1.45 var(--serif); }
ol.actions { margin: .6rem 0 1.2rem; padding: 0; list-style: none; counter-reset: action; max-width: 46rem; }
.actions > li { display: grid; grid-template-columns: 2.4rem minmax(0, 1fr); margin: 0; padding: .75rem 0; border-top: 1px solid var(--line); counter-increment: action; }
.actions > li::before { content: counter(action); font: 500 1.625rem/1.1 var(--serif); color: var(--soft); }
.advice { max-width: 46rem; }
.advice > li { padding: .45rem 0; margin: 0; }
.entry.official { padding-left: .8rem; border-left: 3px solid var(--link); } .entry.own { padding-left: .8rem; border-left: 3px dotted var(--soft); }
.minutes { white-space: nowrap; color: var(--soft); font-size: .875rem; }
.minutes::before { content: "· "; }
.contents { margin: .8rem 0 1.6rem; padding-left: 1.4rem; }
.handover { padding: 2rem 2.2rem 2.2rem; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
.handover + .handover { margin-top: 1.5rem; }
.handover > .seal { margin-bottom: 1.1rem; padding-bottom: .7rem; border-bottom: 1px solid var(--line); color: var(--soft); }
.answer > p.small { margin: -1rem 0 1.5rem; }
.handover td time, .handover td code { white-space: nowrap; }
.handover h3 { max-width: 56ch; font-size: 1.625rem; text-wrap: balance; }
.meaning { max-width: 46rem; }
.handover .nofault { margin: .6rem 0 1.2rem; }
.handover:target { outline: 2px solid var(--link); }
.body > h3 + .documents { margin-top: .25rem; }
.documents > li { padding: .3rem 0; margin: 0; }
.matter { margin-top: 1.1rem; padding: .4rem 1.4rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
.entry-row { padding: .9rem 0; border-top: 1px solid var(--faint); }
.entry-row:first-child { border-top: 0; }
.entry-row.paired { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .75rem 1.75rem; align-items: start; }
.said .head, .denial .head { color: var(--soft); font-size: .875rem; }
.said .who, .denial .who { margin-top: .2rem; font-weight: 600; }
.sure { font-weight: 400; color: var(--soft); }
.said blockquote, .denial blockquote { margin: .35rem 0; padding-left: .8rem; border-left: 3px solid var(--line); font-family: var(--serif); }
.told { margin: .35rem 0; max-width: 46rem; }
.answers .denial { padding-left: 1rem; border-left: 3px solid var(--soft); }
.answers .denial + .denial { margin-top: .9rem; }
.unanswered { padding-left: 1rem; border-left: 3px dotted var(--line); color: var(--soft); font-style: italic; }
main.alone { width: min(52rem, 100% - 3rem); padding: 2.5rem 0; }
`;

const NARROW = `
@media screen and (max-width: 62rem) {
  main > section:not(.answer) { display: block; }
  .rail { position: static; margin-bottom: 1.5rem; }
  .rail .number { display: inline; margin-right: .5rem; } .rail h2 { display: inline; }
  .figures { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .figures li:nth-child(4) { border-left: 0; padding-left: 0; }
  .figures li:nth-child(n+4) { border-top: 1px solid var(--line); }
}
@media screen and (max-width: 40rem) {
  .top, main, footer { width: calc(100% - 2rem); }
  .columns, .level, .lures, .hours, .entry-row.paired, .explanations > li { grid-template-columns: minmax(0, 1fr); }
  .handover { padding: 1.2rem 1.1rem 1.4rem; }
  main > section { padding: 2.25rem 0; }
  .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .figures li { padding: .9rem .75rem; }
  .figures li:nth-child(odd) { border-left: 0; padding-left: 0; } .figures li:nth-child(even) { border-left: 1px solid var(--line); padding-left: .75rem; }
  .figures li:nth-child(n+3) { border-top: 1px solid var(--line); }
  .timeline svg.wide, .when svg.wide { display: none; } .timeline svg.narrow, .when svg.narrow { display: block; }
  .stack table, .stack caption, .stack tbody { display: block; } .stack thead { display: none; }
  .stack tbody tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .15rem 1rem; padding: .7rem 0; border-top: 1px solid var(--line); }
  .stack tbody th, .stack td { display: block; padding: 0; border: 0; text-align: left; white-space: normal; }
  .stack tbody th, .stack td.whole { grid-column: 1 / -1; }
  .stack td[data-of]::before { content: attr(data-of) " "; font: 400 .8125rem/1.4 var(--sans); color: var(--soft); }
  .campaign, .group { padding: 1.2rem 1.1rem 1.3rem; } .card { padding: 1.1rem; } .evidence { padding-inline: .9rem; }
  dl div, .glossary div { grid-template-columns: minmax(0, 1fr); }
  .message summary { padding: .6rem .8rem; } .message .to { display: block; }
}
`;

const PRINT = `
@media print {
  :root { ${LIGHT} }
  :root { --paper: #ffffff; color-scheme: light; }
  @page { margin: 18mm 16mm; }
  :root { font-size: 9.5pt; }
  body { line-height: 1.45; }
  .top, main, footer { width: 100%; }
  nav, .skip { display: none; }
  main > section { padding: 1.4rem 0; }
  main > section:not(.answer) { display: block; }
  .rail { position: static; margin-bottom: .8rem; } .rail .number { display: inline; margin-right: .5rem; } .rail h2 { display: inline; font-size: 15pt; }
  .answer h1 { font-size: 26pt; } .lead { font-size: 11pt; }
  .figures { grid-template-columns: repeat(6, minmax(0, 1fr)); margin: 1.2rem 0; } .figures .value { font-size: 15pt; } .figures li { padding: .6rem .5rem; }
  .timeline svg.wide { display: block; } .timeline svg.narrow { display: none; }
  details:not(.message)::details-content { content-visibility: visible; block-size: auto; }
  details.data { display: none; }
  summary { list-style: none; } summary::-webkit-details-marker { display: none; }
  .rail, h3, h4, summary, caption { break-after: avoid; }
  .card, .findings > li, .loads > li, tr, figure, .level, .person { break-inside: avoid; }
  .scroll { overflow: visible; }
  #private { break-before: page; } .handover { break-before: page; border: 0; padding: 0; } .handover:target { outline: 0; }
  body:has(.handover:target) :is(.top, .answer, footer, main > section:not(#private), #private .rail, #private .body > :not(:target)) { display: none; }
  body:has(.handover:target) :is(#private, .handover) { break-before: avoid; padding: 0; border: 0; }
  main.alone { padding: 0; } main.alone .handover { break-before: avoid; }
  .lure, .entry-row, .explanations > li, .actions > li, .advice > li { break-inside: avoid; }
  rect, .key, .chip, code, mark, .proof, .card { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

export const STYLE: string = [BASE, FRAME, ANSWER, PICTURES, ENTRIES, PAGES, NARROW, PRINT].join("").trim();

/** The named colours of both schemes, for the test that counts contrast. */
export const SCHEMES: Readonly<Record<"light" | "dark", ReadonlyMap<string, string>>> = {
  light: colours(LIGHT),
  dark: colours(DARK),
};

function colours(declarations: string): ReadonlyMap<string, string> {
  return new Map(
    [...declarations.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}
