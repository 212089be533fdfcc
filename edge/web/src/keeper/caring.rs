//! From forms to events, for what care needs: what became of an urge, and people to call.

use super::Keeper;
use super::meaning::said;
use crate::form::{CravingEnd, PersonForm};
use crate::sheet::{Problem, Written, call_link};
use ebb_core::event::{Event, Person};
use serde_json::{Map, Value};

impl Keeper {
    /// What became of an urge, as a change of its entry; only what was said changes.
    pub(super) fn craving_end(&self, end: CravingEnd) -> Result<Map<String, Value>, Problem> {
        let minutes = self.within(end.minutes, 1440.0)?;
        let fields = [
            (
                "outcome",
                end.outcome.and_then(|outcome| serde_json::to_value(outcome).ok()),
            ),
            ("minutes", minutes.map(Value::from)),
            ("note", said(end.note).map(Value::String)),
        ];
        let named = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Ok(named.collect())
    }

    /// Somebody to call.
    pub(super) async fn add_person(&self, form: PersonForm) -> Result<Written, Problem> {
        let Some(name) = said(form.name) else {
            return Err(self.form(self.words.err_name_missing(), self.words.rec_name_missing()));
        };
        let number = said(form.number);
        if number.as_deref().is_some_and(|number| call_link(number).is_none()) {
            return Err(self.form(self.words.err_number_unreadable(), self.words.rec_number_unreadable()));
        }
        let note = said(form.note);
        let ids = self.write(vec![Event::Person(Person { name, number, note })]).await?;
        Ok(Written {
            said: self.words.care_person_added(),
            undo: ids.first().copied(),
        })
    }
}
