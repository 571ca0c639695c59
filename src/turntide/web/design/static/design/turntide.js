// Makes pages that already work a little quicker to use. Nothing depends on it.
import { createAll, Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, Tabs, isSupported } from "./govuk-frontend.min.js";

const COMPONENTS = [Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, Tabs];

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
if (isSupported()) wake(document);

// What htmx brings in is woken as well; it may be the piece itself that is a component.
document.addEventListener("htmx:afterSwap", (event) => wake(event.detail.elt.parentElement ?? event.detail.elt));

function wake(scope) {
  // The component refuses an element that it has already, which is no fault worth a word.
  COMPONENTS.forEach((component) => createAll(component, undefined, { scope, onError: () => {} }));
  scope.querySelectorAll("table.tt-table--cards").forEach(nameTheParts);
  scope.querySelectorAll(".tt-beside > .tt-filters").forEach(foldAway);
  scope.querySelectorAll(".tt-scroll").forEach((box) => box.setAttribute("tabindex", "0"));
}

// What saves itself says so when it could not be sent; its words are its own, in the reader's language.
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const told = event.target.closest?.("[data-unsent]");
    if (told) told.textContent = told.dataset.unsent;
  });
}

// A table drawn as cards stays a table to a screen reader.
function nameTheParts(table) {
  const parts = { thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell", "thead th": "columnheader", "tbody th": "rowheader" };
  table.setAttribute("role", "table");
  Object.entries(parts).forEach(([selector, role]) => table.querySelectorAll(selector).forEach((part) => part.setAttribute("role", role)));
}

// On a phone the list comes before its filters: they fold away under their own name. On a desk they stand open.
function foldAway(filters) {
  const fold = document.createElement("details");
  fold.className = "tt-fold tt-no-print";
  fold.append(Object.assign(document.createElement("summary"), { textContent: filters.getAttribute("aria-label") }));
  filters.replaceWith(fold);
  fold.append(filters);
  const desk = matchMedia("(min-width: 48.0625em)");
  const turn = () => { fold.open = desk.matches; };
  desk.addEventListener("change", turn);
  turn();
}

// An address that ends in a part of the page would leave what was just done out of view: it is told first.
addEventListener("load", () => {
  const told = document.querySelector('.govuk-notification-banner[role="alert"]');
  if (!told || !location.hash) return;
  told.setAttribute("tabindex", "-1");
  setTimeout(() => told.focus());
});

// "/" leads to the search box, as long as nobody is writing.
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.querySelector('input[type="search"], [data-search]');
  if (search) {
    event.preventDefault();
    search.focus();
  }
});

// An element with data-lights="a b" lights up the elements of those ids while it is pointed at or has the focus.
const lit = (event, on) => {
  const source = event.target.closest?.("[data-lights]");
  source?.dataset.lights.split(" ").filter(Boolean).forEach((id) => document.getElementById(id)?.classList.toggle("tt-lit", on));
};
for (const [name, on] of [["focusin", true], ["mouseover", true], ["focusout", false], ["mouseout", false]]) {
  document.addEventListener(name, (event) => lit(event, on));
}

// The cell that a page was opened at is brought into view within its own side.
document.querySelectorAll(".tt-two__side .tt-lit, .tt-two__side [aria-current]").forEach((element) => element.scrollIntoView({ block: "nearest" }));
