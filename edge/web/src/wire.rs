//! What the page and its keeper say to each other. Both are the same program of the same build, so this promises nothing
//! to anybody else and may change at will.
//!
//! The page asks ([`Asked`]) and gets one answer, after any number of progress notes. Messages are postcard: small code,
//! no names, and both ends are the same types. Files travel beside the message.

use crate::form::{
    AmendForm, BatchForm, CheckInForm, CoUseForm, CravingForm, DeviceFacts, DoseForm, FeltForm, NoteForm, PersonForm,
    ProductForm, TaperForm,
};
use crate::sheet;
use ebb_core::entry::EntryId;
use ebb_core::event::LearningSays;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;

/// A question, and the type of its answer.
#[derive(Debug, Clone)]
pub struct Asked<T> {
    /// What is asked.
    pub request: Request,
    /// A file that goes with it.
    pub file: Option<Vec<u8>>,
    answer: PhantomData<fn() -> T>,
}

impl<T> Asked<T> {
    fn new(request: Request) -> Self {
        Self {
            request,
            file: None,
            answer: PhantomData,
        }
    }

    fn with_file(request: Request, file: Vec<u8>) -> Self {
        Self {
            file: Some(file),
            ..Self::new(request)
        }
    }
}

/// What can be asked. Made by the functions below, which also say what comes back.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is described at the function that makes it")]
pub enum Request {
    Look,
    Create {
        passphrase: String,
    },
    Demo,
    Unlock {
        secret: Secret,
    },
    Recover {
        words: String,
        passphrase: String,
    },
    Today,
    Reading {
        width: u16,
    },
    LogPad,
    Log(DoseForm),
    NothingTaken {
        day: Option<String>,
    },
    Feel(FeltForm),
    CarePad,
    CheckIn(CheckInForm),
    Craving(CravingForm),
    CoUse(CoUseForm),
    Note(NoteForm),
    History {
        stretch: sheet::Stretch,
        back: u32,
        width: u16,
    },
    Day {
        day: String,
    },
    Entry {
        id: EntryId,
    },
    Amend(AmendForm),
    Remove {
        id: EntryId,
    },
    BringBack {
        id: EntryId,
    },
    Undo,
    Forecast {
        days: u32,
        width: u16,
    },
    Learned {
        width: u16,
    },
    SayOfLearning {
        says: LearningSays,
    },
    KeepOn {
        days: u32,
        width: u16,
    },
    Taper {
        steps: TaperForm,
        days: u32,
        width: u16,
    },
    Products,
    AddProduct(ProductForm),
    AddBatch(BatchForm),
    UsualProduct {
        id: EntryId,
    },
    ImportRead {
        name: String,
    },
    ImportLook,
    ImportAnswer {
        id: String,
        answer: String,
    },
    ImportDo,
    ImportForget,
    Imports,
    Copies(DeviceFacts),
    Export {
        kind: ExportKind,
    },
    Backup,
    Restore {
        secret: Secret,
        readable_only: bool,
    },
    People,
    AddPerson(PersonForm),
    Settings,
    SetDayStart {
        hour: i8,
    },
    SetZone {
        zone: String,
    },
    ChangePassphrase {
        old: String,
        new: String,
    },
    NewPhrase {
        passphrase: String,
    },
    Verify,
    Erase,
}

impl Request {
    /// Whether the answer is long work of the engine.
    pub(crate) fn waits_for_the_engine(&self) -> bool {
        matches!(
            self,
            Self::Reading { .. }
                | Self::Forecast { .. }
                | Self::Learned { .. }
                | Self::KeepOn { .. }
                | Self::Taper { .. }
        )
    }
}

/// What a person types to get in.
#[derive(Clone, Serialize, Deserialize)]
pub enum Secret {
    /// The passphrase.
    Passphrase(String),
    /// The recovery phrase.
    Phrase(String),
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(hidden)")
    }
}

