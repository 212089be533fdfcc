//! Serves the files of the web app on this machine.

fn main() {}
