//! The open diary on the keeper's desk: the vault, what it holds, and the pen.

use super::heads::Heads;
use super::importing::Opened as OpenFile;
use super::place::{Device, Place};
use super::reading::Kept;
use super::{Keeper, News};
use crate::platform::{clock, random};
use crate::sheet::{self, Problem, ProblemKind, vault_problem};
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, EntryId, Pen};
use ebb_core::event::{Event, Forecast};
use ebb_core::fold::fold;
use ebb_core::view::Frame;
use ebb_present::screen::Voice;
use ebb_vault::{Backend, Vault, VaultError};
use jiff::tz::TimeZone;
use std::rc::Rc;

/// The database on this device.
const DATABASE: &str = "ebb";

/// An open vault with its diary.
pub(crate) struct Desk {
    /// The vault; shared with tasks that wait for it.
    pub(super) vault: Rc<Vault<Place>>,
    /// Every entry.
    pub(super) entries: Vec<Entry>,
    /// Whether it is the made-up diary.
    pub(super) is_demo: bool,
    /// What was found when reading.
    pub(super) report: ebb_vault::Report,
    /// A file that is being looked at.
    pub(super) open_file: Option<OpenFile>,
    /// The last reading, while it is fresh.
    pub(super) kept: Option<Kept>,
    /// The course that was just shown, until it is written.
    pub(super) shown_course: Option<Forecast>,
    diary: Option<Rc<Diary>>,
    /// What it said before the last entry. Ten years of it take a while to take apart, and nobody shall wait for that: it
    /// goes once the new one is asked for.
    diary_before: Option<Rc<Diary>>,
    /// Raised by every change, so that long work sees that it is late.
    pub(super) revision: u64,
    /// The revision whose last weeks are kept for the next first look.
    pub(super) last_weeks_of: Option<u64>,
    /// Which records were read.
    heads: Option<Heads>,
    /// Entries stored since.
    n_since: usize,
    pen: Pen,
}

impl Desk {
    fn new(vault: Rc<Vault<Place>>, read: ebb_vault::entries::Stored, is_demo: bool) -> Self {
        let diary = fold(&read.entries);
        Self {
            heads: vault.backend().heads(),
            n_since: 0,
            last_weeks_of: None,
            vault,
            pen: Pen::after(diary.last_clock),
            diary: Some(Rc::new(diary)),
            diary_before: None,
            entries: read.entries,
            report: read.report,
            is_demo,
            open_file: None,
            kept: None,
            shown_course: None,
            revision: 0,
        }
    }

    /// What the entries say now.
    pub(super) fn diary(&mut self) -> Rc<Diary> {
        self.diary_before = None;
        let entries = &self.entries;
        Rc::clone(self.diary.get_or_insert_with(|| Rc::new(fold(entries))))
    }

    /// Which records were read, entries stored since, and the revision they make; nothing when its last weeks are kept.
    pub(super) fn to_keep(&self) -> Option<(Heads, usize, u64)> {
        let heads = self
            .heads
            .clone()
            .filter(|_| self.last_weeks_of != Some(self.revision))?;
        Some((heads, self.n_since, self.revision))
    }

    /// The pen for entries that others make.
    pub(super) fn pen(&mut self) -> &mut Pen {
        &mut self.pen
    }

    /// Entries that say these events, written now.
    pub(super) fn entries_of(&mut self, events: Vec<Event>) -> Result<Vec<Entry>, VaultError> {
        let now_ms = clock::now().as_millisecond();
        let write = |event| Ok(self.pen.write(now_ms, ten_bytes()?, None, event));
        events.into_iter().map(write).collect()
    }

    /// Takes in what is stored now.
    pub(super) fn take_in(&mut self, entries: Vec<Entry>) {
        self.n_since += entries.len();
        self.entries.extend(entries);
        self.diary_before = self.diary.take().or(self.diary_before.take());
        self.kept = None;
        self.revision += 1;
    }
}

impl Keeper {
    /// The diary, where it is seen from, and the voice it is told in.
    pub(super) fn look(&self) -> Result<(Rc<Diary>, Frame, Voice), Problem> {
        let diary = self.desk_mut()?.diary();
        let frame = Frame::new(clock::now(), self.home(&diary), &diary);
        let voice = Voice::new(self.words.clone(), self.numbers, frame.zone.clone());
        Ok((diary, frame, voice))
    }

    /// The zone of the wall clock.
    pub(super) fn home(&self, diary: &Diary) -> TimeZone {
        self.zones.home(diary.zone.as_deref())
    }

    /// A vault's error in words.
    pub(super) fn said(&self, error: &VaultError) -> Problem {
        vault_problem(error, &self.words)
    }

    /// The database of this device.
    pub(super) async fn device(&self) -> Result<Place, Problem> {
        let device = open_device().await.map_err(|error| self.said(&error.into()))?;
        Ok(Place::Device(device, self.ahead.clone()))
    }

