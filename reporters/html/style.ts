/** The style of the HTML report: paper and ink, one accent for each outcome, light, dark and printed. */
import { glyphs } from './glyphs.ts';

const colors = `
:root {
  --paper: #fcfbf8; --sheet: #ffffff; --ink: #1f2023; --quiet: #5d5f66; --rule: #dedbd3; --well: #f4f2ec; --link: #1d4f91;
  --mark: #ffe08a; --mark-ink: #1f2023; --bar: #6d7690;
  --failed: #b01e1e; --failed-tint: #fbe6e3; --harness-error: #94195f; --harness-error-tint: #f9e3ef;
  --inconclusive: #5a3fa8; --inconclusive-tint: #ece7f8; --warned: #855300; --warned-tint: #fcefd2;
  --waived: #0f6371; --waived-tint: #dff0f2; --passed: #22683b; --passed-tint: #e3f1e6;
  --not-run: #585a60; --not-run-tint: #ecebe7; --not-observable: #585a60; --not-observable-tint: #f3f2ee;
  --not-applicable: #6a6b70; --not-applicable-tint: #f7f6f3; --on-failed: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --sheet: #1e1f23; --ink: #e9e7e2; --quiet: #a5a6ab; --rule: #35373d; --well: #25272c; --link: #93bdf5;
    --mark: #6b5300; --mark-ink: #fff3cf; --bar: #8c97b5;
    --failed: #ff8f85; --failed-tint: #46201e; --harness-error: #f59acb; --harness-error-tint: #421b32;
    --inconclusive: #bfaaff; --inconclusive-tint: #2f2850; --warned: #f2bd5c; --warned-tint: #3c2e12;
    --waived: #7fd0dc; --waived-tint: #16353a; --passed: #86d19d; --passed-tint: #1b3524;
    --not-run: #b1b2b7; --not-run-tint: #2b2d32; --not-observable: #b1b2b7; --not-observable-tint: #232529;
    --not-applicable: #9a9ba1; --not-applicable-tint: #1f2125; --on-failed: #2a0d0b;
  }
}
`;

/** A colour, a tint and a shape for each outcome; what a screen reader says is the word behind the shape. */
const outcomeClasses = Object.entries(glyphs)
  .map(
    ([name, glyph]) =>
      `.o-${name}{--o:var(--${name});--t:var(--${name}-tint)}\n.mark.o-${name}::before{content:"${glyph}";content:"${glyph}"/""}`,
  )
  .join('\n');

