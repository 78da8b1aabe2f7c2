// Asks the server for news, looks again when the page has changed, and shows what keeps it from changing.
(() => {
  "use strict";
  // A page of the server itself says of which build it tells; it stands at other addresses, too, until there
  // is a first site.
  const own = document.body.classList.contains("_annals");
  // The build that last changed this page, as it was when it was sent.
  const page = Number(document.currentScript.dataset.page ?? 0);
  let builds = Number(document.body.dataset.builds ?? 0);

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const item = (found) => {
    const made = element("li", "", found.severity);
    made.append(element("b", `${found.severity}[${found.code}]`), `: ${found.message}`, element("br"));
    made.append(element("code", `${found.file}:${found.line}:${found.column}`));
    if (found.help) made.append(element("br"), found.help);
    return made;
  };

  const show = (state) => {
    document.getElementById("_annals")?.remove();
    const errors = state.findings.filter((found) => found.severity === "error");
    if (state.current && errors.length === 0) return;
    const box = element("section", "", "_annals");
    box.id = "_annals";
    box.setAttribute("role", "alert");
    box.setAttribute("aria-label", "Annals");
    const hide = element("button", "Hide");
    hide.type = "button";
    hide.addEventListener("click", () => box.remove());
    box.append(hide, element("p", state.words));
    if (errors.length > 0) {
      const list = element("ol");
      list.append(...errors.map(item));
      box.append(list);
    }
    document.body.append(box);
  };

  const heard = (state) => {
    builds = state.builds;
    if (own || state.page !== page) return location.reload();
    show(state);
  };

  const listen = async () => {
    for (;;) {
      try {
        const answer = await fetch(`/_annals/wait/${builds}${location.pathname}`);
        const state = await answer.json();
        if (state.builds !== builds) heard(state);
      } catch {
        // The server is being started again, or is gone.
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  };

  listen();
})();
