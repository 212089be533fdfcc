//! Words, numbers and pictures without a toolkit.
//!
//! Everything here turns plain data into something a person reads: [`words`] says it, [`number`] writes the figures,
//! [`chart`] draws them and [`text`] keeps whatever a person once typed from being anything but text.
//!
//! Nothing here reads a clock, a file or an environment variable, decides anything, or knows which screen it is on.
//! The same input gives the same output, byte for byte, on every machine.
#![forbid(unsafe_code)]

pub mod care;
pub mod chart;
pub mod help;
pub mod imports;
pub mod learn;
pub mod number;
pub mod picture;
pub mod screen;
pub mod text;
pub mod words;
