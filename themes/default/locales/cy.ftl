# Geiriau'r thema ddiofyn yn Gymraeg. The words of the default theme in Welsh.
#
# No native speaker has reviewed this catalogue yet. Its terms are listed in docs/content/guide/the-words-of-the-interface.md; a
# correction is one line here, or in the locales/cy.ftl of an archive's own theme.

## Dyddiadau, rhifau a rhestrau

thousands = ,
row = { $most } a { $last }
row-clauses = { $most }, { $last }
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
last-changed = Newidiwyd ddiwethaf: { $date }. <changes>Beth sydd wedi newid yn yr archif hon</changes>.
same-facts = Yr un ffeithiau fel data: <json>archive.json</json>, <csv>{ $table }</csv>.
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
members-rights = I aelodau’r ddeialog: mae’n cynnwys deunydd nad yw’n gyhoeddus ac ni ddylid ei rannu.
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
later-than-page = O ddyddiad diweddarach na'r dudalen hon: nid yw sefyllfa'r mater yn dilyn ohono eto.
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
no-issue-on-topic = Nid oes unrhyw fater ar y pwnc hwn ar gofnod yma.
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
matrix-lede = { $topics }, 10 peth i'w wybod am bob un, fel yr oedd ar { $date }. Mae'r rhesi sydd wedi'u nodi “o'r cofnodion” wedi'u cyfrifo; geiriau'r golygyddion yw'r lleill.
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
report-signed-in = Mae'r argraffiad hwn yn yr iaith y llofnodwyd ef ynddi, { $language }.
report-editors-write = Mae'r hyn a ysgrifennodd ei olygyddion yn yr iaith yr ysgrifennwyd ef ynddi, { $language }.
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
editors-judgement-until = <strong>Barn y golygyddion.</strong> Hyd { $date } rhoddodd y golygyddion { $heading }. Mae hynny ar ben; mae'r rheol yn rhoi { $rule }.
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
for-print-in = I'w argraffu, yn { $language } (PDF, { $size })
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
rule-condition-discussion-to-continue = Cafodd ei drafod, ac nid oes dim wedi'i gytuno.
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
put-off-from-day = Wedi'i ohirio o { $date }
owner-with = { $owner } gyda { $with }
without-a-date = Heb ddyddiad
without-a-topic = Heb bwnc
no-date = Dim dyddiad
as-written = { $words } (fel y’i hysgrifennwyd)
due-inline = erbyn { $date }
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
issue-judged = Mater: { $heading } ym marn y golygyddion
issue-judgement-over = Mater: mae barn y golygyddion a roddodd { $heading } ar ben
issue-now = Mater: { $heading }
issue-now-after = Mater: { $heading } ar ôl { $meeting }
issue-changed = Mater wedi newid
action-now = Cam gweithredu: { $state }
publication-delivered = Cyhoeddiad a addawyd wedi'i gyhoeddi
report-dated = Dyddiad yr adroddiad
edition-signed = Argraffiad { $number } o'r adroddiad wedi'i lofnodi
erratum-told = Cywiriad: roedd rhywbeth mewn adroddiad yn anghywir
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
language-called-en = Saesneg
language-called-cy = Cymraeg
not-translated = Heb ei gyfieithu eto: mae'r hyn sy'n dilyn yn yr iaith yr ysgrifennwyd ef ynddi, { $language }.
outdated-translation = Mae'r gwreiddiol wedi newid ers gwneud y cyfieithiad hwn.
read-original = Darllen y gwreiddiol
data-matrix = Y matrics cynnydd
data-package = Disgrifiad o bob tabl a maes
data-editions = Pob argraffiad o adroddiad a lofnodwyd, gyda'i sêl
data-renamed = Cyfeiriadau blaenorol cofnodion
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
edition-withdrawn = Tynnwyd geiriau'n ôl ohono ar { $date }: { $reason }.
edition-withdrawn-from = { $count ->
    [one] Tynnwyd geiriau'n ôl o baragraff { $places } ar { $date }: { $reason }.
   *[other] Tynnwyd geiriau'n ôl o baragraffau { $places } ar { $date }: { $reason }.
}
issue-withdrawn = Mater a dynnwyd yn ôl
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
n-only-announced = { $count ->
    [one] { $records }, 1 ohonynt heb ond ei gyhoeddi
   *[other] { $records }, { NUMBER($count) } ohonynt heb ond eu cyhoeddi
}
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
fact-announced-discussion = Cyhoeddwyd trafodaeth ar gyfer
fact-note = Nodyn
fact-objective = Amcan
fact-organisations-concerned = Sefydliadau perthnasol
fact-owner = Perchennog
fact-paper = Papur
fact-place = Lle
fact-promised-at = Addawyd yn
fact-purpose = Pwrpas
fact-put-to = Cyflwynwyd i
fact-put-off-from = Wedi'i ohirio o
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
fact-earlier = Statws cynharach
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
was-announced-for = Cyhoeddwyd ar gyfer { $date }
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
log-numbers = { $count ->
    [0] Rhifau'r log camau gweithredu.
    [one] Rhifau'r log camau gweithredu; nid oes cofnod o 1 ohonynt yma.
   *[other] Rhifau'r log camau gweithredu; nid oes cofnod o { NUMBER($count) } ohonynt yma.
}
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
field-earlier = Statws cynharach
field-milestones-earlier = Gohirio
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
script-none-without = Mae { $words } ym mhob cofnod sydd â’r geiriau eraill.
script-without = Heb { $words }.
script-did-you-mean = Ai hyn oedd gennych mewn golwg:
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

## What compiled reports say

# `{ $number }` is a number within a sentence, `{ $first }` one at its start.