const layout = `
* { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5; overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
header.masthead, nav, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
h1, h2, h3, h4, h5, p, ul, dl, figure, pre, fieldset { margin: 0; padding: 0; }
h2 { font-size: 1.3rem; font-weight: 650; letter-spacing: -0.01em; margin: 3rem 0 1rem; }
h3 { font-size: 1.05rem; font-weight: 650; margin: 1.5rem 0 .5rem; }
h4 { font-size: .95rem; font-weight: 600; margin: 0 0 .5rem; }
h5 { font-size: .75rem; font-weight: 600; color: var(--quiet); margin: 0 0 .25rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: from-font; }
a:focus-visible, summary:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible {
  outline: 2px solid var(--link); outline-offset: 2px; }
code, pre, .key { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: .86em; }
.quiet, .legend { color: var(--quiet); }
.legend { font-size: .8rem; margin-top: .6rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
ul { list-style: none; }
mark { background: var(--mark); color: var(--mark-ink); padding: .05em .2em; border-radius: 2px; }

.masthead { padding-top: clamp(1.5rem, 5vw, 3.5rem) !important; }
.kicker { color: var(--quiet); font-size: .9rem; }
.verdict { display: flex; align-items: center; gap: .5em; font-size: clamp(2rem, 6vw, 3.1rem); line-height: 1.1;
  font-weight: 700; letter-spacing: -0.025em; color: var(--o); margin: .35rem 0 .6rem; }
.seal { flex: none; display: grid; place-items: center; width: 1.25em; height: 1.25em; font-size: .72em; letter-spacing: 0;
  border: .09em solid var(--o); border-radius: 50%; background: var(--t); }
.sentence { font-size: 1.15rem; }
.subject { font-size: 1.05rem; color: var(--quiet); }
.note { margin-top: .75rem; padding: .5rem .75rem; background: var(--warned-tint); color: var(--warned); border-radius: 4px; font-weight: 600; }

.counts { margin: 1.25rem 0 0; }
.glance { margin-top: 1.25rem; }
.glance ol { list-style: none; margin: 0; padding: 0; }
.glance li { display: grid; grid-template-columns: 7.2rem minmax(0, 1fr); gap: .75rem; padding: .4rem 0; border-top: 1px solid var(--rule); }
.glance li.o-failed strong { color: var(--o); font-weight: 600; }
.glance > p { padding: .5rem 0; border-top: 1px solid var(--rule); }
svg.share { display: block; width: 100%; height: .75rem; border-radius: 2px; overflow: hidden; }
svg.share rect { fill: var(--o); }
svg.share rect.o-passed { fill: var(--passed); opacity: .75; }
svg.share rect.o-not-run, svg.share rect.o-not-observable, svg.share rect.o-not-applicable { opacity: .35; }
.counts ul { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; margin-top: .8rem; }
.counts li.none, .counts li.none .mark { color: var(--quiet); font-weight: 400; }
.counts strong { font-size: 1.15rem; font-variant-numeric: tabular-nums; }
.counts li.none strong { font-weight: 400; }
.mark { color: var(--o); font-weight: 600; white-space: nowrap; font-size: .9rem; }
.mark::before { display: inline-block; min-width: 1.1em; text-align: center; margin-right: .15em; }

.facts { display: grid; gap: .3rem 0; }
.fact { display: grid; grid-template-columns: minmax(6.5rem, 9rem) minmax(0, 1fr); gap: .75rem; }
.fact dt { color: var(--quiet); font-size: .875rem; line-height: 1.5rem; }
.fact dd { margin: 0; min-width: 0; }
.fact q { display: block; color: var(--quiet); font-style: italic; }
.title-block { grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .1rem 2rem; font-size: .9rem; }
.title-block .fact { grid-template-columns: 6.5rem minmax(0, 1fr); }
.on-paper { display: none !important; }
.whole { white-space: nowrap; }
.digest { color: var(--quiet); font-size: .8rem; }
.diagnosis { margin-top: 1.75rem; padding: 1rem 1.25rem; background: var(--warned-tint); border-radius: 4px; }
.diagnosis h2 { margin: 0 0 .5rem; }
.diagnosis div + div { margin-top: .75rem; }

nav { position: sticky; top: 0; z-index: 2; display: flex; gap: .25rem 1.25rem; overflow-x: auto; background: var(--paper);
  padding-block: .7rem !important; margin-top: 1.75rem; font-size: .925rem; white-space: nowrap; border-bottom: 1px solid var(--rule); }
@media (max-width: 30rem) { nav { flex-wrap: wrap; } html { scroll-padding-top: 5rem; } }
footer { color: var(--quiet); font-size: .85rem; margin: 4rem auto 3rem; }
`;

