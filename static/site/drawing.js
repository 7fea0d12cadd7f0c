// The drawing by keyboard and by dragging. Without this, its links and the list say the same.
const drawing = document.getElementById("drawing");
if (drawing) {
  const DAY = 864e5;
  const figure = drawing.querySelector(".drawn");
  const readout = drawing.querySelector(".readout");
  const marks = [...figure.querySelectorAll(".marks a")];
  // Marks stand in the order of the list; here, the next one is the later one.
  if ("newestFirst" in drawing.dataset && !figure.querySelector(".column")) marks.reverse();
  drawing.classList.add("scripted");

  const first = (svg) => Date.parse(svg.dataset.first) / DAY;
  const days = (svg) => Number(svg.dataset.days);
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const share = (svg, x) => {
    const { left, width } = svg.getBoundingClientRect();
    return Math.min(Math.max((x - left) / width, 0), 1);
  };
  const show = (from, to) => {
    const url = new URL(drawing.dataset.base, location.href);
    url.searchParams.set("from", iso(from));
    url.searchParams.set("to", iso(to));
    url.hash = "drawing";
    location.assign(url);
  };
  const move = (name) => drawing.querySelector(`[data-move="${name}"]`)?.click();
  const tell = ({ target }) => {
    const mark = target.closest?.(".marks a");
    if (mark) readout.textContent = mark.querySelector("title").textContent;
  };
  const focus = (mark) => {
    for (const other of marks) other.tabIndex = other === mark ? 0 : -1;
    mark.focus();
  };

  const closer = (mark) => {
    const size = Math.max(Math.floor(days(figure) / 3), 1);
    if (size === days(figure)) return;
    const { left, width } = mark.getBoundingClientRect();
    const middle = first(figure) + Math.floor(share(figure, left + width / 2) * days(figure));
    const from = middle - Math.floor(size / 2);
    show(from, from + size - 1);
  };

  // Who zooms with a key goes on with the keys on the next page.
  const zoom = (step) => {
    remember((memory) => memory.setItem("drawing", "keys"));
    step();
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
      (figure.querySelector('.marks [tabindex="0"]') ?? drawing.querySelector(".moves a")).focus();
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

  for (const svg of drawing.querySelectorAll(".drawn, .overview")) {
    let begun = null;
    let box = null;
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("pointerdown", (event) => {
      if (event.button === 0) begun = event.clientX;
    });
    svg.addEventListener("pointermove", (event) => {
      if (begun === null || (!box && Math.abs(event.clientX - begun) < 6)) return;
      if (!box) {
        box = document.createElementNS(svg.namespaceURI, "rect");
        box.setAttribute("class", "chosen");
        box.setAttribute("height", "100%");
        svg.append(box);
        svg.setPointerCapture(event.pointerId);
      }
      const [from, to] = [share(svg, begun), share(svg, event.clientX)].sort((a, b) => a - b);
      box.setAttribute("x", `${from * 100}%`);
      box.setAttribute("width", `${(to - from) * 100}%`);
    });
    const stop = () => {
      box?.remove();
      begun = box = null;
    };
    svg.addEventListener("pointercancel", stop);
    svg.addEventListener("pointerup", (event) => {
      const dragged = box;
      const from = begun;
      stop();
      if (!dragged) return;
      // The click that ends a drag is not one on what lies below.
      svg.addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
      const ends = [from, event.clientX].map((x) =>
        Math.min(Math.floor(share(svg, x) * days(svg)), days(svg) - 1));
      show(first(svg) + Math.min(...ends), first(svg) + Math.max(...ends));
    });
  }
}
