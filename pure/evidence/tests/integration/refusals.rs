//! Bad rows, each refused for its reason, by file, line, row and what to do.

use ebb_evidence::generate::{evidence_md, table_rs};

use crate::committed::TABLES;

const SOURCES: &str = r#"
title = "Sources"
intro = "What was read."

[[source]]
id = "trial"
citation = "A trial."
population = "adults"
read = "primary"
grade = "A"

[[source]]
id = "summary"
citation = "A summary of trials."
population = "adults"
read = "second_hand"
grade = "B"

[[source]]
id = "ours"
citation = "Our own fit."
population = "the trial"
read = "own"
grade = "F"

[[source]]
id = "remembered"
citation = "A paper that was not at hand."
population = "adults"
read = "memory"
grade = "M"
"#;

const VALUES: &str = r#"
title = "Clearance"
intro = "How fast it goes."
order = 1

[[value]]
id = "clearance.trial"
group = "Seen"
value = 50.0
unit = "L/h"
range = [40.0, 60.0]
range_is = "observed"
kind = "point"
basis = "seen"
population = "adults"
source = "trial"
grade = "A"
note = "Median of the trial."

[[value]]
id = "clearance.summary"
group = "Seen"
value = 0.8
unit = "L/min"
kind = "point"
basis = "seen"
population = "adults"
source = "summary"
grade = "B"
note = "By somebody else's summary."

[[value]]
id = "clearance.remembered"
group = "Seen"
value = 70
unit = "L/h"
kind = "upper"
basis = "seen"
population = "adults"
source = "remembered"
grade = "M"
note = "As remembered."

[[value]]
id = "parameter.cl"
group = "Used"
parameter = "CL"
value = 45.0
unit = "L/h"
log_sd = 0.3
kind = "prior"
basis = "fitted"
population = "an adult"
source = "ours"
grade = "F"
covers = ["clearance.trial", "clearance.summary"]
rests_on = ["clearance.remembered"]
used_by = "pharm"
note = "Fitted to the trial."
"#;

/// What the generator says about these two files.
fn problems(values: &str, sources: &str) -> Vec<String> {
    let files = [("values.toml", values), ("sources.toml", sources)];
    let constants = table_rs(&files).map_err(|problems| problems.iter().map(ToString::to_string).collect());
    let page: Result<String, Vec<String>> =
        evidence_md(&files).map_err(|problems| problems.iter().map(ToString::to_string).collect());
    assert_eq!(
        constants.is_ok(),
        page.is_ok(),
        "constants and page must be refused together"
    );
    constants.err().unwrap_or_default()
}

/// The good values with one piece replaced, and the one problem it must cause.
#[track_caller]
fn refused(from: &str, to: &str, expected: &str) {
    assert_eq!(VALUES.matches(from).count(), 1, "`{from}` must stand once");
    assert_eq!(problems(&VALUES.replace(from, to), SOURCES), [expected]);
}

/// The same for the bibliography.
#[track_caller]
fn source_refused(from: &str, to: &str, expected: &str) {
    assert_eq!(SOURCES.matches(from).count(), 1, "`{from}` must stand once");
    assert_eq!(problems(VALUES, &SOURCES.replace(from, to)), [expected]);
}

#[test]
fn good_tables_are_written() {
    let files = [("values.toml", VALUES), ("sources.toml", SOURCES)];
    let constants = table_rs(&files).unwrap();
    assert!(constants.contains("pub const PARAMETER_CL: &str = \"parameter.cl\";"));
    assert!(constants.contains("(\"CL\", &ROWS[3])"));
    let page = evidence_md(&files).unwrap();
    assert!(
        page.contains("| `clearance.remembered` | *unverified:* at most 70 L/h | M |"),
        "{page}"
    );
    assert!(page.contains("[summary](#summary), second-hand"), "{page}");
    assert!(
        page.contains("**CL** `parameter.cl` | 45 L/h, prior, log-sd 0.3 (25.0 to 81.0)"),
        "{page}"
    );
    assert!(page.contains("`clearance.remembered` (unverified)"), "{page}");
}

#[test]
fn a_number_without_a_source_is_refused() {
    refused(
        "source = \"trial\"\n",
        "",
        "values.toml:6, row `clearance.trial`: has no `source`. Name an entry of sources.toml, or take the number out.",
    );
    refused(
        "source = \"trial\"",
        "source = \" \"",
        "values.toml:6, row `clearance.trial`: `source` must be one line of text that is not empty. Write it so.",
    );
}

