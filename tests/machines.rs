//! Broken machines (`killed` has those that are switched off): full, read-only, shared, misdated. After each
//! the live site is whole, the next build succeeds, and nothing is left behind. And sound ones that differ: the
//! same bytes on all of them.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use crate::harness::Site;

pub type Files = BTreeMap<String, Vec<u8>>;

/// The archive of one of two tellings; the sites of the two have not one page alike.
pub fn tell(site: &Site, telling: &str) {
    for n in 0..40 {
        let record =
            format!("---\ntitle: Case {n} {telling}\ntheme_tag: [T{}]\n---\n\n{telling} text.\n", n % 7);
        site.write(&format!("content/cases/c{n}.md"), record);
    }
    site.write("annals.yaml", format!("title: {telling}\ndefault_visibility: public\nfacets: [theme_tag]\n"));
}

fn told(telling: &str) -> Site {
    let site = Site::new();
    tell(&site, telling);
    site
}

pub fn command(root: &Path, output: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    command.current_dir(root).args(["--quiet", "build", "--no-pdf", "--today", "2026-11-22", "--output"]);
    command.arg(output).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn build(site: &Site, output: &Path) -> Output {
    command(site.root(), output).output().unwrap()
}

/// A build that must succeed; the files of the site.
pub fn built(site: &Site, output: &Path) -> Files {
    let ran = build(site, output);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    files(&output.join("public"))
}

pub fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    gather(folder, folder, &mut found);
    found
}

fn gather(base: &Path, folder: &Path, found: &mut Files) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(base, &path, found);
        } else {
            found.insert(
                path.strip_prefix(base).unwrap().to_string_lossy().into_owned(),
                fs::read(&path).unwrap(),
            );
        }
    }
}

/// What lies beside the site.
pub fn left_in(output: &Path) -> Vec<String> {
    let mut left: Vec<String> = fs::read_dir(output)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    left
}

/// The names in a folder as the disk lists them.
fn left_in_order(folder: &Path) -> Vec<std::ffi::OsString> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
}

