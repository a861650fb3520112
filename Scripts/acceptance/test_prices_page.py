"""Prices that are set on the page Models: in force at once, kept over a restart, and stored costs brought up to date with them."""
import json
import time

from browser import Browser
from harness import Weir, call, expect, test
from test_pages import post
from test_view import PIPELINE, api, settle

EDITED = PIPELINE.replace("[processors.genai]", '[processors.genai]\nedits = "DIR/edited.prices"')


def cost(weir):
    return api(weir, "/api/v1/overview?range=1h")["cost"]


@test
def prices_are_set_on_the_page():
    """a model without a price gets one on the page: calls that come have a cost, those that came get theirs by a button, and it outlives a restart"""
    with Weir(EDITED) as weir, Browser() as browser:
        base = f"http://127.0.0.1:{weir.admin}"
        post(weir, 3, model="house-model")
        settle(weir)
        expect("before", (cost(weir)["totalUsd"], cost(weir)["unpricedRequests"]), (None, 3))
        browser.open(base + "/models?range=1h")
        browser.evaluate("[...document.querySelectorAll('#prices a')].find((one) => one.textContent === 'Add a price').click()")
        browser.wait("!!document.querySelector('#set-price[open]') && document.readyState === 'complete'")
        expect("the model is filled in", browser.evaluate("document.querySelector('[name=\"p.model\"]').value"), "house-model")

        def look(**prices):
            fields = "".join(f"form.elements['p.{name}'].value = {json.dumps(value)};" for name, value in prices.items())
            browser.evaluate(f"(() => {{ const form = document.querySelector('#set-price form'); {fields} form.requestSubmit() }})()")
            browser.wait("new URL(location).searchParams.has('p.in') && document.readyState === 'complete' && !!document.querySelector('#set-price .notice')")

        look(**{"in": "two", "out": "10"})
        expect("nonsense", "Not yet" in browser.evaluate("document.querySelector('#price-problem').textContent"), True)
        expect("no way to save it", browser.evaluate("document.querySelectorAll('form[action^=\"/models/prices?\"]').length"), 0)
        browser.evaluate("document.querySelector('[name=\"p.in\"]').value = '2'")
        browser.evaluate("document.querySelector('#set-price form').requestSubmit()")
        browser.wait("document.readyState === 'complete' && !!document.querySelector('form[action^=\"/models/prices?\"]')")
        browser.evaluate("document.querySelector('form[action^=\"/models/prices?\"]').requestSubmit()")
        browser.wait("new URL(location).searchParams.has('priced') && document.readyState === 'complete'")
        expect("said", "Saved: openai/house-model" in browser.evaluate("document.querySelector('#prices').textContent"), True)
        post(weir, 1, model="house-model")
        settle(weir)
        # 1,000 tokens in at 2 and 100 out at 10 dollars a million.
        expect("one call has a cost", (cost(weir)["totalUsd"], cost(weir)["unpricedRequests"]), (0.003, 3))
        browser.evaluate("[...document.querySelectorAll('#prices button')].find((one) => one.textContent.startsWith('Work out costs since')).click()")
        browser.wait("new URL(location).searchParams.has('recosted') && document.readyState === 'complete'")
        expect("all calls have one", (cost(weir)["totalUsd"], cost(weir)["unpricedRequests"]), (0.012, 0))
        parts = {line["label"]: sum(v or 0 for v in line["values"]) for line in api(weir, "/api/v1/timeseries?metric=costByType&range=1h")["lines"]}
        expect("by kind", parts, {"input": 8_000_000, "output": 4_000_000})
        trace = api(weir, "/api/v1/traces?range=1h")["rows"][0]["id"]
        panel = call(weir.admin, "GET", f"/traces/{trace}?tab=cost")[1].decode()
        for text in ("<td class=\"n\">$2</td>", "<td class=\"n\">$10</td>", "openai/house-model"):
            expect(f"the panel says {text}", text in panel, True)
        browser.open("about:blank")
        expect("exit after SIGTERM", weir.stop(), 0)
        weir.__enter__()
        listed = api(weir, "/api/v1/prices?range=1h")
        expect("after a restart", (listed["set"][0]["model"], listed["models"][0]["in"]), ("house-model", "2"))
        browser.open(base + "/models?range=1h")
        browser.evaluate("document.querySelector('form[action^=\"/models/prices/remove\"]').requestSubmit()")
        browser.wait("(new URL(location).searchParams.get('priced') ?? '').startsWith('removed') && document.readyState === 'complete'")
        expect("removed", api(weir, "/api/v1/prices?range=1h")["set"], [])
        other = {"Sec-Fetch-Site": "cross-site"}
        expect("another site's page", call(weir.admin, "POST", "/api/v1/prices/set?model=x&in=1", headers=other)[0], 403)
        expect("by GET", call(weir.admin, "GET", "/api/v1/prices/set?model=x&in=1")[0], 405)
        expect("troubles", browser.troubles, [])


@test
def models_go_by_two_names():
    """a model's dated names are one row under the price table's name, and rows of their own as reported; a filter finds either"""
    with Weir(PIPELINE) as weir:
        for model, count in (("gpt-4o", 2), ("gpt-4o-2024-11-20", 3), ("nobody-knows-this", 1)):
            post(weir, count, model=model)
        settle(weir)

        def rows(query=""):
            return {row["model"]: row["requests"] for row in api(weir, "/api/v1/models?range=1h" + query)["models"]}

        expect("by the table's names", rows(), {"gpt-4o": 5, "nobody-knows-this": 1})
        expect("as reported", rows("&names=reported"), {"gpt-4o": 2, "gpt-4o-2024-11-20": 3, "nobody-knows-this": 1})
        expect("a filter by a dated name", rows("&model=gpt-4o-2024-11-20"), {"gpt-4o": 3})
        page = call(weir.admin, "GET", "/models?range=1h")[1].decode()
        expect("the page says both names", "reported as gpt-4o-2024-11-20, gpt-4o" in page, True)


@test
def times_follow_the_zone():
    """a page's times, axes and tooltips are in the zone that its address names, and links keep it"""
    with Weir(PIPELINE) as weir, Browser() as browser:
        post(weir, 2)
        settle(weir)
        browser.ask("Emulation.setTimezoneOverride", timezoneId="Asia/Kolkata")
        browser.open(f"http://127.0.0.1:{weir.admin}/traces?range=1h")
        start = browser.evaluate("document.querySelector('main td time').dateTime")
        plain = browser.evaluate("document.querySelector('main td time').textContent")
        expect("in UTC at first", start[5:10] + " " + start[11:19], plain)
        browser.evaluate("document.querySelector('#zone').click()")
        browser.wait("new URL(location).searchParams.get('tz') === '+05:30' && document.readyState === 'complete'")
        local = time.strftime("%m-%d %H:%M:%S", time.gmtime(time.mktime(time.strptime(start, "%Y-%m-%dT%H:%M:%SZ")) - time.timezone + 19_800))
        expect("then by the browser's clock", browser.evaluate("document.querySelector('main td time').textContent"), local)
        browser.evaluate("document.querySelector('main td a').click()")
        browser.wait("location.pathname.startsWith('/traces/') && document.readyState === 'complete'")
        expect("links keep it", browser.evaluate("new URL(location).searchParams.get('tz')"), "+05:30")
        expect("and the page says so", browser.evaluate("document.querySelector('main .meta').textContent.includes('UTC+05:30')"), True)
        expect("troubles", browser.troubles, [])
