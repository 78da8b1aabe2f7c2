#!/usr/bin/env python3
"""How long one changed record takes: `benches/again.py PROGRAM ARCHIVE [RUNS]`.

Copies the archive, builds it clean and then after one changed word, with and without search, and saves the
same record while `annals serve` runs, from the save to the page that has the word. Prints medians and what
`--timings` says of the last build; each incremental site is compared with a clean one, byte for byte.
"""

import filecmp, json, os, re, shutil, statistics, subprocess, sys, tempfile, time, urllib.request
from pathlib import Path

program, archive = sys.argv[1], Path(sys.argv[2])
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
folder = Path(tempfile.mkdtemp(prefix="again-"))
root = folder / "archive"
shutil.copytree(archive, root, ignore=shutil.ignore_patterns("output"))
record = sorted((root / "content/cases").glob("*.md"))[7]
written = record.read_text()
page = f"cases/{record.stem}.html"
build = [program, "--root", root, "build", "--no-pdf", "--today", "2026-11-22", "--timings"]


def built(output, *more):
    started = time.perf_counter()
    ran = subprocess.run([*build, "--output", output, *more], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return time.perf_counter() - started, ran.stderr


def say(n):
    record.write_text(f"{written}\nA word more: edit{n}.\n")


def same(one, other):
    found = filecmp.dircmp(one, other)
    deep = all(same(Path(one) / name, Path(other) / name) for name in found.common_dirs)
    shallow = filecmp.cmpfiles(one, other, found.common_files, shallow=False)
    return deep and not (found.left_only or found.right_only or shallow[1] or shallow[2])


print(f"{sum(1 for _ in root.glob('content/*/*.md'))} files, {runs} runs, load {os.getloadavg()[0]:.2f}")
for search in (["--no-search"], []):
    clean, again = [], []
    for n in range(runs):
        say(0)
        output = folder / f"output-{len(search)}-{n}"
        clean.append(built(output, *search)[0])
        say(n + 1)
        took, told = built(output, *search)
        again.append(took)
    fresh = folder / f"clean-{len(search)}"
    built(fresh, *search)
    assert same(output / "public", fresh / "public"), "the incremental site is not the clean one"
    clean, again = statistics.median(clean), statistics.median(again)
    print(f"build {' '.join(search) or 'with search'}: clean {clean:.2f} s, one word {again:.2f} s: 1/{clean / again:.1f}")
    print("\n".join(line for line in told.splitlines() if re.match(r" *[a-z]+ +[\d.]+ (ms|made)", line)))

for search in (["--no-search"], []):
    server = subprocess.Popen([program, "--root", root, "serve", *search], stderr=subprocess.PIPE, text=True)
    address = None
    for line in server.stderr:
        address = address or next(iter(re.findall(r"http://[\d.:]+/", line)), None)
        if line.startswith("Made in"):
            break
    assert address, "the program was built without a server: --features serve, please"
    time.sleep(3)
    shown, whole = [], []
    for n in range(runs):
        say(f"live{n}")
        started = time.perf_counter()
        while f"editlive{n}.".encode() not in urllib.request.urlopen(address + page).read():
            time.sleep(0.002)
        shown.append((time.perf_counter() - started) * 1e3)
        while not json.load(urllib.request.urlopen(f"{address}_annals/state.json"))["words"].startswith("Made in"):
            time.sleep(0.01)
        whole.append((time.perf_counter() - started) * 1e3)
        time.sleep(4)
    server.terminate()
    for what, took in (("its page", shown), ("all pages", whole)):
        each = ", ".join(f"{one:.0f}" for one in took)
        print(f"serve {' '.join(search) or 'with search'}: from save to {what} {statistics.median(took):.0f} ms ({each})")
shutil.rmtree(folder)
