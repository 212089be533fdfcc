//! A worker that `cargo xtask bench-peers` talks to: it runs one workload with one solver when asked and says how long that took
//! and how far off it was. Which runs are made, in which order and how often, is not decided here.
//!
//! `ebb-peers FOLDER E3` fills FOLDER with workloads and references, says `ready`, and then answers each line
//! `run WORKLOAD SOLVER RTOL ATOL` with `ok SECONDS ERROR` or `failed WHY`. A workload may be cut: `e1:30` is its first 30 days,
//! `e2:40` its first 40 people. Start at `Worker::run`.
#![expect(clippy::print_stdout, reason = "standard output is how it answers")]

mod dopri5;
mod equations;
mod library;
mod ours;
mod person;
mod processor;
mod reference;
mod workload;

use std::hint::black_box;
use std::io::{BufRead as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use cpu_time::ThreadTime;

use dopri5::{Corner, Precision};
use equations::Row;
use library::Method;
use person::Person;
use reference::Folder;
use workload::Case;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().context("name the folder of references")?;
    let e3 = args.next().context("name the file of E3")?;
    let mut worker = Worker::open(Path::new(&folder), Path::new(&e3))?;
    println!("ready");
    for line in std::io::stdin().lock().lines() {
        let line = line.context("read what to do")?;
        match worker.answer(&line) {
            Ok((seconds, error)) => println!("ok {seconds:e} {error:e}"),
            Err(why) => println!("failed {}", format!("{why:#}").replace('\n', " ")),
        }
        std::io::stdout().flush().context("answer")?;
    }
    Ok(())
}

/// The workload asked for last stays at hand, with its reference.
struct Prepared {
    name: String,
    cases: Vec<Case>,
    reference: Vec<Vec<Row>>,
}

struct Worker {
    folder: Folder,
    person: Person,
    prepared: Option<Prepared>,
}

impl Worker {
    fn open(folder: &Path, e3: &Path) -> Result<Worker> {
        Ok(Worker {
            folder: Folder::open(folder)?,
            person: Person::read(e3)?,
            prepared: None,
        })
    }

    fn answer(&mut self, line: &str) -> Result<(f64, f64)> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let ["run", workload, solver, rtol, atol] = words[..] else {
            bail!("`{line}` is not understood");
        };
        let (rtol, atol) = (rtol.parse()?, atol.parse()?);
        self.run(workload, solver, rtol, atol)
    }

    fn run(&mut self, workload: &str, solver: &str, rtol: f64, atol: f64) -> Result<(f64, f64)> {
        match (workload, solver) {
            ("processor", _) => return Ok((processor::seconds_per_product(), 0.0)),
            ("e3", "ours") => return self.person.search(),
            ("e3", "ours-draws") => return self.person.search_and_draw(),
            _ => self.prepare(workload)?,
        }
        let prepared = self.prepared.as_ref().context("a workload")?;
        let (seconds, rows) = solve(workload, &prepared.cases, solver, rtol, atol)?;
        let errors = rows.iter().zip(&prepared.reference);
        let error = errors.fold(0.0_f64, |worst, (rows, reference)| {
            worst.max(workload::error(rows, reference))
        });
        Ok((seconds, error))
    }

    fn prepare(&mut self, name: &str) -> Result<()> {
        if self.prepared.as_ref().is_some_and(|prepared| prepared.name == name) {
            return Ok(());
        }
        let (whole, cut) = match name.split_once(':') {
            Some((whole, cut)) => (whole, Some(cut.parse::<u32>().context("a count after the colon")?)),
            None => (name, None),
        };
        let mut cases = match whole {
            "e1" => vec![workload::e1()],
            "e2" => (0..cut.unwrap_or(workload::PEOPLE)).map(workload::e2).collect(),
            "e4" => vec![workload::e4()],
            "e4b" => vec![workload::e4_with(reference::TODAY)],
            other => match other.strip_prefix("e4c") {
                Some(days) => vec![workload::e4_with(reference::put_back(days.parse()?))],
                None => bail!("there is no workload `{name}`"),
            },
        };
        if let ("e1", Some(days)) = (whole, cut) {
            let end_h = f64::from(days) * 24.0;
            cases[0].doses.retain(|dose| dose.0 < end_h);
            cases[0].times_h.retain(|time_h| *time_h <= end_h);
        }
        let reference = self.folder.rows(whole, &cases)?;
        self.prepared = Some(Prepared {
            name: name.to_owned(),
            cases,
            reference,
        });
        Ok(())
    }
}

/// Seconds, and the outputs of each case.
fn solve(workload: &str, cases: &[Case], solver: &str, rtol: f64, atol: f64) -> Result<(f64, Vec<Vec<Row>>)> {
    let one = |(seconds, rows)| (seconds, vec![rows]);
    match (workload, solver) {
        ("e4b", "ours") => return Ok(one(ours::amended(reference::TODAY))),
        (putting_back, "ours") if putting_back.starts_with("e4c") => {
            let days = putting_back["e4c".len()..].parse()?;
            return Ok(one(ours::amended(reference::put_back(days))));
        }
        (many, "ours") if many.starts_with("e2") => return Ok(ours::each(cases)),
        // Nothing is kept that could be compared.
        (_, "ours-extremes") => return Ok((ours::extremes(cases), Vec::new())),
        (_, "ours-one-thread") => return Ok(ours::many(cases, 1)),
        (_, "ours-two-threads") => return Ok(ours::many(cases, 2)),
        (_, "ours") => return Ok(one(ours::one(&cases[0]))),
        _ => {}
    }
    let precision = Precision {
        rtol,
        atol,
        longest_h: f64::INFINITY,
        corner: Corner::Located,
    };
    let begin = ThreadTime::now();
    let mut outputs = Vec::with_capacity(cases.len());
    for case in cases {
        outputs.push(match solver {
            "dopri5" => dopri5::solve(
                black_box(case),
                Precision {
                    corner: Corner::Left,
                    ..precision
                },
            ),
            "dopri5-corner" => dopri5::solve(black_box(case), precision),
            "diffsol-tsit45" => library::solve(black_box(case), Method::Tsit45, rtol, atol)?,
            "diffsol-tsit45-corner" => library::solve(black_box(case), Method::Tsit45Corner, rtol, atol)?,
            "diffsol-bdf" => library::solve(black_box(case), Method::Bdf, rtol, atol)?,
            other => bail!("there is no solver `{other}` here"),
        });
    }
    Ok((begin.elapsed().as_secs_f64(), outputs))
}
