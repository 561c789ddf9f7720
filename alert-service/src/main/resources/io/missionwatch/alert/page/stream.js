// Asks the API, and follows its stream. The token stays in this tab and goes nowhere but to this API.

const KEY = "missionwatch.token";
const SILENCE = 30000;

export const token = {
  get: () => sessionStorage.getItem(KEY) || "",
  set: (value) => (value ? sessionStorage.setItem(KEY, value) : sessionStorage.removeItem(KEY)),
};

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function headers(extra) {
  const known = token.get();
  return known ? { ...extra, Authorization: `Bearer ${known}` } : { ...extra };
}

export async function call(path, { method = "GET", body, signal, accept } = {}) {
  const response = await fetch(path, {
    method,
    signal,
    credentials: "omit",
    headers: headers({ ...(body ? { "Content-Type": "application/json" } : {}), ...accept }),
    body: body && JSON.stringify(body),
  });
  if (response.ok) return response;
  const answer = await response.json().catch(() => ({}));
  const faults = (answer.faults || []).map((fault) => `${fault.at} ${fault.reason}`).join("; ");
  throw new Refused(response.status, faults || answer.error || response.statusText);
}

export const ask = async (path, options) => (await call(path, options)).json();

// Server-sent events by fetch: EventSource cannot send a token. Goes on from the last id after every break.
export function follow(path, after, { onAlert, onGap, onOpen, onLost }) {
  const stop = new AbortController();
  let last = after;
  let pause = 500;
  const run = async () => {
    while (!stop.signal.aborted) {
      try {
        await read();
      } catch (failure) {
        if (stop.signal.aborted) return;
        onLost(failure);
        if (failure.status === 401 || failure.status === 400) return;
      }
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(pause * 2, 15000);
    }
  };
  const read = async () => {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), SILENCE);
    const end = () => silent.abort();
    stop.signal.addEventListener("abort", end);
    try {
      const response = await call(path, { signal: silent.signal, accept: { Accept: "text/event-stream", "Last-Event-ID": last } });
      onOpen();
      pause = 500;
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) throw new Error("the stream ended");
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), SILENCE);
        const blocks = (rest + value).split("\n\n");
        rest = blocks.pop();
        blocks.forEach(take);
      }
    } finally {
      clearTimeout(timer);
      stop.signal.removeEventListener("abort", end);
    }
  };
  const take = (block) => {
    const event = {};
    for (const line of block.split("\n")) {
      const colon = line.indexOf(":");
      if (colon > 0) event[line.slice(0, colon)] = line.slice(colon + 1).trimStart();
    }
    if (event.id) last = event.id;
    if (event.event === "alert") onAlert(JSON.parse(event.data));
    if (event.event === "gap") onGap();
  };
  run();
  return { close: () => stop.abort() };
}
