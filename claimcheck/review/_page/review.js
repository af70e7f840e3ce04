"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);
  const help = one("#help"), keys = one("#keys");
  if (!help) return;
  keys.hidden = false;
  keys.addEventListener("click", () => help.showModal());

  const open = (id, field) => {
    const form = one(id);
    if (!form) return;
    form.open = true;
    form.querySelector(field).focus();
    form.scrollIntoView({ block: "nearest" });
  };

  const mark = () => {
    const selection = getSelection();
    const words = String(selection).replace(/\s+/g, " ").trim();
    const page = selection.anchorNode && selection.anchorNode.parentElement.closest(".stored, .source");
    const form = one("#mark");
    if (form && words && page) {
      form.querySelector("textarea").value = words;
      const link = page.querySelector("[data-address]");
      const url = page.dataset.url || (link && link.dataset.address);
      for (const option of form.querySelectorAll("option")) if (option.value === url) option.selected = true;
    }
    open("#mark", "textarea");
  };

  // A form is sent once, however often its key is pressed.
  let sent = false;
  const send = (selector) => {
    const form = one(selector);
    if (form && !sent) form.requestSubmit();
  };
  document.addEventListener("submit", (event) => {
    if (event.target.method === "dialog") return;
    if (sent) event.preventDefault();
    sent = true;
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || help.open) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const follow = (id) => { if (one(id)) one(id).click(); };
    const actions = {
      j: () => follow("#next"), k: () => follow("#previous"), a: () => send("#accept"), u: () => send("#undo"),
      w: () => open("#waive", "input[name=reason]"), c: () => open("#correct", "textarea"),
      s: () => open("#source", "input[name=url]"), m: mark, "?": () => help.showModal(),
    };
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });
})();
