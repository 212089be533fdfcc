//! What each column of a table means, by its name in English or German. A name that is not known is not guessed at; its
//! column is reported as not taken.

use super::lex::Record;
use super::when::{self, WhenRead};
use ebb_core::amount::Unit;
use ebb_core::event::Symptom;

/// The meaning of a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Role {
    /// Not taken.
    Ignored,
    /// The source's own id of a row.
    Id,
    /// Date.
    Date,
    /// Time of day.
    Time,
    /// Date and time.
    When,
    /// How much, in this unit unless a cell says otherwise.
    Amount(Option<(Unit, f64)>),
    /// How much in a whole day.
    DayTotal,
    /// The unit of the amount.
    Unit,
    /// Which product.
    Product,
    /// Words.
    Note,
    /// Why it was taken.
    Reason,
    /// How strong a dose felt, 0 to 10.
    Felt,
    /// How long it lasted, in hours times this.
    Lasted(f64),
    /// An answer of a check-in.
    Scale(Scale),
    /// One of the sixteen symptoms, 0 to 4.
    Symptom(Symptom),
    /// What set it off.
    Trigger,
    /// What helped.
    Helper,
}

/// A rating of a check-in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scale {
    /// 0 to 64.
    Withdrawal,
    /// 0 to 10.
    Craving,
    /// 0 to 10.
    Mood,
    /// 0 to 10.
    Energy,
    /// 0 to 10.
    Focus,
    /// 0 to 10.
    Sleep,
    /// Hours.
    SleepHours,
    /// Any other, under its own name.
    Named(String),
}

/// Reads a column's meaning from its name.
pub(crate) fn role(header: &str) -> Role {
    let name = Name::of(header);
    if name.base.is_empty() {
        return match name.unit.as_deref().and_then(unit_of) {
            Some(unit) => Role::Amount(Some(unit)),
            None => Role::Ignored,
        };
    }
    let base = name.base.as_str();
    if let Some(role) = ROLES
        .iter()
        .find(|(_, words)| words.contains(&base))
        .map(|(role, _)| role)
    {
        return named_role(role, &name, header);
    }
    if let (Some(symptom), None | Some((0, 4))) = (symptom(base), name.range) {
        return Role::Symptom(symptom);
    }
    if name.range.is_some() {
        return Role::Scale(Scale::Named(header.trim().to_owned()));
    }
    Role::Ignored
}

/// The words of a column's name, by what they mean.
const ROLES: [(&str, &[&str]); 24] = [
    (
        "id",
        &["id", "nr", "no", "number", "nummer", "uuid", "row", "#", "lfd nr"],
    ),
    ("date", &["date", "day", "datum", "tag"]),
    ("time", &["time", "uhrzeit", "zeit", "clock", "time of day"]),
    (
        "when",
        &[
            "when",
            "timestamp",
            "datetime",
            "date time",
            "date and time",
            "zeitpunkt",
            "wann",
            "logged",
            "logged at",
            "taken at",
            "taken",
            "dose taken",
            "iso timestamp",
            "datum uhrzeit",
            "eingenommen",
        ],
    ),
    (
        "amount",
        &[
            "amount", "dose", "dosage", "dosis", "menge", "qty", "quantity", "how much", "wie viel", "wieviel",
            "kratom", "powder", "pulver",
        ],
    ),
    (
        "total",
        &[
            "gpd",
            "g day",
            "grams per day",
            "gram per day",
            "daily total",
            "gramm pro tag",
            "tagesmenge",
        ],
    ),
    ("unit", &["unit", "units", "einheit"]),
    (
        "product",
        &[
            "strain", "product", "brand", "kind", "type", "sorte", "produkt", "marke", "art",
        ],
    ),
    (
        "note",
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "notiz",
            "notizen",
            "bemerkung",
            "bemerkungen",
            "kommentar",
            "anmerkung",
            "text",
        ],
    ),
    ("reason", &["reason", "why", "grund", "warum"]),
    (
        "felt",
        &["felt", "feeling", "effect", "strength", "gefühl", "wirkung", "stärke"],
    ),
    ("lasted", &["lasted", "duration", "dauer", "wirkdauer", "how long"]),
    ("withdrawal", &["withdrawal", "entzug", "withdrawal total"]),
    (
        "craving",
        &["craving", "cravings", "verlangen", "suchtdruck", "urge", "urges"],
    ),
    ("mood", &["mood", "stimmung", "laune"]),
    ("energy", &["energy", "energie"]),
    ("focus", &["focus", "fokus", "konzentration"]),
    ("sleep", &["sleep", "schlaf", "sleep quality", "schlafqualität"]),
    (
        "sleep hours",
        &["hours slept", "sleep hours", "slept", "geschlafen", "schlafdauer"],
    ),
    (
        "pain",
        &[
            "pain",
            "schmerz",
            "schmerzen",
            "anxiety",
            "angst",
            "stress",
            "nausea",
            "restlessness",
        ],
    ),
    ("trigger", &["trigger", "triggers", "auslöser"]),
    (
        "helper",
        &["helper", "helpers", "helped", "what helped", "hilfe", "geholfen"],
    ),
    ("grams", &["grams", "gram", "gramm"]),
    (
        "count",
        &["caps", "capsules", "kapseln", "tsp", "teaspoons", "teelöffel"],
    ),
];

