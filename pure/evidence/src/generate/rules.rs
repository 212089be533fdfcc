//! The rules of evidence: what rows and sources must be to each other.
//!
//! It must never let a number pass that nobody can trace, or a prior that quietly leaves out what was measured.

use std::collections::BTreeMap;

use super::problem::{Fault, Form, Problem, Rule};
use super::read::{Place, Row, SourceRow, Tables};
use super::words::BASES;
use crate::{Basis, Grade, Kind, NORMAL_95, Read};

/// Everything that is wrong with the tables.
pub(super) fn check(tables: &Tables) -> Vec<Problem> {
    let mut problems = duplicates(tables);
    let rows: BTreeMap<&str, &Row> = tables.rows().map(|row| (row.id.as_str(), row)).collect();
    for row in tables.rows() {
        let mut rules = Vec::new();
        check_source(row, tables, &mut rules);
        check_support(row, &rows, &mut rules);
        check_prior(row, &rows, &mut rules);
        problems.extend(
            rules
                .into_iter()
                .map(|rule| problem(&row.place, &row.id, Fault::Rule(rule))),
        );
    }
    for source in &tables.sources {
        let mut rules = Vec::new();
        check_bibliography(source, tables, &mut rules);
        problems.extend(
            rules
                .into_iter()
                .map(|rule| problem(&source.place, &source.id, Fault::Rule(rule))),
        );
    }
    problems
}

fn problem(place: &Place, row: &str, fault: Fault) -> Problem {
    Problem {
        file: place.file.clone(),
        line: place.line,
        row: row.to_owned(),
        fault,
    }
}

/// Ids, constants made from them, parameter names and source ids must each stand once.
fn duplicates(tables: &Tables) -> Vec<Problem> {
    let mut problems = Vec::new();
    let constants = tables
        .rows()
        .map(|row| (super::rust::constant_name(&row.id), &row.place, row.id.as_str()));
    let parameters = tables
        .rows()
        .filter_map(|row| Some((row.parameter.clone()?, &row.place, row.id.as_str())));
    let sources = tables
        .sources
        .iter()
        .map(|source| (source.id.clone(), &source.place, source.id.as_str()));
    for names in [constants.collect::<Vec<_>>(), parameters.collect(), sources.collect()] {
        let mut first: BTreeMap<String, &Place> = BTreeMap::new();
        for (name, place, row) in names {
            if let Some(earlier) = first.get(&name) {
                let fault = Form::Twice {
                    name,
                    first: format!("{}:{}", earlier.file, earlier.line),
                };
                problems.push(problem(place, row, Fault::Form(fault)));
            } else {
                first.insert(name, place);
            }
        }
    }
    problems
}

fn check_source(row: &Row, tables: &Tables, rules: &mut Vec<Rule>) {
    check_origin(row.grade, row.basis, &row.source, tables, rules);
    let is_used = !row.used_by.is_empty() || row.parameter.is_some();
    if row.grade == Grade::M && is_used && tables.source(&row.source).is_some() {
        rules.push(Rule::UsedFromMemory);
    }
}

/// Does the grade fit the source, and the basis the way it was read?
pub(super) fn check_origin(grade: Grade, basis: Basis, source: &str, tables: &Tables, rules: &mut Vec<Rule>) {
    let Some(source) = tables.source(source) else {
        rules.push(Rule::UnknownSource {
            source: source.to_owned(),
        });
        return;
    };
    if !grade_fits(grade, source.grade) {
        rules.push(Rule::GradeAboveSource {
            grade,
            source: source.id.clone(),
            best: source.grade,
        });
    }
    let is_ours = match basis {
        Basis::Seen | Basis::Calculated | Basis::CarriedOver => false,
        Basis::Fitted | Basis::Calibrated | Basis::Assumption | Basis::Judgement | Basis::Convention => true,
    };
    if is_ours != (source.read == Read::Own) {
        let basis = BASES
            .iter()
            .find(|(_, known)| *known == basis)
            .map_or("", |(word, _)| word);
        rules.push(Rule::BasisAgainstSource {
            basis,
            source: source.id.clone(),
        });
    }
}

