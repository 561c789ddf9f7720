// Makes the elements of one alert. Text is only ever set as text; links go to http and https alone.

const ACTIONS = {
  OPEN: ["ACKNOWLEDGE", "RESOLVE", "FALSE_POSITIVE", "COMMENT"],
  ACKNOWLEDGED: ["RESOLVE", "FALSE_POSITIVE", "COMMENT"],
  RESOLVED: ["REOPEN", "FALSE_POSITIVE", "COMMENT"],
  CANCELLED: ["REOPEN", "FALSE_POSITIVE", "COMMENT"],
  EXPIRED: ["REOPEN", "FALSE_POSITIVE", "COMMENT"],
  FALSE_POSITIVE: ["REOPEN", "COMMENT"],
};
const LABELS = {
  ACKNOWLEDGE: "Acknowledge", RESOLVE: "Resolve", FALSE_POSITIVE: "False positive", REOPEN: "Reopen", COMMENT: "Comment",
};

// Controls, and what turns the direction of text around: nobody sees them, and they make text say something else.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

export const plain = (text) => String(text).replace(UNSEEN, "");

function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children
    .filter((child) => child !== null && child !== undefined)
    .map((child) => (typeof child === "string" ? plain(child) : child)));
  return element;
}

/** Text of a feed: in its own direction, apart from what stands around it. */
function told(name, className, text) {
  const element = make(name, className, text);
  element.dir = "auto";
  return element;
}

/** Everything that an alert tells, to be searched. */
export function words(alert) {
  return [alert.title, alert.summary, alert.patternTitle, ...alert.actors.map((actor) => actor.name),
    ...alert.places.map((place) => place.name),
    ...alert.evidence.flatMap((piece) => [piece.title, piece.outlet, ...piece.sentences])].join("\n").toLowerCase();
}

const word = (symbol) => symbol.toLowerCase().replaceAll("_", " ");
const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