number-word = { $count }
number-of-them = { $count ->
    [0] dim un
   *[other] { $count }
}
number-first = { $count }
ordinal-word = { $count }
report-edition = argraffiad { $ordinal }
report-edition-draft = argraffiad { $ordinal }, drafft
report-on-day = ar { $date }
report-in-time = yn { $date }
report-quoted = ‘{ $words }’
report-n-issues = { $count ->
    [0] dim materion
    [two] { $number } fater
   *[other] { $number } mater
}
report-n-passages = { $count ->
    [0] dim darnau
    [two] { $number } ddarn
   *[other] { $number } darn
}
report-n-entries = { $count ->
    [0] dim cofnodion
    [two] { $number } gofnod
    [few] { $number } chofnod
    [many] { $number } chofnod
   *[other] { $number } cofnod
}
report-workshop-of = Gweithdy { $date }
report-workshop-of-inline = gweithdy { $date }
report-action-of = { $workshop }, cam gweithredu { $number }
report-action-in-log = Log camau gweithredu { $number }
report-in-document = yn { $document }, { $date }
report-at-the-meeting = yn y { $meeting }
report-at-meeting = yn ystod { $meeting } { $when }
parts-passage = darnau { $numbers }
parts-question = cwestiynau { $numbers }
parts-action = camau gweithredu { $numbers }
parts-entry = cofnodion { $numbers }
withheld-mark = [Wedi'i ddal yn ôl]
withheld-mark-because = [Wedi'i ddal yn ôl: { $reason }]
report-why-both = { $first }; { $then }.
report-why-not-agreed = ni chytunwyd
report-why-still-not-agreed = heb gytundeb o hyd ar { $date }
report-why-not-agreed-corrected = ni chytunwyd, fel y'i cywirwyd ar { $date }
report-why-no-agreement = nid oes cytundeb ar gofnod
report-why-nothing-agreed = nid oedd dim wedi'i gytuno erbyn { $date }
report-why-reopened = { $agreed }, ac fe'i hailagorwyd { $place }
report-why-no-agreement-since = nid oes cytundeb ar gofnod ers hynny
report-why-not-agreed-since = ni chytunwyd ers hynny
report-why-last-discussed = Fe'i trafodwyd ddiwethaf { $place }.
report-why-corrected = { $place } (fel y'i cywirwyd ar { $date })
report-why-out-of-scope = Barnwyd ei fod y tu allan i'r cwmpas { $place }.
report-why-no-discussion = Nid oes trafodaeth arno ar gofnod.
report-why-raised-no-discussion = { $raised }; nid oes trafodaeth arno ar gofnod.
report-why-last-mentioned = Soniwyd amdano ddiwethaf { $place }.
report-why-discussion-taken-back = Fe'i cofnodwyd fel pe bai wedi'i drafod { $place }; mae cofnod ar { $date } yn tynnu hynny'n ôl.
report-raised-when = Codwyd { $when }
report-raised-at = Codwyd yn ystod { $place }
report-raised-in = Codwyd yn { $place }
report-raised-at-when = Codwyd yn ystod { $place } { $when }
report-raised-in-when = Codwyd yn { $place } { $when }
report-why-agreed = { $agreement ->
    [partly-agreed] Cytunwyd yn rhannol { $place }
   *[agreed] Cytunwyd { $place }
}
report-why-recorded-agreed = { $agreement ->
    [partly-agreed] Cofnodwyd iddo gael ei gytuno'n rhannol { $place }
   *[agreed] Cofnodwyd iddo gael ei gytuno { $place }
}
report-why-work-done = mae'r gwaith wedi'i wneud
report-why-work-done-recorded = mae'r gwaith wedi'i wneud, fel y cofnodwyd { $place }
report-why-no-work-needed = nid oedd angen gwaith
report-why-work-not-begun = nid oedd y gwaith wedi dechrau
report-why-work-not-begun-by = nid oedd y gwaith wedi dechrau erbyn { $date }
report-why-work-under-way = roedd y gwaith ar y gweill
report-why-work-under-way-when = roedd y gwaith ar y gweill { $when }
report-why-work-not-shown = nid oes dim ar gofnod yn dangos i'r gwaith gael ei wneud
report-why-recorded-discussed = Cofnodwyd iddo gael ei drafod
report-why-recorded-discussed-at = Cofnodwyd iddo gael ei drafod { $place }
report-why-discussed = { $count ->
    [1] Trafodwyd { $place }
    [2] Trafodwyd ddwywaith, yn fwyaf diweddar { $place }
   *[other] Trafodwyd { $number } o weithiau, yn fwyaf diweddar { $place }
}
report-discussed = Trafodwyd: { $agreement }, { $work }.
report-discussed-at = Trafodwyd yn ystod { $place }: { $agreement }, { $work }.
report-discussed-in = Trafodwyd yn { $place }: { $agreement }, { $work }.
report-recorded = Cofnodwyd: { $agreement }, { $work }.
report-recorded-at = Cofnodwyd yn ystod { $place }: { $agreement }, { $work }.
report-recorded-in = Cofnodwyd yn { $place }: { $agreement }, { $work }.
report-this-corrects = Mae hyn yn cywiro'r cofnod dyddiedig { $date }.
report-evidence-lately = Mae'r dystiolaeth ddiwethaf yn dyddio o { $date }.
report-evidence-months-ago = { $count ->
    [two] Ni chofnodwyd unrhyw dystiolaeth ers { $date }, { $number } fis cyn { $day }.
   *[other] Ni chofnodwyd unrhyw dystiolaeth ers { $date }, { $number } mis cyn { $day }.
}
report-evidence-at-least = { $count ->
    [two] Ni chofnodwyd unrhyw dystiolaeth ers { $date }, o leiaf { $number } fis cyn { $day }.
   *[other] Ni chofnodwyd unrhyw dystiolaeth ers { $date }, o leiaf { $number } mis cyn { $day }.
}
report-evidence-never = Ni chofnodwyd unrhyw dystiolaeth.
report-evidence-lately-public = Mae'r dystiolaeth ddiwethaf a gyhoeddwyd yn dyddio o { $date }.
report-evidence-months-ago-public = { $count ->
    [two] Mae'r dystiolaeth ddiwethaf a gyhoeddwyd yn dyddio o { $date }, { $number } fis cyn { $day }.
   *[other] Mae'r dystiolaeth ddiwethaf a gyhoeddwyd yn dyddio o { $date }, { $number } mis cyn { $day }.
}
report-evidence-at-least-public = { $count ->
    [two] Mae'r dystiolaeth ddiwethaf a gyhoeddwyd yn dyddio o { $date }, o leiaf { $number } fis cyn { $day }.
   *[other] Mae'r dystiolaeth ddiwethaf a gyhoeddwyd yn dyddio o { $date }, o leiaf { $number } mis cyn { $day }.
}
report-evidence-never-public = Nid oes tystiolaeth wedi'i chyhoeddi.
report-next-discussion = Cyhoeddwyd y byddai'r drafodaeth nesaf ar { $date }.
report-discussion-not-on-record = Nid oes cofnod o drafodaeth a gyhoeddwyd ar gyfer { $date }.
report-editor-confirms = Mae'r golygydd yn cadarnhau'r hyn y mae'r rheol yn ei roi: { $heading }.
report-editor-overrules = Mae'r rheol yn rhoi ‘{ $rule }’. Mae'r golygydd yn rhestru'r mater fel ‘{ $heading }’.
report-editor-until = Hyd { $date } rhestrodd y golygydd y mater fel ‘{ $heading }’. Mae hynny ar ben; mae'r rheol yn rhoi ‘{ $rule }’.
report-move-first-report = yn yr adroddiad cyntaf
report-move-new = newydd
report-move-resolved = wedi'i ddatrys
report-move-reopened = wedi'i ailagor
report-move-corrected = wedi'i gywiro
report-move-judgement-ran-out = yn ôl o dan y rheol
report-move-moved = wedi symud
report-move-unchanged = heb newid
report-move-still-outstanding = { $count ->
    [0] yn dal yn weddill ar ôl llai na mis
    [two] yn dal yn weddill ar ôl { $number } fis
   *[other] yn dal yn weddill ar ôl { $number } mis
}
report-move-still-unresolved = { $count ->
    [0] yn dal heb ei ddatrys ar ôl llai na mis
    [two] yn dal heb ei ddatrys ar ôl { $number } fis
   *[other] yn dal heb ei ddatrys ar ôl { $number } mis
}
report-move-into = Bellach yn rhan o { $now }
report-move-unknown = Ni ddywedir i ble yr aeth
report-move-shifted = { $now }; cynt: { $before }
report-is-first = Dyma'r adroddiad cyntaf, felly nid oes un o'i flaen i'w gymharu ag ef.
report-names-none-before = Nid yw'r adroddiad hwn yn enwi'r un o'i flaen, felly ni chymherir dim ynddo ag adroddiad cynharach.
report-cannot-be-compared = Ni ellir cymharu'r adroddiad blaenorol ag ef: nid yw ei gyfnod yn gorffen yn gynharach.
report-moved-within = { $count ->
    [0] Yn ystod ei gyfnod ni symudodd unrhyw fater i bennawd arall.
    [one] Yn ystod ei gyfnod symudodd { $number } mater o'r pennawd y cofnodwyd ef dano gyntaf i un arall.
    [two] Yn ystod ei gyfnod symudodd { $number } fater o'r pennawd y cofnodwyd hwy dano gyntaf i un arall.
   *[other] Yn ystod ei gyfnod symudodd { $number } mater o'r pennawd y cofnodwyd hwy dano gyntaf i un arall.
}
report-moves-new = { $count ->
   *[other] mae { $number } yn newydd
}
report-moves-resolved = { $count ->
   *[other] cafodd { $number } eu datrys
    [one] cafodd { $number } ei ddatrys
}
report-moves-reopened = { $count ->
    [one] cafodd { $number } ei ailagor
   *[other] cafodd { $number } eu hailagor
}
report-moves-moved = { $count ->
    [one] symudodd { $number } i bennawd arall
   *[other] symudodd { $number } i benawdau eraill
}
report-moves-corrected = { $count ->
    [one] roedd { $number } o dan bennawd anghywir yn yr adroddiad hwnnw, ac mae wedi'i gywiro
   *[other] roedd { $number } o dan benawdau anghywir yn yr adroddiad hwnnw, ac maent wedi'u cywiro
}
report-moves-ran-out = { $count ->
    [one] mae { $number } eto o dan y pennawd y mae'r rheol yn ei roi, gan fod barn y golygyddion wedi dod i ben
   *[other] mae { $number } eto o dan y penawdau y mae'r rheol yn eu rhoi, gan fod barn y golygyddion wedi dod i ben
}
report-moves-still = { $count ->
   *[other] mae { $number } yn dal yn weddill
}
report-moves-unchanged = { $count ->
   *[other] mae { $number } fel arall heb newid
}
report-before-this = Mae'r adroddiad blaenorol, { $report }, yn dweud sut yr oedd pethau ar { $date }.
report-gone = { $count ->
    [one] Nid yw un o faterion yr adroddiad hwnnw ar gofnod mwyach: { $issues }.
   *[other] Nid yw { $first } o faterion yr adroddiad hwnnw ar gofnod mwyach: { $issues }.
}
report-gone-public = { $count ->
    [one] Nid yw un o faterion yr adroddiad hwnnw wedi'i gyhoeddi mwyach: { $issues }.
   *[other] Nid yw { $first } o faterion yr adroddiad hwnnw wedi'u cyhoeddi mwyach: { $issues }.
}
report-gone-issue = { $issue } (bryd hynny: { $heading })
report-gone-into = { $issue } (bryd hynny: { $heading }; bellach yn rhan o { $now })
report-not-on-record-now = ddim ar gofnod mwyach
report-not-published-now = heb ei gyhoeddi mwyach
report-none-raised = Nid oes unrhyw fater wedi'i godi.
report-of-those-raised = { $count ->
    [two] O'r { $number } fater a godwyd erbyn hyn, { $moves }.
   *[other] O'r { $number } mater a godwyd erbyn hyn, { $moves }.
}
report-table-moves = Pob mater, ble'r oedd bryd hynny a ble y mae yn awr
report-not-yet-raised = Heb ei godi eto
report-reply-asked = gofynnwyd ar { $date }
report-reply-answered = atebwyd ar { $date }
report-reply-signed-off = cymeradwywyd ar { $date }
report-none-carried = Ni chariwyd unrhyw gam gweithredu drosodd o'r cyfnod blaenorol.
report-still-not-closed = { $count ->
    [0] nid oes yr un ohonynt yn dal heb ei gau
    [one] mae { $number } ohonynt yn dal heb ei gau
   *[other] mae { $number } ohonynt yn dal heb eu cau
}
report-still-all-not-closed = { $count ->
    [1] mae'n dal heb ei gau
    [2] mae'r ddau yn dal heb eu cau
   *[other] mae pob un ohonynt yn dal heb ei gau
}
report-carried = { $count ->
    [two] Cariwyd { $first } gam gweithredu drosodd o'r cyfnod blaenorol; { $still }.
    [few] Cariwyd { $first } cham gweithredu drosodd o'r cyfnod blaenorol; { $still }.
    [many] Cariwyd { $first } cham gweithredu drosodd o'r cyfnod blaenorol; { $still }.
   *[other] Cariwyd { $first } cam gweithredu drosodd o'r cyfnod blaenorol; { $still }.
}
report-table-carried = Camau gweithredu a gariwyd drosodd
report-not-on-record = nid yw ar gofnod
report-only-planned = ar gofnod fel cynllun yn unig
report-discussion-of = Trafod: { $issue }
report-discussion-of-topic = Trafod y pwnc: { $topic }
report-nothing-promised-missing = Nid oes dim a addawyd ar gyfer yr amser ers hynny ar goll o'r cofnod.
report-promised-missing = { $count ->
    [one] O'r hyn a addawyd ar gyfer yr amser ers hynny, mae { $number } heb fod ar gofnod neu heb ei gau.
   *[other] O'r hyn a addawyd ar gyfer yr amser ers hynny, mae { $number } heb fod ar gofnod neu heb eu cau.
}
report-table-promised = Addawyd ers yr adroddiad blaenorol, ac nid yw ar gofnod
report-table-participants = Cyfranogwyr gweithdai'r cyfnod
report-not-recorded = heb ei gofnodi
report-nobody = Neb
report-no-workshop = Nid oes unrhyw weithdy o'r cyfnod ar gofnod.
report-no-workshop-public = Ni chyhoeddir yma unrhyw weithdy o'r cyfnod.
report-participants-unknown = Nid oes cofnod o bwy a gymerodd ran yng ngweithdai'r cyfnod.
report-participants-counted = Rhoddir y rhai a gymerodd ran yn ôl nifer ac yn ôl grŵp.
report-participants-not-counted = Mae'r grwpiau a gymerodd ran ar gofnod; nid yw eu niferoedd.
report-nobody-named = Ni enwir neb.
report-named-by-consent = Dim ond y rhai y mae eu caniatâd ar gofnod sy'n cael eu henwi.
report-named-for-members = Rhoddir enwau fel y caiff aelodau eu gweld.
report-small-group = Ni chyfrifir grŵp o lai na { $small } yn union.
report-sum-kept-back = Lle gellid cyfrifo nifer o'r fath o'r cyfanswm, ni roddir y cyfanswm chwaith.
report-workshops-unknown = { $count ->
    [two] Ar gyfer { $number } weithdy nid yw ar gofnod pwy a gymerodd ran.
   *[other] Ar gyfer { $number } gweithdy nid yw ar gofnod pwy a gymerodd ran.
}
report-fewer-than = llai na { $small }
report-not-given = heb ei roi
report-nothing-raised-by = Erbyn { $date } nid oedd unrhyw fater wedi'i godi.
report-nothing-raised-by-public = Erbyn { $date } nid oedd unrhyw fater a gyhoeddir yma wedi'i godi.
report-nothing-raised-so-far = Hyd yma, ar { $date }, nid oes unrhyw fater wedi'i godi; nid yw cyfnod yr adroddiad hwn ar ben.
report-nothing-raised-so-far-public = Hyd yma, ar { $date }, ni chyhoeddir unrhyw fater yma; nid yw cyfnod yr adroddiad hwn ar ben.
report-raised-so-far = { $count ->
    [one] Hyd yma, ar { $date }, mae { $number } mater wedi'i godi yn y ddeialog; nid yw cyfnod yr adroddiad hwn ar ben.
    [two] Hyd yma, ar { $date }, mae { $number } fater wedi'u codi yn y ddeialog; nid yw cyfnod yr adroddiad hwn ar ben.
   *[other] Hyd yma, ar { $date }, mae { $number } mater wedi'u codi yn y ddeialog; nid yw cyfnod yr adroddiad hwn ar ben.
}
report-raised-by = { $count ->
    [one] Erbyn { $date }, roedd { $number } mater wedi'i godi yn y ddeialog.
    [two] Erbyn { $date }, roedd { $number } fater wedi'u codi yn y ddeialog.
   *[other] Erbyn { $date }, roedd { $number } mater wedi'u codi yn y ddeialog.
}
report-sentence = { $words }.
report-counts-resolved = { $count ->
    [0] ni chafodd yr un ei drafod a'i ddatrys
    [one] cafodd { $number } ei drafod a'i ddatrys
   *[other] cafodd { $number } eu trafod a'u datrys
}
report-counts-unresolved = { $count ->
    [0] ni chafodd yr un ei drafod heb ei ddatrys
    [one] cafodd { $number } ei drafod heb ei ddatrys
   *[other] cafodd { $number } eu trafod heb eu datrys
}
report-counts-outstanding = { $count ->
    [0] nid oes yr un yn weddill
   *[other] mae { $number } yn weddill
}
report-counts-set-aside = { $count ->
    [0] ni roddwyd yr un o'r neilltu fel un y tu allan i'r cwmpas
    [one] rhoddwyd { $number } o'r neilltu fel un y tu allan i'r cwmpas
   *[other] rhoddwyd { $number } o'r neilltu fel rhai y tu allan i'r cwmpas
}
report-only-waiting-not-discussed = heb ei drafod
report-only-waiting-agreed = wedi'i gytuno, ond ni ddangoswyd bod y gwaith wedi'i wneud
report-only-waiting-under-discussion = wedi'i drafod heb gytundeb
report-only-waiting-overruled = wedi'i restru felly drwy farn y golygydd
report-waiting-one = Mae'r mater sydd yn weddill { $waits }.
report-waiting = { $count ->
    [two] O'r { $number } fater sydd yn weddill, { $waiting }.
   *[other] O'r { $number } mater sydd yn weddill, { $waiting }.
}
report-waiting-not-discussed = { $count ->
    [one] mae { $number } heb ei drafod
   *[other] mae { $number } heb eu trafod
}
report-waiting-agreed = { $count ->
    [one] mae { $number } wedi'i gytuno heb ddangos bod y gwaith wedi'i wneud
   *[other] mae { $number } wedi'u cytuno heb ddangos bod y gwaith wedi'i wneud
}
report-waiting-under-discussion = { $count ->
    [one] mae { $number } wedi'i drafod heb gytundeb
   *[other] mae { $number } wedi'u trafod heb gytundeb
}
report-waiting-overruled = { $count ->
    [one] mae { $number } wedi'i restru felly drwy farn y golygydd
   *[other] mae { $number } wedi'u rhestru felly drwy farn y golygydd
}
report-agreed = { $count ->
   *[other] O'r { $number } y cytunwyd arnynt, { $work }.
}
report-agreed-in-progress = { $count ->
   *[other] mae gwaith ar y gweill ar { $number }
}
report-agreed-not-started = { $count ->
   *[other] nid yw'r gwaith wedi dechrau ar { $number }
}
report-agreed-no-evidence = { $count ->
   *[other] ni chofnodwyd tystiolaeth o waith ar { $number }
}
report-agreed-no-evidence-public = { $count ->
   *[other] ni chyhoeddwyd tystiolaeth o waith ar { $number }
}
report-most-outstanding = Mae'r mwyaf yn weddill o dan { $topics }.
report-nothing-outstanding = Nid oes dim yn weddill o dan { $topics }.
report-of-all-outstanding = { $count ->
    [one] y mater sydd yn weddill
    [two] { $part } o'r { $number } fater sydd yn weddill
   *[other] { $part } o'r { $number } mater sydd yn weddill
}
report-all-of = pob un
report-of-all-open = { $count ->
    [one] y mater sydd heb ei ddatrys na'i roi o'r neilltu
    [two] { $part } o'r { $number } fater sydd heb eu datrys na'u rhoi o'r neilltu
   *[other] { $part } o'r { $number } mater sydd heb eu datrys na'u rhoi o'r neilltu
}
report-silent-months = { $count ->
   *[other] ni chofnodwyd unrhyw dystiolaeth ers { $months } mis neu fwy ar { $part }
}
report-silent-ever = { $count ->
   *[other] ni chofnodwyd dim erioed ar { $number }
}
report-silent-only-ever = { $count ->
   *[other] ni chofnodwyd unrhyw dystiolaeth erioed ar { $part }
}
report-silent-months-public = { $count ->
   *[other] ni chyhoeddwyd tystiolaeth o'r { $months } mis diwethaf ar { $part }
}
report-silent-ever-public = { $count ->
   *[other] ni chyhoeddwyd dim ar { $number }
}
report-silent-only-ever-public = { $count ->
   *[other] ni chyhoeddwyd unrhyw dystiolaeth ar { $part }
}
report-all = Pob un
report-figure-headings = { $count ->
    [two] { $first } fater yn ôl pennawd a phwnc
   *[other] { $first } mater yn ôl pennawd a phwnc
}
report-bar = { $count ->
    [two] { $count } fater: { $parts }
   *[other] { $count } mater: { $parts }
}
report-no-publication = Nid oedd unrhyw gyhoeddiad wedi'i addo.
report-no-publication-public = Ni chyhoeddir yma unrhyw addewid o gyhoeddiad.
report-n-publications = { $count ->
    [two] { $number } gyhoeddiad
    [few] { $number } chyhoeddiad
    [many] { $number } chyhoeddiad
   *[other] { $number } cyhoeddiad
}
report-timetable-has = Yn yr amserlen y mae { $publications }.
report-timetable-has-repeats = { $count ->
    [one] Yn yr amserlen y mae { $publications }, a { $number } cofnod arall sy'n ailadrodd un air am air ac nad yw'n cael ei gyfrif.
   *[other] Yn yr amserlen y mae { $publications }, a { $number } o gofnodion eraill sy'n ailadrodd rhai air am air ac nad ydynt yn cael eu cyfrif.
}
report-timetable-kept = { $count ->
   *[other] cyhoeddwyd { $number } mewn pryd
}
report-timetable-late = { $count ->
   *[other] cyhoeddwyd { $number } yn hwyr
}
report-timetable-missed = { $count ->
    [one] methwyd { $number }
   *[other] methwyd { $number }
}
report-timetable-no-evidence = { $count ->
    [one] nid oes dim yn dangos i { $number } gael ei gyhoeddi
   *[other] nid oes dim yn dangos i { $number } gael eu cyhoeddi
}
report-timetable-none-due = { $count ->
    [1] Erbyn { $date } nid oedd wedi dod yn ddyledus.
   *[other] Erbyn { $date } nid oedd yr un ohonynt wedi dod yn ddyledus.
}
report-timetable-all-due = { $count ->
    [1] Erbyn { $date } roedd wedi dod yn ddyledus: { $outcomes }.
    [2] Erbyn { $date } roedd y ddau wedi dod yn ddyledus: { $outcomes }.
   *[other] Erbyn { $date } roedd pob un ohonynt wedi dod yn ddyledus: { $outcomes }.
}
report-timetable-due = { $count ->
   *[other] Erbyn { $date } roedd { $number } ohonynt wedi dod yn ddyledus: { $outcomes }.
}
report-timetable-early = { $count ->
    [one] Daeth { $first } cyn ei ddyddiad dyledus.
   *[other] Daeth { $first } cyn eu dyddiad dyledus.
}
report-timetable-missed-early = { $count ->
    [one] Gwyddys y collir { $first } nad yw'n ddyledus eto.
   *[other] Gwyddys y collir { $first } nad ydynt yn ddyledus eto.
}
report-timetable-undated = { $count ->
    [one] Nid oes dyddiad i { $first } cofnod.
   *[other] Nid oes dyddiad i { $first } o gofnodion.
}
report-table-timetable = Yr amserlen fel yr oedd ar ddyddiad yr adroddiad
report-entry-for = y cofnod ar gyfer { $date }
report-another-entry = cofnod arall
report-repeats = Yn ailadrodd { $entry }; heb ei gyfrif
report-put-off = Wedi'i ohirio o { $dates }
report-in-doubt = Mewn amheuaeth: { $doubt }
report-chapter-summary = Crynodeb
report-chapter-account = Adroddiad y golygyddion
report-chapter-changes = Beth sydd wedi newid ers yr adroddiad blaenorol
report-chapter-method = Dull
report-chapter-no-topic = Materion heb bwnc
report-chapter-actions = Camau gweithredu
report-chapter-timetable = Amserlen
report-chapter-interests = Diddordebau
report-chapter-documents = Gweithdai, papurau ac arteffactau
report-chapter-participants = Cyfranogwyr
report-chapter-withheld = Deunydd sy'n cael ei ddal yn ôl
report-chapter-glossary = Geirfa
report-chapter-references = Cyfeiriadau
report-chapter-errata = Cywiriadau
report-topic-none = Nid oes unrhyw fater wedi'i godi o dan y pwnc hwn.
report-topic-none-public = Ni chyhoeddir yma unrhyw fater o dan y pwnc hwn.
report-topic-none-but-matrix = Nid oes unrhyw fater o dan y pwnc hwn ar gofnod yma; mae'r hyn y mae'r matrics cynnydd yn ei enwi fel heb ei gwblhau isod.
report-topic-one = { $heading ->
    [resolved] Codwyd un mater; mae wedi'i ddatrys.
    [unresolved] Codwyd un mater; mae heb ei ddatrys.
    [set-aside] Codwyd un mater; mae wedi'i roi o'r neilltu.
   *[outstanding] Codwyd un mater; mae'n weddill.
}
report-topic-all = { $heading ->
    [resolved] Nifer y materion a godwyd: { $first }; mae pob un wedi'i ddatrys.
    [unresolved] Nifer y materion a godwyd: { $first }; mae pob un heb ei ddatrys.
    [set-aside] Nifer y materion a godwyd: { $first }; mae pob un wedi'i roi o'r neilltu.
   *[outstanding] Nifer y materion a godwyd: { $first }; mae pob un yn weddill.
}
report-topic-part = { $heading ->
    [resolved] { $count ->
        [one] { $number } wedi'i ddatrys
       *[other] { $number } wedi'u datrys
    }
    [unresolved] { $count ->
        [one] { $number } heb ei ddatrys
       *[other] { $number } heb eu datrys
    }
    [set-aside] { $count ->
        [one] { $number } wedi'i roi o'r neilltu
       *[other] { $number } wedi'u rhoi o'r neilltu
    }
   *[outstanding] { $number } yn weddill
}
report-topic-raised = { $count ->
    [two] Codwyd { $first } fater: { $parts }.
   *[other] Codwyd { $first } mater: { $parts }.
}
report-last-discussion = Y drafodaeth ddiwethaf ar gofnod oedd { $place }.
report-no-meeting = { $count ->
    [1] Nid oes cyfarfod ar gofnod a'i trafododd.
   *[other] Nid oes cyfarfod ar gofnod a drafododd yr un ohonynt.
}
report-next-announced = Cyhoeddwyd y byddai'r nesaf ar { $dates }.
report-matrix = Yr hyn a ddywed y matrics cynnydd
report-matrix-means = Geiriau'r matrics ar y pwnc hwn, fel yr oeddent pan luniwyd yr adroddiad hwn.
report-section-resolved = { $count ->
    [one] { $count } mater wedi'i drafod a'i ddatrys
    [two] { $count } fater wedi'u trafod a'u datrys
   *[other] { $count } mater wedi'u trafod a'u datrys
}
report-section-unresolved = { $count ->
    [one] { $count } mater wedi'i drafod ond heb ei ddatrys
    [two] { $count } fater wedi'u trafod ond heb eu datrys
   *[other] { $count } mater wedi'u trafod ond heb eu datrys
}
report-section-outstanding = { $count ->
    [two] { $count } fater yn weddill
   *[other] { $count } mater yn weddill
}
report-section-set-aside = { $count ->
    [one] { $count } mater wedi'i roi o'r neilltu
    [two] { $count } fater wedi'u rhoi o'r neilltu
   *[other] { $count } mater wedi'u rhoi o'r neilltu
}
report-table-workshops = Gweithdai'r cyfnod
report-planned = wedi'i gynllunio
report-workshops-held = { $count ->
    [two] Cynhaliwyd { $first } weithdy yn y cyfnod.
   *[other] Cynhaliwyd { $first } gweithdy yn y cyfnod.
}
report-workshops-fall = { $count ->
    [two] Mae { $first } weithdy yn y cyfnod; { report-of-them-planned }.
   *[other] Mae { $first } gweithdy yn y cyfnod; { report-of-them-planned }.
}
report-workshops-planned = { $count ->
    [one] Mae un gweithdy yn y cyfnod; nid yw'r cofnod yn dweud ond iddo gael ei gynllunio.
    [two] Mae { $first } weithdy yn y cyfnod; nid yw'r cofnod yn dweud ond iddynt gael eu cynllunio.
   *[other] Mae { $first } gweithdy yn y cyfnod; nid yw'r cofnod yn dweud ond iddynt gael eu cynllunio.
}
report-of-them-planned = { $planned ->
    [one] ar gyfer { $some } ohonynt nid yw'r cofnod yn dweud ond iddo gael ei gynllunio
   *[other] ar gyfer { $some } ohonynt nid yw'r cofnod yn dweud ond iddynt gael eu cynllunio
}
report-table-papers = Papurau'r cyfnod
report-no-paper = Nid oes unrhyw bapur o'r cyfnod ar gofnod.
report-no-paper-public = Ni chyhoeddir yma unrhyw bapur o'r cyfnod.
report-papers-dated = { $count ->
    [two] Mae { $first } bapur wedi'u dyddio o fewn y cyfnod.
    [few] Mae { $first } phapur wedi'u dyddio o fewn y cyfnod.
    [many] Mae { $first } phapur wedi'u dyddio o fewn y cyfnod.
    [one] Mae { $first } papur wedi'i ddyddio o fewn y cyfnod.
   *[other] Mae { $first } papur wedi'u dyddio o fewn y cyfnod.
}
report-table-artefacts = Arteffactau'r cyfnod
report-no-artefact = Nid oes unrhyw arteffact o'r cyfnod ar gofnod.
report-no-artefact-public = Ni chyhoeddir yma unrhyw arteffact o'r cyfnod.
report-artefacts = { $count ->
   *[other] Mae { $first } arteffact ar gofnod ar gyfer y cyfnod: yr hyn a gynhyrchodd cam gweithredu.
}
report-artefacts-undated = { $count ->
    [one] Ar gyfer { $number } arteffact arall nid oes cofnod yn dweud pryd y daeth: mae'n olaf yn y tabl, a gall fod o adeg arall.
   *[other] Ar gyfer { $number } arteffact arall nid oes cofnod yn dweud pryd y daethant: maent yn olaf yn y tabl, a gallant fod o adeg arall.
}
report-no-action = Ar { $date } nid oedd unrhyw gam gweithredu ar gofnod.
report-no-action-public = Ar { $date } nid oedd ar gofnod unrhyw gam gweithredu a gyhoeddir yma.
report-actions-part = { $count ->
   *[other] { $number } { $state }
}
report-actions-on-record = { $count ->
    [two] Ar { $date }, roedd { $number } gam gweithredu ar gofnod: { $states }.
    [few] Ar { $date }, roedd { $number } cham gweithredu ar gofnod: { $states }.
    [many] Ar { $date }, roedd { $number } cham gweithredu ar gofnod: { $states }.
   *[other] Ar { $date }, roedd { $number } cam gweithredu ar gofnod: { $states }.
}
report-open-means = Ystyr ‘agored’ yw bod cam gweithredu wedi'i addo ac nad oes dim ar gofnod yn dangos pa mor bell yr aeth.
report-not-stated-means = Ystyr ‘heb ei nodi’ yw bod cam gweithredu ar gofnod ond nad yw ei gyflwr.
report-actions-none-in-period = Nid yw'n hysbys i unrhyw un gael ei wneud yn y cyfnod nac i un ddod i gyflwr newydd ynddo.
report-actions-made = { $count ->
    [0] Nid yw'n hysbys i unrhyw gam gweithredu gael ei wneud yn y cyfnod; yn yr un amser cofnodwyd cyflwr newydd ar gyfer { $changed }.
    [two] Mae'n hysbys i { $first } gam gweithredu gael eu gwneud yn y cyfnod; yn yr un amser cofnodwyd cyflwr newydd ar gyfer { $changed }.
    [few] Mae'n hysbys i { $first } cham gweithredu gael eu gwneud yn y cyfnod; yn yr un amser cofnodwyd cyflwr newydd ar gyfer { $changed }.
    [many] Mae'n hysbys i { $first } cham gweithredu gael eu gwneud yn y cyfnod; yn yr un amser cofnodwyd cyflwr newydd ar gyfer { $changed }.
   *[other] Mae'n hysbys i { $first } cam gweithredu gael eu gwneud yn y cyfnod; yn yr un amser cofnodwyd cyflwr newydd ar gyfer { $changed }.
}
report-actions-changed = { $count ->
    [0] dim un
    [one] { $number } cam gweithredu, pa bryd bynnag y'i gwnaed
    [two] { $number } gam gweithredu, pa bryd bynnag y'u gwnaed
    [few] { $number } cham gweithredu, pa bryd bynnag y'u gwnaed
    [many] { $number } cham gweithredu, pa bryd bynnag y'u gwnaed
   *[other] { $number } cam gweithredu, pa bryd bynnag y'u gwnaed
}
report-actions-undated = { $count ->
    [one] Ar gyfer { $number } ohonynt nid oes cofnod yn dweud pryd y'i gwnaed: mae'n cael ei gyfrif, a gall fod wedi'i wneud yn ddiweddarach.
   *[other] Ar gyfer { $number } ohonynt nid oes cofnod yn dweud pryd y'u gwnaed: maent yn cael eu cyfrif, a gallant fod wedi'u gwneud yn ddiweddarach.
}
report-actions-overdue = { $count ->
    [one] Roedd { $first } cam gweithredu heibio'i ddyddiad a heb ei gau: { $actions }.
    [two] Roedd { $first } gam gweithredu heibio'u dyddiad a heb eu cau: { $actions }.
    [few] Roedd { $first } cham gweithredu heibio'u dyddiad a heb eu cau: { $actions }.
    [many] Roedd { $first } cham gweithredu heibio'u dyddiad a heb eu cau: { $actions }.
   *[other] Roedd { $first } cam gweithredu heibio'u dyddiad a heb eu cau: { $actions }.
}
report-table-actions = Camau gweithredu a wnaed yn y cyfnod, neu y cofnodwyd cyflwr newydd iddynt ynddo
report-date-not-recorded = dyddiad heb ei gofnodi
report-none-recorded = Dim ar gofnod
report-left-out-public = Gadewir deunydd nas rhyddhawyd allan o'r archif fel y'i cyhoeddir, ac ni chaiff ei gyfrif.
report-left-out-members = Gadewir deunydd preifat allan o'r archif, ac ni chaiff ei gyfrif.
report-nothing-withheld = Ni ddatgenir bod dim arall yn cael ei ddal yn ôl.
report-passages-withheld = { $count ->
    [two] Heblaw hynny, datgenir bod { $number } ddarn yn cael eu dal yn ôl, pob un â rheswm:
   *[other] Heblaw hynny, datgenir bod { $number } darn yn cael eu dal yn ôl, pob un â rheswm:
}
report-no-terms = Nid oes termau wedi'u diffinio.
report-no-source = Ni ddyfynnir unrhyw ffynhonnell fel tystiolaeth.
report-erratum-record = Cofnod y cywiriad hwn
report-without-date = dim dyddiad
report-record-of-meeting = Cofnod o'r cyfarfod.
report-record-of-meeting-of = Cofnod o'r cyfarfod ar { $date }.
report-no-interest = Nid oes unrhyw ddiddordeb ar gofnod.
report-no-interest-public = Ni chyhoeddir yma unrhyw ddiddordeb.
report-interest-not-met = Nid yw pob mater sydd ynddo wedi'i ddatrys.
report-interests-met = { $count ->
    [0] Nid oes yr un ohonynt â phob mater wedi'i ddatrys.
   *[other] Ar gyfer { $number } ohonynt mae pob mater wedi'i ddatrys.
}
report-interests = { $count ->
    [two] Mae { $first } ddiddordeb ar gofnod.
   *[other] Mae { $first } diddordeb ar gofnod.
}
report-table-interests = Diddordebau a pha mor bell yr aeth pob un
report-not-told = Heb ei ddweud
report-no-topic = Dim pwnc
report-interest-no-issue = Nid oes unrhyw fater wedi'i godi arno
report-interest-no-issue-public = Ni chyhoeddir yma unrhyw fater arno
report-interest-topic-resolved = { $count ->
    [two] { $resolved } o { $count } fater ei bwnc wedi'u datrys
   *[other] { $resolved } o { $count } mater ei bwnc wedi'u datrys
}
report-interest-resolved = { $resolved } o { $count } mater wedi'u datrys
report-method-voices = Mae'r hyn a ysgrifennodd y golygyddion wedi'i farcio fel eu geiriau hwy, ac mae'r hyn a gymerwyd o'r matrics cynnydd wedi'i farcio felly; lle nad oes dyddiad iddo, mae fel yr oedd pan luniwyd yr adroddiad. Lluniwyd popeth arall o'r cofnodion gan raglen, yn ôl y rheol isod; mae'r hyn a ddywedir am fater, cam gweithredu neu gyhoeddiad yn cysylltu â'i gofnod a, lle bo un, â'r darn sy'n ei ategu.
report-method-questions = Cedwir dau gwestiwn ar wahân: a gytunodd y partïon, ac a yw'r gwaith sy'n dilyn wedi'i wneud. Lle mae cofnod yn hanes mater yn dawel ar un ohonynt, mae'r hyn a oedd yn wir o'i flaen yn parhau.
report-method-rule = Mae pennawd mater yn dilyn o'r cofnod olaf yn ei hanes sydd wedi'i ddyddio ar { $date } neu cyn hynny. Mae cofnod nad yw ei ddyddiad yn union yn cyfrif o'r diwrnod olaf y gall ei ddyddiad ei olygu, fel na ddywedir i ddim ddigwydd cyn iddo wneud hynny'n sicr.
report-method-positions = Rhoddir safbwyntiau fel y mynegodd pob parti hwy ddiwethaf ar gofnod, o dan enw'r parti a heb eu cyfuno byth.
report-method-no-evidence = Nid yw ‘dim tystiolaeth’ o waith yr un peth â ‘heb ei ddechrau’: mae'n dweud nad oes dim ar gofnod yn dangos a wnaed y gwaith. Mae'r hyn sydd ar gofnod yn dangos yr hyn a ddywedwyd ac a addawyd; nid yw ynddo'i hun yn dangos i addewid gael yr effaith y gobeithiwyd amdani.
report-not-ended = Nid oedd y cyfnod wedi gorffen pan luniwyd yr adroddiad hwn: mae'n dweud sut yr oedd pethau ar { $date }, ac yn cynnwys yr hyn a oedd ar gofnod bryd hynny.
report-compiled-public = Lluniwyd yr adroddiad hwn o'r archif fel y'i cyhoeddir i bawb: o { $records } ar gofnod erbyn { $date }.
report-compiled-members = Lluniwyd yr adroddiad hwn o'r archif fel y caiff ei haelodau ei gweld: o { $records } ar gofnod erbyn { $date }.
report-compiled-undated = { $count ->
    [one] Nid oes dyddiad i { $first } o'r gweithdai a'r papurau: mae'n cael ei gyfrif, a gall fod yn ddiweddarach.
   *[other] Nid oes dyddiad i { $first } o'r gweithdai a'r papurau: maent yn cael eu cyfrif, a gallant fod yn ddiweddarach.
}
report-n-workshops = { $count ->
    [0] dim gweithdai
    [two] { $number } weithdy
   *[other] { $number } gweithdy
}
report-n-papers = { $count ->
    [0] dim papurau
    [two] { $number } bapur
    [few] { $number } phapur
    [many] { $number } phapur
   *[other] { $number } papur
}
report-n-actions = { $count ->
    [0] dim camau gweithredu
    [two] { $number } gam gweithredu
    [few] { $number } cham gweithredu
    [many] { $number } cham gweithredu
   *[other] { $number } cam gweithredu
}
report-table-rule = Sut y penderfynir pennawd mater
report-overruled = { $count ->
    [0] Yn yr adroddiad hwn ni ddiystyrwyd y rheol ar gyfer unrhyw fater.
    [two] Yn yr adroddiad hwn mae { $number } fater felly.
   *[other] Yn yr adroddiad hwn mae { $number } mater felly.
}
report-method-overruling = Caiff golygydd ddiystyru'r rheol. Lle bo hynny'n wir mae'r mater yn dweud pwy a wnaeth hynny a pham, a beth y mae'r rheol yn ei roi; mae'r tabl uchod yn cyfrif y mater yn ôl y rheol. { $now }
report-no-entry = Nid oedd unrhyw gofnod wedi'i wneud yn hanes unrhyw fater.
report-evidence-every-passage = mae pob un ohonynt yn enwi darn fel tystiolaeth
report-evidence-every-document = mae pob un ohonynt yn enwi dogfen fel tystiolaeth
report-evidence-every-none = nid yw'r un ohonynt yn enwi tystiolaeth
report-evidence-passage = { $count ->
    [one] mae { $number } yn enwi darn
   *[other] mae { $number } yn enwi darn
}
report-evidence-document = { $count ->
    [one] mae { $number } yn enwi dogfen gyfan
   *[other] mae { $number } yn enwi dogfen gyfan
}
report-evidence-none = { $count ->
    [one] nid yw { $number } yn enwi dim
   *[other] nid yw { $number } yn enwi dim
}
report-evidence-none-public = { $count ->
   *[other] nid oes tystiolaeth wedi'i chyhoeddi ar gyfer { $number }
}
report-evidence-every-none-public = nid oes tystiolaeth wedi'i chyhoeddi ar gyfer yr un ohonynt
report-evidence-names = fel tystiolaeth { $parts }
report-histories-hold = { $count ->
    [two] Erbyn hynny mae { $number } gofnod yn hanesion y materion; { $named }.
    [few] Erbyn hynny mae { $number } chofnod yn hanesion y materion; { $named }.
    [many] Erbyn hynny mae { $number } chofnod yn hanesion y materion; { $named }.
   *[other] Erbyn hynny mae { $number } cofnod yn hanesion y materion; { $named }.
}
column-issue = Mater
column-then = Bryd hynny
column-now = Yn awr
column-move = Symudiad
column-action = Cam gweithredu
column-recorded = Cofnodwyd
column-what = Beth
column-promised-for = Addawyd ar gyfer
column-how-it-stands = Sut y mae
column-workshop = Gweithdy
column-in-all = Cyfanswm
column-groups = Grwpiau
column-named = Enwyd
column-publication = Cyhoeddiad
column-due = Dyddiad dyledus
column-promised-by = Addawyd gan
column-date = Dyddiad
column-title = Teitl
column-actions = Camau gweithredu
column-paper = Papur
column-kind = Math
column-put-to = Rhoddwyd gerbron
column-artefact = Arteffact
column-came-from = Daeth o
column-promised = Yr hyn a addawyd
column-responsible = Cyfrifol
column-state = Cyflwr
column-interest = Diddordeb
column-registered-by = Cofrestrwyd gan
column-topic = Pwnc
column-how-far = Pa mor bell yr aeth
column-record-shows = Yr hyn y mae'r cofnod yn ei ddangos
column-heading = Pennawd
column-issues = Materion
column-promised-when = Addawyd
column-resolved-now = Wedi'u datrys yn awr
column-unresolved-now = Heb eu datrys yn awr
column-outstanding-now = Yn weddill yn awr
column-set-aside-now = O'r neilltu yn awr
column-gone-now = Ddim yno bellach
column-all = Pob un
column-resolved = Wedi'u datrys
column-unresolved = Heb eu datrys
column-outstanding = Yn weddill
column-set-aside = O'r neilltu
column-month = Mis
chart-age-year = Blwyddyn neu fwy yn ôl
chart-age-half-year = Chwech i un mis ar ddeg yn ôl
chart-age-quarter = Tri i bum mis yn ôl
chart-age-lately = Llai na thri mis yn ôl
chart-age-unknown = Dim dyddiad ar gofnod
chart-actions = Camau gweithredu yn ôl cyflwr, ac yn ôl faint yn ôl yr addawyd hwy
chart-actions-described = { $actions }: { $parts }.
chart-flow = Ble'r oedd y materion yn yr adroddiad blaenorol, a ble y maent yn awr
chart-flow-described = O { $issues }, { $moved } a { $raised }.
chart-flow-moved = { $count ->
   *[other] mae { $number } o dan bennawd gwahanol i'r un yn yr adroddiad blaenorol
}
chart-flow-raised = { $count ->
   *[other] codwyd { $number } ers hynny
}
chart-flow-gone = { $count ->
    [one] Nid yw un o faterion yr adroddiad blaenorol yn eu plith.
   *[other] Nid yw { $first } o faterion yr adroddiad blaenorol yn eu plith.
}
chart-timeline = Gweithdai'r cyfnod, a'r hyn a symudodd ym mhob mis
chart-timeline-described = Dros { $months }, { $lanes }.
chart-lane-workshops = Gweithdai
chart-lane-raised = Materion a godwyd
chart-lane-resolved = Daeth i fod wedi'u datrys
chart-lane-unresolved = Daeth i fod heb eu datrys
chart-lane-outstanding = Daeth i fod yn weddill eto
chart-lane-set-aside = Rhoddwyd o'r neilltu
chart-lane-count = { $lane }: { $count }
chart-day = { $day } { $month }
month-short-1 = Ion
month-short-2 = Chwef
month-short-3 = Maw
month-short-4 = Ebr
month-short-5 = Mai
month-short-6 = Meh
month-short-7 = Gorff
month-short-8 = Awst
month-short-9 = Medi
month-short-10 = Hyd
month-short-11 = Tach
month-short-12 = Rhag
report-n-months = { $count ->
    [two] { $number } fis
   *[other] { $number } mis
}
report-n-artefacts = { $count ->
    [0] dim arteffactau
   *[other] { $number } arteffact
}
report-no-issue-under = { $heading ->
    [resolved] Nid oes unrhyw fater wedi'i ddatrys.
    [unresolved] Nid oes unrhyw fater heb ei ddatrys.
    [set-aside] Nid oes unrhyw fater wedi'i roi o'r neilltu.
   *[outstanding] Nid oes unrhyw fater yn weddill.
}
report-no-issue-of-topic = Nid oes unrhyw fater wedi'i godi o dan { $topic }.
report-no-issue-of-topic-under = { $heading ->
    [resolved] Nid oes unrhyw fater o dan { $topic } wedi'i ddatrys.
    [unresolved] Nid oes unrhyw fater o dan { $topic } heb ei ddatrys.
    [set-aside] Nid oes unrhyw fater o dan { $topic } wedi'i roi o'r neilltu.
   *[outstanding] Nid oes unrhyw fater o dan { $topic } yn weddill.
}
report-nothing-to-show-yet = Nid oes dim i'w ddangos yma hyd yma.
report-no-action-there = Nid oes unrhyw gam gweithredu o'r fath ar gofnod.
report-actions-in-state = { $state ->
    [in-progress] Camau gweithredu sydd ‘ar waith’
    [completed] Camau gweithredu ‘wedi'u cwblhau’
    [closed] Camau gweithredu ‘wedi'u cau’
    [closed-without-completion] Camau gweithredu ‘wedi'u cau heb eu cwblhau’
    [ongoing] Camau gweithredu ‘sy'n parhau’
    [not-stated] Camau gweithredu â chyflwr ‘heb ei nodi’
   *[open] Camau gweithredu ‘agored’
}
report-paragraph = paragraff { $number }
report-table = Tabl { $number }
report-figure = Ffigur { $number }
report-note = Nodyn { $number }
report-note-inline = nodyn { $number }
report-table-caption = Tabl { $number }. { $caption }
report-figure-caption = Ffigur { $number }. { $caption }
report-see-gone = Gweler <place>paragraff { $number } argraffiad { $edition }</place>
report-kind = Adroddiad blynyddol · { $edition } · { $standing }
report-standing-of = { $standing }, { $date }
report-as-at = fel yr oedd ar { $date }
report-editor = Golygydd
report-editions = Argraffiadau
report-other-forms = Ffurfiau eraill
report-cite-as = Dyfynner fel
report-edition-frozen = <edition>Argraffiad { $number }</edition>, a rewyd ar { $date }
report-voice-records = Wedi'i lunio o'r cofnodion
report-voice-editors = Ysgrifennwyd gan y golygyddion
report-voice-matrix = O'r matrics cynnydd
report-withheld-item = Wedi'i ddal yn ôl: { $count }, rheswm: { $reason }
report-editors-judgement = Barn y golygydd.
report-no-view = dim barn ar gofnod
report-since-before = Ers yr adroddiad blaenorol
report-publisher = Cyhoeddwr
report-licence = Trwydded
report-document-number = Rhif y ddogfen
report-titled-as-at = { $title }, fel yr oedd ar { $date }
