//! Small examples of our own, one for each JSON format, with every amount and time checked.

use crate::json_shared::*;
use ebb_core::amount::{Each, Unit};
use ebb_core::event::{CravingOutcome, DaySays, Event, NoteKind, Precision, ProductKind, Route, Stomach};
use ebb_exchange::import::row::AnswerKind;
use ebb_exchange::import::{ImportError, Says};

/// The examples, also the seeds of the tests on arbitrary bytes.
pub(crate) const EXAMPLES: [&str; 10] = [
    JOURNAL, JOURNAL_15, HERBAL, HERBAL_OLD, UNHOOKD, TEA, TAPERK, MEDTIMER, FUKRATOM, PIRU,
];

const JOURNAL: &str = r#"{
  "experiences": [{
    "title": "Tuesday", "text": "work day", "creationDate": 1756800000000, "sortDate": 1756800000000,
    "ingestions": [
      {"substanceName": "Kratom", "time": 1756803600000, "endTime": null, "administrationRoute": "ORAL",
       "dose": 1.5, "isDoseAnEstimate": true, "estimatedDoseStandardDeviation": 0.25, "units": "spoon",
       "notes": "with tea", "stomachFullness": "halffull", "consumerName": null, "customUnitId": 7},
      {"substanceName": "Kratom", "time": 1756825200000, "endTime": 1756828800000, "administrationRoute": "sublingual",
       "dose": null, "isDoseAnEstimate": false, "units": "g", "notes": ""}],
    "location": {"name": "the lake", "latitude": 1.5},
    "ratings": [{"option": "plus", "time": 1756810800000, "creationDate": 1756810800000}]}],
  "customUnits": [{"id": 7, "substanceName": "Kratom", "name": "kitchen spoon", "dose": 2.4,
    "estimatedDoseStandardDeviation": 0.3, "isEstimate": true, "unit": "spoon", "originalUnit": "g"}]
}"#;

const JOURNAL_15: &str = r#"{"exportSource": "iOS Journal 15.0",
 "experiences": [{"title": "Morning", "text": "", "creationDate": 1767254400000, "sortDate": null,
   "ingestions": [{"substanceName": null, "customUnitId": -3, "dose": 2, "units": "capsule",
     "time": 1767256200000, "administrationRoute": "ORAL", "notes": "", "isHiddenInTimeline": false}]}],
 "customUnits": [{"id": -3, "name": "capsule 00", "unit": "capsule", "unitPlural": "capsules",
   "roaInfos": [], "doseComponents": [{"substanceName": "Kratom"}]}],
 "customSubstances": []}"#;

const HERBAL: &str = r#"{"version": 1, "createdAt": "2026-03-02T19:04:11.120",
 "strains": [{"id": "s1", "name": "Green leaf", "code": "GRN"}, {"id": "s2", "name": "7-OH tablets", "code": "7"}],
 "dosages": [{"id": "d1", "strainId": "s1", "amount": 2.5, "timestamp": "2026-03-02T08:15:00.000", "notes": null},
             {"id": "d2", "strainId": "s1", "amount": "1.75", "timestamp": "2026-03-02T13:40:00.000Z", "notes": "after lunch"},
             {"id": "d3", "strainId": "s2", "amount": 0.5, "timestamp": "2026-03-02T15:00:00.000Z", "notes": ""},
             {"id": "d4", "strainId": "gone", "amount": 0, "timestamp": "2026-03-02T16:00:00.000Z"}],
 "settings": {"dailyLimit": 8}, "userName": "x"}"#;

const HERBAL_OLD: &str = r#"{"timestamp": "2024-03-02T19:04:11.120", "strains": [],
 "dosages": [{"id": "a", "strainId": "s", "amount": 2, "timestamp": "2024-11-03T01:35:00.000"},
             {"id": "b", "strainId": "s", "amount": 2, "timestamp": "2024-11-03T01:25:00.000"},
             {"id": "c", "strainId": "s", "amount": 2, "timestamp": "2024-11-04T09:00:00.000"},
             {"id": "d", "strainId": "s", "amount": 2, "timestamp": "2024-11-05T09:00:00.000"}],
 "effects": [{"id": "e", "dosageId": "c", "timestamp": "2024-11-04T10:30:00.000", "mood": 4, "pain_relief": 2,
   "focus": null, "duration": 90, "notes": "fine"}]}"#;

