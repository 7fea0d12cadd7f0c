// The slider goes to the day that it shows. The page's parts that depend on the day are taken from
// that day's page, so that the slider keeps its focus; where that fails, the page itself is opened.
"use strict";
const slider = document.querySelector(".slider");
if (slider) {
  const input = slider.querySelector("input");
  const output = slider.querySelector("output");
  const days = slider.dataset.days.split(" ");
  // The pages have the day before the month in English too.
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });
  const NAMED = ["link[rel=canonical]", "link[rel=alternate]", "meta[property]", ".languages", ".moment", ".along", ".take form"];
  let timer;
  let latest;

  const tell = () => {
    const text = format.format(new Date(`${days[input.value]}T00:00Z`));
    output.value = text;
    input.setAttribute("aria-valuetext", text);
  };

  const go = async () => {
    const url = new URL(slider.dataset.url, location);
    url.searchParams.set("on", days[input.value]);
    // In a frame that is kept apart from everything, the site is another one, and says nothing.
    if (window.origin === "null") return location.assign(url);
    latest?.abort();
    latest = new AbortController();
    try {
      const answer = await fetch(url, { signal: latest.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live]")) {
        part.replaceChildren(...page.getElementById(part.id).childNodes);
      }
      // What names the page, its other languages and the ways to take it along.
      for (const selector of NAMED) {
        const now = document.querySelectorAll(selector);
        const then = page.querySelectorAll(selector);
        if (now.length === then.length) {
          for (const [at, part] of now.entries()) part.replaceWith(then[at]);
        }
      }
      document.getElementById("filter-on").value = days[input.value];
      document.title = page.title;
      history.replaceState(null, "", url);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  };

  input.addEventListener("input", () => {
    tell();
    clearTimeout(timer);
    timer = setTimeout(go, 250);
  });
  tell();
  slider.hidden = false;
}
