//! The first look after unlocking: Today from the last weeks of the log, kept sealed, while the whole log is still to be
//! read. It is believed only for exactly the records it was made of, and everything but Today waits for the whole.

use super::heads::Heads;
use super::place::Place;
use super::{Keeper, post};
use crate::platform::clock;
use crate::sheet;
use crate::wire::FromKeeper;
use ebb_core::day;
use ebb_core::diary::Diary;
use ebb_core::entry::Entry;
use ebb_core::event::v1;
use ebb_core::fold::fold;
use ebb_core::recent::recent;
use ebb_core::view::Frame;
use ebb_core::view::history::USUAL_DAYS;
use ebb_core::view::{reading::Silence, today};
use ebb_present::screen::Voice;
use ebb_vault::{Backend as _, Vault};
use futures_channel::oneshot;
use jiff::civil::Date;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The cache entry of the vault that holds the last weeks.
const LAST_WEEKS: &str = "last weeks";
/// Further back than Today looks: its fortnight before the usual days, and some days until it is made anew.
const BACK_DAYS: i64 = USUAL_DAYS + 28;
/// Fewest days back that Today needs.
const NEEDS_DAYS: i64 = USUAL_DAYS + 14;
/// Doses and others that stay however old: what is offered again is looked for among this many.
const NEWEST: usize = 80;
/// The whole log is read after the first look, or after this long when nobody looks.
const UNTIL_READ_MS: i32 = 1500;
/// How often it is seen whether somebody looked.
const LOOK_MS: i32 = 15;

/// The last weeks, and the vault whose whole log is still to be read.
struct Glance {
    vault: Vault<Place>,
    diary: Rc<Diary>,
    n_entries: usize,
}

/// What a keeper does between unlocking and having read everything.
#[derive(Default)]
pub(super) struct FirstLook {
    glance: RefCell<Option<Glance>>,
    /// Whether somebody looked, or wants more than a look.
    is_over: Cell<bool>,
    /// Whether the whole log is being read.
    is_reading: Cell<bool>,
    waiting: RefCell<Vec<oneshot::Sender<()>>>,
}

impl FirstLook {
    /// Whether the whole log is still to be read.
    pub(super) fn is_on(&self) -> bool {
        self.is_reading.get() || self.glance.borrow().is_some()
    }

    /// Waits until the whole log is read.
    pub(super) async fn wait(&self) {
        let (told, waiting) = oneshot::channel();
        self.waiting.borrow_mut().push(told);
        self.is_over.set(true);
        // Told or dropped: either way there is nothing to wait for any more.
        let _ = waiting.await;
    }
}

impl Keeper {
    /// Keeps the vault for a first look if its last weeks are known; otherwise gives it back.
    pub(super) async fn glance_at(&self, vault: Vault<Place>) -> Result<sheet::Opened, Vault<Place>> {
        let heads = match vault.backend() {
            Place::Device(device, ahead) => ahead.heads(device).await,
            Place::Memory(_) => None,
        };
        let Some(heads) = heads else { return Err(vault) };
        // A cache that cannot be read costs time and nothing else.
        let kept = vault.cache_get(LAST_WEEKS).await.ok().flatten();
        let Some(weeks) = kept.and_then(|bytes| LastWeeks::read(&bytes, &heads)) else {
            return Err(vault);
        };
        let LastWeeks { diary, n_entries, from } = weeks;
        let frame = Frame::new(clock::now(), self.home(&diary), &diary);
        if from > day::plus(frame.today(), -NEEDS_DAYS) {
            return Err(vault);
        }
        self.first_look.is_over.set(false);
        self.first_look.glance.replace(Some(Glance {
            vault,
            diary: Rc::new(diary),
            n_entries,
        }));
        Ok(sheet::Opened {
            damage: None,
            n_entries,
        })
    }

    /// Today at a glance.
    pub(super) fn today_at_a_glance(&self) -> Option<sheet::Today> {
        let glance = self.first_look.glance.borrow();
        let Glance { diary, n_entries, .. } = glance.as_ref()?;
        self.first_look.is_over.set(true);
        let frame = Frame::new(clock::now(), self.home(diary), diary);
        let voice = Voice::new(self.words.clone(), self.numbers, frame.zone.clone());
        let view = today::today(&frame, diary, &Err(Silence::NothingLogged));
        Some(sheet::Today {
            n_entries: *n_entries,
            ..sheet::today(&voice, &frame, diary, &view)
        })
    }

