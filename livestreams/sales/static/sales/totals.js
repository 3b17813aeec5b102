// Choosing a day means own days; the page works without this.
for (const day of document.querySelectorAll("#id_day_from, #id_day_to")) {
  day.addEventListener("input", () => {
    day.form.elements.period.value = "own";
  });
}
