# The words of the default theme in English. This is the catalogue that the others are measured by:
# docs/content/guide/the-words-of-the-interface.md says how to write one.
#
# `{ $name }` stands for what the program puts in. `<name>…</name>` is a link that the program makes;
# a translation keeps both, in whatever order its sentence asks for. `NUMBER($count)` sets the thousands
# of a number apart, `$count ->` chooses by the plural that goes with it.

## Dates, numbers and lists

thousands = ,
row = { $most } and { $last }
row-clauses = { $most } and { $last }
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-decade = the { $year }s
date-century = { $from }–{ $to }
date-uncertain = { $date } (uncertain)
date-about = about { $date }
interval-both = { $from } to { $to }
interval-from = from { $from }
interval-to = until { $to }
interval-none = not known
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
season-spring = spring
season-summer = summer
season-autumn = autumn
season-winter = winter

## What templates say

breadcrumb = Breadcrumb
home = Home
cite-page = Cite this page
in-more-detail = In more detail
other-details = Other details
withheld-here = Withheld: { $count }, reason: { $reason }.
attachments = Attachments
attachment-misnamed = { "" }; its name says otherwise
what-links-here = What links here
how-complete = How complete this record is: { $has }
not-filled-in = Not filled in:
sections-lacking = Standard sections it lacks:
last-changed = Last changed { $date }. <changes>What changed in this archive</changes>.
same-facts = The same facts as data: <json>archive.json</json>, <csv>{ $table }</csv>.
follow-issue = Follow this issue as a feed: <atom>Atom</atom>, <json>JSON</json>.
reference-managers = For reference managers: BibTeX, RIS, CSL-JSON
issues-by-heading = The issues by heading
numbers-by-topic = The same numbers by topic, as a table
topic = Topic
edition-as-at = The { $edition } of the archive, as at { $date }.
text-under = Text under { $licence } unless a record says otherwise.
published-by = Published by { $publisher }.
browse-by-tag = Browse by tag
what-changed = What changed
what-is-withheld = What is withheld, and why
ledger-of-sign-offs = Ledger of sign-offs
download-data = Download the data
feed-of-changes = Feed of changes (Atom)
skip = Skip to the content
members-rights = For members of the dialogue: it holds material that is not public and must not be passed on.
members-banner = <strong>Members’ edition.</strong> It holds material that is not public: do not pass it on.
main-navigation = Main
newest-report = Newest report: <report>{ $title }</report>
newest-report-is = { $status }, edition { $edition }, as at { $date }. { $sentence }
where-issues-stand = Where the issues stand
as-at-date = As at { $date }.
ways-in = Ways in
also = Also:
changed-lately = Changed lately
see-all-changes = See everything that changed
how-to-cite = How to cite
addresses-stay = Every page and paragraph has an address of its own that stays as it is.
ways-to-narrow = Ways to narrow the list
narrower-lists = Narrower lists
other-forms = Other forms of the list
where-it-stands = Where it stands
positions = Positions
right-of-reply = Right of reply
history = History
at-place = At { $place }
later-than-page = Of a later day than this page: where the issue stands does not follow from it yet.
corrects-entry = Corrects the entry of { $date }
evidence-is = Evidence: { $evidence }
asserted-by = Asserted by: { $source }
raised-on = Raised { $date }.
nothing-since = Nothing has been recorded since.
actions = Actions
in-each-report = In each report
report = Report
heading = Heading
as-at = As at
agenda = Agenda
papers = Papers
issues-raised-here = Issues raised here
n-issues = { $count } issues
issues-discussed-here = Issues discussed here
facts = Facts
wording = Wording
wording-differs = The write-up words this action differently in different places. Each wording is kept.
progress = Progress
compare-topics = Compare with the other topics
issues = Issues
no-issue-on-topic = No issue on this topic is on record here.
timetable-of-publications = Timetable of publications
years = Years
no-evidence-means = “No evidence” means that this archive holds no evidence of delivery, not that nothing was published.
due = Due
publication = Publication
owner = Owner
kept-or-missed = Kept or missed
source-is = Source:
timetable-data = As data: <csv>milestones.csv</csv>.
progress-by-topic = Progress by topic
matrix-lede = { $topics }, 10 things to know of each, as at { $date }. Rows marked “from the records” are computed; the others are the editors’ words.
show-one-topic = Show one topic
all-topics = All topics
attribute = Attribute
from-the-records = from the records
none = None
matrix-data = The same table as data: <csv>progress.csv</csv>. Numbers of actions are those of the action log.
register-of-actions = Register of actions
actions-by-state = Actions by state
two-series = Two series of numbers exist and are never mixed: those of a write-up (W1, action 3) and those of the action log (Log 72).
action = Action
promise = Promise
responsible = Responsible
promised = Promised
what-came-of-it = What came of it
register-lineage = The questions they were promised on, and what became of them: <lineage>from question to outcome</lineage>.
register-data = The whole register as data: <csv>actions.csv</csv>.
search-without = To look for words inside the records, this page needs JavaScript and a web server. The lists below need neither.
words-to-look-for = Words to look for
search = Search
filters = Filters
order-of-results = Order and form of the results
ways-to-browse = Ways to browse
letters = Letters
paragraph-n = Paragraph { $number }
cite-paragraph-n = Cite paragraph { $number }
cite = Cite
erratum = Erratum
editors-judgement-label = <strong>Editor’s judgement.</strong>
no-position = No position of any party is on record.
stated-at = Stated { $place }
no-view = No view on record
since-report-before = Since the report before: { $movement }
actions-are = Actions:
reply-of = Reply of { $party }: { $words }
no-reply-asked = No reply has been asked for
history-and-evidence = History and evidence: { $entries }
figure-n = Figure { $number }. { $title }, as at { $date }
figure-as-table = Figure { $number } as a table
all = All
cited-at = Cited: { $passages }.
notes = Notes
earlier-paragraphs = Paragraphs of earlier editions
cite-report = Cite this report
cite-by-paragraph = Each paragraph has a number in the margin, which links to its own address. Cite one by its number, as in { $example }: <how>how to cite each paragraph</how>, in words, BibTeX, RIS and CSL-JSON.
forms-and-editions = Forms and editions
errata = Errata
no-errata = No error has been recorded in this edition.
cite-edition = Cite this edition
changes-lede = What the records themselves date, newest first. Follow it as a feed: <atom>Atom</atom>, <json>JSON</json>; each collection and each issue has feeds of its own.
no-changes = No record of this edition gives a date of change.
codebook = Codebook
codebook-lede = What every column of the <data>data</data> means, and how many records fill it in. Lists stand in one cell with semicolons between; a reference is the id of a record, with # and a part where it names one.
tables = Tables
column = Column
label = Label
type = Type
what-it-is = What it is
filled-in = Filled in
completeness = Completeness
collections = Collections
record = Record
has = Has
lacks = Lacks
data = Data
files-as-at = Files, as at { $date }
file = File
what-it-holds = What it holds
records = Records
size = Size
how-to-use = How to use it
ids-are-addresses = Ids are addresses: the record <code>{ $id }</code> is the page <code>/{ $page }</code>. To list the issues with their headings in a shell:
what-links-to = What links to
browse = Browse
browse-lede = The same records, sorted in different ways.
facet-all = { $facet }: all { $values }
other-ways = Other ways to browse
from-question-to-outcome = From question to outcome
how-far-lines-reach = How far the lines reach
lines-figure = Questions whose line reaches each step
line-action = Action: { $action }
line-artefact = Artefact: { $artefact }
line-paper = Paper: { $paper }
no-line = No question names an action.
on-no-line = On no line
all-on-a-line = Every record stands on a line.
report-signed-in = This edition is in { $language }, the language in which it was signed.
report-editors-write = What its editors wrote is in { $language }, the language in which they wrote it.
whole-report = The whole report
citations-files = The report and all its paragraphs, for reference managers:
in-a-text = In a text: { $citation }
who-signed = Who signed what, and when
who = Who
for-what = For
when = When
waits-for-sign-off = What waits for a sign-off
public-sees = The public sees
timeline = Timeline
map = Map
map-lede = Where it took place, by the countries of the United Kingdom. A sketch, not a survey.
every-location = Every location
paper-table = Table
paper-figure = Figure
paper-contents = Contents
paper-members-only = For members of the dialogue only
page-moved = This page has moved: <new>go to its new address</new>.
register-of-withheld = Register of what is withheld
reason = Reason
withheld = Withheld
where = Where
no-page = There is no page at this address
no-page-lede = It may have been mistyped or cut short. Addresses in this archive do not change without leaving a pointer, so a link that was once right still works.
find-in-a-to-z = Find a record in the A to Z
see-changes-lately = See what changed lately
go-home = Go to the home page
no-page-note = Some records may be open to members only. This page is the same whether or not the one you asked for exists.
linked-above = The { $records } above link here.
linked-above-too = The { $records } above link here too.
on-this-page = On this page
or = { "" }; or
browse-by-tag-inline = browse by tag
editors-judgement-until = <strong>Editors’ judgement.</strong> Until { $date } the editors gave { $heading }. That is over; the rule gives { $rule }.
editors-judgement = <strong>Editors’ judgement.</strong> The rule gives { $rule }; the editors give { $heading }.
table-records = { $count ->
    [one] { NUMBER($count) } record
   *[other] { NUMBER($count) } records
}
data-lede = Everything in this edition, to download and use again.
data-lede-under = Everything in this edition, to download and use again under { $licence }.
data-made = Made from the same records as the pages. The <codebook>codebook</codebook> says what every column means; <completeness>Completeness</completeness> says what records lack.
citations-lede = Each paragraph of { $report } has a number, and is cited by it.
citations-lasting = The numbers, the words and the addresses of this edition stay as they are.
citations-draft = The report is a draft: its numbers still move, so that addresses have lasting names in place of them.
what-was-measured = What was measured
rules-broken = Rules that are broken
rules-undecided = Rules that no machine could decide on
measured-rule = Rule
measured-asks = What it asks
measured-pages = Pages
measured-kinds = The kinds of page that were looked at:
known-gaps = Known gaps
known-gaps-lede = What does not work, or was not tried, and why.

