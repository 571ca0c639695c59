// Makes bringing in and reviewing a little quicker. Everything works without it.

// Choosing a part of the document turns to it at once.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-go]")) event.target.form.requestSubmit();
});

// When the review is swapped, each side stays where it was, and what is chosen comes into view within its side.
const sides = () => [...document.querySelectorAll("#review .tt-two__side")];
let tops = [];
let unfolded = false;
document.addEventListener("htmx:beforeSwap", () => {
  tops = sides().map((side) => side.scrollTop);
  unfolded = Boolean(document.querySelector(".iw-tools[open]"));
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt?.id !== "review") return;
  sides().forEach((side, at) => { side.scrollTop = tops[at] ?? 0; });
  const tools = document.querySelector(".iw-tools");
  if (tools && unfolded) tools.open = true;
  const wide = window.matchMedia("(min-width: 48.0625em)").matches;
  const chosen = document.querySelector("#chosen");
  if (wide) {
    const lit = document.querySelector("#source [aria-current]") ?? document.querySelector("#source .tt-lit") ?? document.querySelector("#source .tt-doubt");
    within(document.querySelector("#source"), lit);
    if (chosen) document.querySelector("#reading").scrollTop = 0;
    else within(document.querySelector("#reading"), document.querySelector("#reading .iw-lit"));
  } else if (chosen && !document.querySelector("#source:focus-within")) {
    document.querySelector("#source").scrollIntoView();
  } else if (chosen) {
    chosen.scrollIntoView();
  }
});

// Brings an element into view by moving its side alone, never the page.
function within(side, element) {
  if (!side || !element) return;
  const frame = side.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) side.scrollTop += place.top - frame.top - frame.height / 3;
}
const opened = document.querySelector("#source .tt-lit, #source .tt-doubt");
if (document.querySelector("#review") && window.matchMedia("(min-width: 48.0625em)").matches) within(document.querySelector("#source"), opened);
