//! The tables and their generator, through the front door.

mod committed;
mod help;
mod lookup;
mod refusals;