## What pages say of what they hold

measured-lede = { $count ->
    [one] On { $date } one page of this archive was held by machine against { $standard }, level { $levels }, with { $tools }.
   *[other] On { $date } { NUMBER($count) } pages of this archive, one of every kind, were held by machine against { $standard }, level { $levels }, with { $tools }.
}
measured-elsewhere = { $count ->
    [one] So was one page of a small archive that has what this one has not.
   *[other] So were { NUMBER($count) } pages of a small archive that has what this one has not.
}
measured-rules-light = { $count ->
    [one] One rule was applied, in light colours.
   *[other] { NUMBER($count) } rules were applied, in light colours.
}
measured-rules-light-and-dark = { $count ->
    [one] One rule was applied, in light colours and in dark ones.
   *[other] { NUMBER($count) } rules were applied, in light colours and in dark ones.
}
measured-broken = { $count ->
    [0] None of them was broken.
    [one] One of them was broken.
   *[other] { NUMBER($count) } of them were broken.
}
measured-undecided = { $count ->
    [one] On one rule the machine could not decide everywhere: a person has to look.
   *[other] On { NUMBER($count) } rules the machine could not decide everywhere: a person has to look.
}
measured-widths = { $count ->
    [0] No page has to be scrolled sideways in a window of { $widths } pixels.
    [one] In windows of { $widths } pixels one page has to be scrolled sideways.
   *[other] In windows of { $widths } pixels { NUMBER($count) } pages have to be scrolled sideways.
}
previous = Previous
next = Next
n-of = { $count ->
    [0] no { $many }
    [one] 1 { $one }
   *[other] { NUMBER($count) } { $many }
}
n-issue = { $count ->
    [0] no issues
    [one] 1 issue
   *[other] { NUMBER($count) } issues
}
n-issues-resolved = { $count ->
    [one] 1 issue discussed and resolved
   *[other] { NUMBER($count) } issues discussed and resolved
}
n-issues-unresolved = { $count ->
    [one] 1 issue discussed and not resolved
   *[other] { NUMBER($count) } issues discussed and not resolved
}
n-issues-outstanding = { $count ->
    [one] 1 issue outstanding
   *[other] { NUMBER($count) } issues outstanding
}
n-issues-set-aside = { $count ->
    [one] 1 issue set aside
   *[other] { NUMBER($count) } issues set aside
}
n-action = { $count ->
    [0] no actions
    [one] 1 action
   *[other] { NUMBER($count) } actions
}
n-topic = { $count ->
    [0] no topics
    [one] 1 topic
   *[other] { NUMBER($count) } topics
}
n-record = { $count ->
    [0] no records
    [one] 1 record
   *[other] { NUMBER($count) } records
}
n-promise = { $count ->
    [0] no promises
    [one] 1 promise
   *[other] { NUMBER($count) } promises
}
n-question = { $count ->
    [0] no questions
    [one] 1 question
   *[other] { NUMBER($count) } questions
}
n-value = { $count ->
    [0] no values
    [one] 1 value
   *[other] { NUMBER($count) } values
}
n-place = { $count ->
    [0] no places
    [one] 1 place
   *[other] { NUMBER($count) } places
}
n-year = { $count ->
    [one] 1 year
   *[other] { NUMBER($count) } years
}
n-month = { $count ->
    [one] 1 month
   *[other] { NUMBER($count) } months
}
n-reference = { $count ->
    [0] no references
    [one] 1 reference
   *[other] { NUMBER($count) } references
}
n-withheld = { $count ->
    [0] no passages or fields
    [one] 1 passage or field
   *[other] { NUMBER($count) } passages or fields
}
n-changes-older = { $count ->
    [one] 1 change are older.
   *[other] { NUMBER($count) } changes are older.
}
n-sign-offs = { $count ->
    [0] no sign-offs are on record
    [one] 1 sign-off is on record
   *[other] { NUMBER($count) } sign-offs are on record
}
n-names-wait = { $count ->
    [0] no names wait
    [one] 1 name waits
   *[other] { NUMBER($count) } names wait
}
n-publications-promised = { $count ->
    [0] no publications were promised
    [one] 1 publication was promised
   *[other] { NUMBER($count) } publications were promised
}
n-entries-repeat = { $count ->
    [one] One entry repeats another and is left out of the counts.
   *[other] { $count } entries repeat others and are left out of the counts.
}
n-records-refer = { $count ->
    [0] no records refer to it
    [one] 1 record refers to it
   *[other] { NUMBER($count) } records refer to it
}
n-questions-without-action = { $count ->
    [one] 1 question without an action
   *[other] { NUMBER($count) } questions without an action
}
n-actions-without-question = { $count ->
    [one] 1 action without a question
   *[other] { NUMBER($count) } actions without a question
}
n-artefacts-without-action = { $count ->
    [one] 1 artefact without an action
   *[other] { NUMBER($count) } artefacts without an action
}
n-artefacts-without-paper = { $count ->
    [one] 1 artefact without a paper
   *[other] { NUMBER($count) } artefacts without a paper
}
n-papers-no-artefact = { $count ->
    [one] 1 paper that is no artefact
   *[other] { NUMBER($count) } papers that are no artefact
}
questions-without-action-note = No action is named on them.
actions-without-question-note = No question names them.
artefacts-without-action-note = No action on record says that it produced them, and they name none.
artefacts-without-paper-note = They name no paper on record.
papers-no-artefact-note = No artefact on record says that it is one of them.
n-bytes = { $count } bytes
n-in-all = { $count } in all
for-print = For print (PDF, { $size })
for-print-in = For print, in { $language } (PDF, { $size })
in-list-of-actions = In the list of actions
as-promised = As promised
in-discussion = In the discussion
workshop = Workshop
workshops = Workshops
case = Case
annual-report = Annual report
reports = Reports
topics = Topics
artefacts = Artefacts
locations = Locations
interests-registered = Interests registered
workshop-n = Workshop { $number }
workshop-action-n = W{ $workshop }, action { $number }
workshop-planned = (planned; no record that it took place)
action-n = Action { $number }
action-n-of = Action { $number } of { $workshop }
number-in-log = Number { $number } of the action log
number-n = Number { $number }
log-n = Log { $number }
not-numbered = Not numbered
led-to = Led to { $artefacts }
led-to-inline = led to { $artefacts }
no-evidence = No evidence
version-n = version { $version }
final = final
draft = draft
paper-of-kind = { $kind } paper
paper-kind-stimulus = Stimulus paper
paper-kind-discussion = Discussion paper
paper-kind-progress = Progress paper
paper-kind-extemporary = Extemporary paper
kind-stimulus = stimulus
kind-discussion = discussion
kind-progress = progress
kind-extemporary = extemporary
by-editors-judgement = the editors’ judgement
rule-as-at = { $rule }, as at { $date }
rule-not-yet-discussed = not yet discussed
rule-discussed-and-resolved = discussed and resolved
rule-agreed-work-to-do = agreed, work to do
rule-discussed-and-not-resolved = discussed and not resolved
rule-discussion-to-continue = discussion to continue
rule-set-aside = set aside
rule-condition-not-yet-discussed = It has not been discussed.
rule-condition-discussed-and-resolved = It was discussed and agreed, wholly or in part, and the work is done or none is needed.
rule-condition-agreed-work-to-do = It was discussed and agreed, wholly or in part, and the work is not shown to be done.
rule-condition-discussed-and-not-resolved = It was discussed and not agreed.
rule-condition-discussion-to-continue = It was discussed, and nothing is agreed.
rule-condition-set-aside = It was discussed and found to be out of scope.
state-open = open
state-in-progress = in progress
state-completed = completed
state-closed = closed without completion
state-ongoing = ongoing
state-not-stated = not stated
state-as-at = { $state }, as at { $date }
heading-resolved = resolved
heading-unresolved = unresolved
heading-outstanding = outstanding
heading-set-aside = set aside
heading-full-resolved = discussed and resolved
heading-full-unresolved = discussed and not resolved
heading-full-outstanding = outstanding
heading-full-set-aside = set aside
heading-means-resolved = discussed and settled
heading-means-unresolved = discussed, not agreed
heading-means-outstanding = work or talk to come
heading-means-set-aside = out of scope
agreement-agreed = agreed
agreement-partly-agreed = partly agreed
agreement-not-agreed = not agreed
agreement-out-of-scope = out of scope
agreement-none-yet = nothing agreed yet
work-not-needed = no work needed
work-not-started = work not started
work-in-progress = work in progress
work-done = work done
work-no-evidence = no evidence of work
reply-asked = asked, no answer on record
reply-received = answered, not signed off for publication
reply-signed-off = answered and signed off
reply-declined = nothing to add
not-discussed = not discussed
discussed-and = discussed, { $agreement }
outcome-kept = came in time
outcome-late = came late
outcome-late-by = { $count ->
    [one] came 1 month late
   *[other] came { $count } months late
}
outcome-missed = missed
outcome-no-evidence = no evidence that it came
outcome-not-yet-due = not yet due
outcome-undated = no date given
tally-kept = { $count } came in time
tally-late = { $count } came late
tally-missed = { $count } known to have been missed
tally-no-evidence = { $count } past the date without evidence of delivery
tally-not-yet-due = { $count } not yet due
tally-undated = { $count } without a date
timetable-lede = { $promised }. As at { $date }: { $tally }.
timetable-describe = What was promised to be published, by when, and whether it came.
entry-repeated = The source repeats an entry word for word here; it is counted once
put-off-from-day = Put off from { $date }
owner-with = { $owner } with { $with }
without-a-date = Without a date
without-a-topic = Without a topic
no-date = No date
as-written = { $words } (as written)
due-inline = due { $date }
no-date-set = No date was set
not-named = Not named
not-known = Not known
not-recorded = Not recorded
nobody-named = Nobody is named
nothing-recorded = Nothing recorded
sum-not-given = The sum is not given: a small group could be worked out
names-only-with-sign-off = Names are published only with sign-off
look-alike-letters = (written with look-alike letters in the source)
interest-without-issue = It comes to no issues of this archive
changes-describe = Every change to the records of this archive, newest first.
issue-judged = Issue: { $heading } in the editors’ judgement
issue-judgement-over = Issue: the editors’ judgement that gave { $heading } is over
issue-now = Issue: { $heading }
issue-now-after = Issue: { $heading } after { $meeting }
issue-changed = Issue changed
action-now = Action: { $state }
publication-delivered = Promised publication delivered
report-dated = Report dated
edition-signed = Edition { $number } of the report signed
erratum-told = Erratum: something in a report was wrong
record-released = { $kind } released to the public
record-updated = { $kind } brought up to date
how-to-cite-title = How to cite: { $title }
citations-describe = How to cite the report and each of its paragraphs. { $standing }.
codebook-describe = What every column of the data means, and how many records fill it in.
codebook-id = Id
codebook-address = Address of the page
codebook-body = Body
codebook-heading = Heading
codebook-rule = Rule of the heading
codebook-help-id = collection and slug; what other tables refer to
codebook-help-address = relative to the site’s own
codebook-help-body = Markdown
codebook-help-heading = where the issue stands, derived from its history
codebook-help-rule = the line of the rule that gave the heading
completeness-describe = Which standard fields and sections each record has and lacks.
completeness-lede = The fields and standard sections that records of this edition lack, for those who fill them in. Not every field applies to every record.
fields-of = { $count ->
    [0] { $has } of no fields
    [one] { $has } of 1 field
   *[other] { $has } of { NUMBER($count) } fields
}
sections-of = { $has } of { $count } standard sections
records-lacking = { $count ->
    [one] { $lacking } of 1 record lacks something
   *[other] { $lacking } of { NUMBER($count) } records lack something
}
lacking-most = { "" }; the { $count } that lack most
section-Problem-and-purpose = Problem and purpose
section-Background-history-and-context = Background history and context
section-Organising-and-funding-entities = Organising and funding entities
section-Participant-recruitment-and-selection = Participant recruitment and selection
section-Methods-and-tools-used = Methods and tools used
section-What-went-on = What went on
section-Outcomes-impacts-and-effects = Outcomes, impacts and effects
section-Analysis-and-lessons-learned = Analysis and lessons learned
data-whole-edition = The whole edition
data-table = { $label }, one row each
data-records = Every record by its id and address
data-relations = What refers to what: { $references }
data-relations-short = What refers to what
languages = Languages
language-en = English
language-cy = Cymraeg
language-called-en = English
language-called-cy = Welsh
not-translated = Not translated yet: what follows is in the language in which it was written, { $language }.
outdated-translation = The original has changed since this translation was made.
read-original = Read the original
data-matrix = The progress matrix
data-package = A description of every table and field
data-editions = Every edition of a report that was signed, with its seal
data-renamed = Addresses that records had before
data-checksums = Checksums of the files above, for sha256sum --check
edition-n = Edition { $number }
edition-as-frozen = Edition { $edition } as it was frozen on { $date }.
title-edition = { $title }, { $edition } edition
title-edition-n = { $title }, edition { $number }
title-page-n = { $title }, page { $number }
ordinal = { $number }
frozen-report = Annual report · { $edition } edition · final · as at { $asat }
frozen-report-of = Annual report · { $edition } edition · final of { $date } · as at { $asat }
frozen-words = These are the words of edition { $edition } as they were frozen on { $date }.
edition-withdrawn = Words were withdrawn from it on { $date }: { $reason }.
edition-withdrawn-from = { $count ->
    [one] Words were withdrawn from paragraph { $places } on { $date }: { $reason }.
   *[other] Words were withdrawn from paragraphs { $places } on { $date }: { $reason }.
}
issue-withdrawn = Withdrawn issue
where-edition-stays = Where this edition stays
newest-edition = The newest edition of this report
same-as-data = The same as data (JSON)
paragraph-of-edition = Paragraph { $number } of edition { $edition }
the-report = The report
what-was-wrong = What was wrong:
how-it-came = How it came:
correction = Correction:
erratum-record = Record of this erratum: { $title }
browse-describe = Ways to browse the archive: by theme, topic, year and more.
by-facet = By { $facet }
values-over = { $values } over { $records }.
of-archive = { $what } of { $archive }
see-all-values = See all values: { $facet }
see-all-with = See all with { $facet }: { $value }
records-inline = records
records-with = { $records } with { $facet }: { $value }
records-with-both = { $records } with { $one }: { $first } and { $two }: { $second }
released = Released
released-by = By { $by } on { $date }: { $basis }
years-to = { $first } to { $last }
years-no-end = { $first }; no end is recorded
says-reports = What was resolved, what was not, and what is outstanding, year by year
says-issues = Each question that was raised, where it stands and why
says-topics = The areas that the questions fall into, with progress in each
n-only-announced = { $count ->
    [one] { $records }, 1 of them only announced
   *[other] { $records }, { NUMBER($count) } of them only announced
}
says-workshops = What was asked and answered at each meeting
says-actions = Who promised what, and what came of it
says-milestones = What was to be published, by when, and whether it came
says-cases = Times the public, or groups that speak for it, had a say
says-papers = Documents put to the meetings
says-artefacts = What the actions produced
says-interests = What members registered that they want progress on
says-components = The parts of the cases
says-methods = How people were brought together to talk
says-organisations = Who led, took part or was spoken of
says-sources = Where the facts come from
says-locations = Where it took place
says-pages = About this archive
timetable = Timetable
how-headings-decided = How headings are decided
no-evidence-recorded = No evidence has been recorded
no-evidence-for = No evidence has been recorded for { $time }
date-at-place = { $date } at { $place }
withheld-lede = { $count ->
    [0] no passages or fields are withheld on purpose. Each leaves a mark where it stood, with its reason, and is counted here.
    [one] 1 passage or field is withheld on purpose. Each leaves a mark where it stood, with its reason, and is counted here.
   *[other] { NUMBER($count) } passages or fields are withheld on purpose. Each leaves a mark where it stood, with its reason, and is counted here.
}
withheld-note-public = What has never been released to the public is not marked and not counted: a count would tell what there is.
withheld-note-members = What is private is not marked and not counted.
withheld-describe = What is withheld from this archive on purpose, counted by reason.
signed-nothing = nothing that is known
signed-every-record = every record
signed-only = only { $parts }
signed-whole = the whole record
shown-nothing = nothing of this record
sign-offs-lede = Which participants agreed to be named in public, where and since when. { $signed }, and { $waiting } for one.
sign-offs-describe = Which participants agreed to be named in public, where and since when.
issues-raised-there = Issues raised there
issues-discussed-there = Issues discussed there
what-links-to-record = What links to { $title }
links-lede = Other records refer to { $title } in { $places }.
on-parts = (on { $parts })
part-passage = passage { $number }
part-question = question { $number }
part-action = action { $number }
part-entry = entry { $number }
follow-list = Follow what changes here as a feed: <atom>Atom</atom>, <json>JSON</json>.
see-on-timeline = See them on the timeline
see-on-map = See them on a map
see-side-by-side = See the topics side by side
see-what-became = See what became of each
see-which-kept = See which were kept
combine-filters = Combine with other filters
as-a-table = As a table
as-a-timeline = As a timeline
newest-first = Newest first
range = { $what } { $first } to { $last } of { $all }
pages = Pages
previous-page-of = Previous page of { $records }
next-page-of = Next page of { $records }
page-n-of = Page { $number } of { $count }
progress-describe = How far each topic has got: documents, discussions, outstanding issues, actions.
stated-in-papers = Stated in the papers: { $stated }
neighbours = Neighbours in the list
draft-for-members = draft, for members only
for-members = for members only
register-lede = Every promise to do something, with who made it and what came of it. { $actions }, as at { $date }; finished ones stay listed.
register-describe = Every promise to do something, who made it and what came of it.
a-to-z-letter = A to Z: { $letter }
a-to-z-lede = { $records } of this edition by title. To search inside a page, use your browser’s own search.
search-and-a-to-z = Search and A to Z
search-describe = Every record of this archive by its title.
search-lede = { $records }, to be searched by their words or browsed.
kind-of-record = Kind of record
year = Year
other-letters = Other
timeline-lede = Meetings, papers, reports and promised publications in the order of time. Only what the records date is here.
timeline-describe = What happened when: meetings, papers, reports and publications, by year.
timeline-workshop = Workshop
timeline-workshop-issues = Workshop; it is in the history of { $issues }
timeline-planned = Workshop, as it was planned
timeline-paper = Paper
timeline-delivered = Publication that was promised and came
timeline-due = Publication promised for then
timeline-report = Report
yes = Yes
no = No
lost-one = Named in the source, but its record could not be found
lost-one-more = One more is named in the source, but its record could not be found
lost-several = Named in the source, but their records could not be found
lost-several-more = More are named in the source, but their records could not be found
map-describe = Where it took place: the locations of the archive by country.
map-title = Countries of the United Kingdom
map-words = A sketch. A country that the archive has a record of is filled and leads to it; the list below the map has every location.
part-of = { $part }, part of { $whole }
country-england = England
country-scotland = Scotland
country-wales = Wales
country-northern-ireland = Northern ireland
reach-questions = Questions
reach-actions = with an action
reach-artefacts = with an artefact
reach-papers = with a paper
reach-resolved = with an action, and resolved
reach-described = { $questions }: { $actions } with an action on record, { $artefacts } with an artefact from one, { $papers } with a paper; of those with an action, { $resolved } resolved.
lineage-lede = What became of each question: the actions promised on it, what they produced, the papers that came of it, and where the question stands, as at { $date }. Only what records name is joined.
lineage-describe = What became of each question: action, artefact, paper and outcome, and what stands alone.
members-edition = members’ edition
public-edition = public edition
licence-ogl-uk-3 = the Open Government Licence 3.0
links-mention = { $records } that mention it
links-evidence = Evidence in { $records }
links-linked = { $records } linked to it
links-named = { $records } that name it under “{ $field }”
back-to-note = Back to note { $number } in the text
task-done = Done:
task-to-do = To do:
image-is = Image: { $words }

