//! The tables and their generator, through the front door.

mod committed;
mod lookup;
mod refusals;
