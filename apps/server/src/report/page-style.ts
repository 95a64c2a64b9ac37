/** The style of the HTML report: light and dark by what the reader's system says, and for paper. */

export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #60646c; --line: #d9d9e0; --paper: #fff;
  --card: #f9f9fb; --block: #c62a2f; --review: #946800; --advise: #0b68cb; --pass: #18794e; --mark: #fff1c2; }
@media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --soft: #b0b4ba; --line: #363a3f;
  --paper: #111113; --card: #18191b; --block: #ff9592; --review: #ffca16; --advise: #70b8ff;
  --pass: #3dd68c; --mark: #3a2f00; } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem }
h3 { font-size: 1rem; margin: 0 } p { margin: .35rem 0 } .soft { color: var(--soft); font-size: .9rem }
.answer { font-size: 1.25rem; font-weight: 600 }
.reject, .block { color: var(--block) } .review { color: var(--review) } .advise { color: var(--advise) } .pass { color: var(--pass) }
article, details { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .85rem 1rem; margin: .75rem 0 }
details details { background: var(--paper) } summary { cursor: pointer }
table { border-collapse: collapse; width: 100%; font-size: .9rem } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line) }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .85rem; overflow-wrap: anywhere }
pre { overflow-x: auto; margin: .5rem 0 0; padding: .5rem 0; border: 1px solid var(--line); border-radius: .35rem; background: var(--paper); line-height: 1.5 }
pre span { display: block; padding: 0 .75rem; white-space: pre } pre .at { background: var(--mark) }
pre i { display: inline-block; width: 3rem; color: var(--soft); font-style: normal; user-select: none }
a { color: var(--advise) } nav a { margin-right: 1rem }
@media print { body { max-width: none } details { break-inside: avoid } }
`