## Facts, the progress matrix, and what links to a record

fact-date = Date
fact-delivered = Delivered
fact-due = Due
fact-editors-doubt = Editors’ doubt
fact-evidence = Evidence
fact-from-action = From action
fact-from-actions = From actions
fact-heading = Heading
fact-in-the-action-log = In the action log
fact-issue = Issue
fact-issues = Issues
fact-kept-or-missed = Kept or missed
fact-kind-of-paper = Kind of paper
fact-known-to-be-missed = Known to be missed
fact-last-evidence = Last evidence
fact-led-to = Led to
fact-marking = Marking
fact-next-discussion = Next discussion
fact-announced-discussion = Discussion announced for
fact-note = Note
fact-objective = Objective
fact-organisations-concerned = Organisations concerned
fact-owner = Owner
fact-paper = Paper
fact-place = Place
fact-promised-at = Promised at
fact-purpose = Purpose
fact-put-to = Put to
fact-put-off-from = Put off from
fact-raised = Raised
fact-reference = Reference
fact-registered = Registered
fact-registered-by = Registered by
fact-related-issues = Related issues
fact-repeats = Repeats
fact-replaces = Replaces
fact-responsible = Responsible
fact-rule = Rule
fact-run-by = Run by
fact-silence = Silence
fact-source = Source
fact-sources = Sources
fact-state = State
fact-earlier = Earlier states
fact-took-part = Took part
fact-topic = Topic
fact-topics = Topics
fact-version = Version
fact-with = With
matrix-document-purpose = Document purpose
fact-matrix-document-purpose = { matrix-document-purpose }
matrix-narrative = Narrative
fact-matrix-narrative = { matrix-narrative }
matrix-latest-document = Latest document
fact-matrix-latest-document = { matrix-latest-document }
matrix-key-change-log = Key change log
fact-matrix-key-change-log = { matrix-key-change-log }
matrix-last-discussion = Last discussion
fact-matrix-last-discussion = { matrix-last-discussion }
was-announced-for = Announced for { $date }
matrix-next-discussion = Next discussion
fact-matrix-next-discussion = { matrix-next-discussion }
matrix-key-outstanding-issues = Key outstanding issues
fact-matrix-key-outstanding-issues = { matrix-key-outstanding-issues }
matrix-stimulus-paper = Stimulus paper
fact-matrix-stimulus-paper = { matrix-stimulus-paper }
matrix-artefacts = Artefacts
fact-matrix-artefacts = { matrix-artefacts }
matrix-related-actions = Related actions
fact-matrix-related-actions = { matrix-related-actions }
# Below those numbers; $count of them have no record.
log-numbers = { $count ->
    [0] Numbers of the action log.
    [one] Numbers of the action log; 1 of them has no record here.
   *[other] Numbers of the action log; { NUMBER($count) } of them have no record here.
}
links-issues-raised = Issues raised here
links-issues-at = Issues discussed or updated here
links-issues-topic = Issues on this topic
links-issues-actions = Issues this was promised on
links-issues-related = Issues that belong with it
links-issues-asserted-by = Issues whose history rests on it
links-issues-evidence = Evidence in issues
links-actions-workshop = Actions of this workshop
links-actions-topic = Actions on this topic
links-actions-responsible = Actions it is responsible for
links-actions-artefact = Actions it came from
links-actions-evidence = Evidence in actions
links-artefacts-from-actions = Artefacts from it
links-artefacts-topic = Artefacts on this topic
links-artefacts-paper = The artefact it is
links-artefacts-evidence = Evidence in artefacts
links-papers-workshop = Papers put to this workshop
links-papers-topics = Papers on this topic
links-papers-supersedes = Superseded by
links-papers-organisation-link = Papers by this organisation
links-workshops-papers = Workshops it was put to
links-workshops-agenda = Workshops with it on the agenda
links-workshops-topics = Workshops on this topic
links-workshops-facilitator = Workshops it facilitated
links-workshops-sources = Workshops it is a source for
links-topics-latest-document = Topics whose latest document it is
links-topics-stimulus-paper = Topics it started the discussion of
links-topics-organisations = Topics that concern it
links-milestones-repeats = Entries that repeat it word for word
links-milestones-source = Timetable entries from it
links-milestones-evidence = Evidence in the timetable
links-interests-topic = Interests registered in this topic
links-interests-issues = Interests that come to this issue
links-interests-source = Interests registered in it
links-reports-topic-narratives = Reports with a narrative on it
links-reports-previous = The report after this one
links-errata-corrects = Errata to it
links-cases-organisation-link = Cases of this organisation
links-cases-location-link = Cases in this place
links-cases-primary-method-link = Cases with this as their primary method
links-cases-components-link = The case it is part of
links-cases-sources-link = Cases it is a source for
links-components-case-link = Components of this case
links-components-feeds-into = Components that feed into it
links-organisations-country-link = Organisations in this country
links-organisations-cases = Organisations that name this case
links-sources-methods-link = Sources on this method

