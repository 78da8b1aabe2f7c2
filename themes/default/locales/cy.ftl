# Geiriau'r thema ddiofyn yn Gymraeg. The words of the default theme in Welsh.
#
# No native speaker has reviewed this catalogue yet. Its terms are listed in docs/translators.md; a
# correction is one line here, or in the locales/cy.ftl of an archive's own theme.

## Dyddiadau, rhifau a rhestrau

thousands = ,
row = { $most } a { $last }
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-decade = y { $year }au
date-century = { $from }–{ $to }
date-uncertain = { $date } (ansicr)
date-about = tua { $date }
interval-both = { $from } i { $to }
interval-from = o { $from } ymlaen
interval-to = hyd at { $to }
interval-none = ddim yn hysbys
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr
season-spring = gwanwyn
season-summer = haf
season-autumn = hydref
season-winter = gaeaf

## Geiriau'r templedi

breadcrumb = Llwybr briwsion
home = Hafan
cite-page = Dyfynnu'r dudalen hon
in-more-detail = Yn fanylach
other-details = Manylion eraill
withheld-here = Wedi'i ddal yn ôl: { $count }, rheswm: { $reason }.
attachments = Atodiadau
attachment-misnamed = { "" }; mae ei enw'n dweud yn wahanol
what-links-here = Beth sy'n cysylltu yma
how-complete = Pa mor gyflawn yw'r cofnod hwn: { $has }
not-filled-in = Heb eu llenwi:
sections-lacking = Adrannau safonol sydd ar goll:
last-changed = Newidiwyd ddiwethaf: { $date }.
changed-and-data = <changes>Beth sydd wedi newid yn yr archif hon</changes>. Yr un ffeithiau fel data: <json>archive.json</json>, <csv>{ $table }</csv>.
follow-issue = Dilyn y mater hwn drwy ffrwd: <atom>Atom</atom>, <json>JSON</json>.
reference-managers = Ar gyfer rheolwyr cyfeiriadau: BibTeX, RIS, CSL-JSON
issues-by-heading = Y materion yn ôl pennawd
numbers-by-topic = Yr un rhifau yn ôl pwnc, fel tabl
topic = Pwnc
edition-as-at = Dyma { $edition } o'r archif hon, fel yr oedd ar { $date }.
text-under = Mae'r testun o dan { $licence } oni bai bod cofnod yn dweud yn wahanol.
published-by = Cyhoeddir gan { $publisher }.
browse-by-tag = Pori yn ôl tag
what-changed = Beth sydd wedi newid
what-is-withheld = Beth sy'n cael ei ddal yn ôl, a pham
ledger-of-sign-offs = Llyfr cymeradwyaethau
download-data = Lawrlwytho'r data
feed-of-changes = Ffrwd newidiadau (Atom)
skip = Neidio i'r cynnwys
members-banner = <strong>Argraffiad yr aelodau.</strong> Mae'n cynnwys deunydd nad yw'n gyhoeddus: peidiwch â'i rannu.
main-navigation = Prif ddewislen
newest-report = Adroddiad diweddaraf: <report>{ $title }</report>
newest-report-is = { $status }, argraffiad { $edition }, fel yr oedd ar { $date }. { $sentence }
where-issues-stand = Sefyllfa'r materion
as-at-date = Fel yr oedd ar { $date }.
ways-in = Ffyrdd i mewn
also = Hefyd:
changed-lately = Newidiadau diweddar
see-all-changes = Gweld popeth sydd wedi newid
how-to-cite = Sut i ddyfynnu
addresses-stay = Mae gan bob tudalen a pharagraff ei gyfeiriad ei hun, ac nid yw'n newid.
ways-to-narrow = Ffyrdd o gulhau'r rhestr
narrower-lists = Rhestrau culach
other-forms = Ffurfiau eraill ar y rhestr
where-it-stands = Y sefyllfa
positions = Safbwyntiau
right-of-reply = Hawl i ymateb
history = Hanes
at-place = Yn { $place }
corrects-entry = Yn cywiro'r cofnod dyddiedig { $date }
evidence-is = Tystiolaeth: { $evidence }
asserted-by = Datganwyd gan: { $source }
raised-on = Codwyd: { $date }.
nothing-since = Nid oes dim wedi'i gofnodi ers hynny.
actions = Camau gweithredu
in-each-report = Ym mhob adroddiad
report = Adroddiad
heading = Pennawd
as-at = Fel yr oedd ar
agenda = Agenda
papers = Papurau
issues-raised-here = Materion a godwyd yma
n-issues = { $count ->
    [0] dim materion
    [one] 1 mater
    [two] 2 fater
   *[other] { $count } mater
}
issues-discussed-here = Materion a drafodwyd yma
facts = Ffeithiau
wording = Geiriad
wording-differs = Mae'r cofnod ysgrifenedig yn geirio'r cam gweithredu hwn yn wahanol mewn gwahanol fannau. Cedwir pob geiriad.
progress = Cynnydd
compare-topics = Cymharu â'r pynciau eraill
issues = Materion
no-issue-on-topic = Nid oes unrhyw fater wedi'i godi ar y pwnc hwn.
timetable-of-publications = Amserlen gyhoeddi
years = Blynyddoedd
no-evidence-means = Ystyr “dim tystiolaeth” yw nad oes gan yr archif hon dystiolaeth o gyhoeddi, nid na chyhoeddwyd dim.
due = Dyddiad dyledus
publication = Cyhoeddiad
owner = Perchennog
kept-or-missed = Cadwyd neu methwyd
source-is = Ffynhonnell:
timetable-data = Fel data: <csv>milestones.csv</csv>.
progress-by-topic = Cynnydd yn ôl pwnc
matrix-lede = { $topics }, deg peth i'w wybod am bob un, fel yr oedd ar { $date }. Mae'r rhesi sydd wedi'u nodi “o'r cofnodion” wedi'u cyfrifo; geiriau'r golygyddion yw'r lleill.
show-one-topic = Dangos un pwnc
all-topics = Pob pwnc
attribute = Priodwedd
from-the-records = o'r cofnodion
none = Dim
matrix-data = Yr un tabl fel data: <csv>progress.csv</csv>. Rhifau'r log camau gweithredu yw rhifau'r camau gweithredu.
register-of-actions = Cofrestr camau gweithredu
actions-by-state = Camau gweithredu yn ôl statws
two-series = Mae dwy gyfres o rifau, ac ni chânt byth eu cymysgu: rhai'r cofnod ysgrifenedig (G1, cam gweithredu 3) a rhai'r log camau gweithredu (Log 72).
action = Cam gweithredu
promise = Addewid
responsible = Cyfrifol
promised = Addawyd
what-came-of-it = Beth ddaeth ohono
register-lineage = Y cwestiynau y gwnaed yr addewidion hyn arnynt, a beth ddaeth ohonynt: <lineage>o'r cwestiwn i'r canlyniad</lineage>.
register-data = Y gofrestr gyfan fel data: <csv>actions.csv</csv>.
search-without = I chwilio am eiriau y tu mewn i'r cofnodion, mae angen JavaScript a gweinydd gwe ar y dudalen hon. Nid oes angen y naill na'r llall ar y rhestrau isod.
words-to-look-for = Geiriau i chwilio amdanynt
search = Chwilio
filters = Hidlyddion
order-of-results = Trefn a ffurf y canlyniadau
ways-to-browse = Ffyrdd o bori
letters = Llythrennau
paragraph-n = Paragraff { $number }
cite-paragraph-n = Dyfynnu paragraff { $number }
cite = Dyfynnu
erratum = Cywiriad
editors-judgement-label = <strong>Barn y golygydd.</strong>
no-position = Nid oes safbwynt gan unrhyw barti ar gofnod.
stated-at = Mynegwyd { $place }
no-view = Dim barn ar gofnod
since-report-before = Ers yr adroddiad blaenorol: { $movement }
actions-are = Camau gweithredu:
reply-of = Ymateb { $party }: { $words }
no-reply-asked = Ni ofynnwyd am ymateb
history-and-evidence = Hanes a thystiolaeth: { $entries }
figure-n = Ffigur { $number }. { $title }, fel yr oedd ar { $date }
figure-as-table = Ffigur { $number } fel tabl
all = Pob un
cited-at = Dyfynnwyd: { $passages }.
notes = Nodiadau
earlier-paragraphs = Paragraffau argraffiadau cynharach
cite-report = Dyfynnu'r adroddiad hwn
cite-by-paragraph = Mae gan bob paragraff rif yn yr ymyl, sy'n cysylltu â'i gyfeiriad ei hun. Gellir dyfynnu paragraff yn ôl ei rif, fel yn { $example }: <how>sut i ddyfynnu pob paragraff</how>, mewn geiriau, BibTeX, RIS a CSL-JSON.
forms-and-editions = Ffurfiau ac argraffiadau
errata = Cywiriadau
no-errata = Nid oes unrhyw wall wedi'i gofnodi yn yr argraffiad hwn.
cite-edition = Dyfynnu'r argraffiad hwn
changes-lede = Yr hyn y mae'r cofnodion eu hunain yn ei ddyddio, y diweddaraf yn gyntaf. Gellir ei ddilyn drwy ffrwd: <atom>Atom</atom>, <json>JSON</json>; mae gan bob casgliad a phob mater ei ffrydiau ei hun.
no-changes = Nid oes unrhyw gofnod yn yr argraffiad hwn yn rhoi dyddiad newid.
codebook = Llyfr codau
codebook-lede = Ystyr pob colofn yn y <data>data</data>, a sawl cofnod sy'n ei llenwi. Mae rhestrau mewn un gell â hanner colon rhyngddynt; ID cofnod yw cyfeiriad, gyda # a rhan lle mae'n enwi un.
tables = Tablau
column = Colofn
label = Label
type = Math
what-it-is = Beth ydyw
filled-in = Wedi'u llenwi
completeness = Cyflawnder
collections = Casgliadau
record = Cofnod
has = Ar gael
lacks = Ar goll
data = Data
files-as-at = Ffeiliau, fel yr oeddent ar { $date }
file = Ffeil
what-it-holds = Beth sydd ynddi
records = Cofnodion
size = Maint
how-to-use = Sut i'w ddefnyddio
ids-are-addresses = Cyfeiriadau yw IDau: y cofnod <code>{ $id }</code> yw'r dudalen <code>/{ $page }</code>. I restru'r materion gyda'u penawdau mewn cragen:
what-links-to = Beth sy'n cysylltu â
browse = Pori
browse-lede = Yr un cofnodion, wedi'u didoli mewn gwahanol ffyrdd.
facet-all = { $facet }: pob un, { $values }
other-ways = Ffyrdd eraill o bori
from-question-to-outcome = O'r cwestiwn i'r canlyniad
how-far-lines-reach = Pa mor bell y mae'r llinellau'n cyrraedd
lines-figure = Cwestiynau y mae eu llinell yn cyrraedd pob cam
line-action = Cam gweithredu: { $action }
line-artefact = Arteffact: { $artefact }
line-paper = Papur: { $paper }
no-line = Nid oes unrhyw gwestiwn yn enwi cam gweithredu.
on-no-line = Heb fod ar linell
all-on-a-line = Mae pob cofnod ar linell.
report-in-english = Mae'r adroddiad hwn yn Saesneg, yr iaith y llofnododd ei olygyddion ef ynddi.
whole-report = Yr adroddiad cyfan
citations-files = Yr adroddiad a'i holl baragraffau, ar gyfer rheolwyr cyfeiriadau:
in-a-text = Mewn testun: { $citation }
who-signed = Pwy gymeradwyodd beth, a phryd
who = Pwy
for-what = Ar gyfer
when = Pryd
waits-for-sign-off = Beth sy'n aros am gymeradwyaeth
public-sees = Yr hyn y mae'r cyhoedd yn ei weld
timeline = Llinell amser
map = Map
map-lede = Ble y digwyddodd, yn ôl gwledydd y Deyrnas Unedig. Braslun, nid arolwg.
every-location = Pob lleoliad
paper-table = Tabl
paper-figure = Ffigur
paper-contents = Cynnwys
paper-members-only = I aelodau'r ddeialog yn unig
page-moved = Mae'r dudalen hon wedi symud: <new>ewch i'w chyfeiriad newydd</new>.
register-of-withheld = Cofrestr o'r hyn sy'n cael ei ddal yn ôl
reason = Rheswm
withheld = Wedi'u dal yn ôl
where = Ble
no-page = Nid oes tudalen yn y cyfeiriad hwn
no-page-lede = Efallai iddo gael ei deipio'n anghywir neu ei dorri'n fyr. Nid yw cyfeiriadau yn yr archif hon yn newid heb adael arwydd, felly mae dolen a fu'n gywir yn dal i weithio.
find-in-a-to-z = Dod o hyd i gofnod yn y rhestr A i Y
see-changes-lately = Gweld beth sydd wedi newid yn ddiweddar
go-home = Mynd i'r hafan
no-page-note = Efallai mai i aelodau yn unig y mae rhai cofnodion ar agor. Mae'r dudalen hon yr un fath p'un a yw'r un y gwnaethoch ofyn amdani yn bodoli ai peidio.
linked-above = Mae'r { $records } uchod yn cysylltu yma.
linked-above-too = Mae'r { $records } uchod yn cysylltu yma hefyd.
on-this-page = Ar y dudalen hon
or = { "" }; neu
browse-by-tag-inline = pori yn ôl tag
editors-judgement = <strong>Barn y golygyddion.</strong> Mae'r rheol yn rhoi { $rule }; mae'r golygyddion yn rhoi { $heading }.
table-records = { $count ->
    [two] { NUMBER($count) } gofnod
    [few] { NUMBER($count) } chofnod
    [many] { NUMBER($count) } chofnod
   *[other] { NUMBER($count) } cofnod
}
data-lede = Popeth yn yr argraffiad hwn, i'w lawrlwytho a'i ailddefnyddio.
data-lede-under = Popeth yn yr argraffiad hwn, i'w lawrlwytho a'i ailddefnyddio o dan { $licence }.
data-made = Fe'i gwnaed o'r un cofnodion â'r tudalennau. Mae'r <codebook>llyfr codau</codebook> yn dweud beth yw ystyr pob colofn; mae <completeness>Cyflawnder</completeness> yn dweud beth sydd ar goll o gofnodion.
citations-lede = Mae gan bob paragraff yn { $report } rif, a dyfynnir ef wrth y rhif hwnnw.
citations-lasting = Nid yw rhifau, geiriau na chyfeiriadau'r argraffiad hwn yn newid.
citations-draft = Drafft yw'r adroddiad: mae ei rifau'n dal i symud, felly mae gan gyfeiriadau enwau parhaol yn eu lle.
what-was-measured = Yr hyn a fesurwyd
rules-broken = Rheolau a dorrir
rules-undecided = Rheolau na allai peiriant benderfynu arnynt
measured-rule = Rheol
measured-asks = Yr hyn y mae'n ei ofyn
measured-pages = Tudalennau
measured-kinds = Y mathau o dudalen yr edrychwyd arnynt:
known-gaps = Bylchau hysbys
known-gaps-lede = Yr hyn nad yw'n gweithio, neu na roddwyd cynnig arno, a pham.

