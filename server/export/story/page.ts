import { html } from './html.ts';

/** One column of text, light and dark, and fit to be printed. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #59636e; --line: #d5dae0; --mark: #fff1b8; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --quiet: #a2abb5; --line: #3a424b; --mark: #5a4a12; --paper: #14171a; } }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; background: var(--paper); color: var(--ink); font: 16px/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.75rem 0 .25rem; font-size: 1rem; } p, dl, blockquote { margin: .4rem 0; }
.quiet, footer, dt { color: var(--quiet); font: .85rem/1.5 system-ui, sans-serif; }
blockquote { padding: .35rem 0 .35rem 1rem; border-left: 3px solid var(--line); }
mark { background: var(--mark); color: inherit; } a { color: inherit; }
code { font: .85rem/1.5 ui-monospace, monospace; } article { break-inside: avoid; }
table { border-collapse: collapse; font: .9rem/1.5 system-ui, sans-serif; } th, td { padding: .15rem 1rem .15rem 0; text-align: left; vertical-align: top; } td.number { text-align: right; }
`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Everything before the story itself. */
export function head(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
${html`<title>${title} · Onrecord</title>`.text}
<style>${STYLE}</style>
</head>
<body>
<main>
${html`<h1>${title}</h1>`.text}
`;
}

export const FOOT = `
</main>
<footer>
<p>Offsets count UTF-16 code units of the text whose SHA-256 is given. Quotations remain their publishers’. Written by Onrecord.</p>
</footer>
</body>
</html>
`;