/// The two sites, and the archive that makes them.
fn two() -> (Site, [(&'static str, Files); 2]) {
    let apart = tempfile::tempdir().unwrap();
    let sites =
        ["First", "Second"].map(|telling| (telling, built(&told(telling), &apart.path().join(telling))));
    (told("First"), sites)
}

/// A small disk, if this machine lets one be made.
struct Disk(tempfile::TempDir);

impl Disk {
    fn new(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={megabytes}m");
        let ran =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "none"]).arg(folder.path()).output();
        ran.is_ok_and(|ran| ran.status.success()).then(|| Disk(folder))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_leaves_the_site_as_it_was() {
    let (site, sites) = two();
    let Some(disk) = Disk::new(8) else {
        // Where nobody may mount a disk, a limit on the size of files stops the build as abruptly.
        let output = site.root().join("output");
        let before = built(&site, &output);
        let limited = format!(
            "ulimit -f 1; exec \"$0\" --quiet build --no-pdf --today 2026-11-22 --output {}",
            output.display()
        );
        tell(&site, "Second");
        let ran = Command::new("sh")
            .args(["-c", &limited, env!("CARGO_BIN_EXE_annals")])
            .current_dir(site.root())
            .output();
        assert!(!ran.unwrap().status.success());
        assert!(files(&output.join("public")) == before);
        return;
    };
    let output = disk.0.path().join("output");
    let before = built(&site, &output);
    tell(&site, "Second");
    for left in [0_usize, 8_192, 40_000] {
        let ballast = disk.0.path().join("ballast");
        let _ = fs::remove_file(&ballast);
        let free = 8_000_000 - before.values().map(|bytes| bytes.len() + 4_096).sum::<usize>();
        let room = free.saturating_sub(left);
        // Whatever still fits is filled up.
        let mut size = room;
        while size > 0 && fs::write(&ballast, vec![0; size]).is_err() {
            size -= 50_000;
        }
        let ran = build(&site, &output);
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(2), "{left} bytes left: {told}");
        assert!(told.contains("No space left on device") && told.contains("/output/"), "{told}");
        assert!(files(&output.join("public")) == before, "the live site changed");
        assert_eq!(left_in(&output), [".public.lock", ".public.made", "public"]);
    }
    fs::remove_file(disk.0.path().join("ballast")).unwrap();
    assert!(built(&site, &output) == sites[1].1);
}

/// The program, and a user who may not do everything.
fn as_nobody(site: &Site, output: &Path, program: &Path) -> Output {
    let mut command = Command::new(program);
    command.current_dir(site.root()).args([
        "--quiet",
        "build",
        "--no-pdf",
        "--today",
        "2026-11-22",
        "--output",
    ]);
    command.arg(output);
    if is_root() {
        command.uid(65_534).gid(65_534);
    }
    command.output().unwrap()
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn what_may_not_be_written_or_read_is_named() {
    let site = told("First");
    // A user who may do everything lends the program to one who may not.
    let program: PathBuf = match is_root() {
        true => {
            let copy = site.root().join("program");
            fs::copy(env!("CARGO_BIN_EXE_annals"), &copy).unwrap();
            copy
        }
        false => env!("CARGO_BIN_EXE_annals").into(),
    };
    mode(site.root(), 0o755);
    let output = site.root().join("output");
    fs::create_dir(&output).unwrap();
    mode(&output, 0o777);
    let ran = as_nobody(&site, &output, &program);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let before = files(&output.join("public"));
    tell(&site, "Second");
    let refused = |what: &str| {
        let ran = as_nobody(&site, &output, &program);
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(2), "{what}: {told}");
        assert!(told.contains(what) && told.contains("Permission denied"), "{what}: {told}");
        assert!(files(&output.join("public")) == before, "{what}: the live site changed");
    };
    mode(&output, 0o555);
    refused("output");
    mode(&output, 0o777);
    let record = site.root().join("content/cases/c7.md");
    mode(&record, 0o000);
    refused("content/cases/c7.md");
    mode(&record, 0o644);
    // Folders of the old site that were closed since are swept all the same.
    mode(&output.join("public/cases"), 0o555);
    let ran = as_nobody(&site, &output, &program);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(left_in(&output), [".public.lock", ".public.made", "public"]);
    assert!(files(&output.join("public")) != before);
}

#[test]
fn builds_at_once_make_one_whole_site() {
    let (site, sites) = two();
    let output = site.root().join("output");
    for round in 0..3 {
        tell(&site, sites[round % 2].0);
        let children: Vec<_> = (0..4).map(|_| command(site.root(), &output).spawn().unwrap()).collect();
        let mut done = 0;
        for child in children {
            let ran = child.wait_with_output().unwrap();
            let told = String::from_utf8_lossy(&ran.stderr).into_owned();
            done += usize::from(ran.status.success());
            assert!(ran.status.success() || told.contains("another build is writing"), "{told}");
        }
        assert!(done > 0);
        assert!(files(&output.join("public")) == sites[round % 2].1);
        assert_eq!(left_in(&output), [".public.lock", ".public.made", "public"]);
    }
}

#[test]
fn any_day_is_a_day_to_build_on() {
    let site = told("First");
    for day in ["0001-01-01", "1970-01-01", "2100-01-01", "9999-12-31"] {
        let ran = site.run(&["build", "--no-pdf", "--today", day]);
        assert_eq!(ran.status, 0, "{day}: {}", ran.stderr);
    }
    let ordinary = built(&site, &site.root().join("a"));
    for (n, seconds) in [0_u64, 4_102_444_800].into_iter().enumerate() {
        for file in files(&site.root().join("content")).keys() {
            let file = fs::File::open(site.root().join("content").join(file)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
        }
        assert!(built(&site, &site.root().join(format!("b{n}"))) == ordinary);
    }
}

/// The library that gives a program another clock, if this machine has it.
fn false_clock() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.filter_map(Result::ok);
    folders.map(|folder| folder.path().join("faketime/libfaketimeMT.so.1")).find(|path| path.exists())
}

/// A clock that is really wrong, as far as the program can tell. (`tests/run` installs `faketime`; where it
/// is not, the test says so. Some ten seconds unoptimised: it builds twenty sites.)
#[test]
fn a_clock_that_is_wrong_by_decades_leaves_a_whole_site_and_the_next_build_succeeds() {
    let Some(library) = false_clock() else {
        eprintln!("not tried: there is no `faketime` on this machine");
        return;
    };
    let report = "---\ntitle: R\nperiod: 2018-01/2018-12\n---\n\nIt began.\n";
    let sites = ["First", "Second"].map(|telling| told(telling).file("content/reports/r.md", report));
    let output = sites[0].root().join("output");
    let right = [0, 1].map(|n| built(&sites[n], &sites[n].root().join("right")));
    for (clock, day) in [("1970-01-01 00:00:00", "1970-01-01"), ("2100-02-28 12:00:00", "2100-02-28")] {
        let on_that_day = [0, 1].map(|n| {
            let ran = sites[n].run(&["build", "--no-pdf", "--today", day, "--output", day]);
            assert_eq!(ran.status, 0, "{}", ran.stderr);
            files(&sites[n].root().join(day).join("public"))
        });
        let wrong = |n: usize| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
            // Files keep the times they have: those of now, long ago or in the future.
            command.env("LD_PRELOAD", &library).env("FAKETIME", format!("@{clock}")).env("TZ", "UTC");
            command.env("NO_FAKE_STAT", "1").env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
            command.args(["--quiet", "build", "--no-pdf", "--output"]);
            command.arg(&output).current_dir(sites[n].root()).stderr(Stdio::piped());
            command
        };
        assert!(built(&sites[1], &output) == right[1]);
        let ran = wrong(0).output().unwrap();
        assert!(ran.status.success(), "{clock}: {}", String::from_utf8_lossy(&ran.stderr));
        assert!(files(&output.join("public")) == on_that_day[0], "{clock}: not the site of {day}");
        // A build with a fault, and some that are killed.
        sites[1].write("content/cases/c0.md", "---\ntitle: [\n---\n");
        assert_eq!(wrong(1).output().unwrap().status.code(), Some(1));
        assert!(files(&output.join("public")) == on_that_day[0], "{clock}: a failed build changed the site");
        tell(&sites[1], "Second");
        for pause in [50, 250, 500] {
            let mut child = wrong(1).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(pause));
            child.kill().unwrap();
            child.wait().unwrap();
            let live = files(&output.join("public"));
            assert!(on_that_day.contains(&live), "{clock}: killed after {pause} ms, the site is not whole");
        }
        // The clock is right again.
        assert!(built(&sites[1], &output) == right[1], "{clock}: the next build differs");
        assert_eq!(left_in(&output), [".public.lock", ".public.made", "public"]);
    }
}

