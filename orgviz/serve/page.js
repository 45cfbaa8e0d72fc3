// The page of the live preview: shows the state that the server tells, keeps zoom and place, and comes back by itself.
// Whatever comes from files is put in as text, never as markup.
"use strict";

const at = (id) => document.getElementById(id);
const stage = at("stage");
const RETRY = 1000, SOON = 300; // milliseconds
const SMALLEST = 0.05, LARGEST = 20, STEP = 1.25;

let state = null; // as the server told it last
let words = {};
let chosen = 0; // which picture
let picture = null; // the element
let shown = ""; // which picture it shows
let wanted = ""; // and which one is on its way
let scale = null; // pixels to a pixel of the picture; null fits it to the window
let soon = 0;
let why = "lost"; // what is said where there is no connection

// The token has become a cookie: it need not stand in the address.
if (location.search) history.replaceState(null, "", location.pathname);
restore();
connect();

function connect() {
  const events = new EventSource("events");
  events.addEventListener("state", (event) => show(JSON.parse(event.data)));
  events.onerror = () => {
    lost();
    if (events.readyState === EventSource.CLOSED) {
      fetch("/", { method: "HEAD" })
        .then((answer) => { why = answer.status === 403 ? "closed" : "lost"; lost(); }, () => {})
        .finally(() => setTimeout(connect, RETRY));
    }
  };
}

function lost() {
  clearTimeout(soon);
  tell("lost", words[why] || "No connection to orgviz");
}

function show(newest) {
  state = newest;
  why = "lost";
  words = newest.words;
  document.documentElement.lang = newest.lang;
  at("title").textContent = newest.title || newest.file;
  at("title").title = newest.file;
  for (const id of ["fit", "larger", "smaller"]) at(id).title = words[id];
  at("fit").textContent = words.fit;
  for (const id of ["larger", "smaller"]) at(id).setAttribute("aria-label", words[id]);
  clearTimeout(soon);
  if (newest.is_drawing) {
    soon = setTimeout(() => tell("drawing", words.drawing), SOON);
  } else {
    tell(...verdict());
    showProblems();
  }
  showTabs();
  showPicture();
}

function verdict() {
  if (state.errors) return ["error", counted("error", state.errors)];
  if (state.warnings) return ["warning", counted("warning", state.warnings)];
  return ["fine", words.fine];
}

function counted(noun, number) {
  return number === 1 ? words[noun] : words[noun + "s"].replace("{n}", number);
}

function tell(kind, text) {
  document.body.dataset.state = kind;
  at("words").textContent = text;
  const mark = { fine: "✓", warning: "⚠", error: "✗", drawing: "…", lost: "○" }[kind];
  document.title = (kind === "fine" ? `${mark} ` : `${mark} ${text} · `) + at("title").textContent;
}

function showProblems() {
  const { errors, warnings, problems, more, pictures } = state;
  const counts = [errors && counted("error", errors), warnings && counted("warning", warnings)];
  at("count").textContent = counts.filter(Boolean).join(" · ");
  at("kept").textContent = words.kept;
  at("kept").hidden = !errors || !pictures.length;
  at("list").replaceChildren(...problems.map(asItem));
  at("more").textContent = words.more.replace("{n}", more);
  at("more").hidden = !more;
  at("problems").hidden = !problems.length;
  place();
}

function asItem(problem) {
  const item = element("li", problem.severity);
  if (problem.place) item.append(element("div", "place", problem.place));
  const message = element("p", "message", problem.message);
  if (problem.code) message.append(" ", element("span", "code", problem.code));
  item.append(message);
  if (problem.excerpt.length) item.append(element("pre", "", problem.excerpt.join("\n")));
  if (problem.hint) {
    const hint = element("p", "hint");
    hint.append(element("b", "", `${words.hint}: `), problem.hint);
    item.append(hint);
  }
  return item;
}

function element(name, kind, text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
}

