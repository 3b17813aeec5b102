// The week as a calendar over the table. A booking that is dragged asks why, because its team is told.
(() => {
  const box = document.getElementById("week-calendar");
  if (!box || !window.EventCalendar) return;
  const settings = JSON.parse(document.getElementById("week-settings").textContent);
  const { words } = settings;
  const dialog = document.getElementById("week-dialog");
  const told = document.getElementById("week-told");
  const WEEK = "resourceTimeGridWeek", DAY = "resourceTimeGridDay", LIST = "listWeek";
  const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const language = document.documentElement.lang || "zh-hans";
  const two = (number) => String(number).padStart(2, "0");
  const dayOf = (when) => `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  const timeOf = (when) => `${two(when.getHours())}:${two(when.getMinutes())}`;
  const roomOf = (event) => settings.rooms.find((room) => room.id === event.resourceIds[0])?.title ?? "";
  const spanOf = (event) => `${dayOf(event.start)} ${timeOf(event.start)}–${timeOf(event.end)} ${roomOf(event)}`;
  const days = [...Array(7).keys()].map((number) => {
    const day = new Date(`${settings.monday}T00:00`);
    day.setDate(day.getDate() + number);
    return day;
  });
  const first = days.find((day) => dayOf(day) === settings.today) ?? days[0];

  function element(name, text, className = "") {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
  }

  function content({ event, view }) {
    if (event.display === "background") return { domNodes: [] };
    const { mark, note, room, short } = event.extendedProps;
    if (view.type === WEEK) return { domNodes: [element("b", `${mark}${short}`)] };
    const lines = [element("span", `${mark}${timeOf(event.start)}–${timeOf(event.end)}`), element("b", event.title)];
    if (view.type === LIST) lines.push(element("i", `${room} · ${note}`));
    if (view.type === DAY) lines.push(element("i", note));
    return { domNodes: lines };
  }

  function name({ el, event }) {
    const { note } = event.extendedProps;
    el.title = event.display === "background" ? event.title : `${event.title} · ${note} · ${spanOf(event)}`;
    if (event.display !== "background") el.setAttribute("aria-label", el.title);
  }

  // Asking why, and posting

  let asked = null; // the drag that waits for its reason
  const part = (key) => dialog.querySelector(`[data-week="${key}"]`);

  function ask(info) {
    asked = { event: info.event, putBack: once(info.revert) };
    part("whose").textContent = info.event.title;
    part("before").textContent = spanOf(info.oldEvent);
    part("after").textContent = spanOf(info.event);
    part("repeats").hidden = !info.event.extendedProps.repeats;
    part("problem").hidden = part("places").hidden = true;
    part("yes").hidden = false;
    dialog.querySelector("form").reset();
    dialog.showModal();
    dialog.querySelector("[name=reason]").focus();
  }

  function once(act) {
    let isDone = false;
    return () => { if (!isDone) { isDone = true; act(); } };
  }

  async function send(to) {
    const { event } = asked;
    const form = new FormData(dialog.querySelector("form"));
    form.set("room", event.resourceIds[0]);
    form.set("day", dayOf(event.start));
    form.set("time", timeOf(event.start));
    form.set("minutes", String(Math.round((event.end - event.start) / 60000)));
    if (to) form.set("to", to);
    try {
      const answer = await fetch(event.extendedProps.move, { method: "POST", body: form, headers: { Accept: "application/json" } });
      const said = await answer.json();
      return answer.ok ? done(said.sentence) : refuse(said.sentence, said.places);
    } catch {
      return refuse(words.failed, []);
    }
  }

  function done(sentence) {
    asked = null;
    dialog.close();
    told.textContent = sentence;
    told.hidden = false;
    calendar.refetchEvents();
  }

  function refuse(sentence, places) {
    asked?.putBack();
    part("problem").textContent = sentence;
    part("problem").hidden = false;
    part("yes").hidden = true;
    part("places").hidden = !places.length;
    part("places").querySelector("div").replaceChildren(...places.map(placeButton));
  }

  function placeButton(place) {
    const button = element("button", place.words, "bk-place");
    button.type = "submit";
    button.value = place.to;
    return button;
  }

  if (dialog) {
    dialog.querySelector("form").addEventListener("submit", async (sent) => {
      sent.preventDefault();
      const buttons = [...dialog.querySelectorAll("button")];
      buttons.forEach((button) => { button.disabled = true; });
      await send(sent.submitter?.value);
      buttons.forEach((button) => { button.disabled = false; });
    });
    part("no").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      asked?.putBack();
      asked = null;
    });
  }

  // The calendar

  const chips = element("div", "", "wk-days");
  for (const day of days) {
    const button = element("button", new Intl.DateTimeFormat(language, { weekday: "short" }).format(day));
    button.type = "button";
    button.dataset.day = dayOf(day);
    button.append(element("small", dayOf(day).slice(5)));
    button.addEventListener("click", () => { calendar.setOption("date", day); });
    chips.append(button);
  }

  function show({ view, start }) {
    box.classList.toggle("is-week", view.type === WEEK);
    chips.hidden = view.type !== DAY;
    for (const button of chips.children) button.setAttribute("aria-pressed", String(button.dataset.day === dayOf(start)));
  }

  function book({ date, resource }) {
    const given = new URLSearchParams({ room: resource.id, day: dayOf(date), time: timeOf(date) });
    window.location.assign(`${settings.book}?${given}`);
  }

  const [opens, closes] = settings.hours;
  const hours = parseInt(closes, 10) - parseInt(opens, 10);
  box.hidden = false;
  box.append(chips);
  const calendar = EventCalendar.create(box, {
    view: window.innerWidth < 720 ? DAY : WEEK,
    date: first,
    firstDay: 1,
    locale: language.startsWith("zh") ? "zh-CN" : language,
    headerToolbar: { start: "", center: "", end: `${WEEK},${DAY},${LIST}` },
    buttonText: (texts) => ({ ...texts, [WEEK]: words.week, [DAY]: words.day, [LIST]: words.list }),
    noEventsContent: words.none,
    resources: settings.rooms,
    datesAboveResources: true,
    allDaySlot: false,
    nowIndicator: true,
    slotMinTime: opens,
    slotMaxTime: closes,
    flexibleSlotTimeLimits: true,
    scrollTime: "08:00",
    height: hours > 16 ? "76vh" : undefined,
    columnWidth: settings.rooms.length > 4 ? "3.2rem" : undefined,
    slotDuration: "00:30",
    snapDuration: `00:${two(settings.step % 60 || 30)}`,
    slotLabelFormat: CLOCK,
    eventTimeFormat: CLOCK,
    eventSources: [{ url: settings.events, extraParams: { township: settings.township } }],
    eventFilter: ({ event, view }) => view.type !== LIST || event.display !== "background",
    eventContent: content,
    eventDidMount: name,
    eventClick: ({ event }) => { if (event.extendedProps.url) window.location.assign(event.extendedProps.url); },
    eventDrop: ask,
    eventResize: ask,
    dateClick: settings.book ? book : undefined,
    longPressDelay: 450,
    datesSet: show,
  });
  document.body.classList.add("has-calendar");
  if (settings.book) box.append(element("p", words.hint, "wk-hint"));
})();
