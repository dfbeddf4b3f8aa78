// In the grid of gaps Enter goes to the same column of the next person, as in a spreadsheet; saving has its own button. Where
// neighbours share a value, a button in the head repeats the first one down the column, into places that are still empty.
const rows = [...document.querySelectorAll(".fill tbody tr")];
const places = (cell) => [...cell.querySelectorAll("input:not([type=hidden]), select")];

const next = (event) => {
  const cell = event.target.closest("td");
  if (event.key !== "Enter" || !cell || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const row = cell.closest("tr");
  const column = [...row.cells].indexOf(cell);
  const place = event.target.type === "radio" ? 0 : places(cell).indexOf(event.target);
  for (const below of rows.slice(rows.indexOf(row) + 1)) {
    const found = places(below.cells[column]);
    const target = found.find((input) => input.type === "radio" && input.checked) ?? found[place] ?? found[0];
    if (target) return target.focus();
  }
  document.querySelector('.save button[form="f"]').focus();
};

const repeat = (column) => {
  const inputs = rows.flatMap((row) => places(row.cells[column]));
  const first = inputs.findIndex((input) => input.value);
  if (first < 0) return inputs[0]?.focus();
  for (const input of inputs.slice(first)) input.value ||= inputs[first].value;
};

document.querySelector(".fill")?.addEventListener("keydown", next);
for (const button of document.querySelectorAll("[data-repeat]")) {
  button.hidden = false;
  button.addEventListener("click", () => repeat(button.closest("th").cellIndex));
}
