// "W tym" offers what fits the status on the labour market; a value that no longer fits is let go.
const status = document.getElementById("id_labour_status");
const detail = document.getElementById("id_labour_detail");

if (status && detail) {
  const fits = JSON.parse(detail.dataset.fits);
  const offer = () => {
    const fitting = fits[status.value] ?? [];
    for (const option of detail.querySelectorAll("option[value]:not([value=''])")) {
      option.hidden = option.disabled = !fitting.includes(option.value);
    }
    for (const group of detail.querySelectorAll("optgroup")) {
      group.hidden = ![...group.children].some((option) => !option.hidden);
    }
    if (detail.value && !fitting.includes(detail.value)) detail.value = "";
  };
  status.addEventListener("change", offer);
  offer();
}
