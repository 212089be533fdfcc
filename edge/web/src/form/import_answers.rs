//! What a person answers to the questions of an import, in the writing that the importers read. Nothing is guessed: what
//! cannot be read is no answer, and the careful one holds.

/// A stay elsewhere: its zone, and from when until when on the clock there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journey {
    /// The zone's name.
    pub zone: String,
    /// `2026-05-09T15:40`.
    pub from: String,
    /// `2026-05-20T17:30`.
    pub until: String,
}

impl Journey {
    /// Whether every part of it is filled in, and it ends after it begins.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.zone.trim().is_empty() && !self.from.is_empty() && self.from < self.until
    }
}

/// In which zone a diary was kept, and the stays elsewhere: `Europe/Berlin; Asia/Tokyo@FROM/UNTIL`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ZoneAnswer {
    /// The zone at home; empty for the one that holds anyway.
    pub home: String,
    /// Stays elsewhere.
    pub journeys: Vec<Journey>,
}

impl ZoneAnswer {
    /// Reads it; parts that are no journey are left out.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut answer = Self::default();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let Some((zone, span)) = part.split_once('@') else {
                part.clone_into(&mut answer.home);
                continue;
            };
            if let Some((from, until)) = span.split_once('/') {
                let [zone, from, until] = [zone, from, until].map(|text| text.trim().to_owned());
                answer.journeys.push(Journey { zone, from, until });
            }
        }
        answer
    }

    /// Writes it; stays that are not filled in yet are left out.
    #[must_use]
    pub fn write(&self) -> String {
        let home = Some(self.home.trim().to_owned()).filter(|home| !home.is_empty());
        let journeys = self.journeys.iter().filter(|journey| journey.is_whole());
        let journeys = journeys.map(|stay| format!("{}@{}/{}", stay.zone.trim(), stay.from, stay.until));
        home.into_iter().chain(journeys).collect::<Vec<_>>().join("; ")
    }
}

/// A number above zero as an answer carries it; `None` when none was typed, or one that can be read in two ways.
#[must_use]
pub fn number(typed: &str) -> Option<String> {
    crate::typed::amount(typed).ok().map(|value| value.to_string())
}

/// A product: its kind, and milligrams in one piece when they are said.
#[must_use]
pub fn product(kind: &str, typed_mg: &str) -> String {
    match (takes_milligrams(kind), number(typed_mg)) {
        (true, Some(mg)) => format!("{kind}:{mg}mg"),
        _ => kind.to_owned(),
    }
}

/// The kind and the milligrams of an answer about a product.
#[must_use]
pub fn product_parts(answer: &str) -> (&str, &str) {
    let (kind, mg) = answer.split_once(':').unwrap_or((answer, ""));
    (kind.trim(), mg.trim().trim_end_matches("mg").trim())
}

/// Whether a kind of product is counted in pieces of so many milligrams.
#[must_use]
pub fn takes_milligrams(kind: &str) -> bool {
    matches!(kind, "extract" | "7oh")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_with_journeys_comes_back_as_it_was_written() {
        let text = "America/Chicago; Asia/Tokyo@2025-05-09T15:40/2025-05-20T17:30";
        let answer = ZoneAnswer::read(text);
        assert_eq!(answer.home, "America/Chicago");
        assert_eq!(answer.journeys.len(), 1);
        assert_eq!(answer.write(), text);
        assert_eq!(ZoneAnswer::read("Europe/Berlin").write(), "Europe/Berlin");
        assert_eq!(ZoneAnswer::read("").write(), "");
    }

    #[test]
    fn a_journey_that_is_not_filled_in_is_no_part_of_the_answer() {
        let mut answer = ZoneAnswer::read("Europe/Berlin");
        answer.journeys.push(Journey::default());
        answer.journeys.push(Journey {
            zone: "Asia/Tokyo".to_owned(),
            from: "2025-05-20T17:30".to_owned(),
            until: "2025-05-09T15:40".to_owned(),
        });
        assert_eq!(answer.write(), "Europe/Berlin");
    }

    #[test]
    fn numbers_are_read_with_a_point_or_a_comma_and_must_be_above_zero() {
        for (typed, read) in [
            ("0.55", Some("0.55")),
            ("0,55", Some("0.55")),
            (" 20 ", Some("20")),
            ("1,500.5", None),
            ("0", None),
            ("-1", None),
            ("half", None),
            ("", None),
            ("inf", None),
        ] {
            assert_eq!(number(typed).as_deref(), read, "{typed:?}");
        }
    }

    #[test]
    fn only_extracts_and_7_oh_take_milligrams() {
        assert_eq!(product("extract", "112,5"), "extract:112.5mg");
        assert_eq!(product("7oh", ""), "7oh");
        assert_eq!(product("leaf", "3"), "leaf");
        assert_eq!(product("7oh", "many"), "7oh");
        assert_eq!(product_parts("extract:112.5mg"), ("extract", "112.5"));
        assert_eq!(product_parts("leaf"), ("leaf", ""));
    }
}
