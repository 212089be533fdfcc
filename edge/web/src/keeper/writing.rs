//! From forms to events: everything a person fills in is checked here, and answered in words when it cannot be meant.

use super::Keeper;
use super::meaning::{Meaning, changes, said};
use crate::form::{AmendForm, Change, CheckInForm, CoUseForm, CravingForm, DoseForm, FeltForm, NoteForm, When};
use crate::sheet::{Problem, Written, phrase_problem, said_in_short};
use ebb_core::diary::Notice;
use ebb_core::entry::{Entry, EntryId};
use ebb_core::event::{
    self, Amendment, CheckIn, CoUse, DaySays, DayStatement, Dose, Event, FeltEffect, Note, NoteKind, Precision,
    Product, Retraction, Route, Settings,
};
use ebb_core::moment::Moment;
use ebb_core::phrase::PhraseError;
use ebb_core::view::{Frame, entries};
use jiff::civil::Date;
use serde_json::{Map, Value};

impl Keeper {
    /// Logs a dose, and its product with it when that is new.
    pub(super) async fn log(&self, mut form: DoseForm) -> Result<Written, Problem> {
        let (diary, frame, _) = self.look()?;
        let named = said(std::mem::take(&mut form.new_product)).filter(|_| form.product.is_none());
        let known = named.as_deref().and_then(|name| diary.product_named(name));
        form.product = form.product.or(known.map(|product| product.id));
        let is_new = known.is_none();
        let dose = self.meaning(&frame).dose(form)?;
        match named.filter(|_| is_new) {
            Some(name) => self.log_with_product(dose, name).await,
            None => self.write_one(Event::Dose(dose)).await,
        }
    }

    /// A dose of a product that is not there yet: a leaf product, as the command line takes it. The first one becomes the
    /// usual one. Both are stored together; undo takes back the dose and leaves the product.
    async fn log_with_product(&self, dose: Dose, name: String) -> Result<Written, Problem> {
        let is_first = self.look()?.0.default_product.is_none();
        let entries_of = |events| {
            let entries = self.desk_mut()?.entries_of(events);
            entries.map_err(|error| self.said(&error))
        };
        let mut entries = entries_of(vec![Event::Product(Product::leaf(name))])?;
        let product = entries.first().map(|entry| entry.id);
        let usual = Event::Settings(Settings {
            product,
            ..Settings::default()
        });
        let dose = Event::Dose(Dose { product, ..dose });
        entries.extend(entries_of(
            is_first.then_some(usual).into_iter().chain([dose.clone()]).collect(),
        )?);
        let ids = self.store(entries, |_, _| {}).await?;
        let (diary, frame, voice) = self.look()?;
        Ok(Written {
            said: self.words.logged(&said_in_short(&voice, &frame, &diary, &dose)),
            undo: ids.last().copied(),
        })
    }

    /// Says that nothing was taken on a day: the only way to say so.
    pub(super) async fn nothing_taken(&self, day: Option<String>) -> Result<Written, Problem> {
        let (diary, frame, _) = self.look()?;
        let day = match day {
            Some(text) => self.date(&text)?,
            None => frame.today(),
        };
        if day > frame.today() {
            return Err(phrase_problem(PhraseError::Future, &self.words));
        }
        if diary.doses.iter().any(|dose| diary.day_of_dose(&dose.body) == day) {
            return Err(self.form(self.words.err_day_has_doses(), self.words.rec_day_has_doses()));
        }
        let says = DaySays::NothingTaken;
        self.write_one(Event::Day(DayStatement { day, says, note: None })).await
    }

    /// How a dose felt.
    pub(super) async fn feel(&self, form: FeltForm) -> Result<Written, Problem> {
        let (diary, ..) = self.look()?;
        let Some(dose) = diary.doses.iter().find(|dose| dose.id == form.dose) else {
            return Err(self.gone());
        };
        let felt = FeltEffect {
            when: dose.body.when.clone(),
            dose: Some(dose.id),
            strength: self.within(form.strength, 10.0)?,
            duration_h: self.within(form.hours, 48.0)?,
            word: None,
            scales: std::collections::BTreeMap::new(),
            note: said(form.note),
        };
        // A dose feels one way: what is said later is added to what was said before.
        let before = diary
            .felt_effects
            .iter()
            .rev()
            .find(|known| known.body.dose == Some(dose.id));
        let event = match before {
            Some(before) => Event::Amendment(Amendment {
                target: before.id,
                changes: felt_changes(&felt),
            }),
            None => Event::FeltEffect(felt),
        };
        let ids = self.write(vec![event]).await?;
        let time = self.numbers.clock_time(dose.body.when.wall().time());
        Ok(Written {
            said: self.words.felt_noted(&time),
            undo: ids.first().copied(),
        })
    }