## Collections and fields, as the archive's own settings may call them otherwise

collection-reports = Annual reports
singular-reports = Annual report
collection-topics = Topics
singular-topics = Topic
collection-issues = Issues
singular-issues = Issue
collection-workshops = Workshops
singular-workshops = Workshop
collection-papers = Papers
singular-papers = Paper
collection-actions = Actions
singular-actions = Action
collection-artefacts = Artefacts
singular-artefacts = Artefact
collection-milestones = Timetable
singular-milestones = Milestone
collection-interests = Interests
singular-interests = Interest
collection-cases = Cases
singular-cases = Case
collection-components = Components
singular-components = Component
collection-methods = Methods
singular-methods = Method
collection-organisations = Organisations
singular-organisations = Organisation
collection-sources = Sources
singular-sources = Source
collection-errata = Errata
singular-errata = Erratum
collection-locations = Locations
singular-locations = Location
collection-pages = Pages
singular-pages = Page
field-period = Period
field-edition = Edition
field-status = Status
field-cases-status = Status of the record
field-sources-status = Status of the record
field-date = Date
field-editors = Editors
field-commissioned_by = Commissioned by
field-independence = Independence
field-previous = Report before
field-topic_narratives = On each topic
field-counts = Counts
field-order = Order
field-short_title = Short title
field-document_purpose = Document purpose
field-narrative = Narrative
field-latest_document = Latest document
field-key_change_log = Key change log
field-stated_last_discussion = Last discussion as stated
field-last_discussion_note = Note on the last discussion
field-next_discussion = Next discussion
field-outstanding_note = Outstanding, in the matrix's terms
field-stimulus_paper = Stimulus paper
field-related_actions = Related actions
field-organisations = Organisations
field-topic = Topic
field-raised = Raised
field-actions = Actions
field-related = Related issues
field-history = History
field-editorial = Editor's judgement
field-replies = Right of reply
field-number = Number
field-actions-number = Number in the write-up
field-place = Place
field-facilitator = Facilitator
field-purpose = Purpose
field-agenda = Agenda
field-papers = Papers
field-topics = Topics
field-participants = Participants
field-sources = Sources
field-reference = Reference
field-version = Version
field-kind = Kind
field-marking = Marking
field-supersedes = Supersedes
field-workshop = Workshop
field-organisation_link = Organisations
field-link = Link
field-attachments = Attachments
field-log_number = Number in the action log
field-responsible = Responsible
field-state = State
field-state_on = State as at
field-earlier = Earlier states
field-milestones-earlier = Put off
field-due = Due
field-artefact = Artefacts
field-evidence = Evidence
field-note = Note
field-from_actions = From actions
field-paper = Paper
field-owner = Owner
field-with = With
field-delivered = Delivered
field-missed = Missed
field-objective = Objective
field-repeats = Repeats
field-doubt = Doubt
field-source = Source
field-registered_by = Registered by
field-registered_on = Registered
field-group = Group
field-issues = Issues
field-initiative_status = Status of the initiative
field-start_year = Started
field-end_year = Ended
field-lead_organisation = Led by
field-location_link = Location
field-participant_group = Participants
field-actor_responsible = Actor responsible
field-primary_method_link = Primary method
field-framing_method_tag = Framing method
field-components_link = Components
field-objectives_tag = Objectives
field-theme_tag = Themes
field-outcomes_tag = Outcomes
field-data_governed = Data governed
field-data_subject = Data subjects
field-data_types_tag = Data types
field-data_cycle_tag = Stages of the data cycle
field-data_governance_issues_tag = Data governance issues
field-governance_issues_description = Governance issues discussed
field-lense = Lens
field-collective_focus = Collective focus
field-evaluation_details = Evaluation
field-whats_changed = What changed
field-takaway = Takeaway
field-sources_link = Sources
field-description = Description
field-case_link = Cases
field-primary_component = Primary component
field-temporal_state = State
field-methods_tag = Methods
field-modality_tag = Modality
field-decision_methods_tag = Decision methods
field-ladder_of_participation = Ladder of participation
field-number_of_participants = Number of participants
field-nature_of_participants_tag = Nature of participants
field-target_groups = Target groups
field-recruitment = Recruitment
field-background_information_tag = Background information
field-background_information_described = Background information described
field-feeds_into = Feeds into
field-organisation_type_tag = Type
field-sector_tag = Sector
field-geographic_scope_tag = Geographic scope
field-country_link = Country
field-cases = Cases
field-peer_review = Peer reviewed
field-methods_link = Methods
field-corrects = Corrects
field-wrong = What was wrong
field-cause = How it came
field-correction = Correction
field-title = Title
field-summary = Summary
field-visibility = Visibility
field-embargo = Embargo
field-released = Released
field-sign_off = Sign-off
field-redact = Withheld
field-participant = Participant
field-aliases = Old addresses
field-updated = Updated
field-draft = Draft
field-table = Airtable table
field-airtable_id = Airtable id
field-airtable_createdTime = Made in Airtable

