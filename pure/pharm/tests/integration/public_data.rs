//! The same fit and the same linear solution on data Ebb had no hand in, against the answers other programs gave. The files
//! are not ours to copy: they are read from the shared folder where it is at hand.

use std::collections::BTreeMap;

use ebb_pharm::fit::{ErrorModel, fit_curve};
use ebb_pharm::{Compartments, Input, Prior};

/// A file of the folder shared with other implementations, where it is at hand.
fn shared_file(path: &str) -> Option<String> {
    let beside = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("EBB_SHARED").map_or(beside, std::path::PathBuf::from);
    String::from_utf8(std::fs::read(shared.join(path)).ok()?).ok()
}

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
/// digits, like the parameters they are recomputed from here: half a unit of the fifth digit of each lets a number be off by 9.1e-5.
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
                off <= 9.1e-5 * theirs,
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

/// Theophylline in twelve people (Boeckmann, Sheiner and Beal 1994): one compartment, diagonal random effects, maximum likelihood.
/// nlme's answer is stated in the reference folder's page; its linearization is the same as Laplace's approximation with
/// expected information under additive error, so the likelihoods may be compared.
#[test]
fn theophylline_gets_the_population_nlme_gives_it() {
    let Some(text) = shared_file("science/reference/R_Theoph.csv") else {
        eprintln!(
            "skipped: theophylline_gets_the_population_nlme_gives_it: the reference data are not at hand (set EBB_SHARED)"
        );
        return;
    };
    let mut people: BTreeMap<u32, Vec<[f64; 3]>> = BTreeMap::new();
    for row in rows(&text) {
        let seen = [2, 3, 4].map(|column| number(&row[column]));
        people.entry(row[0].parse().unwrap()).or_default().push(seen);
    }
    assert_eq!(people.len(), 12);
    // lKe, lKa, lCl, ln of the three widths, ln of the residual standard deviation.
    let minus_ln_likelihood = |p: &[f64]| -> f64 {
        let priors = [0, 1, 2].map(|idx| Prior {
            value: p[idx].exp(),
            log_sd: p[3 + idx].exp().clamp(1e-3, 3.0),
        });
        let of = |seen: &Vec<[f64; 3]>| {
            let predict = |p: &[f64]| Some(seen.iter().map(|[dose, t_h, _]| theophylline(*dose, *t_h, p)).collect());
            let observed: Vec<f64> = seen.iter().map(|row| row[2]).collect();
            let fit = fit_curve(predict, &priors, &observed, ErrorModel::Additive { sd: p[6].exp() }).unwrap();
            -fit.ln_marginal
        };
        people.values().map(of).sum()
    };
    let start = [-2.4, 0.4, -3.2, -2.5, -0.5, -1.5, -0.4];
    let (found, least) = downhill(&minus_ln_likelihood, &start);
    eprintln!("theophylline: {found:?}, ln likelihood {:.3}", -least);
    for (ours, theirs) in found.iter().zip([-2.45471, 0.46576, -3.22723]) {
        assert!((ours - theirs).abs() < 0.02, "{ours} {theirs}");
    }
    assert!((found[6].exp() - 0.70926).abs() < 0.01, "{}", found[6].exp());
    assert!((-least - -177.0212).abs() < 0.3, "{}", -least);
}

fn theophylline(dose: f64, t_h: f64, p: &[f64]) -> f64 {
    let (ke, ka, cl) = (p[0], p[1], p[2]);
    dose * ke * ka / cl / (ka - ke) * ((-ke * t_h).exp() - (-ka * t_h).exp())
}

