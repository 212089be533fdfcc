//! Looking rows up, and what they say against the research notes they came from.

use std::path::PathBuf;

use ebb_evidence::{Basis, Grade, Kind, Read, Standing, all, cited, id, parameter, parameters, source, sources, value};

/// Value and log-sd of the engine's equations, from the research model and not from the tables.
const EQUATIONS: &[(&str, f64, Option<f64>)] = &[
    ("ka", 3.30, Some(0.40)),
    ("CL", 44.4, Some(0.45)),
    ("V1", 206.0, Some(0.35)),
    ("Q", 66.0, Some(0.40)),
    ("V2", 1533.0, Some(0.45)),
    ("fp", 0.0717, Some(0.40)),
    ("fs", 0.0164, Some(0.40)),
    ("V7", 100.0, None),
    ("k7", 0.161, Some(0.30)),
    ("F7", 0.3, Some(0.80)),
    ("ka7", 3.0, Some(0.50)),
    ("rho", 5.0, Some(0.70)),
    ("EC50", 360.0, Some(0.50)),
    ("g", 1.7, Some(0.15)),
    ("tau_f", 1.1, Some(0.50)),
    ("tau_s", 2.4, Some(0.50)),
    ("beta_f", 0.63, Some(0.15)),
    ("beta_s", 0.10, Some(0.50)),
    ("t_half_f", 30.0, Some(0.35)),
    ("t_half_s", 336.0, Some(0.50)),
    ("t_half_D", 8.0, Some(0.40)),
    ("kE", 0.40, Some(0.25)),
    ("kW", 0.27, Some(0.35)),
];

#[test]
fn every_parameter_of_the_equations_has_a_row_that_agrees() {
    for (name, number, log_sd) in EQUATIONS {
        let row = parameter(name).unwrap_or_else(|| panic!("no row for {name}"));
        assert_eq!((row.value, row.log_sd), (*number, *log_sd), "{name}");
    }
    assert_eq!(parameter("cl"), None);
    assert_eq!(parameter(""), None);
}

#[test]
#[expect(clippy::print_stdout, reason = "a test that could not run must say so")]
#[expect(
    clippy::disallowed_methods,
    reason = "the research notes stand outside the repository"
)]
fn parameters_agree_with_the_research_notes() {
    let shared = std::env::var("EBB_SHARED").map(PathBuf::from);
    let shared = shared.unwrap_or_else(|_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"));
    let Ok(text) = std::fs::read_to_string(shared.join("science/parameters.csv")) else {
        println!("skipped: the research notes are not here; set EBB_SHARED to the folder that holds them");
        return;
    };
    let renamed = [
        ("CL/F", "CL"),
        ("V1/F", "V1"),
        ("Q/F", "Q"),
        ("V2/F", "V2"),
        ("gamma", "g"),
        ("t1/2f", "t_half_f"),
        ("t1/2s", "t_half_s"),
        ("t1/2D", "t_half_D"),
        ("kappa_E", "kE"),
        ("kappa_W", "kW"),
    ];
    let mut n_compared = 0;
    for line in text.lines().skip(1) {
        let fields = comma_separated(line);
        let symbol = fields[1].as_str();
        let name = renamed
            .iter()
            .find(|(theirs, _)| *theirs == symbol)
            .map_or(symbol, |(_, ours)| ours);
        let (Some(row), Ok(number)) = (parameter(name), fields[2].parse::<f64>()) else {
            continue;
        };
        assert_eq!(row.value.to_bits(), number.to_bits(), "{name}");
        let log_sd = fields[4]
            .strip_prefix("lognormal sd ")
            .and_then(|rest| rest.split([' ', ';']).next());
        assert_eq!(row.log_sd, log_sd.map(|log_sd| log_sd.parse().unwrap()), "{name}");
        n_compared += 1;
    }
    assert_eq!(n_compared, 29, "the notes or the names of the parameters have changed");
}

/// One line of the notes: commas, with double quotes around fields that hold some.
fn comma_separated(line: &str) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(core::mem::take(&mut field)),
            _ => field.push(c),
        }
    }
    fields.push(field);
    fields
}

#[test]
fn every_row_and_source_is_found_under_its_id() {
    assert!(all().len() > 300, "{} rows", all().len());
    for row in all() {
        assert!(core::ptr::eq(value(row.id).unwrap(), row), "{}", row.id);
        assert_eq!(row.cited_source().map(|source| source.id), Some(row.source));
        assert!(row.rests_on.iter().all(|id| value(id).is_some()), "{}", row.id);
    }
    for entry in sources() {
        assert!(core::ptr::eq(source(entry.id).unwrap(), entry), "{}", entry.id);
    }
    for (name, row) in parameters() {
        assert!(core::ptr::eq(parameter(name).unwrap(), *row), "{name}");
    }
    assert_eq!(value("tea.mitragynine"), None);
    assert_eq!(value(""), None);
    assert_eq!(source("somebody2031"), None);
}