    /// Reads the whole log once somebody has looked, and tells the page what came of it.
    pub(super) async fn read_the_rest(&self) {
        let mut waited_ms = 0;
        while !self.first_look.is_over.get() && waited_ms < UNTIL_READ_MS {
            clock::wait_ms(LOOK_MS).await;
            waited_ms += LOOK_MS;
        }
        // Whoever asked for more may have asked for a look just after: that comes first.
        clock::wait_ms(LOOK_MS).await;
        let Some(Glance { vault, .. }) = self.first_look.glance.borrow_mut().take() else {
            return;
        };
        self.first_look.is_reading.set(true);
        let outcome = self.lay_out(vault, false).await;
        self.first_look.is_reading.set(false);
        post(&FromKeeper::Read { outcome }, None);
        self.first_look.waiting.borrow_mut().clear();
    }

    /// Keeps the last weeks for the next first look, unless they are kept already.
    pub(super) async fn keep_last_weeks(&self) {
        let on_desk = self
            .desk()
            .ok()
            .and_then(|desk| Some((Rc::clone(&desk.vault), desk.to_keep()?)));
        let Some((vault, (heads, n_new, revision))) = on_desk else {
            return;
        };
        let Some(heads) = heads_now(vault.backend(), heads, n_new).await else {
            return;
        };
        let Some(bytes) = self.last_weeks(&heads, revision) else {
            return;
        };
        let _ = vault.cache_put(LAST_WEEKS, &bytes).await;
    }

    /// The last weeks of the diary on the desk, unless it has changed since.
    fn last_weeks(&self, heads: &Heads, revision: u64) -> Option<Vec<u8>> {
        let mut desk = self.desk_mut().ok().filter(|desk| desk.revision == revision)?;
        desk.last_weeks_of = Some(revision);
        let diary = desk.diary();
        let frame = Frame::new(clock::now(), self.home(&diary), &diary);
        let from = day::plus(frame.today(), -BACK_DAYS);
        Some(write(&desk.entries, &diary, from, heads))
    }
}

/// What the database holds now, if nobody else wrote since it was read.
async fn heads_now(place: &Place, heads: Heads, n_new: usize) -> Option<Heads> {
    if n_new == 0 {
        return Some(heads);
    }
    let device = place.device().await.ok()??;
    let last = place.head(device).await.ok()??;
    heads.after(&device.0, i64::try_from(n_new).ok()?, &last)
}

/// Three lines: the records it is made of, entries of the whole diary, first day. Then an entry a line.
fn write(entries: &[Entry], diary: &Diary, from: Date, heads: &Heads) -> Vec<u8> {
    let mut text = format!("{}\n{}\n{from}\n", heads.text(), diary.n_entries());
    for entry in recent(entries, diary, from, NEWEST) {
        text.push_str(&v1::write(entry));
        text.push('\n');
    }
    text.into_bytes()
}

/// What was kept.
struct LastWeeks {
    diary: Diary,
    n_entries: usize,
    from: Date,
}

impl LastWeeks {
    /// Reads what [`write`] wrote of exactly these records.
    fn read(bytes: &[u8], heads: &Heads) -> Option<Self> {
        let mut lines = std::str::from_utf8(bytes).ok()?.lines();
        if lines.next()? != heads.text() {
            return None;
        }
        let n_entries = lines.next()?.parse().ok()?;
        let from = lines.next()?.parse().ok()?;
        let entries = lines.map(|line| v1::read(line).ok()).collect::<Option<Vec<_>>>()?;
        Some(Self {
            diary: fold(&entries),
            n_entries,
            from,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;
    use crate::sheet::testing::{Book, frame, voice};

    #[test]
    fn what_is_kept_tells_the_same_today_and_is_believed_for_its_own_records_only() {
        let mut book = Book::new();
        let green = book.product("green");
        for month in 1..=9 {
            for day in 1..=25 {
                book.dose(&format!("2025-0{month}-{day:02}T09:00:00"), Some(1.8), Some(green));
            }
        }
        let diary = book.diary();
        let frame = frame("2025-09-25T18:00:00", &diary);
        let heads = Heads::default();
        let from = day::plus(frame.today(), -BACK_DAYS);
        let bytes = write(book.entries(), &diary, from, &heads);
        let weeks = LastWeeks::read(&bytes, &heads).unwrap();
        assert!(weeks.diary.doses.len() < diary.doses.len());
        assert_eq!((weeks.n_entries, weeks.from), (diary.n_entries(), from));
        let sheet = |diary: &Diary| {
            let view = today::today(&frame, diary, &Err(Silence::NothingLogged));
            sheet::today(&voice(), &frame, diary, &view)
        };
        let whole = sheet(&diary);
        let at_a_glance = sheet::Today {
            n_entries: weeks.n_entries,
            ..sheet(&weeks.diary)
        };
        assert_eq!(at_a_glance, whole);
        let mut others = Heads::default();
        others.see(ebb_vault::backend::StoredRow {
            device: &[1; 16],
            seq: 1,
            bytes: &[2; 40],
        });
        assert!(LastWeeks::read(&bytes, &others).is_none());
        assert!(LastWeeks::read(&bytes[..bytes.len() - 9], &heads).is_none());
    }
}
