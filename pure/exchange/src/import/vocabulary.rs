//! Every stable word that an import can say, by what it is said of. Words for people are made by `ebb-present`, and a test
//! there walks these lists; a test here reads this crate's own source, so that no word is said that is not listed.

/// Why a row is held: [`super::Says::Held`].
pub const HELD: &[&str] = &[
    "ambiguous_amount",
    "ambiguous_date",
    "before_1990",
    "columns_not_settled",
    "contradicts_the_total",
    "implausible_amount",
    "in_the_future",
    "incomplete_row",
    "negative_amount",
    "no_date",
    "no_substance",
    "no_such_date",
    "no_such_time",
    "no_time",
    "no_unit",
    "not_a_number",
    "out_of_range",
    "over_100_g",
    "product_unknown",
    "under_1_mg",
    "zero_or_unknown",
];

/// Why a row is left out: [`super::Says::Skipped`] and what a plan drops by answer.
pub const SKIPPED: &[&str] = &[
    "empty_note",
    "empty_row",
    "header_again",
    "near",
    "none_counted",
    "not_a_check_in",
    "not_a_day",
    "not_a_dosage",
    "not_a_note",
    "not_a_session",
    "not_an_effect",
    "not_an_event",
    "not_an_experience",
    "not_an_ingestion",
    "not_taken",
    "nothing_known",
    "other_substance",
    "repeat",
    "someone_else",
    "status_deleted",
    "status_other",
    "status_raised",
    "status_skipped",
    "twin",
    "unknown_rating",
    "zero_is_no_statement",
];

/// What a person should know: [`super::Warning`].
pub const WARNINGS: &[&str] = &[
    "amount_not_readable",
    "answer_not_understood",
    "end_before_start",
    "end_long_after_start",
    "end_unreadable",
    "first_row_taken_for_names",
    "hour_missing",
    "hour_twice",
    "id_occurs_again",
    "imported_as_another_kind_before",
    "newer_version",
    "no_unit",
    "not_a_list",
    "note_broke_the_row",
    "note_cut",
    "nothing_to_import",
    "nul_removed",
    "plan_without_date",
    "quote_never_closed",
    "rating_of_whole_session",
    "row_has_extra_cells",
    "row_has_missing_cells",
    "same_id_on_another_row",
    "scale_out_of_range",
    "shown_in_another_unit",
    "unit_in_a_circle_or_too_deep",
    "unit_missing",
    "unit_not_weighed",
    "unit_of_several_products",
    "unit_of_unknown_strength",
    "unit_without_amount",
    "unit_without_substance",
    "unknown_rating",
    "unknown_route",
    "unknown_stomach",
];

/// In which way the diary has a row already: [`super::plan::Known`].
pub const KNOWN: &[&str] = &[
    "changed_by_hand",
    "imported_as_another_kind",
    "imported_before",
    "older_version",
    "removed_by_hand",
    "same_entry_from_elsewhere",
    "same_entry_other_amount",
    "twice_in_file",
];

/// Kinds of secret that are dropped.
pub const SECRETS: &[&str] = &[
    "device id",
    "hash",
    "key",
    "password",
    "pin",
    "recovery code",
    "salt",
    "secret",
    "token",
];

/// Questions by their stable id, or by the part of it before the colon, with the words each may be answered with. A
/// question without words takes what [`super::row::AnswerKind`] says. The careful answer is among the words when it is
/// one of them; otherwise it is `hold`, or the question stays without an answer.
pub const QUESTIONS: &[(&str, &[&str])] = &[
    ("amount_unit", &["g", "mg", "tsp", "tbsp", "caps", "ml", "hold"]),
    ("capsule_grams", &[]),
    ("co_use", &["keep", "drop"]),
    ("columns", &[]),
    ("contact", &["drop", "keep"]),
    ("dates", &["day_first", "month_first", "hold"]),
    ("day_rows", &["total", "dose"]),
    ("decimal", &["comma", "point", "thousands", "hold"]),
    ("encoding", &["latin1", "windows-1252"]),
    ("habit", &["amount", "free_days", "used_days", "leave_out"]),
    ("near", &["keep", "drop"]),
    ("other_people", &["skip", "mine"]),
    ("product", &[]),
    ("repeats", &["keep", "drop"]),
    ("tablespoon_grams", &[]),
    ("tea_grams_per_litre", &[]),
    ("teaspoon_grams", &[]),
    ("twins", &["keep", "drop"]),
    ("unit", &[]),
    ("zero", &["unknown", "zero", "hold"]),
    ("zone", &[]),
];

/// What a file is instead of a diary: [`super::ImportError::NotADiary`].
pub const NOT_DIARIES: &[&str] = &["archive", "database", "pdf", "picture", "program"];

/// What there may be too much of: [`super::ImportError::TooMany`].
pub const TOO_MANY: &[&str] = &["cells", "columns", "rows", "values", "zip_bytes", "zip_entries"];

/// Words for what a column holds, for the question `columns`; the sixteen symptoms are answers too.
pub const COLUMNS: &[&str] = &[
    "-",
    "date",
    "time",
    "when",
    "amount",
    "g",
    "mg",
    "tsp",
    "tbsp",
    "caps",
    "ml",
    "unit",
    "product",
    "day_total",
    "reason",
    "note",
    "felt",
    "hours",
    "withdrawal",
    "craving",
    "mood",
    "energy",
    "focus",
    "sleep",
    "sleep_hours",
    "trigger",
    "helper",
    "id",
];
