//! The page: draws what the keeper answers and sends what a person does.
//!
//! It must never compute anything about a diary, and it holds no key and no entry: only sheets, until the next lock.

#![expect(
    unreachable_pub,
    reason = "the component macro makes every component public within its module"
)]

mod app;
mod backups;
mod breath;
mod chart;
mod file_drop;
mod gate;
mod idle;
mod link;
mod moment;
mod once;
mod parts;
mod passphrase;
mod phrase;
mod region;
mod route;
mod score;
mod screen;
mod sending;
mod shell;
mod state;
mod ticking;
mod title;
mod told;
mod update;
mod urge;

pub(crate) use app::mount;
