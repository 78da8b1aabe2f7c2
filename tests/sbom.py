"""Holds a CycloneDX list of materials against Cargo.lock and against what Cargo says the program is made of.

python3 tests/sbom.py SBOM

Every locked crate that the released program, or its build, needs is in the list, with its version, its
terms and the checksum of Cargo.lock, and nothing that Cargo.lock does not hold. What only tests and
benchmarks need is not in it.
"""

import json
import re
import subprocess
import sys
import tomllib

with open(sys.argv[1], encoding="utf-8") as file:
    bom = json.load(file)
with open("Cargo.lock", "rb") as file:
    locked = {(crate["name"], crate["version"]): crate.get("checksum") for crate in tomllib.load(file)["package"]}

tree = subprocess.run(
    ["cargo", "tree", "--locked", "--features", "full", "--target", "all", "--edges", "normal,build", "--prefix", "none",
     "--format", "{p}"],
    check=True, capture_output=True, text=True,
).stdout
needed = {(name, version) for name, version in re.findall(r"^(\S+) v(\S+)", tree, re.MULTILINE)} - {("annals", "0.1.0")}

with open("Cargo.toml", "rb") as file:
    development = set(tomllib.load(file)["dev-dependencies"])
faults = []
if (bom["bomFormat"], bom["metadata"]["component"]["name"]) != ("CycloneDX", "annals"):
    faults.append("it is not the CycloneDX list of annals")
listed = {(one["name"], one["version"]): one for one in bom["components"]}
faults += [f"{name} {version} is missing" for name, version in sorted(needed - set(listed))]
faults += [f"{name} {version} is not in Cargo.lock" for name, version in sorted(set(listed) - set(locked))]
faults += [f"{name} is for tests alone" for name, _ in sorted(set(listed) - needed) if name in development]
for (name, version), one in sorted(listed.items()):
    hashes = {each["alg"]: each["content"] for each in one.get("hashes", [])}
    if hashes.get("SHA-256") != locked.get((name, version)):
        faults.append(f"{name} {version} has another checksum than in Cargo.lock")
    if not all(terms.get("expression") or terms.get("license") for terms in one.get("licenses") or [{}]):
        faults.append(f"{name} {version} has no terms")
    if one.get("purl", "").split("?")[0] != f"pkg:cargo/{name}@{version}":
        faults.append(f"{name} {version} has no address")
print("\n".join(faults) or f"{len(listed)} crates of {len(locked)} in Cargo.lock, each with terms and checksum")
sys.exit(bool(faults))
