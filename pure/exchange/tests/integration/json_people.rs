//! The JSON files of the made-up people, against what truly happened to them.

use crate::json_shared::*;
use ebb_core::amount::{Each, Unit};
use ebb_core::event::{DaySays, NoteKind, Precision, ProductKind};
use ebb_exchange::import::{Reading, Row, Says, Zones};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;

struct Person {
    truth: Value,
    file: Value,
    reading: Reading,
}

fn person(folder: &str, name: &str, pairs: &[(&str, &str)], zones: &Zones) -> Option<Person> {
    let truth = truth(folder)?;
    let bytes = shared(&format!("{folder}/{name}"))?;
    let reading = read_with(&bytes, pairs, zones).unwrap();
    for secret in truth["secrets_that_must_never_be_kept"].as_array().unwrap() {
        let secret = secret.as_str().unwrap();
        assert!(
            !format!("{reading:?}").contains(secret),
            "a secret is in the reading of {name}"
        );
    }
    let places: std::collections::BTreeSet<_> = reading.rows.iter().map(|r| &r.place).collect();
    assert_eq!(
        places.len(),
        reading.rows.len(),
        "two rows of {name} stand at one place"
    );
    Some(Person {
        file: truth["files"][name].clone(),
        truth,
        reading,
    })
}

impl Person {
    fn count(&self, key: &str) -> usize {
        usize::try_from(self.file[key].as_u64().unwrap()).unwrap()
    }

    /// Rows, doses, other substances and grams as the truth counts them.
    fn agrees(&self, is_row: fn(&Row) -> bool) {
        let reading = &self.reading;
        assert_eq!(
            reading.rows.iter().filter(|r| is_row(r)).count(),
            self.count("rows"),
            "rows"
        );
        assert_eq!(n_known(reading), self.count("doses_known"), "doses known");
        let zeros = self
            .file
            .get("dose_zero_ask_if_unknown")
            .map_or(0, |_| self.count("dose_zero_ask_if_unknown"));
        assert_eq!(
            n_unknown(reading),
            self.count("doses_unknown_amount") + zeros,
            "doses of unknown amount"
        );
        let question = reading.questions.iter().find(|q| q.id == "zero");
        assert_eq!(question.map_or(0, |q| q.n_rows), zeros, "doses of zero");
        let mut others: BTreeMap<&str, u64> = BTreeMap::new();
        for co_use in co_uses(reading) {
            *others.entry(&co_use.substance).or_default() += 1;
        }
        let expected = self
            .file
            .get("other_substances")
            .cloned()
            .unwrap_or(serde_json::json!({}));
        assert_eq!(serde_json::to_value(others).unwrap(), expected, "other substances");
        if let Some(grams) = self.file["grams_in_known_doses"].as_f64() {
            assert!(
                (total_grams(reading) - grams).abs() < 1e-6,
                "{} grams",
                total_grams(reading)
            );
        }
        assert_eq!(held(reading), []);
    }

    /// Every dose written into this file is found by its record number or id, at most `within_min` minutes from the
    /// true instant, in the zone `zone_at` says; except `n_late` that were written for another day.
    fn lands(
        &self,
        is_row: fn(&Row) -> bool,
        within_min: f64,
        n_late: usize,
        zone_at: impl Fn(Timestamp) -> &'static str,
    ) {
        let numbered: Vec<&Row> = self.reading.rows.iter().filter(|r| is_row(r)).collect();
        let named: BTreeMap<&str, &Row> = self
            .reading
            .rows
            .iter()
            .filter_map(|r| Some((r.source_id.as_deref()?, r)))
            .collect();
        let prefix = format!("{}:", self.file["no"]);
        let (mut n, mut late) = (0, 0);
        for dose in self.truth["doses"].as_array().unwrap() {
            let at: Timestamp = dose["t"].as_str().unwrap().parse().unwrap();
            for reference in dose["in"].as_array().into_iter().flatten() {
                let Some(reference) = reference.as_str().unwrap().strip_prefix(&prefix) else {
                    continue;
                };
                let row = match reference.parse::<usize>() {
                    Ok(record) => numbered[record - 1],
                    Err(_) => named[reference],
                };
                let Says::Dose { dose, .. } = &row.says else {
                    panic!("{} is no dose", row.place)
                };
                let minutes = dose.when.at.duration_since(at).as_secs_f64().abs() / 60.0;
                assert_eq!(&*dose.when.zone, zone_at(at), "{}", row.place);
                n += 1;
                late += usize::from(minutes > within_min);
            }
        }
        assert!(n > 30, "only {n} doses of this file were looked at");
        assert_eq!(late, n_late, "doses further than {within_min} minutes from the truth");
    }
}