## Yr hyn y mae tudalennau'n ei ddweud am eu cynnwys

measured-lede = { $count ->
    [one] Ar { $date } profwyd un dudalen o'r archif hon gan beiriant yn erbyn { $standard }, lefel { $levels }, gyda { $tools }.
    [two] Ar { $date } profwyd 2 dudalen o'r archif hon, un o bob math, gan beiriant yn erbyn { $standard }, lefel { $levels }, gyda { $tools }.
   *[other] Ar { $date } profwyd { NUMBER($count) } tudalen o'r archif hon, un o bob math, gan beiriant yn erbyn { $standard }, lefel { $levels }, gyda { $tools }.
}
measured-elsewhere = { $count ->
    [one] Profwyd hefyd un dudalen o archif fach sydd â'r hyn nad yw gan hon.
    [two] Profwyd hefyd 2 dudalen o archif fach sydd â'r hyn nad yw gan hon.
   *[other] Profwyd hefyd { NUMBER($count) } tudalen o archif fach sydd â'r hyn nad yw gan hon.
}
measured-rules-light = { $count ->
    [one] Defnyddiwyd un rheol, mewn lliwiau golau.
    [two] Defnyddiwyd 2 reol, mewn lliwiau golau.
   *[other] Defnyddiwyd { NUMBER($count) } rheol, mewn lliwiau golau.
}
measured-rules-light-and-dark = { $count ->
    [one] Defnyddiwyd un rheol, mewn lliwiau golau a thywyll.
    [two] Defnyddiwyd 2 reol, mewn lliwiau golau a thywyll.
   *[other] Defnyddiwyd { NUMBER($count) } rheol, mewn lliwiau golau a thywyll.
}
measured-broken = { $count ->
    [0] Ni thorrwyd yr un ohonynt.
    [one] Torrwyd un ohonynt.
   *[other] Torrwyd { NUMBER($count) } ohonynt.
}
measured-undecided = { $count ->
    [one] Ar un rheol ni allai'r peiriant benderfynu ym mhobman: rhaid i berson edrych.
    [two] Ar 2 reol ni allai'r peiriant benderfynu ym mhobman: rhaid i berson edrych.
   *[other] Ar { NUMBER($count) } rheol ni allai'r peiriant benderfynu ym mhobman: rhaid i berson edrych.
}
measured-widths = { $count ->
    [0] Nid oes angen sgrolio unrhyw dudalen i'r ochr mewn ffenestr o { $widths } picsel.
    [one] Mewn ffenestri o { $widths } picsel mae angen sgrolio un dudalen i'r ochr.
    [two] Mewn ffenestri o { $widths } picsel mae angen sgrolio 2 dudalen i'r ochr.
   *[other] Mewn ffenestri o { $widths } picsel mae angen sgrolio { NUMBER($count) } tudalen i'r ochr.
}
previous = Blaenorol
next = Nesaf
n-of = { $count ->
    [0] dim { $many }
    [one] 1 { $one }
   *[other] { $many }: { NUMBER($count) }
}
n-issue = { $count ->
    [0] dim materion
    [one] 1 mater
    [two] 2 fater
   *[other] { NUMBER($count) } mater
}
n-issues-resolved = { $count ->
    [two] 2 fater wedi'u trafod a'u datrys
    [one] 1 mater wedi'i drafod a'i ddatrys
   *[other] { NUMBER($count) } mater wedi'u trafod a'u datrys
}
n-issues-unresolved = { $count ->
    [two] 2 fater wedi'u trafod ond heb eu datrys
    [one] 1 mater wedi'i drafod ond heb ei ddatrys
   *[other] { NUMBER($count) } mater wedi'u trafod ond heb eu datrys
}
n-issues-outstanding = { $count ->
    [two] 2 fater yn weddill
   *[other] { NUMBER($count) } mater yn weddill
}
n-issues-set-aside = { $count ->
    [two] 2 fater wedi'u rhoi o'r neilltu
    [one] 1 mater wedi'i roi o'r neilltu
   *[other] { NUMBER($count) } mater wedi'u rhoi o'r neilltu
}
n-action = { $count ->
    [0] dim camau gweithredu
    [one] 1 cam gweithredu
    [two] 2 gam gweithredu
    [few] { NUMBER($count) } cham gweithredu
    [many] { NUMBER($count) } cham gweithredu
   *[other] { NUMBER($count) } cam gweithredu
}
n-topic = { $count ->
    [0] dim pynciau
    [one] 1 pwnc
    [two] 2 bwnc
    [few] { NUMBER($count) } phwnc
    [many] { NUMBER($count) } phwnc
   *[other] { NUMBER($count) } pwnc
}
n-record = { $count ->
    [0] dim cofnodion
    [one] 1 cofnod
    [two] 2 gofnod
    [few] { NUMBER($count) } chofnod
    [many] { NUMBER($count) } chofnod
   *[other] { NUMBER($count) } cofnod
}
n-promise = { $count ->
    [0] dim addewidion
   *[other] { NUMBER($count) } addewid
}
n-question = { $count ->
    [0] dim cwestiynau
    [one] 1 cwestiwn
    [two] 2 gwestiwn
    [few] { NUMBER($count) } chwestiwn
    [many] { NUMBER($count) } chwestiwn
   *[other] { NUMBER($count) } cwestiwn
}
n-value = { $count ->
    [0] dim gwerthoedd
    [one] 1 gwerth
    [two] 2 werth
   *[other] { NUMBER($count) } gwerth
}
n-place = { $count ->
    [0] dim mannau
    [one] 1 man
    [two] 2 fan
   *[other] { NUMBER($count) } man
}
n-year = { $count ->
    [one] 1 flwyddyn
    [two] 2 flynedd
   *[other] { NUMBER($count) } blynedd
}
n-month = { $count ->
    [one] 1 mis
    [two] 2 fis
   *[other] { NUMBER($count) } mis
}
n-reference = { $count ->
    [0] dim cyfeiriadau
    [one] 1 cyfeiriad
    [two] 2 gyfeiriad
    [few] { NUMBER($count) } chyfeiriad
    [many] { NUMBER($count) } chyfeiriad
   *[other] { NUMBER($count) } cyfeiriad
}
n-withheld = { $count ->
    [0] dim darnau na meysydd
    [one] 1 darn neu faes
    [two] 2 ddarn neu faes
   *[other] { NUMBER($count) } darn neu faes
}
n-changes-older = { $count ->
    [two] mae 2 newid hŷn.
   *[other] mae { NUMBER($count) } newid hŷn.
}
n-sign-offs = { $count ->
    [0] nid oes unrhyw gymeradwyaeth ar gofnod
    [two] mae 2 gymeradwyaeth ar gofnod
    [one] mae 1 gymeradwyaeth ar gofnod
    [many] mae { NUMBER($count) } chymeradwyaeth ar gofnod
   *[other] mae { NUMBER($count) } cymeradwyaeth ar gofnod
}
n-names-wait = { $count ->
    [0] nid oes unrhyw enw
   *[other] mae { NUMBER($count) } enw
}
n-publications-promised = { $count ->
    [0] ni addawyd unrhyw gyhoeddiad
    [one] addawyd 1 cyhoeddiad
    [two] addawyd 2 gyhoeddiad
    [few] addawyd { NUMBER($count) } chyhoeddiad
    [many] addawyd { NUMBER($count) } chyhoeddiad
   *[other] addawyd { NUMBER($count) } cyhoeddiad
}
n-entries-repeat = { $count ->
    [one] Mae un cofnod yn ailadrodd un arall ac nid yw'n cael ei gyfrif.
   *[other] Nifer y cofnodion sy'n ailadrodd rhai eraill ac na chânt eu cyfrif: { $count }.
}
n-records-refer = { $count ->
    [0] nid oes cofnod yn cyfeirio ato
    [two] mae 2 gofnod yn cyfeirio ato
    [few] mae { NUMBER($count) } chofnod yn cyfeirio ato
    [many] mae { NUMBER($count) } chofnod yn cyfeirio ato
   *[other] mae { NUMBER($count) } cofnod yn cyfeirio ato
}
n-questions-without-action = { $count ->
    [two] 2 gwestiwn heb gam gweithredu
    [few] { NUMBER($count) } chwestiwn heb gam gweithredu
    [many] { NUMBER($count) } chwestiwn heb gam gweithredu
   *[other] { NUMBER($count) } cwestiwn heb gam gweithredu
}
n-actions-without-question = { $count ->
    [two] 2 gam gweithredu heb gwestiwn
    [few] { NUMBER($count) } cham gweithredu heb gwestiwn
    [many] { NUMBER($count) } cham gweithredu heb gwestiwn
   *[other] { NUMBER($count) } cam gweithredu heb gwestiwn
}
n-artefacts-without-action = { $count ->
   *[other] { NUMBER($count) } arteffact heb gam gweithredu
}
n-artefacts-without-paper = { $count ->
   *[other] { NUMBER($count) } arteffact heb bapur
}
n-papers-no-artefact = { $count ->
    [two] 2 bapur nad ydynt yn arteffactau
    [few] { NUMBER($count) } phapur nad ydynt yn arteffactau
    [many] { NUMBER($count) } phapur nad ydynt yn arteffactau
    [one] 1 papur nad yw'n arteffact
   *[other] { NUMBER($count) } papur nad ydynt yn arteffactau
}
questions-without-action-note = Nid oes cam gweithredu wedi'i enwi arnynt.
actions-without-question-note = Nid oes cwestiwn yn eu henwi.
artefacts-without-action-note = Nid oes cam gweithredu ar gofnod sy'n dweud mai ef a'u cynhyrchodd, ac nid ydynt yn enwi un.
artefacts-without-paper-note = Nid ydynt yn enwi papur sydd ar gofnod.
papers-no-artefact-note = Nid oes arteffact ar gofnod sy'n dweud ei fod yn un ohonynt.
n-bytes = { $count } beit
n-in-all = cyfanswm: { $count }
for-print = I'w argraffu (PDF, { $size })
in-list-of-actions = Yn y rhestr o gamau gweithredu
as-promised = Fel yr addawyd
in-discussion = Yn y drafodaeth
workshop = Gweithdy
workshops = Gweithdai
case = Achos
annual-report = Adroddiad blynyddol
reports = Adroddiadau
topics = Pynciau
artefacts = Arteffactau
locations = Lleoliadau
interests-registered = Diddordebau a gofrestrwyd
workshop-n = Gweithdy { $number }
workshop-action-n = G{ $workshop }, cam gweithredu { $number }
workshop-planned = (wedi'i gynllunio; nid oes cofnod iddo gael ei gynnal)
action-n = Cam gweithredu { $number }
action-n-of = Cam gweithredu { $number }, { $workshop }
number-in-log = Rhif { $number } yn y log camau gweithredu
number-n = Rhif { $number }
log-n = Log { $number }
not-numbered = Heb rif
led-to = Arweiniodd at { $artefacts }
led-to-inline = arweiniodd at { $artefacts }
no-evidence = Dim tystiolaeth
version-n = fersiwn { $version }
final = terfynol
draft = drafft
paper-of-kind = Papur: { $kind }
paper-kind-stimulus = Papur ysgogi
paper-kind-discussion = Papur trafod
paper-kind-progress = Papur cynnydd
paper-kind-extemporary = Papur byrfyfyr
kind-stimulus = ysgogi
kind-discussion = trafod
kind-progress = cynnydd
kind-extemporary = byrfyfyr
by-editors-judgement = barn y golygyddion
rule-as-at = { $rule }, fel yr oedd ar { $date }
rule-not-yet-discussed = heb ei drafod eto
rule-discussed-and-resolved = wedi'i drafod a'i ddatrys
rule-agreed-work-to-do = cytunwyd, gwaith i'w wneud
rule-discussed-and-not-resolved = wedi'i drafod ond heb ei ddatrys
rule-discussion-to-continue = y drafodaeth i barhau
rule-set-aside = wedi'i roi o'r neilltu
rule-condition-not-yet-discussed = Nid yw wedi'i drafod.
rule-condition-discussed-and-resolved = Cafodd ei drafod a chytunwyd arno, yn gyfan gwbl neu'n rhannol, ac mae'r gwaith wedi'i wneud neu nid oes angen dim.
rule-condition-agreed-work-to-do = Cafodd ei drafod a chytunwyd arno, yn gyfan gwbl neu'n rhannol, ac nid oes dim i ddangos bod y gwaith wedi'i wneud.
rule-condition-discussed-and-not-resolved = Cafodd ei drafod ac ni chytunwyd arno.
rule-condition-discussion-to-continue = Cafodd ei drafod, ac nid oes dim wedi'i gytuno eto.
rule-condition-set-aside = Cafodd ei drafod a barnwyd ei fod y tu allan i'r cwmpas.
state-open = agored
state-in-progress = ar waith
state-completed = wedi'i gwblhau
state-closed = wedi'i gau heb ei gwblhau
state-ongoing = yn parhau
state-not-stated = heb ei nodi
state-as-at = { $state }, fel yr oedd ar { $date }
heading-resolved = wedi'i ddatrys
heading-unresolved = heb ei ddatrys
heading-outstanding = yn weddill
heading-set-aside = wedi'i roi o'r neilltu
heading-full-resolved = wedi'i drafod a'i ddatrys
heading-full-unresolved = wedi'i drafod ond heb ei ddatrys
heading-full-outstanding = yn weddill
heading-full-set-aside = wedi'i roi o'r neilltu
heading-means-resolved = wedi'i drafod a'i setlo
heading-means-unresolved = wedi'i drafod, heb gytundeb
heading-means-outstanding = gwaith neu drafod i ddod
heading-means-set-aside = y tu allan i'r cwmpas
agreement-agreed = cytunwyd
agreement-partly-agreed = cytunwyd yn rhannol
agreement-not-agreed = ni chytunwyd
agreement-out-of-scope = y tu allan i'r cwmpas
agreement-none-yet = dim wedi'i gytuno eto
work-not-needed = dim angen gwaith
work-not-started = gwaith heb ei ddechrau
work-in-progress = gwaith ar y gweill
work-done = gwaith wedi'i wneud
work-no-evidence = dim tystiolaeth o waith
reply-asked = gofynnwyd, dim ateb ar gofnod
reply-received = atebwyd, heb ei gymeradwyo i'w gyhoeddi
reply-signed-off = atebwyd a chymeradwywyd
reply-declined = dim i'w ychwanegu
not-discussed = heb ei drafod
discussed-and = wedi'i drafod, { $agreement }
outcome-kept = cyhoeddwyd mewn pryd
outcome-late = cyhoeddwyd yn hwyr
outcome-late-by = { $count ->
    [one] cyhoeddwyd 1 mis yn hwyr
    [two] cyhoeddwyd 2 fis yn hwyr
   *[other] cyhoeddwyd { $count } mis yn hwyr
}
outcome-missed = methwyd
outcome-no-evidence = dim tystiolaeth o gyhoeddi
outcome-not-yet-due = heb fod yn ddyledus eto
outcome-undated = dim dyddiad wedi'i roi
tally-kept = { $count } wedi'u cyhoeddi mewn pryd
tally-late = { $count } wedi'u cyhoeddi'n hwyr
tally-missed = { $count } y mae'n hysbys iddynt gael eu methu
tally-no-evidence = { $count } heibio'r dyddiad heb dystiolaeth o gyhoeddi
tally-not-yet-due = { $count } heb fod yn ddyledus eto
tally-undated = { $count } heb ddyddiad
timetable-lede = { $promised }. Fel yr oedd ar { $date }: { $tally }.
timetable-describe = Yr hyn yr addawyd ei gyhoeddi, erbyn pryd, ac a ddaeth.
entry-repeated = Mae'r ffynhonnell yn ailadrodd cofnod air am air yma; fe'i cyfrifir unwaith
owner-with = { $owner } gyda { $with }
without-a-date = Heb ddyddiad
without-a-topic = Heb bwnc
no-date = Dim dyddiad
no-date-set = Ni phennwyd dyddiad
not-named = Heb ei enwi
not-known = Ddim yn hysbys
not-recorded = Heb ei gofnodi
nobody-named = Nid oes neb wedi'i enwi
nothing-recorded = Dim wedi'i gofnodi
sum-not-given = Ni roddir y cyfanswm: gellid canfod maint grŵp bach ohono
names-only-with-sign-off = Cyhoeddir enwau gyda chymeradwyaeth yn unig
look-alike-letters = (wedi'i ysgrifennu â llythrennau tebyg yn y ffynhonnell)
interest-without-issue = Nid yw'n arwain at unrhyw fater yn yr archif hon
changes-describe = Pob newid i gofnodion yr archif hon, y diweddaraf yn gyntaf.
issue-now = Mater: { $heading }
issue-now-after = Mater: { $heading } ar ôl { $meeting }
issue-changed = Mater wedi newid
action-now = Cam gweithredu: { $state }
publication-delivered = Cyhoeddiad a addawyd wedi'i gyhoeddi
report-dated = Dyddiad yr adroddiad
record-released = { $kind }: rhyddhawyd i'r cyhoedd
record-updated = { $kind }: diweddarwyd
how-to-cite-title = Sut i ddyfynnu: { $title }
citations-describe = Sut i ddyfynnu'r adroddiad a phob un o'i baragraffau. { $standing }.
codebook-describe = Ystyr pob colofn yn y data, a sawl cofnod sy'n ei llenwi.
codebook-id = ID
codebook-address = Cyfeiriad y dudalen
codebook-body = Corff
codebook-heading = Pennawd
codebook-rule = Rheol y pennawd
codebook-help-id = casgliad a slug; yr hyn y mae tablau eraill yn cyfeirio ato
codebook-help-address = mewn perthynas â chyfeiriad y safle
codebook-help-body = Markdown
codebook-help-heading = sefyllfa'r mater, yn deillio o'i hanes
codebook-help-rule = llinell y rheol a roddodd y pennawd
completeness-describe = Pa feysydd ac adrannau safonol sydd gan bob cofnod, a pha rai sydd ar goll.
completeness-lede = Y meysydd a'r adrannau safonol sydd ar goll o gofnodion yr argraffiad hwn, i'r rhai sy'n eu llenwi. Nid yw pob maes yn berthnasol i bob cofnod.
fields-of = { $count ->
    [0] { $has } o 0 maes
   *[other] { $has } o { NUMBER($count) } maes
}
sections-of = { $has } o { $count } adran safonol
records-lacking = { $count ->
   *[other] Cofnodion â rhywbeth ar goll: { $lacking } o { NUMBER($count) }
}
lacking-most = { "" }; y { $count } â'r mwyaf ar goll
section-Problem-and-purpose = Problem a phwrpas
section-Background-history-and-context = Cefndir, hanes a chyd-destun
section-Organising-and-funding-entities = Cyrff trefnu ac ariannu
section-Participant-recruitment-and-selection = Recriwtio a dewis cyfranogwyr
section-Methods-and-tools-used = Dulliau ac offer a ddefnyddiwyd
section-What-went-on = Beth ddigwyddodd
section-Outcomes-impacts-and-effects = Canlyniadau, effeithiau a dylanwad
section-Analysis-and-lessons-learned = Dadansoddiad a gwersi a ddysgwyd
data-whole-edition = Yr argraffiad cyfan
data-table = { $label }, un rhes yr un
data-records = Pob cofnod yn ôl ei ID a'i gyfeiriad
data-relations = Beth sy'n cyfeirio at beth: { $references }
data-relations-short = Beth sy'n cyfeirio at beth
languages = Ieithoedd
language-en = English
language-cy = Cymraeg
not-translated = Heb ei gyfieithu eto: mae'r hyn sy'n dilyn yn yr iaith yr ysgrifennwyd ef ynddi, { $language }.
outdated-translation = Mae'r gwreiddiol wedi newid ers gwneud y cyfieithiad hwn.
read-original = Darllen y gwreiddiol
data-matrix = Y matrics cynnydd
data-package = Disgrifiad o bob tabl a maes
data-checksums = Gwiriadau swm y ffeiliau uchod, ar gyfer `sha256sum --check`
edition-n = Argraffiad { $number }
edition-as-frozen = Argraffiad { $edition } fel y'i rhewyd ar { $date }.
title-edition = { $title }, { $edition }
title-edition-n = { $title }, argraffiad { $number }
title-page-n = { $title }, tudalen { $number }
ordinal = argraffiad { $number }
frozen-report = Adroddiad blynyddol · { $edition } · terfynol · fel yr oedd ar { $asat }
frozen-report-of = Adroddiad blynyddol · { $edition } · terfynol, { $date } · fel yr oedd ar { $asat }
frozen-words = Dyma eiriau argraffiad { $edition } fel y'u rhewyd ar { $date }.
where-edition-stays = Cyfeiriad parhaol yr argraffiad hwn
newest-edition = Argraffiad diweddaraf yr adroddiad hwn
same-as-data = Yr un peth fel data (JSON)
paragraph-of-edition = Paragraff { $number } yn argraffiad { $edition }
the-report = Yr adroddiad
what-was-wrong = Beth oedd yn anghywir:
how-it-came = Sut y digwyddodd:
correction = Cywiriad:
erratum-record = Cofnod y cywiriad hwn: { $title }
browse-describe = Ffyrdd o bori'r archif: yn ôl thema, pwnc, blwyddyn a mwy.
by-facet = Yn ôl { $facet }
values-over = { $values } dros { $records }.
of-archive = { $what } yn { $archive }
see-all-values = Gweld pob gwerth: { $facet }
see-all-with = Gweld pob un gyda { $facet }: { $value }
records-inline = cofnodion
records-with = { $records } gyda { $facet }: { $value }
records-with-both = { $records } gyda { $one }: { $first } a { $two }: { $second }
released = Rhyddhawyd
released-by = Gan { $by } ar { $date }: { $basis }
years-to = { $first } i { $last }
years-no-end = { $first }; nid oes diwedd ar gofnod
says-reports = Beth a ddatryswyd, beth na ddatryswyd, a beth sy'n weddill, fesul blwyddyn
says-issues = Pob cwestiwn a godwyd, ei sefyllfa a pham
says-topics = Y meysydd y mae'r cwestiynau'n perthyn iddynt, gyda'r cynnydd ym mhob un
says-workshops = Beth a ofynnwyd ac a atebwyd ym mhob cyfarfod
says-actions = Pwy addawodd beth, a beth ddaeth ohono
says-milestones = Beth oedd i'w gyhoeddi, erbyn pryd, ac a ddaeth
says-cases = Adegau pan gafodd y cyhoedd, neu grwpiau sy'n siarad drosto, ddweud ei ddweud
says-papers = Dogfennau a gyflwynwyd i'r cyfarfodydd
says-artefacts = Beth a gynhyrchodd y camau gweithredu
says-interests = Yr hyn y cofrestrodd aelodau eu bod am weld cynnydd arno
says-components = Rhannau'r achosion
says-methods = Sut y daethpwyd â phobl ynghyd i siarad
says-organisations = Pwy arweiniodd, gymerodd ran neu y soniwyd amdanynt
says-sources = O ble y daw'r ffeithiau
says-locations = Ble y digwyddodd
says-pages = Am yr archif hon
timetable = Amserlen
how-headings-decided = Sut y penderfynir ar benawdau
no-evidence-recorded = Nid oes unrhyw dystiolaeth wedi'i chofnodi
no-evidence-for = Nid oes unrhyw dystiolaeth wedi'i chofnodi ers { $time }
date-at-place = { $date }, { $place }
withheld-lede = { $count ->
    [0] nid oes dim yn cael ei ddal yn ôl yn fwriadol. Mae pob un yn gadael marc lle'r oedd, gyda'i reswm, ac yn cael ei gyfrif yma.
   *[other] darnau neu feysydd sy'n cael eu dal yn ôl yn fwriadol: { NUMBER($count) }. Mae pob un yn gadael marc lle'r oedd, gyda'i reswm, ac yn cael ei gyfrif yma.
}
withheld-note-public = Nid yw'r hyn na ryddhawyd erioed i'r cyhoedd yn cael ei farcio na'i gyfrif: byddai cyfrif yn dweud beth sydd yno.
withheld-note-members = Nid yw'r hyn sy'n breifat yn cael ei farcio na'i gyfrif.
withheld-describe = Yr hyn sy'n cael ei ddal yn ôl o'r archif hon yn fwriadol, wedi'i gyfrif yn ôl rheswm.
signed-nothing = dim sy'n hysbys
signed-every-record = pob cofnod
signed-only = dim ond { $parts }
signed-whole = y cofnod cyfan
shown-nothing = dim o'r cofnod hwn
sign-offs-lede = Pa gyfranogwyr a gytunodd i gael eu henwi'n gyhoeddus, ble ac ers pryd. { $signed }, a { $waiting } yn aros am un.
sign-offs-describe = Pa gyfranogwyr a gytunodd i gael eu henwi'n gyhoeddus, ble ac ers pryd.
issues-raised-there = Materion a godwyd yno
issues-discussed-there = Materion a drafodwyd yno
what-links-to-record = Beth sy'n cysylltu â { $title }
links-lede = Mae cofnodion eraill yn cyfeirio at { $title } mewn { $places }.
on-parts = (ar { $parts })
part-passage = darn { $number }
part-question = cwestiwn { $number }
part-action = cam gweithredu { $number }
part-entry = cofnod { $number }
follow-list = Dilyn yr hyn sy'n newid yma drwy ffrwd: <atom>Atom</atom>, <json>JSON</json>.
see-on-timeline = Eu gweld ar y llinell amser
see-on-map = Eu gweld ar fap
see-side-by-side = Gweld y pynciau ochr yn ochr
see-what-became = Gweld beth ddaeth o bob un
see-which-kept = Gweld pa rai a gadwyd
combine-filters = Cyfuno â hidlyddion eraill
as-a-table = Fel tabl
as-a-timeline = Fel llinell amser
newest-first = Diweddaraf yn gyntaf
range = { $what } { $first } i { $last } o { $all }
pages = Tudalennau
previous-page-of = Tudalen flaenorol: { $records }
next-page-of = Tudalen nesaf: { $records }
page-n-of = Tudalen { $number } o { $count }
progress-describe = Pa mor bell y mae pob pwnc wedi cyrraedd: dogfennau, trafodaethau, materion sy'n weddill, camau gweithredu.
stated-in-papers = Nodwyd yn y papurau: { $stated }
neighbours = Cymdogion yn y rhestr
draft-for-members = drafft, i aelodau yn unig
for-members = i aelodau yn unig
register-lede = Pob addewid i wneud rhywbeth, gyda phwy a'i gwnaeth a beth ddaeth ohono. { $actions }, fel yr oedd ar { $date }; mae rhai gorffenedig yn aros ar y rhestr.
register-describe = Pob addewid i wneud rhywbeth, pwy a'i gwnaeth a beth ddaeth ohono.
a-to-z-letter = A i Y: { $letter }
a-to-z-lede = { $records } yn yr argraffiad hwn yn ôl teitl. I chwilio y tu mewn i dudalen, defnyddiwch chwiliad eich porwr.
search-and-a-to-z = Chwilio ac A i Y
search-describe = Pob cofnod yn yr archif hon yn ôl ei deitl.
search-lede = { $records }, i'w chwilio yn ôl eu geiriau neu i'w pori.
kind-of-record = Math o gofnod
year = Blwyddyn
other-letters = Eraill
timeline-lede = Cyfarfodydd, papurau, adroddiadau a chyhoeddiadau a addawyd yn nhrefn amser. Dim ond yr hyn y mae'r cofnodion yn ei ddyddio sydd yma.
timeline-describe = Beth ddigwyddodd pryd: cyfarfodydd, papurau, adroddiadau a chyhoeddiadau, fesul blwyddyn.
timeline-workshop = Gweithdy
timeline-workshop-issues = Gweithdy; mae yn hanes { $issues }
timeline-planned = Gweithdy, fel y'i cynlluniwyd
timeline-paper = Papur
timeline-delivered = Cyhoeddiad a addawyd ac a ddaeth
timeline-due = Cyhoeddiad a addawyd ar gyfer y dyddiad hwnnw
timeline-report = Adroddiad
yes = Ie
no = Na
lost-one = Wedi'i enwi yn y ffynhonnell, ond ni ellid dod o hyd i'w gofnod
lost-one-more = Mae un arall wedi'i enwi yn y ffynhonnell, ond ni ellid dod o hyd i'w gofnod
lost-several = Wedi'u henwi yn y ffynhonnell, ond ni ellid dod o hyd i'w cofnodion
lost-several-more = Mae rhagor wedi'u henwi yn y ffynhonnell, ond ni ellid dod o hyd i'w cofnodion
map-describe = Ble y digwyddodd: lleoliadau'r archif yn ôl gwlad.
map-title = Gwledydd y Deyrnas Unedig
map-words = Braslun. Mae gwlad y mae gan yr archif gofnod ohoni wedi'i llenwi ac yn arwain ato; mae pob lleoliad yn y rhestr o dan y map.
part-of = { $part }, rhan o { $whole }
country-england = Lloegr
country-scotland = Yr Alban
country-wales = Cymru
country-northern-ireland = Gogledd Iwerddon
reach-questions = Cwestiynau
reach-actions = gyda cham gweithredu
reach-artefacts = gydag arteffact
reach-papers = gyda phapur
reach-resolved = gyda cham gweithredu, ac wedi'u datrys
reach-described = O { $questions }, mae gan { $actions } gam gweithredu ar gofnod, { $artefacts } arteffact ohono, { $papers } bapur; mae { $resolved } o'r rhai sydd â cham gweithredu wedi'u datrys.
lineage-lede = Beth ddaeth o bob cwestiwn: y camau gweithredu a addawyd arno, yr hyn a gynhyrchwyd ganddynt, y papurau a ddaeth ohono, a sefyllfa'r cwestiwn, fel yr oedd ar { $date }. Dim ond yr hyn y mae cofnodion yn ei enwi sydd wedi'i gysylltu.
lineage-describe = Beth ddaeth o bob cwestiwn: cam gweithredu, arteffact, papur a chanlyniad, a beth sy'n sefyll ar ei ben ei hun.
members-edition = argraffiad yr aelodau
public-edition = argraffiad cyhoeddus
licence-ogl-uk-3 = Drwydded Llywodraeth Agored 3.0
links-mention = { $records } sy'n sôn amdano
links-evidence = Tystiolaeth mewn { $records }
links-linked = { $records } sy'n gysylltiedig ag ef
links-named = { $records } sy'n ei enwi o dan “{ $field }”
back-to-note = Yn ôl at nodyn { $number } yn y testun
task-done = Wedi'i wneud:
task-to-do = I'w wneud:
image-is = Delwedd: { $words }

## Ffeithiau, y matrics cynnydd, a'r hyn sy'n cysylltu â chofnod

fact-date = Dyddiad
fact-delivered = Cyhoeddwyd
fact-due = Dyddiad dyledus
fact-editors-doubt = Amheuaeth y golygyddion
fact-evidence = Tystiolaeth
fact-from-action = O'r cam gweithredu
fact-from-actions = O'r camau gweithredu
fact-heading = Pennawd
fact-in-the-action-log = Yn y log camau gweithredu
fact-issue = Mater
fact-issues = Materion
fact-kept-or-missed = Cadwyd neu methwyd
fact-kind-of-paper = Math o bapur
fact-known-to-be-missed = Hysbys iddo gael ei fethu
fact-last-evidence = Tystiolaeth ddiwethaf
fact-led-to = Arweiniodd at
fact-marking = Marc diogelwch
fact-next-discussion = Trafodaeth nesaf
fact-note = Nodyn
fact-objective = Amcan
fact-organisations-concerned = Sefydliadau perthnasol
fact-owner = Perchennog
fact-paper = Papur
fact-place = Lle
fact-promised-at = Addawyd yn
fact-purpose = Pwrpas
fact-put-to = Cyflwynwyd i
fact-raised = Codwyd
fact-reference = Cyfeirnod
fact-registered = Cofrestrwyd
fact-registered-by = Cofrestrwyd gan
fact-related-issues = Materion cysylltiedig
fact-repeats = Yn ailadrodd
fact-replaces = Yn disodli
fact-responsible = Cyfrifol
fact-rule = Rheol
fact-run-by = Cynhaliwyd gan
fact-silence = Tawelwch
fact-source = Ffynhonnell
fact-sources = Ffynonellau
fact-state = Statws
fact-took-part = Cymerodd ran
fact-topic = Pwnc
fact-topics = Pynciau
fact-version = Fersiwn
fact-with = Gyda
matrix-document-purpose = Pwrpas y ddogfen
matrix-narrative = Naratif
matrix-latest-document = Dogfen ddiweddaraf
matrix-key-change-log = Log newidiadau allweddol
matrix-last-discussion = Trafodaeth ddiwethaf
matrix-next-discussion = Trafodaeth nesaf
matrix-key-outstanding-issues = Materion allweddol sy'n weddill
matrix-stimulus-paper = Papur ysgogi
matrix-artefacts = Arteffactau
matrix-related-actions = Camau gweithredu cysylltiedig
fact-matrix-document-purpose = { matrix-document-purpose }
fact-matrix-narrative = { matrix-narrative }
fact-matrix-latest-document = { matrix-latest-document }
fact-matrix-key-change-log = { matrix-key-change-log }
fact-matrix-last-discussion = { matrix-last-discussion }
fact-matrix-next-discussion = { matrix-next-discussion }
fact-matrix-key-outstanding-issues = { matrix-key-outstanding-issues }
fact-matrix-stimulus-paper = { matrix-stimulus-paper }
fact-matrix-artefacts = { matrix-artefacts }
fact-matrix-related-actions = { matrix-related-actions }
links-issues-raised = Materion a godwyd yma
links-issues-at = Materion a drafodwyd neu a ddiweddarwyd yma
links-issues-topic = Materion ar y pwnc hwn
links-issues-actions = Materion yr addawyd hyn arnynt
links-issues-related = Materion sy'n perthyn iddo
links-issues-asserted-by = Materion y mae eu hanes yn dibynnu arno
links-issues-evidence = Tystiolaeth mewn materion
links-actions-workshop = Camau gweithredu'r gweithdy hwn
links-actions-topic = Camau gweithredu ar y pwnc hwn
links-actions-responsible = Camau gweithredu y mae'n gyfrifol amdanynt
links-actions-artefact = Camau gweithredu y daeth ohonynt
links-actions-evidence = Tystiolaeth mewn camau gweithredu
links-artefacts-from-actions = Arteffactau a ddaeth ohono
links-artefacts-topic = Arteffactau ar y pwnc hwn
links-artefacts-paper = Yr arteffact ydyw
links-artefacts-evidence = Tystiolaeth mewn arteffactau
links-papers-workshop = Papurau a gyflwynwyd i'r gweithdy hwn
links-papers-topics = Papurau ar y pwnc hwn
links-papers-supersedes = Wedi'i ddisodli gan
links-papers-organisation-link = Papurau gan y sefydliad hwn
links-workshops-papers = Gweithdai y'i cyflwynwyd iddynt
links-workshops-agenda = Gweithdai ag ef ar yr agenda
links-workshops-topics = Gweithdai ar y pwnc hwn
links-workshops-facilitator = Gweithdai a hwylusodd
links-workshops-sources = Gweithdai y mae'n ffynhonnell iddynt
links-topics-latest-document = Pynciau y mae'n ddogfen ddiweddaraf iddynt
links-topics-stimulus-paper = Pynciau y dechreuodd y drafodaeth arnynt
links-topics-organisations = Pynciau sy'n berthnasol iddo
links-milestones-repeats = Cofnodion sy'n ei ailadrodd air am air
links-milestones-source = Cofnodion amserlen a ddaw ohono
links-milestones-evidence = Tystiolaeth yn yr amserlen
links-interests-topic = Diddordebau a gofrestrwyd yn y pwnc hwn
links-interests-issues = Diddordebau sy'n arwain at y mater hwn
links-interests-source = Diddordebau a gofrestrwyd ynddo
links-reports-topic-narratives = Adroddiadau â naratif arno
links-reports-previous = Yr adroddiad ar ôl hwn
links-errata-corrects = Cywiriadau iddo
links-cases-organisation-link = Achosion y sefydliad hwn
links-cases-location-link = Achosion yn y lle hwn
links-cases-primary-method-link = Achosion â hwn yn brif ddull
links-cases-components-link = Yr achos y mae'n rhan ohono
links-cases-sources-link = Achosion y mae'n ffynhonnell iddynt
links-components-case-link = Cydrannau'r achos hwn
links-components-feeds-into = Cydrannau sy'n bwydo iddo
links-organisations-country-link = Sefydliadau yn y wlad hon
links-organisations-cases = Sefydliadau sy'n enwi'r achos hwn
links-sources-methods-link = Ffynonellau ar y dull hwn

## Casgliadau a meysydd, oni bai bod gosodiadau'r archif yn eu galw'n rhywbeth arall

collection-reports = Adroddiadau blynyddol
singular-reports = Adroddiad blynyddol
collection-topics = Pynciau
singular-topics = Pwnc
collection-issues = Materion
singular-issues = Mater
collection-workshops = Gweithdai
singular-workshops = Gweithdy
collection-papers = Papurau
singular-papers = Papur
collection-actions = Camau gweithredu
singular-actions = Cam gweithredu
collection-artefacts = Arteffactau
singular-artefacts = Arteffact
collection-milestones = Amserlen
singular-milestones = Carreg filltir
collection-interests = Diddordebau
singular-interests = Diddordeb
collection-cases = Achosion
singular-cases = Achos
collection-components = Cydrannau
singular-components = Cydran
collection-methods = Dulliau
singular-methods = Dull
collection-organisations = Sefydliadau
singular-organisations = Sefydliad
collection-sources = Ffynonellau
singular-sources = Ffynhonnell
collection-errata = Cywiriadau
singular-errata = Cywiriad
collection-locations = Lleoliadau
singular-locations = Lleoliad
collection-pages = Tudalennau
singular-pages = Tudalen
field-period = Cyfnod
field-edition = Argraffiad
field-status = Statws
field-cases-status = Statws y cofnod
field-sources-status = Statws y cofnod
field-date = Dyddiad
field-editors = Golygyddion
field-commissioned_by = Comisiynwyd gan
field-independence = Annibyniaeth
field-previous = Adroddiad blaenorol
field-topic_narratives = Ar bob pwnc
field-counts = Cyfrifon
field-order = Trefn
field-short_title = Teitl byr
field-document_purpose = Pwrpas y ddogfen
field-narrative = Naratif
field-latest_document = Dogfen ddiweddaraf
field-key_change_log = Log newidiadau allweddol
field-stated_last_discussion = Trafodaeth ddiwethaf fel y'i nodwyd
field-last_discussion_note = Nodyn ar y drafodaeth ddiwethaf
field-next_discussion = Trafodaeth nesaf
field-outstanding_note = Yn weddill, yng ngeiriau'r matrics
field-stimulus_paper = Papur ysgogi
field-related_actions = Camau gweithredu cysylltiedig
field-organisations = Sefydliadau
field-topic = Pwnc
field-raised = Codwyd
field-actions = Camau gweithredu
field-related = Materion cysylltiedig
field-history = Hanes
field-editorial = Barn y golygydd
field-replies = Hawl i ymateb
field-number = Rhif
field-actions-number = Rhif yn y cofnod ysgrifenedig
field-place = Lle
field-facilitator = Hwylusydd
field-purpose = Pwrpas
field-agenda = Agenda
field-papers = Papurau
field-topics = Pynciau
field-participants = Cyfranogwyr
field-sources = Ffynonellau
field-reference = Cyfeirnod
field-version = Fersiwn
field-kind = Math
field-marking = Marc diogelwch
field-supersedes = Yn disodli
field-workshop = Gweithdy
field-organisation_link = Sefydliadau
field-link = Dolen
field-attachments = Atodiadau
field-log_number = Rhif yn y log camau gweithredu
field-responsible = Cyfrifol
field-state = Statws
field-state_on = Statws fel yr oedd ar
field-due = Dyddiad dyledus
field-artefact = Arteffactau
field-evidence = Tystiolaeth
field-note = Nodyn
field-from_actions = O'r camau gweithredu
field-paper = Papur
field-owner = Perchennog
field-with = Gyda
field-delivered = Cyhoeddwyd
field-missed = Methwyd
field-objective = Amcan
field-repeats = Yn ailadrodd
field-doubt = Amheuaeth
field-source = Ffynhonnell
field-registered_by = Cofrestrwyd gan
field-registered_on = Cofrestrwyd
field-group = Grŵp
field-issues = Materion
field-initiative_status = Statws y fenter
field-start_year = Dechreuodd
field-end_year = Daeth i ben
field-lead_organisation = Arweiniwyd gan
field-location_link = Lleoliad
field-participant_group = Cyfranogwyr
field-actor_responsible = Gweithredydd cyfrifol
field-primary_method_link = Prif ddull
field-framing_method_tag = Dull fframio
field-components_link = Cydrannau
field-objectives_tag = Amcanion
field-theme_tag = Themâu
field-outcomes_tag = Canlyniadau
field-data_governed = Data a lywodraethir
field-data_subject = Gwrthrychau'r data
field-data_types_tag = Mathau o ddata
field-data_cycle_tag = Camau'r cylch data
field-data_governance_issues_tag = Materion llywodraethu data
field-governance_issues_description = Materion llywodraethu a drafodwyd
field-lense = Lens
field-collective_focus = Ffocws ar y cyd
field-evaluation_details = Gwerthuso
field-whats_changed = Beth sydd wedi newid
field-takaway = Prif neges
field-sources_link = Ffynonellau
field-description = Disgrifiad
field-case_link = Achosion
field-primary_component = Prif gydran
field-temporal_state = Statws
field-methods_tag = Dulliau
field-modality_tag = Modd
field-decision_methods_tag = Dulliau penderfynu
field-ladder_of_participation = Ysgol gyfranogi
field-number_of_participants = Nifer y cyfranogwyr
field-nature_of_participants_tag = Natur y cyfranogwyr
field-target_groups = Grwpiau targed
field-recruitment = Recriwtio
field-background_information_tag = Gwybodaeth gefndir
field-background_information_described = Disgrifiad o'r wybodaeth gefndir
field-feeds_into = Yn bwydo i
field-organisation_type_tag = Math
field-sector_tag = Sector
field-geographic_scope_tag = Cwmpas daearyddol
field-country_link = Gwlad
field-cases = Achosion
field-peer_review = Adolygwyd gan gymheiriaid
field-methods_link = Dulliau
field-corrects = Yn cywiro
field-wrong = Beth oedd yn anghywir
field-cause = Sut y digwyddodd
field-correction = Cywiriad
field-title = Teitl
field-summary = Crynodeb
field-visibility = Gwelededd
field-embargo = Embargo
field-released = Rhyddhawyd
field-sign_off = Cymeradwyaeth
field-redact = Wedi'i ddal yn ôl
field-participant = Cyfranogwr
field-aliases = Hen gyfeiriadau
field-updated = Diweddarwyd
field-draft = Drafft
field-table = Tabl Airtable
field-airtable_id = ID Airtable
field-airtable_createdTime = Crëwyd yn Airtable

## Yr hyn y mae sgript y dudalen chwilio yn ei ddweud

script-not-known = { $value } (ddim yn hysbys)
script-remove-filter = Tynnu'r hidlydd
script-by-relevance = Yn ôl perthnasedd
script-as-listed = Fel y'u rhestrir
script-newest-first = Diweddaraf yn gyntaf
script-oldest-first = Hynaf yn gyntaf
script-list = Rhestr
script-table = Tabl
script-timeline = Llinell amser
script-no-value = Nid oes gwerth sy'n gadael unrhyw ganlyniad.
script-show-all = Dangos pob un ({ $count })
script-look-through-all = Edrych drwy bob un ohonynt
script-more = Mwy
script-record = Cofnod
script-kind = Math
script-date = Dyddiad
script-status = Statws
script-no-date = Dim dyddiad
script-pages-of-results = Tudalennau canlyniadau
script-previous-page = Tudalen flaenorol
script-next-page = Tudalen nesaf
script-page-of = Tudalen { $page } o { $pages }
script-place-paragraph = paragraff { $number }
script-place-question = cwestiwn { $number }
script-place-action = cam gweithredu { $number }
script-place-entry = cofnod { $number }
script-each-too-common = { $words }: mae pob un o'r geiriau hyn yn rhy gyffredin i chwilio amdano. Ychwanegwch air arall rhwng y dyfynodau.
script-only-read = Dim ond y { $read } mwyaf tebygol o'r { $all } cofnod sydd â'r geiriau mewn dyfynodau a chwiliwyd.
script-nothing-to-look-for = Nid oes llythyren na rhif ynddo i chwilio amdano.
script-too-common = { $words }: rhy gyffredin i chwilio amdano. Ychwanegwch air arall.
script-no-record-has = Nid oes cofnod â { $words }.
script-none-exactly = Nid oes cofnod ag union { $words }.
script-none-exactly-filtered = Nid oes cofnod ag union { $words } gyda'r hidlyddion hyn.
script-none-all = Nid oes cofnod â'r geiriau hyn i gyd.
script-none-all-filtered = Nid oes cofnod â'r geiriau hyn i gyd gyda'r hidlyddion hyn.
script-none-filters = Nid oes cofnod â'r hidlyddion hyn gyda'i gilydd.
script-passed-over = Rhy gyffredin, ac felly heb chwilio amdano: { $words }.
script-exactly = union “{ $words }”
script-found = { $count ->
    [two] { $count } gofnod.
    [few] { $count } chofnod.
    [many] { $count } chofnod.
   *[other] { $count } cofnod.
}
script-found-with = { $count ->
    [two] { $count } gofnod gyda { $words }.
    [few] { $count } chofnod gyda { $words }.
    [many] { $count } chofnod gyda { $words }.
   *[other] { $count } cofnod gyda { $words }.
}
script-searching = Wrthi'n chwilio …
script-failed = Methodd y chwiliad. Mae'r rhestrau isod yn gweithio hebddo.
script-filter-failed = Ni ellid darllen yr hidlydd.
script-offline = Rydych all-lein, felly ni ellir nôl mynegai'r chwiliad. Mae'r rhestrau isod yn gweithio hebddo.
script-not-fetched = Ni ellid nôl mynegai'r chwiliad. Efallai y collwyd y cysylltiad. Mae'r rhestrau isod yn gweithio hebddo.
script-unreadable = Ni ellir darllen mynegai chwiliad y safle hwn. Mae'r rhestrau isod yn gweithio hebddo.
script-no-index = Nid yw mynegai chwiliad y safle hwn yno. Mae'r rhestrau isod yn gweithio hebddo.
