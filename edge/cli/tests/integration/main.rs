//! The program from outside: typed commands in, text, JSON and exit codes out. No test looks inside.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod damage;
mod engine;
mod first_steps;
mod learn;
mod score;
mod shape;
mod slow;
mod support;
