// The search: a field with a list below it, for the keyboard and the pointer.

const MOST_SHOWN = 60;
const field = find(".query");
const listed = find(".results");

let results = [];
let active = -1;

function runSearch() {
  results = search(field.value);
  const shown = results.slice(0, MOST_SHOWN);
  listed.replaceChildren(...shown.map(resultOf));
  if (results.length > shown.length) {
    const rest = word("more", results.length - shown.length);
    listed.append(make("li", { class: "rest", role: "presentation" }, rest));
  }
  if (field.value.trim() && !results.length) {
    listed.append(make("li", { class: "rest", role: "presentation" }, word("found_none")));
  }
  showList(Boolean(field.value.trim()));
  setActive(results.length ? 0 : -1);
  if (field.value.trim()) tell(countWord(results.length));
}

function countWord(n) {
  return n === 0 ? word("found_none") : n === 1 ? word("found_one") : word("found", n);
}

function resultOf({ card, text, isName }, number) {
  const item = make("li", { id: `ui.result.${number}`, role: "option", "aria-selected": "false" });
  item.append(make("b", { dir: "auto" }, card.said.name));
  const under = card.parent ? card.parent.said.name : "";
  const second = isName ? [people(card), under] : [text, under];
  item.append(make("span", { dir: "auto" }, second.filter(Boolean).join(" · ")));
  item.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  item.addEventListener("click", () => take(number));
  return item;
}

function showList(shown) {
  listed.hidden = !shown;
  field.setAttribute("aria-expanded", String(shown));
}

function setActive(number) {
  listed.children[active]?.setAttribute("aria-selected", "false");
  active = number;
  const item = listed.children[number];
  if (!item || number < 0) {
    field.removeAttribute("aria-activedescendant");
    return;
  }
  item.setAttribute("aria-selected", "true");
  field.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

/** Go to what was found. */
function take(number) {
  const found = results[number];
  if (!found) return;
  showList(false);
  goTo(found.card);
}

const FINDER_KEYS = {
  ArrowDown: () => setActive(Math.min(active + 1, Math.min(results.length, MOST_SHOWN) - 1)),
  ArrowUp: () => setActive(Math.max(active - 1, 0)),
  Enter: () => take(active),
  Escape: () => leaveSearch(),
};

function leaveSearch() {
  if (field.value) {
    field.value = "";
    runSearch();
    return;
  }
  showList(false);
  current.element.focus({ preventScroll: true });
}

function startFinder() {
  field.addEventListener("input", runSearch);
  field.addEventListener("focus", () => showList(Boolean(field.value.trim())));
  field.addEventListener("blur", () => showList(false));
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || !FINDER_KEYS[event.key]) return;
    event.preventDefault();
    FINDER_KEYS[event.key]();
  });
}