const UNHOOKD: &str = r#"{"exportedAt": "2026-04-30T20:11:05.000Z", "appVersion": "1.3.0",
 "unhookd_plan": {"startAmount": 18, "targetAmount": 0, "startDate": "2026-04-01", "reasons": "sleep",
   "emergencyContact": {"name": "Someone Example", "phone": "555"}},
 "unhookd_intakes_2026-04-30": [{"id": "1777500000000-abc", "amount": 3.5, "timestamp": "2026-04-30T22:40:00.000Z",
   "mood": "okay", "note": "late"}],
 "unhookd_checkin_2026-04-30": {"mood": "rough", "note": "", "timestamp": "2026-04-30T18:00:00.000Z",
   "symptoms": {"sleep": "bad", "anxiety": "mild"}, "moved": true},
 "unhookd_resistances_2026-04-30": 2, "unhookd_reminder_time": "21:00",
 "unhookd_recovery_code": "SECRET-ONE", "unhookd_fcm_token": "SECRET-TWO"}"#;

const TEA: &str = r#"{"schemaVersion": 4,
 "profile": {"baselineMl": 600, "weeklyReductionPct": 8, "planStartDate": "2026-02-01", "timezone": "Asia/Bangkok",
   "pin": {"enabled": true, "hash": "SECRET-ONE", "salt": "SECRET-TWO"}},
 "days": {
   "2026-02-03": {"entries": [{"id": "e1", "ts": 1770098400000, "ml": 150, "note": ""},
       {"id": "e2", "ts": "2026-02-03T09:00:00.000Z", "ml": 200, "note": "strong"}],
     "metrics": {"craving": 4, "anxiety": 3, "sleepHours": 6.5, "mood": null}, "triggers": ["work"], "helpers": ["walk"],
     "relapse": null, "note": "tired", "closed": true},
   "2026-02-04": {"entries": [], "metrics": {}, "triggers": [], "helpers": [], "note": "", "closed": true},
   "2026-02-05": {"entries": [], "metrics": {}, "triggers": [], "helpers": [], "note": "only words", "closed": false}}}"#;

const TAPERK: &str = r#"{"hasAcceptedDisclaimer": true,
 "setupData": {"startAmount": 20, "dosesPerDay": 5, "productType": "powder", "goal": "quit", "startDate": "2026-05-01"},
 "taperPlan": [{"dayNumber": 1, "dateStr": "2026-05-01", "targetGrams": 20}],
 "doseLogs": [{"id": "l1", "timestamp": "2026-05-04T07:30:00.000Z", "dateStr": "2026-05-04", "amount": 2,
     "productType": "powder", "notes": "first of day"},
   {"id": "l2", "timestamp": "2026-05-04T09:30:00.000Z", "dateStr": "2026-05-04", "amount": 1,
     "productType": "7-OH / enhanced"},
   {"id": "l3", "timestamp": "2026-05-04T10:30:00.000Z", "dateStr": "2026-05-04", "amount": 1, "productType": "other"}],
 "symptomCheckIns": [{"id": "c1", "timestamp": "2026-05-04T20:00:00.000Z", "dateStr": "2026-05-04", "anxiety": 3,
   "restlessness": 4, "sleepIssues": 6, "stomachIssues": 1, "sweatingChills": 2, "pain": 2, "mood": 5, "cravings": 4,
   "sleepQuality": 4, "notes": ""}]}"#;

const MEDTIMER: &str = r#"{"medicines": {"version": 9, "list": [
   {"medicine": {"name": "Sertraline", "unit": "mg"}, "reminders": []},
   {"medicine": {"name": "Kratom", "unit": "g"}, "reminders": []}]},
 "events": {"version": 9, "list": [
   {"medicineName": "Sertraline", "amount": "50", "status": "TAKEN", "processedTimestamp": 1772438700},
   {"medicineName": "Kratom", "amount": "2,5", "status": "TAKEN", "processedTimestamp": 1772442300},
   {"medicineName": "Kratom", "amount": "2 caps", "status": "TAKEN", "processedTimestamp": 1772445900},
   {"medicineName": "Kratom", "amount": "a bit", "status": "TAKEN", "processedTimestamp": 1772449500, "notes": "n"},
   {"medicineName": "Kratom", "amount": "2", "status": "RAISED", "processedTimestamp": 0}]}}"#;

const FUKRATOM: &str = r#"{"settings": {"quitDate": "2026-01-10", "reason": "sleep", "dailyCost": 12, "theme": "dark"},
 "relapses": ["2026-02-14", "2026-02-31"], "notes": {"2026-02-15": "restarted"}}"#;

