//! Everything a command needs from the world: the vault, the clock, the zone, random bytes and secrets.

use crate::paths::Home;
use crate::secret;
use anyhow::{Context, Result, bail};
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, EntryId, Origin, Pen};
use ebb_core::event::{Event, Retraction};
use ebb_core::fold::fold;
use ebb_core::moment::Moment;
use ebb_core::view::Frame;
use ebb_vault::{Backend, SqliteBackend, SqliteOptions, Unlock, Vault, VaultError, block_on};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// An open vault with its diary.
pub(crate) struct Session {
    pub(crate) vault: Vault<SqliteBackend>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) diary: Diary,
    pub(crate) frame: Frame,
    pub(crate) report: ebb_vault::Report,
    /// Records that opened but are not entries; kept, never touched.
    pub(crate) n_unreadable: usize,
    pen: Pen,
}

impl Session {
    /// Opens the vault of EBB_HOME with the passphrase.
    pub(crate) fn open() -> Result<Self> {
        let home = Home::find()?;
        let backend = SqliteBackend::open(&home.vault_file(), SqliteOptions::STANDARD).map_err(VaultError::from)?;
        let passphrase = secret::passphrase()?;
        let vault = block_on(Vault::unlock(backend, Unlock::Passphrase(&passphrase), random))?;
        Self::of(vault)
    }

    /// A session over an open vault.
    pub(crate) fn of(vault: Vault<SqliteBackend>) -> Result<Self> {
        let read = block_on(ebb_vault::entries::read(&vault))?;
        // The fold is the truth of the screen; the entries themselves are needed to name and undo them.
        let entries = read.entries;
        let diary = fold(&entries);
        let clock = Clock::read(diary.zone.as_deref())?;
        let frame = Frame::new(clock.now, clock.zone, &diary);
        let pen = Pen::after(diary.last_clock);
        Ok(Self {
            vault,
            entries,
            diary,
            frame,
            report: read.report,
            n_unreadable: read.n_unreadable,
            pen,
        })
    }

    /// Writes events by hand: sealed, stored, and part of the diary when this returns.
    pub(crate) fn write(&mut self, events: Vec<Event>) -> Result<Vec<EntryId>> {
        let mut entries = Vec::with_capacity(events.len());
        for event in events {
            entries.push(
                self.pen
                    .write(self.frame.now.as_millisecond(), ten_bytes()?, None::<Origin>, event),
            );
        }
        self.append(entries, &mut |_, _| {})
    }

    /// Stores entries made elsewhere (an import), all or nothing.
    pub(crate) fn append(
        &mut self,
        entries: Vec<Entry>,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Vec<EntryId>> {
        block_on(ebb_vault::entries::append(&self.vault, &entries, progress))?;
        let ids = entries.iter().map(|e| e.id).collect();
        self.entries.extend(entries);
        self.diary = fold(&self.entries);
        self.frame.day_start = self.diary.day_start;
        Ok(ids)
    }

    /// Takes an entry back.
    pub(crate) fn retract(&mut self, target: EntryId) -> Result<()> {
        self.write(vec![Event::Retraction(Retraction { target })])?;
        Ok(())
    }

    /// The pen for entries that others make.
    pub(crate) fn pen(&mut self) -> &mut Pen {
        &mut self.pen
    }

    /// The entry a person names: `last` (the last one written by hand that counts), or the end of its id.
    pub(crate) fn named(&self, name: &str) -> Result<Entry> {
        if name == "last" {
            let id = ebb_core::view::entries::last_by_hand(&self.diary).context("there is no entry yet")?;
            return self
                .entries
                .iter()
                .find(|e| e.id == id)
                .cloned()
                .context("there is no entry yet");
        }
        match ebb_core::view::entries::named(&self.entries, name).as_slice() {
            [one] => Ok((*one).clone()),
            [] => bail!(crate::error::Usage::new(
                "no entry has this name",
                "`ebb entries` lists the newest with their names"
            )),
            _ => bail!(crate::error::Usage::new(
                "several entries end like this",
                "give more of the name's digits"
            )),
        }
    }
}

/// Whether a vault is at home. A file that an interrupted `init` or `restore` left without a header is none, and the next
/// try goes on with it: nothing has to be deleted.
pub(crate) fn has_vault(home: &Home) -> Result<bool> {
    if !home.vault_file().exists() {
        return Ok(false);
    }
    let backend = SqliteBackend::open(&home.vault_file(), SqliteOptions::STANDARD).map_err(VaultError::from)?;
    let header = block_on(backend.header()).map_err(VaultError::from)?;
    Ok(header.is_some())
}

/// Fills a buffer with random bytes from the system.
pub(crate) fn random(buffer: &mut [u8]) -> std::result::Result<(), ebb_vault::NoRandomness> {
    getrandom::fill(buffer).map_err(|_| ebb_vault::NoRandomness)
}

/// Ten random bytes, for an id.
pub(crate) fn ten_bytes() -> Result<[u8; 10]> {
    let mut bytes = [0; 10];
    random(&mut bytes).map_err(|_| VaultError::Device(ebb_vault::DeviceFailure::Randomness))?;
    Ok(bytes)
}

/// Now and the zone of the wall clock.
pub(crate) struct Clock {
    pub(crate) now: Timestamp,
    pub(crate) zone: TimeZone,
}

impl Clock {
    /// EBB_NOW fixes both; otherwise the system's clock, and the home zone of the diary or the system's.
    pub(crate) fn read(home_zone: Option<&str>) -> Result<Self> {
        let home = |fallback: TimeZone| home_zone.and_then(|name| TimeZone::get(name).ok()).unwrap_or(fallback);
        let Ok(text) = std::env::var("EBB_NOW") else {
            return Ok(Self {
                now: Timestamp::now(),
                zone: home(TimeZone::system()),
            });
        };
        if let Ok(zoned) = text.parse::<Zoned>() {
            return Ok(Self {
                now: zoned.timestamp(),
                zone: zoned.time_zone().clone(),
            });
        }
        let Some(moment) = Moment::from_text(&text) else {
            bail!(crate::error::Usage::new(
                "EBB_NOW is not a time with a zone",
                "write it as 2026-02-03T18:00:00+01:00 or 2026-02-03T18:00:00+01:00[Europe/Berlin]"
            ));
        };
        let offset = jiff::tz::Offset::from_seconds(moment.offset_s).unwrap_or(jiff::tz::Offset::UTC);
        Ok(Self {
            now: moment.at,
            zone: home(TimeZone::fixed(offset)),
        })
    }
}
