//! The pharmacology engine: hours and milligrams in, concentrations, adaptation and withdrawal out.
//!
//! What this crate is: a pure function from doses (hours since any origin, milligrams of alkaloid) and named
//! parameters to the series of the model written out in `docs/model.md`. It knows no diary, no day, no person and
//! no clock, holds no parameter values of its own, and gives the same bits on every machine.
//!
//! What it must never do: name an amount that would give or restore an effect. Nothing here solves for a dose; every
//! function goes from doses to consequences.
//!
//! Start at [`simulate`] for one curve, [`batch`] for many people or draws, [`Timeline`] for a history that is kept and extended, [`outlook`] for a curve
//! with its width, [`fit`] for learning about one person from reports, [`Compartments`] for any other linear kinetics, and
//! [`scenario`] for the JSON form used to compare with other implementations.
//!
//! ```
//! use ebb_pharm::{Dose, Params, simulate};
//! # let params = Params { ka: 3.0, cl: 40.0, v1: 200.0, q: 60.0, v2: 1500.0, fp: 0.07, fs: 0.02, v7: 100.0, k7: 0.16,
//! #     f7: 0.3, ka7: 3.0, rho: 5.0, ec50: 360.0, gamma: 1.7, tau_f: 1.1, tau_s: 2.4, beta_f: 0.6, beta_s: 0.1,
//! #     t_half_f: 30.0, t_half_s: 336.0, t_half_d: 8.0, k_e: 0.4, k_w: 0.27 };
//! let doses = [Dose::at_once(8.0, 45.0), Dose::at_once(20.0, 45.0)];
//! let output = simulate(&doses, &[7.0, 9.0, 21.0], &params);
//! assert_eq!(output.c[0], 0.0);
//! assert!(output.c[2] > output.c[1]);
//! ```
//!
#![doc = include_str!("guide.md")]
// Pictures of this engine by Ebb's own charts, as in docs/model.md: use and stopping, and a forecast before and after reports.
#![doc = ""]
#![doc = "# Pictures"]
#![doc = ""]
#![doc = "Sixty days of four times 45 mg, then nothing: 400 bodies drawn from the population."]
#![doc = ""]
#![doc = include_str!("../../../docs/pictures/concentration.svg")]
#![doc = ""]
#![doc = "One made-up person, foretold before any report and after 24."]
#![doc = ""]
#![doc = include_str!("../../../docs/pictures/learned.svg")]
#![forbid(unsafe_code)]
#![expect(
    clippy::needless_range_loop,
    reason = "kernels count over lanes: an iterator that is not inlined where wider instructions are allowed costs more than the work"
)]

mod adaptation;
pub mod batch;
mod build_up;
mod collocation;
mod compartments;
mod digest;
mod dose;
mod engine;
pub mod fit;
mod instructions;
mod kinetics;
mod lanes;
mod march;
mod notice;
mod outlook;
mod output;
mod params;
pub mod scenario;
mod sensitivity;
mod standpoint;
mod state;
mod timeline;

pub use compartments::{CompartmentError, Compartments, Input};
pub use digest::digest;
pub use dose::{Dose, UncertainDose};
pub use instructions::Instructions;
pub use march::simulate;
pub use notice::{IgnoredBecause, Notice};
pub use outlook::{Band, DrawSummary, OnsetRule, Outlook, OutlookRun, OutlookSettings, Progress, Spread, outlook};
pub use output::Output;
pub use params::{InvalidParameter, MissingParameter, PARAMETER_NAMES, Params, Population, Prior};
pub use standpoint::Standpoint;
pub use state::State;
pub use timeline::{Checkpoint, ENGINE_VERSION, Timeline};
