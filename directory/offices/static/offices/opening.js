/* Says whether the office is open now, and goes on saying so. The rules are those of opening.py; one table of moments
   tests both. Times are those of the office's wall clock: a date is "2026-12-24", minutes count from its midnight. */

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const AHEAD = 60; // days in which the next opening is looked for
const ALWAYS = 8 * 24 * 60; // minutes after which an office that never closes is called open without an end
const DAY = 24 * 60;

/** Return {day, minute} of a moment (a Date) in a time zone. */
function wallClock(moment, timeZone) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, minute: Number(part.hour) * 60 + Number(part.minute) };
}

/** Return the date that comes `number` days after `day`. */
function later(day, number) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + number);
  return date.toISOString().slice(0, 10);
}

function minutes(clock) {
  const [hour, minute] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

function closure(day, hours, holidays) {
  if (hours.special.some((special) => special.date === day)) return { reason: "", label: "" };
  const closing = hours.closed.find((closing) => closing.from <= day && day <= closing.to);
  if (closing) return { reason: "closed", label: closing.reason };
  if (day in holidays && !hours.open_on_holidays) return { reason: "holiday", label: holidays[day] };
  return { reason: "", label: "" };
}

function intervals(day, hours, holidays) {
  const special = hours.special.find((special) => special.date === day);
  if (special) return special.intervals;
  if (closure(day, hours, holidays).reason) return [];
  const name = DAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return hours.days.find((item) => item.day === name)?.intervals ?? [];
}

/** Return [[start, end]] in minutes from the midnight of `today`, from yesterday on; over midnight is one period. */
function periods(today, hours, holidays) {
  const found = [];
  for (let number = -1; number < AHEAD; number += 1) {
    for (const interval of intervals(later(today, number), hours, holidays)) {
      const start = number * DAY + minutes(interval.from);
      const end = number * DAY + minutes(interval.to);
      if (found.length && found.at(-1)[1] === start) found.at(-1)[1] = end;
      else found.push([start, end]);
    }
  }
  return found;
}

/** Return {open, changes, reason, label}: `changes` is {day, minute}, when it closes or opens next, or null. */
export function stateAt(moment, hours, holidays) {
  const now = wallClock(moment, hours.timezone);
  const { reason, label } = closure(now.day, hours, holidays);
  const at = (minute) => ({ day: later(now.day, Math.floor(minute / DAY)), minute: ((minute % DAY) + DAY) % DAY });
  for (const [start, end] of periods(now.day, hours, holidays)) {
    if (start <= now.minute && now.minute < end) {
      return { open: true, changes: end - now.minute < ALWAYS ? at(end) : null, reason: "", label: "" };
    }
    if (start > now.minute) return { open: false, changes: at(start), reason, label };
  }
  const byAppointment = !reason && hours.by_appointment && !hours.days.length;
  return { open: false, changes: null, reason: byAppointment ? "appointment" : reason, label };
}

/** Return the sentences that tell a state, in the words and the language of the page. */
export function sentences(state, moment, { hours, words, language }) {
  const today = wallClock(moment, hours.timezone).day;
  const clock = (minute) => `\u2068${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}\u2069`;
  const day = (text) => {
    const soon = text < later(today, 7);
    const options = soon ? { weekday: "long" } : { weekday: "long", day: "numeric", month: "long" };
    return new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...options, timeZone: "UTC" }).format(new Date(`${text}T00:00:00Z`));
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const { changes } = state;
  if (state.open) return [changes ? fill(words.until, { time: clock(changes.minute) }) : words.open];
  const named = state.label || state.reason === "appointment";
  const first = state.reason ? fill(named ? words[state.reason] : words.shut_today, { label: state.label }) : "";
  if (!changes) return [first || words.shut];
  const values = { day: day(changes.day), time: clock(changes.minute) };
  const next = fill(changes.day === today ? words.today : words.opens, values);
  return first ? [first, next] : [words.shut, next];
}

const data = document.getElementById("opening-data");
const place = document.getElementById("opening-now");

function show() {
  const facts = JSON.parse(data.textContent);
  const moment = new Date();
  const state = stateAt(moment, facts.hours, facts.holidays);
  place.textContent = sentences(state, moment, facts).join(" ");
  place.classList.toggle("opening--open", state.open);
  place.hidden = false;
  setTimeout(show, 60_000 - (Date.now() % 60_000));
}

if (data && place) show();
