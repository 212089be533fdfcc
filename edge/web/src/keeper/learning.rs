//! What was learned, whether Ebb may learn, and what would come on other conditions: all from the reading that is shown.

use super::{Asker, Keeper};
use crate::form::TaperForm;
use crate::sheet::{self, Problem, Written};
use ebb_core::event::{Event, Learning, LearningSays};
use ebb_core::view::course::{self, Condition};
use ebb_core::view::forecast::ABOVE;
use ebb_core::view::{learned, score};
use ebb_present::screen::course::taper_fault;

/// A course, or why there is none.
type Answer = Result<Result<sheet::Course, String>, Problem>;

/// Draws between two looks at whether anything shorter waits.
const STEP_DRAWS: u32 = 4;

impl Keeper {
    /// The screen of what was learned.
    pub(super) async fn learned(&self, asker: Asker, width: u16) -> Result<sheet::Learned, Problem> {
        let kept = self.reading(asker).await?;
        let (diary, _, voice) = self.look()?;
        let view = learned::learned(&diary, &kept.reading);
        let past = score::score(&kept.frame, &diary);
        let sheet = sheet::learned(&voice, &kept.frame, &view, &past, width);
        Ok(sheet::Learned {
            is_on: diary.may_learn,
            ..sheet
        })
    }

    /// Switches learning on or off, or begins anew.
    pub(super) async fn say_of_learning(&self, says: LearningSays) -> Result<Written, Problem> {
        let (_, frame, _) = self.look()?;
        let ids = self
            .write(vec![Event::Learning(Learning {
                when: frame.moment(),
                says,
            })])
            .await?;
        Ok(Written {
            said: match says {
                LearningSays::On => self.words.learning_now_on(),
                LearningSays::Off => self.words.learning_now_off(),
                LearningSays::Reset => self.words.learning_now_reset(),
            },
            undo: ids.first().copied(),
        })
    }

    /// What would come if the person came down by these steps.
    pub(super) async fn taper(&self, asker: Asker, steps: TaperForm, days: u32, width: u16) -> Answer {
        let taper = steps.taper().map_err(|fault| {
            let (what, advice) = taper_fault(&self.words, &self.numbers, fault);
            self.form(what, advice)
        })?;
        self.course(asker, Condition::Taper(taper), days, width).await
    }

    /// What would come if the person went on under a condition.
    pub(super) async fn course(&self, asker: Asker, condition: Condition, days: u32, width: u16) -> Answer {
        let kept = self.reading(asker).await?;
        let (diary, _, voice) = self.look()?;
        let view = match (course::start(&kept.reading, &condition, days), kept.reading.as_ref()) {
            (Err(because), _) => Err(because),
            (Ok(mut run), Ok(reading)) => {
                while !run.step(STEP_DRAWS) {
                    self.give_way().await;
                }
                Ok(run.finish(&kept.frame, reading, ABOVE))
            }
            (Ok(_), Err(silence)) => Err(course::NoCourse::Silent(*silence)),
        };
        if let (Ok(view), Ok(reading)) = (&view, kept.reading.as_ref()) {
            self.desk_mut()?.shown_course = score::course_to_keep(&kept.frame, &diary, reading, view);
        }
        Ok(sheet::course(&voice, &kept.frame, &view, width))
    }
}
