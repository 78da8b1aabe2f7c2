//! Keeps the members' edition apart from the public one, and sites apart from records.
//!
//! In: the settings, and where an edition is to go. Out: nothing, or an error that says why it must not go
//! there. It looks at names and at the marks that builds leave; it writes nothing.
#![expect(clippy::disallowed_methods, reason = "publish/ knows where it wrote")]

use std::path::{Component, Path, PathBuf};

use anyhow::{Result, bail};
use percent_encoding::percent_decode_str;
use url::Url;

use crate::model::config::Config;

/// Whether the members' edition may go into `output/members`, at this address.
///
/// # Errors
/// A folder that is, or lies in, one that is published; an address that is, or lies below, the public
/// one.
pub fn check(config: &Config, root: &Path, output: &Path, base_url: Option<&str>) -> Result<()> {
    let folder = real(&output.join("members"));
    let named = config.public.output.as_deref();
    let public = real(&root.join(named.unwrap_or("output/public")));
    let made = folder.ancestors().find(|above| {
        // A public edition leaves its lock beside its folder.
        let lock = above.parent().map(|parent| parent.join(".public.lock"));
        above.ends_with("public") && lock.is_some_and(|lock| std::fs::metadata(lock).is_ok())
    });
    if let Some(public) = folder.starts_with(&public).then_some(&*public).or(made) {
        bail!(
            "the members’ edition would go into {}, which is public: choose another --output",
            public.display()
        );
    }
    let url = base_url.or(config.members.base_url.as_deref());
    if let (Some(url), Some(public)) = (url, config.base_url.as_deref())
        && place(url).starts_with(&place(public))
    {
        bail!(
            "the members’ edition would say that it is at {url}, which is at or below the public address \
             {public}: give it one of its own with --base-url, or as `members: {{base_url: …}}` in annals.yaml"
        );
    }
    Ok(())
}

/// Where an address leads: its host and its folders. However it is written, a server finds the same there,
/// with http or https, whatever letters are escaped or doubled.
fn place(address: &str) -> Vec<String> {
    let address = address.trim();
    let (host, path) = match Url::parse(address) {
        Ok(url) => {
            let host = url.host_str().unwrap_or_default().trim_end_matches('.').to_owned();
            let port = url.port().map_or_else(String::new, |port| format!(":{port}"));
            (host + &port, url.path().to_owned())
        }
        // No address at all is told elsewhere.
        Err(_) => (String::new(), address.to_owned()),
    };
    // `%2F` is no border of folders to some servers, and one to others.
    let path = percent_decode_str(&path).decode_utf8_lossy().to_lowercase();
    let steps = path.split('/').filter(|step| !matches!(*step, "" | "."));
    std::iter::once(host).chain(steps.map(str::to_owned)).collect()
}

/// Whether a site may go into a folder: not where the records are, which it would be read as next time.
///
/// # Errors
/// A folder of records, or one below it.
pub fn from_records(config: &Config, root: &Path, output: &Path) -> Result<()> {
    let folder = real(output);
    for of in &config.roots {
        if folder.starts_with(real(&root.join(&*of.path))) {
            bail!(
                "the site would go into {}, among the records of `{}`: choose another --output",
                folder.display(),
                of.path
            );
        }
    }
    Ok(())
}

/// A path without links and dots, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let mut real = PathBuf::new();
    for part in std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            part => {
                real.push(part);
                if let Ok(there) = real.canonicalize() {
                    real = there;
                }
            }
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        Config { base_url: Some("https://example.org/archive/".to_owned()), ..Config::titled("T") }
    }

    #[test]
    fn a_public_folder_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let at = |output: &str, config: &Config| check(config, root.path(), &root.path().join(output), None);
        assert!(at("output", &config()).is_ok());
        let refused = at("output/public", &config()).unwrap_err().to_string();
        assert!(refused.contains("which is public: choose another --output"), "{refused}");
        assert!(at("output/./x/../public/deep", &config()).is_err());
        let mut named = config();
        named.public.output = Some("../www".to_owned());
        assert!(check(&named, root.path(), &root.path().join("../www"), None).is_err());
        std::fs::create_dir_all(root.path().join("site/public")).unwrap();
        assert!(at("site/public", &config()).is_ok());
        std::fs::write(root.path().join("site/.public.lock"), "").unwrap();
        assert!(at("site/public", &config()).is_err());
        std::os::unix::fs::symlink(root.path().join("site/public"), root.path().join("elsewhere")).unwrap();
        assert!(at("elsewhere", &config()).is_err(), "a link hides where it leads");
    }

    #[test]
    fn a_site_does_not_go_among_records() {
        let root = tempfile::tempdir().unwrap();
        let at = |output: &str| from_records(&config(), root.path(), &root.path().join(output));
        assert!(["output", "contents", "content-site"].iter().all(|output| at(output).is_ok()));
        let refused = at("content/reports").unwrap_err().to_string();
        assert!(refused.contains("among the records of `content`: choose another --output"), "{refused}");
        assert!(at("output/../content").is_err());
    }

    #[test]
    fn a_public_address_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let at =
            |url: Option<&str>, config: &Config| check(config, root.path(), &root.path().join("output"), url);
        assert!(at(None, &config()).is_ok());
        for url in [
            "https://example.org/archive",
            "HTTP://Example.org/archive/members/",
            "https://example.org:443/archive/members/",
            "http://example.org:80/archive/",
            "https://example.org./archive/",
            "https://example.org//archive//members/",
            "https://example.org/arc%68ive/",
            "https://example.org/x/../archive/members/",
            "https://example.org/x/%2e%2e/archive/",
            "https://someone@example.org/Archive/",
            "https:example.org/archive/",
        ] {
            let refused = at(Some(url), &config()).unwrap_err().to_string();
            assert!(refused.contains("public address") && refused.contains("--base-url"), "{refused}");
        }
        for url in [
            "https://members.example.org/archive/",
            "https://example.org/archive-members/",
            "https://example.org/archive/../members/",
            "https://example.org:8443/archive/",
        ] {
            assert!(at(Some(url), &config()).is_ok(), "{url}");
        }
        let mut said = config();
        said.members.base_url.clone_from(&said.base_url);
        assert!(at(None, &said).is_err());
    }
}
