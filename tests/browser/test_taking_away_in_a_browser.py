"""What a person takes away from a page: a table in the clipboard."""

KEPT = "compare?v=3&region=fengjie&lang=en&name=%3D1%2B1&gdp=6.5,7.6&k1=gdp=5,6~name=-2%20floor"


def _copied(page, table):
    """The rows that the clipboard holds after the table's button was pressed."""
    page.locator(f".wide:has({table}) button[data-copy]").first.click()
    page.locator("button[data-copy].done").wait_for()
    return [row.split("\t") for row in page.evaluate("navigator.clipboard.readText()").split("\n")]


def test_the_table_of_years_is_copied_as_plain_numbers_with_its_marks_at_the_head_of_a_row(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    rows = _copied(page, ".years")
    assert rows[0] == ["", "2023", "2024", "2025", "2026", "2027", "2028"]
    assert rows[1] == ["Gross domestic product (GDP) current prices, bn yuan *",
                       "38.60", "41.11", "44.19", "47.51", "51.07", "54.90"]  # fmt: skip
    assert rows[3] == ["real growth", "", "6.50%", "7.50%", "7.50%", "7.50%", "7.50%"]
    assert rows[-2][1:3] == ["27813", "29621"]


def test_a_copied_table_is_a_table_in_a_document_too(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"], locale="zh-CN")
    _copied(page, ".years")
    markup = page.evaluate("navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(b => b.text())")
    assert markup.count("<tr>") == 11
    assert "<td>549.0</td>" in markup


def test_no_name_that_is_copied_can_be_taken_for_a_formula(visit, server):
    page = visit(address=server.address + KEPT, permissions=["clipboard-read", "clipboard-write"])
    rows = _copied(page, ".results")
    assert rows[0][2:] == ["'-2 floor", "'=1+1"]
    # 386 x 1.05 x 1.06^4 = 511.68 and 386 x 1.065 x 1.076^4 = 551.04, against 548.998, in tens
    assert rows[2][1:] == ["0.00", "-3.73", "0.20"]