## What the script of the search page says

script-not-known = { $value } (not known)
script-remove-filter = Remove the filter
script-by-relevance = By relevance
script-as-listed = As listed
script-newest-first = Newest first
script-oldest-first = Oldest first
script-list = List
script-table = Table
script-timeline = Timeline
script-no-value = No value leaves any result.
script-show-all = Show all { $count }
script-look-through-all = Look through all of them
script-more = More
script-record = Record
script-kind = Kind
script-date = Date
script-status = Status
script-no-date = No date
script-pages-of-results = Pages of results
script-previous-page = Previous page
script-next-page = Next page
script-page-of = Page { $page } of { $pages }
script-place-paragraph = paragraph { $number }
script-place-question = question { $number }
script-place-action = action { $number }
script-place-entry = entry { $number }
script-each-too-common = { $words }: each of these words is too common to look for. Add another word within the quotes.
script-only-read = Only the { $read } likeliest of the { $all } records that have the words in quotes were looked through.
script-nothing-to-look-for = There is no letter or number in that to look for.
script-too-common = { $words }: too common to look for. Add another word.
script-no-record-has = No record has { $words }.
script-none-exactly = No record has exactly { $words }.
script-none-exactly-filtered = No record has exactly { $words } with these filters.
script-none-all = No record has all of these words.
script-none-all-filtered = No record has all of these words with these filters.
script-none-filters = No record has these filters together.
script-none-without = Every record that has the other words has { $words } too.
script-without = Without { $words }.
script-did-you-mean = Did you mean:
script-passed-over = Passed over as too common: { $words }.
script-exactly = exactly “{ $words }”
script-found = { $count ->
    [one] { $count } record.
   *[other] { $count } records.
}
script-found-with = { $count ->
    [one] { $count } record with { $words }.
   *[other] { $count } records with { $words }.
}
script-searching = Searching …
script-failed = The search failed. The lists below work without it.
script-filter-failed = The filter could not be read.
script-offline = You are offline, so the search index cannot be fetched. The lists below work without it.
script-not-fetched = The search index could not be fetched. Perhaps the connection was lost. The lists below work without it.
script-unreadable = The search index of this site cannot be read. The lists below work without it.
script-no-index = The search index of this site is not there. The lists below work without it.

## What compiled reports say

# `{ $number }` is a number within a sentence, `{ $first }` one at its start.

