//! Replies whose words the public does not see, though somebody might think so.
//!
//! In: a record. Out: a finding a reply that is signed on a day to come, or that has words and says that it has none.

use jiff::civil;

use crate::diag::{FieldPath, Finding, Rule, Spot};
use crate::model::kinds::Kind;
use crate::model::record::Record;

/// A reply is for the public once it is signed, and where its author has something to say.
pub(super) fn unsigned(
    rule: &'static Rule,
    record: &Record,
    today: civil::Date,
    findings: &mut Vec<Finding>,
) {
    let Kind::Issue(issue) = &record.kind else { return };
    for (n, reply) in issue.replies.iter().enumerate().filter(|(_, reply)| reply.text.is_some()) {
        let message = match reply.signed_off {
            Some(on) if on.latest() > today => {
                format!("the reply of `{}` is signed from `{on}` on", reply.party)
            }
            _ if reply.declined => {
                format!("the reply of `{}` has words, and says that there is nothing to add", reply.party)
            }
            _ => continue,
        };
        let spot = Spot::Field(FieldPath::key("replies").at(n));
        let finding = Finding::new(rule, &record.source.file, spot, message);
        findings.push(finding.help("the public does not see these words"));
    }
}
