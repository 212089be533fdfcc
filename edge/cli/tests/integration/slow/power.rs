//! kill -9 in the middle of writing: whatever was acknowledged is there, and an import is whole or not there at all.

use crate::support::Home;
use std::fmt::Write as _;
use std::process::Stdio;
use std::time::Duration;

/// A generator small enough to read, so that a failing run can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

fn sheet(rows: usize) -> String {
    let mut text = String::from("date,time,grams\n");
    for i in 0..rows {
        let _ = writeln!(
            text,
            "2026-{:02}-{:02},{:02}:{:02},2",
            1 + i / 1400 % 5,
            1 + i / 50 % 28,
            i % 50 / 10 + 8,
            i % 10 * 5
        );
    }
    text
}

#[test]
fn a_killed_import_is_whole_or_not_there() {
    let home = Home::new();
    let file = home.path("sheet.csv");
    std::fs::write(&file, sheet(3000)).unwrap();
    let file = file.to_str().unwrap().to_owned();
    let mut dice = Dice(20_260_601);
    let mut n_killed = 0;
    for _ in 0..60 {
        let mut child = home
            .command(&["import", &file, "--yes", "--json"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(dice.roll(400)));
        n_killed += usize::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        let is_acknowledged = child.wait().unwrap().success();
        let verify = home.json(&["verify"]);
        assert_eq!(verify["intact"], true);
        let n = home.json(&["history", "--from", "2026-01-01", "--to", "2026-05-31"])["days"]
            .as_array()
            .unwrap()
            .iter()
            .map(|d| d["doses"].as_u64().unwrap())
            .sum::<u64>();
        assert!(n == 0 || n == 3000, "{n} of 3000 rows");
        assert!(!is_acknowledged || n == 3000);
        if n == 3000 {
            home.ok(&["undo"]);
        }
    }
    assert!(n_killed > 20, "the kills came too late to test anything: {n_killed}");
}

#[test]
fn a_killed_log_loses_nothing_acknowledged() {
    let home = Home::new();
    home.ok(&["product", "add", "green"]);
    let mut dice = Dice(7);
    let mut acknowledged = 0;
    for i in 0..140 {
        let said = format!("2g green at 0{}:{:02}", i / 60 + 1, i % 60);
        let mut child = home
            .command(&["log", &said])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(dice.roll(60)));
        let _ = child.kill();
        acknowledged += u64::from(child.wait().unwrap().success());
    }
    assert_eq!(home.json(&["verify"])["intact"], true);
    let days = home.json(&["history", "--from", "2026-05-30", "--to", "2026-06-01"]);
    let n: u64 = days["days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["doses"].as_u64().unwrap())
        .sum();
    assert!(n >= acknowledged && n <= 140, "{n} there, {acknowledged} acknowledged");
}