/// Nelder and Mead's simplex, plainly.
fn downhill(f: &dyn Fn(&[f64]) -> f64, start: &[f64]) -> (Vec<f64>, f64) {
    let len = start.len();
    let mut corners: Vec<(f64, Vec<f64>)> = vec![(f(start), start.to_vec())];
    for idx in 0..len {
        let mut corner = start.to_vec();
        corner[idx] += 0.2;
        corners.push((f(&corner), corner));
    }
    for _ in 0..900 {
        corners.sort_by(|a, b| a.0.total_cmp(&b.0));
        if corners[len].0 - corners[0].0 < 1e-7 {
            break;
        }
        let middle: Vec<f64> = (0..len)
            .map(|idx| corners[..len].iter().map(|corner| corner.1[idx]).sum::<f64>() / len as f64)
            .collect();
        let towards = |share: f64| -> (f64, Vec<f64>) {
            let place: Vec<f64> = middle
                .iter()
                .zip(&corners[len].1)
                .map(|(m, w)| m + share * (w - m))
                .collect();
            (f(&place), place)
        };
        let mirrored = towards(-1.0);
        let better = if mirrored.0 < corners[0].0 {
            let further = towards(-2.0);
            if further.0 < mirrored.0 { further } else { mirrored }
        } else if mirrored.0 < corners[len - 1].0 {
            mirrored
        } else {
            towards(if mirrored.0 < corners[len].0 { -0.5 } else { 0.5 })
        };
        if better.0 < corners[len].0 {
            corners[len] = better;
        } else {
            let best = corners[0].1.clone();
            for corner in &mut corners[1..] {
                corner
                    .1
                    .iter_mut()
                    .zip(&best)
                    .for_each(|(x, best)| *x = (*x + best) / 2.0);
                corner.0 = f(&corner.1);
            }
        }
    }
    corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (least, found) = corners.swap_remove(0);
    (found, least)
}

/// Ebb's own kinetics in closed form, against the general solution by matrix exponential, in random bodies.
#[test]
fn the_closed_form_agrees_with_the_matrix_exponential() {
    let typical = crate::support::typical();
    for body in 0..20_u32 {
        let factor = |salt: u32| f64::from((body * 7 + salt * 13) % 17) / 8.0 * 0.9 + 0.2;
        let params = ebb_pharm::Params {
            ka: typical.ka * factor(1),
            cl: typical.cl * factor(2),
            v1: typical.v1 * factor(3),
            q: typical.q * factor(4),
            v2: typical.v2 * factor(5),
            k7: if body % 5 == 0 {
                typical.ka * factor(1)
            } else {
                typical.k7 * factor(6)
            },
            ..typical
        };
        let (out, across, back) = (params.cl / params.v1, params.q / params.v1, params.q / params.v2);
        let ka = params.ka;
        let general = Compartments::from_rows(&[
            &[-ka, 0.0, 0.0, 0.0, 0.0],
            &[ka, -ka, 0.0, 0.0, 0.0],
            &[0.0, ka, -(out + across), back, 0.0],
            &[0.0, 0.0, across, -back, 0.0],
            &[0.0, params.fp * ka, params.fs * out, 0.0, -params.k7],
        ])
        .unwrap();
        let inputs: Vec<Input> = (0..6)
            .map(|idx| Input {
                at_h: f64::from(idx) * 5.3,
                into: 0,
                amount: 20.0 + f64::from(idx),
                duration_h: if idx % 2 == 0 { 0.0 } else { 0.7 },
            })
            .collect();
        let doses: Vec<ebb_pharm::Dose> = inputs
            .iter()
            .map(|input| ebb_pharm::Dose {
                start_h: input.at_h,
                duration_h: input.duration_h,
                mitragynine_mg: input.amount,
                seven_oh_mg: 0.0,
            })
            .collect();
        let times_h: Vec<f64> = (1..60).map(|idx| f64::from(idx) * 1.37).collect();
        let ours = ebb_pharm::simulate(&doses, &times_h, &params);
        for ((amounts, c), c7) in general
            .amounts(&inputs, &times_h)
            .unwrap()
            .iter()
            .zip(ours.c)
            .zip(ours.c7)
        {
            let (theirs, theirs7) = (1000.0 * amounts[2] / params.v1, 1000.0 * amounts[4] / params.v7);
            assert!((c - theirs).abs() <= 1e-10 * theirs, "body {body}: {c} {theirs}");
            assert!((c7 - theirs7).abs() <= 1e-10 * theirs7, "body {body}: {c7} {theirs7}");
        }
    }
}
