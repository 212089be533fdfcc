//! Files from and for other programs.
//!
//! [`import`] turns foreign bytes into neutral rows and plans how they join a diary; [`export`] writes files that Ebb
//! and others can read. Nothing here touches a file, a clock or a zone database: bytes, `now` and zones are passed in.

#![forbid(unsafe_code)]

pub mod export;
pub mod import;
