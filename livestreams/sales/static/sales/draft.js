// 记一笔: what is typed stays on this phone, picture and all, until the site has it. The form works without this.
const form = document.querySelector("form[data-draft]");
const texts = form.dataset;
const note = form.querySelector("[data-note]");
const preview = form.querySelector("[data-preview]");
const file = form.elements.picture;
const isNeeded = file.required;
const nextButton = form.querySelector("[data-next]");
const LONGEST_SIDE = 1600;
let current = null;
let isBusy = false;

const promised = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const opening = indexedDB.open("zhunong-sales", 1);
opening.onupgradeneeded = () => opening.result.createObjectStore("drafts", { keyPath: "id" });
const database = promised(opening);
const store = async (mode) => (await database).transaction("drafts", mode).objectStore("drafts");
const keep = async (draft) => promised((await store("readwrite")).put(draft));
const drop = async (draft) => promised((await store("readwrite")).delete(draft.id));
const drafts = async () => (await promised((await store("readonly")).getAll())).filter((draft) => draft.user === texts.user);

// randomUUID is missing on plain http.
const uuid = () => crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
  (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));

const say = (text, tone = "warn") => {
  note.textContent = text;
  note.className = `note note--${tone}`;
  note.hidden = !text;
};

const typed = () => {
  const fields = Object.fromEntries(new FormData(form));
  for (const name of ["picture", "csrfmiddlewaretoken", "draft"]) delete fields[name];
  return fields;
};

const show = (draft) => {
  current = draft;
  form.reset();
  for (const [name, value] of Object.entries(draft.fields)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.elements.draft.value = draft.id;
  file.required = isNeeded && !draft.picture;
  preview.hidden = !draft.picture;
  if (draft.picture) preview.src = URL.createObjectURL(draft.picture);
  mark({});
};

const mark = (errors) => {
  for (const place of form.querySelectorAll("[data-error]")) place.textContent = errors[place.dataset.error]?.[0] ?? "";
};

const begin = () => show({ id: uuid(), user: texts.user, fields: {}, picture: null, isSent: false });

const count = async () => {
  const others = (await drafts()).filter((draft) => draft.isSent && draft.id !== current.id).length;
  if (others && note.hidden) say(`${texts.waiting} ${others}`);
  const kept = (await drafts()).some((draft) => draft.id === current.id);
  form.querySelector(".written-draft").hidden = !kept;
  nextButton.hidden = !current.isSent;
};

// A phone's photo is ten times what a proof needs; a slow network is spared it.
const shrink = async (picture) => {
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return (await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82))) ?? picture;
  } catch {
    return picture; // the site says what is wrong with it
  }
};

// Sends one draft. Returns the address of the sale, or nothing while it has to stay here.
const send = async (draft, isAsked) => {
  const data = new FormData();
  const token = form.elements.csrfmiddlewaretoken.value;
  for (const [name, value] of Object.entries({ ...draft.fields, draft: draft.id, csrfmiddlewaretoken: token })) data.set(name, value);
  if (draft.picture) data.set("picture", draft.picture, "proof.jpg");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" }, signal: AbortSignal.timeout?.(60000) });
  } catch {
    return void say(texts.kept);
  }
  if (answer.redirected || answer.status === 403) {
    if (isAsked) location.assign(texts.signin);
    return void say(texts.kept);
  }
  if (answer.status === 422) {
    draft.isSent = false;
    await keep(draft);
    const { errors } = await answer.json();
    show(draft);
    mark(errors);
    say(errors.__all__?.[0] ?? texts.refused, "bad");
    const first = [...form.querySelectorAll("[data-error]")].find((each) => each.textContent.trim());
    return void first?.closest(".field")?.scrollIntoView({ block: "center", behavior: "smooth" });
  }
  if (!answer.ok) return void say(texts.kept);
  const { address } = await answer.json();
  await drop(draft);
  return address;
};

// Everything that was tapped “Send” and has not arrived, one after the other.
const flush = async (isAsked = false) => {
  if (isBusy) return;
  isBusy = true;
  try {
    for (const draft of (await drafts()).filter((each) => each.isSent)) {
      const isShown = draft.id === current.id;
      const address = await send(draft, isAsked && isShown);
      if (address && isShown) return location.assign(address);
      if (!address) break;
      say("");
    }
  } finally {
    isBusy = false;
  }
  await count();
};

const changed = async () => {
  if (!current) return;
  current.fields = typed();
  await keep(current);
  await count();
};

form.addEventListener("input", (event) => event.target !== file && changed());
file.addEventListener("change", async () => {
  if (!file.files[0] || !current) return;
  const draft = current;
  draft.picture = await shrink(file.files[0]);
  draft.fields = typed();
  await keep(draft);
  show(draft);
  await count();
});
form.addEventListener("submit", async (event) => {
  if (!current) return;
  event.preventDefault();
  if (isBusy) return;
  say(texts.sending);
  current.fields = typed();
  current.isSent = true;
  try { await keep(current); } catch { return form.submit(); } // the phone's store is full
  await flush(true);
});
nextButton.addEventListener("click", async () => { begin(); say(""); await count(); });
form.querySelector("[data-drop]").addEventListener("click", async () => { await drop(current); begin(); say(""); await count(); });
addEventListener("online", () => flush());
addEventListener("pageshow", (event) => event.persisted && location.reload());

database.then(async () => {
  const kept = await drafts();
  const draft = kept.find((each) => !each.isSent) ?? kept[0];
  draft ? show(draft) : begin();
  if (draft) say(draft.isSent ? texts.kept : texts.restored);
  await flush();
}).catch(() => {}); // no store, as in private windows: the form sends itself as any other does
