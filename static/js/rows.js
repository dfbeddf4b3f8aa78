// Adds an empty row to a section of rows: the template's row, numbered after the last one.
for (const section of document.querySelectorAll("[data-rows]")) {
  const button = section.querySelector("[data-add-row]");
  const template = section.querySelector("template");
  const total = section.querySelector(`[name="${section.dataset.rows}-TOTAL_FORMS"]`);
  button.hidden = false;
  button.addEventListener("click", () => {
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    const row = holder.firstElementChild;
    button.before(row);
    total.value = Number(total.value) + 1;
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
}