const PIRU: &str = r#"{"piruExportVersion": 2, "appVersion": "1", "exportedAt": 1772500000000,
 "sessions": [{"id": "S", "startDate": 1772440000000, "title": "Evening",
   "notes": [{"id": "N", "timestamp": 1772441000000, "text": "warm", "mood": 2, "descriptors": [], "kind": "note"}],
   "doses": [{"id": "A", "substance": "Kratom", "amount": 2.2, "unit": "g", "route": "oral", "timestamp": 1772440000000,
     "tags": ["work"], "isBackgroundMed": false, "locationName": "the lake", "latitude": 1, "longitude": 2},
    {"id": "B", "substance": "7-OH", "amount": 15, "unit": "mg", "route": "sublingual", "timestamp": 1772443600000,
     "tags": [], "isBackgroundMed": false},
    {"id": "C", "substance": "Kratom", "amount": 0, "unit": "g", "route": "oral", "timestamp": 1772447200000, "tags": [],
     "isBackgroundMed": false, "isUnknownDose": true}]}],
 "orphanDoses": [{"id": "D", "substance": "Magnesium", "amount": 200, "unit": "mg", "route": "oral", "saltForm": "Citrate",
   "timestamp": 1772450000000, "tags": [], "isBackgroundMed": true}], "inventory": [{}, {}]}"#;

#[test]
fn a_spoon_with_an_error_keeps_both_errors() {
    let reading = read_in_berlin(JOURNAL);
    let doses = doses(&reading);
    let amount = doses[0].1.amount.as_ref().unwrap();
    assert_eq!(
        (amount.unit, amount.unit_name.as_deref()),
        (Unit::Piece, Some("kitchen spoon"))
    );
    let Some(Each::Grams(each)) = amount.each else { panic!() };
    // 3.6 g, give or take 0.75 g, from the two errors that are kept.
    let sd_each = each.value * (each.log_sd.powi(2).exp() - 1.0).sqrt();
    let (n, s_n) = (amount.value, amount.sd.unwrap());
    let sd = ((n * sd_each).powi(2) + (each.value * s_n).powi(2) + (s_n * sd_each).powi(2)).sqrt();
    assert!(
        (n * each.value - 3.6).abs() < 1e-12 && (sd - 0.7537).abs() < 1e-3,
        "{sd}"
    );
    assert_eq!(doses[0].1.stomach, Some(Stomach::HalfFull));
    assert_eq!(doses[0].1.note.as_deref(), Some("with tea"));
    assert_eq!(doses[0].1.when.to_text(), "2025-09-02T11:00:00+02:00[Europe/Berlin]");
    assert_eq!(doses[1].1.amount, None);
    assert_eq!((doses[1].1.over_min, doses[1].1.route), (Some(60.0), Route::Sublingual));
    assert_eq!(reading.format.name, "PsychonautWiki Journal (Android, legacy JSON)");
    assert_eq!(notes(&reading)[0].text, "work day");
    assert_eq!(reading.not_taken["locations"], 1);
    assert!(!format!("{reading:?}").contains("the lake"));
}

#[test]
fn a_unit_without_grams_is_unknown_until_answered() {
    let reading = read_in_berlin(JOURNAL_15);
    let (_, dose, product) = doses(&reading)[0];
    assert_eq!(dose.amount, None);
    assert_eq!(dose.note.as_deref(), Some("2 capsule"), "what was written is not lost");
    assert_eq!(product.unwrap().name, "Kratom");
    assert_eq!(reading.format.version.as_deref(), Some("iOS Journal 15.0"));
    let question = reading.questions.iter().find(|q| q.id == "unit:capsule 00").unwrap();
    assert_eq!(
        (&question.answers, question.careful.as_str()),
        (&AnswerKind::Number("g"), "unknown")
    );
    assert_eq!(question.examples, ["2 capsule"]);

    let zones = home("Europe/Berlin");
    let answered = read_with(JOURNAL_15.as_bytes(), &[("unit:capsule 00", "0.6 g")], &zones).unwrap();
    assert!((total_grams(&answered) - 1.2).abs() < 1e-12);
    let nonsense = read_with(JOURNAL_15.as_bytes(), &[("unit:capsule 00", "lots")], &zones).unwrap();
    assert_eq!(amounts(&nonsense), [None]);
    assert!(warned(&nonsense, "answer_not_understood"));
}

