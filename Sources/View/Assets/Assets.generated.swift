// swift-format-ignore-file
// Made by Scripts/embed-assets of Sources/View/Assets/web; do not edit.
extension Assets {
    static let css = Asset(
        path: "/assets/18eab13d69d61fd2.css", type: "text/css; charset=utf-8",
        text: ###"""
/* Colours come in pairs: by day, by night. Their contrast is in Tests/ViewTests. */
:root{color-scheme:light dark;--bg:light-dark(#fff,#101317);--sunk:light-dark(#f6f7f9,#191d23);--line:light-dark(#d9dce3,#323946);
--text:light-dark(#14161a,#e9ecf1);--muted:light-dark(#565d6b,#a3acbb);--link:light-dark(#1d55b8,#7fb0ff);--good:light-dark(#12703f,#5fd497);
--bad:light-dark(#b3201b,#ff8a80);--warn:light-dark(#8a5200,#f0b354);--s0:light-dark(#2563c9,#6aa2ff);--s1:light-dark(#a85b12,#f0a65a);
--s2:light-dark(#7a4fcf,#b69aff);--s3:light-dark(#12805c,#4fd0a0);--s4:light-dark(#b3201b,#ff8a80);--s5:light-dark(#0b7285,#5ac8dc);
--s6:light-dark(#9c36b5,#e08cf5);--s7:light-dark(#5c6f00,#c3d64f);--sx:light-dark(#6b7382,#98a1b0)}
[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:14px/1.45 system-ui,sans-serif}
main{padding:0 20px 40px;max-width:1680px;margin:auto}main:focus{outline:0}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1{font-size:20px;margin:12px 0}h2{font-size:15px;margin:0}h3{font-size:13px;color:var(--muted);margin:0;font-weight:400}p{margin:4px 0}
small{color:var(--muted);font-size:12px}code,kbd,pre{font:12.5px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0}
.skip,.visually-hidden{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--bg);padding:8px;z-index:9}
.top{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;padding:8px 20px;border-bottom:1px solid var(--line)}
.brand{font-weight:700;color:var(--text);padding:6px 0}nav{display:flex;flex-wrap:wrap;gap:2px}
nav a{color:var(--muted);padding:6px 12px;border-radius:8px}nav a[aria-current]{background:var(--sunk);color:var(--text);font-weight:600}
.fresh{margin-left:auto;color:var(--muted)}
.filters{display:flex;flex-wrap:wrap;gap:8px;align-items:end;padding:12px 0 8px}.filters label span{display:block;font-size:12px;color:var(--muted)}
.filters .grow{flex:1 1 180px}.js .filters button{display:none}.filters .grow input{width:100%}
select,input,button,.button{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line);border-radius:8px;padding:5px 8px;min-height:32px;max-width:100%}
.filters select{max-width:150px}button,.button{cursor:pointer;display:inline-block}.quiet{border:0;color:var(--muted)}
.chip{display:inline-block;background:var(--sunk);color:var(--text);border-radius:6px;padding:3px 9px;margin:2px 4px 2px 0}
.card{display:block;border:1px solid var(--line);border-radius:10px;padding:12px;margin:0 0 14px;min-width:0;background:var(--bg)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(168px,1fr));gap:10px;margin-bottom:14px}
.figure{margin:0;color:var(--text);display:flex;flex-direction:column;gap:2px}.figure:hover{text-decoration:none;border-color:var(--link)}
.figure h2{font-size:13px;color:var(--muted);font-weight:600}.figure strong{font-size:25px;line-height:1.2}
.figure dl{display:grid;grid-template-columns:1fr 1fr;gap:4px 8px;margin:4px 0}.figure dl div{white-space:nowrap}.figure dt{font-size:12px;line-height:1.2}.figure dd{font-size:15px}
dt{color:var(--muted)}dd{margin:0}.figure dd{font-weight:600}.figure p{margin:0;font-size:12.5px;color:var(--muted)}.figure .spark{margin-top:auto}
.good b,.good{color:var(--good)}.bad,.delta.bad b,.failed{color:var(--bad)}.warn,.figure .warn{color:var(--warn)}.delta{color:var(--muted)}.delta.good,.delta.bad{color:var(--muted)}
.attention{border-left:3px solid var(--bad)}.attention ul{display:flex;flex-wrap:wrap;margin:4px 0 0;padding:0;list-style:none}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:12px}
.spark{width:100%;height:24px;display:block}.spark path,.growth path{fill:none;stroke:var(--s0);stroke-width:1.5;vector-effect:non-scaling-stroke}
td .spark{width:90px}.share{width:60px;height:8px;vertical-align:middle}.share .track{fill:var(--line)}.share rect{fill:var(--s0)}.share-cell{white-space:nowrap}
.chart,.plot{width:100%;height:auto;display:block}.chart{touch-action:pan-y}.grid path{stroke:var(--line);fill:none}.chart text,.plot text{font-size:10px;fill:var(--muted)}.at-end{text-anchor:end}
.line{fill:none;stroke-width:1.8;stroke-linejoin:round}.hatch{stroke:var(--bg);stroke-width:2.5}
.s0{fill:var(--s0);stroke:var(--s0)}.s1{fill:var(--s1);stroke:var(--s1)}.s2{fill:var(--s2);stroke:var(--s2)}.s3{fill:var(--s3);stroke:var(--s3)}
.s4{fill:var(--s4);stroke:var(--s4)}.s5{fill:var(--s5);stroke:var(--s5)}.s6{fill:var(--s6);stroke:var(--s6)}.s7{fill:var(--s7);stroke:var(--s7)}.sx{fill:var(--sx);stroke:var(--sx)}
g[class^=s] path:not(.line){stroke:none}
.legend{display:flex;flex-wrap:wrap;gap:2px 12px;list-style:none;margin:6px 0;padding:0;font-size:12.5px}.key{display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:5px}
i.s0{background:var(--s0)}i.s1{background:var(--s1)}i.s2{background:var(--s2)}i.s3{background:var(--s3)}i.s4{background:var(--s4)}i.s5{background:var(--s5)}i.s6{background:var(--s6)}i.s7{background:var(--s7)}i.sx{background:var(--sx)}
.tip{position:fixed;z-index:5;background:var(--bg);border:1px solid var(--line);border-radius:8px;padding:6px 10px;font-size:12.5px;pointer-events:none;box-shadow:0 2px 8px #0003}
.cross{stroke:var(--muted);stroke-dasharray:3}.brush{fill:var(--s0);opacity:.15;stroke:none}
.toggles{display:flex;flex-wrap:wrap;gap:2px;margin:0}.toggle{padding:3px 8px;border-radius:6px;color:var(--muted)}.toggle[aria-current],.toggle.on{background:var(--sunk);color:var(--text);font-weight:600}
.bar-head{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:center}.insights{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:12px}.insights a{color:inherit}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th{font-weight:500;text-align:left;color:var(--muted)}
td,th{padding:5px 8px;border-top:1px solid var(--line);vertical-align:top}thead th{border-top:0;white-space:nowrap;font-size:12.5px}tbody th{color:var(--text)}
.n{text-align:right;white-space:nowrap}td.n.failed{color:var(--bad)}.list td{white-space:nowrap}.list td.title{max-width:320px}
.message{max-width:460px;overflow-wrap:anywhere}.message p{color:var(--muted);white-space:normal}tr.on,tbody tr:hover{background:var(--sunk)}
.muted,.meta,.label,.when,.took,.who,.called,.earlier{color:var(--muted)}.notice{background:var(--sunk);border-left:3px solid var(--warn);padding:8px 12px;border-radius:8px;max-width:68em}
.figures{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0 12px}.figures>div{flex:1 1 96px;border:1px solid var(--line);border-radius:10px;padding:8px 12px}.figures dt{font-size:12px}
.figures dd{font-size:17px;font-weight:600;overflow-wrap:anywhere}.figures dd.word{font-size:14px;font-weight:500}.figures small{display:block;font-weight:400}
.badge{border:1px solid;border-radius:9px;padding:0 7px;margin-left:6px;font-size:12px;font-weight:500;white-space:nowrap}.badge.ok{color:var(--good)}
.list td{max-width:150px;overflow:hidden;text-overflow:ellipsis}.list{font-size:13px}.list td,.list th{padding:6px 6px}.list .n,.list .when{max-width:none}.list .badge{margin:0}.pulse{display:block;border-bottom:1px solid var(--line);margin-bottom:6px}
.turn{max-width:60em;padding:8px 0;margin:auto}.turn-head{display:flex;flex-wrap:wrap;gap:10px;align-items:center;font-size:13px;color:var(--muted)}.turn-head small{font-weight:400}
.said{border:1px solid var(--line);border-radius:10px;padding:8px 12px;margin:6px 0;max-width:46em}.said.user{background:var(--sunk);margin-left:auto}.said.failed{border-color:var(--bad)}
.who,.label,.called,.earlier,.said .meta{font-size:12px}.words{white-space:pre-wrap;overflow-wrap:anywhere}
.tool{border-left:3px solid var(--s1);padding:2px 0 2px 10px;margin:4px 0 4px 20px;max-width:46em}.tool.failed{border-color:var(--bad);color:inherit}.tool code{color:var(--muted);margin:0 8px;overflow-wrap:anywhere}.panel .tool{margin-left:0}
main pre{padding:8px 10px;max-height:32em;overflow:auto;background:var(--sunk);border-radius:6px}
.timeline{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 10px;margin:10px 0}.timeline svg{width:100%;display:block}.timeline figcaption{grid-column:2;font-size:12px}
.lanes span{display:block;height:18px;font-size:12px;line-height:18px;color:var(--muted)}.gap{stroke:var(--muted);stroke-dasharray:3;vector-effect:non-scaling-stroke}
.growth{display:flex;gap:10px;align-items:center;margin:6px 0;font-size:12px;color:var(--muted)}.growth svg{width:200px;height:32px}.spark polyline,polyline.spark{fill:none;stroke:var(--s0);vector-effect:non-scaling-stroke}
.modes{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:4px 16px;border-bottom:1px solid var(--line);margin:10px 0}.tabs{margin:6px 0}
.turns{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(24em,100%),1fr));gap:12px}.card.failed{border-color:var(--bad);color:inherit}.turn-row th{padding-top:14px;font-weight:600}.steps td{white-space:nowrap}tr.failed{color:inherit}tr.failed td:last-child,.failed .name>a,.failed>td>a{color:var(--bad)}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:12px}.checklist{list-style:none;padding:0;margin:0;line-height:2}.checklist .done{color:var(--good)}.checklist .open{color:var(--muted)}.checklist .next{font-weight:600}
.verdict{font-size:17px}.snippet{border:1px solid var(--line);border-radius:10px;padding:6px 12px;margin:6px 0}summary{cursor:pointer;min-height:24px}
.split>*{min-width:0}.split{display:grid;grid-template-columns:minmax(0,3fr) minmax(300px,2fr);gap:16px;align-items:start}.split.alone{grid-template-columns:1fr}
.waterfall{table-layout:fixed;min-width:640px}.waterfall th:first-child{width:46%}.waterfall td{height:28px;padding:2px 8px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}.waterfall small{margin-left:8px}
.waterfall .selected td{background:var(--sunk);box-shadow:inset 0 2px var(--link),inset 0 -2px var(--link)}.waterfall .name>a{color:var(--text);font-weight:500}.waterfall .failed .name>a{color:var(--bad)}
.waterfall .axis{display:flex;justify-content:space-between}.waterfall .axis,.waterfall .bars{padding-right:64px;position:relative}.bars svg{width:100%;height:20px;display:block;background:repeating-linear-gradient(90deg,var(--line) 0 1px,#0000 1px calc(25% - .25px))}.dim{opacity:.25}.path{stroke:var(--text);stroke-width:2;vector-effect:non-scaling-stroke}i.path{background:var(--text);height:2px;vertical-align:middle}.minimap{width:100%;height:40px;display:block;background:var(--sunk);border-radius:6px;cursor:crosshair;touch-action:pan-y}.shade{fill:var(--bg);opacity:.75}[data-zoom] svg,svg[data-zoom]{cursor:crosshair;user-select:none}.took{position:absolute;right:6px;top:5px;font-size:12px}
.bar{fill:var(--sx);stroke:none}.bar.LLM{fill:var(--s0)}.bar.tools{fill:var(--s1)}.bar.data{fill:var(--s3)}.bar.agent{fill:var(--sunk);stroke:var(--sx);vector-effect:non-scaling-stroke}.bar.other{fill:var(--s2)}.bar.failed{fill:var(--bad)}.bar.agent.failed,.bar.other.failed{fill:none;stroke:var(--bad);vector-effect:non-scaling-stroke}
.first{stroke:var(--bg);stroke-width:2;vector-effect:non-scaling-stroke}.retry{fill:none;stroke:var(--warn);vector-effect:non-scaling-stroke}
.panel{border:1px solid var(--line);border-radius:10px;padding:12px;min-width:0;position:sticky;top:8px;max-height:calc(100vh - 16px);overflow:auto;overflow-wrap:anywhere}.panel h3{margin:12px 0 4px}
.facts{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:2px 12px;font-size:13px}.facts dd{white-space:pre-wrap}.neighbours{float:right;margin:8px 0}.find{width:100%;display:none}.js .find{display:block}.cost .total>*{font-weight:600;color:var(--text)}
.waterfall .name,.steps td,.cost th{padding-left:calc(8px + var(--in,0)*14px)}.indent-1{--in:1}.indent-2{--in:2}.indent-3{--in:3}.indent-4{--in:4}.indent-5{--in:5}.indent-6{--in:6}.indent-7{--in:7}.indent-8,.indent-9,.indent-10,.indent-11,.indent-12{--in:8}
#help{position:fixed;right:20px;bottom:20px;background:var(--bg);border:1px solid var(--line);border-radius:10px;padding:14px;z-index:6}#help dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:8px 0 0}
@media (max-width:700px){.waterfall{min-width:0}.waterfall th:first-child{width:60%}.waterfall small,.waterfall .badge,.waterfall .axis span:nth-child(2n),.waterfall .axis span:nth-child(3){display:none}.panel{position:static;max-height:none}.tool{margin-left:0}.timeline{grid-template-columns:minmax(0,1fr)}.lanes{display:none}.timeline figcaption{grid-column:1}.figures>div{flex-basis:40%}main{padding:0 10px 30px}.top{padding:6px 10px}.split{grid-template-columns:minmax(0,1fr)}.filters{display:grid;grid-template-columns:1fr 1fr}.filters select{width:100%;max-width:none}.filters .grow{grid-column:1/-1}.list td.title{max-width:170px}.said.user{margin-left:0}.cards{grid-template-columns:1fr 1fr}.figure strong{font-size:20px}}
@media (prefers-reduced-motion:no-preference){.card{transition:border-color .15s}}
@media print{.filters,nav,#theme,#refresh{display:none}}
.vague dd{color:var(--muted);font-weight:400}.links{margin:0 0 8px}.links a{display:inline-block;padding:4px 16px 4px 0}.links summary{color:var(--muted);padding:4px 0}
.js .legend:has(+svg.chart) li{cursor:pointer;padding:2px 0}.legend .off{opacity:.45;text-decoration:line-through}.chart .off,.partial [fill="url(#hatch)"]{display:none}
.inline{display:inline-block;margin:4px 8px 0 0}.choice fieldset{border:0;margin:0 0 8px;padding:0;display:flex;flex-wrap:wrap;gap:2px 14px}.choice label{display:block;padding:4px 0}.choice input{min-height:0;height:auto;vertical-align:-2px}#compare h3{margin:16px 0 4px}.plot{max-width:760px}
.peek{position:fixed;z-index:5;inset:0 0 0 auto;width:min(430px,100%);overflow:auto;background:var(--bg);border-left:1px solid var(--line);padding:12px 18px;box-shadow:-8px 0 24px #0002}.peek .button{margin-right:8px}.peek .n{text-align:left}.js tr[data-peek]{cursor:pointer}.steps-in{padding-left:20px}
.ghost{stroke:var(--muted);stroke-dasharray:4 3}.fields{display:flex;flex-wrap:wrap;gap:8px;align-items:end;margin:8px 0}.fields label span{display:block;font-size:12px;color:var(--muted)}.choice.fields input{min-height:32px;height:auto}.plain{list-style:none;padding:0;margin:4px 0}[aria-invalid]{border-color:var(--bad)}
"""###)
    static let script = Asset(
        path: "/assets/510f678783b7ff4f.js", type: "text/javascript; charset=utf-8",
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
  line.textContent = isCut ? `no answer · ${words} ago` : `${state} · ${words} ago`;
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
    const mode = new URL(event.target.closest?.(".modes .tabs a")?.href ?? location.href).searchParams.get("mode");
    if (mode && event.target.closest(".modes .tabs a")) remember("mode", mode);
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
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await navigator.clipboard.writeText(link.href);
  link.textContent = "Copied";
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  if (!source) return;
  const lines = $$("dt", source).map((name) => `${name.textContent}: ${name.nextElementSibling.textContent}`);
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
const fields = new Set($$("#hints option").map((option) => option.value.split(":")[0]));
let asking;
document.addEventListener("input", async (event) => {
  if (event.target.id !== "query") return;
  const [before, sign, field, start] = event.target.value.match(/^(.*\s)?(-?)(\w+):(\S*)$/)?.slice(1) ?? [];
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
    $("#hints").replaceChildren(...found.slice(0, 20).map((value) => {
      const option = make("option");
      option.value = `${before ?? ""}${sign}${field}:${value}`;
      return option;
    }));
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
    case "?": help.hidden = !help.hidden; break;
    case "Escape": if (!help.hidden) help.hidden = true; else if ($(".peek")) peek(); else if ($("tr.on")) $("tr.on").classList.remove("on"); else follow("#unzoom"); break;
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
