//! Words, numbers and pictures without a toolkit.