#[test]
fn any_row_of_the_real_tables_that_loses_its_source_stops_the_generation() {
    let mut n_rows = 0;
    for (file, text) in TABLES {
        for (at, line) in text.match_indices("\nsource = ") {
            let end = at + 1 + text[at + 1..].find('\n').unwrap();
            let robbed = format!("{}{}", &text[..at], &text[end..]);
            let found = table_rs(&[(file, &robbed)]).unwrap_err();
            assert_eq!(found.len(), 1, "{file}: {line}");
            assert!(found[0].to_string().contains("has no `source`"), "{}", found[0]);
            let row = &text[text[..at].rfind("\n[[").unwrap()..at];
            let name = &found[0].row;
            assert!(
                row.contains(&format!("id = \"{name}\"")) || row.contains(&format!("name = \"{name}\"")),
                "{}",
                found[0]
            );
            n_rows += 1;
        }
    }
    let n_help = ebb_evidence::red_flags().len() + ebb_evidence::helplines().len();
    assert_eq!(n_rows, ebb_evidence::all().len() + n_help);
}

#[test]
fn an_unknown_source_is_refused() {
    let hearsay = VALUES.replace("source = \"remembered\"", "source = \"hearsay\"");
    let shelved = SOURCES.replace("read = \"memory\"", "read = \"memory\"\nbackground = true");
    assert_eq!(
        problems(&hearsay, &shelved),
        [
            "values.toml:32, row `clearance.remembered`: names the source `hearsay`, which is not in sources.toml. Add it there \
          or correct the name."
        ]
    );
}

#[test]
fn a_unit_that_is_not_known_is_refused() {
    refused(
        "unit = \"L/min\"",
        "unit = \"L/moment\"",
        "values.toml:20, row `clearance.summary`: `unit` is `L/moment`, of which `moment` is not known. Use a unit of \
         generate/unit.rs or add one there.",
    );
}

#[test]
fn a_missing_grade_population_or_note_is_refused() {
    for (field, line) in [
        ("grade", "grade = \"B\"\n"),
        ("note", "note = \"By somebody else's summary.\"\n"),
    ] {
        let expected = format!(
            "values.toml:20, row `clearance.summary`: has no `{field}`. Write it; a number without it is not evidence."
        );
        refused(line, "", &expected);
    }
    refused(
        "population = \"an adult\"\n",
        "",
        "values.toml:44, row `parameter.cl`: has no `population`. Write it; a number without it is not evidence.",
    );
}

#[test]
fn a_prior_that_leaves_out_what_it_should_cover_is_refused_until_it_says_why() {
    let narrow = "values.toml:44, row `parameter.cl`: has a prior of 36.9906 to 54.7437 (central 95 %), which leaves out \
                  40.0000 to 60.0000 of `clearance.trial`. Widen `log_sd`, or say why not in `gap`.";
    refused("log_sd = 0.3", "log_sd = 0.1", narrow);
    let explained = VALUES.replace(
        "log_sd = 0.3",
        "log_sd = 0.1\ngap = \"The trial's upper end is one person.\"",
    );
    assert_eq!(problems(&explained, SOURCES), [""; 0]);
    // The other row is in liters per minute: 0.8 is 48 per hour and inside, 0.08 would be 4.8 and outside.
    refused(
        "value = 0.8",
        "value = 0.08",
        "values.toml:44, row `parameter.cl`: has a prior of 24.9947 to 81.0173 (central 95 %), which leaves out 4.8000 to \
         4.8000 of `clearance.summary`. Widen `log_sd`, or say why not in `gap`.",
    );
}

#[test]
fn a_priors_own_range_must_be_covered_too() {
    refused(
        "log_sd = 0.3",
        "log_sd = 0.3\nrange = [20, 70]\nrange_is = \"quoted\"",
        "values.toml:44, row `parameter.cl`: has a prior of 24.9947 to 81.0173 (central 95 %), which leaves out 20.0000 to \
         70.0000 of `parameter.cl`. Widen `log_sd`, or say why not in `gap`.",
    );
}

#[test]
fn an_explained_gap_that_is_not_there_is_refused() {
    refused(
        "log_sd = 0.3",
        "log_sd = 0.3\ngap = \"Nothing.\"",
        "values.toml:44, row `parameter.cl`: explains a `gap`, but the prior covers everything. Take `gap` out.",
    );
}

#[test]
fn a_row_to_be_covered_must_measure_the_same_thing() {
    let other = VALUES.replace("unit = \"L/min\"", "unit = \"L/kg\"");
    assert_eq!(
        problems(&other, SOURCES),
        [
            "values.toml:44, row `parameter.cl`: is to cover `clearance.summary`, which is in `L/kg` and cannot be compared. \
          Move it to `rests_on`, or add a row in this unit."
        ]
    );
}

