// Buttons that copy a text. Without scripts they stay hidden and the text is selected by hand.
document.querySelectorAll("[data-copies]").forEach((button) => {
  const source = document.getElementById(button.dataset.copies);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    source.select();
    source.setSelectionRange(0, source.value.length);
    try {
      await navigator.clipboard.writeText(source.value);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
});
