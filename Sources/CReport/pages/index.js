"use strict";
// Sorts, filters and pages the table of articles. Without this script its first rows stand in the page.
(() => {
  const pageLength = 100;
  const { columns, rows } = JSON.parse(document.getElementById("data").textContent);
  const body = document.querySelector("#rows tbody");
  const headings = [...document.querySelectorAll("#rows thead th")];
  const query = document.getElementById("query");
  const count = document.getElementById("count");
  const pages = document.getElementById("pages");
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  // A row: one value a column, then the page of the article or null, then the title or null.
  const link = columns.length;
  const title = link + 1;
  const words = rows.map((row) =>
    [...row.slice(0, link).filter((value) => typeof value === "string"), row[title] ?? ""]
      .join(" ").toLowerCase());
  let shown = rows.map((_, index) => index);
  let order = null;
  let page = 0;

  function comparison(term) {
    const parts = /^([^<>=]+)(<=|>=|=|<|>)(.*)$/.exec(term);
    if (!parts) return null;
    const name = parts[1].toLowerCase();
    const column = columns.findIndex(
      (each) => each.name.toLowerCase() === name || each.label.toLowerCase() === name);
    if (column < 0 || parts[3] === "") return null;
    const number = Number(parts[3]);
    const text = parts[3].toLowerCase();
    return (row) => {
      const value = row[column];
      if (value === null) return false;
      if (parts[2] === "=") {
        return typeof value === "number" ? value === number
          : String(value).toLowerCase() === text;
      }
      const order = typeof value === "number" ? value - number : collator.compare(value, text);
      if (Number.isNaN(order)) return false;
      switch (parts[2]) {
        case "<": return order < 0;
        case ">": return order > 0;
        case "<=": return order <= 0;
        default: return order >= 0;
      }
    };
  }

  function filter() {
    const terms = query.value.trim().split(/\s+/).filter(Boolean);
    const tests = terms.map((term) => {
      const compare = comparison(term);
      if (compare) return (index) => compare(rows[index]);
      const word = term.toLowerCase();
      return (index) => words[index].includes(word);
    });
    shown = rows.map((_, index) => index).filter((index) => tests.every((test) => test(index)));
    sort();
  }

  function sort() {
    if (order) {
      const { column, direction } = order;
      shown.sort((a, b) => {
        const [x, y] = [rows[a][column], rows[b][column]];
        // What has no value stands last in both directions.
        if (x === null || y === null) return (x === null) - (y === null) || a - b;
        const both = typeof x === "number" && typeof y === "number";
        return direction * (both ? x - y : collator.compare(String(x), String(y))) || a - b;
      });
    }
    page = 0;
    show();
  }

  function cell(row, index) {
    const cell = document.createElement("td");
    const value = row[index];
    const text = value === null ? "" : String(value);
    if (columns[index].number) cell.className = "number";
    if (columns[index].name === "status") cell.className = `status ${text}`;
    if (columns[index].name === "date") cell.className = "date";
    if (index > 0) {
      cell.textContent = text;
      return cell;
    }
    if (row[link] === null) {
      cell.textContent = text;
    } else {
      const anchor = document.createElement("a");
      anchor.href = row[link];
      anchor.textContent = text;
      cell.append(anchor);
    }
    if (row[title] !== null) {
      const span = document.createElement("span");
      span.dir = "auto";
      span.textContent = row[title];
      cell.append(" ", span);
    }
    return cell;
  }

  function show() {
    const first = page * pageLength;
    const visible = shown.slice(first, first + pageLength);
    body.replaceChildren(...visible.map((index) => {
      const line = document.createElement("tr");
      line.append(...columns.map((_, column) => cell(rows[index], column)));
      return line;
    }));
    count.textContent = shown.length === rows.length
      ? `${rows.length} articles` : `${shown.length} of ${rows.length} articles`;
    const last = Math.ceil(shown.length / pageLength);
    pages.hidden = last < 2;
    pages.replaceChildren();
    if (last < 2) return;
    const range = document.createElement("span");
    range.textContent = ` ${first + 1}–${first + visible.length} of ${shown.length} `;
    pages.append(step("Previous", -1, page === 0), range, step("Next", 1, page === last - 1));
  }

  function step(name, by, isOff) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.disabled = isOff;
    button.addEventListener("click", () => {
      page += by;
      show();
      [...pages.querySelectorAll("button")].find((each) => each.textContent === name)?.focus();
    });
    return button;
  }

  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    button.title = heading.title;
    heading.replaceChildren(button);
    heading.removeAttribute("title");
    button.addEventListener("click", () => {
      const isSame = order !== null && order.column === column;
      // Figures are looked at from the highest down, names from A on.
      const start = columns[column].number ? -1 : 1;
      order = { column, direction: isSame ? -order.direction : start };
      for (const each of headings) each.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", order.direction > 0 ? "ascending" : "descending");
      sort();
    });
  });

  document.getElementById("filter").hidden = false;
  document.getElementById("filter-help").hidden = false;
  document.getElementById("filter").addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("rows-left")?.remove();
  let wait = 0;
  query.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(filter, rows.length > 2000 ? 120 : 0);
  });
  show();
})();