/// Forms of export. None is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportKind {
    /// Everything, as Ebb's own JSON.
    Ebb,
    /// Doses as CSV.
    Doses,
    /// Check-ins as CSV.
    CheckIns,
    /// Felt effects as CSV.
    Ratings,
    /// PsychonautWiki Journal's JSON.
    PsychonautWiki,
}

/// What the page sends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ToKeeper {
    /// Named again in the answer.
    pub id: u32,
    /// The question.
    pub request: Request,
}

/// What the keeper sends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum FromKeeper {
    /// It is there and listens.
    Ready,
    /// The answer, packed, of the type that [`Asked`] names.
    Answer {
        /// Which question.
        id: u32,
        /// The answer or what went wrong.
        outcome: Result<Vec<u8>, sheet::Problem>,
    },
    /// Long work goes on.
    Progress {
        /// Which question.
        id: u32,
        /// Steps done.
        done: usize,
        /// Steps in all.
        total: usize,
    },
    /// Another tab wrote into the same vault: what is shown may be old.
    Changed,
    /// After a first look the whole log was read, or could not be.
    Read {
        /// What came of it.
        outcome: Result<sheet::Opened, sheet::Problem>,
    },
}

/// A message as bytes.
pub fn pack(message: &impl Serialize) -> Vec<u8> {
    match postcard::to_allocvec(message) {
        Ok(bytes) => bytes,
        Err(error) => unreachable!("every type of the wire has a length that is known: {error}"),
    }
}

/// The bytes of a part of a message, if it holds any.
pub(crate) fn bytes_of(part: &wasm_bindgen::JsValue) -> Option<Vec<u8>> {
    use wasm_bindgen::JsCast;
    part.dyn_ref::<js_sys::Uint8Array>().map(js_sys::Uint8Array::to_vec)
}

/// A message from bytes; `None` if they are of another build.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// Is there a vault on this device?
pub fn look() -> Asked<sheet::Presence> {
    Asked::new(Request::Look)
}

/// Makes a vault; the answer is the recovery phrase, shown once.
pub fn create(passphrase: String) -> Asked<String> {
    Asked::new(Request::Create { passphrase })
}

/// Opens a made-up diary that lives in memory only.
pub fn demo() -> Asked<()> {
    Asked::new(Request::Demo)
}

/// Opens the vault.
pub fn unlock(secret: Secret) -> Asked<sheet::Opened> {
    Asked::new(Request::Unlock { secret })
}

/// Opens the vault with the recovery phrase and sets a new passphrase.
pub fn recover(words: String, passphrase: String) -> Asked<sheet::Opened> {
    Asked::new(Request::Recover { words, passphrase })
}

/// The today screen, without what the engine says.
pub fn today() -> Asked<sheet::Today> {
    Asked::new(Request::Today)
}

/// What the engine says now, its charts `width` pixels wide; or why it says nothing.
pub fn reading(width: u16) -> Asked<Result<sheet::ReadingCard, sheet::Quiet>> {
    Asked::new(Request::Reading { width })
}

/// What was learned from reports, and how past forecasts did; its chart `width` pixels wide.
pub fn learned(width: u16) -> Asked<sheet::Learned> {
    Asked::new(Request::Learned { width })
}

/// Switches learning on or off, or begins anew.
pub fn say_of_learning(says: LearningSays) -> Asked<sheet::Written> {
    Asked::new(Request::SayOfLearning { says })
}

/// What would come if the person went on as now, `days` ahead, its charts `width` pixels wide; or why that cannot be said.
pub fn keep_on(days: u32, width: u16) -> Asked<Result<sheet::Course, String>> {
    Asked::new(Request::KeepOn { days, width })
}

/// What would come if the person came down by these steps, as [`keep_on`].
pub fn taper(steps: TaperForm, days: u32, width: u16) -> Asked<Result<sheet::Course, String>> {
    Asked::new(Request::Taper { steps, days, width })
}

/// What the log screen offers.
pub fn log_pad() -> Asked<sheet::LogPad> {
    Asked::new(Request::LogPad)
}

