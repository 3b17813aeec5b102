// While files are being worked on: fetch this page again and put its content in place of the old one.
(() => {
  const PAUSE = 1500;

  async function refresh() {
    try {
      const answer = await fetch(window.location.href, { headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok) return window.location.reload();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("handing-in");
      if (!fresh) return window.location.reload();
      document.getElementById("handing-in").replaceWith(fresh);
      if (fresh.dataset.busy !== "yes") return;
    } catch {
      // The network is away for a moment; the next try may reach it.
    }
    window.setTimeout(refresh, PAUSE);
  }

  window.setTimeout(refresh, PAUSE);
})();
