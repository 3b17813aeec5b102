// The live sheet: minutes that run, taps that wait for the network, a screen that stays on. All works without this too.
const net = document.getElementById("live-net");
const sheet = () => document.getElementById("live");
const kept = "live-taps-" + sheet().dataset.event;
const EVERY = 15000;
const TWICE = 600;
let ahead = sheet().dataset.now * 1000 - Date.now();
let waiting = JSON.parse(sessionStorage.getItem(kept) || "[]");
let lastTap = 0;
let isSending = false;

const now = () => Date.now() + ahead;
const section = (item) => sheet().querySelector(`[data-item="${item}"]`);

function keep() {
  sessionStorage.setItem(kept, JSON.stringify(waiting));
  net.textContent = waiting.length ? `${waiting.length} ${net.dataset.waits}` : "";
}

// Show an item as on air, as the server will say once it hears of it.
function show(item, since) {
  const { dataset } = sheet();
  const chosen = section(item);
  if (!chosen) return;
  sheet().querySelectorAll("[data-item]").forEach((each) => { each.hidden = each !== chosen; });
  dataset.on = item;
  dataset.since = since / 1000;
  dataset.until = chosen.dataset.seconds ? since / 1000 + Number(chosen.dataset.seconds) : "";
  dataset.tapped = "1";
  sheet().querySelectorAll(".live-all button").forEach((each) => each.toggleAttribute("aria-current", each.value === String(item)));
  sheet().querySelectorAll(".live-all input[name=from]").forEach((each) => { each.value = item; });
  tick();
}

function tick() {
  const { dataset } = sheet();
  const all = sheet().querySelector("[data-left=all]");
  if (all) all.textContent = Math.max(0, Math.ceil((dataset.ends - now() / 1000) / 60));
  const item = section(dataset.on)?.querySelector("[data-left=item]");
  if (!item || !dataset.until) return;
  const left = Math.ceil((dataset.until - now() / 1000) / 60);
  item.textContent = left;
  item.parentElement.classList.toggle("is-late", left < 1);
}

function replace(html) {
  const part = new DOMParser().parseFromString(html, "text/html").getElementById("live");
  if (!part || waiting.length) return;
  const isOpen = sheet().querySelector(".live-all")?.open;
  const focused = document.activeElement?.closest("#live button")?.className;
  sheet().replaceWith(part);
  if (isOpen !== undefined && part.querySelector(".live-all")) part.querySelector(".live-all").open = isOpen;
  if (focused) part.querySelector(`[data-item="${part.dataset.on}"] button.${focused.split(" ")[0]}`)?.focus();
  ahead = part.dataset.now * 1000 - Date.now();
  tick();
}

async function ask(options) {
  const answer = await fetch("?part", { headers: { "X-Requested-With": "fetch" }, ...options });
  if (answer.redirected || answer.status >= 500) throw new Error(answer.status);
  return answer.text();
}

// One after the other, the oldest first: the server takes each only from where it was tapped.
async function send() {
  if (isSending) return;
  isSending = true;
  try {
    let html = "";
    while (waiting.length) {
      const tap = waiting[0];
      const body = new FormData();
      body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
      body.set("from", tap.from);
      body.set("to", tap.to);
      body.set("age", Math.max(0, Math.round((Date.now() - tap.at) / 1000)));
      html = await ask({ method: "POST", body });
      waiting.shift();
      keep();
    }
    replace(html || await ask());
    net.textContent = "";
  } catch {
    net.textContent = waiting.length ? `${waiting.length} ${net.dataset.waits}` : net.dataset.off;
  }
  isSending = false;
}

document.addEventListener("submit", (event) => {
  const to = event.submitter?.value;
  if (to === undefined || !event.target.closest("#live")) return;
  event.preventDefault();
  if (Date.now() - lastTap < TWICE || to === sheet().dataset.on) return;
  lastTap = Date.now();
  waiting.push({ from: sheet().dataset.on, to, at: Date.now() });
  keep();
  show(to, now());
  window.scrollTo({ top: 0 });
  send();
});

// Without taps the plan moves on by itself, also while the network is away.
function follow() {
  const { dataset } = sheet();
  if (dataset.tapped === "1" || !dataset.until || now() / 1000 < dataset.until) return;
  const following = section(dataset.on)?.nextElementSibling;
  if (!following?.dataset.item) return;
  show(following.dataset.item, dataset.until * 1000);
  dataset.tapped = "0";
}

async function stayAwake() {
  try {
    if (document.visibilityState === "visible") await navigator.wakeLock?.request("screen");
  } catch { /* the phone decides: battery low */ }
}

setInterval(() => { follow(); tick(); }, 1000);
setInterval(send, EVERY);
addEventListener("online", send);
addEventListener("offline", () => { net.textContent = net.dataset.off; });
document.addEventListener("visibilitychange", () => { stayAwake(); if (document.visibilityState === "visible") send(); });
document.addEventListener("click", stayAwake, { once: true });
keep();
if (waiting.length) { show(waiting.at(-1).to, waiting.at(-1).at + ahead); send(); }
stayAwake();
tick();