#[test]
fn a_row_may_rest_only_on_rows_that_exist_and_not_on_itself() {
    for stranger in ["clearance.nobody", "parameter.cl"] {
        let expected = format!(
            "values.toml:44, row `parameter.cl`: names the row `{stranger}`, which does not exist. Correct the name."
        );
        refused(
            "rests_on = [\"clearance.remembered\"]",
            &format!("rests_on = [\"{stranger}\"]"),
            &expected,
        );
    }
}

#[test]
fn a_fit_to_nothing_is_refused() {
    let alone = VALUES.replace("covers = [\"clearance.trial\", \"clearance.summary\"]\n", "");
    let alone = alone.replace("rests_on = [\"clearance.remembered\"]\n", "");
    assert_eq!(
        problems(&alone, SOURCES),
        [
            "values.toml:44, row `parameter.cl`: was derived by us but names no rows it rests on. List them in `covers` or \
          `rests_on`."
        ]
    );
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    let twice = VALUES.replace("\"clearance.remembered\"", "\"clearance.trial\"");
    assert_eq!(
        problems(&twice, SOURCES),
        [
            "values.toml:32, row `clearance.trial`: repeats `CLEARANCE_TRIAL`, which stands in values.toml:6. Rename one of \
          them."
        ]
    );
}

#[test]
fn two_ids_that_make_the_same_constant_are_refused() {
    let twin = VALUES.replace("id = \"clearance.remembered\"", "id = \"clearance_trial\"");
    let twin = twin.replace("\"clearance.remembered\"", "\"clearance_trial\"");
    assert_eq!(
        problems(&twin, SOURCES),
        [
            "values.toml:32, row `clearance_trial`: repeats `CLEARANCE_TRIAL`, which stands in values.toml:6. Rename one of \
          them."
        ]
    );
}

#[test]
fn a_parameter_name_that_stands_twice_is_refused() {
    refused(
        "note = \"Median of the trial.\"",
        "parameter = \"CL\"\nnote = \"Median of the trial.\"",
        "values.toml:45, row `parameter.cl`: repeats `CL`, which stands in values.toml:6. Rename one of them.",
    );
}

#[test]
fn a_source_that_stands_twice_is_refused() {
    let twice = format!(
        "{SOURCES}\n[[source]]\nid = \"trial\"\ncitation = \"A trial.\"\npopulation = \"adults\"\nread = \"primary\"\ngrade = \
         \"A\"\n"
    );
    assert_eq!(
        problems(VALUES, &twice),
        ["sources.toml:33, row `trial`: repeats `trial`, which stands in sources.toml:5. Rename one of them."]
    );
}

#[test]
fn an_unused_source_must_be_marked_as_background_and_a_used_one_must_not() {
    let more = format!(
        "{SOURCES}\n[[source]]\nid = \"shelf\"\ncitation = \"A book.\"\npopulation = \"none\"\nread = \"primary\"\ngrade = \"A\"\n"
    );
    assert_eq!(
        problems(VALUES, &more),
        [
            "sources.toml:33, row `shelf`: is a source no number comes from. Use it, take it out, or write `background = true`."
        ]
    );
    assert_eq!(problems(VALUES, &format!("{more}background = true\n")), [""; 0]);
    source_refused(
        "citation = \"A trial.\"",
        "citation = \"A trial.\"\nbackground = true",
        "sources.toml:5, row `trial`: is marked as background, but numbers come from it. Take `background` out.",
    );
}

#[test]
fn a_grade_better_than_its_source_is_refused() {
    refused(
        "grade = \"B\"",
        "grade = \"A\"",
        "values.toml:20, row `clearance.summary`: is graded A, but `summary` gives B at best. Lower the grade or name the \
         source that was read.",
    );
    refused(
        "grade = \"M\"",
        "grade = \"B\"",
        "values.toml:32, row `clearance.remembered`: is graded B, but `remembered` gives M at best. Lower the grade or name \
         the source that was read.",
    );
}

#[test]
fn a_source_graded_against_how_it_was_read_is_refused() {
    let found = problems(VALUES, &SOURCES.replace("read = \"primary\"", "read = \"second_hand\""));
    assert_eq!(
        found,
        [
            "sources.toml:5, row `trial`: is graded against how it was read. Second-hand is B or C, memory is M, our own work \
          is F or J, and only those."
        ]
    );
}

#[test]
fn a_remembered_number_may_not_be_used() {
    refused(
        "note = \"As remembered.\"",
        "used_by = \"pharm\"\nnote = \"As remembered.\"",
        "values.toml:32, row `clearance.remembered`: is only remembered (grade M), yet has `used_by` or `parameter`. Read the \
         source and regrade it, or stop using it.",
    );
}