    /// How the person is.
    pub(super) async fn check_in(&self, form: CheckInForm) -> Result<Written, Problem> {
        let (_, frame, _) = self.look()?;
        let (when, precision) = self.moment(&form.when, &frame)?;
        let check_in = CheckIn {
            precision,
            withdrawal_64: self.within(form.withdrawal_64, 64.0)?,
            symptoms: form
                .symptoms
                .into_iter()
                .map(|(symptom, score)| (symptom, score.min(4)))
                .collect(),
            craving: self.within(form.craving, 10.0)?,
            mood: self.within(form.mood, 10.0)?,
            energy: self.within(form.energy, 10.0)?,
            focus: self.within(form.focus, 10.0)?,
            sleep: self.within(form.sleep, 10.0)?,
            sleep_hours: self.within(form.sleep_hours, 24.0)?,
            note: said(form.note),
            ..CheckIn::at(when.clone())
        };
        let empty = CheckIn {
            precision,
            ..CheckIn::at(when)
        };
        if check_in == empty {
            return Err(self.form(self.words.err_nothing_answered(), self.words.rec_nothing_answered()));
        }
        self.write_one(Event::CheckIn(check_in)).await
    }

    /// An urge.
    pub(super) async fn craving(&self, form: CravingForm) -> Result<Written, Problem> {
        let (_, frame, _) = self.look()?;
        let (when, precision) = self.moment(&form.when, &frame)?;
        self.write_one(Event::Craving(event::Craving {
            when,
            precision,
            strength: self.within(form.strength, 10.0)?,
            trigger: said(form.trigger),
            outcome: form.outcome,
            minutes: self.within(form.minutes, 1440.0)?,
            count: None,
            note: said(form.note),
        }))
        .await
    }

    /// Another substance.
    pub(super) async fn co_use(&self, form: CoUseForm) -> Result<Written, Problem> {
        let (_, frame, _) = self.look()?;
        let (when, precision) = self.moment(&form.when, &frame)?;
        let Some(substance) = said(form.substance) else {
            return Err(self.form(self.words.err_name_missing(), self.words.rec_name_missing()));
        };
        self.write_one(Event::CoUse(CoUse {
            when,
            precision,
            substance,
            amount: self.within(form.amount, 1e6)?,
            unit: said(form.unit),
            route: Route::Oral,
            note: said(form.note),
        }))
        .await
    }

    /// Words.
    pub(super) async fn note(&self, form: NoteForm) -> Result<Written, Problem> {
        let (_, frame, _) = self.look()?;
        let (when, precision) = self.moment(&form.when, &frame)?;
        let Some(text) = said(form.text) else {
            return Err(self.form(self.words.err_nothing_answered(), self.words.rec_nothing_answered()));
        };
        let kind = if form.is_milestone {
            NoteKind::Milestone
        } else {
            NoteKind::Plain
        };
        self.write_one(Event::Note(Note {
            when,
            precision,
            text,
            kind,
        }))
        .await
    }

    /// Changes an entry: the whole of a dose, or the words of anything else.
    pub(super) async fn amend(&self, form: AmendForm) -> Result<Written, Problem> {
        let (diary, frame, _) = self.look()?;
        let Some(row) = entries::find(&diary, form.id) else {
            return Err(self.gone());
        };
        let form_id = form.id;
        let changes = match form.change {
            Change::Dose(form) => match &row.event {
                Event::Dose(was) => changes(was, &self.meaning_of(was, &frame).dose_again(was, form)?),
                _ => return Err(self.gone()),
            },
            Change::Craving(end) if matches!(row.event, Event::Craving(_)) => self.craving_end(end)?,
            Change::Craving(_) => return Err(self.gone()),
            Change::Product(form) => match &row.event {
                Event::Product(was) => self.product_changes(form_id, was, *form)?,
                _ => return Err(self.gone()),
            },
            Change::Batch(form) => match &row.event {
                Event::Batch(was) => self.batch_changes(was, form, &frame)?,
                _ => return Err(self.gone()),
            },
            Change::Words(text) => {
                let field = if matches!(row.event, Event::Note(_)) {
                    "text"
                } else {
                    "note"
                };
                Map::from_iter([(field.to_owned(), said(text).map_or(Value::Null, Value::String))])
            }
        };
        if changes.is_empty() {
            return Ok(Written {
                said: self.words.web_nothing_changed(),
                undo: None,
            });
        }
        let amendment = Event::Amendment(Amendment {
            target: form.id,
            changes,
        });
        self.check(&amendment, form.id)?;
        let ids = self.write(vec![amendment]).await?;
        Ok(Written {
            said: self.words.web_changed(),
            undo: ids.first().copied(),
        })
    }