/// May a row be graded so, when its source gives `best` at best?
fn grade_fits(grade: Grade, best: Grade) -> bool {
    match best {
        Grade::A => !matches!(grade, Grade::F | Grade::J),
        Grade::B => !matches!(grade, Grade::A | Grade::F | Grade::J),
        Grade::C => matches!(grade, Grade::C | Grade::M),
        Grade::D | Grade::E => matches!(grade, Grade::D | Grade::E | Grade::M),
        Grade::F => grade == Grade::F,
        Grade::J => grade == Grade::J,
        Grade::M => grade == Grade::M,
    }
}

fn check_support(row: &Row, rows: &BTreeMap<&str, &Row>, rules: &mut Vec<Rule>) {
    let derived = matches!(row.basis, Basis::Fitted | Basis::Calibrated | Basis::CarriedOver);
    if derived && row.covers.is_empty() && row.rests_on.is_empty() {
        rules.push(Rule::RestsOnNothing);
    }
    for id in row.covers.iter().chain(&row.rests_on) {
        if !rows.contains_key(id.as_str()) || *id == row.id {
            rules.push(Rule::UnknownRow { id: id.clone() });
        }
    }
}

fn check_prior(row: &Row, rows: &BTreeMap<&str, &Row>, rules: &mut Vec<Rule>) {
    let mut left_out = Vec::new();
    let mut compare = |id: &str, low: f64, high: f64| {
        let (Kind::Prior, Some(log_sd)) = (row.kind, row.log_sd) else {
            return;
        };
        let reach = libm::exp(NORMAL_95 * log_sd);
        let prior = (row.value / reach, row.value * reach);
        if low < prior.0 || high > prior.1 {
            left_out.push(Rule::PriorTooNarrow {
                id: id.to_owned(),
                prior,
                reported: (low, high),
            });
        }
    };
    if let Some((low, high)) = row.range {
        compare(&row.id, low, high);
    }
    for covered in row.covers.iter().filter_map(|id| rows.get(id.as_str())) {
        let Some(factor) = covered.parsed_unit.factor_to(row.parsed_unit) else {
            rules.push(Rule::CoversOtherUnit {
                id: covered.id.clone(),
                unit: covered.unit.clone(),
            });
            continue;
        };
        let (low, high) = covered.range.unwrap_or((covered.value, covered.value));
        compare(&covered.id, low * factor, high * factor);
    }
    match (row.gap.is_some(), left_out.is_empty()) {
        (false, false) => rules.extend(left_out),
        (true, true) => rules.push(Rule::GapWithoutNeed),
        (false, true) | (true, false) => {}
    }
}

fn check_bibliography(source: &SourceRow, tables: &Tables, rules: &mut Vec<Rule>) {
    let by_rows = tables.rows().map(|row| &row.source);
    let by_help = tables.red_flags().map(|flag| &flag.source);
    let by_help = by_help.chain(tables.helplines().map(|line| &line.source));
    let is_used = by_rows.chain(by_help).any(|used| *used == source.id);
    match (is_used, source.background) {
        (false, false) => rules.push(Rule::UnusedSource),
        (true, true) => rules.push(Rule::UsedBackground),
        (true, false) | (false, true) => {}
    }
    let fits = match source.read {
        Read::Primary => !matches!(source.grade, Grade::F | Grade::J | Grade::M),
        Read::SecondHand => matches!(source.grade, Grade::B | Grade::C),
        Read::Memory => source.grade == Grade::M,
        Read::Own => matches!(source.grade, Grade::F | Grade::J),
    };
    if !fits {
        rules.push(Rule::GradeAgainstReading);
    }
}