/// Where another disk is, if there is one.
fn elsewhere() -> Option<tempfile::TempDir> {
    let here = fs::metadata(std::env::temp_dir()).unwrap().dev();
    let is_other = fs::metadata("/dev/shm").is_ok_and(|shm| shm.dev() != here);
    is_other.then(|| tempfile::tempdir_in("/dev/shm").ok()).flatten()
}

#[test]
fn records_that_come_and_go_while_a_build_reads_leave_it_whole() {
    let site = told("First");
    let output = site.root().join("output");
    let mut before = built(&site, &output);
    for round in 0..6 {
        let child = command(site.root(), &output).spawn().unwrap();
        for n in 0..200 {
            let path = site.root().join(format!("content/cases/c{}.md", n % 40));
            let bytes = fs::read(&path).unwrap();
            fs::remove_file(&path).unwrap();
            std::thread::sleep(Duration::from_millis(1));
            fs::write(&path, bytes).unwrap();
        }
        let ran = child.wait_with_output().unwrap();
        let live = files(&output.join("public"));
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        match ran.status.code() {
            Some(0) => assert!(live.contains_key("index.html") && live.contains_key("404.html")),
            Some(1 | 2) => {
                assert!(live == before, "round {round}: a build that failed changed the site: {told}");
                assert!(told.contains("content/cases/"), "{told}");
            }
            other => panic!("{other:?}: {told}"),
        }
        before = live;
        assert_eq!(left_in(&output), [".public.lock", ".public.made", "public"]);
    }
}

#[test]
fn the_bytes_are_the_same_on_every_machine() {
    let site = told("First");
    let ordinary = built(&site, &site.root().join("output"));
    // The same archive, written in another order, in another folder, and on another disk, whose folders
    // are read newest first: there the two orders of writing are two orders of reading.
    let mut names: Vec<_> = files(&site.root().join("content")).into_keys().collect();
    let disks = [(); 2].map(|()| elsewhere().unwrap_or_else(|| tempfile::tempdir().unwrap()));
    for disk in &disks {
        fs::create_dir_all(disk.path().join("content/cases")).unwrap();
        for name in &names {
            fs::copy(site.root().join("content").join(name), disk.path().join("content").join(name)).unwrap();
        }
        fs::copy(site.root().join("annals.yaml"), disk.path().join("annals.yaml")).unwrap();
        names.reverse();
    }
    let [one, two] = disks.each_ref().map(|disk| left_in_order(&disk.path().join("content/cases")));
    if one == two {
        eprintln!("not tried: every disk of this machine lists a folder in the same order");
    }
    let deep = site.root().join("a/deep folder/é");
    let program = env!("CARGO_BIN_EXE_annals");
    for (n, (shell, variables)) in [
        ("umask 077", [("RAYON_NUM_THREADS", "1"), ("LANG", "C"), ("TZ", "UTC")]),
        ("umask 000", [("RAYON_NUM_THREADS", "8"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati")]),
        ("umask 027", [("RAYON_NUM_THREADS", "2"), ("LC_ALL", "de_DE.UTF-8"), ("TZ", "America/Los_Angeles")]),
    ]
    .into_iter()
    .enumerate()
    {
        let [one, two] = disks.each_ref().map(tempfile::TempDir::path);
        for (root, output) in [(one, deep.join(n.to_string())), (two, two.join("a b").join(n.to_string()))] {
            let line =
                format!("{shell}; exec \"$0\" --quiet build --no-pdf --today 2026-11-22 --output \"$1\"");
            let ran = Command::new("sh")
                .args(["-c", &line, program])
                .arg(&output)
                .current_dir(root)
                .envs(variables)
                .output()
                .unwrap();
            assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
            assert!(files(&output.join("public")) == ordinary, "{shell} {variables:?} differs");
        }
    }
}
