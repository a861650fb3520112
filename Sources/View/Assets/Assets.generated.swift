// swift-format-ignore-file
// Made by Scripts/embed-assets of Sources/View/Assets/web; do not edit.
extension Assets {
    static let css = Asset(
        path: "/assets/d27b40fe4e97b599.css", type: "text/css; charset=utf-8",
        text: ###"""
/* Colours come in pairs: by day, by night. Their contrast is in Tests/ViewTests. */
:root{color-scheme:light dark;--bg:light-dark(#fff,#101317);--sunk:light-dark(#f6f7f9,#191d23);--line:light-dark(#d9dce3,#323946);
--text:light-dark(#14161a,#e9ecf1);--muted:light-dark(#565d6b,#a3acbb);--link:light-dark(#1d55b8,#7fb0ff);--good:light-dark(#12703f,#5fd497);
--bad:light-dark(#b3201b,#ff8a80);--warn:light-dark(#8a5200,#f0b354);--s0:light-dark(#2563c9,#6aa2ff);--s1:light-dark(#a85b12,#f0a65a);
--s2:light-dark(#7a4fcf,#b69aff);--s3:light-dark(#12805c,#4fd0a0);--s4:light-dark(#b3201b,#ff8a80);--s5:light-dark(#0b7285,#5ac8dc);
--s6:light-dark(#9c36b5,#e08cf5);--s7:light-dark(#5c6f00,#c3d64f);--sx:light-dark(#6b7382,#98a1b0);--edge:1px solid var(--line)}
[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}[hidden]{display:none!important}
*{box-sizing:border-box;margin:0}
body{background:var(--bg);color:var(--text);font:14px/1.45 system-ui,sans-serif}
main{padding:0 20px 40px;max-width:1680px;margin:auto;&:focus{outline:0}}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1{font-size:20px;margin:12px 0}.panel h3,#compare h3{margin:12px 0 4px}h2{font-size:15px}p,pre,.figure dl,.plain,.legend,.fields,fieldset{margin:4px 0}
code,kbd,pre{font:12.5px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
.words,pre,.facts dd{white-space:pre-wrap}.words,.message,.panel,.figures dd{overflow-wrap:anywhere}
.skip,.visually-hidden{position:absolute;left:-9999px}.skip:focus{left:8px;background:var(--bg);padding:8px;z-index:9}
/* What is said in passing */
small,h3,dt,th,nav a,label span,.muted,.meta,.label,.when,.took,.who,.called,.earlier,.fresh,.quiet,.toggle,.delta,.message p,.figure p,
.turn-head,.tool code,.lanes,.growth,.links summary,.open,.vague dd{color:var(--muted);font-weight:400}
small,label span,figcaption,.figure dt,.figures dt,.who,.label,.called,.earlier,.said .meta,.lanes,.growth,.took,.badge,thead th,.legend,.tip,.figure p{font-size:12px}
h3,.figure h2,.list,.turn-head,.facts{font-size:13px}
/* What flows, and what stands in columns */
.top,.filters,nav,.toggles,.attention ul,.bar-head,.legend,.figures,.turn-head,.modes,fieldset,.fields{display:flex;flex-wrap:wrap;gap:4px 12px}
.filters,.fields{gap:8px;align-items:end}.figures{gap:8px}nav,.toggles{gap:2px}.top,.bar-head,.modes,.turn-head{align-items:center}.attention ul{gap:0}
.cards,.two,.insights,.columns,.turns{display:grid;gap:12px;grid-template-columns:repeat(var(--as,auto-fit),minmax(min(100%,var(--least)),1fr))}
.cards{--least:168px;gap:10px;margin-bottom:14px;.card{margin:0}}.two{--least:460px}.insights{--least:200px;a{color:inherit}}.columns{--least:380px}.turns{--least:24em;--as:auto-fill}
.figure dl,.facts,#help dl,.timeline,.split{display:grid;gap:2px 12px;grid-template-columns:auto minmax(0,1fr)}
ul,.checklist{list-style:none;padding:0}
/* Boxes */
.card,.panel,.said,.snippet,.figures>div,.tip,#help,.peek{border:var(--edge);border-radius:10px;padding:8px 12px;background:var(--bg)}
.card,.panel,#help{padding:12px;min-width:0}.card{display:block;margin-bottom:14px}.said,.snippet{padding-block:6px;margin:6px 0}.tip,.peek,#help{position:fixed;z-index:5}
.chip,.notice,.minimap,.user,main pre,tr.on,tbody tr:hover,.selected td,[aria-current],.toggle.on{background:var(--sunk);border-radius:8px}
select,input,button,.button{font:inherit;color:inherit;background:var(--bg);border:var(--edge);border-radius:8px;padding:5px 8px;min-height:32px;max-width:100%;display:inline-block}.quiet{border:0;color:var(--muted)}
.top{padding:8px 20px;border-bottom:var(--edge)}.brand{font-weight:700;color:var(--text);padding:6px 0}.fresh{margin-left:auto}
nav a{padding:6px 12px}.toggle{padding:3px 8px}[aria-current],.toggle.on{color:var(--text);font-weight:600}
label span{display:block}.filters{padding:12px 0 8px;select{max-width:150px}.grow{flex:1 1 180px}.grow input{width:100%}}.js .filters button,.find{display:none}
.chip{display:inline-block;color:var(--text);padding:3px 9px;margin:2px 4px 2px 0}.notice{border-left:3px solid var(--warn);padding:8px 12px;max-width:68em}
.links{margin-bottom:8px;summary{padding:4px 0}a{display:inline-block;padding:4px 16px 4px 0}}.choice label{padding:4px 0}summary{min-height:24px}summary,button,.legend:has(+.chart) li,tr[data-peek]{cursor:pointer}
/* Figures */
.figure{color:var(--text);display:flex;flex-direction:column;gap:2px;&:hover{text-decoration:none;border-color:var(--link)}
h2{color:var(--muted)}div:not(.vague) dd{font-weight:600}strong{font-size:25px;line-height:1.2}dl{gap:4px 8px;grid-template-columns:1fr 1fr;white-space:nowrap}dt{line-height:1.2}dd{font-size:15px}p{margin:0}.spark{margin-top:auto}}
.figures{margin:8px 0 12px;>div{flex:1 1 96px}dd{font-size:17px;font-weight:600}.word{font-size:14px;font-weight:500}small{display:block;font-weight:400}}
.good b,.ok,.done{color:var(--good)}.bad b,.badge.bad,.n.failed,a.failed,.failed>td:is(:last-child,.name):not(.bars),.failed>td>a{color:var(--bad)}.warn,.figure .warn{color:var(--warn)}
.said.failed,.card.failed,.tool.failed,[aria-invalid]{border-color:var(--bad)}.attention{border-left:3px solid var(--bad)}.next{font-weight:600}
.badge{border:1px solid;border-radius:9px;padding:0 7px;margin-left:6px;font-weight:500;white-space:nowrap}
/* Tables */
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
td,th{padding:5px 8px 5px calc(8px + var(--in,0)*14px);border-top:var(--edge);vertical-align:top;text-align:left}th{font-weight:500}
thead th{border-top:0;white-space:nowrap}tbody th{color:var(--text)}.n{text-align:right}.n,.share-cell,.steps td{white-space:nowrap}
.list{td,th{padding:6px}td{white-space:nowrap;max-width:150px;overflow:hidden;text-overflow:ellipsis}.title{max-width:270px}.where{white-space:normal}thead a{display:block;min-height:24px}.n,.when{max-width:none}.badge{margin:0}}
.message{max-width:460px;min-width:160px}.turn-row th{padding-top:14px}.turn-row th,.total>*{font-weight:600;color:var(--text)}
[class*=indent-]{--in:8}.indent-0{--in:0}.indent-1{--in:1}.indent-2{--in:2}.indent-3{--in:3}.indent-4{--in:4}.indent-5{--in:5}.indent-6{--in:6}.indent-7{--in:7}
/* Drawings: a mark has the colour of its kind */
.s0,.LLM{--c:var(--s0)}.s1,.tools{--c:var(--s1)}.s2,.other{--c:var(--s2)}.s3,.data{--c:var(--s3)}.s4{--c:var(--s4)}.s5{--c:var(--s5)}.s6{--c:var(--s6)}.s7{--c:var(--s7)}.sx{--c:var(--sx)}
svg:not(.chart,.plot) *{vector-effect:non-scaling-stroke}
g[class^=s],.bar{fill:var(--c,var(--sx))}.key{background:var(--c);display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:5px}
svg .line{fill:none;stroke:var(--c,var(--muted));stroke-width:1.8;stroke-linejoin:round}.ghost{stroke-dasharray:4 3}.hatch{stroke:var(--bg);stroke-width:2.5}
.agent{fill:var(--sunk);stroke:var(--sx)}.bar.failed{fill:var(--bad)}.failed:is(.agent,.other){fill:none;stroke:var(--bad)}
.chart,.plot,.spark,.minimap,.pulse,.bars svg,.timeline svg{width:100%;display:block}.plot{max-width:760px}.chart,.minimap{touch-action:pan-y}
.spark,svg .spark{height:24px;fill:none;stroke:var(--s0);stroke-width:1.5}td .spark{width:90px}.share{width:60px;height:8px;vertical-align:middle;fill:var(--s0)}.track,.grid path{fill:var(--line);stroke:var(--line)}
svg text{font-size:10px;fill:var(--muted)}.at-end{text-anchor:end}.cross,.gap{stroke:var(--muted);stroke-dasharray:3}.brush{fill:var(--s0);opacity:.15}
.legend .off{opacity:.45;text-decoration:line-through}.legend:has(+.chart) li{padding:2px 0}.chart .off,.partial [fill="url(#hatch)"]{display:none}
.tip{pointer-events:none;box-shadow:0 2px 8px #0003}.pulse{border-bottom:var(--edge)}
/* A conversation */
.modes{justify-content:space-between;border-bottom:var(--edge);margin:10px 0}.tabs{margin:6px 0}
.turn{max-width:60em;padding:8px 0;margin:auto}.said,.tool{max-width:46em}.user{margin-left:auto}
.tool{border-left:3px solid var(--s1);padding:2px 10px;margin:4px 0 4px 20px;code{margin:0 8px}.panel &{margin-left:0}}
main pre{padding:8px 10px;max-height:32em}.panel,.peek,main pre,.scroll{overflow:auto}
.timeline{margin:10px 0}figcaption{grid-column:1/-1}.lanes span{display:block;line-height:18px}
.growth{display:flex;gap:10px;align-items:center;margin:6px 0;svg{width:200px;height:32px}}
/* A trace */
.split{grid-template-columns:minmax(0,3fr) minmax(300px,2fr);gap:16px;align-items:start;>*{min-width:0}&.alone{grid-template-columns:1fr}}
.waterfall{table-layout:fixed;min-width:640px;th:first-child{width:46%}td{height:28px;padding-block:2px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}
small{margin-left:8px}.selected td{border-radius:0;box-shadow:inset 0 2px var(--link),inset 0 -2px var(--link)}.axis{display:flex;justify-content:space-between}.axis,.bars{padding-right:64px;position:relative}
tr:not(.failed) .name>a{color:var(--text)}.name>a{font-weight:500}}
.bars svg{height:20px;background:repeating-linear-gradient(90deg,var(--line) 0 1px,#0000 1px calc(25% - .25px))}.took{position:absolute;right:6px;top:5px}
.dim{opacity:.25}.path{--c:var(--text);stroke:var(--c);stroke-width:2}i.path{height:2px;vertical-align:middle}.first{stroke:var(--bg);stroke-width:2}.retry{fill:none;stroke:var(--warn)}
.minimap{height:40px}.shade{fill:var(--bg);opacity:.75}[data-zoom] svg,svg[data-zoom]{cursor:crosshair;user-select:none}
.panel{position:sticky;top:8px;max-height:calc(100vh - 16px)}
.facts{grid-template-columns:minmax(0,2fr) minmax(0,3fr);margin:14px 0}.neighbours{float:right;margin:8px 0}.find{width:100%}.js .find{display:block}
.peek{inset:0 0 0 auto;width:min(430px,100%);border-width:0 0 0 1px;border-radius:0;box-shadow:-8px 0 24px #0002;.button{margin-right:8px}.n{text-align:left}}.steps-in{padding-left:20px}
/* Forms, help, Get started */
.inline{display:inline-block;margin:4px 8px 0 0}fieldset{border:0;padding:0}[type=checkbox]{min-height:0;vertical-align:-2px}
#help{right:20px;bottom:20px}.checklist{line-height:2}.verdict{font-size:17px}
@media (max-width:700px){.waterfall{min-width:0;th:first-child{width:60%}small,.badge,.axis span:not(:first-child,:last-child){display:none}}
.panel{position:static;max-height:none}.said.user,.tool{margin-left:0}.split,.timeline{grid-template-columns:minmax(0,1fr)}.lanes{display:none}.figures>div{flex-basis:40%}
main,.top{padding-inline:10px}.cards,.filters{display:grid;grid-template-columns:1fr 1fr}.filters{select{width:100%;max-width:none}.grow{grid-column:1/-1}}.list .title{max-width:170px}.chart text,.plot text{font-size:17px}.figure strong{font-size:20px}}
@media print{.filters,nav,#theme,#refresh{display:none}}
"""###)
    static let script = Asset(
        path: "/assets/727e8c257302302e.js", type: "text/javascript; charset=utf-8",
        text: ###"""
// What the pages do beyond plain links and forms: theme, times that age, live refresh, charts, keys.
// Content never becomes markup here: text goes in as textContent, pages come from the server as a whole.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, text, className) => {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
};

document.documentElement.classList.add("js");

// Theme
const themes = ["", "light", "dark"];
const applyTheme = (theme) => {
  if (theme) document.documentElement.dataset.theme = theme; else delete document.documentElement.dataset.theme;
  $("#theme").textContent = `Theme: ${theme || "system"}`;
};
const remembered = (key) => { try { return localStorage.getItem(key) ?? ""; } catch { return ""; } };
const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private windows have no storage */ } };
$("#theme").hidden = false;
applyTheme(remembered("theme"));
$("#theme").addEventListener("click", () => {
  const next = themes[(themes.indexOf(remembered("theme")) + 1) % themes.length];
  remember("theme", next);
  applyTheme(next);
});

// Freshness and live refresh
// "off", "live" (with every commit, at most one in two seconds), or every so many seconds.
let refresh = remembered("refresh") || "live";
let isWaiting = false, isCut = false;
let broughtAt = Date.now();
// Live tail: where traces stand in the order they began, those that were shown stay below the new ones, up to 200; away from the top
// nothing moves and what comes is counted: by its ids, for a swap under way may already have asked for some of it.
const isTail = location.pathname === "/traces" && !/[?&](cursor|sort|to)=/.test(location.search);
const missed = new Set(), mostMissed = 9999;
const isScrolled = () => isTail && scrollY > 160;
const keyOf = (row) => $("a", row)?.getAttribute("href");
const keep = (old) => {
  const body = $("main table.list tbody");
  if (!body) return;
  const known = new Set([...body.rows].map(keyOf));
  for (const row of old) if (body.rows.length < 200 && !known.has(keyOf(row))) body.append(row);
};
const age = () => {
  const line = $("#fresh");
  if (!line?.dataset.at) return;
  const seconds = Math.max(0, (Date.now() - Number(line.dataset.at)) / 1000);
  const words = seconds < 90 ? `${Math.round(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
  const running = refresh === "live" ? "live" : refresh !== "off" && `every ${$(`#refresh option[value="${refresh}"]`)?.textContent}`;
  const state = running && !isScrolled() ? running : missed.size ? `paused – ${missed.size} new` : "paused";
  const text = isCut ? `no answer · ${words} ago` : `${state} · ${words} ago`;
  // It is read aloud: only what has changed.
  if (line.textContent !== text) line.textContent = text;
};
const isBusy = () => document.hidden || isScrolled() || String(getSelection()) !== "" || document.activeElement?.matches("input,select") || $("details.twin[open]");
let isSwapping = false;
const swap = async () => {
  isWaiting = true;
  if (isSwapping || isBusy()) return;
  isSwapping = true;
  isWaiting = false;
  try { await bring(); } finally { isSwapping = false; }
};
const bring = async (isAsked = false) => {
  const before = [...missed];
  broughtAt = Date.now();
  const asked = location.href;
  const response = await fetch(asked, { headers: { accept: "text/html" } }).catch(() => undefined);
  // Weir may just be starting again: what is shown stays, and the line above says so.
  isCut = !response;
  if (!response?.ok) { isWaiting = true; age(); return; }
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  // Another row may be peeked at by now, which is asked for too.
  if (location.href !== asked) return;
  // The reader may have scrolled, selected or opened something since it was asked for.
  if (!isAsked && isBusy()) { isWaiting = true; return; }
  const depth = $(".peek")?.scrollTop ?? 0;
  const held = $("#main").contains(document.activeElement) && document.activeElement;
  const place = held && (held.id ? `#${CSS.escape(held.id)}` : held.getAttribute("href") && `[href="${CSS.escape(held.getAttribute("href"))}"]`);
  const opened = $$("details[open]").map((one) => one.id).filter(Boolean);
  const chosen = $("tbody tr.on") && keyOf($("tbody tr.on"));
  const shown = isTail ? $$("main table.list tbody tr") : [];
  $("#main").replaceChildren(...$("#main", next).childNodes);
  Object.assign($("#fresh").dataset, $("#fresh", next)?.dataset);
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  for (const path of [...before, ...$$("main table.list tbody tr").map(keyOf)]) missed.delete(path);
  keep(shown);
  legends();
  $(".peek")?.scrollTo(0, depth);
  // Who walks by keys stays where they were.
  if (place) $(place, $("#main"))?.focus({ preventScroll: true });
  if ($("tbody tr.on") === null && chosen) $$("tbody tr").find((row) => keyOf(row) === chosen)?.classList.add("on");
  age();
};
// A page that nobody sees must not hold one of the browser's few connections.
let events;
const listen = () => {
  const address = new URL("/api/v1/stream", location);
  if (isTail) address.search = location.search;
  address.searchParams.set("topics", isTail ? "tick,traces" : "tick");
  if ($("#fresh").dataset.version) address.searchParams.set("since", $("#fresh").dataset.version);
  events = new EventSource(address);
  events.addEventListener("tick", () => { if (refresh === "live") swap(); });
  events.addEventListener("traces", (event) => {
    const shown = new Set($$("main table.list tbody tr").map(keyOf));
    const paths = JSON.parse(event.data).rows.map((row) => `/traces/${row.id}`);
    for (const path of paths) if (!shown.has(path) && missed.size < mostMissed) missed.add(path);
    age();
  });
};
listen();
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
document.addEventListener("visibilitychange", () => { events.close(); if (!document.hidden) listen(); });
// What is refused never reaches the store, and so makes no tick.
if (location.pathname === "/get-started") setInterval(() => { if (refresh === "live") swap(); }, 5000);
const isDue = () => (refresh === "live" ? isWaiting : Date.now() - broughtAt >= Number(refresh) * 1000);
setInterval(() => { age(); if (isDue() && !isBusy()) swap(); }, 1000);
const chooseRefresh = (choice) => {
  refresh = choice;
  remember("refresh", choice);
  $("#refresh").value = choice;
  age();
};
$("#refresh").hidden = false;
$("#refresh").value = refresh;
$("#refresh").addEventListener("change", (event) => { chooseRefresh(event.target.value); event.target.blur(); });

// Times: of UTC, or by a click of the browser's own zone, which then goes along with every link.
const two = (number) => String(number).padStart(2, "0");
const ownZone = () => {
  const minutes = -new Date().getTimezoneOffset();
  return minutes === 0 ? "" : `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
};
const chooseZone = () => {
  const link = $("#zone");
  const other = link.dataset.tz ? "" : ownZone();
  if (!link.dataset.tz && !other) return;
  const address = new URL(location.href);
  if (other) address.searchParams.set("tz", other); else address.searchParams.delete("tz");
  link.href = address;
};
chooseZone();
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="/"]');
  const zone = $("#zone").dataset.tz;
  if (!zone || !link || link.id === "zone") return;
  const address = new URL(link.getAttribute("href"), location);
  if (address.searchParams.has("tz") || address.pathname.startsWith("/api/")) return;
  address.searchParams.set("tz", zone);
  link.setAttribute("href", address.pathname + address.search + address.hash);
}, true);

// Charts: one tooltip for all, drag to zoom
const tip = make("div", undefined, "tip");
tip.hidden = true;
document.body.append(tip);
const svgNode = (name, attributes) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
};
const left = 52, right = 8, width = 640, top0 = 8, bottom0 = 168;
const place = (chart, event) => {
  const box = chart.getBoundingClientRect();
  const starts = chart.dataset.starts.split(",").map(Number);
  const x = (event.clientX - box.left) / box.width * width;
  const bucket = Math.floor((x - left) / (width - left - right) * starts.length);
  return { x, starts, bucket: Math.min(Math.max(bucket, 0), starts.length - 1) };
};
const show = (event, chart) => {
  const { starts, bucket } = place(chart, event);
  // In the zone of the page, as its axis and tables are.
  const at = new Date((starts[bucket] + Number(chart.dataset.zone)) * 1000);
  tip.replaceChildren(make("b", at.toISOString().slice(0, 16).replace("T", " ")));
  for (const other of $$("svg.chart")) {
    $(".cross", other)?.remove();
    const count = other.dataset.starts.split(",").length;
    if (count !== starts.length) continue;
    const x = left + (bucket + 0.5) * (width - left - right) / count;
    other.append(svgNode("path", { d: `M${x} ${top0}V${bottom0}`, class: "cross" }));
    for (const line of $$("g[data-values]:not(.off)", other)) {
      const value = line.dataset.values.split("|")[bucket];
      if (value) tip.append(make("div", `${line.dataset.label}: ${value}`));
    }
  }
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX + 14, innerWidth - box.width - 8)}px`;
  tip.style.top = `${Math.min(event.clientY + 14, innerHeight - box.height - 8)}px`;
};
const hide = () => { tip.hidden = true; for (const line of $$(".cross")) line.remove(); };
let drag;
document.addEventListener("pointermove", (event) => {
  const chart = event.target.closest?.("svg.chart");
  if (!chart) return hide();
  show(event, chart);
  if (!drag || drag.chart !== chart) return;
  const now = place(chart, event);
  $(".brush", chart)?.remove();
  chart.append(svgNode("rect", { class: "brush", x: Math.min(drag.x, now.x), y: top0, width: Math.abs(drag.x - now.x), height: bottom0 - top0 }));
});
document.addEventListener("pointerdown", (event) => {
  const chart = event.target.closest?.("svg.chart");
  if (chart && event.button === 0) drag = { chart, ...place(chart, event) };
});
document.addEventListener("pointerup", (event) => {
  if (!drag) return;
  const { chart, x, starts, bucket } = drag;
  drag = undefined;
  $(".brush", chart)?.remove();
  const end = place(chart, event);
  if (Math.abs(end.x - x) < 12) return;
  const [first, last] = [Math.min(bucket, end.bucket), Math.max(bucket, end.bucket)];
  const address = new URL(location.href);
  address.searchParams.delete("range");
  address.searchParams.set("from", new Date(starts[first] * 1000).toISOString().slice(0, 19) + "Z");
  address.searchParams.set("to", new Date((starts[last] + Number(chart.dataset.step)) * 1000).toISOString().slice(0, 19) + "Z");
  location.assign(address);
});

// Legends: a click shows one line alone, with Shift it hides it; the next brings all back. Bars come down to where they then stand.
const hiddenLines = new Map();
const restack = (chart) => {
  const floors = new Map();
  for (const bar of $$("g[data-values]:not(.off) path:not(.line)", chart)) {
    const [x, bottom, , top] = bar.getAttribute("d").match(/-?[\d.]+/g).map(Number);
    const floor = floors.get(x) ?? bottom0;
    bar.setAttribute("transform", `translate(0 ${floor - bottom})`);
    floors.set(x, floor - (bottom - top));
  }
};
const draw = (legend) => {
  const chart = legend.nextElementSibling;
  const off = hiddenLines.get(chart.getAttribute("aria-label")) ?? [];
  const lines = $$("g[data-values]", chart);
  [...legend.children].forEach((item, at) => {
    const isOff = off.includes(item.textContent);
    item.classList.toggle("off", isOff);
    item.setAttribute("aria-pressed", String(!isOff));
    lines[at]?.classList.toggle("off", isOff);
  });
  chart.classList.toggle("partial", off.length > 0);
  restack(chart);
};
const legends = () => {
  for (const legend of $$(".legend:has(+ svg.chart)")) {
    for (const item of legend.children) { item.tabIndex = 0; item.setAttribute("role", "button"); }
    draw(legend);
  }
};
const choose = (item, hides) => {
  const legend = item.parentElement;
  const label = legend.nextElementSibling.getAttribute("aria-label");
  const names = [...legend.children].map((one) => one.textContent);
  const off = hiddenLines.get(label) ?? [];
  const others = names.filter((name) => name !== item.textContent);
  const isAlone = off.length === others.length && !off.includes(item.textContent);
  if (hides) hiddenLines.set(label, off.includes(item.textContent) ? off.filter((name) => name !== item.textContent) : [...off, item.textContent]);
  else hiddenLines.set(label, isAlone ? [] : others);
  draw(legend);
};
legends();
document.addEventListener("click", (event) => {
  const item = event.target.closest?.(".legend:has(+ svg.chart) li");
  if (item) choose(item, event.shiftKey);
});
document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.(".legend:has(+ svg.chart) li") || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  choose(event.target, event.shiftKey);
});

// Drawings of a trace or a conversation: dragging zooms in; Back and Esc lead out.
let stretch;
const along = (event, drawing) => {
  const box = drawing.getBoundingClientRect();
  return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
};
document.addEventListener("pointerdown", (event) => {
  const drawing = event.target.closest?.("[data-zoom] svg, svg[data-zoom]");
  if (drawing && event.button === 0) stretch = { drawing, from: along(event, drawing) };
});
document.addEventListener("dragstart", (event) => { if (event.target.closest?.("[data-zoom]")) event.preventDefault(); });
document.addEventListener("pointermove", (event) => {
  if (!stretch) return;
  const { drawing, from } = stretch;
  const to = along(event, drawing);
  $(".brush", drawing)?.remove();
  drawing.append(svgNode("rect", { class: "brush", x: Math.min(from, to) * 1000, y: 0, width: Math.abs(to - from) * 1000, height: 1000 }));
});
document.addEventListener("pointerup", (event) => {
  if (!stretch) return;
  const { drawing, from } = stretch;
  const ends = [from, along(event, drawing)].sort((a, b) => a - b);
  stretch = undefined;
  $(".brush", drawing)?.remove();
  if (ends[1] - ends[0] < 0.01) return;
  // What lies below the pointer was not meant.
  addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
  const [first, last] = drawing.closest("[data-zoom]").dataset.zoom.split("-").map(Number);
  const address = new URL(location.href);
  address.searchParams.set("zoom", ends.map((end) => Math.round(first + end * (last - first))).join("-"));
  location.assign(address);
});

// A conversation is read as the last one was, where its address does not say how.
if (/^\/conversations\/./.test(location.pathname)) {
  document.addEventListener("click", (event) => {
    const tab = event.target.closest?.(".modes .tabs a");
    if (tab) remember("mode", new URL(tab.href).searchParams.get("mode"));
  });
  const last = remembered("mode");
  const tab = last && !/[?&]mode=/.test(location.search) && $(`.modes .tabs a[href*="mode=${CSS.escape(last)}"]:not([aria-current])`);
  if (tab) location.replace(tab.href);
}

// Finding an attribute
document.addEventListener("input", (event) => {
  if (!event.target.matches(".find")) return;
  const wanted = event.target.value.toLowerCase();
  for (const name of $$(".panel .facts dt")) {
    const value = name.nextElementSibling;
    name.hidden = value.hidden = !`${name.textContent} ${value.textContent}`.toLowerCase().includes(wanted);
  }
});

// Copying
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("[data-link]");
  // Without TLS and away from this machine browsers lend no clipboard: there the link is a link.
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await navigator.clipboard.writeText(link.href);
  const words = link.textContent;
  link.textContent = "Copied";
  setTimeout(() => { link.textContent = words; }, 2000);
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  if (!source) return;
  const lines = $$("dt", source).map((name) => `${name.textContent}: ${name.nextElementSibling.textContent}`);
  if (!navigator.clipboard) { getSelection().selectAllChildren(source); return; }
  await navigator.clipboard.writeText(lines.length ? lines.join("\n") : source.textContent);
  button.textContent = "Copied";
});

// The filter applies at once; the button is for those without scripts.
document.addEventListener("change", (event) => { if (event.target.matches?.(".filters select")) event.target.form.requestSubmit(); });
document.addEventListener("submit", (event) => {
  if (!event.target.matches?.(".filters")) return;
  for (const field of $$("[name]", event.target)) if (!field.value) field.disabled = true;
  if ($("[name=range]", event.target)?.value) for (const name of ["from", "to"]) $(`[name=${name}]`, event.target)?.setAttribute("disabled", "");
});
addEventListener("pageshow", () => { for (const field of $$(".filters [disabled]")) field.disabled = false; });

// The last word of the search may name a dimension: its values that begin so are offered, in place of what the page came with.
const fields = new Set($$("#hints option:not([data-bound])").map((option) => option.value.split(":")[0]));
const bounds = $$("#hints [data-bound]").map((option) => [option.dataset.bound, option.value]);
const hint = (...values) => $("#hints").replaceChildren(...values.map((value) => Object.assign(make("option"), { value })));
let asking;
document.addEventListener("input", async (event) => {
  if (event.target.id !== "query") return;
  const [before, sign, field, start] = event.target.value.match(/^(.*\s)?(-?)(\w+):(\S*)$/)?.slice(1) ?? [];
  const bound = bounds.find(([name]) => name === field)?.[1];
  if (bound) return hint(`${before ?? ""}${sign}${bound}`);
  if (!fields.has(field)) return;
  asking?.abort();
  asking = new AbortController();
  const address = new URL("/api/v1/facets", location);
  for (const name of ["range", "from", "to"]) {
    const value = new URLSearchParams(location.search).get(name);
    if (value) address.searchParams.set(name, value);
  }
  address.searchParams.set("field", field);
  address.searchParams.set("q", start);
  try {
    const response = await fetch(address, { signal: asking.signal });
    if (!response.ok) return;
    const found = (await response.json()).values.map((row) => row.value).filter((value) => value && !/\s/.test(value));
    hint(...found.slice(0, 20).map((value) => `${before ?? ""}${sign}${field}:${value}`));
  } catch (error) { if (error.name !== "AbortError") throw error; }
});

// Keys; none while somebody types. The help (`?`) lists them and switches single keys off (WCAG 2.1.4).
let isGoing = false;
const rows = () => $$("main table.list tbody tr, main table.waterfall tbody tr, main table.steps tbody tr");
const move = (step) => {
  const all = rows();
  if (!all.length) return;
  const now = all.findIndex((row) => row.classList.contains("on"));
  const next = all[Math.min(Math.max(now + step, 0), all.length - 1)];
  all[now]?.classList.remove("on");
  next.classList.add("on");
  next.scrollIntoView({ block: "nearest" });
  $("a", next)?.focus();
};
// A row at a glance: `peek=` in the address; the server draws it.
const peek = (key, isNext = false) => {
  const address = new URL(location.href);
  if (key === undefined) address.searchParams.delete("peek"); else address.searchParams.set("peek", key);
  history[isNext ? "replaceState" : "pushState"]({}, "", address);
  return bring(true);
};
const step = (by) => {
  move(by);
  const row = $("tr.on[data-peek]");
  if ($(".peek") && row) peek(row.dataset.peek, true);
};
addEventListener("popstate", () => { if ($("tr[data-peek]")) bring(true); });
document.addEventListener("click", (event) => {
  const row = event.target.closest?.("tr[data-peek]");
  if (event.target.closest?.("#peek-close") && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    peek();
  } else if (row && !event.target.closest("a") && String(getSelection()) === "") {
    for (const other of rows()) other.classList.toggle("on", other === row);
    peek(row.dataset.peek, Boolean($(".peek")));
  }
});
const follow = (selector) => $(selector)?.click();
const showHelp = () => {
  const help = $("#help");
  help.hidden = !help.hidden;
  (help.hidden ? $("#keys") : help).focus();
};
$("#keys").hidden = false;
$("#keys").addEventListener("click", showHelp);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (remembered("keys") === "off" && event.key !== "?") return;
  if (event.target.matches("input,textarea,select")) { if (event.key === "Escape") event.target.blur(); return; }
  const key = event.key;
  if (isGoing) {
    isGoing = false;
    follow(`nav a[data-key="${CSS.escape(key)}"]`);
    return;
  }
  const help = $("#help");
  switch (key) {
    case "/": $("#query")?.focus(); break;
    case "g": isGoing = true; setTimeout(() => { isGoing = false; }, 1500); break;
    case "j": step(1); break;
    case "k": step(-1); break;
    case "Enter": {
      const row = $("tr.on");
      if (document.activeElement !== document.body && !row?.contains(document.activeElement)) return;
      const isPeeked = row?.dataset.peek === new URLSearchParams(location.search).get("peek");
      if (!row?.dataset.peek) { if (row && document.activeElement === document.body) $("a", row)?.click(); return; }
      if (isPeeked) follow("#peek-open"); else peek(row.dataset.peek, Boolean($(".peek")));
      break;
    }
    case "[": follow("[rel=prev]"); break;
    case "]": follow("[rel=next]"); break;
    case "f": follow("[data-key=f]"); break;
    case "l": chooseRefresh(refresh === "off" ? "live" : "off"); break;
    case "r": swap(); break;
    case "?": showHelp(); break;
    case "Escape": if (!help.hidden) help.hidden = true; else if ($(".peek")) peek(); else if ($("tr.on")) $("tr.on").classList.remove("on"); else if ($("#unzoom")) follow("#unzoom"); else if (/[?&]from=/.test(location.search)) history.back(); break;
    default:
      if (!/^[a-z0-9]$/.test(key)) return;
      const link = $(`main [data-key="${CSS.escape(key)}"]`);
      if (!link) return;
      link.click();
  }
  event.preventDefault();
});
$("#keys-switch").checked = remembered("keys") !== "off";
$("#keys-switch").addEventListener("change", (event) => remember("keys", event.target.checked ? "on" : "off"));
age();
"""###)
}