number-word = { $count ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
   *[other] { $count }
}
number-of-them = { $count ->
    [0] none
   *[other] { number-word }
}
number-first = { $count ->
    [0] No
    [1] One
    [2] Two
    [3] Three
    [4] Four
    [5] Five
    [6] Six
    [7] Seven
    [8] Eight
    [9] Nine
    [10] Ten
    [11] Eleven
    [12] Twelve
    [13] Thirteen
    [14] Fourteen
    [15] Fifteen
    [16] Sixteen
    [17] Seventeen
    [18] Eighteen
    [19] Nineteen
    [20] Twenty
    [21] Twenty-one
    [22] Twenty-two
    [23] Twenty-three
    [24] Twenty-four
    [25] Twenty-five
    [26] Twenty-six
    [27] Twenty-seven
    [28] Twenty-eight
    [29] Twenty-nine
    [30] Thirty
    [31] Thirty-one
    [32] Thirty-two
    [33] Thirty-three
    [34] Thirty-four
    [35] Thirty-five
    [36] Thirty-six
    [37] Thirty-seven
    [38] Thirty-eight
    [39] Thirty-nine
    [40] Forty
    [41] Forty-one
    [42] Forty-two
    [43] Forty-three
    [44] Forty-four
    [45] Forty-five
    [46] Forty-six
    [47] Forty-seven
    [48] Forty-eight
    [49] Forty-nine
    [50] Fifty
    [51] Fifty-one
    [52] Fifty-two
    [53] Fifty-three
    [54] Fifty-four
    [55] Fifty-five
    [56] Fifty-six
    [57] Fifty-seven
    [58] Fifty-eight
    [59] Fifty-nine
    [60] Sixty
    [61] Sixty-one
    [62] Sixty-two
    [63] Sixty-three
    [64] Sixty-four
    [65] Sixty-five
    [66] Sixty-six
    [67] Sixty-seven
    [68] Sixty-eight
    [69] Sixty-nine
    [70] Seventy
    [71] Seventy-one
    [72] Seventy-two
    [73] Seventy-three
    [74] Seventy-four
    [75] Seventy-five
    [76] Seventy-six
    [77] Seventy-seven
    [78] Seventy-eight
    [79] Seventy-nine
    [80] Eighty
    [81] Eighty-one
    [82] Eighty-two
    [83] Eighty-three
    [84] Eighty-four
    [85] Eighty-five
    [86] Eighty-six
    [87] Eighty-seven
    [88] Eighty-eight
    [89] Eighty-nine
    [90] Ninety
    [91] Ninety-one
    [92] Ninety-two
    [93] Ninety-three
    [94] Ninety-four
    [95] Ninety-five
    [96] Ninety-six
    [97] Ninety-seven
    [98] Ninety-eight
    [99] Ninety-nine
   *[other] { $count }
}
ordinal-word = { $count ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [6] sixth
    [7] seventh
    [8] eighth
    [9] ninth
    [10] tenth
    [21] { $count }st
    [22] { $count }nd
    [23] { $count }rd
    [31] { $count }st
    [32] { $count }nd
    [33] { $count }rd
    [41] { $count }st
    [42] { $count }nd
    [43] { $count }rd
    [51] { $count }st
    [52] { $count }nd
    [53] { $count }rd
    [61] { $count }st
    [62] { $count }nd
    [63] { $count }rd
    [71] { $count }st
    [72] { $count }nd
    [73] { $count }rd
    [81] { $count }st
    [82] { $count }nd
    [83] { $count }rd
    [91] { $count }st
    [92] { $count }nd
    [93] { $count }rd
   *[other] { $count }th
}
report-edition = { $ordinal } edition
report-edition-draft = { $ordinal } edition, draft
report-on-day = on { $date }
report-in-time = in { $date }
report-quoted = ‘{ $words }’
report-n-issues = { $count ->
    [one] { $number } issue
   *[other] { $number } issues
}
report-n-passages = { $count ->
    [one] { $number } passage
   *[other] { $number } passages
}
report-n-entries = { $count ->
    [one] { $number } entry
   *[other] { $number } entries
}
report-workshop-of = Workshop of { $date }
report-workshop-of-inline = workshop of { $date }
report-action-of = { $workshop }, action { $number }
report-action-in-log = Action log { $number }
report-in-document = in { $document }, { $date }
report-at-the-meeting = at the { $meeting }
report-at-meeting = at { $meeting } { $when }
parts-passage = passages { $numbers }
parts-question = questions { $numbers }
parts-action = actions { $numbers }
parts-entry = entries { $numbers }
withheld-mark = [Withheld]
withheld-mark-because = [Withheld: { $reason }]
report-why-both = { $first }; { $then }.
report-why-not-agreed = not agreed
report-why-still-not-agreed = still not agreed on { $date }
report-why-not-agreed-corrected = not agreed, as corrected on { $date }
report-why-no-agreement = no agreement is on record
report-why-nothing-agreed = nothing had been agreed by { $date }
report-why-reopened = { $agreed }, and reopened { $place }
report-why-no-agreement-since = no agreement is on record since then
report-why-not-agreed-since = not agreed since then
report-why-last-discussed = It was last discussed { $place }.
report-why-corrected = { $place } (as corrected on { $date })
report-why-out-of-scope = Found to be out of scope { $place }.
report-why-no-discussion = No discussion of it is on record.
report-why-raised-no-discussion = { $raised }; no discussion of it is on record.
report-why-last-mentioned = It was last mentioned { $place }.
report-why-discussion-taken-back = It was entered as discussed { $place }; an entry of { $date } takes that back.
report-raised-when = Raised { $when }
report-raised-at = Raised at { $place }
report-raised-in = Raised in { $place }
report-raised-at-when = Raised at { $place } { $when }
report-raised-in-when = Raised in { $place } { $when }
report-why-agreed = { $agreement ->
    [partly-agreed] Partly agreed { $place }
   *[agreed] Agreed { $place }
}
report-why-recorded-agreed = { $agreement ->
    [partly-agreed] Recorded as partly agreed { $place }
   *[agreed] Recorded as agreed { $place }
}
report-why-work-done = the work is done
report-why-work-done-recorded = the work is done, as recorded { $place }
report-why-no-work-needed = no work was needed
report-why-work-not-begun = the work had not begun
report-why-work-not-begun-by = the work had not begun by { $date }
report-why-work-under-way = the work was under way
report-why-work-under-way-when = the work was under way { $when }
report-why-work-not-shown = nothing on record shows that the work was done
report-why-recorded-discussed = Recorded as discussed
report-why-recorded-discussed-at = Recorded as discussed { $place }
report-why-discussed = { $count ->
    [1] Discussed { $place }
    [2] Discussed twice, last { $place }
   *[other] Discussed { $number } times, last { $place }
}
report-discussed = Discussed: { $agreement }, { $work }.
report-discussed-at = Discussed at { $place }: { $agreement }, { $work }.
report-discussed-in = Discussed in { $place }: { $agreement }, { $work }.
report-recorded = Recorded: { $agreement }, { $work }.
report-recorded-at = Recorded at { $place }: { $agreement }, { $work }.
report-recorded-in = Recorded in { $place }: { $agreement }, { $work }.
report-this-corrects = This corrects the entry of { $date }.
report-evidence-lately = The last evidence is of { $date }.
report-evidence-months-ago = { $count ->
    [one] No evidence has been recorded since { $date }, { $number } month before { $day }.
   *[other] No evidence has been recorded since { $date }, { $number } months before { $day }.
}
report-evidence-at-least = { $count ->
    [one] No evidence has been recorded since { $date }, at least { $number } month before { $day }.
   *[other] No evidence has been recorded since { $date }, at least { $number } months before { $day }.
}
report-evidence-never = No evidence has been recorded.
report-evidence-lately-public = The last evidence that is published is of { $date }.
report-evidence-months-ago-public = { $count ->
    [one] The last evidence that is published is of { $date }, { $number } month before { $day }.
   *[other] The last evidence that is published is of { $date }, { $number } months before { $day }.
}
report-evidence-at-least-public = { $count ->
    [one] The last evidence that is published is of { $date }, at least { $number } month before { $day }.
   *[other] The last evidence that is published is of { $date }, at least { $number } months before { $day }.
}
report-evidence-never-public = No evidence is published.
report-next-discussion = The next discussion was announced for { $date }.
report-discussion-not-on-record = A discussion announced for { $date } is not on record.
report-editor-confirms = The editor confirms what the rule gives: { $heading }.
report-editor-overrules = The rule gives ‘{ $rule }’. The editor lists the issue as ‘{ $heading }’.
report-editor-until = Until { $date } the editor listed the issue as ‘{ $heading }’. That is over; the rule gives ‘{ $rule }’.
report-move-first-report = in the first report
report-move-new = new
report-move-resolved = resolved
report-move-reopened = reopened
report-move-corrected = corrected
report-move-judgement-ran-out = back under the rule
report-move-moved = moved
report-move-unchanged = unchanged
report-move-still-outstanding = { $count ->
    [one] still outstanding after { $number } month
   *[other] still outstanding after { $number } months
}
report-move-still-unresolved = { $count ->
    [one] still not resolved after { $number } month
   *[other] still not resolved after { $number } months
}
report-move-into = Now part of { $now }
report-move-unknown = Where it went is not told
report-move-shifted = { $now }; before: { $before }
report-is-first = This is the first report, so there is none before it to compare it with.
report-names-none-before = This report does not name the one before it, so that nothing in it is compared with an earlier one.
report-cannot-be-compared = The report before this one cannot be compared with it: its period does not end earlier.
report-moved-within = { $count ->
    [0] Within its period no issue moved to another heading.
    [one] Within its period { $number } issue moved from the heading under which it was first entered to another.
   *[other] Within its period { $number } issues moved from the heading under which they were first entered to another.
}
report-moves-new = { $count ->
    [one] { $number } is new
   *[other] { $number } are new
}
report-moves-resolved = { $count ->
    [one] { $number } was resolved
   *[other] { $number } were resolved
}
report-moves-reopened = { $count ->
    [one] { $number } was reopened
   *[other] { $number } were reopened
}
report-moves-moved = { $count ->
    [one] { $number } moved to another heading
   *[other] { $number } moved to other headings
}
report-moves-corrected = { $count ->
    [one] { $number } was under a wrong heading in that report and is put right
   *[other] { $number } were under wrong headings in that report and are put right
}
report-moves-ran-out = { $count ->
    [one] { $number } is back under the heading that the rule gives because a judgement of the editors ran out
   *[other] { $number } are back under the headings that the rule gives because judgements of the editors ran out
}
report-moves-still = { $count ->
    [one] { $number } is still outstanding
   *[other] { $number } are still outstanding
}
report-moves-unchanged = { $count ->
    [one] { $number } is otherwise unchanged
   *[other] { $number } are otherwise unchanged
}
report-before-this = The report before this one, { $report }, speaks as at { $date }.
report-gone = { $count ->
    [one] One issue of that report is no longer on record: { $issues }.
   *[other] { $first } issues of that report are no longer on record: { $issues }.
}
report-gone-public = { $count ->
    [one] One issue of that report is no longer published: { $issues }.
   *[other] { $first } issues of that report are no longer published: { $issues }.
}
report-gone-issue = { $issue } (then { $heading })
report-gone-into = { $issue } (then { $heading }, now part of { $now })
report-not-on-record-now = no longer on record
report-not-published-now = no longer published
report-none-raised = No issue has been raised.
report-of-those-raised = { $count ->
    [one] Of the { $number } issue raised by now, { $moves }.
   *[other] Of the { $number } issues raised by now, { $moves }.
}
report-table-moves = Every issue, where it stood then and where it stands now
report-not-yet-raised = Not yet raised
report-reply-asked = asked on { $date }
report-reply-answered = answered on { $date }
report-reply-signed-off = signed off on { $date }
report-none-carried = No action was carried over from the period before.
report-still-not-closed = { $count ->
    [one] { $number } of them is still not closed
   *[other] { $number } of them are still not closed
}
report-still-all-not-closed = { $count ->
    [1] it is still not closed
    [2] both are still not closed
   *[other] all of them are still not closed
}
report-carried = { $count ->
    [one] { $first } action was carried over from the period before; { $still }.
   *[other] { $first } actions were carried over from the period before; { $still }.
}
report-table-carried = Actions carried over
report-not-on-record = not on record
report-only-planned = on record only as planned
report-discussion-of = Discussion of: { $issue }
report-discussion-of-topic = Discussion of the topic: { $topic }
report-nothing-promised-missing = Nothing that was promised for the time since is missing from the record.
report-promised-missing = { $count ->
    [one] Of what was promised for the time since, { $number } is not on record or not closed.
   *[other] Of what was promised for the time since, { $number } are not on record or not closed.
}
report-table-promised = Promised since the report before, and not on record
report-table-participants = Participants of the workshops of the period
report-not-recorded = not recorded
report-nobody = Nobody
report-no-workshop = No workshop of the period is on record.
report-no-workshop-public = No workshop of the period is published here.
report-participants-unknown = Who took part in the workshops of the period is not on record.
report-participants-counted = Those who took part are given by number and by group.
report-participants-not-counted = The groups that took part are on record; their numbers are not.
report-nobody-named = Nobody is named.
report-named-by-consent = Those alone are named whose consent to it is on record.
report-named-for-members = Names are given as members may see them.
report-small-group = A group of fewer than { $small } is not counted exactly.
report-sum-kept-back = Where such a number could be worked out from the sum, the sum is not given either.
report-workshops-unknown = { $count ->
    [one] For { $number } workshop it is not on record who took part.
   *[other] For { $number } workshops it is not on record who took part.
}
report-fewer-than = fewer than { $small }
report-not-given = not given
report-nothing-raised-by = By { $date } no issue had been raised.
report-nothing-raised-by-public = By { $date } no issue had been raised that is published here.
report-nothing-raised-so-far = So far, as at { $date }, no issue has been raised; the period of this report is not over.
report-nothing-raised-so-far-public = So far, as at { $date }, no issue is published here; the period of this report is not over.
report-raised-so-far = { $count ->
    [one] So far, as at { $date }, { $number } issue has been raised in the dialogue; the period of this report is not over.
   *[other] So far, as at { $date }, { $number } issues have been raised in the dialogue; the period of this report is not over.
}
report-raised-by = { $count ->
    [one] By { $date }, { $number } issue had been raised in the dialogue.
   *[other] By { $date }, { $number } issues had been raised in the dialogue.
}
report-sentence = { $words }.
report-counts-resolved = { $count ->
    [0] { $number } was discussed and resolved
    [one] { $number } was discussed and resolved
   *[other] { $number } were discussed and resolved
}
report-counts-unresolved = { $count ->
    [0] { $number } was discussed and not resolved
    [one] { $number } was discussed and not resolved
   *[other] { $number } were discussed and not resolved
}
report-counts-outstanding = { $count ->
    [0] { $number } is outstanding
    [one] { $number } is outstanding
   *[other] { $number } are outstanding
}
report-counts-set-aside = { $count ->
    [0] { $number } was set aside as out of scope
    [one] { $number } was set aside as out of scope
   *[other] { $number } were set aside as out of scope
}
report-only-waiting-not-discussed = has not been discussed
report-only-waiting-agreed = is agreed and its work is not shown to be done
report-only-waiting-under-discussion = has been discussed without an agreement
report-only-waiting-overruled = is listed so by the editor’s judgement
report-waiting-one = The outstanding issue { $waits }.
report-waiting = { $count ->
   *[other] Of the { $number } outstanding issues, { $waiting }.
}
report-waiting-not-discussed = { $count ->
    [one] { $number } has not been discussed
   *[other] { $number } have not been discussed
}
report-waiting-agreed = { $count ->
    [one] { $number } is agreed and its work is not shown to be done
   *[other] { $number } are agreed and their work is not shown to be done
}
report-waiting-under-discussion = { $count ->
    [one] { $number } has been discussed without an agreement
   *[other] { $number } have been discussed without an agreement
}
report-waiting-overruled = { $count ->
    [one] { $number } is listed so by the editor’s judgement
   *[other] { $number } are listed so by the editor’s judgement
}
# How far the work has come on what is agreed; $work is a row of the three below.
report-agreed = { $count ->
   *[other] Of the { $number } that are agreed, { $work }.
}
report-agreed-in-progress = { $count ->
   *[other] work is under way on { $number }
}
report-agreed-not-started = { $count ->
   *[other] work has not begun on { $number }
}
report-agreed-no-evidence = { $count ->
   *[other] for { $number } no evidence of work is recorded
}
report-agreed-no-evidence-public = { $count ->
   *[other] for { $number } no evidence of work is published
}
report-most-outstanding = Most is outstanding under { $topics }.
report-nothing-outstanding = Nothing is outstanding under { $topics }.
# Of all that is open so many; $part below is one of these two.
report-of-all-outstanding = { $count ->
    [one] the outstanding issue
   *[other] { $part } of the { $number } outstanding issues
}
report-all-of = all
report-of-all-open = { $count ->
    [one] the issue that is neither resolved nor set aside
   *[other] { $part } of the { $number } issues that are neither resolved nor set aside
}
report-silent-months = { $count ->
   *[other] for { $part }, no evidence has been recorded for { $months } months or longer
}
report-silent-ever = { $count ->
   *[other] for { $number } none has been recorded at all
}
report-silent-only-ever = { $count ->
   *[other] for { $part }, no evidence has been recorded at all
}
report-silent-months-public = { $count ->
   *[other] for { $part }, no evidence of the last { $months } months is published
}
report-silent-ever-public = { $count ->
   *[other] for { $number } none is published at all
}
report-silent-only-ever-public = { $count ->
   *[other] for { $part }, no evidence is published at all
}
report-all = All
report-figure-headings = { $count ->
    [one] { $first } issue by heading and topic
   *[other] { $first } issues by heading and topic
}
report-bar = { $count ->
    [one] { $count } issue: { $parts }
   *[other] { $count } issues: { $parts }
}
report-no-publication = No publication had been promised.
report-no-publication-public = No promise of a publication is published here.
report-n-publications = { $count ->
    [one] { $number } publication
   *[other] { $number } publications
}
report-timetable-has = The timetable has { $publications }.
report-timetable-has-repeats = { $count ->
    [one] The timetable has { $publications }, and one entry more that repeats another word for word and is not counted.
   *[other] The timetable has { $publications }, and { $number } entries more that repeat others word for word and are not counted.
}
report-timetable-kept = { $count ->
   *[other] { $number } came in time
}
report-timetable-late = { $count ->
   *[other] { $number } came late
}
report-timetable-missed = { $count ->
    [one] { $number } was missed
   *[other] { $number } were missed
}
report-timetable-no-evidence = { $count ->
    [one] for { $number } nothing shows that it came
   *[other] for { $number } nothing shows that they came
}
report-timetable-none-due = { $count ->
    [1] By { $date } it had not fallen due.
   *[other] By { $date } none of them had fallen due.
}
report-timetable-all-due = { $count ->
    [1] By { $date } it had fallen due: { $outcomes }.
    [2] By { $date } both had fallen due: { $outcomes }.
   *[other] By { $date } all of them had fallen due: { $outcomes }.
}
report-timetable-due = { $count ->
   *[other] By { $date } { $number } of them had fallen due: { $outcomes }.
}
report-timetable-early = { $count ->
    [one] { $first } came before it was due.
   *[other] { $first } came before they were due.
}
report-timetable-missed-early = { $count ->
    [one] { $first } that is not due yet is known to be missed.
   *[other] { $first } that are not due yet are known to be missed.
}
report-timetable-undated = { $count ->
    [one] { $first } entry has no date.
   *[other] { $first } entries have no date.
}
report-table-timetable = The timetable as at the date of the report
report-entry-for = the entry for { $date }
report-another-entry = another entry
report-repeats = Repeats { $entry }; not counted
report-put-off = Put off from { $dates }
report-in-doubt = In doubt: { $doubt }
report-chapter-summary = Summary
report-chapter-account = The editors’ account
report-chapter-changes = What changed since the previous report
report-chapter-method = Method
report-chapter-no-topic = Issues without a topic
report-chapter-actions = Actions
report-chapter-timetable = Timetable
report-chapter-interests = Interests
report-chapter-documents = Workshops, papers and artefacts
report-chapter-participants = Participants
report-chapter-withheld = Withheld material
report-chapter-glossary = Glossary
report-chapter-references = References
report-chapter-errata = Errata
report-topic-none = No issue has been raised under this topic.
report-topic-none-public = No issue under this topic is published here.
report-topic-none-but-matrix = No issue under this topic is on record here; what the progress matrix names as outstanding stands below.
report-topic-one = { $heading ->
    [resolved] One issue has been raised; it is resolved.
    [unresolved] One issue has been raised; it is unresolved.
    [set-aside] One issue has been raised; it is set aside.
   *[outstanding] One issue has been raised; it is outstanding.
}
report-topic-all = { $heading ->
    [resolved] { $first } issues have been raised; all are resolved.
    [unresolved] { $first } issues have been raised; all are unresolved.
    [set-aside] { $first } issues have been raised; all are set aside.
   *[outstanding] { $first } issues have been raised; all are outstanding.
}
report-topic-part = { $heading ->
    [resolved] { $count ->
       *[other] { $number } resolved
    }
    [unresolved] { $number } unresolved
    [set-aside] { $number } set aside
   *[outstanding] { $number } outstanding
}
report-topic-raised = { $count ->
   *[other] { $first } issues have been raised: { $parts }.
}
report-last-discussion = The last discussion on record was { $place }.
report-no-meeting = { $count ->
    [1] No meeting is on record that discussed it.
   *[other] No meeting is on record that discussed any of them.
}
report-next-announced = The next was announced for { $dates }.
report-matrix = What the progress matrix says
report-matrix-means = The words of the matrix on this topic, as they stood when this report was compiled.
report-section-resolved = { $count ->
    [one] { $count } issue discussed and resolved
   *[other] { $count } issues discussed and resolved
}
report-section-unresolved = { $count ->
    [one] { $count } issue discussed and not resolved
   *[other] { $count } issues discussed and not resolved
}
report-section-outstanding = { $count ->
    [one] { $count } issue outstanding
   *[other] { $count } issues outstanding
}
report-section-set-aside = { $count ->
    [one] { $count } issue set aside
   *[other] { $count } issues set aside
}
report-table-workshops = Workshops of the period
report-planned = planned
report-workshops-held = { $count ->
    [one] { $first } workshop was held in the period.
   *[other] { $first } workshops were held in the period.
}
report-workshops-fall = { $count ->
    [one] { $first } workshop falls in the period; { report-of-them-planned }.
   *[other] { $first } workshops fall in the period; { report-of-them-planned }.
}
report-workshops-planned = { $count ->
    [one] One workshop falls in the period; the record says only that it was planned.
   *[other] { $first } workshops fall in the period; the record says only that they were planned.
}
report-of-them-planned = { $planned ->
    [one] for { $some } of them the record says only that it was planned
   *[other] for { $some } of them the record says only that they were planned
}
report-table-papers = Papers of the period
report-no-paper = No paper of the period is on record.
report-no-paper-public = No paper of the period is published here.
report-papers-dated = { $count ->
    [one] { $first } paper is dated within the period.
   *[other] { $first } papers are dated within the period.
}
report-table-artefacts = Artefacts of the period
report-no-artefact = No artefact of the period is on record.
report-no-artefact-public = No artefact of the period is published here.
report-artefacts = { $count ->
    [one] { $first } artefact is on record for the period: what an action produced.
   *[other] { $first } artefacts are on record for the period: what an action produced.
}
report-artefacts-undated = { $count ->
    [one] For { $number } artefact besides no record tells when it came: it stands last in the table, and may be of another time.
   *[other] For { $number } artefacts besides no record tells when they came: they stand last in the table, and may be of another time.
}
report-no-action = On { $date } no action was on record.
report-no-action-public = On { $date } no action was on record that is published here.
report-actions-part = { $count ->
    [one] { $number } is { $state }
   *[other] { $number } are { $state }
}
report-actions-on-record = { $count ->
    [one] On { $date }, { $number } action was on record: { $states }.
   *[other] On { $date }, { $number } actions were on record: { $states }.
}
report-open-means = ‘Open’ says that an action was promised and that nothing on record shows how far it got.
report-not-stated-means = ‘Not stated’ says that an action is on record and its state is not.
report-actions-none-in-period = None is known to have been made in the period or to have come to a new state in it.
report-actions-made = { $count ->
    [one] { $first } action is known to have been made in the period; in the same time a new state was recorded for { $changed }.
   *[other] { $first } actions are known to have been made in the period; in the same time a new state was recorded for { $changed }.
}
report-actions-changed = { $count ->
    [one] { $number } action, whenever it was made
   *[other] { $number } actions, whenever they were made
}
report-actions-undated = { $count ->
    [one] For { $number } of them no record says when it was made: it is counted, and may have been made later.
   *[other] For { $number } of them no record says when they were made: they are counted, and may have been made later.
}
report-actions-overdue = { $count ->
    [one] { $first } action was past its date and not closed: { $actions }.
   *[other] { $first } actions were past their date and not closed: { $actions }.
}
report-table-actions = Actions made in the period, or with a new state recorded in it
report-date-not-recorded = date not recorded
report-none-recorded = None recorded
report-left-out-public = Material that has not been released is left out of the archive as it is published, and is not counted.
report-left-out-members = Material that is private is left out of the archive, and is not counted.
report-nothing-withheld = Nothing besides is declared as withheld.
report-passages-withheld = { $count ->
    [one] Besides, { $number } passage is declared as withheld, each with a reason:
   *[other] Besides, { $number } passages are declared as withheld, each with a reason:
}
report-no-terms = No terms are defined.
report-no-source = No source is cited as evidence.
report-erratum-record = Record of this erratum
report-without-date = no date
report-record-of-meeting = Record of the meeting.
report-record-of-meeting-of = Record of the meeting of { $date }.
report-no-interest = No interest is on record.
report-no-interest-public = No interest is published here.
report-interest-not-met = Not every issue on it is resolved.
report-interests-met = { $count ->
    [0] For none of them is every issue resolved.
   *[other] For { $number } of them every issue is resolved.
}
report-interests = { $count ->
    [one] { $first } interest is on record.
   *[other] { $first } interests are on record.
}
report-table-interests = Interests and how far each got
report-not-told = Not told
report-no-topic = No topic
report-interest-no-issue = No issue has been raised on it
report-interest-no-issue-public = No issue on it is published here
report-interest-topic-resolved = { $count ->
    [one] { $resolved } of { $count } issue of its topic resolved
   *[other] { $resolved } of { $count } issues of its topic resolved
}
report-interest-resolved = { $resolved } of { $count } issues resolved
report-method-voices = What the editors wrote is marked as theirs, and what is taken from the progress matrix is marked as such; where it bears no date, it is as it stood when the report was compiled. All else was compiled from the records by a program, by the rule below; what is said of an issue, an action or a publication links to its record and, where there is one, to the passage that bears it out.
report-method-questions = Two questions are kept apart: whether the parties agreed, and whether the work that follows is done. Where an entry in the history of an issue is silent on one of them, what held before it is carried on.
report-method-rule = The heading of an issue follows from the last entry in its history that is dated on or before { $date }. An entry whose date is not exact counts from the last day that its date may mean, so that nothing is said to have happened before it certainly had.
report-method-positions = Positions are given as each party last stated them on record, under the name of the party and never merged.
report-method-no-evidence = ‘No evidence’ of work is not the same as ‘not started’: it says that nothing on record shows whether the work was done. What is recorded shows what was said and promised; it does not by itself show that a promise had the effect that was hoped for.
report-not-ended = The period had not ended when this report was compiled: it speaks as at { $date }, and holds what was on record then.
report-compiled-public = This report was compiled from the archive as it is published for everybody: from { $records } on record by { $date }.
report-compiled-members = This report was compiled from the archive as its members may see it: from { $records } on record by { $date }.
report-compiled-undated = { $count ->
    [one] { $first } of the workshops and papers bears no date: it is counted, and may be later.
   *[other] { $first } of the workshops and papers bear no date: they are counted, and may be later.
}
report-n-workshops = { $count ->
    [one] { $number } workshop
   *[other] { $number } workshops
}
report-n-papers = { $count ->
    [one] { $number } paper
   *[other] { $number } papers
}
report-n-actions = { $count ->
    [one] { $number } action
   *[other] { $number } actions
}
report-table-rule = How the heading of an issue is decided
report-overruled = { $count ->
    [0] In this report no issue is overruled.
    [one] In this report one issue is so.
   *[other] In this report { $number } issues are so.
}
report-method-overruling = An editor may overrule the rule. Where that is so the issue says who did it and why, and what the rule gives; the table above counts the issue by the rule. { $now }
report-no-entry = No entry had been made in the history of any issue.
report-evidence-every-passage = every one of them names a passage as evidence
report-evidence-every-document = every one of them names a document as evidence
report-evidence-every-none = none of them names evidence
report-evidence-passage = { $count ->
    [one] { $number } names a passage
   *[other] { $number } name a passage
}
report-evidence-document = { $count ->
    [one] { $number } names a document as a whole
   *[other] { $number } name a document as a whole
}
report-evidence-none = { $count ->
    [one] { $number } names none
   *[other] { $number } name none
}
report-evidence-none-public = { $count ->
   *[other] for { $number } none is published
}
report-evidence-every-none-public = for none of them is evidence published
report-evidence-names = as evidence { $parts }
report-histories-hold = { $count ->
    [one] The histories of the issues hold { $number } entry by then; { $named }.
   *[other] The histories of the issues hold { $number } entries by then; { $named }.
}
column-issue = Issue
column-then = Then
column-now = Now
column-move = Move
column-action = Action
column-recorded = Recorded
column-what = What
column-promised-for = Promised for
column-how-it-stands = How it stands
column-workshop = Workshop
column-in-all = In all
column-groups = Groups
column-named = Named
column-publication = Publication
column-due = Due
column-promised-by = Promised by
column-date = Date
column-title = Title
column-actions = Actions
column-paper = Paper
column-kind = Kind
column-put-to = Put to
column-artefact = Artefact
column-came-from = Came from
column-promised = What was promised
column-responsible = Responsible
column-state = State
column-interest = Interest
column-registered-by = Registered by
column-topic = Topic
column-how-far = How far it got
column-record-shows = What the record shows
column-heading = Heading
column-issues = Issues
column-promised-when = Promised
column-resolved-now = Resolved now
column-unresolved-now = Unresolved now
column-outstanding-now = Outstanding now
column-set-aside-now = Set aside now
column-gone-now = Not there now
column-all = All
column-resolved = Resolved
column-unresolved = Unresolved
column-outstanding = Outstanding
column-set-aside = Set aside
column-month = Month
chart-age-year = A year or more ago
chart-age-half-year = Six to eleven months ago
chart-age-quarter = Three to five months ago
chart-age-lately = Less than three months ago
chart-age-unknown = No date on record
chart-actions = Actions by state, and by how long ago they were promised
chart-actions-described = { $actions }: { $parts }.
chart-flow = Where the issues stood in the report before, and where they stand now
chart-flow-described = Of { $issues }, { $moved } and { $raised }.
chart-flow-moved = { $count ->
    [one] { $number } stands under another heading than in the report before
   *[other] { $number } stand under another heading than in the report before
}
chart-flow-raised = { $count ->
    [one] { $number } was raised since
   *[other] { $number } were raised since
}
chart-flow-gone = { $count ->
    [one] One issue of the report before is not among them.
   *[other] { $first } issues of the report before are not among them.
}
chart-timeline = The workshops of the period, and what moved in each month
chart-timeline-described = Over { $months }, { $lanes }.
chart-lane-workshops = Workshops
chart-lane-raised = Issues raised
chart-lane-resolved = Came to be resolved
chart-lane-unresolved = Came to be unresolved
chart-lane-outstanding = Came to be outstanding again
chart-lane-set-aside = Set aside
chart-lane-count = { $lane }: { $count }
chart-day = { $day } { $month }
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
report-n-months = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
report-n-artefacts = { $count ->
    [one] { $number } artefact
   *[other] { $number } artefacts
}
report-no-issue-under = { $heading ->
    [resolved] No issue is resolved.
    [unresolved] No issue is unresolved.
    [set-aside] No issue is set aside.
   *[outstanding] No issue is outstanding.
}
report-no-issue-of-topic = No issue has been raised under { $topic }.
report-no-issue-of-topic-under = { $heading ->
    [resolved] No issue under { $topic } is resolved.
    [unresolved] No issue under { $topic } is unresolved.
    [set-aside] No issue under { $topic } is set aside.
   *[outstanding] No issue under { $topic } is outstanding.
}
report-nothing-to-show-yet = There is nothing to show here so far.
report-no-action-there = No such action is on record.
report-actions-in-state = { $state ->
    [in-progress] Actions in the state ‘in progress’
    [completed] Actions in the state ‘completed’
    [closed] Actions in the state ‘closed’
    [closed-without-completion] Actions in the state ‘closed without completion’
    [ongoing] Actions in the state ‘ongoing’
    [not-stated] Actions in the state ‘not stated’
   *[open] Actions in the state ‘open’
}
report-paragraph = paragraph { $number }
report-table = Table { $number }
report-figure = Figure { $number }
report-note = Note { $number }
report-note-inline = note { $number }
report-table-caption = Table { $number }. { $caption }
report-figure-caption = Figure { $number }. { $caption }
report-see-gone = See <place>paragraph { $number } of edition { $edition }</place>
report-kind = Annual report · { $edition } · { $standing }
report-standing-of = { $standing } of { $date }
report-as-at = as at { $date }
report-editor = Editor
report-editions = Editions
report-other-forms = Other forms
report-cite-as = Cite as
report-edition-frozen = <edition>Edition { $number }</edition>, frozen on { $date }
report-voice-records = Compiled from the records
report-voice-editors = Written by the editors
report-voice-matrix = From the progress matrix
report-withheld-item = Withheld: { $count }, reason: { $reason }
report-editors-judgement = Editor’s judgement.
report-no-view = no view on record
report-since-before = Since the report before
report-publisher = Publisher
report-licence = Licence
report-document-number = Document number
report-titled-as-at = { $title }, as at { $date }