const sections = `
.pictures { display: grid; grid-template-columns: minmax(0, 1fr); column-gap: 3rem; }
@media (min-width: 64rem) { .pictures:has(.latency) { grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr); } }
.matrix table { border-collapse: separate; border-spacing: 3px; width: 100%; table-layout: fixed; font-size: .875rem; }
.matrix th { font-weight: 500; text-align: left; padding: .15rem .4rem .15rem 0; }
.matrix thead th { vertical-align: bottom; padding-bottom: .4rem; color: var(--quiet); font-size: .8rem; line-height: 1.25; }
.matrix th:first-child { width: 9.5rem; }
.matrix td { padding: 0; }
.matrix td.empty { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--well) 5px 6px); border-radius: 3px; }
.cell { position: relative; display: grid; grid-template-rows: 1fr auto; gap: 2px; min-height: 2.1rem; text-decoration: none; color: var(--o);
  font-variant-numeric: tabular-nums; font-weight: 600; }
.cell > span:not(.unseen) { padding: .2rem .5rem; display: grid; grid-auto-flow: column; justify-content: start; align-items: center; gap: .35rem; background: var(--t); border-radius: 3px 3px 0 0; }
.cell.o-failed > span:not(.unseen), .cell.o-harness-error > span:not(.unseen) { background: var(--o); color: var(--on-failed); }
.cell svg.share { height: 4px; border-radius: 0 0 3px 3px; }
.cell.o-not-run, .cell.o-not-observable, .cell.o-not-applicable { font-weight: 400; }
.cell:hover { outline: 2px solid var(--o); }
.latency figure + figure { margin-top: 1.1rem; }
.latency figcaption { font-size: .82rem; color: var(--quiet); }
.latency figcaption strong { display: block; color: var(--ink); font-weight: 600; }
.latency svg { display: block; width: 100%; height: auto; }
.latency .grid { stroke: var(--rule); stroke-width: 1; fill: none; }
.latency .median { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 3 3; fill: none; }
.latency .spans { stroke: var(--bar); stroke-width: 2; stroke-linecap: round; fill: none; }
.latency text { fill: var(--quiet); font-size: 9px; }

.finding { background: var(--sheet); border: 1px solid var(--rule); border-top: 3px solid var(--o); border-radius: 4px; padding: 1rem 1.25rem 1.1rem; }
.finding + .finding { margin-top: 1rem; }
.finding h3 { margin: .3rem 0 .5rem; font-size: 1.1rem; line-height: 1.4; max-width: 46rem; }
.finding .facts { margin: .9rem 0 0; }
.finding .done { font-size: 1.05rem; font-weight: 600; color: var(--o); max-width: 60rem; }
.harm { color: var(--o); font-size: .85rem; font-weight: 600; margin-left: .75rem; }
.level { color: var(--quiet); font-size: .85rem; white-space: nowrap; }
.brief li { padding: .4rem 0; border-top: 1px solid var(--rule); }
.todo { margin: 1rem 0; }
.todo + .brief { margin-top: 1.5rem; }

pre { background: var(--well); border-radius: 4px; padding: .55rem .75rem; white-space: pre-wrap; line-height: 1.45; }
pre code { font-size: 1em; }
pre .start { font-weight: 600; }
.copy-frame { position: relative; }
.copy-frame pre { padding-right: 4.75rem; min-height: 2.4rem; }
button { font: inherit; font-size: .85rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--rule); border-radius: 4px; padding: .25rem .7rem; cursor: pointer; }
button:hover { border-color: var(--quiet); }
button.copy { position: absolute; top: .3rem; right: .3rem; }

.toolbar { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .8rem 1rem; align-items: end; padding: 1rem 0 1.25rem; }
.toolbar label > span:first-child:not(.mark), .toolbar legend { display: block; color: var(--quiet); font-size: .85rem; margin-bottom: .2rem; padding: 0; }
.toolbar fieldset, .toolbar p { grid-column: 1 / -1; border: 0; min-width: 0; }
.toolbar input[type=search], .toolbar select { font: inherit; width: 100%; padding: .4rem .6rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--quiet); border-radius: 4px; }
.chip { display: inline-flex; align-items: center; gap: .3rem; margin: .15rem 1rem .15rem 0; cursor: pointer; }
.chip input { accent-color: var(--link); width: 1rem; height: 1rem; margin: 0; }
output { color: var(--quiet); font-size: .9rem; margin-left: .5rem; }

details.row { border-top: 1px solid var(--rule); }
details.row > summary { display: grid; grid-template-columns: 8.2rem minmax(7rem, 14rem) minmax(0, 1fr) auto; gap: .25rem 1rem; align-items: baseline; padding: .5rem .25rem; cursor: pointer; list-style: none; }
.exchanges details.row > summary { grid-template-columns: 5rem minmax(0, 1fr) auto; }
details.row > summary::-webkit-details-marker { display: none; }
details.row > summary:hover { background: var(--well); }
details.row[open] > summary { font-weight: 600; }
.entry { padding: .5rem .25rem 1.5rem; scroll-margin-top: 7rem; }
.check { margin-top: 1.25rem; }
.good { margin-top: .75rem; }
.says, .good li { unicode-bidi: isolate; }
.good li { padding-left: 1.4em; text-indent: -1.4em; font-size: .925rem; }
.good li::before { content: "✓"; color: var(--passed); display: inline-block; width: 1.4em; text-indent: 0; }
.ids summary { cursor: pointer; }
.ids code { display: block; margin-top: .5rem; font-size: .8rem; }
.member { margin-right: .75rem; }
.exchange { margin-top: 1.1rem; }
.exchange-head { margin-bottom: .5rem; font-size: .925rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: .75rem; align-items: start; }
.absent { color: var(--quiet); font-size: .875rem; margin-top: .3rem; }
.line { margin-top: .6rem; }

@media screen and (max-width: 48rem) {
  .fact { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .title-block .fact { grid-template-columns: 6.5rem minmax(0, 1fr); }
  details.row > summary, .exchanges details.row > summary { grid-template-columns: minmax(0, 1fr) auto; }
  details.row > summary .key { grid-row: 2; grid-column: 1 / -1; }
  details.row > summary .says { grid-row: 3; grid-column: 1 / -1; }
  .matrix th:first-child { width: 5.6rem; }
  .matrix thead .api { vertical-align: bottom; height: 9.5rem; padding-right: 0; }
  .matrix thead .api span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
  .cell > span:not(.unseen) { padding-inline: .3rem; }
  .finding { padding-inline: 1rem; }
  .glance li { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .toolbar { grid-template-columns: minmax(0, 1fr); }
}
`;

