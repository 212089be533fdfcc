//! The people's JSON files meet each other, and themselves a second time, in one diary.

use crate::json_shared::*;
use crate::workbench::Bench;
use ebb_exchange::import::plan::{Known, Outcome};
use ebb_exchange::import::{Reading, Zones};

fn reading(path: &str, pairs: &[(&str, &str)], zones: &Zones) -> Option<Reading> {
    shared(path).map(|bytes| read_with(&bytes, pairs, zones).unwrap())
}

/// Doses of `second` that a diary with `first` has already, and that are new to it.
fn meet(first: &Reading, second: &Reading) -> (usize, usize) {
    let mut bench = Bench::new();
    bench.import(first);
    let plan = bench.plan(second, &[], "second.json");
    let (mut known, mut new) = (0, 0);
    for (row, planned) in second.rows.iter().zip(&plan.rows) {
        if matches!(row.says, ebb_exchange::import::Says::Dose { .. }) {
            match planned.outcome {
                Outcome::Duplicate(Known::Again | Known::SameEntry) | Outcome::Changed { .. } => known += 1,
                Outcome::New => new += 1,
                _ => {}
            }
        }
    }
    (known, new)
}

#[test]
fn a_second_import_of_the_same_file_writes_nothing() {
    for (path, home_zone) in [
        ("1-nora-weekends/journal-android.json", "Europe/Berlin"),
        ("2-tom-slow-creep/herbal-backup-2024-12-29.json", "America/Chicago"),
        ("3-dale-taper/unhookd-export-2026-04-26.json", "America/New_York"),
        ("4-aroon-tea/teataper-backup-2026-05-11.json", "Asia/Bangkok"),
        (
            "5-kim-capsules-to-tablets/journal-ios-2025-07-28.json",
            "America/Los_Angeles",
        ),
        ("5-kim-capsules-to-tablets/medtimer-backup.json", "America/Los_Angeles"),
    ] {
        let Some(reading) = reading(path, &[], &home(home_zone)) else {
            return;
        };
        let mut bench = Bench::new();
        bench.import(&reading);
        assert!(!bench.entries.is_empty());
        assert!(!bench.plan(&reading, &[], "again.json").has_something_new(), "{path}");
    }
}

#[test]
fn kims_new_journal_adds_only_what_her_old_one_did_not_have() {
    let zones = home("America/Los_Angeles");
    let shot = [("product:Extract shot", "extract:112.5mg")];
    let folder = "5-kim-capsules-to-tablets";
    let Some(old) = reading(&format!("{folder}/journal-ios-2025-07-28.json"), &shot, &zones) else {
        return;
    };
    let Some(new) = reading(&format!("{folder}/journal-ios-15-2026-03-01.json"), &[], &zones) else {
        return;
    };
    assert_eq!(meet(&old, &new), (363, 990 - 363));
}

#[test]
fn toms_later_backup_knows_every_dose_of_the_earlier_one() {
    let zones = home("America/Chicago").with_journey(
        zone("Asia/Tokyo"),
        "2025-05-09T15:40:00".parse().unwrap(),
        "2025-05-20T17:30:00".parse().unwrap(),
    );
    let folder = "2-tom-slow-creep";
    let Some(first) = reading(&format!("{folder}/herbal-backup-2024-12-29.json"), &[], &zones) else {
        return;
    };
    let Some(whole) = reading(&format!("{folder}/herbal-backup-2025-10-13.json"), &[], &zones) else {
        return;
    };
    assert_eq!(meet(&first, &whole), (347, 1452 - 347));
}
