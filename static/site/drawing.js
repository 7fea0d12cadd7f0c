// The drawing by keyboard and by dragging. Without this, its links and the list say the same.
"use strict";
const drawing = document.getElementById("drawing");
if (drawing) {
  const DAY = 864e5;
  const figure = drawing.querySelector(".drawn");
  const readout = drawing.querySelector(".readout");
  const marks = [...figure.querySelectorAll(".marks a")];
  // One of them is reached by the tab key, and from there the others by the arrows.
  for (const mark of marks.slice(1)) mark.tabIndex = -1;
  // Marks stand in the order of the list; here, the next one is the later one.
  if ("newestFirst" in drawing.dataset && !figure.querySelector(".column")) marks.reverse();
  drawing.classList.add("scripted");

  const first = (svg) => Date.parse(svg.dataset.first) / DAY;
  const days = (svg) => Number(svg.dataset.days);
  const size = days(figure);
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const share = (svg, x) => {
    const { left, width } = svg.getBoundingClientRect();
    return Math.min(Math.max((x - left) / width, 0), 1);
  };
  // Whether that is another page than this one.
  const show = (from, to) => {
    const url = new URL(drawing.dataset.base, location.href);
    url.searchParams.set("from", iso(from));
    url.searchParams.set("to", iso(to));
    url.hash = "drawing";
    if (url.pathname + url.search === location.pathname + location.search) return false;
    location.assign(url);
    return true;
  };
  // Whether there is such a move.
  const move = (name) => {
    const link = drawing.querySelector(`a[data-move="${name}"]`);
    link?.click();
    return Boolean(link);
  };
  const tell = ({ target }) => {
    const mark = target.closest?.(".marks a");
    if (mark) readout.textContent = mark.querySelector("title").textContent;
  };
  const focus = (mark) => {
    for (const other of marks) other.tabIndex = other === mark ? 0 : -1;
    mark.focus();
  };

  const closer = (mark) => {
    const third = Math.max(Math.floor(size / 3), 1);
    if (third === size) return false;
    // A column leads into the time that it counts.
    if (mark.querySelector(".column")) {
      location.assign(mark.href.baseVal);
      return true;
    }
    const { left, width } = mark.getBoundingClientRect();
    const middle = first(figure) + Math.floor(share(figure, left + width / 2) * size);
    const from = middle - Math.floor(third / 2);
    return show(from, from + third - 1);
  };

  // Who zooms with a key goes on with the keys on the next page.
  const zoom = (step) => {
    if (step()) remember((memory) => memory.setItem("drawing", "keys"));
  };
  const remember = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      return null; // an embedding page may forbid it
    }
  };
  if (remember((memory) => memory.getItem("drawing"))) {
    remember((memory) => memory.removeItem("drawing"));
    // Only then has the browser gone to the place that the address names, which takes the focus.
    addEventListener("load", () => setTimeout(() => {
      (figure.querySelector(".marks a:not([tabindex='-1'])") ?? drawing.querySelector(".moves a")).focus();
    }));
  }

  drawing.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = event.target.closest(".marks a");
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (mark && step) focus(marks[marks.indexOf(mark) + step] ?? mark);
    else if (mark && event.key === "Home") focus(marks[0]);
    else if (mark && event.key === "End") focus(marks.at(-1));
    else if (event.key === "+" || event.key === "=") zoom(() => (mark ? closer(mark) : move("in")));
    else if (event.key === "-") zoom(() => move("out"));
    else return;
    event.preventDefault();
  });
  drawing.addEventListener("focusin", tell);
  figure.addEventListener("pointerover", tell);

  // A finger is wider than a mark: a tap is for the nearest one.
  const REACH = 24;
  figure.addEventListener("click", (event) => {
    if (event.pointerType !== "touch" || event.target.closest(".axis a")) return;
    const distance = (mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const across = Math.max(left - event.clientX, event.clientX - right, 0);
      // Of two at the same place, the shorter one would never be reached otherwise.
      return Math.hypot(across, (top + bottom) / 2 - event.clientY) + (right - left) / 1e4;
    };
    const [nearest] = [...marks].sort((a, b) => distance(a) - distance(b));
    if (!nearest || distance(nearest) > REACH || nearest.contains(event.target)) return;
    event.preventDefault();
    nearest.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
  });

  // `begin`: what a drag from that place does, as functions that follow it to where it is now, and
  // that end it there and say whether another page is opened; `undo` takes away what they changed.
  const draggable = (svg, begin) => {
    let from = null;
    let drag = null;
    // The click that ends a drag is not one on what lies below.
    const swallow = (click) => click.preventDefault();
    const stop = () => {
      drag?.undo();
      from = drag = null;
    };
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      svg.removeEventListener("click", swallow, true);
      stop();
      from = event.clientX;
    });
    svg.addEventListener("pointermove", (event) => {
      // Let go outside of the drawing.
      if (event.buttons === 0) return stop();
      if (!event.isPrimary || from === null || (!drag && Math.abs(event.clientX - from) < 6)) return;
      if (!drag) {
        drag = begin(from, event.shiftKey);
        svg.setPointerCapture(event.pointerId);
      }
      drag.follow(event.clientX);
    });
    svg.addEventListener("pointercancel", stop);
    svg.addEventListener("pointerup", (event) => {
      if (!event.isPrimary) return;
      if (drag) svg.addEventListener("click", swallow, { capture: true, once: true });
      // What another page is opened for stays as it is until that page is there.
      if (drag?.end(event.clientX)) from = null;
      else stop();
    });
    addEventListener("pagehide", stop);
    addEventListener("keydown", ({ key }) => key === "Escape" && stop());
  };

  // From one place to another: the time between them.
  const choose = (svg, anchor) => {
    const box = document.createElementNS(svg.namespaceURI, "rect");
    box.setAttribute("class", "chosen");
    box.setAttribute("height", "100%");
    svg.append(box);
    return {
      follow(x) {
        const [from, to] = [share(svg, anchor), share(svg, x)].sort((a, b) => a - b);
        box.setAttribute("x", `${from * 100}%`);
        box.setAttribute("width", `${(to - from) * 100}%`);
      },
      end(x) {
        const ends = [anchor, x].map((place) =>
          Math.min(Math.floor(share(svg, place) * days(svg)), days(svg) - 1));
        return show(first(svg) + Math.min(...ends), first(svg) + Math.max(...ends));
      },
      undo: () => box.remove(),
    };
  };

  const overview = drawing.querySelector(".overview");
  const bounded = (least, value, most) => Math.min(Math.max(value, least), most);
  // By how many days what is shown can be moved at the most: to the ends of the record.
  const back = Math.min(first(overview) - first(figure), 0);
  const on = Math.max(first(overview) + days(overview) - first(figure) - size, 0);
  const shift = (by) => {
    const moved = bounded(back, Math.round(by), on);
    return moved !== 0 && show(first(figure) + moved, first(figure) + moved + size - 1);
  };

  // The drawing itself is moved as a whole.
  draggable(figure, (start, shifted) => {
    if (shifted) return choose(figure, start);
    const { width, height } = figure.getBoundingClientRect();
    const by = (x) => ((start - x) / width) * size;
    figure.classList.add("moving");
    return {
      follow(x) {
        const left = (bounded(back, by(x), on) / size) * width;
        figure.setAttribute("viewBox", `${left} 0 ${width} ${height}`);
      },
      end: (x) => shift(by(x)),
      undo() {
        figure.removeAttribute("viewBox");
        figure.classList.remove("moving");
      },
    };
  });

  // In the strip, what is shown is taken along from its middle, or by one of its ends; from anywhere
  // else a drag chooses.
  draggable(overview, (start) => {
    const shown = overview.querySelector(".shown");
    const { left, right } = shown.getBoundingClientRect();
    const reach = Math.min(8, (right - left) / 4);
    // Where it fills the strip, there is nowhere to take it.
    if (!(back || on)) return choose(overview, start);
    if (start < left - 8 || start > right + 8) return choose(overview, start);
    if (right - left > 24 && start < left + reach) return choose(overview, right - 1);
    if (right - left > 24 && start > right - reach) return choose(overview, left + 1);
    const { width } = overview.getBoundingClientRect();
    const by = (x) => ((x - start) / width) * days(overview);
    return {
      follow(x) {
        const moved = bounded(back, by(x), on);
        shown.setAttribute("transform", `translate(${(moved / days(overview)) * width})`);
      },
      end: (x) => shift(by(x)),
      undo: () => shown.removeAttribute("transform"),
    };
  });
}