/// Logs a dose.
pub fn log(form: DoseForm) -> Asked<sheet::Written> {
    Asked::new(Request::Log(form))
}

/// Says that nothing was taken on a day, `2026-02-03`; today if not given.
pub fn nothing_taken(day: Option<String>) -> Asked<sheet::Written> {
    Asked::new(Request::NothingTaken { day })
}

/// How a dose felt.
pub fn feel(form: FeltForm) -> Asked<sheet::Written> {
    Asked::new(Request::Feel(form))
}

/// What a check-in and a craving start from.
pub fn care_pad() -> Asked<sheet::CarePad> {
    Asked::new(Request::CarePad)
}

/// How the person is.
pub fn check_in(form: CheckInForm) -> Asked<sheet::Written> {
    Asked::new(Request::CheckIn(form))
}

/// An urge.
pub fn craving(form: CravingForm) -> Asked<sheet::Written> {
    Asked::new(Request::Craving(form))
}

/// Another substance.
pub fn co_use(form: CoUseForm) -> Asked<sheet::Written> {
    Asked::new(Request::CoUse(form))
}

/// Words.
pub fn note(form: NoteForm) -> Asked<sheet::Written> {
    Asked::new(Request::Note(form))
}

/// Days: the calendar, one stretch of days or weeks, grams and doses apart. `back` 0 is the newest stretch.
pub fn history(stretch: sheet::Stretch, back: u32, width: u16) -> Asked<sheet::History> {
    Asked::new(Request::History { stretch, back, width })
}

/// One day, `2026-02-03`, with its entries.
pub fn day(day: String) -> Asked<sheet::Day> {
    Asked::new(Request::Day { day })
}

/// One entry, to look at or change.
pub fn entry(id: EntryId) -> Asked<sheet::EntryDetail> {
    Asked::new(Request::Entry { id })
}

/// Changes an entry.
pub fn amend(form: AmendForm) -> Asked<sheet::Written> {
    Asked::new(Request::Amend(form))
}

/// Takes an entry back, or an import with all it brought.
pub fn remove(id: EntryId) -> Asked<sheet::Written> {
    Asked::new(Request::Remove { id })
}

/// Brings a removed entry back.
pub fn bring_back(id: EntryId) -> Asked<sheet::Written> {
    Asked::new(Request::BringBack { id })
}

/// Takes back the last thing done by hand.
pub fn undo() -> Asked<sheet::Written> {
    Asked::new(Request::Undo)
}

/// If nothing more were taken, over 1 to 28 days.
pub fn forecast(days: u32, width: u16) -> Asked<Result<sheet::Forecast, sheet::NoForecast>> {
    Asked::new(Request::Forecast { days, width })
}

/// Products and their batches.
pub fn products() -> Asked<sheet::Products> {
    Asked::new(Request::Products)
}

/// A new product.
pub fn add_product(form: ProductForm) -> Asked<sheet::Written> {
    Asked::new(Request::AddProduct(form))
}

/// A new batch of a product.
pub fn add_batch(form: BatchForm) -> Asked<sheet::Written> {
    Asked::new(Request::AddBatch(form))
}

/// Chooses the product meant when none is named.
pub fn usual_product(id: EntryId) -> Asked<sheet::Written> {
    Asked::new(Request::UsualProduct { id })
}

/// Reads a file somebody kept elsewhere; nothing is saved yet.
pub fn import_read(name: String, file: Vec<u8>) -> Asked<sheet::ImportPreview> {
    Asked::with_file(Request::ImportRead { name }, file)
}

/// The file that is being looked at, if there is one.
pub fn import_look() -> Asked<Option<sheet::ImportPreview>> {
    Asked::new(Request::ImportLook)
}

/// Reads it again with this answer to the question `id`; an empty one leaves it open.
pub fn import_answer(id: String, answer: String) -> Asked<sheet::ImportPreview> {
    Asked::new(Request::ImportAnswer { id, answer })
}

