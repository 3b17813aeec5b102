// Logging a session: what is typed stays on this phone until the site has it; the picture is cropped here.
// Without this script the form sends itself, and the picture goes as it is.
const form = document.querySelector("form[data-log]");
const texts = form.dataset;
const KEY = `zhunong-log-${texts.log}`;
const note = form.querySelector("[data-note]");
const file = form.elements.picture;
const crop = form.querySelector("[data-crop]");
const canvas = form.querySelector("[data-canvas]");
const edges = Object.fromEntries([...form.querySelectorAll("[data-edge]")].map((each) => [each.dataset.edge, each]));
const LONGEST_SIDE = 1600;
const seen = form.elements.seen.value;
let bitmap = null;
let kept = null; // the cropped picture of a draft, as a data address
let isBusy = false;

const say = (text, tone = "warn") => {
  note.textContent = text;
  note.className = `note note--${tone}`;
  note.hidden = !text;
};

const typed = () => {
  const fields = Object.fromEntries(new FormData(form));
  for (const name of ["picture", "csrfmiddlewaretoken", "seen"]) delete fields[name];
  return fields;
};

const keep = (isSent = false) => {
  const draft = { fields: typed(), picture: kept, seen, isSent };
  try { localStorage.setItem(KEY, JSON.stringify(draft)); } catch {
    try { localStorage.setItem(KEY, JSON.stringify({ ...draft, picture: null })); } catch { return; }
  }
  form.querySelector("[data-draft]").hidden = false;
};
const drop = () => { try { localStorage.removeItem(KEY); } catch { /* a private window */ } };
const draft = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };

// What is left of the picture once its edges are cut off, in its own pixels.
const frame = () => {
  const part = (name) => Number(edges[name].value) / 100;
  const [left, top] = [part("left"), part("top")];
  const width = Math.max(0.05, 1 - left - part("right"));
  const height = Math.max(0.05, 1 - top - part("bottom"));
  return [left * bitmap.width, top * bitmap.height, width * bitmap.width, height * bitmap.height];
};

const draw = () => {
  const [x, y, width, height] = frame();
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d").drawImage(bitmap, x, y, width, height, 0, 0, canvas.width, canvas.height);
  crop.hidden = false;
};

const settle = () => {
  kept = canvas.toDataURL("image/jpeg", 0.85);
  keep();
};

const open = async (blob) => {
  try {
    bitmap = await createImageBitmap(blob);
  } catch {
    bitmap = kept = null; // the site says what is wrong with it
    crop.hidden = true;
    return;
  }
  for (const edge of Object.values(edges)) edge.value = 0;
  draw();
  settle();
};

const mark = (errors) => {
  for (const place of form.querySelectorAll("[data-error]")) place.textContent = errors[place.dataset.error]?.[0] ?? "";
  for (const place of form.querySelectorAll("[data-error]")) {
    if (place.textContent) place.closest("details")?.setAttribute("open", "");
  }
  [...form.querySelectorAll("[data-error]")].find((each) => each.textContent)?.closest(".field").scrollIntoView({ block: "center" });
};

const body = async () => {
  const data = new FormData(form);
  if (!kept) return data;
  const blob = await (await fetch(kept)).blob();
  data.set("picture", blob, "figures.jpg");
  return data;
};

const send = async (isAsked) => {
  if (isBusy) return;
  isBusy = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: await body(), headers: { Accept: "application/json" }, signal: AbortSignal.timeout?.(60000) });
    if (answer.redirected || answer.status === 403) {
      if (isAsked) location.assign(texts.signin);
      return say(texts.kept);
    }
    if (answer.status === 422) {
      const { errors } = await answer.json();
      keep();
      mark(errors);
      return say(errors.__all__?.[0] ?? texts.refused, "bad");
    }
    if (!answer.ok) return say(texts.kept);
    const { address } = await answer.json();
    drop();
    location.assign(address);
  } catch {
    say(texts.kept);
  } finally {
    isBusy = false;
  }
};

form.addEventListener("input", (event) => event.target.type !== "file" && !event.target.dataset.edge && keep());
file.addEventListener("change", () => {
  if (file.files[0]) open(file.files[0]);
  else { bitmap = kept = null; crop.hidden = true; keep(); }
});
for (const edge of Object.values(edges)) {
  edge.addEventListener("input", () => bitmap && draw());
  edge.addEventListener("change", () => bitmap && settle());
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  say(texts.sending);
  keep(true);
  send(true);
});
form.querySelector("[data-drop]").addEventListener("click", () => { drop(); location.reload(); });
addEventListener("online", () => draft()?.isSent && send(false));

const old = draft();
if (old && old.seen === seen) {
  for (const [name, value] of Object.entries(old.fields)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.closest("details")?.setAttribute("open", "");
  say(old.isSent ? texts.kept : texts.restored);
  form.querySelector("[data-draft]").hidden = false;
  if (old.picture) fetch(old.picture).then((answer) => answer.blob()).then(open);
  if (old.isSent) send(false);
} else if (old) {
  drop(); // somebody has entered figures since
}
