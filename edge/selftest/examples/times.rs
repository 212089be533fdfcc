//! The workloads of the self-test, timed natively: `milliseconds name` a line, medians. `cargo xtask speed --engine` runs it
//! beside the browser.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it prints what it measures with a clock"
)]

use ebb_selftest::engine::Workload;
use std::hint::black_box;
use std::time::Instant;

/// Runs of each workload after one that is not counted.
const RUNS: usize = 15;

fn main() {
    for workload in Workload::ALL {
        black_box(workload.work());
        let mut times: Vec<f64> = (0..RUNS)
            .map(|_| {
                let began = Instant::now();
                black_box(workload.work());
                began.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{:.3} {}", times[RUNS / 2], workload.name());
    }
}