fn is_ingestion(row: &Row) -> bool {
    row.place.contains(".ingestions[")
}

fn is_rating(row: &Row) -> bool {
    row.place.contains(".ratings[")
}

fn is_timed_note(row: &Row) -> bool {
    row.place.contains(".timedNotes[")
}

fn n_entries(reading: &Reading, is_row: fn(&Row) -> bool) -> usize {
    let is_entry = |row: &&Row| is_row(row) && matches!(row.says, Says::Entry(_));
    reading.rows.iter().filter(is_entry).count()
}

fn n_of_kind(reading: &Reading, kind: ProductKind) -> u64 {
    doses(reading)
        .iter()
        .filter(|(_, _, p)| p.map_or(ProductKind::Leaf, |p| p.kind) == kind)
        .count() as u64
}

#[test]
fn noras_journal_gives_her_doses_and_nobody_elses() {
    let (folder, file) = ("1-nora-weekends", "journal-android.json");
    let Some(nora) = person(folder, file, &[], &home("Europe/Berlin")) else {
        return;
    };
    nora.agrees(is_ingestion);
    nora.lands(is_ingestion, 22.0, 0, |_| "Europe/Berlin");
    let reading = &nora.reading;
    assert_eq!(nora.file["skipped"]["someone else's dose"], 3);
    assert_eq!(skipped(reading), BTreeMap::from([("someone_else", 3)]));
    assert_eq!(n_entries(reading, is_rating), nora.count("ratings"));
    assert_eq!(n_entries(reading, is_timed_note), nora.count("timed_notes"));
    assert_eq!(
        reading.not_taken["locations"],
        nora.count("locations_to_offer_dropping")
    );
    assert_eq!(
        asked(reading),
        ["zone", "co_use", "unit:9", "unit:pinch", "other_people"]
    );
    assert!(warned(reading, "end_before_start") && warned(reading, "rating_of_whole_session"));
    assert!(
        !format!("{reading:?}").contains("Lena's place"),
        "a place is in the reading"
    );
    let teaspoons = doses(reading)
        .iter()
        .filter(|(_, d, _)| d.amount.as_ref().is_some_and(|a| a.unit == Unit::Teaspoon))
        .count();
    assert_eq!(teaspoons, 14);
    assert_eq!(
        doses(reading).iter().filter(|(_, d, _)| d.over_min.is_some()).count(),
        9
    );
}

fn tom_zones() -> Zones {
    home("America/Chicago").with_journey(
        zone("Asia/Tokyo"),
        "2025-05-09T15:40:00".parse().unwrap(),
        "2025-05-20T17:30:00".parse().unwrap(),
    )
}

fn tom_was_in(at: Timestamp) -> &'static str {
    let abroad = "2025-05-09T06:40:00Z".parse::<Timestamp>().unwrap().."2025-05-20T20:00:00Z".parse().unwrap();
    if abroad.contains(&at) {
        "Asia/Tokyo"
    } else {
        "America/Chicago"
    }
}

fn is_dosage(row: &Row) -> bool {
    row.place.starts_with("dosages[")
}

#[test]
fn toms_first_backup_mixes_utc_and_wall_time_and_text_amounts() {
    let (folder, file) = ("2-tom-slow-creep", "herbal-backup-2024-12-29.json");
    let Some(tom) = person(folder, file, &[], &home("America/Chicago")) else {
        return;
    };
    tom.agrees(is_dosage);
    tom.lands(is_dosage, 45.0, 0, |_| "America/Chicago");
    assert_eq!(felt(&tom.reading).len(), tom.count("effects"));
    assert!(
        felt(&tom.reading)
            .iter()
            .all(|f| f.scales.contains_key("painRelief") && f.strength.is_none())
    );
    assert_eq!(felt(&tom.reading).iter().filter(|f| f.duration_h.is_some()).count(), 42);
    assert!(
        doses(&tom.reading)
            .iter()
            .all(|(row, d, _)| row.source_id.is_some() && d.reason.is_none())
    );
    assert_eq!(asked(&tom.reading), ["zone"]);
    assert!(!format!("{:?}", tom.reading).contains("\"Tom\""));
}