#[test]
fn other_peoples_doses_count_only_when_claimed() {
    let text = r#"{"experiences": [{"ingestions": [{"substanceName": "Kratom", "time": 1756803600000, "dose": 2,
        "units": "g", "consumerName": "M."}]}]}"#;
    assert_eq!(skipped(&read_in_berlin(text))["someone_else"], 1);
    let mine = read_with(text.as_bytes(), &[("other_people", "mine")], &home("Europe/Berlin")).unwrap();
    assert_eq!(n_known(&mine), 1);
    assert!(!format!("{mine:?}").contains("M."));
}

#[test]
fn an_old_ios_file_counts_in_its_own_keys() {
    let text = r#"{"experiences": [{"ingestions": [{"substanceName": "Kratom", "time": 1756803600000, "dose": 4.8,
        "customUnitDose": 2, "estimatedDoseVariance": 0.25, "units": "g", "customUnitId": 1}]}],
        "customUnits": [{"id": 1, "substanceName": "Kratom", "name": "spoon", "unit": "spoon", "dose": 2.4, "originalUnit": "g"}]}"#;
    let reading = read_in_berlin(text);
    let amount = amounts(&reading)[0].clone().unwrap();
    assert_eq!((amount.value, amount.sd), (2.0, Some(0.5)));
    assert!((total_grams(&reading) - 4.8).abs() < 1e-12);
}

#[test]
fn other_substances_may_be_dropped() {
    let text = r#"{"experiences": [{"ingestions": [{"substanceName": "Alcohol", "time": 1756803600000, "dose": 14,
        "units": "g"}]}]}"#;
    let reading = read_in_berlin(text);
    assert_eq!(
        (co_uses(&reading)[0].amount, co_uses(&reading)[0].unit.as_deref()),
        (Some(14.0), Some("g"))
    );
    let dropped = read_with(text.as_bytes(), &[("co_use", "drop")], &home("Europe/Berlin")).unwrap();
    assert_eq!(skipped(&dropped)["other_substance"], 1);
}

