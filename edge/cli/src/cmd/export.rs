//! `ebb export`: one's own data, readable by others. Not encrypted, and says so.

use crate::args::{Export, ExportFormat};
use crate::paths::write_whole;
use crate::session::Session;
use crate::term;
use anyhow::Result;
use ebb_exchange::export;

/// Writes the file, or standard output.
pub(super) fn export(args: &Export, json: bool) -> Result<()> {
    let session = Session::open()?;
    let text = match args.format {
        ExportFormat::Ebb => export::ebb_json(&session.entries),
        ExportFormat::Csv => export::doses_csv(&session.diary),
        ExportFormat::RatingsCsv => export::ratings_csv(&session.diary),
        ExportFormat::CheckinsCsv => export::check_ins_csv(&session.diary),
        ExportFormat::Psychonautwiki => export::psychonautwiki_json(&session.diary),
    };
    let Some(path) = &args.file else {
        return term::say(&text);
    };
    write_whole(path, text.as_bytes(), args.overwrite)?;
    if json {
        return term::say_json(&serde_json::json!({ "bytes": text.len() }));
    }
    term::say(
        "Exported. This file is not encrypted: keep it where only you can read it. `ebb backup` makes an encrypted one.",
    )
}
