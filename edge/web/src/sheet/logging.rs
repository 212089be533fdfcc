//! The log screen: usual doses to log with one tap, and what a dose of any other kind can be put together from.
//!
//! Everything offered is the person's own history, in no other size.

use super::told::{self, Told};
use crate::form::{DoseForm, When};
use crate::typed;
use ebb_core::amount::{Quantity, Unit};
use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::event::Dose;
use ebb_core::moment::Moment;
use ebb_core::view::Frame;
use ebb_present::screen::Voice;
use ebb_present::text;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// Doses back that usual ones are looked for in.
const LOOK_BACK: usize = 60;
/// What a dose counts against the one after it: what was usual before a change of habit gives way within days.
const FADES: f64 = 0.9;
/// Usual doses offered.
const PRESETS: usize = 6;
/// Amounts of one unit offered.
const QUICK: usize = 6;
/// Reasons offered.
const REASONS: usize = 8;
/// Units shown at once; the others are one tap further.
const UNITS_SHOWN: [Unit; 4] = [Unit::Gram, Unit::Capsule, Unit::Teaspoon, Unit::TeaMl];
/// Minutes back that the time slider reaches.
const SLIDER_MIN: u32 = 720;
/// Minutes of one step of it.
const SLIDER_STEP_MIN: u32 = 5;

/// What the log screen offers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogPad {
    /// One tap logs one of these.
    pub again: Vec<Preset>,
    /// Products, the usual one first.
    pub products: Vec<ProductChoice>,
    /// The product a new dose begins with: that of the last dose of a known amount, for an amount of one product means
    /// nothing of another; the usual one where nothing was logged yet.
    pub product: Option<EntryId>,
    /// Units, the last one used first.
    pub units: Vec<UnitChoice>,
    /// Reasons this person gave before, most frequent first.
    pub reasons: Vec<String>,
    /// Other substances logged before with their last unit, most frequent first.
    pub substances: Vec<(String, Option<String>)>,
    /// Now on the wall clock, `2026-02-03T18:00`, as the latest time.
    pub now: String,
    /// Today, `2026-02-03`, as the latest day.
    pub today: String,
    /// The times of the slider, now first.
    pub moments: Vec<MomentChoice>,
    /// Whether it can be said that nothing was taken today.
    pub can_be_none: bool,
}

/// A dose that can be logged again as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preset {
    /// `2.5 g green`.
    pub said: Told,
    /// `2.5 g`.
    pub amount: String,
    /// `green`.
    pub product: Option<String>,
    /// What is logged.
    pub form: DoseForm,
}

/// A product to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProductChoice {
    /// Its name.
    pub id: EntryId,
    /// The person's word.
    pub name: String,
    /// Whether it is meant when none is named.
    pub is_usual: bool,
    /// The unit it was last logged in.
    pub unit: Option<Unit>,
}

/// A unit to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitChoice {
    /// Which.
    pub unit: Unit,
    /// `g`, `capsules`.
    pub name: String,
    /// `g`, `capsule`.
    pub name_of_one: String,
    /// The step of plus and minus.
    pub step: f64,
    /// What was logged in it, product by product.
    pub past: Vec<Past>,
    /// Whether it is shown at once.
    pub is_shown: bool,
}

/// Amounts of one product in one unit: those of another product are none to begin with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Of which; `None` is not stated.
    pub product: Option<EntryId>,
    /// The one logged last, as a field shows it.
    pub last: String,
    /// Those logged most, smallest first.
    pub quick: Vec<String>,
}

impl UnitChoice {
    fn of(&self, product: Option<EntryId>) -> Option<&Past> {
        self.past.iter().find(|past| past.product == product)
    }

    /// The amount of this product last logged in it.
    #[must_use]
    pub fn last(&self, product: Option<EntryId>) -> Option<&str> {
        self.of(product).map(|past| past.last.as_str())
    }

    /// Amounts of this product logged in it before, smallest first.
    #[must_use]
    pub fn quick(&self, product: Option<EntryId>) -> &[String] {
        self.of(product).map_or(&[], |past| &past.quick)
    }
}

/// A time on the slider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MomentChoice {
    /// So long ago.
    pub minutes: u32,
    /// `15 min ago`.
    pub ago: String,
    /// `20:35`.
    pub clock: String,
}

