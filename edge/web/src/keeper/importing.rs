//! Bringing a diary in: read, ask, preview, and then all or nothing.
//!
//! What would happen is planned once and kept until an answer or the diary changes; nothing of the file is stored before
//! the person says so, and nothing of it is kept after.

use super::{Asker, Keeper};
use crate::form::import_answers::ZoneAnswer;
use crate::platform::clock;
use crate::sheet::{self, ImportDone, ImportLine, ImportPreview, Problem, ProblemKind, ZoneGiven};
use crate::sheet::{import_problem, own_file_problem};
use ebb_core::diary::Diary;
use ebb_core::entry::Entry;
use ebb_core::view::Frame;
use ebb_exchange::import::row::AnswerKind;
use ebb_exchange::import::{self, Answers, ImportError, Plan, Report, Zones};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A file that is being looked at.
pub(super) struct Opened {
    name: String,
    bytes: Rc<[u8]>,
    answers: Answers,
    /// What would happen, and the revision of the diary it was planned for.
    planned: Option<(u64, Rc<Planned>)>,
}

/// What a file would bring.
enum Planned {
    /// Ebb's own: entries that are missing here, and how many are not.
    Own { new: Vec<Entry>, n_known: usize },
    /// Another program's, with the zone at home that holds.
    Foreign { plan: Box<Plan>, zone: String },
    /// Its letters cannot be read before somebody says what they are.
    Letters(ImportError),
}

impl Keeper {
    /// Looks at a file.
    pub(super) fn import_read(&self, name: String, bytes: Vec<u8>) -> Result<ImportPreview, Problem> {
        if ebb_vault::is_backup(&bytes) {
            return Err(self.form(self.words.err_import_backup(), self.words.rec_import_backup()));
        }
        self.desk_mut()?.open_file = Some(Opened {
            name,
            bytes: bytes.into(),
            answers: Answers::default(),
            planned: None,
        });
        self.preview().inspect_err(|_| {
            // A file that cannot be read is not kept open.
            if let Ok(mut desk) = self.desk_mut() {
                desk.open_file = None;
            }
        })
    }

    /// The file that is being looked at, if there is one.
    pub(super) fn import_look(&self) -> Result<Option<ImportPreview>, Problem> {
        if self.desk()?.open_file.is_none() {
            return Ok(None);
        }
        self.preview().map(Some)
    }

    /// Looks at it again with this answer to the question `id`; an empty one leaves it open.
    pub(super) fn import_answer(&self, id: String, answer: String) -> Result<ImportPreview, Problem> {
        let before = {
            let mut desk = self.desk_mut()?;
            let file = desk.open_file.as_mut().ok_or_else(|| self.gone())?;
            file.planned = None;
            let before = file.answers.clone();
            if answer.trim().is_empty() {
                file.answers.0.remove(&id);
            } else {
                file.answers.0.insert(id, answer);
            }
            before
        };
        self.preview().inspect_err(|_| {
            // What cannot be read with these answers is shown with the earlier ones.
            if let Ok(mut desk) = self.desk_mut()
                && let Some(file) = &mut desk.open_file
            {
                file.answers = before;
            }
        })
    }

    /// Forgets the file.
    pub(super) fn import_forget(&self) -> Result<(), Problem> {
        self.desk_mut()?.open_file = None;
        Ok(())
    }

    fn preview(&self) -> Result<ImportPreview, Problem> {
        let (_, _, voice) = self.look()?;
        let planned = self.planned()?;
        let name = self.file_name()?;
        Ok(match &*planned {
            Planned::Own { new, n_known } => sheet::own_preview(&voice, &name, new.len(), *n_known),
            Planned::Foreign { plan, zone } => {
                sheet::preview(&voice, &name, &Report::of(plan), &ZoneGiven { home: zone.clone() })
            }
            Planned::Letters(_) => sheet::encoding_preview(&voice, &name),
        })
    }

    /// Imports what was previewed.
    pub(super) async fn import_do(&self, asker: Asker) -> Result<ImportDone, Problem> {
        let progress = move |done, total| asker.progress(done, total);
        // While this waits, another file may be chosen: only the one that was looked at is meant.
        let meant = self.open_bytes()?;
        // Another tab may have written meanwhile: what it wrote must not come in twice.
        if !self.desk()?.is_demo {
            super::desk::catch_up(self).await?;
        }
        if !Rc::ptr_eq(&meant, &self.open_bytes()?) {
            return Err(self.gone());
        }
        let (_, _, voice) = self.look()?;
        let planned = self.planned()?;
        let name = self.file_name()?;
        let done = match &*planned {
            Planned::Letters(error) => return Err(import_problem(error, &self.words)),
            Planned::Own { new, n_known } => {
                let entries = new.clone();
                self.store_import(entries, progress).await?;
                sheet::own_done(&voice, &name, new.len(), *n_known)
            }
            Planned::Foreign { plan, .. } => {
                let entries = self.entries_of_plan(plan)?;
                let id = entries.first().map(|batch| batch.id);
                self.store_import(entries, progress).await?;
                sheet::done(&voice, &name, &Report::of(plan), id)
            }
        };
        let is_open_still = self.open_bytes().is_ok_and(|open| Rc::ptr_eq(&meant, &open));
        if is_open_still {
            self.desk_mut()?.open_file = None;
        }
        Ok(done)
    }

    /// The bytes of the file that is open: the same only for the same file.
    fn open_bytes(&self) -> Result<Rc<[u8]>, Problem> {
        let desk = self.desk()?;
        let file = desk.open_file.as_ref().ok_or_else(|| self.gone())?;
        Ok(Rc::clone(&file.bytes))
    }

