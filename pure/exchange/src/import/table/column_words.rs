//! Columns as words, for the question `columns`: `date,time,amount,note,-`.

use super::columns::{Role, Scale, symptom, unit_of};
use crate::import::keys::name_in_diary;
use ebb_core::amount::Unit;

/// The answer to the question `columns`: `date,time,amount,note,-`. `None` when a word is not known.
pub(crate) fn from_answer(answer: &str) -> Option<Vec<Role>> {
    answer.split(',').map(|word| role_of_word(word.trim())).collect()
}

fn role_of_word(word: &str) -> Option<Role> {
    if let Some(symptom) = symptom(&word.replace('_', " ")) {
        return Some(Role::Symptom(symptom));
    }
    Some(match word {
        "-" | "" => Role::Ignored,
        "id" => Role::Id,
        "date" => Role::Date,
        "time" => Role::Time,
        "when" => Role::When,
        "amount" => Role::Amount(None),
        "day_total" => Role::DayTotal,
        "unit" => Role::Unit,
        "product" => Role::Product,
        "note" => Role::Note,
        "reason" => Role::Reason,
        "felt" => Role::Felt,
        "hours" => Role::Lasted(1.0),
        "withdrawal" => Role::Scale(Scale::Withdrawal),
        "craving" => Role::Scale(Scale::Craving),
        "mood" => Role::Scale(Scale::Mood),
        "energy" => Role::Scale(Scale::Energy),
        "focus" => Role::Scale(Scale::Focus),
        "sleep" => Role::Scale(Scale::Sleep),
        "sleep_hours" => Role::Scale(Scale::SleepHours),
        "trigger" => Role::Trigger,
        "helper" => Role::Helper,
        _ => Role::Amount(Some(unit_of(word)?)),
    })
}

/// Columns in the words of an answer.
pub(crate) fn to_answer(roles: &[Role]) -> String {
    let words: Vec<String> = roles.iter().map(word_of_role).collect();
    words.join(",")
}

fn word_of_role(role: &Role) -> String {
    match role {
        Role::Ignored | Role::Scale(Scale::Named(_)) => "-",
        Role::Id => "id",
        Role::Date => "date",
        Role::Time => "time",
        Role::When => "when",
        Role::Amount(Some((Unit::Milligram, _))) => "mg",
        Role::Amount(Some((Unit::Teaspoon, _))) => "tsp",
        Role::Amount(Some((Unit::Tablespoon, _))) => "tbsp",
        Role::Amount(Some((Unit::Capsule, _))) => "caps",
        Role::Amount(Some((Unit::TeaMl, _))) => "ml",
        Role::Amount(Some((Unit::Gram, _))) => "g",
        Role::Amount(_) => "amount",
        Role::DayTotal => "day_total",
        Role::Unit => "unit",
        Role::Product => "product",
        Role::Note => "note",
        Role::Reason => "reason",
        Role::Felt => "felt",
        Role::Lasted(_) => "hours",
        Role::Scale(Scale::Withdrawal) => "withdrawal",
        Role::Scale(Scale::Craving) => "craving",
        Role::Scale(Scale::Mood) => "mood",
        Role::Scale(Scale::Energy) => "energy",
        Role::Scale(Scale::Focus) => "focus",
        Role::Scale(Scale::Sleep) => "sleep",
        Role::Scale(Scale::SleepHours) => "sleep_hours",
        Role::Trigger => "trigger",
        Role::Helper => "helper",
        Role::Symptom(symptom) => return name_in_diary(&symptom),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_an_answer_round_trip() {
        let answer =
            "id,date,time,when,amount,mg,unit,product,note,felt,hours,withdrawal,craving,sleep_hours,goose_bumps,-";
        assert_eq!(to_answer(&from_answer(answer).unwrap()), answer);
        assert_eq!(from_answer("date,banana"), None);
    }
}
