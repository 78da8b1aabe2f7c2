//! Where a page stands, and the way from there to anything else.

use std::borrow::Cow;

use crate::compose::address::relative;

/// The address of the page that is being made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'p> {
    path: &'p str,
    root: Option<&'p str>,
}

impl<'p> Place<'p> {
    /// A page at this address, relative to the site's base.
    pub(crate) fn at(path: &'p str) -> Self {
        Place { path, root: None }
    }

    /// A page that a server may show at any address, as it does a 404: its links begin at the
    /// site's root, which ends in `/`.
    pub(crate) fn anywhere(path: &'p str, root: &'p str) -> Self {
        Place { path, root: Some(root) }
    }

    /// Its address, relative to the site's base.
    pub(crate) fn path(self) -> &'p str {
        self.path
    }

    /// How many folders deep it stands; `None` where that is not known.
    pub(crate) fn depth(self) -> Option<usize> {
        self.root.is_none().then(|| self.path.matches('/').count())
    }

    /// The way to an address of the site.
    pub(crate) fn href(self, to: &str) -> String {
        match self.root {
            Some(root) => format!("{root}{to}"),
            None => match to.strip_prefix(self.path) {
                Some(part) if part.starts_with('#') => part.to_owned(),
                _ => relative(self.path, to),
            },
        }
    }

    /// The way to the site's base, empty or ending in `/`.
    pub(crate) fn base(self) -> Cow<'p, str> {
        match self.root {
            Some(root) => Cow::Borrowed(root),
            None => Cow::Owned("../".repeat(self.path.matches('/').count())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn links_are_relative_unless_the_page_may_be_shown_anywhere() {
        assert_eq!(Place::at("index.html").href("cases/a.html"), "cases/a.html");
        assert_eq!(Place::at("cases/a.html").href("cases/a.html#p-1"), "#p-1");
        assert_eq!(Place::at("tags/x/y.html").base(), "../../");
        assert_eq!(Place::anywhere("404.html", "/archive/").href("search.html"), "/archive/search.html");
    }
}
