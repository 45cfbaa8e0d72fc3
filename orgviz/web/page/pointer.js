// Mouse, pen and fingers: drag to move, wheel or two fingers to zoom, click to read.

const SLACK = 5; // pixels that a click may move
const WHEEL = 0.0016;
const PINCH = 0.01; // on a touchpad the browser tells a pinch as a wheel with Ctrl, in small steps
const WHEEL_LINE = 20;

const fingers = new Map();
let dragged = false;

function startPointer() {
  stage.addEventListener("wheel", onWheel, { passive: false });
  sheetEvents("pointerdown", onDown);
  sheetEvents("pointermove", onMove);
  sheetEvents("pointerup", onUp);
  sheetEvents("pointercancel", onUp);
  stage.addEventListener("click", onClick);
  stage.addEventListener("dblclick", onDoubleClick);
  sheet.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") pointAt(cardAt(event.target) ?? keptByKnob(event.target));
  });
  sheet.addEventListener("pointerleave", () => pointAt(null));
}

/** Hear of a pointer on the stage, but not in what lies over it. */
function sheetEvents(name, action) {
  stage.addEventListener(name, (event) => {
    if (!event.target.closest(".details, .zoom")) action(event);
  });
}

function cardAt(element) {
  return byElement.get(element.closest("g.node")) ?? null;
}

/** A knob belongs to its box. */
function keptByKnob(element) {
  return element.closest(".knob") ? pointed : null;
}

function at(event) {
  const { left, top } = stage.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function onWheel(event) {
  if (event.target.closest(".details")) return;
  event.preventDefault();
  stopGliding();
  const unit = event.deltaMode === 0 ? 1 : WHEEL_LINE;
  if (event.shiftKey) {
    panBy(-(event.deltaX || event.deltaY) * unit, 0);
    return;
  }
  const { x, y } = at(event);
  const speed = event.ctrlKey ? PINCH : WHEEL;
  zoomAt(Math.exp(-event.deltaY * unit * speed), x, y);
}

function onDown(event) {
  if (event.button !== 0) return;
  stopGliding();
  if (!fingers.size) dragged = false;
  fingers.set(event.pointerId, { ...at(event), start: at(event) });
}

function onMove(event) {
  const finger = fingers.get(event.pointerId);
  if (!finger) return;
  const here = at(event);
  if (fingers.size === 1) drag(event, finger, here);
  if (fingers.size === 2) pinch(event, finger, here);
  finger.x = here.x;
  finger.y = here.y;
}

function drag(event, finger, here) {
  if (!dragged && Math.hypot(here.x - finger.start.x, here.y - finger.start.y) < SLACK) return;
  if (!dragged) {
    dragged = true;
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("dragging");
    finger.x = finger.start.x;
    finger.y = finger.start.y;
  }
  panBy(here.x - finger.x, here.y - finger.y);
}

function pinch(event, finger, here) {
  dragged = true;
  const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
  const before = Math.hypot(finger.x - other.x, finger.y - other.y) || 1;
  const now = Math.hypot(here.x - other.x, here.y - other.y) || 1;
  panBy((here.x - finger.x) / 2, (here.y - finger.y) / 2);
  zoomAt(now / before, (here.x + other.x) / 2, (here.y + other.y) / 2);
}

function onUp(event) {
  fingers.delete(event.pointerId);
  if (!fingers.size) stage.classList.remove("dragging");
}

function onClick(event) {
  const wasDragged = dragged;
  dragged = false;
  if (event.target.closest(".details, .zoom")) return;
  const link = event.target.closest("a");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (link && elsewhere && !wasDragged) return; // a new tab, as everywhere
  event.preventDefault();
  if (wasDragged) return;
  const card = cardAt(event.target);
  if (card) {
    setCurrent(card);
    open(card);
    card.element.focus({ preventScroll: true });
  } else {
    close();
  }
}

function onDoubleClick(event) {
  if (event.target.closest(".details, .zoom, .knob")) return;
  const card = cardAt(event.target);
  const { x, y } = at(event);
  if (card) fold(card, !card.folded);
  else zoomAt(1.6, x, y);
}
