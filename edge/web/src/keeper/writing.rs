//! From forms to events: everything a person fills in is checked here, and answered in words when it cannot be meant.

use super::Keeper;
use crate::form::{
    AmendForm, BatchForm, Change, CheckInForm, CoUseForm, CravingForm, DoseForm, FeltForm, NoteForm, ProductForm, When,
    WithError,
};
use crate::sheet::{Problem, Written, phrase_problem};
use ebb_core::amount::{Estimate, LABEL_LOG_SD, MOST_GRAMS, Quantity, Unit};
use ebb_core::diary::{Diary, Notice};
use ebb_core::entry::{Entry, EntryId};
use ebb_core::event::{
    self, Amendment, Batch, CheckIn, CoUse, DaySays, DayStatement, Dose, Event, FeltEffect, Note, NoteKind, Precision,
    Product, Retraction, Route, Settings,
};
use ebb_core::moment::Moment;
use ebb_core::phrase::PhraseError;
use ebb_core::view::{Frame, entries};
use ebb_present::screen::{Voice, entries as screen};
use jiff::civil::{Date, DateTime};
use serde_json::{Map, Value};

/// Minutes a form may lie ahead of the clock: the page's minute may have ended meanwhile.
const LEEWAY_MIN: i64 = 2;

impl Keeper {
    /// Logs a dose.
    pub(super) async fn log(&self, form: DoseForm) -> Result<Written, Problem> {
        let (diary, frame, _) = self.look()?;
        let dose = self.dose(form, &diary, &frame)?;
        self.write_one(Event::Dose(dose)).await
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
        self.write_one(Event::FeltEffect(FeltEffect {
            when: dose.body.when.clone(),
            dose: Some(dose.id),
            strength: self.within(form.strength, 10.0)?,
            duration_h: self.within(form.hours, 48.0)?,
            word: None,
            scales: std::collections::BTreeMap::new(),
            note: said(form.note),
        }))
        .await
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
        let changes = match form.change {
            Change::Dose(dose) => patch_of(&self.dose(dose, &diary, &frame)?),
            Change::Craving(end) if matches!(row.event, Event::Craving(_)) => self.craving_end(end)?,
            Change::Craving(_) => return Err(self.gone()),
            Change::Words(text) => {
                let field = if matches!(row.event, Event::Note(_)) {
                    "text"
                } else {
                    "note"
                };
                Map::from_iter([(field.to_owned(), said(text).map_or(Value::Null, Value::String))])
            }
        };
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
        let ids = self.write(vec![Event::Retraction(Retraction { target })]).await?;
        Ok(Written {
            said: self.words.web_removed(),
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

    /// A new product; the first one becomes the usual one.
    pub(super) async fn add_product(&self, form: ProductForm) -> Result<Written, Problem> {
        let (diary, ..) = self.look()?;
        let Some(name) = said(form.name) else {
            return Err(self.form(self.words.err_name_missing(), self.words.rec_name_missing()));
        };
        if diary.product_named(&name).is_some() {
            return Err(self.form(self.words.err_product_exists(), self.words.rec_product_exists()));
        }
        let product = Product {
            name,
            kind: form.kind,
            mitragynine_mg_per_g: self.estimate(form.mg_per_g)?,
            mitragynine_mg_each: self.estimate(form.mg_each)?,
            seven_oh_mg_each: self.estimate(form.seven_oh_mg_each)?,
            grams_per_capsule: self.estimate(form.grams_per_capsule)?,
            grams_per_teaspoon: self.estimate(form.grams_per_teaspoon)?,
            tea_grams_per_litre: self.estimate(form.tea_grams_per_litre)?,
            note: said(form.note),
        };
        let written = self.write_one(Event::Product(product)).await?;
        if let (None, Some(id)) = (diary.default_product, written.undo) {
            self.usual_product(id).await?;
        }
        Ok(written)
    }

    /// A new batch.
    pub(super) async fn add_batch(&self, form: BatchForm) -> Result<Written, Problem> {
        let (diary, frame, _) = self.look()?;
        if diary.product(form.product).is_none() {
            return Err(self.gone());
        }
        let (opened, _) = self.moment(&form.when, &frame)?;
        let batch = Batch {
            product: form.product,
            opened,
            name: said(form.name),
            mitragynine_mg_per_g: self.estimate(form.mg_per_g)?,
            tea_grams_per_litre: self.estimate(form.tea_grams_per_litre)?,
            note: said(form.note),
        };
        self.write_one(Event::Batch(batch)).await
    }

    /// The product meant when none is named.
    pub(super) async fn usual_product(&self, id: EntryId) -> Result<Written, Problem> {
        self.set(Settings {
            product: Some(id),
            ..Settings::default()
        })
        .await
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
    async fn write_one(&self, event: Event) -> Result<Written, Problem> {
        let (diary, frame, voice) = self.look()?;
        let said = self.words.logged(&line(&voice, &frame, &diary, &event));
        let ids = self.write(vec![event]).await?;
        Ok(Written {
            said,
            undo: ids.first().copied(),
        })
    }

    fn dose(&self, form: DoseForm, diary: &Diary, frame: &Frame) -> Result<Dose, Problem> {
        let (when, precision) = self.moment(&form.when, frame)?;
        Ok(Dose {
            precision,
            over_min: self.within(form.over_min, 1440.0)?.filter(|minutes| *minutes > 0.0),
            amount: self.amount(form.amount)?,
            product: form.product.or(diary.default_product),
            stomach: form.stomach,
            reason: said(form.reason),
            mood: said(form.mood),
            note: said(form.note),
            ..Dose::of_unknown_amount(when)
        })
    }

    /// An amount a person can have meant.
    fn amount(&self, amount: Option<Quantity>) -> Result<Option<Quantity>, Problem> {
        let Some(quantity) = amount else { return Ok(None) };
        let most = match quantity.unit {
            Unit::Gram => MOST_GRAMS,
            Unit::Milligram => MOST_GRAMS * 1000.0,
            _ => 10_000.0,
        };
        if quantity.is_usable() && quantity.value > 0.0 && quantity.value <= most {
            Ok(Some(quantity))
        } else {
            Err(phrase_problem(PhraseError::AmountOutOfRange, &self.words))
        }
    }

    /// A moment, and how exactly it is known.
    fn moment(&self, when: &When, frame: &Frame) -> Result<(Moment, Precision), Problem> {
        let unreadable = || phrase_problem(PhraseError::BadTime, &self.words);
        let at_wall = |wall: DateTime| {
            let zoned = frame
                .zone
                .to_ambiguous_zoned(wall)
                .compatible()
                .map_err(|_| unreadable())?;
            Ok::<_, Problem>(Moment::new(zoned.timestamp(), &frame.zone))
        };
        let (moment, precision) = match when {
            When::Now => (frame.moment(), Precision::Minute),
            When::MinutesAgo(minutes) => (frame.moment().minutes_earlier(i64::from(*minutes)), Precision::Minute),
            When::Wall(text) => (at_wall(text.parse().map_err(|_| unreadable())?)?, Precision::Minute),
            When::DayOnly(text) => (at_wall(self.date(text)?.at(12, 0, 0, 0))?, Precision::Day),
        };
        let ahead_min = (moment.ms() - frame.now.as_millisecond()) / 60_000;
        let is_ahead = match precision {
            Precision::Minute => ahead_min > LEEWAY_MIN,
            Precision::Day => moment.wall().date() > frame.today(),
        };
        if is_ahead {
            return Err(phrase_problem(PhraseError::Future, &self.words));
        }
        Ok((moment, precision))
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

    /// A strength above zero with its width; without one the width of a label holds.
    fn estimate(&self, figure: Option<WithError>) -> Result<Option<Estimate>, Problem> {
        let Some(figure) = figure else { return Ok(None) };
        let log_sd = match figure.plus_minus {
            Some(sd) if sd > 0.0 => (sd / figure.value).powi(2).ln_1p().sqrt(),
            _ => LABEL_LOG_SD,
        };
        let estimate = Estimate {
            value: figure.value,
            log_sd,
        };
        match estimate.usable() {
            Some(estimate) => Ok(Some(estimate)),
            None => Err(self.form(
                self.words.err_strength_unreadable(),
                self.words.rec_strength_unreadable(),
            )),
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

fn line(voice: &Voice, frame: &Frame, diary: &Diary, event: &Event) -> String {
    screen::said(voice, frame, diary, event)
}

/// What was written, if anything was.
pub(super) fn said(text: String) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Every field of the form, also those that are empty now: a merge patch keeps what it does not name.
fn patch_of(dose: &Dose) -> Map<String, Value> {
    const FIELDS: [&str; 9] = [
        "when",
        "precision",
        "over_min",
        "amount",
        "product",
        "stomach",
        "reason",
        "mood",
        "note",
    ];
    const OF_AMOUNT: [&str; 3] = ["sd", "each", "unit_name"];
    let Ok(Value::Object(mut whole)) = serde_json::to_value(dose) else {
        return Map::new();
    };
    if let Some(Value::Object(amount)) = whole.get_mut("amount") {
        for field in OF_AMOUNT {
            amount.entry(field).or_insert(Value::Null);
        }
    }
    let fields = FIELDS.into_iter().map(|field| {
        let value = whole.remove(field).unwrap_or(Value::Null);
        (field.to_owned(), value)
    });
    fields.collect()
}
