// The board opens on its latest days.
for (const board of document.querySelectorAll("div.coverage-scroll")) board.scrollLeft = board.scrollWidth;

// A button that copies a text; without scripts the text can be marked and copied by hand.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select();
      document.execCommand("copy");
    }
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = label), 2000);
  });
}
