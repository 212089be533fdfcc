//! The engine against its definition, its laws and published figures.

mod scenarios;
mod standpoint;
mod support;
