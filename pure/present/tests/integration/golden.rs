//! Pictures stay as they were looked at and found good. To accept a change: look at it, then run the tests with
//! `EBB_UPDATE_GOLDEN=1`.

use std::path::PathBuf;

use ebb_present::chart::{svg, term};

use crate::examples;

#[expect(
    clippy::disallowed_methods,
    reason = "a test reads and, when asked, renews its own golden files"
)]
pub(crate) fn check(name: &str, drawn: &str) -> Result<(), String> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden")).join(name);
    if std::env::var("EBB_UPDATE_GOLDEN").is_ok() {
        std::fs::write(&path, drawn).map_err(|error| format!("{name}: {error}"))?;
    }
    match std::fs::read_to_string(&path) {
        Ok(golden) if golden == drawn => Ok(()),
        Ok(_) => Err(format!("{name} is drawn differently from its golden file")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

pub(crate) fn all_good(results: Vec<Result<(), String>>) {
    let faults: Vec<String> = results.into_iter().filter_map(Result::err).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn drawings_for_phone_and_desk_are_as_they_were() {
    let mut results = Vec::new();
    for (name, spec) in examples::all() {
        for width in [360, 900] {
            let drawn = svg::draw(&spec, &svg::Options::file(width, name));
            results.push(check(&format!("{name}-{width}.svg"), &drawn));
        }
    }
    all_good(results);
}

#[test]
fn terminal_charts_are_as_they_were() {
    let mut results = Vec::new();
    for (name, spec) in examples::all() {
        for options in [
            term::Options::plain(80),
            term::Options::plain(40),
            term::Options::ascii(80),
        ] {
            let charset = if options.charset == term::Charset::Ascii {
                "-ascii"
            } else {
                ""
            };
            let drawn = term::draw(&spec, &options);
            results.push(check(&format!("{name}-{}{charset}.txt", options.columns), &drawn));
        }
    }
    all_good(results);
}
