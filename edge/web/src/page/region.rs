//! Which country's helplines to show before a person chose one: the region of the browser's language, and nothing else.
//! Where the device is, is never asked.

/// Members of the European Union, for those without a list of their own.
const EUROPEAN_UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];
/// Every other place.
const ELSEWHERE: &str = "ZZ";

/// The country of a language tag such as `de-AT` or `zh-Hant-TW`, if it is among the `known` ones.
pub(super) fn of_language(tag: &str, known: &[&str]) -> String {
    let is_region = |part: &&str| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic());
    let region = tag.split(['-', '_']).skip(1).find(is_region);
    let region = region.unwrap_or_default().to_ascii_uppercase();
    let code = if known.contains(&region.as_str()) {
        &region
    } else if EUROPEAN_UNION.contains(&region.as_str()) {
        "EU"
    } else {
        ELSEWHERE
    };
    code.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_that_of_the_language_or_none() {
        let known = ["AT", "DE", "EU", "US", "ZZ"];
        let check = |tag, expected| assert_eq!(of_language(tag, &known), expected, "{tag}");
        check("en-US", "US");
        check("de-AT", "AT");
        check("de_at", "AT");
        check("de-Latn-DE", "DE");
        // A language alone names no country.
        check("de", "ZZ");
        check("", "ZZ");
        // A member of the union without a list of its own.
        check("sk-SK", "EU");
        check("pt-BR", "ZZ");
        check("en-EU", "EU");
    }
}
