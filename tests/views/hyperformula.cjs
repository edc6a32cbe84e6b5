// What HyperFormula makes of a workbook: reads {sheets, names, cases} and writes the values of the named cells, by case.
const { HyperFormula } = require("hyperformula");
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const names = Object.entries(given.names).map(([name, at]) => ({ name, expression: `=${at}` }));
const book = HyperFormula.buildFromSheets(given.sheets, { licenseKey: "gpl-v3" }, names);
const place = (at) => book.simpleCellRangeFromString(at.includes(":") ? at : `${at}:${at.split("!")[1]}`, 0);
const value = (cell) => (cell && cell.value ? cell.value : cell);
const all = () =>
  Object.fromEntries(Object.entries(given.names).map(([name, at]) => [name, book.getRangeValues(place(at))[0].map(value)]));
const answers = given.cases.map((typed) => {
  const before = typed.map(([at, column, what]) => {
    const { sheet, row, col } = place(at).start;
    const cell = { sheet, row, col: col + column };
    const old = book.getCellSerialized(cell);
    book.setCellContents(cell, what);
    return [cell, old];
  });
  const found = all();
  before.forEach(([cell, old]) => book.setCellContents(cell, old));
  return found;
});
process.stdout.write(JSON.stringify(answers));
