// Everything that comes from a feed reaches the page as text, never as markup.
import { details, plain, row, words } from "./alert.js";
import { ask, call, follow as followStream, token } from "./stream.js";

const API = "/api/v1/alerts";
const PAGE = 100;
const ACTIVE = ["OPEN", "ACKNOWLEDGED"];
const $ = (id) => document.getElementById(id);

const state = { alerts: new Map(), chosen: null, next: null, status: "OPEN,ACKNOWLEDGED", stream: null, request: 0, self: { signIn: false, name: "", scopes: [] } };

function parameters() {
  const query = new URLSearchParams();
  if (state.status) query.set("status", state.status);
  if ($("severity").value) query.set("minSeverity", $("severity").value);
  if ($("shadow").checked) query.set("mode", "LIVE,SHADOW");
  if ($("exercise").checked) query.set("exercise", "true,false");
  if ($("q").value.trim()) query.set("q", $("q").value.trim());
  if ($("since").value) query.set("since", new Date(Date.now() - Number($("since").value) * 3600000).toISOString());
  return query;
}

// Asks for a token where somebody must sign in, until one signs in.
async function signIn(reason) {
  for (;;) {
    try {
      state.self = await ask("/api/v1/me");
      if (!state.self.signIn || state.self.name) break;
    } catch (failure) {
      if (failure.status !== 401) throw failure;
      reason = failure.message;
      token.set("");
      state.self = { signIn: true, name: "", scopes: [] };
    }
    if ($("sign-in").open) return;
    connection("lost", "signed out");
    $("sign-in-reason").textContent = reason || "";
    $("sign-in-token").value = "";
    $("sign-in").showModal();
    await new Promise((done) => $("sign-in").addEventListener("close", done, { once: true }));
    token.set($("sign-in-token").value.trim());
    $("sign-in-token").value = "";
  }
  $("who").textContent = state.self.signIn ? plain(state.self.name) : "";
  $("sign-out").hidden = !state.self.signIn;
}

async function load(more) {
  const request = ++state.request;
  const query = parameters();
  query.set("limit", PAGE);
  if (more && state.next) query.set("cursor", state.next);
  try {
    const answer = await ask(`${API}?${query}`);
    if (request !== state.request) return;
    if (!more) state.alerts.clear();
    for (const alert of answer.alerts) state.alerts.set(alert.alertId, alert);
    state.next = answer.next;
    draw();
    if (!more) follow(answer.position);
  } catch (failure) {
    if (failure.status === 401) return begin(failure.message);
    connection("lost", failure.status ? failure.message : "cannot reach the service");
    setTimeout(() => request === state.request && load(more), 3000);
  }
}

// The stream carries every revision: one that leaves the filter has to leave the list too.
function follow(position) {
  state.stream?.close();
  const query = new URLSearchParams({ mode: "LIVE,SHADOW", exercise: "true,false" });
  state.stream = followStream(`${API}/stream?${query}`, position, {
    onAlert: receive,
    onGap: () => load(false),
    onOpen: () => connection("live", "live"),
    onLost: (failure) => {
      if (failure.status === 401) begin(failure.message);
      else connection("lost", "connection lost, trying again");
    },
  });
}

function receive(alert) {
  const known = state.alerts.get(alert.alertId);
  if (known && known.revision >= alert.revision) return;
  if (fits(alert)) state.alerts.set(alert.alertId, alert);
  else state.alerts.delete(alert.alertId);
  draw(alert.alertId);
  if (alert.alertId === state.chosen) choose(alert.alertId);
}

function fits(alert) {
  const scale = ["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"];
  const wanted = $("q").value.trim().toLowerCase().split(/\s+/);
  const told = words(alert);
  return (!state.status || state.status.split(",").includes(alert.status))
    && (!$("severity").value || scale.indexOf(alert.severity) >= scale.indexOf($("severity").value))
    && ($("shadow").checked || alert.mode === "LIVE")
    && ($("exercise").checked || !alert.exercise)
    && (!$("since").value || Date.parse(alert.updatedAt) >= Date.now() - Number($("since").value) * 3600000)
    && wanted.every((word) => told.includes(word));
}

function sorted() {
  return [...state.alerts.values()].sort((one, other) =>
    other.openedAt.localeCompare(one.openedAt) || one.alertId.localeCompare(other.alertId));
}

function draw(freshId) {
  const alerts = sorted();
  const focused = document.activeElement?.dataset?.id;
  $("list").replaceChildren(...alerts.map((alert) => {
    const item = document.createElement("li");
    const button = row(alert);
    button.setAttribute("aria-current", String(alert.alertId === state.chosen));
    button.onclick = () => choose(alert.alertId);
    if (alert.alertId === freshId) item.className = "fresh";
    item.append(button);
    return item;
  }));
  if (focused) $("list").querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  $("empty").hidden = alerts.length > 0;
  $("more").hidden = !state.next;
  tally(alerts);
}

function tally(alerts) {
  const open = alerts.filter((alert) => alert.status === "OPEN").length;
  const taken = alerts.filter((alert) => alert.status === "ACKNOWLEDGED").length;
  $("tally").textContent = `${open} open, ${taken} acknowledged`;
  document.title = open ? `(${open}) Missionwatch` : "Missionwatch";
}