#[test]
fn toms_whole_diary_crosses_a_clock_change_and_an_ocean() {
    let (folder, file) = ("2-tom-slow-creep", "herbal-backup-2025-10-13.json");
    let Some(tom) = person(folder, file, &[("zone", "America/Chicago")], &tom_zones()) else {
        return;
    };
    tom.agrees(is_dosage);
    // Rounded to the quarter hour, and typed late: the furthest is 46 minutes off.
    tom.lands(is_dosage, 46.0, 0, tom_was_in);
    let products: Vec<_> = doses(&tom.reading).into_iter().map(|(_, _, p)| p).collect();
    assert_eq!(
        products.iter().filter(|p| p.is_none()).count(),
        tom.count("doses_with_missing_strain")
    );
    let deleted = tom.reading.questions.iter().find(|q| q.id == "product:???").unwrap();
    assert_eq!(deleted.n_rows, tom.count("doses_with_missing_strain"));
    let ids: std::collections::BTreeSet<_> = tom.reading.rows.iter().map(|r| &r.source_id).collect();
    assert_eq!(ids.len(), tom.count("rows"));
}

#[test]
fn the_hour_that_came_twice_keeps_toms_two_doses_fifty_minutes_apart() {
    let (folder, file) = ("2-tom-slow-creep", "herbal-backup-2025-10-13.json");
    let Some(tom) = person(folder, file, &[], &tom_zones()) else {
        return;
    };
    let night: Vec<_> = doses(&tom.reading)
        .into_iter()
        .filter(|(_, d, _)| d.when.wall().to_string().starts_with("2024-11-03T01:"))
        .map(|(_, d, _)| d.when.to_text())
        .collect();
    assert_eq!(
        night,
        [
            "2024-11-03T01:35:26.323261-05:00[America/Chicago]",
            "2024-11-03T01:25:40.38396-06:00[America/Chicago]"
        ]
    );
    assert!(warned(&tom.reading, "hour_twice"));
}

#[test]
fn dales_dump_counts_timestamps_and_leaves_secrets_and_contacts_behind() {
    let (folder, file) = ("3-dale-taper", "unhookd-export-2026-04-26.json");
    let is_intake = |row: &Row| row.place.starts_with("unhookd_intakes_");
    let Some(dale) = person(folder, file, &[], &home("America/New_York")) else {
        return;
    };
    dale.agrees(is_intake);
    // Two entries were moved to the day before by their writer.
    dale.lands(is_intake, 45.0, 2, |_| "America/New_York");
    let reading = &dale.reading;
    assert_eq!(check_ins(reading).len(), dale.count("checkins"));
    assert_eq!(reading.secrets_dropped, ["recovery code", "token"]);
    let plans: Vec<_> = notes(reading)
        .into_iter()
        .filter(|n| n.kind == NoteKind::ForeignPlan)
        .collect();
    assert_eq!(plans.len(), 1);
    assert!(plans[0].text.contains("startAmount: 18\n") && plans[0].when.wall().date().to_string() == "2026-02-27");
    assert!(
        !format!("{reading:?}").contains("Pat Example"),
        "somebody else's name is in the reading"
    );
    let contact = reading.questions.iter().find(|q| q.id == "contact").unwrap();
    assert_eq!((contact.careful.as_str(), &contact.given), ("drop", &None));
    let Some(ticked) = person(folder, file, &[("contact", "keep")], &home("America/New_York")) else {
        return;
    };
    assert!(
        notes(&ticked.reading)
            .iter()
            .any(|n| n.text == "Pat Example, +1 555 0100")
    );
}

