// What the page does around the terminal of textual-serve: it names the tab, gives keys that a browser keeps
// for itself others, copies what the reader sends, and says why the reader ended.
"use strict";

(() => {
  const VISITOR = "seedreader-visitor";
  let socket = null;
  let lastWords = "The connection to the server was lost.";

  // Of this tab, kept when the page is loaded again.
  function visitor() {
    let name = sessionStorage.getItem(VISITOR);
    if (!/^[0-9a-f]{32}$/.test(name || "")) {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      name = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
      sessionStorage.setItem(VISITOR, name);
    }
    return name;
  }

  function send(...message) {
    if (socket) socket.send(JSON.stringify(message));
  }

  // -- the clipboard ---------------------------------------------------------------------------------------

  // Browsers have no clipboard for scripts on pages of plain http, but for this machine's own.
  function copyOldWay(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.position = "fixed";
    field.style.opacity = "0";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focus();
    return done ? Promise.resolve() : Promise.reject(new Error("the browser does not allow it here"));
  }

  if (!navigator.clipboard) {
    const clipboard = { writeText: copyOldWay, readText: () => Promise.resolve("") };
    Object.defineProperty(navigator, "clipboard", { value: clipboard });
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text).catch(() => copyOldWay(text));
      send("copied", "");
    } catch (error) {
      send("copied", error.message);
    }
  }

  // -- the connection --------------------------------------------------------------------------------------

  function heard(event) {
    if (typeof event.data !== "string") return;
    const [kind, told] = JSON.parse(event.data);
    if (kind === "copy") copy(told);
    else if (kind === "open") window.open(told, "_blank", "noopener,noreferrer");
    else if (kind === "ended") lastWords = told;
  }

  function ended() {
    document.getElementById("ended-why").textContent = lastWords;
    document.getElementById("starting").hidden = true;
    document.getElementById("ended").hidden = false;
    document.getElementById("again").focus();
  }

  // The terminal's script keeps its connection to itself.
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      socket = this;
      this.addEventListener("open", focus); // not before: the terminal tells the reader at once
      this.addEventListener("message", heard);
      this.addEventListener("close", ended);
    }

    send(message) {
      if (this.readyState === WebSocket.OPEN) super.send(message); // a key too early or too late goes nowhere
    }
  };

  // -- keys ------------------------------------------------------------------------------------------------

  // Ctrl-W closes the tab, and a terminal can't tell Shift-Enter from Enter.
  const INSTEAD = {
    "Ctrl+Backspace": "\x17", "Alt+Backspace": "\x17",
    "Shift+Enter": "\n", "Ctrl+Enter": "\n", "Alt+Enter": "\n",
  };

  function pressed(event) {
    if (!event.target.classList.contains("xterm-helper-textarea")) return;
    const held = [["Ctrl", event.ctrlKey], ["Alt", event.altKey], ["Shift", event.shiftKey], ["Meta", event.metaKey]];
    const name = [...held.filter(([, is]) => is).map(([key]) => key), event.key].join("+");
    if (name in INSTEAD) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === "keydown") send("stdin", INSTEAD[name]);
    } else if (/^(Ctrl|Meta)\+v$/i.test(name)) {
      event.stopImmediatePropagation(); // the browser pastes, and the terminal is told what
    }
  }

  for (const kind of ["keydown", "keypress", "keyup"]) window.addEventListener(kind, pressed, true);

  // -- beginning -------------------------------------------------------------------------------------------

  function focus() {
    const field = document.querySelector(".xterm-helper-textarea");
    if (field) field.focus();
  }

  async function begin() {
    document.getElementById("again").addEventListener("click", () => location.reload());
    document.getElementById("terminal").dataset.sessionWebsocketUrl =
      `${location.origin.replace(/^http/, "ws")}/visit/${visitor()}`;
    // the terminal measures its letters once, so they have to be there first
    const letters = ["", "bold ", "italic ", "italic bold "].map((style) => document.fonts.load(`${style}16px "Roboto Mono"`));
    await Promise.allSettled(letters);
    const script = document.createElement("script");
    script.src = "files/terminal.js";
    script.addEventListener("load", () => window.onload()); // it waits for a page that is loaded already
    document.body.append(script);
  }

  window.addEventListener("load", begin);
})();