#[test]
fn a_strain_is_leaf_unless_its_name_says_otherwise() {
    let reading = read_in_berlin(HERBAL);
    let told: Vec<_> = doses(&reading)
        .into_iter()
        .map(|(_, d, p)| {
            (
                d.when.wall().to_string(),
                d.amount.as_ref().map(|a| a.value),
                p.map(|p| p.kind),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2026-03-02T08:15:00".to_owned(), Some(2.5), Some(ProductKind::Leaf)),
            ("2026-03-02T14:40:00".to_owned(), Some(1.75), Some(ProductKind::Leaf)),
            ("2026-03-02T16:00:00".to_owned(), Some(0.5), Some(ProductKind::SevenOh)),
            ("2026-03-02T17:00:00".to_owned(), None, None),
        ]
    );
    assert_eq!(asked(&reading), ["zone", "zero", "product:???"]);
    assert_eq!(reading.not_taken["user name"], 1);
    let answers = [
        ("zero", "zero"),
        ("product:???", "not_mine"),
        ("product:Green leaf", "extract:50mg"),
    ];
    let answered = read_with(HERBAL.as_bytes(), &answers, &home("Europe/Berlin")).unwrap();
    assert_eq!(skipped(&answered)["someone_else"], 1);
    assert_eq!(doses(&answered)[0].2.unwrap().kind, ProductKind::Extract);
}

#[test]
fn the_hour_that_came_twice_is_told_by_the_files_order() {
    let reading = read_with(HERBAL_OLD.as_bytes(), &[], &home("America/Chicago")).unwrap();
    let instants: Vec<_> = doses(&reading).iter().map(|(_, d, _)| d.when.at.to_string()).collect();
    assert_eq!(instants[..2], ["2024-11-03T06:35:00Z", "2024-11-03T07:25:00Z"]);
    let felt = felt(&reading)[0];
    assert_eq!(
        (felt.duration_h, felt.scales["painRelief"], felt.scales.len()),
        (Some(1.5), 2.0, 2)
    );
    // A file that runs backward says nothing about order: the earlier of the two hours, and a word about it.
    let backward = HERBAL_OLD
        .replace("2024-11-04T09", "2024-11-02T09")
        .replace("2024-11-05T09", "2024-11-01T09");
    let reading = read_with(backward.as_bytes(), &[], &home("America/Chicago")).unwrap();
    assert_eq!(doses(&reading)[1].1.when.at.to_string(), "2024-11-03T06:25:00Z");
    assert!(warned(&reading, "hour_twice"));
}

#[test]
fn a_dump_of_a_browser_gives_everything_but_its_secrets() {
    let reading = read_in_berlin(UNHOOKD);
    let (row, dose, product) = doses(&reading)[0];
    assert_eq!((row.source_id.as_deref(), product), (Some("1777500000000-abc"), None));
    assert_eq!(dose.when.to_text(), "2026-05-01T00:40:00+02:00[Europe/Berlin]");
    assert_eq!(
        (dose.mood.as_deref(), dose.note.as_deref()),
        (Some("okay"), Some("late"))
    );
    let answers = &check_ins(&reading)[0].answers;
    let told: Vec<_> = answers.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(
        told,
        [
            ("anxiety", "mild"),
            ("mood", "rough"),
            ("moved", "yes"),
            ("sleep", "bad")
        ]
    );
    let craving = reading.rows.iter().find_map(|r| match &r.says {
        Says::Entry(Event::Craving(craving)) => Some(craving),
        _ => None,
    });
    let craving = craving.unwrap();
    assert_eq!(
        (craving.count, craving.outcome),
        (Some(2), Some(CravingOutcome::Passed))
    );
    assert_eq!(craving.precision, Precision::Day);
    assert_eq!(notes(&reading)[0].kind, NoteKind::ForeignPlan);
    assert_eq!(reading.not_taken["emergency contact"], 1);
    let all = format!("{reading:?}");
    assert!(!all.contains("SECRET") && !all.contains("Someone") && !all.contains("555"));
}

#[test]
fn tea_has_millilitres_a_true_zero_and_its_own_scales() {
    let reading = read_with(TEA.as_bytes(), &[], &home("Asia/Bangkok")).unwrap();
    let told: Vec<_> = doses(&reading)
        .into_iter()
        .map(|(_, d, _)| (d.when.wall().to_string(), d.amount.as_ref().unwrap().value))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-02-03T13:00:00".to_owned(), 150.0),
            ("2026-02-03T16:00:00".to_owned(), 200.0)
        ]
    );
    let day = check_ins(&reading)[0];
    assert_eq!(
        (day.craving, day.mood, day.scales["sleepHours"], day.sleep_hours),
        (Some(4.0), None, 6.5, None)
    );
    assert_eq!(
        (day.triggers.as_slice(), day.helpers.as_slice()),
        (&["work".to_owned()][..], &["walk".to_owned()][..])
    );
    assert_eq!(day.note.as_deref(), Some("tired"));
    assert_eq!(
        days(&reading)
            .iter()
            .map(|d| (d.day.to_string(), &d.says))
            .collect::<Vec<_>>(),
        [("2026-02-04".to_owned(), &DaySays::NothingTaken)]
    );
    assert_eq!(check_ins(&reading).len(), 1);
    assert_eq!(notes(&reading).last().unwrap().text, "only words");
    assert!(!format!("{reading:?}").contains("SECRET"));
    assert_eq!(reading.secrets_dropped, ["hash", "pin", "salt"]);
}

#[test]
fn a_stored_taper_asks_before_grams_of_anything_but_leaf_count_as_such() {
    let reading = read_in_berlin(TAPERK);
    let kinds: Vec<_> = doses(&reading).iter().map(|(_, _, p)| p.unwrap().kind).collect();
    assert_eq!(kinds, [ProductKind::Leaf, ProductKind::SevenOh]);
    assert_eq!(co_uses(&reading)[0].substance, "other");
    assert!(asked(&reading).contains(&"product:7-OH / enhanced") && asked(&reading).contains(&"product:other"));
    let felt = check_ins(&reading)[0];
    assert_eq!(
        (felt.craving, felt.mood, felt.sleep, felt.scales["sleepIssues"]),
        (Some(4.0), Some(5.0), Some(4.0), 6.0)
    );
    assert_eq!(reading.not_taken["taper schedule"], 1);
    assert_eq!(notes(&reading)[0].kind, NoteKind::ForeignPlan);
    let mine = read_with(TAPERK.as_bytes(), &[("product:other", "leaf")], &home("Europe/Berlin")).unwrap();
    assert_eq!(n_known(&mine), 3);
}

