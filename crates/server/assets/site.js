// Everything here is a convenience: each page reads, links and judges without it.
"use strict";

const pane = document.getElementById("pane");

/** Shows a row's evidence beside the page without loading the page again. */
async function showEvidence(link) {
  const answer = await fetch(`/evidence/${encodeURIComponent(link.dataset.row).replaceAll(".", "%2E")}`);
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const body = page.querySelector(".pane-body");
  if (!body) throw new Error("no evidence in the answer");
  pane.replaceChildren(body);
  ready(pane);
  pane.scrollTop = 0;
  markCurrent(link.dataset.row);
}

/** Marks the row whose evidence is shown. */
function markCurrent(row) {
  for (const one of document.querySelectorAll("tr[data-row]")) {
    if (one.dataset.row === row) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-row]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !pane || !plain) return;
  event.preventDefault();
  showEvidence(link).then(
    () => {
      history.pushState({ row: link.dataset.row }, "", link.href);
      if (pane.getBoundingClientRect().top > innerHeight * 0.8) pane.scrollIntoView();
    },
    () => location.assign(link.href),
  );
});

addEventListener("popstate", () => location.reload());

/** What needs a script is hidden where there is none. */
function ready(root) {
  for (const button of root.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const before = button.textContent;
      button.textContent = "copied";
      setTimeout(() => { button.textContent = before; }, 1500);
    });
  }
}
ready(document);
if (pane) {
  const shown = pane.querySelector("[data-pane]");
  if (shown) markCurrent(shown.dataset.pane);
}

// Dark or light, remembered by this browser alone.
const theme = document.querySelector("button.theme");
const kept = localStorage.getItem("theme");
if (kept) document.documentElement.dataset.theme = kept;
if (theme) {
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const now = document.documentElement.dataset.theme
      ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const next = now === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    localStorage.setItem("theme", next);
  });
}
