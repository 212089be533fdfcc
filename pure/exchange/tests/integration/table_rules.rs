//! Rules of the generic table reader that no shared file shows.

use crate::json_shared::{asked, check_ins, days, doses, felt, held, home, notes, read_with, warned};
use ebb_core::amount::{Each, Unit};
use ebb_core::event::{DaySays, Precision, ProductKind};
use ebb_exchange::import::{Reading, Says};

fn table(text: &str, given: &[(&str, &str)]) -> Reading {
    read_with(text.as_bytes(), given, &home("Europe/Berlin")).unwrap()
}

fn times(reading: &Reading) -> Vec<String> {
    doses(reading)
        .iter()
        .map(|(_, d, _)| d.when.wall().to_string())
        .collect()
}

fn values(reading: &Reading) -> Vec<Option<f64>> {
    doses(reading)
        .iter()
        .map(|(_, d, _)| d.amount.as_ref().map(|a| a.value))
        .collect()
}

#[test]
fn day_and_month_are_asked_and_held_until_answered() {
    let text = "date,time,grams\n3/4/2025,08:00,2\n5/4/2025,08:00,2\n7/7/2025,08:00,2\n";
    let open = table(text, &[]);
    assert_eq!(
        held(&open),
        [("line 2", "ambiguous_date"), ("line 3", "ambiguous_date")]
    );
    let question = open.questions.iter().find(|q| q.id == "dates").unwrap();
    assert_eq!((question.n_rows, question.careful.as_str()), (2, "hold"));
    assert_eq!(times(&table(text, &[("dates", "day_first")]))[0], "2025-04-03T08:00:00");
    assert_eq!(
        times(&table(text, &[("dates", "month_first")]))[0],
        "2025-03-04T08:00:00"
    );
}

#[test]
fn a_file_that_contradicts_itself_proves_nothing_about_its_dates() {
    let reading = table(
        "date,time,grams\n13/4/2025,08:00,2\n4/13/2025,08:00,2\n5/4/2025,08:00,2\n",
        &[],
    );
    assert_eq!(held(&reading), [("line 4", "ambiguous_date")]);
    assert_eq!(times(&reading), ["2025-04-13T08:00:00", "2025-04-13T08:00:00"]);
}

#[test]
fn a_comma_before_three_digits_waits_unless_the_file_settles_it() {
    let open = table("date;time;grams\n2025-04-03;08:00;1,500\n2025-04-03;12:00;2\n", &[]);
    assert_eq!(held(&open), [("line 2", "ambiguous_amount")]);
    let settled = table("date;time;grams\n2025-04-03;08:00;1,500\n2025-04-03;12:00;2,5\n", &[]);
    assert_eq!(values(&settled), [Some(1.5), Some(2.5)]);
    assert!(!asked(&settled).contains(&"decimal"));
    let thousands = table("date;time;mg\n2025-04-03;08:00;1,500\n", &[("decimal", "thousands")]);
    assert_eq!(values(&thousands), [Some(1500.0)]);
    assert_eq!(doses(&thousands)[0].1.amount.as_ref().unwrap().unit, Unit::Milligram);
}

#[test]
fn a_hundred_grams_pass_and_more_is_held_in_every_unit() {
    let reading = table(
        "date,time,amount\n2025-04-03,08:00,100 g\n2025-04-03,08:01,100.1 g\n2025-04-03,08:02,100000 mg\n\
         2025-04-03,08:03,200 caps\n2025-04-03,08:04,2500\n",
        &[("capsule_grams", "0.55")],
    );
    assert_eq!(values(&reading), [Some(100.0), Some(100_000.0)]);
    assert_eq!(
        held(&reading).iter().map(|(_, r)| *r).collect::<Vec<_>>(),
        ["over_100_g"; 3]
    );
}

#[test]
fn units_come_from_the_cell_the_column_beside_or_the_name() {
    let reading = table(
        "when,Menge,Einheit\n2025-04-03 08:00,2,TL\n2025-04-03 09:00,3,Kapseln\n2025-04-03 10:00,2 g,\n\
         2025-04-03 11:00,2 g,TL\n2025-04-03 12:00,2,\n2025-04-03 13:00,2,Prise\n",
        &[("unit:Prise", "0.4 g"), ("teaspoon_grams", "2300 mg")],
    );
    let units: Vec<Unit> = doses(&reading)
        .iter()
        .filter_map(|(_, d, _)| Some(d.amount.as_ref()?.unit))
        .collect();
    assert_eq!(units, [Unit::Teaspoon, Unit::Capsule, Unit::Gram, Unit::Piece]);
    assert_eq!(held(&reading), [("line 5", "ambiguous_amount"), ("line 6", "no_unit")]);
    let each = |n: usize| match doses(&reading)[n].1.amount.as_ref().unwrap().each {
        Some(Each::Grams(e)) => Some(e.value),
        _ => None,
    };
    assert!((each(0).unwrap() - 2.3).abs() < 1e-9);
    assert_eq!((each(1), each(3)), (None, Some(0.4)));
    let pinch = doses(&reading)[3].1.amount.as_ref().unwrap();
    assert_eq!(pinch.unit_name.as_deref(), Some("Prise"));
}

