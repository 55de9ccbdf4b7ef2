// What the pages do better with scripts; everything here also works without.
import htmx from "htmx.org";

const reach = (root, selector) => [
  ...(root.matches?.(selector) ? [root] : []),
  ...root.querySelectorAll(selector),
];

/** Shows controls that only make sense with scripts, in the page and in each part that arrives. */
function enliven(root) {
  for (const button of reach(root, "[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const all of reach(root, "[data-all]")) {
    all.hidden = false;
    all.querySelector("input").addEventListener("change", (event) => {
      for (const box of all.closest("form").querySelectorAll('input[name="ids"]')) {
        box.checked = event.target.checked;
      }
    });
  }
}

/** The heading that tells what a new part of the page is about takes the focus, so that it is read out. */
function introduce(target) {
  const heading = { answer: "#found", proposals: "#proposals-title" }[target.id];
  if (heading) document.querySelector(heading)?.focus({ preventScroll: true });
  if (target.id === "answer") {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    document.querySelector("#answer").scrollIntoView({ behavior: calm ? "auto" : "smooth" });
  }
}

/** Dropping files anywhere on the marked area is choosing them. */
function takeDrops(area) {
  const input = area.querySelector('input[type="file"]');
  for (const [name, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
    area.addEventListener(name, (event) => {
      event.preventDefault();
      area.classList.toggle("over", over);
      if (name === "drop" && event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  }
}

/** A bar for bytes on their way, once sending takes a while. */
function showSending(form) {
  const part = form.querySelector("[data-sending]");
  const bar = part.querySelector("progress");
  form.addEventListener("htmx:xhr:progress", ({ detail }) => {
    part.hidden = detail.loaded >= detail.total;
    if (detail.lengthComputable) bar.value = (100 * detail.loaded) / detail.total;
  });
  form.addEventListener("htmx:afterRequest", ({ detail }) => {
    part.hidden = true;
    if (detail.successful && detail.elt === form) form.reset();
  });
}

/** An error of a partial request stands where its answer would have. */
function tellErrors(place) {
  document.body.addEventListener("htmx:beforeRequest", () => place.replaceChildren());
  document.body.addEventListener("htmx:responseError", ({ detail }) => {
    place.innerHTML = detail.xhr.responseText;
    place.scrollIntoView({ block: "nearest" });
  });
  document.body.addEventListener("htmx:sendError", () => {
    const note = document.createElement("div");
    note.className = "note wrong";
    note.setAttribute("role", "alert");
    note.textContent = place.dataset.unreachable;
    place.replaceChildren(note);
  });
}

/** Print view: sources stand open on paper. */
function openForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details.more:not([open])")];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
}

enliven(document);
htmx.onLoad(enliven);
document.body.addEventListener("htmx:afterSettle", ({ detail }) => introduce(detail.elt));
document.querySelectorAll("[data-drop]").forEach(takeDrops);
document.querySelectorAll("form#upload").forEach(showSending);
document.querySelectorAll("#notice").forEach(tellErrors);
openForPrint();
