//! Signs and telephone numbers: what is committed, and what is refused.

use std::collections::BTreeSet;

use ebb_evidence::generate::table_rs;
use ebb_evidence::{
    Act, Basis, Checked, ELSEWHERE, Grade, Read, Service, helplines, helplines_in, red_flag, red_flags, source, value,
};

const HELP: &str = r#"
title = "Help"
intro = "Signs and numbers."
order = 1

[[red_flag]]
id = "asleep"
act = "emergency"
basis = "judgement"
population = "anyone"
source = "ours"
grade = "J"
note = "Cannot be woken."

[[helpline]]
country = "GB"
service = "emergency"
name = "Emergency services"
number = "999"
hours = "always"
checked = "2026-11-21"
checked_at = "the service's page"
source = "remembered"

[[helpline]]
country = "GB"
service = "crisis"
name = "Somebody"
number = "116 123"
reach = "text HELLO"
hours = "weekdays 09:30-17:30"
checked = "unverified"
source = "remembered"
"#;

const SOURCES: &str = r#"
title = "Sources"
intro = "What was read."

[[source]]
id = "ours"
citation = "Our own judgement."
population = "none"
read = "own"
grade = "J"

[[source]]
id = "remembered"
citation = "From general knowledge."
population = "services"
read = "memory"
grade = "M"
"#;

#[track_caller]
fn refused(from: &str, to: &str, expected: &str) {
    assert_eq!(HELP.matches(from).count(), 1, "`{from}` must stand once");
    let written = table_rs(&[("help.toml", &HELP.replace(from, to)), ("sources.toml", SOURCES)]);
    let found = written.err().unwrap_or_default();
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with(expected), "{}", found[0]);
}

#[test]
fn good_help_is_written_with_what_was_checked_and_when() {
    let table = table_rs(&[("help.toml", HELP), ("sources.toml", SOURCES)]).unwrap();
    for part in [
        "pub const ASLEEP: &RedFlag = &RED_FLAGS[0];",
        "checked: Checked::On { day: \"2026-11-21\", at: \"the service's page\" }",
        "reach: Reach::Text(\"HELLO\"), hours: Hours::Weekdays(570, 1050), checked: Checked::Unverified",
    ] {
        assert!(table.contains(part), "{part}\n{table}");
    }
}

#[test]
fn a_sign_needs_a_source_a_grade_and_something_to_do() {
    refused("source = \"ours\"\n", "", "help.toml:6, row `asleep`: has no `source`.");
    refused("act = \"emergency\"\n", "", "help.toml:6, row `asleep`: has no `act`.");
    refused(
        "act = \"emergency\"",
        "act = \"wait\"",
        "help.toml:6, row `asleep`: `act` is `wait`, which means nothing here. Use one of: emergency, doctor_today, doctor_soon.",
    );
    refused(
        "grade = \"J\"",
        "grade = \"A\"",
        "help.toml:6, row `asleep`: is graded A, but `ours` gives J at best.",
    );
    refused(
        "basis = \"judgement\"",
        "basis = \"seen\"",
        "help.toml:6, row `asleep`: has the basis `seen`",
    );
}

#[test]
fn a_sign_from_memory_is_refused() {
    let flag = HELP.replace(
        "source = \"ours\"\ngrade = \"J\"",
        "source = \"remembered\"\ngrade = \"M\"",
    );
    let flag = flag.replace("basis = \"judgement\"", "basis = \"seen\"");
    let sources = SOURCES.replace("grade = \"J\"", "grade = \"J\"\nbackground = true");
    let found = table_rs(&[("help.toml", &flag), ("sources.toml", &sources)]).unwrap_err();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].to_string().contains("is a sign from memory (grade M)"),
        "{}",
        found[0]
    );
}

#[test]
fn a_telephone_number_that_cannot_be_dialed_is_refused() {
    for number in ["116-123", "0800 SLEEP", " 999", "+44 999", "(0)116"] {
        refused(
            "number = \"116 123\"",
            &format!("number = \"{number}\""),
            "help.toml:25, row `Somebody`: `number` must be a number as it is dialed, digits and spaces.",
        );
    }
}

