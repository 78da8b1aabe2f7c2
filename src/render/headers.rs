//! `_headers`: what a host is to say of every file, as Netlify, Cloudflare Pages and others read it.
//!
//! In: for whom the site is. Out: the file. What a page can say of itself stands in its own head, so that
//! a host without such a file (GitHub Pages, a folder on a disk) is safe too; docs/content/guide/putting-a-site-on-a-host.md has the same
//! for Apache and nginx.

use crate::audience::Audience;
use crate::publish::sink::Sink;

/// What a page may load and run: what lies beside it, and nothing that stands in its text. The theme's
/// head says the same, without the last part, which only a server can say.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'";

/// Makes the file. The edition for members asks to be left out of indexes with whatever is no page, too: a
/// page says so itself, a PDF, a table or a feed cannot.
pub(crate) fn print(audience: Audience, sink: &dyn Sink) -> anyhow::Result<()> {
    let robots = match audience {
        Audience::Public => "",
        Audience::Members => "  X-Robots-Tag: noindex, nofollow\n",
    };
    let text = format!(
        "\
# Read by Netlify, Cloudflare Pages and others; see docs/content/guide/putting-a-site-on-a-host.md for Apache and nginx.
/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
{robots}"
    );
    sink.file("_headers", text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_theme_says_the_same() {
        for template in [
            include_str!("../../themes/default/templates/parts/head.html"),
            include_str!("../../themes/default/templates/alias.html"),
        ] {
            assert!(
                template.contains(&format!("Content-Security-Policy\" content=\"{POLICY}\"")),
                "{template}"
            );
        }
    }
}