/// Builds it.
pub(crate) fn log_pad(voice: &Voice, diary: &Diary, frame: &Frame) -> LogPad {
    let mut products: Vec<ProductChoice> = diary
        .products
        .iter()
        .map(|product| ProductChoice {
            id: product.id,
            name: text::for_label(&product.body.name),
            is_usual: diary.default_product == Some(product.id),
            unit: last_of(diary, frame, |dose| dose.product == Some(product.id)).map(|q| q.unit),
        })
        .collect();
    products.sort_by_key(|product| !product.is_usual);
    let today = frame.today();
    LogPad {
        again: again(voice, diary, frame),
        products,
        product: recent(diary, frame)
            .find(|dose| is_known(dose))
            .map_or(diary.default_product, |dose| dose.product),
        units: units(voice, diary, frame),
        reasons: most_frequent(recent(diary, frame).filter_map(|dose| dose.reason.clone()), REASONS),
        substances: substances(diary),
        now: wall_minutes(frame),
        today: today.to_string(),
        moments: moments(voice, frame),
        can_be_none: !diary.doses.iter().any(|dose| diary.day_of_dose(&dose.body) == today)
            && !diary.days.iter().any(|day| day.body.day == today),
    }
}

/// The doses this person logs most these days: they are offered as they are and in no other size.
pub(crate) fn again(voice: &Voice, diary: &Diary, frame: &Frame) -> Vec<Preset> {
    let mut weighed: Vec<(f64, DoseForm)> = Vec::new();
    let mut weight = 1.0;
    for dose in recent(diary, frame).filter(|dose| is_known(dose)) {
        let form = form_again(dose);
        match weighed.iter_mut().find(|(_, known)| *known == form) {
            Some((sum, _)) => *sum += weight,
            None => weighed.push((weight, form)),
        }
        weight *= FADES;
    }
    // Stable: among equals the newest comes first.
    weighed.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let forms = weighed.into_iter().take(PRESETS).map(|(_, form)| form);
    forms.map(|form| preset(voice, diary, form)).collect()
}

/// The last dose of a known amount, to log once more.
pub(crate) fn once_more(voice: &Voice, diary: &Diary, frame: &Frame) -> Option<Preset> {
    let last = recent(diary, frame).find(|dose| is_known(dose))?;
    Some(preset(voice, diary, form_again(last)))
}

fn is_known(dose: &Dose) -> bool {
    dose.amount
        .as_ref()
        .is_some_and(|quantity| quantity.is_usable() && quantity.value > 0.0)
}

fn form_again(dose: &Dose) -> DoseForm {
    DoseForm {
        when: When::Now,
        amount: dose.amount.clone(),
        product: dose.product,
        over_min: dose.over_min,
        ..DoseForm::default()
    }
}

fn preset(voice: &Voice, diary: &Diary, form: DoseForm) -> Preset {
    let product = form.product.and_then(|id| diary.product(id));
    let product = product.map(|product| text::for_label(&product.body.name));
    let amount = voice.amount(form.amount.as_ref());
    let marked = told::amount(&amount);
    let said = match &product {
        Some(name) => format!("{marked} {name}"),
        None => marked,
    };
    Preset {
        said: Told::from(said),
        amount,
        product,
        form,
    }
}

/// The newest doses that are not ahead of the clock, newest first.
fn recent<'a>(diary: &'a Diary, frame: &Frame) -> impl Iterator<Item = &'a Dose> {
    let now = frame.now;
    let past = diary.doses.iter().rev().filter(move |dose| dose.body.when.at <= now);
    past.take(LOOK_BACK).map(|dose| &dose.body)
}

/// The amount of the last dose that is so.
fn last_of<'a>(diary: &'a Diary, frame: &Frame, is_so: impl Fn(&Dose) -> bool) -> Option<&'a Quantity> {
    let now = frame.now;
    let past = diary.doses.iter().rev().filter(|dose| dose.body.when.at <= now);
    let mut known = past.filter(|dose| is_so(&dose.body) && is_known(&dose.body));
    known.next().and_then(|dose| dose.body.amount.as_ref())
}

/// Units, the last one used first, then by how often; each with the amounts it was logged in.
fn units(voice: &Voice, diary: &Diary, frame: &Frame) -> Vec<UnitChoice> {
    let amounts = |unit: Unit| {
        // A unit of one's own name is another thing: its figures are no amounts of the plain unit.
        let plain = move |quantity: &&Quantity| quantity.unit == unit && quantity.unit_name.is_none();
        let known = recent(diary, frame).filter(|dose| is_known(dose));
        known.filter_map(move |dose| Some((dose.product, dose.amount.as_ref().filter(plain)?.value)))
    };
    let past = |unit: Unit| {
        let mut products: Vec<Option<EntryId>> = Vec::new();
        for (product, _) in amounts(unit) {
            if !products.contains(&product) {
                products.push(product);
            }
        }
        let of = |product| amounts(unit).filter(move |(its, _)| *its == product);
        let figures = |product| of(product).map(|(_, value)| typed::figure(value));
        let past = |product| {
            Some(Past {
                product,
                last: figures(product).next()?,
                quick: by_size(most_frequent(figures(product), QUICK)),
            })
        };
        products.into_iter().filter_map(past).collect::<Vec<_>>()
    };
    let last_used = recent(diary, frame)
        .find(|dose| is_known(dose))
        .and_then(|dose| dose.amount.as_ref());
    let mut units = Unit::ALL.to_vec();
    units.sort_by_key(|unit| {
        let is_last = last_used.is_some_and(|quantity| quantity.unit == *unit);
        (!is_last, std::cmp::Reverse(amounts(*unit).count()))
    });
    let choice = |unit: Unit| {
        let past = past(unit);
        UnitChoice {
            unit,
            name: unit_name(voice, unit, 2.0),
            name_of_one: unit_name(voice, unit, 1.0),
            step: step(unit, amounts(unit).next().map(|(_, value)| value)),
            is_shown: UNITS_SHOWN.contains(&unit) || !past.is_empty(),
            past,
        }
    };
    units.into_iter().map(choice).collect()
}