#[test]
fn zero_is_unknown_until_someone_says_it_is_zero() {
    let text = "date,time,grams\n2025-04-03,08:00,0\n";
    assert_eq!(values(&table(text, &[])), [None]);
    assert_eq!(values(&table(text, &[("zero", "zero")])), [Some(0.0)]);
}

#[test]
fn totals_of_days_never_become_doses_at_noon() {
    let text = "date,grams\n2025-04-03,12\n2025-04-04,10.5\n2025-04-05,\n";
    let reading = table(text, &[]);
    assert!(doses(&reading).is_empty());
    assert!(matches!(days(&reading)[0].says, DaySays::Total(_)));
    assert!(asked(&reading).contains(&"day_rows"));
    let told = table(text, &[("day_rows", "dose")]);
    assert!(doses(&told).iter().all(|(_, d, _)| d.precision == Precision::Day));
    let twice = table("date,grams\n2025-04-03,2\n2025-04-03,3\n", &[]);
    assert_eq!(doses(&twice).len(), 2);
}

#[test]
fn the_hour_that_comes_twice_follows_the_order_of_the_file_in_both_directions() {
    let rows = [
        "2025-10-26 01:50,1",
        "2025-10-26 02:40,2",
        "2025-10-26 02:10,3",
        "2025-10-26 03:30,4",
    ];
    let forward = format!("when,grams\n{}\n", rows.join("\n"));
    let mut backward = rows;
    backward.reverse();
    let backward = format!("when,grams\n{}\n", backward.join("\n"));
    let at = |text: &str| {
        let reading = table(text, &[]);
        let mut at: Vec<_> = doses(&reading)
            .iter()
            .map(|(_, d, _)| (d.amount.clone().unwrap().value, d.when.at))
            .collect();
        at.sort_by(|a, b| a.0.total_cmp(&b.0));
        at.into_iter().map(|(_, at)| at.to_string()).collect::<Vec<_>>()
    };
    let expected = [
        "2025-10-25T23:50:00Z",
        "2025-10-26T00:40:00Z",
        "2025-10-26T01:10:00Z",
        "2025-10-26T02:30:00Z",
    ];
    assert_eq!(at(&forward), expected);
    assert_eq!(at(&backward), expected);
}

#[test]
fn a_row_may_hold_a_dose_and_a_check_in() {
    let reading = table(
        "date,time,grams,craving 0-10,mood 0-10,note\n2025-04-03,08:00,2,3,6,a\n2025-04-03,20:00,,7,4,b\n",
        &[],
    );
    assert_eq!((doses(&reading).len(), check_ins(&reading).len()), (1, 2));
    assert_eq!(check_ins(&reading)[1].note.as_deref(), Some("b"));
    assert_eq!(check_ins(&reading)[0].note, None, "the note is the dose's");
    assert_eq!(doses(&reading)[0].1.note.as_deref(), Some("a"));
}

#[test]
fn answers_out_of_range_are_held_and_words_are_kept() {
    let reading = table(
        "date,time,withdrawal 0-64,craving 0-10,yawning\n2025-04-03,08:00,65,3,1\n2025-04-03,09:00,10,strong,1\n\
         2025-04-03,10:00,10,3,5\n",
        &[],
    );
    assert_eq!(held(&reading), [("line 2", "out_of_range"), ("line 4", "out_of_range")]);
    assert_eq!(check_ins(&reading)[0].answers["craving 0-10"], "strong");
}

