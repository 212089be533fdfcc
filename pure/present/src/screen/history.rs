//! The history screen as text: a line a day, grams and doses apart, a bar that never stands for nothing known.

use super::today::{day_line, round2};
use super::{Voice, wrapped};
use ebb_core::view::history::{DayState, HistoryView};

const DAY_COLUMNS: usize = 12;
const BAR_COLUMNS: usize = 16;
/// A line longer than this goes on under itself.
const COLUMNS: usize = 80;

/// The screen.
#[must_use]
pub fn history(voice: &Voice, view: &HistoryView) -> String {
    let words = &voice.words;
    if view.days.iter().all(|d| d.state == DayState::NoEntry) {
        return words.history_empty();
    }
    let most = view.days.iter().filter_map(|d| d.grams).fold(0.0, f64::max);
    let mut text = String::new();
    for row in &view.days {
        let bar = match (row.state, row.grams) {
            (DayState::NoEntry, _) => "·".to_owned(),
            (DayState::NothingTaken, _) => "0".to_owned(),
            (DayState::UnknownAmount, _) | (_, None) => "?".to_owned(),
            (state, Some(grams)) => {
                let open = if state == DayState::PartlyKnown { "+" } else { "" };
                format!("{}{open}", "█".repeat(bar_length(grams, most)))
            }
        };
        let pad = (BAR_COLUMNS + 1).saturating_sub(bar.chars().count());
        let day = voice.numbers.date_with_weekday(row.day);
        let said = wrapped(
            &day_line(voice, row),
            &" ".repeat(DAY_COLUMNS + BAR_COLUMNS + 2),
            COLUMNS,
        );
        text.push_str(&format!(
            "{day:<DAY_COLUMNS$}{bar}{} {}\n",
            " ".repeat(pad),
            said.trim_start()
        ));
    }
    if let Some(usual) = view.usual {
        let grams = voice.numbers.amount_exact(Some(round2(usual.grams)), "g");
        let days = words.day_count(usual.n_days as u64);
        text.push_str(&format!(
            "\n{}: {}\n",
            words.label_usual(),
            words.usual_day(&grams, &voice.numbers.exact(usual.doses), &days)
        ));
    }
    text
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of a short bar"
)]
fn bar_length(grams: f64, most: f64) -> usize {
    if most > 0.0 && grams > 0.0 {
        ((grams / most * BAR_COLUMNS as f64).round() as usize).max(1)
    } else {
        0
    }
}
