//! The allow-list that raw HTML in content has to pass.
//!
//! In: markup in which some tags came from content as they were. Out: balanced markup with nothing
//! that runs, loads or styles.
//!
//! Allowed: ammonia's own list of tags without `h1` (a page has one: its title) and with `section`;
//! the attributes that this room itself prints (`id`, `class`, `data-…`, `aria-label`, `role`,
//! `scope`); addresses with a scheme of `url::SCHEMES`, or relative ones. Not allowed: scripts,
//! styles, frames, forms, event handlers, comments, `target`, and pictures of other hosts, which would tell
//! them who reads. Links get no `rel`: none opens a
//! window, so there is nothing to guard.

use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::default();
    cleaner
        .rm_tags(["h1", "map", "area"])
        .add_tags(["section"])
        .add_generic_attributes([
            "id",
            "class",
            "role",
            "aria-label",
            "aria-labelledby",
            "data-label",
            "data-withheld",
            "data-action",
            "data-state",
            "data-is",
        ])
        .add_tag_attributes("th", ["scope"])
        .url_schemes(super::url::SCHEMES.into_iter().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(|element, attribute, value| {
            let is_foreign = (element, attribute) == ("img", "src") && !super::url::is_own(value);
            (!is_foreign).then(|| value.into())
        });
    cleaner
});

/// The markup with only what is allowed in it.
pub(super) fn clean(markup: &str) -> String {
    CLEANER.clean(markup).to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet, HashSet};

    use super::*;

    fn code(names: HashSet<&str>) -> String {
        let names: BTreeSet<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
        names.into_iter().collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn the_list_is_the_one_that_is_documented() {
        let told = include_str!("../../../docs/content/reference/html-in-content.md")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let tags = CLEANER.clone_tags();
        let of_one: BTreeMap<_, _> =
            CLEANER.clone_tag_attributes().into_iter().filter(|(tag, _)| tags.contains(tag)).collect();
        let rows = of_one.into_iter().map(|(tag, names)| format!("| `{tag}` | {} |", code(names)));
        let lists = [
            format!("**Elements**: {} **Attributes of any", code(tags)),
            format!("of any element** {} **", code(CLEANER.clone_generic_attributes())),
            format!(
                "**Attributes of one** | element | attributes | | --- | --- | {} **",
                rows.collect::<Vec<_>>().join(" ")
            ),
            format!("those that begin with {};", code(CLEANER.clone_url_schemes())),
        ];
        for list in lists {
            assert!(told.contains(&list), "docs/content/reference/html-in-content.md does not say: {list}");
        }
    }
}
