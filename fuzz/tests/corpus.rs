//! Every kept input through its target, without a fuzzer: what was found once stays mended.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ebb_fuzz::TARGETS;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn names_in(name: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder(name)).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn every_kept_input_holds() {
    for (target, check) in TARGETS {
        let kept = fs::read_dir(folder("corpus").join(target)).unwrap();
        let paths: BTreeSet<PathBuf> = kept.map(|entry| entry.unwrap().path()).collect();
        assert!(paths.len() >= 5, "{target} keeps too few inputs to mean anything");
        for path in paths {
            // Shown when the next line panics.
            println!("{target}: {}", path.file_name().unwrap().to_string_lossy());
            check(&fs::read(&path).unwrap());
        }
    }
}

#[test]
fn every_target_has_its_inputs_and_its_way_in() {
    let names: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names_in("corpus"), names);
    assert_eq!(names_in("fuzz_targets"), names);
}