#[test]
fn a_constant_is_the_row_of_its_id() {
    for (row, id) in [
        (cited::LEAF_MITRAGYNINE, id::LEAF_MITRAGYNINE),
        (cited::TEASPOON_GRAMS, id::TEASPOON_GRAMS),
        (cited::TABLESPOON_GRAMS, id::TABLESPOON_GRAMS),
        (cited::CAPSULE_GRAMS, id::CAPSULE_GRAMS),
        (cited::EXTRACT_SHOT_MITRAGYNINE, id::EXTRACT_SHOT_MITRAGYNINE),
        (cited::SEVEN_OH_TABLET, id::SEVEN_OH_TABLET),
        (cited::LEAF_SEVEN_OH, id::LEAF_SEVEN_OH),
        (cited::ENTRY_ERROR_SCALE, id::ENTRY_ERROR_SCALE),
        (cited::ENTRY_ERROR_SPOON, id::ENTRY_ERROR_SPOON),
        (cited::ENTRY_ERROR_CAPSULE, id::ENTRY_ERROR_CAPSULE),
        (cited::OBSERVED_DOSE_MORNING_MEAN, id::OBSERVED_DOSE_MORNING_MEAN),
        (cited::OBSERVED_DOSE_MORNING_MEDIAN, id::OBSERVED_DOSE_MORNING_MEDIAN),
    ] {
        assert_eq!(row.id, id);
        assert_eq!(value(id), Some(row));
    }
}

#[test]
fn what_is_only_remembered_is_unverified_and_unused() {
    let remembered: Vec<_> = all().iter().filter(|row| row.grade == Grade::M).collect();
    assert!(!remembered.is_empty());
    for row in remembered {
        assert_eq!(row.standing(), Standing::Unverified, "{}", row.id);
        assert_eq!(row.used_by, "", "{}", row.id);
        assert!(parameters().iter().all(|(_, used)| used.id != row.id), "{}", row.id);
    }
    for row in all()
        .iter()
        .filter(|row| row.cited_source().unwrap().read == Read::Memory)
    {
        assert_eq!(row.grade, Grade::M, "{}", row.id);
    }
}

#[test]
fn nothing_second_hand_or_our_own_stands_as_measured() {
    for row in all() {
        let read = row.cited_source().unwrap().read;
        match row.standing() {
            Standing::Measured => assert_eq!(read, Read::Primary, "{}", row.id),
            Standing::Ours => assert_eq!(read, Read::Own, "{}", row.id),
            Standing::SecondHand | Standing::Laboratory | Standing::Unverified => {}
        }
        assert_eq!(
            row.read(),
            if row.grade == Grade::M { Read::Memory } else { read },
            "{}",
            row.id
        );
    }
}

#[test]
fn the_two_binding_constants_of_obeng_2021_keep_their_owners() {
    let (mtg, seven_oh) = (cited::MTG_KI_OBENG2021.value, cited::SEVEN_OH_KI_OBENG2021.value);
    assert_eq!((mtg, seven_oh), (709.0, 77.9));
    // Every other assay agrees: the metabolite binds more tightly.
    assert!(cited::SEVEN_OH_KI_OBENG2020.value < cited::MTG_KI_OBENG2020.value);
}

#[test]
fn the_clearance_that_was_printed_per_kilogram_is_kept_for_the_whole_body() {
    let printed = cited::MTG_CLEARANCE_TRAKULSRICHAI2015;
    assert_eq!(printed.unit, "L/h");
    // Volume per kg, 77 kg and the half-life of the same abstract must say about the same.
    let liters = cited::MTG_VOLUME_PER_KG_TRAKULSRICHAI2015.value * 77.0;
    let clearance = liters * core::f64::consts::LN_2 / cited::MTG_HALF_LIFE_TRAKULSRICHAI2015.value;
    assert!((clearance / printed.value - 1.0).abs() < 0.15, "{clearance}");
    assert!(all().iter().all(|row| row.value < 7_000.0 || row.unit != "L/h"));
}

#[test]
fn a_tea_has_a_number_only_where_one_was_reported() {
    let teas = all()
        .iter()
        .filter(|row| row.id.contains("tea") && !row.id.contains("teaspoon"));
    let teas: Vec<&str> = teas
        .filter(|row| !row.id.contains("steady"))
        .map(|row| row.id)
        .collect();
    assert_eq!(teas, [""; 0]);
    let drink = cited::MALAYSIAN_DRINK_MITRAGYNINE_PRIOR;
    assert_eq!(
        (drink.kind, drink.basis, drink.grade),
        (Kind::Prior, Basis::Judgement, Grade::J)
    );
    assert!(drink.log_sd.unwrap() >= 0.7);
}

#[test]
fn a_width_covers_the_reported_range_and_is_absent_without_one() {
    let tablet = cited::SEVEN_OH_TABLET;
    let reach = (1.96 * tablet.width_log_sd().unwrap()).exp();
    let (low, high) = tablet.range.unwrap();
    assert!(tablet.value / reach <= low * (1.0 + 1e-12) && tablet.value * reach >= high * (1.0 - 1e-12));
    assert_eq!(cited::PARAMETER_CL.width_log_sd(), Some(0.45));
    assert_eq!(cited::TEASPOON_CRUSHED_LEAF_GRAMS.width_log_sd(), None);
    // A change may be negative, and then a logarithm means nothing.
    assert_eq!(cited::PUPIL_CHANGE.width_log_sd(), None);
}
