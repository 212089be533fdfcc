//! Six made-up people and their files in the shared folder: who was where, and what they would answer.

use ebb_exchange::import::{Answers, Zones};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};

/// One file of a person and the answers to its questions.
pub(crate) struct FileOf {
    pub(crate) name: &'static str,
    pub(crate) answers: &'static [(&'static str, &'static str)],
}

/// A person of the shared folder.
pub(crate) struct Person {
    pub(crate) folder: &'static str,
    pub(crate) zone: &'static str,
    pub(crate) files: &'static [FileOf],
}

const fn file(name: &'static str, answers: &'static [(&'static str, &'static str)]) -> FileOf {
    FileOf { name, answers }
}

const LEO_SHEET: &[(&str, &str)] = &[
    ("decimal", "comma"),
    ("dates", "day_first"),
    ("teaspoon_grams", "2.3"),
    ("capsule_grams", "0.55"),
];

const LEO_LOG: &[(&str, &str)] = &[("decimal", "comma"), ("capsule_grams", "0.55")];

const LEO_NOTES: &[(&str, &str)] = &[("columns", "date,time,amount,note"), ("capsule_grams", "0.55")];

/// Everyone, with files in the order of their numbers.
pub(crate) const PEOPLE: [Person; 6] = [
    Person {
        folder: "1-nora-weekends",
        zone: "Europe/Berlin",
        files: &[
            file(
                "journal-android.json",
                &[("unit:pinch", "unknown"), ("unit:9", "unknown")],
            ),
            file("loop-habits.zip", &[]),
            file("checkins.csv", &[]),
        ],
    },
    Person {
        folder: "2-tom-slow-creep",
        zone: "America/Chicago",
        files: &[
            file("herbal-backup-2024-12-29.json", &[]),
            file("herbal-export-2025-09-20.csv", &[]),
            file("herbal-backup-2025-10-13.json", &[]),
            file("checkins.csv", &[]),
            file("felt.csv", &[]),
        ],
    },
    Person {
        folder: "3-dale-taper",
        zone: "America/New_York",
        files: &[
            file("taperk-export-2026-03-08.csv", &[("product:capsules", "leaf")]),
            file("unhookd-export-2026-04-26.json", &[]),
            file("withdrawal.csv", &[]),
        ],
    },
    Person {
        folder: "4-aroon-tea",
        zone: "Asia/Bangkok",
        files: &[
            file("teataper-backup-2026-05-11.json", &[("tea_grams_per_litre", "unknown")]),
            file("teataper-export-2026-05-11.csv", &[("tea_grams_per_litre", "unknown")]),
            file("checkins.csv", &[]),
        ],
    },
    Person {
        folder: "5-kim-capsules-to-tablets",
        zone: "America/Los_Angeles",
        files: &[
            file(
                "journal-ios-2025-07-28.json",
                &[("zero", "unknown"), ("product:Extract shot", "extract:112.5mg")],
            ),
            file("journal-ios-15-2026-03-01.json", &[("zero", "unknown")]),
            file("medtimer-backup.json", &[("capsule_grams", "0.55")]),
            file("mood.tsv", &[]),
        ],
    },
    Person {
        folder: "6-leo-chaos",
        zone: "Europe/Vienna",
        files: &[
            file("notizen_anfang.csv", LEO_NOTES),
            file("tabelle_juni.csv", LEO_SHEET),
            file("tabelle_oktober.csv", LEO_SHEET),
            file("log_herbst.tsv", LEO_LOG),
            file("befinden.csv", &[]),
        ],
    },
];

impl Person {
    /// Where they were, and when.
    pub(crate) fn zones(&self) -> Zones {
        let home = Zones::home(zone(self.zone));
        if self.folder != "2-tom-slow-creep" {
            return home;
        }
        let at = |text: &str| text.parse::<DateTime>().unwrap();
        home.with_journey(zone("Asia/Tokyo"), at("2025-05-09T15:40"), at("2025-05-20T17:30"))
    }
}

pub(crate) fn zone(name: &str) -> TimeZone {
    #[expect(clippy::disallowed_methods, reason = "a test is its own edge")]
    TimeZone::get(name).unwrap()
}

pub(crate) fn answers(list: &[(&str, &str)]) -> Answers {
    crate::workbench::said(list)
}

/// The shared folder: `EBB_SHARED`, or `shared` beside the repository. `None` when there is none.
pub(crate) fn shared() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "a test is its own edge")]
    let named = std::env::var("EBB_SHARED").ok().map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    named.into_iter().chain([beside]).find(|p| p.join("diaries").is_dir())
}

pub(crate) fn bytes(path: &Path) -> Vec<u8> {
    #[expect(clippy::disallowed_methods, reason = "a test is its own edge")]
    std::fs::read(path).unwrap()
}

pub(crate) fn json(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&bytes(path)).unwrap()
}
