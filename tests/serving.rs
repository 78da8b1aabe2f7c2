//! The live server as a browser and an editor meet it: a real one, on the loopback.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::Site;

/// A server that runs until it is dropped.
struct Server<'s> {
    site: &'s Site,
    child: Child,
    port: u16,
}

impl<'s> Server<'s> {
    fn of(site: &'s Site, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_annals"))
            .args(["serve", "--port", "0", "--today", "2026-11-22"])
            .args(more)
            .current_dir(site.root())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let first = lines.next().unwrap().unwrap();
        let port = first.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.unwrap_or_else(|| panic!("no address in {first:?}")).parse().unwrap();
        // What else it says is read, or it would wait for somebody to read it.
        std::thread::spawn(move || lines.for_each(drop));
        let server = Server { site, child, port };
        server.wait_for("a first build", |state| state["builds"].as_u64() > Some(0));
        server
    }

    /// What a request gets, as it comes over the wire.
    fn ask(&self, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.ask(path, &format!("127.0.0.1:{}", self.port))
    }

    fn state(&self) -> serde_json::Value {
        let answer = self.get("/_annals/state.json");
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }

    /// Waits, but not for ever.
    fn wait_for(&self, what: &str, is_so: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        let started = Instant::now();
        loop {
            let state = self.state();
            if is_so(&state) {
                return state;
            }
            assert!(started.elapsed() < Duration::from_secs(60), "waited for {what}; {state:#}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits for a page to say something.
    fn until(&self, path: &str, words: &str) {
        self.wait_for(words, |_| self.get(path).contains(words));
    }

    /// Waits for the whole site after a page of it was shown at once.
    fn until_whole(&self) {
        self.wait_for("the whole site", |state| state["words"].as_str().unwrap().starts_with("Made in"));
    }
}

impl Drop for Server<'_> {
    fn drop(&mut self) {
        // A server that is gone already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn small() -> Site {
    Site::new().record("cases/water", "title: Water", "The first text.").record(
        "cases/secret",
        "title: Behind closed doors\nvisibility: members",
        "Between us.",
    )
}

#[test]
fn pages_are_answered_for_and_nothing_else_is() {
    let site = small();
    let server = Server::of(&site, &[]);
    let page = server.get("/cases/water.html");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("text/html"), "{page}");
    assert!(page.contains("The first text.") && page.contains("/_annals/live.js"), "{page}");
    assert!(page.contains("no-store") && page.contains("nosniff"), "{page}");
    assert!(server.get("/").contains("Test archive"));
    assert!(server.get("/cases").contains("location: /cases/"));
    for path in ["/cases/secret.html", "/../annals.yaml", "/%2e%2e/annals.yaml", "/annals.yaml", "/content/"]
    {
        let answer = server.get(path);
        assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("default_visibility"), "{answer}");
    }
    for host in ["example.org", "127.0.0.1.example.org:80", ""] {
        let answer = server.ask("/", host);
        assert!(answer.starts_with("HTTP/1.1 403"), "{host}: {answer}");
    }
    assert!(server.get("/_annals/").contains("The public edition is being served"));
}

#[test]
fn members_see_their_edition() {
    let site = small();
    let server = Server::of(&site, &["--audience", "members", "--no-search"]);
    assert!(server.get("/cases/secret.html").contains("Between us."));
}

#[test]
fn a_change_is_seen_and_a_faulty_one_leaves_the_last_good_site_up() {
    let site = small();
    let server = Server::of(&site, &[]);
    let first = server.state()["site"].as_u64();
    server.site.write("content/cases/water.md", "---\ntitle: Water\n---\n\nThe second text.\n");
    server.until("/cases/water.html", "The second text.");
    assert!(server.state()["site"].as_u64() > first);
    server.until_whole();

    server.site.write("content/cases/water.md", "---\ntitle: [Water\n---\n\nThe third text.\n");
    let state = server.wait_for("a fault", |state| state["current"] == false);
    assert_eq!(state["findings"][0]["file"], "content/cases/water.md", "{state:#}");
    assert!(server.get("/cases/water.html").contains("The second text."));
    assert!(server.get("/_annals/").contains("the last good site stays up"));

    server.site.write("content/cases/water.md", "---\ntitle: Water\n---\n\nThe third text.\n");
    server.until("/cases/water.html", "The third text.");
    server.until_whole();
    assert_eq!(server.state()["current"], true);

    // What only the whole archive tells: the text may be seen for a moment, and is taken back.
    server.site.write("content/cases/water.md", "---\ntitle: Water\n---\n\n::: members\nNo end.\n");
    server.wait_for("a fault", |state| state["current"] == false);
    assert!(server.get("/cases/water.html").contains("The third text."));
    server.site.write("content/cases/water.md", "---\ntitle: Water\n---\n\nThe fourth text.\n");
    server.until("/cases/water.html", "The fourth text.");
}

#[test]
fn a_saved_text_turns_its_own_page_and_no_other() {
    let site = small().record("cases/fire", "title: Fire", "Of its own.");
    let server = Server::of(&site, &["--no-search"]);
    let turned = |path: &str| {
        let answer = server.get(&format!("/_annals/wait/0/{path}"));
        let state: serde_json::Value =
            serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
        state["page"].as_u64().unwrap()
    };
    let (water, fire) = (turned("cases/water.html"), turned("cases/fire.html"));
    site.write("content/cases/water.md", "---\ntitle: Water\n---\n\nThe second text.\n");
    server.until("/cases/water.html", "The second text.");
    // The whole site comes after, and turns the page no second time.
    let saved = turned("cases/water.html");
    assert!(saved > water);
    site.write("content/cases/new.md", "---\ntitle: New\n---\n\nNew.\n");
    server.until("/cases/new.html", "New.");
    assert!(
        server.get("/cases/water.html").contains(&format!("data-page=\"{}\"", turned("cases/water.html")))
    );
    site.write("content/cases/fire.md", "---\ntitle: Fire\n---\n\nOf another.\n");
    server.until("/cases/fire.html", "Of another.");
    assert!(turned("cases/fire.html") > fire && turned("").le(&server.state()["builds"].as_u64().unwrap()));
}

#[test]
fn editors_that_rename_and_checkouts_that_move_folders_are_followed() {
    let site = small();
    let server = Server::of(&site, &["--no-search"]);
    let content = site.root().join("content");
    // As many editors save: a new file takes the old one's place.
    site.write("content/cases/.water.md.swp", "---\ntitle: Water\n---\n\nSaved by renaming.\n");
    std::fs::rename(content.join("cases/.water.md.swp"), content.join("cases/water.md")).unwrap();
    server.until("/cases/water.html", "Saved by renaming.");
    // The settings, saved in the same way.
    site.write("annals.yaml.tmp", "title: Another title\ndefault_visibility: public\n");
    std::fs::rename(site.root().join("annals.yaml.tmp"), site.root().join("annals.yaml")).unwrap();
    server.until("/", "Another title");
    // A checkout takes everything away and brings something else.
    std::fs::rename(&content, site.root().join("elsewhere")).unwrap();
    server.wait_for("an archive without records", |_| {
        server.get("/cases/water.html").starts_with("HTTP/1.1 404") || server.state()["current"] == false
    });
    std::fs::rename(site.root().join("elsewhere"), &content).unwrap();
    server.until("/cases/water.html", "Saved by renaming.");
    site.write("content/cases/water.md", "---\ntitle: Water\n---\n\nAfter the checkout.\n");
    server.until("/cases/water.html", "After the checkout.");
    // A theme of its own, which was not there before.
    site.write("themes/default/footer.html", "");
    std::fs::remove_file(content.join("cases/water.md")).unwrap();
    server.wait_for("the record to be gone", |_| server.get("/cases/water.html").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_burst_of_changes_is_one_change() {
    let site = small();
    let server = Server::of(&site, &["--no-search"]);
    let before = server.state()["builds"].as_u64().unwrap();
    for n in 0..300 {
        site.write(&format!("content/cases/case-{n}.md"), format!("---\ntitle: Case {n}\n---\n\nText.\n"));
    }
    server.until("/cases/case-299.html", "Case 299");
    server.until("/cases/case-0.html", "Case 0");
    let builds = server.state()["builds"].as_u64().unwrap() - before;
    assert!(builds < 60, "{builds} builds of 300 files");
}

#[test]
fn a_site_that_never_was_says_why() {
    let site = Site::new().record("cases/water", "title: [Water", "Text.");
    let server = Server::of(&site, &[]);
    let page = server.get("/");
    assert!(page.starts_with("HTTP/1.1 503") && page.contains("content/cases/water.md:2"), "{page}");
    site.write("content/cases/water.md", "---\ntitle: Water\n---\n\nText.\n");
    server.until("/cases/water.html", "Text.");
}

#[test]
fn a_port_that_is_taken_is_said() {
    let site = small();
    let server = Server::of(&site, &[]);
    let ran = site.run(&["serve", "--port", &server.port.to_string()]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("cannot listen on 127.0.0.1:"), "{}", ran.stderr);
}

#[test]
fn what_keeps_a_site_from_being_made_is_told_in_the_terminal() {
    let site = Site::new().record("cases/a", "title: A\nvisibility: Publick", "Text.");
    let mut child = Command::new(env!("CARGO_BIN_EXE_annals"))
        .args(["serve", "--port", "0", "--today", "2026-11-22"])
        .current_dir(site.root())
        .env("NO_COLOR", "1")
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let mut told = String::new();
    for line in lines {
        told += &format!("{line}\n");
        if line.starts_with("Not made") {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(told.contains("error[unknown_word]") && told.contains(" --> content/cases/a.md:3:13"), "{told}");
}