fn by_size(mut figures: Vec<String>) -> Vec<String> {
    let value = |figure: &String| figure.parse::<f64>().unwrap_or(f64::INFINITY);
    figures.sort_by(|a, b| value(a).total_cmp(&value(b)));
    figures
}

/// The name of a unit after this many of it.
fn unit_name(voice: &Voice, unit: Unit, value: f64) -> String {
    // The amount is said with its figure in front; what follows the figure is the unit.
    let said = voice.amount(Some(&Quantity::new(value, unit)));
    said.split_once(['\u{a0}', ' '])
        .map_or(said.clone(), |(_, name)| name.to_owned())
}

/// About a tenth of what was taken last, in figures that a scale shows; whole ones of what is counted.
fn step(unit: Unit, last: Option<f64>) -> f64 {
    let of_last = |finest: f64, first: f64| match last {
        Some(last) => {
            let steps = [0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0];
            let fits = steps.into_iter().rfind(|step| *step <= last / 10.0 + 1e-9);
            fits.unwrap_or(finest).max(finest)
        }
        None => first,
    };
    match unit {
        Unit::Gram => of_last(0.05, 0.5),
        Unit::Teaspoon | Unit::Tablespoon => of_last(0.25, 0.5),
        Unit::Milligram => of_last(10.0, 100.0),
        Unit::TeaMl => of_last(10.0, 50.0),
        Unit::MgMitragynine => of_last(1.0, 5.0),
        Unit::Capsule | Unit::Piece | Unit::MgSevenOh => 1.0,
    }
}

fn substances(diary: &Diary) -> Vec<(String, Option<String>)> {
    let newest = || diary.co_uses.iter().rev().take(LOOK_BACK).map(|entry| &entry.body);
    let names = most_frequent(newest().map(|entry| text::for_label(&entry.substance)), REASONS);
    let unit = |name: &String| {
        let mut same = newest().filter(|entry| text::for_label(&entry.substance) == *name);
        same.next().and_then(|entry| entry.unit.as_deref()).map(text::for_label)
    };
    names.into_iter().map(|name| (name.clone(), unit(&name))).collect()
}

/// The words said most often, most frequent first.
pub(crate) fn most_frequent(words: impl Iterator<Item = String>, most: usize) -> Vec<String> {
    let mut counted: Vec<(usize, String)> = Vec::new();
    for word in words {
        match counted.iter_mut().find(|(_, known)| *known == word) {
            Some((n, _)) => *n += 1,
            None => counted.push((1, word)),
        }
    }
    counted.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    counted.into_iter().take(most).map(|(_, word)| word).collect()
}

/// The times of the slider, each on the clock that hung on the wall then.
fn moments(voice: &Voice, frame: &Frame) -> Vec<MomentChoice> {
    let steps = (0..=SLIDER_MIN / SLIDER_STEP_MIN).map(|step| step * SLIDER_STEP_MIN);
    steps.map(|minutes| moment(voice, frame, minutes)).collect()
}

fn moment(voice: &Voice, frame: &Frame, minutes: u32) -> MomentChoice {
    let ms = i64::from(minutes) * 60_000;
    let at = Moment::new(
        frame.now.checked_sub(i64::from(minutes).minutes()).unwrap_or(frame.now),
        &frame.zone,
    );
    MomentChoice {
        minutes,
        ago: if minutes == 0 {
            voice.words.now()
        } else {
            voice.numbers.relative(-ms)
        },
        clock: voice.numbers.clock_time(at.wall().time()),
    }
}

/// Now on the wall clock, in the form of a time field.
pub(crate) fn wall_minutes(frame: &Frame) -> String {
    minutes(frame.moment().wall())
}

/// A wall clock to the minute, in the form of a time field.
pub(crate) fn minutes(wall: jiff::civil::DateTime) -> String {
    format!("{}T{:02}:{:02}", wall.date(), wall.hour(), wall.minute())
}

#[cfg(test)]
#[path = "logging/tests.rs"]
mod tests;
