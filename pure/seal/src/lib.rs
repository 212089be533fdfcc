//! Bytes that keep a secret: the only crate that names an algorithm.
