# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One style sheet for all public pages, named in the policy by its digest."""

import base64
import re
from hashlib import sha256

from markupsafe import Markup

_SOURCE = """
:root{--ink:#2a1c1a;--soft:#6a5450;--paper:#fffaf3;--card:#fff;--line:#d9c7b8;
--brand:#7d1d2d;--onbrand:#fff;--gold:#c98a1b;--focus:#1450a8;--bad:#a3161f;--edge:#8d766b;--band:#7d1d2d}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);
font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header{background:var(--brand);color:var(--onbrand)}
header::after{content:"";display:block;height:12px;background:
linear-gradient(135deg,var(--band) 25%,#0000 25%) 0 0/16px 16px,
linear-gradient(225deg,var(--band) 25%,#0000 25%) 0 0/16px 16px,#e2b34d}
.in{max-width:42rem;margin:0 auto;padding:.75rem 1rem}
header .in{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
header p{margin:0;flex:1 1 9rem;min-width:0;overflow-wrap:anywhere}
header b{display:block;font-size:1.0625rem;line-height:1.3}
header nav{display:flex;gap:.25rem}
header a{display:grid;place-items:center;min-height:48px;min-width:48px;padding:0 .6rem;
color:inherit;font-size:.9375rem}
h1{font-size:1.75rem;line-height:1.2;margin:1rem 0 .25rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:1.75rem 0 .25rem}
p{margin:.5rem 0}
.soft{color:var(--soft)}
.place{overflow-wrap:anywhere}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0;font-weight:600}
.faces{display:grid;grid-template-columns:1fr 1fr;gap:.75rem;margin:1.25rem 0}
.faces button{display:grid;justify-items:center;align-content:center;gap:.5rem;
min-height:9.25rem;padding:.75rem .25rem;background:var(--card);color:var(--ink);
border:2px solid var(--line);border-radius:1.25rem;font:inherit;font-weight:650;
cursor:pointer;box-shadow:0 2px 6px #5a2a1018}
.faces svg{width:5.25rem;height:5.25rem}
.faces button:hover,.faces button:active,.faces .on{border-color:var(--brand)}
.faces .on{outline:3px solid var(--brand);outline-offset:2px}
.v1{fill:#f0785f}.v2{fill:#f6b04e}.v3{fill:#b5cf5a}.v4{fill:#5dbb7b}
.dot{fill:#2a1c1a}.lip{fill:none;stroke:#2a1c1a;stroke-width:3.6;stroke-linecap:round}
.rim{stroke:#2a1c1a;stroke-width:2}
.go,.two a{display:grid;place-items:center;width:100%;min-height:56px;
padding:.5rem 1rem;border:2px solid var(--brand);border-radius:1rem;
background:var(--brand);color:var(--onbrand);font:inherit;font-weight:650;cursor:pointer;
text-align:center;text-decoration:none}
.two{display:grid;gap:.75rem;margin:1.5rem 0}
.two a{background:none;color:var(--brand)}
.note{border-left:6px solid var(--bad);background:var(--card);padding:.75rem 1rem;
border-radius:.5rem}
.ok{border-left:6px solid #1f7a43;background:var(--card);padding:.75rem 1rem;
border-radius:.5rem}
.q{margin:1.5rem 0}
.opts{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin-top:.5rem}
.opts label{position:relative;display:grid}
.opts input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;
cursor:pointer}
.opts span{display:grid;place-items:center;min-height:48px;padding:.4rem;
text-align:center;line-height:1.25;background:var(--card);border:1px solid var(--edge);
border-radius:.8rem;overflow-wrap:anywhere}
.opts input:checked+span{background:var(--brand);border-color:var(--brand);
color:var(--onbrand);font-weight:650}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,
textarea:focus-visible,.opts input:focus-visible+span{outline:3px solid var(--focus);
outline-offset:2px}
header a:focus-visible{outline-color:#fff}
label{display:block;font-weight:600;margin-top:1rem}
.opts label{margin:0;font-weight:400}
input,select,textarea{width:100%;min-height:48px;margin-top:.25rem;padding:.6rem .75rem;
font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);
border-radius:.8rem}
textarea{min-height:8rem;resize:vertical}
.go{margin-top:1.5rem}
.code{font:700 1.75rem/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.06em;
text-align:center;padding:1rem .25rem;border:3px dashed var(--gold);border-radius:1rem;
background:var(--card);overflow-wrap:anywhere;user-select:all}
main a{color:var(--brand)}
dt{color:var(--soft);margin-top:.75rem}dd{margin:0;font-weight:600}
.unit{background:var(--card);border:1px solid var(--line);border-radius:1.25rem;
padding:1rem;margin:1rem 0;overflow-wrap:anywhere}
.unit h3{margin:0;font-size:1.0625rem}
.big{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:baseline;margin:.25rem 0}
.big b{font-size:2rem;line-height:1.2}
.bar{width:100%;height:14px;display:block;border-radius:7px}
.line{width:100%;height:44px;display:block}
.line polyline{fill:none;stroke:var(--brand);stroke-width:2.5;stroke-linejoin:round}
summary{padding:.8rem 0;cursor:pointer;font-weight:600}
table{width:100%;border-collapse:collapse}
td{padding:.3rem 0;border-top:1px solid var(--line)}td+td{text-align:right;
padding-left:1rem;font-variant-numeric:tabular-nums}
footer{border-top:1px solid var(--line);margin-top:2rem;color:var(--soft);
font-size:.9375rem}
footer a{display:inline-grid;align-items:center;min-height:48px;margin-right:1.25rem;
color:inherit}
@media(min-width:34rem){.faces,.opts{grid-template-columns:repeat(4,1fr)}
.opts.few{grid-template-columns:1fr 1fr}.two{grid-template-columns:1fr 1fr}}
@media(prefers-color-scheme:dark){:root{--ink:#f7ece2;--soft:#c9b3a7;--paper:#1d1413;
--card:#2b1f1d;--line:#5a443e;--brand:#f0a7a0;--onbrand:#2a0d10;--focus:#9cc4ff;
--bad:#ff8a80;--band:#4d1620}header{background:var(--band);color:#fff}
.note,.ok{border-color:currentColor}.rim{stroke:#0000}}
@media(forced-colors:active){.opts input:checked+span{outline:4px solid}}
"""

STYLE = Markup(re.sub(r"\n\s*", "", _SOURCE))
DIGEST = base64.b64encode(sha256(STYLE.encode()).digest()).decode()
