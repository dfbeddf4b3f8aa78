// "W tym" offers what fits the field it belongs to (data-fits-of; the status on the labour market where none is named); a value
// that no longer fits is let go.
for (const detail of document.querySelectorAll("select[data-fits]")) {
  const whole = document.getElementById(detail.dataset.fitsOf ?? "id_labour_status");
  if (!whole) continue;
  const fits = JSON.parse(detail.dataset.fits);
  const offer = () => {
    const fitting = fits[whole.value] ?? [];
    for (const option of detail.querySelectorAll("option[value]:not([value=''])")) {
      option.hidden = option.disabled = !fitting.includes(option.value);
    }
    for (const group of detail.querySelectorAll("optgroup")) {
      group.hidden = ![...group.children].some((option) => !option.hidden);
    }
    if (detail.value && !fitting.includes(detail.value)) detail.value = "";
  };
  whole.addEventListener("change", offer);
  offer();
}
