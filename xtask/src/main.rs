//! Build, check and test Ebb.

fn main() {}