    /// The entries that a plan writes: the import itself first.
    fn entries_of_plan(&self, plan: &Plan) -> Result<Vec<Entry>, Problem> {
        let mut failed = None;
        let mut random = || {
            super::desk::ten_bytes().unwrap_or_else(|error| {
                failed.get_or_insert(error);
                [0; 10]
            })
        };
        let now_ms = clock::now().as_millisecond();
        let entries = import::apply(plan, self.desk_mut()?.pen(), now_ms, &mut random);
        match failed {
            Some(error) => Err(self.said(&error)),
            None => Ok(entries),
        }
    }

    /// Stores all of them or none.
    async fn store_import(
        &self,
        entries: Vec<Entry>,
        progress: impl Fn(usize, usize) + 'static,
    ) -> Result<(), Problem> {
        if entries.is_empty() {
            return Ok(());
        }
        match self.store(entries, progress).await {
            Ok(_) => Ok(()),
            Err(problem) if problem.kind == ProblemKind::Full => Err(Problem::new(
                ProblemKind::Full,
                self.words.err_import_room(),
                self.words.rec_import_room(),
            )),
            Err(problem) => Err(problem),
        }
    }

    /// The imports that count, newest first.
    pub(super) fn imports(&self) -> Result<Vec<ImportLine>, Problem> {
        let (diary, frame, voice) = self.look()?;
        let imports = diary.imports.iter().rev();
        Ok(imports
            .map(|import| sheet::import_line(&voice, &frame, import))
            .collect())
    }

    fn file_name(&self) -> Result<String, Problem> {
        let desk = self.desk()?;
        let file = desk.open_file.as_ref().ok_or_else(|| self.gone())?;
        Ok(file.name.clone())
    }

    /// What the open file would bring to the diary as it is now.
    fn planned(&self) -> Result<Rc<Planned>, Problem> {
        let (diary, frame, _) = self.look()?;
        let (revision, name, bytes, answers) = {
            let desk = self.desk()?;
            let file = desk.open_file.as_ref().ok_or_else(|| self.gone())?;
            if let Some((revision, planned)) = &file.planned
                && *revision == desk.revision
            {
                return Ok(Rc::clone(planned));
            }
            (
                desk.revision,
                file.name.clone(),
                Rc::clone(&file.bytes),
                file.answers.clone(),
            )
        };
        let planned = match self.own_file(&bytes)? {
            Some(own) => own,
            None => self.foreign_file(&name, &bytes, &answers, &diary, &frame)?,
        };
        let planned = Rc::new(planned);
        if let Some(file) = &mut self.desk_mut()?.open_file {
            file.planned = Some((revision, Rc::clone(&planned)));
        }
        Ok(planned)
    }

    /// Ebb's own export: what is not here yet. `None` if the file is another one.
    fn own_file(&self, bytes: &[u8]) -> Result<Option<Planned>, Problem> {
        let text = std::str::from_utf8(bytes).ok();
        let Some(text) = text.filter(|text| import::ebb_json::is_one(text)) else {
            return Ok(None);
        };
        let read = import::ebb_json::read(text).map_err(|error| own_file_problem(&error, &self.words))?;
        let known: BTreeSet<_> = self.desk()?.entries.iter().map(|entry| entry.id).collect();
        let n_all = read.entries.len();
        let new = import::ebb_json::restore(read, &known);
        let n_known = n_all - new.len();
        Ok(Some(Planned::Own { new, n_known }))
    }

    fn foreign_file(
        &self,
        name: &str,
        bytes: &[u8],
        answers: &Answers,
        diary: &Diary,
        frame: &Frame,
    ) -> Result<Planned, Problem> {
        let answer = ZoneAnswer::read(answers.get("zone").unwrap_or_default());
        let mut zone = if answer.home.is_empty() {
            None
        } else {
            Some(answer.home.clone())
        };
        loop {
            let zones = self.zones_of(zone.as_deref(), &answer, frame)?;
            let read = import::read(Some(name), bytes, answers, &zones, frame.now);
            let reading = match read {
                Ok(reading) => reading,
                Err(error @ ImportError::Encoding { .. }) if answers.get("encoding").is_none() => {
                    return Ok(Planned::Letters(error));
                }
                Err(error) => return Err(import_problem(&error, &self.words)),
            };
            // A zone that the file itself names holds until somebody says otherwise.
            let named = reading
                .questions
                .iter()
                .find(|question| matches!(question.answers, AnswerKind::Zone));
            let named = named
                .map(|question| question.careful.clone())
                .filter(|name| self.zones.get(name).is_some());
            match named {
                Some(named) if zone.is_none() && named != zones.home_name() => zone = Some(named),
                _ => {
                    let plan = Box::new(import::plan(&reading, diary, answers, Some(name)));
                    let zone = zones.home_name();
                    return Ok(Planned::Foreign { plan, zone });
                }
            }
        }
    }

    /// Where the person was: at home, and on journeys.
    fn zones_of(&self, home: Option<&str>, answer: &ZoneAnswer, frame: &Frame) -> Result<Zones, Problem> {
        let zone = |name: &str| -> Result<TimeZone, Problem> {
            let unknown = || self.form(self.words.err_zone_unknown(), self.words.rec_zone_unknown());
            self.zones.get(name).ok_or_else(unknown)
        };
        let unreadable = || self.form(self.words.err_time_unreadable(), self.words.rec_time_unreadable());
        let wall = |text: &str| -> Result<DateTime, Problem> { text.parse().map_err(|_| unreadable()) };
        let mut zones = Zones::home(match home {
            Some(name) => zone(name)?,
            None => frame.zone.clone(),
        });
        for stay in &answer.journeys {
            zones = zones.with_journey(zone(&stay.zone)?, wall(&stay.from)?, wall(&stay.until)?);
        }
        Ok(zones)
    }
}
