// The button that prints; without scripts the browser's own menu does.
const printer = document.getElementById("print-sheet");
printer.hidden = false;
printer.addEventListener("click", () => window.print());