fn named_role(role: &str, name: &Name, header: &str) -> Role {
    let unit = name.unit.as_deref();
    let scale = |known: Scale, top: u32| match name.range {
        Some((0, t)) if t == top => Role::Scale(known),
        // Without a stated range, or with another, the numbers are kept under the column's own name.
        _ => Role::Scale(Scale::Named(header.trim().to_owned())),
    };
    match role {
        "id" => Role::Id,
        "date" => Role::Date,
        "time" => Role::Time,
        "when" => Role::When,
        "amount" => Role::Amount(unit.and_then(unit_of)),
        "grams" => Role::Amount(Some((Unit::Gram, 1.0))),
        "count" => Role::Amount(unit_of(&name.base)),
        "total" => Role::DayTotal,
        "unit" => Role::Unit,
        "product" => Role::Product,
        "note" => Role::Note,
        "reason" => Role::Reason,
        "felt" => match name.range {
            None | Some((0 | 1, 10)) => Role::Felt,
            Some(_) => Role::Scale(Scale::Named(header.trim().to_owned())),
        },
        "lasted" => Role::Lasted(match unit {
            Some("min" | "minutes" | "minuten" | "mins") => 1.0 / 60.0,
            _ => 1.0,
        }),
        "withdrawal" => scale(Scale::Withdrawal, 64),
        "craving" => scale(Scale::Craving, 10),
        "mood" => scale(Scale::Mood, 10),
        "energy" => scale(Scale::Energy, 10),
        "focus" => scale(Scale::Focus, 10),
        "sleep" if matches!(unit, Some("h" | "hours" | "hrs" | "std" | "stunden")) => Role::Scale(Scale::SleepHours),
        "sleep" => scale(Scale::Sleep, 10),
        "sleep hours" => Role::Scale(Scale::SleepHours),
        "trigger" => Role::Trigger,
        "helper" => Role::Helper,
        _ => Role::Scale(Scale::Named(header.trim().to_owned())),
    }
}

/// A column's name taken apart: `craving (0-10)` is `craving` with the range 0 to 10, `Menge g` is `menge` in `g`.
struct Name {
    base: String,
    range: Option<(u32, u32)>,
    unit: Option<String>,
}

impl Name {
    fn of(header: &str) -> Self {
        let mut range = None;
        let mut words: Vec<String> = Vec::new();
        let separated = header.replace(['–', '—'], "-");
        for word in separated
            .split(|c: char| {
                c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '/' | ',' | ';' | ':' | '_' | '.')
            })
            .filter(|w| !w.is_empty())
        {
            if let Some(r) = range_of(word) {
                range = Some(r);
                continue;
            }
            words.extend(word.split('-').filter(|w| !w.is_empty()).map(str::to_lowercase));
        }
        if let Some((stated, n_words)) = range_in_words(&words) {
            range = range.or(Some(stated));
            words.truncate(words.len() - n_words);
        }
        let unit = match words.last() {
            Some(last) if is_unit_suffix(last) => words.pop(),
            _ => None,
        };
        Self {
            base: words.join(" "),
            range,
            unit,
        }
    }
}

/// A range at the end of a name in other writing, `0 to 10` or `/ 10`, and how many words it takes.
fn range_in_words(words: &[String]) -> Option<((u32, u32), usize)> {
    let word = |back: usize| words.get(words.len().checked_sub(back)?).map(String::as_str);
    let high = word(1)?.parse().ok()?;
    let low = word(3).and_then(|w| w.parse().ok());
    match (low, word(2)) {
        (Some(low), Some("to" | "bis")) => Some(((low, high), 3)),
        (_, Some(_)) => Some(((0, high), 1)),
        (_, None) => None,
    }
}

fn range_of(word: &str) -> Option<(u32, u32)> {
    let (low, high) = word.split_once('-')?;
    Some((low.parse().ok()?, high.parse().ok()?))
}

fn is_unit_suffix(word: &str) -> bool {
    matches!(
        word,
        "g" | "mg" | "ml" | "h" | "hours" | "hrs" | "std" | "stunden" | "min" | "mins" | "minutes" | "minuten"
    )
}

