import { escapeHtml } from '../contract/index.ts';

/**
 * A page of the server's own, without script: the API reference, and what a person who navigates
 * is told when there is nothing to show.
 *
 * @param title as plain text
 * @param body as HTML
 */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
${body}
</body>
</html>
`;
}

/** What every such page is styled by; the palette is the screen's. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --bg: #f7f8fa; --ink: #1b2430; --soft: #4d5866; --line: #cfd6de; --accent: #0d60be; --code: #e8ecf1; }
@media (prefers-color-scheme: dark) { :root { --bg: #0e1318; --ink: #e6ebf0; --soft: #a9b4c0; --line: #2f3b47; --accent: #7fb0f7; --code: #1b242d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
a { color: var(--accent); }
header, main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { line-height: 1.25; }
nav { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem; }
nav ul { columns: 18rem; padding: 0; list-style: none; }
nav li { padding: 0.2rem 0; }
nav a { display: inline-block; min-height: 24px; }
section { border-top: 1px solid var(--line); padding: 1rem 0; overflow-x: auto; }
h2 { font-size: 1.15rem; }
.method { color: var(--soft); font-weight: 600; }
code, pre { background: var(--code); border-radius: 4px; padding: 0.1em 0.35em; overflow-wrap: anywhere; }
pre { padding: 0.75rem; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; color: var(--soft); padding: 0.4rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-top: 1px solid var(--line); }
.skip { position: absolute; inset-inline-start: -999px; }
.skip:focus { inset-inline-start: 1rem; top: 1rem; background: var(--bg); padding: 0.5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
