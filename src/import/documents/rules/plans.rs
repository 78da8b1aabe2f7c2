//! Doubts about what was planned: a workshop that may not have been held, a publication whose title does not say
//! what was promised.

use super::{Rule, Severity};

rules! {
SHORT_TITLE "short_title" Warning "a title that leaves out the better part of its entry"
"The title of a publication is the first sentence of its entry in the timetable. There is more in the entry, which may be what was promised; all of it is in `summary`.

```text
2019	May	The council's own voice in the matter. It publishes the plan.
```

Read the entry, and write a title that says what is to be published. Lists and reports have nothing but the title.
"
UNSURE_IF_HELD "unsure_if_held" Warning "a workshop of which nothing says whether it was held"
"The pack of slides was made before the meeting. Nothing else in the archive tells of the meeting, and a report counts it among those that were held.

```text
Workshop 3, 5 December 2018        (slides alone)
```

Write `status: held` into its record if it was held, or `status: planned` if it was not or nobody knows. A write-up of it says so too.
"
}
