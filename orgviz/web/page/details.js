// The panel with all that the file says of a box.

const panel = find(".details");

function showDetails(card, { focus = false } = {}) {
  const { said } = card;
  panel.querySelector("h2").textContent = said.name;
  const facts = panel.querySelector(".facts");
  facts.replaceChildren(...factsOf(card));
  facts.scrollTop = 0;
  if (panel.hidden) {
    panel.hidden = false;
    if (view.fitted) fit(); // what was seen whole stays so, beside the panel
  }
  if (focus) panel.querySelector("h2").focus({ preventScroll: true });
}

function hideDetails() {
  if (panel.hidden) return;
  panel.hidden = true;
  if (view.fitted) fit();
}

function* factsOf(card) {
  const { said } = card;
  const { rows = [] } = said;
  yield* fact("type", said.type);
  yield* fact("status", said.status);
  yield* fact("days", said.days);
  yield* list("head", rows.filter((row) => row.head).map(rowOf));
  yield* list("holders", said.holders || said.vacant || said.seats ? [holdersOf(said, make("div"))] : []);
  yield* fact("duty", said.duty);
  yield* list("posts", rows.filter((row) => !row.head).map(rowOf));
  yield* list("above", card.parent ? [jump(card.parent)] : []);
  yield* list("links", card.links.flatMap((link) => linkOf(link, card)));
  yield* list("below", card.children.map((child) => jump(child)));
  yield* fact("left_out", said.cut);
  yield* list("website", said.url ? [outward(said.url)] : []);
  if (card.children.length) yield foldButton(card);
}

function* fact(key, text) {
  if (text !== undefined) yield* list(key, [make("span", { dir: "auto" }, String(text))]);
}

function* list(key, items) {
  if (!items.length) return;
  const entries = items.map((item) => make("li", {}, item));
  yield make("h3", {}, word(key));
  yield make("ul", {}, ...entries);
}

/** A post or a person in the box: title, who holds it, what is vacant, and what it is for. */
function rowOf(row) {
  const line = make("div", { class: "row" }, make("b", { dir: "auto" }, row.name));
  line.classList.add(`deep-${Math.min(row.indent ?? 0, 4)}`);
  holdersOf(row, line, [row.status, row.days]);
  if (row.duty) line.append(make("p", { dir: "auto" }, row.duty));
  return line;
}

/** Seats, holders and vacancies of a post, written into an element. */
function holdersOf(post, line, about = []) {
  const seats = post.seats ? `×${post.seats}` : "";
  const more = [seats, post.holders, ...about].filter(Boolean).join(" · ");
  if (more) line.append(" ", make("span", { dir: "auto" }, more));
  if (post.vacant) line.append(" ", make("em", {}, `○ ${post.vacant}`));
  return line;
}

/** A button that leads to a box. */
function jump(card, text = card.said.name) {
  const button = make("button", { type: "button", class: "jump", dir: "auto" }, text);
  button.addEventListener("click", () => goTo(card));
  return button;
}

/** A link as it looks from one of its ends; one within the box has no other end to jump to. */
function linkOf(link, card) {
  const { said } = link;
  const out = link.from === card;
  const other = out ? link.to : link.from;
  const there = out ? said.to_post : said.from_post;
  const here = out ? said.from_post : said.to_post;
  const name = [other.said.name, there].filter(Boolean).join(" · ");
  const line = make("div", { class: "link" }, make("span", { "aria-hidden": "true" }, out ? "→ " : "← "));
  line.append(make("span", { class: "quiet" }, word(out ? "to" : "from")), jump(other, name));
  const about = [said.kind, said.label, said.days, here].filter(Boolean).join(" · ");
  line.append(make("p", { dir: "auto" }, about));
  return [line];
}

/** The address that the file gives; it was checked to be http, https or mailto, and is again. */
function outward(url) {
  if (!/^(https?|mailto):/i.test(url)) return make("span", {}, url);
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", dir: "ltr" }, url);
}

function foldButton(card) {
  const button = make("button", { type: "button", class: "fold" });
  const label = () => {
    button.textContent = card.folded ? `${word("open")} (+${countBelow(card)})` : word("fold");
  };
  button.addEventListener("click", () => {
    fold(card, !card.folded);
    label();
  });
  label();
  return button;
}
