// The chart as a tree for the keyboard and for screen readers, as WAI-ARIA describes one.

const TYPING = 700; // milliseconds between the letters of a name

let current = null; // the one box that Tab leads to
let typed = "";
let typing = 0;

function becomeTree() {
  svg.removeAttribute("role");
  const graph = svg.querySelector("g.graph");
  graph.setAttribute("role", "tree");
  graph.setAttribute("aria-label", document.title || word("chart"));
  graph.setAttribute("aria-describedby", "ui.keys");
  for (const element of graph.children) {
    if (!byElement.has(element)) element.setAttribute("aria-hidden", "true");
  }
  for (const card of order) becomeItem(card);
  for (const link of graph.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
  setCurrent(order[0]);
  graph.addEventListener("keydown", onTreeKey);
  graph.addEventListener("focusin", (event) => {
    const card = byElement.get(event.target);
    if (card && event.target.matches(":focus-visible")) {
      setCurrent(card);
      choose(card);
      reveal(card);
    }
  });
}

function becomeItem(card) {
  const { element, said } = card;
  const siblings = card.parent ? card.parent.children : roots;
  card.place ??= numberSiblings(siblings, card);
  element.setAttribute("role", "treeitem");
  element.setAttribute("tabindex", "-1");
  element.setAttribute("aria-level", card.level);
  element.setAttribute("aria-posinset", card.place);
  element.setAttribute("aria-setsize", siblings.length);
  element.setAttribute("aria-label", [said.name, people(card), said.status].filter(Boolean).join(", "));
  if (card.children.length) element.setAttribute("aria-expanded", "true");
}

function numberSiblings(siblings, card) {
  siblings.forEach((one, at) => {
    one.place = at + 1;
  });
  return card.place;
}

function setCurrent(card) {
  current?.element.setAttribute("tabindex", "-1");
  current = card;
  card.element.setAttribute("tabindex", "0");
}

/** Put the keyboard on a box. */
function focusOn(card) {
  setCurrent(card);
  choose(card);
  reveal(card);
  card.element.focus({ preventScroll: true });
}

function shownCards() {
  return order.filter((card) => !card.hidden);
}

const TREE_KEYS = {
  ArrowDown: () => neighbour(1),
  ArrowUp: () => neighbour(-1),
  ArrowRight: () => (current.folded ? fold(current, false) : current.children[0]),
  ArrowLeft: () => (current.children.length && !current.folded ? fold(current, true) : current.parent),
  Home: () => shownCards()[0],
  End: () => shownCards().at(-1),
  Enter: () => open(current, { focus: true }),
  " ": () => open(current),
  "*": () => openSiblings(current),
};

function neighbour(step) {
  const shown = shownCards();
  return shown[shown.indexOf(current) + step];
}

function openSiblings(card) {
  for (const one of card.parent ? card.parent.children : roots) fold(one, false);
}

function onTreeKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !byElement.has(event.target)) return;
  if (event.shiftKey && event.key.startsWith("Arrow")) return;
  const action = TREE_KEYS[event.key];
  if (action) {
    event.preventDefault();
    const next = action();
    if (next) focusOn(next);
  } else if (/^[^+\-=0/?\s]$/u.test(event.key)) {
    typeName(event.key);
  }
}

/** Jump to the next box whose name begins with what is typed; pinyin will do. */
function typeName(key) {
  clearTimeout(typing);
  typing = setTimeout(() => {
    typed = "";
  }, TYPING);
  typed += plain(key);
  const shown = shownCards();
  const from = shown.indexOf(current) + (typed.length === 1 ? 1 : 0);
  const ring = [...shown.slice(from), ...shown.slice(0, from)];
  const next = ring.find((card) => [0, 3].includes(rate(plain(card.said.name), typed)));
  if (next) focusOn(next);
}
