//! Times and days as a person types them on the command line.

use crate::error::Usage;
use anyhow::{Result, bail};
use ebb_core::moment::Moment;
use ebb_core::view::Frame;
use jiff::civil::Date;

/// A moment: `07:30`, `2026-02-03 07:30`, `yesterday 22:00`, `20 min ago`, or RFC 3339. Now if not given.
pub(super) fn moment(text: Option<&str>, frame: &Frame) -> Result<Moment> {
    let Some(text) = text else { return Ok(frame.moment()) };
    if let Some(moment) = Moment::from_text(text.trim()) {
        return if moment.at > frame.now {
            Err(ebb_core::phrase::PhraseError::Future.into())
        } else {
            Ok(moment)
        };
    }
    // The phrase grammar reads times; an unknown amount makes it a whole phrase.
    let draft = ebb_core::phrase::read(&format!("? {text}"), frame.now, &frame.zone)?;
    if draft.product.is_some() || draft.over_min.is_some() {
        return Err(ebb_core::phrase::PhraseError::BadTime.into());
    }
    Ok(draft.when)
}

/// A day: `2026-02-03`, `today`, `yesterday`.
pub(super) fn day(text: &str, frame: &Frame) -> Result<Date> {
    match text.trim() {
        "today" => Ok(frame.today()),
        "yesterday" => Ok(ebb_core::day::plus(frame.today(), -1)),
        text => match text.parse::<Date>() {
            Ok(date) => Ok(date),
            Err(_) => bail!(Usage::new(
                "this day could not be read",
                "write it as 2026-02-03, today or yesterday"
            )),
        },
    }
}
