#!/usr/bin/env bash
# Builds both editions of a small archive that has what the real one has not: withheld words, names that
# wait for a sign-off, replies, a report in two frozen editions with an erratum, and the report after it;
# and the public one again with its interface in Welsh.
# In: the program, and the folder to build in.
set -euo pipefail
annals=$1 archive=$2
rm -rf "$archive" && mkdir -p "$(dirname "$archive")"
cp -r "$(dirname "$0")/closed" "$archive"
# The pages of this archive are measured as the real ones are, so it may say so.
cp "$(dirname "$0")/../../accessibility.json" "$archive/"
run() { "$annals" --quiet --root "$archive" "$@"; }
run report first --freeze --today 2019-08-01
mkdir -p "$archive/content/errata" && mv "$archive/later/wardens.md" "$archive/content/errata/"
sed -i 's/^edition: 1/edition: 2/; s/for the first time/for the second time/' "$archive/content/reports/first.md"
run report first --freeze --today 2019-09-03
for audience in public members; do
  run build --today 2026-11-22 --audience "$audience" --no-pdf
done
sed -i '1i languages: [cy]' "$archive/annals.yaml"
run build --today 2026-11-22 --output "$archive/welsh" --no-pdf
