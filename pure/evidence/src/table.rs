//! Generated from `data/*.toml` by `cargo xtask evidence`. Do not edit: edit the tables and generate again.

use crate::{
    Act, Basis, Checked, Cited, Grade, Helpline, Hours, Kind, RangeIs, Reach, Read, RedFlag, Service, Source,
};

pub(crate) static ROWS: [Cited; 320] = [
    Cited { id: "breathing.even", value: 5.0, unit: "s", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Convention, population: "anyone who wants something to do with their breath", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "web: breathing pace", gap: None, note: "In and out of the other pace, for whom an even one is easier; no effect is claimed for it." },
    Cited { id: "breathing.in", value: 4.0, unit: "s", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Convention, population: "anyone who wants something to do with their breath", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "web: breathing pace", gap: None, note: "Length of the breath in. A quiet pace, chosen because it is easy to follow; no effect is claimed for it." },
    Cited { id: "breathing.out", value: 6.0, unit: "s", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Convention, population: "anyone who wants something to do with their breath", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "web: breathing pace", gap: None, note: "Length of the breath out, a little longer than the breath in; no effect is claimed for it." },
    Cited { id: "buprenorphine_cases.negative", value: 82.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "28 people with kratom use disorder, case series by tertiary page", source: "tertiary_362381", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Urine free of MTG after 12 weeks on buprenorphine." },
    Cited { id: "capsule.grams", value: 0.55, unit: "g", range: Some((0.5, 0.6)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "capsule of size 00, sellers' pages", source: "seller_unit_pages", grade: Grade::C, rests_on: &[], used_by: "core: amounts", gap: None, note: "Size 0 holds less." },
    Cited { id: "dextromethorphan_auc_ratio", value: 0.99, unit: "-", range: Some((0.83, 1.19)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "healthy volunteers, one tea made from 2 g of leaf", source: "tanna2023_interactions", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Exposure to a CYP2D6 test drug with kratom over without: no change after one small dose." },
    Cited { id: "drug_test.blood_window", value: 2.0, unit: "d", range: Some((1.0, 3.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "users", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered, at usual limits." },
    Cited { id: "drug_test.confirmation_limit", value: 1.0, unit: "ng/mL", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "urine, one laboratory", source: "lab_catalog", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Limit of the confirming test." },
    Cited { id: "drug_test.immunoassay_limit", value: 5.0, unit: "ng/mL", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "urine, one laboratory", source: "lab_catalog", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Limit of the first test." },
    Cited { id: "drug_test.urine_window", value: 7.0, unit: "d", range: Some((5.0, 9.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "regular users, tertiary page", source: "tertiary_642784", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Longer with heavy use." },
    Cited { id: "entry_error.capsule", value: 0.1, unit: "log_sd", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "an amount counted in capsules", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "core: amounts", gap: None, note: "Spread of the natural logarithm of the true amount around the entry." },
    Cited { id: "entry_error.scale", value: 0.05, unit: "log_sd", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "an amount weighed on a scale", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "core: amounts", gap: None, note: "Spread of the natural logarithm of the true amount around the entry." },
    Cited { id: "entry_error.spoon", value: 0.3, unit: "log_sd", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "an amount measured by spoon", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "core: amounts", gap: None, note: "Spread of the natural logarithm of the true amount around the entry." },
    Cited { id: "extract_content.research", value: 39.5, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "the extract of one trial", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "MTG by weight." },
    Cited { id: "extract_gel_pouch.mitragynine", value: 97.5, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "one product, by its seller", source: "seller_extract_page", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "MTG per pouch." },
    Cited { id: "extract_shot.mitragynine", value: 112.5, unit: "mg", range: Some((50.0, 250.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "one bottle of extract, by its seller", source: "seller_extract_page", grade: Grade::C, rests_on: &[], used_by: "core: amounts", gap: None, note: "250 mg of extract at 45 %; others run from 50 to 250 mg." },
    Cited { id: "felt_above_baseline", value: 100.0, unit: "min", range: Some((80.0, 120.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "How long ratings stayed above the start." },
    Cited { id: "felt_duration.leaf", value: 3.5, unit: "h", range: Some((2.0, 5.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "users of leaf", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered; larger doses last longer." },
    Cited { id: "felt_duration.seven_oh", value: 2.25, unit: "h", range: Some((1.5, 3.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "users of concentrated 7-OH, own accounts", source: "quitting7oh2026", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "Much shorter than its level in blood would suggest." },
    Cited { id: "felt_gone_within_hours", value: 79.8, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "129 US adults who use kratom", source: "smith2022_frontiers", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share who say it is gone within hours, after an onset in minutes." },
    Cited { id: "felt_onset.tertiary", value: 15.0, unit: "min", range: Some((10.0, 20.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "users, tertiary page", source: "policy_facts_page", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "First effects." },
    Cited { id: "felt_peak.tertiary", value: 3.0, unit: "h", range: Some((2.0, 4.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "users, tertiary page", source: "policy_facts_page", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Strongest effects." },
    Cited { id: "felt_raised_dose", value: 25.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "129 US adults who use kratom", source: "smith2022_frontiers", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "More than this share had raised their dose." },
    Cited { id: "felt_rating.at_forty_minutes", value: 40.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Feeling on a line from 0 to 100, within 40 minutes." },
    Cited { id: "felt_rating.peak", value: 72.7, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Highest feeling on a line from 0 to 100." },
    Cited { id: "harm.kratom_alone_deaths", value: 7.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "27,338 US overdose deaths, 2016-17", source: "olsen2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Deaths with nothing else found; other substances were not excluded." },
    Cited { id: "harm.kratom_involved_deaths", value: 91.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "27,338 US overdose deaths, 2016-17", source: "olsen2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Deaths in which it was judged to play a part." },
    Cited { id: "harm.kratom_positive_deaths", value: 152.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "27,338 US overdose deaths, 2016-17", source: "olsen2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Deaths with kratom found; 0.56 %. Some 80 % had a history of substance misuse." },
    Cited { id: "harm.liver_cholestatic", value: 80.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "53 published cases", source: "liver_case_review", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "Share that was cholestatic." },
    Cited { id: "harm.liver_latency", value: 21.5, unit: "d", range: Some((2.0, 49.0)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "case reports", source: "schimmel2020", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "Median of about 21 to 22 days before liver trouble; mostly cholestatic or mixed, with jaundice and itching." },
    Cited { id: "harm.liver_transplant", value: 5.6, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "53 published cases", source: "liver_case_review", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "Share that needed a transplant." },
    Cited { id: "harm.mitragynine_detected_2020", value: 866.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "US deaths, MTG detected", source: "detections_page", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "2020; more states report over time." },
    Cited { id: "harm.mitragynine_detected_2023", value: 1151.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "US deaths, MTG detected", source: "detections_page", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "2023; 1,016 and 1,017 in the years between." },
    Cited { id: "harm.poison_center_exposures", value: 1807.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "US poison centers, 2011-17", source: "olsen2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Exposures reported." },
    Cited { id: "harm.seven_oh_exposures", value: 165.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "US poison centers, January to July 2025", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "7-OH exposures reported." },
    Cited { id: "isopaynantheine_auc.tanna2022", value: 794.0, unit: "nM*h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median exposure to isopaynantheine." },
    Cited { id: "isopaynantheine_cmax.tanna2022", value: 48.8, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median peak of isopaynantheine." },
    Cited { id: "isopaynantheine_half_life.tanna2022", value: 14.4, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median half-life of isopaynantheine." },
    Cited { id: "leaf.mitragynine", value: 15.0, unit: "mg/g", range: None, range_is: None, log_sd: Some(0.35), kind: Kind::Prior, basis: Basis::Judgement, population: "dried leaf powder, between batches", source: "ebb_judgement", grade: Grade::J, rests_on: &["leaf_content.wild_thai", "leaf_content.reviews_most", "leaf_content.napdi", "leaf_content.huestis2024", "leaf_content.commercial", "leaf_content.reviews"], used_by: "core: amounts; pharm: dose", gap: Some("The weakest wild leaf (7.5 mg/g) lies a hair below the central 95 %. What is sold as kratom ranges far wider still (0.64 to 56.26 mg/g): a batch that far out needs its own figure."), note: "Used until a batch has its own figure. A new batch is opened when the powder changes, or its change would look like a change of tolerance." },
    Cited { id: "leaf.seven_oh", value: 0.1, unit: "mg/g", range: None, range_is: None, log_sd: Some(0.8), kind: Kind::Prior, basis: Basis::Judgement, population: "dried leaf powder, between batches", source: "ebb_judgement", grade: Grade::J, rests_on: &["leaf_seven_oh_content.reviews", "leaf_seven_oh_content.napdi"], used_by: "core: batches, shown only", gap: None, note: "For the record of a batch only. Never add it to a dose as swallowed 7-OH: the engine's fp already holds the leaf's own traces." },
    Cited { id: "leaf_alkaloids", value: 1.0, unit: "%", range: Some((0.5, 1.5)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "leaf", source: "wiki_mitragynine", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "All alkaloids as a share of dry weight." },
    Cited { id: "leaf_content.commercial", value: 28.45, unit: "mg/g", range: Some((0.64, 56.26)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "products sold as kratom", source: "content_page", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Lowest and highest content found." },
    Cited { id: "leaf_content.huestis2024", value: 13.3, unit: "mg/g", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "the leaf of one trial", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "6.65 mg in 500 mg." },
    Cited { id: "leaf_content.napdi", value: 19.48, unit: "mg/g", range: Some((18.67, 20.29)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "one characterized US powder", source: "napdi_k51", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean and one standard deviation." },
    Cited { id: "leaf_content.reviews", value: 1.6, unit: "%", range: Some((0.5, 2.7)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "authenticated leaf, two published reviews", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Share of dry weight." },
    Cited { id: "leaf_content.reviews_most", value: 1.5, unit: "%", range: Some((1.0, 2.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "authenticated leaf, two published reviews", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Where most samples lie." },
    Cited { id: "leaf_content.wild_thai", value: 16.0, unit: "mg/g", range: Some((7.5, 26.6)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "wild leaf from Thailand, 2022 study", source: "content_page", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean, lowest and highest." },
    Cited { id: "leaf_dose.huestis2024", value: 2250.0, unit: "mg", range: Some((500.0, 4000.0)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Leaf per dose over the dose groups." },
    Cited { id: "leaf_seven_oh_content.napdi", value: 0.124, unit: "mg/g", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "one characterized US powder", source: "napdi_k51", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Below this." },
    Cited { id: "leaf_seven_oh_content.reviews", value: 0.215, unit: "mg/g", range: Some((0.03, 0.4)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Calculated, population: "leaf", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "0.003-0.04 % of dry weight." },
    Cited { id: "leaf_seven_oh_share", value: 2.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "leaf", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Below this share of all alkaloids." },
    Cited { id: "leaf_seven_oh_share.industry_cap", value: 2.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "a trade association's own limit", source: "trade_limit_page", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Highest share of alkaloids that the association lets its members sell." },
    Cited { id: "leaf_share.malay", value: 12.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "leaf from Malaysia", source: "wiki_mitragynine", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "MTG as a share of all alkaloids, about." },
    Cited { id: "leaf_share.thai", value: 66.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "leaf from Thailand", source: "wiki_mitragynine", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "MTG as a share of all alkaloids, about." },
    Cited { id: "leeds_dependence.low", value: 10.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "any substance", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Below this called low, as remembered." },
    Cited { id: "leeds_dependence.medium", value: 15.0, unit: "points", range: Some((10.0, 20.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "any substance", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Called medium, as remembered; above it high." },
    Cited { id: "malaysia.craving", value: 93.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 men who use in Malaysia", source: "singh2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share with craving." },
    Cited { id: "malaysia.depression_odds", value: 2.9, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 people who stopped, Malaysia", source: "singh2018", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Odds ratio of moderate depression from four glasses a day." },
    Cited { id: "malaysia.glasses_threshold", value: 3.0, unit: "1/d", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "293 regular users in Malaysia, over six months of use", source: "singh2014", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "From this many glasses a day severe dependence, withdrawal and craving are likelier." },
    Cited { id: "malaysia.mild_anxiety_on_stopping", value: 70.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 people who stopped, Malaysia", source: "singh2018", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Count as listed; whether people or per cent was not plain in the notes." },
    Cited { id: "malaysia.mild_depression_on_stopping", value: 81.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 people who stopped, Malaysia", source: "singh2018", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Count as listed; whether people or per cent was not plain in the notes." },
    Cited { id: "malaysia.moderate_dependence", value: 45.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "293 regular users in Malaysia, over six months of use", source: "singh2014", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share." },
    Cited { id: "malaysia.moderate_withdrawal_odds", value: 3.1, unit: "-", range: Some((1.5, 6.3)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 men who use in Malaysia", source: "singh2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Odds ratio above three glasses a day." },
    Cited { id: "malaysia.severe_dependence", value: 50.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "293 regular users in Malaysia, over six months of use", source: "singh2014", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "More than this share." },
    Cited { id: "malaysia.severe_dependence_odds", value: 2.1, unit: "-", range: Some((1.0, 4.5)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 men who use in Malaysia", source: "singh2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Odds ratio above three glasses a day." },
    Cited { id: "malaysia.tolerance", value: 87.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 men who use in Malaysia", source: "singh2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share with tolerance." },
    Cited { id: "malaysia.use_disorder", value: 99.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 men who use in Malaysia", source: "singh2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share meeting criteria." },
    Cited { id: "malaysia.withdrawal", value: 95.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "150 men who use in Malaysia", source: "singh2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share with withdrawal." },
    Cited { id: "malaysian_drink.mitragynine", value: 79.0, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "293 regular users in Malaysia, drink as bought there", source: "singh2014", grade: Grade::A, rests_on: &[], used_by: "core: amounts", gap: None, note: "MTG per dose of that drink and no other: other teas in studies held 6 to 39 mg, so a tea of unknown strength has no number here." },
    Cited { id: "malaysian_drink.mitragynine_prior", value: 79.0, unit: "mg", range: None, range_is: None, log_sd: Some(0.8), kind: Kind::Prior, basis: Basis::Judgement, population: "one Malaysian drink, between drinks", source: "ebb_judgement", grade: Grade::J, rests_on: &["malaysian_drink.mitragynine", "mtg_dose.tanna2022"], used_by: "core: amounts", gap: None, note: "The centre is the reported figure, the width is ours and wide on purpose: drinks differ in leaf, water and size." },
    Cited { id: "mgm15_ki", value: 6.4, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Semi-synthetic products." },
    Cited { id: "midazolam_auc_ratio", value: 1.39, unit: "-", range: Some((1.23, 1.57)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "healthy volunteers, one tea made from 2 g of leaf", source: "tanna2023_interactions", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Exposure to a CYP3A test drug with kratom over without." },
    Cited { id: "midazolam_cmax_ratio", value: 1.5, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "healthy volunteers, one tea made from 2 g of leaf", source: "tanna2023_interactions", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Peak of a CYP3A test drug with kratom over without." },
    Cited { id: "mitraciliatine_auc.tanna2022", value: 1160.0, unit: "nM*h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median exposure to mitraciliatine." },
    Cited { id: "mitraciliatine_cmax.tanna2022", value: 73.5, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median peak of mitraciliatine." },
    Cited { id: "mitraciliatine_half_life.tanna2022", value: 17.8, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median half-life of mitraciliatine." },
    Cited { id: "morphine_bolus_tolerance_days", value: 4.5, unit: "d", range: Some((1.0, 8.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "rats given morphine", source: "ouellet1997", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "With single doses: little within 12 h, marked between these days, then steady." },
    Cited { id: "morphine_ec50.gtpgs", value: 125.0, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "For comparison with 7-OH." },
    Cited { id: "morphine_effect_site_half_life", value: 25.0, unit: "min", range: Some((17.0, 33.0)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats given morphine", source: "ekblom1993", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Lag between blood and effect." },
    Cited { id: "morphine_ki", value: 2.85, unit: "nM", range: Some((1.5, 4.2)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "For comparison." },
    Cited { id: "morphine_recovery_days.rat", value: 18.5, unit: "d", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats given morphine", source: "ouellet1995", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Nearly complete by then, after 12 h of exposure." },
    Cited { id: "morphine_residual_effect", value: 24.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats given morphine", source: "ouellet1995", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Effect left after 12 h of infusion, as a share of the greatest possible." },
    Cited { id: "morphine_single_dose_dependence", value: 18.0, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people given one dose of morphine", source: "compton2004", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "After this one dose an antagonist showed withdrawal." },
    Cited { id: "morphine_tolerance_complete.rat", value: 3.0, unit: "d", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "rats given morphine", source: "ekblom1993", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Pain relief gone by this day of a steady infusion; more pain than before when it stops." },
    Cited { id: "morphine_tolerance_exposure_fold", value: 28.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats given morphine", source: "ouellet1995", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "The rate at which tolerance came varied this many times over with exposure." },
    Cited { id: "morphine_tolerance_half_life.rat", value: 26.0, unit: "h", range: Some((20.0, 32.0)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats given morphine", source: "ekblom1993", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Half-life of the tolerance compartment." },
    Cited { id: "mtg_accumulation.huestis2026_high", value: 1.41, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Day 15 peak over day 1 peak, highest dose: more than a linear model gives." },
    Cited { id: "mtg_accumulation.huestis2026_low", value: 0.84, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Day 15 peak over day 1 peak, lowest dose." },
    Cited { id: "mtg_accumulation.huestis2026_middle", value: 1.34, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Day 15 peak over day 1 peak, middle dose." },
    Cited { id: "mtg_alpha_adrenergic_ki", value: 5.3, unit: "uM", range: Some((1.3, 9.3)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "receptors in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Weak binding to alpha-1 and alpha-2." },
    Cited { id: "mtg_auc.tanna2022", value: 167.0, unit: "ng*h/mL", range: Some((129.0, 542.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median; printed as 420 nM.h (324-1360)." },
    Cited { id: "mtg_bioavailability.dog", value: 69.6, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "dogs", source: "dog_study", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Swallowed dose that reaches the blood; unknown in people." },
    Cited { id: "mtg_bioavailability.rat", value: 3.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats", source: "quitting7oh2026", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "About this much, by somebody else's summary." },
    Cited { id: "mtg_clearance.dog", value: 1.8, unit: "L/h/kg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "dogs", source: "dog_study", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Clearance after injection." },
    Cited { id: "mtg_clearance.tanna2022", value: 233.0, unit: "L/h", range: Some((71.7, 302.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Apparent oral clearance, median." },
    Cited { id: "mtg_clearance.trakulsrichai2015", value: 98.1, unit: "L/h", range: Some((46.8, 149.4)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "trakulsrichai2015", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Unit slip: printed per kg. The volume and half-life of the same abstract give 1.13 L/h/kg, that is 87 L/h for 77 kg, so the figure is read as L/h. The 7,550 L/h that a later table derives from it must not be used." },
    Cited { id: "mtg_clearance.trakulsrichai2015_check", value: 87.0, unit: "L/h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "trakulsrichai2015", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Volume times ln 2 over half-life, for 77 kg: the check behind reading the printed unit as L/h." },
    Cited { id: "mtg_cmax.huestis2026_high_day1", value: 196.0, unit: "ng/mL", range: Some((118.6, 273.4)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak after the first dose of this group." },
    Cited { id: "mtg_cmax.huestis2026_high_day15", value: 277.0, unit: "ng/mL", range: Some((228.2, 325.8)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak on day 15 of this group." },
    Cited { id: "mtg_cmax.huestis2026_low_day1", value: 32.8, unit: "ng/mL", range: Some((15.8, 49.8)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak after the first dose of this group." },
    Cited { id: "mtg_cmax.huestis2026_low_day15", value: 27.4, unit: "ng/mL", range: Some((16.5, 38.3)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak on day 15 of this group." },
    Cited { id: "mtg_cmax.huestis2026_middle_day1", value: 93.2, unit: "ng/mL", range: Some((54.6, 131.8)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak after the first dose of this group." },
    Cited { id: "mtg_cmax.huestis2026_middle_day15", value: 125.0, unit: "ng/mL", range: Some((45.3, 204.7)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak on day 15 of this group." },
    Cited { id: "mtg_cmax.mongar2024", value: 159.0, unit: "ng/mL", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "12 healthy Thai men, tea with 23.6 mg MTG", source: "mongar2024", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered; eight times what the same dose would give at the Tanna study's peak per milligram." },
    Cited { id: "mtg_cmax.tanna2022", value: 32.6, unit: "ng/mL", range: Some((20.0, 70.5)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median; printed as 81.9 nM (50.1-177)." },
    Cited { id: "mtg_cmax.trakulsrichai2015", value: 61.75, unit: "ng/mL", range: Some((18.5, 105.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "trakulsrichai2015", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Range of peaks as remembered; the abstract does not print it." },
    Cited { id: "mtg_cmax_per_mg.huestis2026", value: 3.2, unit: "ng/mL/mg", range: Some((3.1, 3.3)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Calculated, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "First-dose peaks divided by the dose, lowest and highest group." },
    Cited { id: "mtg_cmax_per_mg.mongar2024", value: 6.7, unit: "ng/mL/mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "12 healthy Thai men, tea with 23.6 mg MTG", source: "mongar2024", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Rests on a peak that is remembered, not read." },
    Cited { id: "mtg_cmax_per_mg.tanna2022", value: 0.84, unit: "ng/mL/mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "32.6 ng/mL from 39 mg." },
    Cited { id: "mtg_cmax_per_mg.trakulsrichai2015", value: 3.8, unit: "ng/mL/mg", range: Some((3.0, 4.6)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "trakulsrichai2015", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Rests on peaks that are remembered, not read." },
    Cited { id: "mtg_cyp3a.ki", value: 4.0, unit: "uM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "enzyme preparations", source: "tanna2023_interactions", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "About the concentration at which its time-dependent block of CYP3A runs at half its greatest speed." },
    Cited { id: "mtg_cyp3a.kinact", value: 0.07, unit: "1/min", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "enzyme preparations", source: "tanna2023_interactions", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "About this fast at most; MTG may therefore slow its own removal." },
    Cited { id: "mtg_dependence_days.rat", value: 14.0, unit: "d", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats given MTG daily", source: "harun2020", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "After this long antagonists brought on withdrawal, though stopping alone changed nothing in that test." },
    Cited { id: "mtg_dose.huestis2024", value: 29.925, unit: "mg", range: Some((6.65, 53.2)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "MTG per dose over the dose groups." },
    Cited { id: "mtg_dose.huestis2026_high", value: 59.2, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "MTG per dose of this group." },
    Cited { id: "mtg_dose.huestis2026_low", value: 9.9, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "MTG per dose of this group." },
    Cited { id: "mtg_dose.huestis2026_middle", value: 29.6, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "MTG per dose of this group." },
    Cited { id: "mtg_dose.mongar2024", value: 23.6, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "12 healthy Thai men, tea with 23.6 mg MTG", source: "mongar2024", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Dose as remembered; the paper was not at hand." },
    Cited { id: "mtg_dose.tanna2022", value: 39.0, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "MTG in the tea." },
    Cited { id: "mtg_dose.trakulsrichai2015", value: 14.625, unit: "mg", range: Some((6.25, 23.0)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "MTG per dose, as listed in the 2023 comparison table." },
    Cited { id: "mtg_ec50.kruegel2016", value: 339.0, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "BRET assay." },
    Cited { id: "mtg_emax.kruegel2016", value: 34.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "BRET assay: a partial agonist. In another assay it blocked instead." },
    Cited { id: "mtg_half_life.huestis2024_multiple", value: 67.9, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Highest of the group means on repeated doses." },
    Cited { id: "mtg_half_life.huestis2024_single", value: 43.4, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Highest of the group means after one dose." },
    Cited { id: "mtg_half_life.mongar2024", value: 3.0, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "12 healthy Thai men, tea with 23.6 mg MTG", source: "mongar2024", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered; sampling was short, so this is the fall after the peak and not the tail." },
    Cited { id: "mtg_half_life.tanna2022", value: 45.3, unit: "h", range: Some((31.9, 50.2)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median." },
    Cited { id: "mtg_half_life.trakulsrichai2015", value: 23.24, unit: "h", range: Some((7.17, 39.31)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "trakulsrichai2015", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean and one standard deviation; 24 h of sampling is too short for a half-life of this length." },
    Cited { id: "mtg_ki.assay2026", value: 238.0, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "By somebody else's summary of a 2026 assay." },
    Cited { id: "mtg_ki.obeng2020", value: 161.0, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "By somebody else's summary of a 2020 assay." },
    Cited { id: "mtg_ki.obeng2021", value: 709.0, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "obeng2021", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Ordering warning: the published abstract prints 77.9 and 709 nM in the order MTG, 7-OH. Every other assay, and the intervals in the paper's body, make 709 the figure of MTG. Do not turn it round." },
    Cited { id: "mtg_ki.varadi2016", value: 230.0, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "varadi2016", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered." },
    Cited { id: "mtg_molar_mass", value: 398.5, unit: "g/mol", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "the molecule", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "1 nM is 0.3985 ng/mL." },
    Cited { id: "mtg_morphine_like.obeng2021", value: 72.3, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats trained on morphine", source: "obeng2021", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Share of responses on the morphine lever." },
    Cited { id: "mtg_potency.between_studies_log_sd", value: 0.75, unit: "log_sd", range: Some((0.7, 0.8)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Judgement, population: "the four studies above", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm: prior width of potency", gap: None, note: "Four- to eightfold differences between studies need about this much spread before anything is known of a person." },
    Cited { id: "mtg_protein_binding", value: 92.5, unit: "%", range: Some((90.0, 95.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "human plasma", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered; the ratio in whole blood is unknown to us." },
    Cited { id: "mtg_serum.malaysian_case_series", value: 10.3, unit: "mg/L", range: Some((2.5, 22.4)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "nine Malaysian users", source: "malaysia_serum_series", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "Not to be used: 10 to 100 times every other figure in living users, probably a wrong unit." },
    Cited { id: "mtg_steady_state.huestis2024", value: 8.5, unit: "d", range: Some((8.0, 9.0)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Day on which daily dosing stopped raising the level." },
    Cited { id: "mtg_tmax.huestis2024_multiple", value: 1.35, unit: "h", range: Some((1.0, 1.7)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Medians of the dose groups on repeated doses." },
    Cited { id: "mtg_tmax.huestis2024_single", value: 1.15, unit: "h", range: Some((1.0, 1.3)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Medians of the dose groups after one dose." },
    Cited { id: "mtg_tmax.huestis2026", value: 1.3, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Median." },
    Cited { id: "mtg_tmax.mongar2024", value: 0.84, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "12 healthy Thai men, tea with 23.6 mg MTG", source: "mongar2024", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered." },
    Cited { id: "mtg_tmax.tanna2022", value: 1.0, unit: "h", range: Some((0.75, 1.5)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median." },
    Cited { id: "mtg_tmax.trakulsrichai2015", value: 0.83, unit: "h", range: Some((0.48, 1.18)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "trakulsrichai2015", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean and one standard deviation." },
    Cited { id: "mtg_urine_unchanged.trakulsrichai2015", value: 0.14, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "trakulsrichai2015", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share of the dose found unchanged in urine." },
    Cited { id: "mtg_volume.dog", value: 6.3, unit: "L/kg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "dogs", source: "dog_study", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Volume after injection; 7-OH was not found then, so it is formed on the first pass." },
    Cited { id: "mtg_volume.tanna2022", value: 12700.0, unit: "L", range: Some((5190.0, 19700.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Apparent terminal volume, median." },
    Cited { id: "mtg_volume.trakulsrichai2015", value: 2900.0, unit: "L", range: Some((1050.0, 4750.0)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "The same volume for the whole body, as the 2023 table multiplies it." },
    Cited { id: "mtg_volume_per_kg.trakulsrichai2015", value: 38.04, unit: "L/kg", range: Some((13.72, 62.36)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "9 of 10 chronic Thai male users (median 1.75 years of use), tea, a known dose for 7 days, sampled for 24 h", source: "trakulsrichai2015", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Apparent volume, mean and one standard deviation." },
    Cited { id: "mtg_withdrawal_days.rat", value: 5.0, unit: "d", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "rats given MTG for long", source: "johari2021", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Withdrawal lasted at least this long; eased by methadone, buprenorphine and clonidine." },
    Cited { id: "naloxone.wears_off", value: 60.0, unit: "min", range: Some((30.0, 90.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people given naloxone, by somebody else's summary", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "It can wear off before the opioid does, so the person must be watched and the ambulance must still come." },
    Cited { id: "nicotine_tolerance_half_life", value: 35.0, unit: "min", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people, nicotine and heart rate", source: "porchet1988", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered." },
    Cited { id: "observed_dose.morning_mean", value: 5.16, unit: "g", range: Some((1.1, 10.9)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean." },
    Cited { id: "observed_dose.morning_median", value: 4.38, unit: "g", range: Some((1.1, 10.9)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median." },
    Cited { id: "observed_dose.per_day", value: 2.5, unit: "1/d", range: Some((2.0, 3.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Doses a day; the first often within an hour of waking." },
    Cited { id: "observed_dose.regulator_pilot", value: 6.5, unit: "g", range: Some((1.0, 12.0)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "40 adults, one dose of leaf in capsules", source: "fda_pilot_report", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Single doses given; two people had nausea at the highest dose." },
    Cited { id: "observed_dose.survey_daily", value: 59.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "2,798 US adults who use kratom, survey", source: "garciaromeu2020", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share who use daily." },
    Cited { id: "observed_dose.survey_one_to_three_grams", value: 49.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "2,798 US adults who use kratom, survey", source: "garciaromeu2020", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share whose usual dose is 1-3 g." },
    Cited { id: "observed_mitragynine.malaysian_per_day", value: 276.5, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "293 regular users in Malaysia", source: "singh2014", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Average MTG per day, as a drink." },
    Cited { id: "observed_mitragynine.per_day_mean", value: 106.45, unit: "mg", range: Some((78.3, 134.6)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "357 US adults reporting in daily life, 341 products", source: "sharma2025", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean MTG per day, reported as a range." },
    Cited { id: "observed_mitragynine.per_day_median", value: 76.2, unit: "mg", range: Some((50.8, 101.6)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "357 US adults reporting in daily life, 341 products", source: "sharma2025", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median MTG per day, reported as a range." },
    Cited { id: "observed_mitragynine.per_use_mean", value: 31.3, unit: "mg", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "357 US adults reporting in daily life, 341 products", source: "sharma2025", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean MTG per use." },
    Cited { id: "observed_mitragynine.per_use_median", value: 25.4, unit: "mg", range: Some((2.0, 205.9)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "357 US adults reporting in daily life, 341 products", source: "sharma2025", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median MTG per use." },
    Cited { id: "occupancy.buprenorphine_sixteen_mg", value: 80.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people given buprenorphine", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Share of mu-opioid receptors occupied at 16 mg a day." },
    Cited { id: "occupancy.buprenorphine_thirty_two_mg", value: 84.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people given buprenorphine", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Share of mu-opioid receptors occupied at 32 mg a day." },
    Cited { id: "occupancy.buprenorphine_two_mg", value: 41.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people given buprenorphine", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Share of mu-opioid receptors occupied at 2 mg a day." },
    Cited { id: "occupancy.sert_usual_minimum", value: 80.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people taking antidepressants", source: "sert_meta2021", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share of the transporter occupied at the usual lowest dose. Carrying this over to kratom is reasoning, not evidence." },
    Cited { id: "opioid_offset_half_life.mouse", value: 17.4, unit: "d", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "mice, several opioids", source: "cox1975", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Slow part of the return." },
    Cited { id: "opioid_offset_half_life.rat", value: 13.2, unit: "d", range: Some((12.67, 13.73)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "rats, several opioids", source: "cox1975", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Slow part of the return, whatever opioid or regimen." },
    Cited { id: "opioid_tolerance_left_at", value: 72.0, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "animals after a six-day infusion", source: "jpet1978", grade: Grade::D, rests_on: &[], used_by: "", gap: None, note: "Tolerance still found this long after the end." },
    Cited { id: "parameter.b0", value: 2.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "an adult; spread between people", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Score without any withdrawal. Half-normal between people with standard deviation 3, not lognormal. Estimated per person." },
    Cited { id: "parameter.b0_half_normal_sd", value: 3.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "an adult; spread between people", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Standard deviation of that half-normal." },
    Cited { id: "parameter.beta_f", value: 0.63, unit: "-", range: None, range_is: None, log_sd: Some(0.15), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["withdrawal_score.survey_mean", "withdrawal_score.before_dose"], used_by: "pharm", gap: None, note: "Gain of the fast opponent; together with the slow one at most 0.95." },
    Cited { id: "parameter.beta_s", value: 0.1, unit: "-", range: None, range_is: None, log_sd: Some(0.5), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["withdrawal_score.survey_mean"], used_by: "pharm", gap: None, note: "Gain of the slow opponent." },
    Cited { id: "parameter.cl", value: 44.4, unit: "L/h", range: None, range_is: None, log_sd: Some(0.45), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["mtg_clearance.trakulsrichai2015", "mtg_clearance.tanna2022", "mtg_cmax.huestis2026_low_day1", "mtg_cmax.huestis2026_middle_day1", "mtg_cmax.huestis2026_high_day1"], used_by: "pharm", gap: Some("Both studies report more: the five tea drinkers two to seven times as much. The fit follows the three groups of the 2026 extract study, whose peaks per milligram are four times those of the tea study; the between-studies width stands for the rest."), note: "Apparent clearance. The width is between people; between studies it is far wider, see the next row." },
    Cited { id: "parameter.cl_between_studies_log_sd", value: 0.8, unit: "log_sd", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Judgement, population: "between studies and products", source: "ebb_judgement", grade: Grade::J, rests_on: &["mtg_cmax_per_mg.tanna2022", "mtg_cmax_per_mg.huestis2026"], used_by: "pharm", gap: None, note: "To be used instead of the between-people width when nothing of a person's product is known." },
    Cited { id: "parameter.duration_floor_h", value: 0.25, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Convention, population: "nobody: a convention", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Added to felt durations, reported and computed, before their logarithm is taken, so that a dose that was not felt has one too." },
    Cited { id: "parameter.ec50", value: 360.0, unit: "ng/mL", range: None, range_is: None, log_sd: Some(0.5), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["felt_rating.peak", "observed_dose.morning_mean"], used_by: "pharm", gap: None, note: "MTG equivalents for half the signal without adaptation; tuned so that a first 3 g of leaf rates about 6 of 10. Estimated per person." },
    Cited { id: "parameter.f7", value: 0.3, unit: "-", range: None, range_is: None, log_sd: Some(0.8), kind: Kind::Prior, basis: Basis::Assumption, population: "an adult; spread between people", source: "ebb_judgement", grade: Grade::J, rests_on: &["felt_duration.seven_oh"], used_by: "pharm", gap: None, note: "Availability of swallowed 7-OH against 7-OH formed in the body. No human data on isolated 7-OH: with 1.0 the engine gives about 10 h of effect from 15 mg where users say 1.5 to 3 h." },
    Cited { id: "parameter.fp", value: 0.0717, unit: "mg/mg", range: None, range_is: None, log_sd: Some(0.4), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["seven_oh_ratio.huestis2024_single", "seven_oh_ratio.huestis2024_multiple", "seven_oh_ratio.tanna2022_auc"], used_by: "pharm", gap: None, note: "7-OH appearing on the first pass per mg MTG absorbed, at the nominal volume V7. It already holds the leaf's own traces of 7-OH; never add those again." },
    Cited { id: "parameter.fs", value: 0.0164, unit: "mg/mg", range: None, range_is: None, log_sd: Some(0.4), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["seven_oh_ratio.huestis2024_single", "seven_oh_ratio.huestis2024_multiple"], used_by: "pharm", gap: None, note: "7-OH formed per mg MTG cleared later, at the nominal volume V7." },
    Cited { id: "parameter.g", value: 1.7, unit: "-", range: None, range_is: None, log_sd: Some(0.15), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["felt_duration.leaf"], used_by: "pharm", gap: None, note: "Slope of the signal; tuned to 2 to 6 h of felt effect." },
    Cited { id: "parameter.k7", value: 0.161, unit: "1/h", range: None, range_is: None, log_sd: Some(0.3), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["seven_oh_rate.tanna2022", "seven_oh_rate.huestis2024_single", "seven_oh_half_life.huestis2024_single", "seven_oh_half_life.tanna2022"], used_by: "pharm", gap: None, note: "Elimination of 7-OH; half-life 4.3 h." },
    Cited { id: "parameter.ka", value: 3.3, unit: "1/h", range: None, range_is: None, log_sd: Some(0.4), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["mtg_tmax.huestis2024_single", "mtg_tmax.huestis2026", "mtg_tmax.tanna2022"], used_by: "pharm", gap: None, note: "Each of two equal absorption steps; fitted to times of the peak." },
    Cited { id: "parameter.ka7", value: 3.0, unit: "1/h", range: None, range_is: None, log_sd: Some(0.5), kind: Kind::Prior, basis: Basis::Assumption, population: "an adult; spread between people", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Each of two absorption steps of a swallowed 7-OH product." },
    Cited { id: "parameter.ke", value: 0.4, unit: "-", range: None, range_is: None, log_sd: Some(0.25), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["felt_rating.peak"], used_by: "pharm", gap: None, note: "Signal units that make 6.3 of 10 on the felt scale. Estimated per person. The felt scale is for inference and never a goal." },
    Cited { id: "parameter.kw", value: 0.27, unit: "-", range: None, range_is: None, log_sd: Some(0.35), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["withdrawal_score.survey_mean"], used_by: "pharm", gap: None, note: "Signal units of deficit that make 40 of 64 points. Estimated per person." },
    Cited { id: "parameter.mtg_distribution_half_life", value: 1.23, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["parameter.cl", "parameter.q", "parameter.v1", "parameter.v2"], used_by: "docs", gap: None, note: "Not set but following from the rows above: the fast fall after the peak." },
    Cited { id: "parameter.mtg_half_life", value: 42.0, unit: "h", range: None, range_is: None, log_sd: Some(0.45), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["mtg_half_life.tanna2022", "mtg_half_life.huestis2024_single", "mtg_half_life.huestis2024_multiple", "mtg_half_life.trakulsrichai2015"], used_by: "docs", gap: Some("The short end of the Trakulsrichai study comes from sampling for 24 h only."), note: "Not set but following from the rows above: terminal half-life." },
    Cited { id: "parameter.potency_log_sd", value: 0.7, unit: "log_sd", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Judgement, population: "an adult; spread between people", source: "ebb_judgement", grade: Grade::J, rests_on: &["mtg_potency.between_studies_log_sd"], used_by: "pharm", gap: None, note: "Width of the one scale on EC50 and availability that is estimated per person." },
    Cited { id: "parameter.q", value: 66.0, unit: "L/h", range: None, range_is: None, log_sd: Some(0.4), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["mtg_cmax.huestis2026_middle_day1"], used_by: "pharm", gap: None, note: "Apparent flow between the two volumes." },
    Cited { id: "parameter.rho", value: 5.0, unit: "-", range: None, range_is: None, log_sd: Some(0.7), kind: Kind::Prior, basis: Basis::Judgement, population: "an adult; spread between people", source: "ebb_judgement", grade: Grade::J, rests_on: &["potency_ratio.kruegel2016", "potency_ratio.obeng2020"], used_by: "pharm", gap: Some("The binding ratio of 22 lies just outside: binding is not effect, and it is halved for brain entry."), note: "ng/mL of MTG that one ng/mL of 7-OH stands for. Dish figures, halved because 7-OH is remembered to enter the mouse brain less well." },
    Cited { id: "parameter.sigma_dur", value: 0.35, unit: "log_sd", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "one rating", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Spread of one felt-duration report, natural logarithm of hours." },
    Cited { id: "parameter.sigma_e", value: 1.3, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "one rating", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Standard deviation of one felt-effect rating, on 0 to 10." },
    Cited { id: "parameter.sigma_w_base", value: 3.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "one rating", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Standard deviation of one withdrawal score of nought, on 0 to 64." },
    Cited { id: "parameter.sigma_w_slope", value: 0.15, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "one rating", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Added standard deviation per point of the withdrawal score." },
    Cited { id: "parameter.slip_share", value: 0.05, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Assumption, population: "one rating", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Share of reports that have nothing to do with what they are about: a slip of the finger, the wrong line or day. Nobody has counted them." },
    Cited { id: "parameter.t_half_d", value: 8.0, unit: "h", range: None, range_is: None, log_sd: Some(0.4), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["withdrawal_onset.tertiary", "withdrawal_score.before_dose"], used_by: "pharm", gap: None, note: "Half-life of the build-up of withdrawal." },
    Cited { id: "parameter.t_half_f", value: 30.0, unit: "h", range: None, range_is: None, log_sd: Some(0.35), kind: Kind::Prior, basis: Basis::CarriedOver, population: "rats, carried over to an adult", source: "ekblom1993", grade: Grade::D, rests_on: &["morphine_tolerance_half_life.rat"], used_by: "pharm", gap: None, note: "Half-life of fast adaptation. Rats on morphine: 26 h with a standard deviation of 6, rounded up; nobody has measured it in people." },
    Cited { id: "parameter.t_half_s", value: 336.0, unit: "h", range: None, range_is: None, log_sd: Some(0.5), kind: Kind::Prior, basis: Basis::CarriedOver, population: "rats and mice, carried over to an adult", source: "cox1975", grade: Grade::D, rests_on: &["opioid_offset_half_life.rat", "opioid_offset_half_life.mouse"], used_by: "pharm", gap: None, note: "Half-life of slow adaptation, 14 days. Rats 13.2 days, mice 17.4; nobody has measured it in people." },
    Cited { id: "parameter.tau_f", value: 1.1, unit: "-", range: None, range_is: None, log_sd: Some(0.5), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["felt_raised_dose", "felt_rating.peak"], used_by: "pharm", gap: None, note: "Gain of the fast potency shift. No single fact sets it: it trades off against EC50 and the slow gain." },
    Cited { id: "parameter.tau_s", value: 2.4, unit: "-", range: None, range_is: None, log_sd: Some(0.5), kind: Kind::Prior, basis: Basis::Calibrated, population: "an adult; spread between people", source: "ebb_calibration", grade: Grade::F, rests_on: &["felt_raised_dose", "felt_rating.peak"], used_by: "pharm", gap: None, note: "Gain of the slow potency shift. No single fact sets it: it trades off against EC50 and the fast gain." },
    Cited { id: "parameter.theta_e", value: 2.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Convention, population: "nobody: a convention", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Felt means at least this much, on 0 to 10." },
    Cited { id: "parameter.v1", value: 206.0, unit: "L", range: None, range_is: None, log_sd: Some(0.35), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["mtg_cmax.huestis2026_middle_day1"], used_by: "pharm", gap: None, note: "Apparent central volume." },
    Cited { id: "parameter.v2", value: 1533.0, unit: "L", range: None, range_is: None, log_sd: Some(0.45), kind: Kind::Prior, basis: Basis::Fitted, population: "an adult; spread between people", source: "ebb_fit", grade: Grade::F, rests_on: &["mtg_volume.trakulsrichai2015", "mtg_volume.tanna2022"], used_by: "pharm", gap: Some("The published figures are terminal volumes, which are larger than this compartment by construction; the five tea drinkers' 12,700 L goes with their high clearance."), note: "Apparent outer volume; makes a terminal volume of 2,690 L." },
    Cited { id: "parameter.v7", value: 100.0, unit: "L", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Convention, population: "nobody: a convention", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm", gap: None, note: "Nominal: only ratios to fp and fs can be known, so it is fixed." },
    Cited { id: "paynantheine_auc.tanna2022", value: 438.0, unit: "nM*h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median exposure to paynantheine." },
    Cited { id: "paynantheine_cmax.tanna2022", value: 61.1, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median peak of paynantheine." },
    Cited { id: "paynantheine_half_life.tanna2022", value: 27.0, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median half-life of paynantheine." },
    Cited { id: "potency_ratio.kruegel2016", value: 9.8, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "339 over 34.5 nM: 7-OH against MTG." },
    Cited { id: "potency_ratio.obeng2020", value: 22.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "161 over 7.16 nM: 7-OH against MTG." },
    Cited { id: "prison_release_risk", value: 2.0, unit: "wk", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "people leaving prison", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered: deaths are most frequent in the first two weeks, when tolerance is gone." },
    Cited { id: "pseudoindoxyl_ki.varadi2016", value: 0.8, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Semi-synthetic products." },
    Cited { id: "pupil_below_baseline", value: 160.0, unit: "min", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Still smaller than at the start after this long." },
    Cited { id: "pupil_change", value: -0.7, unit: "mm", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Largest change, at 40 to 80 minutes." },
    Cited { id: "receptor_recovery", value: 25.0, unit: "min", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "brain slices", source: "dang2004", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Receptors answer again within this time; not fully after long morphine." },
    Cited { id: "sds.cocaine_cut_off", value: 4.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "people using cocaine", source: "sds_cocaine2009", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "From this score." },
    Cited { id: "sds.greatest", value: 15.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "several drugs, not kratom", source: "sds_page", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Greatest score." },
    Cited { id: "sds.heroin_cut_off", value: 3.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "people using heroin", source: "sds_cocaine2009", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "From this score." },
    Cited { id: "sds.items", value: 5.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "several drugs, not kratom", source: "sds_page", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Five questions scored 0 to 3." },
    Cited { id: "sds.sedatives_cut_off", value: 5.5, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "older adults using sedatives", source: "cheng2019", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "From this score." },
    Cited { id: "seven_oh_auc.tanna2022", value: 106.0, unit: "nM*h", range: Some((60.8, 126.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median." },
    Cited { id: "seven_oh_cases.stabilized", value: 88.9, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "nine people, 7-OH", source: "web_guide_7oh", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "Eight of nine settled on buprenorphine." },
    Cited { id: "seven_oh_cmax.huestis2026_high_day1", value: 30.5, unit: "ng/mL", range: Some((18.3, 42.7)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak after the first dose of this group." },
    Cited { id: "seven_oh_cmax.huestis2026_low_day1", value: 6.8, unit: "ng/mL", range: Some((4.1, 9.5)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak after the first dose of this group." },
    Cited { id: "seven_oh_cmax.huestis2026_middle_day1", value: 13.7, unit: "ng/mL", range: Some((10.4, 17.0)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "adults given an extract of 39.5 % MTG, one dose and then 15 daily doses", source: "huestis2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Mean peak after the first dose of this group." },
    Cited { id: "seven_oh_cmax.mongar2024", value: 12.8, unit: "ng/mL", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "12 healthy Thai men, tea with 23.6 mg MTG", source: "mongar2024", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered." },
    Cited { id: "seven_oh_cmax.tanna2022", value: 6.7, unit: "ng/mL", range: Some((4.93, 9.2)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median; printed as 16.1 nM (11.9-22.2)." },
    Cited { id: "seven_oh_ec50.gtpgs", value: 43.0, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Second assay; morphine in the same one needed 125 nM." },
    Cited { id: "seven_oh_ec50.kruegel2016", value: 34.5, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "BRET assay." },
    Cited { id: "seven_oh_emax.kruegel2016", value: 47.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "As remembered." },
    Cited { id: "seven_oh_emax.obeng2021", value: 41.3, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "obeng2021", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Second assay: a partial agonist." },
    Cited { id: "seven_oh_half_life.huestis2024_multiple", value: 24.7, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Highest of the group means on repeated doses; probably the tail of the parent showing through." },
    Cited { id: "seven_oh_half_life.huestis2024_single", value: 4.7, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Highest of the group means after one dose." },
    Cited { id: "seven_oh_half_life.tanna2022", value: 5.67, unit: "h", range: Some((5.03, 6.52)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median." },
    Cited { id: "seven_oh_ki.guinea_pig", value: 42.0, unit: "nM", range: Some((37.0, 47.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "guinea pig tissue", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Two older assays." },
    Cited { id: "seven_oh_ki.obeng2020", value: 7.16, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "By somebody else's summary of a 2020 assay." },
    Cited { id: "seven_oh_ki.obeng2021", value: 77.9, unit: "nM", range: Some((45.8, 152.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "Ordering warning as for MTG: the interval quoted from the paper's body belongs to 7-OH." },
    Cited { id: "seven_oh_ki.second_assay", value: 15.1, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "By somebody else's summary of a second assay." },
    Cited { id: "seven_oh_molar_mass", value: 414.5, unit: "g/mol", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "the molecule", source: "encyclopedia_7oh", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "1 nM is 0.4145 ng/mL." },
    Cited { id: "seven_oh_rate.huestis2024_single", value: 0.147, unit: "1/h", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Calculated, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "ln 2 over the highest mean half-life after one dose." },
    Cited { id: "seven_oh_rate.tanna2022", value: 0.122, unit: "1/h", range: Some((0.106, 0.138)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "ln 2 over the half-life." },
    Cited { id: "seven_oh_ratio.huestis2024_multiple", value: 0.18, unit: "-", range: Some((0.15, 0.21)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "7-OH over MTG on repeated doses." },
    Cited { id: "seven_oh_ratio.huestis2024_single", value: 0.255, unit: "-", range: Some((0.2, 0.31)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "7-OH over MTG after one dose." },
    Cited { id: "seven_oh_ratio.tanna2022_auc", value: 0.25, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "106 over 420 nM.h." },
    Cited { id: "seven_oh_retail.content", value: 48.5, unit: "mg/g", range: Some((22.0, 75.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "7-OH products on sale", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "By label or report." },
    Cited { id: "seven_oh_retail.per_serving", value: 350.5, unit: "mg", range: Some((1.0, 700.0)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "250 products on sale", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Listed 7-OH per serving." },
    Cited { id: "seven_oh_retail.semi_synthetic", value: 98.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "7-OH products on sale", source: "web_guide_7oh", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "More than this share is made from MTG and not from leaf; labels are often wrong." },
    Cited { id: "seven_oh_steady_state.huestis2024", value: 7.0, unit: "d", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Reached within this many days of daily dosing." },
    Cited { id: "seven_oh_tablet", value: 15.0, unit: "mg", range: Some((5.0, 30.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "7-OH per tablet, by labels", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "core: amounts, diary only", gap: None, note: "Labels are often wrong, and servings of up to 700 mg are listed. Diary only: there is no human data to forecast from." },
    Cited { id: "seven_oh_tmax.huestis2024_multiple", value: 1.65, unit: "h", range: Some((1.3, 2.0)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Medians of the dose groups on repeated doses." },
    Cited { id: "seven_oh_tmax.huestis2024_single", value: 1.5, unit: "h", range: Some((1.2, 1.8)), range_is: Some(RangeIs::Observed), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "healthy adults, leaf in capsules, randomized and placebo-controlled", source: "huestis2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Medians of the dose groups after one dose." },
    Cited { id: "seven_oh_tmax.tanna2022", value: 1.0, unit: "h", range: Some((0.75, 2.5)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median." },
    Cited { id: "speciociliatine_auc.tanna2022", value: 5120.0, unit: "nM*h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median exposure to speciociliatine." },
    Cited { id: "speciociliatine_clearance.tanna2022", value: 5.0, unit: "L/h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median: exposure far above that of MTG although the tea holds less of it." },
    Cited { id: "speciociliatine_cmax.tanna2022", value: 308.0, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median peak of speciociliatine." },
    Cited { id: "speciociliatine_half_life.tanna2022", value: 12.3, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median half-life of speciociliatine." },
    Cited { id: "speciociliatine_ki", value: 54.5, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "human mu-opioid receptor in cells", source: "quitting7oh2026", grade: Grade::E, rests_on: &[], used_by: "", gap: None, note: "High plasma exposure from leaf." },
    Cited { id: "speciogynine_auc.tanna2022", value: 477.0, unit: "nM*h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median exposure to speciogynine." },
    Cited { id: "speciogynine_cmax.tanna2022", value: 51.4, unit: "nM", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median peak of speciogynine." },
    Cited { id: "speciogynine_half_life.tanna2022", value: 23.5, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "5 healthy adults, one tea made from 2 g of leaf", source: "tanna2023_table", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Median half-life of speciogynine." },
    Cited { id: "tablespoon.grams", value: 6.5, unit: "g", range: Some((6.0, 7.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "level tablespoon of powder, sellers' pages", source: "seller_unit_pages", grade: Grade::C, rests_on: &[], used_by: "core: amounts", gap: None, note: "Middle of what is quoted." },
    Cited { id: "taper.after_short_use", value: 10.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people on prescribed opioids", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Per week after shorter use, as remembered." },
    Cited { id: "taper.cdc_step", value: 10.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "people on prescribed opioids, guidance", source: "cdc2022", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Per month or slower after a year or more; slower still at low doses." },
    Cited { id: "taper.community_last_dose", value: 1.5, unit: "g", range: Some((1.0, 2.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "users' own accounts", source: "quitting7oh2026", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "A day before stopping altogether; the last grams are told to be the hardest." },
    Cited { id: "taper.community_step", value: 0.75, unit: "g", range: Some((0.5, 1.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "users' own accounts", source: "quitting7oh2026", grade: Grade::C, rests_on: &[], used_by: "", gap: None, note: "Off each dose every 3 to 5 days." },
    Cited { id: "taper.default_step", value: 10.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Judgement, population: "per week, of the current amount", source: "ebb_judgement", grade: Grade::J, rests_on: &["taper.hhs_step", "taper.after_short_use"], used_by: "core: courses", gap: None, note: "Default ceiling for a plan." },
    Cited { id: "taper.hard_cap", value: 25.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Judgement, population: "per week, of the current amount", source: "ebb_judgement", grade: Grade::J, rests_on: &["taper.tertiary_step"], used_by: "core: courses", gap: None, note: "Never faster without a clinician's plan stated by the person." },
    Cited { id: "taper.hhs_step", value: 12.5, unit: "%", range: Some((5.0, 20.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people on prescribed opioids, guidance", source: "hhs2019", grade: Grade::A, rests_on: &[], used_by: "web: where the steps begin", gap: None, note: "Per four weeks, common; 10 % a month or slower after more than a year." },
    Cited { id: "taper.plan_percentile", value: 85.0, unit: "%", range: Some((80.0, 90.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Judgement, population: "of the person's own band", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "pharm: taper limits", gap: None, note: "A plan is checked against this part of the band and not the middle, because the model is too kind to tapers." },
    Cited { id: "taper.seven_days_end", value: 44.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people given buprenorphine and tapered", source: "ling2009", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Free of opioids at the end of a 7-day taper." },
    Cited { id: "taper.seven_days_three_months", value: 12.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people given buprenorphine and tapered", source: "ling2009", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Free of opioids three months after the 7-day taper." },
    Cited { id: "taper.tertiary_step", value: 25.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "tertiary page", source: "tertiary_362381", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Per week over 4 to 6 weeks: no source of its own." },
    Cited { id: "taper.twenty_eight_days_end", value: 30.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people given buprenorphine and tapered", source: "ling2009", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Free of opioids at the end of a 28-day taper." },
    Cited { id: "taper.twenty_eight_days_three_months", value: 13.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people given buprenorphine and tapered", source: "ling2009", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Free of opioids three months after the 28-day taper: the difference was gone." },
    Cited { id: "teaspoon.grams", value: 2.3, unit: "g", range: Some((2.0, 2.5)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "level teaspoon of powder, sellers' pages", source: "seller_unit_pages", grade: Grade::C, rests_on: &[], used_by: "core: amounts", gap: None, note: "Fluffy and packed powder differ." },
    Cited { id: "teaspoon_crushed_leaf.grams", value: 0.9, unit: "g", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "level teaspoon of crushed leaf, sellers' pages", source: "seller_unit_pages", grade: Grade::C, rests_on: &[], used_by: "core: amounts", gap: None, note: "About this much." },
    Cited { id: "tolerance_reset.tertiary", value: 5.0, unit: "d", range: Some((3.0, 7.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people, tertiary page", source: "tertiary_413409", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Claimed time to full return. Another page of the same site says weeks to months, so neither is shown alone." },
    Cited { id: "urge_timer.length", value: 15.0, unit: "min", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Convention, population: "anyone waiting for an urge to pass", source: "ebb_judgement", grade: Grade::J, rests_on: &[], used_by: "web: urge timer", gap: None, note: "A stretch that can be waited through. It is no claim about how long an urge lasts: nobody measured that for kratom." },
    Cited { id: "us2017.adverse_effects", value: 33.3, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Calculated, population: "2,798 US adults who use kratom, survey", source: "garciaromeu2020", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "A third had some: mild, a day at most." },
    Cited { id: "us2017.sought_treatment", value: 0.6, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "2,798 US adults who use kratom, survey", source: "garciaromeu2020", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share." },
    Cited { id: "us2017.use_disorder", value: 2.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "2,798 US adults who use kratom, survey", source: "garciaromeu2020", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Past-year moderate or severe." },
    Cited { id: "us2021.use_disorder_current", value: 29.5, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "129 US adults who use kratom, 2021", source: "smith2022_use_disorder", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Kratom use disorder: have it." },
    Cited { id: "us2021.use_disorder_mild", value: 14.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "129 US adults who use kratom, 2021", source: "smith2022_use_disorder", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Kratom use disorder: have it, mild." },
    Cited { id: "us2021.use_disorder_moderate", value: 7.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "129 US adults who use kratom, 2021", source: "smith2022_use_disorder", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Kratom use disorder: have it, moderate." },
    Cited { id: "us2021.use_disorder_never", value: 52.7, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "129 US adults who use kratom, 2021", source: "smith2022_use_disorder", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Kratom use disorder: never had it." },
    Cited { id: "us2021.use_disorder_remitted", value: 17.8, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "129 US adults who use kratom, 2021", source: "smith2022_use_disorder", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Kratom use disorder: had it before." },
    Cited { id: "us2021.use_disorder_severe", value: 8.5, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "129 US adults who use kratom, 2021", source: "smith2022_use_disorder", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Kratom use disorder: have it, severe." },
    Cited { id: "us2022.mild_or_moderate", value: 80.7, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "395 US adults who use kratom, 2022", source: "rogers2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Use disorder counts that are mild or moderate. How often mattered more than how much; men more than women." },
    Cited { id: "us2022.years_of_use", value: 5.7, unit: "a", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "395 US adults who use kratom, 2022", source: "rogers2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean." },
    Cited { id: "us2023.other_disorder_odds", value: 2.83, unit: "-", range: Some((2.19, 3.67)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "2,061 US adults who use kratom, 2023", source: "hill2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Odds ratio with another substance use disorder." },
    Cited { id: "us2023.tolerance", value: 81.3, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "2,061 US adults who use kratom, 2023", source: "hill2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share of those with a use disorder." },
    Cited { id: "us2023.use_disorder", value: 25.5, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "2,061 US adults who use kratom, 2023", source: "hill2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share." },
    Cited { id: "us2023.withdrawal", value: 68.0, unit: "%", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "2,061 US adults who use kratom, 2023", source: "hill2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Share of those with a use disorder." },
    Cited { id: "us_daily_life.events", value: 13401.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "357 US adults reporting in daily life", source: "smith2024_daily_life", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Uses recorded. Mostly satisfied, dependence mostly mild; a convenience sample." },
    Cited { id: "use_disorder.criteria", value: 11.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "any substance", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Criteria counted over twelve months, as remembered; widely known, yet to be checked." },
    Cited { id: "use_disorder.mild", value: 2.5, unit: "-", range: Some((2.0, 3.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "any substance", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Criteria met, called mild, as remembered." },
    Cited { id: "use_disorder.moderate", value: 4.5, unit: "-", range: Some((4.0, 5.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "any substance", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Criteria met, called moderate, as remembered." },
    Cited { id: "use_disorder.severe", value: 6.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "any substance", source: "memory_general", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Criteria met, called severe, as remembered: this many or more." },
    Cited { id: "withdrawal_length.most", value: 2.0, unit: "d", range: Some((1.0, 3.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people, secondary sources", source: "tertiary_tree", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Most of it; some complaints linger for weeks." },
    Cited { id: "withdrawal_length.some", value: 5.5, unit: "d", range: Some((4.0, 7.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people, secondary sources", source: "tertiary_tree", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "For some people. Two secondary sources are behind the onset and the lengths." },
    Cited { id: "withdrawal_onset.reviews", value: 30.0, unit: "h", range: Some((12.0, 48.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people, as remembered from two reviews", source: "stanciu2019", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "Hours after the last dose." },
    Cited { id: "withdrawal_onset.tertiary", value: 9.0, unit: "h", range: Some((6.0, 12.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people, secondary sources", source: "tertiary_tree", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Hours after the last dose." },
    Cited { id: "withdrawal_peak.tertiary", value: 96.0, unit: "h", range: None, range_is: None, log_sd: None, kind: Kind::Upper, basis: Basis::Seen, population: "people, one tertiary page", source: "tertiary_tree", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Says day 3 to 4; Ebb's own curve peaks earlier, and its band reaches this far." },
    Cited { id: "withdrawal_risk.grams_per_day", value: 10.0, unit: "g", range: Some((5.0, 15.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people, tertiary page", source: "tertiary_362381", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Daily amount named as the range in which dependence is seen." },
    Cited { id: "withdrawal_risk.grams_per_dose", value: 5.0, unit: "g", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "people, as remembered", source: "grundmann2017", grade: Grade::M, rests_on: &[], used_by: "", gap: None, note: "More than this, more than three times a day, predicts more withdrawal." },
    Cited { id: "withdrawal_risk.twice_daily_grams", value: 3.0, unit: "g", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "people, tertiary page", source: "tertiary_tree", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "More than this twice a day." },
    Cited { id: "withdrawal_scale_clinical.greatest", value: 48.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people in opiate withdrawal", source: "wesson2003", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Eleven signs that need an observer." },
    Cited { id: "withdrawal_scale_clinical.mild", value: 8.5, unit: "points", range: Some((5.0, 12.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people in opiate withdrawal", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Called mild." },
    Cited { id: "withdrawal_scale_clinical.moderate", value: 18.5, unit: "points", range: Some((13.0, 24.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people in opiate withdrawal", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Called moderate." },
    Cited { id: "withdrawal_scale_clinical.moderately_severe", value: 30.5, unit: "points", range: Some((25.0, 36.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people in opiate withdrawal", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Called moderately severe; above it severe." },
    Cited { id: "withdrawal_scale_sixteen.greatest", value: 64.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people in opiate withdrawal", source: "sows_pages", grade: Grade::A, rests_on: &[], used_by: "pharm: withdrawal scale", gap: None, note: "Greatest score." },
    Cited { id: "withdrawal_scale_sixteen.induction", value: 17.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Lower, basis: Basis::Seen, population: "people starting buprenorphine", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "", gap: None, note: "Guidance waits for at least this score." },
    Cited { id: "withdrawal_scale_sixteen.items", value: 16.0, unit: "-", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people in opiate withdrawal", source: "sows_pages", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Sixteen symptoms scored 0 to 4." },
    Cited { id: "withdrawal_scale_sixteen.mild", value: 5.5, unit: "points", range: Some((1.0, 10.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people in opiate withdrawal", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "core: check-ins", gap: None, note: "Commonly called mild." },
    Cited { id: "withdrawal_scale_sixteen.moderate", value: 15.5, unit: "points", range: Some((11.0, 20.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people in opiate withdrawal", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "core: check-ins", gap: None, note: "Commonly called moderate." },
    Cited { id: "withdrawal_scale_sixteen.severe", value: 25.5, unit: "points", range: Some((21.0, 30.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "people in opiate withdrawal", source: "quitting7oh2026", grade: Grade::B, rests_on: &[], used_by: "core: check-ins", gap: None, note: "Commonly called severe; higher scores as well." },
    Cited { id: "withdrawal_scale_ten.greatest", value: 30.0, unit: "points", range: None, range_is: None, log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "people in opiate withdrawal", source: "gossop1990", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Ten symptoms scored 0 to 3; no official bands." },
    Cited { id: "withdrawal_score.before_dose", value: 5.5, unit: "points", range: Some((2.2, 8.8)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean before the morning dose." },
    Cited { id: "withdrawal_score.relief", value: 3.45, unit: "points", range: Some((2.9, 4.0)), range_is: Some(RangeIs::Quoted), log_sd: None, kind: Kind::Range, basis: Basis::Seen, population: "10 adults watched after their own morning dose", source: "smith2024_observed", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Fall after the dose." },
    Cited { id: "withdrawal_score.survey_mean", value: 13.5, unit: "points", range: Some((1.6, 25.4)), range_is: Some(RangeIs::OneSd), log_sd: None, kind: Kind::Point, basis: Basis::Seen, population: "395 US adults who use kratom", source: "rogers2024", grade: Grade::A, rests_on: &[], used_by: "", gap: None, note: "Mean on the 16-item scale." },
];

pub(crate) static SOURCES: [Source; 91] = [
    Source { id: "breathing_mouse2022", citation: "British Journal of Pharmacology 2022: breathing under mitragynine levels off in mice, under 7-OH it does not. The ceiling must not be promised for 7-OH products.", doi: None, pmc: Some("PMC9314834"), read_at: None, population: "mice", read: Read::Primary, grade: Grade::D, background: true },
    Source { id: "brogdon2022", citation: "Brogdon 2022: case with venlafaxine and quetiapine.", doi: None, pmc: None, read_at: None, population: "one person", read: Read::Primary, grade: Grade::C, background: true },
    Source { id: "brooks2022", citation: "Brooks 2022: serotonin syndrome.", doi: None, pmc: None, read_at: None, population: "published cases", read: Read::Primary, grade: Grade::C, background: false },
    Source { id: "cdc2022", citation: "US guideline 2022 on prescribed opioids, as quoted on two pages.", doi: None, pmc: None, read_at: None, population: "people on prescribed opioids", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "cheng2019", citation: "Cheng and others 2019: cut-off of that scale for sedatives in older people.", doi: None, pmc: Some("PMC6591833"), read_at: None, population: "older adults", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "compton2004", citation: "Compton and others 2004, Pharmacology Biochemistry and Behavior 77:263.", doi: None, pmc: None, read_at: None, population: "people given one dose of morphine", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "content_page", citation: "A web page on leaf content, quoting a 2022 study of wild Thai leaf and surveys of products.", doi: None, pmc: None, read_at: None, population: "leaf and products", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "cox1975", citation: "Cox and others 1975, British Journal of Pharmacology. Abstract.", doi: None, pmc: None, read_at: None, population: "rats and mice given opioids", read: Read::Primary, grade: Grade::D, background: false },
    Source { id: "dang2004", citation: "Dang and Williams 2004 and 2005: desensitization and recovery of receptors.", doi: None, pmc: None, read_at: None, population: "brain slices", read: Read::Primary, grade: Grade::E, background: false },
    Source { id: "detections_page", citation: "An advocacy page listing deaths with mitragynine detected.", doi: None, pmc: None, read_at: None, population: "US deaths", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "dog_study", citation: "Mitragynine by mouth and by vein in dogs. Abstract as reprinted on a news page.", doi: None, pmc: None, read_at: None, population: "dogs", read: Read::Primary, grade: Grade::D, background: false },
    Source { id: "ebb_calibration", citation: "Ebb's own tuning of effect, adaptation and withdrawal to a few published facts. Agreement with them is by construction; only diaries can test it.", doi: None, pmc: None, read_at: None, population: "published summary figures", read: Read::Own, grade: Grade::F, background: false },
    Source { id: "ebb_fit", citation: "Ebb's own fit of the kinetic model to the published summary figures. Full tables of the trials were not at hand.", doi: None, pmc: None, read_at: None, population: "published summary figures", read: Read::Own, grade: Grade::F, background: false },
    Source { id: "ebb_judgement", citation: "Ebb's own judgement, assumption or convention, said openly.", doi: None, pmc: None, read_at: None, population: "none", read: Read::Own, grade: Grade::J, background: false },
    Source { id: "ekblom1993", citation: "Ekblom and others 1993, Journal of Pharmacology and Experimental Therapeutics 266:244. Abstract.", doi: None, pmc: None, read_at: None, population: "rats given morphine", read: Read::Primary, grade: Grade::D, background: false },
    Source { id: "encyclopedia_7oh", citation: "An encyclopedia page on 7-hydroxymitragynine.", doi: None, pmc: None, read_at: None, population: "the molecule", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "fda_pilot_report", citation: "Trade news of September 2024 on a US agency's pilot study of single doses.", doi: None, pmc: None, read_at: None, population: "40 adults", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "feedback_models", citation: "Feedback models of tolerance and rebound.", doi: None, pmc: None, read_at: Some("PMID 18446507"), population: "theory", read: Read::Primary, grade: Grade::D, background: true },
    Source { id: "galbisreig2016", citation: "Galbis-Reig 2016, Wisconsin Medical Journal: one severe case with an extract, eased by clonidine and hydroxyzine.", doi: None, pmc: None, read_at: None, population: "one person", read: Read::Primary, grade: Grade::C, background: true },
    Source { id: "garciaromeu2020", citation: "Garcia-Romeu and others 2020: survey.", doi: None, pmc: Some("PMC7423016"), read_at: None, population: "2,798 US adults who use kratom", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "gardmark1999", citation: "Gardmark and others 1999, Clinical Pharmacokinetics 36:145: seven models of tolerance, any data set fitted by at least two.", doi: None, pmc: None, read_at: None, population: "rats given morphine", read: Read::Primary, grade: Grade::D, background: true },
    Source { id: "gossop1990", citation: "Gossop 1990: short opiate withdrawal scale. Abstract.", doi: None, pmc: None, read_at: None, population: "people in opiate withdrawal", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "grundmann2017", citation: "Grundmann 2017: survey. Not read.", doi: None, pmc: None, read_at: None, population: "US adults who use kratom", read: Read::Memory, grade: Grade::M, background: false },
    Source { id: "harun2020", citation: "Harun and others 2020.", doi: None, pmc: None, read_at: Some("eprints.ncl.ac.uk/262313"), population: "rats", read: Read::Primary, grade: Grade::D, background: false },
    Source { id: "helpline_pages", citation: "Pages of two UK services with their telephone numbers.", doi: None, pmc: None, read_at: None, population: "services", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "hhs2019", citation: "US Department of Health and Human Services 2019: guide on tapering prescribed opioids.", doi: None, pmc: None, read_at: None, population: "people on prescribed opioids", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "hill2024", citation: "Hill and others 2024, Journal of Addiction Medicine. Abstract.", doi: None, pmc: None, read_at: None, population: "2,061 US adults who use kratom", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "horowitz2019", citation: "Horowitz and Taylor 2019, Lancet Psychiatry: equal steps in effect need ever smaller steps in dose. About antidepressants.", doi: None, pmc: None, read_at: None, population: "people taking antidepressants", read: Read::Primary, grade: Grade::A, background: true },
    Source { id: "huestis2024", citation: "Huestis and others 2024, Molecules 29:984: trial of leaf in capsules, one dose and then 15 daily doses. Abstract only; no full table could be read.", doi: None, pmc: Some("PMC10934259"), read_at: Some("abstract in a citation index"), population: "healthy adults", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "huestis2026", citation: "Huestis and others 2026, PMID 42266029: trial of an extract, as transcribed in a public file on the compound.", doi: None, pmc: None, read_at: Some("PMID 42266029, second-hand"), population: "adults", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "hughes2018", citation: "Hughes 2018: death with quetiapine.", doi: None, pmc: None, read_at: None, population: "one person", read: Read::Primary, grade: Grade::C, background: true },
    Source { id: "johari2021", citation: "Johari and others 2021, Frontiers in Pharmacology, article 708019.", doi: None, pmc: None, read_at: None, population: "rats", read: Read::Primary, grade: Grade::D, background: false },
    Source { id: "jpet1978", citation: "Journal of Pharmacology and Experimental Therapeutics 1978, 205:556. Abstract.", doi: None, pmc: None, read_at: None, population: "animals given opioids", read: Read::Primary, grade: Grade::D, background: false },
    Source { id: "kava_trial", citation: "Cureus: randomized trial of drinks with kava and kratom for six days; a small rise of withdrawal signs on day 7 at the high dose only.", doi: None, pmc: None, read_at: None, population: "adults", read: Read::Primary, grade: Grade::A, background: true },
    Source { id: "lab_catalog", citation: "Catalog page of one US laboratory for its kratom test.", doi: None, pmc: None, read_at: None, population: "urine samples", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "law_pages_us", citation: "Pages on US state law, June 2026.", doi: None, pmc: None, read_at: None, population: "law", read: Read::SecondHand, grade: Grade::B, background: true },
    Source { id: "law_pages_world", citation: "Pages on the law of other countries.", doi: None, pmc: None, read_at: None, population: "law", read: Read::SecondHand, grade: Grade::B, background: true },
    Source { id: "leong2021", citation: "Leong and Singh 2021: heart rhythm.", doi: None, pmc: Some("PMC8504575"), read_at: None, population: "users and published cases", read: Read::Primary, grade: Grade::C, background: false },
    Source { id: "ling2009", citation: "Ling and others 2009: buprenorphine tapered over 7 or 28 days.", doi: None, pmc: Some("PMC3150159"), read_at: None, population: "people dependent on opioids", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "liver_case_review", citation: "Review of 53 published liver cases.", doi: None, pmc: None, read_at: None, population: "53 cases", read: Read::Primary, grade: Grade::C, background: false },
    Source { id: "malaysia_serum_series", citation: "A case series with serum levels, seen on a citation index page.", doi: None, pmc: None, read_at: None, population: "nine Malaysian users", read: Read::Primary, grade: Grade::C, background: false },
    Source { id: "memory_general", citation: "Written down from memory, with no work named. To be checked before it is shown.", doi: None, pmc: None, read_at: None, population: "unstated", read: Read::Memory, grade: Grade::M, background: false },
    Source { id: "memory_helplines", citation: "Telephone numbers written down from general knowledge. Each is shown with the words to verify it.", doi: None, pmc: None, read_at: None, population: "services", read: Read::Memory, grade: Grade::M, background: false },
    Source { id: "mongar2024", citation: "Mongar and others 2024: tea with an enzyme blocker and an enzyme inducer. Not read.", doi: None, pmc: None, read_at: None, population: "12 healthy Thai men", read: Read::Memory, grade: Grade::M, background: false },
    Source { id: "napdi_k51", citation: "NaPDI repository: characterization of one kratom powder.", doi: None, pmc: None, read_at: Some("repo.napdi.org/NPDI-scab3g"), population: "one product", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "navarro2019", citation: "Navarro and others 2019, liver meeting abstract.", doi: None, pmc: None, read_at: None, population: "cases", read: Read::Primary, grade: Grade::C, background: true },
    Source { id: "notario2026", citation: "Notario and others 2026, ADMET and DMPK: Bayesian two-compartment model of the published data. Abstract; its estimates were not seen.", doi: Some("10.5599/admet.3170"), pmc: Some("PMC12994590"), read_at: None, population: "published data of healthy adults", read: Read::Primary, grade: Grade::A, background: true },
    Source { id: "obeng2021", citation: "Obeng and others 2021, Journal of Pharmacology and Experimental Therapeutics 376:410. Abstract, whose order of two figures is wrong.", doi: None, pmc: Some("PMC7923387"), read_at: None, population: "receptors in cells; rats", read: Read::Primary, grade: Grade::E, background: false },
    Source { id: "olsen2019", citation: "Olsen and others 2019, MMWR 68:326.", doi: None, pmc: None, read_at: None, population: "US overdose deaths and poison center calls", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "ouellet1995", citation: "Ouellet and Pollack 1995, Journal of Pharmacokinetics and Biopharmaceutics 23:531. Abstract.", doi: None, pmc: None, read_at: None, population: "rats given morphine", read: Read::Primary, grade: Grade::D, background: false },
    Source { id: "ouellet1997", citation: "Ouellet and Pollack 1997, Journal of Pharmacology and Experimental Therapeutics 281:713. Abstract.", doi: None, pmc: None, read_at: None, population: "rats given morphine", read: Read::Primary, grade: Grade::D, background: false },
    Source { id: "peper2004", citation: "Peper 2004, Journal of Theoretical Biology 229:491, and 2009, Pharmacopsychiatry: tolerance as learned feedback.", doi: None, pmc: None, read_at: None, population: "theory", read: Read::Primary, grade: Grade::D, background: true },
    Source { id: "policy_facts_page", citation: "A policy facts page summarising effects.", doi: None, pmc: None, read_at: Some("drugpolicyfacts.org/node/4605"), population: "users", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "porchet1987", citation: "Porchet and others 1987: part of what looks like tolerance is distribution.", doi: None, pmc: Some("PMC442405"), read_at: None, population: "people given nicotine", read: Read::Primary, grade: Grade::A, background: true },
    Source { id: "porchet1988", citation: "Porchet and others 1988: nicotine and heart rate. Not read.", doi: None, pmc: None, read_at: None, population: "people given nicotine", read: Read::Memory, grade: Grade::M, background: false },
    Source { id: "quitting7oh2026", citation: "Pages of a community project for people quitting 7-OH, at its state of 22 August 2026, with its own audit of sources.", doi: None, pmc: None, read_at: Some("quitting7oh.org, revision a222954"), population: "whatever the works behind it studied", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "rogers2024", citation: "Rogers and others 2024, Drug and Alcohol Dependence, article 111329.", doi: None, pmc: None, read_at: None, population: "395 US adults who use kratom", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "schimmel2020", citation: "Schimmel and Dart 2020, Drugs: liver injury.", doi: None, pmc: None, read_at: None, population: "published cases", read: Read::Primary, grade: Grade::C, background: false },
    Source { id: "sds_cocaine2009", citation: "European Addiction Research 2009, 15:87: cut-offs of that scale for heroin and cocaine.", doi: None, pmc: None, read_at: None, population: "people using cocaine", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "sds_page", citation: "European agency's page on the Severity of Dependence Scale (Gossop 1995).", doi: None, pmc: None, read_at: None, population: "several drugs, not kratom", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "seller_extract_page", citation: "A seller's page for extract products; not named here.", doi: None, pmc: None, read_at: None, population: "products, by their seller", read: Read::SecondHand, grade: Grade::C, background: false },
    Source { id: "seller_unit_pages", citation: "Three sellers' and local news pages on spoons and capsules; not named here.", doi: None, pmc: None, read_at: None, population: "powder and capsules", read: Read::SecondHand, grade: Grade::C, background: false },
    Source { id: "sert_meta2021", citation: "Molecular Psychiatry 2021, s41380-021-01285-w: transporter occupancy, pooled.", doi: None, pmc: None, read_at: None, population: "people taking antidepressants", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "sharma2025", citation: "Sharma and others 2025: laboratory analysis of the products of people who reported their use in daily life. Abstract.", doi: None, pmc: None, read_at: None, population: "357 US adults, 341 products", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "singh2014", citation: "Singh and others 2014, Drug and Alcohol Dependence 139:132.", doi: None, pmc: None, read_at: None, population: "293 regular users in Malaysia", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "singh2018", citation: "Singh and others 2018, Journal of Psychoactive Drugs 50:266.", doi: None, pmc: None, read_at: None, population: "150 people in Malaysia", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "singh2019", citation: "Singh and others 2019, Current Psychopharmacology 8:64.", doi: None, pmc: None, read_at: None, population: "150 men who use in Malaysia", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "smith2022_frontiers", citation: "Smith and others 2022, Frontiers in Pharmacology, article 765917.", doi: None, pmc: None, read_at: None, population: "129 US adults who use kratom", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "smith2022_use_disorder", citation: "Smith and others 2022, Journal of Addiction Medicine: kratom use disorder.", doi: None, pmc: Some("PMC9402806"), read_at: None, population: "129 US adults who use kratom", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "smith2024_daily_life", citation: "Smith and others 2024, JAMA Network Open: use reported in daily life. Abstract.", doi: None, pmc: None, read_at: None, population: "357 US adults", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "smith2024_observed", citation: "Smith and others 2024, Journal of Addiction Medicine: people watched after their own morning dose. Abstract.", doi: Some("10.1097/ADM.0000000000001259"), pmc: None, read_at: None, population: "10 adults who use regularly", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "sows_pages", citation: "Agency pages on the subjective opiate withdrawal scale (Handelsman 1987).", doi: None, pmc: None, read_at: None, population: "people in opiate withdrawal", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "stanciu2019", citation: "Stanciu and others 2019: review. Not read.", doi: None, pmc: None, read_at: None, population: "people who use kratom", read: Read::Memory, grade: Grade::M, background: false },
    Source { id: "striley2022", citation: "Striley and others 2022: seizures among other harms.", doi: None, pmc: None, read_at: None, population: "published cases", read: Read::Primary, grade: Grade::C, background: false },
    Source { id: "swogger2022", citation: "Swogger and others 2022, as summarised in an app.", doi: None, pmc: None, read_at: None, population: "people who use kratom", read: Read::SecondHand, grade: Grade::B, background: true },
    Source { id: "tanna2022", citation: "Tanna and others 2022, Pharmaceutics 14:620: one tea from 2 g of leaf; the curves need two compartments. Abstract.", doi: None, pmc: None, read_at: Some("abstract in a citation index"), population: "5 healthy adults", read: Read::Primary, grade: Grade::A, background: true },
    Source { id: "tanna2023_interactions", citation: "Tanna and others 2023, Clinical Pharmacology and Therapeutics: kratom with midazolam and dextromethorphan. Abstract.", doi: None, pmc: None, read_at: Some("repo.napdi.org/NPDI-osTXuQ"), population: "healthy volunteers, and enzyme preparations", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "tanna2023_table", citation: "Tanna and others 2023, Drug Metabolism and Disposition 51:923, table 3: published human figures side by side, with those of the 2022 tea study.", doi: None, pmc: Some("PMC10353077"), read_at: None, population: "5 healthy adults, and the studies it compares", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "tertiary_362381", citation: "Question-and-answer pages on kratom withdrawal and treatment.", doi: None, pmc: None, read_at: None, population: "people, unstated", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "tertiary_413409", citation: "A question-and-answer page on opioid tolerance.", doi: None, pmc: None, read_at: None, population: "people, unstated", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "tertiary_595259", citation: "A question-and-answer page on opioid tolerance: weeks to months.", doi: None, pmc: None, read_at: None, population: "people, unstated", read: Read::SecondHand, grade: Grade::B, background: true },
    Source { id: "tertiary_642784", citation: "A question-and-answer page on drug tests.", doi: None, pmc: None, read_at: None, population: "regular users, unstated", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "tertiary_tree", citation: "A tertiary decision tree on kratom.", doi: None, pmc: None, read_at: None, population: "people, unstated", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "trade_limit_page", citation: "A testing laboratory's page quoting a trade association's limit.", doi: None, pmc: None, read_at: None, population: "products", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "trakulsrichai2015", citation: "Trakulsrichai and others 2015, Drug Design, Development and Therapy 9:2421. Abstract.", doi: None, pmc: Some("PMC4425236"), read_at: None, population: "10 chronic Thai male users, 9 in the analysis", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "varadi2016", citation: "Varadi and others 2016: mitragynine pseudoindoxyl. Abstract; a potent agonist that does not recruit beta-arrestin-2 in a dish.", doi: None, pmc: Some("PMC5344672"), read_at: None, population: "receptors in cells; mice", read: Read::Primary, grade: Grade::E, background: false },
    Source { id: "web_guide_7oh", citation: "A web guide to kratom and 7-OH, read on 3 October 2026.", doi: None, pmc: None, read_at: None, population: "whatever the works behind it studied", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "wesson2003", citation: "Wesson and Ling 2003: clinical opiate withdrawal scale.", doi: None, pmc: None, read_at: None, population: "people in opiate withdrawal", read: Read::Primary, grade: Grade::A, background: false },
    Source { id: "who_review", citation: "A drug policy institute's texts on kratom and international control.", doi: None, pmc: None, read_at: None, population: "law", read: Read::SecondHand, grade: Grade::B, background: true },
    Source { id: "wiki_mitragynine", citation: "A wiki page on mitragynine.", doi: None, pmc: None, read_at: None, population: "leaf", read: Read::SecondHand, grade: Grade::B, background: false },
    Source { id: "williams2013", citation: "Williams and others 2013: review of receptor regulation.", doi: None, pmc: Some("PMC3565916"), read_at: None, population: "cells and animals", read: Read::Primary, grade: Grade::E, background: true },
];

pub(crate) static PARAMETERS: [(&str, &Cited); 36] = [
    ("CL", &ROWS[173]),
    ("CL_between_studies_log_sd", &ROWS[174]),
    ("EC50", &ROWS[176]),
    ("F7", &ROWS[177]),
    ("Q", &ROWS[189]),
    ("V1", &ROWS[202]),
    ("V2", &ROWS[203]),
    ("V7", &ROWS[204]),
    ("b0", &ROWS[169]),
    ("b0_half_normal_sd", &ROWS[170]),
    ("beta_f", &ROWS[171]),
    ("beta_s", &ROWS[172]),
    ("duration_floor_h", &ROWS[175]),
    ("fp", &ROWS[178]),
    ("fs", &ROWS[179]),
    ("g", &ROWS[180]),
    ("h_leaf", &ROWS[39]),
    ("k7", &ROWS[181]),
    ("kE", &ROWS[184]),
    ("kW", &ROWS[185]),
    ("ka", &ROWS[182]),
    ("ka7", &ROWS[183]),
    ("m_leaf", &ROWS[38]),
    ("potency_log_sd", &ROWS[188]),
    ("rho", &ROWS[190]),
    ("sigma_E", &ROWS[192]),
    ("sigma_W_base", &ROWS[193]),
    ("sigma_W_slope", &ROWS[194]),
    ("sigma_dur", &ROWS[191]),
    ("slip_share", &ROWS[195]),
    ("t_half_D", &ROWS[196]),
    ("t_half_f", &ROWS[197]),
    ("t_half_s", &ROWS[198]),
    ("tau_f", &ROWS[199]),
    ("tau_s", &ROWS[200]),
    ("theta_E", &ROWS[201]),
];

/// Ids of all rows as constants: a typing mistake does not compile.
pub mod id {
    /// In and out of the other pace, for whom an even one is easier; no effect is claimed for it.
    pub const BREATHING_EVEN: &str = "breathing.even";
    /// Length of the breath in. A quiet pace, chosen because it is easy to follow; no effect is claimed for it.
    pub const BREATHING_IN: &str = "breathing.in";
    /// Length of the breath out, a little longer than the breath in; no effect is claimed for it.
    pub const BREATHING_OUT: &str = "breathing.out";
    /// Urine free of MTG after 12 weeks on buprenorphine.
    pub const BUPRENORPHINE_CASES_NEGATIVE: &str = "buprenorphine_cases.negative";
    /// Size 0 holds less.
    pub const CAPSULE_GRAMS: &str = "capsule.grams";
    /// Exposure to a CYP2D6 test drug with kratom over without: no change after one small dose.
    pub const DEXTROMETHORPHAN_AUC_RATIO: &str = "dextromethorphan_auc_ratio";
    /// As remembered, at usual limits.
    pub const DRUG_TEST_BLOOD_WINDOW: &str = "drug_test.blood_window";
    /// Limit of the confirming test.
    pub const DRUG_TEST_CONFIRMATION_LIMIT: &str = "drug_test.confirmation_limit";
    /// Limit of the first test.
    pub const DRUG_TEST_IMMUNOASSAY_LIMIT: &str = "drug_test.immunoassay_limit";
    /// Longer with heavy use.
    pub const DRUG_TEST_URINE_WINDOW: &str = "drug_test.urine_window";
    /// Spread of the natural logarithm of the true amount around the entry.
    pub const ENTRY_ERROR_CAPSULE: &str = "entry_error.capsule";
    /// Spread of the natural logarithm of the true amount around the entry.
    pub const ENTRY_ERROR_SCALE: &str = "entry_error.scale";
    /// Spread of the natural logarithm of the true amount around the entry.
    pub const ENTRY_ERROR_SPOON: &str = "entry_error.spoon";
    /// MTG by weight.
    pub const EXTRACT_CONTENT_RESEARCH: &str = "extract_content.research";
    /// MTG per pouch.
    pub const EXTRACT_GEL_POUCH_MITRAGYNINE: &str = "extract_gel_pouch.mitragynine";
    /// 250 mg of extract at 45 %; others run from 50 to 250 mg.
    pub const EXTRACT_SHOT_MITRAGYNINE: &str = "extract_shot.mitragynine";
    /// How long ratings stayed above the start.
    pub const FELT_ABOVE_BASELINE: &str = "felt_above_baseline";
    /// As remembered; larger doses last longer.
    pub const FELT_DURATION_LEAF: &str = "felt_duration.leaf";
    /// Much shorter than its level in blood would suggest.
    pub const FELT_DURATION_SEVEN_OH: &str = "felt_duration.seven_oh";
    /// Share who say it is gone within hours, after an onset in minutes.
    pub const FELT_GONE_WITHIN_HOURS: &str = "felt_gone_within_hours";
    /// First effects.
    pub const FELT_ONSET_TERTIARY: &str = "felt_onset.tertiary";
    /// Strongest effects.
    pub const FELT_PEAK_TERTIARY: &str = "felt_peak.tertiary";
    /// More than this share had raised their dose.
    pub const FELT_RAISED_DOSE: &str = "felt_raised_dose";
    /// Feeling on a line from 0 to 100, within 40 minutes.
    pub const FELT_RATING_AT_FORTY_MINUTES: &str = "felt_rating.at_forty_minutes";
    /// Highest feeling on a line from 0 to 100.
    pub const FELT_RATING_PEAK: &str = "felt_rating.peak";
    /// Deaths with nothing else found; other substances were not excluded.
    pub const HARM_KRATOM_ALONE_DEATHS: &str = "harm.kratom_alone_deaths";
    /// Deaths in which it was judged to play a part.
    pub const HARM_KRATOM_INVOLVED_DEATHS: &str = "harm.kratom_involved_deaths";
    /// Deaths with kratom found; 0.56 %. Some 80 % had a history of substance misuse.
    pub const HARM_KRATOM_POSITIVE_DEATHS: &str = "harm.kratom_positive_deaths";
    /// Share that was cholestatic.
    pub const HARM_LIVER_CHOLESTATIC: &str = "harm.liver_cholestatic";
    /// Median of about 21 to 22 days before liver trouble; mostly cholestatic or mixed, with jaundice and itching.
    pub const HARM_LIVER_LATENCY: &str = "harm.liver_latency";
    /// Share that needed a transplant.
    pub const HARM_LIVER_TRANSPLANT: &str = "harm.liver_transplant";
    /// 2020; more states report over time.
    pub const HARM_MITRAGYNINE_DETECTED_2020: &str = "harm.mitragynine_detected_2020";
    /// 2023; 1,016 and 1,017 in the years between.
    pub const HARM_MITRAGYNINE_DETECTED_2023: &str = "harm.mitragynine_detected_2023";
    /// Exposures reported.
    pub const HARM_POISON_CENTER_EXPOSURES: &str = "harm.poison_center_exposures";
    /// 7-OH exposures reported.
    pub const HARM_SEVEN_OH_EXPOSURES: &str = "harm.seven_oh_exposures";
    /// Median exposure to isopaynantheine.
    pub const ISOPAYNANTHEINE_AUC_TANNA2022: &str = "isopaynantheine_auc.tanna2022";
    /// Median peak of isopaynantheine.
    pub const ISOPAYNANTHEINE_CMAX_TANNA2022: &str = "isopaynantheine_cmax.tanna2022";
    /// Median half-life of isopaynantheine.
    pub const ISOPAYNANTHEINE_HALF_LIFE_TANNA2022: &str = "isopaynantheine_half_life.tanna2022";
    /// Used until a batch has its own figure. A new batch is opened when the powder changes, or its change would look like a change of tolerance.
    pub const LEAF_MITRAGYNINE: &str = "leaf.mitragynine";
    /// For the record of a batch only. Never add it to a dose as swallowed 7-OH: the engine's fp already holds the leaf's own traces.
    pub const LEAF_SEVEN_OH: &str = "leaf.seven_oh";
    /// All alkaloids as a share of dry weight.
    pub const LEAF_ALKALOIDS: &str = "leaf_alkaloids";
    /// Lowest and highest content found.
    pub const LEAF_CONTENT_COMMERCIAL: &str = "leaf_content.commercial";
    /// 6.65 mg in 500 mg.
    pub const LEAF_CONTENT_HUESTIS2024: &str = "leaf_content.huestis2024";
    /// Mean and one standard deviation.
    pub const LEAF_CONTENT_NAPDI: &str = "leaf_content.napdi";
    /// Share of dry weight.
    pub const LEAF_CONTENT_REVIEWS: &str = "leaf_content.reviews";
    /// Where most samples lie.
    pub const LEAF_CONTENT_REVIEWS_MOST: &str = "leaf_content.reviews_most";
    /// Mean, lowest and highest.
    pub const LEAF_CONTENT_WILD_THAI: &str = "leaf_content.wild_thai";
    /// Leaf per dose over the dose groups.
    pub const LEAF_DOSE_HUESTIS2024: &str = "leaf_dose.huestis2024";
    /// Below this.
    pub const LEAF_SEVEN_OH_CONTENT_NAPDI: &str = "leaf_seven_oh_content.napdi";
    /// 0.003-0.04 % of dry weight.
    pub const LEAF_SEVEN_OH_CONTENT_REVIEWS: &str = "leaf_seven_oh_content.reviews";
    /// Below this share of all alkaloids.
    pub const LEAF_SEVEN_OH_SHARE: &str = "leaf_seven_oh_share";
    /// Highest share of alkaloids that the association lets its members sell.
    pub const LEAF_SEVEN_OH_SHARE_INDUSTRY_CAP: &str = "leaf_seven_oh_share.industry_cap";
    /// MTG as a share of all alkaloids, about.
    pub const LEAF_SHARE_MALAY: &str = "leaf_share.malay";
    /// MTG as a share of all alkaloids, about.
    pub const LEAF_SHARE_THAI: &str = "leaf_share.thai";
    /// Below this called low, as remembered.
    pub const LEEDS_DEPENDENCE_LOW: &str = "leeds_dependence.low";
    /// Called medium, as remembered; above it high.
    pub const LEEDS_DEPENDENCE_MEDIUM: &str = "leeds_dependence.medium";
    /// Share with craving.
    pub const MALAYSIA_CRAVING: &str = "malaysia.craving";
    /// Odds ratio of moderate depression from four glasses a day.
    pub const MALAYSIA_DEPRESSION_ODDS: &str = "malaysia.depression_odds";
    /// From this many glasses a day severe dependence, withdrawal and craving are likelier.
    pub const MALAYSIA_GLASSES_THRESHOLD: &str = "malaysia.glasses_threshold";
    /// Count as listed; whether people or per cent was not plain in the notes.
    pub const MALAYSIA_MILD_ANXIETY_ON_STOPPING: &str = "malaysia.mild_anxiety_on_stopping";
    /// Count as listed; whether people or per cent was not plain in the notes.
    pub const MALAYSIA_MILD_DEPRESSION_ON_STOPPING: &str = "malaysia.mild_depression_on_stopping";
    /// Share.
    pub const MALAYSIA_MODERATE_DEPENDENCE: &str = "malaysia.moderate_dependence";
    /// Odds ratio above three glasses a day.
    pub const MALAYSIA_MODERATE_WITHDRAWAL_ODDS: &str = "malaysia.moderate_withdrawal_odds";
    /// More than this share.
    pub const MALAYSIA_SEVERE_DEPENDENCE: &str = "malaysia.severe_dependence";
    /// Odds ratio above three glasses a day.
    pub const MALAYSIA_SEVERE_DEPENDENCE_ODDS: &str = "malaysia.severe_dependence_odds";
    /// Share with tolerance.
    pub const MALAYSIA_TOLERANCE: &str = "malaysia.tolerance";
    /// Share meeting criteria.
    pub const MALAYSIA_USE_DISORDER: &str = "malaysia.use_disorder";
    /// Share with withdrawal.
    pub const MALAYSIA_WITHDRAWAL: &str = "malaysia.withdrawal";
    /// MTG per dose of that drink and no other: other teas in studies held 6 to 39 mg, so a tea of unknown strength has no number here.
    pub const MALAYSIAN_DRINK_MITRAGYNINE: &str = "malaysian_drink.mitragynine";
    /// The centre is the reported figure, the width is ours and wide on purpose: drinks differ in leaf, water and size.
    pub const MALAYSIAN_DRINK_MITRAGYNINE_PRIOR: &str = "malaysian_drink.mitragynine_prior";
    /// Semi-synthetic products.
    pub const MGM15_KI: &str = "mgm15_ki";
    /// Exposure to a CYP3A test drug with kratom over without.
    pub const MIDAZOLAM_AUC_RATIO: &str = "midazolam_auc_ratio";
    /// Peak of a CYP3A test drug with kratom over without.
    pub const MIDAZOLAM_CMAX_RATIO: &str = "midazolam_cmax_ratio";
    /// Median exposure to mitraciliatine.
    pub const MITRACILIATINE_AUC_TANNA2022: &str = "mitraciliatine_auc.tanna2022";
    /// Median peak of mitraciliatine.
    pub const MITRACILIATINE_CMAX_TANNA2022: &str = "mitraciliatine_cmax.tanna2022";
    /// Median half-life of mitraciliatine.
    pub const MITRACILIATINE_HALF_LIFE_TANNA2022: &str = "mitraciliatine_half_life.tanna2022";
    /// With single doses: little within 12 h, marked between these days, then steady.
    pub const MORPHINE_BOLUS_TOLERANCE_DAYS: &str = "morphine_bolus_tolerance_days";
    /// For comparison with 7-OH.
    pub const MORPHINE_EC50_GTPGS: &str = "morphine_ec50.gtpgs";
    /// Lag between blood and effect.
    pub const MORPHINE_EFFECT_SITE_HALF_LIFE: &str = "morphine_effect_site_half_life";
    /// For comparison.
    pub const MORPHINE_KI: &str = "morphine_ki";
    /// Nearly complete by then, after 12 h of exposure.
    pub const MORPHINE_RECOVERY_DAYS_RAT: &str = "morphine_recovery_days.rat";
    /// Effect left after 12 h of infusion, as a share of the greatest possible.
    pub const MORPHINE_RESIDUAL_EFFECT: &str = "morphine_residual_effect";
    /// After this one dose an antagonist showed withdrawal.
    pub const MORPHINE_SINGLE_DOSE_DEPENDENCE: &str = "morphine_single_dose_dependence";
    /// Pain relief gone by this day of a steady infusion; more pain than before when it stops.
    pub const MORPHINE_TOLERANCE_COMPLETE_RAT: &str = "morphine_tolerance_complete.rat";
    /// The rate at which tolerance came varied this many times over with exposure.
    pub const MORPHINE_TOLERANCE_EXPOSURE_FOLD: &str = "morphine_tolerance_exposure_fold";
    /// Half-life of the tolerance compartment.
    pub const MORPHINE_TOLERANCE_HALF_LIFE_RAT: &str = "morphine_tolerance_half_life.rat";
    /// Day 15 peak over day 1 peak, highest dose: more than a linear model gives.
    pub const MTG_ACCUMULATION_HUESTIS2026_HIGH: &str = "mtg_accumulation.huestis2026_high";
    /// Day 15 peak over day 1 peak, lowest dose.
    pub const MTG_ACCUMULATION_HUESTIS2026_LOW: &str = "mtg_accumulation.huestis2026_low";
    /// Day 15 peak over day 1 peak, middle dose.
    pub const MTG_ACCUMULATION_HUESTIS2026_MIDDLE: &str = "mtg_accumulation.huestis2026_middle";
    /// Weak binding to alpha-1 and alpha-2.
    pub const MTG_ALPHA_ADRENERGIC_KI: &str = "mtg_alpha_adrenergic_ki";
    /// Median; printed as 420 nM.h (324-1360).
    pub const MTG_AUC_TANNA2022: &str = "mtg_auc.tanna2022";
    /// Swallowed dose that reaches the blood; unknown in people.
    pub const MTG_BIOAVAILABILITY_DOG: &str = "mtg_bioavailability.dog";
    /// About this much, by somebody else's summary.
    pub const MTG_BIOAVAILABILITY_RAT: &str = "mtg_bioavailability.rat";
    /// Clearance after injection.
    pub const MTG_CLEARANCE_DOG: &str = "mtg_clearance.dog";
    /// Apparent oral clearance, median.
    pub const MTG_CLEARANCE_TANNA2022: &str = "mtg_clearance.tanna2022";
    /// Unit slip: printed per kg. The volume and half-life of the same abstract give 1.13 L/h/kg, that is 87 L/h for 77 kg, so the figure is read as L/h. The 7,550 L/h that a later table derives from it must not be used.
    pub const MTG_CLEARANCE_TRAKULSRICHAI2015: &str = "mtg_clearance.trakulsrichai2015";
    /// Volume times ln 2 over half-life, for 77 kg: the check behind reading the printed unit as L/h.
    pub const MTG_CLEARANCE_TRAKULSRICHAI2015_CHECK: &str = "mtg_clearance.trakulsrichai2015_check";
    /// Mean peak after the first dose of this group.
    pub const MTG_CMAX_HUESTIS2026_HIGH_DAY1: &str = "mtg_cmax.huestis2026_high_day1";
    /// Mean peak on day 15 of this group.
    pub const MTG_CMAX_HUESTIS2026_HIGH_DAY15: &str = "mtg_cmax.huestis2026_high_day15";
    /// Mean peak after the first dose of this group.
    pub const MTG_CMAX_HUESTIS2026_LOW_DAY1: &str = "mtg_cmax.huestis2026_low_day1";
    /// Mean peak on day 15 of this group.
    pub const MTG_CMAX_HUESTIS2026_LOW_DAY15: &str = "mtg_cmax.huestis2026_low_day15";
    /// Mean peak after the first dose of this group.
    pub const MTG_CMAX_HUESTIS2026_MIDDLE_DAY1: &str = "mtg_cmax.huestis2026_middle_day1";
    /// Mean peak on day 15 of this group.
    pub const MTG_CMAX_HUESTIS2026_MIDDLE_DAY15: &str = "mtg_cmax.huestis2026_middle_day15";
    /// As remembered; eight times what the same dose would give at the Tanna study's peak per milligram.
    pub const MTG_CMAX_MONGAR2024: &str = "mtg_cmax.mongar2024";
    /// Median; printed as 81.9 nM (50.1-177).
    pub const MTG_CMAX_TANNA2022: &str = "mtg_cmax.tanna2022";
    /// Range of peaks as remembered; the abstract does not print it.
    pub const MTG_CMAX_TRAKULSRICHAI2015: &str = "mtg_cmax.trakulsrichai2015";
    /// First-dose peaks divided by the dose, lowest and highest group.
    pub const MTG_CMAX_PER_MG_HUESTIS2026: &str = "mtg_cmax_per_mg.huestis2026";
    /// Rests on a peak that is remembered, not read.
    pub const MTG_CMAX_PER_MG_MONGAR2024: &str = "mtg_cmax_per_mg.mongar2024";
    /// 32.6 ng/mL from 39 mg.
    pub const MTG_CMAX_PER_MG_TANNA2022: &str = "mtg_cmax_per_mg.tanna2022";
    /// Rests on peaks that are remembered, not read.
    pub const MTG_CMAX_PER_MG_TRAKULSRICHAI2015: &str = "mtg_cmax_per_mg.trakulsrichai2015";
    /// About the concentration at which its time-dependent block of CYP3A runs at half its greatest speed.
    pub const MTG_CYP3A_KI: &str = "mtg_cyp3a.ki";
    /// About this fast at most; MTG may therefore slow its own removal.
    pub const MTG_CYP3A_KINACT: &str = "mtg_cyp3a.kinact";
    /// After this long antagonists brought on withdrawal, though stopping alone changed nothing in that test.
    pub const MTG_DEPENDENCE_DAYS_RAT: &str = "mtg_dependence_days.rat";
    /// MTG per dose over the dose groups.
    pub const MTG_DOSE_HUESTIS2024: &str = "mtg_dose.huestis2024";
    /// MTG per dose of this group.
    pub const MTG_DOSE_HUESTIS2026_HIGH: &str = "mtg_dose.huestis2026_high";
    /// MTG per dose of this group.
    pub const MTG_DOSE_HUESTIS2026_LOW: &str = "mtg_dose.huestis2026_low";
    /// MTG per dose of this group.
    pub const MTG_DOSE_HUESTIS2026_MIDDLE: &str = "mtg_dose.huestis2026_middle";
    /// Dose as remembered; the paper was not at hand.
    pub const MTG_DOSE_MONGAR2024: &str = "mtg_dose.mongar2024";
    /// MTG in the tea.
    pub const MTG_DOSE_TANNA2022: &str = "mtg_dose.tanna2022";
    /// MTG per dose, as listed in the 2023 comparison table.
    pub const MTG_DOSE_TRAKULSRICHAI2015: &str = "mtg_dose.trakulsrichai2015";
    /// BRET assay.
    pub const MTG_EC50_KRUEGEL2016: &str = "mtg_ec50.kruegel2016";
    /// BRET assay: a partial agonist. In another assay it blocked instead.
    pub const MTG_EMAX_KRUEGEL2016: &str = "mtg_emax.kruegel2016";
    /// Highest of the group means on repeated doses.
    pub const MTG_HALF_LIFE_HUESTIS2024_MULTIPLE: &str = "mtg_half_life.huestis2024_multiple";
    /// Highest of the group means after one dose.
    pub const MTG_HALF_LIFE_HUESTIS2024_SINGLE: &str = "mtg_half_life.huestis2024_single";
    /// As remembered; sampling was short, so this is the fall after the peak and not the tail.
    pub const MTG_HALF_LIFE_MONGAR2024: &str = "mtg_half_life.mongar2024";
    /// Median.
    pub const MTG_HALF_LIFE_TANNA2022: &str = "mtg_half_life.tanna2022";
    /// Mean and one standard deviation; 24 h of sampling is too short for a half-life of this length.
    pub const MTG_HALF_LIFE_TRAKULSRICHAI2015: &str = "mtg_half_life.trakulsrichai2015";
    /// By somebody else's summary of a 2026 assay.
    pub const MTG_KI_ASSAY2026: &str = "mtg_ki.assay2026";
    /// By somebody else's summary of a 2020 assay.
    pub const MTG_KI_OBENG2020: &str = "mtg_ki.obeng2020";
    /// Ordering warning: the published abstract prints 77.9 and 709 nM in the order MTG, 7-OH. Every other assay, and the intervals in the paper's body, make 709 the figure of MTG. Do not turn it round.
    pub const MTG_KI_OBENG2021: &str = "mtg_ki.obeng2021";
    /// As remembered.
    pub const MTG_KI_VARADI2016: &str = "mtg_ki.varadi2016";
    /// 1 nM is 0.3985 ng/mL.
    pub const MTG_MOLAR_MASS: &str = "mtg_molar_mass";
    /// Share of responses on the morphine lever.
    pub const MTG_MORPHINE_LIKE_OBENG2021: &str = "mtg_morphine_like.obeng2021";
    /// Four- to eightfold differences between studies need about this much spread before anything is known of a person.
    pub const MTG_POTENCY_BETWEEN_STUDIES_LOG_SD: &str = "mtg_potency.between_studies_log_sd";
    /// As remembered; the ratio in whole blood is unknown to us.
    pub const MTG_PROTEIN_BINDING: &str = "mtg_protein_binding";
    /// Not to be used: 10 to 100 times every other figure in living users, probably a wrong unit.
    pub const MTG_SERUM_MALAYSIAN_CASE_SERIES: &str = "mtg_serum.malaysian_case_series";
    /// Day on which daily dosing stopped raising the level.
    pub const MTG_STEADY_STATE_HUESTIS2024: &str = "mtg_steady_state.huestis2024";
    /// Medians of the dose groups on repeated doses.
    pub const MTG_TMAX_HUESTIS2024_MULTIPLE: &str = "mtg_tmax.huestis2024_multiple";
    /// Medians of the dose groups after one dose.
    pub const MTG_TMAX_HUESTIS2024_SINGLE: &str = "mtg_tmax.huestis2024_single";
    /// Median.
    pub const MTG_TMAX_HUESTIS2026: &str = "mtg_tmax.huestis2026";
    /// As remembered.
    pub const MTG_TMAX_MONGAR2024: &str = "mtg_tmax.mongar2024";
    /// Median.
    pub const MTG_TMAX_TANNA2022: &str = "mtg_tmax.tanna2022";
    /// Mean and one standard deviation.
    pub const MTG_TMAX_TRAKULSRICHAI2015: &str = "mtg_tmax.trakulsrichai2015";
    /// Share of the dose found unchanged in urine.
    pub const MTG_URINE_UNCHANGED_TRAKULSRICHAI2015: &str = "mtg_urine_unchanged.trakulsrichai2015";
    /// Volume after injection; 7-OH was not found then, so it is formed on the first pass.
    pub const MTG_VOLUME_DOG: &str = "mtg_volume.dog";
    /// Apparent terminal volume, median.
    pub const MTG_VOLUME_TANNA2022: &str = "mtg_volume.tanna2022";
    /// The same volume for the whole body, as the 2023 table multiplies it.
    pub const MTG_VOLUME_TRAKULSRICHAI2015: &str = "mtg_volume.trakulsrichai2015";
    /// Apparent volume, mean and one standard deviation.
    pub const MTG_VOLUME_PER_KG_TRAKULSRICHAI2015: &str = "mtg_volume_per_kg.trakulsrichai2015";
    /// Withdrawal lasted at least this long; eased by methadone, buprenorphine and clonidine.
    pub const MTG_WITHDRAWAL_DAYS_RAT: &str = "mtg_withdrawal_days.rat";
    /// It can wear off before the opioid does, so the person must be watched and the ambulance must still come.
    pub const NALOXONE_WEARS_OFF: &str = "naloxone.wears_off";
    /// As remembered.
    pub const NICOTINE_TOLERANCE_HALF_LIFE: &str = "nicotine_tolerance_half_life";
    /// Mean.
    pub const OBSERVED_DOSE_MORNING_MEAN: &str = "observed_dose.morning_mean";
    /// Median.
    pub const OBSERVED_DOSE_MORNING_MEDIAN: &str = "observed_dose.morning_median";
    /// Doses a day; the first often within an hour of waking.
    pub const OBSERVED_DOSE_PER_DAY: &str = "observed_dose.per_day";
    /// Single doses given; two people had nausea at the highest dose.
    pub const OBSERVED_DOSE_REGULATOR_PILOT: &str = "observed_dose.regulator_pilot";
    /// Share who use daily.
    pub const OBSERVED_DOSE_SURVEY_DAILY: &str = "observed_dose.survey_daily";
    /// Share whose usual dose is 1-3 g.
    pub const OBSERVED_DOSE_SURVEY_ONE_TO_THREE_GRAMS: &str = "observed_dose.survey_one_to_three_grams";
    /// Average MTG per day, as a drink.
    pub const OBSERVED_MITRAGYNINE_MALAYSIAN_PER_DAY: &str = "observed_mitragynine.malaysian_per_day";
    /// Mean MTG per day, reported as a range.
    pub const OBSERVED_MITRAGYNINE_PER_DAY_MEAN: &str = "observed_mitragynine.per_day_mean";
    /// Median MTG per day, reported as a range.
    pub const OBSERVED_MITRAGYNINE_PER_DAY_MEDIAN: &str = "observed_mitragynine.per_day_median";
    /// Mean MTG per use.
    pub const OBSERVED_MITRAGYNINE_PER_USE_MEAN: &str = "observed_mitragynine.per_use_mean";
    /// Median MTG per use.
    pub const OBSERVED_MITRAGYNINE_PER_USE_MEDIAN: &str = "observed_mitragynine.per_use_median";
    /// Share of mu-opioid receptors occupied at 16 mg a day.
    pub const OCCUPANCY_BUPRENORPHINE_SIXTEEN_MG: &str = "occupancy.buprenorphine_sixteen_mg";
    /// Share of mu-opioid receptors occupied at 32 mg a day.
    pub const OCCUPANCY_BUPRENORPHINE_THIRTY_TWO_MG: &str = "occupancy.buprenorphine_thirty_two_mg";
    /// Share of mu-opioid receptors occupied at 2 mg a day.
    pub const OCCUPANCY_BUPRENORPHINE_TWO_MG: &str = "occupancy.buprenorphine_two_mg";
    /// Share of the transporter occupied at the usual lowest dose. Carrying this over to kratom is reasoning, not evidence.
    pub const OCCUPANCY_SERT_USUAL_MINIMUM: &str = "occupancy.sert_usual_minimum";
    /// Slow part of the return.
    pub const OPIOID_OFFSET_HALF_LIFE_MOUSE: &str = "opioid_offset_half_life.mouse";
    /// Slow part of the return, whatever opioid or regimen.
    pub const OPIOID_OFFSET_HALF_LIFE_RAT: &str = "opioid_offset_half_life.rat";
    /// Tolerance still found this long after the end.
    pub const OPIOID_TOLERANCE_LEFT_AT: &str = "opioid_tolerance_left_at";
    /// Score without any withdrawal. Half-normal between people with standard deviation 3, not lognormal. Estimated per person.
    pub const PARAMETER_B0: &str = "parameter.b0";
    /// Standard deviation of that half-normal.
    pub const PARAMETER_B0_HALF_NORMAL_SD: &str = "parameter.b0_half_normal_sd";
    /// Gain of the fast opponent; together with the slow one at most 0.95.
    pub const PARAMETER_BETA_F: &str = "parameter.beta_f";
    /// Gain of the slow opponent.
    pub const PARAMETER_BETA_S: &str = "parameter.beta_s";
    /// Apparent clearance. The width is between people; between studies it is far wider, see the next row.
    pub const PARAMETER_CL: &str = "parameter.cl";
    /// To be used instead of the between-people width when nothing of a person's product is known.
    pub const PARAMETER_CL_BETWEEN_STUDIES_LOG_SD: &str = "parameter.cl_between_studies_log_sd";
    /// Added to felt durations, reported and computed, before their logarithm is taken, so that a dose that was not felt has one too.
    pub const PARAMETER_DURATION_FLOOR_H: &str = "parameter.duration_floor_h";
    /// MTG equivalents for half the signal without adaptation; tuned so that a first 3 g of leaf rates about 6 of 10. Estimated per person.
    pub const PARAMETER_EC50: &str = "parameter.ec50";
    /// Availability of swallowed 7-OH against 7-OH formed in the body. No human data on isolated 7-OH: with 1.0 the engine gives about 10 h of effect from 15 mg where users say 1.5 to 3 h.
    pub const PARAMETER_F7: &str = "parameter.f7";
    /// 7-OH appearing on the first pass per mg MTG absorbed, at the nominal volume V7. It already holds the leaf's own traces of 7-OH; never add those again.
    pub const PARAMETER_FP: &str = "parameter.fp";
    /// 7-OH formed per mg MTG cleared later, at the nominal volume V7.
    pub const PARAMETER_FS: &str = "parameter.fs";
    /// Slope of the signal; tuned to 2 to 6 h of felt effect.
    pub const PARAMETER_G: &str = "parameter.g";
    /// Elimination of 7-OH; half-life 4.3 h.
    pub const PARAMETER_K7: &str = "parameter.k7";
    /// Each of two equal absorption steps; fitted to times of the peak.
    pub const PARAMETER_KA: &str = "parameter.ka";
    /// Each of two absorption steps of a swallowed 7-OH product.
    pub const PARAMETER_KA7: &str = "parameter.ka7";
    /// Signal units that make 6.3 of 10 on the felt scale. Estimated per person. The felt scale is for inference and never a goal.
    pub const PARAMETER_KE: &str = "parameter.ke";
    /// Signal units of deficit that make 40 of 64 points. Estimated per person.
    pub const PARAMETER_KW: &str = "parameter.kw";
    /// Not set but following from the rows above: the fast fall after the peak.
    pub const PARAMETER_MTG_DISTRIBUTION_HALF_LIFE: &str = "parameter.mtg_distribution_half_life";
    /// Not set but following from the rows above: terminal half-life.
    pub const PARAMETER_MTG_HALF_LIFE: &str = "parameter.mtg_half_life";
    /// Width of the one scale on EC50 and availability that is estimated per person.
    pub const PARAMETER_POTENCY_LOG_SD: &str = "parameter.potency_log_sd";
    /// Apparent flow between the two volumes.
    pub const PARAMETER_Q: &str = "parameter.q";
    /// ng/mL of MTG that one ng/mL of 7-OH stands for. Dish figures, halved because 7-OH is remembered to enter the mouse brain less well.
    pub const PARAMETER_RHO: &str = "parameter.rho";
    /// Spread of one felt-duration report, natural logarithm of hours.
    pub const PARAMETER_SIGMA_DUR: &str = "parameter.sigma_dur";
    /// Standard deviation of one felt-effect rating, on 0 to 10.
    pub const PARAMETER_SIGMA_E: &str = "parameter.sigma_e";
    /// Standard deviation of one withdrawal score of nought, on 0 to 64.
    pub const PARAMETER_SIGMA_W_BASE: &str = "parameter.sigma_w_base";
    /// Added standard deviation per point of the withdrawal score.
    pub const PARAMETER_SIGMA_W_SLOPE: &str = "parameter.sigma_w_slope";
    /// Share of reports that have nothing to do with what they are about: a slip of the finger, the wrong line or day. Nobody has counted them.
    pub const PARAMETER_SLIP_SHARE: &str = "parameter.slip_share";
    /// Half-life of the build-up of withdrawal.
    pub const PARAMETER_T_HALF_D: &str = "parameter.t_half_d";
    /// Half-life of fast adaptation. Rats on morphine: 26 h with a standard deviation of 6, rounded up; nobody has measured it in people.
    pub const PARAMETER_T_HALF_F: &str = "parameter.t_half_f";
    /// Half-life of slow adaptation, 14 days. Rats 13.2 days, mice 17.4; nobody has measured it in people.
    pub const PARAMETER_T_HALF_S: &str = "parameter.t_half_s";
    /// Gain of the fast potency shift. No single fact sets it: it trades off against EC50 and the slow gain.
    pub const PARAMETER_TAU_F: &str = "parameter.tau_f";
    /// Gain of the slow potency shift. No single fact sets it: it trades off against EC50 and the fast gain.
    pub const PARAMETER_TAU_S: &str = "parameter.tau_s";
    /// Felt means at least this much, on 0 to 10.
    pub const PARAMETER_THETA_E: &str = "parameter.theta_e";
    /// Apparent central volume.
    pub const PARAMETER_V1: &str = "parameter.v1";
    /// Apparent outer volume; makes a terminal volume of 2,690 L.
    pub const PARAMETER_V2: &str = "parameter.v2";
    /// Nominal: only ratios to fp and fs can be known, so it is fixed.
    pub const PARAMETER_V7: &str = "parameter.v7";
    /// Median exposure to paynantheine.
    pub const PAYNANTHEINE_AUC_TANNA2022: &str = "paynantheine_auc.tanna2022";
    /// Median peak of paynantheine.
    pub const PAYNANTHEINE_CMAX_TANNA2022: &str = "paynantheine_cmax.tanna2022";
    /// Median half-life of paynantheine.
    pub const PAYNANTHEINE_HALF_LIFE_TANNA2022: &str = "paynantheine_half_life.tanna2022";
    /// 339 over 34.5 nM: 7-OH against MTG.
    pub const POTENCY_RATIO_KRUEGEL2016: &str = "potency_ratio.kruegel2016";
    /// 161 over 7.16 nM: 7-OH against MTG.
    pub const POTENCY_RATIO_OBENG2020: &str = "potency_ratio.obeng2020";
    /// As remembered: deaths are most frequent in the first two weeks, when tolerance is gone.
    pub const PRISON_RELEASE_RISK: &str = "prison_release_risk";
    /// Semi-synthetic products.
    pub const PSEUDOINDOXYL_KI_VARADI2016: &str = "pseudoindoxyl_ki.varadi2016";
    /// Still smaller than at the start after this long.
    pub const PUPIL_BELOW_BASELINE: &str = "pupil_below_baseline";
    /// Largest change, at 40 to 80 minutes.
    pub const PUPIL_CHANGE: &str = "pupil_change";
    /// Receptors answer again within this time; not fully after long morphine.
    pub const RECEPTOR_RECOVERY: &str = "receptor_recovery";
    /// From this score.
    pub const SDS_COCAINE_CUT_OFF: &str = "sds.cocaine_cut_off";
    /// Greatest score.
    pub const SDS_GREATEST: &str = "sds.greatest";
    /// From this score.
    pub const SDS_HEROIN_CUT_OFF: &str = "sds.heroin_cut_off";
    /// Five questions scored 0 to 3.
    pub const SDS_ITEMS: &str = "sds.items";
    /// From this score.
    pub const SDS_SEDATIVES_CUT_OFF: &str = "sds.sedatives_cut_off";
    /// Median.
    pub const SEVEN_OH_AUC_TANNA2022: &str = "seven_oh_auc.tanna2022";
    /// Eight of nine settled on buprenorphine.
    pub const SEVEN_OH_CASES_STABILIZED: &str = "seven_oh_cases.stabilized";
    /// Mean peak after the first dose of this group.
    pub const SEVEN_OH_CMAX_HUESTIS2026_HIGH_DAY1: &str = "seven_oh_cmax.huestis2026_high_day1";
    /// Mean peak after the first dose of this group.
    pub const SEVEN_OH_CMAX_HUESTIS2026_LOW_DAY1: &str = "seven_oh_cmax.huestis2026_low_day1";
    /// Mean peak after the first dose of this group.
    pub const SEVEN_OH_CMAX_HUESTIS2026_MIDDLE_DAY1: &str = "seven_oh_cmax.huestis2026_middle_day1";
    /// As remembered.
    pub const SEVEN_OH_CMAX_MONGAR2024: &str = "seven_oh_cmax.mongar2024";
    /// Median; printed as 16.1 nM (11.9-22.2).
    pub const SEVEN_OH_CMAX_TANNA2022: &str = "seven_oh_cmax.tanna2022";
    /// Second assay; morphine in the same one needed 125 nM.
    pub const SEVEN_OH_EC50_GTPGS: &str = "seven_oh_ec50.gtpgs";
    /// BRET assay.
    pub const SEVEN_OH_EC50_KRUEGEL2016: &str = "seven_oh_ec50.kruegel2016";
    /// As remembered.
    pub const SEVEN_OH_EMAX_KRUEGEL2016: &str = "seven_oh_emax.kruegel2016";
    /// Second assay: a partial agonist.
    pub const SEVEN_OH_EMAX_OBENG2021: &str = "seven_oh_emax.obeng2021";
    /// Highest of the group means on repeated doses; probably the tail of the parent showing through.
    pub const SEVEN_OH_HALF_LIFE_HUESTIS2024_MULTIPLE: &str = "seven_oh_half_life.huestis2024_multiple";
    /// Highest of the group means after one dose.
    pub const SEVEN_OH_HALF_LIFE_HUESTIS2024_SINGLE: &str = "seven_oh_half_life.huestis2024_single";
    /// Median.
    pub const SEVEN_OH_HALF_LIFE_TANNA2022: &str = "seven_oh_half_life.tanna2022";
    /// Two older assays.
    pub const SEVEN_OH_KI_GUINEA_PIG: &str = "seven_oh_ki.guinea_pig";
    /// By somebody else's summary of a 2020 assay.
    pub const SEVEN_OH_KI_OBENG2020: &str = "seven_oh_ki.obeng2020";
    /// Ordering warning as for MTG: the interval quoted from the paper's body belongs to 7-OH.
    pub const SEVEN_OH_KI_OBENG2021: &str = "seven_oh_ki.obeng2021";
    /// By somebody else's summary of a second assay.
    pub const SEVEN_OH_KI_SECOND_ASSAY: &str = "seven_oh_ki.second_assay";
    /// 1 nM is 0.4145 ng/mL.
    pub const SEVEN_OH_MOLAR_MASS: &str = "seven_oh_molar_mass";
    /// ln 2 over the highest mean half-life after one dose.
    pub const SEVEN_OH_RATE_HUESTIS2024_SINGLE: &str = "seven_oh_rate.huestis2024_single";
    /// ln 2 over the half-life.
    pub const SEVEN_OH_RATE_TANNA2022: &str = "seven_oh_rate.tanna2022";
    /// 7-OH over MTG on repeated doses.
    pub const SEVEN_OH_RATIO_HUESTIS2024_MULTIPLE: &str = "seven_oh_ratio.huestis2024_multiple";
    /// 7-OH over MTG after one dose.
    pub const SEVEN_OH_RATIO_HUESTIS2024_SINGLE: &str = "seven_oh_ratio.huestis2024_single";
    /// 106 over 420 nM.h.
    pub const SEVEN_OH_RATIO_TANNA2022_AUC: &str = "seven_oh_ratio.tanna2022_auc";
    /// By label or report.
    pub const SEVEN_OH_RETAIL_CONTENT: &str = "seven_oh_retail.content";
    /// Listed 7-OH per serving.
    pub const SEVEN_OH_RETAIL_PER_SERVING: &str = "seven_oh_retail.per_serving";
    /// More than this share is made from MTG and not from leaf; labels are often wrong.
    pub const SEVEN_OH_RETAIL_SEMI_SYNTHETIC: &str = "seven_oh_retail.semi_synthetic";
    /// Reached within this many days of daily dosing.
    pub const SEVEN_OH_STEADY_STATE_HUESTIS2024: &str = "seven_oh_steady_state.huestis2024";
    /// Labels are often wrong, and servings of up to 700 mg are listed. Diary only: there is no human data to forecast from.
    pub const SEVEN_OH_TABLET: &str = "seven_oh_tablet";
    /// Medians of the dose groups on repeated doses.
    pub const SEVEN_OH_TMAX_HUESTIS2024_MULTIPLE: &str = "seven_oh_tmax.huestis2024_multiple";
    /// Medians of the dose groups after one dose.
    pub const SEVEN_OH_TMAX_HUESTIS2024_SINGLE: &str = "seven_oh_tmax.huestis2024_single";
    /// Median.
    pub const SEVEN_OH_TMAX_TANNA2022: &str = "seven_oh_tmax.tanna2022";
    /// Median exposure to speciociliatine.
    pub const SPECIOCILIATINE_AUC_TANNA2022: &str = "speciociliatine_auc.tanna2022";
    /// Median: exposure far above that of MTG although the tea holds less of it.
    pub const SPECIOCILIATINE_CLEARANCE_TANNA2022: &str = "speciociliatine_clearance.tanna2022";
    /// Median peak of speciociliatine.
    pub const SPECIOCILIATINE_CMAX_TANNA2022: &str = "speciociliatine_cmax.tanna2022";
    /// Median half-life of speciociliatine.
    pub const SPECIOCILIATINE_HALF_LIFE_TANNA2022: &str = "speciociliatine_half_life.tanna2022";
    /// High plasma exposure from leaf.
    pub const SPECIOCILIATINE_KI: &str = "speciociliatine_ki";
    /// Median exposure to speciogynine.
    pub const SPECIOGYNINE_AUC_TANNA2022: &str = "speciogynine_auc.tanna2022";
    /// Median peak of speciogynine.
    pub const SPECIOGYNINE_CMAX_TANNA2022: &str = "speciogynine_cmax.tanna2022";
    /// Median half-life of speciogynine.
    pub const SPECIOGYNINE_HALF_LIFE_TANNA2022: &str = "speciogynine_half_life.tanna2022";
    /// Middle of what is quoted.
    pub const TABLESPOON_GRAMS: &str = "tablespoon.grams";
    /// Per week after shorter use, as remembered.
    pub const TAPER_AFTER_SHORT_USE: &str = "taper.after_short_use";
    /// Per month or slower after a year or more; slower still at low doses.
    pub const TAPER_CDC_STEP: &str = "taper.cdc_step";
    /// A day before stopping altogether; the last grams are told to be the hardest.
    pub const TAPER_COMMUNITY_LAST_DOSE: &str = "taper.community_last_dose";
    /// Off each dose every 3 to 5 days.
    pub const TAPER_COMMUNITY_STEP: &str = "taper.community_step";
    /// Default ceiling for a plan.
    pub const TAPER_DEFAULT_STEP: &str = "taper.default_step";
    /// Never faster without a clinician's plan stated by the person.
    pub const TAPER_HARD_CAP: &str = "taper.hard_cap";
    /// Per four weeks, common; 10 % a month or slower after more than a year.
    pub const TAPER_HHS_STEP: &str = "taper.hhs_step";
    /// A plan is checked against this part of the band and not the middle, because the model is too kind to tapers.
    pub const TAPER_PLAN_PERCENTILE: &str = "taper.plan_percentile";
    /// Free of opioids at the end of a 7-day taper.
    pub const TAPER_SEVEN_DAYS_END: &str = "taper.seven_days_end";
    /// Free of opioids three months after the 7-day taper.
    pub const TAPER_SEVEN_DAYS_THREE_MONTHS: &str = "taper.seven_days_three_months";
    /// Per week over 4 to 6 weeks: no source of its own.
    pub const TAPER_TERTIARY_STEP: &str = "taper.tertiary_step";
    /// Free of opioids at the end of a 28-day taper.
    pub const TAPER_TWENTY_EIGHT_DAYS_END: &str = "taper.twenty_eight_days_end";
    /// Free of opioids three months after the 28-day taper: the difference was gone.
    pub const TAPER_TWENTY_EIGHT_DAYS_THREE_MONTHS: &str = "taper.twenty_eight_days_three_months";
    /// Fluffy and packed powder differ.
    pub const TEASPOON_GRAMS: &str = "teaspoon.grams";
    /// About this much.
    pub const TEASPOON_CRUSHED_LEAF_GRAMS: &str = "teaspoon_crushed_leaf.grams";
    /// Claimed time to full return. Another page of the same site says weeks to months, so neither is shown alone.
    pub const TOLERANCE_RESET_TERTIARY: &str = "tolerance_reset.tertiary";
    /// A stretch that can be waited through. It is no claim about how long an urge lasts: nobody measured that for kratom.
    pub const URGE_TIMER_LENGTH: &str = "urge_timer.length";
    /// A third had some: mild, a day at most.
    pub const US2017_ADVERSE_EFFECTS: &str = "us2017.adverse_effects";
    /// Share.
    pub const US2017_SOUGHT_TREATMENT: &str = "us2017.sought_treatment";
    /// Past-year moderate or severe.
    pub const US2017_USE_DISORDER: &str = "us2017.use_disorder";
    /// Kratom use disorder: have it.
    pub const US2021_USE_DISORDER_CURRENT: &str = "us2021.use_disorder_current";
    /// Kratom use disorder: have it, mild.
    pub const US2021_USE_DISORDER_MILD: &str = "us2021.use_disorder_mild";
    /// Kratom use disorder: have it, moderate.
    pub const US2021_USE_DISORDER_MODERATE: &str = "us2021.use_disorder_moderate";
    /// Kratom use disorder: never had it.
    pub const US2021_USE_DISORDER_NEVER: &str = "us2021.use_disorder_never";
    /// Kratom use disorder: had it before.
    pub const US2021_USE_DISORDER_REMITTED: &str = "us2021.use_disorder_remitted";
    /// Kratom use disorder: have it, severe.
    pub const US2021_USE_DISORDER_SEVERE: &str = "us2021.use_disorder_severe";
    /// Use disorder counts that are mild or moderate. How often mattered more than how much; men more than women.
    pub const US2022_MILD_OR_MODERATE: &str = "us2022.mild_or_moderate";
    /// Mean.
    pub const US2022_YEARS_OF_USE: &str = "us2022.years_of_use";
    /// Odds ratio with another substance use disorder.
    pub const US2023_OTHER_DISORDER_ODDS: &str = "us2023.other_disorder_odds";
    /// Share of those with a use disorder.
    pub const US2023_TOLERANCE: &str = "us2023.tolerance";
    /// Share.
    pub const US2023_USE_DISORDER: &str = "us2023.use_disorder";
    /// Share of those with a use disorder.
    pub const US2023_WITHDRAWAL: &str = "us2023.withdrawal";
    /// Uses recorded. Mostly satisfied, dependence mostly mild; a convenience sample.
    pub const US_DAILY_LIFE_EVENTS: &str = "us_daily_life.events";
    /// Criteria counted over twelve months, as remembered; widely known, yet to be checked.
    pub const USE_DISORDER_CRITERIA: &str = "use_disorder.criteria";
    /// Criteria met, called mild, as remembered.
    pub const USE_DISORDER_MILD: &str = "use_disorder.mild";
    /// Criteria met, called moderate, as remembered.
    pub const USE_DISORDER_MODERATE: &str = "use_disorder.moderate";
    /// Criteria met, called severe, as remembered: this many or more.
    pub const USE_DISORDER_SEVERE: &str = "use_disorder.severe";
    /// Most of it; some complaints linger for weeks.
    pub const WITHDRAWAL_LENGTH_MOST: &str = "withdrawal_length.most";
    /// For some people. Two secondary sources are behind the onset and the lengths.
    pub const WITHDRAWAL_LENGTH_SOME: &str = "withdrawal_length.some";
    /// Hours after the last dose.
    pub const WITHDRAWAL_ONSET_REVIEWS: &str = "withdrawal_onset.reviews";
    /// Hours after the last dose.
    pub const WITHDRAWAL_ONSET_TERTIARY: &str = "withdrawal_onset.tertiary";
    /// Says day 3 to 4; Ebb's own curve peaks earlier, and its band reaches this far.
    pub const WITHDRAWAL_PEAK_TERTIARY: &str = "withdrawal_peak.tertiary";
    /// Daily amount named as the range in which dependence is seen.
    pub const WITHDRAWAL_RISK_GRAMS_PER_DAY: &str = "withdrawal_risk.grams_per_day";
    /// More than this, more than three times a day, predicts more withdrawal.
    pub const WITHDRAWAL_RISK_GRAMS_PER_DOSE: &str = "withdrawal_risk.grams_per_dose";
    /// More than this twice a day.
    pub const WITHDRAWAL_RISK_TWICE_DAILY_GRAMS: &str = "withdrawal_risk.twice_daily_grams";
    /// Eleven signs that need an observer.
    pub const WITHDRAWAL_SCALE_CLINICAL_GREATEST: &str = "withdrawal_scale_clinical.greatest";
    /// Called mild.
    pub const WITHDRAWAL_SCALE_CLINICAL_MILD: &str = "withdrawal_scale_clinical.mild";
    /// Called moderate.
    pub const WITHDRAWAL_SCALE_CLINICAL_MODERATE: &str = "withdrawal_scale_clinical.moderate";
    /// Called moderately severe; above it severe.
    pub const WITHDRAWAL_SCALE_CLINICAL_MODERATELY_SEVERE: &str = "withdrawal_scale_clinical.moderately_severe";
    /// Greatest score.
    pub const WITHDRAWAL_SCALE_SIXTEEN_GREATEST: &str = "withdrawal_scale_sixteen.greatest";
    /// Guidance waits for at least this score.
    pub const WITHDRAWAL_SCALE_SIXTEEN_INDUCTION: &str = "withdrawal_scale_sixteen.induction";
    /// Sixteen symptoms scored 0 to 4.
    pub const WITHDRAWAL_SCALE_SIXTEEN_ITEMS: &str = "withdrawal_scale_sixteen.items";
    /// Commonly called mild.
    pub const WITHDRAWAL_SCALE_SIXTEEN_MILD: &str = "withdrawal_scale_sixteen.mild";
    /// Commonly called moderate.
    pub const WITHDRAWAL_SCALE_SIXTEEN_MODERATE: &str = "withdrawal_scale_sixteen.moderate";
    /// Commonly called severe; higher scores as well.
    pub const WITHDRAWAL_SCALE_SIXTEEN_SEVERE: &str = "withdrawal_scale_sixteen.severe";
    /// Ten symptoms scored 0 to 3; no official bands.
    pub const WITHDRAWAL_SCALE_TEN_GREATEST: &str = "withdrawal_scale_ten.greatest";
    /// Mean before the morning dose.
    pub const WITHDRAWAL_SCORE_BEFORE_DOSE: &str = "withdrawal_score.before_dose";
    /// Fall after the dose.
    pub const WITHDRAWAL_SCORE_RELIEF: &str = "withdrawal_score.relief";
    /// Mean on the 16-item scale.
    pub const WITHDRAWAL_SCORE_SURVEY_MEAN: &str = "withdrawal_score.survey_mean";
}

/// The rows themselves as constants: no look-up, nothing to unwrap.
pub mod cited {
    use super::ROWS;
    use crate::Cited;
    /// In and out of the other pace, for whom an even one is easier; no effect is claimed for it.
    pub const BREATHING_EVEN: &Cited = &ROWS[0];
    /// Length of the breath in. A quiet pace, chosen because it is easy to follow; no effect is claimed for it.
    pub const BREATHING_IN: &Cited = &ROWS[1];
    /// Length of the breath out, a little longer than the breath in; no effect is claimed for it.
    pub const BREATHING_OUT: &Cited = &ROWS[2];
    /// Urine free of MTG after 12 weeks on buprenorphine.
    pub const BUPRENORPHINE_CASES_NEGATIVE: &Cited = &ROWS[3];
    /// Size 0 holds less.
    pub const CAPSULE_GRAMS: &Cited = &ROWS[4];
    /// Exposure to a CYP2D6 test drug with kratom over without: no change after one small dose.
    pub const DEXTROMETHORPHAN_AUC_RATIO: &Cited = &ROWS[5];
    /// As remembered, at usual limits.
    pub const DRUG_TEST_BLOOD_WINDOW: &Cited = &ROWS[6];
    /// Limit of the confirming test.
    pub const DRUG_TEST_CONFIRMATION_LIMIT: &Cited = &ROWS[7];
    /// Limit of the first test.
    pub const DRUG_TEST_IMMUNOASSAY_LIMIT: &Cited = &ROWS[8];
    /// Longer with heavy use.
    pub const DRUG_TEST_URINE_WINDOW: &Cited = &ROWS[9];
    /// Spread of the natural logarithm of the true amount around the entry.
    pub const ENTRY_ERROR_CAPSULE: &Cited = &ROWS[10];
    /// Spread of the natural logarithm of the true amount around the entry.
    pub const ENTRY_ERROR_SCALE: &Cited = &ROWS[11];
    /// Spread of the natural logarithm of the true amount around the entry.
    pub const ENTRY_ERROR_SPOON: &Cited = &ROWS[12];
    /// MTG by weight.
    pub const EXTRACT_CONTENT_RESEARCH: &Cited = &ROWS[13];
    /// MTG per pouch.
    pub const EXTRACT_GEL_POUCH_MITRAGYNINE: &Cited = &ROWS[14];
    /// 250 mg of extract at 45 %; others run from 50 to 250 mg.
    pub const EXTRACT_SHOT_MITRAGYNINE: &Cited = &ROWS[15];
    /// How long ratings stayed above the start.
    pub const FELT_ABOVE_BASELINE: &Cited = &ROWS[16];
    /// As remembered; larger doses last longer.
    pub const FELT_DURATION_LEAF: &Cited = &ROWS[17];
    /// Much shorter than its level in blood would suggest.
    pub const FELT_DURATION_SEVEN_OH: &Cited = &ROWS[18];
    /// Share who say it is gone within hours, after an onset in minutes.
    pub const FELT_GONE_WITHIN_HOURS: &Cited = &ROWS[19];
    /// First effects.
    pub const FELT_ONSET_TERTIARY: &Cited = &ROWS[20];
    /// Strongest effects.
    pub const FELT_PEAK_TERTIARY: &Cited = &ROWS[21];
    /// More than this share had raised their dose.
    pub const FELT_RAISED_DOSE: &Cited = &ROWS[22];
    /// Feeling on a line from 0 to 100, within 40 minutes.
    pub const FELT_RATING_AT_FORTY_MINUTES: &Cited = &ROWS[23];
    /// Highest feeling on a line from 0 to 100.
    pub const FELT_RATING_PEAK: &Cited = &ROWS[24];
    /// Deaths with nothing else found; other substances were not excluded.
    pub const HARM_KRATOM_ALONE_DEATHS: &Cited = &ROWS[25];
    /// Deaths in which it was judged to play a part.
    pub const HARM_KRATOM_INVOLVED_DEATHS: &Cited = &ROWS[26];
    /// Deaths with kratom found; 0.56 %. Some 80 % had a history of substance misuse.
    pub const HARM_KRATOM_POSITIVE_DEATHS: &Cited = &ROWS[27];
    /// Share that was cholestatic.
    pub const HARM_LIVER_CHOLESTATIC: &Cited = &ROWS[28];
    /// Median of about 21 to 22 days before liver trouble; mostly cholestatic or mixed, with jaundice and itching.
    pub const HARM_LIVER_LATENCY: &Cited = &ROWS[29];
    /// Share that needed a transplant.
    pub const HARM_LIVER_TRANSPLANT: &Cited = &ROWS[30];
    /// 2020; more states report over time.
    pub const HARM_MITRAGYNINE_DETECTED_2020: &Cited = &ROWS[31];
    /// 2023; 1,016 and 1,017 in the years between.
    pub const HARM_MITRAGYNINE_DETECTED_2023: &Cited = &ROWS[32];
    /// Exposures reported.
    pub const HARM_POISON_CENTER_EXPOSURES: &Cited = &ROWS[33];
    /// 7-OH exposures reported.
    pub const HARM_SEVEN_OH_EXPOSURES: &Cited = &ROWS[34];
    /// Median exposure to isopaynantheine.
    pub const ISOPAYNANTHEINE_AUC_TANNA2022: &Cited = &ROWS[35];
    /// Median peak of isopaynantheine.
    pub const ISOPAYNANTHEINE_CMAX_TANNA2022: &Cited = &ROWS[36];
    /// Median half-life of isopaynantheine.
    pub const ISOPAYNANTHEINE_HALF_LIFE_TANNA2022: &Cited = &ROWS[37];
    /// Used until a batch has its own figure. A new batch is opened when the powder changes, or its change would look like a change of tolerance.
    pub const LEAF_MITRAGYNINE: &Cited = &ROWS[38];
    /// For the record of a batch only. Never add it to a dose as swallowed 7-OH: the engine's fp already holds the leaf's own traces.
    pub const LEAF_SEVEN_OH: &Cited = &ROWS[39];
    /// All alkaloids as a share of dry weight.
    pub const LEAF_ALKALOIDS: &Cited = &ROWS[40];
    /// Lowest and highest content found.
    pub const LEAF_CONTENT_COMMERCIAL: &Cited = &ROWS[41];
    /// 6.65 mg in 500 mg.
    pub const LEAF_CONTENT_HUESTIS2024: &Cited = &ROWS[42];
    /// Mean and one standard deviation.
    pub const LEAF_CONTENT_NAPDI: &Cited = &ROWS[43];
    /// Share of dry weight.
    pub const LEAF_CONTENT_REVIEWS: &Cited = &ROWS[44];
    /// Where most samples lie.
    pub const LEAF_CONTENT_REVIEWS_MOST: &Cited = &ROWS[45];
    /// Mean, lowest and highest.
    pub const LEAF_CONTENT_WILD_THAI: &Cited = &ROWS[46];
    /// Leaf per dose over the dose groups.
    pub const LEAF_DOSE_HUESTIS2024: &Cited = &ROWS[47];
    /// Below this.
    pub const LEAF_SEVEN_OH_CONTENT_NAPDI: &Cited = &ROWS[48];
    /// 0.003-0.04 % of dry weight.
    pub const LEAF_SEVEN_OH_CONTENT_REVIEWS: &Cited = &ROWS[49];
    /// Below this share of all alkaloids.
    pub const LEAF_SEVEN_OH_SHARE: &Cited = &ROWS[50];
    /// Highest share of alkaloids that the association lets its members sell.
    pub const LEAF_SEVEN_OH_SHARE_INDUSTRY_CAP: &Cited = &ROWS[51];
    /// MTG as a share of all alkaloids, about.
    pub const LEAF_SHARE_MALAY: &Cited = &ROWS[52];
    /// MTG as a share of all alkaloids, about.
    pub const LEAF_SHARE_THAI: &Cited = &ROWS[53];
    /// Below this called low, as remembered.
    pub const LEEDS_DEPENDENCE_LOW: &Cited = &ROWS[54];
    /// Called medium, as remembered; above it high.
    pub const LEEDS_DEPENDENCE_MEDIUM: &Cited = &ROWS[55];
    /// Share with craving.
    pub const MALAYSIA_CRAVING: &Cited = &ROWS[56];
    /// Odds ratio of moderate depression from four glasses a day.
    pub const MALAYSIA_DEPRESSION_ODDS: &Cited = &ROWS[57];
    /// From this many glasses a day severe dependence, withdrawal and craving are likelier.
    pub const MALAYSIA_GLASSES_THRESHOLD: &Cited = &ROWS[58];
    /// Count as listed; whether people or per cent was not plain in the notes.
    pub const MALAYSIA_MILD_ANXIETY_ON_STOPPING: &Cited = &ROWS[59];
    /// Count as listed; whether people or per cent was not plain in the notes.
    pub const MALAYSIA_MILD_DEPRESSION_ON_STOPPING: &Cited = &ROWS[60];
    /// Share.
    pub const MALAYSIA_MODERATE_DEPENDENCE: &Cited = &ROWS[61];
    /// Odds ratio above three glasses a day.
    pub const MALAYSIA_MODERATE_WITHDRAWAL_ODDS: &Cited = &ROWS[62];
    /// More than this share.
    pub const MALAYSIA_SEVERE_DEPENDENCE: &Cited = &ROWS[63];
    /// Odds ratio above three glasses a day.
    pub const MALAYSIA_SEVERE_DEPENDENCE_ODDS: &Cited = &ROWS[64];
    /// Share with tolerance.
    pub const MALAYSIA_TOLERANCE: &Cited = &ROWS[65];
    /// Share meeting criteria.
    pub const MALAYSIA_USE_DISORDER: &Cited = &ROWS[66];
    /// Share with withdrawal.
    pub const MALAYSIA_WITHDRAWAL: &Cited = &ROWS[67];
    /// MTG per dose of that drink and no other: other teas in studies held 6 to 39 mg, so a tea of unknown strength has no number here.
    pub const MALAYSIAN_DRINK_MITRAGYNINE: &Cited = &ROWS[68];
    /// The centre is the reported figure, the width is ours and wide on purpose: drinks differ in leaf, water and size.
    pub const MALAYSIAN_DRINK_MITRAGYNINE_PRIOR: &Cited = &ROWS[69];
    /// Semi-synthetic products.
    pub const MGM15_KI: &Cited = &ROWS[70];
    /// Exposure to a CYP3A test drug with kratom over without.
    pub const MIDAZOLAM_AUC_RATIO: &Cited = &ROWS[71];
    /// Peak of a CYP3A test drug with kratom over without.
    pub const MIDAZOLAM_CMAX_RATIO: &Cited = &ROWS[72];
    /// Median exposure to mitraciliatine.
    pub const MITRACILIATINE_AUC_TANNA2022: &Cited = &ROWS[73];
    /// Median peak of mitraciliatine.
    pub const MITRACILIATINE_CMAX_TANNA2022: &Cited = &ROWS[74];
    /// Median half-life of mitraciliatine.
    pub const MITRACILIATINE_HALF_LIFE_TANNA2022: &Cited = &ROWS[75];
    /// With single doses: little within 12 h, marked between these days, then steady.
    pub const MORPHINE_BOLUS_TOLERANCE_DAYS: &Cited = &ROWS[76];
    /// For comparison with 7-OH.
    pub const MORPHINE_EC50_GTPGS: &Cited = &ROWS[77];
    /// Lag between blood and effect.
    pub const MORPHINE_EFFECT_SITE_HALF_LIFE: &Cited = &ROWS[78];
    /// For comparison.
    pub const MORPHINE_KI: &Cited = &ROWS[79];
    /// Nearly complete by then, after 12 h of exposure.
    pub const MORPHINE_RECOVERY_DAYS_RAT: &Cited = &ROWS[80];
    /// Effect left after 12 h of infusion, as a share of the greatest possible.
    pub const MORPHINE_RESIDUAL_EFFECT: &Cited = &ROWS[81];
    /// After this one dose an antagonist showed withdrawal.
    pub const MORPHINE_SINGLE_DOSE_DEPENDENCE: &Cited = &ROWS[82];
    /// Pain relief gone by this day of a steady infusion; more pain than before when it stops.
    pub const MORPHINE_TOLERANCE_COMPLETE_RAT: &Cited = &ROWS[83];
    /// The rate at which tolerance came varied this many times over with exposure.
    pub const MORPHINE_TOLERANCE_EXPOSURE_FOLD: &Cited = &ROWS[84];
    /// Half-life of the tolerance compartment.
    pub const MORPHINE_TOLERANCE_HALF_LIFE_RAT: &Cited = &ROWS[85];
    /// Day 15 peak over day 1 peak, highest dose: more than a linear model gives.
    pub const MTG_ACCUMULATION_HUESTIS2026_HIGH: &Cited = &ROWS[86];
    /// Day 15 peak over day 1 peak, lowest dose.
    pub const MTG_ACCUMULATION_HUESTIS2026_LOW: &Cited = &ROWS[87];
    /// Day 15 peak over day 1 peak, middle dose.
    pub const MTG_ACCUMULATION_HUESTIS2026_MIDDLE: &Cited = &ROWS[88];
    /// Weak binding to alpha-1 and alpha-2.
    pub const MTG_ALPHA_ADRENERGIC_KI: &Cited = &ROWS[89];
    /// Median; printed as 420 nM.h (324-1360).
    pub const MTG_AUC_TANNA2022: &Cited = &ROWS[90];
    /// Swallowed dose that reaches the blood; unknown in people.
    pub const MTG_BIOAVAILABILITY_DOG: &Cited = &ROWS[91];
    /// About this much, by somebody else's summary.
    pub const MTG_BIOAVAILABILITY_RAT: &Cited = &ROWS[92];
    /// Clearance after injection.
    pub const MTG_CLEARANCE_DOG: &Cited = &ROWS[93];
    /// Apparent oral clearance, median.
    pub const MTG_CLEARANCE_TANNA2022: &Cited = &ROWS[94];
    /// Unit slip: printed per kg. The volume and half-life of the same abstract give 1.13 L/h/kg, that is 87 L/h for 77 kg, so the figure is read as L/h. The 7,550 L/h that a later table derives from it must not be used.
    pub const MTG_CLEARANCE_TRAKULSRICHAI2015: &Cited = &ROWS[95];
    /// Volume times ln 2 over half-life, for 77 kg: the check behind reading the printed unit as L/h.
    pub const MTG_CLEARANCE_TRAKULSRICHAI2015_CHECK: &Cited = &ROWS[96];
    /// Mean peak after the first dose of this group.
    pub const MTG_CMAX_HUESTIS2026_HIGH_DAY1: &Cited = &ROWS[97];
    /// Mean peak on day 15 of this group.
    pub const MTG_CMAX_HUESTIS2026_HIGH_DAY15: &Cited = &ROWS[98];
    /// Mean peak after the first dose of this group.
    pub const MTG_CMAX_HUESTIS2026_LOW_DAY1: &Cited = &ROWS[99];
    /// Mean peak on day 15 of this group.
    pub const MTG_CMAX_HUESTIS2026_LOW_DAY15: &Cited = &ROWS[100];
    /// Mean peak after the first dose of this group.
    pub const MTG_CMAX_HUESTIS2026_MIDDLE_DAY1: &Cited = &ROWS[101];
    /// Mean peak on day 15 of this group.
    pub const MTG_CMAX_HUESTIS2026_MIDDLE_DAY15: &Cited = &ROWS[102];
    /// As remembered; eight times what the same dose would give at the Tanna study's peak per milligram.
    pub const MTG_CMAX_MONGAR2024: &Cited = &ROWS[103];
    /// Median; printed as 81.9 nM (50.1-177).
    pub const MTG_CMAX_TANNA2022: &Cited = &ROWS[104];
    /// Range of peaks as remembered; the abstract does not print it.
    pub const MTG_CMAX_TRAKULSRICHAI2015: &Cited = &ROWS[105];
    /// First-dose peaks divided by the dose, lowest and highest group.
    pub const MTG_CMAX_PER_MG_HUESTIS2026: &Cited = &ROWS[106];
    /// Rests on a peak that is remembered, not read.
    pub const MTG_CMAX_PER_MG_MONGAR2024: &Cited = &ROWS[107];
    /// 32.6 ng/mL from 39 mg.
    pub const MTG_CMAX_PER_MG_TANNA2022: &Cited = &ROWS[108];
    /// Rests on peaks that are remembered, not read.
    pub const MTG_CMAX_PER_MG_TRAKULSRICHAI2015: &Cited = &ROWS[109];
    /// About the concentration at which its time-dependent block of CYP3A runs at half its greatest speed.
    pub const MTG_CYP3A_KI: &Cited = &ROWS[110];
    /// About this fast at most; MTG may therefore slow its own removal.
    pub const MTG_CYP3A_KINACT: &Cited = &ROWS[111];
    /// After this long antagonists brought on withdrawal, though stopping alone changed nothing in that test.
    pub const MTG_DEPENDENCE_DAYS_RAT: &Cited = &ROWS[112];
    /// MTG per dose over the dose groups.
    pub const MTG_DOSE_HUESTIS2024: &Cited = &ROWS[113];
    /// MTG per dose of this group.
    pub const MTG_DOSE_HUESTIS2026_HIGH: &Cited = &ROWS[114];
    /// MTG per dose of this group.
    pub const MTG_DOSE_HUESTIS2026_LOW: &Cited = &ROWS[115];
    /// MTG per dose of this group.
    pub const MTG_DOSE_HUESTIS2026_MIDDLE: &Cited = &ROWS[116];
    /// Dose as remembered; the paper was not at hand.
    pub const MTG_DOSE_MONGAR2024: &Cited = &ROWS[117];
    /// MTG in the tea.
    pub const MTG_DOSE_TANNA2022: &Cited = &ROWS[118];
    /// MTG per dose, as listed in the 2023 comparison table.
    pub const MTG_DOSE_TRAKULSRICHAI2015: &Cited = &ROWS[119];
    /// BRET assay.
    pub const MTG_EC50_KRUEGEL2016: &Cited = &ROWS[120];
    /// BRET assay: a partial agonist. In another assay it blocked instead.
    pub const MTG_EMAX_KRUEGEL2016: &Cited = &ROWS[121];
    /// Highest of the group means on repeated doses.
    pub const MTG_HALF_LIFE_HUESTIS2024_MULTIPLE: &Cited = &ROWS[122];
    /// Highest of the group means after one dose.
    pub const MTG_HALF_LIFE_HUESTIS2024_SINGLE: &Cited = &ROWS[123];
    /// As remembered; sampling was short, so this is the fall after the peak and not the tail.
    pub const MTG_HALF_LIFE_MONGAR2024: &Cited = &ROWS[124];
    /// Median.
    pub const MTG_HALF_LIFE_TANNA2022: &Cited = &ROWS[125];
    /// Mean and one standard deviation; 24 h of sampling is too short for a half-life of this length.
    pub const MTG_HALF_LIFE_TRAKULSRICHAI2015: &Cited = &ROWS[126];
    /// By somebody else's summary of a 2026 assay.
    pub const MTG_KI_ASSAY2026: &Cited = &ROWS[127];
    /// By somebody else's summary of a 2020 assay.
    pub const MTG_KI_OBENG2020: &Cited = &ROWS[128];
    /// Ordering warning: the published abstract prints 77.9 and 709 nM in the order MTG, 7-OH. Every other assay, and the intervals in the paper's body, make 709 the figure of MTG. Do not turn it round.
    pub const MTG_KI_OBENG2021: &Cited = &ROWS[129];
    /// As remembered.
    pub const MTG_KI_VARADI2016: &Cited = &ROWS[130];
    /// 1 nM is 0.3985 ng/mL.
    pub const MTG_MOLAR_MASS: &Cited = &ROWS[131];
    /// Share of responses on the morphine lever.
    pub const MTG_MORPHINE_LIKE_OBENG2021: &Cited = &ROWS[132];
    /// Four- to eightfold differences between studies need about this much spread before anything is known of a person.
    pub const MTG_POTENCY_BETWEEN_STUDIES_LOG_SD: &Cited = &ROWS[133];
    /// As remembered; the ratio in whole blood is unknown to us.
    pub const MTG_PROTEIN_BINDING: &Cited = &ROWS[134];
    /// Not to be used: 10 to 100 times every other figure in living users, probably a wrong unit.
    pub const MTG_SERUM_MALAYSIAN_CASE_SERIES: &Cited = &ROWS[135];
    /// Day on which daily dosing stopped raising the level.
    pub const MTG_STEADY_STATE_HUESTIS2024: &Cited = &ROWS[136];
    /// Medians of the dose groups on repeated doses.
    pub const MTG_TMAX_HUESTIS2024_MULTIPLE: &Cited = &ROWS[137];
    /// Medians of the dose groups after one dose.
    pub const MTG_TMAX_HUESTIS2024_SINGLE: &Cited = &ROWS[138];
    /// Median.
    pub const MTG_TMAX_HUESTIS2026: &Cited = &ROWS[139];
    /// As remembered.
    pub const MTG_TMAX_MONGAR2024: &Cited = &ROWS[140];
    /// Median.
    pub const MTG_TMAX_TANNA2022: &Cited = &ROWS[141];
    /// Mean and one standard deviation.
    pub const MTG_TMAX_TRAKULSRICHAI2015: &Cited = &ROWS[142];
    /// Share of the dose found unchanged in urine.
    pub const MTG_URINE_UNCHANGED_TRAKULSRICHAI2015: &Cited = &ROWS[143];
    /// Volume after injection; 7-OH was not found then, so it is formed on the first pass.
    pub const MTG_VOLUME_DOG: &Cited = &ROWS[144];
    /// Apparent terminal volume, median.
    pub const MTG_VOLUME_TANNA2022: &Cited = &ROWS[145];
    /// The same volume for the whole body, as the 2023 table multiplies it.
    pub const MTG_VOLUME_TRAKULSRICHAI2015: &Cited = &ROWS[146];
    /// Apparent volume, mean and one standard deviation.
    pub const MTG_VOLUME_PER_KG_TRAKULSRICHAI2015: &Cited = &ROWS[147];
    /// Withdrawal lasted at least this long; eased by methadone, buprenorphine and clonidine.
    pub const MTG_WITHDRAWAL_DAYS_RAT: &Cited = &ROWS[148];
    /// It can wear off before the opioid does, so the person must be watched and the ambulance must still come.
    pub const NALOXONE_WEARS_OFF: &Cited = &ROWS[149];
    /// As remembered.
    pub const NICOTINE_TOLERANCE_HALF_LIFE: &Cited = &ROWS[150];
    /// Mean.
    pub const OBSERVED_DOSE_MORNING_MEAN: &Cited = &ROWS[151];
    /// Median.
    pub const OBSERVED_DOSE_MORNING_MEDIAN: &Cited = &ROWS[152];
    /// Doses a day; the first often within an hour of waking.
    pub const OBSERVED_DOSE_PER_DAY: &Cited = &ROWS[153];
    /// Single doses given; two people had nausea at the highest dose.
    pub const OBSERVED_DOSE_REGULATOR_PILOT: &Cited = &ROWS[154];
    /// Share who use daily.
    pub const OBSERVED_DOSE_SURVEY_DAILY: &Cited = &ROWS[155];
    /// Share whose usual dose is 1-3 g.
    pub const OBSERVED_DOSE_SURVEY_ONE_TO_THREE_GRAMS: &Cited = &ROWS[156];
    /// Average MTG per day, as a drink.
    pub const OBSERVED_MITRAGYNINE_MALAYSIAN_PER_DAY: &Cited = &ROWS[157];
    /// Mean MTG per day, reported as a range.
    pub const OBSERVED_MITRAGYNINE_PER_DAY_MEAN: &Cited = &ROWS[158];
    /// Median MTG per day, reported as a range.
    pub const OBSERVED_MITRAGYNINE_PER_DAY_MEDIAN: &Cited = &ROWS[159];
    /// Mean MTG per use.
    pub const OBSERVED_MITRAGYNINE_PER_USE_MEAN: &Cited = &ROWS[160];
    /// Median MTG per use.
    pub const OBSERVED_MITRAGYNINE_PER_USE_MEDIAN: &Cited = &ROWS[161];
    /// Share of mu-opioid receptors occupied at 16 mg a day.
    pub const OCCUPANCY_BUPRENORPHINE_SIXTEEN_MG: &Cited = &ROWS[162];
    /// Share of mu-opioid receptors occupied at 32 mg a day.
    pub const OCCUPANCY_BUPRENORPHINE_THIRTY_TWO_MG: &Cited = &ROWS[163];
    /// Share of mu-opioid receptors occupied at 2 mg a day.
    pub const OCCUPANCY_BUPRENORPHINE_TWO_MG: &Cited = &ROWS[164];
    /// Share of the transporter occupied at the usual lowest dose. Carrying this over to kratom is reasoning, not evidence.
    pub const OCCUPANCY_SERT_USUAL_MINIMUM: &Cited = &ROWS[165];
    /// Slow part of the return.
    pub const OPIOID_OFFSET_HALF_LIFE_MOUSE: &Cited = &ROWS[166];
    /// Slow part of the return, whatever opioid or regimen.
    pub const OPIOID_OFFSET_HALF_LIFE_RAT: &Cited = &ROWS[167];
    /// Tolerance still found this long after the end.
    pub const OPIOID_TOLERANCE_LEFT_AT: &Cited = &ROWS[168];
    /// Score without any withdrawal. Half-normal between people with standard deviation 3, not lognormal. Estimated per person.
    pub const PARAMETER_B0: &Cited = &ROWS[169];
    /// Standard deviation of that half-normal.
    pub const PARAMETER_B0_HALF_NORMAL_SD: &Cited = &ROWS[170];
    /// Gain of the fast opponent; together with the slow one at most 0.95.
    pub const PARAMETER_BETA_F: &Cited = &ROWS[171];
    /// Gain of the slow opponent.
    pub const PARAMETER_BETA_S: &Cited = &ROWS[172];
    /// Apparent clearance. The width is between people; between studies it is far wider, see the next row.
    pub const PARAMETER_CL: &Cited = &ROWS[173];
    /// To be used instead of the between-people width when nothing of a person's product is known.
    pub const PARAMETER_CL_BETWEEN_STUDIES_LOG_SD: &Cited = &ROWS[174];
    /// Added to felt durations, reported and computed, before their logarithm is taken, so that a dose that was not felt has one too.
    pub const PARAMETER_DURATION_FLOOR_H: &Cited = &ROWS[175];
    /// MTG equivalents for half the signal without adaptation; tuned so that a first 3 g of leaf rates about 6 of 10. Estimated per person.
    pub const PARAMETER_EC50: &Cited = &ROWS[176];
    /// Availability of swallowed 7-OH against 7-OH formed in the body. No human data on isolated 7-OH: with 1.0 the engine gives about 10 h of effect from 15 mg where users say 1.5 to 3 h.
    pub const PARAMETER_F7: &Cited = &ROWS[177];
    /// 7-OH appearing on the first pass per mg MTG absorbed, at the nominal volume V7. It already holds the leaf's own traces of 7-OH; never add those again.
    pub const PARAMETER_FP: &Cited = &ROWS[178];
    /// 7-OH formed per mg MTG cleared later, at the nominal volume V7.
    pub const PARAMETER_FS: &Cited = &ROWS[179];
    /// Slope of the signal; tuned to 2 to 6 h of felt effect.
    pub const PARAMETER_G: &Cited = &ROWS[180];
    /// Elimination of 7-OH; half-life 4.3 h.
    pub const PARAMETER_K7: &Cited = &ROWS[181];
    /// Each of two equal absorption steps; fitted to times of the peak.
    pub const PARAMETER_KA: &Cited = &ROWS[182];
    /// Each of two absorption steps of a swallowed 7-OH product.
    pub const PARAMETER_KA7: &Cited = &ROWS[183];
    /// Signal units that make 6.3 of 10 on the felt scale. Estimated per person. The felt scale is for inference and never a goal.
    pub const PARAMETER_KE: &Cited = &ROWS[184];
    /// Signal units of deficit that make 40 of 64 points. Estimated per person.
    pub const PARAMETER_KW: &Cited = &ROWS[185];
    /// Not set but following from the rows above: the fast fall after the peak.
    pub const PARAMETER_MTG_DISTRIBUTION_HALF_LIFE: &Cited = &ROWS[186];
    /// Not set but following from the rows above: terminal half-life.
    pub const PARAMETER_MTG_HALF_LIFE: &Cited = &ROWS[187];
    /// Width of the one scale on EC50 and availability that is estimated per person.
    pub const PARAMETER_POTENCY_LOG_SD: &Cited = &ROWS[188];
    /// Apparent flow between the two volumes.
    pub const PARAMETER_Q: &Cited = &ROWS[189];
    /// ng/mL of MTG that one ng/mL of 7-OH stands for. Dish figures, halved because 7-OH is remembered to enter the mouse brain less well.
    pub const PARAMETER_RHO: &Cited = &ROWS[190];
    /// Spread of one felt-duration report, natural logarithm of hours.
    pub const PARAMETER_SIGMA_DUR: &Cited = &ROWS[191];
    /// Standard deviation of one felt-effect rating, on 0 to 10.
    pub const PARAMETER_SIGMA_E: &Cited = &ROWS[192];
    /// Standard deviation of one withdrawal score of nought, on 0 to 64.
    pub const PARAMETER_SIGMA_W_BASE: &Cited = &ROWS[193];
    /// Added standard deviation per point of the withdrawal score.
    pub const PARAMETER_SIGMA_W_SLOPE: &Cited = &ROWS[194];
    /// Share of reports that have nothing to do with what they are about: a slip of the finger, the wrong line or day. Nobody has counted them.
    pub const PARAMETER_SLIP_SHARE: &Cited = &ROWS[195];
    /// Half-life of the build-up of withdrawal.
    pub const PARAMETER_T_HALF_D: &Cited = &ROWS[196];
    /// Half-life of fast adaptation. Rats on morphine: 26 h with a standard deviation of 6, rounded up; nobody has measured it in people.
    pub const PARAMETER_T_HALF_F: &Cited = &ROWS[197];
    /// Half-life of slow adaptation, 14 days. Rats 13.2 days, mice 17.4; nobody has measured it in people.
    pub const PARAMETER_T_HALF_S: &Cited = &ROWS[198];
    /// Gain of the fast potency shift. No single fact sets it: it trades off against EC50 and the slow gain.
    pub const PARAMETER_TAU_F: &Cited = &ROWS[199];
    /// Gain of the slow potency shift. No single fact sets it: it trades off against EC50 and the fast gain.
    pub const PARAMETER_TAU_S: &Cited = &ROWS[200];
    /// Felt means at least this much, on 0 to 10.
    pub const PARAMETER_THETA_E: &Cited = &ROWS[201];
    /// Apparent central volume.
    pub const PARAMETER_V1: &Cited = &ROWS[202];
    /// Apparent outer volume; makes a terminal volume of 2,690 L.
    pub const PARAMETER_V2: &Cited = &ROWS[203];
    /// Nominal: only ratios to fp and fs can be known, so it is fixed.
    pub const PARAMETER_V7: &Cited = &ROWS[204];
    /// Median exposure to paynantheine.
    pub const PAYNANTHEINE_AUC_TANNA2022: &Cited = &ROWS[205];
    /// Median peak of paynantheine.
    pub const PAYNANTHEINE_CMAX_TANNA2022: &Cited = &ROWS[206];
    /// Median half-life of paynantheine.
    pub const PAYNANTHEINE_HALF_LIFE_TANNA2022: &Cited = &ROWS[207];
    /// 339 over 34.5 nM: 7-OH against MTG.
    pub const POTENCY_RATIO_KRUEGEL2016: &Cited = &ROWS[208];
    /// 161 over 7.16 nM: 7-OH against MTG.
    pub const POTENCY_RATIO_OBENG2020: &Cited = &ROWS[209];
    /// As remembered: deaths are most frequent in the first two weeks, when tolerance is gone.
    pub const PRISON_RELEASE_RISK: &Cited = &ROWS[210];
    /// Semi-synthetic products.
    pub const PSEUDOINDOXYL_KI_VARADI2016: &Cited = &ROWS[211];
    /// Still smaller than at the start after this long.
    pub const PUPIL_BELOW_BASELINE: &Cited = &ROWS[212];
    /// Largest change, at 40 to 80 minutes.
    pub const PUPIL_CHANGE: &Cited = &ROWS[213];
    /// Receptors answer again within this time; not fully after long morphine.
    pub const RECEPTOR_RECOVERY: &Cited = &ROWS[214];
    /// From this score.
    pub const SDS_COCAINE_CUT_OFF: &Cited = &ROWS[215];
    /// Greatest score.
    pub const SDS_GREATEST: &Cited = &ROWS[216];
    /// From this score.
    pub const SDS_HEROIN_CUT_OFF: &Cited = &ROWS[217];
    /// Five questions scored 0 to 3.
    pub const SDS_ITEMS: &Cited = &ROWS[218];
    /// From this score.
    pub const SDS_SEDATIVES_CUT_OFF: &Cited = &ROWS[219];
    /// Median.
    pub const SEVEN_OH_AUC_TANNA2022: &Cited = &ROWS[220];
    /// Eight of nine settled on buprenorphine.
    pub const SEVEN_OH_CASES_STABILIZED: &Cited = &ROWS[221];
    /// Mean peak after the first dose of this group.
    pub const SEVEN_OH_CMAX_HUESTIS2026_HIGH_DAY1: &Cited = &ROWS[222];
    /// Mean peak after the first dose of this group.
    pub const SEVEN_OH_CMAX_HUESTIS2026_LOW_DAY1: &Cited = &ROWS[223];
    /// Mean peak after the first dose of this group.
    pub const SEVEN_OH_CMAX_HUESTIS2026_MIDDLE_DAY1: &Cited = &ROWS[224];
    /// As remembered.
    pub const SEVEN_OH_CMAX_MONGAR2024: &Cited = &ROWS[225];
    /// Median; printed as 16.1 nM (11.9-22.2).
    pub const SEVEN_OH_CMAX_TANNA2022: &Cited = &ROWS[226];
    /// Second assay; morphine in the same one needed 125 nM.
    pub const SEVEN_OH_EC50_GTPGS: &Cited = &ROWS[227];
    /// BRET assay.
    pub const SEVEN_OH_EC50_KRUEGEL2016: &Cited = &ROWS[228];
    /// As remembered.
    pub const SEVEN_OH_EMAX_KRUEGEL2016: &Cited = &ROWS[229];
    /// Second assay: a partial agonist.
    pub const SEVEN_OH_EMAX_OBENG2021: &Cited = &ROWS[230];
    /// Highest of the group means on repeated doses; probably the tail of the parent showing through.
    pub const SEVEN_OH_HALF_LIFE_HUESTIS2024_MULTIPLE: &Cited = &ROWS[231];
    /// Highest of the group means after one dose.
    pub const SEVEN_OH_HALF_LIFE_HUESTIS2024_SINGLE: &Cited = &ROWS[232];
    /// Median.
    pub const SEVEN_OH_HALF_LIFE_TANNA2022: &Cited = &ROWS[233];
    /// Two older assays.
    pub const SEVEN_OH_KI_GUINEA_PIG: &Cited = &ROWS[234];
    /// By somebody else's summary of a 2020 assay.
    pub const SEVEN_OH_KI_OBENG2020: &Cited = &ROWS[235];
    /// Ordering warning as for MTG: the interval quoted from the paper's body belongs to 7-OH.
    pub const SEVEN_OH_KI_OBENG2021: &Cited = &ROWS[236];
    /// By somebody else's summary of a second assay.
    pub const SEVEN_OH_KI_SECOND_ASSAY: &Cited = &ROWS[237];
    /// 1 nM is 0.4145 ng/mL.
    pub const SEVEN_OH_MOLAR_MASS: &Cited = &ROWS[238];
    /// ln 2 over the highest mean half-life after one dose.
    pub const SEVEN_OH_RATE_HUESTIS2024_SINGLE: &Cited = &ROWS[239];
    /// ln 2 over the half-life.
    pub const SEVEN_OH_RATE_TANNA2022: &Cited = &ROWS[240];
    /// 7-OH over MTG on repeated doses.
    pub const SEVEN_OH_RATIO_HUESTIS2024_MULTIPLE: &Cited = &ROWS[241];
    /// 7-OH over MTG after one dose.
    pub const SEVEN_OH_RATIO_HUESTIS2024_SINGLE: &Cited = &ROWS[242];
    /// 106 over 420 nM.h.
    pub const SEVEN_OH_RATIO_TANNA2022_AUC: &Cited = &ROWS[243];
    /// By label or report.
    pub const SEVEN_OH_RETAIL_CONTENT: &Cited = &ROWS[244];
    /// Listed 7-OH per serving.
    pub const SEVEN_OH_RETAIL_PER_SERVING: &Cited = &ROWS[245];
    /// More than this share is made from MTG and not from leaf; labels are often wrong.
    pub const SEVEN_OH_RETAIL_SEMI_SYNTHETIC: &Cited = &ROWS[246];
    /// Reached within this many days of daily dosing.
    pub const SEVEN_OH_STEADY_STATE_HUESTIS2024: &Cited = &ROWS[247];
    /// Labels are often wrong, and servings of up to 700 mg are listed. Diary only: there is no human data to forecast from.
    pub const SEVEN_OH_TABLET: &Cited = &ROWS[248];
    /// Medians of the dose groups on repeated doses.
    pub const SEVEN_OH_TMAX_HUESTIS2024_MULTIPLE: &Cited = &ROWS[249];
    /// Medians of the dose groups after one dose.
    pub const SEVEN_OH_TMAX_HUESTIS2024_SINGLE: &Cited = &ROWS[250];
    /// Median.
    pub const SEVEN_OH_TMAX_TANNA2022: &Cited = &ROWS[251];
    /// Median exposure to speciociliatine.
    pub const SPECIOCILIATINE_AUC_TANNA2022: &Cited = &ROWS[252];
    /// Median: exposure far above that of MTG although the tea holds less of it.
    pub const SPECIOCILIATINE_CLEARANCE_TANNA2022: &Cited = &ROWS[253];
    /// Median peak of speciociliatine.
    pub const SPECIOCILIATINE_CMAX_TANNA2022: &Cited = &ROWS[254];
    /// Median half-life of speciociliatine.
    pub const SPECIOCILIATINE_HALF_LIFE_TANNA2022: &Cited = &ROWS[255];
    /// High plasma exposure from leaf.
    pub const SPECIOCILIATINE_KI: &Cited = &ROWS[256];
    /// Median exposure to speciogynine.
    pub const SPECIOGYNINE_AUC_TANNA2022: &Cited = &ROWS[257];
    /// Median peak of speciogynine.
    pub const SPECIOGYNINE_CMAX_TANNA2022: &Cited = &ROWS[258];
    /// Median half-life of speciogynine.
    pub const SPECIOGYNINE_HALF_LIFE_TANNA2022: &Cited = &ROWS[259];
    /// Middle of what is quoted.
    pub const TABLESPOON_GRAMS: &Cited = &ROWS[260];
    /// Per week after shorter use, as remembered.
    pub const TAPER_AFTER_SHORT_USE: &Cited = &ROWS[261];
    /// Per month or slower after a year or more; slower still at low doses.
    pub const TAPER_CDC_STEP: &Cited = &ROWS[262];
    /// A day before stopping altogether; the last grams are told to be the hardest.
    pub const TAPER_COMMUNITY_LAST_DOSE: &Cited = &ROWS[263];
    /// Off each dose every 3 to 5 days.
    pub const TAPER_COMMUNITY_STEP: &Cited = &ROWS[264];
    /// Default ceiling for a plan.
    pub const TAPER_DEFAULT_STEP: &Cited = &ROWS[265];
    /// Never faster without a clinician's plan stated by the person.
    pub const TAPER_HARD_CAP: &Cited = &ROWS[266];
    /// Per four weeks, common; 10 % a month or slower after more than a year.
    pub const TAPER_HHS_STEP: &Cited = &ROWS[267];
    /// A plan is checked against this part of the band and not the middle, because the model is too kind to tapers.
    pub const TAPER_PLAN_PERCENTILE: &Cited = &ROWS[268];
    /// Free of opioids at the end of a 7-day taper.
    pub const TAPER_SEVEN_DAYS_END: &Cited = &ROWS[269];
    /// Free of opioids three months after the 7-day taper.
    pub const TAPER_SEVEN_DAYS_THREE_MONTHS: &Cited = &ROWS[270];
    /// Per week over 4 to 6 weeks: no source of its own.
    pub const TAPER_TERTIARY_STEP: &Cited = &ROWS[271];
    /// Free of opioids at the end of a 28-day taper.
    pub const TAPER_TWENTY_EIGHT_DAYS_END: &Cited = &ROWS[272];
    /// Free of opioids three months after the 28-day taper: the difference was gone.
    pub const TAPER_TWENTY_EIGHT_DAYS_THREE_MONTHS: &Cited = &ROWS[273];
    /// Fluffy and packed powder differ.
    pub const TEASPOON_GRAMS: &Cited = &ROWS[274];
    /// About this much.
    pub const TEASPOON_CRUSHED_LEAF_GRAMS: &Cited = &ROWS[275];
    /// Claimed time to full return. Another page of the same site says weeks to months, so neither is shown alone.
    pub const TOLERANCE_RESET_TERTIARY: &Cited = &ROWS[276];
    /// A stretch that can be waited through. It is no claim about how long an urge lasts: nobody measured that for kratom.
    pub const URGE_TIMER_LENGTH: &Cited = &ROWS[277];
    /// A third had some: mild, a day at most.
    pub const US2017_ADVERSE_EFFECTS: &Cited = &ROWS[278];
    /// Share.
    pub const US2017_SOUGHT_TREATMENT: &Cited = &ROWS[279];
    /// Past-year moderate or severe.
    pub const US2017_USE_DISORDER: &Cited = &ROWS[280];
    /// Kratom use disorder: have it.
    pub const US2021_USE_DISORDER_CURRENT: &Cited = &ROWS[281];
    /// Kratom use disorder: have it, mild.
    pub const US2021_USE_DISORDER_MILD: &Cited = &ROWS[282];
    /// Kratom use disorder: have it, moderate.
    pub const US2021_USE_DISORDER_MODERATE: &Cited = &ROWS[283];
    /// Kratom use disorder: never had it.
    pub const US2021_USE_DISORDER_NEVER: &Cited = &ROWS[284];
    /// Kratom use disorder: had it before.
    pub const US2021_USE_DISORDER_REMITTED: &Cited = &ROWS[285];
    /// Kratom use disorder: have it, severe.
    pub const US2021_USE_DISORDER_SEVERE: &Cited = &ROWS[286];
    /// Use disorder counts that are mild or moderate. How often mattered more than how much; men more than women.
    pub const US2022_MILD_OR_MODERATE: &Cited = &ROWS[287];
    /// Mean.
    pub const US2022_YEARS_OF_USE: &Cited = &ROWS[288];
    /// Odds ratio with another substance use disorder.
    pub const US2023_OTHER_DISORDER_ODDS: &Cited = &ROWS[289];
    /// Share of those with a use disorder.
    pub const US2023_TOLERANCE: &Cited = &ROWS[290];
    /// Share.
    pub const US2023_USE_DISORDER: &Cited = &ROWS[291];
    /// Share of those with a use disorder.
    pub const US2023_WITHDRAWAL: &Cited = &ROWS[292];
    /// Uses recorded. Mostly satisfied, dependence mostly mild; a convenience sample.
    pub const US_DAILY_LIFE_EVENTS: &Cited = &ROWS[293];
    /// Criteria counted over twelve months, as remembered; widely known, yet to be checked.
    pub const USE_DISORDER_CRITERIA: &Cited = &ROWS[294];
    /// Criteria met, called mild, as remembered.
    pub const USE_DISORDER_MILD: &Cited = &ROWS[295];
    /// Criteria met, called moderate, as remembered.
    pub const USE_DISORDER_MODERATE: &Cited = &ROWS[296];
    /// Criteria met, called severe, as remembered: this many or more.
    pub const USE_DISORDER_SEVERE: &Cited = &ROWS[297];
    /// Most of it; some complaints linger for weeks.
    pub const WITHDRAWAL_LENGTH_MOST: &Cited = &ROWS[298];
    /// For some people. Two secondary sources are behind the onset and the lengths.
    pub const WITHDRAWAL_LENGTH_SOME: &Cited = &ROWS[299];
    /// Hours after the last dose.
    pub const WITHDRAWAL_ONSET_REVIEWS: &Cited = &ROWS[300];
    /// Hours after the last dose.
    pub const WITHDRAWAL_ONSET_TERTIARY: &Cited = &ROWS[301];
    /// Says day 3 to 4; Ebb's own curve peaks earlier, and its band reaches this far.
    pub const WITHDRAWAL_PEAK_TERTIARY: &Cited = &ROWS[302];
    /// Daily amount named as the range in which dependence is seen.
    pub const WITHDRAWAL_RISK_GRAMS_PER_DAY: &Cited = &ROWS[303];
    /// More than this, more than three times a day, predicts more withdrawal.
    pub const WITHDRAWAL_RISK_GRAMS_PER_DOSE: &Cited = &ROWS[304];
    /// More than this twice a day.
    pub const WITHDRAWAL_RISK_TWICE_DAILY_GRAMS: &Cited = &ROWS[305];
    /// Eleven signs that need an observer.
    pub const WITHDRAWAL_SCALE_CLINICAL_GREATEST: &Cited = &ROWS[306];
    /// Called mild.
    pub const WITHDRAWAL_SCALE_CLINICAL_MILD: &Cited = &ROWS[307];
    /// Called moderate.
    pub const WITHDRAWAL_SCALE_CLINICAL_MODERATE: &Cited = &ROWS[308];
    /// Called moderately severe; above it severe.
    pub const WITHDRAWAL_SCALE_CLINICAL_MODERATELY_SEVERE: &Cited = &ROWS[309];
    /// Greatest score.
    pub const WITHDRAWAL_SCALE_SIXTEEN_GREATEST: &Cited = &ROWS[310];
    /// Guidance waits for at least this score.
    pub const WITHDRAWAL_SCALE_SIXTEEN_INDUCTION: &Cited = &ROWS[311];
    /// Sixteen symptoms scored 0 to 4.
    pub const WITHDRAWAL_SCALE_SIXTEEN_ITEMS: &Cited = &ROWS[312];
    /// Commonly called mild.
    pub const WITHDRAWAL_SCALE_SIXTEEN_MILD: &Cited = &ROWS[313];
    /// Commonly called moderate.
    pub const WITHDRAWAL_SCALE_SIXTEEN_MODERATE: &Cited = &ROWS[314];
    /// Commonly called severe; higher scores as well.
    pub const WITHDRAWAL_SCALE_SIXTEEN_SEVERE: &Cited = &ROWS[315];
    /// Ten symptoms scored 0 to 3; no official bands.
    pub const WITHDRAWAL_SCALE_TEN_GREATEST: &Cited = &ROWS[316];
    /// Mean before the morning dose.
    pub const WITHDRAWAL_SCORE_BEFORE_DOSE: &Cited = &ROWS[317];
    /// Fall after the dose.
    pub const WITHDRAWAL_SCORE_RELIEF: &Cited = &ROWS[318];
    /// Mean on the 16-item scale.
    pub const WITHDRAWAL_SCORE_SURVEY_MEAN: &Cited = &ROWS[319];
}

pub(crate) static RED_FLAGS: [RedFlag; 16] = [
    RedFlag { id: "not_breathing", act: Act::Emergency, basis: Basis::Judgement, population: "anyone who took kratom, 7-OH or both with something else", source: "ebb_judgement", grade: Grade::J, rests_on: &["harm.kratom_involved_deaths"], note: "Opioids slow breathing, and sleep that cannot be broken is the sign of it. In mice the slowing under mitragynine levels off and under 7-OH it does not, so no ceiling is promised." },
    RedFlag { id: "seizure", act: Act::Emergency, basis: Basis::Seen, population: "published cases", source: "striley2022", grade: Grade::C, rests_on: &[], note: "Seizures are reported among the harms, often with other substances." },
    RedFlag { id: "heart", act: Act::Emergency, basis: Basis::Seen, population: "users and published cases", source: "leong2021", grade: Grade::C, rests_on: &[], note: "The time the heart needs to reset grows with the dose in users; arrests are reported, mostly with other drugs." },
    RedFlag { id: "overheated", act: Act::Emergency, basis: Basis::Seen, population: "published cases, mostly with other medicines", source: "brooks2022", grade: Grade::C, rests_on: &[], note: "Fever, stiffness and confusion together are how too much serotonin shows; cases with kratom and other medicines are published." },
    RedFlag { id: "confused", act: Act::Emergency, basis: Basis::Judgement, population: "anyone", source: "ebb_judgement", grade: Grade::J, rests_on: &[], note: "Seeing or hearing what is not there, or not knowing where one is, is not part of ordinary kratom withdrawal and has causes that must be found the same day." },
    RedFlag { id: "suicide", act: Act::Emergency, basis: Basis::Seen, population: "people on prescribed opioids, guidance", source: "cdc2022", grade: Grade::B, rests_on: &[], note: "Guidance on lowering opioids asks to watch mood and thoughts of suicide. That it holds for kratom is our carrying over." },
    RedFlag { id: "stroke", act: Act::Emergency, basis: Basis::Judgement, population: "anyone", source: "ebb_judgement", grade: Grade::J, rests_on: &[], note: "Not known as an effect of kratom. It is here because waiting harms." },
    RedFlag { id: "child", act: Act::Emergency, basis: Basis::Judgement, population: "children, and animals in the house", source: "ebb_judgement", grade: Grade::J, rests_on: &["harm.poison_center_exposures"], note: "A child has no tolerance and little weight. No amount is known to be safe." },
    RedFlag { id: "mixed", act: Act::DoctorToday, basis: Basis::Seen, population: "27,338 US overdose deaths, 2016-17", source: "olsen2019", grade: Grade::A, rests_on: &["harm.kratom_involved_deaths", "harm.kratom_alone_deaths"], note: "Among the deaths in which kratom was judged to play a part, few had nothing else found. Opioids, alcohol and tranquilizers slow breathing too." },
    RedFlag { id: "two_withdrawals", act: Act::DoctorToday, basis: Basis::Judgement, population: "people who also stop alcohol, benzodiazepines, similar sleeping pills, gabapentinoids or GHB", source: "ebb_judgement", grade: Grade::J, rests_on: &[], note: "Stopping alcohol or sedatives after daily use can bring seizures and confusion and can kill. It needs a doctor, whatever happens with kratom." },
    RedFlag { id: "liver", act: Act::DoctorToday, basis: Basis::Seen, population: "published cases", source: "schimmel2020", grade: Grade::C, rests_on: &["harm.liver_latency", "harm.liver_cholestatic"], note: "Liver trouble begins days to weeks after starting, with itching, dark urine, pale stools and yellow eyes." },
    RedFlag { id: "dehydrated", act: Act::DoctorToday, basis: Basis::Judgement, population: "anyone in withdrawal", source: "ebb_judgement", grade: Grade::J, rests_on: &[], note: "Vomiting and diarrhea belong to withdrawal; losing more than one can drink does not have to be endured." },
    RedFlag { id: "pregnant", act: Act::DoctorToday, basis: Basis::Judgement, population: "people who are pregnant or breastfeed", source: "ebb_judgement", grade: Grade::J, rests_on: &[], note: "Withdrawal in newborns is told of in case reports that we have not read. Stopping at once may itself be a risk, so neither is decided alone." },
    RedFlag { id: "low_mood", act: Act::DoctorToday, basis: Basis::Seen, population: "150 people in Malaysia", source: "singh2018", grade: Grade::A, rests_on: &["malaysia.mild_depression_on_stopping"], note: "Low mood and anxiety on stopping were common, mostly mild. New and severe is not to be waited out." },
    RedFlag { id: "medicines", act: Act::DoctorSoon, basis: Basis::Seen, population: "healthy volunteers, and enzyme preparations", source: "tanna2023_interactions", grade: Grade::A, rests_on: &[], note: "One tea raised the level of a tranquilizer that the same enzyme removes. Which medicines are touched by daily use is not known." },
    RedFlag { id: "illness", act: Act::DoctorSoon, basis: Basis::Judgement, population: "people with liver, heart, kidney or seizure disease, under 18 or over 65", source: "ebb_judgement", grade: Grade::J, rests_on: &[], note: "Nobody studied kratom in them; the harms above fall on them first." },
];

pub(crate) static HELPLINES: [Helpline; 126] = [
    Helpline { country: "AT", service: Service::Emergency, name: "Rettung", number: "144", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AT", service: Service::Emergency, name: "Euronotruf", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AT", service: Service::Crisis, name: "Telefonseelsorge", number: "142", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AT", service: Service::Poison, name: "Vergiftungsinformationszentrale", number: "01 406 43 43", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AT", service: Service::Advice, name: "Gesundheitsberatung", number: "1450", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AU", service: Service::Emergency, name: "Emergency services", number: "000", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AU", service: Service::Crisis, name: "Lifeline", number: "13 11 14", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AU", service: Service::Poison, name: "Poisons Information Centre", number: "13 11 26", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AU", service: Service::Advice, name: "healthdirect", number: "1800 022 222", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "AU", service: Service::Drugs, name: "National Alcohol and Other Drug Hotline", number: "1800 250 015", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "BE", service: Service::Emergency, name: "Emergency services", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "BE", service: Service::Crisis, name: "Zelfmoordlijn (Dutch)", number: "1813", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "BE", service: Service::Crisis, name: "Centre de prévention du suicide (French)", number: "0800 32 123", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "BE", service: Service::Poison, name: "Antigifcentrum / Centre Antipoisons", number: "070 245 245", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "BE", service: Service::Drugs, name: "De DrugLijn (Dutch)", number: "078 15 10 20", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "BE", service: Service::Drugs, name: "Infor-Drogues (French)", number: "02 227 52 52", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CA", service: Service::Emergency, name: "Emergency services", number: "911", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CA", service: Service::Crisis, name: "Suicide Crisis Helpline", number: "988", reach: Reach::CallOrText, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CA", service: Service::Poison, name: "Poison Centres, Canada-wide", number: "1 844 764 7669", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CA", service: Service::Advice, name: "Health advice line (most provinces)", number: "811", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CA", service: Service::Drugs, name: "National Overdose Response Service", number: "1 888 688 6677", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CH", service: Service::Emergency, name: "Sanitätsnotruf", number: "144", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CH", service: Service::Emergency, name: "European emergency number", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CH", service: Service::Crisis, name: "Die Dargebotene Hand / La Main Tendue / Telefono Amico", number: "143", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CH", service: Service::Poison, name: "Tox Info Suisse", number: "145", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CZ", service: Service::Emergency, name: "Záchranná služba", number: "155", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CZ", service: Service::Emergency, name: "Tísňové volání", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CZ", service: Service::Crisis, name: "Linka první psychické pomoci", number: "116 123", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CZ", service: Service::Poison, name: "Toxikologické informační středisko", number: "224 91 92 93", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "CZ", service: Service::Drugs, name: "Národní linka pro odvykání", number: "800 350 000", reach: Reach::Call, hours: Hours::Weekdays(600, 1080), checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DE", service: Service::Emergency, name: "Notruf", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DE", service: Service::Crisis, name: "TelefonSeelsorge", number: "0800 111 0 111", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DE", service: Service::Crisis, name: "TelefonSeelsorge", number: "116 123", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DE", service: Service::Poison, name: "Giftnotruf Berlin", number: "030 19240", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DE", service: Service::Advice, name: "Ärztlicher Bereitschaftsdienst", number: "116 117", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DE", service: Service::Drugs, name: "Sucht- und Drogen-Hotline", number: "01806 313031", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DK", service: Service::Emergency, name: "Alarm", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DK", service: Service::Crisis, name: "Livslinien", number: "70 201 201", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "DK", service: Service::Poison, name: "Giftlinjen", number: "82 12 12 12", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "ES", service: Service::Emergency, name: "Emergencias", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "ES", service: Service::Crisis, name: "Línea de atención a la conducta suicida", number: "024", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "ES", service: Service::Poison, name: "Servicio de Información Toxicológica", number: "91 562 04 20", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "ES", service: Service::Drugs, name: "Fad Juventud", number: "900 16 15 15", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "EU", service: Service::Emergency, name: "European emergency number", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "EU", service: Service::Crisis, name: "Emotional support, in many countries", number: "116 123", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FI", service: Service::Emergency, name: "Hätänumero", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FI", service: Service::Crisis, name: "MIELI Kriisipuhelin", number: "09 2525 0111", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FI", service: Service::Poison, name: "Myrkytystietokeskus", number: "0800 147 111", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FI", service: Service::Advice, name: "Päivystysapu", number: "116 117", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FI", service: Service::Drugs, name: "Päihdeneuvonta", number: "0800 900 45", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FR", service: Service::Emergency, name: "SAMU", number: "15", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FR", service: Service::Emergency, name: "Numéro d'urgence européen", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FR", service: Service::Crisis, name: "Numéro national de prévention du suicide", number: "3114", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FR", service: Service::Poison, name: "Centre antipoison de Paris", number: "01 40 05 48 48", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "FR", service: Service::Drugs, name: "Drogues info service", number: "0800 23 13 13", reach: Reach::Call, hours: Hours::Daily(480, 120), checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "GB", service: Service::Emergency, name: "Emergency services", number: "999", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "helpline_pages" },
    Helpline { country: "GB", service: Service::Crisis, name: "Samaritans", number: "116 123", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "helpline_pages" },
    Helpline { country: "GB", service: Service::Crisis, name: "Shout", number: "85258", reach: Reach::Text("SHOUT"), hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "GB", service: Service::Advice, name: "NHS 111 (mental health: option 2)", number: "111", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "helpline_pages" },
    Helpline { country: "GB", service: Service::Drugs, name: "FRANK", number: "0300 123 6600", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "GR", service: Service::Emergency, name: "Emergency services", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "GR", service: Service::Emergency, name: "EKAB", number: "166", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "GR", service: Service::Crisis, name: "Klimaka", number: "1018", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "GR", service: Service::Poison, name: "Poison Information Centre", number: "210 779 3777", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "GR", service: Service::Drugs, name: "KETHEA", number: "1114", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "HU", service: Service::Emergency, name: "Segélyhívó", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "HU", service: Service::Emergency, name: "Mentők", number: "104", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "HU", service: Service::Crisis, name: "Lelki elsősegély", number: "116 123", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "HU", service: Service::Poison, name: "Toxikológiai tájékoztató", number: "06 80 201 199", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IE", service: Service::Emergency, name: "Emergency services", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IE", service: Service::Emergency, name: "Emergency services", number: "999", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IE", service: Service::Crisis, name: "Samaritans", number: "116 123", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IE", service: Service::Poison, name: "National Poisons Information Centre, public line", number: "01 809 2166", reach: Reach::Call, hours: Hours::Daily(480, 1320), checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IE", service: Service::Drugs, name: "HSE Drugs and Alcohol Helpline", number: "1800 459 459", reach: Reach::Call, hours: Hours::Weekdays(570, 1050), checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IN", service: Service::Emergency, name: "Emergency services", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IN", service: Service::Emergency, name: "Ambulance", number: "108", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IN", service: Service::Crisis, name: "Tele MANAS", number: "14416", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IN", service: Service::Poison, name: "National Poisons Information Centre, New Delhi", number: "1800 116 117", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IN", service: Service::Drugs, name: "National drug helpline", number: "14446", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IT", service: Service::Emergency, name: "Numero unico di emergenza", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IT", service: Service::Emergency, name: "Emergenza sanitaria", number: "118", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IT", service: Service::Crisis, name: "Telefono Amico Italia", number: "02 2327 2327", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IT", service: Service::Poison, name: "Centro Antiveleni Niguarda, Milano", number: "02 6610 1029", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "IT", service: Service::Drugs, name: "Telefono Verde Droga", number: "800 18 60 70", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "JP", service: Service::Emergency, name: "Ambulance and fire", number: "119", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "JP", service: Service::Crisis, name: "Yorisoi Hotline", number: "0120 279 338", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "JP", service: Service::Crisis, name: "TELL Lifeline (English)", number: "03 5774 0992", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "JP", service: Service::Poison, name: "Poison Information Center, Osaka", number: "072 727 2499", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "LU", service: Service::Emergency, name: "Emergency services", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "LU", service: Service::Crisis, name: "SOS Détresse", number: "454545", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "LU", service: Service::Poison, name: "Antipoisons", number: "8002 5500", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "MY", service: Service::Emergency, name: "Emergency services", number: "999", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NL", service: Service::Emergency, name: "Emergency services", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NL", service: Service::Crisis, name: "113 Zelfmoordpreventie", number: "113", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NL", service: Service::Crisis, name: "113 Zelfmoordpreventie", number: "0800 0113", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NO", service: Service::Emergency, name: "Medisinsk nødtelefon", number: "113", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NO", service: Service::Crisis, name: "Mental Helse Hjelpetelefonen", number: "116 123", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NO", service: Service::Poison, name: "Giftinformasjonen", number: "22 59 13 00", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NO", service: Service::Advice, name: "Legevakt", number: "116 117", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NZ", service: Service::Emergency, name: "Emergency services", number: "111", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NZ", service: Service::Crisis, name: "1737, need to talk?", number: "1737", reach: Reach::CallOrText, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NZ", service: Service::Poison, name: "National Poisons Centre", number: "0800 764 766", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NZ", service: Service::Advice, name: "Healthline", number: "0800 611 116", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "NZ", service: Service::Drugs, name: "Alcohol Drug Helpline", number: "0800 787 797", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "PL", service: Service::Emergency, name: "Numer alarmowy", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "PL", service: Service::Crisis, name: "Centrum Wsparcia dla osób w kryzysie", number: "800 70 2222", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "PL", service: Service::Drugs, name: "Telefon Zaufania Narkotyki", number: "800 199 990", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "PT", service: Service::Emergency, name: "Número europeu de emergência", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "PT", service: Service::Crisis, name: "SNS 24, aconselhamento psicológico (opção 4)", number: "808 24 24 24", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "PT", service: Service::Poison, name: "Centro de Informação Antivenenos", number: "800 250 250", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "PT", service: Service::Advice, name: "SNS 24", number: "808 24 24 24", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "PT", service: Service::Drugs, name: "Linha Vida", number: "1414", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "RO", service: Service::Emergency, name: "Urgențe", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "RO", service: Service::Crisis, name: "Telverde Antisuicid", number: "0800 801 200", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "SE", service: Service::Emergency, name: "SOS Alarm", number: "112", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "SE", service: Service::Crisis, name: "Mind Självmordslinjen", number: "90101", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "SE", service: Service::Poison, name: "Giftinformationscentralen", number: "010 456 67 00", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "SE", service: Service::Advice, name: "1177", number: "1177", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "TH", service: Service::Emergency, name: "Ambulance", number: "1669", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "TH", service: Service::Crisis, name: "Mental Health Hotline", number: "1323", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "TH", service: Service::Poison, name: "Ramathibodi Poison Center", number: "1367", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "memory_helplines" },
    Helpline { country: "US", service: Service::Emergency, name: "Emergency services", number: "911", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "quitting7oh2026" },
    Helpline { country: "US", service: Service::Crisis, name: "988 Suicide and Crisis Lifeline", number: "988", reach: Reach::CallOrText, hours: Hours::Always, checked: Checked::Unverified, source: "quitting7oh2026" },
    Helpline { country: "US", service: Service::Poison, name: "Poison Control", number: "1 800 222 1222", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "quitting7oh2026" },
    Helpline { country: "US", service: Service::Drugs, name: "SAMHSA National Helpline", number: "1 800 662 4357", reach: Reach::Call, hours: Hours::Always, checked: Checked::Unverified, source: "quitting7oh2026" },
    Helpline { country: "ZZ", service: Service::Emergency, name: "International emergency number on mobile phones", number: "112", reach: Reach::Call, hours: Hours::Unknown, checked: Checked::Unverified, source: "memory_helplines" },
];

/// The signs that must not wait, as constants: no look-up, nothing to unwrap.
pub mod red_flag {
    use super::RED_FLAGS;
    use crate::RedFlag;
    /// Opioids slow breathing, and sleep that cannot be broken is the sign of it. In mice the slowing under mitragynine levels off and under 7-OH it does not, so no ceiling is promised.
    pub const NOT_BREATHING: &RedFlag = &RED_FLAGS[0];
    /// Seizures are reported among the harms, often with other substances.
    pub const SEIZURE: &RedFlag = &RED_FLAGS[1];
    /// The time the heart needs to reset grows with the dose in users; arrests are reported, mostly with other drugs.
    pub const HEART: &RedFlag = &RED_FLAGS[2];
    /// Fever, stiffness and confusion together are how too much serotonin shows; cases with kratom and other medicines are published.
    pub const OVERHEATED: &RedFlag = &RED_FLAGS[3];
    /// Seeing or hearing what is not there, or not knowing where one is, is not part of ordinary kratom withdrawal and has causes that must be found the same day.
    pub const CONFUSED: &RedFlag = &RED_FLAGS[4];
    /// Guidance on lowering opioids asks to watch mood and thoughts of suicide. That it holds for kratom is our carrying over.
    pub const SUICIDE: &RedFlag = &RED_FLAGS[5];
    /// Not known as an effect of kratom. It is here because waiting harms.
    pub const STROKE: &RedFlag = &RED_FLAGS[6];
    /// A child has no tolerance and little weight. No amount is known to be safe.
    pub const CHILD: &RedFlag = &RED_FLAGS[7];
    /// Among the deaths in which kratom was judged to play a part, few had nothing else found. Opioids, alcohol and tranquilizers slow breathing too.
    pub const MIXED: &RedFlag = &RED_FLAGS[8];
    /// Stopping alcohol or sedatives after daily use can bring seizures and confusion and can kill. It needs a doctor, whatever happens with kratom.
    pub const TWO_WITHDRAWALS: &RedFlag = &RED_FLAGS[9];
    /// Liver trouble begins days to weeks after starting, with itching, dark urine, pale stools and yellow eyes.
    pub const LIVER: &RedFlag = &RED_FLAGS[10];
    /// Vomiting and diarrhea belong to withdrawal; losing more than one can drink does not have to be endured.
    pub const DEHYDRATED: &RedFlag = &RED_FLAGS[11];
    /// Withdrawal in newborns is told of in case reports that we have not read. Stopping at once may itself be a risk, so neither is decided alone.
    pub const PREGNANT: &RedFlag = &RED_FLAGS[12];
    /// Low mood and anxiety on stopping were common, mostly mild. New and severe is not to be waited out.
    pub const LOW_MOOD: &RedFlag = &RED_FLAGS[13];
    /// One tea raised the level of a tranquilizer that the same enzyme removes. Which medicines are touched by daily use is not known.
    pub const MEDICINES: &RedFlag = &RED_FLAGS[14];
    /// Nobody studied kratom in them; the harms above fall on them first.
    pub const ILLNESS: &RedFlag = &RED_FLAGS[15];
}