function ago(time) {
  const minutes = Math.round((Date.now() - Date.parse(time)) / 60000);
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min`;
  return minutes < 1440 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

function clock(time) {
  const element = make("time", "", time.replace("T", " ").replace(/:\d\d(\.\d+)?Z$/, " UTC"));
  element.dateTime = time;
  return element;
}

function whereOf(alert) {
  const mission = alert.missions.find((one) => one.city) || alert.missions[0];
  const place = alert.places[0];
  return mission?.city || place?.name || mission?.hostState || "";
}

function whoOf(alert) {
  const names = alert.actors.filter((actor) => actor.role === "PERPETRATOR" || actor.role === "CLAIMANT").map((actor) => actor.name);
  return [...new Set(names)].slice(0, 3).join(", ");
}

const isOver = (alert) => !["OPEN", "ACKNOWLEDGED"].includes(alert.status);

/** One line of the list. */
export function row(alert) {
  const what = [whereOf(alert), whoOf(alert), word(alert.certainty), count(alert.origins, "origin", "origins")].filter(Boolean);
  const when = make("time", "when", ago(alert.openedAt));
  when.dateTime = alert.openedAt;
  when.title = alert.openedAt;
  const marks = [alert.status === "OPEN" ? "" : word(alert.status), alert.mode === "SHADOW" ? "shadow" : "",
    alert.exercise ? "exercise" : "", alert.suppressedBy ? "held back" : ""].filter(Boolean);
  const button = make("button", `row${isOver(alert) ? " over" : ""}`,
    make("span", `severity ${alert.severity}`, alert.severity === "INFORMATIONAL" ? "info" : word(alert.severity)),
    told("span", "title", alert.title),
    when,
    make("span", "what", what.join("  ·  ")),
    make("span", "state", marks.join(", ")));
  button.type = "button";
  button.dataset.id = alert.alertId;
  return button;
}

function link(text, address) {
  let url;
  try {
    url = new URL(address);
  } catch (nonsense) {
    return document.createTextNode(plain(text));
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return document.createTextNode(plain(text));
  const anchor = make("a", "", text);
  anchor.href = url.href;
  anchor.rel = "noopener noreferrer nofollow";
  anchor.target = "_blank";
  return anchor;
}

function evidence(piece) {
  const trust = `${word(piece.verification)}, reliability ${piece.reliability}`;
  const origin = piece.origin === piece.outlet ? "" : `, from ${piece.origin}`;
  const source = make("p", "source", `${piece.outlet}${origin}: `,
    piece.url ? link(piece.title || piece.url, piece.url) : piece.title,
    ` (${trust}${piece.stance === "DENIES" ? ", speaks against it" : ""})  `, clock(piece.publishedAt || piece.eventTime));
  return make("li", piece.stance === "DENIES" ? "denies" : "",
    ...piece.sentences.map((sentence) => {
      const quote = told("blockquote", "", sentence);
      if (piece.language) quote.lang = piece.language;
      return quote;
    }), source);
}

function history(revisions) {
  const cells = [...revisions].reverse().flatMap((one) => [
    make("span", "n", String(one.revision)),
    clock(one.updatedAt),
    make("p", "", `${word(one.change)}${one.updatedBy === "missionwatch" ? "" : ` by ${one.updatedBy}`}: `
      + `${word(one.severity)}, ${word(one.certainty)}, ${word(one.status)}. ${one.reasons[0] || ""}`),
  ]);
  return make("div", "history", ...cells);
}

function sibling(alert, choose) {
  const button = make("button", "sibling", make("span", `severity ${alert.severity}`, alert.title),
    make("span", "", alert.mode === "SHADOW" ? "shadow" : word(alert.status)));
  button.type = "button";
  button.onclick = () => choose(alert.alertId);
  return make("li", "", button);
}

function section(title, ...children) {
  return [make("h3", "", title), ...children];
}

/** Everything about one alert. */
export function details(alert, others, { act, choose, mayAct }) {
  const buttons = (mayAct ? ACTIONS[alert.status] || [] : []).map((kind, index) => {
    const button = make("button", index === 0 && !isOver(alert) ? "primary" : "", LABELS[kind]);
    button.type = "button";
    button.onclick = () => act(alert, kind);
    return button;
  });
  const badges = [word(alert.status), alert.mode === "SHADOW" ? "shadow" : "", alert.exercise ? "exercise" : "",
    alert.suppressedBy ? "held back from delivery" : "", alert.continues ? "goes on from an earlier alert" : ""]
    .filter(Boolean).map((text) => make("span", "badge", text));
  return [
    told("h2", "", alert.title),
    make("div", "facts",
      make("span", `severity ${alert.severity}`, word(alert.severity)),
      make("span", "", "certainty ", make("b", "", word(alert.certainty))),
      make("span", "", make("b", "", count(alert.origins, "independent origin", "independent origins"))),
      make("span", "", make("b", "", whereOf(alert))),
      ...badges),
    alert.summary && alert.summary !== alert.evidence[0]?.sentences.join(" ") ? told("p", "", alert.summary) : null,
    make("div", "actions", ...buttons),
    ...section("Why", make("ul", "why", ...alert.reasons.map((reason) => told("li", "", reason)))),
    ...section(`Evidence, ${alert.evidence.length === alert.evidenceCount ? alert.evidenceCount : `best ${alert.evidence.length} of ${alert.evidenceCount}`}`,
      make("ul", "evidence", ...alert.evidence.map(evidence))),
    ...(others.length ? section("Same incident", make("ul", "", ...others.map((other) => sibling(other, choose)))) : []),
    ...section("History", history(alert.history || [])),
    ...section("Pattern", make("p", "", `${alert.patternTitle}, ${alert.patternVersion ? `version ${alert.patternVersion}` : "built in"}`),
      make("p", "id", `alert ${alert.alertId}`, document.createElement("br"), `incident ${alert.incidentId}`)),
  ].filter(Boolean);
}
