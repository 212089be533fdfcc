//! Pictures: plain data in data units, drawn as SVG for pages and as characters for terminals.
//!
//! The way of a picture: [`spec`] (what to show, in grams and milliseconds) → [`scale`] (where and which ticks) → [`scene`]
//! (shapes, in pixels) → [`svg`]; [`term`] draws the same spec and the same ticks with characters, and [`reading`] says in
//! words what stands where, for a finger, a keyboard and a table.
//!
//! Start with [`spec`]: [`spec::Band`], [`spec::Bars`], [`spec::Line`], [`spec::Marks`], [`Chart`] and [`Calendar`] each have
//! an example. Which view becomes which chart is said in [`crate::picture`].
//!
//! A picture never shows more than the data hold. A gap is a gap, never zero; a day without an entry, a day with an
//! unknown amount and a day noted as none look different; no meaning is carried by color alone. Any numbers at all,
//! NaN and infinity among them, give a picture without them.

pub mod clock;
mod draw;
mod harmless;
mod heat;
mod measure;
pub mod palette;
mod prepare;
pub mod reading;
mod samples;
pub mod scale;
pub mod scene;
pub mod spec;
mod style;
pub mod svg;
pub mod term;

pub use clock::LocalClock;
pub use reading::{Readable, read};
pub use spec::{Calendar, Chart, Spec};
