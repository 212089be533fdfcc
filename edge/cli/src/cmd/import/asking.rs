//! Questions that a file leaves open, asked one after another.

use super::Wanted;
use super::saying;
use crate::term;
use anyhow::Result;
use ebb_exchange::import::Reading;

/// Asks what is still open; true if anything new was answered, so that the preview must be made again.
pub(super) fn open_questions(reading: &Reading, wanted: &mut Wanted) -> Result<bool> {
    let mut is_new = false;
    for question in reading.questions.iter().filter(|q| q.given.is_none()) {
        if wanted.answers.get(&question.id).is_some() || (question.id == "zone" && !wanted.zones.is_empty()) {
            continue;
        }
        term::say_aside(&saying::question(question));
        let answer = term::ask(&format!("  answer (Enter = {}): ", question.careful))?.unwrap_or_default();
        let answer = if answer.is_empty() {
            question.careful.clone()
        } else {
            answer
        };
        // An answer that is the careful one changes nothing, but must not be asked again.
        is_new |= answer != question.careful;
        if question.id == "zone" && answer != question.careful {
            wanted.zones.push(answer.clone());
        }
        wanted.answers.0.insert(question.id.clone(), answer);
    }
    Ok(is_new)
}
