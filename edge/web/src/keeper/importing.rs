//! Bringing a diary in: read, ask, preview, and then all or nothing.

use super::{Asker, Keeper};
use crate::platform::clock;
use crate::sheet::{self, ImportDone, ImportPreview, Problem, import_problem, own_file_problem};
use ebb_core::entry::Entry;
use ebb_exchange::import::{self, Answers, Plan, Report, Zones};
use std::collections::{BTreeMap, BTreeSet};

/// A file that is being looked at.
pub(super) struct Opened {
    name: String,
    bytes: Vec<u8>,
    answers: Answers,
}

impl Keeper {
    /// Looks at a file.
    pub(super) fn import_read(&self, name: String, bytes: Vec<u8>) -> Result<ImportPreview, Problem> {
        self.desk_mut()?.open_file = Some(Opened {
            name,
            bytes,
            answers: Answers::default(),
        });
        self.preview()
    }

    /// Looks at it again with these answers.
    pub(super) fn import_answer(&self, answers: BTreeMap<String, String>) -> Result<ImportPreview, Problem> {
        if let Some(file) = &mut self.desk_mut()?.open_file {
            file.answers = Answers(answers);
        }
        self.preview()
    }

    /// Forgets the file.
    pub(super) fn import_forget(&self) -> Result<(), Problem> {
        self.desk_mut()?.open_file = None;
        Ok(())
    }

    fn preview(&self) -> Result<ImportPreview, Problem> {
        let (_, _, voice) = self.look()?;
        if let Some(entries) = self.own_file()? {
            return Ok(sheet::own_preview(&voice, entries.len()));
        }
        Ok(sheet::preview(&voice, &Report::of(&self.plan()?)))
    }

    /// Imports what was previewed.
    pub(super) async fn import_do(&self, asker: Asker) -> Result<ImportDone, Problem> {
        let progress = move |done, total| asker.progress(done, total);
        let (_, _, voice) = self.look()?;
        if let Some(entries) = self.own_file()? {
            let n = entries.len();
            self.store(entries, progress).await?;
            self.desk_mut()?.open_file = None;
            return Ok(sheet::own_done(&voice, n));
        }
        let plan = self.plan()?;
        let mut failed = None;
        let mut random = || {
            super::desk::ten_bytes().unwrap_or_else(|error| {
                failed.get_or_insert(error);
                [0; 10]
            })
        };
        let entries = import::apply(
            &plan,
            self.desk_mut()?.pen(),
            clock::now().as_millisecond(),
            &mut random,
        );
        if let Some(error) = failed {
            return Err(self.said(&error));
        }
        let id = if entries.is_empty() {
            None
        } else {
            self.store(entries, progress).await?.first().copied()
        };
        self.desk_mut()?.open_file = None;
        Ok(sheet::done(&voice, &Report::of(&plan), id))
    }

    /// Ebb's own export: what is not here yet. `None` if the file is another one.
    fn own_file(&self) -> Result<Option<Vec<Entry>>, Problem> {
        let desk = self.desk()?;
        let Some(file) = &desk.open_file else {
            return Err(self.gone());
        };
        let text = std::str::from_utf8(&file.bytes)
            .ok()
            .filter(|text| import::ebb_json::is_one(text));
        let Some(text) = text else { return Ok(None) };
        let read = import::ebb_json::read(text).map_err(|error| own_file_problem(&error, &self.words))?;
        let known: BTreeSet<_> = desk.entries.iter().map(|entry| entry.id).collect();
        Ok(Some(import::ebb_json::restore(read, &known)))
    }

    fn plan(&self) -> Result<Plan, Problem> {
        let (diary, frame, _) = self.look()?;
        let desk = self.desk()?;
        let Some(file) = &desk.open_file else {
            return Err(self.gone());
        };
        let zone = match file.answers.get("zone") {
            Some(name) => match self.zones.get(name) {
                Some(zone) => zone,
                None => return Err(self.form(self.words.err_zone_unknown(), self.words.rec_zone_unknown())),
            },
            None => frame.zone.clone(),
        };
        let name = Some(file.name.as_str());
        let reading = import::read(name, &file.bytes, &file.answers, &Zones::home(zone), frame.now)
            .map_err(|error| import_problem(&error, &self.words))?;
        Ok(import::plan(&reading, &diary, &file.answers, name))
    }
}
