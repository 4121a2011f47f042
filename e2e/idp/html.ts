const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an HTML or XML text node or a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1b1f24,#e8eaed);--dim:light-dark(#5a6572,#9aa4b0);--page:light-dark(#f3f4f6,#14171b);
--card:light-dark(#fff,#1d2126);--line:light-dark(#d6dae0,#343a42);--mark:light-dark(#8a3ffc,#b68cff);--bad:light-dark(#b3261e,#ff8a80)}
*{box-sizing:border-box}body{margin:0;min-height:100dvh;display:grid;place-items:center;padding:1.5rem;background:var(--page);color:var(--ink);
font:16px/1.45 system-ui,sans-serif}main{width:min(27rem,100%);background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.75rem}
.tag{display:inline-block;font-size:.75rem;letter-spacing:.04em;text-transform:uppercase;color:var(--mark);border:1px solid;border-radius:99px;padding:.1rem .6rem}
h1{font-size:1.35rem;margin:.75rem 0 .25rem}p{margin:.25rem 0 1rem;color:var(--dim)}ul{list-style:none;margin:0 0 1.25rem;padding:0;display:grid;gap:.5rem}
button,input{font:inherit;color:inherit;border:1px solid var(--line);border-radius:9px;background:transparent;width:100%;padding:.6rem .8rem;min-height:2.75rem}
button{cursor:pointer;text-align:left}button:hover{border-color:var(--mark)}button small{display:block;color:var(--dim)}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px}.go{text-align:center;background:var(--mark);color:light-dark(#fff,#14171b);border-color:transparent;font-weight:600}
label{display:block;margin:.5rem 0 .25rem;font-size:.9rem}summary{cursor:pointer;color:var(--dim);margin-bottom:.5rem}
[role=alert]{color:var(--bad)}code{font-size:.95em}`;

/** A whole page in the stand-ins' plain style. `body` is markup: escape what goes into it. */
export function renderPage(page: { readonly title: string; readonly tag: string; readonly body: string }): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeMarkup(page.title)}</title><style>${STYLE}</style></head>
<body><main><span class="tag">${escapeMarkup(page.tag)}</span>${page.body}</main></body></html>`;
}
