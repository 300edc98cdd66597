"use strict";
// The language is chosen by #en and #vi; it stays when a link leads to a row.
const speak = () => {
  if (["#en", "#vi"].includes(location.hash)) {
    document.documentElement.classList.toggle("english", location.hash === "#en");
  }
};
addEventListener("hashchange", speak);
speak();
// Sorting and filtering of the tables. Without scripts the tables are whole, worst first.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    if (!button) return;
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
      const numeric = head.classList.contains("n");
      const rows = [...table.tBodies[0].rows].sort((one, other) => numeric
        ? Number(key(one)) - Number(key(other))
        : key(one).localeCompare(key(other), "vi"));
      table.tBodies[0].append(...(down ? rows.reverse() : rows));
    });
  });
}
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
const filter = document.getElementById("filter");
const shown = document.getElementById("shown");
filter.parentElement.hidden = false;
filter.addEventListener("input", () => {
  const wanted = plain(filter.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of document.querySelectorAll("#sources tbody tr")) {
    const text = plain(row.textContent + " " + row.id);
    row.hidden = !wanted.every((word) => text.includes(word));
    count += row.hidden ? 0 : 1;
  }
  shown.textContent = String(count);
});