#[test]
fn a_number_says_whether_and_where_it_was_checked() {
    refused(
        "checked = \"unverified\"\n",
        "",
        "help.toml:25, row `Somebody`: has no `checked`.",
    );
    refused(
        "checked = \"unverified\"",
        "checked = \"yes\"",
        "help.toml:25, row `Somebody`: `checked` must be `unverified` or a day",
    );
    refused(
        "checked_at = \"the service's page\"\n",
        "",
        "help.toml:15, row `Emergency services`: `checked_at` must be the address",
    );
}

#[test]
fn a_country_needs_a_number_for_an_ambulance_before_any_other() {
    refused(
        "country = \"GB\"\nservice = \"crisis\"",
        "country = \"IE\"\nservice = \"crisis\"",
        "help.toml:25, row `Somebody`: stands under `IE`, which has no row with the service `emergency`.",
    );
    refused(
        "country = \"GB\"\nservice = \"crisis\"",
        "country = \"Britain\"\nservice = \"crisis\"",
        "help.toml:25, row `Somebody`: `country` must be two capital letters.",
    );
}

#[test]
fn hours_that_cannot_be_are_refused() {
    for hours in [
        "sometimes",
        "daily 9-17",
        "daily 25:00-26:00",
        "weekdays 09:60-10:00",
        "always 24",
    ] {
        refused(
            "hours = \"weekdays 09:30-17:30\"",
            &format!("hours = \"{hours}\""),
            "help.toml:25, row `Somebody`: `hours` must be `always`, ",
        );
    }
}

#[test]
fn every_sign_has_a_source_that_was_read_or_is_openly_ours() {
    assert!(red_flags().len() >= 12);
    assert!(
        red_flags().is_sorted_by_key(|flag| flag.act),
        "the most urgent come first"
    );
    for flag in red_flags() {
        let read = flag.cited_source().map(|source| source.read);
        let is_ours = flag.basis == Basis::Judgement;
        assert_eq!(is_ours, flag.grade == Grade::J, "{}", flag.id);
        assert_eq!(is_ours, read == Some(Read::Own), "{}", flag.id);
        assert!(!matches!(read, None | Some(Read::Memory)), "{}", flag.id);
        assert!(!flag.population.is_empty() && !flag.note.is_empty(), "{}", flag.id);
        assert!(flag.rests_on.iter().all(|id| value(id).is_some()), "{}", flag.id);
    }
    assert_eq!(red_flag::NOT_BREATHING.act, Act::Emergency);
    assert_eq!(red_flag::SUICIDE.act, Act::Emergency);
    assert_eq!(red_flag::TWO_WITHDRAWALS.act, Act::DoctorToday);
}

#[test]
fn every_number_is_marked_as_not_verified_until_somebody_looks() {
    let countries: BTreeSet<&str> = helplines().iter().map(|line| line.country).collect();
    assert!(countries.len() >= 27, "{}", countries.len());
    for line in helplines() {
        assert_eq!(line.checked, Checked::Unverified, "{} {}", line.country, line.name);
        assert!(source(line.source).is_some(), "{}", line.name);
        assert!(!line.name.is_empty());
    }
}

#[test]
fn every_country_begins_with_its_ambulance() {
    let countries: BTreeSet<&str> = helplines().iter().map(|line| line.country).collect();
    let mut n_lines = 0;
    for country in countries {
        let lines = helplines_in(country);
        assert!(lines.iter().all(|line| line.country == country), "{country}");
        assert_eq!(
            lines.first().map(|line| line.service),
            Some(Service::Emergency),
            "{country}"
        );
        assert!(lines.is_sorted_by_key(|line| line.service), "{country}");
        n_lines += lines.len();
    }
    assert_eq!(n_lines, helplines().len());
    assert_eq!(helplines_in("XX"), []);
    assert_eq!(helplines_in(""), []);
    assert_eq!(helplines_in(ELSEWHERE).len(), 1);
}

#[test]
fn the_numbers_everybody_knows_are_what_they_are() {
    for (country, number) in [
        ("US", "911"),
        ("CA", "911"),
        ("GB", "999"),
        ("IE", "112"),
        ("AU", "000"),
        ("NZ", "111"),
        ("DE", "112"),
        ("FR", "15"),
        ("NO", "113"),
        ("IN", "112"),
        ("JP", "119"),
        ("EU", "112"),
    ] {
        assert_eq!(helplines_in(country)[0].number, number, "{country}");
    }
}
