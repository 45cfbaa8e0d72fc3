// The start, the keys that hold everywhere, the address, and light and dark.

const STEP = 60; // pixels that an arrow moves the map
const ZOOM = 1.3;
const SCHEME = "orgviz-scheme";
const darkWanted = matchMedia("(prefers-color-scheme: dark)");

/** Choose a box, show its details, and write it into the address. */
function open(card, { focus = false } = {}) {
  unfoldTo(card);
  showDetails(card, { focus });
  choose(card);
  reveal(card);
  writeAddress(card);
}

/** Go to a box from elsewhere: it comes close, and the keyboard with it. */
function goTo(card) {
  unfoldTo(card);
  showDetails(card);
  setCurrent(card);
  choose(card);
  reveal(card, { close: true });
  card.element.focus({ preventScroll: true });
  writeAddress(card);
  tell(card.element.getAttribute("aria-label"));
}

function close() {
  const inside = panel.contains(document.activeElement);
  hideDetails();
  unchoose();
  if (inside) current.element.focus({ preventScroll: true });
}

function addressOf(card) {
  return `#unit=${encodeURIComponent(card.said.unit)}`;
}

/** Each unit that is opened is a step of its own: Back leads to the one before. */
function writeAddress(card) {
  if (location.hash !== addressOf(card)) location.hash = addressOf(card);
}

function unitOfAddress() {
  const found = /^#unit=(.*)$/s.exec(location.hash);
  if (!found) return null;
  try {
    return byUnit.get(decodeURIComponent(found[1])) ?? null;
  } catch {
    return null; // a broken percent sign names no unit
  }
}

function followAddress() {
  const card = unitOfAddress();
  if (card && card !== chosen) goTo(card);
}

const PAGE_KEYS = {
  "/": () => field.focus(),
  "+": () => zoomMiddle(ZOOM),
  "=": () => zoomMiddle(ZOOM),
  "-": () => zoomMiddle(1 / ZOOM),
  0: () => fit(),
  Escape: () => close(),
};
const MOVES = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function onPageKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const move = event.shiftKey && MOVES[event.key];
  if (move) {
    event.preventDefault();
    panBy(move[0] * STEP, move[1] * STEP);
  } else if (Object.hasOwn(PAGE_KEYS, event.key)) {
    event.preventDefault();
    PAGE_KEYS[event.key]();
  }
}

function setScheme(scheme) {
  page.dataset.scheme = scheme;
  find(".swap").setAttribute("aria-pressed", String(scheme === "dark"));
}

/** What was chosen here before, else what the chart was made for if that is dark, else what the reader's system wants. */
function startScheme() {
  const own = page.dataset.scheme;
  setScheme(remembered() ?? (own || (darkWanted.matches ? "dark" : "light")));
  darkWanted.addEventListener("change", () => {
    if (!remembered() && !own) setScheme(darkWanted.matches ? "dark" : "light");
  });
  find(".swap").addEventListener("click", () => {
    setScheme(page.dataset.scheme === "dark" ? "light" : "dark");
    try {
      localStorage.setItem(SCHEME, page.dataset.scheme);
    } catch {
      // Where nothing may be kept, the choice lasts as long as the page.
    }
  });
}

function remembered() {
  try {
    const kept = localStorage.getItem(SCHEME);
    return kept === "dark" || kept === "light" ? kept : null;
  } catch {
    return null;
  }
}

function startButtons() {
  const actions = {
    ".zoom-in": () => zoomMiddle(ZOOM),
    ".zoom-out": () => zoomMiddle(1 / ZOOM),
    ".fit": fit,
    ".fold-all": () => {
      foldAll(true);
      fit();
    },
    ".open-all": () => {
      foldAll(false);
      fit();
    },
    ".details .close": close,
  };
  for (const [selector, action] of Object.entries(actions)) find(selector).addEventListener("click", action);
}

/** Let the picture be this part of the chart: on paper what is left after collapsing fills the sheet. */
function showOnly({ x, y, width, height }) {
  svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
}

function start() {
  page.dataset.live = "";
  svg.style.width = `${whole.width}px`;
  svg.style.height = `${whole.height}px`;
  startScheme();
  startButtons();
  startFinder();
  startPointer();
  becomeTree();
  addEventListener("keydown", onPageKey);
  addEventListener("hashchange", followAddress);
  addEventListener("beforeprint", () => showOnly(shownArea()));
  addEventListener("afterprint", () => showOnly({ x: 0, y: 0, ...whole }));
  new ResizeObserver(() => view.fitted && fitAtOnce()).observe(stage);
  fitAtOnce();
  followAddress();
}

start();
