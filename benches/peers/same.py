"""Whether two finished sites did the same work, and what one holds more than the other.

Comes in: the output folder of Annals and that of Hugo, made from the same records (archive.py). Goes out:
rows (what was compared, how much in each, whether it is the same); no row may differ before figures are
compared. Every record, facet, list, feed entry and heading of an issue is compared; backlinks, facts and
text are of a sample of pages. It reads both sites as a program would that knows no more than the marks in
their HTML, and does not judge what either makes beside.
"""

import html
import json
import re
from pathlib import Path

FACETS = "theme_tag methods_tag data_cycle_tag start_year organisation_link topic heading".split()
LISTED = "cases components issues locations methods organisations papers sources topics workshops".split()
IN_A_ROW = "issues workshops actions".split()  # collections whose pages lead to the ones before and after
SAMPLE = 400

ACTION = re.compile(r'<tr data-action="([^"]+)"')
PLACED = re.compile(r'<(section data-topic|article[^>]* data-issue)="([^"]+)"(?: data-heading="([^"]+)")?')
HREF = re.compile(r'href="([^"#]*)[^"]*"')
LISTING = re.compile(r'<li data-id="([^"]+)"')
TERM = re.compile(r'<li data-term="([^"]+)" data-count="(\d+)"')


class Site:
    """A finished site: its records by id, and how its addresses differ from the other's."""

    def __init__(self, root, records, next_pages, report, feed, entry):
        self.root, self.next_pages, self.report = Path(root), next_pages, report
        self.feed, self.entry = feed, entry
        self.records = {r["id"]: r for r in json.loads(self.read(records))["records"]}

    def read(self, path):
        return (self.root / path).read_text()

    def record(self, id):
        """The main part of a record's page; reports have folders of their own with us."""
        return main(self.root / (self.report if id.startswith("reports/") else f"{id}.html"))

    def pages(self, first):
        """The pages of a list, in order."""
        yield self.read(first)
        stem = re.sub(r"(/index)?\.html$", "", first)
        for number in range(2, 10_000):
            forms = [f"{stem}/{form.format(number)}" for form in self.next_pages]
            path = next((path for path in forms if (self.root / path).exists()), None)
            if path is None:
                return
            yield self.read(path)

    def ids(self, links, collection):
        """Which records links lead to, whether they are relative or from the root of the host."""
        for link in links:
            whole = link.removeprefix("/archive/") if link.startswith("/") else f"{collection}/{link}"
            while "/../" in f"/{whole}":
                whole = re.sub(r"(^|/)[^/]+/\.\./", r"\1", whole, count=1)
            whole = whole.removesuffix(".html").removesuffix("/index")
            if whole in self.records:
                yield whole


def main(page):
    text = page.read_text()
    return text[text.index("<main") : text.index("</main>")]


def annals(root):
    """The site that Annals made."""

    return Site(root, "data/archive.json", ["page-{}.html"], "reports/2018-2019/index.html", "feed.xml", "<entry>")


def hugo(root):
    """The site that Hugo made."""

    next_pages = ["page/{}.html", "page/{}/index.html"]
    return Site(root, "index.json", next_pages, "reports/2018-2019.html", "index.xml", "<item>")


