// The drawing by keyboard, by dragging and by touch. Without this, its links and the list say the same.
"use strict";
const drawing = document.getElementById("drawing");
if (drawing) {
  const DAY = 864e5;
  const figure = drawing.querySelector(".drawn, .as-wide");
  const overview = drawing.querySelector(".overview");
  const isCounted = figure.matches(".drawn");
  drawing.classList.add("scripted");

  const first = (of) => Date.parse(of.dataset.first) / DAY;
  const days = (of) => Number(of.dataset.days);
  const size = days(figure);
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const bounded = (least, value, most) => Math.min(Math.max(value, least), most);
  const share = (of, x) => {
    const { left, width } = of.getBoundingClientRect();
    return bounded(0, (x - left) / width, 1);
  };
  // Days before 1970 count from there, too; the server counts from the first day of the calendar.
  const FIRST = Date.UTC(2000, 0, 1) / DAY - 730120;
  const places = (figure.dataset.places ?? "").split(" ").filter(Boolean)
    .map((place) => place.split(",").map(Number)).map(([day, x]) => [day + FIRST, x]);
  // The day at a place: where time is cut into chapters, within the chapter.
  const dayAt = (of, x) => {
    if (of !== figure || !places.length) return first(of) + share(of, x) * days(of);
    const at = share(of, x);
    const after = places.findIndex((place) => place[1] >= at);
    if (after < 1) return places.at(after)[0];
    const [[day, left], [next, right]] = [places[after - 1], places[after]];
    return day + ((next - day) * (at - left)) / (right - left || 1);
  };

  // Whether that is another page than this one.
  const show = (from, to) => {
    const url = new URL(drawing.dataset.base, location.href);
    url.searchParams.set("from", iso(Math.floor(from)));
    url.searchParams.set("to", iso(Math.floor(to)));
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
  // Less time around a day, or more of it.
  const zoom = (day, factor) => {
    if (factor > 1) return move("out");
    // Where there are chapters, into the one that the day is in.
    const inside = places.findIndex((place, number) => number % 2 && day < place[0]);
    if (places.length > 3 && inside > 0) return show(places[inside - 1][0], places[inside][0] - 1);
    const length = Math.max(Math.round(size * factor), 1);
    if (length === size) return false;
    const from = bounded(first(figure), Math.floor(day - length / 2), first(figure) + size - length);
    return show(from, from + length - 1);
  };

  // Of each list one mark is reached by the tab key, and from there the others by the arrows.
  const lists = isCounted
    ? [[...figure.querySelectorAll(".marks a")]]
    : [...figure.querySelectorAll("[role=list]")].map((list) => {
      const marks = [...list.querySelectorAll("a:has(> .hit)")];
      const at = (mark) => mark.querySelector(".hit").x.baseVal.value;
      return marks.sort((a, b) => at(a) - at(b));
    });
  for (const marks of lists) for (const mark of marks.slice(1)) mark.tabIndex = -1;
  const focus = (mark, marks) => {
    for (const other of marks) other.tabIndex = other === mark ? 0 : -1;
    mark.focus();
  };
  const remember = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      return null; // an embedding page may forbid it
    }
  };
  // Who zooms with a key goes on with the keys on the next page.
  const byKey = (step) => {
    if (step) remember((memory) => memory.setItem("drawing", "keys"));
  };
  if (remember((memory) => memory.getItem("drawing"))) {
    remember((memory) => memory.removeItem("drawing"));
    // Only then has the browser gone to the place that the address names, which takes the focus.
    addEventListener("load", () => setTimeout(() => {
      const marks = [...drawing.querySelectorAll(".drawn .marks a, .told a, .course a")];
      (marks.find((mark) => mark.checkVisibility() && mark.tabIndex === 0)
        ?? drawing.querySelector(".moves a")).focus();
    }));
  }
  drawing.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = event.target.closest(".marks a, .told a");
    const number = lists.findIndex((marks) => marks.includes(mark));
    const marks = lists[number];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const row = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const closer = () => {
      if (!mark) return move("in");
      // A column leads into the time that it counts.
      if (isCounted) return Boolean(location.assign(mark.href.baseVal)) || true;
      const { left, width } = mark.getBoundingClientRect();
      return zoom(dayAt(figure, left + width / 2), 1 / 3);
    };
    if (marks && step) focus(marks[marks.indexOf(mark) + step] ?? mark, marks);
    else if (marks && row) {
      const other = lists[number + row] ?? marks;
      focus(other.find((one) => one.tabIndex === 0) ?? other[0], other);
    } else if (marks && event.key === "Home") focus(marks[0], marks);
    else if (marks && event.key === "End") focus(marks.at(-1), marks);
    else if (mark && event.key === "Escape") mark.blur();
    else if (event.key === "+" || event.key === "=") byKey(closer());
    else if (event.key === "-") byKey(move("out"));
    else return;
    event.preventDefault();
  });

  // A finger is wider than a mark: a tap is for the nearest one. The first one shows its card, the
  // second one opens it.
  const REACH = 24;
  let tapped = null;
  figure.addEventListener("click", (event) => {
    if (event.pointerType !== "touch" || event.target.closest(".axis a, .card")) return;
    const distance = (mark) => {
      const { left, right, top, bottom } = (mark.querySelector(".hit") ?? mark).getBoundingClientRect();
      const across = Math.max(left - event.clientX, event.clientX - right, 0);
      // Of two at the same place, the shorter one would never be reached otherwise.
      return Math.hypot(across, (top + bottom) / 2 - event.clientY) + (right - left) / 1e4;
    };
    const [nearest] = lists.flat().sort((a, b) => distance(a) - distance(b));
    if (!nearest || distance(nearest) > REACH) return;
    const hasCard = nearest.nextElementSibling?.matches("foreignObject");
    if (hasCard && nearest !== tapped) {
      event.preventDefault();
      tapped = nearest;
      nearest.focus();
    } else if (!nearest.contains(event.target)) {
      event.preventDefault();
      nearest.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    }
  });
  // Before the click, the mark would have the focus already.
  figure.addEventListener("mousedown", (event) => {
    if (event.target.closest(".told a")) event.preventDefault();
  });

  // The wheel with the control key, and two fingers on a touch pad, zoom where the pointer is.
  let turned = 0;
  figure.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turned += event.deltaY;
    if (Math.abs(turned) < 40) return;
    zoom(dayAt(figure, event.clientX), turned < 0 ? 1 / 3 : 3);
    turned = 0;
  }, { passive: false });

  // Two fingers on a screen do, too.
  let spread = 0;
  const apart = ([one, other]) =>
    Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  figure.addEventListener("touchstart", ({ touches }) => {
    spread = touches.length === 2 ? apart(touches) : 0;
  }, { passive: true });
  figure.addEventListener("touchmove", (event) => {
    if (!spread || event.touches.length !== 2) return;
    event.preventDefault();
    const ratio = apart(event.touches) / spread;
    if (ratio < 1.4 && ratio > 0.7) return;
    const [one, other] = event.touches;
    spread = 0;
    zoom(dayAt(figure, (one.clientX + other.clientX) / 2), ratio > 1 ? 1 / 3 : 3);
  }, { passive: false });

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
      if (!event.isPrimary || event.button !== 0 || event.target.closest(".card")) return;
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
  const choose = (of, anchor) => {
    const svg = of.matches("svg") ? of : of.querySelector("svg");
    const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    box.setAttribute("class", "chosen");
    box.setAttribute("height", "100%");
    svg.append(box);
    return {
      follow(x) {
        const [from, to] = [share(of, anchor), share(of, x)].sort((a, b) => a - b);
        box.setAttribute("x", `${from * 100}%`);
        box.setAttribute("width", `${(to - from) * 100}%`);
      },
      end(x) {
        const [from, to] = [anchor, x].map((place) => dayAt(of, place)).sort((a, b) => a - b);
        return show(from, Math.max(Math.ceil(to) - 1, Math.floor(from)));
      },
      undo: () => box.remove(),
    };
  };

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
    const svg = isCounted ? figure : figure.querySelector("svg");
    const by = (x) => dayAt(figure, start) - dayAt(figure, x);
    return {
      follow(x) {
        svg.setAttribute("transform", `translate(${bounded(back, by(x), on) && x - start})`);
      },
      end: (x) => shift(by(x)),
      undo: () => svg.removeAttribute("transform"),
    };
  });

  // In the strip, what is shown is taken along from its middle, or by one of its ends; from anywhere
  // else a drag chooses.
  draggable(overview, (start) => {
    const shown = overview.querySelector(".shown");
    const { left, right } = shown.getBoundingClientRect();
    const reach = Math.min(8, (right - left) / 4);
    // Where it fills nearly all of the strip, a drag from its middle chooses, too.
    if (!(back || on) || right - left > 0.9 * overview.getBoundingClientRect().width) {
      return choose(overview, start);
    }
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
