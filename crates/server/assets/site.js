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
  for (const one of document.querySelectorAll("main [data-row]")) {
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

// Single keys. They can be switched off, are dead in fields, and each does what a button or link on the page does.
const places = { w: "/", t: "/timeline", m: "/meetings", p: "/positions", c: "/commitments", x: "/matrix", r: "/review", s: "/sources" };
let going = false;

function keysAreOn() { return localStorage.getItem("keys") !== "off"; }
document.body.dataset.keys = keysAreOn() ? "on" : "off";

addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (typing || event.metaKey || event.ctrlKey || event.altKey || !keysAreOn()) return;
  if (going && places[event.key]) { going = false; location.assign(places[event.key]); return; }
  going = event.key === "g";
  if (event.key === "/") { event.preventDefault(); document.querySelector(".find input").focus(); return; }
  if (event.key === "?") { document.getElementById("keys").showModal(); return; }
  const acts = document.querySelector(`main [data-key="${CSS.escape(event.key)}"]`);
  if (acts) { event.preventDefault(); acts.click(); return; }
  if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  if (event.key === "o" || event.key === "c") {
    const inPane = event.key === "c" ? "button.copy" : '.acts a[rel~="external"]';
    pane?.querySelector(inPane)?.click();
  }
});

/** To the next or previous row of the page, and its evidence. */
function step(by) {
  const links = [...document.querySelectorAll("main a[data-row]")];
  const shown = pane?.querySelector("[data-pane]")?.dataset.pane;
  const at = links.findIndex((link) => link.dataset.row === shown);
  const next = links[at < 0 ? 0 : at + by];
  if (next) { next.focus(); next.click(); }
}

const keys = document.getElementById("keys");
const switchKeys = keys?.querySelector("input[type=checkbox]");
if (switchKeys) {
  switchKeys.checked = keysAreOn();
  switchKeys.addEventListener("change", () => {
    localStorage.setItem("keys", switchKeys.checked ? "on" : "off");
    document.body.dataset.keys = switchKeys.checked ? "on" : "off";
  });
  const open = document.querySelector("button.keys");
  open.hidden = false;
  open.addEventListener("click", () => keys.showModal());
}
