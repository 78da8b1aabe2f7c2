//! Names that every disk takes.
//!
//! In: a part of a path. Out: whether a file or folder can have that name on Linux, macOS and Windows
//! alike, with an ending behind it. It does not say which letters an address may have.

/// The most bytes of a name: with `-action-123` and `.html` behind it, it still fits the 255 of most disks.
const LONGEST: usize = 200;

/// What Windows takes for a device, whatever ending follows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether a file or a folder of this name can lie on any disk.
pub fn is_portable(name: &str) -> bool {
    name.len() <= LONGEST && !name.ends_with(['.', ' ']) && !is_device(name)
}

/// Whether a name looks like that of a file (`index.html`, `robots.txt`), so that a folder of this name
/// would stand in a file's place.
pub fn has_ending(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let is_port = |port: &str| {
        let number = stem.strip_prefix(port);
        number.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    DEVICES.contains(&&*stem) || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_disk_refuses_are_told() {
        for name in ["con", "NUL", "aux.2018", "Com1", "lpt9.html", "a.", "a ", &"x".repeat(201)] {
            assert!(!is_portable(name), "{name}");
        }
        for name in ["console", "com10", "nulls", "v1.0", "a", &"x".repeat(200)] {
            assert!(is_portable(name), "{name}");
        }
        assert!(
            has_ending("index.html") && has_ending("a.TXT") && !has_ending("v1.0") && !has_ending("cases")
        );
    }
}
