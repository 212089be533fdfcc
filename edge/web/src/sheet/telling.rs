//! An entry told in two lines, for a list: what it is, and what else it says. Figures of the person are marked.

use super::told::{self, Told};
use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::event::{
    CheckIn, CoUse, Craving, CravingOutcome, DaySays, DayStatement, Dose, Event, FeltEffect, NoteKind, Stomach,
};
use ebb_present::screen::{Voice, entries as screen, learned};
use ebb_present::{imports, text};

/// Columns of a note in a list; the whole of it stands at the entry.
const NOTE_COLUMNS: usize = 96;

/// What an entry is, and what else it says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Lines {
    pub(crate) title: Told,
    pub(crate) detail: Told,
}

/// Tells entries.
pub(crate) struct Teller<'a> {
    pub(crate) voice: &'a Voice,
    pub(crate) diary: &'a Diary,
}

impl Teller<'_> {
    /// Tells one.
    pub(crate) fn tell(&self, id: EntryId, event: &Event) -> Lines {
        let words = &self.voice.words;
        let note = |text: &Option<String>| text.as_ref().map(|text| short(text));
        let (title, parts) = match event {
            Event::Dose(dose) if dose.product.is_none() && dose.amount.is_none() => {
                (words.entry_dose_unknown(), self.of_dose(id, dose))
            }
            Event::Dose(dose) => (self.dose(dose), self.of_dose(id, dose)),
            Event::CheckIn(entry) => (words.web_nav_check_in(), self.of_check_in(entry)),
            Event::FeltEffect(entry) => (words.entry_felt(), self.of_felt(entry)),
            Event::Craving(entry) => (words.web_nav_craving(), self.of_craving(entry)),
            Event::CoUse(entry) => (self.co_use(entry), vec![note(&entry.note)]),
            Event::Note(entry) => {
                let title = match entry.kind {
                    NoteKind::Plain => words.entry_note(),
                    NoteKind::Milestone => words.entry_milestone(),
                    NoteKind::ForeignPlan => words.entry_foreign_plan(),
                };
                (title, vec![Some(short(&entry.text))])
            }
            Event::Day(entry) => (self.day(entry), vec![note(&entry.note)]),
            Event::Product(entry) => {
                let title = words.entry_product(&text::for_label(&entry.name));
                (title, vec![Some(screen::product(self.voice, entry))])
            }
            Event::Batch(entry) => {
                let product = self.diary.product(entry.product).map(|p| text::for_label(&p.body.name));
                (words.entry_batch(), vec![product, note(&entry.name), note(&entry.note)])
            }
            Event::ImportBatch(entry) => (words.entry_import(), vec![entry.file.as_deref().map(text::for_label)]),
            Event::Held(entry) => {
                let reason = imports::held(words, &entry.reason);
                (
                    words.entry_held(),
                    vec![Some(text::for_label(&entry.place)), Some(reason)],
                )
            }
            Event::Person(entry) => {
                let title = words.kind_person(&text::for_label(&entry.name));
                (title, vec![note(&entry.number), note(&entry.note)])
            }
            Event::Forecast(_) => (words.score_kept_forecast(), Vec::new()),
            Event::Unknown(_) => (words.history_newer_entry(), Vec::new()),
            Event::Settings(_) => (words.web_nav_settings(), Vec::new()),
            Event::Learning(entry) => (learned::kind(self.voice, entry.says), Vec::new()),
            Event::Amendment(_) | Event::Retraction(_) => (words.change(), Vec::new()),
        };
        Lines {
            title: Told::from(title),
            detail: Told::from(parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
        }
    }

    /// `2.5 g green`; `green, unknown amount`.
    pub(crate) fn dose(&self, dose: &Dose) -> String {
        let product = dose.product.and_then(|id| self.diary.product(id));
        let product = product.map(|product| text::for_label(&product.body.name));
        match (product, &dose.amount) {
            (Some(name), Some(amount)) => format!("{} {name}", told::amount(&self.voice.amount(Some(amount)))),
            (Some(name), None) => format!("{name}, {}", self.voice.words.unknown_amount()),
            (None, Some(amount)) => told::amount(&self.voice.amount(Some(amount))),
            (None, None) => self.voice.words.unknown_amount(),
        }
    }

    fn of_dose(&self, id: EntryId, dose: &Dose) -> Vec<Option<String>> {
        let words = &self.voice.words;
        let mut felt = self.diary.felt_effects.iter().filter(|felt| felt.body.dose == Some(id));
        let felt = felt.next_back().and_then(|felt| self.felt(&felt.body));
        vec![
            dose.over_min.map(|minutes| words.sipped_over(&self.minutes(minutes))),
            dose.stomach.map(|stomach| stomach_word(self.voice, stomach)),
            dose.reason.as_ref().map(|reason| short(reason)),
            dose.mood
                .as_ref()
                .map(|mood| format!("{} {}", words.label_mood(), short(mood))),
            dose.note.as_ref().map(|note| short(note)),
            felt.map(|felt| format!("{} {felt}", words.label_felt())),
        ]
    }

    /// `40 min`, `1 h 30 min`.
    pub(crate) fn minutes(&self, minutes: f64) -> String {
        #[expect(clippy::cast_possible_truncation, reason = "at most a day")]
        let ms = (minutes.clamp(0.0, 1440.0) * 60_000.0) as i64;
        self.voice.numbers.duration(ms)
    }

    /// `6 of 10, 3 h`.
    pub(crate) fn felt(&self, felt: &FeltEffect) -> Option<String> {
        let strength = felt
            .strength
            .map(|v| told::amount(&self.voice.numbers.score(v, 10.0, None)));
        let hours = felt.duration_h.map(|hours| told::amount(&self.minutes(hours * 60.0)));
        let word = felt.word.as_deref().map(short);
        let parts: Vec<String> = [strength, hours, word].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    fn of_felt(&self, felt: &FeltEffect) -> Vec<Option<String>> {
        vec![self.felt(felt), felt.note.as_ref().map(|note| short(note))]
    }

    /// `withdrawal 16 of 64`.
    fn score(&self, name: String, value: Option<f64>, highest: f64) -> Option<String> {
        value.map(|value| {
            let score = self.voice.numbers.score(value, highest, None);
            format!("{name} {}", told::amount(&score))
        })
    }

    fn of_check_in(&self, entry: &CheckIn) -> Vec<Option<String>> {
        let words = &self.voice.words;
        let scores = [
            self.score(words.entry_withdrawal(), entry.total_64(), 64.0),
            self.score(words.label_craving(), entry.craving, 10.0),
            self.score(words.label_mood(), entry.mood, 10.0),
            self.score(words.entry_energy(), entry.energy, 10.0),
            self.score(words.entry_focus(), entry.focus, 10.0),
            self.score(words.entry_sleep(), entry.sleep, 10.0),
        ];
        let scores: Vec<String> = scores.into_iter().flatten().collect();
        let slept = entry
            .sleep_hours
            .map(|hours| words.entry_slept(&told::amount(&self.minutes(hours * 60.0))));
        vec![
            (!scores.is_empty()).then(|| scores.join(", ")),
            slept,
            entry.note.as_ref().map(|note| short(note)),
        ]
    }

    fn of_craving(&self, entry: &Craving) -> Vec<Option<String>> {
        let words = &self.voice.words;
        let strength = entry
            .strength
            .map(|v| told::amount(&self.voice.numbers.score(v, 10.0, None)));
        let outcome = entry.outcome.map(|outcome| match outcome {
            CravingOutcome::Passed => words.entry_urge_passed(),
            CravingOutcome::Used => words.entry_urge_used(),
            CravingOutcome::Ongoing => words.entry_urge_ongoing(),
        });
        vec![
            strength,
            entry.minutes.map(|minutes| self.minutes(minutes)),
            outcome,
            entry.trigger.as_ref().map(|trigger| short(trigger)),
            entry.note.as_ref().map(|note| short(note)),
        ]
    }

    fn co_use(&self, entry: &CoUse) -> String {
        let unit = text::for_label(entry.unit.as_deref().unwrap_or_default());
        let amount = entry.amount.map(|amount| {
            format!(
                ", {}",
                told::amount(&self.voice.numbers.amount_exact(Some(amount), &unit))
            )
        });
        format!("{}{}", text::for_label(&entry.substance), amount.unwrap_or_default())
    }

    fn day(&self, entry: &DayStatement) -> String {
        let words = &self.voice.words;
        match &entry.says {
            DaySays::NothingTaken => words.entry_nothing_taken(),
            DaySays::Unknown => words.entry_day_unknown(),
            DaySays::Total(total) => words.entry_day_total(&told::amount(&self.voice.amount(Some(total)))),
        }
    }
}

fn short(written: &str) -> String {
    text::shorten(&text::for_label(written), NOTE_COLUMNS)
}

/// How full the stomach was.
pub(crate) fn stomach_word(voice: &Voice, stomach: Stomach) -> String {
    let words = &voice.words;
    match stomach {
        Stomach::Empty => words.log_stomach_empty(),
        Stomach::QuarterFull => words.log_stomach_quarter(),
        Stomach::HalfFull => words.log_stomach_half(),
        Stomach::Full => words.log_stomach_full(),
        Stomach::VeryFull => words.log_stomach_very_full(),
    }
}
