// Marking attendance: keys 1 2 3 answer, 0 takes the answer away, ↑ ↓ go from person to person; counts and rates follow.
// What each answer makes of a row stands on its radio (data-*), computed by the program: no rule is repeated here.
const form = document.getElementById("attendance");
const radiosOf = (row) => [...row.querySelectorAll('input[type="radio"]')];
const chosenOf = (row) => radiosOf(row).find((radio) => radio.checked);
const valueOf = (row) => chosenOf(row)?.value ?? "";

const start = (rows) => {
  const tally = document.querySelector(".tally");
  const state = document.querySelector(".save .state span");
  const plural = new Intl.PluralRules(document.documentElement.lang || "pl");
  const rest = document.querySelector('button[name="rest"]');
  const shown = new Map(rows.map((row) => [row, valueOf(row)]));
  const saved = new Map(rows.map((row) => [row, row.querySelector('input[type="hidden"]').value]));
  const isWaiting = (row) => !valueOf(row) && row.querySelector(".need");
  let leaving = false;

  const showRow = (row) => {
    const { hours, percent, width, remark, outlook, low } = (chosenOf(row) ?? radiosOf(row).at(-1)).dataset;
    row.querySelector(".num").textContent = hours;
    row.querySelector(".pc").textContent = percent;
    row.querySelector(".rem").textContent = remark;
    row.querySelector(".out").textContent = outlook;
    row.querySelector(".fill").setAttribute("width", width);
    row.classList.toggle("low", low !== undefined);
    row.classList.toggle("todo", Boolean(isWaiting(row)));
    const need = row.querySelector(".need");
    if (need) need.hidden = !isWaiting(row);
  };

  const showPart = (name, n) => {
    const part = tally.querySelector(`[data-part="${name}"]`);
    const [comma, figure, word] = part.querySelectorAll("span");
    part.hidden = !n;
    comma.hidden = !tally.querySelector(`[data-part]:not([hidden]) ~ [data-part="${name}"]`);
    figure.textContent = n;
    if (word) word.textContent = word.dataset[plural.select(n)] ?? word.dataset.many;
  };

  const showCounts = () => {
    const values = rows.map(valueOf);
    for (const name of ["present", "absent", "excused"]) showPart(name, values.filter((value) => value === name).length);
    showPart("waiting", rows.filter(isWaiting).length);
    tally.querySelector("[data-end]").hidden = !tally.querySelector("[data-part]:not([hidden])");
    const unsaved = rows.some((row) => valueOf(row) !== saved.get(row));
    state.textContent = form.dataset.marked.replace("{n}", values.filter(Boolean).length) + (unsaved ? ` ${form.dataset.unsaved}` : "");
  };

  const mark = (row, index) => {
    const radios = radiosOf(row);
    const radio = index < 0 ? radios.at(-1) : radios[index];
    radio.checked = true;
    shown.set(row, radio.value);
    showRow(row);
    showCounts();
  };

  const focus = (row) => (chosenOf(row)?.hidden === false ? chosenOf(row) : radiosOf(row)[0]).focus();

  for (const row of rows) {
    row.addEventListener("click", (event) => {
      // At the moment of a click the last answer is still the old one: the same again takes it away.
      if (event.target.type === "radio" && event.target.value === shown.get(row)) mark(row, -1);
    });
    row.addEventListener("change", () => {
      shown.set(row, valueOf(row));
      showRow(row);
      showCounts();
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const here = document.activeElement.closest?.("#attendance tbody tr");
    if (!here && document.activeElement !== document.body && document.activeElement.id !== "tresc") return;
    const row = here ?? rows.find(isWaiting) ?? rows[0];
    const answer = ["0", "1", "2", "3"].indexOf(event.key);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (answer < 0 && (!step || (!here && step < 0))) return;
    event.preventDefault();
    if (answer >= 0) mark(row, answer - 1);
    focus(step && here ? (rows[rows.indexOf(row) + step] ?? row) : row);
  });

  rest?.addEventListener("click", (event) => {
    event.preventDefault();
    for (const row of rows.filter(isWaiting)) mark(row, 0);
  });

  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && rows.some((row) => valueOf(row) !== saved.get(row))) event.preventDefault();
  });

  for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
};

const marked = form ? [...form.querySelectorAll("tbody tr")].filter((row) => row.querySelector(".tri")) : [];
if (marked.length) start(marked);
