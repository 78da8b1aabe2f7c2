//! The folders that hold records, as `annals.yaml` names them.
//!
//! In: the setting `content`: a path, or a list of paths and of maps of `path`, `public_repository`
//! and `optional`. Out: `Root`s. A folder within another is refused: a record would stand in both.

use super::config::Settings;
use super::faults;
use super::yaml::Node;
use crate::model::config::Root;

/// The folders that are named; `None` where none is.
pub(super) fn roots(all: &mut Settings<'_>) -> Option<Vec<Root>> {
    let items = match all.take("content")? {
        Node::List(items) => items,
        single => vec![single],
    };
    let mut roots: Vec<Root> = Vec::new();
    for (n, item) in items.into_iter().enumerate() {
        let at = all.path("content").at(n);
        let (path, public_repository, optional) = match item.as_text() {
            Some(path) => (Some(path), false, false),
            None => {
                let mut said = all.item(item, at.clone());
                // What cannot be read is taken for the careful answer.
                let found = (said.text("path"), said.flag("public_repository"), said.flag("optional"));
                said.unknown(&["path", "public_repository", "optional"]);
                (found.0, found.1.unwrap_or(false), found.2.unwrap_or(false))
            }
        };
        let path = path.as_deref().map(tidy).unwrap_or_default();
        if path.is_empty() {
            let message = "a folder of records needs its `path`, as in `../private`".to_owned();
            all.fault(&faults::WRONG_TYPE, "content", message);
            continue;
        }
        let clash = roots.iter().find(|known| is_within(&path, &known.path) || is_within(&known.path, &path));
        if let Some(known) = clash {
            let message = format!("`{path}` and `{}` are one folder, or one lies in the other", known.path);
            all.fault(&faults::WRONG_TYPE, "content", message);
            continue;
        }
        roots.push(Root { path: path.into(), public_repository, optional });
    }
    Some(roots).filter(|roots| !roots.is_empty())
}

/// A path without what does not count.
fn tidy(path: &str) -> String {
    // A path that was written on Windows is the same path.
    let path = path.trim().replace('\\', "/");
    let start = if path.starts_with('/') { "/" } else { "" };
    let parts: Vec<&str> = path.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    format!("{start}{}", parts.join("/"))
}

fn is_within(path: &str, of: &str) -> bool {
    path.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_compared_without_what_does_not_count() {
        assert_eq!(tidy("./content//cases/"), "content/cases");
        assert_eq!(tidy("../private"), "../private");
        assert_eq!(tidy("..\\private\\"), "../private");
        assert_eq!((tidy("."), tidy("/srv/x/")), (String::new(), "/srv/x".to_owned()));
        assert!(is_within("content/x", "content") && !is_within("contents", "content"));
    }
}