    /// Fetches the sealed rows while the person types.
    pub(super) async fn fetch_ahead(&self) {
        if let Ok(device) = open_device().await {
            self.ahead.fetch(&device).await;
        }
    }

    /// Reads everything of a vault and puts it on the desk.
    pub(super) async fn lay_out(&self, vault: Vault<Place>, is_demo: bool) -> Result<sheet::Opened, Problem> {
        let read = ebb_vault::entries::read(&vault)
            .await
            .map_err(|error| self.said(&error))?;
        let desk = Desk::new(Rc::new(vault), read, is_demo);
        let opened = sheet::Opened {
            damage: self.damage(&desk.report),
            n_entries: desk.entries.len(),
        };
        self.desk.replace(Some(desk));
        Ok(opened)
    }

    fn damage(&self, report: &ebb_vault::Report) -> Option<String> {
        let n = report.problems.len();
        (n > 0).then(|| {
            let records = self.words.records(n as u64);
            format!(
                "{} {}",
                self.words.care_damaged(&records),
                self.words.care_damaged_advice()
            )
        })
    }

    /// Stores entries made now, all or nothing; then they are part of the diary.
    pub(super) async fn store(
        &self,
        entries: Vec<Entry>,
        progress: impl Fn(usize, usize) + 'static,
    ) -> Result<Vec<EntryId>, Problem> {
        let vault = Rc::clone(&self.desk()?.vault);
        let ids = entries.iter().map(|entry| entry.id).collect();
        let work = async move {
            let stored = ebb_vault::entries::append(&vault, &entries, &mut |done, total| progress(done, total)).await;
            stored.map(|()| entries)
        };
        let entries = super::alone(work).await.map_err(|error| self.said(&error))?;
        self.desk_mut()?.take_in(entries);
        self.tell_others(News::Wrote);
        Ok(ids)
    }

    /// Writes events by hand.
    pub(super) async fn write(&self, events: Vec<Event>) -> Result<Vec<EntryId>, Problem> {
        let entries = self.desk_mut()?.entries_of(events).map_err(|error| self.said(&error))?;
        self.store(entries, |_, _| {}).await
    }

    /// A form that cannot be meant.
    pub(super) fn form(&self, what: String, advice: String) -> Problem {
        Problem::new(ProblemKind::Form, what, advice)
    }
}

/// Another tab wrote: reads everything again.
pub(super) async fn read_again(keeper: &Keeper) -> Result<(), Problem> {
    keeper.ahead.forget();
    let vault = {
        let desk = keeper.desk()?;
        if desk.is_demo {
            return Err(Problem::locked(&keeper.words));
        }
        Rc::clone(&desk.vault)
    };
    let read = ebb_vault::entries::read(&vault)
        .await
        .map_err(|error| keeper.said(&error))?;
    let mut desk = keeper.desk_mut()?;
    let revision = desk.revision + 1;
    let open_file = desk.open_file.take();
    let is_demo = desk.is_demo;
    *desk = Desk::new(vault, read, is_demo);
    desk.revision = revision;
    desk.open_file = open_file;
    Ok(())
}

/// Reads everything again if another tab wrote: a log only ever grows, so as many entries are the same entries.
pub(super) async fn catch_up(keeper: &Keeper) -> Result<(), Problem> {
    let (vault, n_entries) = {
        let desk = keeper.desk()?;
        (Rc::clone(&desk.vault), desk.entries.len())
    };
    let read = ebb_vault::entries::read(&vault)
        .await
        .map_err(|error| keeper.said(&error))?;
    if read.entries.len() == n_entries {
        return Ok(());
    }
    read_again(keeper).await
}

/// Whether the place holds a vault.
pub(super) async fn has_vault(place: &Place) -> Result<bool, VaultError> {
    Ok(place.header().await?.is_some())
}

#[cfg(target_arch = "wasm32")]
async fn open_device() -> Result<Rc<Device>, ebb_vault::BackendError> {
    Ok(Rc::new(Device::open(DATABASE).await?))
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::unused_async, reason = "the browser's own waits")]
async fn open_device() -> Result<Rc<Device>, ebb_vault::BackendError> {
    let _ = DATABASE;
    Ok(Rc::new(Device::new()))
}

/// Deletes the database of this device.
#[cfg(target_arch = "wasm32")]
pub(super) async fn erase_device() -> Result<(), ebb_vault::BackendError> {
    Device::remove(DATABASE).await
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) async fn erase_device() -> Result<(), ebb_vault::BackendError> {
    Ok(())
}

/// Ten random bytes, for an id.
pub(super) fn ten_bytes() -> Result<[u8; 10], VaultError> {
    let mut bytes = [0; 10];
    random(&mut bytes).map_err(|_| VaultError::Device(ebb_vault::DeviceFailure::Randomness))?;
    Ok(bytes)
}
