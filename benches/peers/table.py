"""The figures as Markdown.

Comes in: what peers.py found. Goes out: tables of figures, ratios and aims, and the same between its marks
in the README. A ratio is of Annals to the other: below one is less than the other. It measures nothing, and
nothing in it is typed by hand but the aims.
"""

from datetime import date

BEGIN, END = "<!-- peers:begin -->", "<!-- peers:end -->"
AT = 10_000  # the number of records that the aims are for
MB = 1e6


def of(result):
    """All tables of a run."""
    both = [size for size in result["sizes"] if "hugo" in size["medians"]]
    parts = [said(result)]
    parts += [against_hugo(size, result) for size in both]
    if len(result["sizes"]) > 1:
        parts.append(growth(result["sizes"]))
    parts += [against_pagefind(size, result) for size in both if "pagefind" in size["medians"]]
    parts += [paint(size) for size in both if "paint" in size]
    if both:
        same = "; ".join(f"{what} ({ours:,})" for what, ours, _, _ in both[-1]["work"])
        parts.append(f"At {both[-1]['records']:,} records, the two sites were found to be the same in: {same}.")
    return "\n\n".join(parts)


def said(result):
    """How, when and on what this was measured."""
    machine, load, day = result["machine"], result["load"], date.fromisoformat(result["day"])
    rounds = f"{result['runs']} round{'s' if result['runs'] > 1 else ''}"
    return (
        f"Made by `{result['command']}` on {day.day} {day:%B %Y}: medians of {rounds} of "
        f"{result['annals']} and Hugo {result['hugo']} in turn, on {machine['cores']} cores ({machine['cpu']}) with "
        f"{machine['memory'] / 2**30:.0f} GiB. Load of the machine over a minute: {load['before']:.2f} before, "
        f"{load['after']:.2f} after."
    )


def against_hugo(size, result):
    """One size: both programs, their ratio, and the aim."""
    ours, theirs, copy = (size["medians"][name] for name in ("annals", "hugo", "cp"))
    made, hugo, aims = size["made"], size["made"]["hugo"], size["records"] == AT
    figures = [
        ("user CPU", ours["user"], theirs["user"], "s", 0.1),
        ("system CPU", ours["system"], theirs["system"], "s", None),
        ("wall", ours["wall"], theirs["wall"], "s", None),
        ("peak memory", ours["peak"] / MB, theirs["peak"] / MB, "MB", 0.2),
        ("files of the same work", made["shared"]["files"], hugo["files"], "", 1),
        ("size of the same work", made["shared"]["bytes"] / MB, hugo["bytes"] / MB, "MB", 1),
        ("files, with what only Annals makes", made["annals"]["files"], hugo["files"], "", None),
        ("size, with what only Annals makes", made["annals"]["bytes"] / MB, hugo["bytes"] / MB, "MB", None),
    ]
    rows = [
        (what, figure(a, unit), figure(b, unit), f"{a / b:.2f}", wanted(a / b, aim if aims else None))
        for what, a, b, unit, aim in figures
    ]
    ratio = ours["wall"] / copy["wall"]
    rows.append(
        ("wall, beside `cp -r` of our site", figure(ours["wall"], "s"), f"`cp`: {figure(copy['wall'], 's')}",
         f"{ratio:.2f}", wanted(ratio, 2 if aims else None))
    )
    head = (f"{size['records']:,} records", "Annals", f"Hugo {result['hugo']}", "ratio", "aim")
    return grid(head, rows)


def growth(sizes):
    """The cost of a record at each size, against that at the smallest."""
    rows, first = [], sizes[0]["medians"]["annals"]["user"] / sizes[0]["records"]
    for size in sizes:
        ours, copy = size["medians"]["annals"], size["medians"]["cp"]
        each, peak = ours["user"] / size["records"], ours["peak"] / MB
        aims = [wanted(each / first, 1.2) if each != first else ""]
        aims += [wanted(peak, 2000, "MB")] if size["records"] == 100_000 else []
        rows.append(
            (f"{size['records']:,}", f"{each * 1000:.3f} ms", f"{each / first:.2f}", figure(peak, "MB"),
             figure(ours["wall"], "s"), figure(copy["wall"], "s"), "; ".join(aims))
        )
    head = ("Annals, records", "user CPU a record", "ratio to the first", "peak memory", "wall", "`cp -r`", "aim")
    return grid(head, rows)


def against_pagefind(size, result):
    """Annals with search, whole and what search adds, beside Pagefind's program over the same pages."""
    whole, without, other = (size["medians"][name] for name in ("annals_search", "annals", "pagefind"))
    aims = size["records"] == AT
    rows = []
    for what, part, unit, aim in (
        ("CPU, user and system", lambda one: one["user"] + one["system"], "s", 0.5),
        ("wall", lambda one: one["wall"], "s", None),
        ("peak memory", lambda one: one["peak"] / MB, "MB", 0.25),
    ):
        ratio, added, share = part(whole) / part(other), "", ""
        if unit == "s":  # peaks do not add up
            more = part(whole) - part(without)
            added, share = figure(more, unit), f"{more / part(other):.2f}"
        rows.append(
            (what, figure(part(whole), unit), added, figure(part(other), unit), f"{ratio:.2f}", share,
             wanted(ratio, aim if aims else None))
        )
    pagefind = f"Pagefind {result['pagefind']} over the same pages"
    head = (f"{size['records']:,} records", "Annals with search", "of that, search", pagefind, "ratio of the whole",
            "ratio of search", "aim for the whole")
    return grid(head, rows)


def paint(size):
    """What a reader waits for and fetches, cold, from a plain server on the loopback."""
    rows = []
    for page, a in size["paint"]["Annals"].items():
        b = size["paint"]["Hugo"][page]
        rows.append(
            (page, f"{a['paint']:.0f} ms", f"{b['paint']:.0f} ms", f"{a['paint'] / b['paint']:.2f}",
             figure(a["bytes"] / 1000, "kB"), figure(b["bytes"] / 1000, "kB"), f"{a['bytes'] / b['bytes']:.2f}")
        )
    head = (f"{size['records']:,} records", "first contentful paint: Annals", "Hugo", "ratio", "transferred: Annals",
            "Hugo", "ratio")
    return grid(head, rows)


def work(rows):
    """What was compared, and what is not the same."""
    rows = [(what, f"{a:,}", f"{b:,}", "same" if same else "**differs**") for what, a, b, same in rows]
    return grid(("compared", "Annals", "Hugo", "found"), rows)


def into(readme, text):
    """Puts the tables between their marks."""
    before, rest = readme.read_text().split(BEGIN)
    _, after = rest.split(END)
    readme.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")


def grid(head, rows):
    """A table in Markdown, without the columns that have nothing in them."""
    kept = [n for n in range(len(head)) if any(row[n] for row in rows)]
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line[n] for n in kept) + " |" for line in lines)


def figure(value, unit):
    """A figure with as many digits as mean something."""
    digits = 0 if not unit or abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {unit}".strip()


def wanted(value, aim, unit=""):
    """An aim, and whether it is met."""
    if aim is None:
        return ""
    return f"at most {aim:,g} {unit}".strip() + (": met" if value <= aim else ": missed")
