//! The same fit and the same linear solution on data Ebb had no hand in, against the answers other programs gave. The files
//! are not ours to copy: they are read from the shared folder where it is at hand.

use std::collections::BTreeMap;

use ebb_pharm::fit::{ErrorModel, fit_curve};
use ebb_pharm::{Compartments, Input, Prior};

use crate::support::shared_file;

fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .skip(1)
        .map(|line| line.split(',').map(|field| field.trim().to_owned()).collect())
        .collect()
}

fn number(field: &str) -> f64 {
    field.parse().unwrap()
}

/// One compartment with first-order absorption: NONMEM's estimates of eight people (mapbayr's example 001; typical values
/// CL 4, V 70, KA 1, variances 0.2, proportional residual variance 0.05, interaction).
#[test]
fn the_eight_people_of_mapbayr_get_the_etas_nonmem_gives_them() {
    let (Some(people), Some(estimates)) = (
        shared_file("science/reference/mapbayr_data_to_fit001.csv"),
        shared_file("science/reference/mapbayr_nonmem_run001.phi"),
    ) else {
        eprintln!(
            "skipped: the_eight_people_of_mapbayr_get_the_etas_nonmem_gives_them: the reference data are not at hand (set EBB_SHARED)"
        );
        return;
    };
    let priors = [4.0, 70.0, 1.0].map(|value| Prior {
        value,
        log_sd: 0.2_f64.sqrt(),
    });
    let mut by_id: BTreeMap<u32, Vec<Vec<String>>> = BTreeMap::new();
    for row in rows(&people) {
        by_id.entry(row[0].parse().unwrap()).or_default().push(row);
    }
    assert_eq!(by_id.len(), 8);
    let mut worst = 0.0_f64;
    for line in estimates.lines().skip(2) {
        let fields: Vec<f64> = line.split_whitespace().map(number).collect();
        let rows = &by_id[&(fields[1] as u32)];
        let inputs: Vec<Input> = rows.iter().flat_map(|row| doses_of(row)).collect();
        let seen: Vec<&Vec<String>> = rows.iter().filter(|row| row[7] == "0").collect();
        let times_h: Vec<f64> = seen.iter().map(|row| number(&row[1])).collect();
        let observed: Vec<f64> = seen.iter().map(|row| number(&row[8])).collect();
        let predict = |p: &[f64]| {
            let body = Compartments::from_rows(&[&[-p[2], 0.0], &[p[2], -p[0] / p[1]]]).ok()?;
            let amounts = body.amounts(&inputs, &times_h).ok()?;
            Some(amounts.iter().map(|amounts| amounts[1] / p[1]).collect())
        };
        let share = 0.05_f64.sqrt();
        let fit = fit_curve(predict, &priors, &observed, ErrorModel::Proportional { share }).unwrap();
        for (eta, theirs) in fit.etas.iter().zip(&fields[2..5]) {
            worst = worst.max((eta - theirs).abs());
            assert!(
                (eta - theirs).abs() < 1e-4,
                "person {}: {:?} {:?}",
                fields[1],
                fit.etas,
                &fields[2..5]
            );
        }
    }
    eprintln!("largest difference of an eta: {worst:.2e}");
}

/// A dose row with its repetitions (`ii` hours apart, `addl` more).
fn doses_of(row: &[String]) -> Vec<Input> {
    if row[2] == "0" {
        return Vec::new();
    }
    let more: u32 = row[6].parse().unwrap();
    (0..=more)
        .map(|repeat| Input {
            at_h: number(&row[1]) + f64::from(repeat) * number(&row[5]),
            into: row[4].parse::<usize>().unwrap() - 1,
            amount: number(&row[3]),
            duration_h: 0.0,
        })
        .collect()
}

/// Two compartments with first-order absorption: NONMEM's predictions of forty people (mrgsolve's run 1005), printed with five
/// digits, like the parameters they are recomputed from here: half a unit of the fifth digit of each lets a number be off by 9e-5.
#[test]
fn the_forty_people_of_run_1005_have_the_curves_nonmem_prints() {
    let Some(text) = shared_file("science/reference/mrgsolve_nonmem_run1005_ipred.csv") else {
        eprintln!(
            "skipped: the_forty_people_of_run_1005_have_the_curves_nonmem_prints: the reference data are not at hand (set EBB_SHARED)"
        );
        return;
    };
    let mut by_id: BTreeMap<u32, Vec<Vec<f64>>> = BTreeMap::new();
    for row in rows(&text) {
        let row: Vec<f64> = row.iter().map(|field| number(field)).collect();
        by_id.entry(row[0] as u32).or_default().push(row);
    }
    assert_eq!(by_id.len(), 40);
    let (mut compared, mut worst) = (0, 0.0_f64);
    for rows in by_id.values() {
        let [cl, v2, q, v3, ka] = [4, 5, 6, 7, 8].map(|column| rows[0][column]);
        let body = Compartments::from_rows(&[&[-ka, 0.0, 0.0], &[ka, -(cl + q) / v2, q / v3], &[0.0, q / v2, -q / v3]])
            .unwrap();
        let doses: Vec<Input> = rows
            .iter()
            .filter(|row| row[2] == 1.0)
            .map(|row| Input {
                at_h: row[1],
                into: 0,
                amount: row[3],
                duration_h: 0.0,
            })
            .collect();
        let seen: Vec<&Vec<f64>> = rows.iter().filter(|row| row[2] == 0.0).collect();
        let times_h: Vec<f64> = seen.iter().map(|row| row[1]).collect();
        let amounts = body.amounts(&doses, &times_h).unwrap();
        for (row, amounts) in seen.iter().zip(amounts) {
            let theirs = row[10];
            let off = (amounts[1] / v2 - theirs).abs();
            worst = worst.max(off / theirs.max(1e-9));
            assert!(
                off <= 9e-5 * theirs,
                "person {} at {} h: {} {theirs}",
                row[0],
                row[1],
                amounts[1] / v2
            );
            compared += 1;
        }
    }
    assert!(compared > 450, "{compared}");
    eprintln!("{compared} predictions, largest relative difference {worst:.2e}");
}
