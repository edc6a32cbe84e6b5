"""A county of one's own as a person gives it: typed into the form, or in the template, downloaded and filled in."""

import openpyxl
from hands import pause, query, type_in
from playwright.sync_api import Page, expect

from model.county_sheet import NAME, cell

GIVEN = {"base_year": 2023, "gdp": 100, "gdp_low": 95, "gdp_high": 104, "gdp_first": 5, "gdp_later": 6, "fai": 50,
         "fai_first": 8, "retail": 40, "retail_first": 7, "income": 20000, "income_first": 6, "target": 130,
         "target_year": 2028}  # fmt: skip
TYPED_IN = {"县区名称": ["甲县"], "基年 *": ["2023"], "基数（亿元） *": ["100"], "下限（亿元）": ["95"],
            "上限（亿元）": ["104"], "首年实际增速，% *": ["5"], "以后年度实际增速，%": ["6"],
            "基数（亿元）": ["50", "40"], "基数（元）": ["20000"], "年名义增速，%": ["8", "7", "6"],
            "GDP 目标（亿元） *": ["130"], "期限（年末） *": ["2028"]}  # fmt: skip
REGION = "own~甲县~2023~gdp:100,95,104:5,6~fai:50:8~retail:40:7~income:20000:6~target:130,2028"


def _seen(page: Page) -> list[str]:
    """Verdict and figures."""
    return page.locator(".verdict, .metrics").all_inner_texts()


def test_a_county_typed_into_the_form_moves_with_the_sliders_and_is_the_same_after_a_reload(visit, server):
    page = visit(address=f"{server.address}county", locale="zh-CN")
    form = page.get_by_test_id("stForm")
    for label, texts in TYPED_IN.items():
        for place, text in enumerate(texts):
            form.get_by_role("textbox", name=label, exact=True).nth(place).fill(text)
    form.get_by_role("button", name="打开自定县区").click()
    # 100 grows by 5 % and four times by 6 %: 132.56, which the low end of the range does not reach.
    said = "取决于基数 按此增速，2028年 GDP 为 132.6 亿元，比目标 130 亿元高 2.6 亿元"
    expect(page.locator(".verdict")).to_contain_text(said)
    pause(page)
    assert query(page)["region"] == REGION
    type_in(page, "2025年起GDP 实际增速（%）", "8")
    # 105 × 1.08⁴ = 142.85
    expect(page.locator(".verdict")).to_contain_text("142.9")
    seen = _seen(page)
    page.reload()
    expect(page.locator(".verdict")).to_contain_text("142.9")
    pause(page)
    assert _seen(page) == seen
    assert page.get_by_role("heading", level=1).inner_text() == "甲县发展计划情景推演"


def test_the_template_is_downloaded_filled_in_and_opened(visit, server, tmp_path):
    page = visit(address=f"{server.address}county", locale="zh-CN")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载模板").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    book = openpyxl.load_workbook(file)
    for key, value in {NAME: "甲县", **GIVEN, "gdp": "=50+50"}.items():
        book.active[cell(key)] = value
    book.save(file)
    page.locator("input[type=file][accept='.xlsx']").set_input_files(file)
    expect(page.locator("p.wrong")).to_contain_text("B8：含有公式；此处不作计算；请直接填写数值")
    book.active[cell("gdp")] = GIVEN["gdp"]
    book.save(file)
    page.locator("input[type=file][accept='.xlsx']").set_input_files(file)
    expect(page.locator(".verdict")).to_contain_text("132.6")
    pause(page)
    assert query(page)["region"] == REGION
    assert [url for url in page.requests if "upload" in url] == []