/// A unit in words, and how many of it one written unit is.
pub(crate) fn unit_of(word: &str) -> Option<(Unit, f64)> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    Some(match word.as_str() {
        "g" | "gr" | "gram" | "grams" | "gramm" | "gms" | "gm" => (Unit::Gram, 1.0),
        "kg" => (Unit::Gram, 1000.0),
        "mg" | "milligram" | "milligrams" | "milligramm" => (Unit::Milligram, 1.0),
        "tsp" | "tsps" | "teaspoon" | "teaspoons" | "tl" | "teelöffel" => (Unit::Teaspoon, 1.0),
        "tbsp" | "tablespoon" | "tablespoons" | "el" | "esslöffel" | "eßlöffel" => (Unit::Tablespoon, 1.0),
        "cap" | "caps" | "capsule" | "capsules" | "kapsel" | "kapseln" | "kaps" => (Unit::Capsule, 1.0),
        "ml" | "millilitre" | "millilitres" | "milliliter" | "milliliters" => (Unit::TeaMl, 1.0),
        "l" | "litre" | "litres" | "liter" | "liters" => (Unit::TeaMl, 1000.0),
        _ => return None,
    })
}

/// One of the sixteen symptoms, by its English or German name.
pub(crate) fn symptom(name: &str) -> Option<Symptom> {
    Some(match name {
        "anxious" | "ängstlich" => Symptom::Anxious,
        "yawning" | "gähnen" => Symptom::Yawning,
        "sweating" | "schwitzen" => Symptom::Sweating,
        "watery eyes" | "tränende augen" => Symptom::WateryEyes,
        "runny nose" | "laufende nase" => Symptom::RunnyNose,
        "goose bumps" | "goosebumps" | "gänsehaut" => Symptom::GooseBumps,
        "shaking" | "zittern" => Symptom::Shaking,
        "hot flushes" | "hot flashes" | "hitzewallungen" => Symptom::HotFlushes,
        "cold flushes" | "cold flashes" | "kälteschauer" => Symptom::ColdFlushes,
        "aching" | "gliederschmerzen" => Symptom::Aching,
        "restless" | "unruhig" => Symptom::Restless,
        "queasy" | "übelkeit" | "übel" => Symptom::Queasy,
        "vomiting" | "erbrechen" => Symptom::Vomiting,
        "twitching" | "zucken" => Symptom::Twitching,
        "stomach cramps" | "bauchkrämpfe" => Symptom::StomachCramps,
        "want some now" | "will jetzt" | "will jetzt etwas" => Symptom::WantSomeNow,
        _ => return None,
    })
}

/// Whether a record names columns rather than holding values.
pub(crate) fn is_header(record: &Record<'_>) -> bool {
    let cells = || record.cells.iter().map(|c| c.trim()).filter(|c| !c.is_empty());
    let holds_values = cells().any(|c| matches!(when::when(c), WhenRead::Instant(_)) || is_date_like(c));
    !holds_values && cells().any(|c| c.chars().any(char::is_alphabetic))
}

fn is_date_like(cell: &str) -> bool {
    matches!(when::when(cell), WhenRead::Wall(date, _) if date.is_date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_two_languages_mean_the_same() {
        for name in ["date", "Datum", "Day"] {
            assert_eq!(role(name), Role::Date, "{name}");
        }
        assert_eq!(role("Uhrzeit"), Role::Time);
        assert_eq!(role("dose taken"), Role::When);
        assert_eq!(role("Menge g"), Role::Amount(Some((Unit::Gram, 1.0))));
        assert_eq!(role("Amount (g)"), Role::Amount(Some((Unit::Gram, 1.0))));
        assert_eq!(role("amount_mg"), Role::Amount(Some((Unit::Milligram, 1.0))));
        assert_eq!(role("Kapseln"), Role::Amount(Some((Unit::Capsule, 1.0))));
        assert_eq!(role("g"), Role::Amount(Some((Unit::Gram, 1.0))));
        assert_eq!(role("Gefühl 0-10"), Role::Felt);
        assert_eq!(role("lasted h"), Role::Lasted(1.0));
        assert_eq!(role("Entzug 0-64"), Role::Scale(Scale::Withdrawal));
        assert_eq!(role("Schlaf h"), Role::Scale(Scale::SleepHours));
        assert_eq!(role("want some now"), Role::Symptom(Symptom::WantSomeNow));
        assert_eq!(role("Kratom (g)"), Role::Amount(Some((Unit::Gram, 1.0))));
        assert_eq!(role("total"), Role::Ignored);
        assert_eq!(role("c17"), Role::Ignored);
    }

    #[test]
    fn a_scale_of_another_range_keeps_its_own_name() {
        assert_eq!(role("craving (0 to 10)"), Role::Scale(Scale::Craving));
        assert_eq!(role("mood /10"), Role::Scale(Scale::Mood));
        let named = |name: &str| Role::Scale(Scale::Named(name.to_owned()));
        assert_eq!(role("sweating 0-10"), named("sweating 0-10"));
        assert_eq!(role("sweating 0-4"), Role::Symptom(Symptom::Sweating));
        assert_eq!(role("mood 1-5"), Role::Scale(Scale::Named("mood 1-5".into())));
        assert_eq!(role("withdrawal"), Role::Scale(Scale::Named("withdrawal".into())));
        assert_eq!(
            role("dizziness 0-10"),
            Role::Scale(Scale::Named("dizziness 0-10".into()))
        );
    }
}
