//! `ebb import`: preview, questions, then everything in one transaction, with a way back.

mod asking;
mod saying;
mod zoning;

use crate::args::Import;
use crate::error::Usage;
use crate::session::{Session, ten_bytes};
use crate::term::{self, Progress};
use anyhow::{Context, Result, bail};
use ebb_exchange::import::{self, Answers, Plan, Reading, Report};
use std::io::Read;
use std::path::Path;

/// Imports one file.
pub(super) fn import(args: &Import, json: bool) -> Result<()> {
    let bytes = read_file(&args.file)?;
    let mut session = Session::open()?;
    if let Some(text) = std::str::from_utf8(&bytes)
        .ok()
        .filter(|text| import::ebb_json::is_one(text))
    {
        return own_file(&mut session, text, args.preview, json);
    }
    let mut wanted = Wanted {
        answers: answers(&args.answers)?,
        zones: args.zone.clone(),
    };
    let name = args.file.file_name().map(|n| n.to_string_lossy().into_owned());
    let asks = !args.yes && !args.preview && !json && term::can_ask();
    let plan = loop {
        let (reading, plan) = look(&session, &bytes, name.as_deref(), &wanted)?;
        let report = Report::of(&plan);
        if args.preview || (!args.yes && !asks) {
            return preview_only(&report, args, json);
        }
        if !asks {
            break plan;
        }
        term::say(&saying::preview(&report))?;
        if asking::open_questions(&reading, &mut wanted)? {
            continue;
        }
        match term::ask("Import this? [y/N] ")?.as_deref() {
            Some("y" | "Y" | "yes") => break plan,
            _ => return term::say("Nothing was changed."),
        }
    };
    let entries = write(&mut session, &plan)?;
    let report = Report::of(&plan);
    if json {
        return term::say_json(&report.to_json(entries));
    }
    term::say(&saying::done(&report, entries.is_some()))
}

/// Ebb's own export: the same entries under the same ids. What is there, or was removed here, does not come again.
fn own_file(session: &mut Session, text: &str, is_preview: bool, json: bool) -> Result<()> {
    let file = import::ebb_json::read(text)?;
    let known = session.entries.iter().map(|e| e.id).collect();
    let n_all = file.entries.len();
    let new = import::ebb_json::restore(file, &known);
    let n_new = new.len();
    if !is_preview {
        let mut progress = Progress::of("importing");
        session.append(new, &mut |done, total| progress.at(done, total))?;
    }
    if json {
        return term::say_json(&serde_json::json!({
            "format": { "id": "ebb", "name": "Ebb's own file", "version": ebb_exchange::export::ebb_json::VERSION.to_string() },
            "new": n_new, "duplicate": n_all - n_new, "changed": 0, "held": 0, "skipped": 0, "batch": null,
        }));
    }
    let words = term::words();
    term::say(&format!(
        "{}. {}.",
        words.import_added(n_new as u64),
        words.import_already_there((n_all - n_new) as u64)
    ))
}

/// Answers and zones, as far as they are known.
pub(super) struct Wanted {
    pub(super) answers: Answers,
    pub(super) zones: Vec<String>,
}

fn look(session: &Session, bytes: &[u8], name: Option<&str>, wanted: &Wanted) -> Result<(Reading, Plan)> {
    let zones = zoning::zones(&wanted.zones, &session.frame.zone)?;
    let mut answers = wanted.answers.clone();
    if let Some(home) = wanted.zones.iter().find(|z| !z.contains('@')) {
        answers.0.entry("zone".to_owned()).or_insert_with(|| home.clone());
    }
    let reading = import::read(name, bytes, &answers, &zones, session.frame.now)?;
    let plan = import::plan(&reading, &session.diary, &answers, name);
    Ok((reading, plan))
}

/// Applies the plan in one transaction; the id of the import, if anything was new.
fn write(session: &mut Session, plan: &Plan) -> Result<Option<ebb_core::entry::EntryId>> {
    let now_ms = session.frame.now.as_millisecond();
    let mut failed = None;
    let mut random = || {
        ten_bytes().unwrap_or_else(|error| {
            failed.get_or_insert(error);
            [0; 10]
        })
    };
    let entries = import::apply(plan, session.pen(), now_ms, &mut random);
    if let Some(error) = failed {
        return Err(error);
    }
    if entries.is_empty() {
        return Ok(None);
    }
    let mut progress = Progress::of("importing");
    let ids = session.append(entries, &mut |done, total| progress.at(done, total))?;
    Ok(ids.first().copied())
}

fn preview_only(report: &Report, args: &Import, json: bool) -> Result<()> {
    if json {
        term::say_json(&report.to_json(None))?;
    } else {
        term::say(&saying::preview(report))?;
    }
    if args.preview {
        return Ok(());
    }
    bail!(Usage::new(
        "nothing was imported: nobody could be asked",
        "look at the preview above, answer with --answer QUESTION=ANSWER, and add --yes"
    ));
}

fn answers(said: &[String]) -> Result<Answers> {
    let mut answers = Answers::default();
    for one in said {
        let Some((question, answer)) = one.split_once('=') else {
            bail!(Usage::new(
                "an answer reads QUESTION=ANSWER",
                "for example --answer decimal=comma"
            ));
        };
        answers.0.insert(question.trim().to_owned(), answer.trim().to_owned());
    }
    Ok(answers)
}

/// The file, unless it is larger than any diary.
fn read_file(path: &Path) -> Result<Vec<u8>> {
    let limit = import::LIMIT_BYTES;
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(limit.saturating_add(1)).read_to_end(&mut bytes))
        .context("read the file to import")?;
    Ok(bytes)
}
