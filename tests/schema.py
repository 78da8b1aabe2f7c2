#!/usr/bin/env python3
"""Holds the schemas of `annals schema` against draft-07, and records against them.

schema.py SCHEMAS CONTENT…   With jsonschema, which frictionless brings. Front matter is read with every
scalar as text, as reading takes it: what a schema says of quoted numbers is tried with it.
"""
import pathlib
import sys

import jsonschema
import yaml


def told(value):
    """What is written, without what is blank: that counts as not written."""
    if isinstance(value, dict):
        return {key: told(below) for key, below in value.items() if below not in ("", None)}
    if isinstance(value, list):
        return [told(below) for below in value if below not in ("", None)]
    return value


def front_matter(text):
    return told(yaml.load(text.split("\n---\n")[0].removeprefix("---\n"), Loader=yaml.BaseLoader))


schemas, folders = pathlib.Path(sys.argv[1]), sys.argv[2:]
validators = {}
for file in sorted(schemas.glob("*.schema.json")):
    schema = yaml.safe_load(file.read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    validators[file.name.removesuffix(".schema.json")] = jsonschema.Draft7Validator(schema)

count, faults = 0, []
for folder in map(pathlib.Path, folders):
    records = [(file.parent.name, file, front_matter(file.read_text())) for file in sorted(folder.glob("*/*.md"))]
    settings = folder.parent / "annals.yaml"
    records.append(("annals.yaml", settings, told(yaml.load(settings.read_text(), Loader=yaml.BaseLoader))))
    for collection, file, value in records:
        count += 1
        faults += [f"{file}: {fault.json_path}: {fault.message}" for fault in validators[collection].iter_errors(value)]

# What must not fit.
for collection, value in [
    ("issues", {"title": "A", "topik": "b"}),
    ("issues", {"title": "A", "next_discussion": "July 2018"}),
    ("issues", {"title": "A", "history": [{"on": "2018-12-05", "agreement": "agreeed"}]}),
    ("reports", {"title": "A", "edition": "first"}),
    ("annals.yaml", {"title": "A", "base_url": "example.org"}),
]:
    if validators[collection].is_valid(value):
        faults.append(f"{collection}: {value} should not fit")

print("\n".join(faults[:50]) or f"{count} records fit {len(validators)} schemas")
sys.exit(bool(faults))