#[test]
fn aroons_tea_stays_in_millilitres_until_a_litre_is_known() {
    let (folder, file) = ("4-aroon-tea", "teataper-backup-2026-05-11.json");
    let is_glass = |row: &Row| row.place.contains(".entries[");
    let Some(aroon) = person(folder, file, &[], &home("Asia/Bangkok")) else {
        return;
    };
    aroon.agrees(is_glass);
    aroon.lands(is_glass, 83.0, 0, |_| "Asia/Bangkok");
    let reading = &aroon.reading;
    let ml: f64 = amounts(reading).iter().flatten().map(|a| a.value).sum();
    assert!((ml - aroon.file["ml_total"].as_f64().unwrap()).abs() < 1e-9);
    assert!(
        amounts(reading)
            .iter()
            .flatten()
            .all(|a| a.unit == Unit::TeaMl && a.each.is_none())
    );
    assert!(
        doses(reading)
            .iter()
            .all(|(_, _, p)| p.unwrap().tea_grams_per_litre.is_none())
    );
    let nothing: Vec<_> = days(reading)
        .iter()
        .filter(|d| d.says == DaySays::NothingTaken)
        .map(|d| d.day)
        .collect();
    assert_eq!(nothing.len(), aroon.count("true_zero_days"));
    assert_eq!(
        days(reading).len(),
        nothing.len(),
        "only a closed day without entries says anything"
    );
    let with_metrics = check_ins(reading)
        .iter()
        .filter(|c| c.mood.is_some() && c.precision == Precision::Day)
        .count();
    assert_eq!(with_metrics, aroon.count("days_with_metrics"));
    let relapses = check_ins(reading)
        .iter()
        .filter(|c| c.answers.contains_key("relapse"))
        .count();
    assert_eq!(relapses, aroon.count("relapse_days"));
    assert!(
        check_ins(reading).iter().all(|c| c.sleep_hours.is_none()),
        "sleepHours is a scale, not hours"
    );
    assert!(check_ins(reading).iter().any(|c| c.scales.contains_key("sleepHours")));
    assert_eq!(reading.secrets_dropped, ["device id", "hash", "pin", "salt"]);
    let zone = reading.questions.iter().find(|q| q.id == "zone").unwrap();
    assert_eq!(zone.careful, "Asia/Bangkok");
    let answered = [("tea_grams_per_litre", "25")];
    let Some(answered) = person(folder, file, &answered, &home("Asia/Bangkok")) else {
        return;
    };
    let each = doses(&answered.reading)[0].2.unwrap().tea_grams_per_litre.unwrap();
    assert!((each.value - 25.0).abs() < 1e-12 && each.log_sd > 0.0);
}

const KIM: &str = "5-kim-capsules-to-tablets";

#[test]
fn kims_old_journal_counts_capsules_and_asks_about_shots_and_zeros() {
    let shot = [("product:Extract shot", "extract:112.5mg"), ("zero", "unknown")];
    let zones = home("America/Los_Angeles");
    let Some(kim) = person(KIM, "journal-ios-2025-07-28.json", &shot, &zones) else {
        return;
    };
    kim.agrees(is_ingestion);
    kim.lands(is_ingestion, 40.0, 0, |_| "America/Los_Angeles");
    let reading = &kim.reading;
    assert_eq!(n_entries(reading, is_rating), kim.count("ratings"));
    assert_eq!(n_entries(reading, is_timed_note), kim.count("timed_notes"));
    assert_eq!(reading.not_taken["locations"], 1);
    let own = &kim.file["own_doses_by_product"];
    // The truth leaves the doses of zero out of its count by product.
    assert_eq!(n_of_kind(reading, ProductKind::Leaf), own["leaf"].as_u64().unwrap() + 2);
    assert_eq!(
        n_of_kind(reading, ProductKind::Extract),
        own["extract"].as_u64().unwrap()
    );
    let shots = doses(reading)
        .into_iter()
        .filter(|(_, _, p)| p.unwrap().kind == ProductKind::Extract);
    for (_, dose, product) in shots {
        assert!((product.unwrap().mitragynine_mg_each.unwrap().value - 112.5).abs() < 1e-12);
        assert_eq!(dose.amount.as_ref().unwrap().unit, Unit::Piece);
    }
    // Unanswered, a substance of her own making is no kratom.
    let Some(unasked) = person(KIM, "journal-ios-2025-07-28.json", &[], &zones) else {
        return;
    };
    assert_eq!(n_of_kind(&unasked.reading, ProductKind::Extract), 0);
    assert_eq!(co_uses(&unasked.reading).len(), 36);
    assert!(asked(&unasked.reading).contains(&"product:Extract shot"));
}

