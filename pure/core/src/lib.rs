//! The diary: entries in, state and views out.
//!
//! A list of [`entry::Entry`] is the only truth. [`fold::fold`] turns it into a [`diary::Diary`]; the functions in
//! `view` turn a diary, a frame and the engine's output into what one screen shows. Nothing here reads a
//! clock, a file or a random number, and nothing here puts a sentence together: words belong to `ebb-present`.
//!
//! Start at [`event::Event`] for what can be recorded.

#![forbid(unsafe_code)]

pub mod amount;
pub mod bridge;
pub mod day;
pub mod diary;
pub mod entry;
pub mod error;
pub mod event;
pub mod fold;
pub mod moment;
pub mod phrase;
pub mod plan;
pub mod recent;
pub mod resolve;
pub mod view;
