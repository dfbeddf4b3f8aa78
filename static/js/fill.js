// In the grid of gaps Enter goes to the same column of the next person, as in a spreadsheet; saving has its own button.
const rows = [...document.querySelectorAll(".fill tbody tr")];
const places = (cell) => [...cell.querySelectorAll("input:not([type=hidden]), select")];

document.querySelector(".fill")?.addEventListener("keydown", (event) => {
  const cell = event.target.closest("td");
  if (event.key !== "Enter" || !cell || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const row = cell.closest("tr");
  const column = [...row.cells].indexOf(cell);
  const place = event.target.type === "radio" ? 0 : places(cell).indexOf(event.target);
  for (const next of rows.slice(rows.indexOf(row) + 1)) {
    const found = places(next.cells[column]);
    const target = found.find((input) => input.type === "radio" && input.checked) ?? found[place] ?? found[0];
    if (target) return target.focus();
  }
  document.querySelector('.save button[form="f"]').focus();
});