/// Imports what was previewed.
pub fn import_do() -> Asked<sheet::ImportDone> {
    Asked::new(Request::ImportDo)
}

/// Forgets the file that was previewed.
pub fn import_forget() -> Asked<()> {
    Asked::new(Request::ImportForget)
}

/// The imports that count, to take one back.
pub fn imports() -> Asked<Vec<sheet::ImportLine>> {
    Asked::new(Request::Imports)
}

/// How safe the diary is from being lost.
pub fn copies(facts: DeviceFacts) -> Asked<sheet::Copies> {
    Asked::new(Request::Copies(facts))
}

/// A file for other programs; not encrypted.
pub fn export(kind: ExportKind) -> Asked<sheet::FileMade> {
    Asked::new(Request::Export { kind })
}

/// One encrypted file with everything.
pub fn backup() -> Asked<sheet::FileMade> {
    Asked::new(Request::Backup)
}

/// Restores a backup: into an empty device, or adds what is missing to the open vault.
pub fn restore(secret: Secret, readable_only: bool, file: Vec<u8>) -> Asked<sheet::Restored> {
    Asked::with_file(Request::Restore { secret, readable_only }, file)
}

/// The person's own people to call.
pub fn people() -> Asked<Vec<sheet::PersonLine>> {
    Asked::new(Request::People)
}

/// Somebody to call.
pub fn add_person(form: PersonForm) -> Asked<sheet::Written> {
    Asked::new(Request::AddPerson(form))
}

/// What can be set.
pub fn settings() -> Asked<sheet::Settings> {
    Asked::new(Request::Settings)
}

/// The hour a day starts, 0 to 23.
pub fn set_day_start(hour: i8) -> Asked<sheet::Written> {
    Asked::new(Request::SetDayStart { hour })
}

/// The home zone.
pub fn set_zone(zone: String) -> Asked<sheet::Written> {
    Asked::new(Request::SetZone { zone })
}

/// Sets another passphrase.
pub fn change_passphrase(old: String, new: String) -> Asked<()> {
    Asked::new(Request::ChangePassphrase { old, new })
}

/// Makes a new recovery phrase; the old one stops working.
pub fn new_phrase(passphrase: String) -> Asked<String> {
    Asked::new(Request::NewPhrase { passphrase })
}

/// Opens every record and says what is damaged.
pub fn verify() -> Asked<sheet::Verified> {
    Asked::new(Request::Verify)
}

/// Deletes the vault from this device. The page asks twice.
pub fn erase() -> Asked<()> {
    Asked::new(Request::Erase)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;
    use crate::form::{When, quantity};
    use ebb_core::amount::{Each, Estimate, Unit};

    #[test]
    fn a_dose_form_comes_out_as_it_went_in_with_and_without_an_amount() {
        let mut form = DoseForm {
            when: When::Wall("2026-02-03T18:00".to_owned()),
            note: "before bed".to_owned(),
            ..DoseForm::default()
        };
        for amount in [None, Some(quantity(2.5, Unit::Gram)), Some(spoons())] {
            form.amount = amount;
            let packed = pack(&ToKeeper {
                id: 7,
                request: Request::Log(form.clone()),
            });
            let Request::Log(again) = unpack::<ToKeeper>(&packed).unwrap().request else {
                unreachable!("it was a dose")
            };
            assert_eq!(again, form);
        }
    }

    #[test]
    fn bytes_of_another_kind_are_no_message() {
        assert!(unpack::<ToKeeper>(&[]).is_none());
        assert!(unpack::<ToKeeper>(&[0xff; 40]).is_none());
    }

    fn spoons() -> ebb_core::amount::Quantity {
        ebb_core::amount::Quantity {
            sd: Some(0.2),
            each: Some(Each::Grams(Estimate {
                value: 2.3,
                log_sd: 0.1,
            })),
            unit_name: Some("kitchen spoon".to_owned()),
            ..quantity(1.5, Unit::Piece)
        }
    }
}