function showTabs() {
  const names = state.pictures.map((one) => one.name);
  chosen = Math.min(chosen, Math.max(0, names.length - 1));
  at("tabs").hidden = names.length < 2;
  at("tabs").replaceChildren(...names.map((name, number) => {
    const tab = element("button", "", name);
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", String(number === chosen));
    tab.onclick = () => { chosen = number; keep(); showTabs(); showPicture(); };
    return tab;
  }));
}

function showPicture() {
  at("nothing").textContent = words.nothing;
  at("nothing").hidden = state.pictures.length > 0 || state.is_drawing;
  if (!state.pictures.length) return;
  const key = `chart=${chosen}&digest=${state.pictures[chosen].digest}`;
  if (key === wanted) return;
  wanted = key;
  const next = new Image();
  next.alt = state.title;
  next.draggable = false;
  next.src = `chart.svg?${key}`;
  // The old picture stays until the new one is there to be seen, so that nothing flickers.
  next.decode().then(() => { if (key === wanted) put(next, key); }, () => { if (key === wanted) wanted = shown; });
}

function put(next, key) {
  const { scrollLeft, scrollTop } = stage;
  if (picture) picture.replaceWith(next);
  else stage.append(next);
  const isFirst = picture === null;
  picture = next;
  shown = key;
  place();
  if (isFirst) restoreScroll();
  else stage.scrollTo(scrollLeft, scrollTop);
}

function fitting() {
  const style = getComputedStyle(stage);
  const room = (side, before, after) => stage[side] - parseFloat(style[before]) - parseFloat(style[after]);
  const width = room("clientWidth", "paddingLeft", "paddingRight") / picture.naturalWidth;
  const height = room("clientHeight", "paddingTop", "paddingBottom") / picture.naturalHeight;
  return Math.min(Math.max(Math.min(width, height), SMALLEST), 2);
}

function place() {
  if (!picture) return;
  const now = scale ?? fitting();
  picture.style.width = `${picture.naturalWidth * now}px`;
  at("percent").textContent = `${Math.round(now * 100)} %`;
}

function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  if (!picture) return;
  const before = picture.getBoundingClientRect();
  const area = stage.getBoundingClientRect();
  const [partX, partY] = [(x + area.left - before.left) / before.width, (y + area.top - before.top) / before.height];
  scale = Math.min(Math.max((scale ?? fitting()) * factor, SMALLEST), LARGEST);
  place();
  // What was under the pointer stays there.
  const after = picture.getBoundingClientRect();
  stage.scrollBy(after.left + partX * after.width - area.left - x, after.top + partY * after.height - area.top - y);
  keep();
}

function fit() {
  scale = null;
  place();
  keep();
}

function keep() {
  const { scrollLeft, scrollTop } = stage;
  sessionStorage.setItem("place", JSON.stringify({ scale, scrollLeft, scrollTop, chosen }));
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem("place")) || {};
  } catch {
    return {};
  }
}

function restore() {
  const before = kept();
  scale = before.scale > 0 ? before.scale : null;
  chosen = before.chosen > 0 ? before.chosen : 0;
}

function restoreScroll() {
  const before = kept();
  stage.scrollTo(before.scrollLeft || 0, before.scrollTop || 0);
}

at("larger").onclick = () => zoom(STEP);
at("smaller").onclick = () => zoom(1 / STEP);
at("fit").onclick = fit;
addEventListener("resize", place);
addEventListener("pagehide", keep);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "+" || event.key === "=") zoom(STEP);
  else if (event.key === "-") zoom(1 / STEP);
  else if (event.key === "0") fit();
});
stage.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const area = stage.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY / 300), event.clientX - area.left, event.clientY - area.top);
}, { passive: false });
stage.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || event.pointerType === "touch" || event.target === stage && onScrollbar(event)) return;
  stage.setPointerCapture(event.pointerId);
  stage.classList.add("dragged");
});
stage.addEventListener("pointermove", (event) => {
  if (stage.classList.contains("dragged")) stage.scrollBy(-event.movementX, -event.movementY);
});
for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, () => stage.classList.remove("dragged"));

function onScrollbar(event) {
  return event.offsetX >= stage.clientWidth || event.offsetY >= stage.clientHeight;
}
