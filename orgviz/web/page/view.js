// What part of the chart is seen, and how large: one transform on one element.

const view = { x: 0, y: 0, scale: 1, fitted: true };
const ROOM = 20; // pixels around what is fitted
const LARGEST = 8;
const LARGEST_FIT = 2; // a chart of three boxes is not blown up to fill a wall
const READABLE = 1.15; // at which the smallest names of a chart can be read
const NARROW = 700; // pixels: below, details cover the lower half instead of the right side
const REST = 180; // milliseconds after a movement until letters are drawn sharp again

let waitingFrame = 0;
let resting = 0;

/** Draw the view with the next frame; while it moves, the chart is one picture that only slides. */
function moved() {
  if (!waitingFrame) {
    waitingFrame = requestAnimationFrame(() => {
      waitingFrame = 0;
      sheet.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    });
  }
  sheet.classList.add("moving");
  clearTimeout(resting);
  resting = setTimeout(() => sheet.classList.remove("moving"), REST);
}

/** Slide to the new view instead of leaping there; who wants no motion gets none. */
function glide() {
  sheet.classList.add("gliding");
  sheet.addEventListener("transitionend", stopGliding, { once: true });
  moved();
}

function stopGliding() {
  sheet.classList.remove("gliding");
}

function panBy(x, y) {
  view.x += x;
  view.y += y;
  view.fitted = false;
  moved();
}

/** Enlarge by a factor; what is at (x, y) of the stage stays there. */
function zoomAt(factor, x, y) {
  const scale = Math.min(LARGEST, Math.max(smallestScale(), view.scale * factor));
  view.x = x - ((x - view.x) * scale) / view.scale;
  view.y = y - ((y - view.y) * scale) / view.scale;
  view.scale = scale;
  view.fitted = false;
  moved();
}

function zoomMiddle(factor) {
  const room = freeRoom();
  zoomAt(factor, room.x + room.width / 2, room.y + room.height / 2);
}

function smallestScale() {
  const room = stage.getBoundingClientRect();
  return Math.min(0.5, 0.4 * Math.min(room.width / whole.width, room.height / whole.height));
}

/** The part of the stage that no details cover, in its pixels. */
function freeRoom() {
  const { width, height } = stage.getBoundingClientRect();
  const panel = find(".details");
  if (panel.hidden) return { x: 0, y: 0, width, height };
  const covered = panel.getBoundingClientRect();
  return width < NARROW
    ? { x: 0, y: 0, width, height: height - covered.height }
    : { x: 0, y: 0, width: width - covered.width, height };
}

/** Show everything that is not folded away. */
function fit() {
  const area = shownArea();
  const room = freeRoom();
  const across = (room.width - 2 * ROOM) / area.width;
  const down = (room.height - 2 * ROOM) / area.height;
  view.scale = Math.min(LARGEST_FIT, across, down);
  view.x = room.x + (room.width - area.width * view.scale) / 2 - area.x * view.scale;
  view.y = room.y + (room.height - area.height * view.scale) / 2 - area.y * view.scale;
  view.fitted = true;
  glide();
}

/** The same without sliding there: a page that opens, or a window that changes, shows the chart in its place. */
function fitAtOnce() {
  fit();
  stopGliding();
}

function shownArea() {
  if (!cards.some((card) => card.hidden)) return { x: 0, y: 0, width: whole.width, height: whole.height };
  const furniture = [...svg.querySelectorAll("g.title, g.legend")].map(placeOf);
  const boxes = [...cards.filter((card) => !card.hidden).map(boxOf), ...furniture];
  const x = Math.min(...boxes.map((box) => box.x)) - ROOM;
  const y = Math.min(...boxes.map((box) => box.y)) - ROOM;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + ROOM;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + ROOM;
  return { x, y, width: right - x, height: bottom - y };
}

/** The rectangle of a group where it is now. */
function placeOf(element) {
  const { x, y, width, height } = element.getBBox();
  return { x: mapX(x + width / 2) - width / 2, y: mapY(y + height / 2) - height / 2, width, height };
}

/** Bring a box into sight. From far away (`close`) it comes to the middle, large enough to be read. */
function reveal(card, { close = false } = {}) {
  const box = boxOf(card);
  const room = freeRoom();
  const scale = close ? Math.max(view.scale, READABLE) : view.scale;
  const left = view.x + box.x * view.scale;
  const top = view.y + box.y * view.scale;
  const inSight =
    left >= room.x + 8 &&
    top >= room.y + 8 &&
    left + box.width * view.scale <= room.x + room.width - 8 &&
    top + box.height * view.scale <= room.y + room.height - 8;
  if (inSight && scale === view.scale) return;
  view.scale = scale;
  view.x = room.x + room.width / 2 - (box.x + box.width / 2) * scale;
  view.y = room.y + room.height / 2 - (box.y + box.height / 2) * scale;
  view.fitted = false;
  glide();
}