    /// Takes an entry back.
    pub(super) async fn remove(&self, target: EntryId) -> Result<Written, Problem> {
        let said = {
            let desk = self.desk()?;
            match desk
                .entries
                .iter()
                .find(|entry| entry.id == target)
                .map(|entry| &entry.event)
            {
                // Taking a removal back brings the entry back; taking a change back makes it what it was.
                Some(Event::Retraction(_)) => self.words.web_brought_back(),
                Some(Event::Amendment(_) | Event::Settings(_) | Event::Learning(_)) => self.words.entry_as_before(),
                _ => self.words.web_removed(),
            }
        };
        let ids = self.write(vec![Event::Retraction(Retraction { target })]).await?;
        Ok(Written {
            said,
            undo: ids.first().copied(),
        })
    }

    /// Brings a removed entry back.
    pub(super) async fn bring_back(&self, target: EntryId) -> Result<Written, Problem> {
        let retractions = entries::retractions_of(&self.desk()?.entries, target);
        let back = retractions
            .into_iter()
            .map(|target| Event::Retraction(Retraction { target }));
        self.write(back.collect()).await?;
        Ok(Written {
            said: self.words.web_brought_back(),
            undo: None,
        })
    }

    /// Takes back the last thing done by hand.
    pub(super) async fn undo(&self) -> Result<Written, Problem> {
        let Some(target) = entries::undo_target(&self.desk()?.entries) else {
            return Err(self.form(self.words.err_nothing_to_undo(), self.words.rec_nothing_to_undo()));
        };
        self.remove(target).await
    }

    /// Changes settings.
    pub(super) async fn set(&self, settings: Settings) -> Result<Written, Problem> {
        let ids = self.write(vec![Event::Settings(settings)]).await?;
        Ok(Written {
            said: self.words.web_changed(),
            undo: ids.first().copied(),
        })
    }

    /// Writes one event and says what was understood.
    pub(super) async fn write_one(&self, event: Event) -> Result<Written, Problem> {
        let (diary, frame, voice) = self.look()?;
        let said = self.words.logged(&said_in_short(&voice, &frame, &diary, &event));
        let ids = self.write(vec![event]).await?;
        Ok(Written {
            said,
            undo: ids.first().copied(),
        })
    }

    /// Reads forms on the wall clock that an entry was written by.
    fn meaning_of<'a>(&'a self, was: &Dose, frame: &'a Frame) -> Meaning<'a> {
        let zone = self.zones.get(&was.when.zone);
        Meaning {
            zone: zone.unwrap_or_else(|| frame.zone.clone()),
            ..self.meaning(frame)
        }
    }

    /// Reads forms as they are meant from here.
    fn meaning<'a>(&'a self, frame: &'a Frame) -> Meaning<'a> {
        Meaning {
            words: &self.words,
            numbers: self.numbers,
            frame,
            zone: frame.zone.clone(),
        }
    }

    /// A moment, and how exactly it is known.
    pub(super) fn moment(&self, when: &When, frame: &Frame) -> Result<(Moment, Precision), Problem> {
        self.meaning(frame).moment(when)
    }

    /// A date.
    pub(super) fn date(&self, text: &str) -> Result<Date, Problem> {
        text.parse()
            .map_err(|_| phrase_problem(PhraseError::BadTime, &self.words))
    }

    /// A figure from nothing to `highest`.
    pub(super) fn within(&self, value: Option<f64>, highest: f64) -> Result<Option<f64>, Problem> {
        match value {
            Some(value) if !(value.is_finite() && (0.0..=highest).contains(&value)) => Err(self.form(
                self.words.err_out_of_scale(),
                self.words.rec_out_of_scale(&self.numbers.exact(highest)),
            )),
            value => Ok(value),
        }
    }

    /// A change that the fold would leave out is refused now.
    fn check(&self, amendment: &Event, target: EntryId) -> Result<(), Problem> {
        let mut desk = self.desk_mut()?;
        let clock = desk
            .diary()
            .last_clock
            .next(crate::platform::clock::now().as_millisecond());
        let trial = Entry {
            id: EntryId::from_parts(clock.0, [0; 10]),
            clock,
            origin: None,
            event: amendment.clone(),
        };
        let diary = ebb_core::fold::fold(desk.entries.iter().chain([&trial]));
        let is_ignored = |notice: &Notice| matches!(notice, Notice::AmendmentIgnored { id } if *id == target);
        if diary.notices.iter().any(is_ignored) {
            return Err(self.gone());
        }
        Ok(())
    }

    /// The entry is not there any more.
    pub(super) fn gone(&self) -> Problem {
        self.form(self.words.err_entry_gone(), self.words.rec_entry_gone())
    }
}

/// What was said of how a dose felt, and nothing that was not.
fn felt_changes(felt: &FeltEffect) -> Map<String, Value> {
    let fields = [
        ("strength", felt.strength.map(Value::from)),
        ("duration_h", felt.duration_h.map(Value::from)),
        ("note", felt.note.clone().map(Value::String)),
    ];
    let said = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    said.collect()
}