#[test]
fn amounts_in_free_text_are_read_or_kept_as_words() {
    let reading = read_in_berlin(MEDTIMER);
    assert_eq!(
        (co_uses(&reading)[0].amount, co_uses(&reading)[0].unit.as_deref()),
        (Some(50.0), Some("mg"))
    );
    let told: Vec<_> = doses(&reading)
        .into_iter()
        .map(|(_, d, _)| (d.amount.as_ref().map(|a| (a.value, a.unit)), d.note.clone()))
        .collect();
    assert_eq!(
        told,
        [(Some((2.0, Unit::Capsule)), None), (None, Some("n\na bit".to_owned()))]
    );
    assert_eq!(held(&reading), [("events.list[1]", "ambiguous_amount")]);
    assert_eq!(skipped(&reading)["status_raised"], 1);
    let comma = read_with(MEDTIMER.as_bytes(), &[("decimal", "comma")], &home("Europe/Berlin")).unwrap();
    assert_eq!(
        amounts(&comma)[0].as_ref().map(|a| (a.value, a.unit)),
        Some((2.5, Unit::Gram))
    );
    let newer = MEDTIMER.replace("\"version\": 9", "\"version\": 10");
    assert_eq!(
        read_with(newer.as_bytes(), &[], &home("Europe/Berlin")),
        Err(ImportError::Newer {
            name: "MedTimer",
            version: "10".into(),
            newest: "9"
        })
    );
}

#[test]
fn a_day_that_is_none_is_held_and_the_others_taken() {
    let reading = read_in_berlin(FUKRATOM);
    assert_eq!(held(&reading), [("relapses[1]", "no_such_date")]);
    assert_eq!(days(&reading)[0].says, DaySays::Unknown);
    let told: Vec<_> = notes(&reading).iter().map(|n| (n.text.as_str(), n.kind)).collect();
    assert_eq!(told, [("sleep", NoteKind::Milestone), ("restarted", NoteKind::Plain)]);
    assert_eq!(reading.not_taken["daily cost"], 1);
}

#[test]
fn a_session_gives_doses_notes_and_no_place() {
    let reading = read_in_berlin(PIRU);
    let told: Vec<_> = doses(&reading)
        .into_iter()
        .map(|(row, d, p)| {
            let amount = d.amount.as_ref().map(|a| (a.value, a.unit));
            (row.source_id.clone().unwrap(), amount, p.unwrap().kind, d.route)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("A".to_owned(), Some((2.2, Unit::Gram)), ProductKind::Leaf, Route::Oral),
            (
                "B".to_owned(),
                Some((15.0, Unit::MgSevenOh)),
                ProductKind::SevenOh,
                Route::Sublingual
            ),
            ("C".to_owned(), None, ProductKind::Leaf, Route::Oral),
        ]
    );
    assert_eq!(doses(&reading)[0].1.note.as_deref(), Some("#work"));
    assert_eq!(
        (felt(&reading)[0].scales["mood"], felt(&reading)[0].note.as_deref()),
        (2.0, Some("warm"))
    );
    assert_eq!(notes(&reading)[0].text, "Evening");
    assert_eq!((reading.not_taken["inventory"], reading.not_taken["locations"]), (2, 1));
    assert_eq!(reading.secrets_dropped, Vec::<&str>::new());
    assert!(!format!("{reading:?}").contains("the lake"));
}

#[test]
fn locked_backups_are_refused_by_name() {
    for (text, name) in [
        (r#"{"piruExportVersion": 2, "ciphertext": "abc", "nonce": "n"}"#, "Piru"),
        (r#"{"iv": "a", "data": "b"}"#, "JSON"),
        ("age-encryption.org/v1\n-> x", "age"),
    ] {
        let refused = read_with(text.as_bytes(), &[], &home("Europe/Berlin"));
        assert_eq!(refused, Err(ImportError::Encrypted { name }), "{text}");
    }
}

#[test]
fn no_error_says_anything_that_the_file_says() {
    let text = r#"{"version": 7.5e1, "dosages": [], "userName": "TOP SECRET"}"#;
    let refused = read_with(text.as_bytes(), &[], &home("Europe/Berlin")).unwrap_err();
    assert_eq!(refused.to_string(), "Herbal Tracker+ version 7.5e1 is newer than 1");
    let text = r#"{"TOP SECRET": "TOP SECRET" "TOP SECRET"}"#;
    let refused = read_with(text.as_bytes(), &[], &home("Europe/Berlin")).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the file is damaged (not_json) at line 1, column 29"
    );
}