const print = `
@page { size: A4; margin: 16mm 15mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif; color: #5d5f66; }
  @bottom-left { content: "Alipay+ conformance report"; font: 8pt "Liberation Sans", Arial, sans-serif; color: #5d5f66; } }
@media print {
  .certificate + section { break-after: page; }
  html { font-size: 9.5pt; }
  body { background: none; line-height: 1.4; }
  header.masthead, nav, main, footer { max-width: none; padding: 0 !important; }
  nav, .toolbar, .copy, .exchanges, .pictures .legend { display: none !important; }
  .verdict { font-size: 24pt; }
  .counts, .cell, .finding, .seal, .note, mark, pre, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .title-block { grid-template-columns: 1fr 1fr; }
  .title-block .fact { grid-template-columns: 28mm minmax(0, 1fr); padding: .12rem 0; }
  .fact dt { line-height: inherit; }
  .on-paper { display: grid !important; }
  .digest.on-paper { display: inline !important; }
  .on-screen { display: none; }
  .blank { display: block; height: 1.35em; border-bottom: .5pt solid var(--ink); }
  h2 { font-size: 13pt; margin: 7mm 0 3mm; break-after: avoid; }
  h3, h4, h5 { break-after: avoid; }
  .pictures:has(.latency) { grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr); column-gap: 7mm; }
  .matrix table { font-size: 7.5pt; border-spacing: 1.5px; }
  .matrix thead th { font-size: 7pt; }
  .matrix th:first-child { width: 24mm; }
  .cell { min-height: 0; }
  .cell > span:not(.unseen) { padding: .05rem .3rem; }
  .finding, .fact, .todo, .brief li, .glance li, figure, .matrix table, .side { break-inside: avoid; }
  .finding-head, .finding .done, .exchange-head { break-after: avoid; }
  details.row > summary { grid-template-columns: 25mm 48mm minmax(0, 1fr) auto; padding: .12rem 0; font-size: 8pt; break-inside: avoid; }
  details.row[open] > summary { break-after: avoid; }
  .mark, .level { font-size: 8pt; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The whole style sheet. */
export const style = `${colors}\n${outcomeClasses}\n${layout}\n${sections}\n${print}`;
