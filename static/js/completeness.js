// Beside the panel of what is missing: marks the empty fields, keeps the save bar's short line, and brings one to a field.
const panel = document.getElementById("missing");
const marksFields = document.querySelector(".form .need") !== null;

const mark = (label, isMissing, word) => {
  const present = label.querySelector(".need");
  if (!isMissing) present?.remove();
  else if (!present) {
    const need = document.createElement("span");
    need.className = "need";
    need.textContent = word;
    label.append(" ", need);
  }
};

const follow = () => {
  const { missing, short, need, needAnswer } = panel.querySelector("[data-missing]").dataset;
  const names = new Set(missing.trim().split(/\s+/));
  const link = document.querySelector(".save .only-s");
  if (link) link.textContent = short;
  if (!marksFields) return;
  for (const label of document.querySelectorAll(".form .f > label:not(.check)")) {
    mark(label, names.has(label.htmlFor.replace(/^id_/, "")), need);
  }
  for (const row of document.querySelectorAll(".ask tbody tr")) {
    mark(row.querySelector("th"), names.has(row.id.replace(/^id_/, "")), needAnswer);
  }
};

panel.addEventListener("htmx:afterSwap", follow);
panel.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#id_"]');
  const place = link && document.querySelector(link.getAttribute("href"));
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView({ block: "center" });
  (place.matches("input, select, textarea") ? place : place.querySelector("input")).focus({ preventScroll: true });
});