def compare(ours, theirs):
    """Rows of (what, ours, theirs, same)."""
    rows = []

    def row(what, of, count=len):
        a, b = of(ours), of(theirs)
        rows.append((what, count(a), count(b), a == b))

    row("records in the JSON", lambda s: {id: (r["title"], body(r)) for id, r in s.records.items()})
    row("pages of records", lambda s: {id for id in s.records if exists(s, id)})
    row("records in the lists of collections", listed)
    row("pages of those lists", lambda s: [len(list(s.pages(f"{c}/index.html"))) for c in LISTED], sum)
    row("actions in the register", lambda s: set(ACTION.findall(s.read("actions/index.html"))))
    row("values of facets, with their counts", counts)
    row("records on the pages of those values", narrowed)
    row("issues in the report, by topic and heading", reported)
    row("actions and papers of the report's period", period)
    row("entries of the feed", lambda s: s.read(s.feed).count(s.entry), int)
    row("feeds of collections", lambda s: {c for c in LISTED if (s.root / c / s.feed).exists()})
    row("records in the sitemap", mapped)
    row("links to the record before and after", beside, int)
    some = sorted(ours.records)[:: max(1, len(ours.records) // SAMPLE)]
    row("issues and actions on the pages of workshops", at_workshops)
    row(f"backlinks of {len(some)} records, by heading", lambda s: backlinks(s, some), values)
    row(f"links among the facts of {len(some)} records", lambda s: facts(s, some), values)
    row(f"fields of {len(some)} records that are not filled in", lambda s: missing(s, some), values)
    prose = [id for id in some if id.split("/")[0] not in ("workshops", "actions", "reports")]
    row(f"words in the bodies of {len(prose)} records", lambda s: words(s, prose), values)
    return rows


def values(found):
    return sum(len(each) for each in found.values())


def body(record):
    """A body, whatever level its headings have; an action's body is its wording."""
    return re.sub(r"^#+ ", "", record.get("body") or "", flags=re.M).strip()


def exists(site, id):
    return (site.root / (site.report if id.startswith("reports/") else f"{id}.html")).exists()


def listed(site):
    return {id for c in LISTED for text in site.pages(f"{c}/index.html") for id in LISTING.findall(text)}


def counts(site):
    return {(f, *found) for f in FACETS for found in TERM.findall(site.read(f"tags/{f}/index.html"))}


def narrowed(site):
    values = ((f, value) for f, value, _ in counts(site))
    return {
        (f, value, id)
        for f, value in values
        for text in site.pages(f"tags/{f}/{value}.html")
        for id in LISTING.findall(text)
    }


def reported(site):
    text = site.read(site.report)
    found, topic = set(), None
    for mark, value, heading in PLACED.findall(text):
        if mark.startswith("section"):
            topic = value
        else:
            found.add((topic, value, heading))
    return found


def period(site):
    found = site.ids(HREF.findall(site.read(site.report)), site.report.rpartition("/")[0])
    return {id for id in found if id.startswith(("actions/", "papers/"))}


def mapped(site):
    links = re.findall(r"<loc>https://example.org/archive/([^<]+)</loc>", site.read("sitemap.xml"))
    return {link.removesuffix(".html").removesuffix("/index").rstrip("/") for link in links} & set(site.records)


def beside(site):
    found = (id for id in site.records if id.split("/")[0] in IN_A_ROW)
    return sum(len(re.findall(r'rel="(?:prev|next)"', site.record(id))) for id in found)


def backlinks(site, some):
    """By the heading of a group; where they are many we give them a page of their own."""
    found = {}
    for id in some:
        apart = site.root / id / "links.html"
        part = re.search(r'<(section|div) class="backlinks".*?</\1>', main(apart) if apart.exists() else site.record(id), re.S)
        for group in re.split(r"(?=<h[23] id=|<h3>)", part[0])[1:] if part else ():
            heading = re.match(r"<h[23][^>]*>([^<(]+)", group)[1].strip()
            to = set(site.ids(HREF.findall(group), f"{id}" if apart.exists() else id.split("/")[0])) - {id}
            if heading != "What links here" and to:
                found[id, heading] = to
    return found


def at_workshops(site):
    """The issues and actions that the pages of workshops list."""
    found = set()
    for id in (id for id in site.records if id.startswith("workshops/")):
        apart = site.root / id / "links.html"
        links = HREF.findall(site.record(id))
        named = {to for to in site.ids(links, "workshops")}
        if apart.exists():
            named |= set(site.ids(HREF.findall(main(apart)), id))
        found |= {(id, to) for to in named if to.startswith(("issues/", "actions/"))}
    return found


def facts(site, some):
    found = {}
    for id in some:
        part = re.search(r'<dl class="summary-list">(.*?)</dl>', site.record(id), re.S)
        if id.split("/")[0] not in ("topics", "reports") and part:
            found[id] = set(site.ids(HREF.findall(part[1]), id.split("/")[0]))
    return found


def missing(site, some):
    """The names of fields that a page says are not filled in."""
    found = {}
    for id in some:
        part = re.search(r'<details class="completeness">.*?<p>Not filled in: (.*?)\.</p>', site.record(id), re.S)
        found[id] = html.unescape(part[1]).split(" · ") if part else []
    return found


def words(site, some):
    found = {}
    for id in some:
        part = re.search(r'<div class="prose">(.*?)</div>', site.record(id), re.S)
        found[id] = re.sub(r"<[^>]*>", " ", part[1]).split()
    return found


def size(folder):
    """Files and bytes of a site."""
    files = [file for file in Path(folder).rglob("*") if file.is_file()]
    return {"files": len(files), "bytes": sum(file.stat().st_size for file in files)}


SHARED = re.compile(
    r"(index|404|reports/2018-2019/index)\.html|([a-z]+/)?feed\.xml|sitemap\.xml|data/archive\.json|assets/style\.css"
    r"|[a-z]+/(index|page-\d+)\.html|tags/[a-z_]+/([^/]+|[^/]+/page-\d+)\.html"
)


OURS = ("data/index.html", "tags/index.html")  # of the addresses above


def shared(site):
    """Files and bytes of what Annals made and Hugo was asked for too; the rest only Annals makes."""
    files = [file for file in site.root.rglob("*") if file.is_file()]
    pages = {f"{id}.html" for id in site.records}
    both = [f for f in files if (p := str(f.relative_to(site.root))) in pages or SHARED.fullmatch(p) and p not in OURS]
    return {"files": len(both), "bytes": sum(file.stat().st_size for file in both)}
