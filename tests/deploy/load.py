"""How many readers the supplied proxy serves on this machine:

    python -m tests.deploy.load

Starts the servers of the tests, then asks by wrk: first one hot page, then a mix in which four of
five requests are for the thousand addresses that are asked for most, while something is published
every second.
"""

import json
import random
import re
import subprocess
import tempfile
import threading
import time
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

from tests.deploy.asking import Publisher, addresses, ask
from tests.deploy.conftest import Site, started
from tests.deploy.installing import program

SECONDS = 30
TOP = 1000

# wrk gives no header to Lua cheaply but this: what the proxy says of its cache, counted.
SCRIPT = """
local paths, top = {{}}, {top}
for line in io.lines("{paths}") do paths[#paths + 1] = line end
math.randomseed(os.time())
threads = {{}}
function setup(thread) table.insert(threads, thread) end
function init(args) hits, others = 0, 0 end
function request()
  local last = math.random() < 0.8 and math.min(top, #paths) or #paths
  local first = last == #paths and #paths > top and top + 1 or 1
  return wrk.format("GET", paths[math.random(first, last)])
end
function response(status, headers, body)
  if headers["X-Cache"] == "HIT" then hits = hits + 1 else others = others + 1 end
end
function done(summary, latency, requests)
  local hit, other = 0, 0
  for _, thread in ipairs(threads) do
    hit, other = hit + thread:get("hits"), other + thread:get("others")
  end
  io.write(string.format("hits: %.2f %% of %d\\n", 100 * hit / (hit + other), hit + other))
  io.write(string.format("99 %%: %.1f ms\\n", latency:percentile(99) / 1000))
end
"""


def measure(url: str, *script: str) -> str:
    command = [program("wrk"), "-t1", "-c32", f"-d{SECONDS}s", *script, url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return " · ".join(re.findall(r"(?:Requests/sec|hits|99 %|Non-2xx[^:]*):.*", told))


def publish_each_second(site: Site, over: threading.Event) -> None:
    publisher = Publisher(site.primary.url)
    found = json.loads(ask(f"{site.url}/api/v1/entries/?kind=development").text)
    slugs = [entry["slug"] for entry in found["results"]]
    number = 0
    while not over.wait(1):
        number += 1
        publisher.publish(random.choice(slugs), f"Published under load, {number}")
    publisher.close()


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="record-load-") as name, ExitStack() as stack:
        site = started(Path(name), stack)
        for page in ("/en/", "/en/timeline/", "/api/v1/entries/"):
            ask(site.url + page)
            print(f"{page}: {measure(site.url + page)}", flush=True)
        paths = Path(name) / "paths"
        found = addresses(site)
        # Each day of the matrix has an address of its own.
        days = (date(2022, 1, 1) + timedelta(days=number) for number in range(1500))
        found += [f"/en/positions/?on={day}" for day in days]
        unique = list(dict.fromkeys(path for path in found if not path.startswith("/sitemap")))
        paths.write_text("\n".join(unique))
        script = Path(name) / "mix.lua"
        script.write_text(SCRIPT.format(paths=paths, top=TOP))
        over = threading.Event()
        publishing = threading.Thread(target=publish_each_second, args=(site, over))
        publishing.start()
        measure(site.url, "-s", str(script))  # the first time, nothing is kept
        print(f"{len(unique)} addresses: {measure(site.url, '-s', str(script))}", flush=True)
        over.set()
        publishing.join()


if __name__ == "__main__":
    began = time.monotonic()
    main()
    print(f"{time.monotonic() - began:.0f} s")