#[test]
fn kims_new_journal_takes_substances_from_units_and_keeps_seven_oh_apart() {
    let zones = home("America/Los_Angeles");
    let Some(kim) = person(KIM, "journal-ios-15-2026-03-01.json", &[], &zones) else {
        return;
    };
    kim.agrees(is_ingestion);
    kim.lands(is_ingestion, 40.0, 0, |_| "America/Los_Angeles");
    let reading = &kim.reading;
    assert_eq!(n_entries(reading, is_rating), kim.count("ratings"));
    assert_eq!(n_entries(reading, is_timed_note), kim.count("timed_notes"));
    let own = &kim.file["own_doses_by_product"];
    assert_eq!(n_of_kind(reading, ProductKind::Leaf), own["leaf"].as_u64().unwrap() + 2);
    assert_eq!(
        n_of_kind(reading, ProductKind::Extract),
        own["extract"].as_u64().unwrap()
    );
    assert_eq!(n_of_kind(reading, ProductKind::SevenOh), own["7oh"].as_u64().unwrap());
    for (row, dose, product) in doses(reading) {
        let Some(amount) = &dose.amount else { continue };
        let fits = match product.unwrap().kind {
            ProductKind::Leaf => matches!(amount.each, Some(Each::Grams(_))),
            ProductKind::Extract => {
                matches!(amount.each, Some(Each::MgMitragynine(e)) if (e.value - 112.5).abs() < 1e-12)
            }
            ProductKind::SevenOh => {
                amount.unit == Unit::MgSevenOh
                    || matches!(amount.each, Some(Each::MgSevenOh(e)) if (e.value - 15.0).abs() < 1e-12)
            }
            ProductKind::OtherAlkaloid => false,
        };
        assert!(fits, "{} of {:?}", row.place, product);
    }
    for id in ["zone", "unit:scoop", "unit:mix", "zero"] {
        assert!(asked(reading).contains(&id), "{id}");
    }
    assert!(warned(reading, "unit_in_a_circle_or_too_deep") && warned(reading, "unit_without_amount"));
}

#[test]
fn both_of_kims_journals_tell_the_same_doses() {
    let shot = [("product:Extract shot", "extract:112.5mg")];
    let zones = home("America/Los_Angeles");
    let Some(old) = person(KIM, "journal-ios-2025-07-28.json", &shot, &zones) else {
        return;
    };
    let Some(new) = person(KIM, "journal-ios-15-2026-03-01.json", &[], &zones) else {
        return;
    };
    let told = |person: &Person| -> Vec<String> {
        let tell = |(_, d, p): DoseRow<'_>| {
            let amount = d.amount.as_ref().map(|a| (a.value, a.unit));
            let name = p.map(|p| p.name.to_lowercase());
            format!("{} {amount:?} {name:?} {:?}", d.when.to_text(), d.route)
        };
        doses(&person.reading).into_iter().map(tell).collect()
    };
    let (old, new) = (told(&old), told(&new));
    assert_eq!(old.len(), 363);
    assert_eq!(old.iter().filter(|dose| new.contains(dose)).count(), 363);
}

#[test]
fn kims_medicine_app_gives_capsules_that_were_taken_and_another_medicine() {
    let zones = home("America/Los_Angeles");
    let is_event = |row: &Row| row.place.starts_with("events.list[");
    let Some(kim) = person(KIM, "medtimer-backup.json", &[("capsule_grams", "0.55")], &zones) else {
        return;
    };
    kim.agrees(is_event);
    kim.lands(is_event, 20.0, 0, |_| "America/Los_Angeles");
    assert_eq!(
        skipped(&kim.reading),
        BTreeMap::from([("status_raised", 10), ("status_skipped", 20)])
    );
    assert!(co_uses(&kim.reading).iter().all(|c| c.unit.as_deref() == Some("mg")));
    let halves = doses(&kim.reading)
        .into_iter()
        .filter(|(_, d, _)| d.note.as_deref() == Some("half"))
        .count();
    assert_eq!(halves, 8);
    // Without the answer the capsules are still counted, and their grams left to the tables.
    let Some(unasked) = person(KIM, "medtimer-backup.json", &[], &zones) else {
        return;
    };
    assert_eq!(n_known(&unasked.reading), 36);
    assert!(total_grams(&unasked.reading).abs() < 1e-12);
}
