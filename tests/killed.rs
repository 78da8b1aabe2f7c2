//! Builds that are killed: the live site is whole, and the next build makes what a clean one makes, out of
//! whatever the killed ones left for it.

use std::time::Instant;

use crate::harness::Site;
use crate::machines::{Files, built, command, files, left_in, tell};

/// The archive as it is in round `n`, by which of its three tellings: in the first none of the pages of the
/// third can be taken over; in the second all but a few of those of the first; in the third none again.
fn tell_again(site: &Site, n: u32) -> usize {
    let which = n as usize % 3;
    tell(site, if which < 2 { "First" } else { "Second" });
    if which == 1 {
        for changed in [3, 17, 30] {
            let record =
                format!("---\ntitle: Case {changed} First\ntheme_tag: [T{}]\n---\n\nA word.\n", changed % 7);
            site.write(&format!("content/cases/c{changed}.md"), record);
        }
    }
    which
}

/// A build of this telling, as one that finds nothing of an earlier one makes it.
fn clean(n: u32) -> Files {
    let site = Site::new();
    tell_again(&site, n);
    built(&site, &site.root().join("output"))
}

/// Kills 20 builds, or as many as `ANNALS_KILLS` says, each at another moment of the time that a build
/// takes; what earlier builds left beside the site is there for each. After each the live site is whole, and
/// the next build (after each fifth, where no number is said) makes what a clean one makes. (Half a minute
/// unoptimised: each kill takes half of a build.)
#[test]
fn a_build_may_be_killed_at_any_moment() {
    let site = Site::new();
    let output = site.root().join("output");
    let sites = [0, 1, 2].map(clean);
    tell_again(&site, 2);
    let started = Instant::now();
    built(&site, &output);
    let takes = started.elapsed();
    let asked = std::env::var("ANNALS_KILLS").ok().and_then(|kills| kills.parse().ok());
    let (kills, mut dice, mut half) = (asked.unwrap_or(20_u32), 2_463_534_242_u32, 0);
    let (mut killed, mut kept, mut whole) = (0, 0, [0; 3]);
    for n in 0..kills {
        let which = tell_again(&site, n);
        let mut child = command(site.root(), &output).spawn().unwrap();
        // Marsaglia's xorshift: the same moments in every run, as far as the machine's are the same.
        dice ^= dice << 13;
        dice ^= dice >> 17;
        dice ^= dice << 5;
        std::thread::sleep(takes.mul_f64(f64::from(dice) / f64::from(u32::MAX)));
        killed += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        half += u32::from(output.join(".public.staged").exists());
        let live = files(&output.join("public"));
        let Some(is) = sites.iter().position(|site| *site == live) else {
            panic!("kill {n}: the live site is not whole");
        };
        whole[is] += 1;
        if asked.is_some() || n % 5 == 4 || n + 1 == kills {
            let ran = command(site.root(), &output).arg("--timings").output().unwrap();
            let told = String::from_utf8_lossy(&ran.stderr).into_owned();
            assert!(ran.status.success(), "kill {n}: {told}");
            assert!(files(&output.join("public")) == sites[which], "kill {n}: the next build differs");
            assert_eq!(left_in(&output), [".public.lock", ".public.made", "public"], "kill {n}");
            let taken = told.lines().find_map(|line| line.strip_prefix("pages")?.strip_suffix(" kept"));
            kept += taken.and_then(|line| line.split_whitespace().last()?.parse::<u32>().ok()).unwrap();
        }
    }
    assert!(half > 0, "no build was killed while it wrote");
    assert!(kept > 0, "no build took anything over");
    eprintln!(
        "{kills} kills, {killed} of them in time and {half} while it wrote; {kept} pages were taken over by the builds after them; live was {whole:?}"
    );
}
