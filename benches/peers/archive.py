"""The same archive twice: as Annals reads it, and as a site of Hugo's with the same records.

Comes in: a number of records. Goes out: a folder for Annals (written by ../generator.rs) and one for Hugo,
made from the first file by file: the same front matter, bodies, links and tags. What Hugo's templates
could not find out for themselves is handed to it ready made, in its favour: the actions of a write-up as
files of their own, the heading of each issue, the last day of a report, and headings in bodies one level
down. The facet of topics is called on_topic there: Hugo would take the folder topics/ for a part of a
facet named topic. It measures nothing.
"""

import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ACTION = re.compile(r"^\| \*\*Action (\d+):\*\* (.*?) \| (.*?) \|$", re.M)
SEED = 7


def generator(target):
    """The compiled generator of archives."""
    program = target / "generate"
    sources = [HERE / "generate.rs", HERE.parent / "generator.rs"]
    if not program.exists() or any(s.stat().st_mtime > program.stat().st_mtime for s in sources):
        target.mkdir(parents=True, exist_ok=True)
        subprocess.run(["rustc", "--edition", "2024", "-O", "-o", program, sources[0]], check=True)
    return program


def write(target, records):
    """An archive of so many records, as Annals reads it."""
    ours, program = target / f"archive-{records}", generator(target)
    shutil.rmtree(ours, ignore_errors=True)
    subprocess.run([program, ours, str(records), str(SEED)], check=True)
    return ours


def write_for_hugo(target, ours):
    """The site that Hugo builds from the same records."""
    theirs = target / ours.name.replace("archive", "hugo")
    shutil.rmtree(theirs, ignore_errors=True)
    shutil.copytree(HERE / "hugo", theirs)
    discussed = topics_of_workshops(ours)
    for file in sorted((ours / "content").glob("*/*.md")):
        for path, text in for_hugo(file.parent.name, file.stem, file.read_text(), discussed):
            (theirs / "content" / path).parent.mkdir(parents=True, exist_ok=True)
            (theirs / "content" / path).write_text(text)
    return theirs


def topics_of_workshops(ours):
    """The topics of the issues that were discussed at each workshop, which it is listed under beside its own."""
    found = {}
    for file in (ours / "content/issues").glob("*.md"):
        front = file.read_text().split("---\n", 2)[1]
        topic = re.search(r"^topic: (.*)$", front, re.M).group(1)
        for workshop in re.findall(r"^  at: workshops/(.*)$", front, re.M):
            found.setdefault(workshop, set()).add(topic)
    return found


def for_hugo(collection, slug, text, discussed):
    """What Hugo gets for one record: (path, text) of its file, and of its actions."""
    _, front, body = text.split("---\n", 2)
    if collection in ("papers", "workshops"):
        own = re.search(r"^topics: \[(.*)\]$", front, re.M).group(1)
        front += f"on_topic: [{', '.join(sorted({own} | discussed.get(slug, set())))}]\n"
    if collection == "issues":
        front = re.sub(r"^topic: (.*)$", r"on_topic: [\1]", front, flags=re.M) + f"heading: {heading(front)}\n"
    if collection == "reports":
        begun, ended = re.search(r"^period: (\d{4}-\d\d)/(\d{4})-12$", front, re.M).groups()
        front += f"from: '{begun}-01'\nas_at: '{ended}-12-31'\n"
    if collection == "cases":
        body = re.sub(r"^# ", "## ", body, flags=re.M)
    yield f"{collection}/{slug}.md", f"---\n{front}---\n{body}"
    if collection == "workshops":
        day = re.search(r"^date: (.*)$", front, re.M).group(1)
        for number, wording, who in ACTION.findall(body):
            yield f"actions/{slug}-action-{number}.md", (
                f"---\ntitle: {wording.split('. ')[0].rstrip('.')}\nworkshop: {slug}\nnumber: {number}\n"
                f"date: {day}\nstate_on: '{day}'\nresponsible: {who}\nstate: open\nwording: {wording}\n---\n"
            )


def heading(front):
    """The heading of an issue today, by the last entry of its history."""
    agreement = re.findall(r"^  agreement: (.*)$", front, re.M)[-1]
    work = re.findall(r"^  work: (.*)$", front, re.M)[-1]
    if agreement in ("agreed", "partly-agreed") and work in ("done", "not-needed"):
        return "resolved"
    return {"not-agreed": "unresolved", "out-of-scope": "set-aside"}.get(agreement, "outstanding")
