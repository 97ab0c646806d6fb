"""How the page looks: on light and dark screens, on narrow ones, on paper.

Colours are those of the window, whose contrast is at least 4.5:1 for text. A side is told by its
letter and by its bar, solid for A and double for B, never by colour alone.
"""

from __future__ import annotations

STYLESHEET = """
:root {
  --paper: #fefdfb; --ink: #1e1c19; --ink2: #57524a; --rule: #ddd8ce; --note: #fbf5e3;
  --a: #1d55a5; --on-a: #fff; --b: #9a400f; --on-b: #fff;
  --serif: Literata, Charter, "Charis SIL", "Noto Serif", Georgia, serif;
  --sans: Inter, "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #232220; --ink: #e8e3d9; --ink2: #b8b1a5; --rule: #3b3834; --note: #302c20;
    --a: #8fb9f2; --on-a: #0f1b2e; --b: #f0aa7c; --on-b: #2b1506;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 72rem; padding: 2.5rem 1.5rem 4rem;
  background: var(--paper); color: var(--ink);
  font: 400 0.875rem/1.45 var(--sans); overflow-wrap: anywhere;
}
h1 { margin: 0; font: 600 2rem/1.2 var(--serif); text-wrap: balance; }
h2 {
  margin: 0 0 0.75rem; font: 600 0.75rem/1.4 var(--sans);
  letter-spacing: 0.06em; text-transform: uppercase; color: var(--ink2);
}
h3 { margin: 0; font: 600 1rem/1.3 var(--sans); }
p { margin: 0; }
a { color: inherit; text-underline-offset: 0.15em; }
.summary { margin: 0.4rem 0 2rem; color: var(--ink2); }
.row { display: grid; gap: 1.5rem 2.5rem; padding: 1.5rem 0; border-top: 1px solid var(--rule); }
.take { min-width: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--ink2); }
.take[data-side="A"] { border-inline-start: 4px solid var(--a); }
.take[data-side="B"] { border-inline-start: 6px double var(--b); }
.voice { display: flex; flex-wrap: wrap; gap: 0.25rem 0.6rem; align-items: center; }
.side {
  flex: none; width: 1.5rem; height: 1.5rem; border-radius: 4px; text-align: center;
  font: 600 0.8125rem/1.5rem var(--sans); background: var(--ink2); color: var(--paper);
}
.take[data-side="A"] .side { background: var(--a); color: var(--on-a); }
.take[data-side="B"] .side { background: var(--b); color: var(--on-b); border-radius: 50%; }
.country, .role, .speaker, .chain, .thesis, .tags { color: var(--ink2); }
.heads { padding: 0 0 0.75rem; border-top: 0; }
.heads h2 { margin: 0; font: 600 1.125rem/1.4 var(--serif); letter-spacing: 0; }
.heads h2 { text-transform: none; color: var(--ink); }
.heads .side { display: inline-block; margin-inline-end: 0.35rem; }
.heads [data-side="A"] .side { background: var(--a); color: var(--on-a); }
.heads [data-side="B"] .side { background: var(--b); color: var(--on-b); border-radius: 50%; }
.relation { margin-top: 0.5rem; font-weight: 600; }
.tags { margin-top: 0.5rem; font-size: 0.8125rem; }
.country { font-weight: 400; }
.speaker { margin-top: 0.25rem; }
.headline { margin-top: 0.75rem; font: 600 1rem/1.35 var(--serif); }
blockquote, .reported { margin: 0.6rem 0; font: 400 1.125rem/1.55 var(--serif); }
.reported .label { font: 500 0.875rem/1.45 var(--sans); color: var(--ink2); }
sup { font: 500 0.75rem/1 var(--sans); }
sup a { padding: 0 0.2rem; text-decoration: none; }
sup a:hover, sup a:focus-visible { text-decoration: underline; }
.chain { font-size: 0.8125rem; }
.context { margin-top: 0.6rem; font: 400 0.9375rem/1.5 var(--serif); color: var(--ink2); }
table { width: 100%; border-collapse: collapse; }
thead th { padding: 0.5rem 1rem 0.5rem 0; font-size: 0.75rem; color: var(--ink2); }
th, td { text-align: start; vertical-align: top; }
tbody th, tbody td { padding: 0.75rem 1rem 0.75rem 0; border-top: 1px solid var(--rule); }
tr.take { border-inline-start: 0; }
tbody td:first-child { width: 2rem; color: var(--ink2); }
tbody th, tbody td:nth-child(3) { width: 18%; overflow-wrap: break-word; }
td blockquote, td .reported { margin-top: 0; }
.key { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
dl { margin: 0; }
dl div { display: flex; gap: 1rem; padding: 0.15rem 0; }
dt { flex: none; min-width: 6rem; font-weight: 600; }
dd { margin: 0; }
.thesis { margin-top: 0.35rem; font-size: 0.8125rem; }
.note { margin-top: 0.75rem; padding: 0.5rem 0.75rem; border-radius: 6px; background: var(--note); }
.note p + p, .own p + p { margin-top: 0.6rem; }
.own, .sources { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
.own .prose { max-width: 40rem; font: 400 1.0625rem/1.55 var(--serif); }
ol { margin: 0; padding-inline-start: 1.75rem; }
li { padding: 0.15rem 0; }
li:target { background: var(--note); }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
@media screen and (min-width: 44rem) {
  .row { grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
}
@media print {
  :root {
    --paper: #fff; --ink: #000; --ink2: #444; --rule: #bbb; --note: #fff;
    --a: #000; --on-a: #fff; --b: #000; --on-b: #fff;
  }
  @page { margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h1 { font-size: 20pt; }
  blockquote, .reported { font-size: 11pt; }
  .row { grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 6mm; }
  .take, li, .note, dl div { break-inside: avoid; }
  .key { break-before: page; }
  h2 { break-after: avoid; }
  .note { border: 1px solid var(--rule); }
  .side { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { text-decoration: none; }
}
"""