#[test]
fn our_own_number_must_name_our_own_source() {
    refused(
        "basis = \"fitted\"",
        "basis = \"seen\"",
        "values.toml:44, row `parameter.cl`: has the basis `seen`, which does not go with the source `ours`. What was read \
         is `seen`, `calculated` or `carried_over`; what is ours names a source of ours.",
    );
}

#[test]
fn a_range_that_cannot_be_is_refused() {
    let expected = "values.toml:6, row `clearance.trial`: has a `range` that cannot be. Write [low, high] around the value, \
                    and `range_is` if and only if there is one.";
    refused("range = [40.0, 60.0]", "range = [60.0, 40.0]", expected);
    refused("range = [40.0, 60.0]", "range = [51.0, 60.0]", expected);
    refused("range_is = \"observed\"\n", "", expected);
    let three = "values.toml:6, row `clearance.trial`: `range` must be two finite numbers, [low, high]. Write it so.";
    let found = problems(
        &VALUES.replace("range = [40.0, 60.0]", "range = [40.0, 50.0, 60.0]"),
        SOURCES,
    );
    assert_eq!(found[0], three);
}

#[test]
fn spread_belongs_to_priors_and_only_to_them() {
    let expected = "values.toml:44, row `parameter.cl`: has `log_sd` or `kind` wrong. A prior has a `log_sd` and a value, \
                    both above zero; nothing else has a `log_sd`.";
    refused("log_sd = 0.3\n", "", expected);
    refused("log_sd = 0.3", "log_sd = 0.0", expected);
    refused("kind = \"prior\"", "kind = \"point\"", expected);
}

#[test]
fn numbers_must_be_finite() {
    for bad in ["nan", "inf", "-inf", "\"50\"", "0x32"] {
        let expected = "values.toml:6, row `clearance.trial`: `value` must be a finite number. Write it so.";
        refused("value = 50.0", &format!("value = {bad}"), expected);
    }
}

#[test]
fn fields_and_words_that_mean_nothing_are_refused() {
    refused(
        "basis = \"fitted\"",
        "basis = \"fitted\"\nsourse = \"ours\"",
        "values.toml:44, row `parameter.cl`: has a field `sourse` that no row has. Correct its name or take it out.",
    );
    refused(
        "kind = \"upper\"",
        "kind = \"highest\"",
        "values.toml:32, row `clearance.remembered`: `kind` is `highest`, which means nothing here. Use one of: point, range, \
         upper, lower, prior.",
    );
    for bad in [
        "Clearance.trial",
        "clearance..trial",
        "clearance.trial ",
        "clearance-trial",
        "2015.trial",
        "",
    ] {
        let found = problems(
            &VALUES.replace("id = \"clearance.trial\"", &format!("id = \"{bad}\"")),
            SOURCES,
        );
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("values.toml:6, row `"), "{found:?}");
    }
}

#[test]
fn what_is_not_toml_is_refused_with_its_line() {
    let found = problems(&VALUES.replace("range = [40.0, 60.0]", "range = [40.0, 60.0"), SOURCES);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("values.toml:1") && found[0].contains("is not TOML"),
        "{found:?}"
    );
    assert_eq!(problems("[[value]", SOURCES).len(), 1);
    assert!(
        problems("value = 3", SOURCES)
            .iter()
            .any(|line| line.contains("`value` must be rows under double brackets"))
    );
}

#[test]
fn several_problems_are_told_at_once() {
    let bad = VALUES
        .replace("source = \"trial\"\n", "")
        .replace("unit = \"L/min\"", "unit = \"L/moment\"");
    assert_eq!(problems(&bad, SOURCES).len(), 2);
}

#[test]
fn a_file_cut_anywhere_is_refused_and_never_panics() {
    for end in (0..VALUES.len()).filter(|end| VALUES.is_char_boundary(*end)) {
        let cut = &VALUES[..end];
        let is_whole = cut.trim_end() == VALUES.trim_end();
        assert_eq!(problems(cut, SOURCES).is_empty(), is_whole, "cut at {end}");
    }
}

#[test]
fn odd_units_are_refused_and_never_panic() {
    for odd in [
        "/",
        "*",
        "mg/",
        "/mg",
        "mg//L",
        "µg",
        "mg/\u{1F33F}",
        "mg L",
        "MG",
        "mg·L",
        "%%",
    ] {
        let found = problems(&VALUES.replace("L/min", odd), SOURCES);
        assert!(found[0].contains("is not known"), "{odd}: {found:?}");
    }
}
