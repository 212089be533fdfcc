//! `ebb verify`, `rebuild`, `doctor`, `set`: looking after the vault.

use crate::args::Set;
use crate::error::{SomeDamaged, Usage};
use crate::paths::Home;
use crate::session::Session;
use crate::term;
use anyhow::{Result, bail};
use ebb_core::event::{Event, Settings};
use ebb_vault::{Problem, block_on};
use jiff::tz::TimeZone;
use serde_json::json;

/// Opens every record and checks every chain.
pub(super) fn verify(json: bool) -> Result<()> {
    let session = Session::open()?;
    let report = block_on(session.vault.verify())?;
    let problems: Vec<String> = report.problems.iter().map(problem_words).collect();
    if json {
        term::say_json(&json!({
            "readable": report.readable,
            "not_entries": session.n_unreadable,
            "problems": problems,
            "intact": report.is_intact() && session.n_unreadable == 0,
        }))?;
    } else {
        let mut text = format!(
            "{} records open and follow each other.",
            term::numbers().count(report.readable)
        );
        for problem in &problems {
            text.push_str(&format!("\n  {problem}"));
        }
        if session.n_unreadable > 0 {
            text.push_str(&format!(
                "\n  {} records open, but are not entries; they are kept",
                session.n_unreadable
            ));
        }
        term::say(&text)?;
    }
    if report.is_intact() {
        Ok(())
    } else {
        Err(SomeDamaged {
            n: report.problems.len(),
        }
        .into())
    }
}

fn problem_words(problem: &Problem) -> String {
    match problem {
        Problem::DamagedRecord { id } => format!("record {} is damaged; the others are safe", id.seq),
        Problem::NewerRecord { id, .. } => format!("record {} was written by a newer Ebb; it is kept", id.seq),
        Problem::Gap { from, to, .. } => format!("records {from} to {to} are missing"),
        Problem::ChainBroken { id } => format!("record {} does not follow the one before it", id.seq),
        Problem::MisfiledRows { count } => format!("{count} rows lie in an impossible place"),
        Problem::UnreadableStorage => "part of the storage cannot be read".to_owned(),
        Problem::DamagedHeader { .. } => {
            "one of the two ways in (passphrase or phrase) is damaged; set it anew".to_owned()
        }
        _ => "something is not as it was written".to_owned(),
    }
}

/// Throws away what can be computed again.
pub(super) fn rebuild(json: bool) -> Result<()> {
    let session = Session::open()?;
    block_on(session.vault.clear_cache())?;
    if json {
        return term::say_json(&json!({ "rebuilt": true, "entries": session.diary.n_entries() }));
    }
    term::say(&format!(
        "Everything computed was thrown away; {} entries are read anew.",
        session.diary.n_entries()
    ))
}

/// Changes settings.
pub(super) fn set(args: &Set, json: bool) -> Result<()> {
    if let Some(name) = &args.zone
        && TimeZone::get(name).is_err()
    {
        bail!(Usage::new(
            "this zone is not known",
            "use an IANA name such as Europe/Berlin"
        ));
    }
    if args.day_start.is_some_and(|h| !(0..=23).contains(&h)) {
        bail!(Usage::new("the hour is out of range", "use 0 to 23"));
    }
    let mut session = Session::open()?;
    session.write(vec![Event::Settings(Settings {
        day_start: args.day_start,
        zone: args.zone.clone(),
        product: None,
    })])?;
    if json {
        term::say_json(&json!({ "set": true }))
    } else {
        term::say("Set.")
    }
}

/// One thing that was looked at.
struct Finding {
    name: &'static str,
    is_good: bool,
    says: String,
}

/// Looks at the installation from outside in.
pub(super) fn doctor(json: bool) -> Result<()> {
    let mut findings = vec![folder()?];
    match Session::open() {
        Ok(session) => findings.extend(inside(&session)),
        Err(error) => {
            let ending = crate::error::ending(&error, &term::words());
            findings.push(Finding {
                name: "vault",
                is_good: false,
                says: ending.what,
            });
        }
    }
    findings.push(engine());
    let is_good = findings.iter().all(|f| f.is_good);
    if json {
        let list: Vec<_> = findings
            .iter()
            .map(|f| json!({ "name": f.name, "good": f.is_good, "says": f.says }))
            .collect();
        return term::say_json(&json!({ "good": is_good, "findings": list }));
    }
    let lines: Vec<String> = findings
        .iter()
        .map(|f| format!("{} {:<12} {}", if f.is_good { "ok  " } else { "LOOK" }, f.name, f.says))
        .collect();
    term::say(&lines.join("\n"))
}

fn folder() -> Result<Finding> {
    let home = Home::find()?;
    let is_there = home.folder().is_dir();
    #[cfg(unix)]
    let is_private = {
        use std::os::unix::fs::PermissionsExt;
        std::fs::metadata(home.vault_file()).map_or(true, |m| m.permissions().mode() & 0o077 == 0)
    };
    #[cfg(not(unix))]
    let is_private = true;
    Ok(Finding {
        name: "folder",
        is_good: is_there && is_private,
        says: match (is_there, is_private) {
            (true, true) => "there, and the vault is readable by you only".to_owned(),
            (true, false) => "others on this machine may read the vault file: chmod 600 it".to_owned(),
            (false, _) => "there is no vault yet: ebb init".to_owned(),
        },
    })
}

fn inside(session: &Session) -> Vec<Finding> {
    let problems = session.report.problems.len();
    let zone = session
        .frame
        .zone
        .iana_name()
        .unwrap_or("an offset without a name")
        .to_owned();
    vec![
        Finding {
            name: "vault",
            is_good: session.report.is_intact() && session.n_unreadable == 0,
            says: if problems == 0 {
                format!("{} records, all open", session.report.readable)
            } else {
                format!("{problems} problems: ebb verify")
            },
        },
        Finding {
            name: "entries",
            is_good: session.diary.notices.is_empty(),
            says: format!(
                "{} count, {} taken back, {} held for review",
                session.diary.n_entries(),
                session.diary.n_retracted,
                session.diary.held.len()
            ),
        },
        Finding {
            name: "clock",
            is_good: session.frame.zone.iana_name().is_some(),
            says: format!("zone {zone}, day starts at {:02}:00", session.frame.day_start.hour()),
        },
    ]
}

fn engine() -> Finding {
    let parameters = ebb_core::bridge::population();
    Finding {
        name: "engine",
        is_good: parameters.is_ok(),
        says: match parameters {
            Ok(_) => format!("{} numbers with a source", ebb_evidence::all().len()),
            Err(_) => "a parameter is missing from the evidence tables".to_owned(),
        },
    }
}
