//! The page: draws what the keeper answers and sends what a person does.
//!
//! It must never compute anything about a diary, and it holds no key and no entry: only sheets, until the next lock.

#![expect(
    unreachable_pub,
    reason = "the component macro makes every component public within its module"
)]

mod app;
mod chart;
mod gate;
mod idle;
mod link;
mod parts;
mod route;
mod screen;
mod shell;
mod state;

pub(crate) use app::mount;
