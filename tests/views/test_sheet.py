"""Tables and buttons: everything is text, whatever it holds."""

from views.sheet import Amount, Button, Link, amount, block, table, words

MARKUP = "<script>alert('x')</script>"


def test_nothing_shown_in_a_table_becomes_markup():
    shown = table([MARKUP], [[MARKUP]], caption=MARKUP) + block(MARKUP) + words(MARKUP)
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 5


def test_a_button_says_what_it_asks_for_and_cannot_break_out_of_its_attributes():
    shown = Button('solve:x" onclick="alert(1)', MARKUP, title='" onmouseover="alert(1)').html()
    assert 'onclick="' not in shown
    assert 'onmouseover="' not in shown
    assert 'data-action="solve:x&quot; onclick=&quot;alert(1)"' in shown


def test_a_button_that_asks_for_a_name_says_which_it_proposes_and_cannot_break_out_of_it():
    assert "data-name" not in Button("keep:", "+").html()
    assert 'data-action="keep:" data-name=""' in Button("keep:", "+", name="").html()
    shown = Button('rename:" onclick="alert(1)', "✎", name='" onclick="alert(1)').html()
    assert 'onclick="' not in shown
    assert 'data-name="&quot; onclick=&quot;alert(1)"' in shown


def test_figures_are_aligned_as_figures_and_the_first_cell_heads_its_row():
    shown = table(["lever", "value"], [["GDP", "6.5"]], numbers=(1,), caption="Levers, %")
    assert '<th scope="row" class="text">GDP</th><td class="number">6.5</td>' in shown


def test_an_address_can_be_followed_and_cannot_break_out_of_its_link():
    shown = table(["source", "address"], [["report", Link('http://x.test/?a=1&b="><script>')]], caption="sources")
    assert '<a href="http://x.test/?a=1&amp;b=&quot;&gt;&lt;script&gt;" target="_blank" rel="noopener' in shown


def test_the_unit_of_an_amount_stands_behind_it_marked_and_nothing_else_is_taken_for_one():
    assert amount("386.0 亿元", "亿元") == Amount("386.0", "亿元")
    assert amount("7.5%", "亿元") == "7.5%"
    assert amount("–", "") == "–"
    shown = table(["lever", "value"], [["GDP", Amount("<b>", MARKUP)]], caption="Levers", units='"><script>')
    assert "<script" not in shown
    assert '&lt;b&gt;<span class="unit"> &lt;script&gt;' in shown
