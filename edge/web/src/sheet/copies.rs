//! How safe the diary is from being lost: the last backup, and whether the browser keeps what is stored.

use super::{Notice, Tone};
use crate::form::DeviceFacts;
use ebb_core::view::Frame;
use ebb_present::screen::Voice;
use serde::{Deserialize, Serialize};

/// After so many days a backup is called old. Our own bound: losing a month of a diary costs the forecast its footing.
const OLD_DAYS: i64 = 30;
const MEGABYTE: f64 = 1024.0 * 1024.0;

/// How safe the diary is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Copies {
    /// `Kept only on this device`, or when the last backup was made.
    pub title: String,
    /// What that means.
    pub text: String,
    /// How urgent that is.
    pub tone: Tone,
    /// Whether the browser keeps what is stored; `None` when it does not say.
    pub kept: Option<String>,
    /// Whether the browser can still be asked to keep it.
    pub can_ask: bool,
    /// How much room the diary takes.
    pub room: Option<String>,
    /// Why nothing of this counts: it is the made-up diary.
    pub demo: Option<Notice>,
    /// Whether there is anything to take out.
    pub has_entries: bool,
}

/// Builds it.
pub(crate) fn copies(voice: &Voice, frame: &Frame, facts: &DeviceFacts, n_entries: usize, is_demo: bool) -> Copies {
    let words = &voice.words;
    let backed_up = facts.backed_up.as_ref().and_then(|day| day.parse().ok());
    let (title, text, tone) = match backed_up {
        _ if n_entries == 0 => (words.copies_empty_title(), words.copies_empty_text(), Tone::Calm),
        None => (words.copies_none_title(), words.copies_none_text(), Tone::Caution),
        Some(day) => {
            let is_old = ebb_core::day::days_between(day, frame.today()) > OLD_DAYS;
            let title = words.copies_last(&voice.day(day, frame));
            if is_old {
                (title, words.copies_old_text(), Tone::Caution)
            } else {
                (title, words.copies_last_text(), Tone::Calm)
            }
        }
    };
    Copies {
        title,
        text,
        tone,
        kept: facts.is_kept.map(|is_kept| {
            if is_kept {
                words.copies_kept()
            } else {
                words.copies_not_kept()
            }
        }),
        can_ask: facts.is_kept == Some(false) && n_entries > 0,
        room: facts
            .used_bytes
            .map(|bytes| words.copies_room(&megabytes(voice, bytes))),
        demo: is_demo.then(|| Notice {
            tone: Tone::Calm,
            text: words.copies_demo(),
        }),
        has_entries: n_entries > 0,
    }
}

/// Megabytes, to a tenth.
fn megabytes(voice: &Voice, bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a tenth of a megabyte is all that is shown")]
    let megabytes = (bytes as f64 / MEGABYTE * 10.0).round() / 10.0;
    voice.words.megabytes(&voice.numbers.exact(megabytes.max(0.1)))
}
