"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const cards = all(".card");
  const rows = all(".row");
  const sections = all("section.text");
  const index = all("#findings li");
  const marks = all("mark[data-card]");
  const byId = new Map(cards.map((card) => [card.id, card]));
  const rule = one("#rule"), documents = one("#document"), words = one("#words");
  const chips = all(".chip"), clear = one("#clear"), status = one("#status"), help = one("#help");
  const said = new Map();
  let current = null;

  const fold = (text) => text.toLowerCase().replace(/\s+/g, " ").trim();
  const saying = (card) => {
    if (!said.has(card)) said.set(card, fold(card.textContent));
    return said.get(card);
  };

  function filter() {
    const verdicts = new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.verdict));
    const wanted = fold(words.value);
    const active = Boolean(verdicts.size || rule.value || documents.value || wanted);
    let shown = 0, claims = 0;
    for (const card of cards) {
      const fits = (!verdicts.size || verdicts.has(card.dataset.verdict)) &&
        (!rule.value || card.dataset.rules.split(" ").includes(rule.value)) &&
        (!documents.value || card.dataset.document === documents.value) &&
        (!wanted || saying(card).includes(wanted));
      card.hidden = !fits;
      if (card.dataset.verdict !== "none") {
        claims += 1;
        if (fits) shown += 1;
      }
    }
    for (const row of rows) row.hidden = active && !row.querySelector(".card:not([hidden])");
    for (const section of sections) section.hidden = active && !section.querySelector(".card:not([hidden])");
    for (const entry of index) {
      entry.hidden = byId.get(entry.dataset.card).hidden || Boolean(rule.value && entry.dataset.rule !== rule.value);
    }
    for (const mark of marks) mark.classList.toggle("off", byId.get(mark.dataset.card).hidden);
    clear.disabled = !active;
    status.textContent = active ? `${shown} of ${claims} claims` : `${claims} claims`;
    if (current && current.hidden) select(null);
  }

  function reset() {
    for (const chip of chips) chip.setAttribute("aria-pressed", "false");
    rule.value = documents.value = words.value = "";
    filter();
  }

  function select(card, move) {
    if (current) {
      current.removeAttribute("aria-current");
      for (const mark of all(`mark[data-card="${current.id}"]`)) mark.classList.remove("current");
    }
    current = card;
    if (!card) return;
    card.setAttribute("aria-current", "true");
    for (const mark of all(`mark[data-card="${card.id}"]`)) mark.classList.add("current");
    if (move) {
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "center" });
    }
  }

  function step(by) {
    const shown = cards.filter((card) => !card.hidden);
    if (!shown.length) return;
    let at = shown.indexOf(current);
    if (at === -1) {
      const below = shown.findIndex((card) => card.getBoundingClientRect().bottom > tools.offsetHeight);
      at = by > 0 ? below - 1 : below;
    }
    select(shown[Math.min(Math.max(at + by, 0), shown.length - 1)], true);
  }

  function follow() {
    const card = byId.get(location.hash.slice(1).replace(/^t/, "c"));
    if (!card) return;
    if (card.hidden) {
      reset();
      one(location.hash).scrollIntoView({ block: "center" });
    }
    select(card, location.hash[1] === "c");
  }

  const tools = one("#tools");
  tools.hidden = false;
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") === "true" ? "false" : "true");
      filter();
    });
  }
  for (const field of [rule, documents]) field.addEventListener("change", filter);
  words.addEventListener("input", filter);
  clear.addEventListener("click", reset);
  one("#keys").addEventListener("click", () => help.showModal());
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary")) return;
    const mark = event.target.closest("mark");
    const card = mark ? byId.get(mark.dataset.card) : event.target.closest(".card");
    if (card && !String(getSelection())) select(card, Boolean(mark));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const details = current ? all("details", current) : [];
    const source = current ? current.querySelector(".source a") : null;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "/") words.focus();
    else if (event.key === "?") help.showModal();
    else if (event.key === "Escape") select(null);
    else if (event.key === "o" && source) source.click();
    else if (event.key === "Enter" && event.target === current && details.length) {
      const open = !details[0].open;
      for (const entry of details) entry.open = open;
    } else return;
    event.preventDefault();
  });

  // What is folded away on the screen is read on paper.
  const folded = [];
  addEventListener("beforeprint", () => {
    for (const entry of all("details:not([open])")) {
      folded.push(entry);
      entry.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const entry of folded.splice(0)) entry.open = false;
  });

  filter();
  follow();
})();