#[test]
fn products_that_are_not_leaf_are_asked_about_and_kept_apart() {
    let text = "when,amount,product\n2025-04-03 08:00,1 shot,Extract shot\n2025-04-03 09:00,1 tablet,7-OH tablets\n";
    let open = table(text, &[]);
    let kinds: Vec<ProductKind> = doses(&open).iter().map(|(_, _, p)| p.unwrap().kind).collect();
    assert_eq!(kinds, [ProductKind::Extract, ProductKind::SevenOh]);
    assert!(asked(&open).contains(&"product:Extract shot"));
    let told = table(
        text,
        &[
            ("product:Extract shot", "extract:112.5mg"),
            ("product:7-OH tablets", "not_mine"),
        ],
    );
    assert_eq!(
        doses(&told)[0].2.unwrap().mitragynine_mg_each.unwrap().value.to_bits(),
        112.5f64.to_bits()
    );
    assert_eq!(told.rows[1].says, Says::Skipped { reason: "someone_else" });
}

#[test]
fn columns_nobody_knows_are_reported_and_may_be_named() {
    let text = "date,time,grams,price\n2025-04-03,08:00,2,12.50\n2025-04-04,08:00,2,\n";
    assert_eq!(table(text, &[]).not_taken["price"], 1);
    let text = "a,b,c\n2025-04-03 08:00,2.5,x\n2025-04-03 09:00,3,y\n";
    let open = table(text, &[]);
    assert!(asked(&open).contains(&"columns"));
    assert_eq!(
        doses(&open).len(),
        0,
        "two columns without a known name are not guessed"
    );
    let told = table(text, &[("columns", "when,amount,note")]);
    assert_eq!(values(&told), [Some(2.5), Some(3.0)]);
    assert_eq!(doses(&told)[1].1.note.as_deref(), Some("y"));
}

#[test]
fn a_sum_beside_the_doses_is_not_counted_again() {
    let reading = table(
        "date,time,grams,daily total\n2025-04-03,08:00,2,2\n2025-04-03,12:00,3,5\n",
        &[],
    );
    assert_eq!(values(&reading), [Some(2.0), Some(3.0)]);
    assert!(days(&reading).is_empty());
    assert_eq!(reading.not_taken["daily total"], 2);
    let alone = table("date,gpd\n2025-04-03,5\n2025-04-04,0\n", &[]);
    assert_eq!(days(&alone).len(), 1);
    assert_eq!(held(&alone), [("line 3", "zero_or_unknown")]);
    let told = table("date,gpd\n2025-04-04,0\n", &[("zero", "zero")]);
    assert_eq!(days(&told)[0].says, DaySays::NothingTaken);
}

#[test]
fn a_first_row_that_names_nothing_known_is_not_lost_without_a_word() {
    let reading = table(",after work,two spoons\n2025-04-03,08:00,2\n", &[]);
    assert!(warned(&reading, "first_row_taken_for_names"));
}

#[test]
fn an_id_that_occurs_twice_is_no_id() {
    let reading = table(
        "id,when,grams\n1,2025-04-03 08:00,2\n1,2025-04-03 09:00,2\n2,2025-04-03 10:00,2\n",
        &[],
    );
    let ids: Vec<Option<&str>> = reading.rows.iter().map(|r| r.source_id.as_deref()).collect();
    assert_eq!(ids, [None, None, Some("2")]);
    assert!(warned(&reading, "id_occurs_again"));
}

#[test]
fn words_where_an_amount_should_be_are_kept_in_the_note() {
    let reading = table(
        "when,amount,note\n2025-04-03 08:00,a bit,late\n2025-04-03 09:00,?,\n",
        &[],
    );
    assert_eq!(values(&reading), [None, None]);
    assert_eq!(doses(&reading)[0].1.note.as_deref(), Some("a bit; late"));
    assert_eq!(doses(&reading)[1].1.note, None);
}

#[test]
fn a_table_of_notes_and_one_of_ratings_are_read_for_what_they_are() {
    assert_eq!(notes(&table("date,note\n2025-04-03,first day without\n", &[])).len(), 1);
    let ratings = table(
        "when,felt 0-10,lasted\n2025-04-03 08:00,6,90 min\n2025-04-03 09:00,7/10,3 h\n",
        &[],
    );
    assert_eq!(felt(&ratings)[0].duration_h, Some(1.5));
    assert_eq!(
        (felt(&ratings)[1].strength, felt(&ratings)[1].word.as_deref()),
        (None, Some("7/10"))
    );
}

#[test]
fn an_instant_with_its_own_offset_needs_no_zone() {
    let reading = table("time,grams\n2025-04-03T08:00:00-05:00,2\n2025-04-03T16:00:00Z,2\n", &[]);
    let at: Vec<String> = doses(&reading).iter().map(|(_, d, _)| d.when.at.to_string()).collect();
    assert_eq!(at, ["2025-04-03T13:00:00Z", "2025-04-03T16:00:00Z"]);
}
