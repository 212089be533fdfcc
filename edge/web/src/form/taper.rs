//! The steps of coming down as a person types them: how much less, how often, and who set the pace.

use ebb_core::view::course::{Pace, Taper, TaperFault};
use serde::{Deserialize, Serialize};

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaperDraft {
    /// Percent less at each step.
    pub percent: String,
    /// Days from one step to the next.
    pub every_days: String,
    /// Whether a clinician set the pace.
    pub is_clinicians: bool,
}

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaperForm {
    percent: u32,
    every_days: u32,
    is_clinicians: bool,
}

impl Default for TaperForm {
    /// A place to begin, to be changed.
    fn default() -> Self {
        let begin = Taper::TO_BEGIN_WITH;
        Self {
            percent: begin.percent(),
            every_days: begin.every_days(),
            is_clinicians: begin.pace() == Pace::Clinicians,
        }
    }
}

impl Default for TaperDraft {
    fn default() -> Self {
        let form = TaperForm::default();
        Self {
            percent: form.percent.to_string(),
            every_days: form.every_days.to_string(),
            is_clinicians: form.is_clinicians,
        }
    }
}

impl TaperDraft {
    /// What is sent.
    ///
    /// # Errors
    /// Which field cannot be meant; a field without a whole number is out of range.
    pub fn form(&self) -> Result<TaperForm, TaperFault> {
        let whole = |text: &str| text.trim().parse().unwrap_or(0);
        let form = TaperForm {
            percent: whole(&self.percent),
            every_days: whole(&self.every_days),
            is_clinicians: self.is_clinicians,
        };
        form.taper().map(|_| form)
    }
}

impl TaperForm {
    /// The steps.
    ///
    /// # Errors
    /// Why they are none.
    pub fn taper(self) -> Result<Taper, TaperFault> {
        let pace = if self.is_clinicians {
            Pace::Clinicians
        } else {
            Pace::Own
        };
        Taper::new(self.percent, self.every_days, pace)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    fn typed(percent: &str, every_days: &str, is_clinicians: bool) -> Result<Taper, TaperFault> {
        let draft = TaperDraft {
            percent: percent.to_owned(),
            every_days: every_days.to_owned(),
            is_clinicians,
        };
        draft.form().and_then(TaperForm::taper)
    }

    #[test]
    fn the_fields_begin_with_steps_that_can_be_shown() {
        let form = TaperDraft::default().form().unwrap();
        assert_eq!(form.taper(), Ok(Taper::TO_BEGIN_WITH));
    }

    #[test]
    fn what_is_typed_is_read_and_what_is_none_names_its_field() {
        assert_eq!(typed(" 10 ", "14", false), Taper::new(10, 14, Pace::Own));
        for percent in ["", "0", "-5", "5 %", "7.5", "51"] {
            assert!(
                matches!(typed(percent, "7", false), Err(TaperFault::Percent(_))),
                "{percent}"
            );
        }
        for days in ["", "0", "a week", "91", "99999999999"] {
            assert!(matches!(typed("5", days, false), Err(TaperFault::Days(_))), "{days}");
        }
    }

    #[test]
    fn a_faster_pace_takes_a_clinician() {
        assert!(matches!(typed("30", "7", false), Err(TaperFault::TooFast { .. })));
        assert_eq!(typed("30", "7", true), Taper::new(30, 7, Pace::Clinicians));
    }
}