// The address names the chosen alert, so that it can be handed on.
async function choose(id) {
  state.chosen = id;
  history.replaceState(null, "", `#${id}`);
  for (const button of $("list").querySelectorAll("button")) {
    button.setAttribute("aria-current", String(button.dataset.id === id));
  }
  try {
    const alert = await ask(`${API}/${encodeURIComponent(id)}`);
    const incident = await ask(`${API}?${new URLSearchParams({ incident: alert.incidentId, mode: "LIVE,SHADOW", exercise: "true,false" })}`);
    const others = incident.alerts.filter((other) => other.alertId !== id);
    if (state.chosen === id) $("details").replaceChildren(...details(alert, others, { act, choose, mayAct: may("alerts:act") }));
  } catch (failure) {
    toast(failure.message);
  }
}

function chooseNamed() {
  const id = location.hash.slice(1);
  if (/^[0-9a-f-]{36}$/.test(id) && id !== state.chosen) choose(id);
}

const ASKED = {
  ACKNOWLEDGE: "Acknowledge", RESOLVE: "Resolve", FALSE_POSITIVE: "False positive", REOPEN: "Reopen", COMMENT: "Comment",
};

const may = (scope) => state.self.scopes.includes(scope);

async function act(alert, kind) {
  if (!may("alerts:act")) return;
  $("ask-title").textContent = plain(`${ASKED[kind]}: ${alert.title}`);
  $("ask-reason").value = "";
  $("ask-reason").required = kind === "FALSE_POSITIVE" || kind === "COMMENT";
  $("ask-by-label").hidden = state.self.signIn;
  $("ask-by").value = localStorage.getItem("by") || "";
  $("ask-days-label").hidden = kind !== "FALSE_POSITIVE";
  $("ask").returnValue = "cancel";
  $("ask").showModal();
  await new Promise((done) => $("ask").addEventListener("close", done, { once: true }));
  if ($("ask").returnValue !== "ok") return;
  if (!state.self.signIn) localStorage.setItem("by", $("ask-by").value);
  const body = { kind, by: $("ask-by").value, reason: $("ask-reason").value };
  const days = Number($("ask-days").value);
  if (kind === "FALSE_POSITIVE" && days) body.suppressUntil = new Date(Date.now() + days * 86400000).toISOString();
  try {
    await ask(`${API}/${encodeURIComponent(alert.alertId)}/actions`, {
      method: "POST", body,
    });
    toast(`${ASKED[kind]}: done`);
  } catch (failure) {
    toast(failure.message);
  }
}

// The token is no part of an address, so an export is fetched and handed over as a file.
async function save(name) {
  try {
    const blob = await (await call(`/api/v1/${name}?${parameters()}`)).blob();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  } catch (failure) {
    toast(failure.message);
  }
}

async function begin(reason) {
  state.stream?.close();
  try {
    await signIn(reason);
    if (!state.self.signIn || state.self.name) {
      load(false);
      chooseNamed();
    }
  } catch (failure) {
    connection("lost", "cannot reach the service");
    setTimeout(begin, 3000);
  }
}

function connection(kind, text) {
  $("connection").className = kind;
  $("connection-text").textContent = text;
}

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $("toast").hidden = true; }, 5000);
}

function step(by) {
  const alerts = sorted();
  if (!alerts.length) return;
  const at = alerts.findIndex((alert) => alert.alertId === state.chosen);
  const next = alerts[Math.max(0, Math.min(alerts.length - 1, at < 0 ? 0 : at + by))];
  choose(next.alertId);
  $("list").querySelector(`[data-id="${CSS.escape(next.alertId)}"]`)?.focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => actOnChosen("ACKNOWLEDGE", ["OPEN"]),
  f: () => actOnChosen("FALSE_POSITIVE", [...ACTIVE, "RESOLVED", "CANCELLED", "EXPIRED"]),
  "/": () => $("q").focus(),
  "?": () => $("help").showModal(),
  Escape: () => $("list").querySelector("[aria-current=true]")?.focus(),
};

function actOnChosen(kind, from) {
  const alert = state.alerts.get(state.chosen);
  if (alert && from.includes(alert.status)) act(alert, kind);
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, dialog");
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) return;
  if (event.target.closest("dialog")) return;
  const key = KEYS[event.key];
  if (key) {
    event.preventDefault();
    key();
  }
});
$("list").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.dataset.id === state.chosen) $("details").focus();
});
let searchTimer;
$("q").addEventListener("input", () => { clearTimeout(searchTimer); searchTimer = setTimeout(load, 250, false); });
for (const id of ["severity", "since", "shadow", "exercise"]) $(id).addEventListener("change", () => load(false));
$("status").addEventListener("click", (event) => {
  const status = event.target.dataset?.status;
  if (status === undefined) return;
  state.status = status;
  for (const button of $("status").children) button.setAttribute("aria-pressed", String(button === event.target));
  load(false);
});
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("more").addEventListener("click", () => load(true));
$("help-button").addEventListener("click", () => $("help").showModal());
$("csv").addEventListener("click", () => save("alerts.csv"));
$("geojson").addEventListener("click", () => save("alerts.geojson"));
$("sign-out").addEventListener("click", () => { token.set(""); location.reload(); });
window.addEventListener("hashchange", chooseNamed);
setInterval(() => draw(), 60000);
begin();
