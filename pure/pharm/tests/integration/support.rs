//! What the tests share: parameter values and how to compare.

use ebb_pharm::{Params, Population, Prior};

/// The population of the evidence tables.
pub(crate) fn population() -> Population {
    let table = include_str!("../parameters.csv");
    Population::from_lookup(|name| {
        table
            .lines()
            .find_map(|line| match line.split(',').collect::<Vec<_>>()[..] {
                [found, value, log_sd] if found == name => Some(Prior {
                    value: value.parse().unwrap(),
                    log_sd: log_sd.parse().unwrap(),
                }),
                _ => None,
            })
    })
    .unwrap()
}

/// The person in the middle.
pub(crate) fn typical() -> Params {
    population().typical()
}
