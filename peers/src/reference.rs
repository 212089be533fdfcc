//! What every run is compared with: the textbook pair at tolerances far below what is asked of anybody, written once to a
//! folder together with the workloads themselves, so that the solvers called from Python read the same bits.
//!
//! Files hold little-endian doubles without a header. A key over everything that goes in tells whether they are fresh.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::dopri5::{self, Corner, Precision};
use crate::equations::{OUTPUTS, Row};
use crate::workload::{self, Case, NOW_H, PEOPLE};

/// Changes whenever the reference's way does.
const VERSION: u64 = 2;
const TIGHT: Precision = Precision {
    rtol: 1e-11,
    atol: 1e-13,
    longest_h: 0.5,
    corner: Corner::Located,
};
/// What another solver said about E1; written by the Python worker, stale when the workloads are.
const INDEPENDENT: &str = "e1_independent.npy";
/// The parameters as they are written for other programs.
const WRITTEN: [&str; 21] = [
    "ka", "CL", "V1", "Q", "V2", "fp", "fs", "V7", "k7", "rho", "EC50", "g", "tau_f", "tau_s", "beta_f", "beta_s",
    "t_half_f", "t_half_s", "t_half_D", "kE", "kW",
];

/// The dose that is logged today, h and mg.
pub(crate) const TODAY: (f64, f64) = (NOW_H - 0.3, 30.0);
/// How many days back a dose is put.
pub(crate) const DAYS_BACK: [u32; 3] = [3, 30, 300];

/// A dose put back in time.
pub(crate) fn put_back(days: u32) -> (f64, f64) {
    (NOW_H - f64::from(days) * 24.0 + 0.3, 30.0)
}

/// A folder of workloads and references.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Opens the folder, and fills it when it is empty or stale.
    pub(crate) fn open(path: &Path) -> Result<Folder> {
        fs::create_dir_all(path).context("make the folder of references")?;
        let folder = Folder(path.to_path_buf());
        let cases = named_cases();
        let key = key_of(&cases);
        let key_file = path.join("key");
        if fs::read_to_string(&key_file).is_ok_and(|found| found == key) {
            return Ok(folder);
        }
        if path.join(INDEPENDENT).exists() {
            fs::remove_file(path.join(INDEPENDENT)).context("remove a stale file")?;
        }
        for (name, cases) in &cases {
            folder.write(name, cases)?;
        }
        fs::write(key_file, key).context("write the references' key")?;
        Ok(folder)
    }

    /// The reference of each case of a workload.
    pub(crate) fn rows(&self, name: &str, cases: &[Case]) -> Result<Vec<Vec<Row>>> {
        let file = self.0.join(format!("{name}_reference.f64"));
        let bytes = fs::read(&file).with_context(|| format!("read {}", file.display()))?;
        let mut values = bytes.chunks_exact(8).map(|eight| {
            let mut bits = [0; 8];
            bits.copy_from_slice(eight);
            f64::from_le_bytes(bits)
        });
        let mut next_row = || -> Row { std::array::from_fn(|_| values.next().unwrap_or(f64::NAN)) };
        Ok(cases
            .iter()
            .map(|case| case.times_h.iter().map(|_| next_row()).collect())
            .collect())
    }

    fn write(&self, name: &str, cases: &[Case]) -> Result<()> {
        let doses = cases.iter().flat_map(|case| &case.doses);
        let doses: Vec<f64> = doses.flat_map(|dose| [dose.0, dose.1]).collect();
        let params = cases.iter().flat_map(|case| WRITTEN.map(|name| value_of(case, name)));
        let times: Vec<f64> = cases.first().map_or(Vec::new(), |case| case.times_h.clone());
        let mut rows = Vec::with_capacity(cases.len() * times.len() * OUTPUTS);
        for case in cases {
            rows.extend(dopri5::solve(case, TIGHT).into_iter().flatten());
        }
        self.write_values(&format!("{name}_doses.f64"), &doses)?;
        self.write_values(&format!("{name}_params.f64"), &params.collect::<Vec<f64>>())?;
        self.write_values(&format!("{name}_times.f64"), &times)?;
        self.write_values(&format!("{name}_reference.f64"), &rows)
    }

    fn write_values(&self, file: &str, values: &[f64]) -> Result<()> {
        let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        fs::write(self.0.join(file), bytes).with_context(|| format!("write {file}"))
    }
}

fn value_of(case: &Case, name: &str) -> f64 {
    case.params.get(name).unwrap_or(f64::NAN)
}

/// Every workload by its name.
fn named_cases() -> Vec<(String, Vec<Case>)> {
    let mut named = vec![
        ("e1".to_owned(), vec![workload::e1()]),
        ("e2".to_owned(), (0..PEOPLE).map(workload::e2).collect()),
        ("e4".to_owned(), vec![workload::e4()]),
        ("e4b".to_owned(), vec![workload::e4_with(TODAY)]),
    ];
    for days in DAYS_BACK {
        named.push((format!("e4c{days}"), vec![workload::e4_with(put_back(days))]));
    }
    named
}

/// FNV-1a over the bits of everything that goes into a reference.
fn key_of(named: &[(String, Vec<Case>)]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |bits: u64| {
        for byte in bits.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    add(VERSION);
    for case in named.iter().flat_map(|(_, cases)| cases) {
        case.doses.iter().for_each(|dose| {
            add(dose.0.to_bits());
            add(dose.1.to_bits());
        });
        case.times_h.iter().for_each(|time_h| add(time_h.to_bits()));
        WRITTEN.iter().for_each(|name| add(value_of(case, name).to_bits()));
    }
    format!("{hash:016x}")
}
